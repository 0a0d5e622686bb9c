//! What could not be read, and why: for the nonprofit whose feed it is, and for the visitor who wonders.

use crate::json::readable;
use serde::Serialize;

/// What reading one feed gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FeedReport {
    /// Where the feed is, as `site.json` has it.
    pub src: String,
    /// What people call it.
    pub label: String,
    /// How many listings it gave.
    pub listings: usize,
    /// How many rows were left out.
    pub unread: usize,
    /// The rows that were left out, the first [`MOST_ROWS`] of them.
    pub rows: Vec<RowProblem>,
    /// What was read, but not as it was perhaps meant: sentences, each once.
    pub notes: Vec<String>,
    /// Why the feed as a whole could not be read: a sentence.
    pub trouble: Option<String>,
}

/// One row that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowProblem {
    /// Its position in the feed, from 1.
    pub row: usize,
    /// The beginning of the row, so that it can be found.
    pub begins: String,
    /// Why it was left out, and what to do.
    pub why: String,
}

/// How many rows a report names; more are only counted.
pub const MOST_ROWS: usize = 50;
/// How many notes a report has; a feed with more has one fault many times.
const MOST_NOTES: usize = 40;

impl FeedReport {
    pub(super) fn leave_out(&mut self, row: usize, begins: &str, why: &str) {
        self.unread += 1;
        if self.rows.len() < MOST_ROWS {
            let begins: String = begins.chars().take(80).collect();
            self.rows.push(RowProblem { row, begins, why: why.to_owned() });
        }
    }

    /// Tells whether the feed could be read and has no row.
    pub fn is_empty(&self) -> bool {
        self.trouble.is_none() && self.listings == 0 && self.unread == 0
    }

    /// Adds a sentence, once.
    pub fn note(&mut self, sentence: String) {
        if self.notes.len() < MOST_NOTES && !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
    }
}

readable! {
    FeedReport { src, label, listings, unread, rows, notes, trouble }
    RowProblem { row, begins, why }
}
