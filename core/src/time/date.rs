//! One day of the proleptic Gregorian calendar, and the days of the week.

use std::fmt;

/// A civil date: a day on a wall calendar, with no time and no zone.
///
/// Held as days since 1970-01-01; ordering and arithmetic are those of days. Years from 0 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// A day of the week; `Sunday` is 0, as in Meeting Guide JSON.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Weekday(u8);

impl Weekday {
    /// Sunday to Saturday, in that order.
    pub const ALL: [Weekday; 7] =
        [Weekday(0), Weekday(1), Weekday(2), Weekday(3), Weekday(4), Weekday(5), Weekday(6)];

    /// Takes 0 (Sunday) to 6 (Saturday); anything else is no weekday.
    pub fn from_index(index: u8) -> Option<Weekday> {
        (index < 7).then_some(Weekday(index))
    }

    /// Gives 0 for Sunday to 6 for Saturday.
    pub fn index(self) -> u8 {
        self.0
    }

    /// Gives the weekday that is `days` later (or earlier, if negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Weekday {
        Weekday((i32::from(self.0) + days).rem_euclid(7) as u8)
    }
}

const FIRST: i32 = -719_528; // 0000-01-01
const LAST: i32 = 2_932_896; // 9999-12-31

impl Date {
    /// Takes a year (0 to 9999), a month 1–12 and a day of that month; `None` if there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        if !(0..=9999).contains(&year) || day == 0 || day > days_in_month(year, month)? {
            return None;
        }
        // Days from civil, after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Date(era * 146_097 + day_of_era - 719_468))
    }

    /// Takes days since 1970-01-01, kept within the years 0 to 9999.
    pub fn from_days(days: i64) -> Date {
        Date(days.clamp(i64::from(FIRST), i64::from(LAST)) as i32)
    }

    /// Gives days since 1970-01-01.
    pub fn days(self) -> i32 {
        self.0
    }

    /// Gives `(year, month, day)`.
    pub fn ymd(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted + 2) / 5 + 1) as u32;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u32;
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }

    /// Gives the day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday((self.0 + 4).rem_euclid(7) as u8)
    }

    /// Gives the date `days` later (or earlier, if negative), kept within the years 0 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Date {
        Date::from_days(i64::from(self.0) + i64::from(days))
    }

    /// Gives the date `months` calendar months later; a day that the month lacks becomes its last day.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Date {
        let (year, month, day) = self.ymd();
        let total = year * 12 + month as i32 - 1 + months;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) as u32 + 1);
        let last = days_in_month(year, month).unwrap_or(28);
        Date::new(year, month, day.min(last)).unwrap_or(self)
    }

    /// Gives how many days `self` lies after `earlier`; negative if before.
    pub fn days_since(self, earlier: Date) -> i32 {
        self.0 - earlier.0
    }

    /// Reads `YYYY-MM-DD`, exactly; anything else is `None`.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| -> Option<u32> {
            bytes[from..to].iter().try_fold(0, |sum: u32, byte| {
                byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
            })
        };
        Date::new(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text).ok_or_else(|| serde::de::Error::custom("not a date written YYYY-MM-DD"))
    }
}

fn days_in_month(year: i32, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn known_days_have_their_weekday() {
        assert_eq!(date("1970-01-01").weekday().index(), 4);
        assert_eq!(date("2026-11-22").weekday().index(), 0);
        assert_eq!(date("2000-02-29").weekday().index(), 2);
    }

    #[test]
    fn the_first_and_the_last_day_are_the_bounds() {
        assert_eq!(Date::from_days(i64::MIN), date("0000-01-01"));
        assert_eq!(Date::from_days(i64::MAX), date("9999-12-31"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-32", "x026-01-01", ""]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_after_the_thirty_first_is_the_last_day_of_the_month() {
        assert_eq!(date("2026-01-31").plus_months(1), date("2026-02-28"));
        assert_eq!(date("2024-02-29").plus_months(12), date("2025-02-28"));
        assert_eq!(date("2026-03-15").plus_months(-3), date("2025-12-15"));
    }

    proptest! {
        #[test]
        fn a_date_written_is_read_back(days in -719_528i64..2_932_896) {
            let date = Date::from_days(days);
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            prop_assert_eq!(date.plus_days(7).weekday(), date.weekday());
        }

        #[test]
        fn no_text_makes_reading_panic(text in ".{0,12}") {
            let _ = Date::parse(&text);
        }
    }
}
