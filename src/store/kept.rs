//! What is kept, in numbers for people.

use super::{Store, disk};
use crate::platform::storage;
use alongside_core::records::Key;
use alongside_core::tracker::Log;

/// What browsers give a site: keys and texts, in units of UTF-16. Chromium's figure, measured; others are near it.
const ROOM: usize = 5_242_880;

/// What is kept here now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) goals: usize,
    /// Days of goals that say something.
    pub(crate) days: usize,
    pub(crate) saved: usize,
    pub(crate) plan: usize,
    pub(crate) settings: bool,
    /// How much of the room is taken, in percent. Other pages of the same address take from it, too.
    pub(crate) percent: usize,
}

impl Store {
    /// What is kept here now. Tracked.
    pub(crate) fn kept(self) -> Kept {
        self.disk.track();
        let taken: usize = storage::all("").iter().map(|(key, text)| units(key) + units(text)).sum();
        Kept {
            goals: self.goals().len(),
            days: self.logs().all().map(Log::noted_days).sum(),
            saved: self.saved().len(),
            plan: self.plan().len(),
            settings: disk::get(&Key::Settings).is_some(),
            percent: (taken * 100 / ROOM).min(100),
        }
    }

    /// Says whether there is anything to take away. Tracked.
    pub(crate) fn has_anything(self) -> bool {
        !self.goals().is_empty()
            || !self.own_events().is_empty()
            || !self.saved().is_empty()
            || !self.plan().is_empty()
            || self.keeps_anything()
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
