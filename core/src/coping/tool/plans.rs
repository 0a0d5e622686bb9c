//! If this happens, then I will do that: small plans, made before they are needed.

use serde::{Deserialize, Serialize};

use super::said::{MOST, Said, line, typed};
use super::{Machine, Session};
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

/// Gives the text of a session of a skill with a first draft of a plan, as another page found it (a risky hour): it
/// lies in the history entry that the page opens the skill with. The person may change or leave it.
pub fn drafted(skill: &str, when: &str, then: &str) -> String {
    let draft = IfThen { when: typed(when), then: typed(then) };
    let mut session = Session::new(skill);
    session.state = Plans { draft, ..Plans::default() };
    session.to_text()
}

impl Machine for Plans {
    const KIND: &'static str = "plans";
    const ASKS_URGE: bool = false;

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
        let mut plans = Plans::default();
        plans.set_when("Friday after work");
        assert!(!plans.add());
        assert_eq!((plans.draft().when.as_str(), plans.outcome(0)), ("Friday after work", None));
        plans.set_then(" ");
        assert!(!plans.add());
        plans.set_then("call Sam before I leave");
        assert!(plans.add());
        assert_eq!(plans.draft(), &IfThen::default());
    }

    #[test]
    fn a_draft_of_another_page_is_found_by_its_skill_alone() {
        let text = drafted("if-then", "it is Friday", "call Sam");
        let session = Session::<Plans>::from_text("if-then", &text);
        assert_eq!(session.state.draft(), &IfThen { when: "it is Friday".into(), then: "call Sam".into() });
        assert_eq!(Session::<Plans>::from_text("other", &text).state, Plans::default());
    }

    #[test]
    fn what_is_whole_is_kept_even_before_it_is_added() {
        let mut plans = Plans::default();
        plans.set_when("I am paid");
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
