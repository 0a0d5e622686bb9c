//! Near a place: how it is found, what is left out, what comes first.

use super::*;
use crate::directory::Coordinates;

/// Philadelphia in the middle, Trenton 28 miles away, New York 80; one without a place and one online.
const EAST: &str = r#"[
    {"slug":"ny","name":"C","day":0,"time":"10:30","formatted_address":"1 A St, New York, NY 10001, USA","latitude":40.7128,"longitude":-74.006,"regions":["New York"]},
    {"slug":"phl","name":"B","day":0,"time":"12:00","formatted_address":"1 B St, Philadelphia, PA 19103, USA","latitude":39.9526,"longitude":-75.1652,"regions":["Pennsylvania","Philadelphia"],"location":"Alano Club"},
    {"slug":"phl-2","name":"Big Book","day":0,"time":"11:00","formatted_address":"1 B St, Philadelphia, PA 19103, USA","latitude":39.9526,"longitude":-75.1652,"regions":["Pennsylvania","Philadelphia"]},
    {"slug":"trenton","name":"A big book group","day":0,"time":"11:00","formatted_address":"1 C St, Trenton, NJ 08608, USA","latitude":40.2171,"longitude":-74.7429,"conference_url":"zoom.us/j/1"},
    {"slug":"placeless","name":"D","day":0,"time":"10:15","formatted_address":"1 D St, Erie, PA 16501, USA"},
    {"slug":"online","name":"E","day":0,"time":"10:20","conference_url":"zoom.us/j/2"},
    {"slug":"untimed","name":"F","formatted_address":"1 B St, Philadelphia, PA 19103, USA","latitude":39.9526,"longitude":-75.1652},
    {"slug":"inactive","name":"G","day":0,"time":"10:00","latitude":39.9526,"longitude":-75.1652}]"#;

fn near(directory: &mut Directory, fragment: &str) -> Option<(String, bool)> {
    directory.ask(fragment, &moment(10, 0), 0).near.map(|near| (near.name, near.found))
}

fn name_of(typed: &str, directory: &mut Directory) -> String {
    let (name, found) = near(directory, &crate::fragment::write([("near", typed)])).unwrap();
    if found { name } else { format!("no {name}") }
}

#[test]
fn near_puts_the_nearest_first_then_what_has_no_distance_then_the_last_as_always() {
    let mut directory = directory(EAST);
    let order =
        ["phl-2", "phl", "trenton", "ny", "placeless", "online", "untimed", "inactive"].map(str::to_owned);
    assert_eq!(found(&mut directory, "near=19103"), order);
    assert_eq!(found(&mut directory, "near=Philadelphia"), order);
    assert_eq!(found(&mut directory, "near=39.9526,-75.1652"), order);
    assert_eq!(found(&mut directory, "near=New York")[..3], ["ny", "trenton", "phl-2"]);
    assert_eq!(found(&mut directory, "near=19103&sort=time")[..2], ["placeless", "online"]);
    assert_eq!(found(&mut directory, "sort=time"), found(&mut directory, ""));
}

#[test]
fn the_nearest_come_before_those_with_the_words_in_their_name() {
    let mut directory = directory(EAST);
    assert_eq!(found(&mut directory, "near=New York&q=book|b+st"), ["trenton", "phl-2", "phl", "untimed"]);
    assert_eq!(found(&mut directory, "near=New York&q=b|usa&sort=time")[..3], ["trenton", "phl-2", "phl"]);
}

#[test]
fn within_leaves_out_what_is_too_far_or_nowhere_and_keeps_what_nobody_travels_to() {
    let mut directory = directory(EAST);
    assert_eq!(
        found(&mut directory, "near=19103&within=30"),
        ["phl-2", "phl", "trenton", "online", "untimed", "inactive"]
    );
    assert_eq!(
        found(&mut directory, "near=19103&within=20"),
        ["phl-2", "phl", "online", "untimed", "inactive"],
        "a hybrid one can be attended in person, too"
    );
    let online_at_a_place = r#"[{"slug":"far","name":"A","day":0,"time":"12:00","formatted_address":"1 A St, B, NY 10001, USA","latitude":40.1,"longitude":-75},
        {"slug":"here","name":"B","day":0,"time":"11:00","conference_url":"zoom.us/j/1","latitude":40,"longitude":-75}]"#;
    let mut online_at_a_place = super::directory(online_at_a_place);
    assert_eq!(found(&mut online_at_a_place, "near=40,-75&within=10"), ["far", "here"]);
    assert_eq!(found(&mut online_at_a_place, "near=40,-75"), ["here", "far"]);
}

