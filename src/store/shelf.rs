//! All records of one sort, in memory and on the disk.

use std::collections::BTreeMap;
use std::fmt::Debug;

use alongside_core::records::lock::{Sealed, is_sealed};
use alongside_core::records::{Key, Reading, Record, migrate};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::disk::{self, Disk};
use super::lock;

pub(super) type Records<I, T> = BTreeMap<I, Record<T>>;

/// Contents with their ids, tombstones left out.
type Living<'a, I, T> = Box<dyn Iterator<Item = (&'a I, &'a T)> + 'a>;

/// The records of one sort, tombstones among them.
pub(super) struct Shelf<I: 'static, T: 'static> {
    disk: Disk,
    key: fn(I) -> Key,
    records: RwSignal<Records<I, T>>,
}

impl<I: 'static, T: 'static> Clone for Shelf<I, T> {
    fn clone(&self) -> Shelf<I, T> {
        *self
    }
}

impl<I: 'static, T: 'static> Copy for Shelf<I, T> {}

impl<I, T> Shelf<I, T>
where
    I: Ord + Clone + Debug + Send + Sync + 'static,
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    pub(super) fn new(disk: Disk, key: fn(I) -> Key) -> Shelf<I, T> {
        Shelf { disk, key, records: RwSignal::new(BTreeMap::new()) }
    }

    /// Reads what the disk holds.
    pub(super) fn read_all(self, texts: Vec<(I, String)>) -> Vec<(I, Record<T>)> {
        texts.into_iter().filter_map(|(id, text)| Some((id.clone(), self.read(&id, &text)?))).collect()
    }

    /// Takes many records that were joined already.
    pub(super) fn fill(self, read: Records<I, T>) {
        if self.records.with_untracked(Records::is_empty) {
            self.records.set(read);
        } else {
            self.join(read);
        }
    }

    /// Joins records that were read.
    pub(super) fn join(self, read: impl IntoIterator<Item = (I, Record<T>)>) {
        self.records.update(|records| {
            for (id, record) in read {
                let merged = match records.remove(&id) {
                    Some(own) => own.merge(record),
                    None => record,
                };
                records.insert(id, merged);
            }
        });
    }

    /// Joins what another tab wrote. Where our copy holds, it is written again, so that all end up the same.
    pub(super) fn hear(self, id: I, text: &str) {
        let Some(theirs) = self.read(&id, text) else { return };
        let own = self.records.with_untracked(|records| records.get(&id).cloned());
        let merged = match own {
            Some(own) => own.merge(theirs.clone()),
            None => theirs.clone(),
        };
        if merged == theirs {
            self.hold(id, merged);
        } else if lock::is_on() {
            // Of equal revisions the greater encrypted text holds, which is chance: ours must be later.
            self.keep(id, merged.again());
        } else {
            self.keep(id, merged);
        }
    }

    /// Gives the content of one record. Tracked.
    pub(super) fn get(self, id: &I) -> Option<T> {
        self.records.with(|records| records.get(id).and_then(Record::content).cloned())
    }

    /// Reads all contents; tombstones are left out. Tracked.
    pub(super) fn with<R>(self, read: impl FnOnce(Living<'_, I, T>) -> R) -> R {
        self.records.with(|records| {
            read(Box::new(records.iter().filter_map(|(id, record)| Some((id, record.content()?)))))
        })
    }

    /// The same without being told of changes.
    pub(super) fn peek<R>(self, read: impl FnOnce(Living<'_, I, T>) -> R) -> R {
        untrack(|| self.with(read))
    }

    /// Keeps a content under its id: a new record, or the next revision of the one that is there.
    pub(super) fn put(self, id: I, content: T) {
        if !self.disk.may_write() {
            return;
        }
        let record = match self.newest(&id) {
            Some(record) => record.edited(content),
            None => Record::new(content),
        };
        self.keep(id, record);
    }

    /// Deletes a record; its tombstone stays, so that no old copy brings it back.
    pub(super) fn delete(self, id: &I) {
        if !self.disk.may_write() {
            return;
        }
        if let Some(record) = self.newest(id) {
            self.keep(id.clone(), record.deleted());
        }
    }

    /// Hands over all records, tombstones among them.
    pub(super) fn with_records<R>(self, read: impl FnOnce(&Records<I, T>) -> R) -> R {
        self.records.with_untracked(read)
    }

    pub(super) fn forget(self) {
        self.records.set(BTreeMap::new());
    }

    /// The record as it stands, with what another tab may have written this very moment.
    fn newest(self, id: &I) -> Option<Record<T>> {
        let own = self.records.with_untracked(|records| records.get(id).cloned());
        let text = disk::get(&self.key_of(id));
        if let Some(sealed) = text.as_deref().and_then(Sealed::read) {
            // What it says is heard in a moment. Whatever it is, what is written now is later.
            return own.map(|own| own.at_least(sealed.revision));
        }
        let theirs = text.and_then(|text| self.read(id, &text));
        match (own, theirs) {
            (Some(own), Some(theirs)) => Some(own.merge(theirs)),
            (own, theirs) => own.or(theirs),
        }
    }

    fn keep(self, id: I, record: Record<T>) {
        let key = self.key_of(&id);
        if let Ok(text) = record.write()
            && !self.is_untouchable(&key)
        {
            self.disk.write(&key, &text);
        }
        self.hold(id, record);
    }

    fn hold(self, id: I, record: Record<T>) {
        self.records.update(|records| drop(records.insert(id, record)));
    }

    fn read(self, id: &I, text: &str) -> Option<Record<T>> {
        match migrate::read(|| self.key_of(id), text) {
            Reading::Record(record) => Some(record),
            Reading::Newer => None,
            Reading::Unreadable => {
                self.disk.put_aside(&self.key_of(id), text);
                None
            }
        }
    }

    /// What can't be read, and what a newer version wrote, is never overwritten.
    fn is_untouchable(self, key: &Key) -> bool {
        disk::get(key).is_some_and(|text| {
            let is_record =
                is_sealed(&text) || matches!(migrate::read::<T>(|| key.clone(), &text), Reading::Record(_));
            !is_record || self.disk.is_aside(key, &text)
        })
    }

    pub(super) fn key_of(self, id: &I) -> Key {
        (self.key)(id.clone())
    }
}
