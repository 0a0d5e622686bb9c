//! The listings of all feeds, column by column.
//!
//! A hundred thousand listings as structs with a dozen texts each would take 100 MB in wasm. Here every
//! distinct text is held once, and a listing is a few numbers. [`Store::listing`] gives the record back.

use crate::directory::listing::{Attendance, Coordinates, Field, Listing, ListingId};
use crate::directory::schedule::Slot;
use crate::time::Date;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Position of a listing in the store.
pub(crate) type At = usize;

/// Distinct texts, each held once, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    all: String,
    ends: Vec<u32>,
    known: HashMap<u64, u32>,
}

impl Texts {
    pub(crate) fn get(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends.get(id - 1).copied().unwrap_or(0) as usize };
        let end = self.ends.get(id).copied().unwrap_or(0) as usize;
        self.all.get(start..end).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn add(&mut self, text: &str) -> u32 {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let hash = hasher.finish();
        if let Some(id) = self.known.get(&hash).copied().filter(|id| self.get(*id) == text) {
            return id;
        }
        let id = self.ends.len() as u32;
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        self.known.insert(hash, id);
        id
    }

    /// Forgets how to find a text again: nothing is added any more.
    fn close(&mut self) {
        self.known = HashMap::new();
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Distinct values, each held once.
#[derive(Debug)]
pub(crate) struct Distinct<T> {
    values: Vec<T>,
    known: HashMap<T, u32>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Distinct<T> {
        Distinct { values: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Distinct<T> {
    pub(crate) fn add(&mut self, value: &T) -> u32 {
        if let Some(id) = self.known.get(value) {
            return *id;
        }
        let id = self.values.len() as u32;
        self.values.push(value.clone());
        self.known.insert(value.clone(), id);
        id
    }

    pub(crate) fn all(&self) -> &[T] {
        &self.values
    }

    pub(crate) fn get(&self, id: u32) -> Option<&T> {
        self.values.get(id as usize)
    }
}

/// A type code with the program that it is of, and the one whose names it has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TypeOf {
    pub(crate) program: Option<String>,
    pub(crate) codes_of: Option<String>,
    pub(crate) code: String,
}

/// A slot in a zone: `zone` is a position in [`Store::zones`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ZonedSlot {
    pub(crate) zone: u32,
    pub(crate) slot: Slot,
}

/// Lists of numbers of different lengths, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    all: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.all.extend(list);
        self.ends.push(self.all.len() as u32);
    }

    pub(crate) fn get(&self, at: At) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(0) as usize };
        let end = self.ends.get(at).copied().unwrap_or(0) as usize;
        self.all.get(start..end).unwrap_or_default()
    }

    fn truncate(&mut self, len: usize) {
        self.ends.truncate(len);
        self.all.truncate(self.ends.last().copied().unwrap_or(0) as usize);
    }

    fn close(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

const NO_PROGRAM: u32 = u32::MAX;

/// A field and a text share a number: 64 fields, 67 million texts.
const TEXT_BITS: u32 = 26;
const MOST_TEXTS: u32 = (1 << TEXT_BITS) - 1;

fn with_field(field: Field, text: u32) -> u32 {
    (field as u32) << TEXT_BITS | text.min(MOST_TEXTS)
}

/// What is held of a listing besides its lists.
#[derive(Clone, Copy, Debug)]
struct Row {
    id: u32,
    feed: u16,
    service: bool,
    approximate: bool,
    by_appointment: bool,
    attendance: Attendance,
    program: u32,
    kind: u32,
    chain: u32,
    zone: u32,
    coordinates: Option<Coordinates>,
    updated: Option<Date>,
}

/// The listings of all feeds.
#[derive(Debug, Default)]
pub(crate) struct Store {
    rows: Vec<Row>,
    pub(crate) texts: Texts,
    /// Per listing its fields, each in one number with its text; see [`with_field`].
    fields: Lists,
    slots: Lists,
    types: Lists,
    pub(crate) all_slots: Distinct<ZonedSlot>,
    pub(crate) all_types: Distinct<TypeOf>,
    pub(crate) programs: Distinct<String>,
    pub(crate) kinds: Distinct<String>,
    /// Distinct lists of regions, most general first.
    pub(crate) chains: Distinct<Vec<String>>,
    /// The zone that a row gave and the feed it is of, as [`Zones`](super::when::Zones) resolves it.
    pub(crate) zones: Distinct<(u16, Option<String>)>,
}

impl Store {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn push(&mut self, feed: u16, listing: &Listing) {
        let zone = self.zones.add(&(feed, listing.zone.clone()));
        let slots: Vec<u32> =
            listing.slots.iter().map(|slot| self.all_slots.add(&ZonedSlot { zone, slot: *slot })).collect();
        let types: Vec<u32> = listing
            .types
            .iter()
            .map(|code| {
                let (program, codes_of) = (listing.program.clone(), listing.codes_of.clone());
                self.all_types.add(&TypeOf { program, codes_of, code: code.clone() })
            })
            .collect();
        let fields: Vec<u32> =
            listing.texts.iter().map(|(field, text)| with_field(*field, self.texts.add(text))).collect();
        let row = Row {
            id: self.texts.add(&listing.id.0),
            feed,
            service: listing.service,
            approximate: listing.approximate,
            by_appointment: listing.by_appointment,
            attendance: listing.attendance,
            program: listing.program.as_ref().map_or(NO_PROGRAM, |program| self.programs.add(program)),
            kind: listing.kind.as_ref().map_or(NO_PROGRAM, |kind| self.kinds.add(kind)),
            chain: self.chains.add(&listing.regions),
            zone,
            coordinates: listing.coordinates,
            updated: listing.updated,
        };
        self.slots.push(slots);
        self.types.push(types);
        self.fields.push(fields);
        self.rows.push(row);
    }

    /// Drops all listings from a position on: those of a feed that turned out to be broken.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.rows.truncate(len);
        self.slots.truncate(len);
        self.types.truncate(len);
        self.fields.truncate(len);
    }

    /// Frees what is only needed while listings are added.
    pub(crate) fn close(&mut self) {
        self.texts.close();
        self.rows.shrink_to_fit();
        self.slots.close();
        self.types.close();
        self.fields.close();
    }

    pub(crate) fn id(&self, at: At) -> &str {
        self.rows.get(at).map_or("", |row| self.texts.get(row.id))
    }

    pub(crate) fn feed(&self, at: At) -> u16 {
        self.rows.get(at).map_or(0, |row| row.feed)
    }

    pub(crate) fn is_service(&self, at: At) -> bool {
        self.rows.get(at).is_some_and(|row| row.service)
    }

    pub(crate) fn is_by_appointment(&self, at: At) -> bool {
        self.rows.get(at).is_some_and(|row| row.by_appointment)
    }

    pub(crate) fn is_approximate(&self, at: At) -> bool {
        self.rows.get(at).is_some_and(|row| row.approximate)
    }

    pub(crate) fn attendance(&self, at: At) -> Attendance {
        self.rows.get(at).map_or(Attendance::Inactive, |row| row.attendance)
    }

    pub(crate) fn coordinates(&self, at: At) -> Option<Coordinates> {
        self.rows.get(at)?.coordinates
    }

    pub(crate) fn program(&self, at: At) -> Option<u32> {
        self.rows.get(at).map(|row| row.program).filter(|program| *program != NO_PROGRAM)
    }

    pub(crate) fn kind(&self, at: At) -> Option<u32> {
        self.rows.get(at).map(|row| row.kind).filter(|kind| *kind != NO_PROGRAM)
    }

    pub(crate) fn chain(&self, at: At) -> u32 {
        self.rows.get(at).map_or(0, |row| row.chain)
    }

    pub(crate) fn slots(&self, at: At) -> &[u32] {
        self.slots.get(at)
    }

    pub(crate) fn types(&self, at: At) -> &[u32] {
        self.types.get(at)
    }

    /// Gives the fields of a listing with the ids of their texts.
    pub(crate) fn fields(&self, at: At) -> impl Iterator<Item = (Field, u32)> + '_ {
        let both = |both: &u32| Some((*Field::ALL.get((both >> TEXT_BITS) as usize)?, both & MOST_TEXTS));
        self.fields.get(at).iter().filter_map(both)
    }

    pub(crate) fn text(&self, at: At, field: Field) -> Option<&str> {
        self.fields(at).find(|(name, _)| *name == field).map(|(_, text)| self.texts.get(text))
    }

    pub(crate) fn position(&self, id: &str) -> Option<At> {
        (0..self.len()).find(|at| self.id(*at) == id)
    }

    /// Gives a listing back as a record.
    pub(crate) fn listing(&self, at: At) -> Option<Listing> {
        let row = self.rows.get(at)?;
        let types: Vec<&TypeOf> = self.types(at).iter().filter_map(|id| self.all_types.get(*id)).collect();
        Some(Listing {
            id: ListingId(self.id(at).to_owned()),
            service: row.service,
            program: self.program(at).and_then(|id| self.programs.get(id)).cloned(),
            codes_of: types.first().and_then(|one| one.codes_of.clone()),
            kind: self.kind(at).and_then(|id| self.kinds.get(id)).cloned(),
            texts: self.fields(at).map(|(field, text)| (field, self.texts.get(text).to_owned())).collect(),
            regions: self.chains.get(row.chain).cloned().unwrap_or_default(),
            types: types.iter().map(|one| one.code.clone()).collect(),
            slots: self
                .slots(at)
                .iter()
                .filter_map(|id| self.all_slots.get(*id))
                .map(|zoned| zoned.slot)
                .collect(),
            by_appointment: row.by_appointment,
            zone: self.zones.get(row.zone).and_then(|(_, zone)| zone.clone()),
            attendance: row.attendance,
            coordinates: row.coordinates,
            approximate: row.approximate,
            updated: row.updated,
        })
    }
}
