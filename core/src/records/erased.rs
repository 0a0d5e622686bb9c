//! Erasing that stays erased, though a killed browser forgets the last seconds of the first copy.
//!
//! The first copy (local storage) may come back after a kill as any mixture of what it held in its last seconds,
//! so it can bring back what was erased. The second copy (a database) keeps every step that it finished. So a
//! mark in the second copy goes first, and until the first copy has surely been flushed the second one is the
//! truth: at each start the first copy is made equal to it, and nothing is taken over from it. What is saved
//! after the erase counts as saved when the second copy has it.
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

/// How long after the first copy was made equal to the second the mark stays. Chromium writes local storage to disk
/// within five seconds; this is many times that.
pub const SETTLED_AFTER_MS: u64 = 60_000;

/// What the second copy notes about an erase. It has a place of its own there, outside the records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// All that both copies hold is to be erased.
    Erasing,
    /// The second copy is the truth; the first may still bring back what was erased.
    Settling,
}

/// One step. Each is finished before the next begins; each can be done twice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Write [`Mark::Erasing`] into the second copy, and wait until it has it.
    MarkErasing,
    /// Remove every key of the second copy but the mark.
    ClearSecond,
    /// Write [`Mark::Settling`] into the second copy.
    MarkSettling,
    /// Make the first copy equal to the second one, see [`as_second`].
    TakeSecond,
    /// Note in the first copy which era was erased, then remove all else from it: the second can't be reached.
    ClearFirstAlone,
    /// Remove that note from the first copy.
    ForgetErasedEra,
}

/// What is to be done to erase everything. It is certain once [`Step::MarkErasing`] is done, even if the browser is
/// killed then.
pub fn erase(can_reach_second: bool) -> &'static [Step] {
    if can_reach_second {
        &[Step::MarkErasing, Step::ClearSecond, Step::MarkSettling, Step::TakeSecond]
    } else {
        &[Step::ClearFirstAlone]
    }
}

/// What is found at a start, before the copies are joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Found<'a> {
    /// The mark of the second copy.
    pub mark: Option<Mark>,
    /// The era that the first copy says was erased while the second couldn't be reached.
    pub erased_era: Option<&'a str>,
    /// The era of the second copy.
    pub second_era: Option<&'a str>,
}

/// What is to be done at a start before the copies are joined. While the second copy can't be reached: nothing, and
/// no join.
pub fn at_start(found: Found<'_>) -> &'static [Step] {
    match found {
        Found { mark: Some(Mark::Erasing), .. } => &[Step::ClearSecond, Step::MarkSettling, Step::TakeSecond],
        Found { mark: Some(Mark::Settling), .. } => &[Step::TakeSecond],
        Found { mark: None, erased_era: None, .. } => &[],
        // The note itself may come back after a kill: it says nothing about what was saved in a later era.
        Found { mark: None, erased_era, second_era } if erased_era == second_era => {
            &[Step::ClearSecond, Step::ForgetErasedEra]
        }
        Found { mark: None, .. } => &[Step::ForgetErasedEra],
    }
}

/// Tells whether the mark may go: the first copy was made equal to the second this long ago, and the page has been
/// open since.
pub fn is_settled(since_taken_ms: u64) -> bool {
    since_taken_ms >= SETTLED_AFTER_MS
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

impl Mark {
    /// Gives the mark as it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Mark::Erasing => "erasing",
            Mark::Settling => "settling",
        }
    }

    /// Reads a stored mark; anything else is none.
    pub fn parse(text: &str) -> Option<Mark> {
        [Mark::Erasing, Mark::Settling].into_iter().find(|mark| mark.as_str() == text)
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
    fn a_mark_is_read_back_as_it_was_stored() {
        for mark in [Mark::Erasing, Mark::Settling] {
            assert_eq!(Mark::parse(mark.as_str()), Some(mark));
        }
        assert_eq!(Mark::parse("erased"), None);
    }

    #[test]
    fn a_second_copy_that_could_not_be_reached_is_cleared_when_it_can_be() {
        let found = |second_era| Found { mark: None, erased_era: Some("a"), second_era };
        assert_eq!(at_start(found(Some("a"))), [Step::ClearSecond, Step::ForgetErasedEra]);
        assert_eq!(at_start(found(Some("b"))), [Step::ForgetErasedEra]);
        assert_eq!(at_start(found(None)), [Step::ForgetErasedEra]);
        assert_eq!(at_start(Found::default()), []);
    }

    #[test]
    fn the_first_copy_loses_also_what_this_version_does_not_know_but_nothing_of_others() {
        let first = ["alongside:goal:a", "alongside:mood:b", "theme"];
        let first: Texts = first.into_iter().map(|key| (key.to_owned(), "x".to_owned())).collect();
        let plan = as_second(&first, &Texts::new());
        assert_eq!(plan.remove_first, ["alongside:goal:a", "alongside:mood:b"]);
    }
}
