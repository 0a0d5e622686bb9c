//! Sober activities, help with daily needs, and ways to work: what there is, and which of it fits a wish.

use super::reading::{Finder, SourceEntry};
use crate::json::readable;

/// Something to do without alcohol or drugs.
#[derive(Clone, PartialEq, Debug)]
pub struct Activity {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `free`, `low` or `medium`.
    pub cost: String,
    /// `indoor`, `outdoor` or `both`.
    pub place: String,
    /// `low`, `medium`, `high`, or `varies`.
    pub energy: String,
    /// The first thing to do for it.
    pub how_to_start: String,
    /// What helps in recovery.
    pub recovery_tip: String,
    /// Whether nobody else is needed.
    pub can_do_alone: bool,
    /// Whether it can be done over the internet.
    pub online: bool,
    /// Ids in the same file's sources.
    pub source_ids: Vec<String>,
}

/// Something that a person may need, and where to ask for it.
#[derive(Clone, PartialEq, Debug)]
pub struct Need {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub what_you_may_need: String,
    /// What to do first.
    pub first_steps: Vec<String>,
    /// Where to look.
    pub finders: Vec<Finder>,
    /// A question for somebody who has been there.
    pub ask_a_peer: String,
    /// The needs by which `/find` has services for it; none if it has no such filter.
    pub listing_needs: Vec<String>,
    /// Ids in the same file's sources.
    pub source_ids: Vec<String>,
    /// Who must still read it.
    pub review: Option<String>,
}

/// A way to work or to learn.
#[derive(Clone, PartialEq, Debug)]
pub struct Employment {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub what_it_is: String,
    /// Who it is for.
    pub who_for: String,
    /// What to do first.
    pub first_steps: Vec<String>,
    /// Where to look.
    pub finders: Vec<Finder>,
    /// Ids in the same file's sources.
    pub source_ids: Vec<String>,
    /// Who must still read it.
    pub review: Option<String>,
}

/// What helps a life around recovery.
#[derive(Clone, PartialEq, Debug)]
pub struct Social {
    /// Things to do.
    pub activities: Vec<Activity>,
    /// Daily needs.
    pub needs: Vec<Need>,
    /// Work and learning.
    pub employment: Vec<Employment>,
    /// The sources.
    pub sources: Vec<SourceEntry>,
}

/// In what activities differ, and what a person can wish of each: one at a time.
pub const ASPECTS: [(&str, &[&str]); 5] = [
    ("cost", &["free", "low", "medium"]),
    ("place", &["indoor", "outdoor"]),
    ("company", &["alone", "others"]),
    ("energy", &["low", "medium", "high"]),
    ("online", &["online"]),
];

/// What is wished of each of [`ASPECTS`], by its place in the list.
pub type Wishes = [Option<usize>; ASPECTS.len()];

impl Activity {
    /// Says whether it is what is wished of one aspect.
    fn is(&self, aspect: &str, wish: &str) -> bool {
        match aspect {
            "cost" => self.cost == wish,
            "place" => self.place == wish || self.place == "both",
            "company" => self.can_do_alone == (wish == "alone"),
            "energy" => self.energy == wish || self.energy == "varies",
            _ => self.online,
        }
    }

    /// Says whether it fits all that is wished.
    pub fn fits(&self, wishes: &Wishes) -> bool {
        ASPECTS.iter().zip(wishes).all(|((aspect, options), wish)| {
            wish.and_then(|at| options.get(at)).is_none_or(|option| self.is(aspect, option))
        })
    }
}

impl Social {
    /// Counts the activities that would be left if this were wished of an aspect, in place of what is.
    pub fn count(&self, wishes: &Wishes, aspect: usize, option: usize) -> usize {
        let mut asked = *wishes;
        if let Some(wish) = asked.get_mut(aspect) {
            *wish = Some(option);
        }
        self.activities.iter().filter(|activity| activity.fits(&asked)).count()
    }
}

readable! {
    Activity { id, name, cost, place, energy, how_to_start, recovery_tip, can_do_alone, online, source_ids }
    Need { id, name, what_you_may_need, first_steps, finders, ask_a_peer, listing_needs, source_ids, review }
    Employment { id, name, what_it_is, who_for, first_steps, finders, source_ids, review }
    Social { activities, needs, employment, sources }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn social() -> Social {
        crate::json::from_text(include_str!("../../../public/content/en/social.json")).unwrap()
    }

    fn names(social: &Social, wishes: &Wishes) -> Vec<String> {
        social.activities.iter().filter(|one| one.fits(wishes)).map(|one| one.id.clone()).collect()
    }

    #[test]
    fn wishes_narrow_and_what_is_of_both_sorts_fits_either() {
        let all = social();
        assert_eq!(names(&all, &Wishes::default()).len(), all.activities.len());
        let free_inside_alone = names(&all, &[Some(0), Some(0), Some(0), None, None]);
        assert_eq!(free_inside_alone, ["yoga", "meditate", "library", "movie", "class"]);
        let tiring = names(&all, &[None, Some(1), None, Some(2), None]);
        assert_eq!(tiring, ["phoenix", "basketball", "run"]);
    }

    #[test]
    fn each_aspect_parts_the_activities_and_every_option_has_some() {
        let all = social();
        for (aspect, (name, options)) in ASPECTS.iter().enumerate() {
            let counts: Vec<usize> =
                (0..options.len()).map(|option| all.count(&Wishes::default(), aspect, option)).collect();
            assert!(counts.iter().all(|count| *count > 0), "{name}: {counts:?}");
            if *name != "online" {
                assert!(counts.iter().sum::<usize>() >= all.activities.len(), "{name}: {counts:?}");
            }
        }
    }

    proptest! {
        /// What a chip says is what it gives: nobody is led to nothing.
        #[test]
        fn the_count_of_an_option_is_what_choosing_it_shows(
            wishes in prop::array::uniform5(prop::option::of(0_usize..4)),
            aspect in 0_usize..5,
            option in 0_usize..4,
        ) {
            let all = social();
            let count = all.count(&wishes, aspect, option);
            let mut chosen = wishes;
            chosen[aspect] = Some(option);
            prop_assert_eq!(count, names(&all, &chosen).len());
            let mut wider = chosen;
            wider[aspect] = None;
            prop_assert!(names(&all, &wider).len() >= count);
        }
    }
}