#[test]
fn a_broken_within_or_one_without_a_place_is_ignored() {
    let mut directory = directory(EAST);
    let all = found(&mut directory, "near=19103");
    for within in ["abc", "-1", "0", "", "1e999", "NaN", "inf", "5 mi", "%"] {
        assert_eq!(found(&mut directory, &format!("near=19103&within={within}")), all, "{within}");
    }
    assert_eq!(found(&mut directory, "within=1"), found(&mut directory, ""));
    assert_eq!(found(&mut directory, "near=+&within=1"), found(&mut directory, ""));
    assert_eq!(
        found(&mut directory, "near=19103&within=+20.0"),
        found(&mut directory, "near=19103&within=20")
    );
}

#[test]
fn a_place_found_nowhere_changes_nothing_or_leaves_what_can_be_joined_online() {
    let mut directory = directory(EAST);
    let all = found(&mut directory, "");
    for place in ["Atlantis", "91,0", "0,0", "0.0,-0", ",", "me", "NaN,NaN", "1e999,0", "99999", "x", "*"] {
        assert_eq!(near(&mut directory, &format!("near={place}")), Some((place.to_owned(), false)));
        assert_eq!(found(&mut directory, &format!("near={place}")), all, "{place}");
        assert_eq!(
            found(&mut directory, &format!("near={place}&within=5")),
            ["online", "trenton"],
            "{place}"
        );
        assert!(directory.ask(&format!("near={place}"), &moment(10, 0), 1).rows[0].distance.is_none());
    }
    assert_eq!(near(&mut directory, ""), None);
}

#[test]
fn me_is_the_position_of_the_device_as_it_moves() {
    let mut directory = directory(EAST);
    let at = |latitude, longitude| Moment { here: Coordinates::new(latitude, longitude), ..moment(10, 0) };
    let first = |directory: &mut Directory, moment: &Moment| {
        let answer = directory.ask("near=me", moment, 1);
        let near = answer.near.unwrap();
        assert_eq!((near.found, near.is_me), (moment.here.is_some(), true));
        assert_eq!(answer.chosen[0].name, None, "the interface has the words");
        answer.rows[0].id.clone()
    };
    assert_eq!(first(&mut directory, &at(40.7, -74.0)), "f0~ny");
    assert_eq!(first(&mut directory, &at(39.9, -75.2)), "f0~phl-2");
    assert_eq!(first(&mut directory, &moment(10, 0)), "f0~placeless");
    assert_eq!(directory.ask("near=19103", &at(40.7, -74.0), 1).rows[0].id, "f0~phl-2");
    let maine = r#"[{"name":"a","regions":["ME"],"latitude":44,"longitude":-69}]"#;
    assert_eq!(
        near(&mut super::directory(maine), "near=ME"),
        Some(("ME".to_owned(), true)),
        "Maine is no person"
    );
}

#[test]
fn distances_are_in_the_site_s_unit_and_the_searcher_s_own_venue_is_there() {
    let rows = r#"[{"slug":"here","name":"A","latitude":0,"longitude":179.5,"formatted_address":"1 A St, B, NY 1, USA"},
        {"slug":"east","name":"B","latitude":0,"longitude":-179.5,"formatted_address":"1 A St, B, NY 1, USA"},
        {"slug":"swapped","name":"C","latitude":179.5,"longitude":0}]"#;
    for (unit, east, digits) in [(Distance::Km, 1112, "111"), (Distance::Mi, 691, "69.1")] {
        let mut directory = directory_in(unit, &[(None, rows)]);
        let answer = directory.ask("near=0,179.5", &moment(10, 0), 50);
        let distances: Vec<Option<u32>> = answer.rows.iter().map(|row| row.distance).collect();
        assert_eq!(distances, [Some(0), Some(east), None], "over the date line");
        assert_eq!(distance_digits(east), digits);
        assert_eq!(directory.ask("near=0,179.5&within=0.1", &moment(10, 0), 50).rows[0].id, "f0~here");
        assert_eq!(directory.ask("", &moment(10, 0), 50).rows[0].distance, None);
        assert_eq!(directory.listing("f0~here", &moment(10, 0)).unwrap().row.distance, None);
    }
}

#[test]
fn a_distance_has_one_decimal_below_a_hundred_and_none_from_there() {
    let written: Vec<String> =
        [0, 4, 10, 999, 1_000, 1_004, 1_005, 123_456].into_iter().map(distance_digits).collect();
    assert_eq!(written, ["0.0", "0.4", "1.0", "99.9", "100", "100", "101", "12346"]);
}

