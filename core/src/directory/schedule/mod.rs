//! When a listing happens: slots of a week or a month, and where the next one lies from a given instant.

mod hours;
mod read;
mod weeks;

pub use hours::read_hours;
pub(crate) use hours::{clock, is_appointment, opening, read_days, write_hours};
pub use read::{read_day, read_time, read_updated};
pub use weeks::Weeks;

use crate::time::{DAY, Date, LocalMinute, UtcMinute, WEEK, Weekday, ZoneTable, minute_of_day, weekday_of};

/// One slot: a day, every week or in some weeks of the month, and where they are given a start and an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// The weekday on which it starts.
    pub day: Weekday,
    /// Minute of the day at which it starts; `None` if the row gives no readable time.
    pub start: Option<u16>,
    /// Minutes from its start to its end; `None` if no end is given.
    pub length: Option<u16>,
    /// The weeks of the month in which it takes place.
    pub weeks: Weeks,
}

/// How long a meeting lasts whose row gives no end, in minutes.
pub const USUAL_LENGTH: u16 = 60;

impl Slot {
    /// Takes a weekly day, a start and an end. An end before its start is the next day; one equal to it is none.
    pub fn new(day: Weekday, start: Option<u16>, end: Option<u16>) -> Slot {
        let length = start
            .zip(end)
            .filter(|(start, end)| start != end)
            .map(|(start, end)| if end > start { end - start } else { end + DAY as u16 - start });
        Slot { day, start, length, weeks: Weeks::EVERY }
    }

    /// Gives the minute of the day at which it ends, if an end is given.
    pub fn end(&self) -> Option<u16> {
        self.start.zip(self.length).map(|(start, length)| (start + length) % DAY as u16)
    }
}

/// Where a slot lies from a given instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// When it starts, or started if it is in progress.
    pub start: UtcMinute,
    /// When it ends.
    pub end: UtcMinute,
    /// True from the minute of its start to before the minute of its end.
    pub in_progress: bool,
}

impl Slot {
    /// Gives the occurrence that is in progress at `now`, else the next one; `None` without a time.
    pub fn occurrence(&self, zone: &ZoneTable, now: UtcMinute) -> Option<Occurrence> {
        let start = i64::from(self.start?);
        let length = i64::from(self.length.unwrap_or(USUAL_LENGTH));
        let local = zone.local(now);
        let ahead =
            i64::from((i16::from(self.day.index()) - i16::from(weekday_of(local).index())).rem_euclid(7));
        let this = local.div_euclid(DAY) * DAY + ahead * DAY + start;
        (-1..=Weeks::LONGEST_WAIT)
            .map(|week| this + week * WEEK)
            .filter(|local_start| self.weeks.has(Date::from_days(local_start.div_euclid(DAY))))
            .map(|local_start| zone.instant(local_start))
            .find(|from| from + length > now)
            .map(|from| Occurrence { start: from, end: from + length, in_progress: from <= now })
    }
}

/// A local start: the day, the minute of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalStart {
    /// The weekday.
    pub day: Weekday,
    /// The minute of the day.
    pub minute: u16,
}

/// Gives an instant as the weekday and minute that the clocks of a zone show.
pub fn local_start(at: UtcMinute, zone: &ZoneTable) -> LocalStart {
    let local: LocalMinute = zone.local(at);
    LocalStart { day: weekday_of(local), minute: minute_of_day(local) }
}

/// The parts of a day that a visitor chooses from. They overlap; noon is midday only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartOfDay {
    /// 04:00 to before 12:00.
    Morning,
    /// 11:00 to before 17:00.
    Midday,
    /// 16:00 to before 21:00.
    Evening,
    /// 20:00 to before 05:00.
    Night,
}

impl PartOfDay {
    /// All of them, in order.
    pub const ALL: [PartOfDay; 4] =
        [PartOfDay::Morning, PartOfDay::Midday, PartOfDay::Evening, PartOfDay::Night];

