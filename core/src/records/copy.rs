//! Joins two copies of everything that is kept, without knowing what the records say.
//!
//! What a person saves is kept twice: the first copy is the browser's local storage, which answers at once and
//! forgets its last seconds when the browser is killed; the second is a database, which doesn't. At each start
//! both are read and joined, key by key, so that each holds what either held.
//!
//! **Which of two texts holds.** The greater revision; of equal revisions the newer schema, then the greater
//! text, byte by byte. So the result is the same in any order and however often it is done.
//! - A text of a schema newer than ours holds against all others and is never touched. Of two such texts
//!   neither is touched: which one holds is known to the app that wrote them.
//! - A text that is no record never holds against one that is.
//! - A text that is replaced though nobody can know that the other holds all it said (it is unreadable, or the
//!   other is newer than we understand) is set aside before anything is written over it.
//! - Of a plain and an encrypted text of one revision the encrypted one holds (its text is the greater one). So
//!   turning the lock on can be interrupted and goes on from there: what was encrypted stays so. Whoever turns
//!   the lock off, or changes the data key, writes each record with its next revision, and forgets a data key
//!   when no text names it any more. Both forms stay readable until then.
//!
//! **Folded events.** An event that an archive part holds in the same or a greater revision needs no key of its
//! own. It is not brought back; where it is still there, folding was interrupted, and the join finishes it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::form::{Body, Form, look, look_as};
use super::{Archived, Key, SCHEMA};

/// Stored texts by their keys: one copy.
pub type Texts = BTreeMap<String, String>;

/// One of two texts, or of two copies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The first one.
    First,
    /// The second one.
    Second,
}

/// Which of two texts of one key holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// They are equal, or both newer than we understand: nothing is to be done.
    Leave,
    /// This one holds. The other one is to be set aside first, or is known to be superseded.
    Holds {
        /// Which one holds.
        side: Side,
        /// Whether the other one must be kept somewhere else before it is replaced.
        set_aside: bool,
    },
}

/// What makes two copies equal. Run in the order of the fields; it may be interrupted after any write, and a new
/// join then gives the rest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Texts that are about to be replaced and that nobody can read: keep them elsewhere, offer them for download.
    pub set_aside: Vec<(String, String)>,
    /// What to write into the first copy.
    pub write_first: Vec<(String, String)>,
    /// What to write into the second copy.
    pub write_second: Vec<(String, String)>,
    /// Keys to remove from the first copy: an archive part holds their events.
    pub remove_first: Vec<String>,
    /// Keys to remove from the second copy, likewise.
    pub remove_second: Vec<String>,
}

impl Plan {
    /// Tells whether the copies are equal already.
    pub fn is_empty(&self) -> bool {
        *self == Plan::default()
    }
}

/// Says which of two stored texts of one key holds.
pub fn choose(first: &str, second: &str) -> Choice {
    choose_as(SCHEMA, first, second)
}

/// The same as an app would that writes another schema.
pub(super) fn choose_as(schema: u32, first: &str, second: &str) -> Choice {
    if first == second {
        return Choice::Leave;
    }
    let (one, other) = (Rank::of(schema, first), Rank::of(schema, second));
    let holds = match one.cmp(&other).then_with(|| first.cmp(second)) {
        Ordering::Less => Side::Second,
        Ordering::Equal | Ordering::Greater => Side::First,
    };
    match (&one, &other) {
        (Rank::Newer, Rank::Newer) => Choice::Leave,
        (Rank::Record { .. }, Rank::Record { .. }) => Choice::Holds { side: holds, set_aside: false },
        _ => Choice::Holds { side: holds, set_aside: true },
    }
}

/// How a text stands against others, least first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Unreadable,
    Record { revision: u64, schema: u32 },
    Newer,
}

impl Rank {
    fn of(schema: u32, text: &str) -> Rank {
        match look_as(schema, text) {
            Form::Unreadable => Rank::Unreadable,
            Form::Newer => Rank::Newer,
            Form::Record(head) => Rank::Record { revision: head.revision, schema: head.schema },
        }
    }
}

/// Says what makes two copies equal. `archived` are the events of all parts of both copies that can be read now.
/// Keys that are not ours are left alone.
pub fn join(first: &Texts, second: &Texts, archived: &Archived) -> Plan {
    let mut plan = Plan::default();
    let only_second = second.iter().filter(|(key, _)| !first.contains_key(*key));
    for (key, text) in first.iter().chain(only_second) {
        let Some(known) = Key::parse(key) else { continue };
        let other = if first.contains_key(key) { second.get(key) } else { None };
        match other {
            Some(other) => join_both(&mut plan, (&known, key), (text, other), archived),
            None if is_folded(&known, text, archived) => {
                let is_first = first.contains_key(key);
                if is_first { &mut plan.remove_first } else { &mut plan.remove_second }.push(key.clone());
            }
            None => {
                let is_first = first.contains_key(key);
                let missing = if is_first { &mut plan.write_second } else { &mut plan.write_first };
                missing.push((key.clone(), text.clone()));
            }
        }
    }
    plan
}

fn join_both(plan: &mut Plan, (known, key): (&Key, &str), (one, other): (&str, &str), archived: &Archived) {
    let (holding, lost, side) = match choose(one, other) {
        Choice::Leave if one != other => return,
        Choice::Leave => (one, None, Side::First),
        Choice::Holds { side: Side::First, set_aside } => (one, set_aside.then_some(other), Side::First),
        Choice::Holds { side: Side::Second, set_aside } => (other, set_aside.then_some(one), Side::Second),
    };
    plan.set_aside.extend(lost.map(|lost| (key.to_owned(), lost.to_owned())));
    if one != other {
        let behind = if side == Side::First { &mut plan.write_second } else { &mut plan.write_first };
        behind.push((key.to_owned(), holding.to_owned()));
    }
    // Only now that both are equal: an interruption must not leave the one that doesn't hold.
    if is_folded(known, holding, archived) {
        plan.remove_first.push(key.to_owned());
        plan.remove_second.push(key.to_owned());
    }
}

