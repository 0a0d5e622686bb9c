//! Old events, folded into parts that are written once and never changed.
//!
//! A part is a record like any other, under a key of its own:
//! `{"v":1,"d":{"rev":1,"goals":["…"],"offset":-300,"days":{"2026-01-01":"D0… d1…"},"gone":"…","notes":{"<event>":"…"},"more":{"<event>":"<record>"}}}`.
//! - `days` holds the events of each day, one short entry each, see [`entry`]; a goal is its place in `goals`.
//! - `offset` is the offset from UTC that most of the events have.
//! - `gone` holds the tombstones, which have no day.
//! - `notes` holds the words of those events that have some, `details` what else was said.
//! - `more` holds, as its own text, each event that a short entry can't say exactly.
//!
//! Every entry stands for itself, so one that can't be read costs no other. A part that was cut is no JSON: it
//! is set aside as a whole, which is why a part holds [`MOST`] events and not all.
//!
//! On load all parts and all single keys are joined by the event's id: the greater revision holds, as
//! everywhere. So nothing is lost or counted twice, whoever folds, when, and how often. A part's id is made from
//! its text: two tabs that fold the same events write the same key.

mod entry;
mod purge;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use serde::{Deserialize, Serialize};

use super::{ArchiveId, EventId, GoalId, ID_BYTES, Key, Reading, Record, migrate};
use crate::time::Date;
use crate::tracker::{Details, Event};
use entry::{Short, Table};
pub use purge::{Purge, purge};

/// An event is folded when its day lies more days back than this.
pub const FOLD_AFTER_DAYS: i32 = 60;
/// How many events are worth a part.
pub const LEAST: usize = 200;
/// How many events a part holds at most.
pub const MOST: usize = 2_000;

/// Events of archive parts by their ids, tombstones among them.
pub type Archived = BTreeMap<EventId, Record<Event>>;

/// A new part, and the keys whose records it holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folded {
    /// The key of the part.
    pub key: Key,
    /// The text of the part.
    pub text: String,
    /// The single keys that are not needed any more, once the part is in every copy. Look at each with
    /// [`is_folded`](super::copy::is_folded) right before it is removed.
    pub keys: Vec<Key>,
}

/// What a part holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Part {
    /// Its events, tombstones among them.
    pub events: Vec<(EventId, Record<Event>)>,
    /// How many entries could not be read. The part stays as it is; offer its text for download.
    pub unreadable: usize,
}

/// Folds old events and tombstones, given in any order, if there are enough of them. `events` are those that have
/// a key of their own. Ask again until there is nothing more to fold.
pub fn fold<'a>(
    events: impl IntoIterator<Item = (&'a EventId, &'a Record<Event>)>,
    today: Date,
) -> Option<Folded> {
    let is_old = |event: &Event| today.days_since(event.day) > FOLD_AFTER_DAYS;
    let mut old: Vec<_> =
        events.into_iter().filter(|(_, record)| record.content().is_none_or(is_old)).collect();
    old.sort_unstable_by_key(|(id, record)| (record.content().map(|event| event.day), *id));
    old.dedup_by_key(|(id, _)| *id);
    old.truncate(MOST);
    if old.len() < LEAST { None } else { pack(old) }
}

/// Puts events into one part. `None` if there are none.
pub fn pack<'a>(events: impl IntoIterator<Item = (&'a EventId, &'a Record<Event>)>) -> Option<Folded> {
    let events: BTreeMap<&EventId, &Record<Event>> = events.into_iter().collect();
    let offset = common_offset(events.values().filter_map(|record| record.content()));
    let mut body = Stored { offset, ..Stored::default() };
    for (id, record) in &events {
        body.add(id, record)?;
    }
    if events.is_empty() {
        return None;
    }
    let text = Record::new(body).write().ok()?;
    let keys = events.into_keys().cloned().map(Key::Event).collect();
    Some(Folded { key: Key::Archive(id_of(&text)), text, keys })
}

/// Reads a part; `None` if it is no part that this version can read ([`look`](super::form::look) says why).
pub fn read_part(text: &str) -> Option<Part> {
    match migrate::read::<Stored>(|| Key::Archive(id_of(text)), text) {
        Reading::Record(record) => Some(record.content().map(Stored::read).unwrap_or_default()),
        Reading::Newer | Reading::Unreadable => None,
    }
}

/// Joins the events of all parts at once: the same as [`add`], and faster for many. Only short keys are put in order,
/// not the events themselves, and a tree of what is in order already is made in a fraction of the time.
pub fn join_parts(parts: impl IntoIterator<Item = Part>) -> Archived {
    let parts: Vec<Part> = parts.into_iter().collect();
    let mut events: Vec<Option<(EventId, Record<Event>)>> =
        Vec::with_capacity(parts.iter().map(|part| part.events.len()).sum());
    events.extend(parts.into_iter().flat_map(|part| part.events).map(Some));
    let mut order: Vec<(u64, u32)> =
        (0..).zip(&events).filter_map(|(place, event)| Some((event.as_ref()?.0.first(), place))).collect();
    // Ids whose first characters are the same are few; they are compared whole.
    let id = |place: u32| events.get(place as usize).and_then(|event| Some(&event.as_ref()?.0));
    order.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| id(one.1).cmp(&id(other.1))));
    let mut joined: Vec<(EventId, Record<Event>)> = Vec::with_capacity(order.len());
    for (_, place) in order {
        let Some((id, record)) = events.get_mut(place as usize).and_then(Option::take) else { continue };
        match joined.last_mut() {
            Some(last) if last.0 == id => last.1 = last.1.clone().merge(record),
            _ => joined.push((id, record)),
        }
    }
    joined.into_iter().collect()
}

