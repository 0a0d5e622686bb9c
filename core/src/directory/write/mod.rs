//! Listings as files that other programs read: tables and JSON, which are read back equal, and calendars.

mod calendar;
mod csv;
mod meeting_guide;

pub use calendar::{Calendar, Clocks, NoPlan, Title, begins, plan};
pub use csv::Table;
pub(crate) use csv::line;
pub use meeting_guide::MeetingGuide;

use super::listing::Listing;
use super::schedule::{Slot, clock, write_hours};
use super::text::clean;
use std::borrow::Cow;

/// Tells whether a spreadsheet may run a cell that begins so as a formula.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
pub(crate) fn starts_a_formula(char: char) -> bool {
    matches!(char, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Gives the slug of a listing: its id without its feed.
fn slug(listing: &Listing) -> &str {
    listing.id.0.split_once('~').map_or(&listing.id.0, |(_, slug)| slug)
}

/// Gives a text so that cleaning it while reading gives it back: readers decode entities once.
fn once_encoded(text: &str) -> Cow<'_, str> {
    if text.contains('&') && clean(text).as_deref() != Some(text) {
        Cow::Owned(text.replace('&', "&amp;"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The times of a listing as the field's formats have them.
enum Times {
    /// No days.
    None,
    /// The same hours on each of some days of every week.
    Weekly { days: Vec<u8>, start: Option<String>, end: Option<String> },
    /// Anything else, in words: Meeting Guide has no monthly meetings and no hours that differ.
    Words(String),
}

fn times(slots: &[Slot]) -> Times {
    let Some(first) = slots.first() else { return Times::None };
    let same =
        |slot: &Slot| slot.weeks.is_every() && (slot.start, slot.length) == (first.start, first.length);
    let days: Vec<u8> = slots.iter().map(|slot| slot.day.index()).collect();
    let twice = days.iter().enumerate().any(|(at, day)| days[..at].contains(day));
    let end = first.end().map(clock);
    let start = first.start.map(clock);
    // An end that equals its start would be read as none.
    if slots.iter().all(same) && !twice && (end.is_none() || end != start) {
        Times::Weekly { days, start, end }
    } else {
        Times::Words(write_hours(slots))
    }
}

#[cfg(test)]
mod tests;
