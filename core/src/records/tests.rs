//! Records as sentences and as laws.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Words {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    more: Option<i64>,
}

fn words(text: &str) -> Words {
    Words { text: text.into(), more: None }
}

fn read(text: &str) -> Reading<Words> {
    Record::read(text)
}

#[test]
fn a_record_is_written_with_its_schema_and_revision() {
    let record = Record::new(words("hello"));
    assert_eq!(record.write().unwrap(), r#"{"v":1,"d":{"rev":1,"text":"hello"}}"#);
    assert_eq!(record.deleted().write().unwrap(), r#"{"v":1,"d":{"rev":2,"deleted":true}}"#);
}

#[test]
fn a_tombstone_holds_against_the_copy_it_deleted_and_undo_holds_against_the_tombstone() {
    let record = Record::new(words("a"));
    let tombstone = record.deleted();
    let back = tombstone.edited(words("a"));
    assert!(record.clone().merge(tombstone.clone()).is_deleted());
    assert!(tombstone.clone().merge(record).is_deleted());
    assert_eq!(tombstone.merge(back.clone()), back);
}

#[test]
fn of_two_edits_of_one_revision_the_greater_text_holds() {
    let record = Record::new(words(""));
    let (a, b) = (record.edited(words("a")), record.edited(words("b")));
    assert_eq!(a.clone().merge(b.clone()), b);
    assert_eq!(b.clone().merge(a), b);
}

#[test]
fn a_newer_schema_is_left_untouched_whatever_it_holds() {
    for text in [
        r#"{"v":2,"d":{"rev":1,"text":"a"}}"#,
        r#"{"v":2,"d":[1,2]}"#,
        r#"{"v":7}"#,
        r#"{"d":{"rev":-1},"v":2,"more":null}"#,
        r#"{"v":4294967296,"d":{}}"#,
        r#"{"v":1e300,"d":{}}"#,
    ] {
        assert_eq!(read(text), Reading::Newer, "{text}");
    }
}

#[test]
fn what_is_no_record_is_set_aside() {
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "hello",
        r#"{"v":1}"#,
        r#"{"v":0,"d":{"rev":1,"text":"a"}}"#,
        r#"{"v":-3,"d":{"rev":1,"text":"a"}}"#,
        r#"{"v":"1","d":{"rev":1,"text":"a"}}"#,
        r#"{"v":1,"d":{"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":0,"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":-1,"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":1.5,"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":9007199254740992,"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":1e400,"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":1}}"#,
        r#"{"v":1,"d":{"rev":1,"text":7}}"#,
        r#"{"v":1,"d":{"rev":1,"deleted":"yes","text":"a"}}"#,
        r#"{"v":1,"v":2,"d":{"rev":1,"text":"a"}}"#,
        r#"{"v":1,"d":{"rev":1,"text":"a"}} and more"#,
    ] {
        assert_eq!(read(text), Reading::Unreadable, "{text}");
    }
}

#[test]
fn text_nested_a_hundred_thousand_deep_is_set_aside() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(read(&deep), Reading::Unreadable);
    assert_eq!(read(&format!(r#"{{"v":1,"d":{deep}}}"#)), Reading::Unreadable);
    assert_eq!(read(&format!(r#"{{"v":1,"d":{{"rev":1,"text":{deep}}}}}"#)), Reading::Unreadable);
}

#[test]
fn the_greatest_revision_can_still_be_deleted_and_read() {
    let text = format!(r#"{{"v":1,"d":{{"rev":{MAX_REVISION},"text":"a"}}}}"#);
    let Reading::Record(record) = read(&text) else { panic!("{text}") };
    let deleted = record.deleted();
    assert_eq!(deleted.revision(), MAX_REVISION);
    assert_eq!(read(&deleted.write().unwrap()), Reading::Record(deleted));
}

fn any_words() -> impl Strategy<Value = Words> {
    (".{0,8}", any::<Option<i64>>()).prop_map(|(text, more)| Words { text, more })
}

/// A record after a few edits and deletions; small, so that revisions and contents often meet.
fn any_record() -> impl Strategy<Value = Record<Words>> {
    let step = prop_oneof![Just(None), "[ab]{0,1}".prop_map(|text| Some(words(&text)))];
    ("[ab]{0,1}", prop::collection::vec(step, 0..3)).prop_map(|(text, steps)| {
        steps.into_iter().fold(Record::new(words(&text)), |record, step| match step {
            Some(content) => record.edited(content),
            None => record.deleted(),
        })
    })
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "[a-z]{0,4}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let name = prop_oneof![Just("v"), Just("d"), Just("rev"), Just("deleted"), Just("text"), Just("x")];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec((name.prop_map(str::to_owned), inner), 0..4)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn a_written_record_is_read_back_equal(content in any_words(), edits in 0u8..4) {
        let record = (0..edits).fold(Record::new(content.clone()), |record, _| record.edited(content.clone()));
        prop_assert_eq!(read(&record.write().unwrap()), Reading::Record(record.clone()));
        prop_assert_eq!(read(&record.deleted().write().unwrap()), Reading::Record(record.deleted()));
    }

    #[test]
    fn joining_is_the_same_in_every_order_and_however_often(
        a in any_record(), b in any_record(), c in any_record()
    ) {
        prop_assert_eq!(a.clone().merge(a.clone()), a.clone());
        prop_assert_eq!(a.clone().merge(b.clone()), b.clone().merge(a.clone()));
        prop_assert_eq!(
            a.clone().merge(b.clone()).merge(c.clone()),
            a.clone().merge(b.clone().merge(c.clone()))
        );
        let joined = a.clone().merge(b.clone());
        prop_assert!(joined == a || joined == b);
        prop_assert!(joined.revision() == a.revision().max(b.revision()));
    }

    #[test]
    fn every_edit_holds_against_what_it_edited(record in any_record(), content in any_words()) {
        let edited = record.edited(content);
        prop_assert_eq!(record.clone().merge(edited.clone()), edited);
        prop_assert!(record.clone().merge(record.deleted()).is_deleted());
    }

    #[test]
    fn no_stored_text_makes_reading_panic(text in "\\PC{0,60}", json in any_json()) {
        let _ = read(&text);
        let _ = read(&json.to_string());
        let _ = read(&serde_json::json!({ "v": 1, "d": json }).to_string());
    }

    #[test]
    fn a_record_cut_anywhere_is_set_aside(content in any_words(), cut in 0usize..200) {
        let text = Record::new(content).write().unwrap();
        let cut: String = text.chars().take(cut.min(text.chars().count() - 1)).collect();
        prop_assert_eq!(read(&cut), Reading::Unreadable);
    }
}
