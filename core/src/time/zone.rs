//! A time zone for the days around now, as a table that the browser's `Intl` gave.
//!
//! No zone database is shipped: the browser has one. It is asked for the offsets that a zone has from
//! yesterday to the end of next week, and the answer is handed in as a [`ZoneTable`].

use super::{Date, Weekday};

/// Minutes since 1970-01-01T00:00Z.
pub type UtcMinute = i64;
/// Minutes since 1970-01-01T00:00 on the clocks of some zone.
pub type LocalMinute = i64;

/// Minutes in a day.
pub const DAY: i64 = 24 * 60;
/// Minutes in a week.
pub const WEEK: i64 = 7 * DAY;

/// The offsets of one zone: from each instant on, local time is that many minutes ahead of UTC.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ZoneTable {
    first: i32,
    changes: Vec<(UtcMinute, i32)>,
}

impl ZoneTable {
    /// Takes the offset in minutes at the start and the changes after it, in order of time.
    ///
    /// Offsets are kept within a day, whatever is handed in.
    pub fn new(first: i32, changes: Vec<(UtcMinute, i32)>) -> ZoneTable {
        let keep = |offset: i32| offset.clamp(-1439, 1439);
        ZoneTable {
            first: keep(first),
            changes: changes.into_iter().map(|(at, offset)| (at, keep(offset))).collect(),
        }
    }

    /// Gives a zone without clock changes, `minutes` ahead of UTC.
    pub fn fixed(minutes: i32) -> ZoneTable {
        ZoneTable::new(minutes, Vec::new())
    }

    /// Gives the changes in order of time: from when, and what is then the offset in minutes.
    pub fn changes(&self) -> &[(UtcMinute, i32)] {
        &self.changes
    }

    /// Gives the minutes that local time is ahead of UTC at an instant.
    pub fn offset(&self, at: UtcMinute) -> i32 {
        let later = self.changes.iter().rev().find(|(from, _)| *from <= at);
        later.map_or(self.first, |(_, offset)| *offset)
    }

    /// Gives what the clocks of this zone show at an instant.
    pub fn local(&self, at: UtcMinute) -> LocalMinute {
        at.saturating_add(i64::from(self.offset(at)))
    }

    /// Gives the instant at which the clocks show `local`.
    ///
    /// Where they show it twice, the first; where a clock change skips it, the instant at which the clocks
    /// would have shown it without the change, as `Intl` and calendars do.
    pub fn instant(&self, local: LocalMinute) -> UtcMinute {
        let candidates = std::iter::once(self.first).chain(self.changes.iter().map(|(_, offset)| *offset));
        let fits = candidates
            .map(|offset| local.saturating_sub(i64::from(offset)))
            .filter(|at| self.local(*at) == local)
            .min();
        fits.unwrap_or_else(|| {
            let before = self.offset(local.saturating_sub(i64::from(self.first)).saturating_sub(DAY));
            local.saturating_sub(i64::from(before))
        })
    }
}

/// Gives the civil date of a local minute.
pub fn date_of(local: LocalMinute) -> Date {
    Date::from_days(local.div_euclid(DAY))
}

/// Gives the weekday of a local minute.
pub fn weekday_of(local: LocalMinute) -> Weekday {
    date_of(local).weekday()
}

/// Gives the minute of the day (0–1439) of a local minute.
pub fn minute_of_day(local: LocalMinute) -> u16 {
    local.rem_euclid(DAY) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str, hour: i64, minute: i64) -> i64 {
        i64::from(Date::parse(date).unwrap().days()) * DAY + hour * 60 + minute
    }

    /// New York in November 2026: clocks go back on the 1st at 06:00 UTC.
    fn new_york() -> ZoneTable {
        ZoneTable::new(-240, vec![(at("2026-11-01", 6, 0), -300)])
    }

    #[test]
    fn clocks_that_go_back_show_the_first_of_two_equal_times() {
        let zone = new_york();
        assert_eq!(zone.instant(at("2026-11-01", 1, 30)), at("2026-11-01", 5, 30));
        assert_eq!(zone.instant(at("2026-11-01", 2, 30)), at("2026-11-01", 7, 30));
        assert_eq!(zone.local(at("2026-11-01", 6, 30)), at("2026-11-01", 1, 30));
    }

    #[test]
    fn a_time_that_a_clock_change_skips_is_an_hour_later() {
        let zone = ZoneTable::new(-300, vec![(at("2026-03-08", 7, 0), -240)]);
        assert_eq!(zone.local(zone.instant(at("2026-03-08", 2, 30))), at("2026-03-08", 3, 30));
    }

    #[test]
    fn every_instant_is_found_again_from_its_local_time_outside_the_repeated_hour() {
        let zone = new_york();
        for hour in 0..48 {
            let instant = at("2026-10-31", hour, 15);
            let again = zone.instant(zone.local(instant));
            assert!(again == instant || (hour == 30 && again == instant - 60), "{hour}");
        }
    }
}
