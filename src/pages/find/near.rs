//! Near a place: a town or postcode of the lists, or where the device is. Nobody is told.

use crate::view::prelude::*;
use alongside_core::decimal::read_decimal;
use alongside_core::directory::search::{Near, distance_digits};
use alongside_core::site::Distance;
use leptos::ev::Event;

use super::choices::Choices;
use crate::directory::{Finder, finder};
use crate::i18n::t;
use crate::nav::{Entry, Nav, nav};
use crate::platform::intl;
use crate::platform::position::{self, NotKnown};
use crate::site::site;
use crate::ui::{chip, field, icon};

/// How far, in the site's unit.
const FAR: [&str; 7] = ["1", "2", "5", "10", "25", "50", "100"];

/// What the device said when it was asked.
pub(super) type Asking = RwSignal<Option<Result<(), NotKnown>>>;

/// A distance with its unit.
pub(super) fn distance(tenths: u32) -> String {
    let digits = distance_digits(tenths);
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    unit(&intl::decimal(read_decimal(&digits).unwrap_or_default(), decimals))
}

fn unit(number: &str) -> String {
    match site().now().distance {
        Distance::Mi => t::distance_mi(number),
        Distance::Km => t::distance_km(number),
    }
}

/// One tap: near where the device is.
pub(super) fn me_chip(asking: Asking) -> View {
    let (nav, finder) = (nav(), finder());
    let is_on = Memo::new(move |_| Choices::now(nav).text("near") == "me");
    chip(t::find_near_me(), is_on, move || {
        if is_on.get_untracked() {
            cleared(Choices::untracked(nav)).go(nav, Entry::Add);
        } else {
            ask_device(nav, finder, asking);
        }
    })
}

/// Without a place.
pub(super) fn cleared(choices: Choices) -> Choices {
    choices.set("near", "").set("within", "").set("sort", "")
}

fn ask_device(nav: Nav, finder: Finder, asking: Asking) {
    asking.set(None);
    position::ask(move |answer| {
        let said = answer.map(|here| {
            finder.is_here(here);
            let before = nav.fragment().get_untracked();
            Choices::untracked(nav).set("near", "me").go(nav, Entry::Add);
            // The address says the same as before; the position is new.
            let now = nav.fragment().get_untracked();
            if now == before {
                finder.ask(&now);
            }
        });
        let _ = asking.try_set(Some(said));
    });
}

/// The filter: a place, how far, in which order.
pub(super) fn group(asking: Asking) -> View {
    let (nav, finder) = (nav(), finder());
    let near = Memo::new(move |_| Choices::now(nav).text("near"));
    let typed = RwSignal::new(String::new());
    Effect::new(move |_| typed.set(if near.get() == "me" { String::new() } else { near.get() }));
    let go = move |place: &str| {
        if near.get_untracked() != place.trim() {
            Choices::untracked(nav).set("near", place.trim()).go(nav, Entry::Add);
        }
    };
    let on_input = move |event: Event| {
        let text = event_target_value(&event);
        typed.set(text.clone());
        finder.ask_places(&text);
        // One of the places that are offered was picked.
        if untrack(|| finder.places()).iter().any(|place| place.name == text) {
            go(&text);
        }
    };
    let on_submit = move |event: Event| {
        event.prevent_default();
        go(&typed.get_untracked());
    };
    let options = move || {
        let names = finder.places().into_iter();
        names.map(|place| view! { <option value=place.name></option> }).collect_view()
    };
    view! {
        <form class="near" on:submit=on_submit>
            <div class="field">
            <label for="near">{t::find_near()}</label>
            <div class="with-button">
                <input
                    id="near"
                    type="text"
                    list="near-places"
                    autocomplete="off"
                    enterkeyhint="search"
                    maxlength="200"
                    aria-describedby="near-hint"
                    prop:value=move || typed.get()
                    on:input=on_input
                />
                <button type="submit" class="btn">{t::find_near_show()}</button>
            </div>
            <datalist id="near-places">{options}</datalist>
            <p class="hint" id="near-hint">{t::find_near_hint()}</p>
            </div>
            <button type="button" class="btn" on:click=move |_| ask_device(nav, finder, asking)>
                {icon("place")}{t::find_near_use()}
            </button>
            <p class="hint">{t::find_near_private()}</p>
        </form>
        {move || (!near.get().is_empty()).then(|| how_far(nav))}
    }
}

fn how_far(nav: Nav) -> View {
    let within = Memo::new(move |_| Choices::now(nav).text("within"));
    let option = |value: &'static str, words: String| {
        view! { <option value=value selected=within.get_untracked() == value>{words}</option> }.into_view()
    };
    let far = FAR.iter().map(|far| option(far, unit(far)));
    let options: Vec<View> =
        std::iter::once(option("", t::find_within_any().to_owned())).chain(far).collect();
    let by_time = Memo::new(move |_| Choices::now(nav).text("sort") == "time");
    let order = move |_| {
        let value = if by_time.get_untracked() { "" } else { "time" };
        Choices::untracked(nav).set("sort", value).go(nav, Entry::Add);
    };
    let choose = move |value: String| Choices::untracked(nav).set("within", &value).go(nav, Entry::Add);
    view! {
        {field("within", t::find_within()).select(options.into_view(), choose)}
        <button type="button" class="chip" aria-pressed=move || by_time.get().to_string() on:click=order>
            {t::find_sort_time()}
        </button>
    }
}

/// What the person should know: why there is no position, or that the place is in no list.
pub(super) fn message(asking: Asking) -> View {
    let (nav, finder) = (nav(), finder());
    live(move || {
        let words = match asking.get() {
            Some(Err(NotKnown::Denied)) => Some(t::position_denied().to_owned()),
            Some(Err(NotKnown::Unavailable)) => Some(t::position_unavailable().to_owned()),
            Some(Err(NotKnown::TooSlow)) => Some(t::position_too_slow().to_owned()),
            _ => None,
        };
        let words = words.or_else(|| {
            let near = finder.given()?.answer.near.clone().filter(|near| !near.found)?;
            let within = Choices::now(nav).text("within");
            let is_limited = read_decimal(&within).is_some_and(|within| within > 0.0);
            Some(not_found(&near, is_limited))
        });
        words.map(|words| view! { <div class="notice attention" role="status"><p>{words}</p></div> })
    })
}

fn not_found(near: &Near, is_limited: bool) -> String {
    let what = if near.is_me { t::find_near_asks().to_owned() } else { t::find_near_unknown(&near.name) };
    let then = if is_limited { t::find_near_only_online() } else { t::find_near_all() };
    format!("{what} {then}")
}

/// What is chosen, in words.
pub(super) fn words(near: &Near, within: &str) -> String {
    let name = if near.is_me { t::find_near_me().to_owned() } else { t::find_near_name(&near.name) };
    if within.is_empty() { name } else { t::find_near_within(&name, &unit(within)) }
}
