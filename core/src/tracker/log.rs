//! The events of one goal, put in order: one entry a day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
        let corrected = corrected(events.iter().map(|(.., id, event)| (*id, *event)));
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

/// The amounts that another amount takes the place of. One that names itself names none.
pub(super) fn corrected<'a>(events: impl Iterator<Item = (&'a EventId, &'a Event)>) -> BTreeSet<&'a EventId> {
    let named = events.filter(|(_, event)| event.what == What::Amount);
    named.filter_map(|(id, event)| event.corrects.as_ref().filter(|other| *other != id)).collect()
}

/// The logs of all goals that have events. What is the person's own is in none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Logs(BTreeMap<GoalId, (u64, Arc<Log>)>);

impl Logs {
    /// Takes the events of all goals, in any order.
    pub fn of<'a>(events: impl IntoIterator<Item = (&'a EventId, &'a Event)>) -> Logs {
        Logs::default().again(events)
    }

    /// Takes all events anew. A goal whose events are those of before keeps its log, so that one more event costs the
    /// sorting of one goal, not of all; whoever holds the log can see by its place in memory that it is the same.
    #[must_use]
    pub fn again<'a>(&self, events: impl IntoIterator<Item = (&'a EventId, &'a Event)>) -> Logs {
        // The number before the id is compared first: ten years of events are looked up here at each tap.
        let mut groups: BTreeMap<(u64, &GoalId), (u64, Vec<_>)> = BTreeMap::new();
        for (id, event) in events {
            if let Some(goal) = &event.goal {
                let (sum, group) = groups.entry((goal.first(), goal)).or_default();
                *sum = sum.wrapping_add(mark(id, event));
                group.push((id, event));
            }
        }
        // One by one: collecting into a map sorts first, and that is 6 KB of code for what is in order.
        let mut logs = BTreeMap::new();
        for ((_, goal), (sum, events)) in groups {
            let before = self.0.get(goal).filter(|(known, _)| *known == sum).map(|(_, log)| Arc::clone(log));
            let log = before.unwrap_or_else(|| Arc::new(Log::of(events)));
            logs.insert(goal.clone(), (sum, log));
        }
        Logs(logs)
    }

    /// Gives the log of a goal; none if it has no events.
    pub fn get(&self, goal: &GoalId) -> Option<&Arc<Log>> {
        self.0.get(goal).map(|(_, log)| log)
    }

    /// Gives every log.
    pub fn all(&self) -> impl Iterator<Item = &Log> {
        self.0.values().map(|(_, log)| &**log)
    }
}

/// A number for all of an event that a log takes. Their sum, in which the order doesn't count, tells two groups of
/// events apart: that two which differ have the same is as likely as to guess a number of 64 bits.
fn mark(id: &EventId, event: &Event) -> u64 {
    let amount = event.amount.map_or(0, |amount| amount.thousandths() + 1);
    let corrects = event.corrects.as_ref().map_or(0, EventId::first);
    let what = event.what as u64 * 2 + u64::from(event.note.is_some());
    let day = i64::from(event.day.days()) as u64;
    let sum = mixed(mixed(id.first()) ^ event.at as u64);
    let sum = mixed(sum ^ (day << 8 | what));
    if amount == 0 && corrects == 0 { sum } else { mixed(mixed(sum ^ amount) ^ corrects) }
}

/// Spreads each bit over all others (SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}
