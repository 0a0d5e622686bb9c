//! What can still be chosen, and with how many listings.

use super::*;
use crate::directory::{Attendance, PartOfDay};
use crate::fragment::{encode, pairs};

/// Gives how many listings are left with another value of a key.
fn left(directory: &mut Directory, fragment: &str, moment: &Moment, key: &str, value: &str) -> usize {
    let others = pairs(fragment).into_iter().filter(|(name, _)| name != key);
    let kept = others.map(|(name, value)| format!("{name}={}", encode(&value)));
    let all: Vec<String> = kept.chain([format!("{key}={}", encode(value))]).collect();
    directory.ask(&all.join("&"), moment, 0).total
}

/// With a type go those already chosen, unless any of them is enough.
fn with_chosen(fragment: &str, value: &str) -> String {
    let last = |key: &str| crate::fragment::last(fragment, key);
    let chosen = last("type").filter(|_| last("any").as_deref() != Some("1"));
    chosen.map_or(value.to_owned(), |chosen| format!("{chosen},{value}"))
}

pub(super) fn assert_what_each_choice_leaves(directory: &mut Directory, fragment: &str, moment: &Moment) {
    let facets = directory.facets(fragment, moment);
    let mut check = |key: &str, value: &str, count: usize| {
        assert_eq!(left(directory, fragment, moment, key, value), count, "{fragment} {key}={value}");
    };
    facets.days.iter().enumerate().for_each(|(day, count)| check("day", &day.to_string(), *count));
    PartOfDay::ALL.iter().zip(&facets.times).for_each(|(part, count)| check("time", part.key(), *count));
    ["now", "soon"].iter().zip(&facets.open).for_each(|(open, count)| check("open", open, *count));
    let attendance = Attendance::ALL.iter().zip(&facets.attendance);
    attendance.for_each(|(one, count)| check("attendance", one.key(), *count));
    for (key, choices) in
        [("program", &facets.programs), ("region", &facets.regions), ("kind", &facets.kinds)]
    {
        for choice in choices {
            check(key, &choice.value, choice.count);
        }
    }
    facets.types.iter().for_each(|choice| check("type", &with_chosen(fragment, &choice.value), choice.count));
}

/// Of all that can be chosen at first, what leaves something is offered, and what leaves nothing is not.
pub(super) fn assert_no_dead_end(directory: &mut Directory, fragment: &str, moment: &Moment) {
    let all = directory.facets("", moment);
    let facets = directory.facets(fragment, moment);
    for (key, all, offered) in [
        ("program", &all.programs, &facets.programs),
        ("type", &all.types, &facets.types),
        ("region", &all.regions, &facets.regions),
        ("kind", &all.kinds, &facets.kinds),
    ] {
        for choice in all {
            let value =
                if key == "type" { with_chosen(fragment, &choice.value) } else { choice.value.clone() };
            let leaves = left(directory, fragment, moment, key, &value);
            let is_offered = offered.iter().any(|one| one.value == choice.value);
            assert!(is_offered || leaves == 0, "{fragment}: {choice:?} is missing");
        }
        let leads_to_chosen = |value: &str| {
            let chosen = offered.iter().filter(|one| one.chosen_by.is_some());
            chosen.into_iter().any(|one| one.value == value || one.value.starts_with(&format!("{value} > ")))
        };
        for choice in offered {
            assert!(
                choice.count > 0 || leads_to_chosen(&choice.value),
                "{fragment}: {choice:?} leads nowhere"
            );
        }
    }
}

