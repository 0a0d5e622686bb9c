//! Two copies of everything, joined: against a slow and obvious reference, in every order, interrupted anywhere.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use std::collections::BTreeSet;

use alongside_core::records::archive::{Archived, add, fold, pack, read_part};
use alongside_core::records::copy::{Choice, Plan, Side, Texts, choose, join};
use alongside_core::records::form::{Form, look};
use alongside_core::records::{EventId, GoalId, Key, Reading, Record};
use alongside_core::time::Date;
use alongside_core::tracker::{Event, What};
use proptest::prelude::*;

/// Both copies, and what was set aside.
#[derive(Clone, PartialEq, Debug, Default)]
struct Disk {
    first: Texts,
    second: Texts,
    aside: BTreeSet<(String, String)>,
}

impl Disk {
    fn join(&self) -> Plan {
        join(&self.first, &self.second, &self.archived())
    }

    fn archived(&self) -> Archived {
        let mut archived = Archived::new();
        for (key, text) in self.first.iter().chain(&self.second) {
            if key.starts_with("alongside:archive:")
                && let Some(part) = read_part(text)
            {
                add(&mut archived, part.events);
            }
        }
        archived
    }

    /// Runs the first `steps` of a plan, in its order.
    fn run(&mut self, plan: Plan, steps: usize) {
        type Do = Box<dyn FnOnce(&mut Disk)>;
        let mut all: Vec<Do> = Vec::new();
        for entry in plan.set_aside {
            all.push(Box::new(|disk| disk.aside.extend([entry])));
        }
        for (key, text) in plan.write_first {
            all.push(Box::new(|disk| drop(disk.first.insert(key, text))));
        }
        for (key, text) in plan.write_second {
            all.push(Box::new(|disk| drop(disk.second.insert(key, text))));
        }
        for key in plan.remove_first {
            all.push(Box::new(move |disk| drop(disk.first.remove(&key))));
        }
        for key in plan.remove_second {
            all.push(Box::new(move |disk| drop(disk.second.remove(&key))));
        }
        all.into_iter().take(steps).for_each(|step| step(self));
    }

    fn joined(mut self) -> Disk {
        let plan = self.join();
        self.run(plan, usize::MAX);
        self
    }

    /// Every event that can be read from one copy, joined one by one.
    fn events(texts: &Texts) -> Archived {
        let mut events = Archived::new();
        for (key, text) in texts {
            match Key::parse(key) {
                Some(Key::Archive(_)) => {
                    for (id, record) in read_part(text).unwrap_or_default().events {
                        slow_add(&mut events, id, record);
                    }
                }
                Some(Key::Event(id)) => {
                    if let Reading::Record(record) = Record::read(text) {
                        slow_add(&mut events, id, record);
                    }
                }
                _ => {}
            }
        }
        events
    }
}

/// Of two records the greater revision holds, ties by the greater text.
fn slow_add(events: &mut Archived, id: EventId, record: Record<Event>) {
    let rank = |record: &Record<Event>| (record.revision(), record.write().unwrap());
    match events.get(&id) {
        Some(known) if rank(known) >= rank(&record) => {}
        _ => drop(events.insert(id, record)),
    }
}

fn event(number: u8) -> Event {
    Event::new(GoalId::parse("g"), Date::parse("2026-01-01").unwrap(), i64::from(number), What::Done)
}