#[test]
fn a_place_is_understood_however_it_is_written() {
    let mut directory = directory(EAST);
    for (typed, name) in [
        ("philadelphia", "Philadelphia"),
        ("PHILADÉLPHIA", "Philadelphia"),
        ("Philadelphia, PA", "Philadelphia"),
        ("philadelphia  pa", "Philadelphia"),
        ("Pennsylvania > Philadelphia", "Philadelphia, Pennsylvania"),
        ("philadel", "Philadelphia"),
        ("york", "New York"),
        ("ny", "NY"),
        ("nj", "NJ"),
        ("19103", "19103"),
        ("19103-1234", "19103"),
        ("191", "19103"),
        ("19199", "19103"),
        ("7 Any St, Philadelphia, PA 19103, USA", "19103"),
        ("alano club", "Alano Club"),
        ("Erie", "no Erie"),
        ("ph", "no ph"),
        ("Atlantis, NJ, USA", "NJ"),
        ("Atlantis, Narnia", "no Atlantis, Narnia"),
    ] {
        assert_eq!(name_of(typed, &mut directory), name, "{typed}");
    }
    let mut britain = super::directory(
        r#"[{"name":"a","formatted_address":"10 Downing St, London SW1A 2AA, UK","latitude":51.5034,"longitude":-0.1276}]"#,
    );
    for typed in ["SW1A 2AA", "sw1a2aa", "sw1a", "SW1A 1ZZ"] {
        assert_eq!(name_of(typed, &mut britain), "SW1A 2AA", "{typed}");
    }
}

#[test]
fn of_two_places_of_one_name_the_name_alone_means_the_one_with_more_listings() {
    let row = |state: &str, latitude: f64| {
        format!(
            r#"{{"slug":"{state}{latitude}","name":"a","formatted_address":"1 A St, Springfield, {state}, USA","latitude":{latitude},"longitude":-80}}"#
        )
    };
    let rows = [row("MA", 42.1), row("IL", 39.7), row("IL", 39.8), row("IL", 39.9)];
    let mut directory = directory(&format!("[{}]", rows.join(",")));
    assert_eq!(found(&mut directory, "near=springfield")[0], "IL39.8", "the middle one");
    assert_eq!(found(&mut directory, "near=springfield, ma")[0], "MA42.1");
    let names: Vec<(String, usize)> =
        directory.places("spring").into_iter().map(|place| (place.name, place.count)).collect();
    assert_eq!(names, [("Springfield".to_owned(), 3), ("Springfield, MA".to_owned(), 1)]);
    for (name, _) in names {
        assert_eq!(name_of(&name, &mut directory), name, "what is offered is understood");
    }
}

#[test]
fn names_are_offered_by_their_beginning_then_by_a_later_word_those_with_most_listings_first() {
    let mut directory = directory(EAST);
    let mut names = |typed: &str| -> Vec<String> {
        directory.places(typed).into_iter().map(|place| place.name).collect()
    };
    assert_eq!(names("p"), ["PA", "Philadelphia", "Pennsylvania"], "the city and its region are one");
    assert_eq!(names("n"), ["New York", "NJ", "NY"], "of equals by the alphabet");
    assert_eq!(names("YORK"), ["New York"]);
    assert_eq!(names("0"), ["08608"]);
    assert!(names("").is_empty() && names("  ").is_empty() && names("zz").is_empty());
    let many: Vec<String> = (0..20)
        .map(|n| format!(r#"{{"name":"a","regions":["Town {n}"],"latitude":40,"longitude":-75}}"#))
        .collect();
    assert_eq!(super::directory(&format!("[{}]", many.join(","))).places("town").len(), 8);
}

#[test]
fn one_swapped_or_missing_pair_does_not_move_a_place() {
    let row = |slug: &str, at: &str| format!(r#"{{"slug":"{slug}","name":"a","regions":["Town"]{at}}}"#);
    let rows = [
        row("a", r#","latitude":40,"longitude":-75"#),
        row("b", r#","latitude":40.01,"longitude":-75.01"#),
        row("swapped", r#","latitude":-75,"longitude":40"#),
        row("null-island", r#","latitude":0,"longitude":0"#),
        row("none", ""),
    ];
    let mut directory = directory(&format!("[{}]", rows.join(",")));
    let answer = directory.ask("near=town", &moment(10, 0), 50);
    assert!(answer.rows[0].distance.unwrap() < 10, "{:?}", answer.rows[0]);
    assert_eq!(found(&mut directory, "near=town")[2], "swapped");
}

#[test]
fn of_equally_near_ones_the_usual_order_decides_as_time_goes_by_and_with_another_day() {
    let row = |slug: &str, day: &str, time: &str| {
        format!(
            r#"{{"slug":"{slug}","name":"{slug}","day":{day},"time":"{time}","latitude":40,"longitude":-75,"formatted_address":"1 A St, B, NY 1, USA"}}"#
        )
    };
    let rows = [row("noon", "[0,2]", "12:00"), row("morning", "[0,2]", "09:30")];
    let mut directory = directory(&format!("[{}]", rows.join(",")));
    let mut first = |fragment: &str, hour| directory.ids(fragment, &moment(hour, 0))[0].clone();
    assert_eq!(first("near=40,-75", 9), "f0~morning");
    assert_eq!(first("near=40,-75", 11), "f0~noon");
    assert_eq!(first("near=40,-75&day=2", 11), "f0~morning");
    assert_eq!(first("near=40,-75", 11), "f0~noon");
}
