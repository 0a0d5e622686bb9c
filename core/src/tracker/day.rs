//! One day of a goal, as a calendar shows it.

use super::counted::{SoFar, counted, shown_state};
use super::runs::Runs;
use super::{Amount, DayState, Goal, Kind, Log};
use crate::time::Date;

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
    /// What is known of it. A lapse makes a day not done, unless the goal only notes it; but for time since what the
    /// person said of the day comes first. Days before the first and days to come count nowhere. A day whose amount
    /// may still reach its target is unknown until it is over.
    pub state: DayState,
    /// Whether the goal rests: paused, stopped, or no day that is planned. It then counts as skipped.
    pub rests: bool,
    /// Whether a run covers it. A day of time since that nobody logged is unknown and in a run.
    pub in_run: bool,
    /// Whether a quiet day of a run counts, as it does for time since alone.
    pub counts_when_quiet: bool,
    /// Whether a lapse was logged.
    pub lapse: bool,
    /// Whether a new run was said to start.
    pub run_start: bool,
    /// Whether somebody wrote words.
    pub noted: bool,
    /// The amounts of the day together, if there are some.
    pub amount: Option<Amount>,
    /// The target that holds on the day, of a goal about an amount.
    pub target: Option<Amount>,
}

impl Log {
    /// Gives every day from `first` to `last`, both included, as a calendar shows it on the day `today`.
    pub fn days(&self, goal: &Goal, first: Date, last: Date, today: Date) -> Vec<Day> {
        let runs = Runs::of(goal, self, &counted(goal, self, today), today).all;
        let mut cursor = runs.iter().peekable();
        let mut so_far = SoFar::new(goal);
        // The sum of a week is known only from the week's first day on.
        let (begin, _) = super::rhythm::Rhythm::of(goal).around(first, goal.first_day);
        let days = self.every_day(begin, last).map(|day| {
            while cursor.next_if(|run| run.last < day.date).is_some() {}
            Day {
                date: day.date,
                place: match day.date {
                    date if date > today => Place::Future,
                    date if date < goal.first_day => Place::Before,
                    date if date == today => Place::Today,
                    _ => Place::Past,
                },
                state: shown_state(goal, &day, &mut so_far, today),
                rests: goal.rests_on(day.date),
                in_run: cursor.peek().is_some_and(|run| run.covers(day.date)),
                counts_when_quiet: goal.kind == Kind::TimeSince,
                lapse: day.lapse,
                run_start: day.run_start,
                noted: day.noted,
                amount: day.sum,
                target: goal.kind.target_on(day.date),
            }
        });
        days.filter(|day| day.date >= first).collect()
    }
}
