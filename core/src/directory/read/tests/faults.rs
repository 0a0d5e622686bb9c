//! Rows 28 to 33 of the table of faults: what a bad or hostile feed costs, and what it must not cost.

use super::*;

#[test]
fn row_28_a_link_that_runs_something_is_no_link_and_the_row_is_shown() {
    let links = [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        " java\\tscript:alert(1)",
        "javascript://zoom.us/%0aalert(1)",
    ];
    for link in links {
        let text = format!(
            r#"[{{"name":"Hope","notes":"Join: {link}","conference_url":"{link}","website":"{link}","url":"{link}"}}]"#
        );
        let (listings, report) = read(&text);
        let listing = &listings[0];
        for field in [Field::JoinLink, Field::Website, Field::Url] {
            assert_eq!(listing.text(field), None, "{link}");
        }
        assert!(listing.text(Field::Notes).is_some(), "the text stays text");
        assert_eq!(listing.attendance, Attendance::Inactive, "nobody can join by it");
        assert_eq!(report.unused, 3);
        assert_eq!(report.fields[0].field, "conference_url");
        assert!(report.fields[0].fix.contains("https://"));
    }
}

#[test]
fn row_29_a_look_alike_host_is_not_called_by_the_provider_s_name() {
    use crate::directory::link::{host_of, provider};
    let link =
        |given: &str| row(&format!(r#""conference_url":"{given}""#)).text(Field::JoinLink).map(str::to_owned);
    for (given, host) in [
        ("https://evilzoom.us/j/1", "evilzoom.us"),
        ("https://zoom.us.evil.example/j/1", "zoom.us.evil.example"),
        ("https://zооm.us/j/1", "zооm.us"),
    ] {
        let link = link(given).unwrap();
        assert_eq!((provider(&link), host_of(&link).as_deref()), (None, Some(host)));
    }
    assert_eq!(link("https://zoom.us@evil.example/j/1"), None, "a name in front of the host hides it");
}

#[test]
fn row_30_one_bad_row_in_a_thousand_costs_that_row() {
    for bad in ["null", "7", "\"oops\"", "{}", "{\"slug\":\"x\",\"name\":\" \"}", "[]"] {
        let rows: Vec<String> = (0..1000)
            .map(|n| if n == 500 { bad.to_owned() } else { format!("{{\"name\":\"n{n}\"}}") })
            .collect();
        let (listings, report) = read(&format!("[{}]", rows.join(",")));
        assert_eq!((listings.len(), report.unread, report.rows[0].row), (999, 1, 501), "{bad}");
        assert!(!report.rows[0].why.is_empty() && !report.rows[0].fix.is_empty());
    }
}

#[test]
fn row_31_impossible_coordinates_are_none_and_the_row_is_shown() {
    for (latitude, longitude) in [
        ("\"NaN\"", "\"NaN\""),
        ("\"abc\"", "1"),
        ("999", "1"),
        ("-75.16", "1e999"),
        ("\"39,9\"", "\"-75,1\""),
        // Swapped, where the longitude can't be a latitude.
        ("-118.2", "34.05"),
    ] {
        let text = format!(r#"[{{"name":"Hope","latitude":{latitude},"longitude":{longitude}}}]"#);
        let (listings, report) = read(&text);
        assert_eq!(listings[0].coordinates, None, "{text}");
        assert_eq!((report.unused, report.fields[0].field.as_str()), (1, "latitude"), "{text}");
    }
    let (listings, report) = read(r#"[{"name":"Hope","latitude":"0.0","longitude":0}]"#);
    assert_eq!((listings[0].coordinates, report.unused), (None, 0), "zeros are how software says nothing");
}

#[test]
fn row_32_what_is_no_time_or_day_is_said_and_costs_only_itself() {
    for time in ["25:99", "24:00", "1800", "noon"] {
        let (listings, report) = read(&format!(r#"[{{"name":"Hope","day":2,"time":"{time}"}}]"#));
        let slot = listings[0].slots[0];
        assert_eq!((slot.day.index(), slot.start), (2, None), "{time}");
        assert_eq!((report.fields[0].field.as_str(), report.fields[0].value.as_str()), ("time", time));
    }
    let (listings, report) = read(r#"[{"name":"Hope","day":9,"time":"19:00","timezone":"Mars/Olympus"}]"#);
    assert_eq!((listings[0].slots.len(), report.fields[0].field.as_str()), (0, "day"));
    assert_eq!(listings[0].zone.as_deref(), Some("Mars/Olympus"), "the browser says whether it knows it");
    let slot = row(r#""day":6,"time":"23:30","end_time":"00:30""#).slots[0];
    assert_eq!(slot.length, Some(60), "an end before its start is the next day");
}

#[test]
fn row_33_whatever_slugs_there_are_each_row_has_a_link_of_its_own_that_stays() {
    let long = "x".repeat(10_000);
    let slugs = ["a", "a", "constructor", "__proto__", "🎉", "🎉🎉", &long, "", "a/b?c#d"];
    let rows: Vec<String> =
        slugs.iter().map(|slug| format!(r#"{{"name":"Hope {slug}","slug":"{slug}"}}"#)).collect();
    let text = format!("[{}]", rows.join(","));
    let (listings, report) = read(&text);
    let ids = |listings: &[Listing]| listings.iter().map(|one| one.id.0.clone()).collect::<Vec<_>>();
    let distinct: std::collections::HashSet<String> = ids(&listings).into_iter().collect();
    assert_eq!(distinct.len(), slugs.len());
    assert!(distinct.iter().all(|id| id.len() < 100 && id.is_ascii()));
    assert_eq!(ids(&listings), ids(&read(&text).0));
    assert!(distinct.contains("list~constructor") && distinct.contains("list~__proto__"));
    assert_eq!(report.fields[0].field, "slug");
}

#[test]
fn a_very_long_text_is_cut_and_it_is_said() {
    let (listings, report) = read(&format!(r#"[{{"name":"Hope","notes":"{}"}}]"#, "é".repeat(1 << 20)));
    assert_eq!(listings[0].text(Field::Notes).map(str::len), Some(20_000));
    assert_eq!((report.unused, report.fields[0].field.as_str()), (1, "notes"));
    assert!(report.fields[0].value.chars().count() <= 60);
}

/// Regions, types, zone and kind were kept whole, however long: a row could cost megabytes in each of them.
#[test]
fn a_very_long_region_type_zone_or_kind_is_cut_and_it_is_said() {
    let long = "é".repeat(1 << 16);
    let text = format!(
        r#"[{{"name":"Hope","regions":["North","{long}"],"types":["O","{long}"],"timezone":"{long}","kind":"{long}"}}]"#
    );
    let (listings, report) = read(&text);
    let listing = &listings[0];
    let lengths = [&listing.regions[1], &listing.types[1]].map(String::len);
    let (zone, kind) = (listing.zone.as_ref().map(String::len), listing.kind.as_ref().map(String::len));
    assert_eq!((lengths, zone, kind), ([20_000; 2], Some(20_000), Some(20_000)));
    let fields: Vec<&str> = report.fields.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["regions", "types", "timezone", "kind"]);
}

/// A text that was cut behind a word ended in a blank, which was gone when the list was written and read again.
#[test]
fn a_text_that_is_cut_ends_in_no_blank() {
    let (listings, _) = read(&format!(r#"[{{"name":"Hope","notes":"{} y"}}]"#, "x".repeat(19_999)));
    assert_eq!(listings[0].text(Field::Notes).map(str::len), Some(19_999));
}

/// A blank that does not break stood before a code, which was then not the code.
#[test]
fn a_type_is_read_without_any_kind_of_blank_around_it() {
    assert_eq!(row("\"types\":\"O,\u{a0}C,[ \u{2003}ZZ ]\"").types, ["O", "C", "ZZ"]);
}
