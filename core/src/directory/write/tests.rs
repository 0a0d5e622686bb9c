//! What is written is read back equal.

use super::*;
use crate::directory::{Attendance, FeedReader, Field, Programs, Weeks};
use crate::json::Node;
use crate::site::Feed;
use proptest::prelude::*;
use std::sync::LazyLock;

fn programs() -> &'static Programs {
    static PROGRAMS: LazyLock<Programs> =
        LazyLock::new(|| Programs::read(include_str!("../../../../public/content/types.json")).unwrap());
    &PROGRAMS
}

fn read(text: &str) -> Vec<Listing> {
    let feed = Feed { src: "list.json".to_owned(), ..Feed::default() };
    let mut reader = FeedReader::new(programs(), &feed, "list", Some("US"));
    let mut listings = Vec::new();
    reader.push(text.as_bytes(), &mut |listing| listings.push(listing)).unwrap();
    let report = reader.finish(&mut |listing| listings.push(listing)).map_err(|(_, error)| error).unwrap();
    assert_eq!((report.unread, report.rows), (0, vec![]));
    listings
}

fn as_json(listings: &[Listing]) -> String {
    let mut out = String::new();
    let mut writer = MeetingGuide::default();
    for listing in listings {
        writer.add(listing, &mut out);
    }
    writer.finish(&mut out);
    out
}

fn as_csv(listings: &[Listing]) -> String {
    let mut out = String::new();
    let mut table = Table::start(&mut out);
    for listing in listings {
        table.add(listing, &mut out);
    }
    out
}

/// Rows with every field, odd and even.
const ROWS: &str = r#"[
    {"slug":"a","name":"Tom &amp;amp; Ann's \"=1+1\" <b>","day":[1,3],"time":"23:30","end_time":"00:30","types":["O","ZZ"],
     "regions":["North","Riverbend"],"formatted_address":"1 Main St, Riverbend, NY 10000, USA","latitude":40.7128,"longitude":-74.006,
     "notes":"first\nsecond; \"third\"","conference_phone":"+1 555 555 0100","updated":"2026-01-02 10:00:00","timezone":"America/New_York"},
    {"name":"=HYPERLINK(\"http://evil.example\")","day":"2nd and last Tuesday","time":"19:00","program":"na","types":["C"]},
    {"name":"@x","group":"'=x","location":"+1","day":2},
    {"name":"Detox","service":"yes","kind":"detox-facilities","hours":"by arrangement","cost":"-free","schedule":"Mon 0:00-24:00; Tue 9:00-12:00, 13:00-17:00"},
    {"name":"By appointment"},
    {"name":"Not understood","day":"someday"},
    {"name":"Twin"},{"name":"Twin"}
]"#;

#[test]
fn meeting_guide_json_is_read_back_equal() {
    let listings = read(ROWS);
    let text = as_json(&listings);
    assert_eq!(read(&text), listings);
    assert_eq!(as_json(&[]), "[]\n");
    assert!(!text.contains('<'), "it can stand in a page");
}

#[test]
fn meeting_guide_json_has_day_and_time_where_the_format_can_say_it() {
    let text = as_json(&read(ROWS));
    let node = Node::parse(&text).unwrap();
    let rows = node.items();
    assert_eq!(rows[0].get("day").map(|day| day.items().len()), Some(2));
    assert_eq!(rows[0].get("time").and_then(Node::text), Some("23:30"));
    assert_eq!(rows[0].get("end_time").and_then(Node::text), Some("00:30"));
    // A program that shows it every week would send people there for nothing.
    assert_eq!(rows[1].get("day"), None);
    assert_eq!(rows[1].get("schedule").and_then(Node::text), Some("2nd last Tuesday 19:00"));
    assert_eq!(rows[2].get("day").and_then(Node::text), Some("2"));
}

