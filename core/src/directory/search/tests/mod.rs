//! The directory answers as the contract says, and as a slow, obvious reference does.

mod facets;
mod near;
mod needs;
mod properties;
mod reference;

use super::*;
use crate::directory::Programs;
use crate::directory::read::FeedReader;
use crate::site::{Distance, Feed, Site};
use crate::time::{DAY, Date, ZoneTable};
use std::sync::{Arc, LazyLock};

/// Read once: in a debug build it takes longer than a test.
fn programs() -> Arc<Programs> {
    static PROGRAMS: LazyLock<Arc<Programs>> = LazyLock::new(|| {
        Arc::new(Programs::read(include_str!("../../../../../public/content/types.json")).unwrap())
    });
    Arc::clone(&PROGRAMS)
}

/// Sunday 2026-11-22, at this hour and minute in New York.
fn moment(hour: i64, minute: i64) -> Moment {
    let new_york = ZoneTable::fixed(-300);
    let local = i64::from(Date::parse("2026-11-22").unwrap().days()) * DAY + hour * 60 + minute;
    let zones = [
        ("America/New_York", new_york.clone()),
        ("America/Los_Angeles", ZoneTable::fixed(-480)),
        ("Asia/Tokyo", ZoneTable::fixed(540)),
        ("UTC", ZoneTable::fixed(0)),
    ];
    Moment {
        now: new_york.instant(local),
        visitor_zone: "America/New_York".to_owned(),
        zones: zones.into_iter().map(|(name, table)| (name.to_owned(), table)).collect(),
        here: None,
    }
}

fn directory_of(feeds: &[(Option<&str>, &str)]) -> Directory {
    directory_in(Distance::Mi, feeds)
}

fn directory_in(distance: Distance, feeds: &[(Option<&str>, &str)]) -> Directory {
    let programs = programs();
    let mut builder = DirectoryBuilder::default();
    let mut site = Site { timezone: Some("America/New_York".to_owned()), distance, ..Site::default() };
    for (at, (program, rows)) in feeds.iter().enumerate() {
        let feed =
            Feed { src: format!("f{at}.json"), program: program.map(str::to_owned), ..Feed::default() };
        let mut reader = FeedReader::new(&programs, &feed, &format!("f{at}"), Some("US"));
        reader.push(rows.as_bytes(), &mut |listing| builder.push(at, &listing)).unwrap();
        assert!(reader.finish(&mut |listing| builder.push(at, &listing)).is_ok());
        site.feeds.push(feed);
    }
    builder.build(programs, &site, "en")
}

fn directory(rows: &str) -> Directory {
    directory_of(&[(Some("aa"), rows)])
}

/// The slugs of what matches at ten in the morning, in order.
fn found(directory: &mut Directory, fragment: &str) -> Vec<String> {
    let ids = directory.ids(fragment, &moment(10, 0));
    ids.into_iter().map(|id| id.split_once('~').unwrap().1.to_owned()).collect()
}

const FULL: &str = r#""formatted_address":"1 Main St, Anytown, NY 12345, USA""#;

#[test]
fn words_are_found_anywhere_in_a_word_of_any_searched_field() {
    let mut directory = directory(
        r#"[{"slug":"a","name":"José’s Café","group":"Sunrise","types":["BE","POA"],"notes":"Ring\nthe bell https://x.example/y 555-0100",
             "regions":["Kings","Brooklyn"],"district":"D7","conference_url":"https://zoom.us/j/99","conference_phone":"1234567"},
            {"slug":"b","name":"Other"}]"#,
    );
    for q in [
        "jose's",
        "cafe",
        "afe",
        "SUNRISE",
        "newcomer",
        "kings brook",
        "ring the",
        "%22ring the%22",
        "d7",
        "x.example",
        "555-0100",
        "alcoholics anonymous -nothing|aa josé",
        "zzz|café",
        "zzz OR café",
        "%22cafe",
        "caf*e",
    ] {
        assert_eq!(found(&mut directory, &format!("q={q}")).first().map(String::as_str), Some("a"), "{q}");
    }
    for q in ["zoom", "1234567", "%22cafe sunrise%22", "café zzz", "sunrise kings qqq"] {
        assert!(found(&mut directory, &format!("q={q}")).is_empty(), "{q}");
    }
    assert!(found(&mut directory, "q=POA").is_empty(), "codes are not searched");
    assert_eq!(found(&mut directory, "q=%22%22").len(), 2, "an empty query finds all");
}

