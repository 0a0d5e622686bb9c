//! A map of what sets an urge off, how strong each is, and one small plan for the strongest.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{MOST, Said, line, typed};
use crate::tracker::Details;

/// Where a trigger lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Somebody.
    People,
    /// Somewhere.
    Places,
    /// A time of day, a day, a season.
    Times,
    /// A feeling, a thought, the body.
    Feelings,
}

impl Area {
    /// All, in the order in which they are asked.
    pub const ALL: [Area; 4] = [Area::People, Area::Places, Area::Times, Area::Feelings];

    /// The word for it in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Area::People => "people",
            Area::Places => "places",
            Area::Times => "times",
            Area::Feelings => "feelings",
        }
    }
}

/// One of them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Trigger {
    /// Where it lies.
    pub area: Area,
    /// What it is.
    pub words: String,
    /// How strong it pulls, 0 to 10.
    #[serde(default)]
    pub strength: u8,
}

/// The map.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Triggers {
    triggers: Vec<Trigger>,
    plan: String,
}

impl Triggers {
    /// All, in the order in which they were written.
    pub fn list(&self) -> &[Trigger] {
        &self.triggers
    }

    /// Adds one; false if it says nothing or the map is full.
    pub fn add(&mut self, area: Area, words: &str) -> bool {
        let Some(words) = line(words) else { return false };
        let takes = self.triggers.len() < MOST;
        if takes {
            self.triggers.push(Trigger { area, words, strength: 5 });
        }
        takes
    }

    /// Takes one off.
    pub fn remove(&mut self, at: usize) {
        if at < self.triggers.len() {
            self.triggers.remove(at);
        }
    }

    /// Says how strong one pulls.
    pub fn rate(&mut self, at: usize, strength: u8) {
        if let Some(trigger) = self.triggers.get_mut(at) {
            trigger.strength = strength.min(10);
        }
    }

    /// The strongest; the first of several.
    pub fn strongest(&self) -> Option<&Trigger> {
        self.triggers.iter().reduce(|best, one| if one.strength > best.strength { one } else { best })
    }

    /// The plan for the strongest.
    pub fn plan(&self) -> &str {
        &self.plan
    }

    /// Writes the plan.
    pub fn set_plan(&mut self, words: &str) {
        self.plan = typed(words);
    }
}

impl Machine for Triggers {
    const KIND: &'static str = "triggers";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for trigger in &self.triggers {
            said.say(trigger.area.id(), &trigger.words);
            said.say("strength", &trigger.strength.min(10).to_string());
        }
        if let Some(strongest) = self.strongest() {
            said.say("strongest", &strongest.words);
            said.say("plan", &self.plan);
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_for_the_strongest_and_the_first_of_equals() {
        let mut map = Triggers::default();
        assert_eq!(map.strongest(), None);
        assert!(!map.add(Area::People, " "));
        map.add(Area::People, "My cousin");
        map.add(Area::Times, "Friday");
        map.add(Area::Feelings, "Bored");
        map.rate(1, 8);
        map.rate(2, 8);
        map.rate(9, 10);
        assert_eq!(map.strongest().map(|one| one.words.as_str()), Some("Friday"));
        map.remove(1);
        assert_eq!(map.strongest().map(|one| one.area), Some(Area::Feelings));
    }

    #[test]
    fn each_is_kept_with_its_strength_and_the_plan_with_what_it_is_for() {
        let mut map = Triggers::default();
        map.set_plan("a plan for nothing");
        assert_eq!(map.outcome(0), None);
        map.add(Area::Places, "The corner store");
        map.rate(0, 99);
        map.set_plan("Walk home the other way");
        let kept = map.outcome(0).unwrap().answers;
        let kept: Vec<_> = kept.iter().map(|one| one.said.as_str()).collect();
        assert_eq!(kept, ["The corner store", "10", "The corner store", "Walk home the other way"]);
    }
}
