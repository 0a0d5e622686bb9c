//! One event of an archive part in a few characters.
//!
//! An entry is a letter for what happened, a digit for the goal's place in the part's table, fourteen digits for
//! the event's id, the digits of the instant, and, if the revision is not 1, a dot and the digits of the
//! revision: `d0AbCdEfGhIjKlMnQAAAA.C`. Digits are those of base 64. The instant is in milliseconds since
//! [`BEFORE`] the day began in UTC, so that it has five digits for an event that was noted within days. The
//! entry of a tombstone is the fourteen digits of its id and, after a dot, its revision.

use crate::records::{EventId, GoalId, MAX_REVISION, Record};
use crate::time::Date;
use crate::tracker::{Event, What};

/// How many goals a part's table has room for.
pub(super) const GOALS: usize = 64;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The value of each digit; of no digit, 64.
const VALUES: [u8; 256] = {
    let mut values = [64; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};
/// An id that was made from random bytes has 16 letters and digits of base 32, which are 80 bits.
const ID_LETTERS: usize = 16;
const ID_DIGITS: usize = 14;
/// No entry is shorter, with the space after it.
pub(super) const SHORTEST: usize = ID_DIGITS + 4;
const DAY_MS: i64 = 86_400_000;
/// Three days in milliseconds, and a little.
const BEFORE: i64 = 1 << 28;

/// One event of a part, without its note.
pub(super) struct Short {
    pub(super) id: EventId,
    revision: u64,
    event: Event,
}

impl Short {
    /// Reads the entry of one day; `None` if it is none.
    pub(super) fn read(text: &str, day: Date, goals: &[Option<GoalId>]) -> Option<Short> {
        let (head, revision) = read_revision(text)?;
        let what = what_of(*head.as_bytes().first()?)?;
        let goal = goals.get(usize::from(value_of(*head.as_bytes().get(1)?)?))?.clone()?;
        let id = read_id(head.get(2..2 + ID_DIGITS)?)?;
        let offset = i64::try_from(number(head.get(2 + ID_DIGITS..)?)?).ok()?;
        let at = offset.checked_add(first_instant(day))?;
        Some(Short { id, revision, event: Event { goal, day, at, what, note: None } })
    }

    /// Gives the event's record, with its note.
    pub(super) fn record(self, note: Option<String>) -> Record<Event> {
        Record::stored(self.revision, Some(Event { note, ..self.event }))
    }
}

/// Writes an event of the goal at this place of the table; `None` if it doesn't fit the short form.
pub(super) fn write(id: &EventId, revision: u64, event: &Event, goal: usize) -> Option<String> {
    let offset = u64::try_from(event.at.checked_sub(first_instant(event.day))?).ok()?;
    let mut text = String::with_capacity(24);
    text.push(letter_of(event.what));
    text.push(char::from(*DIGITS.get(goal)?));
    write_id(&mut text, id)?;
    write_number(&mut text, offset);
    write_revision(&mut text, revision);
    Some(text)
}

/// Reads the entry of a tombstone; `None` if it is none.
pub(super) fn read_gone(text: &str) -> Option<(EventId, Record<Event>)> {
    let (id, revision) = read_revision(text)?;
    Some((read_id(id)?, Record::stored(revision, None)))
}

/// Writes a tombstone; `None` if its id doesn't fit the short form.
pub(super) fn write_gone(id: &EventId, revision: u64) -> Option<String> {
    let mut text = String::with_capacity(ID_DIGITS + 2);
    write_id(&mut text, id)?;
    write_revision(&mut text, revision);
    Some(text)
}

fn first_instant(day: Date) -> i64 {
    i64::from(day.days()) * DAY_MS - BEFORE
}

fn letter_of(what: What) -> char {
    match what {
        What::Done => 'd',
        What::NotDone => 'n',
        What::Skipped => 's',
        What::Cleared => 'c',
        What::Lapse => 'l',
        What::RunStart => 'r',
        What::Note => 'w',
    }
}

fn what_of(letter: u8) -> Option<What> {
    Some(match letter {
        b'd' => What::Done,
        b'n' => What::NotDone,
        b's' => What::Skipped,
        b'c' => What::Cleared,
        b'l' => What::Lapse,
        b'r' => What::RunStart,
        b'w' => What::Note,
        _ => return None,
    })
}

fn read_revision(text: &str) -> Option<(&str, u64)> {
    let Some((head, revision)) = text.split_once('.') else { return Some((text, 1)) };
    let revision = number(revision)?;
    (1..=MAX_REVISION).contains(&revision).then_some((head, revision))
}

fn write_revision(text: &mut String, revision: u64) {
    if revision != 1 {
        text.push('.');
        write_number(text, revision);
    }
}

fn read_id(digits: &str) -> Option<EventId> {
    if digits.len() != ID_DIGITS {
        return None;
    }
    let bits = digits.bytes().try_fold(0u128, |sum, digit| Some(sum << 6 | u128::from(value_of(digit)?)))?;
    if bits >> 80 != 0 {
        return None;
    }
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&bits.to_be_bytes()[6..]);
    Some(EventId::from_random(bytes))
}

fn write_id(text: &mut String, id: &EventId) -> Option<()> {
    if id.as_str().len() != ID_LETTERS {
        return None;
    }
    let bits = id.as_str().bytes().try_fold(0u128, |sum, letter| {
        let value = match letter {
            b'a'..=b'z' => letter - b'a',
            b'2'..=b'7' => letter - b'2' + 26,
            _ => return None,
        };
        Some(sum << 5 | u128::from(value))
    })?;
    for place in (0..ID_DIGITS).rev() {
        text.push(char::from(DIGITS[(bits >> (6 * place) & 63) as usize]));
    }
    Some(())
}

fn number(digits: &str) -> Option<u64> {
    // Ten digits are 60 bits.
    if !(1..=10).contains(&digits.len()) {
        return None;
    }
    digits.bytes().try_fold(0, |sum, digit| Some(sum << 6 | u64::from(value_of(digit)?)))
}

fn write_number(text: &mut String, number: u64) {
    let places = (64 - number.leading_zeros()).div_ceil(6).max(1);
    for place in (0..places).rev() {
        text.push(char::from(DIGITS[(number >> (6 * place) & 63) as usize]));
    }
}

fn value_of(digit: u8) -> Option<u8> {
    let value = VALUES[usize::from(digit)];
    (value < 64).then_some(value)
}
