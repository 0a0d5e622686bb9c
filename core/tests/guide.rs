//! The guide, the kinds and the organizations as they are in this repository.
#![expect(clippy::unwrap_used, reason = "what a test reads is part of this repository")]

use std::path::Path;

use alongside_core::json::{Read, from_text};
use alongside_core::support::{Asked, Guide, Kinds, Orgs, Suggestion};
use proptest::prelude::*;

fn file<T: Read>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/content/en").join(name);
    from_text(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn both() -> (Guide, Kinds) {
    (file("guide.json"), file("kinds.json"))
}

fn chosen(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

fn ids(found: &[Suggestion<'_>]) -> Vec<String> {
    found.iter().map(|one| one.kind.id.clone()).collect()
}

#[test]
fn every_form_of_the_article_is_there() {
    let kinds: Kinds = file("kinds.json");
    assert_eq!((kinds.kinds.len(), kinds.groups.len()), (46, 8));
    for name in [
        "Peer-run organizations",
        "Recovery community centers",
        "Alcoholics Anonymous",
        "Narcotics Anonymous",
        "Cocaine Anonymous",
        "Other 12-step programs",
        "Internet support groups",
        "Drug courts",
        "Homeless shelters",
        "Child welfare agencies",
        "Hospital emergency rooms",
        "Sober living homes for men",
        "Sober living homes for women",
        "Detox facilities",
    ] {
        assert!(kinds.kinds.iter().any(|kind| kind.name.starts_with(name)), "{name}");
    }
    let grouped: usize = kinds.groups.iter().map(|group| kinds.in_group(&group.id).count()).sum();
    assert_eq!(grouped, 46);
}

#[test]
fn a_kind_is_found_by_another_name_whatever_its_case() {
    let kinds: Kinds = file("kinds.json");
    let found = |query: &str| kinds.matching(query).iter().map(|kind| kind.id.clone()).collect::<Vec<_>>();
    assert_eq!(found("withdrawal MANAGEMENT"), ["detox-facilities"]);
    assert_eq!(found(" ").len(), 46);
    assert!(found("zzz").is_empty());
}

#[test]
fn what_a_kind_asks_is_read() {
    let kinds: Kinds = file("kinds.json");
    let asked = |id: &str, what: &str| kinds.get(id).unwrap().asked(what);
    assert_eq!(asked("women-for-sobriety", "days"), Some(Asked::Yes));
    assert_eq!(asked("smart-recovery", "account"), Some(Asked::Some));
    assert_eq!(asked("lifering", "faith"), Some(Asked::No));
    assert_eq!(asked("lifering", "camera"), Some(Asked::Unknown));
    assert_eq!(asked("nar-anon", "days"), None);
}

#[test]
fn organizations_are_found_by_kind() {
    let orgs: Orgs = file("orgs.json");
    let names: Vec<&str> = orgs.of_kind("narcotics-anonymous").map(|org| org.id.as_str()).collect();
    assert_eq!(names, ["na"]);
    assert!(orgs.linked().count() > 20);
    assert!(orgs.linked().all(|org| org.id != "n211"), "its address was seen nowhere");
}

#[test]
fn secular_and_online_gives_what_is_both_and_says_so() {
    let (guide, kinds) = both();
    let (found, first) = guide.suggest(&kinds, &chosen("alcohol online secular"));
    let best: Vec<_> =
        found[..first].iter().filter(|one| one.unmet.is_empty() && one.open.is_empty()).collect();
    let best: Vec<&str> = best.iter().map(|one| one.kind.id.as_str()).collect();
    assert_eq!(best, ["lifering", "sos", "smart-recovery"]);
    assert_eq!(found[0].met, ["alcohol", "online", "secular"]);
    let aa = found.iter().find(|one| one.kind.id == "alcoholics-anonymous").unwrap();
    assert_eq!(aa.unmet, ["secular"]);
}

#[test]
fn what_a_kind_asks_of_a_person_is_held_against_what_they_can_not_do() {
    let (guide, kinds) = both();
    let (found, _) = guide.suggest(&kinds, &chosen("drugs no_camera no_account no_travel no_cost no_name"));
    let of = |id: &str| found.iter().find(|one| one.kind.id == id).unwrap();
    assert_eq!(of("marijuana-anonymous").met, ["drugs", "no_travel", "no_cost", "no_camera", "no_name"]);
    assert_eq!(of("marijuana-anonymous").open, ["no_account"]);
    assert_eq!(of("detox-facilities").unmet, ["no_travel", "no_name"]);
}

#[test]
fn who_skips_everything_gets_every_way_side_by_side() {
    let (guide, kinds) = both();
    let (found, first) = guide.suggest(&kinds, &[]);
    assert_eq!(first, found.len());
    let general = ids(&found);
    for id in ["alcoholics-anonymous", "celebrate-recovery", "lifering", "recovery-dharma", "smart-recovery"]
    {
        assert!(general.contains(&id.to_owned()), "{id}");
    }
    let mut names: Vec<String> = found.iter().map(|one| one.kind.name.to_lowercase()).collect();
    let shown = names.clone();
    names.sort();
    assert_eq!(shown, names, "by the alphabet");
}

#[test]
fn each_way_and_each_need_has_something() {
    let (guide, kinds) = both();
    for tag in guide.questions.iter().filter(|question| !question.all).flat_map(|question| &question.tags) {
        let asked = [tag.clone(), "native".to_owned()];
        let (found, _) = guide.suggest(&kinds, &asked);
        assert!(found.iter().any(|one| one.met.contains(&tag.as_str())), "{tag}");
    }
}

fn answers() -> impl Strategy<Value = Vec<String>> {
    let guide: Guide = file("guide.json");
    let tags: Vec<String> = guide.questions.into_iter().flat_map(|question| question.tags).collect();
    proptest::sample::subsequence(tags.clone(), 0..=tags.len())
}

proptest! {
    #[test]
    fn any_answers_give_suggestions_whose_reasons_are_true(chosen in answers()) {
        let (guide, kinds) = both();
        let (found, first) = guide.suggest(&kinds, &chosen);
        prop_assert!(first > 0 && first <= found.len());
        let mut turned = chosen.clone();
        turned.reverse();
        prop_assert_eq!(ids(&found), ids(&guide.suggest(&kinds, &turned).0), "the order is stable");
        for one in &found {
            let offer = guide.kinds.iter().find(|offer| offer.kind == one.kind.id).unwrap();
            prop_assert!(chosen.is_empty() || offer.general || offer.only_for.is_empty() || offer.only_for.iter().any(|tag| chosen.contains(tag)));
            for tag in &one.met {
                prop_assert!(chosen.iter().any(|asked| asked == tag));
                let holds = match *tag {
                    "no_travel" => offer.fits.iter().any(|fit| fit == "online" || fit == "phone"),
                    "no_cost" => offer.pay == "no",
                    "no_camera" => !matches!(one.kind.asked("camera"), Some(Asked::Yes | Asked::Some | Asked::Unknown)),
                    "no_name" => !matches!(one.kind.asked("name"), Some(Asked::Yes | Asked::Some | Asked::Unknown)),
                    "no_account" => !matches!(one.kind.asked("account"), Some(Asked::Yes | Asked::Some | Asked::Unknown)),
                    tag => offer.fits.iter().any(|fit| fit == tag),
                };
                prop_assert!(holds, "{} {}", one.kind.id, tag);
            }
            for tag in one.unmet.iter().chain(&one.open) {
                prop_assert!(!one.met.contains(tag) && chosen.iter().any(|asked| asked == tag));
            }
        }
    }
}
