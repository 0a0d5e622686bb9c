//! Days and hours as people write them: "Mon–Fri 9:00–17:00; 2nd and last Tuesday 18:30–20:00".
//!
//! A cell of a table says so, and what this writes is read back equal. A text is read whole or not at all: half
//! of somebody's opening hours would be worse than their own words.

use super::read::{day_named, read_day, read_time};
use super::{Slot, Weeks};
use crate::fold::fold;
use crate::time::{DAY, Weekday};
use std::fmt::Write as _;

/// Words between days and times, each line with what it means first, as [`fold`] has them.
const WORDS: &str = include_str!("words.txt");

enum Token {
    Day(Weekday),
    EveryDay,
    Week(i8),
    /// Minute of the day; 24:00 as well.
    Time(u16),
    To,
    /// A word that only joins others.
    Joins,
}

/// Reads days with their hours, clauses behind each other with `;` or on lines of their own; `None` if anything in
/// it is not understood, or if it has no day.
pub fn read_hours(text: &str) -> Option<Vec<Slot>> {
    let mut slots = Vec::new();
    for clause in text.split([';', '\n']).filter(|clause| !clause.trim().is_empty()) {
        read_clause(clause, &mut slots)?;
    }
    (!slots.is_empty()).then_some(slots)
}

/// Reads days without hours: "Monday and Wednesday", "Mon–Fri", "2nd Tuesday", "1, 3".
pub(crate) fn read_days(text: &str) -> Option<Vec<(Weekday, Weeks)>> {
    if let Some(day) = read_day(text) {
        return Some(vec![(day, Weeks::EVERY)]);
    }
    let slots = read_hours(text)?;
    slots.iter().map(|slot| slot.start.is_none().then_some((slot.day, slot.weeks))).collect()
}

fn read_clause(clause: &str, slots: &mut Vec<Slot>) -> Option<()> {
    let mut days: Vec<(Weekday, Weeks)> = Vec::new();
    let mut times: Vec<(u16, Option<u16>)> = Vec::new();
    let mut weeks = Weeks::EVERY;
    // Whether the last token was "to".
    let mut to = false;
    for token in tokens(clause)?.into_iter().filter(|token| !matches!(token, Token::Joins)) {
        if !matches!(token, Token::Time(_) | Token::To) && !times.is_empty() {
            add(&days, &times, slots)?;
            days.clear();
            times.clear();
        }
        match token {
            Token::Day(day) if to => {
                let (first, in_weeks) = *days.last().filter(|_| times.is_empty())?;
                let between = (1..7).map(|ahead| first.plus(ahead));
                days.extend(between.take_while(|next| *next != day).chain([day]).map(|day| (day, in_weeks)));
            }
            Token::Time(end) if to => times.last_mut()?.1 = Some(end),
            _ if to => return None,
            Token::Day(day) => days.push((day, std::mem::take(&mut weeks))),
            Token::EveryDay => days.extend(Weekday::ALL.map(|day| (day, Weeks::EVERY))),
            Token::Week(week) => weeks = weeks.with(week)?,
            Token::Time(start) => times.push((start, None)),
            Token::To | Token::Joins => {}
        }
        to = matches!(token, Token::To);
    }
    if to || !weeks.is_every() {
        return None;
    }
    add(&days, &times, slots)
}

/// Adds each of some days at each of some times; `None` for times without a day.
fn add(days: &[(Weekday, Weeks)], times: &[(u16, Option<u16>)], slots: &mut Vec<Slot>) -> Option<()> {
    if days.is_empty() {
        return None;
    }
    for (day, weeks) in days {
        let mut of_day: Vec<Slot> = times.iter().map(|(start, end)| opening(*day, *start, *end)).collect();
        if of_day.is_empty() {
            of_day.push(Slot::new(*day, None, None));
        }
        slots.extend(of_day.into_iter().map(|slot| Slot { weeks: *weeks, ..slot }));
    }
    Some(())
}

