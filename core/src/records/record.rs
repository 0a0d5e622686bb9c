//! One record: its content or its tombstone, with a revision; how it is written, read and joined.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The schema that is written: `v` of every record.
pub const SCHEMA: u32 = 1;

/// The greatest revision that can be read: the greatest whole number that every JSON reader keeps exactly.
pub const MAX_REVISION: u64 = (1 << 53) - 1;

/// A record of content `T`, or the tombstone that remains of a deleted one.
///
/// Its text is `{"v":1,"d":{"rev":3,…}}`, with the fields of `T` beside the revision, or
/// `{"v":1,"d":{"rev":4,"deleted":true}}`. So `T` is written as an object that has neither a `rev` nor a
/// `deleted`. A tombstone stays, so that an old copy can't bring the record back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record<T> {
    revision: u64,
    content: Option<T>,
}

/// What a stored text turned out to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading<T> {
    /// A record, or a tombstone: then it has no content.
    Record(Record<T>),
    /// Written by a newer version of the app: leave it untouched.
    Newer,
    /// Not a record: set it aside, never overwrite it, offer it for download.
    Unreadable,
}

impl<T> Record<T> {
    /// Makes the first revision of a record.
    pub fn new(content: T) -> Record<T> {
        Record { revision: 1, content: Some(content) }
    }

    /// Makes a record that was stored in another form; the revision must be 1 or more.
    pub(super) fn stored(revision: u64, content: Option<T>) -> Record<T> {
        Record { revision, content }
    }

    /// Gives the next revision, with new content; of a tombstone it brings the record back.
    #[must_use]
    pub fn edited(&self, content: T) -> Record<T> {
        Record { revision: self.next(), content: Some(content) }
    }

    /// Gives the next revision as a tombstone. To undo it, keep the content and call [`Record::edited`].
    #[must_use]
    pub fn deleted(&self) -> Record<T> {
        Record { revision: self.next(), content: None }
    }

    /// Gives the same with the next revision.
    #[must_use]
    pub fn again(self) -> Record<T> {
        Record { revision: self.next(), content: self.content }
    }

    /// Gives the same with this revision, if it is the greater one: another copy is that far.
    #[must_use]
    pub fn at_least(self, revision: u64) -> Record<T> {
        Record { revision: self.revision.max(revision).min(MAX_REVISION), content: self.content }
    }

    /// Gives the content; `None` if this is a tombstone.
    pub fn content(&self) -> Option<&T> {
        self.content.as_ref()
    }

    /// Gives the content itself; `None` if this is a tombstone.
    pub fn into_content(self) -> Option<T> {
        self.content
    }

    /// Gives the revision, 1 or more.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Tells whether this is a tombstone.
    pub fn is_deleted(&self) -> bool {
        self.content.is_none()
    }

    fn next(&self) -> u64 {
        (self.revision + 1).min(MAX_REVISION)
    }
}

impl<T: Serialize> Record<T> {
    /// Gives the text to store. An error means that `T` can't be an object in JSON.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        let (deleted, content) = (self.is_deleted().then_some(true), self.content.as_ref());
        serde_json::to_string(&Written { v: SCHEMA, d: WrittenBody { rev: self.revision, deleted, content } })
    }

    /// Joins two copies of one record: the greater revision holds, ties by the greater text, compared byte by
    /// byte. The result is the same in any order and however often it is done.
    #[must_use]
    pub fn merge(self, other: Record<T>) -> Record<T> {
        let other_holds = match other.revision.cmp(&self.revision) {
            std::cmp::Ordering::Equal => other.write().ok() > self.write().ok(),
            order => order.is_gt(),
        };
        if other_holds { other } else { self }
    }
}

impl<T: DeserializeOwned> Record<T> {
    /// Reads a stored text, whatever it is.
    pub fn read(text: &str) -> Reading<T> {
        let head: Head = match serde_json::from_str(text) {
            Ok(head) => head,
            Err(_) => return unreadable_or_newer(text),
        };
        if head.v != SCHEMA {
            return unreadable_or_newer(text);
        }
        let HeadBody { rev: revision, deleted } = head.d;
        if !(1..=MAX_REVISION).contains(&revision) {
            return Reading::Unreadable;
        }
        if deleted {
            return Reading::Record(Record { revision, content: None });
        }
        match serde_json::from_str::<Body<T>>(text) {
            Ok(body) => Reading::Record(Record { revision, content: Some(body.d) }),
            Err(_) => Reading::Unreadable,
        }
    }
}

fn unreadable_or_newer<T>(text: &str) -> Reading<T> {
    if is_newer(text, SCHEMA) { Reading::Newer } else { Reading::Unreadable }
}

/// Tells a text that a newer version wrote, whatever else it holds, from one that is no record.
pub(super) fn is_newer(text: &str, schema: u32) -> bool {
    serde_json::from_str::<Version>(text).is_ok_and(|version| version.v > f64::from(schema))
}

#[derive(Serialize)]
struct Written<'a, T> {
    v: u32,
    d: WrittenBody<'a, T>,
}

#[derive(Serialize)]
struct WrittenBody<'a, T> {
    rev: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    deleted: Option<bool>,
    #[serde(flatten)]
    content: Option<&'a T>,
}

// Reading takes two typed passes over a short text, revision first and content second: `flatten` would
// collect every record into a map before `T` sees it, which costs more with tens of thousands of events.
#[derive(Deserialize)]
struct Head {
    v: u32,
    d: HeadBody,
}

#[derive(Deserialize)]
struct HeadBody {
    rev: u64,
    #[serde(default)]
    deleted: bool,
}

#[derive(Deserialize)]
struct Body<T> {
    d: T,
}

#[derive(Deserialize)]
struct Version {
    v: f64,
}
