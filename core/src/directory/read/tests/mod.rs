//! From a row to a listing: one small row per oddity of real feeds.

mod faults;
mod formats;
mod tables;

use super::*;
use crate::directory::schedule::Slot;
use crate::directory::text::is_visible;
use crate::directory::{Attendance, Field};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Read once: in a debug build it takes longer than a test.
fn programs() -> &'static Programs {
    static PROGRAMS: LazyLock<Programs> =
        LazyLock::new(|| Programs::read(include_str!("../../../../../public/content/types.json")).unwrap());
    &PROGRAMS
}

fn feed(program: Option<&str>) -> Feed {
    Feed { src: "directory/list.json".to_owned(), program: program.map(str::to_owned), ..Feed::default() }
}

fn read_as(feed: &Feed, text: &str) -> Result<(Vec<Listing>, FeedReport), FeedError> {
    read_bytes(feed, text.as_bytes(), usize::MAX)
}

/// Reads bytes that arrive so many at a time.
fn read_bytes(feed: &Feed, bytes: &[u8], step: usize) -> Result<(Vec<Listing>, FeedReport), FeedError> {
    let programs = programs();
    let mut reader = FeedReader::new(programs, feed, "list", Some("US"));
    let mut listings = Vec::new();
    let mut keep = |listing| listings.push(listing);
    for part in bytes.chunks(step) {
        reader.push(part, &mut keep)?;
    }
    let report = reader.finish(&mut keep).map_err(|(_, error)| error)?;
    Ok((listings, report))
}

fn read(text: &str) -> (Vec<Listing>, FeedReport) {
    read_as(&feed(Some("aa")), text).unwrap()
}

/// Reads one row with a name and these fields.
fn row(fields: &str) -> Listing {
    let (mut listings, _) = read(&format!("[{{\"name\":\"Hope\",{fields}}}]"));
    listings.remove(0)
}

#[test]
fn a_row_needs_a_visible_name_and_nothing_else() {
    let (listings, report) = read(
        r#"[{"name":"Hope"},{"name":12.5},{"name":" "},{"slug":"x"},7,null,{"name":"\u200b&nbsp;"},{"name":["a"]},[]]"#,
    );
    assert_eq!(listings.iter().map(Listing::name).collect::<Vec<_>>(), ["Hope", "12.5"]);
    assert_eq!((report.listings, report.unread), (2, 7));
    assert_eq!(report.rows[1].row, 4);
    assert_eq!(report.rows[1].begins, "x");
}

