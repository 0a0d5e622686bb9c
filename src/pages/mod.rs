//! One file or folder per page. A page holds no rule: it asks the core and shows the answer.

mod cope;
mod cope_now;
mod find;
mod first_step;
mod goals;
mod help_now;
mod home;
mod later;
mod learn;
mod listing;
mod not_found;
#[cfg(any(debug_assertions, feature = "parts"))]
mod parts;
mod settings;
mod skill;
mod support;

use crate::view::prelude::*;

use crate::route::Page;
use crate::ui::icon;

/// Draws a page; without one, the page for an unknown address.
pub(crate) fn page(page: Option<Page>) -> View {
    let Some(page) = page else { return not_found::page() };
    match page {
        Page::Home => home::page(),
        Page::Find => find::page(),
        Page::Listing => listing::page(),
        Page::Support => support::list(),
        Page::Kind => support::one(),
        Page::Cope => cope::page(),
        Page::CopeNow => cope_now::page(),
        Page::Skill => skill::page(),
        Page::Goals => goals::list::page(),
        Page::Goal => goals::one::page(),
        Page::GoalNew => goals::new::page(),
        Page::CheckIn => goals::check_in::page(),
        Page::Learn => learn::page(),
        Page::FirstStep => first_step::page(),
        Page::HelpNow => help_now::page(),
        Page::Settings => settings::page(),
        Page::Plan => later::plan(),
        Page::Saved => later::saved(),
        Page::Card => later::card(),
        #[cfg(any(debug_assertions, feature = "parts"))]
        Page::Parts => parts::page(),
    }
}

/// The link above a heading that leads back to a list.
fn back(page: Page, words: &'static str) -> View {
    view! { <a class="back" href=page.href()>{icon("back")}{words}</a> }
}
