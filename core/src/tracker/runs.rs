//! Days, weeks or months in a row that count.

use super::counted::Counted;
use super::rhythm::Rhythm;
use super::units::{Outcome, units};
use super::{DayState, Goal, Kind, LapseMeans, Log};
use crate::time::Date;

/// Days in a row that count, or weeks or months; or, for time since, the civil days from its start until a lapse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The day it starts on.
    pub start: Date,
    /// The last day it covers; today, if it is time since and goes on.
    pub last: Date,
    /// How long it is, in the unit of the goal's [`Progress`](super::Progress). Days that were skipped or rested don't
    /// count; of time since the day under way doesn't.
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
    /// Gives the runs, from every day of the goal up to today.
    pub(super) fn of(goal: &Goal, log: &Log, days: &[Counted], today: Date) -> Runs {
        match goal.kind {
            Kind::OneOff { .. } => Runs::default(),
            Kind::TimeSince => since(goal, log, days, today),
            _ if Rhythm::of(goal).is_daily() => of_days(goal, days, today),
            _ => of_units(goal, days, today),
        }
    }

    fn add(&mut self, start: Date, last: Date) {
        match self.all.last_mut() {
            Some(run) if self.current => (run.last, run.days) = (last, run.days + 1),
            _ => self.all.push(Run { start, last, days: 1 }),
        }
        self.current = true;
    }
}

/// A day done counts; a day skipped neither counts nor ends the run; a day not done ends it, and an unknown one of a
/// goal to do. Of a goal to stay below, an unknown day is no success and ends nothing. Today ends it only when it is
/// known.
fn of_days(goal: &Goal, days: &[Counted], today: Date) -> Runs {
    let mut runs = Runs::default();
    let is_below = matches!(goal.kind, Kind::AtMost { .. });
    for day in days {
        match day.state {
            DayState::Done => runs.add(day.date, day.date),
            DayState::Skipped => {}
            _ if day.waits(today) => {}
            DayState::Unknown if is_below => {}
            DayState::NotDone | DayState::Unknown => runs.current = false,
        }
    }
    runs
}

/// A week, month or period that reached what was planned counts.
fn of_units(goal: &Goal, days: &[Counted], today: Date) -> Runs {
    let mut runs = Runs::default();
    for unit in units(goal, days, today) {
        match unit.outcome() {
            Outcome::Reached => runs.add(unit.first, unit.last),
            Outcome::Neutral => {}
            Outcome::Missed => runs.current = false,
        }
    }
    runs
}

/// From the first day on until a lapse that the person takes as an end; then from the day they say.
fn since(goal: &Goal, log: &Log, days: &[Counted], today: Date) -> Runs {
    let mut runs = Runs::default();
    if goal.first_day > today {
        return runs;
    }
    // The days from one to before the other on which the goal doesn't rest.
    let length = |from: Date, to: Date| {
        let place = |day: Date| day.days_since(goal.first_day).max(0) as usize;
        let days = days.get(place(from)..place(to)).unwrap_or_default();
        days.iter().filter(|day| !day.rests).count() as u32
    };
    let mut start = Some(goal.first_day);
    if goal.lapse == LapseMeans::NewRun {
        for day in log.between(goal.first_day, today).iter().filter(|day| day.lapse || day.run_start) {
            if let Some(from) = start.filter(|from| day.lapse && *from < day.date) {
                let days = length(from, day.date);
                if days > 0 {
                    runs.all.push(Run { start: from, last: day.date.plus_days(-1), days });
                }
            }
            start = match start {
                Some(from) if !day.lapse => Some(from),
                _ => day.ends_in_run.then_some(day.date),
            };
        }
    }
    if let Some(start) = start {
        runs.all.push(Run { start, last: today, days: length(start, today) });
        runs.current = true;
    }
    runs
}
