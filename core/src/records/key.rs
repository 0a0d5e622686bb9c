//! Every key under which something is kept.

use std::fmt;

use super::{ArchiveId, EventId, GoalId, PlanId, SavedId};

/// One key of the device's storage. No other key is read or written, and none holds a private word.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Key {
    /// One event of a goal.
    Event(EventId),
    /// One goal.
    Goal(GoalId),
    /// One saved listing.
    Saved(SavedId),
    /// One entry of the plan.
    Plan(PlanId),
    /// One archive part of old events, written once.
    Archive(ArchiveId),
    /// The person's settings.
    Settings,
    /// What the app notes about its own storage, such as the day of the last backup.
    Meta,
}

impl Key {
    /// What every key begins with; other keys of the same origin are somebody else's.
    pub const PREFIX: &str = "alongside:";

    /// Reads a key as written by `Display`; anything else is `None` and must be left alone.
    pub fn parse(text: &str) -> Option<Key> {
        let rest = text.strip_prefix(Key::PREFIX)?;
        Some(match rest.split_once(':') {
            None if rest == "settings" => Key::Settings,
            None if rest == "meta" => Key::Meta,
            Some(("event", id)) => Key::Event(EventId::parse(id)?),
            Some(("goal", id)) => Key::Goal(GoalId::parse(id)?),
            Some(("saved", id)) => Key::Saved(SavedId::parse(id)?),
            Some(("plan", id)) => Key::Plan(PlanId::parse(id)?),
            Some(("archive", id)) => Key::Archive(ArchiveId::parse(id)?),
            _ => return None,
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Key::PREFIX)?;
        match self {
            Key::Event(id) => write!(f, "event:{id}"),
            Key::Goal(id) => write!(f, "goal:{id}"),
            Key::Saved(id) => write!(f, "saved:{id}"),
            Key::Plan(id) => write!(f, "plan:{id}"),
            Key::Archive(id) => write!(f, "archive:{id}"),
            Key::Settings => f.write_str("settings"),
            Key::Meta => f.write_str("meta"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_key_is_read_back_as_it_was_written() {
        for text in [
            "alongside:event:a1",
            "alongside:goal:b2",
            "alongside:saved:c3",
            "alongside:plan:d4",
            "alongside:archive:e5",
            "alongside:settings",
            "alongside:meta",
        ] {
            assert_eq!(Key::parse(text).map(|key| key.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn keys_of_others_are_not_ours() {
        for text in [
            "",
            "alongside:",
            "alongside:goal",
            "alongside:goal:",
            "alongside:goal:A",
            "alongside:settings:x",
        ] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
        assert_eq!(Key::parse("theme"), None);
        assert_eq!(Key::parse("Alongside:meta"), None);
        assert_eq!(Key::parse("alongside:goal:a:b"), None);
    }

    proptest! {
        #[test]
        fn a_key_that_can_be_read_is_written_the_same(text in "alongside:(event|goal|plan|x):?[a-zA-Z0-9:]{0,6}") {
            if let Some(key) = Key::parse(&text) {
                prop_assert_eq!(key.to_string(), text);
            }
        }
    }
}
