//! What the app notes about its own storage: a record like any other, never encrypted.

use alongside_core::records::backup::reminder::Since;
use alongside_core::records::lock::Lock;
use alongside_core::records::{Key, Reading, Record, migrate};
use alongside_core::time::Date;
use serde::{Deserialize, Serialize};

use super::disk;
use crate::platform::storage::NotKept;

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Meta {
    /// From the first save to the erase: see `era`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) era: Option<String>,
    /// The lock, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lock: Option<Lock>,
    /// The day of the last backup, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) backup: Option<Date>,
    /// From when the next reminder of a backup is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reminded: Option<Since>,
}

/// Reads a copy's note of itself.
pub(super) fn read(text: &str) -> Option<Meta> {
    match migrate::read::<Meta>(|| Key::Meta, text) {
        Reading::Record(record) => record.into_content(),
        Reading::Newer | Reading::Unreadable => None,
    }
}

/// What the first copy notes.
pub(super) fn kept() -> Meta {
    disk::get(&Key::Meta).and_then(|text| read(&text)).unwrap_or_default()
}

/// Gives the text with something changed; `None` if what is there can't be read, or is of a newer version.
pub(super) fn changed(change: impl FnOnce(&mut Meta)) -> Result<String, NotKept> {
    let Some(text) = disk::get(&Key::Meta) else {
        let mut meta = Meta::default();
        change(&mut meta);
        return Record::new(meta).write().map_err(|_| NotKept::Blocked);
    };
    let Reading::Record(record) = migrate::read::<Meta>(|| Key::Meta, &text) else {
        return Err(NotKept::Blocked);
    };
    let mut meta = record.content().cloned().unwrap_or_default();
    change(&mut meta);
    record.edited(meta).write().map_err(|_| NotKept::Blocked)
}
