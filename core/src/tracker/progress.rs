//! Every number of a goal on a given day.

use super::counted::{Counted, counted};
use super::next::{around, last_done};
use super::rhythm::Rhythm;
use super::runs::Runs;
use super::share::Shares;
use super::units::units;
use super::{Amount, Currency, DayState, Goal, Kind, Log, Milestone, Next, Run, Share, Strength, Unit};
use crate::time::Date;

/// Every number of a goal on a given day. None of them is ever negative or not a number.
#[derive(Clone, PartialEq, Debug)]
pub struct Progress {
    /// What `runs` and `share` count.
    pub unit: Unit,
    /// The run that goes on, if one does. Time since that starts today has one of 0 days.
    pub current: Option<Run>,
    /// The longest run, the current one included; of equal ones the first.
    pub best: Option<Run>,
    /// Every run, oldest first, the current one included.
    pub runs: Vec<Run>,
    /// The days that counted in all; a lapse of today never lowers them.
    pub free: FreeDays,
    /// How many days `free` is out of: those that are over, skipped ones and those of rest left out, and but for time
    /// since today once it is known. So "22 to 28 of 30".
    pub planned: u32,
    /// How much of what was planned counted.
    pub share: Share,
    /// The strength, 0 to 1; 0 for a one-off, which has none. See [`Strength`].
    pub strength: f64,
    /// The last milestone that the current run has reached. Only time since has milestones: they are spans of
    /// the calendar, and a run of days done may skip days.
    pub reached: Option<Milestone>,
    /// The next milestone of the current run, likewise.
    pub next: Option<Milestone>,
    /// What comes next, the milestone among it.
    pub upcoming: Next,
    /// What was done today, or in the running week, month or period, and what is meant. Of a goal to do each day, of
    /// time since and of a one-off there is none.
    pub now: Option<Now>,
    /// How far a one-off is.
    pub one_off: Option<OneOffSteps>,
    /// Money and time that were not spent, if the goal says what a day cost.
    pub spared: Option<Spared>,
}

/// How many days counted: exactly, if `least` and `most` are equal, else a range, since some days are unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FreeDays {
    /// The days known to count.
    pub least: u32,
    /// And those days too of which nobody said anything.
    pub most: u32,
}

/// How far the running day, week, month or period is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Now {
    /// How often it was done, or how much.
    pub amount: Amount,
    /// How often it is meant to be done, or how much; of a taper the step that holds.
    pub target: Amount,
}

/// How far a one-off is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OneOffSteps {
    /// How many steps are done.
    pub done: u32,
    /// How many it has.
    pub all: u32,
    /// The day it was done: that of its last step, or the day the person said so.
    pub done_on: Option<Date>,
}

/// What was not spent, by the days that are known to count: never more than it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spared {
    /// Money, in units of the currency.
    pub money: Amount,
    /// Which money.
    pub currency: Option<Currency>,
    /// Minutes.
    pub minutes: u64,
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
        shown(self.strength)
    }

    /// Gives the days of the current run, 0 if there is none; weeks or months if those are its unit.
    pub fn run_days(&self) -> u32 {
        self.current.map_or(0, |run| run.days)
    }

    /// Gives the days of the longest run, 0 if there is none; weeks or months if those are its unit.
    pub fn best_days(&self) -> u32 {
        self.best.map_or(0, |run| run.days)
    }
}

fn shown(strength: f64) -> u8 {
    (strength * 100.0).round() as u8
}

impl Log {
    /// Gives every number of the goal whose events these are, on the day `today`. Events of days to come and
    /// of days before the goal's first day change none of them.
    pub fn progress(&self, goal: &Goal, today: Date) -> Progress {
        let days = counted(goal, self, today);
        let Runs { all: runs, current: goes_on } = Runs::of(goal, self, &days, today);
        let current = if goes_on { runs.last().copied() } else { None };
        let best = runs.iter().copied().reduce(|best, run| if run.days > best.days { run } else { best });
        let since = current.filter(|_| goal.kind == Kind::TimeSince);
        let (reached, next) = since.map_or((None, None), |run| around(run.days, today));
        let one_off = one_off(goal, &days, today);
        let is_done = one_off.is_some_and(|steps| steps.done_on.is_some());
        let mut tally = Tally::default();
        let (mut shares, mut strength) =
            (Shares::new(goal, &days), Strength::new(Rhythm::of(goal).frequency()));
        let mut cursor = runs.iter().peekable();
        for day in &days {
            while cursor.next_if(|run| run.last < day.date).is_some() {}
            let in_run = cursor.peek().is_some_and(|run| run.covers(day.date));
            match goal.kind {
                Kind::TimeSince => tally.day_since(day, in_run, today),
                _ => tally.day(day, today),
            }
            if let Some(share) = shares.take(today, in_run) {
                strength.take(share);
            }
        }
        let unit = Rhythm::of(goal).unit;
        let share = match one_off {
            Some(steps) => Share { least: steps.done, most: steps.done, of: steps.all },
            None if unit == Unit::Days => Share { least: tally.least, most: tally.most, of: tally.planned },
            None => Share::of_units(goal, &days, today),
        };
        Progress {
            unit,
            current,
            best,
            runs,
            free: FreeDays { least: tally.least, most: tally.most },
            planned: tally.planned,
            share,
            strength: strength.value(),
            reached,
            next,
            upcoming: Next { milestone: next, ..Next::of(goal, &days, today, is_done) },
            now: now(goal, &days, today),
            one_off,
            spared: goal.cost.map(|cost| Spared {
                money: cost.per_day.times(tally.least),
                currency: cost.currency,
                minutes: u64::from(cost.minutes_per_day.min(24 * 60)) * u64::from(tally.least),
            }),
        }
    }

