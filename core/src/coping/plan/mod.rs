//! A person's own plan for hard days: short entries in sections, one record each, so that two tabs that write at once
//! lose nothing. What of it fits on a card is in `card.rs`.

mod card;

pub use card::{CARD_LINES, Panel, fitted};

use serde::{Deserialize, Serialize};

use crate::order::sort_short;
use crate::records::{EventId, PlanId};
use crate::tracker::{Event, What};

use super::tool::IfThen;

/// No text of an entry is longer.
const LONGEST: usize = 500;
/// No number that people dial is longer.
const LONGEST_NUMBER: usize = 40;

/// A part of the plan, by what it is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// How a hard time begins.
    Signs,
    /// What the person can do alone.
    Coping,
    /// People and places that turn the mind to something else.
    Distraction,
    /// Who can be asked for help.
    People,
    /// Professionals and services.
    Professionals,
    /// What makes the place they are in safer.
    Safer,
    /// What it is worth going on for.
    Reasons,
}

impl Section {
    /// Every section, in the order in which they are read on a hard day.
    pub const ALL: [Section; 7] = [
        Section::Signs,
        Section::Coping,
        Section::Distraction,
        Section::People,
        Section::Professionals,
        Section::Safer,
        Section::Reasons,
    ];

    /// Its word in records and in ids on the page.
    pub fn id(self) -> &'static str {
        match self {
            Section::Signs => "signs",
            Section::Coping => "coping",
            Section::Distraction => "distraction",
            Section::People => "people",
            Section::Professionals => "professionals",
            Section::Safer => "safer",
            Section::Reasons => "reasons",
        }
    }

    /// Says whether a phone number belongs to what stands here.
    pub fn takes_number(self) -> bool {
        matches!(self, Section::Distraction | Section::People | Section::Professionals)
    }

    /// Says whether a skill of the library may stand here.
    pub fn takes_skill(self) -> bool {
        self == Section::Coping
    }

    /// Says whether a help line may stand here.
    pub fn takes_line(self) -> bool {
        self == Section::Professionals
    }
}

/// One entry of the plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Where it stands.
    pub section: Section,
    /// The person's own words; empty if a skill or a line says it all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// A number to call, as the person wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tel: Option<String>,
    /// The id of a skill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// The id of a help line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// Its place among those of its section.
    #[serde(default)]
    pub order: u32,
}

impl Entry {
    /// Makes an entry of what is in the fields; `None` if they say nothing. What the section does not take is left out.
    pub fn of(section: Section, words: &str, tel: &str, skill: &str, line: &str) -> Option<Entry> {
        let said = |text: &str, longest: usize, takes: bool| {
            let text: String = text.trim().chars().take(longest).collect();
            (takes && !text.is_empty()).then_some(text)
        };
        let entry = Entry {
            section,
            words: said(words, LONGEST, true).unwrap_or_default(),
            tel: said(tel, LONGEST_NUMBER, section.takes_number()),
            skill: said(skill, LONGEST, section.takes_skill()),
            line: said(line, LONGEST, section.takes_line()),
            order: 0,
        };
        let says_something =
            !entry.words.is_empty() || entry.tel.is_some() || entry.skill.is_some() || entry.line.is_some();
        says_something.then_some(entry)
    }
}

/// Entries with their ids.
pub type Entries = Vec<(PlanId, Entry)>;

/// Gives the entries of one section in their order; ties by id, so that every tab shows the same.
pub fn of_section(all: &[(PlanId, Entry)], section: Section) -> Entries {
    let mut own: Entries = all.iter().filter(|(_, entry)| entry.section == section).cloned().collect();
    sort_short(&mut own, |a, b| (a.1.order, &a.0) < (b.1.order, &b.0));
    own
}

/// Gives the entries that put a skill on the plan as something the person can do.
pub fn with_skill(all: &[(PlanId, Entry)], skill: &str) -> Entries {
    let is_own = |entry: &Entry| entry.section == Section::Coping && entry.skill.as_deref() == Some(skill);
    all.iter().filter(|(_, entry)| is_own(entry)).cloned().collect()
}

/// Gives the place of a new entry: after all others of its section.
pub fn last_place(all: &[(PlanId, Entry)], section: Section) -> u32 {
    let last = all.iter().filter(|(_, entry)| entry.section == section).map(|(_, entry)| entry.order).max();
    last.map_or(0, |last| last.saturating_add(1))
}

/// Moves an entry one place up or down in its section; gives the entries that must be written for that, which are the
/// two that change places, unless places were given twice. Nothing if it stands at the end already.
pub fn moved(all: &[(PlanId, Entry)], id: &PlanId, up: bool) -> Entries {
    let Some((_, entry)) = all.iter().find(|(one, _)| one == id) else { return Entries::new() };
    let mut own = of_section(all, entry.section);
    let Some(at) = own.iter().position(|(one, _)| one == id) else { return Entries::new() };
    let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < own.len()) };
    let Some(other) = other else { return Entries::new() };
    own.swap(at, other);
    let placed = own.into_iter().zip(0..).filter_map(|((id, mut entry), place)| {
        let is_new = entry.order != place;
        entry.order = place;
        is_new.then_some((id, entry))
    });
    placed.collect()
}

