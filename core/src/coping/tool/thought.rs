//! A thought that is looked at: how true it seems, what speaks for it and against it, and how true it seems then.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::tracker::Details;

/// A field of the check.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThoughtPart {
    /// What happened.
    Situation,
    /// What went through the mind.
    Thought,
    /// What speaks for it.
    For,
    /// What speaks against it.
    Against,
    /// A fairer thought.
    Fairer,
}

impl ThoughtPart {
    /// All, in the order in which they are asked.
    pub const ALL: [ThoughtPart; 5] = [
        ThoughtPart::Situation,
        ThoughtPart::Thought,
        ThoughtPart::For,
        ThoughtPart::Against,
        ThoughtPart::Fairer,
    ];

    fn id(self) -> &'static str {
        match self {
            ThoughtPart::Situation => "situation",
            ThoughtPart::Thought => "thought",
            ThoughtPart::For => "for",
            ThoughtPart::Against => "against",
            ThoughtPart::Fairer => "fairer",
        }
    }
}

/// What is asked now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThoughtStep {
    /// A text.
    Write(ThoughtPart),
    /// How true the thought seems.
    True,
    /// How true the first thought seems now.
    TrueNow,
}

const STEPS: [ThoughtStep; 7] = [
    ThoughtStep::Write(ThoughtPart::Situation),
    ThoughtStep::Write(ThoughtPart::Thought),
    ThoughtStep::True,
    ThoughtStep::Write(ThoughtPart::For),
    ThoughtStep::Write(ThoughtPart::Against),
    ThoughtStep::Write(ThoughtPart::Fairer),
    ThoughtStep::TrueNow,
];

/// The check, as far as it is.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ThoughtCheck {
    at: usize,
    parts: [String; 5],
    first: Option<u8>,
    now: Option<u8>,
}

impl ThoughtCheck {
    /// What is asked; `None` at the end.
    pub fn at(&self) -> Option<ThoughtStep> {
        STEPS.get(self.at).copied()
    }

    /// What a field says.
    pub fn part(&self, part: ThoughtPart) -> &str {
        self.parts.get(part as usize).map_or("", String::as_str)
    }

    /// Writes a field.
    pub fn write(&mut self, part: ThoughtPart, words: &str) {
        if let Some(held) = self.parts.get_mut(part as usize) {
            *held = typed(words);
        }
    }

    /// Says how true the thought is, 0 to 10, to the question that is asked.
    pub fn rate(&mut self, truth: u8) {
        let truth = Some(truth.min(10));
        match self.at() {
            Some(ThoughtStep::True) => self.first = truth,
            Some(ThoughtStep::TrueNow) => self.now = truth,
            _ => {}
        }
    }

    /// How true it seemed, and how true it seems now, each if it was said.
    pub fn truth(&self) -> (Option<u8>, Option<u8>) {
        let to_ten = |truth: Option<u8>| truth.filter(|truth| *truth <= 10);
        (to_ten(self.first), to_ten(self.now))
    }

    /// On to the next question, answered or not.
    pub fn next(&mut self) {
        self.at = self.at.saturating_add(1).min(STEPS.len());
    }

    /// Back one question.
    pub fn back(&mut self) {
        self.at = self.at.min(STEPS.len()).saturating_sub(1);
    }
}

impl Machine for ThoughtCheck {
    const KIND: &'static str = "thought";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for part in ThoughtPart::ALL {
            said.say(part.id(), self.part(part));
        }
        let (first, now) = self.truth();
        for (ask, truth) in [("true", first), ("true_now", now)] {
            said.say(ask, &truth.map(|truth| truth.to_string()).unwrap_or_default());
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thought_is_rated_before_and_after_it_was_looked_at() {
        let mut check = ThoughtCheck::default();
        check.rate(9);
        let mut asked = Vec::new();
        while let Some(step) = check.at() {
            asked.push(step);
            check.rate(10 - u8::try_from(asked.len()).unwrap());
            check.next();
        }
        assert_eq!(asked, STEPS);
        assert_eq!(check.truth(), (Some(7), Some(3)));
    }

    #[test]
    fn what_is_left_empty_is_not_kept_and_no_number_is_above_ten() {
        let mut check = ThoughtCheck::default();
        assert_eq!(check.outcome(0), None);
        check.write(ThoughtPart::Thought, "I ruined it");
        check.next();
        check.next();
        check.rate(200);
        let kept = check.outcome(0).unwrap().answers;
        let kept: Vec<_> = kept.iter().map(|one| (one.ask.as_str(), one.said.as_str())).collect();
        assert_eq!(kept, [("thought", "I ruined it"), ("true", "10")]);
        let outside: ThoughtCheck = serde_json::from_str(r#"{"at":9,"first":77,"now":3}"#).unwrap();
        assert_eq!((outside.at(), outside.truth()), (None, (None, Some(3))));
    }
}
