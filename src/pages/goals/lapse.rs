//! After a lapse: kind words, safety first. What it should mean can wait.

use crate::view::prelude::*;
use alongside_core::coping::Situation;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Goal, What};

use super::state;
use crate::content::contents;
use crate::i18n::t;
use crate::platform::intl;
use crate::route::{Page, Route};
use crate::store::store;
use crate::ui::{near_lines, review_note, toasts, when_loaded};

/// What stands on a goal's page while a lapse was noted for today.
pub(super) fn care() -> View {
    let skills = Route::with(Page::Cope, [("situation", Situation::AfterLapse.id())]).href();
    view! {
        <div class="notice attention" role="status">
            <h2>{t::lapse_title()}</h2>
            <p>{t::lapse_kind()}</p>
            <p>{t::lapse_safety()}</p>
            {lower_tolerance()}
            <p>{t::lapse_withdrawal()}</p>
            <div class="actions">
                <a class="btn help" href=Page::HelpNow.href()>{t::frame_help()}</a>
                <a class="btn" href=skills>{t::lapse_skills()}</a>
            </div>
            <p class="soft">{t::lapse_meaning()}</p>
        </div>
        {near_lines()}
    }
}

fn lower_tolerance() -> View {
    when_loaded(contents().withdrawal, |facts| {
        let review = review_note(facts.review.as_deref());
        let lower = facts.lower_tolerance.as_ref().map(|lower| {
            let steps = lower.steps.iter().map(|step| view! { <li>{step.clone()}</li> });
            view! { <p>{lower.danger.clone()}</p> <ul>{steps.collect_view()}</ul> }
        });
        view! { {lower} {review} }
    })
}

/// No run goes on: the next one starts when the person says, if they have not said so yet.
pub(super) fn next_run(id: &GoalId, goal: &Goal, today: Date) -> View {
    let (store, toasts) = (store(), toasts());
    let tomorrow = today.plus_days(1);
    if state::known(store, id, goal, tomorrow).is_some_and(|day| day.run_start) {
        return view! { <p>{t::run_set(&intl::long_date(tomorrow, false))}</p> };
    }
    let button = |words: &'static str, day: Date| {
        let id = id.clone();
        let start = move |_| {
            if let Some(undo) = store.add_event(&id, day, What::RunStart) {
                store.when_kept(move || toasts.undoable(t::run_started().to_owned(), undo));
            }
        };
        view! { <button type="button" class="btn" on:click=start>{words}</button> }
    };
    view! {
        <div class="today" role="group" aria-label=t::run_start()>
            <p>{t::run_start()}</p>
            {button(t::run_today(), today)}
            {button(t::run_tomorrow(), tomorrow)}
        </div>
    }
}