#[test]
fn no_term_spans_two_fields() {
    let mut directory = directory(r#"[{"name":"ab","group":"cd"}]"#);
    assert!(found(&mut directory, "q=%22ab cd%22").is_empty());
    assert!(found(&mut directory, "q=abcd").is_empty());
    assert_eq!(found(&mut directory, "q=ab cd").len(), 1);
}

#[test]
fn two_thousand_characters_of_a_field_are_searched() {
    let mut directory = directory(&format!(r#"[{{"name":"a","notes":"{}needle"}}]"#, "é ".repeat(997)));
    assert_eq!(found(&mut directory, "q=needle").len(), 1);
}

#[test]
fn narrowing_a_word_letter_by_letter_finds_what_the_whole_word_finds() {
    let rows: Vec<String> = (0..300)
        .map(|n| {
            format!(
                r#"{{"slug":"s{n}","name":"group {n} {}","notes":"note {n}"}}"#,
                if n % 9 == 0 { "serenity" } else { "hope" }
            )
        })
        .collect();
    let rows = format!("[{}]", rows.join(","));
    let mut typed = directory(&rows);
    for word in
        ["s", "se", "ser", "sere", "seren", "sereni", "serenit", "serenity", "serenity 1", "serenity 18"]
    {
        let mut fresh = directory(&rows);
        assert_eq!(
            found(&mut typed, &format!("q={word}")),
            found(&mut fresh, &format!("q={word}")),
            "{word}"
        );
    }
}

#[test]
fn every_row_that_has_a_day_is_found_by_it() {
    let mut directory = directory(
        r#"[{"slug":"timed","name":"a","day":0,"time":"09:00"},{"slug":"untimed","name":"b","day":"0","time":"1800"},
            {"slug":"none","name":"c"},{"slug":"both","name":"d","day":[0,3],"time":"20:00"},{"slug":"seven","name":"e","day":7}]"#,
    );
    assert_eq!(found(&mut directory, "day=0"), ["timed", "untimed", "both"]);
    assert_eq!(found(&mut directory, "day=3"), ["both"]);
    assert_eq!(found(&mut directory, "day=today"), ["timed", "untimed", "both"]);
    assert!(found(&mut directory, "day=tomorrow").is_empty());
}

#[test]
fn day_time_and_open_hold_for_one_and_the_same_slot() {
    // Online in Los Angeles: Sunday 22:30 there is Monday 01:30 for a visitor in New York.
    let mut directory = directory(
        r#"[{"slug":"online","name":"a","day":0,"time":"22:30","timezone":"America/Los_Angeles","conference_url":"https://zoom.us/j/1"},
            {"slug":"hybrid","name":"b","day":0,"time":"22:30","timezone":"America/Los_Angeles","conference_url":"https://zoom.us/j/1","formatted_address":"1 A St, LA, CA 9, USA"},
            {"slug":"place","name":"c","day":0,"time":"22:30","timezone":"America/Los_Angeles","formatted_address":"1 A St, LA, CA 9, USA"}]"#,
    );
    assert_eq!(found(&mut directory, "day=0"), ["hybrid", "place"]);
    assert_eq!(found(&mut directory, "day=1"), ["online", "hybrid"]);
    assert_eq!(found(&mut directory, "day=1&time=night").len(), 2);
    assert_eq!(found(&mut directory, "day=0&time=night"), ["hybrid", "place"]);
    assert!(found(&mut directory, "day=1&time=evening").is_empty());
}

#[test]
fn open_now_lasts_from_the_minute_of_the_start_to_before_the_minute_of_the_end() {
    let mut directory = directory(&format!(
        r#"[{{"slug":"on","name":"a","day":0,"time":"09:30","end_time":"10:01",{FULL}}},{{"slug":"over","name":"b","day":0,"time":"09:00",{FULL}}},
            {{"slug":"soon","name":"c","day":0,"time":"11:00",{FULL}}},{{"slug":"later","name":"d","day":0,"time":"11:01",{FULL}}},{{"slug":"starts","name":"e","day":0,"time":"10:00",{FULL}}}]"#
    ));
    assert_eq!(found(&mut directory, "open=now"), ["on", "starts"]);
    assert_eq!(found(&mut directory, "open=soon"), ["soon"]);
    assert_eq!(found(&mut directory, "open=soon,now").len(), 3);
}

