//! Random listings and random filters: the directory answers what the reference does.

use super::facets::{assert_no_dead_end, assert_what_each_choice_leaves};
use super::reference::Reference;
use super::*;
use crate::directory::{Coordinates, Field, Listing};
use proptest::prelude::*;

fn any_row() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "Hope",
        "Sober Sunrise",
        "Women’s Way",
        "Noon Café",
        "Step Study",
        "Big Book",
    ]);
    let day = prop::sample::select(vec!["0", "\"1\"", "[1,4]", "6", "null", "7"]);
    let time = prop::sample::select(vec![
        "\"00:15\"",
        "\"10:00\"",
        "\"9:30 AM\"",
        "\"23:30\"",
        "\"1800\"",
        "null",
        "\"11:00\"",
        "\"20:30\"",
    ]);
    let end = prop::sample::select(vec!["null", "\"00:30\"", "\"10:45\"", "\"23:45\""]);
    let types =
        prop::sample::select(vec!["[]", "[\"O\"]", "[\"O\",\"W\"]", "\"[open]\"", "[\"W\",\"BE\",\"TC\"]"]);
    let zone =
        prop::sample::select(vec!["null", "\"America/Los_Angeles\"", "\"Asia/Tokyo\"", "\"Nowhere/Here\""]);
    let place = prop::sample::select(vec![
        "",
        ",\"formatted_address\":\"1 Main St, Anytown, NY 10001, USA\"",
        ",\"conference_url\":\"zoom.us/j/1\"",
        ",\"formatted_address\":\"2 Elm St, Elsewhere, PA 19103, USA\",\"conference_url\":\"https://zoom.us/j/1\"",
        ",\"formatted_address\":\"3 Elm St, Elsewhere, PA 19103, USA\"",
    ]);
    // Real places, on the equator, at both sides of the date line, swapped, and no places at all.
    let coordinates = prop::sample::select(vec![
        "",
        ",\"latitude\":40.7128,\"longitude\":-74.006",
        ",\"latitude\":\"39.9526\",\"longitude\":\"-75.1652\"",
        ",\"latitude\":39.96,\"longitude\":-75.16",
        ",\"latitude\":0,\"longitude\":10.25",
        ",\"latitude\":-17.5,\"longitude\":179.9",
        ",\"latitude\":-16.25,\"longitude\":-179.75",
        ",\"latitude\":-75.1652,\"longitude\":39.9526",
        ",\"latitude\":0,\"longitude\":0",
        ",\"latitude\":91,\"longitude\":0",
        ",\"latitude\":\"NaN\",\"longitude\":\"NaN\"",
    ]);
    let region = prop::sample::select(vec!["[\"X\",\"Y\"]", "[\"X\"]", "\"Ý\"", "[]"]);
    (names, day, time, end, types, zone, place, region, coordinates).prop_map(
        |(name, day, time, end, types, zone, place, region, coordinates)| {
            format!(
                r#"{{"name":"{name}","day":{day},"time":{time},"end_time":{end},"types":{types},"timezone":{zone},"regions":{region}{place}{coordinates}}}"#
            )
        },
    )
}

fn any_fragment() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        prop::sample::select(vec![
            "q=hope",
            "q=cafe",
            "q=s",
            "q=step|women",
            "q=%22big book%22",
            "q=anytown open",
            "q=zzz",
            "q=w a",
            "q=alcoholics"
        ]),
        prop::sample::select(vec!["day=0", "day=1,4", "day=today", "day=tomorrow,6", "day=9"]),
        prop::sample::select(vec!["time=morning", "time=night,midday", "time=evening"]),
        prop::sample::select(vec!["type=O", "type=O,W", "type=O,BE&any=1", "type=W"]),
        prop::sample::select(vec!["attendance=online", "attendance=in_person", "attendance=hybrid,inactive"]),
        prop::sample::select(vec!["region=x", "region=Y", "region=X&region=y"]),
        prop::sample::select(vec!["open=now", "open=soon", "open=now,soon"]),
        any_place(),
        any_place(),
    ];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.join("&"))
}

