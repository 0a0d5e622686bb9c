//! What can be done with a listing: join, call, find the way, keep it, pass it on.

use crate::view::prelude::*;
use alongside_core::directory::Field;
use alongside_core::directory::search::ListingView;
use alongside_core::fragment::encode;
use wasm_bindgen_futures::spawn_local;

use super::facts::tel;
use crate::directory::finder;
use crate::i18n::t;
use crate::lazy;
use crate::platform::browser::{self, Maps};
use crate::platform::{files, full_address};
use crate::route::{Page, Route};
use crate::store::{Door, SavedList, store};
use crate::ui::{icon, toasts};

/// What to tap first: join, dial in, call, find the way.
pub(super) fn first(listing: &ListingView, list: List) -> View {
    let link = listing.text(Field::JoinLink).map(|link| {
        let words = match &listing.row.provider {
            Some(provider) => t::listing_join_with(provider),
            None => t::listing_join_now().to_owned(),
        };
        view! { <a class="btn primary" href=link.to_owned() rel="noreferrer external" target="_blank">{icon("online")}{words}</a> }
    });
    let dial = listing.text(Field::DialIn).and_then(tel).map(|href| {
        view! { <a class="btn" href=href>{icon("phone")}{t::listing_call_to_join()}</a> }
    });
    let call = listing.text(Field::Phone).and_then(|number| Some((tel(number)?, t::lines_call(number))));
    let call = call.map(|(href, words)| view! { <a class="btn" href=href>{icon("phone")}{words}</a> });
    view! {
        <div class="actions primary-action">{link}{dial}{call}</div>
        <div class="actions">{save(listing, list)}{way(listing)}</div>
    }
}

/// How to get there; nothing for what is only online.
fn way(listing: &ListingView) -> Option<View> {
    let address = listing.text(Field::Address).filter(|_| listing.row.attendance.at_a_place())?.to_owned();
    let whole = match listing.text(Field::Location).filter(|location| !address.starts_with(*location)) {
        Some(location) => format!("{location}, {address}"),
        None => address.clone(),
    };
    let map = browser::maps().map(|maps| {
        let query = encode(&address);
        let href = match maps {
            Maps::Geo => format!("geo:0,0?q={query}"),
            Maps::Apple => format!("maps:?q={query}"),
        };
        view! {
            <a class="btn" href=href rel="noreferrer external">{icon("place")}{t::listing_map()}</a>
            <p class="hint">{t::listing_map_leaves()}</p>
        }
    });
    let copy = move |_| copy(whole.clone(), t::listing_copied());
    Some(view! {
        <button type="button" class="btn" on:click=copy>{icon("place")}{t::listing_copy_address()}</button>
        {map}
    })
}

fn copy(text: String, copied: &'static str) {
    let toasts = toasts();
    spawn_local(async move {
        let is_copied = files::copy(&text).await;
        toasts.say(if is_copied { copied } else { t::listing_copy_failed() }.to_owned());
    });
}

/// The person's own list, once its part of the app is here.
pub(super) type List = RwSignal<Option<SavedList>>;

/// A button that puts the listing on the person's own list, or takes it off.
fn save(listing: &ListingView, list: List) -> View {
    let (store, finder, toasts) = (store(), finder(), toasts());
    let id = listing.row.id.clone();
    let own = id.clone();
    let is_saved = Memo::new(move |_| {
        let all = list.get().map(|list| (list.all)(store)).unwrap_or_default();
        all.iter().any(|saved| saved.snapshot.listing == own)
    });
    let press = move |_| {
        if let Some(list) = list.get_untracked().filter(|_| is_saved.get_untracked()) {
            return toasts.undoable(t::listing_removed().to_owned(), (list.unsave)(store, &id));
        }
        let id = id.clone();
        lazy::saved_list(move |came| {
            let Some(came) = came else { return toasts.say(t::load_unreachable().to_owned()) };
            let _ = list.try_set(Some(came));
            finder.snapshot(&id, move |snapshot| {
                let is_kept = snapshot.is_some_and(|snapshot| (came.save)(store, snapshot));
                toasts.say(if is_kept { t::listing_saved() } else { t::listing_not_saved() }.to_owned());
            });
        });
    };
    let is_closed = Memo::new(move |_| list.get().is_some_and(|list| (list.door)(store) == Door::Closed));
    let words = move || if is_saved.get() { t::listing_is_saved() } else { t::listing_save() };
    let press = std::rc::Rc::new(press);
    live(move || {
        if is_closed.get() {
            return view! { <a class="btn" href=Page::Saved.href()>{icon("star")}{t::listing_locked()}</a> };
        }
        let press = press.clone();
        view! {
            <button
                type="button"
                class="btn"
                aria-pressed=move || is_saved.get().to_string()
                on:click=move |event| press(event)
            >
                {icon("star")}{words}
            </button>
        }
    })
}

/// A button that passes on the link to this listing, and nothing else.
pub(super) fn share(listing: &ListingView) -> View {
    let link = Route::one(Page::Listing, &listing.row.id).fragment;
    let link = full_address(&format!("listing#{link}"));
    let name = listing.row.name.clone();
    let share = move |_| {
        let (link, name) = (link.clone(), name.clone());
        if browser::share_link(&name, &link).is_none() {
            copy(link, t::listing_link_copied());
        }
    };
    view! {
        <button type="button" class="btn" on:click=share>{icon("share")}{t::listing_share()}</button>
    }
}