#[test]
fn the_order_is_in_progress_then_next_then_without_a_time_then_inactive() {
    let mut directory = directory(&format!(
        r#"[{{"slug":"inactive","name":"A","day":0,"time":"10:00"}},{{"slug":"untimed","name":"A","day":0,{FULL}}},
            {{"slug":"yesterday","name":"A","day":6,"time":"10:00",{FULL}}},{{"slug":"tomorrow","name":"A","day":1,"time":"06:00",{FULL}}},
            {{"slug":"later","name":"A","day":0,"time":"12:00",{FULL}}},{{"slug":"over","name":"A","day":0,"time":"08:00",{FULL}}},
            {{"slug":"began-late","name":"A","day":0,"time":"09:45",{FULL}}},{{"slug":"began-early","name":"Z","day":0,"time":"09:15",{FULL}}},
            {{"slug":"tie-b","name":"é","day":2,"time":"12:00",{FULL}}},{{"slug":"tie-a","name":"E","day":2,"time":"12:00",{FULL}}},{{"slug":"tie-c","name":"D","day":2,"time":"12:00",{FULL}}}]"#
    ));
    assert_eq!(
        found(&mut directory, ""),
        [
            "began-early",
            "began-late",
            "later",
            "tomorrow",
            "tie-c",
            "tie-a",
            "tie-b",
            "yesterday",
            "over",
            "untimed",
            "inactive"
        ]
    );
    assert_eq!(
        found(&mut directory, "day=0"),
        ["began-early", "began-late", "later", "over", "untimed", "inactive"]
    );
    // In the name first, but what has no time or is inactive stays last.
    assert_eq!(found(&mut directory, "q=z|anytown")[..2], ["began-early", "began-late"]);
    assert_eq!(found(&mut directory, "q=d|anytown").first().map(String::as_str), Some("tie-c"));
    assert_eq!(found(&mut directory, "q=a").last().map(String::as_str), Some("inactive"));
}

#[test]
fn with_a_chosen_day_only_the_slots_on_that_day_decide_the_order() {
    let mut directory = directory(&format!(
        r#"[{{"slug":"twice","name":"A","day":[0,2],"time":"10:30",{FULL}}},{{"slug":"once","name":"B","day":2,"time":"09:00",{FULL}}}]"#
    ));
    assert_eq!(found(&mut directory, ""), ["twice", "once"]);
    assert_eq!(found(&mut directory, "day=2"), ["once", "twice"]);
    let answer = directory.ask("day=2", &moment(10, 0), 50);
    assert_eq!(answer.rows[1].slot.as_ref().unwrap().own.day, 2, "the slot shown is the one chosen");
}

#[test]
fn of_types_all_must_hold_or_any() {
    let mut directory = directory_of(&[
        (
            Some("aa"),
            r#"[{"slug":"ow","name":"a","types":["O","W"]},{"slug":"o","name":"b","types":["O","POA"]}]"#,
        ),
        (Some("al-anon"), r#"[{"slug":"al","name":"c","types":["O","POA","zz"]}]"#),
    ]);
    assert_eq!(found(&mut directory, "type=O"), ["ow", "o", "al"]);
    assert_eq!(found(&mut directory, "type=o,w"), ["ow"]);
    assert_eq!(found(&mut directory, "type=W,POA&any=1"), ["ow", "o", "al"]);
    assert_eq!(found(&mut directory, "type=aa:POA"), ["o"]);
    assert_eq!(found(&mut directory, "type=al-anon:poa"), ["al"]);
    assert_eq!(found(&mut directory, "type=ZZ"), ["al"]);
    assert_eq!(
        found(&mut directory, "type=nothing").len(),
        3,
        "a type that no listing has counts as unknown"
    );
    assert_eq!(found(&mut directory, "type=nothing,W"), ["ow"]);
    assert_eq!(found(&mut directory, "program=al-anon,xx"), ["al"]);
    assert_eq!(found(&mut directory, "program=na").len(), 3);
    assert_eq!(found(&mut directory, "kind=al-anon-alateen"), ["al"]);
}

#[test]
fn a_region_is_found_at_any_level_and_as_a_path() {
    let mut directory = directory(
        r#"[{"slug":"a","name":"a","regions":["New York","Kings","Park Slope"]},{"slug":"b","name":"b","regions":["New York","Québec"]},
            {"slug":"c","name":"c","regions":["Ontario","Kings"]},{"slug":"d","name":"d","regions":["A > B"]}]"#,
    );
    assert_eq!(found(&mut directory, "region=new+york"), ["a", "b"]);
    assert_eq!(found(&mut directory, "region=Kings"), ["a", "c"]);
    assert_eq!(found(&mut directory, "region=New York > KINGS"), ["a"]);
    assert_eq!(found(&mut directory, "region=Kings > Park Slope"), ["a"]);
    assert_eq!(found(&mut directory, "region=quebec&region=Ontario"), ["b", "c"]);
    assert_eq!(found(&mut directory, "region=A > B"), ["d"], "a name is tried whole first");
    assert_eq!(found(&mut directory, "region=Park Slope > Kings").len(), 4);
    assert_eq!(found(&mut directory, "region=nowhere").len(), 4);
}

