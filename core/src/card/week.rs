//! The last seven days of a goal, as two numbers.

use crate::time::Date;
use crate::tracker::{DayState, Goal, Kind, Log, Place};

/// The last seven days of a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Week {
    /// How many days counted.
    pub counted: u8,
    /// Out of how many: days that are over and not skipped, and today once something is known of it.
    pub of: u8,
}

impl Week {
    /// Counts the week that ends with `today`. `None` for a goal that is done once, and for a week in which no day
    /// could count.
    pub fn of(log: &Log, goal: &Goal, today: Date) -> Option<Week> {
        if matches!(goal.kind, Kind::OneOff { .. }) {
            return None;
        }
        let mut week = Week { counted: 0, of: 0 };
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
    use crate::tracker::{Event, What};

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
    fn a_goal_of_today_has_no_week_yet() {
        let goal = Goal::new(Kind::Do, "Walk", date("2026-01-20")).unwrap();
        assert_eq!(Week::of(&log(&[]), &goal, date("2026-01-20")), None);
    }
}
