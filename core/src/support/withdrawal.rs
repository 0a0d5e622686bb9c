//! What is dangerous to stop all at once: the one list for every place that speaks of stopping.

use super::{Line, Lines};
use crate::json::readable;

/// A substance whose sudden stop can be dangerous.
#[derive(Clone, PartialEq, Debug)]
pub struct Substance {
    /// Its id: `alcohol`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Names people know it by.
    pub names: Vec<String>,
    /// `can_kill` or `rarely_kills`: what stopping all at once can do.
    pub sudden_stop: String,
    /// What can happen.
    pub danger: String,
    /// Signs that need an emergency call.
    pub call_emergency_if: Vec<String>,
    /// When to see a doctor before stopping.
    pub see_doctor_before: Option<String>,
    /// What is different in pregnancy.
    pub pregnancy: Option<String>,
    /// Who must still read it.
    pub review: Option<String>,
}

/// What changes after days without opioids.
#[derive(Clone, PartialEq, Debug)]
pub struct LowerTolerance {
    /// Its name.
    pub name: String,
    /// What can happen.
    pub danger: String,
    /// What to do.
    pub steps: Vec<String>,
    /// Signs that need an emergency call.
    pub call_emergency_if: Vec<String>,
    /// Who must still read it.
    pub review: Option<String>,
}

/// The facts about withdrawal.
#[derive(Clone, PartialEq, Debug)]
pub struct Withdrawal {
    /// The warning in one line.
    pub one_line: String,
    /// The same for opioids.
    pub one_line_opioids: String,
    /// What to do when it is not known what was in it.
    pub if_unsure: Option<String>,
    /// What to do when a person has already stopped.
    pub already_stopped: Option<String>,
    /// Signs that need an emergency call.
    pub call_emergency_if: Vec<String>,
    /// Signs of an overdose.
    pub overdose_signs: Vec<String>,
    /// The substances.
    pub substances: Vec<Substance>,
    /// After days without opioids.
    pub lower_tolerance: Option<LowerTolerance>,
    /// Who must still read it.
    pub review: Option<String>,
}

readable! {
    Substance { id, name, names, sudden_stop, danger, call_emergency_if, see_doctor_before, pregnancy, review }
    LowerTolerance { name, danger, steps "do", call_emergency_if, review }
    Withdrawal { one_line, one_line_opioids, if_unsure, already_stopped, call_emergency_if, overdose_signs, substances, lower_tolerance, review }
}

/// What a person who thinks of stopping should know, from what they say they use.
#[derive(Clone, PartialEq, Debug)]
pub struct Stopping<'a> {
    /// What they chose, in the order of the file.
    pub substances: Vec<&'a Substance>,
    /// They are not sure what it is, or chose nothing.
    pub is_unsure: bool,
    /// Signs that need an emergency call, each once.
    pub call_now: Vec<&'a str>,
    /// What changes after days without opioids; it also holds where nobody knows what was in it.
    pub lower_tolerance: Option<&'a LowerTolerance>,
}

impl Substance {
    /// Says whether stopping all at once can kill. What is not known to be rare counts as deadly.
    pub fn can_kill(&self) -> bool {
        self.sudden_stop != "rarely_kills"
    }
}

impl Withdrawal {
    /// Takes the ids of what a person uses, and whether they are not sure; gives what they should know.
    pub fn stopping(&self, used: &[String], not_sure: bool) -> Stopping<'_> {
        let substances: Vec<&Substance> =
            self.substances.iter().filter(|substance| used.contains(&substance.id)).collect();
        let is_unsure = not_sure || substances.is_empty();
        let after_opioids = is_unsure || substances.iter().any(|substance| !substance.can_kill());
        let lower_tolerance = self.lower_tolerance.as_ref().filter(|_| after_opioids);
        let mut call_now: Vec<&str> = Vec::new();
        let own = substances.iter().flat_map(|substance| &substance.call_emergency_if);
        let overdose = self.overdose_signs.iter().filter(|_| is_unsure);
        let lower = lower_tolerance.into_iter().flat_map(|lower| &lower.call_emergency_if);
        for sign in self.call_emergency_if.iter().chain(own).chain(overdose).chain(lower) {
            if !call_now.contains(&sign.as_str()) {
                call_now.push(sign);
            }
        }
        Stopping { substances, is_unsure, call_now, lower_tolerance }
    }
}

/// Gives the lines that stand wherever stopping is spoken of: emergency, then treatment, of one country.
pub fn lines_for_stopping<'a>(lines: &'a Lines, country: &str) -> Vec<&'a Line> {
    let mut found = lines.for_need(Some(country), Some("danger_now"));
    for line in lines.for_need(Some(country), Some("treatment")) {
        if !found.iter().any(|one| one.id == line.id) {
            found.push(line);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts() -> Withdrawal {
        crate::json::from_text(include_str!("../../../public/content/en/withdrawal.json")).unwrap()
    }

    fn used(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|&id| id.to_owned()).collect()
    }

    #[test]
    fn who_chose_nothing_or_is_not_sure_is_told_to_take_it_as_dangerous() {
        let facts = facts();
        assert!(facts.stopping(&[], false).is_unsure);
        assert!(facts.stopping(&used(&["alcohol"]), true).is_unsure);
        assert!(!facts.stopping(&used(&["alcohol"]), false).is_unsure);
        assert!(facts.stopping(&used(&["unheard-of"]), false).is_unsure);
    }

    #[test]
    fn lower_tolerance_is_told_to_who_uses_opioids_or_may_do() {
        let facts = facts();
        assert!(facts.stopping(&used(&["opioids"]), false).lower_tolerance.is_some());
        assert!(facts.stopping(&used(&["alcohol"]), true).lower_tolerance.is_some());
        assert!(facts.stopping(&used(&["alcohol"]), false).lower_tolerance.is_none());
    }

    #[test]
    fn all_but_opioids_can_kill() {
        let deadly: Vec<bool> = facts().substances.iter().map(Substance::can_kill).collect();
        assert_eq!(deadly, [true, true, true, true, true, true, false]);
    }

    #[test]
    fn the_emergency_line_is_first_and_a_treatment_line_is_there() {
        let lines: Lines =
            crate::json::from_text(include_str!("../../../public/content/en/lines.json")).unwrap();
        let ids: Vec<&str> = lines_for_stopping(&lines, "US").iter().map(|line| line.id.as_str()).collect();
        assert_eq!(ids.first(), Some(&"us-911"));
        assert!(ids.contains(&"us-samhsa"), "{ids:?}");
    }

    proptest! {
        #[test]
        fn no_sign_is_lost_and_none_stands_twice(picked in proptest::collection::vec(any::<bool>(), 7), not_sure: bool) {
            let facts = facts();
            let ids: Vec<String> = facts.substances.iter().zip(&picked).filter(|(_, on)| **on).map(|(one, _)| one.id.clone()).collect();
            let told = facts.stopping(&ids, not_sure);
            let of_chosen = told.substances.iter().flat_map(|one| &one.call_emergency_if);
            for sign in facts.call_emergency_if.iter().chain(of_chosen) {
                prop_assert_eq!(told.call_now.iter().filter(|one| *one == sign).count(), 1);
            }
            prop_assert_eq!(told.substances.len(), ids.len());
        }
    }
}