    /// Gives the strength (0 to 100) as it was on `today` and on each seventh day before it, oldest first: at most
    /// `weeks` steps back, and on no day before the goal's first.
    pub fn strength_line(&self, goal: &Goal, today: Date, weeks: u8) -> Vec<(Date, u8)> {
        let days = counted(goal, self, today);
        let runs = Runs::of(goal, self, &days, today).all;
        let (mut shares, mut strength) =
            (Shares::new(goal, &days), Strength::new(Rhythm::of(goal).frequency()));
        let mut cursor = runs.iter().peekable();
        let mut line = Vec::new();
        for (place, day) in days.iter().enumerate() {
            while cursor.next_if(|run| run.last < day.date).is_some() {}
            let in_run = cursor.peek().is_some_and(|run| run.covers(day.date));
            let back = days.len() - 1 - place;
            if back.is_multiple_of(7) && back / 7 <= usize::from(weeks) {
                // As it was then: that day was not over.
                let mut then = strength;
                if let Some(share) = shares.peek(day.date, in_run) {
                    then.take(share);
                }
                line.push((day.date, shown(then.value())));
            }
            if let Some(share) = shares.take(today, in_run) {
                strength.take(share);
            }
        }
        line
    }
}

fn now(goal: &Goal, days: &[Counted], today: Date) -> Option<Now> {
    let last = days.last().filter(|day| day.date == today)?;
    match goal.kind {
        Kind::TimeSince | Kind::OneOff { .. } => None,
        Kind::Do if Rhythm::of(goal).is_daily() => None,
        _ if Rhythm::of(goal).is_daily() => {
            Some(Now { amount: last.amount, target: goal.kind.target_on(today)? })
        }
        Kind::AtLeast { .. } | Kind::AtMost { .. } => {
            let unit = units(goal, days, today).pop()?;
            Some(Now { amount: unit.amount, target: unit.target })
        }
        Kind::Do | Kind::Attend { .. } => {
            let unit = units(goal, days, today).pop()?;
            Some(Now { amount: unit.amount, target: Amount::whole(unit.times()) })
        }
    }
}

fn one_off(goal: &Goal, days: &[Counted], today: Date) -> Option<OneOffSteps> {
    let Kind::OneOff { steps, .. } = &goal.kind else { return None };
    let done = steps.iter().filter_map(|step| step.done_on.filter(|on| *on <= today));
    let count = done.clone().count();
    let by_steps = done.max().filter(|_| count == steps.len());
    let done_on = by_steps.or_else(|| last_done(days));
    Some(OneOffSteps { done: count as u32, all: steps.len() as u32, done_on })
}

/// What the days of a goal add up to.
#[derive(Default)]
struct Tally {
    least: u32,
    most: u32,
    planned: u32,
}

impl Tally {
    /// An unknown day may have counted.
    fn day(&mut self, day: &Counted, today: Date) {
        match day.state {
            DayState::Skipped => return,
            _ if day.waits(today) => return,
            DayState::Done => (self.least, self.most) = (self.least + 1, self.most + 1),
            DayState::Unknown => self.most += 1,
            DayState::NotDone => {}
        }
        self.planned += 1;
    }

    /// A day of time since. In a run each day that is over counts, whatever its state; outside of one only a
    /// day that the person calls free does. A day of rest counts nowhere.
    fn day_since(&mut self, day: &Counted, in_run: bool, today: Date) {
        if day.rests || day.date == today || (!in_run && day.state == DayState::Skipped) {
            return;
        }
        self.planned += 1;
        self.least += u32::from(in_run || day.state == DayState::Done);
        self.most += u32::from(in_run || matches!(day.state, DayState::Done | DayState::Unknown));
    }
}
