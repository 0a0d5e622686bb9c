//! What a person works on.

use serde::{Deserialize, Serialize};

use crate::time::Date;

/// What a person works on. Its id is the key it is kept under, not a part of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Goal {
    /// What kind of goal it is.
    pub kind: Kind,
    /// The person's own words for it.
    pub name: String,
    /// Why it matters to them, if they say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The first day that counts. For time since: the day since when. May lie in the past or the future.
    pub first_day: Date,
    /// What a lapse means for this goal.
    #[serde(default)]
    pub lapse: LapseMeans,
    /// The number that is shown large.
    #[serde(default)]
    pub headline: Headline,
    /// Its place among the person's goals, smallest first; ties by id.
    #[serde(default)]
    pub order: i32,
}

impl Goal {
    /// Makes a goal with the least that one needs. The name is trimmed; `None` if nothing is left of it.
    pub fn new(kind: Kind, name: &str, first_day: Date) -> Option<Goal> {
        let name = name.trim();
        (!name.is_empty()).then(|| Goal {
            kind,
            name: name.to_owned(),
            reason: None,
            first_day,
            lapse: LapseMeans::default(),
            headline: Headline::default(),
            order: 0,
        })
    }
}

/// What kind of goal it is. Each kind is written as its name, so another kind, with a target of its own, can
/// stand beside these without a change to what is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something to do each day.
    Do,
    /// Time since a day: civil days, logged or not, until a lapse.
    TimeSince,
}

/// What a lapse means for a goal. It can be changed at any time, since every number is derived.
///
/// Of a goal to do, a lapse on a day that says nothing else makes it a day not done, if a lapse starts a new
/// run; otherwise it changes no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LapseMeans {
    /// It ends the run; the next one starts when the person says. It dents the strength.
    #[default]
    NewRun,
    /// The run goes on. It is marked and dents the strength.
    KeepCounting,
    /// It is marked, and no number changes.
    NoteOnly,
}

/// The number that is shown large for a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Headline {
    /// Days that counted in all: a lapse never lowers them.
    #[default]
    FreeDays,
    /// The current run.
    Run,
    /// The 0–100 score.
    Strength,
    /// No number.
    Hidden,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Record;

    fn first_day() -> Date {
        Date::parse("2026-01-01").unwrap()
    }

    #[test]
    fn a_goal_is_stored_in_plain_words() {
        let goal = Goal::new(Kind::TimeSince, "A goal", first_day()).unwrap();
        assert_eq!(
            Record::new(goal).write().unwrap(),
            r#"{"v":1,"d":{"rev":1,"kind":"time_since","name":"A goal","first_day":"2026-01-01","lapse":"new_run","headline":"free_days","order":0}}"#
        );
    }

    #[test]
    fn a_goal_with_the_least_that_it_needs_is_read() {
        let walk: Goal =
            serde_json::from_str(r#"{"kind":"do","name":"Walk","first_day":"2026-01-01"}"#).unwrap();
        assert_eq!(Some(&walk), Goal::new(Kind::Do, "  Walk ", first_day()).as_ref());
        assert_eq!((walk.lapse, walk.headline), (LapseMeans::NewRun, Headline::FreeDays));
    }

    #[test]
    fn a_goal_without_a_name_is_not_made() {
        assert_eq!(Goal::new(Kind::Do, " \n ", first_day()), None);
    }
}
