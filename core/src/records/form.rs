//! What a stored text is, seen from outside: its schema and its revision, not what it says.
//!
//! Two stored forms are records. The plain one is `{"v":1,"d":{"rev":3,…}}`, see [`Record`](super::Record). The
//! encrypted one has its revision outside, so that copies can be joined while the lock is closed:
//! `{"v":1,"rev":3,"e":{"k":"<id of the data key>","iv":"…","c":"…"}}`. A tombstone stays plain.

use serde::Deserialize;

use super::record::is_newer;
use super::{MAX_REVISION, SCHEMA};

/// What a stored text is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Form {
    /// A record of this schema or of an older one, which can be raised.
    Record(Head),
    /// Written by a newer version of the app: leave it untouched.
    Newer,
    /// Not a record: set it aside, never overwrite it, offer it for download.
    Unreadable,
}

/// What can be known of a record without its content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// The schema it was written in.
    pub schema: u32,
    /// Its revision, 1 or more.
    pub revision: u64,
    /// What lies inside.
    pub body: Body,
}

/// What lies inside a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Body {
    /// A content anybody can read.
    Plain,
    /// Nothing: the record was deleted.
    Tombstone,
    /// A content that needs the data key of this id.
    Encrypted(String),
}

/// Looks at a stored text, whatever it is.
pub fn look(text: &str) -> Form {
    look_as(SCHEMA, text)
}

/// The same as an app would that writes another schema.
pub(super) fn look_as(schema: u32, text: &str) -> Form {
    match serde_json::from_str::<Outside>(text).ok().and_then(|outside| outside.head(schema)) {
        Some(head) => Form::Record(head),
        None if is_newer(text, schema) => Form::Newer,
        None => Form::Unreadable,
    }
}

#[derive(Deserialize)]
struct Outside {
    v: u32,
    rev: Option<u64>,
    d: Option<Inside>,
    e: Option<Sealed>,
}

#[derive(Deserialize)]
struct Inside {
    rev: u64,
    #[serde(default)]
    deleted: bool,
}

#[derive(Deserialize)]
struct Sealed {
    k: String,
    #[serde(rename = "iv")]
    _iv: String,
    #[serde(rename = "c")]
    _c: String,
}

impl Outside {
    fn head(self, known: u32) -> Option<Head> {
        let (revision, body) = match (self.d, self.e, self.rev) {
            (Some(Inside { rev, deleted: true }), None, _) => (rev, Body::Tombstone),
            (Some(Inside { rev, deleted: false }), None, _) => (rev, Body::Plain),
            (None, Some(sealed), Some(rev)) => (rev, Body::Encrypted(sealed.k)),
            _ => return None,
        };
        let is_known = (1..=known).contains(&self.v) && (1..=MAX_REVISION).contains(&revision);
        is_known.then_some(Head { schema: self.v, revision, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Option<(u64, Body)> {
        match look(text) {
            Form::Record(head) => Some((head.revision, head.body)),
            Form::Newer | Form::Unreadable => None,
        }
    }

    #[test]
    fn plain_records_tombstones_and_encrypted_records_are_told_apart() {
        assert_eq!(head(r#"{"v":1,"d":{"rev":3,"name":"x"}}"#), Some((3, Body::Plain)));
        assert_eq!(head(r#"{"v":1,"d":{"rev":4,"deleted":true}}"#), Some((4, Body::Tombstone)));
        assert_eq!(
            head(r#"{"v":1,"rev":5,"e":{"k":"a1","iv":"AAAA","c":"BBBB"}}"#),
            Some((5, Body::Encrypted("a1".to_owned())))
        );
    }

    #[test]
    fn what_is_no_record_is_unreadable_and_what_is_newer_is_newer() {
        for text in [
            "",
            "{",
            "null",
            r#"{"v":1}"#,
            r#"{"v":0,"d":{"rev":1}}"#,
            r#"{"v":1,"d":{"rev":0}}"#,
            r#"{"v":1,"d":{"rev":9007199254740992}}"#,
            r#"{"v":1,"d":null,"rev":1}"#,
            r#"{"v":1,"e":{"k":"a","iv":"a","c":"a"}}"#,
            r#"{"v":1,"rev":1,"e":{"k":"a","iv":"a"}}"#,
            r#"{"v":1,"rev":1,"e":{"k":"a","iv":"a","c":"a"},"d":{"rev":1}}"#,
            r#"{"v":1,"v":1,"d":{"rev":1}}"#,
        ] {
            assert_eq!(look(text), Form::Unreadable, "{text}");
        }
        for text in [r#"{"v":2,"d":{"rev":1}}"#, r#"{"v":2}"#, r#"{"v":1e9,"e":[]}"#] {
            assert_eq!(look(text), Form::Newer, "{text}");
        }
        assert_eq!(look(&"[".repeat(100_000)), Form::Unreadable);
    }

    #[test]
    fn a_record_of_an_older_schema_is_a_record() {
        let text = r#"{"v":1,"d":{"rev":3}}"#;
        let expected = Head { schema: 1, revision: 3, body: Body::Plain };
        assert_eq!(look_as(2, text), Form::Record(expected));
    }
}
