//! Sheets made of the content as it is.

use super::*;
use proptest::prelude::*;

fn first() -> FirstStep {
    crate::json::from_text(include_str!("../../../public/content/en/first_step.json")).unwrap()
}

fn ticks(ids: &[&str]) -> Ticks {
    Ticks(ids.iter().map(|&id| id.to_owned()).collect())
}

fn texts<'a>(sheet: &Sheet<'a>) -> Vec<&'a str> {
    sheet.parts.iter().flat_map(|part| &part.texts).map(|(_, text)| *text).collect()
}

fn of(sheet: &Sheet<'_>, kind: PartKind) -> String {
    let parts = sheet.parts.iter().filter(|part| part.kind == kind);
    parts.flat_map(|part| &part.texts).map(|(_, text)| *text).collect::<Vec<_>>().join("\n")
}

/// Every condition that stands in the content.
fn conditions(first: &FirstStep) -> Vec<(&str, &[String])> {
    let said = first.opening_sentences.values().flatten().map(|one| (one.text.as_str(), &one.when[..]));
    let lists = [&first.they_may_ask, &first.you_can_ask, &first.payment, &first.rights, &first.red_flags];
    let passages = lists.into_iter().flatten().chain(first.bring.values().flatten());
    said.chain(passages.map(|one| (one.text.as_str(), &one.when[..]))).collect()
}

#[test]
fn a_person_with_medicaid_who_calls_a_program_reads_about_medicaid_and_no_other_way_to_pay() {
    let first = first();
    let sheet = Sheet::of(&first, &ticks(&["call_program", "me", "medicaid"]));
    assert!(of(&sheet, PartKind::Say).contains("I have Medicaid. Do you take it?"));
    assert!(!of(&sheet, PartKind::Say).contains("I don’t have insurance"));
    assert_eq!(of(&sheet, PartKind::Cost).lines().count(), 1);
    assert!(!of(&sheet, PartKind::Say).contains("my brother"));
}

#[test]
fn a_job_brings_the_right_to_time_off_and_medicine_the_right_to_keep_it() {
    let first = first();
    let plain = Sheet::of(&first, &ticks(&["call_program", "me"]));
    let both = Sheet::of(&first, &ticks(&["call_program", "me", "work", "medicine"]));
    for word in ["12 weeks of unpaid leave", "prescribed medicine for opioid use"] {
        assert!(!of(&plain, PartKind::Rights).contains(word) && of(&both, PartKind::Rights).contains(word));
    }
}

#[test]
fn every_passage_for_sheets_can_be_reached_and_names_ticks_that_there_are() {
    let first = first();
    let known: Vec<&str> =
        first.call_sheet.iter().flat_map(|group| &group.ticks).map(|tick| tick.id.as_str()).collect();
    for (text, when) in conditions(&first) {
        assert!(!when.is_empty(), "on no sheet: {text}");
        for all in when {
            let wanted: Vec<&str> = all.split('+').collect();
            assert!(wanted.iter().all(|id| known.contains(id)), "{all}: {text}");
            // Of a group that has one answer, no passage may ask for two.
            for group in first.call_sheet.iter().filter(|group| group.one) {
                let of_group = wanted.iter().filter(|id| group.ticks.iter().any(|tick| tick.id == **id));
                assert!(of_group.count() < 2, "never reached: {text}");
            }
            let mut asked = Ticks::first(&first.call_sheet);
            for group in &first.call_sheet {
                for id in group
                    .ticks
                    .iter()
                    .filter(|tick| wanted.contains(&tick.id.as_str()) && !asked.has(&tick.id))
                    .map(|tick| tick.id.clone())
                    .collect::<Vec<_>>()
                {
                    asked.press(group, &id);
                }
            }
            assert!(texts(&Sheet::of(&first, &asked)).contains(&text), "not on the sheet of {all}: {text}");
        }
    }
}

#[test]
fn every_place_with_sentences_can_be_ticked_and_has_something_to_say_for_everyone() {
    let first = first();
    let place = &first.call_sheet[0];
    for key in first.opening_sentences.keys().filter(|key| *key != "setting_a_limit") {
        assert!(place.ticks.iter().any(|tick| tick.id == *key), "{key}");
    }
    for tick in &place.ticks {
        for who in ["me", "other"] {
            let sheet = Sheet::of(&first, &ticks(&[&tick.id, who]));
            assert_eq!(sheet.parts.first().map(|part| part.kind), Some(PartKind::Say), "{} {who}", tick.id);
        }
    }
}

#[test]
fn one_answer_replaces_another_and_several_stand_beside_each_other() {
    let first = first();
    let mut all = Ticks::first(&first.call_sheet);
    assert_eq!(all, ticks(&["call_program", "me", "pay_unsure"]));
    all.press(&first.call_sheet[0], "doctor");
    all.press(&first.call_sheet[0], "doctor");
    assert!(all.has("doctor") && !all.has("call_program") && all.has("me"));
    all.press(&first.call_sheet[3], "work");
    all.press(&first.call_sheet[3], "court");
    all.press(&first.call_sheet[3], "work");
    assert!(!all.has("work") && all.has("court"));
}

#[test]
fn only_a_sheet_with_much_on_it_takes_small_letters() {
    let first = first();
    assert!(!Sheet::of(&first, &ticks(&["family", "me"])).is_long());
    let all =
        ["call_program", "me", "pay_unsure", "going", "medicine", "court", "work", "children", "pregnant"];
    assert!(Sheet::of(&first, &ticks(&all)).is_long());
}

#[test]
fn a_sheet_as_text_has_all_that_stands_on_it() {
    let first = first();
    let sheet = Sheet::of(&first, &ticks(&["call_safety", "me", "insurance"]));
    let text = sheet.text(&["Stop safely."], |_| "Part", &["911".to_owned(), "988".to_owned()]);
    assert!(text.starts_with("Stop safely.\n\n") && text.ends_with("\n\n911\n988"));
    assert!(text.contains("\n- Health insurance: Call the number on your card."));
    for words in texts(&sheet).iter().chain(&sheet.warnings) {
        assert!(text.contains(words), "{words}");
    }
}

proptest! {
    #[test]
    fn a_sheet_has_every_warning_of_its_place_and_says_nothing_twice(
        place in 0_usize..10, who in 0_usize..2, many in proptest::collection::vec(any::<bool>(), 14),
    ) {
        let first = first();
        let mut asked = Ticks::first(&first.call_sheet);
        let [places, whom, rest @ ..] = &first.call_sheet[..] else { return Ok(()) };
        asked.press(places, &places.ticks[place].id);
        asked.press(whom, &whom.ticks[who].id);
        let all = rest.iter().flat_map(|group| group.ticks.iter().map(move |tick| (group, tick)));
        for ((group, tick), _) in all.zip(many).filter(|(_, on)| *on) {
            asked.press(group, &tick.id);
        }
        let sheet = Sheet::of(&first, &asked);
        for warning in first.opening_warnings.iter().filter(|one| one.places.contains(&places.ticks[place].id)) {
            prop_assert!(sheet.warnings.contains(&warning.text.as_str()));
        }
        let mut said = texts(&sheet);
        said.extend(&sheet.warnings);
        let count = said.len();
        said.sort_unstable();
        said.dedup();
        prop_assert_eq!(said.len(), count);
        prop_assert!(sheet.parts.iter().all(|part| !part.texts.is_empty()));
    }
}
