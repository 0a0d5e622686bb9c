//! Four boxes: what is good and what is hard about using, and about not using, and what weighs most.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{MOST, Said, line};
use crate::tracker::Details;

/// As many weigh most as a person can hold on to.
const WEIGHTS: usize = 3;

/// One of the four.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Good about using. An honest answer belongs here, too.
    GoodUsing,
    /// Hard about using.
    HardUsing,
    /// Good about not using.
    GoodNot,
    /// Hard about not using.
    HardNot,
}

impl Side {
    /// All, in the order in which they are filled.
    pub const ALL: [Side; 4] = [Side::GoodUsing, Side::HardUsing, Side::GoodNot, Side::HardNot];

    fn id(self) -> &'static str {
        match self {
            Side::GoodUsing => "good_using",
            Side::HardUsing => "hard_using",
            Side::GoodNot => "good_not",
            Side::HardNot => "hard_not",
        }
    }
}

/// A line in a box.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Weighed {
    /// What it says.
    pub words: String,
    /// Whether it is one of those that weigh most.
    #[serde(default)]
    pub weighs: bool,
}

/// All four.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Boxes {
    boxes: [Vec<Weighed>; 4],
}

impl Boxes {
    /// The lines of a box.
    pub fn lines(&self, which: Side) -> &[Weighed] {
        self.boxes.get(which as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds a line; false if it says nothing or the box is full.
    pub fn add(&mut self, which: Side, words: &str) -> bool {
        let Some((lines, words)) = self.boxes.get_mut(which as usize).zip(line(words)) else { return false };
        let takes = lines.len() < MOST;
        if takes {
            lines.push(Weighed { words, weighs: false });
        }
        takes
    }

    /// Takes a line out.
    pub fn remove(&mut self, which: Side, at: usize) {
        if let Some(lines) = self.boxes.get_mut(which as usize)
            && at < lines.len()
        {
            lines.remove(at);
        }
    }

    /// Marks a line as one that weighs most, or takes that back; false if three are marked already.
    pub fn weigh(&mut self, which: Side, at: usize) -> bool {
        let free = self.marked() < WEIGHTS;
        let Some(line) = self.boxes.get_mut(which as usize).and_then(|lines| lines.get_mut(at)) else {
            return false;
        };
        let may = line.weighs || free;
        if may {
            line.weighs = !line.weighs;
        }
        may
    }

    /// How many are marked.
    pub fn marked(&self) -> usize {
        self.boxes.iter().flatten().filter(|line| line.weighs).count()
    }
}

impl Machine for Boxes {
    const KIND: &'static str = "boxes";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for which in Side::ALL {
            for line in self.lines(which) {
                said.say(which.id(), &line.words);
            }
        }
        for line in self.boxes.iter().flatten().filter(|line| line.weighs) {
            said.say("weighs", &line.words);
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_three_weigh_most_and_a_mark_can_be_taken_back() {
        let mut boxes = Boxes::default();
        for words in ["a", "b", "c", "d", " "] {
            boxes.add(Side::HardUsing, words);
        }
        assert!((0..3).all(|at| boxes.weigh(Side::HardUsing, at)));
        assert!(!boxes.weigh(Side::HardUsing, 3));
        assert!(boxes.weigh(Side::HardUsing, 0));
        assert!(boxes.weigh(Side::HardUsing, 3));
        assert!(!boxes.weigh(Side::HardUsing, 4));
        assert_eq!(boxes.marked(), 3);
        boxes.remove(Side::HardUsing, 3);
        boxes.remove(Side::GoodNot, 3);
        assert_eq!(boxes.marked(), 2);
    }

    #[test]
    fn each_line_is_kept_with_its_box_and_what_weighs_most_again() {
        let mut boxes = Boxes::default();
        assert_eq!(boxes.outcome(0), None);
        boxes.add(Side::GoodUsing, "Quiet");
        boxes.add(Side::GoodNot, "My kids");
        boxes.weigh(Side::GoodNot, 0);
        let kept = boxes.outcome(0).unwrap().answers;
        let kept: Vec<_> = kept.iter().map(|one| (one.ask.as_str(), one.said.as_str())).collect();
        assert_eq!(kept, [("good_using", "Quiet"), ("good_not", "My kids"), ("weighs", "My kids")]);
    }
}
