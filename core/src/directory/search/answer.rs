//! What a page is told: counts, rows that are ready to be shown, choices with their counts.

use crate::directory::listing::{Attendance, Field};
use crate::directory::schedule::Weeks;
use crate::json::readable;
use serde::Serialize;

/// The answer to a question: how many listings match, and the first of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// How many match.
    pub total: usize,
    /// The first of them, in order.
    pub rows: Vec<ResultRow>,
    /// What is chosen, besides words: only what counts.
    pub chosen: Vec<Chosen>,
    /// How the place was understood, if there is one in the filters.
    pub near: Option<Near>,
}

/// How a place in the filters was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
    /// What it is called; as it was typed if it was not found, or is a point.
    pub name: String,
    /// False for a place that no listing names, and for a position that is not known.
    pub found: bool,
    /// True for the device's position.
    pub is_me: bool,
}

/// One part of the filters that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// The filter's key in the address.
    pub key: String,
    /// The part, as it is written in the address.
    pub part: String,
    /// What the directory calls it; `None` for words that the interface has.
    pub name: Option<String>,
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResultRow {
    /// Id of the listing.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// True for a service.
    pub service: bool,
    /// How it can be attended.
    pub attendance: Attendance,
    /// The slot that decided its place in the order.
    pub slot: Option<SlotView>,
    /// How many other slots it has.
    pub more_slots: usize,
    /// True if people make an appointment.
    pub by_appointment: bool,
    /// The place's name.
    pub location: Option<String>,
    /// The full address.
    pub address: Option<String>,
    /// True if the place is only known roughly.
    pub approximate: bool,
    /// Its most precise region.
    pub region: Option<String>,
    /// The link to join.
    pub join_link: Option<String>,
    /// The provider of that link, if its host is known.
    pub provider: Option<String>,
    /// The number to dial in or to call, as it is written.
    pub number: Option<String>,
    /// Short name of its program.
    pub program: Option<String>,
    /// Id of its kind of support.
    pub kind: Option<String>,
    /// The names of its types in the language asked for; a code without a name stands as it is.
    pub types: Vec<String>,
    /// How far it is, in tenths of the site's unit; see [`distance_digits`](super::distance_digits).
    pub distance: Option<u32>,
}

/// A slot, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SlotView {
    /// In its own zone.
    pub own: TimeView,
    /// The weeks of the month in which it takes place.
    pub weeks: Weeks,
    /// On the visitor's clocks, where they show something else.
    pub yours: Option<TimeView>,
    /// True if the visitor's time comes first: the listing can only be joined online.
    pub yours_first: bool,
    /// Minutes until it starts; negative if it is in progress; `None` without a time.
    pub starts_in: Option<i64>,
    /// Minutes until it ends, if it is in progress.
    pub left: Option<i64>,
}

/// A weekday and times on the clocks of one zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimeView {
    /// 0 is Sunday.
    pub day: u8,
    /// Minute of the day; `None`: time not given.
    pub start: Option<u16>,
    /// Minute of the day; `None`: end not given.
    pub end: Option<u16>,
    /// The zone's name.
    pub zone: String,
}

/// All of one listing, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListingView {
    /// What its row in the results shows.
    pub row: ResultRow,
    /// All its slots, the next one first.
    pub slots: Vec<SlotView>,
    /// Its texts.
    pub texts: Vec<(Field, String)>,
    /// Its regions, most general first.
    pub regions: Vec<String>,
    /// Its types.
    pub types: Vec<TypeView>,
    /// Key of the program whose names its types have.
    pub types_of: Option<String>,
    /// Full name of its program.
    pub program_name: Option<String>,
    /// When its record was last changed, as YYYY-MM-DD.
    pub updated: Option<String>,
    /// What its feed is called.
    pub feed_label: String,
    /// Who receives corrections.
    pub feed_email: Vec<String>,
    /// Other listings at the same address, those that are next first.
    pub here: Vec<ResultRow>,
    /// True if it is in no list any more: this is what it said when it was saved.
    pub gone: bool,
}

/// A type of a listing, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TypeView {
    /// Its code.
    pub code: String,
    /// Its name in the language asked for; the code if it has none.
    pub name: String,
    /// Its English name, by which a note explains it; the code if it has none.
    pub english: String,
}

impl ListingView {
    /// Gives one of its texts.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

/// What can be chosen, with how many listings each choice would leave. What would leave none is not in a list of
/// choices, unless it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Sunday to Saturday.
    pub days: Vec<usize>,
    /// Morning, midday, evening, night.
    pub times: Vec<usize>,
    /// In progress, starting within 60 minutes.
    pub open: Vec<usize>,
    /// In person, online, hybrid, inactive.
    pub attendance: Vec<usize>,
    /// Programs, by name.
    pub programs: Vec<Choice>,
    /// Types, by program and name.
    pub types: Vec<Choice>,
    /// Regions, as a tree: most general first, children behind their parent. A level that every listing shares is
    /// not among them.
    pub regions: Vec<Choice>,
    /// Kinds of support, by id.
    pub kinds: Vec<Choice>,
    /// Needs that services answer, in the order of `needs.txt`.
    pub needs: Vec<Choice>,
    /// Languages that are spoken at services, by name.
    pub languages: Vec<Choice>,
    /// How many services say that something costs nothing, and that one can come without an appointment.
    pub ease: Vec<usize>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// How it is written in the address.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// How deep it lies in a tree, from 0.
    pub depth: u8,
    /// Short name of the program that it is of, where several programs are listed.
    pub of: Option<String>,
    /// How many listings it would leave.
    pub count: usize,
    /// The part of the address that chooses it, if it is chosen.
    pub chosen_by: Option<String>,
}

readable! {
    Answer { total, rows, chosen, near }
    Near { name, found, is_me }
    Chosen { key, part, name }
    ResultRow { id, name, service, attendance, slot, more_slots, by_appointment, location, address, approximate, region, join_link, provider, number, program, kind, types, distance }
    SlotView { own, weeks, yours, yours_first, starts_in, left }
    TimeView { day, start, end, zone }
    ListingView { row, slots, texts, regions, types, types_of, program_name, updated, feed_label, feed_email, here, gone }
    TypeView { code, name, english }
    Facets { days, times, open, attendance, programs, types, regions, kinds, needs, languages, ease }
    Choice { value, name, depth, of, count, chosen_by }
}