    /// Gives the word used in an address: `morning`.
    pub fn key(self) -> &'static str {
        match self {
            PartOfDay::Morning => "morning",
            PartOfDay::Midday => "midday",
            PartOfDay::Evening => "evening",
            PartOfDay::Night => "night",
        }
    }

    /// Tells whether a start at this minute of the day falls into it.
    pub fn has(self, minute: u16) -> bool {
        let hour = |hour: u16| hour * 60;
        match self {
            PartOfDay::Morning => (hour(4)..hour(12)).contains(&minute),
            PartOfDay::Midday => (hour(11)..hour(17)).contains(&minute),
            PartOfDay::Evening => (hour(16)..hour(21)).contains(&minute),
            PartOfDay::Night => minute >= hour(20) || minute < hour(5),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(index: u8) -> Weekday {
        Weekday::from_index(index).unwrap()
    }

    fn at(date: &str, hour: i64, minute: i64) -> i64 {
        i64::from(Date::parse(date).unwrap().days()) * DAY + hour * 60 + minute
    }

    #[test]
    fn times_are_read_in_both_forms() {
        for (text, minutes) in [
            ("00:00", 0),
            ("7:05", 425),
            ("23:59", 1439),
            ("19:00:00", 1140),
            ("11:00 AM", 660),
            ("8:00 PM", 1200),
            ("12:00 AM", 0),
            ("12:30 pm", 750),
            ("8:15p.m.", 1215),
            (" 6:00\u{202f}PM ", 1080),
        ] {
            assert_eq!(read_time(text), Some(minutes), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "24:00", "1800", "25:99", "18", "18:5", "18:60", "13:00 PM", "0:30 AM", "noon", "", "1:2:3:4",
            "-1:00", "+1:00",
        ] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_read_as_numbers_and_names() {
        for (text, index) in [
            ("0", 0),
            ("6", 6),
            ("1.0", 1),
            (" 3 ", 3),
            ("Monday", 1),
            ("sat", 6),
            ("TUES", 2),
            ("Sundays", 0),
            ("Thur.", 4),
            ("Miércoles", 3),
            ("dim.", 0),
            ("土", 6),
            ("lördag", 6),
            ("štvrtok", 4),
        ] {
            assert_eq!(read_day(text), Some(day(index)), "{text}");
        }
        for text in ["7", "-1", "1.5", "", "m", "mo", "daily", "NaN", "inf", "mondayish"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn noon_is_midday_only_and_the_parts_overlap() {
        let parts = |minute| {
            PartOfDay::ALL.into_iter().filter(|part| part.has(minute)).map(PartOfDay::key).collect::<Vec<_>>()
        };
        assert_eq!(parts(12 * 60), ["midday"]);
        assert_eq!(parts(11 * 60), ["morning", "midday"]);
        assert_eq!(parts(4 * 60), ["morning", "night"]);
        assert_eq!(parts(20 * 60 + 30), ["evening", "night"]);
        assert_eq!(parts(16 * 60), ["midday", "evening"]);
        assert_eq!(parts(21 * 60), ["night"]);
    }

    #[test]
    fn an_end_before_its_start_is_the_next_day() {
        let slot = Slot::new(day(6), Some(23 * 60 + 30), Some(30));
        assert_eq!(slot.length, Some(60));
        assert_eq!(slot.end(), Some(30));
        // 2026-11-22 is a Sunday; at 00:15 the meeting of Saturday night is still on.
        let utc = ZoneTable::fixed(0);
        let on = slot.occurrence(&utc, at("2026-11-22", 0, 15)).unwrap();
        assert!(on.in_progress);
        assert_eq!(on.start, at("2026-11-21", 23, 30));
        let over = slot.occurrence(&utc, at("2026-11-22", 0, 30)).unwrap();
        assert_eq!((over.in_progress, over.start), (false, at("2026-11-28", 23, 30)));
    }

    #[test]
    fn without_an_end_a_meeting_lasts_sixty_minutes() {
        let slot = Slot::new(day(0), Some(600), None);
        let utc = ZoneTable::fixed(0);
        assert!(slot.occurrence(&utc, at("2026-11-22", 10, 0)).unwrap().in_progress);
        assert!(slot.occurrence(&utc, at("2026-11-22", 10, 59)).unwrap().in_progress);
        assert!(!slot.occurrence(&utc, at("2026-11-22", 11, 0)).unwrap().in_progress);
        assert!(!slot.occurrence(&utc, at("2026-11-22", 9, 59)).unwrap().in_progress);
    }

    #[test]
    fn a_weekly_meeting_keeps_its_clock_time_when_clocks_change() {
        // New York leaves summer time on 2026-11-01 at 06:00 UTC.
        let zone = ZoneTable::new(-240, vec![(at("2026-11-01", 6, 0), -300)]);
        let slot = Slot::new(day(0), Some(9 * 60), None);
        let next = slot.occurrence(&zone, at("2026-10-31", 12, 0)).unwrap();
        assert_eq!(next.start, at("2026-11-01", 14, 0));
    }

    #[test]
    fn a_monthly_slot_takes_place_in_its_weeks() {
        let utc = ZoneTable::fixed(0);
        let next = |weeks: &[i8], weekday: u8, from: &str| {
            let weeks = weeks.iter().fold(Weeks::EVERY, |all, week| all.with(*week).unwrap());
            let slot = Slot { weeks, ..Slot::new(day(weekday), Some(600), None) };
            let start = slot.occurrence(&utc, at(from, 12, 0)).unwrap().start;
            Date::from_days(start.div_euclid(DAY)).to_string()
        };
        assert_eq!(next(&[2], 2, "2026-11-22"), "2026-12-08");
        assert_eq!(next(&[-1], 5, "2026-11-22"), "2026-11-27");
        assert_eq!(next(&[-1], 5, "2026-11-27"), "2026-12-25", "it is over today");
        assert_eq!(next(&[1, 3], 6, "2026-11-22"), "2026-12-05");
        assert_eq!(next(&[5], 5, "2025-01-31"), "2025-05-30", "the longest wait for a fifth time");
        assert_eq!(Weeks::EVERY.with(0), None);
        assert_eq!(Weeks::EVERY.with(6), None);
    }

    #[test]
    fn a_date_of_a_change_is_read_as_the_country_writes_it() {
        let date = |text| Date::parse(text);
        assert_eq!(read_updated("2021-08-27 14:40:51", None), date("2021-08-27"));
        assert_eq!(read_updated("10/27/2020", Some("US")), date("2020-10-27"));
        assert_eq!(read_updated("10/27/2020", Some("GB")), None);
        assert_eq!(read_updated("10/27/2020", None), None);
        assert_eq!(read_updated("2020-13-01", Some("US")), None);
        assert_eq!(read_updated("2020-10-0é", None), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_a_time_or_day_panic(text in "\\PC{0,12}") {
            let _ = (read_time(&text), read_day(&text), read_updated(&text, Some("US")));
        }

        #[test]
        fn a_monthly_slot_comes_again_and_lies_in_its_weeks(
            weekday in 0u8..7, week in proptest::sample::select(vec![1i8, 2, 3, 4, 5, -1]), now in 29_000_000i64..39_000_000
        ) {
            let weeks = Weeks::EVERY.with(week).unwrap();
            let slot = Slot { weeks, ..Slot::new(day(weekday), Some(600), None) };
            let next = slot.occurrence(&ZoneTable::fixed(0), now).unwrap();
            prop_assert!(next.end > now && weeks.has(Date::from_days(next.start.div_euclid(DAY))));
        }

        #[test]
        fn an_occurrence_is_never_over_and_starts_within_the_coming_week(
            weekday in 0u8..7, start in 0u16..1440, length in 1u16..1440, now in 29_000_000i64..30_000_000, offset in -840i32..840
        ) {
            let slot = Slot { length: Some(length), ..Slot::new(day(weekday), Some(start), None) };
            let zone = ZoneTable::fixed(offset);
            let next = slot.occurrence(&zone, now).unwrap();
            prop_assert!(next.end > now);
            prop_assert!(next.start < now + WEEK);
            prop_assert_eq!(local_start(next.start, &zone), LocalStart { day: day(weekday), minute: start });
        }
    }
}
