//! The backup file: whole or refused, and a restore that loses nothing and brings nothing back unasked.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test builds is known to be right; if not, it should panic"
)]

use alongside_core::records::archive::{Archived, add, pack, read_part};
use alongside_core::records::backup::{
    Backup, Encrypted, File, LeftOut, MAX_BYTES, Preview, Refusal, Restore, State, Ticked, changes, preview,
    read, restore, write, write_encrypted,
};
use alongside_core::records::copy::{Choice, Side, Texts, choose};
use alongside_core::records::lock::{CIPHER, KDF, Kdf, ROUNDS, Wrapped};
use alongside_core::records::{EventId, GoalId, ID_BYTES, Key, Reading, Record};
use alongside_core::time::Date;
use alongside_core::tracker::{Event, What};
use proptest::prelude::*;

fn day() -> Date {
    Date::parse("2026-11-22").unwrap()
}

fn texts(pairs: &[(&str, &str)]) -> Texts {
    pairs.iter().map(|(key, text)| (format!("alongside:{key}"), (*text).to_owned())).collect()
}

fn file(texts: &Texts) -> String {
    write(texts, day(), "0.1.0").text
}

fn backup(text: &str) -> Backup {
    match read(text.as_bytes()) {
        Ok(File::Backup(backup)) => backup,
        other => panic!("{other:?}"),
    }
}

fn refusal(text: &str) -> Option<Refusal> {
    read(text.as_bytes()).err()
}

const WALK: &str = r#"{"v":1,"d":{"rev":2,"kind":"do","name":"Walk","first_day":"2026-01-01"}}"#;
const WALK_DELETED: &str = r#"{"v":1,"d":{"rev":3,"deleted":true}}"#;

#[test]
fn the_file_is_as_documented() {
    let records = texts(&[("goal:a", WALK), ("meta", r#"{"v":1,"d":{"rev":1}}"#), ("settings", "torn")]);
    let written = write(&records, day(), "0.1.0");
    assert_eq!(
        written.text,
        r#"{
  "format": "alongside-backup",
  "version": 1,
  "made": "2026-11-22",
  "app": "0.1.0",
  "records": {
    "alongside:goal:a": {"v":1,"d":{"rev":2,"kind":"do","name":"Walk","first_day":"2026-01-01"}}
  },
  "sha256": "SUM"
}
"#
        .replace("SUM", "663151332c576280d37f515b48d818640e02e733c47b682c0b5296a792f43872")
    );
    assert_eq!(written.left_out, ["alongside:settings"]);
}

#[test]
fn a_file_is_read_back_however_an_editor_saved_it() {
    let records = texts(&[("goal:a", WALK), ("event:b", WALK_DELETED)]);
    let text = file(&records);
    let expected = Backup { made: Some(day()), app: "0.1.0".to_owned(), records, unknown: 0 };
    assert_eq!(backup(&text), expected);
    assert_eq!(
        backup(&text.replace('\n', "\r\n").replace("{\"", "{ \"").replace(",\"", " ,\n\t\"")),
        expected
    );
    assert_eq!(backup(&format!("\u{feff}{text}\n")), expected);
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf16), Ok(File::Backup(expected)));
    assert_eq!(backup(&file(&Texts::new())).records, Texts::new());
}

