//! One event of an archive part in a few characters.
//!
//! An entry is a letter for what happened, a capital one where the offset is the one that stands with the part, a digit for the goal's place in the part's table (`*` for what is the
//! person's own), fourteen digits for the event's id, the digits of the instant, and then what there is of these: `+`
//! and the digits of the offset plus [`OFFSETS`], `:` and the digits of the amount, `~` and the fourteen digits of the
//! event that it corrects, and, if the revision is not 1, a dot and the digits of the revision:
//! `d0AbCdEfGhIjKlMnQAAAA+Uk.C`. Digits are those of base 64. The instant is in milliseconds since
//! [`BEFORE`] the day began in UTC, so that it has five digits for an event that was noted within days. The
//! entry of a tombstone is the fourteen digits of its id and, after a dot, its revision.

use crate::records::{EventId, GoalId, MAX_REVISION, Record};
use crate::time::Date;
use crate::tracker::{Amount, Details, Event, What};

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

/// Offsets from UTC lie within 14 hours; one more than this is kept as its own text.
const OFFSETS: i16 = 1024;
/// In place of the goal's digit: the event is of no goal.
pub(super) const NO_GOAL: char = '*';

/// What stands once with a part for all its entries.
pub(super) struct Table {
    pub(super) goals: Vec<Option<GoalId>>,
    pub(super) offset: Option<i16>,
}

/// One event of a part, without its words.
pub(super) struct Short {
    pub(super) id: EventId,
    revision: u64,
    event: Event,
}

impl Short {
    /// Reads the entry of one day; `None` if it is none.
    pub(super) fn read(text: &str, day: Date, table: &Table) -> Option<Short> {
        let (head, revision) = read_revision(text)?;
        let letter = *head.as_bytes().first()?;
        let what = what_of(letter.to_ascii_lowercase())?;
        let place = *head.as_bytes().get(1)?;
        let goal = match char::from(place) {
            NO_GOAL => None,
            _ => Some(table.goals.get(usize::from(value_of(place)?))?.clone()?),
        };
        let id = read_id(head.get(2..2 + ID_DIGITS)?)?;
        let (rest, corrects) = optional(head.get(2 + ID_DIGITS..)?, '~', read_id)?;
        let (rest, amount) = optional(rest, ':', |digits| Amount::from_thousandths(number(digits)?))?;
        let (instant, offset) =
            optional(rest, '+', |digits| Some(i16::try_from(number(digits)?).ok()? - OFFSETS))?;
        let offset = if letter.is_ascii_uppercase() { Some(table.offset?) } else { offset };
        let at = i64::try_from(number(instant)?).ok()?.checked_add(first_instant(day))?;
        Some(Short {
            id,
            revision,
            event: Event { offset, amount, corrects, ..Event::new(goal, day, at, what) },
        })
    }

    /// Gives the event's record, with its words.
    pub(super) fn record(self, note: Option<String>, details: Option<Box<Details>>) -> Record<Event> {
        Record::stored(self.revision, Some(Event { note, details, ..self.event }))
    }
}

/// Gives the digit of a place in a part's table of goals; `None` if the table has no room for it.
pub(super) fn digit(place: usize) -> Option<char> {
    DIGITS.get(place).map(|digit| char::from(*digit))
}

/// Writes an event whose goal has this digit, in a part with this offset; `None` if it doesn't fit the short form.
pub(super) fn write(
    id: &EventId,
    revision: u64,
    event: &Event,
    (goal, common): (char, Option<i16>),
) -> Option<String> {
    let instant = u64::try_from(event.at.checked_sub(first_instant(event.day))?).ok()?;
    let mut text = String::with_capacity(32);
    let own_offset = event.offset.filter(|offset| common != Some(*offset));
    let letter = letter_of(event.what);
    text.push(if event.offset.is_some() && own_offset.is_none() {
        letter.to_ascii_uppercase()
    } else {
        letter
    });
    text.push(goal);
    write_id(&mut text, id)?;
    write_number(&mut text, instant);
    if let Some(offset) = own_offset {
        text.push('+');
        write_number(&mut text, u64::try_from(offset.checked_add(OFFSETS)?).ok()?);
    }
    if let Some(amount) = event.amount {
        text.push(':');
        write_number(&mut text, amount.thousandths());
    }
    if let Some(corrected) = &event.corrects {
        text.push('~');
        write_id(&mut text, corrected)?;
    }
    write_revision(&mut text, revision);
    Some(text)
}

/// Takes off what may follow a sign. `None` if it follows and can't be read.
fn optional<T>(text: &str, sign: char, read: impl Fn(&str) -> Option<T>) -> Option<(&str, Option<T>)> {
    match text.split_once(sign) {
        Some((head, digits)) => Some((head, Some(read(digits)?))),
        None => Some((text, None)),
    }
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
        What::Amount => 'a',
        What::CheckIn => 'i',
        What::Coped => 'k',
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
        b'a' => What::Amount,
        b'i' => What::CheckIn,
        b'k' => What::Coped,
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
