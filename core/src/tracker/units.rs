//! The weeks, months and periods of a goal that is not counted by days.

use super::counted::Counted;
use super::rhythm::Rhythm;
use super::{Amount, DayState, Goal, Kind};
use crate::time::Date;

/// One week, month or period.
pub(super) struct InUnit {
    /// Its first day that is one of the goal.
    pub(super) first: Date,
    /// Its last day up to today.
    pub(super) last: Date,
    /// How often it was done, or how much.
    pub(super) amount: Amount,
    /// How often it was meant to be done, or how much.
    pub(super) target: Amount,
    /// How many of its days up to today nobody said anything about.
    pub(super) unknown: u32,
    /// How many days somebody said something about, skipped ones left out.
    known: u32,
    /// How many days are left out, those before the goal's first day, too.
    rests: u32,
    /// How many days it has.
    length: u32,
    /// Whether it goes on.
    pub(super) is_running: bool,
    is_below: bool,
}

/// What a week, month or period means for a run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Reached,
    /// It neither counts nor ends anything.
    Neutral,
    Missed,
}

impl InUnit {
    pub(super) fn outcome(&self) -> Outcome {
        let nothing_known = self.is_below && self.known == 0;
        match self.reaches() {
            _ if self.rests >= self.length || nothing_known => Outcome::Neutral,
            // Below what is meant is sure only at the end.
            true if self.is_below && self.is_running => Outcome::Neutral,
            true => Outcome::Reached,
            false if self.is_running => Outcome::Neutral,
            false => Outcome::Missed,
        }
    }

    /// Days that were left out lower what was meant in proportion; what one should stay below they don't.
    fn reaches(&self) -> bool {
        if self.is_below {
            return self.amount <= self.target;
        }
        let times_length = |amount: Amount, days: u32| u128::from(amount.thousandths()) * u128::from(days);
        let planned = self.length.saturating_sub(self.rests);
        times_length(self.amount, self.length) >= times_length(self.target, planned)
    }

    /// How many times were meant after what was left out, in whole numbers; 1 at least.
    pub(super) fn times(&self) -> u32 {
        let planned = u64::from(self.length.saturating_sub(self.rests));
        let meant = self.target.thousandths().saturating_mul(planned);
        u32::try_from(meant.div_ceil(u64::from(self.length).max(1) * 1000)).unwrap_or(u32::MAX).max(1)
    }

    /// Whether it is left out as a whole.
    pub(super) fn rests(&self) -> bool {
        self.rests >= self.length
    }
}

/// Gives every unit of the goal from its first day to today, oldest first.
pub(super) fn units(goal: &Goal, days: &[Counted], today: Date) -> Vec<InUnit> {
    let rhythm = Rhythm::of(goal);
    let mut all: Vec<InUnit> = Vec::new();
    let mut ends = None;
    for day in days {
        if ends.is_none_or(|end| end < day.date) {
            let (first, last) = rhythm.around(day.date, goal.first_day);
            ends = Some(last);
            let target = goal.kind.target_on(first.max(goal.first_day));
            all.push(InUnit {
                first: day.date,
                last: day.date,
                amount: Amount::ZERO,
                target: target.unwrap_or(Amount::whole(rhythm.times)),
                unknown: 0,
                known: 0,
                rests: day.date.days_since(first) as u32,
                length: last.days_since(first) as u32 + 1,
                is_running: last >= today,
                is_below: matches!(goal.kind, Kind::AtMost { .. }),
            });
        }
        let Some(unit) = all.last_mut() else { continue };
        unit.last = day.date;
        unit.amount = unit.amount.plus(day.amount);
        match day.state {
            DayState::Skipped => unit.rests += 1,
            DayState::Unknown => unit.unknown += 1,
            DayState::Done | DayState::NotDone => unit.known += 1,
        }
    }
    all
}