#[test]
fn each_refusal_has_its_reason() {
    let text = file(&texts(&[("goal:a", WALK)]));
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    for (text, reason) in [
        (String::new(), Refusal::Empty),
        ("\u{feff} \n".to_owned(), Refusal::Empty),
        ("PK\u{3}\u{4}".to_owned(), Refusal::NotABackup),
        ("hello".to_owned(), Refusal::NotABackup),
        ("[]".to_owned(), Refusal::NotABackup),
        ("{}".to_owned(), Refusal::NotABackup),
        (r#"{"format":7}"#.to_owned(), Refusal::OtherApp),
        (r#"{"format":"journal","version":1}"#.to_owned(), Refusal::OtherApp),
        (text.replace("\"version\": 1", "\"version\": 2"), Refusal::Newer),
        (text.replace("\"version\": 1", "\"version\": \"1\""), Refusal::Damaged),
        (text.replace("Walk", "Talk"), Refusal::Damaged),
        (text.replace("\"sha256\"", "\"sha\""), Refusal::Damaged),
        (text.replace("\"made\"", "\"records\": {}, \"made\""), Refusal::Damaged),
        (text.replace("\"made\"", "made"), Refusal::Damaged),
        (deep.clone(), Refusal::TooDeep),
        (text.replace("\"Walk\"", &deep), Refusal::TooDeep),
        ("{\"a\":".repeat(100_000), Refusal::TooDeep),
    ] {
        assert_eq!(refusal(&text), Some(reason), "{}", &text[..text.len().min(200)]);
    }
    assert_eq!(read(&vec![b'x'; MAX_BYTES + 1]), Err(Refusal::TooLarge));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\xff"), Err(Refusal::NotABackup));
    for cut in 1..text.trim_end().len() {
        let refused = refusal(&text[..cut]).unwrap();
        assert!(matches!(refused, Refusal::Cut | Refusal::NotABackup), "{cut}: {refused:?}");
        assert_eq!(refused == Refusal::Cut, cut >= "{\n  \"format\": \"alongside-backup".len(), "{cut}");
    }
}

#[test]
fn an_encrypted_file_says_what_opens_it() {
    let encrypted = Encrypted {
        made: Some(day()),
        key: Wrapped {
            id: "ifwg63thonuwizjb".to_owned(),
            kdf: Kdf { name: KDF.to_owned(), rounds: ROUNDS, salt: "c2FsdHNhbHQ=".to_owned() },
            cipher: CIPHER.to_owned(),
            iv: "AAAAAAAAAAAAAAAA".to_owned(),
            key: "AAECAwQFBgcICQoL".to_owned(),
        },
        iv: "BBBBBBBBBBBBBBBB".to_owned(),
        body: "AAECAwQF+/8=".to_owned(),
    };
    let text = write_encrypted(&encrypted).unwrap();
    assert_eq!(read(text.as_bytes()), Ok(File::Encrypted(encrypted)));
    for (from, to, reason) in [
        ("A256GCM", "A512GCM", Refusal::Newer),
        ("PBKDF2-SHA256", "Argon2id", Refusal::Newer),
        ("600000", "4000000000", Refusal::Damaged),
        ("600000", "0", Refusal::Damaged),
        ("600000", "6e5", Refusal::Damaged),
        ("AAECAwQF+/8=", "AAECAwQF+/8", Refusal::Damaged),
        ("AAECAwQF+/8=", "", Refusal::Damaged),
        ("\"salt\"", "\"pepper\"", Refusal::Damaged),
    ] {
        assert_eq!(refusal(&text.replace(from, to)), Some(reason), "{from} {to}");
    }
}

#[test]
fn keys_that_are_not_ours_are_counted_and_left_alone() {
    let records =
        format!(r#"{{"theme":"dark","__proto__":{{"x":1}},"alongside:goal:a":{WALK},"constructor":null}}"#);
    let sum = "a1b054c611819525888ae208f594cce67dbe6a4efb8b071bcf71f4f1b7a39c0a";
    let forged =
        format!(r#"{{"format":"alongside-backup","version":1,"records":{records},"sha256":"{sum}"}}"#);
    let read = backup(&forged);
    assert_eq!((read.records, read.unknown), (texts(&[("goal:a", WALK)]), 3));
    let twice = forged.replace("\"constructor\"", "\"__proto__\"");
    assert_eq!(refusal(&twice), Some(Refusal::Damaged));
}

#[test]
fn naughty_strings_come_back_byte_for_byte() {
    let naughty = [
        "",
        "undefined",
        "__proto__",
        "constructor",
        "\u{0}\u{1}\u{1f}\u{7f}\u{85}",
        "\u{feff}\u{fffe}\u{fffd}",
        "\u{202e}abc\u{2066}",
        "Z\u{351}\u{32b}a\u{343}",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "\u{2028}\u{2029}",
        "<script>alert(1)</script>",
        "'\"><img src=x onerror=alert(1)>",
        "\\u0000\\\"",
        "${7*7}{{7*7}}",
        "NaN",
        "1e999",
        "-0",
        "0x10",
        "田中さん",
        "ﷺ",
        "\t\n\r\u{b}\u{c}",
        "%00%E0%A4%A",
        "../../etc/passwd",
        "=1+1",
        "Scunthorpe",
        "/* */ ]]> </",
    ];
    for (at, text) in naughty.iter().enumerate() {
        let name = serde_json::to_string(text).unwrap();
        let record = format!(
            r#"{{"v":1,"d":{{"rev":1,"name":{name},{}:1}}}}"#,
            serde_json::to_string(&format!("x{text}")).unwrap()
        );
        let records = texts(&[(&format!("goal:a{at}"), &record)]);
        assert_eq!(backup(&file(&records)).records, records, "{text:?}");
    }
}

fn state_of(file_text: &str, here: Option<&str>) -> State {
    let here = here.map(|here| texts(&[("goal:a", here)])).unwrap_or_default();
    let preview = preview(&backup(&file(&texts(&[("goal:a", file_text)]))), &here);
    assert_eq!(preview.records.len(), 1);
    assert_eq!(preview.counts().of(preview.records[0].state), 1);
    preview.records[0].state
}

#[test]
fn each_record_of_the_file_is_in_one_of_seven_states() {
    let later = WALK.replace("\"rev\":2", "\"rev\":4").replace("Walk", "Run");
    let same = WALK.replace("\"rev\":2", "\"rev\":4");
    assert_eq!(state_of(WALK, None), State::New);
    assert_eq!(state_of(WALK, Some("torn")), State::New);
    assert_eq!(state_of(WALK, Some(WALK)), State::Same);
    assert_eq!(state_of(WALK, Some(&same)), State::Same);
    assert_eq!(state_of(&later, Some(WALK)), State::NewerInFile);
    assert_eq!(state_of(WALK, Some(&later)), State::OlderInFile);
    assert_eq!(state_of(WALK, Some(r#"{"v":9}"#)), State::OlderInFile);
    assert_eq!(state_of(WALK, Some(WALK_DELETED)), State::DeletedHere);
    assert_eq!(state_of(&later, Some(WALK_DELETED)), State::DeletedHere);
    assert_eq!(state_of(WALK_DELETED, Some(WALK)), State::DeletedInFile);
    assert_eq!(state_of(WALK_DELETED, Some(&later)), State::OlderInFile);
    assert_eq!(state_of(WALK_DELETED, Some(WALK_DELETED)), State::Same);
    assert_eq!(state_of(WALK_DELETED, None), State::Gone);
}

#[test]
fn the_goals_of_a_file_are_listed_with_their_names_and_events() {
    let event = |rev: u32| {
        format!(r#"{{"v":1,"d":{{"rev":{rev},"goal":"a","day":"2026-01-01","at":1,"what":"done"}}}}"#)
    };
    let folded: Archived = [(EventId::parse("e3").unwrap(), Record::new(any_day_event(3)))].into();
    let part = pack(&folded).unwrap();
    let mut records =
        texts(&[("goal:a", WALK), ("event:e1", &event(1)), ("event:e2", &event(2)), ("settings", WALK)]);
    records.insert(part.key.to_string(), part.text);
    records.insert("alongside:goal:n".to_owned(), r#"{"v":2,"d":{}}"#.to_owned());
    let here = texts(&[("event:e2", &event(1))]);
    let preview = preview(&backup(&file(&records)), &here);
    let goals = preview.goals();
    assert_eq!(goals.len(), 1);
    assert_eq!((goals[0].name.as_deref(), goals[0].state), (Some("Walk"), Some(State::New)));
    assert_eq!((goals[0].events.of(State::New), goals[0].events.of(State::NewerInFile)), (2, 1));
    assert_eq!(preview.settings(), Some(State::New));
    assert_eq!(preview.left_out, LeftOut { newer: 1, ..LeftOut::default() });
}

#[test]
fn what_a_restore_would_change_is_counted_as_it_is_shown() {
    let records = texts(&[
        ("goal:new", WALK),
        ("goal:same", WALK),
        ("goal:deleted", WALK),
        ("goal:gone", WALK_DELETED),
        ("plan:p", WALK),
        ("settings", WALK),
    ]);
    let here = texts(&[("goal:same", WALK), ("goal:deleted", WALK_DELETED)]);
    let preview = preview(&backup(&file(&records)), &here);
    assert_eq!(preview.others().of(State::New), 1);
    for (deleted, settings, expected) in [(false, false, 2), (true, false, 3), (true, true, 4)] {
        assert_eq!(changes(&preview, Ticked { deleted, settings }), expected);
    }
}

fn any_day_event(number: i32) -> Event {
    let day = Date::parse("2026-01-01").unwrap().plus_days(number);
    Event::new(GoalId::parse("a"), day, i64::from(number), What::Done)
}

#[test]
fn settings_are_taken_over_only_if_ticked_and_then_hold() {
    let old = r#"{"v":1,"d":{"rev":1,"theme":"dark"}}"#;
    let new = r#"{"v":1,"d":{"rev":5,"theme":"light"}}"#;
    let mut here = texts(&[("settings", new)]);
    let from = backup(&file(&texts(&[("settings", old)])));
    assert_eq!(restore(&preview(&from, &here), Ticked::default()), Restore::default());
    let ticked = Ticked { settings: true, ..Ticked::default() };
    let done = restore(&preview(&from, &here), ticked);
    apply(&mut here, &done.writes);
    assert_eq!(here["alongside:settings"], old.replace("\"rev\":1", "\"rev\":6"));
    assert_eq!(restore(&preview(&from, &here), ticked), Restore::default());
    apply(&mut here, &done.undo);
    assert_eq!(here["alongside:settings"], new.replace("\"rev\":5", "\"rev\":7"));
}

#[test]
fn what_cannot_be_read_here_is_set_aside_before_it_is_replaced() {
    let from = backup(&file(&texts(&[("goal:a", WALK)])));
    let done = restore(&preview(&from, &texts(&[("goal:a", "torn")])), Ticked::default());
    assert_eq!(done.set_aside, [(Key::parse("alongside:goal:a").unwrap(), "torn".to_owned())]);
    assert_eq!(done.writes, [(Key::parse("alongside:goal:a").unwrap(), WALK.to_owned())]);
}

/// Writes as a store does: of two texts of one key the one that holds stays.
fn apply(here: &mut Texts, writes: &[(Key, String)]) {
    for (key, text) in writes {
        let key = key.to_string();
        let stays = here
            .get(&key)
            .is_some_and(|before| !matches!(choose(before, text), Choice::Holds { side: Side::Second, .. }));
        if !stays {
            here.insert(key, text.clone());
        }
    }
}

/// Every record by its key, events of parts one by one; `None` for tombstones.
fn contents(texts: &Texts) -> Vec<(String, Option<serde_json::Value>)> {
    let mut events = Archived::new();
    let mut rest = Texts::new();
    for (key, text) in texts {
        match (Key::parse(key).unwrap(), Record::<Event>::read(text)) {
            (Key::Archive(_), _) => add(&mut events, read_part(text).unwrap().events),
            (Key::Event(id), Reading::Record(record)) => add(&mut events, [(id, record)]),
            _ => drop(rest.insert(key.clone(), text.clone())),
        }
    }
    rest.extend(
        events.iter().map(|(id, record)| (Key::Event(id.clone()).to_string(), record.write().unwrap())),
    );
    let content = |text: &String| {
        let mut record: serde_json::Value = serde_json::from_str(text).unwrap();
        let body = record["d"].as_object_mut().unwrap();
        body.remove("rev");
        (!body.contains_key("deleted")).then(|| record["d"].clone())
    };
    rest.iter().map(|(key, text)| (key.clone(), content(text))).collect()
}

fn any_event_text() -> impl Strategy<Value = Record<Event>> {
    (0i32..3, 0u8..4, any::<bool>()).prop_map(|(number, edits, is_deleted)| {
        let record = (0..edits)
            .fold(Record::new(any_day_event(number)), |record, _| record.edited(any_day_event(number)));
        if is_deleted { record.deleted() } else { record }
    })
}

/// What one device holds: goals, settings, events with keys of their own and events in parts.
fn any_device() -> impl Strategy<Value = Texts> {
    let goal = (0u8..3, 1u64..5, prop::option::of("[ab]"));
    let goals = prop::collection::vec(goal, 0..4).prop_map(|goals| {
        goals
            .into_iter()
            .map(|(n, rev, name)| {
                let rest = name.map_or("\"deleted\":true".to_owned(), |name| format!("\"name\":\"{name}\""));
                let key = if n == 2 { "settings".to_owned() } else { format!("goal:g{n}") };
                (format!("alongside:{key}"), format!(r#"{{"v":1,"d":{{"rev":{rev},{rest}}}}}"#))
            })
            .collect::<Texts>()
    });
    let id = (0u8..6).prop_map(|n| EventId::from_random([n; ID_BYTES]));
    let events = || prop::collection::vec((id.clone(), any_event_text()), 0..5);
    (goals, events(), events(), events()).prop_map(|(mut texts, single, one, other)| {
        texts.extend(
            single.into_iter().map(|(id, record)| (Key::Event(id).to_string(), record.write().unwrap())),
        );
        for part in [one, other] {
            let part: Archived = part.into_iter().collect();
            texts.extend(pack(&part).map(|part| (part.key.to_string(), part.text)));
        }
        texts
    })
}

fn any_ticked() -> impl Strategy<Value = Ticked> {
    (any::<bool>(), any::<bool>()).prop_map(|(deleted, settings)| Ticked { deleted, settings })
}

fn look_at(from: &Texts, here: &Texts) -> Preview {
    preview(&backup(&file(from)), here)
}

proptest! {
    #[test]
    fn a_file_gives_back_every_record_as_it_was(device in any_device()) {
        prop_assert_eq!(backup(&file(&device)).records, device);
    }

    #[test]
    fn onto_an_empty_device_everything_comes_back(device in any_device()) {
        let mut here = Texts::new();
        let plan = restore(&look_at(&device, &here), Ticked { deleted: false, settings: true });
        apply(&mut here, &plan.writes);
        prop_assert_eq!(contents(&here), contents(&device));
    }

    #[test]
    fn the_same_file_twice_changes_nothing(from in any_device(), here in any_device(), ticked in any_ticked()) {
        let mut here = here;
        let plan = restore(&look_at(&from, &here), ticked);
        apply(&mut here, &plan.writes);
        let again = look_at(&from, &here);
        prop_assert_eq!(restore(&again, ticked), Restore::default());
        prop_assert_eq!(changes(&again, ticked), 0);
    }

    #[test]
    fn a_restore_interrupted_and_done_again_ends_the_same(
        from in any_device(), here in any_device(), ticked in any_ticked(), cut in 0usize..9
    ) {
        let (mut whole, mut cut_off) = (here.clone(), here);
        let plan = restore(&look_at(&from, &whole), ticked);
        apply(&mut whole, &plan.writes);
        apply(&mut cut_off, &plan.writes[..cut.min(plan.writes.len())]);
        let rest = restore(&look_at(&from, &cut_off), ticked);
        apply(&mut cut_off, &rest.writes);
        prop_assert_eq!(contents(&cut_off), contents(&whole));
    }

    #[test]
    fn each_record_is_the_one_that_holds_and_what_was_deleted_here_only_comes_back_if_ticked(
        from in any_device(), here in any_device(), ticked in any_ticked()
    ) {
        let mut after = here.clone();
        let seen = look_at(&from, &here);
        apply(&mut after, &restore(&seen, ticked).writes);
        let (from, here, after) = (contents(&from), contents(&here), contents(&after));
        let find = |list: &[(String, Option<serde_json::Value>)], key: &str| {
            list.iter().find(|(other, _)| other == key).map(|(_, content)| content.clone())
        };
        for one in &seen.records {
            let key = one.key.to_string();
            let is_settings = one.key == Key::Settings;
            let from_file = match one.state {
                _ if is_settings => ticked.settings,
                State::New | State::NewerInFile | State::DeletedInFile | State::Gone => true,
                State::DeletedHere => ticked.deleted,
                State::Same | State::OlderInFile => false,
            };
            let expected = if from_file { find(&from, &key) } else { find(&here, &key) };
            prop_assert_eq!(find(&after, &key), expected, "{} {:?}", key, one.state);
        }
        for (key, content) in &here {
            let is_in_file = seen.records.iter().any(|one| one.key.to_string() == *key);
            prop_assert!(is_in_file || find(&after, key).as_ref() == Some(content));
        }
    }

    #[test]
    fn an_undo_gives_back_what_was_here(from in any_device(), here in any_device(), ticked in any_ticked()) {
        let mut after = here.clone();
        let plan = restore(&look_at(&from, &here), ticked);
        apply(&mut after, &plan.writes);
        apply(&mut after, &plan.undo);
        let living = |texts: &Texts| contents(texts).into_iter().filter(|(_, content)| content.is_some()).collect::<Vec<_>>();
        prop_assert_eq!(living(&after), living(&here));
    }

    #[test]
    fn no_bytes_and_no_json_make_reading_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..60), json in "[\\[\\]{}:,\"a1]{0,40}", records in "\\PC{0,40}"
    ) {
        let _ = read(&bytes);
        let _ = read(json.as_bytes());
        let _ = read(format!(r#"{{"format":"alongside-backup","version":1,"records":{json},"encrypted":{json}}}"#).as_bytes());
        let _ = read(format!(r#"{{"format":"alongside-backup","version":1,"encrypted":{{"kdf":{json},"cipher":"A256GCM"}}}}"#).as_bytes());
        let here = texts(&[("goal:g0", &records), ("settings", &json), ("archive:a", &json), ("event:e", &records)]);
        let device = texts(&[("goal:g0", WALK), ("settings", WALK), ("event:e", WALK)]);
        let _ = restore(&look_at(&device, &here), Ticked { deleted: true, settings: true });
        let made = Backup { records: here, ..Backup::default() };
        let _ = restore(&preview(&made, &device), Ticked { deleted: true, settings: true });
    }

    #[test]
    fn a_changed_byte_is_noticed(device in any_device(), at: prop::sample::Index, to in 33u8..127) {
        let text = file(&device);
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        let is_inside = at > text.find("\"records\"").unwrap() + 10 && at < text.find("\"sha256\"").unwrap();
        if is_inside && bytes[at].is_ascii_graphic() && bytes[at] != to {
            bytes[at] = to;
            prop_assert!(read(&bytes).is_err());
        }
    }
}
