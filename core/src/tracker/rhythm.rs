//! In which rhythm a goal is counted: by days, or by weeks, months or so many days.

use super::{Frequency, Goal, Kind, Schedule};
use crate::time::Date;

/// What a run counts, and the share of what was planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks, Monday to Sunday.
    Weeks,
    /// Months of the calendar.
    Months,
    /// So many days each, from the goal's first day on.
    Periods(u16),
}

/// How often in which unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Rhythm {
    pub(super) unit: Unit,
    /// How many times in one unit; of an amount 1, since its target is for the whole unit.
    pub(super) times: u32,
}

const DAILY: Rhythm = Rhythm { unit: Unit::Days, times: 1 };
/// A month for what looks back over so many days.
const DAYS_OF_A_MONTH: u32 = 30;

impl Rhythm {
    pub(super) fn of(goal: &Goal) -> Rhythm {
        let is_amount = match &goal.kind {
            Kind::TimeSince | Kind::OneOff { .. } => return DAILY,
            Kind::Attend { times, .. } => {
                return Rhythm { unit: Unit::Weeks, times: u32::from(*times).max(1) };
            }
            Kind::AtLeast { .. } | Kind::AtMost { .. } => true,
            Kind::Do => false,
        };
        let (unit, times) = match goal.schedule.within_range() {
            Schedule::Daily | Schedule::Weekdays(_) => return DAILY,
            Schedule::PerWeek(times) => (Unit::Weeks, times),
            Schedule::PerMonth(times) => (Unit::Months, times),
            Schedule::Every(days) => (Unit::Periods(days), 1),
        };
        let rhythm = Rhythm { unit, times: if is_amount { 1 } else { u32::from(times) } };
        // Seven times in seven days is daily.
        if rhythm.times >= rhythm.length() { DAILY } else { rhythm }
    }

    pub(super) fn is_daily(self) -> bool {
        self.unit == Unit::Days
    }

    /// How many days what looks back takes for one unit.
    pub(super) fn length(self) -> u32 {
        match self.unit {
            Unit::Days => 1,
            Unit::Weeks => 7,
            Unit::Months => DAYS_OF_A_MONTH,
            Unit::Periods(days) => u32::from(days).max(1),
        }
    }

    pub(super) fn frequency(self) -> Frequency {
        Frequency::new(self.times, self.length()).unwrap_or(Frequency::DAILY)
    }

    /// Gives the first and the last day of the unit that a day lies in.
    pub(super) fn around(self, day: Date, first_day: Date) -> (Date, Date) {
        match self.unit {
            Unit::Days => (day, day),
            Unit::Weeks => {
                let monday = day.plus_days(-i32::from(day.weekday().plus(-1).index()));
                (monday, monday.plus_days(6))
            }
            Unit::Months => {
                let (.., number) = day.ymd();
                let first = day.plus_days(1 - number as i32);
                (first, first.plus_months(1).plus_days(-1).max(day))
            }
            Unit::Periods(days) => {
                let days = i32::from(days).max(1);
                let first = day.plus_days(-day.days_since(first_day).rem_euclid(days));
                (first, first.plus_days(days - 1))
            }
        }
    }
}

impl Goal {
    /// Tells whether a day is left out: paused, stopped, or not one of the chosen weekdays. Such a day counts as
    /// skipped, whatever was noted on it.
    pub fn rests_on(&self, day: Date) -> bool {
        let is_planned = match (&self.kind, self.schedule) {
            (Kind::Do | Kind::AtLeast { .. } | Kind::AtMost { .. }, Schedule::Weekdays(days)) => {
                days.has(day.weekday())
            }
            _ => true,
        };
        !is_planned
            || self.standing.ended_on().is_some_and(|on| on <= day)
            || self.pauses.iter().any(|pause| pause.covers(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn weeks_begin_on_monday_and_months_are_those_of_the_calendar() {
        let around = |unit, day| {
            let (first, last) = Rhythm { unit, times: 1 }.around(date(day), date("2026-01-10"));
            (first.to_string(), last.to_string())
        };
        let days = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        assert_eq!(around(Unit::Weeks, "2026-11-23"), days("2026-11-23", "2026-11-29"));
        assert_eq!(around(Unit::Weeks, "2026-11-29"), days("2026-11-23", "2026-11-29"));
        assert_eq!(around(Unit::Months, "2024-02-29"), days("2024-02-01", "2024-02-29"));
        assert_eq!(around(Unit::Periods(3), "2026-01-12"), days("2026-01-10", "2026-01-12"));
        assert_eq!(around(Unit::Periods(3), "2026-01-13"), days("2026-01-13", "2026-01-15"));
        assert_eq!(around(Unit::Months, "9999-12-31"), days("9999-12-01", "9999-12-31"));
    }

    #[test]
    fn as_often_as_there_are_days_is_daily() {
        let with = |schedule| {
            Rhythm::of(&Goal { schedule, ..Goal::new(Kind::Do, "Walk", date("2026-01-01")).unwrap() })
        };
        assert!(with(Schedule::PerWeek(7)).is_daily() && with(Schedule::PerMonth(31)).is_daily());
        assert!(with(Schedule::Every(1)).is_daily() && with(Schedule::Every(0)).is_daily());
        assert_eq!(with(Schedule::PerWeek(3)), Rhythm { unit: Unit::Weeks, times: 3 });
    }
}