/// Tells whether an archive part holds all that this text says, so that its key may be removed. Ask with the text
/// as it stands right before removing it: another tab may just have changed it.
pub fn is_folded(key: &Key, text: &str, archived: &Archived) -> bool {
    let Key::Event(id) = key else { return false };
    let (Some(folded), Form::Record(head)) = (archived.get(id), look(text)) else { return false };
    match head.revision.cmp(&folded.revision()) {
        Ordering::Less => true,
        Ordering::Greater => false,
        Ordering::Equal => {
            matches!(head.body, Body::Encrypted(_)) || folded.write().is_ok_and(|folded| *text <= *folded)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(set_aside: bool) -> Choice {
        Choice::Holds { side: Side::First, set_aside }
    }

    fn second(set_aside: bool) -> Choice {
        Choice::Holds { side: Side::Second, set_aside }
    }

    const THREE: &str = r#"{"v":1,"d":{"rev":3,"name":"b"}}"#;
    const ENCRYPTED: &str = r#"{"v":1,"rev":3,"e":{"k":"a","iv":"a","c":"a"}}"#;

    #[test]
    fn the_greater_revision_holds_then_the_greater_text() {
        assert_eq!(choose(THREE, r#"{"v":1,"d":{"rev":2,"name":"c"}}"#), first(false));
        assert_eq!(choose(THREE, r#"{"v":1,"d":{"rev":3,"name":"c"}}"#), second(false));
        assert_eq!(choose(THREE, r#"{"v":1,"d":{"rev":10,"deleted":true}}"#), second(false));
        assert_eq!(choose(THREE, THREE), Choice::Leave);
    }

    #[test]
    fn of_one_revision_the_encrypted_text_holds() {
        assert_eq!(choose(THREE, ENCRYPTED), second(false));
        assert_eq!(choose(ENCRYPTED, r#"{"v":1,"d":{"rev":4,"name":"b"}}"#), second(false));
        assert_eq!(choose(ENCRYPTED, r#"{"v":1,"d":{"rev":3,"deleted":true}}"#), first(false));
    }

    #[test]
    fn a_newer_text_is_never_replaced_and_what_it_replaces_is_set_aside() {
        let newer = r#"{"v":2,"d":{"rev":1}}"#;
        assert_eq!(choose(THREE, newer), second(true));
        assert_eq!(choose(newer, "torn"), first(true));
        assert_eq!(choose(newer, r#"{"v":3}"#), Choice::Leave);
    }

    #[test]
    fn an_unreadable_text_is_set_aside_not_lost() {
        assert_eq!(choose("torn", THREE), second(true));
        assert_eq!(choose("torn", "worn"), second(true));
    }

    #[test]
    fn of_one_revision_the_raised_text_holds_and_a_later_edit_of_an_old_tab_is_not_lost() {
        let (old, raised) = (r#"{"v":1,"d":{"rev":3,"z":1}}"#, r#"{"v":2,"d":{"rev":3,"a":1}}"#);
        assert_eq!(choose_as(2, old, raised), second(false));
        assert_eq!(choose_as(2, r#"{"v":1,"d":{"rev":4,"z":1}}"#, raised), first(false));
    }

    #[test]
    fn a_key_goes_only_where_a_part_holds_the_same_or_a_greater_revision() {
        use crate::records::{EventId, Reading, Record};
        let text = |rev: u32, at: u32| {
            format!(r#"{{"v":1,"d":{{"rev":{rev},"goal":"g","day":"2026-01-01","at":{at},"what":"done"}}}}"#)
        };
        let Reading::Record(folded) = Record::read(&text(3, 5)) else { panic!("no event") };
        let archived: Archived = EventId::parse("a").map(|id| (id, folded)).into_iter().collect();
        let event = Key::parse("alongside:event:a").unwrap();
        for (text, expected) in [
            (text(2, 9), true),
            (text(3, 5), true),
            (text(3, 4), true),
            (text(3, 6), false),
            (text(4, 1), false),
            (ENCRYPTED.to_owned(), true),
            (ENCRYPTED.replace("\"rev\":3", "\"rev\":4"), false),
            ("torn".to_owned(), false),
            (r#"{"v":2}"#.to_owned(), false),
        ] {
            assert_eq!(is_folded(&event, &text, &archived), expected, "{text}");
            assert!(!is_folded(&Key::parse("alongside:goal:a").unwrap(), &text, &archived));
        }
        let both = Texts::from([(event.to_string(), text(2, 9))]);
        let keys = vec![event.to_string()];
        let plan = join(&both, &both, &archived);
        assert_eq!(plan, Plan { remove_first: keys.clone(), remove_second: keys, ..Plan::default() });
    }

    #[test]
    fn keys_of_others_are_left_alone() {
        let ours = ("alongside:goal:a".to_owned(), THREE.to_owned());
        let first = Texts::from([("theme".to_owned(), "dark".to_owned()), ours.clone()]);
        let plan = join(&first, &Texts::new(), &Archived::new());
        assert_eq!(plan, Plan { write_second: vec![ours], ..Plan::default() });
    }
}
