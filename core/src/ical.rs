//! Lines of a calendar file: RFC 5545, section 3.1, and the texts in them, section 3.3.11.

use crate::time::{DAY, LocalMinute, date_of, minute_of_day};

/// The octets that a line may have, without its end.
const LONGEST: usize = 75;

/// Sunday to Saturday.
pub(crate) const DAY_CODES: [&str; 7] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/// Appends a line, folded between two characters where it is too long, without what no calendar can hold.
pub(crate) fn line(out: &mut String, text: &str) {
    let mut octets = 0;
    for char in text.chars().filter(|char| !char.is_control()) {
        if octets + char.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(char);
        octets += char.len_utf8();
    }
    out.push_str("\r\n");
}

/// Gives a text as the value of a property.
pub(crate) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + 8);
    for char in text.trim().replace("\r\n", "\n").chars() {
        match char {
            '\\' | ';' | ',' => value.extend(['\\', char]),
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push(' '),
            char => value.push(char),
        }
    }
    value
}

/// Writes what clocks show: `20261122T193000`.
pub(crate) fn clocks(local: LocalMinute) -> String {
    let (year, month, day) = date_of(local).ymd();
    let minute = i64::from(minute_of_day(local.rem_euclid(DAY)));
    format!("{year:04}{month:02}{day:02}T{:02}{:02}00", minute / 60, minute % 60)
}
