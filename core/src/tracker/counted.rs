//! Each day of a goal as its numbers take it.

use super::log::LoggedDay;
use super::rhythm::Rhythm;
use super::{Amount, DayState, Goal, Kind, LapseMeans, Log};
use crate::time::Date;

/// One day of a goal as its numbers take it.
#[derive(Clone, Copy)]
pub(super) struct Counted {
    pub(super) date: Date,
    /// What is known of it; a day that rests is skipped.
    pub(super) state: DayState,
    /// Whether the goal rests on it.
    pub(super) rests: bool,
    /// Whether the day could still reach its target if it were not over.
    pub(super) is_open: bool,
    /// How often it was done, or how much; nothing on a day that rests or was skipped.
    pub(super) amount: Amount,
    /// Whether an amount was noted.
    pub(super) has_amount: bool,
}

impl Counted {
    /// Tells whether nothing is known yet, on the day that is under way.
    pub(super) fn waits(&self, today: Date) -> bool {
        self.date == today && (self.is_open || self.state == DayState::Unknown)
    }
}

/// Gives every day of the goal from its first to the last, both included.
pub(super) fn counted(goal: &Goal, log: &Log, last: Date) -> Vec<Counted> {
    let mut so_far = SoFar::new(goal);
    log.every_day(goal.first_day, last).map(|day| so_far.take(goal, &day)).collect()
}

/// The sum of the running unit.
pub(super) struct SoFar {
    rhythm: Rhythm,
    last: Option<Date>,
    sum: Amount,
}

impl SoFar {
    pub(super) fn new(goal: &Goal) -> SoFar {
        SoFar { rhythm: Rhythm::of(goal), last: None, sum: Amount::ZERO }
    }

    /// Takes the next day.
    fn take(&mut self, goal: &Goal, day: &LoggedDay) -> Counted {
        let rests = goal.rests_on(day.date);
        if self.last.is_none_or(|last| last < day.date) {
            self.last = Some(self.rhythm.around(day.date, goal.first_day).1);
            self.sum = Amount::ZERO;
        }
        if !rests && day.date >= goal.first_day && day.state != DayState::Skipped {
            self.sum = self.sum.plus(day.sum.unwrap_or(Amount::ZERO));
        }
        let said = self.said(goal, day);
        let state = if rests { DayState::Skipped } else { said };
        let amount = if state == DayState::Skipped { Amount::ZERO } else { amount_of(goal, day, state) };
        let is_open = self.is_open(goal, day, state);
        Counted { date: day.date, state, rests, is_open, amount, has_amount: day.sum.is_some() }
    }

    /// What is known of a day, whether the goal rests or not.
    fn said(&self, goal: &Goal, day: &LoggedDay) -> DayState {
        let holds = match (&goal.kind, day.sum) {
            (Kind::TimeSince, _) if day.lapse && goal.lapse != LapseMeans::NoteOnly => {
                return DayState::NotDone;
            }
            (Kind::TimeSince, _) => return day.state,
            (_, Some(_)) if day.state == DayState::Skipped => return DayState::Skipped,
            (Kind::AtLeast { target, .. }, Some(sum)) if self.rhythm.is_daily() => sum >= *target,
            (Kind::AtLeast { target, .. }, Some(sum)) => !sum.is_zero() || target.is_zero(),
            (Kind::AtMost { .. }, Some(_)) => {
                goal.kind.target_on(day.date).is_none_or(|most| self.sum <= most)
            }
            (Kind::Attend { .. }, Some(sum)) => !sum.is_zero(),
            (Kind::Do | Kind::OneOff { .. }, _) | (_, None) => return or_lapse(goal, day),
        };
        if holds { DayState::Done } else { DayState::NotDone }
    }

    fn is_open(&self, goal: &Goal, day: &LoggedDay, state: DayState) -> bool {
        let is_partial =
            matches!(goal.kind, Kind::AtLeast { .. }) && self.rhythm.is_daily() && day.sum.is_some();
        is_partial && state == DayState::NotDone
    }
}

/// What the person said of the day, else what a lapse says of it.
fn or_lapse(goal: &Goal, day: &LoggedDay) -> DayState {
    match day.state {
        DayState::Unknown if day.lapse && goal.lapse == LapseMeans::NewRun => DayState::NotDone,
        state => state,
    }
}

/// How often it was done, or how much: a day done of which no amount is known was done once.
fn amount_of(goal: &Goal, day: &LoggedDay, state: DayState) -> Amount {
    let once = if state == DayState::Done { Amount::whole(1) } else { Amount::ZERO };
    match (&goal.kind, day.sum) {
        (Kind::Attend { .. } | Kind::AtLeast { .. } | Kind::AtMost { .. }, Some(sum)) => sum,
        (Kind::AtLeast { .. } | Kind::AtMost { .. }, None) => Amount::ZERO,
        _ => once,
    }
}

/// Gives the state of one day as a calendar shows it: what was said, also where the goal rests.
pub(super) fn shown_state(goal: &Goal, day: &LoggedDay, so_far: &mut SoFar, today: Date) -> DayState {
    let counted = so_far.take(goal, day);
    let state = if counted.rests { so_far.said(goal, day) } else { counted.state };
    if counted.is_open && day.date == today { DayState::Unknown } else { state }
}
