//! What this browser keeps for this site.
//!
//! Only the window's own storage is asked, and every call may fail: it can be blocked, or full.

use leptos::ev;
use leptos::prelude::window_event_listener;

use super::window;

/// Why a text was not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NotKept {
    /// The browser keeps nothing for this site.
    Blocked,
    /// There is no room left.
    Full,
}

fn disk() -> Option<web_sys::Storage> {
    window().and_then(|window| window.local_storage().ok().flatten())
}

/// Says whether this browser keeps anything for this site. Nothing is written to find out.
pub(crate) fn is_there() -> bool {
    disk().is_some_and(|disk| disk.length().is_ok())
}

/// Gives every key that begins so, with its text.
pub(crate) fn all(prefix: &str) -> Vec<(String, String)> {
    let Some(disk) = disk() else { return Vec::new() };
    let keys: Vec<String> = (0..disk.length().unwrap_or(0))
        .filter_map(|index| disk.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect();
    keys.into_iter().filter_map(|key| disk.get_item(&key).ok().flatten().map(|text| (key, text))).collect()
}

/// Gives the text of one key.
pub(crate) fn get(key: &str) -> Option<String> {
    disk()?.get_item(key).ok().flatten()
}

/// Keeps a text under a key.
pub(crate) fn set(key: &str, text: &str) -> Result<(), NotKept> {
    let disk = disk().ok_or(NotKept::Blocked)?;
    disk.set_item(key, text).map_err(|_| if disk.length().is_ok() { NotKept::Full } else { NotKept::Blocked })
}

/// Removes a key.
pub(crate) fn remove(key: &str) {
    if let Some(disk) = disk() {
        let _ = disk.remove_item(key);
    }
}

/// Tells of a key that another tab changed, with its new text; a missing key means that all were cleared.
pub(crate) fn on_change(tell: impl Fn(Option<String>, Option<String>) + 'static) {
    let _ = window_event_listener(ev::storage, move |event| tell(event.key(), event.new_value()));
}
