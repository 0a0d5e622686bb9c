//! After a lapse: safety first, then kind words, then one next step. What it means for a count comes last and can wait.
//! `/cope-now` and `/goal` show the same.

use crate::view::prelude::*;
use alongside_core::coping::{Situation, first_three};

use crate::content::contents;
use crate::i18n::t;
use crate::pages::cope::{own_works, skill_link};
use crate::route::{Page, Route};
use crate::store::store;
use crate::ui::{icon, link_row, link_rows, near_lines, review_note, when_loaded};

/// The minutes somebody has right after a lapse: the next step is a short one.
const NEXT_MINUTES: u32 = 3;

/// The whole of it; `last` stands at its end: what there is to say of a count.
pub(super) fn after_lapse(last: impl IntoView) -> View {
    view! {
        <section class="after-lapse" aria-labelledby="after-lapse">
            <h2 id="after-lapse" tabindex="-1">{t::lapse_safe_title()}</h2>
            <p role="status">{t::lapse_safety()}</p>
            {near_lines()}
            {safety()}
            <h2>{t::lapse_title()}</h2>
            <p>{t::lapse_kind()}</p>
            <h2>{t::lapse_next()}</h2>
            {next_step()}
            <h2>{t::lapse_later()}</h2>
            {last.into_view()}
            {review()}
        </section>
    }
}

fn safety() -> View {
    let overdose = Route::with(Page::HelpNow, [("need", "overdose")]).href();
    let check = Route::one(Page::Skill, "withdrawal-check").href();
    let facts = when_loaded(contents().withdrawal, |facts| {
        let review = review_note(facts.review.as_deref());
        let lower = facts.lower_tolerance.as_ref().map(|lower| {
            let item = |text: &String| view! { <li>{text.clone()}</li> };
            let signs = lower.call_emergency_if.iter().map(item);
            let steps = lower.steps.iter().map(item);
            view! {
                <h3>{t::lapse_call_now()}</h3>
                <ul>{signs.collect_view()}</ul>
                <h3>{t::lapse_do()}</h3>
                <ul>{steps.collect_view()}</ul>
            }
        });
        view! { {lower} {review} }
    });
    view! {
        <div class="notice attention">
            {facts}
            <p>{t::lapse_withdrawal()}</p>
            <div class="actions">
                <a class="btn" href=overdose>{icon("phone")}{t::lapse_overdose()}</a>
                <a class="btn quiet" href=check>{t::lapse_check()}</a>
            </div>
        </div>
    }
}

/// One skill to start with, and two more.
fn next_step() -> View {
    let all = Route::with(Page::Cope, [("situation", Situation::AfterLapse.id())]).href();
    let three = when_loaded(contents().skills, |skills| {
        let works = untrack(|| own_works(store()));
        let three = first_three(&skills.skills, Situation::AfterLapse, NEXT_MINUTES, &[], &works);
        link_rows(three.iter().map(|skill| skill_link(skill)).collect_view())
    });
    view! { {three} <p><a class="btn quiet" href=all>{t::lapse_skills()}</a></p> }
}

/// A look back, only if wanted: it can become an if-then plan.
fn review() -> View {
    let review = Route::one(Page::Skill, "lapse-review").href();
    link_rows(link_row(review, t::lapse_review(), Some(t::lapse_review_more().to_owned())))
}
