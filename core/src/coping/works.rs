//! What works for this person: how their own urge changed with each skill they kept.

use super::Skill;
use super::plan::{Entry, Section};
use crate::order::sort_short;
use crate::records::PlanId;
use crate::tracker::{Event, What};

/// From so many tries on it is said how a skill works; fewer say nothing.
pub const ENOUGH: u32 = 3;

/// What is known of one skill and one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Worked {
    /// It was never kept with a number before and one after.
    Untried,
    /// Too few tries to say anything.
    TooFew {
        /// How many, at least 1.
        tries: u32,
    },
    /// How it changed the urge.
    Changed {
        /// How many tries.
        tries: u32,
        /// By how many tenths the urge went down on average, rounded; below 0 it went up.
        down_tenths: i32,
    },
}

/// What is known of every skill that was kept with both numbers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Works {
    /// Skill, tries, and by how much the urge went down in all.
    tried: Vec<(String, u32, i32)>,
    /// Skills that stand on the person's own plan.
    planned: Vec<String>,
}

impl Works {
    /// Takes what was noted, in any order; only skills that were done, with the urge before and after, count.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Event>) -> Works {
        let mut works = Works::default();
        for event in events.into_iter().filter(|event| event.what == What::Coped) {
            let Some(details) = event.details.as_deref() else { continue };
            let (Some(skill), Some(before), Some(after)) = (&details.skill, details.urge, details.urge_after)
            else {
                continue;
            };
            let down = i32::from(before) - i32::from(after);
            match works.tried.iter_mut().find(|(known, ..)| known == skill) {
                Some((_, tries, sum)) => (*tries, *sum) = (*tries + 1, *sum + down),
                None => works.tried.push((skill.clone(), 1, down)),
            }
        }
        works
    }

    /// Adds what the person put on their plan as something they can do: their own choice comes before any average.
    #[must_use]
    pub fn and_plan(mut self, plan: &[(PlanId, Entry)]) -> Works {
        let own = plan.iter().filter(|(_, entry)| entry.section == Section::Coping);
        self.planned = own.filter_map(|(_, entry)| entry.skill.clone()).collect();
        self
    }

    /// Says whether the person put a skill on their plan.
    pub fn is_planned(&self, skill: &Skill) -> bool {
        self.planned.contains(&skill.id.0)
    }

    /// Says what is known of a skill.
    pub fn said_of(&self, skill: &Skill) -> Worked {
        match self.tried.iter().find(|(known, ..)| *known == skill.id.0) {
            None => Worked::Untried,
            Some((_, tries, _)) if *tries < ENOUGH => Worked::TooFew { tries: *tries },
            Some((_, tries, sum)) => {
                Worked::Changed { tries: *tries, down_tenths: rounded(sum * 10, *tries as i32) }
            }
        }
    }

    /// The place of a skill among others by this alone, smallest first: what is on the person's plan, then by what it
    /// did. What is not known stands between what helped and what did not.
    pub(super) fn place(&self, skill: &Skill) -> (bool, i32) {
        let worked = match self.said_of(skill) {
            Worked::Changed { down_tenths, .. } => -down_tenths,
            Worked::Untried | Worked::TooFew { .. } => 0,
        };
        (!self.is_planned(skill), worked)
    }

    /// Puts skills in order: what the person put on their plan, then what helped them most; of equals the order stays.
    pub fn rank(&self, skills: &mut [&Skill]) {
        if !self.tried.is_empty() || !self.planned.is_empty() {
            sort_short(skills, |a, b| self.place(a) < self.place(b));
        }
    }
}