/// Gives the if-then plans that were kept after a skill, the last first, each once.
pub fn if_thens(mut events: Vec<(EventId, Event)>) -> Vec<IfThen> {
    events.retain(|(_, event)| event.what == What::Coped);
    sort_short(&mut events, |a, b| (b.1.at, &b.0) < (a.1.at, &a.0));
    let mut plans: Vec<IfThen> = Vec::new();
    for (_, event) in &events {
        let answers = event.details.as_ref().map_or(&[][..], |details| &details.answers[..]);
        for pair in answers.windows(2) {
            let [when, then] = pair else { continue };
            let plan = IfThen { when: when.said.clone(), then: then.said.clone() };
            if when.ask == "if" && then.ask == "then" && !plans.contains(&plan) {
                plans.push(plan);
            }
        }
    }
    plans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Date;
    use crate::tracker::{Answer, Details};
    use proptest::prelude::*;

    fn id(number: usize) -> PlanId {
        PlanId::parse(&format!("p{number}")).unwrap()
    }

    fn entry(section: Section, order: u32) -> Entry {
        Entry { order, ..Entry::of(section, "Walk", "", "", "").unwrap() }
    }

    #[test]
    fn an_entry_is_trimmed_and_takes_only_what_its_section_has() {
        let own = Entry::of(Section::People, "  Ana \n", " 555 010 0100", "box-breath", "us-988").unwrap();
        assert_eq!((own.words.as_str(), own.tel.as_deref()), ("Ana", Some("555 010 0100")));
        assert_eq!((own.skill, own.line), (None, None));
        let skill = Entry::of(Section::Coping, "", "911", "box-breath", "").unwrap();
        assert_eq!((skill.words.as_str(), skill.tel, skill.skill.as_deref()), ("", None, Some("box-breath")));
        assert_eq!(Entry::of(Section::Signs, " \n", "911", "box-breath", "us-988"), None);
        assert_eq!(
            Entry::of(Section::Signs, &"ñ".repeat(900), "", "", "").unwrap().words.chars().count(),
            500
        );
    }

    #[test]
    fn a_record_is_read_back_as_it_was_written_and_says_no_more_than_it_must() {
        let one = Entry::of(Section::Signs, "I stop answering", "", "", "").unwrap();
        assert_eq!(
            serde_json::to_string(&one).unwrap(),
            r#"{"section":"signs","words":"I stop answering","order":0}"#
        );
        for section in Section::ALL {
            let one = Entry::of(section, "a", "555", "b", "c").unwrap();
            let text = serde_json::to_string(&one).unwrap();
            assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), one);
            assert!(text.contains(&format!("\"{}\"", section.id())));
        }
    }

    #[test]
    fn an_entry_at_the_end_does_not_move_and_others_change_places() {
        let all: Entries = vec![
            (id(1), entry(Section::Signs, 0)),
            (id(2), entry(Section::Signs, 1)),
            (id(3), entry(Section::People, 0)),
        ];
        assert_eq!(moved(&all, &id(1), true), []);
        assert_eq!(moved(&all, &id(2), false), []);
        assert_eq!(moved(&all, &id(9), true), []);
        assert_eq!(
            moved(&all, &id(2), true),
            [(id(2), entry(Section::Signs, 0)), (id(1), entry(Section::Signs, 1))]
        );
        assert_eq!((last_place(&all, Section::Signs), last_place(&all, Section::Reasons)), (2, 0));
    }

    #[test]
    fn plans_that_a_tool_kept_are_listed_the_last_first_and_each_once() {
        let answers = |pairs: &[(&str, &str)]| {
            let answers = pairs.iter().map(|(ask, said)| Answer { ask: (*ask).into(), said: (*said).into() });
            Details { answers: answers.collect(), ..Details::default() }.kept()
        };
        let event = |at: i64, what, details| {
            (
                EventId::from_random([at as u8; 10]),
                Event { details, ..Event::new(None, Date::from_days(20_000), at, what) },
            )
        };
        let plans = if_thens(vec![
            event(1, What::Coped, answers(&[("if", "paid"), ("then", "go with Ana")])),
            event(
                3,
                What::Coped,
                answers(&[
                    ("who", "Ana"),
                    ("if", "awake"),
                    ("then", "read"),
                    ("if", "paid"),
                    ("then", "go with Ana"),
                ]),
            ),
            event(4, What::CheckIn, answers(&[("if", "x"), ("then", "y")])),
            event(5, What::Coped, answers(&[("if", "half")])),
            event(6, What::Coped, None),
        ]);
        let plans: Vec<_> = plans.iter().map(|plan| (plan.when.as_str(), plan.then.as_str())).collect();
        assert_eq!(plans, [("awake", "read"), ("paid", "go with Ana")]);
    }

    proptest! {
        #[test]
        fn moving_changes_places_with_the_neighbour_and_nothing_else(
            places in proptest::collection::vec((0..2_usize, 0..4_u32), 1..12), which in 0..12_usize, up: bool,
        ) {
            let mut all: Entries = places.iter().enumerate()
                .map(|(at, (section, order))| (id(at), entry(Section::ALL[*section], *order))).collect();
            let which = which % all.len();
            let (id, section) = (all[which].0.clone(), all[which].1.section);
            let ids = |all: &Entries, section| of_section(all, section).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
            let other = Section::ALL[1 - places[which].0];
            let (mut expected, others) = (ids(&all, section), ids(&all, other));
            let at = expected.iter().position(|one| *one == id).unwrap();
            match up {
                true if at > 0 => expected.swap(at, at - 1),
                false if at + 1 < expected.len() => expected.swap(at, at + 1),
                _ => {}
            }
            for (id, entry) in moved(&all, &id, up) {
                all.iter_mut().find(|(one, _)| *one == id).unwrap().1 = entry;
            }
            prop_assert_eq!(ids(&all, section), expected);
            prop_assert_eq!(ids(&all, other), others);
        }
    }
}