/// One of few records in one of few revisions.
fn any_record() -> impl Strategy<Value = Record<Event>> {
    (0u8..3, 0u8..3, any::<bool>()).prop_map(|(number, edits, is_deleted)| {
        let record = (0..edits).fold(Record::new(event(number)), |record, _| record.edited(event(number)));
        if is_deleted { record.deleted() } else { record }
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => any_record().prop_map(|record| record.write().unwrap()),
        2 => (1u64..4, "[ab]").prop_map(|(rev, c)| {
            format!(r#"{{"v":1,"rev":{rev},"e":{{"k":"k1","iv":"AAAA","c":"{c}"}}}}"#)
        }),
        1 => (2u32..4, "[ab]").prop_map(|(v, c)| format!(r#"{{"v":{v},"c":"{c}"}}"#)),
        2 => "[{ab]{0,2}",
    ]
}

fn id(number: u8) -> EventId {
    EventId::parse(&format!("e{number}")).unwrap()
}

/// A copy with few keys, so that two copies often have the same; parts of the archive among them.
fn any_copy() -> impl Strategy<Value = Texts> {
    let single = prop::collection::vec((0u8..5, any_text()), 0..6);
    let part = prop::collection::vec((0u8..5, any_record()), 0..4);
    let parts = prop::collection::vec(part, 0..3);
    (single, parts).prop_map(|(single, parts)| {
        let mut texts: Texts = single
            .into_iter()
            .map(|(n, text)| {
                (if n == 4 { "alongside:goal:g".into() } else { Key::Event(id(n)).to_string() }, text)
            })
            .collect();
        for part in parts {
            let events: Archived = part.into_iter().map(|(n, record)| (id(n), record)).collect();
            texts.extend(pack(&events).map(|part| (part.key.to_string(), part.text)));
        }
        texts
    })
}

fn any_disk() -> impl Strategy<Value = Disk> {
    (any_copy(), any_copy()).prop_map(|(first, second)| Disk { first, second, aside: BTreeSet::new() })
}

/// Which text holds, by looking at both in the plainest way.
fn slow_choice(first: &str, second: &str) -> Choice {
    let holds = |side, set_aside| Choice::Holds { side, set_aside };
    match (look(first), look(second)) {
        _ if first == second => Choice::Leave,
        (Form::Newer, Form::Newer) => Choice::Leave,
        (Form::Newer, _) => holds(Side::First, true),
        (Form::Unreadable, Form::Unreadable) => {
            holds(if first > second { Side::First } else { Side::Second }, true)
        }
        (_, Form::Newer) | (Form::Unreadable, _) => holds(Side::Second, true),
        (_, Form::Unreadable) => holds(Side::First, true),
        (Form::Record(one), Form::Record(other)) => {
            let first_holds = (one.revision, first) > (other.revision, second);
            holds(if first_holds { Side::First } else { Side::Second }, false)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_choice_is_that_of_the_slow_reference_and_the_same_in_both_orders(a in any_text(), b in any_text()) {
        prop_assert_eq!(choose(&a, &b), slow_choice(&a, &b));
        let turned = match choose(&b, &a) {
            Choice::Holds { side: Side::First, set_aside } => Choice::Holds { side: Side::Second, set_aside },
            Choice::Holds { side: Side::Second, set_aside } => Choice::Holds { side: Side::First, set_aside },
            Choice::Leave => Choice::Leave,
        };
        prop_assert_eq!(choose(&a, &b), turned);
    }

    #[test]
    fn a_choice_never_depends_on_the_way_to_it(texts in prop::collection::vec(any_text(), 3)) {
        let is_newer = |text: &String| look(text) == Form::Newer;
        prop_assume!(texts.iter().filter(|text| is_newer(text)).count() < 2);
        let holder = |a: &String, b: &String| match choose(a, b) {
            Choice::Holds { side: Side::Second, .. } => b.clone(),
            _ => a.clone(),
        };
        let (a, b, c) = (&texts[0], &texts[1], &texts[2]);
        prop_assert_eq!(holder(&holder(a, b), c), holder(a, &holder(b, c)));
    }

    #[test]
    fn joined_copies_are_equal_and_a_second_join_has_nothing_to_do(disk in any_disk()) {
        let joined = disk.clone().joined();
        prop_assert!(joined.join().is_empty(), "{:?}", joined.join());
        for (key, text) in &joined.first {
            let other = &joined.second[key];
            prop_assert!(text == other || (look(text) == Form::Newer && look(other) == Form::Newer));
        }
        prop_assert_eq!(joined.first.len(), joined.second.len());
    }

    #[test]
    fn the_copies_may_change_places(disk in any_disk()) {
        let turned = Disk { first: disk.second.clone(), second: disk.first.clone(), ..disk.clone() }.joined();
        let joined = disk.joined();
        let back = Disk { first: turned.second, second: turned.first, aside: turned.aside };
        prop_assert_eq!(back, joined);
    }

    #[test]
    fn no_event_is_lost_or_changed_by_joining(disk in any_disk()) {
        let mut expected = Archived::new();
        let blocked: BTreeSet<EventId> = encrypted_or_newer(&disk);
        for copy in [&disk.first, &disk.second] {
            for (id, record) in Disk::events(copy) {
                slow_add(&mut expected, id, record);
            }
        }
        expected.retain(|id, _| !blocked.contains(id));
        let joined = disk.joined();
        for copy in [&joined.first, &joined.second] {
            let mut events = Disk::events(copy);
            events.retain(|id, _| !blocked.contains(id));
            prop_assert_eq!(&events, &expected);
        }
    }

    #[test]
    fn nothing_that_cannot_be_read_is_lost(disk in any_disk()) {
        let joined = disk.clone().joined();
        for (key, text) in disk.first.iter().chain(&disk.second) {
            if !matches!(look(text), Form::Record(_)) {
                let is_kept = joined.first.get(key) == Some(text) || joined.second.get(key) == Some(text);
                prop_assert!(is_kept || joined.aside.contains(&(key.clone(), text.clone())));
            }
            if look(text) == Form::Newer {
                prop_assert_ne!(joined.first.get(key), None);
                prop_assert!(look(&joined.first[key]) == Form::Newer && look(&joined.second[key]) == Form::Newer);
            }
        }
    }

    #[test]
    fn a_join_interrupted_after_any_write_and_taken_up_again_ends_the_same(disk in any_disk(), steps in 0usize..24) {
        let mut cut = disk.clone();
        let plan = cut.join();
        cut.run(plan, steps);
        prop_assert_eq!(cut.joined(), disk.joined());
    }

    #[test]
    fn two_tabs_that_join_at_once_end_the_same(disk in any_disk(), steps in 0usize..24) {
        // The second tab made its plan before the first one ran its own.
        let (plan, late) = (disk.join(), disk.join());
        let mut both = disk.clone();
        both.run(late.clone(), steps);
        both.run(plan, usize::MAX);
        both.run(late, usize::MAX);
        prop_assert_eq!(both, disk.joined());
    }
}

fn encrypted_or_newer(disk: &Disk) -> BTreeSet<EventId> {
    let all = disk.first.iter().chain(&disk.second);
    all.filter_map(|(key, text)| match Key::parse(key)? {
        Key::Event(id) if Record::<Event>::read(text) == Reading::Newer || text.contains("\"e\":") => {
            Some(id)
        }
        _ => None,
    })
    .collect()
}

/// What folding does to a disk, one write at a time: the part into both copies, then the keys it holds.
fn fold_once(disk: &mut Disk, today: Date, steps: usize) {
    let mut single = Archived::new();
    for (key, text) in &disk.first {
        if let (Some(Key::Event(id)), Reading::Record(record)) = (Key::parse(key), Record::read(text)) {
            single.insert(id, record);
        }
    }
    let Some(folded) = fold(&single, today) else { return };
    if steps > 0 {
        disk.second.insert(folded.key.to_string(), folded.text.clone());
    }
    if steps > 1 {
        disk.first.insert(folded.key.to_string(), folded.text);
    }
    if steps > 1 {
        let plan = disk.join();
        disk.run(plan, steps - 2);
    }
}

/// Four hundred old events, some edited, some deleted.
fn old_disk() -> impl Strategy<Value = Disk> {
    prop::collection::vec((0u16..420, any_record()), 380..420).prop_map(|records| {
        let texts: Texts = records
            .into_iter()
            .map(|(n, record)| (format!("alongside:event:e{n}"), record.write().unwrap()))
            .collect();
        Disk { first: texts.clone(), second: texts, aside: BTreeSet::new() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn folding_interrupted_at_any_write_loses_nothing_and_counts_nothing_twice(
        disk in old_disk(), steps in 0usize..900, edits in prop::collection::vec((0u16..420, any_record()), 0..9)
    ) {
        let today = Date::parse("2026-11-22").unwrap();
        let mut expected = Disk::events(&disk.first);
        let mut disk = disk;
        fold_once(&mut disk, today, steps);
        // Meanwhile another tab goes on.
        for (n, record) in edits {
            let id = EventId::parse(&format!("e{n}")).unwrap();
            let text = record.write().unwrap();
            disk.first.insert(Key::Event(id.clone()).to_string(), text);
            slow_add(&mut expected, id, record);
        }
        // A single key that was overwritten by a lesser record is not what a tab does: it joins first.
        for (id, record) in &expected {
            let key = Key::Event(id.clone()).to_string();
            if disk.first.contains_key(&key) {
                disk.first.insert(key, record.write().unwrap());
            }
        }
        let joined = disk.joined();
        prop_assert_eq!(Disk::events(&joined.first), expected.clone());
        let mut again = joined;
        fold_once(&mut again, today, usize::MAX);
        prop_assert_eq!(Disk::events(&again.joined().second), expected);
    }
}
