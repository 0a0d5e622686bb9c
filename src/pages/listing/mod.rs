//! `/listing`: all of one listing.

mod act;
mod facts;
mod first_time;

use crate::view::prelude::*;
use alongside_core::directory::search::ListingView;
use alongside_core::directory::{Attendance, Field};

use super::calendar::{calendar, takes_place};
use super::find::when;
use crate::directory::{State, finder};
use crate::i18n::t;
use crate::lazy;
use crate::nav::nav;
use crate::platform::timing;
use crate::route::{Page, Route};
use crate::site::site;
use crate::store::{SavedList, store};
use crate::ui::{fold, heading, link_row, link_rows, print_button};

/// The page.
pub(super) fn page() -> View {
    let (finder, site) = (finder(), site());
    let id = nav().route().map(|route| route.id()).unwrap_or_default();
    let back = super::back(Page::Find, t::listing_back());
    if id.is_empty() {
        return view! { {back} {unknown()} };
    }
    let (asked, store) = (id.clone(), store());
    // Who saved nothing loads nothing for it.
    let list = RwSignal::new(None);
    finder.hold_saved();
    Effect::new(move |_| {
        if store.keeps_anything() && untrack(|| list.get()).is_none() {
            lazy::saved_list(move |came| {
                let _ = list.try_set(came);
            });
        }
    });
    Effect::new(move |_| {
        if site.is_settled() {
            if let Some(SavedList { all, .. }) = list.get() {
                finder.know_saved(all(store).into_iter().map(|saved| saved.snapshot).collect());
            }
            finder.ask_for(&asked);
        }
    });
    let again = id.clone();
    let open = RwSignal::new(());
    timing::each_minute(move || {
        let is_open = open.try_get_untracked().is_some();
        if is_open {
            finder.ask_for(&again);
        }
        is_open
    });
    let found =
        Memo::new(move |_| finder.found().filter(|(given, _)| *given == id).map(|(_, listing)| listing));
    let body = move || match (finder.state(), found.get()) {
        (_, Some(Some(listing))) => shown(&listing, list),
        (_, Some(None)) => unknown(),
        (State::Failed, _) => view! { {heading(t::listing_title())}<p>{t::find_failed()}</p> },
        _ => {
            view! { <h1 tabindex="-1">{t::listing_title()}</h1><p class="loading" role="status">{t::find_reading()}</p> }
        }
    };
    view! { {back} {body} }
}

fn unknown() -> View {
    view! {
        {heading(t::listing_unknown())}
        <p class="lead">{t::listing_unknown_more()}</p>
        <div class="actions"><a class="btn primary" href=Page::Find.href()>{t::find_title()}</a></div>
    }
}

fn shown(listing: &ListingView, list: act::List) -> View {
    let notice = match (listing.gone, listing.row.attendance) {
        (true, _) => Some(t::saved_gone()),
        (false, Attendance::Inactive) => Some(t::listing_inactive()),
        _ => None,
    };
    let group = listing.text(Field::Group).filter(|group| *group != listing.row.name);
    view! {
        {heading(listing.row.name.clone())}
        {group.map(|group| view! { <p class="lead">{group.to_owned()}</p> })}
        {notice.map(|words| view! { <p class="notice attention">{words}</p> })}
        {act::first(listing, list)}
        {facts::all(listing)}
        {first_time::view(listing)}
        {calendar_of(listing)}
        {here(listing)}
        <div class="actions">{act::share(listing)}{print_button()}</div>
        {facts::about(listing)}
    }
}

/// Into the person's calendar, where there is a day and a time to be there.
fn calendar_of(listing: &ListingView) -> Option<View> {
    let id = listing.row.id.clone();
    takes_place(listing).then(|| calendar(move || vec![id.clone()]))
}

/// Other listings at the same address.
fn here(listing: &ListingView) -> Option<View> {
    let rows = listing.here.iter().map(|row| {
        let when = row.slot.as_ref().map_or_else(|| when::none(row).to_owned(), when::long);
        link_row(Route::one(Page::Listing, &row.id).href(), row.name.clone(), Some(when))
    });
    let rows: Vec<View> = rows.collect();
    (!rows.is_empty()).then(|| fold(t::listing_here(rows.len() as i64), link_rows(rows.into_view())))
}
