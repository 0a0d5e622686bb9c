//! Notices that stand on several pages.

use crate::view::prelude::*;
use alongside_core::support::lines_for_stopping;

use crate::content::contents;
use crate::i18n::t;
use crate::route::Page;
use crate::site::site;
use crate::ui::{country, line_list, when_loaded};

/// "Not yet reviewed by a clinician", where a text still waits for that.
pub(crate) fn review_note(review: Option<&str>) -> View {
    let words = match review {
        Some("clinician") => t::review_clinician(),
        Some("lawyer") => t::review_lawyer(),
        _ => return ().into_view(),
    };
    view! { <p class="fine">{words}</p> }
}

/// That the texts of a page are a translation which no native speaker has read yet. It stands once on a page.
pub(crate) fn translation_note(waits: impl Fn() -> bool + 'static) -> View {
    live(move || waits().then(|| view! { <p class="fine">{t::review_native()}</p> }))
}

/// What is dangerous to stop all at once, with the way to help. It stands wherever the app speaks of stopping.
pub(crate) fn withdrawal_notice() -> View {
    when_loaded(contents().withdrawal, |facts| {
        view! {
            <div class="notice attention">
                <p>{facts.one_line.clone()}</p>
                <p>{facts.one_line_opioids.clone()}</p>
                {review_note(facts.review.as_deref())}
                {translation_note(|| contents().withdrawal.file.waits_for_native())}
                <p><a href=Page::HelpNow.href()>{t::withdrawal_help()}</a></p>
            </div>
            {stopping_lines()}
        }
    })
}

/// The emergency and treatment lines of the country, where it is known.
pub(crate) fn stopping_lines() -> View {
    let slot = contents().lines;
    live(move || {
        let lines = slot.ready()?;
        let country = country(&lines)?;
        Some(line_list(&lines_for_stopping(&lines, &country), false))
    })
}

/// What is wrong with `site.json`, for the nonprofit: what, and where.
pub(crate) fn site_problems() -> View {
    let site = site();
    live(move || {
        let problems = site.problems();
        (!problems.is_empty()).then(|| {
            let items = problems.into_iter().map(|problem| {
                view! { <li>{problem.message}</li> }
            });
            view! {
                <div class="notice attention" role="status">
                    <p>{t::site_problems()}</p>
                    <ul>{items.collect_view()}</ul>
                </div>
            }
        })
    })
}
