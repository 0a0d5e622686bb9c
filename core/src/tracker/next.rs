//! What comes next.

use super::counted::Counted;
use super::milestone::milestones;
use super::rhythm::Rhythm;
use super::units::{Outcome, units};
use super::{DayState, Goal, Kind, Milestone, Progress, TaperStep};
use crate::time::Date;

/// What comes next. Each is there only if there is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Next {
    /// The next milestone of the run that goes on.
    pub milestone: Option<Milestone>,
    /// The next planned day of which nothing is known yet; today, if it waits.
    pub day: Option<Date>,
    /// The next step of a taper.
    pub step: Option<TaperStep>,
    /// The day a one-off is due, if it is not done.
    pub due: Option<Date>,
}

/// How far ahead a planned day is looked for.
const AHEAD: i32 = 400;

/// Gives the last milestone that is reached and the next one, of time since that has lasted so many days.
pub(super) fn around(days: u32, today: Date) -> (Option<Milestone>, Option<Milestone>) {
    let start = today.plus_days(-(i32::try_from(days).unwrap_or(i32::MAX)));
    let mut reached = None;
    for milestone in milestones(start) {
        if milestone.on > today {
            return (reached, Some(milestone));
        }
        reached = Some(milestone);
    }
    (reached, None)
}

impl Next {
    /// Gives what comes next but for the milestone.
    pub(super) fn of(goal: &Goal, days: &[Counted], today: Date, is_done: bool) -> Next {
        if !goal.standing.is_active() {
            return Next::default();
        }
        let step = match &goal.kind {
            Kind::AtMost { taper, .. } => {
                taper.iter().filter(|step| step.from > today).min_by_key(|step| step.from).copied()
            }
            _ => None,
        };
        let due = match goal.kind {
            Kind::OneOff { due, .. } if !is_done => due,
            _ => None,
        };
        Next { milestone: None, day: planned_day(goal, days, today), step, due }
    }
}

/// The next day on which there is something to do: none for what has no plan.
fn planned_day(goal: &Goal, days: &[Counted], today: Date) -> Option<Date> {
    if matches!(goal.kind, Kind::TimeSince | Kind::OneOff { .. }) {
        return None;
    }
    let waits = days.last().is_none_or(|day| day.date != today || day.waits(today));
    let mut from = goal.first_day.max(if waits { today } else { today.plus_days(1) });
    let rhythm = Rhythm::of(goal);
    if matches!(goal.kind, Kind::Do | Kind::Attend { .. }) && !rhythm.is_daily() {
        let reached = units(goal, days, today).pop().filter(|unit| unit.outcome() == Outcome::Reached);
        if reached.is_some() {
            from = rhythm.around(today, goal.first_day).1.plus_days(1);
        }
    }
    (0..AHEAD).map(|ahead| from.plus_days(ahead)).find(|day| !goal.rests_on(*day))
}

impl Progress {
    /// Tells whether the day under way waits for something: it is planned and nothing is known of it yet.
    pub fn waits(&self, today: Date) -> bool {
        self.upcoming.day == Some(today)
    }
}

/// The day on which a one-off without steps was last said to be done.
pub(super) fn last_done(days: &[Counted]) -> Option<Date> {
    days.iter().rev().find(|day| day.state == DayState::Done).map(|day| day.date)
}