/// Joins events to those that are known, by their ids: the greater revision holds.
pub fn add(archived: &mut Archived, events: impl IntoIterator<Item = (EventId, Record<Event>)>) {
    for (id, record) in events {
        match archived.entry(id) {
            Slot::Vacant(slot) => drop(slot.insert(record)),
            Slot::Occupied(mut slot) => {
                let joined = slot.get().clone().merge(record);
                slot.insert(joined);
            }
        }
    }
}

/// A part's content as it is stored.
#[derive(Default, Serialize, Deserialize)]
struct Stored {
    #[serde(default)]
    goals: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    offset: Option<i16>,
    #[serde(default)]
    days: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    gone: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    notes: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    details: BTreeMap<String, Box<Details>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    more: BTreeMap<String, String>,
}

impl Stored {
    /// Adds one event; `None` if it can't be written at all.
    fn add(&mut self, id: &EventId, record: &Record<Event>) -> Option<()> {
        let short = match record.content() {
            None => entry::write_gone(id, record.revision()),
            Some(event) => {
                let goal = self.goal(event);
                goal.and_then(|goal| entry::write(id, record.revision(), event, (goal, self.offset)))
            }
        };
        // What the short form can't give back exactly keeps its own text.
        match (short, record.content()) {
            (Some(short), None) => append(&mut self.gone, &short),
            (Some(short), Some(event)) if self.says(&short, id, record, event) => {
                append(self.days.entry(event.day.to_string()).or_default(), &short);
                if let Some(note) = &event.note {
                    self.notes.insert(id.to_string(), note.clone());
                }
                if let Some(details) = &event.details {
                    self.details.insert(id.to_string(), details.clone());
                }
            }
            _ => drop(self.more.insert(id.to_string(), record.write().ok()?)),
        }
        Some(())
    }

    /// Gives the digit of an event's goal in the table, if it has one there or there is room for it.
    fn goal(&mut self, event: &Event) -> Option<char> {
        let Some(goal) = &event.goal else { return Some(entry::NO_GOAL) };
        let known = self.goals.iter().position(|known| known == goal.as_str());
        let place = known.unwrap_or(self.goals.len());
        let digit = entry::digit(place)?;
        if known.is_none() {
            self.goals.push(goal.to_string());
        }
        Some(digit)
    }

    fn says(&self, short: &str, id: &EventId, record: &Record<Event>, event: &Event) -> bool {
        let read = Short::read(short, event.day, &self.table());
        let (note, details) = (event.note.clone(), event.details.clone());
        read.is_some_and(|read| read.id == *id && read.record(note, details) == *record)
    }

    fn table(&self) -> Table {
        let goals = self.goals.iter().map(|goal| GoalId::parse(goal)).collect();
        Table { goals, offset: self.offset }
    }

    fn read(&self) -> Part {
        let table = self.table();
        let mut part = Part::default();
        part.events.reserve(self.days.values().map(String::len).sum::<usize>() / entry::SHORTEST);
        for (day, entries) in &self.days {
            let day = Date::parse(day);
            for short in entries.split(' ') {
                let read = day.and_then(|day| Short::read(short, day, &table));
                part.take(read.map(|read| {
                    let note = self.notes.get(read.id.as_str()).cloned();
                    let details = self.details.get(read.id.as_str()).cloned();
                    (read.id.clone(), read.record(note, details))
                }));
            }
        }
        for short in self.gone.split(' ').filter(|short| !short.is_empty()) {
            part.take(entry::read_gone(short));
        }
        for (id, text) in &self.more {
            part.take(EventId::parse(id).and_then(|id| match Record::read(text) {
                Reading::Record(record) => Some((id, record)),
                Reading::Newer | Reading::Unreadable => None,
            }));
        }
        part
    }
}

impl Part {
    fn take(&mut self, entry: Option<(EventId, Record<Event>)>) {
        match entry {
            Some(entry) => self.events.push(entry),
            None => self.unreadable += 1,
        }
    }
}

/// Gives the offset that most events have; of equally many the least.
fn common_offset<'a>(events: impl Iterator<Item = &'a Event>) -> Option<i16> {
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for offset in events.filter_map(|event| event.offset) {
        *counts.entry(offset).or_default() += 1;
    }
    let mut common: Option<(i16, usize)> = None;
    for (offset, count) in counts {
        if common.is_none_or(|(_, most)| count > most) {
            common = Some((offset, count));
        }
    }
    common.map(|(offset, _)| offset)
}

fn append(entries: &mut String, short: &str) {
    if !entries.is_empty() {
        entries.push(' ');
    }
    entries.push_str(short);
}

/// Makes a part's id from its text: 80 bits of FNV-1a. The text holds random ids, so it says nothing.
fn id_of(text: &str) -> ArchiveId {
    let hash = text.bytes().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    });
    let mut bytes = [0; ID_BYTES];
    bytes.copy_from_slice(&(hash ^ hash >> 80).to_le_bytes()[..ID_BYTES]);
    ArchiveId::from_random(bytes)
}

#[cfg(test)]
mod tests;
