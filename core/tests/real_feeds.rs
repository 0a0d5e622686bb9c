//! Real feeds, read from the folder that `ALONGSIDE_FEEDS` names. They state no licence, so none is kept
//! here; without the variable these tests say that they are skipped.

#![expect(clippy::expect_used, reason = "a test stops where its feed can't be had")]

use alongside_core::directory::search::{DirectoryBuilder, Moment};
use alongside_core::directory::{FeedReader, FeedReport, Listing, Programs};
use alongside_core::json::Node;
use alongside_core::site::{Feed, Site};
use alongside_core::time::ZoneTable;
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

fn programs() -> Programs {
    Programs::read(include_str!("../../public/content/types.json")).expect("our own file")
}

fn bytes(name: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os("ALONGSIDE_FEEDS") else {
        eprintln!("skipped: {name} needs ALONGSIDE_FEEDS, a folder with real feeds");
        return None;
    };
    Some(std::fs::read(PathBuf::from(folder).join(name)).expect("the feed is in the folder"))
}

fn read(bytes: &[u8], program: &str) -> Result<(Vec<Listing>, FeedReport), String> {
    let programs = programs();
    let feed = Feed { src: "feed.json".to_owned(), program: Some(program.to_owned()), ..Feed::default() };
    let mut reader = FeedReader::new(&programs, &feed, "feed", Some("US"));
    let mut listings = Vec::new();
    // As a network would hand them over.
    for part in bytes.chunks(65_536) {
        reader.push(part, &mut |listing| listings.push(listing)).map_err(|error| error.to_string())?;
    }
    let report =
        reader.finish(&mut |listing| listings.push(listing)).map_err(|(_, error)| error.to_string())?;
    Ok((listings, report))
}

fn count(name: &str, program: &str) -> Option<usize> {
    let (listings, report) = read(&bytes(name)?, program).expect("a feed that can be read");
    assert_eq!(report.unread, 0, "{name}: {:?}", report.rows);
    Some(listings.len())
}

#[test]
fn every_row_of_the_real_feeds_is_a_listing() {
    for (name, program, rows) in [
        ("meeting-guide-philadelphia.json", "aa", 2098),
        ("meeting-guide-al-anon.json", "al-anon", 360),
        ("meeting-guide-northwest-texas.json", "aa", 613),
        ("bmlt-new-york.json", "na", 1513),
        ("edge-times.json", "aa", 9),
        ("edge-timezones.json", "aa", 2),
        ("edge-appointment.json", "aa", 2),
    ] {
        assert!(count(name, program).is_none_or(|found| found == rows), "{name}");
    }
}

#[test]
fn what_is_not_json_says_what_was_expected() {
    if let Some(bytes) = bytes("edge-not-json.json") {
        let error = read(&bytes, "aa").expect_err("there is text behind the list");
        assert!(error.contains("Meeting Guide"), "{error}");
    }
}

#[test]
fn every_row_that_has_day_0_is_found_by_it() {
    for name in [
        "meeting-guide-philadelphia.json",
        "meeting-guide-al-anon.json",
        "meeting-guide-northwest-texas.json",
    ] {
        let Some(bytes) = bytes(name) else { continue };
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let node = Node::parse(&text).expect("JSON");
        let of_day_0 = |row: &&Node<'_>| row.get("day").and_then(Node::text) == Some("0");
        let expected: BTreeSet<String> = node
            .items()
            .iter()
            .filter(|row| of_day_0(row))
            .filter_map(|row| Some(row.get("slug")?.text()?.chars().take(80).collect()))
            .collect();
        assert!(expected.len() > 20, "{name} has rows on Sunday");

        let (listings, _) = read(&bytes, "aa").expect("a feed that can be read");
        let mut builder = DirectoryBuilder::default();
        for listing in &listings {
            builder.push(0, listing);
        }
        let mut directory = builder.build(Arc::new(programs()), &Site::default(), "en");
        let zones = HashMap::from([("America/New_York".to_owned(), ZoneTable::fixed(-300))]);
        let moment = Moment { now: 29_920_000, visitor_zone: "America/New_York".to_owned(), zones };
        let found: BTreeSet<String> = directory
            .ids("day=0", &moment)
            .into_iter()
            .map(|id| id.trim_start_matches("feed~").to_owned())
            .collect();
        assert_eq!(found, expected, "{name}");
    }
}