#[test]
fn csv_is_read_back_equal_and_runs_nothing() {
    let listings = read(ROWS);
    let text = as_csv(&listings);
    assert_eq!(read(&text), listings);
    assert!(text.starts_with('\u{feff}'));
    for row in text.lines() {
        for cell in row.split("\",\"") {
            assert!(!cell.trim_matches('"').starts_with(starts_a_formula), "{cell}");
        }
    }
    assert!(text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[ -~]{0,20}",
        "[=+@'\"<>&;#,\\n\\r\\t a-c-]{0,12}",
        Just("&amp;lt;".to_owned()),
        "https?://[a-z.]{1,9}/[a-z?&=]{0,9}",
    ]
}

fn any_row() -> impl Strategy<Value = String> {
    let field = "slug|group|location|formatted_address|city|notes|group_notes|district|description|services|conference_url|conference_phone|url|website|email|phone|venmo|entity|entity_url|cost|eligibility|hours|admission|documents|languages|accessibility|transit|other_places|timezone|kind|types|attendance_option|approximate|updated|program|service|by_appointment";
    let fields = proptest::collection::vec((field, any_text()), 0..8);
    let times = (
        "[0-9]|1,3|2nd Tuesday|last fri|Mon-Wed|x|",
        "[01][0-9]:[0-5][0-9]|9:00 PM|25:00|",
        "[01][0-9]:[0-5][0-9]|",
    );
    let place = (-99.0f32..99.0, -199.0f32..199.0);
    let regions = proptest::collection::vec("[a-zé &;'=>-]{0,6}", 0..3);
    ("[a-z'=+&;é][ -~é]{0,12}", fields, times, place, regions).prop_map(
        |(name, fields, (day, start, end), (latitude, longitude), regions)| {
            let mut row = serde_json::json!({
                "name": name, "day": day, "time": start, "end_time": end,
                "latitude": latitude, "longitude": longitude, "regions": regions,
            });
            for (key, text) in fields {
                row[key] = text.into();
            }
            row.to_string()
        },
    )
}

/// Names that are only blanks once cleaned have no listing; they are not what is tested here.
fn listings(rows: &[String]) -> Vec<Listing> {
    let feed = Feed { src: "list.json".to_owned(), ..Feed::default() };
    let mut reader = FeedReader::new(programs(), &feed, "list", Some("US"));
    let mut listings = Vec::new();
    let text = format!("[{}]", rows.join(","));
    reader.push(text.as_bytes(), &mut |listing| listings.push(listing)).unwrap();
    let _ = reader.finish(&mut |listing| listings.push(listing));
    listings
}

proptest! {
    #[test]
    fn whatever_is_read_is_written_and_read_back_equal(rows in proptest::collection::vec(any_row(), 1..5)) {
        let listings = listings(&rows);
        prop_assert_eq!(&read(&as_json(&listings)), &listings);
        if !listings.is_empty() {
            prop_assert_eq!(&read(&as_csv(&listings)), &listings);
        }
    }

    #[test]
    fn no_cell_of_a_table_begins_a_formula(rows in proptest::collection::vec(any_row(), 1..5)) {
        let text = as_csv(&listings(&rows));
        let (mut inside, mut opened) = (false, false);
        let mut before = '\n';
        for char in text.trim_start_matches('\u{feff}').chars() {
            if opened {
                prop_assert!(!starts_a_formula(char), "{}", text);
            }
            opened = char == '"' && !inside && matches!(before, ',' | '\n');
            inside ^= char == '"';
            before = char;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    #[ignore = "long"]
    fn whatever_is_read_is_written_and_read_back_equal_for_long(rows in proptest::collection::vec(any_row(), 1..9)) {
        let listings = listings(&rows);
        prop_assert_eq!(&read(&as_json(&listings)), &listings);
        prop_assert!(listings.is_empty() || read(&as_csv(&listings)) == listings);
    }
}

#[test]
fn an_attendance_that_was_worked_out_is_written_down() {
    let listings = read(r#"[{"name":"a","conference_url":"https://example.org/x"}]"#);
    assert_eq!(listings[0].attendance, Attendance::Online);
    assert!(as_json(&listings).contains("\"attendance_option\":\"online\""));
    assert_eq!(listings[0].text(Field::JoinLink), Some("https://example.org/x"));
    assert!(Weeks::EVERY.is_every());
}