#[test]
fn facets_count_what_each_choice_would_leave() {
    let mut directory = directory_of(&[
        (
            Some("aa"),
            r#"[{"slug":"a","name":"hope","types":["O","W"],"regions":["X","Y"],"day":0,"time":"09:30","latitude":40,"longitude":-75},
                {"slug":"b","name":"b","types":["O"],"regions":["X"],"day":1,"time":"21:30","conference_url":"zoom.us/j/1"}]"#,
        ),
        (
            Some("na"),
            r#"[{"slug":"c","name":"c","types":["O"],"regions":["Z"],"day":0,"time":"10:30","formatted_address":"1 A St, B, NY 10001, USA","latitude":41,"longitude":-75}]"#,
        ),
    ]);
    for fragment in [
        "",
        "day=1",
        "q=hope",
        "type=O",
        "program=aa&day=1",
        "region=X&type=O,W",
        "attendance=inactive&time=night",
        "type=O&any=1",
        "open=now,soon",
        "near=Z&within=5",
        "near=Z&within=100&type=W",
        "near=nowhere&within=1",
    ] {
        assert_what_each_choice_leaves(&mut directory, fragment, &moment(10, 0));
        assert_no_dead_end(&mut directory, fragment, &moment(10, 0));
    }
    let open = |fragment: &str, directory: &mut Directory| directory.facets(fragment, &moment(10, 0)).open;
    assert_eq!(open("", &mut directory), [1, 1]);
    assert_eq!(open("near=Z&within=5", &mut directory), [1, 1], "what is inactive is not travelled to");
    assert_eq!(open("q=hope", &mut directory), [1, 0]);
}

#[test]
fn a_region_level_that_every_listing_shares_is_not_offered() {
    let values = |rows: &str, fragment: &str| -> Vec<(String, u8)> {
        let regions = directory(rows).facets(fragment, &moment(10, 0)).regions;
        regions.into_iter().map(|choice| (choice.value, choice.depth)).collect()
    };
    let owned = |list: &[(&str, u8)]| -> Vec<(String, u8)> {
        list.iter().map(|(value, depth)| ((*value).to_owned(), *depth)).collect()
    };
    let shared = r#"{"name":"a","regions":["US","NY","Kings","Park","Block"]},{"name":"b","regions":["US","NY","Queens"]},{"name":"c","regions":["US","NY"]}"#;
    assert_eq!(
        values(&format!("[{shared}]"), ""),
        owned(&[
            ("US > NY > Kings", 0),
            ("US > NY > Kings > Park", 1),
            ("US > NY > Kings > Park > Block", 2),
            ("US > NY > Queens", 0)
        ])
    );
    // What is shared is so by all listings, not by those that are shown: a choice does not move the tree.
    let other = r#"[{"name":"first","regions":["US","NY"]},{"name":"b","regions":["US","PA"]},{"name":"z"}]"#;
    assert_eq!(values(other, "q=first"), owned(&[("US", 0), ("US > NY", 1)]));
    assert!(values(r#"[{"name":"a","regions":["NY"]},{"name":"b","regions":["NY"]}]"#, "").is_empty());
}

#[test]
fn types_lie_by_program_and_then_by_name() {
    let mut directory = directory_of(&[
        (Some("na"), r#"[{"name":"a","types":["O","W"]}]"#),
        (Some("aa"), r#"[{"name":"b","types":["W","O","BE"]}]"#),
    ]);
    let types = directory.facets("", &moment(10, 0)).types;
    let order: Vec<(String, String)> =
        types.into_iter().map(|choice| (choice.of.unwrap_or_default(), choice.value)).collect();
    let mut programs: Vec<&String> = order.iter().map(|(of, _)| of).collect();
    programs.dedup();
    assert_eq!(programs.len(), 2, "{order:?}");
    assert_eq!(order[0].1, "BE", "Newcomer is before Open and Women: {order:?}");
}

#[test]
fn a_region_counts_its_namesakes_at_other_levels_and_other_spellings_are_one_choice() {
    let mut directory = directory(
        r#"[{"name":"a","regions":["Kings"]},{"name":"b","regions":["New York","KINGS"]},{"name":"c","regions":["Kíngs"]}]"#,
    );
    let regions = directory.facets("", &moment(10, 0)).regions;
    let counts: Vec<(u8, usize)> = regions.iter().map(|choice| (choice.depth, choice.count)).collect();
    assert_eq!(counts, [(0, 3), (0, 1), (1, 1)], "{regions:?}");
    assert_eq!(directory.ask("region=Kings", &moment(10, 0), 0).total, 3);
}
