//! A year of days, and a week.

use crate::time::Date;
use crate::tracker::{Day, DayState, Goal, Log, Place};

/// How many weeks before this one a year shows.
const WEEKS_BACK: i32 = 52;

/// How some days went. Days before the goal's first day and days to come are none of them, and today is only once
/// something is known of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Days that counted: done, free, or quiet days in a run of time since.
    pub counted: u32,
    /// Days not done.
    pub not_done: u32,
    /// Days that were skipped or on which the goal rested.
    pub skipped: u32,
    /// Days of which nobody said anything.
    pub unknown: u32,
}

/// One month of a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// How its days went.
    pub days: Tally,
}

impl Tally {
    /// Counts days as a calendar has them.
    pub fn of(days: &[Day]) -> Tally {
        let mut tally = Tally::default();
        for day in days {
            tally.take(day);
        }
        tally
    }

    /// Gives how many days are counted here at all.
    pub fn all(self) -> u32 {
        self.counted + self.not_done + self.skipped + self.unknown
    }

    fn take(&mut self, day: &Day) {
        let waits = day.place == Place::Today && day.state == DayState::Unknown;
        if waits || matches!(day.place, Place::Before | Place::Future) {
            return;
        }
        let quiet = day.in_run && day.state == DayState::Unknown && day.place == Place::Past;
        *match day.state {
            _ if day.rests => &mut self.skipped,
            DayState::Skipped => &mut self.skipped,
            DayState::Done => &mut self.counted,
            DayState::NotDone => &mut self.not_done,
            DayState::Unknown if quiet && day.counts_when_quiet => &mut self.counted,
            DayState::Unknown => &mut self.unknown,
        } += 1;
    }
}

/// Gives a year of days in whole weeks: from the Monday 52 weeks ago to the Sunday of this week.
pub fn year_of(log: &Log, goal: &Goal, today: Date) -> Vec<Day> {
    let monday = monday_of(today);
    log.days(goal, monday.plus_days(-7 * WEEKS_BACK), monday.plus_days(6), today)
}

/// Gives the seven days that end with today.
pub fn week_of(log: &Log, goal: &Goal, today: Date) -> Vec<Day> {
    log.days(goal, today.plus_days(-6), today, today)
}

impl Month {
    /// Puts days, oldest first, into their months; a month of which no day counts is left out.
    pub fn all(days: &[Day]) -> Vec<Month> {
        let same = |one: &Day, other: &Day| {
            one.date.ymd().0 == other.date.ymd().0 && one.date.ymd().1 == other.date.ymd().1
        };
        let months = days.chunk_by(same).filter_map(|days| {
            let date = days.first()?.date;
            Some(Month { first: date.plus_days(1 - date.ymd().2 as i32), days: Tally::of(days) })
        });
        months.filter(|month| month.days.all() > 0).collect()
    }
}

fn monday_of(day: Date) -> Date {
    day.plus_days(-i32::from(day.weekday().plus(-1).index()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{EventId, GoalId};
    use crate::tracker::{Event, Kind, What};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn log(events: &[(&str, What)]) -> Log {
        let events: Vec<(EventId, Event)> = events
            .iter()
            .enumerate()
            .map(|(number, (on, what))| {
                let id = EventId::parse(&format!("e{number}")).unwrap();
                (id, Event::new(GoalId::parse("g"), date(on), 0, *what))
            })
            .collect();
        Log::of(events.iter().map(|(id, event)| (id, event)))
    }

    #[test]
    fn a_year_is_53_whole_weeks_that_begin_on_monday() {
        let goal = Goal::new(Kind::Do, "Walk", date("2026-11-01")).unwrap();
        for today in ["2026-11-22", "2026-11-23", "2024-02-29"] {
            let year = year_of(&Log::default(), &goal, date(today));
            assert_eq!((year.len(), year[0].date.weekday().index()), (53 * 7, 1), "{today}");
            assert!(year.iter().rev().take(7).any(|day| day.date == date(today)), "{today}");
        }
    }

    #[test]
    fn each_month_says_how_its_days_went() {
        let goal = Goal::new(Kind::Do, "Walk", date("2026-10-30")).unwrap();
        let log = log(&[
            ("2026-10-30", What::Done),
            ("2026-11-01", What::NotDone),
            ("2026-11-02", What::Skipped),
            ("2026-11-03", What::Done),
        ]);
        let months = Month::all(&year_of(&log, &goal, date("2026-11-05")));
        let tally = |counted, not_done, skipped, unknown| Tally { counted, not_done, skipped, unknown };
        let expected = [
            Month { first: date("2026-10-01"), days: tally(1, 0, 0, 1) },
            // The fourth is unknown; today, the fifth, is not over.
            Month { first: date("2026-11-01"), days: tally(1, 1, 1, 1) },
        ];
        assert_eq!(months, expected);
    }

    #[test]
    fn quiet_days_of_time_since_count() {
        let goal = Goal::new(Kind::TimeSince, "Without", date("2026-11-01")).unwrap();
        let week = week_of(&log(&[("2026-11-08", What::Lapse)]), &goal, date("2026-11-10"));
        assert_eq!(Tally::of(&week), Tally { counted: 4, not_done: 1, skipped: 0, unknown: 1 });
    }
}
