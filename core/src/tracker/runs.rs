//! Days in a row that count.

use super::log::LoggedDay;
use super::{DayState, Goal, Kind, LapseMeans, Log};
use crate::time::Date;

/// Days in a row that count, or, for time since, the civil days from its start until a lapse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The day it starts on.
    pub start: Date,
    /// The last day it covers; today, if it is time since and goes on.
    pub last: Date,
    /// How long it is. Skipped days of a goal to do don't count; of time since the day under way doesn't.
    pub days: u32,
}

impl Run {
    /// Tells whether a day lies within the run.
    pub fn covers(&self, day: Date) -> bool {
        (self.start..=self.last).contains(&day)
    }
}

/// The runs of a goal.
#[derive(Default)]
pub(super) struct Runs {
    /// Oldest first, the current one included; none of no days but the current one.
    pub(super) all: Vec<Run>,
    /// Whether the last of them goes on.
    pub(super) current: bool,
}

impl Runs {
    pub(super) fn of(goal: &Goal, log: &Log, today: Date) -> Runs {
        match goal.kind {
            Kind::Do
            | Kind::AtLeast { .. }
            | Kind::AtMost { .. }
            | Kind::Attend { .. }
            | Kind::OneOff { .. } => of_days_done(goal, log, today),
            Kind::TimeSince => since(goal, log, today),
        }
    }
}

/// Gives the state that counts for a day of a goal to do: what the person said of the day, else what a lapse
/// says of it.
pub(super) fn state_of_do(goal: &Goal, day: &LoggedDay) -> DayState {
    match day.state {
        DayState::Unknown if day.lapse && goal.lapse == LapseMeans::NewRun => DayState::NotDone,
        state => state,
    }
}

/// A day done counts; a day skipped neither counts nor ends the run; any other day ends it, today only when
/// it is over.
fn of_days_done(goal: &Goal, log: &Log, today: Date) -> Runs {
    let mut runs = Runs::default();
    // The first day that is not accounted for: a gap before a logged day is made of unknown days.
    let mut next = goal.first_day;
    for day in log.between(goal.first_day, today) {
        runs.current &= day.date == next;
        match (state_of_do(goal, day), runs.all.last_mut()) {
            (DayState::Done, Some(run)) if runs.current => {
                (run.last, run.days) = (day.date, run.days + 1);
            }
            (DayState::Done, _) => {
                runs.all.push(Run { start: day.date, last: day.date, days: 1 });
                runs.current = true;
            }
            (DayState::Skipped, _) => {}
            (DayState::Unknown, _) if day.date == today => {}
            (DayState::NotDone | DayState::Unknown, _) => runs.current = false,
        }
        next = day.date.plus_days(1);
    }
    runs.current &= next >= today;
    runs
}

/// From the first day on until a lapse that the person takes as an end; then from the day they say.
fn since(goal: &Goal, log: &Log, today: Date) -> Runs {
    let mut runs = Runs::default();
    if goal.first_day > today {
        return runs;
    }
    let mut start = Some(goal.first_day);
    if goal.lapse == LapseMeans::NewRun {
        for day in log.between(goal.first_day, today).iter().filter(|day| day.lapse || day.run_start) {
            if let Some(from) = start.filter(|from| day.lapse && *from < day.date) {
                let days = day.date.days_since(from) as u32;
                runs.all.push(Run { start: from, last: day.date.plus_days(-1), days });
            }
            start = match start {
                Some(from) if !day.lapse => Some(from),
                _ => day.ends_in_run.then_some(day.date),
            };
        }
    }
    if let Some(start) = start {
        runs.all.push(Run { start, last: today, days: today.days_since(start) as u32 });
        runs.current = true;
    }
    runs
}
