//! Three good things of a day, and why each happened.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::tracker::{Answer, Details};

/// How many.
pub const GOOD_THINGS: usize = 3;

/// One of them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GoodThing {
    /// What went well, however small.
    pub what: String,
    /// Why.
    pub why: String,
}

/// The three.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GoodThings {
    things: [GoodThing; GOOD_THINGS],
}

impl GoodThings {
    /// The three, as far as they are written.
    pub fn list(&self) -> &[GoodThing] {
        &self.things
    }

    /// Writes what went well.
    pub fn set_what(&mut self, at: usize, words: &str) {
        if let Some(thing) = self.things.get_mut(at) {
            thing.what = typed(words);
        }
    }

    /// Writes why.
    pub fn set_why(&mut self, at: usize, words: &str) {
        if let Some(thing) = self.things.get_mut(at) {
            thing.why = typed(words);
        }
    }

    /// What was kept: each thing with its why.
    pub fn kept(answers: &[Answer]) -> Vec<GoodThing> {
        let mut things: Vec<GoodThing> = Vec::new();
        for answer in answers {
            if answer.ask == "good" {
                things.push(GoodThing { what: answer.said.clone(), why: String::new() });
            } else if answer.ask == "why"
                && let Some(thing) = things.last_mut()
            {
                thing.why.clone_from(&answer.said);
            }
        }
        things
    }
}

impl Machine for GoodThings {
    const KIND: &'static str = "good";

    /// One is enough. A why without a thing is not kept.
    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for thing in self.things.iter().filter(|thing| !thing.what.trim().is_empty()) {
            said.say("good", &thing.what);
            said.say("why", &thing.why);
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_enough_and_what_was_kept_comes_back_with_its_why() {
        let mut good = GoodThings::default();
        good.set_why(0, "a why alone");
        assert_eq!(good.outcome(0), None);
        good.set_what(1, "I slept");
        good.set_what(2, "Soup");
        good.set_why(2, "Ana came by");
        good.set_what(3, "nowhere");
        let kept = GoodThings::kept(&good.outcome(0).unwrap().answers);
        let kept: Vec<_> = kept.iter().map(|one| (one.what.as_str(), one.why.as_str())).collect();
        assert_eq!(kept, [("I slept", ""), ("Soup", "Ana came by")]);
    }
}
