//! Every number of a goal on a given day.

use super::log::LoggedDay;
use super::milestone::milestones;
use super::runs::{Runs, state_of_do};
use super::{DayState, Frequency, Goal, Kind, LapseMeans, Log, Milestone, Run, Strength};
use crate::time::Date;

/// Every number of a goal on a given day. None of them is ever negative or not a number.
#[derive(Clone, PartialEq, Debug)]
pub struct Progress {
    /// The run that goes on, if one does. Time since that starts today has one of 0 days.
    pub current: Option<Run>,
    /// The longest run, the current one included; of equal ones the first.
    pub best: Option<Run>,
    /// Every run, oldest first, the current one included.
    pub runs: Vec<Run>,
    /// The days that counted in all; a lapse of today never lowers them.
    pub free: FreeDays,
    /// How many days `free` is out of: those that are over, skipped ones left out, and for a goal to do today
    /// once it is known. So "22 to 28 of 30".
    pub planned: u32,
    /// The strength, 0 to 1. See [`Strength`].
    pub strength: f64,
    /// The last milestone that the current run has reached. Only time since has milestones: they are spans of
    /// the calendar, and a run of days done may skip days.
    pub reached: Option<Milestone>,
    /// The next milestone of the current run, likewise.
    pub next: Option<Milestone>,
}

/// How many days counted: exactly, if `least` and `most` are equal, else a range, since some days are unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FreeDays {
    /// The days known to count.
    pub least: u32,
    /// And those days too of which nobody said anything.
    pub most: u32,
}

impl FreeDays {
    /// Gives the number if it is known exactly.
    pub fn exact(self) -> Option<u32> {
        (self.least == self.most).then_some(self.least)
    }
}

impl Progress {
    /// Gives the strength as it is shown, 0 to 100.
    pub fn strength_shown(&self) -> u8 {
        (self.strength * 100.0).round() as u8
    }

    /// Gives the days of the current run, 0 if there is none.
    pub fn run_days(&self) -> u32 {
        self.current.map_or(0, |run| run.days)
    }

    /// Gives the days of the longest run, 0 if there is none.
    pub fn best_days(&self) -> u32 {
        self.best.map_or(0, |run| run.days)
    }
}

/// Where a day lies for a goal on a given day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Before the goal's first day.
    Before,
    /// A day of the goal that is over.
    Past,
    /// The day under way.
    Today,
    /// A day to come.
    Future,
}

/// One day of a goal, as a calendar shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own; any mix of them occurs")]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Where it lies.
    pub place: Place,
    /// What is known of it. A lapse makes a day not done, unless the goal only notes it; for a goal to do
    /// what the person said of the day comes first. Days before the first and days to come count nowhere.
    pub state: DayState,
    /// Whether a run covers it. A day of time since that nobody logged is unknown and in a run.
    pub in_run: bool,
    /// Whether a lapse was logged.
    pub lapse: bool,
    /// Whether a new run was said to start.
    pub run_start: bool,
    /// Whether somebody wrote words.
    pub noted: bool,
}

impl Log {
    /// Gives every number of the goal whose events these are, on the day `today`. Events of days to come and
    /// of days before the goal's first day change none of them.
    pub fn progress(&self, goal: &Goal, today: Date) -> Progress {
        let Runs { all: runs, current: goes_on } = Runs::of(goal, self, today);
        let current = if goes_on { runs.last().copied() } else { None };
        let best = runs.iter().copied().reduce(|best, run| if run.days > best.days { run } else { best });
        let since = current.filter(|_| goal.kind == Kind::TimeSince);
        let (reached, next) = since.map_or((None, None), |run| around(run.start, today));
        let mut tally = Tally { least: 0, most: 0, planned: 0, strength: Strength::new(Frequency::DAILY) };
        let mut cursor = runs.iter().peekable();
        for day in self.every_day(goal.first_day, today) {
            while cursor.next_if(|run| run.last < day.date).is_some() {}
            let in_run = cursor.peek().is_some_and(|run| run.covers(day.date));
            match goal.kind {
                Kind::Do
                | Kind::AtLeast { .. }
                | Kind::AtMost { .. }
                | Kind::Attend { .. }
                | Kind::OneOff { .. } => tally.day_to_do(state_of_do(goal, &day), day.date == today),
                Kind::TimeSince => {
                    tally.day_since(state_since(goal, &day), in_run, day.date == today);
                }
            }
        }
        let Tally { least, most, planned, strength } = tally;
        let (free, strength) = (FreeDays { least, most }, strength.value());
        Progress { current, best, runs, free, planned, strength, reached, next }
    }