#[test]
fn a_row_on_several_days_is_one_listing_with_several_slots() {
    for days in [
        "[1,3]",
        "\"1,3\"",
        "\"[1, 3]\"",
        "{\"a\":\"1\",\"b\":3.0}",
        "[\"Monday\",\"Wed\",\"monday\"]",
        "\"1, 3, 7, x\"",
    ] {
        let listing = row(&format!("\"day\":{days},\"time\":\"19:00\""));
        assert_eq!(listing.slots.iter().map(|slot| slot.day.index()).collect::<Vec<_>>(), [1, 3], "{days}");
    }
    assert!(row(r#""day":7,"time":"19:00""#).slots.is_empty());
    assert_eq!(row(r#""day":2,"time":"1800""#).slots[0].start, None);
}

#[test]
fn an_end_after_midnight_is_the_next_day() {
    let slot = row(r#""day":"6","time":"23:30","end_time":"00:30""#).slots[0];
    assert_eq!(slot.length, Some(60));
}

#[test]
fn the_first_row_of_a_slug_keeps_it_and_the_others_get_a_hash() {
    let (listings, _) = read(
        r#"[{"name":"A","slug":"a b/ü"},{"name":"B","slug":"a-b--"},{"name":"C"},{"name":"C"},{"name":"C"},{"name":"D","slug":5202}]"#,
    );
    let ids: Vec<&str> = listings.iter().map(|listing| listing.id.0.as_str()).collect();
    assert_eq!(ids[0], "list~a-b--");
    assert!(ids[1].starts_with("list~x"), "{}", ids[1]);
    assert!(ids[2].starts_with("list~x"));
    assert_eq!(ids[3], format!("{}-2", ids[2]));
    assert_eq!(ids[4], format!("{}-3", ids[2]));
    assert_eq!(ids[5], "list~5202");
}

#[test]
fn a_slug_that_looks_like_a_hash_takes_nothing_from_another_row() {
    let (listings, _) = read(r#"[{"name":"C"}]"#);
    let hashed = listings[0].id.0.trim_start_matches("list~").to_owned();
    let (listings, _) = read(&format!(r#"[{{"name":"X","slug":"{hashed}"}},{{"name":"C"}}]"#));
    assert_ne!(listings[0].id, listings[1].id);
}

#[test]
fn two_feeds_with_one_id_are_told_apart_and_it_is_said() {
    let named = |src: &str, id: Option<&str>| Feed {
        src: src.to_owned(),
        id: id.map(str::to_owned),
        ..Feed::default()
    };
    let (ids, messages) = feed_ids(&[
        named("a/aa.json", None),
        named("b.json", Some("aa")),
        named("x/aa.v2.json?y", None),
        named("/", Some("é")),
    ]);
    assert_eq!(ids, ["aa", "aa-2", "aa.v2", "-"]);
    assert_eq!(messages.len(), 1);
    assert!(messages[0].contains("b.json"));
}

/// Each tried all numbers before its own: four thousand feeds took twenty seconds.
#[test]
fn many_feeds_with_one_id_are_numbered_without_trying_each_number() {
    let one = |id: &str| Feed { src: "aa.json".to_owned(), id: Some(id.to_owned()), ..Feed::default() };
    let mut feeds = vec![one("aa-3")];
    feeds.extend((0..20_000).map(|_| one("aa")));
    let (ids, messages) = feed_ids(&feeds);
    assert_eq!(ids[..5], ["aa-3", "aa", "aa-2", "aa-4", "aa-5"]);
    assert_eq!((ids[20_000].as_str(), messages.len()), ("aa-20001", 19_999));
}

#[test]
fn types_come_from_lists_texts_and_names() {
    for given in [
        r#"["O","BE"]"#,
        r#""O, BE""#,
        r#""[open], Newcomer""#,
        r#"["abierta","be"]"#,
        r#"{"0":"O","1":"BE"}"#,
        r#"["O,BE"]"#,
        r#"[" O ","BE","O"]"#,
    ] {
        assert_eq!(row(&format!("\"types\":{given}")).types, ["O", "BE"], "{given}");
    }
    assert_eq!(row(r#""types":[11,"ONL","TC"]"#).types, ["11", "ONL", "TC"]);
    let (listings, report) = read(r#"[{"name":"a","types":["ZZ"]},{"name":"b","types":["ZZ","O"]}]"#);
    assert_eq!(listings[0].types, ["ZZ"]);
    assert_eq!(report.notes.len(), 1, "a code is reported once per feed");
}

#[test]
fn codes_are_those_of_the_feeds_program() {
    let (listings, _) =
        read_as(&feed(Some("al-anon")), r#"[{"name":"a","types":["Parents of Alcoholics"]}]"#).unwrap();
    assert_eq!(listings[0].types, ["POA"]);
    assert_eq!(listings[0].kind.as_deref(), Some("al-anon-alateen"));
    let (listings, _) = read_as(&feed(None), r#"[{"name":"a","types":"[open]"}]"#).unwrap();
    assert_eq!(
        (listings[0].program.as_deref(), listings[0].types.as_slice()),
        (None, ["O".to_owned()].as_slice())
    );
}

#[test]
fn the_full_address_is_put_together_from_its_parts() {
    let listing =
        row(r#""address":"107 North Hughes Street","city":"Amarillo","state":"TX","postal_code":79107"#);
    assert_eq!(listing.text(Field::Address), Some("107 North Hughes Street, Amarillo, TX 79107, USA"));
    assert_eq!(listing.regions, ["Amarillo"]);
    assert_eq!(listing.attendance, Attendance::InPerson);
    assert_eq!(row(r#""city":"Oslo","state":"ON""#).text(Field::Address), Some("Oslo, ON, Canada"));
    assert_eq!(row(r#""city":"Oslo","country":"Norway""#).text(Field::Address), Some("Oslo, Norway"));
    assert_eq!(row(r#""city":"""#).text(Field::Address), None);
}

#[test]
fn a_place_with_few_parts_is_approximate_unless_the_row_says_no() {
    assert!(row(r#""formatted_address":"Anytown, OK 12345, USA""#).approximate);
    assert!(!row(r#""formatted_address":"1 Main St, Anytown, OK 12345, USA""#).approximate);
    assert!(
        row(r#""formatted_address":"1 Main St, Anytown, OK 12345, USA","approximate":"YES""#).approximate
    );
    assert!(row(r#""formatted_address":"1 Main St, Anytown, OK 12345, USA","approximate":1"#).approximate);
    assert!(!row(r#""formatted_address":"Anytown","approximate":false"#).approximate);
    assert!(row(r#""formatted_address":" ","approximate":"no""#).approximate);
}

#[test]
fn attendance_follows_the_row() {
    let full = r#""formatted_address":"1 Main St, Anytown, OK 12345, USA""#;
    let is = |fields: &str| row(fields).attendance;
    assert_eq!(is(full), Attendance::InPerson);
    assert_eq!(is(&format!(r#"{full},"conference_url":"https://anything.example/x""#)), Attendance::Hybrid);
    assert_eq!(is(&format!(r#"{full},"types":["TC"],"conference_url":"zoom.us/j/1""#)), Attendance::Online);
    assert_eq!(is(&format!(r#"{full},"types":["TC"]"#)), Attendance::Inactive);
    assert_eq!(is(r#""conference_phone":"555-0100""#), Attendance::Online);
    assert_eq!(is(r#""conference_phone":"555-010""#), Attendance::Inactive);
    assert_eq!(is(r#""conference_url":"javascript:alert(1)""#), Attendance::Inactive);
    assert_eq!(
        is(&format!(r#"{full},"attendance_option":"In-Person","conference_url":"zoom.us/j/1""#)),
        Attendance::InPerson
    );
    assert_eq!(is(&format!(r#"{full},"attendance_option":"sometimes""#)), Attendance::InPerson);
    assert_eq!(is(r#""attendance_option":"ONLINE""#), Attendance::Online);
}

#[test]
fn a_service_is_in_person_if_it_has_a_place_and_online_if_it_has_only_a_phone() {
    let services = Feed { kind: Some("detox-facilities".to_owned()), ..feed(None) };
    let is =
        |fields: &str| read_as(&services, &format!("[{{\"name\":\"x\",{fields}}}]")).unwrap().0[0].clone();
    let place = is(r#""formatted_address":"Riverbend","phone":"555-0100""#);
    assert!(place.service);
    assert_eq!(place.attendance, Attendance::InPerson);
    assert_eq!(is(r#""phone":"555-0100""#).attendance, Attendance::Online);
    assert_eq!(is(r#""conference_url":"https://a.example/b""#).attendance, Attendance::Online);
    let of_a_program = Feed { kind: Some("alcoholics-anonymous".to_owned()), ..feed(None) };
    assert!(!read_as(&of_a_program, r#"[{"name":"x"}]"#).unwrap().0[0].service);
}

#[test]
fn private_persons_are_dropped_and_the_groups_own_contacts_are_kept() {
    let listing = row(
        r#""contact_1_name":"Ann","contact_1_phone":"555","contact_1_email":"ann@example.org","email":"group@example.org",
           "phone":"555-0100","website":"http://example.org/g","website_2":"javascript:x","venmo":"@group""#,
    );
    let all = format!("{listing:?}");
    assert!(!all.contains("Ann") && !all.contains("ann@"), "{all}");
    assert_eq!(listing.text(Field::Email), Some("group@example.org"));
    assert_eq!(listing.text(Field::Website), Some("https://example.org/g"));
    assert_eq!(listing.text(Field::Website2), None);
    assert_eq!(listing.text(Field::Venmo), Some("@group"));
}

#[test]
fn regions_come_from_a_list_then_from_levels_then_from_the_city() {
    assert_eq!(row(r#""regions":["A","B"],"region":"C""#).regions, ["A", "B"]);
    assert_eq!(row(r#""regions":{"0":"A"},"city":"C""#).regions, ["A"]);
    assert_eq!(row(r#""regions":"A""#).regions, ["A"]);
    assert_eq!(
        row(r#""regions":[],"region":"C","sub_region":"D","sub_sub_region":"E""#).regions,
        ["C", "D", "E"]
    );
    assert_eq!(row(r#""city":"F""#).regions, ["F"]);
}

#[test]
fn coordinates_are_finite_in_range_and_never_null_island() {
    assert!(row(r#""latitude":"39.87","longitude":-75.35"#).coordinates.is_some());
    assert!(row(r#""coordinates":"39.87,-75.35""#).coordinates.is_some());
    for fields in [
        r#""latitude":0,"longitude":0"#,
        r#""latitude":100,"longitude":1"#,
        r#""latitude":1e999,"longitude":1"#,
        r#""latitude":"NaN","longitude":"1""#,
        r#""latitude":1"#,
    ] {
        assert_eq!(row(fields).coordinates, None, "{fields}");
    }
}

#[test]
fn a_feed_of_no_rows_says_that_it_is_empty() {
    assert!(read("[]").1.is_empty());
    assert!(!read("[7]").1.is_empty(), "a row that was left out is a row");
}

const MEETING_KEYS: &str = "name|slug|day|time|end_time|types|regions|region|latitude|longitude|formatted_address|state|timezone|conference_url|conference_phone|updated|approximate|attendance_option|meeting_name|weekday_tinyint|formats|duration_time|kind|services|coordinates";
const ALL_KEYS: &str = "name|meetings|values|contents|rows|formats|key_string|world_id|services|service_at_locations|location|addresses|schedules|freq|byday|rrule|opens_at|phones|number|organization|status|organization_id|name1|f2|f3|all_services|openHours|0|1|schedule|hours|day|program";

fn any_json(keys: &'static str) -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<f64>()
            .prop_filter("JSON has no NaN", |value| value.is_finite())
            .prop_map(|value| value.to_string()),
        "\\PC{0,12}".prop_map(|text| serde_json::to_string(&text).unwrap()),
        "[0-9:]{0,5}( [AP]M)?".prop_map(|text| format!("\"{text}\"")),
    ];
    leaf.prop_recursive(3, 40, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::vec((keys, inner), 0..8).prop_map(|pairs| {
                let pairs: Vec<String> =
                    pairs.into_iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", pairs.join(","))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn the_reader_never_panics_and_counts_every_row(rows in proptest::collection::vec(any_json(MEETING_KEYS), 0..6)) {
        let text = format!("[{}]", rows.join(","));
        let (listings, report) = read_as(&feed(None), &text).unwrap();
        prop_assert_eq!(listings.len() + report.unread, rows.len());
        let ids: std::collections::HashSet<_> = listings.iter().map(|listing| listing.id.clone()).collect();
        prop_assert_eq!(ids.len(), listings.len());
        for listing in &listings {
            prop_assert!(is_visible(listing.name()));
            prop_assert!(listing.id.0.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-~".contains(&byte)));
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let _ = read_bytes(&feed(None), &bytes, 7);
    }

    #[test]
    fn no_json_makes_a_reader_panic_and_no_row_is_lost(rows in proptest::collection::vec(any_json(ALL_KEYS), 0..6)) {
        let text = format!("[{}]", rows.join(","));
        let (listings, report) = read_as(&feed(None), &text).unwrap();
        // An organization may have several services.
        prop_assert!(listings.len() + report.unread >= rows.len());
    }

    #[test]
    fn no_other_json_makes_a_reader_panic(text in any_json(ALL_KEYS), step in 1usize..9) {
        let pieces = read_bytes(&feed(None), text.as_bytes(), step);
        prop_assert_eq!(pieces, read_as(&feed(None), &text));
    }

    #[test]
    fn no_table_makes_a_reader_panic(
        text in "(Name|Day|Time|Types|Monday|Regions|id,organization_id,name,status|[a-z\"';, \n\r\t>:0-9=é]{0,9}|,|\n){0,30}",
        step in 1usize..9,
    ) {
        let pieces = read_bytes(&feed(None), text.as_bytes(), step);
        prop_assert_eq!(pieces, read_bytes(&feed(None), text.as_bytes(), usize::MAX));
    }
}

/// The same for as long as somebody waits: `make test-long`.
mod long {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200_000))]

        #[test]
        #[ignore = "long"]
        fn no_bytes_make_the_reader_panic(
            start in prop_oneof![Just(""), Just("[{\"name\":"), Just("{\"values\":[["), Just("name,day\n"), Just("\u{feff}")],
            bytes in proptest::collection::vec(any::<u8>(), 0..300),
            step in 1usize..40,
        ) {
            let _ = read_bytes(&feed(None), &[start.as_bytes(), &bytes].concat(), step);
        }

        #[test]
        #[ignore = "long"]
        fn no_json_makes_a_reader_panic(text in any_json(ALL_KEYS), step in 1usize..40) {
            let pieces = read_bytes(&feed(Some("na")), text.as_bytes(), step);
            prop_assert_eq!(pieces, read_as(&feed(Some("na")), &text));
        }
    }
}
