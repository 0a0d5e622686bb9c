//! Real feeds, read from the folder that `ALONGSIDE_FEEDS` names. They state no licence, so none is kept
//! here; without the variable these tests say that they are skipped.

#![expect(clippy::expect_used, reason = "a test stops where its feed can't be had")]

use alongside_core::directory::search::{DirectoryBuilder, Moment};
use alongside_core::directory::write::{MeetingGuide, Table};
use alongside_core::directory::{FeedReader, FeedReport, Field, Listing, Programs};
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

fn read(bytes: &[u8], program: Option<&str>) -> Result<(Vec<Listing>, FeedReport), String> {
    let programs = programs();
    let feed = Feed { src: "feed.json".to_owned(), program: program.map(str::to_owned), ..Feed::default() };
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

/// File, program, how many listings, how many of them have a slot, how many fields can't be used.
const FEEDS: [(&str, Option<&str>, usize, usize, usize); 13] = [
    ("meeting-guide-philadelphia.json", Some("aa"), 2098, 2098, 1),
    ("plugin-export-philadelphia.csv", Some("aa"), 2098, 2098, 1),
    ("sheet-philadelphia.json", Some("aa"), 2098, 2098, 1),
    ("meeting-guide-al-anon.json", Some("al-anon"), 360, 360, 0),
    ("meeting-guide-northwest-texas.json", Some("aa"), 613, 613, 0),
    ("bmlt-new-york.json", Some("na"), 1513, 1513, 0),
    ("samhsa-residential.json", None, 478, 0, 7),
    ("services-san-francisco.json", None, 89, 86, 13),
    ("hsds-service.json", None, 1, 1, 1),
    ("hsds-organization.json", None, 1, 1, 1),
    ("edge-times.json", Some("aa"), 9, 8, 0),
    ("edge-timezones.json", Some("aa"), 2, 2, 0),
    ("edge-appointment.json", Some("aa"), 2, 1, 0),
];

#[test]
fn every_row_of_the_real_feeds_is_a_listing_or_is_reported() {
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    for (name, program, rows, with_slots, unused) in FEEDS {
        let Some(bytes) = bytes(name) else { continue };
        let (listings, report) = read(&bytes, program).expect("a feed that can be read");
        let slots = listings.iter().filter(|listing| !listing.slots.is_empty()).count();
        assert_eq!((listings.len(), report.unread), (rows, 0), "{name}: {:?}", report.rows);
        found.push((name, slots, report.unused));
        expected.push((name, with_slots, unused));
    }
    assert_eq!(found, expected);
}

/// What a listing says, without what a file has no column for.
fn said(mut listing: Listing, columns: &[Field]) -> Listing {
    listing.texts.retain(|(field, _)| columns.contains(field));
    listing.types.sort();
    listing.coordinates = None;
    listing
}

#[test]
fn one_list_in_three_formats_gives_equal_listings() {
    let files =
        ["meeting-guide-philadelphia.json", "plugin-export-philadelphia.csv", "sheet-philadelphia.json"];
    let [Some(json), Some(export), Some(sheet)] = files.map(bytes) else { return };
    let [json, export, sheet] =
        [json, export, sheet].map(|bytes| read(&bytes, Some("aa")).expect("a feed that can be read").0);
    let in_sheet =
        [Field::Name, Field::Notes, Field::JoinLink, Field::DialIn, Field::Location, Field::Address];
    let in_export = [&in_sheet[..], &[Field::Group, Field::LocationNotes]].concat();
    for (json, export) in json.iter().zip(&export) {
        let mut json = said(json.clone(), &in_export);
        // The export has columns for two levels.
        json.regions.truncate(2);
        assert_eq!(json, said(export.clone(), &in_export));
    }
    for (json, sheet) in json.iter().zip(&sheet) {
        assert_eq!(said(json.clone(), &in_sheet), said(sheet.clone(), &in_sheet));
    }
    assert_eq!((json.len(), export.len(), sheet.len()), (2098, 2098, 2098));
}

#[test]
fn the_tables_of_hsds_give_what_its_json_gives() {
    let Some(json) = bytes("hsds-service.json") else { return };
    let (json, _) = read(&json, None).expect("a service");
    let programs = programs();
    let mut reader = FeedReader::new(&programs, &Feed::default(), "feed", None);
    let mut tables = Vec::new();
    let mut file = Some("services.csv");
    while let Some(name) = file {
        let table = bytes(&format!("hsds-tabular/{name}")).expect("it lies beside the first");
        reader.push(&table, &mut |listing| tables.push(listing)).expect("a table");
        file = reader.next_file();
    }
    let report = reader.finish(&mut |listing| tables.push(listing)).map_err(|(_, error)| error);
    assert_eq!(report.map(|report| (report.unread, report.notes)), Ok((0, vec![])));
    // The tables hold what the service offers in two more tables, which are not read.
    let without_offers = |listing: &Listing| {
        let mut listing = listing.clone();
        listing.texts.retain(|(field, _)| *field != Field::Offers);
        listing
    };
    assert_eq!(tables.iter().map(without_offers).collect::<Vec<_>>(), [without_offers(&json[0])]);
}

/// Takes minutes on a slow machine: run by `make test-long`.
#[test]
#[ignore = "long"]
fn every_real_feed_is_written_and_read_back_equal() {
    for (name, program, ..) in FEEDS {
        let Some(bytes) = bytes(name) else { continue };
        let (listings, _) = read(&bytes, program).expect("a feed that can be read");
        let mut json = String::new();
        let mut writer = MeetingGuide::default();
        for listing in &listings {
            writer.add(listing, &mut json);
        }
        writer.finish(&mut json);
        let mut csv = String::new();
        let mut table = Table::start(&mut csv);
        for listing in &listings {
            table.add(listing, &mut csv);
        }
        for text in [json, csv] {
            let (again, report) = read(text.as_bytes(), program).expect("our own writing");
            assert_eq!(report.unused, 0, "{name}: {:?}", report.fields);
            for (listing, again) in listings.iter().zip(&again) {
                let codes_of = again.codes_of.clone();
                assert_eq!(&Listing { codes_of, ..listing.clone() }, again, "{name}");
            }
            assert_eq!(listings.len(), again.len(), "{name}");
        }
    }
}

#[test]
fn what_is_not_json_says_what_was_expected() {
    if let Some(bytes) = bytes("edge-not-json.json") {
        let error = read(&bytes, Some("aa")).expect_err("there is text behind the list");
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

        let (listings, _) = read(&bytes, Some("aa")).expect("a feed that can be read");
        let mut builder = DirectoryBuilder::default();
        for listing in &listings {
            builder.push(0, listing);
        }
        let mut directory = builder.build(Arc::new(programs()), &Site::default(), "en");
        let zones = HashMap::from([("America/New_York".to_owned(), ZoneTable::fixed(-300))]);
        let moment =
            Moment { now: 29_920_000, visitor_zone: "America/New_York".to_owned(), zones, here: None };
        let found: BTreeSet<String> = directory
            .ids("day=0", &moment)
            .into_iter()
            .map(|id| id.trim_start_matches("feed~").to_owned())
            .collect();
        assert_eq!(found, expected, "{name}");
    }
}
