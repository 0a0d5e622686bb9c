//! The events of one goal, put in order: one entry a day.

use std::collections::{BTreeMap, BTreeSet};

use super::{Amount, Event, What};
use crate::records::{EventId, GoalId};
use crate::time::Date;

/// What is known of a day. Unknown is never success and never failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DayState {
    /// Done, or a free day.
    Done,
    /// Not done.
    NotDone,
    /// Left out by the person.
    Skipped,
    /// Nobody said.
    #[default]
    Unknown,
}

/// The events of one goal, a day at a time. All numbers of the goal come from here.
///
/// Two logs of the same events are equal, in whatever order the events came and however often.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Log {
    /// Ascending by date, each date once.
    days: Vec<LoggedDay>,
}

/// What the events of one day say together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own; any mix of them occurs")]
pub(super) struct LoggedDay {
    pub(super) date: Date,
    pub(super) state: DayState,
    pub(super) lapse: bool,
    pub(super) run_start: bool,
    /// Of the day's lapses and starts of a run, the latest is a start.
    pub(super) ends_in_run: bool,
    pub(super) noted: bool,
    /// The amounts of the day together, if there are some.
    pub(super) sum: Option<Amount>,
}

impl LoggedDay {
    pub(super) fn blank(date: Date) -> LoggedDay {
        LoggedDay {
            date,
            state: DayState::Unknown,
            lapse: false,
            run_start: false,
            ends_in_run: false,
            noted: false,
            sum: None,
        }
    }

    /// Takes the day's next event in the order of their instants, so a later state replaces an earlier one.
    fn take(&mut self, event: &Event) {
        self.noted |= event.note.is_some();
        match event.what {
            What::Done => self.state = DayState::Done,
            What::NotDone => self.state = DayState::NotDone,
            What::Skipped => self.state = DayState::Skipped,
            What::Cleared => self.state = DayState::Unknown,
            What::Lapse => (self.lapse, self.ends_in_run) = (true, false),
            What::RunStart => (self.run_start, self.ends_in_run) = (true, true),
            What::Note => self.noted = true,
            What::Amount => {
                if let Some(amount) = event.amount {
                    self.sum = Some(self.sum.unwrap_or(Amount::ZERO).plus(amount));
                }
            }
            What::CheckIn | What::Coped => {}
        }
    }
}

impl Log {
    /// Takes the events of one goal, in any order; an event that comes twice counts once.
    pub fn of<'a>(events: impl IntoIterator<Item = (&'a EventId, &'a Event)>) -> Log {
        let mut events: Vec<_> =
            events.into_iter().map(|(id, event)| (event.day, event.at, id, event)).collect();
        // `what` and the amount last: should one id ever come with two contents, their order still is the same
        // everywhere.
        events.sort_unstable_by_key(|(day, at, id, event)| (*day, *at, *id, event.what, event.amount));
        events.dedup_by(|one, other| {
            one.3.what == What::Amount && (one.2, one.3.amount) == (other.2, other.3.amount)
        });
        let mut corrected = BTreeSet::new();
        for (.., id, event) in &events {
            // An amount that names itself names none.
            corrected
                .extend(event.corrects.as_ref().filter(|other| event.what == What::Amount && other != id));
        }
        let holds = |id: &EventId, event: &Event| event.what != What::Amount || !corrected.contains(id);
        let mut days: Vec<LoggedDay> = Vec::new();
        for (.., event) in events.into_iter().filter(|(.., id, event)| holds(id, event)) {
            match days.last_mut() {
                Some(day) if day.date == event.day => day.take(event),
                _ => {
                    let mut day = LoggedDay::blank(event.day);
                    day.take(event);
                    days.push(day);
                }
            }
        }
        Log { days }
    }

    /// Takes the events of all goals and gives each goal's log; a goal without events has none, and
    /// what is the person's own is in none.
    pub fn by_goal<'a>(events: impl IntoIterator<Item = (&'a EventId, &'a Event)>) -> BTreeMap<GoalId, Log> {
        let mut groups: BTreeMap<&GoalId, Vec<_>> = BTreeMap::new();
        for (id, event) in events {
            if let Some(goal) = &event.goal {
                groups.entry(goal).or_default().push((id, event));
            }
        }
        // One by one: collecting into a map sorts first, and that is 6 KB of code for what is in order.
        let mut logs = BTreeMap::new();
        for (goal, events) in groups {
            logs.insert(goal.clone(), Log::of(events));
        }
        logs
    }

    /// Counts the days that say something: a day that was taken back says nothing.
    pub fn noted_days(&self) -> usize {
        let says = |day: &&LoggedDay| {
            day.state != DayState::Unknown || day.lapse || day.run_start || day.noted || day.sum.is_some()
        };
        self.days.iter().filter(says).count()
    }

    /// Gives the logged days from `first` to `last`, both included.
    pub(super) fn between(&self, first: Date, last: Date) -> &[LoggedDay] {
        let from = self.days.partition_point(|day| day.date < first);
        let to = self.days.partition_point(|day| day.date <= last);
        self.days.get(from..to).unwrap_or_default()
    }

    /// Gives every day from `first` to `last`, both included, logged or not.
    pub(super) fn every_day(&self, first: Date, last: Date) -> impl Iterator<Item = LoggedDay> {
        let mut logged = self.between(first, last).iter().peekable();
        (first.days()..=last.days()).map(move |day| {
            let date = Date::from_days(i64::from(day));
            logged.next_if(|day| day.date == date).copied().unwrap_or(LoggedDay::blank(date))
        })
    }
}
