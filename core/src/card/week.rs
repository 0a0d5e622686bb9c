//! The last seven days of a goal, as two numbers.

use crate::time::Date;
use crate::tracker::{DayState, Goal, Kind, Log, Place, Schedule};

/// The last seven days of a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Week {
    /// How many days counted.
    pub counted: u8,
    /// Out of how many: days that are over and not skipped, and today once something is known of it.
    pub of: u8,
}

impl Week {
    /// Counts the week that ends with `today`. `None` for a goal that is done once, for an amount of a whole week or
    /// more, which no count of days says, and for a week in which no day could count. Of a goal that is planned so many
    /// times, it is out of those times.
    pub fn of(log: &Log, goal: &Goal, today: Date) -> Option<Week> {
        let is_by_days = matches!(goal.schedule, Schedule::Daily | Schedule::Weekdays(_));
        let is_amount = matches!(goal.kind, Kind::AtLeast { .. } | Kind::AtMost { .. });
        if matches!(goal.kind, Kind::OneOff { .. }) || is_amount && !is_by_days {
            return None;
        }
        let mut week = Week { counted: 0, of: 0 };
        let mut times = 0_u8;
        for day in log.days(goal, today.plus_days(-6), today, today) {
            let over = match day.place {
                Place::Past => true,
                Place::Today => day.state != DayState::Unknown,
                Place::Before | Place::Future => false,
            };
            if !over || day.state == DayState::Skipped {
                continue;
            }
            week.of += 1;
            let counts = match day.state {
                DayState::Done => true,
                // Only time since goes on by itself.
                DayState::Unknown => goal.kind == Kind::TimeSince && day.in_run,
                DayState::NotDone | DayState::Skipped => false,
            };
            week.counted += u8::from(counts);
            let several =
                day.amount.map_or(1, |sum| u8::try_from(sum.thousandths() / 1000).unwrap_or(u8::MAX));
            times = times.saturating_add(if counts { several.max(1) } else { 0 });
        }
        let planned = match goal.schedule {
            _ if goal.kind == Kind::TimeSince => None,
            Schedule::PerWeek(times) => Some(times),
            Schedule::Every(days) => Some(u8::try_from(7 / days.max(1)).unwrap_or(7).max(1)),
            // A month has no plan for each of its weeks.
            Schedule::PerMonth(_) => Some(0),
            Schedule::Daily | Schedule::Weekdays(_) => None,
        };
        if let Some(planned) = planned {
            let of = planned.max(times).min(7);
            week = Week { counted: times.min(of), of: if week.of == 0 { 0 } else { of } };
        }
        (week.of > 0).then_some(week)
    }

    /// No week has more than seven days.
    pub(super) fn bounded(self) -> Week {
        let of = self.of.min(7);
        Week { counted: self.counted.min(of), of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::EventId;
    use crate::tracker::{Amount, Event, What};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn log(days: &[(&str, What)]) -> Log {
        let events: Vec<(EventId, Event)> = days
            .iter()
            .enumerate()
            .map(|(at, (day, what))| {
                (EventId::from_random([at as u8; 10]), Event::new(None, date(day), at as i64, *what))
            })
            .collect();
        Log::of(events.iter().map(|(id, event)| (id, event)))
    }

    #[test]
    fn a_week_leaves_out_skipped_days_and_a_today_of_which_nothing_is_known() {
        let goal = Goal::new(Kind::Do, "Walk", date("2026-01-01")).unwrap();
        let log =
            log(&[("2026-01-14", What::Done), ("2026-01-15", What::Skipped), ("2026-01-16", What::NotDone)]);
        assert_eq!(Week::of(&log, &goal, date("2026-01-20")), Some(Week { counted: 1, of: 5 }));
    }

    #[test]
    fn time_since_counts_days_that_nobody_logged_and_not_the_day_of_a_lapse() {
        let goal = Goal::new(Kind::TimeSince, "No drinking", date("2026-01-01")).unwrap();
        let lapse = log(&[("2026-01-17", What::Lapse), ("2026-01-18", What::RunStart)]);
        assert_eq!(Week::of(&log(&[]), &goal, date("2026-01-20")), Some(Week { counted: 6, of: 6 }));
        assert_eq!(Week::of(&lapse, &goal, date("2026-01-20")), Some(Week { counted: 5, of: 6 }));
    }

    #[test]
    fn so_many_times_are_out_of_those_times_and_a_week_of_an_amount_is_none() {
        let log = log(&[("2026-01-15", What::Done), ("2026-01-17", What::Done)]);
        let of = |kind: Kind, schedule| {
            let goal = Goal { schedule, ..Goal::new(kind, "Walk", date("2026-01-01")).unwrap() };
            Week::of(&log, &goal, date("2026-01-20")).map(|week| (week.counted, week.of))
        };
        assert_eq!(of(Kind::Do, Schedule::PerWeek(3)), Some((2, 3)));
        assert_eq!(of(Kind::Do, Schedule::PerWeek(1)), Some((2, 2)));
        assert_eq!(of(Kind::Do, Schedule::Every(3)), Some((2, 2)));
        assert_eq!(of(Kind::Do, Schedule::PerMonth(4)), Some((2, 2)));
        assert_eq!(of(Kind::Do, Schedule::Daily), Some((2, 6)));
        let target = Amount::whole(20);
        let amount = || Kind::AtLeast { target, unit: String::new() };
        assert_eq!(of(amount(), Schedule::PerWeek(1)), None);
    }

    #[test]
    fn a_goal_of_today_has_no_week_yet() {
        let goal = Goal::new(Kind::Do, "Walk", date("2026-01-20")).unwrap();
        assert_eq!(Week::of(&log(&[]), &goal, date("2026-01-20")), None);
    }
}