/// Divides, rounding half away from zero; `by` is 1 or more.
fn rounded(sum: i32, by: i32) -> i32 {
    (sum * 2 + by * sum.signum()) / (by * 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coping::{SkillId, Source};
    use crate::time::Date;
    use crate::tracker::Details;
    use proptest::prelude::*;

    fn skill(id: &str) -> Skill {
        Skill {
            id: SkillId(id.into()),
            name: id.into(),
            situations: Vec::new(),
            minutes: 1,
            steps: Vec::new(),
            safety: None,
            refers_to: Vec::new(),
            line_ids: Vec::new(),
            review: None,
            source: Source::default(),
            checked: None,
            ahead: false,
            why_it_helps: None,
            not_at: Vec::new(),
            tool: None,
        }
    }

    fn coped(skill: &str, urge: Option<u8>, urge_after: Option<u8>) -> Event {
        let details = Details { skill: Some(skill.to_owned()), urge, urge_after, ..Details::default() };
        let event = Event::new(None, Date::from_days(20_000), 0, What::Coped);
        Event { details: details.kept(), ..event }
    }

    fn said(events: &[Event], id: &str) -> Worked {
        Works::of(events).said_of(&skill(id))
    }

    #[test]
    fn fewer_than_three_tries_say_nothing() {
        let mut events = vec![coped("walk", Some(8), Some(3)), coped("walk", Some(8), None)];
        assert_eq!(said(&events, "walk"), Worked::TooFew { tries: 1 });
        assert_eq!(said(&events, "rest"), Worked::Untried);
        events.extend([coped("walk", Some(5), Some(5)), coped("walk", Some(7), Some(2))]);
        assert_eq!(said(&events, "walk"), Worked::Changed { tries: 3, down_tenths: 33 });
    }

    #[test]
    fn an_urge_that_went_up_is_said_so() {
        let events = [(2, 4), (3, 4), (5, 5)].map(|(before, after)| coped("walk", Some(before), Some(after)));
        assert_eq!(said(&events, "walk"), Worked::Changed { tries: 3, down_tenths: -10 });
    }

    #[test]
    fn only_skills_that_were_done_count() {
        let mut events = vec![coped("walk", Some(8), Some(3)); 3];
        events[0].what = What::CheckIn;
        assert_eq!(said(&events, "walk"), Worked::TooFew { tries: 2 });
    }

    #[test]
    fn what_helped_comes_first_and_what_did_not_last() {
        let mut events = vec![coped("worse", Some(2), Some(4)); 3];
        events.extend(vec![coped("good", Some(8), Some(6)); 3]);
        events.extend(vec![coped("best", Some(8), Some(2)); 4]);
        events.extend(vec![coped("few", Some(9), Some(0)); 2]);
        let skills = ["worse", "new", "few", "good", "best"].map(skill);
        let mut ranked: Vec<&Skill> = skills.iter().collect();
        Works::of(&events).rank(&mut ranked);
        let ids: Vec<&str> = ranked.iter().map(|skill| skill.id.0.as_str()).collect();
        assert_eq!(ids, ["best", "good", "new", "few", "worse"]);
    }

    proptest! {
        #[test]
        fn averages_and_order_are_those_of_a_slow_reference(
            tries in prop::collection::vec((0usize..4, prop::option::of(0u8..=10), prop::option::of(0u8..=10)), 0..40),
        ) {
            let ids = ["a", "b", "c", "d"];
            let events: Vec<Event> = tries.iter().map(|(at, before, after)| coped(ids[*at], *before, *after)).collect();
            let works = Works::of(&events);
            let average = |id: &str| {
                let own: Vec<f64> = tries
                    .iter()
                    .filter(|(at, ..)| ids[*at] == id)
                    .filter_map(|(_, before, after)| Some(f64::from(before.as_ref().copied()?) - f64::from((*after)?)))
                    .collect();
                (own.len() >= 3).then(|| own.iter().sum::<f64>() / own.len() as f64)
            };
            for id in ids {
                let known = match works.said_of(&skill(id)) {
                    Worked::Changed { down_tenths, .. } => Some(f64::from(down_tenths) / 10.0),
                    Worked::Untried | Worked::TooFew { .. } => None,
                };
                prop_assert_eq!(known.is_some(), average(id).is_some());
                prop_assert!((known.unwrap_or(0.0) - average(id).unwrap_or(0.0)).abs() < 0.051);
            }
            let skills = ids.map(skill);
            let mut ranked: Vec<&Skill> = skills.iter().collect();
            works.rank(&mut ranked);
            for pair in ranked.windows(2) {
                let value = |skill: &Skill| average(&skill.id.0).unwrap_or(0.0);
                prop_assert!(value(pair[0]) > value(pair[1]) - 0.11);
            }
            let mut turned = events.clone();
            turned.reverse();
            for one in &skills {
                prop_assert_eq!(Works::of(&turned).said_of(one), works.said_of(one));
            }
        }
    }

    #[test]
    fn what_is_on_the_plan_comes_first_then_what_helped() {
        let plan = |section, skill: &str| {
            let entry = Entry::of(section, "", "", skill, "").unwrap();
            (PlanId::from_random([7; 10]), entry)
        };
        let skills = ["a", "b", "c"].map(skill);
        let works = Works { tried: vec![("b".into(), 3, 9)], planned: Vec::new() }
            .and_plan(&[plan(Section::Coping, "c")]);
        let mut all: Vec<&Skill> = skills.iter().collect();
        works.rank(&mut all);
        let ids: Vec<&str> = all.iter().map(|skill| skill.id.0.as_str()).collect();
        assert_eq!(ids, ["c", "b", "a"]);
        assert!(works.is_planned(&skills[2]) && !works.is_planned(&skills[1]));
    }
}
