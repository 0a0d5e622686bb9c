//! Reads times, days and dates as feeds write them.

use crate::decimal::read_decimal;
use crate::fold::fold;
use crate::time::{Date, Weekday};

/// Reads a time of day: "HH:MM", "H:MM" or "h:mm AM", with or without seconds; gives the minute of the day.
///
/// `24:00`, `1800` and `25:99` are no times.
pub fn read_time(text: &str) -> Option<u16> {
    let text = text.trim().to_ascii_lowercase();
    let compact: String =
        text.chars().filter(|char| !matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '.')).collect();
    let (clock, half) = match compact.strip_suffix("am").map(|rest| (rest, Some(0))) {
        Some(morning) => morning,
        None => compact.strip_suffix("pm").map_or((compact.as_str(), None), |rest| (rest, Some(12))),
    };
    let mut parts = clock.split(':');
    let hour = number(parts.next()?, 1..=2)?;
    let minute = number(parts.next()?, 2..=2)?;
    let second = parts.next().map_or(Some(0), |second| number(second, 2..=2))?;
    if parts.next().is_some() || minute > 59 || second > 59 {
        return None;
    }
    let hour = match half {
        None if hour < 24 => hour,
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        _ => return None,
    };
    Some(hour * 60 + minute)
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u16> {
    (digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

/// Day names, Sunday to Saturday, one language a line, as [`fold`] has them.
const DAYS: &str = include_str!("days.txt");

/// Reads a weekday: 0–6 as a number, `1.0` or text, or its name in English, Spanish, French, Japanese, Swedish or
/// Slovak, or the beginning of the name, of three letters or more. 7 is no day.
pub fn read_day(text: &str) -> Option<Weekday> {
    let text = text.trim();
    if let Some(number) = read_decimal(text) {
        let whole = (0.0..7.0).contains(&number) && number.fract() == 0.0;
        return whole.then(|| Weekday::from_index(number as u8))?;
    }
    day_named(fold(text).trim_end_matches('.'))
}

/// Reads a folded name of a weekday, or its beginning: three bytes are one sign of Japanese.
pub(super) fn day_named(name: &str) -> Option<Weekday> {
    if name.len() < 3 {
        return None;
    }
    let is = |day: &str| day.starts_with(name) || name.strip_suffix('s') == Some(day);
    let index = DAYS.lines().find_map(|days| days.split('\t').position(is))?;
    Weekday::from_index(index as u8)
}

/// The United States, its territories and the Philippines write the month first.
const MONTH_FIRST: [&str; 8] = ["US", "PR", "GU", "VI", "AS", "MP", "PH", "FM"];

/// Reads when a record was last changed: YYYY-MM-DD…, or M/D/YYYY where the country writes so.
pub fn read_updated(text: &str, country: Option<&str>) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = text.get(..10).and_then(Date::parse) {
        let rest_is_no_digit = !text[10..].starts_with(|char: char| char.is_ascii_digit());
        return rest_is_no_digit.then_some(date);
    }
    if !country.is_some_and(|country| MONTH_FIRST.contains(&country)) {
        return None;
    }
    let mut parts = text.split([' ', 'T', ',']).next()?.split('/');
    let month = number(parts.next()?, 1..=2)?;
    let day = number(parts.next()?, 1..=2)?;
    let year = number(parts.next()?, 4..=4)?;
    if parts.next().is_some() { None } else { Date::new(i32::from(year), u32::from(month), u32::from(day)) }
}
