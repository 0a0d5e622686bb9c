//! Old days read ahead. Somebody who kept years of them opens a page that needs them all: they are read in idle moments
//! after the start, a part at a time, so that neither the start nor that page waits for it.

use std::cell::RefCell;

use alongside_core::records::Key;
use alongside_core::records::archive::{Part, read_part};
use alongside_core::records::lock::is_sealed;
use leptos::prelude::*;

use super::{Store, disk};
use crate::platform::timing;

thread_local! {
    /// Parts that were read and not yet taken. A part never changes under its key.
    static READ: RefCell<Vec<(Key, Part)>> = const { RefCell::new(Vec::new()) };
}

/// Gives a part if it was read ahead.
pub(super) fn take(key: &Key) -> Option<Part> {
    READ.with_borrow_mut(|read| {
        let at = read.iter().position(|(one, _)| one == key)?;
        Some(read.swap_remove(at).1)
    })
}

/// Forgets what was read ahead.
pub(super) fn forget() {
    READ.with_borrow_mut(Vec::clear);
}

impl Store {
    /// Joins the second copy from now on, and reads old days ahead if there are some.
    pub(crate) fn wake_and_read_ahead(self) {
        self.wake();
        let is_part = |key: &Key| matches!(key, Key::Archive(_));
        let parts: Vec<Key> =
            disk::texts().iter().filter_map(|(key, _)| Key::parse(key)).filter(is_part).collect();
        if !parts.is_empty() {
            self.read_next(parts);
        }
    }

    fn read_next(self, mut parts: Vec<Key>) {
        timing::when_idle(move || {
            // A page was faster, or everything was erased.
            if self.follow.get_value().is_some() || !self.is_awake() {
                return forget();
            }
            let Some(key) = parts.pop() else {
                self.load();
                forget();
                return timing::when_idle(move || untrack(|| drop(self.logs())));
            };
            let Some(text) = disk::get(&key) else { return self.read_next(parts) };
            if is_sealed(&text) {
                return forget();
            }
            // What can't be read whole is read again by the page that says so.
            if let Some(part) = read_part(&text).filter(|part| part.unreadable == 0) {
                READ.with_borrow_mut(|read| read.push((key, part)));
            }
            self.read_next(parts);
        });
    }
}
