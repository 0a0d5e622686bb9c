//! What other trackers wrote, as goals and events of ours.
//!
//! Ids are made of what was read, so the same file a second time gives the same records and changes nothing. What can't be
//! read is said with the reason, and the rest holds. The result has the form of a backup: it is shown before anything is written,
//! merged and taken back as one.

mod cells;
mod loop_habits;
mod sobriety;
pub mod zip;

use crate::records::backup::digest;
use crate::records::copy::Texts;
use crate::records::{EventId, GoalId, ID_BYTES, Key, Record};
use crate::time::Date;

use super::{Event, Goal};
pub use loop_habits::loop_habits;
pub use sobriety::sobriety_json;

/// A file of an archive, with its path in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'a> {
    /// The path, with `/`.
    pub path: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// What was read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Import {
    /// The goals, in the order of the file.
    pub goals: Vec<(GoalId, Goal)>,
    /// Their events.
    pub events: Vec<(EventId, Event)>,
    /// What was not read.
    pub left_out: Vec<LeftOut>,
}

/// Something that was not read, or not as it stood there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// The goal that it is of, by its name; empty if it has none.
    pub goal: String,
    /// What stood there.
    pub what: String,
    /// Why.
    pub why: Why,
}

/// Why something was not read as it stood there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// A goal needs a name.
    NoName,
    /// It is no day.
    NoDay,
    /// It is no state and no amount that is known here.
    NoValue,
    /// So many times in so many days is planned by the week here.
    OtherSchedule,
    /// No days of the goal are in the archive.
    NoDays,
}

impl Import {
    /// Puts the goals after those that are here already. One that is here from an earlier time keeps its place.
    pub fn place_after(&mut self, here: &[(GoalId, Goal)]) {
        let last = here.iter().map(|(_, goal)| goal.order).max();
        for (id, goal) in &mut self.goals {
            let known = here.iter().find(|(other, _)| other == id);
            goal.order = match (known, last) {
                (Some((_, known)), _) => known.order,
                (None, Some(last)) => last.saturating_add(1).saturating_add(goal.order),
                (None, None) => goal.order,
            };
        }
    }

    /// The records as they are stored, to be written as a backup.
    pub fn texts(&self) -> Texts {
        let goals = self.goals.iter().filter_map(|(id, goal)| {
            Some((Key::Goal(id.clone()).to_string(), Record::new(goal.clone()).write().ok()?))
        });
        let events = self.events.iter().filter_map(|(id, event)| {
            Some((Key::Event(id.clone()).to_string(), Record::new(event.clone()).write().ok()?))
        });
        goals.chain(events).collect()
    }
}

/// The bytes of an id that is made of what was read.
fn id_bytes(parts: &[&str]) -> [u8; ID_BYTES] {
    let digest = digest::sha256(&parts.join("\u{0}"));
    let mut bytes = [0; ID_BYTES];
    for (byte, pair) in bytes.iter_mut().zip(digest.as_bytes().chunks(2)) {
        *byte =
            pair.iter().fold(0, |sum, digit| sum << 4 | char::from(*digit).to_digit(16).unwrap_or(0) as u8);
    }
    bytes
}

/// When it is taken to have been recorded: as the day began, so that what the person says here later holds.
fn start_of(day: Date) -> i64 {
    i64::from(day.days()) * 86_400_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracker::Kind;

    #[test]
    fn goals_come_after_those_that_are_here_and_keep_their_place_the_second_time() {
        let day = Date::parse("2026-11-20").unwrap();
        let goal = |number: u8, order| {
            let goal = Goal::new(Kind::Do, "Walk", day).unwrap();
            (GoalId::from_random([number; ID_BYTES]), Goal { order, ..goal })
        };
        let own = [goal(1, 3), goal(2, 7)];
        let read = || Import { goals: vec![goal(8, 0), goal(9, 1)], ..Import::default() };
        let orders = |import: &Import| import.goals.iter().map(|(_, goal)| goal.order).collect::<Vec<_>>();

        let mut first = read();
        first.place_after(&own);
        assert_eq!(orders(&first), [8, 9]);
        let mut again = read();
        again.place_after(&[own.to_vec(), first.goals].concat());
        assert_eq!(orders(&again), [8, 9]);
        let mut alone = read();
        alone.place_after(&[]);
        assert_eq!(orders(&alone), [0, 1]);
    }
}