/// Gives a slot of opening hours: until 24:00 is until midnight, and from a time to the same is a day.
pub(crate) fn opening(day: Weekday, start: u16, end: Option<u16>) -> Slot {
    let (day_long, start) = (DAY as u16, start % DAY as u16);
    let length = end.map(|end| match end {
        end if end >= day_long => day_long - start,
        end if end > start => end - start,
        end => end + day_long - start,
    });
    Slot { day, start: Some(start), length, weeks: Weeks::EVERY }
}

fn tokens(clause: &str) -> Option<Vec<Token>> {
    let mut spaced = String::with_capacity(clause.len() + 8);
    for char in fold(clause).chars() {
        match char {
            '-' => spaced.push_str(" - "),
            ',' | '(' | ')' | '・' => spaced.push(' '),
            '/' if !spaced.ends_with("24") => spaced.push(' '),
            char => spaced.push(char),
        }
    }
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut tokens = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let after = words.get(at + 1).copied().unwrap_or_default();
        match word.trim_end_matches(['.', ':']) {
            "am" | "pm" | "a.m" | "p.m" => {}
            "24/7" => {
                tokens.extend([Token::EveryDay, Token::Time(0), Token::To, Token::Time(DAY as u16)]);
            }
            "day" if at > 0 && words[at - 1] == "every" => tokens.push(Token::EveryDay),
            word => tokens.push(token(word, after)?),
        }
    }
    Some(tokens)
}

/// Gives what a word is; `None` for one that isn't known.
fn token(word: &str, after: &str) -> Option<Token> {
    let mut meanings = WORDS.lines().filter_map(|line| line.split_once('\t'));
    Some(
        match meanings.find(|(_, words)| words.split(' ').any(|known| known == word)).map(|(means, _)| means)
        {
            Some(" ") => Token::Joins,
            Some("all") => Token::EveryDay,
            Some("-") => Token::To,
            Some(week) => Token::Week(week.parse().ok()?),
            None if word == "-" => Token::To,
            None => match day_named(word) {
                Some(day) => Token::Day(day),
                None => Token::Time(time(word, after)?),
            },
        },
    )
}

/// Reads a time as people write it: also "9 am", "9am", "19h30", and 24:00.
fn time(word: &str, after: &str) -> Option<u16> {
    if word == "24:00" {
        return Some(DAY as u16);
    }
    let half = ["am", "pm", "a.m", "p.m"].contains(&after.trim_end_matches('.'));
    let mut clock = word.replace('h', ":");
    if !clock.contains(':') {
        let digits = clock.bytes().take_while(u8::is_ascii_digit).count();
        // A bare number could be anything; before noon or after noon makes it an hour.
        if digits == 0 || (digits == clock.len() && !half) {
            return None;
        }
        clock.insert_str(digits, ":00");
    } else if clock.ends_with(':') {
        clock.push_str("00");
    }
    if half {
        clock.push_str(after);
    }
    read_time(&clock)
}

/// Tells whether a text in place of a day says that people make an appointment.
pub(crate) fn is_appointment(text: &str) -> bool {
    let text = fold(text);
    let words = WORDS.lines().filter_map(|line| line.strip_prefix("?\t"));
    words.flat_map(|words| words.split(' ')).any(|word| text.contains(word))
}

/// Writes slots so that [`read_hours`] gives them back.
pub(crate) fn write_hours(slots: &[Slot]) -> String {
    const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    const WEEKS: [&str; 6] = ["last", "", "1st", "2nd", "3rd", "4th"];
    let mut text = String::new();
    for slot in slots {
        text.push_str(if text.is_empty() { "" } else { "; " });
        for week in slot.weeks.list() {
            let name = WEEKS.get((week + 1) as usize).copied().unwrap_or("5th");
            text.push_str(name);
            text.push(' ');
        }
        text.push_str(DAYS.get(usize::from(slot.day.index())).copied().unwrap_or_default());
        if let Some(start) = slot.start {
            let _ = write!(text, " {}", clock(start));
            if let Some(length) = slot.length {
                let end = start + length;
                let _ = write!(text, "-{}", if end == DAY as u16 { "24:00".to_owned() } else { clock(end) });
            }
        }
    }
    text
}

