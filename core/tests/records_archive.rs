//! The archive: against a slow reference, cut anywhere, and ten years of it.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use std::collections::BTreeMap;

use alongside_core::records::archive::{Archived, Part, add, fold, join_parts, pack, purge, read_part};
use alongside_core::records::form::{Form, look};
use alongside_core::records::{EventId, GoalId, ID_BYTES, Key, Record};
use alongside_core::time::Date;
use alongside_core::tracker::{Amount, Details, Event, Logs, What};
use proptest::prelude::*;

const HALF_THE_QUOTA: usize = 2_621_440;

fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

fn any_what() -> impl Strategy<Value = What> {
    use What::{Amount, CheckIn, Cleared, Coped, Done, Lapse, NotDone, Note, RunStart, Skipped};
    prop::sample::select(vec![Done, NotDone, Skipped, Cleared, Lapse, RunStart, Note, Amount, CheckIn, Coped])
}

fn any_at(day: Date) -> impl Strategy<Value = i64> {
    let start = i64::from(day.days()) * 86_400_000;
    prop_oneof![8 => start - 90_000_000..start + 400_000_000, 1 => any::<i64>(), 1 => 0i64..1_000]
}

fn any_event() -> impl Strategy<Value = Event> {
    let day = prop_oneof![8 => 0i32..900, 1 => -800_000i32..3_000_000];
    let note = prop_oneof![3 => Just(None), 1 => ".{0,12}".prop_map(Some)];
    (day, prop::option::of("[ab]"), any_what(), note, any_measure()).prop_flat_map(
        |(back, goal, what, note, (offset, amount, corrects, details))| {
            let (day, goal) = (today().plus_days(-back), goal.and_then(|goal| GoalId::parse(&goal)));
            any_at(day).prop_map(move |at| Event {
                note: note.clone(),
                offset,
                amount,
                corrects: corrects.clone(),
                details: details.clone(),
                ..Event::new(goal.clone(), day, at, what)
            })
        },
    )
}

type Measure = (Option<i16>, Option<Amount>, Option<EventId>, Option<Box<Details>>);

fn any_measure() -> impl Strategy<Value = Measure> {
    let offset = prop_oneof![4 => prop::option::of(-840i16..=840), 1 => any::<Option<i16>>()];
    let amount = prop_oneof![1 => Just(None), 2 => (0u64..5_000_000).prop_map(Amount::from_thousandths),
        1 => (0u64..=1_000_000_000_000).prop_map(Amount::from_thousandths)];
    let details = ("[a-z]{0,3}", prop::option::of(0u8..=10))
        .prop_map(|(skill, urge)| Details { skill: Some(skill), urge, ..Details::default() }.kept());
    let details = prop_oneof![2 => Just(None), 1 => details];
    (offset, amount, prop::option::of(any_id()), details)
}

fn any_record() -> impl Strategy<Value = Record<Event>> {
    (any_event(), 0u8..5, 0u8..5).prop_map(|(event, edits, deleted)| {
        let record = (0..edits).fold(Record::new(event.clone()), |record, _| record.edited(event.clone()));
        if deleted == 0 { record.deleted() } else { record }
    })
}

/// Ids that were made from random bytes, few, so that they often meet; and some that were not.
fn any_id() -> impl Strategy<Value = EventId> {
    prop_oneof![
        6 => (0u8..40).prop_map(|number| EventId::from_random([number.wrapping_mul(97); ID_BYTES])),
        1 => "[a-z0-9]{1,20}".prop_map(|id| EventId::parse(&id).unwrap()),
    ]
}

fn any_events() -> impl Strategy<Value = Vec<(EventId, Record<Event>)>> {
    prop::collection::vec((any_id(), any_record()), 0..30)
}

/// Joins by comparing each with all others.
fn slow_join(events: &[(EventId, Record<Event>)]) -> Archived {
    let rank = |record: &Record<Event>| (record.revision(), record.write().unwrap());
    let ids = events.iter().map(|(id, _)| id.clone());
    ids.map(|id| {
        let same = events.iter().filter(|(other, _)| *other == id);
        (id.clone(), same.max_by_key(|(_, record)| rank(record)).unwrap().1.clone())
    })
    .collect()
}

fn join_of(lists: &[&[(EventId, Record<Event>)]]) -> Archived {
    let mut joined = Archived::new();
    for list in lists {
        add(&mut joined, list.iter().cloned());
    }
    joined
}

