//! Hungry, angry, lonely, tired: what makes an urge louder, and what to look after first.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::Said;
use crate::tracker::{Details, Halt};

/// How much one of the four is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not at all.
    No,
    /// A bit.
    ABit,
    /// Yes.
    Yes,
}

impl Level {
    /// All, in the order in which they are offered.
    pub const ALL: [Level; 3] = [Level::Yes, Level::ABit, Level::No];

    fn id(self) -> &'static str {
        match self {
            Level::Yes => "yes",
            Level::ABit => "a_bit",
            Level::No => "no",
        }
    }
}

/// The word for one of the four in what is kept.
fn id(halt: Halt) -> &'static str {
    match halt {
        Halt::Hungry => "hungry",
        Halt::Angry => "angry",
        Halt::Lonely => "lonely",
        Halt::Tired => "tired",
    }
}

/// What was answered.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HaltCheck {
    levels: [Option<Level>; 4],
}

impl HaltCheck {
    /// What was answered to one.
    pub fn level(&self, halt: Halt) -> Option<Level> {
        self.levels.get(halt as usize).copied().flatten()
    }

    /// Answers one.
    pub fn answer(&mut self, halt: Halt, level: Level) {
        if let Some(held) = self.levels.get_mut(halt as usize) {
            *held = Some(level);
        }
    }

    /// Whether all four are answered.
    pub fn is_over(&self) -> bool {
        self.levels.iter().all(Option::is_some)
    }

    /// What is there, the loudest first; the same loudness in the order of the word.
    pub fn there(&self) -> Vec<Halt> {
        let with = |wanted| Halt::ALL.into_iter().filter(move |halt| self.level(*halt) == Some(wanted));
        with(Level::Yes).chain(with(Level::ABit)).collect()
    }
}

impl Machine for HaltCheck {
    const KIND: &'static str = "halt";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for halt in Halt::ALL {
            said.say(id(halt), self.level(halt).map_or("", Level::id));
        }
        Some(Details { halt: self.there(), ..said.kept()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loudest_comes_first_and_what_is_not_there_is_left_out() {
        let mut check = HaltCheck::default();
        assert_eq!((check.outcome(0), check.there()), (None, vec![]));
        check.answer(Halt::Hungry, Level::ABit);
        check.answer(Halt::Angry, Level::No);
        check.answer(Halt::Lonely, Level::No);
        assert!(!check.is_over());
        check.answer(Halt::Tired, Level::Yes);
        assert!(check.is_over());
        assert_eq!(check.there(), [Halt::Tired, Halt::Hungry]);
        let kept = check.outcome(0).unwrap();
        assert_eq!(kept.halt, [Halt::Tired, Halt::Hungry]);
        let said: Vec<_> = kept.answers.iter().map(|one| one.said.as_str()).collect();
        assert_eq!(said, ["a_bit", "no", "no", "yes"]);
    }

    #[test]
    fn an_answer_may_be_changed() {
        let mut check = HaltCheck::default();
        check.answer(Halt::Angry, Level::Yes);
        check.answer(Halt::Angry, Level::No);
        assert!(check.there().is_empty());
    }
}