fn any_place() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "near=40.7,-74",
        "near=39.9526,-75.1652&within=50",
        "near=-17,-179&within=500",
        "near=0,10.25&within=0.5",
        "near=me",
        "near=me&within=100",
        "near=anytown",
        "near=ELSEWHERE&within=2000",
        "near=Y&within=10",
        "near=X",
        "near=pa&within=abc",
        "near=nowhere",
        "near=nowhere&within=5",
        "near=91,0&within=5",
        "near=anytown&within=20000&sort=time",
    ])
}

fn listings_of(directory: &mut Directory, moment: &Moment) -> Vec<Listing> {
    let ids = directory.ids("", moment);
    ids.iter().filter_map(|id| directory.record(id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]
    #[test]
    fn a_query_equals_a_slow_obvious_reference(
        rows in prop::collection::vec(any_row(), 1..30), fragments in prop::collection::vec(any_fragment(), 1..4),
        hour in 0i64..24, minute in 0i64..60, here in any::<bool>(), kilometers in any::<bool>(),
    ) {
        let unit = if kilometers { Distance::Km } else { Distance::Mi };
        let mut directory = directory_in(unit, &[(Some("aa"), &format!("[{}]", rows.join(",")))]);
        let here = Coordinates::new(40.0, -75.0).filter(|_| here);
        let moment = Moment { here, ..moment(hour, minute) };
        let (listings, programs) = (listings_of(&mut directory, &moment), programs());
        let reference = Reference { listings: &listings, programs: &programs, moment: &moment, unit };
        for fragment in &fragments {
            let expected = reference.ids(fragment);
            prop_assert_eq!(directory.ask(fragment, &moment, 5).total, expected.len(), "{}", fragment);
            prop_assert_eq!(&directory.ids(fragment, &moment), &expected, "{}", fragment);
            prop_assert_eq!(&directory.ids(fragment, &moment), &expected, "{} asked twice", fragment);
        }
    }

    #[test]
    fn no_choice_of_random_listings_leads_to_a_dead_end(
        rows in prop::collection::vec(any_row(), 1..20), fragment in any_fragment(), hour in 0i64..24,
    ) {
        let mut directory = directory(&format!("[{}]", rows.join(",")));
        let moment = moment(hour, 0);
        assert_what_each_choice_leaves(&mut directory, &fragment, &moment);
        assert_no_dead_end(&mut directory, &fragment, &moment);
    }

    #[test]
    fn no_place_makes_asking_panic(near in "\\PC{0,30}|[-0-9.,e ]{0,12}", within in "[-0-9.e]{0,6}", rows in prop::collection::vec(any_row(), 1..5)) {
        let mut directory = directory(&format!("[{}]", rows.join(",")));
        let fragment = crate::fragment::write([("near", near.as_str()), ("within", within.as_str())]);
        let answer = directory.ask(&fragment, &moment(10, 0), 50);
        prop_assert_eq!(answer.near.is_some(), !near.trim().is_empty());
        prop_assert!(directory.places(&near).len() <= 8);
    }

    #[test]
    fn what_is_stored_is_given_back_equal(rows in prop::collection::vec(any_row(), 1..12)) {
        let programs = programs();
        let feed = Feed { src: "f.json".to_owned(), program: Some("aa".to_owned()), ..Feed::default() };
        let mut reader = FeedReader::new(&programs, &feed, "f", None);
        let mut read: Vec<Listing> = Vec::new();
        reader.push(format!("[{}]", rows.join(",")).as_bytes(), &mut |listing| read.push(listing)).unwrap();
        let mut builder = DirectoryBuilder::default();
        for listing in &read {
            builder.push(0, listing);
        }
        let directory = builder.build(programs.clone(), &Site::default(), "en");
        for listing in &read {
            let again = directory.record(&listing.id.0).unwrap();
            // A listing without types has no use for a program of codes.
            let codes_of = listing.codes_of.clone().filter(|_| !listing.types.is_empty());
            prop_assert_eq!(&again, &Listing { codes_of, ..listing.clone() });
            prop_assert_eq!(again.text(Field::Name), Some(listing.name()));
        }
    }
}
