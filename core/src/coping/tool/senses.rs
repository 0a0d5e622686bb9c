//! Five, four, three, two, one: what the senses notice. Nothing in it can be wrong, and any part may be left.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::tracker::Details;

/// One of the five.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sense {
    /// What is seen: five.
    See,
    /// What is felt: four.
    Feel,
    /// What is heard: three.
    Hear,
    /// What is smelled: two.
    Smell,
    /// What is tasted: one.
    Taste,
}

impl Sense {
    /// All, in their order.
    pub const ALL: [Sense; 5] = [Sense::See, Sense::Feel, Sense::Hear, Sense::Smell, Sense::Taste];

    /// How many are looked for.
    pub fn count(self) -> usize {
        5 - self as usize
    }

    /// The word for it in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Sense::See => "see",
            Sense::Feel => "feel",
            Sense::Hear => "hear",
            Sense::Smell => "smell",
            Sense::Taste => "taste",
        }
    }
}

/// What was noticed so far.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Senses {
    at: usize,
    /// Of each sense, a text for each thing; an empty one was noticed and not named.
    noticed: [Vec<String>; 5],
}

impl Senses {
    /// The sense that is asked about; `None` at the end.
    pub fn at(&self) -> Option<Sense> {
        Sense::ALL.get(self.at).copied()
    }

    /// What was noticed with a sense: a text each, empty where it has no name.
    pub fn noticed(&self, sense: Sense) -> &[String] {
        let all = self.noticed.get(sense as usize).map_or(&[][..], Vec::as_slice);
        all.get(..sense.count()).unwrap_or(all)
    }

    /// One more is noticed.
    pub fn notice(&mut self) {
        if let Some((sense, all)) = self.now()
            && all.len() < sense.count()
        {
            all.push(String::new());
        }
    }

    /// The last one is taken back.
    pub fn take_back(&mut self) {
        if let Some((_, all)) = self.now() {
            all.pop();
        }
    }

    /// Gives one a name.
    pub fn name(&mut self, which: usize, words: &str) {
        if let Some(one) = self.now().and_then(|(_, all)| all.get_mut(which)) {
            *one = typed(words);
        }
    }

    /// Goes on, however many were noticed.
    pub fn next(&mut self) {
        self.at = self.at.saturating_add(1).min(Sense::ALL.len());
    }

    /// Goes back one sense.
    pub fn back(&mut self) {
        self.at = self.at.min(Sense::ALL.len()).saturating_sub(1);
    }

    fn now(&mut self) -> Option<(Sense, &mut Vec<String>)> {
        let sense = self.at()?;
        Some((sense, self.noticed.get_mut(sense as usize)?))
    }
}

impl Machine for Senses {
    const KIND: &'static str = "senses";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for sense in Sense::ALL {
            let all = self.noticed(sense);
            let names: Vec<&str> = all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
            if !names.is_empty() {
                said.say(sense.id(), &names.join(", "));
            } else if !all.is_empty() {
                said.say(sense.id(), &all.len().to_string());
            }
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sense_looks_for_one_less_and_takes_no_more() {
        let mut senses = Senses::default();
        let mut counts = Vec::new();
        while let Some(sense) = senses.at() {
            for _ in 0..9 {
                senses.notice();
            }
            counts.push(senses.noticed(sense).len());
            senses.next();
        }
        assert_eq!(counts, [5, 4, 3, 2, 1]);
    }

    #[test]
    fn nothing_has_to_be_noticed_and_names_are_kept_where_there_are_some() {
        let mut senses = Senses::default();
        senses.next();
        assert_eq!(senses.outcome(0), None);
        senses.back();
        senses.notice();
        senses.notice();
        senses.name(1, " Lamp ");
        senses.name(7, "nowhere");
        senses.next();
        senses.notice();
        senses.notice();
        senses.take_back();
        let kept = senses.outcome(0).unwrap().answers;
        let kept: Vec<_> = kept.iter().map(|one| (one.ask.as_str(), one.said.as_str())).collect();
        assert_eq!(kept, [("see", "Lamp"), ("feel", "1")]);
    }
}
