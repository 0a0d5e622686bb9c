//! The frame of migrations, tried with one that exists only here.

use super::*;
use crate::records::copy::{Choice, Side, choose_as};
use proptest::prelude::*;

/// From 1 to 2 a goal's `name` became `title`; from 2 to 3 every record got a `seen`.
const TRIAL: &[Migration] = &[
    Migration { from: 1, date: "2026-12-01", raise: name_to_title },
    Migration { from: 2, date: "2027-01-01", raise: seen },
];

fn name_to_title(key: &Key, body: &mut Value) -> bool {
    let Some(body) = body.as_object_mut() else { return false };
    match key {
        Key::Goal(_) => body.remove("name").is_some_and(|name| body.insert("title".into(), name).is_none()),
        _ => true,
    }
}

fn seen(_: &Key, body: &mut Value) -> bool {
    body.as_object_mut().is_some_and(|body| body.insert("seen".into(), false.into()).is_none())
}

fn goal() -> Key {
    Key::parse("alongside:goal:a").unwrap()
}

fn open(text: &str) -> Opened<'_> {
    open_with(TRIAL, 3, &goal(), text)
}

fn raised(text: &str) -> Opened<'static> {
    Opened::Text(Cow::Owned(text.to_owned()))
}

#[test]
fn there_is_a_migration_from_every_schema_to_the_next() {
    let from: Vec<u32> = MIGRATIONS.iter().map(|migration| migration.from).collect();
    assert_eq!(from, (1..SCHEMA).collect::<Vec<_>>());
}