#[test]
fn in_person_and_online_include_hybrid() {
    let mut directory = directory(&format!(
        r#"[{{"slug":"p","name":"a",{FULL}}},{{"slug":"o","name":"b","conference_url":"zoom.us/j/1"}},{{"slug":"h","name":"c",{FULL},"conference_url":"zoom.us/j/1"}},{{"slug":"i","name":"d"}}]"#
    ));
    assert_eq!(found(&mut directory, "attendance=in_person"), ["p", "h"]);
    assert_eq!(found(&mut directory, "attendance=online"), ["o", "h"]);
    assert_eq!(found(&mut directory, "attendance=hybrid"), ["h"]);
    assert_eq!(found(&mut directory, "attendance=inactive,hybrid"), ["h", "i"]);
}

#[test]
fn an_unknown_zone_falls_back_to_the_feeds_then_the_sites() {
    let mut directory = directory(&format!(
        r#"[{{"slug":"a","name":"a","day":0,"time":"10:00","timezone":"Mars/Olympus",{FULL}}}]"#
    ));
    assert_eq!(directory.unknown_zones(&moment(10, 0)), [(0, "Mars/Olympus".to_owned())]);
    let answer = directory.ask("", &moment(10, 0), 1);
    assert_eq!(answer.rows[0].slot.as_ref().unwrap().own.zone, "America/New_York");
    assert_eq!(directory.zone_names(), ["America/New_York", "Mars/Olympus"]);
}

#[test]
fn a_listing_shows_both_times_where_they_differ() {
    let mut directory = directory(
        r#"[{"slug":"a","name":"a","day":0,"time":"22:30","end_time":"23:45","timezone":"America/Los_Angeles","conference_url":"https://us02web.zoom.us/j/1"}]"#,
    );
    let view = directory.listing("f0~a", &moment(10, 0)).unwrap();
    let slot = &view.slots[0];
    assert_eq!((slot.own.day, slot.own.start, slot.own.end), (0, Some(1350), Some(1425)));
    let yours = slot.yours.as_ref().unwrap();
    assert_eq!((yours.day, yours.start, yours.end), (1, Some(90), Some(165)));
    assert!(slot.yours_first);
    assert_eq!(slot.starts_in, Some(15 * 60 + 30));
    assert_eq!(view.row.provider.as_deref(), Some("Zoom"));
    assert!(directory.listing("f0~nobody", &moment(10, 0)).is_none());
}

