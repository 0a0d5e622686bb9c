//! Tells whether everything was erased while this tab slept.

use std::cell::RefCell;

use alongside_core::records::erased::{self, Tab};
use alongside_core::records::{EventId, Key};

use super::{Store, disk, meta, second};
use crate::platform::random;

thread_local! {
    /// The era of what this tab has in memory.
    static OWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The era that a copy's record of itself says.
pub(super) fn of(text: &str) -> Option<String> {
    meta::read(text)?.era
}

/// The era of the first copy.
pub(super) fn kept() -> Option<String> {
    meta::kept().era
}

/// The era of this tab.
pub(super) fn own() -> Option<String> {
    OWN.with_borrow(Clone::clone)
}

/// This tab has forgotten all, or loads it anew.
pub(super) fn set(era: Option<String>) {
    OWN.set(era);
}

/// The record that begins an era; nothing if one has begun, or if what is there can't be read.
pub(super) fn begin() -> Option<String> {
    if disk::get(&Key::Meta).is_some() {
        return None;
    }
    let era = EventId::from_random(random::bytes()?).to_string();
    meta::changed(|meta| meta.era = Some(era)).ok()
}

impl Store {
    /// Makes sure that what this tab has in memory was not erased meanwhile; if it was, forgets it and says false.
    pub(super) fn is_awake(self) -> bool {
        let kept = kept();
        match erased::tab(own().as_deref(), kept.as_deref()) {
            Tab::Same => true,
            Tab::Adopt => {
                set(kept);
                true
            }
            // Two tabs that save for the first time at once begin two eras, of which one holds.
            Tab::Forget if self.is_still_there() => {
                set(kept);
                true
            }
            Tab::Forget => {
                set(kept);
                second::forget();
                self.forget();
                self.read_all();
                false
            }
        }
    }

    /// Says whether anything that this tab has in memory is in the first copy.
    fn is_still_there(self) -> bool {
        let is_there = |key: Key| disk::get(&key).is_some();
        self.goals.with_records(|goals| goals.keys().any(|id| is_there(Key::Goal(id.clone()))))
            || self.events.with_records(|events| events.keys().any(|id| is_there(Key::Event(id.clone()))))
            || self.saved.with_records(|saved| saved.keys().any(|id| is_there(Key::Saved(id.clone()))))
            || self.plan.with_records(|plan| plan.keys().any(|id| is_there(Key::Plan(id.clone()))))
    }
}