/// Writes a minute of the day as "19:05".
pub(crate) fn clock(minute: u16) -> String {
    let minute = minute % DAY as u16;
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slots(text: &str) -> String {
        read_hours(text).map_or("none".to_owned(), |slots| write_hours(&slots))
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, written) in [
            ("Monday 19:00-20:00", "Monday 19:00-20:00"),
            ("Mon–Wed 9am – 5pm", "Monday 09:00-17:00; Tuesday 09:00-17:00; Wednesday 09:00-17:00"),
            ("Sat & Sun: 9:00 a.m. to 12:00 p.m.", "Saturday 09:00-12:00; Sunday 09:00-12:00"),
            ("Tue 9:00-12:00, 13:30-17:00", "Tuesday 09:00-12:00; Tuesday 13:30-17:00"),
            ("2nd Tuesday 18:30", "2nd Tuesday 18:30"),
            ("the second and last Tuesday of the month at 6:30 PM", "2nd last Tuesday 18:30"),
            ("Fri 22:00-02:00", "Friday 22:00-02:00"),
            ("Fri 0:00-24:00\nSat 8:00-23:59", "Friday 00:00-24:00; Saturday 08:00-23:59"),
            ("lunes y miércoles 9h-17h30", "Monday 09:00-17:30; Wednesday 09:00-17:30"),
            ("le premier mardi du mois 20:00", "1st Tuesday 20:00"),
            ("tisdag och fredag 18:00", "Tuesday 18:00; Friday 18:00"),
            ("第2 火曜日 19:00", "2nd Tuesday 19:00"),
            ("posledný piatok 18:00", "last Friday 18:00"),
            ("Thu", "Thursday"),
        ] {
            assert_eq!(slots(text), written, "{text}");
        }
        assert_eq!(read_hours("24/7").map(|slots| slots.len()), Some(7));
        assert_eq!(read_hours("Every day 9:00-10:00").map(|slots| slots.len()), Some(7));
    }

    #[test]
    fn a_text_that_is_not_understood_whole_is_not_read() {
        for text in [
            "",
            "9-5",
            "Mon 9-5",
            "Mon 9:00-17:00, closed on holidays",
            "call first",
            "9:00-17:00",
            "Mon 9:00-17:00; by appointment",
            "2nd 18:00",
            "Mon - 9:00",
            "Mon 9:00-",
            "Mon 25:00",
            "9:00-17:00 Mon",
            "1st-3rd Mon",
            "Mon - daily",
            "Mon -- Wed",
        ] {
            assert_eq!(read_hours(text), None, "{text}");
        }
    }

    #[test]
    fn days_without_hours_are_read() {
        let days = |text: &str| read_days(text).map(|days| days.iter().map(|(day, _)| day.index()).collect());
        assert_eq!(days("Mon, Wed and Fri"), Some(vec![1, 3, 5]));
        assert_eq!(days("Fri–Mon"), Some(vec![5, 6, 0, 1]));
        assert_eq!(days("1.0"), Some(vec![1]));
        assert_eq!(days("Mon 9:00"), None);
        assert_eq!(days("7"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_equal(
            given in proptest::collection::vec((0u8..7, 0u16..1440, proptest::option::of(1u16..=1440), 0u8..64), 1..6)
        ) {
            let slots: Vec<Slot> = given
                .into_iter()
                .map(|(day, start, length, weeks)| Slot {
                    day: Weekday::from_index(day).unwrap(),
                    start: Some(start),
                    length,
                    weeks: [1, 2, 3, 4, 5, -1].into_iter().enumerate().fold(Weeks::EVERY, |all, (bit, week)| {
                        if weeks & 1 << bit == 0 { all } else { all.with(week).unwrap() }
                    }),
                })
                .collect();
            prop_assert_eq!(read_hours(&write_hours(&slots)), Some(slots));
        }

        #[test]
        fn no_text_makes_reading_hours_panic(text in "\\PC{0,30}|((mon|2nd|last|tue|-|to|,|9:00|24:00|am|;|24/7) ?){0,9}") {
            let _ = (read_hours(&text), read_days(&text));
        }
    }
}
