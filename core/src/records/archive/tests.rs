//! Archive parts as sentences.

use super::*;
use crate::records::{GoalId, MAX_REVISION};
use crate::tracker::{Amount, Details, What};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn id(number: u32) -> EventId {
    let mut bytes = [7; ID_BYTES];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    EventId::from_random(bytes)
}

fn event(day: Date) -> Event {
    let goal = GoalId::parse("g1").unwrap();
    Event::new(Some(goal), day, i64::from(day.days()) * 86_400_000 + 72_000_000, What::Done)
}

fn events(count: u32, day: Date) -> Archived {
    (0..count).map(|number| (id(number), Record::new(event(day)))).collect()
}

fn unpack(folded: &Folded) -> Archived {
    let part = read_part(&folded.text).unwrap();
    assert_eq!(part.unreadable, 0);
    part.events.into_iter().collect()
}

#[test]
fn a_part_is_short_and_in_plain_letters() {
    let mut three = events(2, date("2026-01-01"));
    three.insert(id(2), three[&id(1)].deleted());
    let part = pack(&three).unwrap();
    assert_eq!(
        part.text,
        r#"{"v":1,"d":{"rev":1,"goals":["g1"],"days":{"2026-01-01":"dAAAAAAABwcHBwcHUSqIA dAAAAAABBwcHBwcHUSqIA"},"gone":"AAAAACBwcHBwcH.C"}}"#
    );
    assert_eq!(unpack(&part), three);
}

