//! Ten years of twenty daily goals: 73,000 events, read, joined and put in order; folded; put into a file and read.
//!
//! `cargo bench -p alongside-core --bench records`

use std::hint::black_box;

use alongside_core::records::archive::{Archived, Folded, Part, fold, join_parts, read_part};
use alongside_core::records::backup;
use alongside_core::records::copy::{Texts, join};
use alongside_core::records::{EventId, GoalId, ID_BYTES, Key, Reading, Record};
use alongside_core::time::Date;
use alongside_core::tracker::{Event, Logs, What};
use criterion::{Criterion, criterion_group, criterion_main};

const DAYS: i32 = 3_650;
const GOALS: usize = 20;

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

/// What is on the device after ten years of folding each night.
fn ten_years() -> Texts {
    let mut dice = Dice(1);
    let goals: Vec<GoalId> = (0..GOALS).map(|_| GoalId::from_random(dice.bytes())).collect();
    let (mut single, mut texts) = (Archived::new(), Texts::new());
    let last = Date::parse("2026-11-22").unwrap_or(Date::from_days(0));
    for day in (0..DAYS).map(|back| last.plus_days(back - DAYS + 1)) {
        for goal in &goals {
            let at = i64::from(day.days()) * 86_400_000 + 60_000_000 + (dice.next() % 40_000_000) as i64;
            let event = Event { offset: Some(-300), ..Event::new(Some(goal.clone()), day, at, What::Done) };
            single.insert(EventId::from_random(dice.bytes()), Record::new(event));
        }
        while let Some(Folded { key, text, keys }) = fold(&single, day) {
            single.retain(|id, _| !keys.contains(&Key::Event(id.clone())));
            texts.insert(key.to_string(), text);
        }
    }
    let single =
        single.iter().filter_map(|(id, record)| Some((Key::Event(id.clone()), record.write().ok()?)));
    texts.extend(single.map(|(key, text)| (key.to_string(), text)));
    texts
}

/// Reads everything, as the app does at its start.
fn read(texts: &Texts) -> Archived {
    let (mut parts, mut single) = (Vec::new(), Part::default());
    for (key, text) in texts {
        match Key::parse(key) {
            Some(Key::Archive(_)) => parts.extend(read_part(text)),
            Some(Key::Event(id)) => {
                if let Reading::Record(record) = Record::read(text) {
                    single.events.push((id, record));
                }
            }
            _ => {}
        }
    }
    parts.push(single);
    join_parts(parts)
}

fn derive(events: &Archived) -> usize {
    Logs::of(events.iter().filter_map(|(id, record)| Some((id, record.content()?)))).all().count()
}

fn records(criterion: &mut Criterion) {
    let texts = ten_years();
    let events = read(&texts);
    assert_eq!(events.len(), DAYS as usize * GOALS);
    let last = Date::parse("2027-11-22").unwrap_or(Date::from_days(0));
    let day = Date::from_days(20_000);
    let made = backup::write(&texts, day, "0.1.0").text;

    let mut group = criterion.benchmark_group("73,000 events");
    group.sample_size(20);
    group.bench_function("read and joined", |b| b.iter(|| read(black_box(&texts))));
    group.bench_function("put in order by goal", |b| b.iter(|| derive(black_box(&events))));
    group.bench_function("two equal copies joined", |b| b.iter(|| join(&texts, &texts, black_box(&events))));
    group.bench_function("one part folded", |b| b.iter(|| fold(black_box(&events), last)));
    group.bench_function("backup written", |b| b.iter(|| backup::write(black_box(&texts), day, "0.1.0")));
    group.bench_function("backup read", |b| b.iter(|| backup::read(black_box(made.as_bytes()))));
    if let Ok(backup::File::Backup(file)) = backup::read(made.as_bytes()) {
        group.bench_function("backup compared with what is here", |b| {
            b.iter(|| backup::preview(black_box(&file), &texts));
        });
    }
    group.finish();
}

criterion_group!(benches, records);
criterion_main!(benches);
