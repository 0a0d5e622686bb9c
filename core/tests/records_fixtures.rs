//! What each schema wrote, opened forever. A fixture is never edited; a new schema adds a folder of its own.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test builds is known to be right; if not, it should panic"
)]

use std::collections::BTreeMap;
use std::path::Path;

use alongside_core::records::archive::{Archived, read_part};
use alongside_core::records::form::{Body, Form, Head, look};
use alongside_core::records::migrate::{Opened, open};
use alongside_core::records::{EventId, GoalId, Key, MAX_REVISION, Reading, Record};
use alongside_core::time::Date;
use alongside_core::tracker::{Event, Goal, Headline, Kind, LapseMeans, What};
use serde_json::{Value, json};

/// Opens a fixture of schema 1 under a key, raised to today's schema.
fn open_as(key: &str, name: &str) -> String {
    let path = format!("{}/tests/fixtures/records/v1/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    match open(&Key::parse(key).unwrap(), text.trim_end()) {
        Opened::Text(text) => text.into_owned(),
        other => panic!("{path}: {other:?}"),
    }
}

fn record<T: serde::de::DeserializeOwned>(text: &str) -> Record<T> {
    match Record::read(text) {
        Reading::Record(record) => record,
        Reading::Newer | Reading::Unreadable => panic!("{text}"),
    }
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn goal_id(text: &str) -> GoalId {
    GoalId::parse(text).unwrap()
}

#[test]
fn every_fixture_is_opened_by_a_test_here() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records/v1");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let opened = [
        "archive",
        "archive_more",
        "encrypted",
        "event",
        "event_amount",
        "event_check_in",
        "event_noted",
        "goal",
        "goal_attend",
        "goal_least",
        "goal_one_off",
        "goal_taper",
        "settings",
        "tombstone",
    ];
    assert_eq!(names, opened);
}

#[test]
fn row_14_goals_of_schema_1() {
    let goal: Record<Goal> = record(&open_as("alongside:goal:a", "goal"));
    let expected = Goal {
        reason: Some("For my \"kids\"\nand me".to_owned()),
        lapse: LapseMeans::KeepCounting,
        headline: Headline::Run,
        order: -2,
        ..Goal::new(Kind::TimeSince, "Without a drink “Zoë” 🌱", date("2024-02-29")).unwrap()
    };
    assert_eq!((goal.revision(), goal.content()), (3, Some(&expected)));

    let least: Record<Goal> = record(&open_as("alongside:goal:a", "goal_least"));
    assert_eq!(
        (least.revision(), least.into_content()),
        (1, Goal::new(Kind::Do, "Walk", date("2026-01-01")))
    );
}

#[test]
fn row_14_events_of_schema_1() {
    let event: Record<Event> = record(&open_as("alongside:event:a", "event"));
    let goal = goal_id("ifwg63thonuwizjb");
    let expected = Event::new(Some(goal), date("2026-01-01"), 1_767_225_600_000, What::RunStart);
    assert_eq!((event.revision(), event.content()), (1, Some(&expected)));

    let event: Record<Event> = record(&open_as("alongside:event:a", "event_noted"));
    let expected = Event {
        note: Some("called \u{1} a friend".to_owned()),
        ..Event::new(Some(goal_id("g1")), date("1999-12-31"), -1, What::Lapse)
    };
    assert_eq!((event.revision(), event.content()), (MAX_REVISION, Some(&expected)));
}

/// What schema 1 came to hold later. Each is written again as it was read, to the last character.
#[test]
fn row_14_all_kinds_amounts_and_check_ins_of_schema_1() {
    for name in ["goal_attend", "goal_one_off", "goal_taper"] {
        let text = open_as("alongside:goal:a", name);
        assert_eq!(record::<Goal>(&text).write().unwrap(), text);
    }
    for name in ["event_amount", "event_check_in"] {
        let text = open_as("alongside:event:a", name);
        assert_eq!(record::<Event>(&text).write().unwrap(), text);
    }
    let part = read_part(&open_as("alongside:archive:a", "archive_more")).unwrap();
    let texts: Vec<String> = part.events.iter().map(|(_, event)| event.write().unwrap()).collect();
    let at = 1_767_225_600_000_i64 + 72_000_000;
    assert_eq!(
        texts,
        [
            format!(
                r#"{{"v":1,"d":{{"rev":1,"goal":"g1","day":"2026-01-01","at":{at},"offset":-300,"what":"done"}}}}"#
            ),
            format!(
                r#"{{"v":1,"d":{{"rev":1,"goal":"g1","day":"2026-01-01","at":{at},"offset":-300,"what":"amount","amount":2500,"corrects":"aaaaaaaha4dqobyh"}}}}"#
            ),
            format!(
                r#"{{"v":1,"d":{{"rev":1,"day":"2026-01-01","at":{at},"offset":60,"what":"check_in","note":"So-so","details":{{"urge":7}}}}}}"#
            ),
        ]
    );
}

#[test]
fn row_14_settings_of_schema_1() {
    let settings: Record<BTreeMap<String, Value>> = record(&open_as("alongside:settings", "settings"));
    let expected = json!({ "rev": 2, "theme": "dark", "language": "es", "day_start": 4 });
    assert_eq!((settings.revision(), json!(settings.content())), (2, expected));
}

#[test]
fn row_14_tombstones_of_schema_1() {
    for key in ["alongside:goal:a", "alongside:event:a", "alongside:settings", "alongside:archive:a"] {
        let tombstone: Record<Event> = record(&open_as(key, "tombstone"));
        assert_eq!((tombstone.revision(), tombstone.is_deleted()), (4, true));
    }
}

#[test]
fn row_14_encrypted_records_of_schema_1() {
    let body = Body::Encrypted("ifwg63thonuwizjb".to_owned());
    let text = open_as("alongside:goal:a", "encrypted");
    assert_eq!(look(&text), Form::Record(Head { schema: 1, revision: 5, body }));
}

/// The events of the part, one of each sort; it was written from them by `pack`.
fn archived() -> Archived {
    let day = date("2026-01-01");
    let event = |what, at: i64| Event::new(Some(goal_id("ifwg63thonuwizjb")), day, at, what);
    let noted = |event: Event, note: &str| Event { note: Some(note.to_owned()), ..event };
    let id = |number: u8| EventId::from_random([number; 10]);
    let done = Record::new(event(What::Done, 1_767_290_400_123));
    let later =
        Event { goal: Some(goal_id("g2")), day: date("2026-02-28"), ..event(What::Note, 1_772_300_000_000) };
    [
        (id(1), done.clone()),
        (id(2), Record::new(event(What::NotDone, 1_767_290_400_124)).edited(event(What::NotDone, 0))),
        (id(3), Record::new(event(What::Skipped, 1_767_225_600_000))),
        (id(4), Record::new(event(What::Cleared, 1_767_225_600_000))),
        (id(5), Record::new(noted(event(What::Lapse, 1_767_225_600_000), "“words” and a \"quote\""))),
        (
            id(6),
            Record::new(event(What::RunStart, 1_767_225_600_000))
                .edited(event(What::RunStart, 1_767_225_600_001)),
        ),
        (id(7), Record::new(noted(later, "more"))),
        (id(8), done.deleted()),
        (EventId::parse("e9").unwrap(), done.clone()),
        (EventId::parse("e10").unwrap(), done.deleted()),
    ]
    .into()
}

#[test]
fn row_14_archive_parts_of_schema_1() {
    let part = read_part(&open_as("alongside:archive:a", "archive")).unwrap();
    assert_eq!(part.unreadable, 0);
    assert_eq!(part.events.into_iter().collect::<Archived>(), archived());
}
