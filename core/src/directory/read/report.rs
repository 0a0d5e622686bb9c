//! What could not be read, and why: for the nonprofit whose feed it is, and for the visitor who wonders.

use crate::json::readable;
use crate::time::Date;
use serde::Serialize;

/// What reading one feed gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FeedReport {
    /// Where the feed is, as `site.json` has it.
    pub src: String,
    /// What people call it.
    pub label: String,
    /// The format that was recognized, as people call it.
    pub format: String,
    /// How many listings it gave.
    pub listings: usize,
    /// How many rows were left out.
    pub unread: usize,
    /// The rows that were left out, the first [`MOST_ROWS`] of them.
    pub rows: Vec<RowProblem>,
    /// How many fields could not be used of rows that are shown.
    pub unused: usize,
    /// Those fields, the first [`MOST_ROWS`] of them.
    pub fields: Vec<RowProblem>,
    /// What was read, but not as it was perhaps meant: sentences, each once.
    pub notes: Vec<String>,
    /// When the listing that was changed last was changed, as YYYY-MM-DD: how old the feed is.
    pub updated: Option<String>,
    /// Why the feed as a whole could not be read: a sentence.
    pub trouble: Option<String>,
}

/// A row that was left out, or a field of one that could not be used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowProblem {
    /// Its position in the feed, from 1; of a table the row's number in the spreadsheet, where the names of the
    /// columns are row 1.
    pub row: usize,
    /// The beginning of the row, so that it can be found.
    pub begins: String,
    /// The field, as Meeting Guide calls it; empty for a row as a whole.
    pub field: String,
    /// What the field says, shortened.
    pub value: String,
    /// Why it could not be used: a sentence.
    pub why: String,
    /// What to do: a sentence.
    pub fix: String,
}

/// How many rows and fields a report names; more are only counted.
pub const MOST_ROWS: usize = 50;
/// How many notes a report has; a feed with more has one fault many times.
const MOST_NOTES: usize = 40;

/// What can be wrong with a row or a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoRecord,
    NoName,
    Day,
    Time,
    Hours,
    Rule,
    Link,
    DialIn,
    Coordinates,
    Updated,
    Attendance,
    Program,
    SlugTwice,
    TooLong,
}

impl Fault {
    /// Gives why it could not be used, and what to do: words for the volunteer who looks after the list.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Fault::NoRecord => {
                ("It is not a record with named fields.", "Write it like the other rows, with a name.")
            }
            Fault::NoName => ("It has no name.", "Give it one, and it is shown."),
            Fault::Day => (
                "This is no day of the week, so it is not found by day.",
                "Write the day’s name, or a number from 0 for Sunday to 6 for Saturday.",
            ),
            Fault::Time => {
                ("This is no time of day, so the time is shown as not given.", "Write 19:30 or 7:30 PM.")
            }
            Fault::Hours => (
                "These hours could not be read, so they are shown as they stand and not searched.",
                "Write them like “Mon-Fri 9:00-17:00; 2nd Tue 18:30-20:00”.",
            ),
            Fault::Rule => (
                "This rule could not be read, so it gives no day.",
                "Use days of a week or of a month, such as FREQ=MONTHLY and BYDAY=2TU.",
            ),
            Fault::Link => {
                ("This is no web address, so it is not shown.", "Write all of it, from https:// on.")
            }
            Fault::DialIn => (
                "This has fewer than seven digits, so nobody can dial in with it.",
                "Write the whole number.",
            ),
            Fault::Coordinates => (
                "This is no place on a map, so no distance is shown.",
                "Write degrees, the latitude from -90 to 90 first, or leave both empty.",
            ),
            Fault::Updated => ("This is no date that could be read.", "Write it as 2026-11-30."),
            Fault::Attendance => (
                "This word is not known, so it was worked out from the address and the link.",
                "Write in_person, online, hybrid or inactive.",
            ),
            Fault::Program => (
                "This program is not known, so that of the list is used.",
                "Write its short name, such as AA or NA.",
            ),
            Fault::SlugTwice => (
                "An earlier row has the same short name, so this one gets a link of its own, which changes when \
                 its name, time or place does.",
                "Give each row its own.",
            ),
            Fault::TooLong => {
                ("This is very long. The end is cut off.", "Keep it shorter than 20,000 letters.")
            }
        }
    }

    /// Gives the problem with a field of a row.
    pub(super) fn of(self, row: usize, begins: &str, field: &str, value: &str) -> RowProblem {
        let (why, fix) = self.words();
        RowProblem {
            row,
            begins: begins.chars().take(80).collect(),
            field: field.to_owned(),
            value: value.chars().take(60).collect(),
            why: why.to_owned(),
            fix: fix.to_owned(),
        }
    }
}

impl FeedReport {
    pub(super) fn leave_out(&mut self, row: usize, begins: &str, fault: Fault) {
        self.unread += 1;
        if self.rows.len() < MOST_ROWS {
            self.rows.push(fault.of(row, begins, if fault == Fault::NoName { "name" } else { "" }, ""));
        }
    }

    pub(super) fn not_used(&mut self, row: usize, begins: &str, field: &str, value: &str, fault: Fault) {
        self.unused += 1;
        if self.fields.len() < MOST_ROWS {
            self.fields.push(fault.of(row, begins, field, value));
        }
    }

    /// Counts a listing, and keeps when it was changed if none was changed later.
    pub(super) fn add(&mut self, updated: Option<Date>) {
        self.listings += 1;
        if let Some(updated) =
            updated.map(|date| date.to_string()).filter(|date| Some(date) > self.updated.as_ref())
        {
            self.updated = Some(updated);
        }
    }

    /// Tells whether the feed could be read and has no row.
    pub fn is_empty(&self) -> bool {
        self.trouble.is_none() && self.listings == 0 && self.unread == 0
    }

    /// Tells whether none of its listings was changed in the last 90 days. A feed without dates is not called old.
    pub fn is_old(&self, today: Date) -> bool {
        crate::directory::is_old(self.updated.as_deref().and_then(Date::parse), today)
    }

    /// Adds a sentence, once.
    pub fn note(&mut self, sentence: String) {
        if self.notes.len() < MOST_NOTES && !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
    }
}

readable! {
    FeedReport { src, label, format, listings, unread, rows, unused, fields, notes, updated, trouble }
    RowProblem { row, begins, field, value, why, fix }
}
