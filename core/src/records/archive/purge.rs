//! Takes what was deleted out of the parts that still hold it.
//!
//! A tombstone keeps an event from coming back, but a part is never changed, so the words of a deleted event would
//! stay on the device. Such a part is replaced: a new part holds what counts now, then a tombstone takes the place of
//! the old one.

use std::collections::BTreeSet;

use super::{Archived, Folded, MOST, Part, pack, read_part};
use crate::records::form::{Form, look};
use crate::records::{EventId, Key, MAX_REVISION, Record};
use crate::tracker::Event;

/// What takes deleted words out of the archive. Write `parts` into every copy, then `replace`: it may be interrupted
/// after any write, and asking again gives the rest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Purge {
    /// New parts.
    pub parts: Vec<Folded>,
    /// Tombstones to write over the parts they replace.
    pub replace: Vec<(Key, String)>,
}

/// Finds parts that hold an event which was deleted since, or words which were changed since. `now` is the present
/// state of every event: all parts and all single keys, joined. A part with entries that can't be read stays.
pub fn purge<'a>(parts: impl IntoIterator<Item = (&'a Key, &'a str)>, now: &Archived) -> Purge {
    let mut done = Purge::default();
    let mut moved: BTreeSet<EventId> = BTreeSet::new();
    for (key, text) in parts {
        let (Some(part), Form::Record(head)) = (read_part(text), look(text)) else { continue };
        let can_be_replaced = part.unreadable == 0 && head.revision < MAX_REVISION;
        if !can_be_replaced || !part.events.iter().any(|(id, then)| is_past(then, now.get(id))) {
            continue;
        }
        let Ok(tombstone) = Record::<Event>::stored(head.revision + 1, None).write() else { continue };
        done.replace.push((key.clone(), tombstone));
        moved.extend(ids(part));
    }
    let moved: Vec<_> = moved.iter().filter_map(|id| now.get_key_value(id)).collect();
    done.parts = moved.chunks(MOST).filter_map(|some| pack(some.iter().copied())).collect();
    done
}

fn ids(part: Part) -> impl Iterator<Item = EventId> {
    part.events.into_iter().map(|(id, _)| id)
}

fn is_past(then: &Record<Event>, now: Option<&Record<Event>>) -> bool {
    match (then.content(), now.map(Record::content)) {
        (Some(_), Some(None)) => true,
        (Some(then), Some(Some(now))) => {
            (then.note.is_some() && then.note != now.note)
                || (then.details.is_some() && then.details != now.details)
        }
        _ => false,
    }
}
