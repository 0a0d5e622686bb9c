//! One file or folder per page. A page holds no rule: it asks the core and shows the answer.

mod calendar;
mod card;
mod cope;
mod cope_now;
mod find;
mod first_step;
mod goals;
mod help_now;
mod home;
mod lapse;
mod learn;
mod listing;
mod lock;
mod not_found;
#[cfg(any(debug_assertions, feature = "parts"))]
mod parts;
mod plan;
mod remind;
mod saved;
mod settings;
mod skill;
mod support;

use crate::view::prelude::*;

use crate::lazy::{self, Chunk};
use crate::route::Page;
use crate::ui::icon;

/// Draws a page; without one, the page for an unknown address.
pub(crate) fn page(page: Option<Page>) -> View {
    let Some(page) = page else { return not_found::page() };
    match chunk_of(page) {
        Some(chunk) => lazy::page(chunk, page),
        None => match page {
            Page::HelpNow => help_now::page(),
            _ => home::page(),
        },
    }
}

/// Which chunk a page comes with; those with none are there as soon as the app is.
pub(crate) fn chunk_of(page: Page) -> Option<Chunk> {
    match page {
        Page::Home | Page::HelpNow => None,
        Page::Find => Some(Chunk::Find),
        Page::Listing => Some(Chunk::Listing),
        Page::Saved => Some(Chunk::Saved),
        Page::Cope | Page::CopeNow | Page::Skill | Page::Plan => Some(Chunk::Cope),
        Page::Goals | Page::Goal | Page::GoalNew | Page::CheckIn | Page::Card => Some(Chunk::Goals),
        Page::Learn => Some(Chunk::Learn),
        Page::Settings => Some(Chunk::Settings),
        Page::Support | Page::Kind | Page::FirstStep => Some(Chunk::Reading),
        #[cfg(any(debug_assertions, feature = "parts"))]
        Page::Parts => Some(Chunk::Reading),
    }
}

/// The page of [`Chunk::Find`].
pub(crate) fn of_find(_: Page) -> View {
    find::page()
}

/// The page of [`Chunk::Listing`].
pub(crate) fn of_listing(_: Page) -> View {
    listing::page()
}

/// The page of [`Chunk::Saved`].
pub(crate) fn of_saved(_: Page) -> View {
    lock::behind(saved::page)
}

/// The pages of [`Chunk::Cope`].
pub(crate) fn of_cope(page: Page) -> View {
    match page {
        Page::CopeNow => cope_now::page(),
        Page::Skill => skill::page(),
        Page::Plan => lock::behind(plan::page),
        _ => cope::page(),
    }
}

/// The pages of [`Chunk::Goals`].
pub(crate) fn of_goals(page: Page) -> View {
    if page == Page::Card {
        return card::page();
    }
    lock::behind(move || match page {
        Page::Goal => goals::one::page(),
        Page::GoalNew => goals::new::page(),
        Page::CheckIn => goals::check_in::page(),
        _ => goals::list::page(),
    })
}

/// The pages of [`Chunk::Reading`].
pub(crate) fn of_reading(page: Page) -> View {
    match page {
        Page::Kind => support::one(),
        Page::FirstStep => first_step::page(),
        #[cfg(any(debug_assertions, feature = "parts"))]
        Page::Parts => parts::page(),
        _ => support::list(),
    }
}

/// The page of [`Chunk::Learn`].
pub(crate) fn of_learn(_: Page) -> View {
    learn::page()
}

/// The page of [`Chunk::Settings`].
pub(crate) fn of_settings(_: Page) -> View {
    settings::page()
}

/// The link above a heading that leads back to a list.
fn back(page: Page, words: &'static str) -> View {
    view! { <a class="back" href=page.href()>{icon("back")}{words}</a> }
}
