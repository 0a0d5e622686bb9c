//! What people need from services.

use super::*;

const SERVICES: &str = r#"[
    {"slug":"kitchen","name":"Open Table","service":"yes","services":"Hot meals, showers","cost":"Free","languages":"English, Español","admission":"Walk in","hours":"Sun 9:00-12:00"},
    {"slug":"house","name":"Harbor House","service":"yes","description":"Sober living for women","cost":"$600 a month","languages":"english"},
    {"slug":"detox","name":"Clinic","service":"yes","kind":"detox-facilities","cost":"Insurance; no one is turned away","languages":"English; Russian","hours":"Sun 13:00-15:00"},
    {"slug":"meeting","name":"Food for thought","day":0,"time":"19:00"}
]"#;

#[test]
fn services_are_found_by_what_a_person_needs_and_meetings_are_not() {
    let mut directory = directory(SERVICES);
    for (fragment, slugs) in [
        ("need=food", vec!["kitchen"]),
        ("need=hygiene", vec!["kitchen"]),
        ("need=home", vec!["house"]),
        ("need=detox", vec!["detox"]),
        ("need=home,detox,nonsense", vec!["detox", "house"]),
        ("need=food&open=now", vec!["kitchen"]),
        ("free=1", vec!["kitchen"]),
        ("walk_in=1", vec!["kitchen"]),
        ("speaks=ESPANOL", vec!["kitchen"]),
        ("speaks=russian,español", vec!["detox", "kitchen"]),
        ("need=food&speaks=Russian", vec![]),
        // What no service of this site answers counts as unknown, and so does what is not one.
        ("need=legal", vec!["detox", "house", "kitchen", "meeting"]),
        ("need=nonsense&speaks=Klingon&free=yes", vec!["detox", "house", "kitchen", "meeting"]),
    ] {
        let mut all = found(&mut directory, fragment);
        all.sort();
        assert_eq!(all, slugs, "{fragment}");
    }
}

#[test]
fn each_need_is_counted_and_none_leads_to_a_dead_end() {
    let mut directory = directory(SERVICES);
    let facets = directory.facets("", &moment(10, 0));
    let needs: Vec<(&str, usize)> = facets.needs.iter().map(|one| (one.value.as_str(), one.count)).collect();
    assert_eq!(needs, [("detox", 1), ("home", 1), ("food", 1), ("hygiene", 1), ("health", 1)]);
    let languages: Vec<(&str, usize)> =
        facets.languages.iter().map(|one| (one.name.as_str(), one.count)).collect();
    assert_eq!(languages, [("English", 3), ("Español", 1), ("Russian", 1)]);
    assert_eq!(facets.ease, [1, 1]);
    let facets = directory.facets("need=home", &moment(10, 0));
    assert_eq!(
        facets.needs.iter().map(|one| one.count).sum::<usize>(),
        5,
        "any of several: the others add up"
    );
    assert_eq!(facets.ease, [0, 0]);
    assert_eq!(facets.languages.len(), 1);
    let chosen = directory.ask("need=home&speaks=english&free=1&walk_in=1", &moment(10, 0), 9).chosen;
    let chosen: Vec<(String, Option<String>)> = chosen.into_iter().map(|one| (one.key, one.name)).collect();
    let english = Some("English".to_owned());
    assert_eq!(
        chosen,
        [
            ("need".to_owned(), None),
            ("speaks".to_owned(), english),
            ("free".to_owned(), None),
            ("walk_in".to_owned(), None)
        ]
    );
    let none = directory_of(&[(Some("aa"), r#"[{"name":"a","day":0}]"#)]).facets("", &moment(10, 0));
    assert!(none.needs.is_empty() && none.languages.is_empty() && none.ease == [0, 0]);
}