    /// Gives the strength (0 to 100) as it was on `today` and on each seventh day before it, oldest first: at most
    /// `weeks` steps back, and on no day before the goal's first.
    pub fn strength_line(&self, goal: &Goal, today: Date, weeks: u8) -> Vec<(Date, u8)> {
        let days = (0..=i32::from(weeks)).rev().map(|week| today.plus_days(-7 * week));
        let days = days.filter(|day| *day >= goal.first_day);
        days.map(|day| (day, self.progress(goal, day).strength_shown())).collect()
    }

    /// Gives every day from `first` to `last`, both included, as a calendar shows it on the day `today`.
    pub fn days(&self, goal: &Goal, first: Date, last: Date, today: Date) -> Vec<Day> {
        let runs = Runs::of(goal, self, today).all;
        let mut cursor = runs.iter().peekable();
        self.every_day(first, last)
            .map(|day| {
                while cursor.next_if(|run| run.last < day.date).is_some() {}
                Day {
                    date: day.date,
                    place: match day.date {
                        date if date > today => Place::Future,
                        date if date < goal.first_day => Place::Before,
                        date if date == today => Place::Today,
                        _ => Place::Past,
                    },
                    state: match goal.kind {
                        Kind::Do
                        | Kind::AtLeast { .. }
                        | Kind::AtMost { .. }
                        | Kind::Attend { .. }
                        | Kind::OneOff { .. } => state_of_do(goal, &day),
                        Kind::TimeSince => state_since(goal, &day),
                    },
                    in_run: cursor.peek().is_some_and(|run| run.covers(day.date)),
                    lapse: day.lapse,
                    run_start: day.run_start,
                    noted: day.noted,
                }
            })
            .collect()
    }
}

fn around(start: Date, today: Date) -> (Option<Milestone>, Option<Milestone>) {
    let mut reached = None;
    for milestone in milestones(start) {
        if milestone.on > today {
            return (reached, Some(milestone));
        }
        reached = Some(milestone);
    }
    (reached, None)
}

/// Gives the state of a day of time since: a lapse is stronger than a state, unless it is only noted.
fn state_since(goal: &Goal, day: &LoggedDay) -> DayState {
    if day.lapse && goal.lapse != LapseMeans::NoteOnly { DayState::NotDone } else { day.state }
}

/// What the days of a goal add up to.
struct Tally {
    least: u32,
    most: u32,
    planned: u32,
    strength: Strength,
}

impl Tally {
    /// A day to do: an unknown day may have counted, but it doesn't strengthen.
    fn day_to_do(&mut self, state: DayState, today: bool) {
        match state {
            DayState::Skipped => return,
            DayState::Unknown if today => return,
            DayState::Done => (self.least, self.most) = (self.least + 1, self.most + 1),
            DayState::Unknown => self.most += 1,
            DayState::NotDone => {}
        }
        self.planned += 1;
        self.strength.take(if state == DayState::Done { 1.0 } else { 0.0 });
    }

    /// A day of time since. In a run each day that is over counts, whatever its state; outside of one only a
    /// day that the person calls free does. The strength goes by the person's word for the day, else by the
    /// run; of a day outside a run of which nobody said anything it knows nothing, and stays.
    fn day_since(&mut self, state: DayState, in_run: bool, today: bool) {
        match state {
            DayState::Done => self.strength.take(1.0),
            DayState::NotDone => self.strength.take(0.0),
            DayState::Unknown if in_run && !today => self.strength.take(1.0),
            DayState::Skipped | DayState::Unknown => {}
        }
        if today || (!in_run && state == DayState::Skipped) {
            return;
        }
        self.planned += 1;
        self.least += u32::from(in_run || state == DayState::Done);
        self.most += u32::from(in_run || matches!(state, DayState::Done | DayState::Unknown));
    }
}
