//! The address bar and its history.

use leptos::ev;
use leptos::prelude::window_event_listener;
use wasm_bindgen::{JsCast as _, JsValue};

use super::window;

/// Gives the path and the fragment as they stand; a fragment begins with `#` or is empty.
pub(crate) fn current() -> (String, String) {
    let Some(location) = window().map(|window| window.location()) else { return Default::default() };
    (location.pathname().unwrap_or_default(), location.hash().unwrap_or_default())
}

/// Adds an entry to the history.
pub(crate) fn push(href: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Replaces the entry that is shown.
pub(crate) fn replace(href: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// The text that lies in the entry that is shown, if one was put there: a reload and Back find it, nothing else does.
pub(crate) fn state() -> Option<String> {
    window()?.history().ok()?.state().ok()?.as_string()
}

/// Puts a text into the entry that is shown.
pub(crate) fn keep_state(text: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::from_str(text), "", None);
    }
}

/// Tells of Back, Forward and an address edited by hand.
pub(crate) fn on_change(tell: impl Fn() + Clone + 'static) {
    let told = tell.clone();
    // Chromium fires both for an edited fragment; hearing of the same address twice changes nothing.
    let _ = window_event_listener(ev::popstate, move |_| told());
    let _ = window_event_listener(ev::hashchange, move |_| tell());
}

/// Hands plain clicks on links of this origin to `take(path, fragment)`; the browser follows those it refuses.
pub(crate) fn on_link(take: impl Fn(&str, &str) -> bool + 'static) {
    let _ = window_event_listener(ev::click, move |event| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if !plain || event.default_prevented() {
            return;
        }
        let Some(link) = own_link_of(event.target()) else { return };
        if !link.target().is_empty() || link.has_attribute("download") {
            return;
        }
        if take(&link.pathname(), &link.hash()) {
            event.prevent_default();
        }
    });
}

/// Tells of links of this origin that a person seems about to follow: a pointer or the focus is on them. Where
/// data is to be saved, it tells of none.
pub(crate) fn on_aim(tell: impl Fn(&str) + Clone + 'static) {
    if super::saves_data() {
        return;
    }
    let told = tell.clone();
    let aimed = |target, tell: &dyn Fn(&str)| {
        if let Some(link) = own_link_of(target) {
            tell(&link.pathname());
        }
    };
    // A finger on the glass is a pointer over it, too, some time before the click.
    let _ = window_event_listener(ev::pointerover, move |event| aimed(event.target(), &told));
    let _ = window_event_listener(ev::focusin, move |event| aimed(event.target(), &tell));
}

/// The link of this origin that something lies in.
fn own_link_of(target: Option<web_sys::EventTarget>) -> Option<web_sys::HtmlAnchorElement> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    let link: web_sys::HtmlAnchorElement = element.closest("a[href]").ok().flatten()?.dyn_into().ok()?;
    let here = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    (link.origin() == here).then_some(link)
}
