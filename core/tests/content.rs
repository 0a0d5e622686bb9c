//! Every content file is read whole: nothing in it is left out because a field is not as it should be.
#![expect(clippy::unwrap_used, clippy::panic, reason = "what a test reads is part of this repository")]

use std::path::Path;

use alongside_core::coping::Skills;
use alongside_core::coping::tool::Tool;
use alongside_core::json::{Node, Read};
use alongside_core::support::{Benefits, FirstStep, Kinds, Learn, Lines, Social, Withdrawal};

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/content/en").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads a file, and counts what its lists hold.
fn read<T: Read>(name: &str, count: impl Fn(&Node<'_>, &T)) {
    let text = file(name);
    let node = Node::parse(&text).unwrap();
    let content = T::read(Some(&node)).unwrap_or_else(|| panic!("{name} can't be read"));
    count(&node, &content);
}

fn len(node: &Node<'_>, key: &str) -> usize {
    node.get(key).map_or(0, |list| list.items().len())
}

/// The items of the lists that lie in a list or an object.
fn inner(node: &Node<'_>, list: &str, key: &str) -> usize {
    node.get(list).map_or(0, |list| list.items().iter().map(|item| len(item, key)).sum())
}

fn groups(node: &Node<'_>, key: &str) -> usize {
    node.get(key).map_or(0, |groups| groups.items().iter().map(|group| group.items().len()).sum())
}

#[test]
fn every_skill_is_read_with_its_steps_situations_and_rhythm() {
    read("skills.json", |node, all: &Skills| {
        let sum = |of: fn(&alongside_core::coping::Skill) -> usize| all.skills.iter().map(of).sum::<usize>();
        assert!(all.skills.len() > 20);
        assert_eq!(all.skills.len(), len(node, "skills"));
        assert_eq!(sum(|skill| skill.steps.len()), inner(node, "skills", "steps"));
        assert_eq!(sum(|skill| skill.situations.len()), inner(node, "skills", "situations"));
        assert_eq!(sum(|skill| skill.line_ids.len()), inner(node, "skills", "line_ids"));
        let rhythms: usize = node
            .get("skills")
            .unwrap()
            .items()
            .iter()
            .filter_map(|skill| skill.get("tool"))
            .map(|tool| len(tool, "phases"))
            .sum();
        assert!(rhythms > 0);
        assert_eq!(
            sum(|skill| match &skill.tool {
                Some(Tool::Breathe(rhythm)) => rhythm.phases.len(),
                _ => 0,
            }),
            rhythms
        );
        let tools =
            node.get("skills").unwrap().items().iter().filter(|skill| skill.get("tool").is_some()).count();
        assert_eq!(sum(|skill| usize::from(skill.tool.is_some())), tools, "every tool is one that we know");
    });
}

#[test]
fn every_line_is_read_with_its_numbers_and_needs() {
    read("lines.json", |node, all: &Lines| {
        assert_eq!(all.lines.len(), len(node, "lines"));
        assert_eq!(all.needs.len(), len(node, "needs"));
        assert_eq!(all.lines.iter().map(|line| line.tel.len()).sum::<usize>(), inner(node, "lines", "tel"));
        assert_eq!(
            all.lines.iter().map(|line| line.needs.len()).sum::<usize>(),
            inner(node, "lines", "needs")
        );
        let texts = node.get("lines").unwrap().items().iter().filter(|line| len(line, "sms") > 0).count();
        assert_eq!(all.lines.iter().filter(|line| line.sms.is_some()).count(), texts);
        assert!(texts > 0 && all.lines.iter().any(|line| line.include));
        let ttys = node.get("lines").unwrap().items().iter().filter(|line| len(line, "tty") > 0).count();
        assert_eq!(all.lines.iter().filter(|line| line.tty.is_some()).count(), ttys);
    });
}

#[test]
fn every_kind_is_read_with_its_sources() {
    read("kinds.json", |node, all: &Kinds| {
        assert_eq!(all.groups.len(), len(node, "groups"));
        assert_eq!(all.kinds.len(), len(node, "kinds"));
        assert_eq!(
            all.kinds.iter().map(|kind| kind.sources.len()).sum::<usize>(),
            inner(node, "kinds", "sources")
        );
        assert_eq!(
            all.kinds.iter().map(|kind| kind.review.len()).sum::<usize>(),
            inner(node, "kinds", "review")
        );
    });
}

#[test]
fn every_passage_of_the_first_step_is_read() {
    read("first_step.json", |node, all: &FirstStep| {
        for (list, key) in [
            (&all.before_anything, "before_anything"),
            (&all.they_may_ask, "they_may_ask"),
            (&all.you_can_ask, "you_can_ask"),
            (&all.quality_signs, "quality_signs"),
            (&all.payment, "payment"),
            (&all.rights, "rights"),
            (&all.red_flags, "red_flags"),
            (&all.report_to, "report_to"),
            (&all.digital_privacy, "digital_privacy"),
        ] {
            assert!(!list.is_empty(), "{key}");
            assert_eq!(list.len(), len(node, key), "{key}");
        }
        assert_eq!(all.bring.values().map(Vec::len).sum::<usize>(), groups(node, "bring"));
        assert_eq!(all.first_meeting.values().map(Vec::len).sum::<usize>(), groups(node, "first_meeting"));
        assert_eq!(
            all.opening_sentences.values().map(Vec::len).sum::<usize>(),
            groups(node, "opening_sentences")
        );
        assert_eq!(all.opening_warnings.len(), len(node, "opening_warnings"));
        assert_eq!(all.finders.len(), len(node, "finders"));
        assert_eq!(all.sources.len(), len(node, "sources"));
        assert!(all.law_note.is_some());
        assert_eq!(all.call_sheet.len(), len(node, "call_sheet"));
        assert_eq!(
            all.call_sheet.iter().map(|group| group.ticks.len()).sum::<usize>(),
            inner(node, "call_sheet", "ticks")
        );
        assert_eq!(all.rehearsal.len(), len(node, "rehearsal"));
        assert_eq!(
            all.rehearsal.iter().map(|scene| scene.choices.len()).sum::<usize>(),
            inner(node, "rehearsal", "choices")
        );
        assert_eq!(all.ask_topics.len(), len(node, "ask_topics"));
    });
}

#[test]
fn every_benefit_is_read_with_its_studies() {
    read("benefits.json", |node, all: &Benefits| {
        assert_eq!(all.benefits.len(), len(node, "benefits"));
        assert_eq!(
            all.benefits.iter().map(|benefit| benefit.citations.len()).sum::<usize>(),
            inner(node, "benefits", "citations")
        );
        assert_eq!(
            all.meta.honest_limits.len(),
            node.get("meta").map_or(0, |meta| len(meta, "honest_limits"))
        );
        assert_eq!(
            all.meta.extra_citations.len(),
            node.get("meta").map_or(0, |meta| len(meta, "extra_citations"))
        );
        let names: Vec<&str> = all.benefits.iter().map(|benefit| benefit.id.as_str()).collect();
        let nine = [
            "self-image",
            "education",
            "future-outlook",
            "inspiration",
            "health",
            "connections",
            "substance-use",
            "accountability",
            "community-belonging",
        ];
        assert_eq!(names, nine);
    });
}

#[test]
fn every_section_to_read_is_read_with_its_sources_and_a_way_on() {
    read("learn.json", |node, all: &Learn| {
        assert_eq!(all.sections.len(), len(node, "sections"));
        assert_eq!(all.sources.len(), len(node, "sources"));
        let parts: usize = all.sections.iter().map(|section| section.parts.len()).sum();
        assert!(parts > 0);
        assert_eq!(parts, inner(node, "sections", "parts"));
        for section in &all.sections {
            assert!(section.way.is_some(), "{}", section.id);
            for part in &section.parts {
                assert!(!part.source_ids.is_empty(), "{}: {}", section.id, part.text);
            }
        }
        // What the article says that peer support gives, each by its name.
        let what: Vec<&str> = all.sections[0].parts.iter().filter_map(|part| part.name.as_deref()).collect();
        let given = [
            "Guidance and an outlet",
            "Acceptance",
            "Sober activities",
            "Social services and jobs",
            "A mentor and confidant",
            "Coping, and a return to use",
            "Goals",
        ];
        assert_eq!(what, given);
    });
}

#[test]
fn every_activity_need_and_way_to_work_is_read() {
    read("social.json", |node, all: &Social| {
        assert_eq!(all.activities.len(), len(node, "activities"));
        assert_eq!(all.needs.len(), len(node, "needs"));
        assert_eq!(all.employment.len(), len(node, "employment"));
        assert_eq!(all.sources.len(), len(node, "sources"));
        assert!(all.activities.len() >= 30 && all.needs.len() >= 10 && all.employment.len() >= 10);
        let finders = all.needs.iter().map(|need| need.finders.len()).sum::<usize>();
        assert_eq!(finders, inner(node, "needs", "finders"));
        let steps = all.employment.iter().map(|way| way.first_steps.len()).sum::<usize>();
        assert_eq!(steps, inner(node, "employment", "first_steps"));
        let needs: usize = all.needs.iter().map(|need| need.listing_needs.len()).sum();
        assert_eq!(needs, inner(node, "needs", "listing_needs"));
        // A need that `/find` doesn't know would lead to every listing.
        let known = include_str!("../src/directory/search/needs.txt");
        let known: Vec<&str> = known.lines().filter_map(|line| line.split('\t').next()).collect();
        for id in all.needs.iter().flat_map(|need| &need.listing_needs) {
            assert!(known.contains(&id.as_str()), "{id}");
        }
    });
}

#[test]
fn first_aid_is_five_lines_each_with_a_source_and_waits_for_a_clinician() {
    read("first_aid.json", |node, all: &Skills| {
        assert_eq!(all.skills.len(), len(node, "skills"));
        let ids: Vec<&str> = all.skills.iter().map(|aid| aid.id.0.as_str()).collect();
        assert_eq!(ids, ["overdose", "withdrawal"]);
        for aid in &all.skills {
            assert_eq!(aid.steps.len(), 5, "{}", aid.name);
            assert!(aid.safety.is_some() && aid.review.as_deref() == Some("clinician"), "{}", aid.name);
        }
        // The warning stands with the one that speaks of stopping.
        assert!(!all.skills[0].speaks_of_withdrawal() && all.skills[1].speaks_of_withdrawal());
    });
}

#[test]
fn every_fact_about_withdrawal_is_read() {
    read("withdrawal.json", |node, all: &Withdrawal| {
        assert_eq!(all.substances.len(), len(node, "substances"));
        assert_eq!(all.overdose_signs.len(), len(node, "overdose_signs"));
        assert_eq!(all.call_emergency_if.len(), len(node, "call_emergency_if"));
        assert_eq!(
            all.lower_tolerance.as_ref().map(|lower| lower.steps.len()),
            node.get("lower_tolerance").map(|lower| len(lower, "do"))
        );
        let signs = all.substances.iter().map(|substance| substance.call_emergency_if.len()).sum::<usize>();
        assert_eq!(signs, inner(node, "substances", "call_emergency_if"));
    });
}