#[test]
fn an_older_record_is_raised_step_by_step_and_keeps_its_revision() {
    let expected = raised(r#"{"v":3,"d":{"rev":7,"seen":false,"title":"x"}}"#);
    assert_eq!(open(r#"{"v":1,"d":{"rev":7,"name":"x"}}"#), expected);
    assert_eq!(open(r#"{"v":2,"d":{"rev":7,"title":"x"}}"#), expected);
    assert_eq!(
        open(r#"{"v":1,"d":{"rev":7,"deleted":true}}"#),
        raised(r#"{"v":3,"d":{"deleted":true,"rev":7}}"#)
    );
}

#[test]
fn a_record_of_today_is_the_text_itself_and_a_newer_one_is_left() {
    let today = r#"{"v":3,"d":{"rev":7,"title":"x","seen":true}}"#;
    assert_eq!(open(today), Opened::Text(Cow::Borrowed(today)));
    assert_eq!(open(r#"{"v":4,"d":{"rev":7}}"#), Opened::Newer);
}

#[test]
fn what_a_migration_does_not_know_is_set_aside() {
    for text in
        ["torn", r#"{"v":1,"d":{"rev":7,"title":"x"}}"#, r#"{"v":1,"rev":1,"e":{"k":"a","iv":"a","c":"a"}}"#]
    {
        assert_eq!(open(text), Opened::Unreadable, "{text}");
    }
    assert_eq!(open_with(&TRIAL[..1], 3, &goal(), r#"{"v":1,"d":{"rev":7,"name":"x"}}"#), Opened::Unreadable);
}

#[test]
fn a_record_of_an_older_schema_is_read_raised() {
    let read = |text| read_with::<Value>(TRIAL, 1, &goal(), text);
    let Reading::Record(record) = read(r#"{"v":1,"d":{"rev":7,"name":"x"}}"#) else { panic!("not read") };
    assert_eq!((record.revision(), record.content().unwrap()["name"].as_str()), (7, Some("x")));
    assert_eq!(read(r#"{"v":2,"d":{"rev":7}}"#), Reading::Newer);
    assert_eq!(read("torn"), Reading::Unreadable);
    // The schema that is written now is 1: what is raised beyond it shows that it was raised.
    let raised = read_with::<Value>(TRIAL, 3, &goal(), r#"{"v":1,"d":{"rev":7,"name":"x"}}"#);
    assert_eq!(raised, Reading::Newer);
}

/// Both copies while they are raised, one write at a time.
#[derive(Clone, Debug, PartialEq)]
struct Copies {
    first: Texts,
    second: Texts,
}

impl Copies {
    /// What the app does in an idle moment: each text into the first copy, then into the second, if it holds there.
    fn raise(&mut self, writes: usize) {
        let mut left = writes;
        for (key, old, raised) in rest_with(TRIAL, 3, &self.first) {
            if left > 0 && self.first.get(&key) == Some(&old) {
                self.first.insert(key.clone(), raised.clone());
            }
            if left > 1 && self.second.get(&key).is_none_or(|there| holds(there, &raised)) {
                self.second.insert(key, raised);
            }
            left = left.saturating_sub(2);
        }
    }

    /// What a start does with two readable copies.
    fn join(&mut self) {
        for key in self.first.keys().chain(self.second.keys()).cloned().collect::<Vec<_>>() {
            let text = match (self.first.get(&key), self.second.get(&key)) {
                (Some(one), Some(other)) if holds(one, other) => other,
                (Some(one), _) => one,
                (None, Some(other)) => other,
                (None, None) => continue,
            };
            let text = text.clone();
            self.first.insert(key.clone(), text.clone());
            self.second.insert(key, text);
        }
    }

    /// What the person sees.
    fn read(&self) -> Texts {
        let text = |(key, text): (&String, &String)| match open_with(TRIAL, 3, &Key::parse(key)?, text) {
            Opened::Text(text) => Some((key.clone(), text.into_owned())),
            Opened::Newer | Opened::Unreadable => None,
        };
        self.first.iter().filter_map(text).collect()
    }
}

fn holds(there: &str, text: &str) -> bool {
    matches!(choose_as(3, there, text), Choice::Holds { side: Side::Second, .. })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        (1u32..5, 1u64..3, "[a-z]{0,3}").prop_map(|(v, rev, name)| {
            let name_is = if v == 1 { "name" } else { "title" };
            format!(r#"{{"v":{v},"d":{{"rev":{rev},"{name_is}":"{name}"}}}}"#)
        }),
        (1u32..5, 1u64..3).prop_map(|(v, rev)| format!(r#"{{"v":{v},"d":{{"rev":{rev},"deleted":true}}}}"#)),
        "\\PC{0,12}",
    ]
}

fn any_texts() -> impl Strategy<Value = Texts> {
    prop::collection::vec(any_text(), 0..12).prop_map(|texts| {
        let keys = (0..).map(|n| format!("alongside:{}:a{n}", if n % 3 == 0 { "event" } else { "goal" }));
        keys.zip(texts).collect()
    })
}

fn write(disk: &mut Texts, steps: &[(String, String, String)]) {
    for (key, from, to) in steps {
        assert_eq!(disk.get(key), Some(from));
        disk.insert(key.clone(), to.clone());
    }
}

proptest! {
    #[test]
    fn row_15_raising_interrupted_anywhere_and_taken_up_again_ends_the_same(texts in any_texts(), cut in 0usize..12) {
        let (mut whole, mut cut_off) = (texts.clone(), texts.clone());
        let steps = rest_with(TRIAL, 3, &texts);
        write(&mut whole, &steps);
        write(&mut cut_off, &steps[..cut.min(steps.len())]);
        let after = rest_with(TRIAL, 3, &cut_off);
        write(&mut cut_off, &after);
        prop_assert_eq!(&whole, &cut_off);
        prop_assert!(rest_with(TRIAL, 3, &whole).is_empty());
    }

    #[test]
    fn row_14_a_second_run_of_all_migrations_changes_nothing(texts in any_texts()) {
        let mut copies = Copies { first: texts.clone(), second: texts };
        copies.raise(usize::MAX);
        let once = copies.clone();
        copies.raise(usize::MAX);
        prop_assert_eq!(copies, once);
    }

    #[test]
    fn row_15_killed_at_any_write_of_a_migration_it_is_complete_or_as_before(
        texts in any_texts(), writes in 0usize..30, lost in prop::collection::vec(any::<bool>(), 12)
    ) {
        let before = Copies { first: texts.clone(), second: texts };
        let mut whole = before.clone();
        whole.raise(usize::MAX);
        let mut killed = before.clone();
        killed.raise(writes);
        // The first copy forgets some of what was written last.
        for ((key, old), is_lost) in before.first.iter().zip(lost) {
            if is_lost {
                killed.first.insert(key.clone(), old.clone());
            }
        }
        for (key, text) in killed.first.iter().chain(&killed.second) {
            prop_assert!(before.first.get(key) == Some(text) || whole.first.get(key) == Some(text), "{}", text);
        }
        prop_assert_eq!(killed.read(), before.read());
        killed.join();
        prop_assert_eq!(killed.read(), before.read());
        killed.raise(usize::MAX);
        prop_assert_eq!(killed, whole);
    }

    #[test]
    fn what_is_raised_in_memory_is_the_same_before_and_after_it_was_written(texts in any_texts()) {
        let mut disk = texts.clone();
        write(&mut disk, &rest_with(TRIAL, 3, &texts));
        for (key, text) in &texts {
            let key_of = Key::parse(key).unwrap();
            let (before, after) = (open_with(TRIAL, 3, &key_of, text), open_with(TRIAL, 3, &key_of, &disk[key]));
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn a_raised_text_holds_against_the_one_it_was_made_from(text in any_text()) {
        if let Opened::Text(Cow::Owned(raised)) = open(&text) {
            let raised_holds = Choice::Holds { side: Side::Second, set_aside: false };
            prop_assert_eq!(choose_as(3, &text, &raised), raised_holds);
        }
    }

    #[test]
    fn no_text_makes_raising_panic(text in "\\PC{0,60}", rev in any::<u64>(), body in "[\\[\\]{}:,\"a1]{0,30}") {
        let _ = open(&text);
        let _ = open(&format!(r#"{{"v":1,"d":{{"rev":{rev},"name":{body}}}}}"#));
    }
}
