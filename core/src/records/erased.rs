//! Erasing that stays erased, though a killed browser forgets the last seconds of the first copy.
//!
//! The first copy (local storage) may come back after a kill as any mixture of what it held in its last seconds,
//! so it can bring back what was erased. The second copy (a database) keeps every step that it finished. So the
//! second copy is emptied and marked first, both at once, and until the first copy has surely been flushed the second
//! one is the truth: at each start the first copy is made equal to it, and nothing is taken over from it. What is
//! saved after the erase counts as saved when the second copy has it.
//!
//! The **mark** is a record for a moment only: then no tab that is joining the copies can miss it. Once both copies
//! are empty it becomes a database of its own with nothing in it, so that nothing is left that could be counted.
//! It stays for a while even where the first copy is clean: a page can't tell whether what it reads there comes
//! from the disk or from the memory of a browser that has not written it yet. Without the mark a kill right then
//! would bring all of it back.
//!
//! An **era** is a random id, kept in both copies from the first save to the erase (in the record `meta`). It
//! tells a tab that slept through an erase that what it has in memory is of before.
//!
//! If the second copy can't be reached while erasing, the first copy keeps the era that was erased, and the
//! second is cleared when it can be reached again.
//!
//! When all is done no mark is left in either copy.

use std::collections::BTreeMap;

use super::Key;
use super::copy::{Plan, Texts};

/// How long after the first copy was made equal to the second the mark stays, in a page that stays open. Chromium
/// writes local storage to disk within five seconds; this is many times that.
pub const SETTLED_AFTER_MS: u64 = 60_000;

/// One step. Each is finished before the next begins; each can be done twice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Remove every key of the second copy and mark it, both in one change, and wait until it is on the disk.
    EmptySecond,
    /// Make the first copy equal to the second one, see [`as_second`].
    TakeSecond,
    /// Make the mark one that holds no record. Without this the mark is as good, but can be counted.
    HideMark,
    /// Remove every key of the second copy; it is not marked.
    ClearSecond,
    /// Note in the first copy which era was erased, then remove all else from it: the second can't be reached.
    ClearFirstAlone,
    /// Remove that note from the first copy.
    ForgetErasedEra,
}

/// What is to be done to erase everything. It is certain once the first step is done, even if the browser is killed
/// then.
pub fn erase(can_reach_second: bool) -> &'static [Step] {
    if can_reach_second {
        &[Step::EmptySecond, Step::TakeSecond, Step::HideMark]
    } else {
        &[Step::ClearFirstAlone]
    }
}

/// What is found at a start, before the copies are joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Found<'a> {
    /// Whether the second copy is marked, in either way.
    pub is_marked: bool,
    /// The era that the first copy says was erased while the second couldn't be reached.
    pub erased_era: Option<&'a str>,
    /// The era of the second copy.
    pub second_era: Option<&'a str>,
}

/// What is to be done at a start before the copies are joined. While the second copy can't be reached: nothing, and
/// no join.
pub fn at_start(found: Found<'_>) -> &'static [Step] {
    match found {
        Found { is_marked: true, .. } => &[Step::TakeSecond, Step::HideMark],
        Found { erased_era: None, .. } => &[],
        // The note itself may come back after a kill: it says nothing about what was saved in a later era.
        Found { erased_era, second_era, .. } if erased_era == second_era => {
            &[Step::ClearSecond, Step::ForgetErasedEra]
        }
        Found { .. } => &[Step::ForgetErasedEra],
    }
}

/// What makes the first copy equal to the second one; nothing of the first is taken over or set aside.
pub fn as_second(first: &Texts, second: &Texts) -> Plan {
    let is_ours = |key: &str| key.starts_with(Key::PREFIX);
    let different: BTreeMap<_, _> =
        second.iter().filter(|(key, text)| first.get(*key) != Some(text)).collect();
    Plan {
        write_first: different.into_iter().map(|(key, text)| (key.clone(), text.clone())).collect(),
        remove_first: first
            .keys()
            .filter(|key| is_ours(key) && !second.contains_key(*key))
            .cloned()
            .collect(),
        ..Plan::default()
    }
}

/// What a tab is to do with what it has in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// It is of the era that is kept: go on.
    Same,
    /// It was loaded before anything was saved: take the era that is there now, and load.
    Adopt,
    /// Everything was erased since: forget it, write none of it, then load what is there now.
    Forget,
}

/// Says whether a tab slept through an erase: its own era beside the one that is kept now. Ask before every write
/// and whenever the tab is shown again.
pub fn tab(own: Option<&str>, kept: Option<&str>) -> Tab {
    match own {
        None if kept.is_some() => Tab::Adopt,
        own if own == kept => Tab::Same,
        _ => Tab::Forget,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_that_slept_through_an_erase_forgets() {
        assert_eq!(tab(None, None), Tab::Same);
        assert_eq!(tab(Some("a"), Some("a")), Tab::Same);
        assert_eq!(tab(None, Some("a")), Tab::Adopt);
        assert_eq!(tab(Some("a"), None), Tab::Forget);
        assert_eq!(tab(Some("a"), Some("b")), Tab::Forget);
    }

    #[test]
    fn a_second_copy_that_could_not_be_reached_is_cleared_when_it_can_be() {
        let found = |second_era| Found { is_marked: false, erased_era: Some("a"), second_era };
        assert_eq!(at_start(found(Some("a"))), [Step::ClearSecond, Step::ForgetErasedEra]);
        assert_eq!(at_start(found(Some("b"))), [Step::ForgetErasedEra]);
        assert_eq!(at_start(found(None)), [Step::ForgetErasedEra]);
        assert_eq!(at_start(Found::default()), []);
        assert_eq!(
            at_start(Found { is_marked: true, ..found(Some("a")) }),
            [Step::TakeSecond, Step::HideMark]
        );
    }

    #[test]
    fn the_first_copy_loses_also_what_this_version_does_not_know_but_nothing_of_others() {
        let first = ["alongside:goal:a", "alongside:mood:b", "theme"];
        let first: Texts = first.into_iter().map(|key| (key.to_owned(), "x".to_owned())).collect();
        let plan = as_second(&first, &Texts::new());
        assert_eq!(plan.remove_first, ["alongside:goal:a", "alongside:mood:b"]);
    }
}
