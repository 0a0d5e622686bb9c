//! A card as bytes.
//!
//! `sort, mood, from, goals, ready, words`, then two bytes that notice a card of which a messenger cut off the end, or
//! of which a letter was changed. A text is its length in bytes and its letters in UTF-8; a list is its length and its parts; a
//! length is one byte, or two from 128 on.

use super::{Card, CardGoal, MOST_GOALS, Mood, Sort, Week};

const NO_WEEK: u8 = 0xff;

pub(super) fn write(card: &Card) -> Vec<u8> {
    let card = card.tidy();
    let mut out = vec![card.sort as u8, card.mood.map_or(0, |mood| mood as u8 + 1)];
    text(&mut out, &card.from);
    length(&mut out, card.goals.len());
    for goal in &card.goals {
        text(&mut out, &goal.name);
        out.push(goal.week.map_or(NO_WEEK, |week| week.counted << 4 | week.of));
    }
    length(&mut out, card.ready.len());
    out.extend_from_slice(&card.ready);
    text(&mut out, &card.words);
    let sum = sum(&out);
    out.extend_from_slice(&sum);
    out
}

fn length(out: &mut Vec<u8>, length: usize) {
    if length < 128 {
        out.push(length as u8);
    } else {
        out.extend_from_slice(&[(length >> 8) as u8 | 128, length as u8]);
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    length(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Fletcher's sum of 16 bits.
fn sum(bytes: &[u8]) -> [u8; 2] {
    let (low, high) = bytes.iter().fold((0_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 255;
        (low, (high + low) % 255)
    });
    [high as u8, low as u8]
}

/// `None` for what no card is written as.
pub(super) fn read(bytes: &[u8]) -> Option<Card> {
    let (body, given) = bytes.split_last_chunk::<2>()?;
    if sum(body) != *given {
        return None;
    }
    let mut rest = Rest(body);
    let sort = match rest.byte()? {
        0 => Sort::CheckIn,
        1 => Sort::Encouragement,
        _ => return None,
    };
    let mood = match rest.byte()? {
        0 => None,
        number => Some(*Mood::ALL.get(usize::from(number - 1))?),
    };
    let from = rest.text()?;
    let count = rest.length().filter(|count| *count <= MOST_GOALS)?;
    let mut goals = Vec::with_capacity(count);
    for _ in 0..count {
        let name = rest.text()?;
        let week = match rest.byte()? {
            NO_WEEK => None,
            both => Some(Week { counted: both >> 4, of: both & 15 }),
        };
        goals.push(CardGoal { name, week });
    }
    let count = rest.length()?;
    let ready = rest.take(count)?.to_vec();
    let card = Card { sort, from, mood, goals, ready, words: rest.text()? };
    // What could not be written so is no card of ours: nothing odd comes in that way.
    (rest.0.is_empty() && card.tidy() == card).then_some(card)
}

struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn length(&mut self) -> Option<usize> {
        let first = usize::from(self.byte()?);
        Some(if first < 128 { first } else { (first & 127) << 8 | usize::from(self.byte()?) })
    }

    fn text(&mut self) -> Option<String> {
        let length = self.length()?;
        Some(std::str::from_utf8(self.take(length)?).ok()?.to_owned())
    }
}
