//! What kind of goal it is, and what the kind needs to know.

use serde::{Deserialize, Serialize};

use super::Amount;
use crate::time::Date;

/// What kind of goal it is. Each kind is written as its name, and what it needs to know stands beside the name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something to do.
    Do,
    /// So much of something, or more.
    AtLeast {
        /// How much.
        target: Amount,
        /// Of what, in the person's own words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        unit: String,
    },
    /// So much of something, or less.
    AtMost {
        /// How much, before the first step of a taper.
        target: Amount,
        /// Of what, in the person's own words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        unit: String,
        /// Steps down, on dates that the person chose.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        taper: Vec<TaperStep>,
    },
    /// Time since a day: civil days, logged or not, until a lapse.
    TimeSince,
    /// Meetings to go to, so many in a week.
    Attend {
        /// How many in a week; 0 is read as 1.
        times: u8,
        /// One listing, if it is about one; else any meeting counts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        listing: Option<Listed>,
    },
    /// Something to do once, in steps if it has some.
    OneOff {
        /// The steps.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
        /// The day it should be done by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Date>,
    },
}

/// The name of a kind alone: what a page asks first and shows words for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KindName {
    /// Something to do.
    Do,
    /// So much of something, or more.
    AtLeast,
    /// So much of something, or less.
    AtMost,
    /// Time since a day.
    TimeSince,
    /// Meetings to go to.
    Attend,
    /// Something to do once.
    OneOff,
}

impl KindName {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [KindName; 6] = [
        KindName::Do,
        KindName::AtLeast,
        KindName::AtMost,
        KindName::TimeSince,
        KindName::Attend,
        KindName::OneOff,
    ];
}

impl Kind {
    /// Gives the name alone.
    pub fn name(&self) -> KindName {
        match self {
            Kind::Do => KindName::Do,
            Kind::AtLeast { .. } => KindName::AtLeast,
            Kind::AtMost { .. } => KindName::AtMost,
            Kind::TimeSince => KindName::TimeSince,
            Kind::Attend { .. } => KindName::Attend,
            Kind::OneOff { .. } => KindName::OneOff,
        }
    }

    /// Says whether it is about using less of something, or nothing: then the page speaks of stopping safely.
    pub fn is_about_stopping(&self) -> bool {
        matches!(self.name(), KindName::TimeSince | KindName::AtMost)
    }

    /// Gives how much is meant on a day, if this kind is about an amount: of a taper the step that holds then.
    pub fn target_on(&self, day: Date) -> Option<Amount> {
        match self {
            Kind::AtLeast { target, .. } => Some(*target),
            Kind::AtMost { target, taper, .. } => {
                // The latest step that has begun; of two on one day the one written last.
                let step = taper.iter().filter(|step| step.from <= day).max_by_key(|step| step.from);
                Some(step.map_or(*target, |step| step.target))
            }
            Kind::Do | Kind::TimeSince | Kind::Attend { .. } | Kind::OneOff { .. } => None,
        }
    }
}

/// One step of a taper: from this day on, at most so much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TaperStep {
    /// The first day of the step.
    pub from: Date,
    /// How much at most.
    pub target: Amount,
}

/// One step of something to do once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// The person's own words for it.
    pub words: String,
    /// The day it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
}

/// A listing that a goal is about, as it was when it was chosen: it may leave its feed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Listed {
    /// The listing's id.
    pub id: String,
    /// Its name then.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn kinds_are_stored_in_plain_words() {
        let step = Step { words: "Call".to_owned(), done_on: None };
        let done = Step { words: "Go".to_owned(), done_on: Some(date("2026-01-02")) };
        let listing = Some(Listed { id: "aa~1".to_owned(), name: "Early".to_owned() });
        let taper = vec![TaperStep { from: date("2026-02-01"), target: Amount::whole(4) }];
        for (kind, text) in [
            (Kind::Do, r#""do""#),
            (Kind::TimeSince, r#""time_since""#),
            (
                Kind::AtLeast { target: Amount::whole(20), unit: "pages".to_owned() },
                r#"{"at_least":{"target":20000,"unit":"pages"}}"#,
            ),
            (
                Kind::AtMost { target: Amount::whole(6), unit: String::new(), taper },
                r#"{"at_most":{"target":6000,"taper":[{"from":"2026-02-01","target":4000}]}}"#,
            ),
            (Kind::Attend { times: 2, listing: None }, r#"{"attend":{"times":2}}"#),
            (
                Kind::Attend { times: 1, listing },
                r#"{"attend":{"times":1,"listing":{"id":"aa~1","name":"Early"}}}"#,
            ),
            (Kind::OneOff { steps: Vec::new(), due: None }, r#"{"one_off":{}}"#),
            (
                Kind::OneOff { steps: vec![step, done], due: Some(date("2026-03-01")) },
                r#"{"one_off":{"steps":[{"words":"Call"},{"words":"Go","done_on":"2026-01-02"}],"due":"2026-03-01"}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), text);
            assert_eq!(serde_json::from_str::<Kind>(text).unwrap(), kind);
        }
    }

    #[test]
    fn the_target_of_a_day_is_the_step_that_has_begun() {
        let taper = vec![
            TaperStep { from: date("2026-03-01"), target: Amount::whole(2) },
            TaperStep { from: date("2026-02-01"), target: Amount::whole(4) },
        ];
        let kind = Kind::AtMost { target: Amount::whole(6), unit: String::new(), taper };
        for (day, target) in [("2026-01-31", 6), ("2026-02-01", 4), ("2026-02-28", 4), ("2026-03-01", 2)] {
            assert_eq!(kind.target_on(date(day)), Some(Amount::whole(target)), "{day}");
        }
        assert_eq!(Kind::Do.target_on(date("2026-01-01")), None);
    }
}
