//! The disk as the store sees it: it may be blocked or full, and it may hold what can't be read.

use alongside_core::records::Key;
use leptos::prelude::*;

use super::second::Keeper;

use crate::i18n::t;
use crate::platform::database;
use crate::platform::storage::{self, NotKept};

/// The device's storage, what is wrong with it, and what was set aside. A handle, since every shelf has it.
#[derive(Clone, Copy)]
pub(super) struct Disk(StoredValue<Parts>);

#[derive(Clone, Copy)]
struct Parts {
    trouble: RwSignal<Option<NotKept>>,
    dismissed: RwSignal<bool>,
    set_aside: RwSignal<Vec<(String, String)>>,
    /// Told whenever something was written or erased.
    changed: RwSignal<u32>,
    keeper: StoredValue<Option<Keeper>>,
}

/// Tells of what other tabs write.
pub(super) fn on_change(tell: impl Fn(Option<String>, Option<&str>) + 'static) {
    storage::on_change(move |key, text| tell(key, text.as_deref()));
}

/// Gives the text that is kept under a key.
pub(super) fn get(key: &Key) -> Option<String> {
    storage::get(&key.to_string())
}

/// Gives everything of this site, also what this version doesn't know.
pub(super) fn texts() -> Vec<(String, String)> {
    storage::all(Key::PREFIX)
}

/// Says whether anything was kept in this browser, in either copy. Nothing is written to find out.
pub(super) async fn keeps_anything() -> bool {
    !texts().is_empty() || database::exists().await
}

impl Disk {
    pub(super) fn new() -> Disk {
        Disk(StoredValue::new(Parts {
            trouble: RwSignal::new(None),
            dismissed: RwSignal::new(false),
            set_aside: RwSignal::new(Vec::new()),
            changed: RwSignal::new(0),
            keeper: StoredValue::new(None),
        }))
    }

    fn parts(self) -> Parts {
        self.0.get_value()
    }

    /// Gives everything that is kept; notes if nothing can be.
    pub(super) fn all(self) -> Vec<(String, String)> {
        if !storage::is_there() {
            self.parts().trouble.set(Some(NotKept::Blocked));
        }
        storage::all(Key::PREFIX)
    }

    /// Writes a record; if that can't be done, it is in memory only and the person is told once. While there is a lock,
    /// what is private is written once it is encrypted.
    pub(super) fn write(self, key: &Key, text: &str) {
        let keeper = self.keeper();
        if keeper.is_some_and(|keeper| (keeper.takes_over)(key, text)) {
            return;
        }
        let key = key.to_string();
        self.note(storage::set(&key, text));
        if let Some(keeper) = keeper {
            (keeper.pass)(key, text.to_owned());
        }
    }

    /// Notes how a writing went.
    pub(super) fn note(self, written: Result<(), NotKept>) {
        match written {
            Ok(()) => self.parts().changed.update(|changed| *changed += 1),
            Err(why) => self.parts().trouble.set(Some(why)),
        }
    }

    /// There is room again, and everything was written.
    pub(super) fn has_room(self) {
        if self.parts().trouble.get_untracked() == Some(NotKept::Full) {
            self.parts().trouble.set(None);
            self.parts().dismissed.set(false);
        }
    }

    /// Asks before a change whether it may be written.
    pub(super) fn may_write(self) -> bool {
        self.keeper().is_none_or(|keeper| (keeper.may_write)())
    }

    pub(super) fn keeper(self) -> Option<Keeper> {
        self.parts().keeper.get_value()
    }

    pub(super) fn set_keeper(self, keeper: Keeper) {
        self.parts().keeper.set_value(Some(keeper));
    }

    /// What offers a copy as a file, while there is no room. Tracked.
    pub(super) fn offer(self) -> Option<fn()> {
        let is_full = self.parts().trouble.get() == Some(NotKept::Full);
        self.keeper().filter(|_| is_full).map(|keeper| keeper.offer)
    }

    /// Notes a text that is no record. It stays where it is.
    pub(super) fn put_aside(self, key: &Key, text: &str) {
        let entry = (key.to_string(), text.to_owned());
        if !self.parts().set_aside.with_untracked(|aside| aside.contains(&entry)) {
            self.parts().set_aside.update(|aside| aside.push(entry));
        }
    }

    /// Says whether this text was noted.
    pub(super) fn is_aside(self, key: &Key, text: &str) -> bool {
        let key = key.to_string();
        self.parts()
            .set_aside
            .with_untracked(|aside| aside.iter().any(|(name, noted)| *name == key && noted == text))
    }

    pub(super) fn set_aside(self) -> Vec<(String, String)> {
        self.parts().set_aside.get()
    }

    pub(super) fn forget_set_aside(self) {
        self.parts().set_aside.set(Vec::new());
        self.parts().changed.update(|changed| *changed += 1);
    }

    /// Another tab has written or erased something.
    pub(super) fn heard(self) {
        self.parts().changed.update(|changed| *changed += 1);
    }

    /// To be told whenever something was written or erased.
    pub(super) fn track(self) {
        self.parts().changed.track();
    }

    pub(super) fn keeps_anything(self) -> bool {
        self.track();
        !storage::all(Key::PREFIX).is_empty()
    }

    pub(super) fn trouble(self) -> Option<&'static str> {
        let trouble = self.parts().trouble.get().filter(|_| !self.parts().dismissed.get())?;
        Some(match trouble {
            NotKept::Blocked => t::store_blocked(),
            NotKept::Full => t::store_full(),
        })
    }

    pub(super) fn dismiss_trouble(self) {
        self.parts().dismissed.set(true);
    }
}
