//! Longer texts: preparing a first call or meeting, and what studies say about peer support.

use std::collections::BTreeMap;

use super::ask::Topic;
use super::call_sheet::{Sentence, TickGroup};
use super::rehearsal::Scene;
use crate::json::{Node, Read, readable};

/// A short text with where it comes from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Passage {
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Why it matters.
    pub why: Option<String>,
    /// When it stands on a call sheet: see [`super::call_sheet::Sheet`].
    pub when: Vec<String>,
    /// Ids in the same file's sources.
    pub source_ids: Vec<String>,
    /// Who must still read it.
    pub review: Option<String>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
}

/// A warning that belongs to some opening sentences.
#[derive(Clone, PartialEq, Debug)]
pub struct Warning {
    /// The places it is for.
    pub places: Vec<String>,
    /// The text.
    pub text: String,
    /// Who must still read it.
    pub review: Option<String>,
}

/// A place to search for help.
#[derive(Clone, PartialEq, Debug)]
pub struct Finder {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: Option<String>,
    /// Its help line's id.
    pub line_id: Option<String>,
    /// What to know about it.
    pub note: Option<String>,
}

/// A source with the id by which passages name it.
#[derive(Clone, PartialEq, Debug)]
pub struct SourceEntry {
    /// Its id.
    pub id: String,
    /// The source.
    pub source: crate::coping::Source,
}

/// How to prepare a first call, a first meeting, and know one's rights.
#[derive(Clone, PartialEq, Debug)]
pub struct FirstStep {
    /// The opening words.
    pub intro: Passage,
    /// What to know before anything else.
    pub before_anything: Vec<Passage>,
    /// What they may ask you.
    pub they_may_ask: Vec<Passage>,
    /// What you can ask.
    pub you_can_ask: Vec<Passage>,
    /// Signs of good care.
    pub quality_signs: Vec<Passage>,
    /// Ways to pay.
    pub payment: Vec<Passage>,
    /// Rights.
    pub rights: Vec<Passage>,
    /// What to bring, by occasion.
    pub bring: BTreeMap<String, Vec<Passage>>,
    /// Sentences to say, by place.
    pub opening_sentences: BTreeMap<String, Vec<Sentence>>,
    /// Warnings that go with those sentences.
    pub opening_warnings: Vec<Warning>,
    /// The first meeting, by part.
    pub first_meeting: BTreeMap<String, Vec<Passage>>,
    /// What can be ticked for a call sheet.
    pub call_sheet: Vec<TickGroup>,
    /// A first meeting, to go through before it.
    pub rehearsal: Vec<Scene>,
    /// What the organization can be asked about.
    pub ask_topics: Vec<Topic>,
    /// Signs to walk away.
    pub red_flags: Vec<Passage>,
    /// Where to report.
    pub report_to: Vec<Passage>,
    /// What the law says.
    pub law_note: Option<Passage>,
    /// Privacy on the web.
    pub digital_privacy: Vec<Passage>,
    /// Places to search.
    pub finders: Vec<Finder>,
    /// The sources.
    pub sources: Vec<SourceEntry>,
}

/// A study.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// Who wrote it.
    pub authors: Option<String>,
    /// Its title.
    pub title: String,
    /// Where it appeared.
    pub journal: Option<String>,
    /// The year.
    pub year: Option<i32>,
    /// Its DOI.
    pub doi: Option<String>,
    /// What it found, in one or two sentences.
    pub what_it_found: Option<String>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
}

/// One thing peer support may do, and how strong the proof is.
#[derive(Clone, PartialEq, Debug)]
pub struct Benefit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means, in plain words.
    pub plain: String,
    /// How good the science is, in one word.
    pub evidence_strength: Option<String>,
    /// Why.
    pub evidence_note: Option<String>,
    /// One line about the proof.
    pub suggested_page_line: Option<String>,
    /// The studies.
    pub citations: Vec<Citation>,
    /// Kinds of support that fit.
    pub related_kinds: Vec<String>,
}

/// What is true of all studies named.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Meta {
    /// What the studies can't show.
    pub honest_limits: Vec<String>,
}

/// What peer support may do.
#[derive(Clone, PartialEq, Debug)]
pub struct Benefits {
    /// Limits of the science.
    pub meta: Meta,
    /// The benefits.
    pub benefits: Vec<Benefit>,
}

impl Read for SourceEntry {
    /// The id stands among the fields of the source.
    fn read(node: Option<&Node<'_>>) -> Option<SourceEntry> {
        Some(SourceEntry { id: Read::read(node?.get("id"))?, source: Read::read(node)? })
    }
}

readable! {
    Passage { name, text, why, when "for", source_ids, review, checked }
    Warning { places "for", text, review }
    Finder { name, url, line_id, note }
    FirstStep { intro, before_anything, they_may_ask, you_can_ask, quality_signs, payment, rights, bring, opening_sentences, opening_warnings, first_meeting, call_sheet, rehearsal, ask_topics, red_flags, report_to, law_note, digital_privacy, finders, sources }
    Citation { authors, title, journal, year, doi, what_it_found, checked }
    Benefit { id, name, plain, evidence_strength, evidence_note, suggested_page_line, citations, related_kinds }
    Meta { honest_limits }
    Benefits { meta, benefits }
}
