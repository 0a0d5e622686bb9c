//! Reading, indexing and asking at 1,000, 20,000 and 100,000 listings.
//!
//! `cargo bench -p alongside-core`. The rows are made here, in the shape of a big real feed.

use alongside_core::directory::search::{Directory, DirectoryBuilder, Moment};
use alongside_core::directory::{FeedReader, Listing, Programs};
use alongside_core::site::{Feed, Site};
use alongside_core::time::ZoneTable;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;

const SIZES: [usize; 3] = [1_000, 20_000, 100_000];
const FIRST: [&str; 11] = [
    "Serenity",
    "Primary Purpose",
    "Early Risers",
    "Sunrise",
    "Women in Recovery",
    "Big Book",
    "Living Sober",
    "New Beginnings",
    "Keep It Simple",
    "Hope",
    "Lunch Bunch",
];
const SECOND: [&str; 8] =
    ["Group", "Meeting", "Fellowship", "Discussion", "Step Study", "Beginners", "Candlelight", "Workshop"];
const PLACES: [&str; 5] =
    ["Community Center", "Library Annex", "Unity Center", "Veterans Hall", "Alano Club"];
const STREETS: [&str; 5] = ["Main St", "Oak Ave", "Elm St", "Park Blvd", "Cedar Rd"];
const CITIES: [(&str, &str, &str, i32); 4] = [
    ("Northfield", "NY", "America/New_York", -300),
    ("Lakeside", "IL", "America/Chicago", -360),
    ("Ridgeview", "CO", "America/Denver", -420),
    ("Harbor", "CA", "America/Los_Angeles", -480),
];
const TYPES: [&str; 10] = ["O", "C", "D", "SP", "B", "BE", "ST", "W", "M", "X"];
const NOTES: [&str; 4] =
    ["", "Park in the rear lot.", "Enter through the side door and ring the bell.", "Coffee served."];

fn programs() -> Programs {
    Programs::read(include_str!("../../public/content/types.json")).unwrap_or_default()
}

/// A small generator of pseudo-random numbers, so that every run has the same rows.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.roll(from.len())).copied().unwrap_or_default()
    }
}

fn row(n: usize, dice: &mut Dice) -> String {
    let (city, state, zone, _) = CITIES[dice.roll(CITIES.len())];
    let hour = 6 + dice.roll(17);
    let name = format!("{} {}", dice.pick(&FIRST), dice.pick(&SECOND));
    let address = format!(
        "{} {}, {city}, {state} {}, USA",
        1 + dice.roll(9999),
        dice.pick(&STREETS),
        10_000 + dice.roll(89_999)
    );
    let join = if dice.roll(4) == 0 {
        format!(r#","conference_url":"https://zoom.us/j/{n}""#)
    } else {
        String::new()
    };
    format!(
        r#"{{"slug":"row-{n}","name":"{name}","day":{},"time":"{hour:02}:{:02}","end_time":"{:02}:50","location":"{}",
        "formatted_address":"{address}","latitude":{}.{:05},"longitude":-{}.5,"timezone":"{zone}","regions":["{state}","{city}"],
        "types":["{}","{}"],"notes":"{}","updated":"2026-10-01 12:00:00","url":"https://example.org/meetings/{n}"{join}}}"#,
        dice.roll(7),
        15 * dice.roll(4),
        (hour + 1) % 24,
        dice.pick(&PLACES),
        30 + dice.roll(15),
        dice.roll(99_999),
        70 + dice.roll(50),
        dice.pick(&TYPES),
        dice.pick(&TYPES),
        dice.pick(&NOTES),
    )
}

fn feed_of(rows: usize) -> String {
    let mut dice = Dice(7);
    let rows: Vec<String> = (0..rows).map(|n| row(n, &mut dice)).collect();
    format!("[{}]", rows.join(","))
}

