//! Listings that a person wants to keep, each as a snapshot with their own note.

use alongside_core::directory::{Saved, Snapshot};
use alongside_core::order::sort_short;
use alongside_core::records::SavedId;

use super::{Door, Store};
use crate::platform::{clock, random};

/// What is done with the list from pages that come without it: its code, with the store's, is 110 KB.
#[derive(Clone, Copy)]
pub(crate) struct SavedList {
    /// What is saved. Tracked.
    pub(crate) all: fn(Store) -> Vec<Saved>,
    /// How it can be reached. Tracked.
    pub(crate) door: fn(Store) -> Door,
    /// Saves a listing; false if that can't be.
    pub(crate) save: fn(Store, Snapshot) -> bool,
    /// Takes a listing off, and gives what puts it back.
    pub(crate) unsave: fn(Store, &str) -> Undo,
}

type Undo = Box<dyn Fn() + Send + Sync>;

pub(crate) const SAVED_LIST: SavedList = SavedList {
    all: Store::saved,
    door: Store::door,
    save: Store::save,
    unsave: |store, listing| Box::new(store.unsave(&|one| one == listing)),
};

impl Store {
    /// What is saved, the last first; of several records of one listing the last. Tracked.
    pub(crate) fn saved(self) -> Vec<Saved> {
        self.load();
        let mut all: Vec<Saved> = self.saved.with(|saved| saved.map(|(_, one)| one.clone()).collect());
        sort_short(&mut all, |a, b| (b.at, &b.snapshot.listing) < (a.at, &a.snapshot.listing));
        let mut known: Vec<String> = Vec::new();
        all.retain(|one| {
            let is_new = !known.contains(&one.snapshot.listing);
            known.push(one.snapshot.listing.clone());
            is_new
        });
        all
    }

    /// Saves a listing; false if the browser has no source of chance.
    pub(crate) fn save(self, snapshot: Snapshot) -> bool {
        self.load();
        let Some(chance) = random::bytes() else { return false };
        let saved = Saved { snapshot, note: None, at: clock::now_ms() };
        self.put_first(|| self.saved.put(SavedId::from_random(chance), saved));
        true
    }

    /// Changes the note on a saved listing; an empty one is none.
    pub(crate) fn note_on(self, listing: &str, note: &str) {
        let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
        for (id, saved) in self.of_listing(&|one| one == listing) {
            if saved.note != note {
                self.saved.put(id, Saved { note: note.clone(), ..saved });
            }
        }
    }

    /// Takes listings off the list, and gives what puts them back.
    pub(crate) fn unsave(self, is_one: &dyn Fn(&str) -> bool) -> impl Fn() + Send + Sync + use<> {
        let taken = self.of_listing(is_one);
        for (id, _) in &taken {
            self.saved.delete(id);
        }
        move || {
            for (id, saved) in &taken {
                self.saved.put(id.clone(), saved.clone());
            }
        }
    }

    fn of_listing(self, is_one: &dyn Fn(&str) -> bool) -> Vec<(SavedId, Saved)> {
        self.load();
        self.saved.peek(|saved| {
            let fits = saved.filter(|(_, one)| is_one(&one.snapshot.listing));
            fits.map(|(id, one)| (id.clone(), one.clone())).collect()
        })
    }
}
