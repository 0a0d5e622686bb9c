//! Writes calendars for `tools/check-calendar.mjs`, and beside each what it must mean.
//!
//! Takes JSON on standard input: an array of cases, each with a `row` in Meeting Guide JSON, `now` in minutes, the zone's
//! name and `table`, and a neutral `title` or none. Gives an array with the file and the next starts of each event.

use alongside_core::directory::write::{Calendar, Clocks, Title};
use alongside_core::directory::{FeedReader, Listing, Programs, Slot};
use alongside_core::site::Feed;
use alongside_core::time::{UtcMinute, ZoneTable};
use serde::{Deserialize, Serialize};
use std::error::Error;

/// How many starts are compared.
const STARTS: usize = 10;

#[derive(Deserialize)]
struct Case {
    row: serde_json::Value,
    now: UtcMinute,
    zone: String,
    table: ZoneTable,
    title: Option<String>,
}

#[derive(Serialize)]
struct Written {
    file: String,
    summary: String,
    events: Vec<Vec<[UtcMinute; 2]>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let cases: Vec<Case> = serde_json::from_reader(std::io::stdin())?;
    let programs = Programs::read("{}").unwrap_or_default();
    let written = cases.iter().map(|case| written(case, &programs)).collect::<Result<Vec<_>, _>>()?;
    println!("{}", serde_json::to_string(&written)?);
    Ok(())
}

fn written(case: &Case, programs: &Programs) -> Result<Written, Box<dyn Error>> {
    let listing = listing(&serde_json::to_string(&[&case.row])?, programs).ok_or("a row was not read")?;
    let mut calendar = Calendar::start(case.now);
    let title = case.title.as_deref().map_or(Title::Name, Title::Neutral);
    calendar.add(&listing, Clocks { name: Some(&case.zone), table: &case.table }, title);
    let file = calendar.finish().ok_or("a calendar has no event")?;
    let summary = case.title.clone().unwrap_or_else(|| listing.name().to_owned());
    let events = listing.slots.iter().map(|slot| next(slot, case)).collect();
    Ok(Written { file, summary, events })
}

fn listing(feed: &str, programs: &Programs) -> Option<Listing> {
    let mut listing = None;
    let mut reader = FeedReader::new(programs, &Feed::default(), "list", None);
    reader.push(feed.as_bytes(), &mut |one| listing = Some(one)).ok()?;
    reader.finish(&mut |one| listing = Some(one)).ok()?;
    listing
}

/// Gives the next starts and ends of a slot, each found from the end of the one before.
fn next(slot: &Slot, case: &Case) -> Vec<[UtcMinute; 2]> {
    let after = |now| slot.occurrence(&case.table, now).map(|next| [next.start, next.end]);
    std::iter::successors(after(case.now), |[_, end]| after(*end)).take(STARTS).collect()
}