fn read(text: &str, programs: &Programs) -> Vec<Listing> {
    let feed = Feed { src: "feed.json".to_owned(), program: Some("aa".to_owned()), ..Feed::default() };
    let mut reader = FeedReader::new(programs, &feed, "feed", Some("US"));
    let mut listings = Vec::new();
    for part in text.as_bytes().chunks(65_536) {
        let _ = reader.push(part, &mut |listing| listings.push(listing));
    }
    let _ = reader.finish(&mut |listing| listings.push(listing));
    listings
}

fn store(listings: &[Listing]) -> DirectoryBuilder {
    let mut builder = DirectoryBuilder::default();
    for listing in listings {
        builder.push(0, listing);
    }
    builder
}

fn directory(listings: &[Listing]) -> Directory {
    store(listings).build(Arc::new(programs()), &Site::default(), "en")
}

fn moment(now: i64) -> Moment {
    let zones: HashMap<String, ZoneTable> =
        CITIES.iter().map(|(_, _, zone, offset)| ((*zone).to_owned(), ZoneTable::fixed(*offset))).collect();
    Moment { now, visitor_zone: "America/New_York".to_owned(), zones, here: None }
}

fn directory_benches(bench: &mut Criterion) {
    let programs = programs();
    let mut group = bench.benchmark_group("directory");
    group.sample_size(10);
    for size in SIZES {
        let text = feed_of(size);
        let listings = read(&text, &programs);
        group.bench_function(format!("read/{size}"), |bench| {
            bench.iter(|| black_box(read(&text, &programs)).len());
        });
        group.bench_function(format!("index/{size}"), |bench| {
            bench.iter_batched(
                || (store(&listings), Arc::new(programs.clone())),
                |(builder, programs)| builder.build(programs, &Site::default(), "en"),
                BatchSize::PerIteration,
            );
        });
        let mut ready = directory(&listings);
        for (name, fragment) in [
            ("one-word", "q=serenity"),
            ("two-words", "q=candle%20oak"),
            ("phrase", "q=%22side%20door%22"),
            ("nothing-found", "q=zzzz"),
            ("day-types-words", "day=1&type=O,D&q=hope%20elm"),
        ] {
            // Another minute each time: the order of all listings is made anew, which is the slowest case.
            let mut now = 29_920_000;
            group.bench_function(format!("question-in-a-new-minute/{name}/{size}"), |bench| {
                bench.iter(|| {
                    now += 1;
                    black_box(ready.ask(fragment, &moment(now), 50)).total
                });
            });
        }
        // The first question makes the gazetteer; then each asks for another place, or for the same in a new minute.
        group.bench_function(format!("gazetteer/{size}"), |bench| {
            bench.iter_batched_ref(
                || directory(&listings),
                |directory| directory.places("north").len(),
                BatchSize::PerIteration,
            );
        });
        let mut now = 29_920_000;
        group.bench_function(format!("near-in-a-new-minute/{size}"), |bench| {
            bench.iter(|| {
                now += 1;
                black_box(ready.ask("near=Lakeside,%20IL&within=1000&q=serenity", &moment(now), 50)).total
            });
        });
        let at = moment(29_920_000);
        let mut step = 0;
        group.bench_function(format!("near-another-place/{size}"), |bench| {
            bench.iter(|| {
                step = (step + 1) % 4_000;
                black_box(ready.ask(&format!("near=40.{step:04},-75&within=1000"), &at, 50)).total
            });
        });
        let word = ["q=s", "q=se", "q=ser", "q=sere", "q=seren", "q=sereni", "q=serenit", "q=serenity"];
        group.bench_function(format!("typing-eight-letters/{size}"), |bench| {
            bench.iter_batched_ref(
                || {
                    let mut directory = directory(&listings);
                    directory.ask("", &at, 50);
                    directory
                },
                |directory| word.iter().map(|fragment| directory.ask(fragment, &at, 50).total).sum::<usize>(),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(format!("facets/{size}"), |bench| {
            bench.iter(|| black_box(ready.facets("q=hope", &at)));
        });
    }
    group.finish();
}

criterion_group!(benches, directory_benches);
criterion_main!(benches);