proptest! {
    #[test]
    fn a_part_gives_back_every_event_exactly(events in any_events()) {
        let events = slow_join(&events);
        match pack(&events) {
            None => prop_assert!(events.is_empty()),
            Some(folded) => {
                let part = read_part(&folded.text).unwrap();
                prop_assert_eq!(part.unreadable, 0);
                prop_assert_eq!(part.events.len(), events.len());
                prop_assert_eq!(part.events.into_iter().collect::<Archived>(), events);
            }
        }
    }

    #[test]
    fn joining_is_the_slow_join_in_any_order_and_however_often(
        events in any_events(), cut in 0usize..30, twice: bool
    ) {
        let (one, other) = events.split_at(cut.min(events.len()));
        let again = if twice { &events[..] } else { &[] };
        let expected = slow_join(&events);
        prop_assert_eq!(&join_of(&[one, other, again]), &expected);
        prop_assert_eq!(&join_of(&[again, other, one]), &expected);
        let read = |some: &[_]| {
            pack(&slow_join(some)).map(|part| read_part(&part.text).unwrap().events).unwrap_or_default()
        };
        prop_assert_eq!(&join_of(&[&read(other), &read(one), again]), &expected);
    }

    #[test]
    fn joining_all_parts_at_once_is_joining_one_by_one(lists in prop::collection::vec(any_events(), 0..4)) {
        let parts = lists.iter().map(|events| Part { events: events.clone(), unreadable: 0 });
        let lists: Vec<_> = lists.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(join_parts(parts), join_of(&lists));
    }

    #[test]
    fn a_part_cut_at_any_byte_is_set_aside(events in any_events()) {
        let events = slow_join(&events);
        if let Some(part) = pack(&events) {
            for cut in (0..part.text.len()).filter(|cut| part.text.is_char_boundary(*cut)) {
                prop_assert_eq!(read_part(&part.text[..cut]), None);
                prop_assert_eq!(look(&part.text[..cut]), Form::Unreadable);
            }
        }
    }

    #[test]
    fn one_wrong_byte_costs_few_and_never_panics(events in any_events(), at: prop::sample::Index, byte in 32u8..127) {
        if let Some(part) = pack(&slow_join(&events)) {
            let mut bytes = part.text.into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(text) = String::from_utf8(bytes) {
                let _ = read_part(&text);
            }
        }
    }

    #[test]
    fn what_was_deleted_is_taken_out_and_everything_else_stays(
        then in any_events(), later in any_events(), cut in 0usize..9
    ) {
        let (then, joined) = (slow_join(&then), slow_join(&[then.clone(), later.clone()].concat()));
        let mut disk: BTreeMap<Key, String> = BTreeMap::new();
        for some in then.iter().collect::<Vec<_>>().chunks(7) {
            disk.extend(pack(some.iter().copied()).map(|part| (part.key, part.text)));
        }
        // The later events have keys of their own.
        let state = |disk: &BTreeMap<Key, String>| {
            let parts = disk.values().flat_map(|text| read_part(text).unwrap().events);
            join_of(&[&parts.collect::<Vec<_>>(), &later])
        };
        let ask = |disk: &BTreeMap<Key, String>| purge(disk.iter().map(|(key, text)| (key, text.as_str())), &joined);
        let write = |disk: &mut BTreeMap<Key, String>, steps| {
            let purge = ask(disk);
            let parts = purge.parts.into_iter().map(|part| (part.key, part.text));
            disk.extend(parts.chain(purge.replace).take(steps));
        };
        write(&mut disk, cut);
        prop_assert_eq!(&state(&disk), &joined);
        write(&mut disk, usize::MAX);
        prop_assert_eq!(&state(&disk), &joined);
        prop_assert_eq!(ask(&disk), purge([], &joined));
        for (id, record) in disk.values().flat_map(|text| read_part(text).unwrap().events) {
            prop_assert!(record.is_deleted() || !joined[&id].is_deleted(), "{} is still there", id);
        }
    }
}

/// A small generator of pseudo-random numbers, so that every run has the same years.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 20
    }

    fn bytes(&mut self) -> [u8; ID_BYTES] {
        let mut bytes = [0; ID_BYTES];
        bytes.fill_with(|| self.next() as u8);
        bytes
    }
}

/// Ten years as a person lives them: twenty goals a day, every fourth changed once, and each day ends with a fold.
#[test]
fn ten_years_of_twenty_daily_goals_fit_in_half_the_quota() {
    let mut dice = Dice(1);
    let goals: Vec<GoalId> = (0..20).map(|_| GoalId::from_random(dice.bytes())).collect();
    let first = today().plus_days(-3_649);
    let (mut single, mut parts, mut all) = (Archived::new(), BTreeMap::new(), Archived::new());
    for day in (0..3_650).map(|day| first.plus_days(day)) {
        for goal in &goals {
            let at = i64::from(day.days()) * 86_400_000 + 60_000_000 + (dice.next() % 40_000_000) as i64;
            let event = Event { offset: Some(-300), ..Event::new(Some(goal.clone()), day, at, What::Done) };
            let record = Record::new(event.clone());
            let record = if dice.next().is_multiple_of(4) { record.edited(event) } else { record };
            single.insert(EventId::from_random(dice.bytes()), record);
        }
        while let Some(folded) = fold(&single, day) {
            for key in &folded.keys {
                let Key::Event(id) = key else { panic!("{key}") };
                all.extend(single.remove_entry(id));
            }
            parts.insert(folded.key, folded.text);
        }
    }
    let units = |key: &Key, text: &str| key.to_string().len() + text.encode_utf16().count();
    let folded: usize = parts.iter().map(|(key, text)| units(key, text)).sum();
    let unfolded: usize =
        single.iter().map(|(id, record)| units(&Key::Event(id.clone()), &record.write().unwrap())).sum();
    println!(
        "{} parts {folded} units, {} keys {unfolded} units, together {}",
        parts.len(),
        single.len(),
        folded + unfolded
    );
    assert!(folded + unfolded <= 2_200_000 && 2_200_000 < HALF_THE_QUOTA);

    let mut read = Archived::new();
    for text in parts.values() {
        let part = read_part(text).unwrap();
        assert_eq!(part.unreadable, 0);
        add(&mut read, part.events);
    }
    assert_eq!(read, all);
    assert_eq!(all.len() + single.len(), 73_000);
    // And every number is as if nothing had been folded.
    let log = |records: &Archived| {
        let events = records.iter().filter_map(|(id, record)| Some((id, record.content()?)));
        Logs::of(events)
    };
    assert_eq!(log(&read), log(&all));
}