#[test]
fn only_what_counts_is_chosen_and_each_choice_knows_its_part() {
    let mut directory = directory_of(&[
        (Some("aa"), r#"[{"slug":"a","name":"a","types":["O","W"],"regions":["X","Y"]}]"#),
        (Some("al-anon"), r#"[{"slug":"b","name":"b","types":["O"],"regions":["Z"]}]"#),
    ]);
    let fragment =
        "type=o,nothing,aa:W&program=na,aa&region=y&region=nowhere&day=0,9&kind=x&attendance=inactive&q=zz";
    let chosen = directory.ask(fragment, &moment(10, 0), 50).chosen;
    let parts: Vec<(&str, &str)> = chosen.iter().map(|one| (one.key.as_str(), one.part.as_str())).collect();
    assert_eq!(
        parts,
        [
            ("day", "0"),
            ("attendance", "inactive"),
            ("program", "aa"),
            ("type", "o"),
            ("type", "aa:W"),
            ("region", "y")
        ]
    );
    let facets = directory.facets(fragment, &moment(10, 0));
    let by = |choices: &[Choice]| -> Vec<(String, Option<String>)> {
        choices.iter().map(|choice| (choice.value.clone(), choice.chosen_by.clone())).collect()
    };
    let chosen_by = |value: &str, by: Option<&str>| (value.to_owned(), by.map(str::to_owned));
    assert_eq!(
        by(&facets.types),
        [chosen_by("aa:O", Some("o")), chosen_by("W", Some("aa:W")), chosen_by("al-anon:O", Some("o"))]
    );
    assert_eq!(
        by(&facets.regions),
        [chosen_by("X", None), chosen_by("X > Y", Some("y"))],
        "nothing is found: what is chosen stays, with what it lies in"
    );
    assert_eq!(by(&facets.programs), [chosen_by("aa", Some("aa"))]);
}

#[test]
fn an_address_with_a_hundred_thousand_parts_is_answered_at_once() {
    let mut directory = directory(r#"[{"name":"a","types":["O"]}]"#);
    let parts: Vec<String> = (0..100_000).map(|n| format!("t{n}")).collect();
    let fragment = format!("type={},O", parts.join(","));
    assert_eq!(directory.ask(&fragment, &moment(10, 0), 50).total, 1);
}

#[test]
fn a_broken_feed_is_dropped_and_the_others_stay() {
    let programs = programs();
    let mut builder = DirectoryBuilder::default();
    let feed = Feed { src: "f.json".to_owned(), ..Feed::default() };
    let mut good = FeedReader::new(&programs, &feed, "g", None);
    good.push(br#"[{"name":"kept","types":["O"],"day":0,"time":"10:00"}]"#, &mut |listing| {
        builder.push(0, &listing);
    })
    .unwrap();
    let before = builder.len();
    let mut bad = FeedReader::new(&programs, &feed, "b", None);
    bad.push(br#"[{"name":"dropped","types":["W"],"day":1,"time":"10:00"},"#, &mut |listing| {
        builder.push(1, &listing);
    })
    .unwrap();
    assert!(bad.finish(&mut |_| {}).is_err());
    builder.truncate(before);
    let mut directory = builder.build(programs, &Site::default(), "en");
    assert_eq!(directory.ids("", &moment(10, 0)).len(), 1);
    assert!(directory.ids("q=dropped", &moment(10, 0)).is_empty());
    assert_eq!(
        directory.facets("", &moment(10, 0)).types.iter().map(|choice| choice.count).sum::<usize>(),
        1
    );
}

#[test]
fn a_monthly_meeting_is_found_today_only_in_its_weeks_and_lies_in_order_by_its_next_time() {
    // Sunday 22 November 2026 is the fourth and not the last of its month.
    let mut directory = directory(&format!(
        r#"[{{"slug":"fourth","name":"a","day":"4th Sunday","time":"09:00",{FULL}}},
            {{"slug":"last","name":"b","day":"last Sunday","time":"09:00",{FULL}}},
            {{"slug":"every","name":"c","day":"Sunday","time":"19:00",{FULL}}},
            {{"slug":"monday","name":"d","day":"4th Monday","time":"09:00",{FULL}}},
            {{"slug":"first","name":"e","day":"1st Monday","time":"09:00",{FULL}}}]"#
    ));
    assert_eq!(found(&mut directory, "day=today"), ["every", "fourth"], "also what is over today");
    assert_eq!(found(&mut directory, "day=0"), ["every", "last", "fourth"]);
    assert_eq!(found(&mut directory, "day=tomorrow"), ["monday"]);
    assert_eq!(found(&mut directory, ""), ["every", "monday", "last", "first", "fourth"]);
    assert_eq!(found(&mut directory, "open=soon"), [""; 0]);
    let row = &directory.ask("q=b", &moment(10, 0), 1).rows[0];
    let slot = row.slot.as_ref().unwrap();
    assert_eq!((slot.weeks.list().collect::<Vec<_>>(), slot.starts_in), (vec![-1], Some(7 * DAY - 60)));
}

#[test]
fn a_monthly_meeting_online_is_found_on_the_visitor_s_day() {
    // 1:00 on the fourth Monday in Tokyo is the Sunday before in New York.
    let mut directory = directory(
        r#"[{"slug":"tokyo","name":"a","day":"4th Monday","time":"01:00","timezone":"Asia/Tokyo","conference_url":"https://x.example/y"},
            {"slug":"third","name":"b","day":"3rd Monday","time":"01:00","timezone":"Asia/Tokyo","conference_url":"https://x.example/y"}]"#,
    );
    assert_eq!(found(&mut directory, "day=today"), ["tokyo"]);
    assert_eq!(found(&mut directory, "day=tomorrow"), [""; 0]);
}

#[test]
fn a_service_that_never_closes_is_open_now() {
    let mut directory = directory(r#"[{"slug":"a","name":"x","hours":"24/7"},{"slug":"b","name":"y"}]"#);
    for hour in [0, 10, 23] {
        assert_eq!(directory.ids("open=now", &moment(hour, 59)), ["f0~a"]);
    }
    let view = directory.listing("f0~b", &moment(10, 0)).unwrap();
    assert!(view.row.by_appointment && view.slots.is_empty());
}
