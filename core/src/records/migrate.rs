//! Raises records of older schemas to the one that is written now.
//!
//! A migration goes from one schema to the next and has a date. Once a release has it, it is never edited:
//! somewhere a browser opens after two years what that release wrote. Each schema keeps fixtures in
//! `tests/fixtures/records/`, which are opened forever.
//!
//! **When the schema grows.** A field that an older version must not lose needs a new schema: an older version
//! drops fields it doesn't know when it edits a record, and leaves a newer schema untouched.
//!
//! **How it is done.** Texts are raised in memory when they are read. They are written when they are edited, or
//! by [`rest`], text by text; each is a record as before at every moment, so it may be interrupted anywhere. The
//! revision stays: of an older and a raised text of one revision the raised one holds, and an edit that an old
//! tab made meanwhile has a greater revision and holds against both. An encrypted record is raised after it was
//! decrypted, in its plain form.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::copy::Texts;
use super::form::{Form, Head, look_as};
use super::{Key, Reading, Record, SCHEMA};

/// One step from a schema to the next.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The schema it raises, to the next one.
    pub from: u32,
    /// The day it was written.
    pub date: &'static str,
    /// Changes the record's `d` in place; false if this is no such record.
    pub raise: fn(&Key, &mut Value) -> bool,
}

/// Every migration, oldest first. Schema 1 is the first.
pub const MIGRATIONS: &[Migration] = &[];

/// A stored text, as this version reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Opened<'a> {
    /// A record of today's schema: the text itself, or raised.
    Text(Cow<'a, str>),
    /// Written by a newer version of the app: leave it untouched.
    Newer,
    /// Not a record, or not one that its migration knows: set it aside.
    Unreadable,
}

/// Opens the text of a key, and raises it if it is of an older schema.
pub fn open<'a>(key: &Key, text: &'a str) -> Opened<'a> {
    open_with(MIGRATIONS, SCHEMA, key, text)
}

/// Reads the text of a key as a record, raised if it is of an older schema. The key is only asked for then.
pub fn read<T: DeserializeOwned>(key: impl FnOnce() -> Key, text: &str) -> Reading<T> {
    match Record::read(text) {
        // While there is no migration the code for it isn't there either.
        Reading::Unreadable if !MIGRATIONS.is_empty() => read_with(MIGRATIONS, SCHEMA, &key(), text),
        reading => reading,
    }
}

fn read_with<T: DeserializeOwned>(
    migrations: &[Migration],
    schema: u32,
    key: &Key,
    text: &str,
) -> Reading<T> {
    match open_with(migrations, schema, key, text) {
        Opened::Text(text) => Record::read(&text),
        Opened::Newer => Reading::Newer,
        Opened::Unreadable => Reading::Unreadable,
    }
}

/// Gives what is still to be raised on the disk: key, the text that is there, the text to write. Write each only if
/// the text still is there. Encrypted records are left out.
pub fn rest(texts: &Texts) -> Vec<(String, String, String)> {
    if MIGRATIONS.is_empty() { Vec::new() } else { rest_with(MIGRATIONS, SCHEMA, texts) }
}

fn open_with<'a>(migrations: &[Migration], schema: u32, key: &Key, text: &'a str) -> Opened<'a> {
    match look_as(schema, text) {
        Form::Newer => Opened::Newer,
        Form::Unreadable => Opened::Unreadable,
        Form::Record(head) if head.schema == schema => Opened::Text(Cow::Borrowed(text)),
        Form::Record(head) => raise(migrations, schema, key, text, &head)
            .map_or(Opened::Unreadable, |raised| Opened::Text(Cow::Owned(raised))),
    }
}

fn rest_with(migrations: &[Migration], schema: u32, texts: &Texts) -> Vec<(String, String, String)> {
    let raised =
        texts.iter().filter_map(|(key, text)| match open_with(migrations, schema, &Key::parse(key)?, text) {
            Opened::Text(Cow::Owned(raised)) => Some((key.clone(), text.clone(), raised)),
            Opened::Text(Cow::Borrowed(_)) | Opened::Newer | Opened::Unreadable => None,
        });
    raised.collect()
}

/// A tombstone has no content to raise: only its schema changes.
fn raise(migrations: &[Migration], schema: u32, key: &Key, text: &str, head: &Head) -> Option<String> {
    let mut record: Value = serde_json::from_str(text).ok()?;
    let body = record.get_mut("d")?;
    for from in head.schema..schema {
        let migration = migrations.iter().find(|migration| migration.from == from)?;
        if head.body == super::form::Body::Plain && !(migration.raise)(key, body) {
            return None;
        }
    }
    body.as_object_mut()?.insert("rev".to_owned(), head.revision.into());
    let body = serde_json::to_string(body).ok()?;
    Some(format!(r#"{{"v":{schema},"d":{body}}}"#))
}

#[cfg(test)]
#[path = "migrate_tests.rs"]
mod tests;