#[test]
fn what_an_event_says_besides_takes_a_few_characters() {
    let day = date("2026-01-01");
    let here = Event { offset: Some(-300), ..event(day) };
    let pages = Event {
        what: What::Amount,
        amount: Amount::from_thousandths(2_500),
        corrects: Some(id(0)),
        ..here.clone()
    };
    let details = Details { urge: Some(7), ..Details::default() }.kept();
    let check_in = Event {
        goal: None,
        what: What::CheckIn,
        offset: Some(60),
        note: Some("So-so".to_owned()),
        details,
        ..event(day)
    };
    let all: Archived = [here, pages, check_in]
        .into_iter()
        .map(Record::new)
        .zip(0..)
        .map(|(record, number)| (id(number), record))
        .collect();
    let part = pack(&all).unwrap();
    assert_eq!(
        part.text,
        r#"{"v":1,"d":{"rev":1,"goals":["g1"],"offset":-300,"days":{"2026-01-01":"DAAAAAAABwcHBwcHUSqIA AAAAAAABBwcHBwcHUSqIA:nE~AAAAAABwcHBwcH i*AAAAACBwcHBwcHUSqIA+Q8"},"notes":{"aaaaaaqha4dqobyh":"So-so"},"details":{"aaaaaaqha4dqobyh":{"urge":7}}}}"#
    );
    assert_eq!(unpack(&part), all);
    let no_offset = read_part(&part.text.replace(r#""offset":-300,"#, "")).unwrap();
    assert_eq!((no_offset.events.len(), no_offset.unreadable), (1, 2));
}

#[test]
fn only_old_events_and_tombstones_are_folded_and_only_if_there_are_enough() {
    let today = date("2026-11-22");
    let (old, young) = (today.plus_days(-61), today.plus_days(-60));
    assert_eq!(fold(&events(199, old), today), None);
    assert_eq!(fold(&events(500, young), today), None);
    let folded = fold(&events(200, old), today).unwrap();
    assert_eq!((folded.keys.len(), unpack(&folded)), (200, events(200, old)));

    let mut mixed = events(400, young);
    for number in 0..200 {
        let gone = mixed[&id(number)].deleted();
        mixed.insert(id(number), gone);
    }
    assert!(unpack(&fold(&mixed, today).unwrap()).values().all(Record::is_deleted));
}

#[test]
fn a_part_holds_only_so_many_and_what_remains_is_folded_next() {
    let (today, mut single) = (date("2026-11-22"), events(4_500, date("2020-01-01")));
    let mut sizes = Vec::new();
    while let Some(folded) = fold(&single, today) {
        sizes.push(folded.keys.len());
        single.retain(|id, _| !folded.keys.contains(&Key::Event(id.clone())));
    }
    assert_eq!(sizes, [2_000, 2_000, 500]);
}

#[test]
fn two_tabs_that_fold_the_same_events_write_the_same_key() {
    let (one, today) = (events(300, date("2026-01-01")), date("2026-11-22"));
    let other: Vec<_> = one.iter().rev().collect();
    assert_eq!(fold(&one, today), fold(other, today));
    assert_ne!(pack(&one).unwrap().key, pack(&events(301, date("2026-01-01"))).unwrap().key);
}

#[test]
fn an_entry_that_cannot_be_read_costs_no_other() {
    let text = pack(&events(3, date("2026-01-01"))).unwrap().text;
    for (from, to) in [(" dA", " xA"), (" dA", " dB"), (" dA", " "), (" dA", " d\u{e9}A"), (" dA", " dA*")] {
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text);
        let part = read_part(&broken).unwrap();
        assert_eq!((part.events.len(), part.unreadable), (2, 1), "{broken}");
    }
    let no_day = read_part(&text.replace("2026-01-01", "2026-02-30")).unwrap();
    assert_eq!((no_day.events.len(), no_day.unreadable), (0, 3));
    let no_goal = read_part(&text.replace("\"g1\"", "\"G 1\"")).unwrap();
    assert_eq!((no_goal.events.len(), no_goal.unreadable), (0, 3));
}

#[test]
fn what_does_not_fit_the_short_form_keeps_its_own_text() {
    let day = date("2026-01-01");
    let short_id = EventId::parse("e1").unwrap();
    let odd = [
        (id(7), Record::new(Event { offset: Some(i16::MIN), ..event(day) })),
        (id(8), Record::new(Event { offset: Some(i16::MAX), ..event(day) })),
        (id(9), Record::new(Event { offset: Some(0), ..event(day) })),
        (id(10), Record::new(Event { offset: Some(0), ..event(day) })),
        (short_id.clone(), Record::new(event(day))),
        (id(1), Record::new(Event { at: i64::MIN, ..event(day) })),
        (id(2), Record::new(Event { at: i64::MAX, ..event(day) })),
        (id(3), Record::stored(MAX_REVISION, Some(event(day)))),
        (EventId::parse("e2").unwrap(), Record::new(event(day)).deleted()),
        (EventId::parse("aaaaaaaaaaaaaaa9").unwrap(), Record::new(event(day))),
    ];
    let odd: Archived = odd.into_iter().collect();
    assert_eq!(unpack(&pack(&odd).unwrap()), odd);

    let many: Archived = (0..100)
        .map(|n| (id(n), Record::new(Event { goal: GoalId::parse(&format!("g{n}")), ..event(day) })))
        .collect();
    assert_eq!(unpack(&pack(&many).unwrap()), many);
}

#[test]
fn deleted_words_leave_the_archive() {
    let day = date("2026-01-01");
    let secret = Event { note: Some("words".to_owned()), ..event(day) };
    let then: Archived = [(id(1), Record::new(event(day))), (id(2), Record::new(secret))].into();
    let part = pack(&then).unwrap();
    assert!(part.text.contains("words"));
    let mut now = then.clone();
    assert_eq!(purge([(&part.key, part.text.as_str())], &now), Purge::default());

    now.insert(id(2), then[&id(2)].deleted());
    let purged = purge([(&part.key, part.text.as_str())], &now);
    assert_eq!(purged.replace, [(part.key.clone(), r#"{"v":1,"d":{"rev":2,"deleted":true}}"#.to_owned())]);
    assert_eq!(purged.parts.len(), 1);
    assert_eq!(unpack(&purged.parts[0]), now);
    assert!(!purged.parts[0].text.contains("words"));
    let new = &purged.parts[0];
    assert_eq!(
        purge([(&new.key, new.text.as_str()), (&part.key, &purged.replace[0].1)], &now),
        Purge::default()
    );
}

proptest! {
    #[test]
    fn no_text_makes_reading_a_part_panic(text in "\\PC{0,60}", entries in "[dncA-Z0-9._ \u{e9}-]{0,60}") {
        let _ = read_part(&text);
        let text = format!(r#"{{"v":1,"d":{{"rev":1,"goals":["a"],"days":{{"2026-01-01":"{entries}"}},"gone":"{entries}"}}}}"#);
        prop_assert!(read_part(&text).is_some());
    }
}
