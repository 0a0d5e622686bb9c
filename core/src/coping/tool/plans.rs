//! If this happens, then I will do that: small plans, made before they are needed.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{MOST, Said, line, typed};
use crate::tracker::Details;

/// One plan.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct IfThen {
    /// What may happen.
    pub when: String,
    /// What the person will do then.
    pub then: String,
}

/// Plans, and the one that is being written.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plans {
    made: Vec<IfThen>,
    draft: IfThen,
}

impl Plans {
    /// Starts with what may happen already written, as another page found it: a risky hour, a weak spot.
    pub fn drafted(when: &str) -> Plans {
        Plans { draft: IfThen { when: typed(when), then: String::new() }, ..Plans::default() }
    }

    /// The plans that are made.
    pub fn list(&self) -> &[IfThen] {
        &self.made
    }

    /// The one that is being written.
    pub fn draft(&self) -> &IfThen {
        &self.draft
    }

    /// Writes what may happen.
    pub fn set_when(&mut self, words: &str) {
        self.draft.when = typed(words);
    }

    /// Writes what is done then.
    pub fn set_then(&mut self, words: &str) {
        self.draft.then = typed(words);
    }

    /// Adds the one that is being written; false, and it stays, if half of it is missing or there are enough.
    pub fn add(&mut self) -> bool {
        let Some((when, then)) = line(&self.draft.when).zip(line(&self.draft.then)) else { return false };
        let takes = self.made.len() < MOST;
        if takes {
            self.made.push(IfThen { when, then });
            self.draft = IfThen::default();
        }
        takes
    }

    /// Takes one off the list.
    pub fn remove(&mut self, at: usize) {
        if at < self.made.len() {
            self.made.remove(at);
        }
    }
}

impl Machine for Plans {
    const KIND: &'static str = "plans";

    /// A plan that is whole is kept even before it was added to the list.
    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for plan in self.made.iter().chain([&self.draft]) {
            if let Some((when, then)) = line(&plan.when).zip(line(&plan.then)) {
                said.say("if", &when);
                said.say("then", &then);
            }
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_plan_is_not_added_and_stays_as_it_is() {
        let mut plans = Plans::drafted("Friday after work");
        assert!(!plans.add());
        assert_eq!((plans.draft().when.as_str(), plans.outcome(0)), ("Friday after work", None));
        plans.set_then(" ");
        assert!(!plans.add());
        plans.set_then("call Sam before I leave");
        assert!(plans.add());
        assert_eq!(plans.draft(), &IfThen::default());
    }

    #[test]
    fn what_is_whole_is_kept_even_before_it_is_added() {
        let mut plans = Plans::drafted("I am paid");
        plans.set_then("go with Ana");
        plans.add();
        plans.set_when("I can't sleep");
        plans.set_then("get up and read");
        let kept = plans.outcome(0).unwrap().answers;
        let kept: Vec<_> = kept.iter().map(|one| (one.ask.as_str(), one.said.as_str())).collect();
        assert_eq!(
            kept,
            [
                ("if", "I am paid"),
                ("then", "go with Ana"),
                ("if", "I can't sleep"),
                ("then", "get up and read")
            ]
        );
        plans.remove(0);
        plans.remove(7);
        assert_eq!(plans.list().len(), 0);
    }
}
