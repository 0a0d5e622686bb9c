//! How much of what was planned was kept.

use super::counted::Counted;
use super::rhythm::Rhythm;
use super::units::{Outcome, units};
use super::{DayState, Goal, Kind};
use crate::time::Date;

/// How much of what was planned counted: days, or times in each week, month or period. What is unknown is said as a
/// range. What the running week, month or period has not yet reached is not counted against it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// What is known to count.
    pub least: u32,
    /// And that too which may have counted.
    pub most: u32,
    /// What was planned.
    pub of: u32,
}

impl Share {
    /// Gives the share in percent, the least and the most; `None` if nothing was planned yet.
    pub fn percent(self) -> Option<(u8, u8)> {
        let percent = |part: u32| (u64::from(part) * 100 / u64::from(self.of)).min(100) as u8;
        (self.of > 0).then(|| (percent(self.least), percent(self.most)))
    }

    /// The share of a goal that is counted by weeks, months or periods.
    pub(super) fn of_units(goal: &Goal, days: &[Counted], today: Date) -> Share {
        let mut share = Share::default();
        let is_amount = matches!(goal.kind, Kind::AtLeast { .. } | Kind::AtMost { .. });
        for unit in units(goal, days, today) {
            if unit.rests() {
                continue;
            }
            let (least, most, of) = if is_amount {
                let reached = unit.outcome() == Outcome::Reached;
                let open = unit.is_running && !reached;
                let missed = unit.outcome() == Outcome::Missed;
                // What is above can't have been below, whatever is unknown.
                let may =
                    reached || (unit.unknown > 0 && !(missed && matches!(goal.kind, Kind::AtMost { .. })));
                if open { (0, 0, 0) } else { (u32::from(reached), u32::from(may), 1) }
            } else {
                let times = unit.times();
                let done = u32::try_from(unit.amount.thousandths() / 1000).unwrap_or(u32::MAX).min(times);
                let may = done.saturating_add(unit.unknown).min(times);
                if unit.is_running { (done, done, done) } else { (done, may, times) }
            };
            share = Share {
                least: share.least + least,
                most: share.most + most,
                of: share.of.saturating_add(of),
            };
        }
        share
    }
}

/// What each day is worth for the strength, one after the other.
pub(super) struct Shares<'a> {
    goal: &'a Goal,
    rhythm: Rhythm,
    days: &'a [Counted],
    /// How many days a share looks back over.
    window: usize,
    sum: u128,
    next: usize,
}

impl<'a> Shares<'a> {
    pub(super) fn new(goal: &'a Goal, days: &'a [Counted]) -> Shares<'a> {
        let rhythm = Rhythm::of(goal);
        let looks_back_twice = matches!(goal.kind, Kind::Do | Kind::Attend { .. });
        let frequency = rhythm.frequency();
        let window = match looks_back_twice {
            // More meetings than days: a week alone.
            true if rhythm.times >= rhythm.length() => rhythm.length(),
            true => frequency.window(),
            false => rhythm.length(),
        };
        Shares { goal, rhythm, days, window: window as usize, sum: 0, next: 0 }
    }

    /// Takes the next day, and gives what it is worth, 0 to 1; none if it leaves the strength as it is.
    pub(super) fn take(&mut self, today: Date, in_run: bool) -> Option<f64> {
        let worth = self.peek(today, in_run);
        self.sum = self.sum_with_next();
        self.next += 1;
        worth
    }

    /// The sum of the days that the next day looks back over, itself included.
    fn sum_with_next(&self) -> u128 {
        let amount =
            |place: usize| self.days.get(place).map_or(0, |day| u128::from(day.amount.thousandths()));
        self.sum + amount(self.next) - self.next.checked_sub(self.window).map_or(0, amount)
    }

    /// Gives what the next day is worth on the day `today`, without taking it.
    pub(super) fn peek(&self, today: Date, in_run: bool) -> Option<f64> {
        let day = self.days.get(self.next)?;
        let sum = self.sum_with_next();
        if day.waits(today) && !matches!(self.goal.kind, Kind::TimeSince) {
            return None;
        }
        match (&self.goal.kind, day.state) {
            (Kind::OneOff { .. }, _) | (_, DayState::Skipped) | (Kind::AtMost { .. }, DayState::Unknown) => {
                None
            }
            (Kind::TimeSince, _) if day.rests => None,
            (Kind::TimeSince, DayState::Done) => Some(1.0),
            (Kind::TimeSince, DayState::NotDone) => Some(0.0),
            (Kind::TimeSince, DayState::Unknown) => (in_run && day.date != today).then_some(1.0),
            (Kind::AtLeast { .. }, DayState::Unknown) if self.rhythm.is_daily() => Some(0.0),
            // The person said so, and no amount.
            (Kind::AtLeast { .. } | Kind::AtMost { .. }, state)
                if !day.has_amount && self.rhythm.is_daily() =>
            {
                Some(if state == DayState::Done { 1.0 } else { 0.0 })
            }
            (Kind::AtLeast { .. } | Kind::AtMost { .. }, _) => {
                Some(amount_share(self.goal, sum, self.goal.kind.target_on(day.date)?.thousandths()))
            }
            (Kind::Do | Kind::Attend { .. }, _) => {
                let done = u32::try_from(sum / 1000).unwrap_or(u32::MAX);
                let is_much = self.rhythm.times >= self.rhythm.length() && !self.rhythm.is_daily();
                Some(if is_much {
                    (f64::from(done) / f64::from(self.rhythm.times)).min(1.0)
                } else {
                    self.rhythm.frequency().share(done)
                })
            }
        }
    }
}

/// What a sum is worth against its target. With a target of nothing, staying below is all or nothing, and reaching it
/// needs nothing.
fn amount_share(goal: &Goal, sum: u128, target: u64) -> f64 {
    let is_below = matches!(goal.kind, Kind::AtMost { .. });
    let (sum, target) = (sum as f64, target as f64);
    match (is_below, target > 0.0) {
        (true, false) => f64::from(u8::from(sum <= 0.0)),
        (false, false) => 1.0,
        (true, true) => (1.0 - (sum - target) / target).clamp(0.0, 1.0),
        (false, true) => (sum / target).min(1.0),
    }
}
