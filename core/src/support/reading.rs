//! Longer texts: preparing a first call or meeting, and what studies say about peer support.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A short text with where it comes from.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Passage {
    /// Its name, if it has one.
    #[serde(default)]
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Why it matters.
    #[serde(default)]
    pub why: Option<String>,
    /// Ids in the same file's sources.
    #[serde(default)]
    pub source_ids: Vec<String>,
    /// Who must still read it.
    #[serde(default)]
    pub review: Option<String>,
    /// The day on which a person confirmed it.
    #[serde(default)]
    pub checked: Option<String>,
}

/// A warning that belongs to some opening sentences.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Warning {
    /// The places it is for.
    #[serde(rename = "for", default)]
    pub places: Vec<String>,
    /// The text.
    pub text: String,
    /// Who must still read it.
    #[serde(default)]
    pub review: Option<String>,
}

/// A place to search for help.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Finder {
    /// Its name.
    pub name: String,
    /// Its page.
    #[serde(default)]
    pub url: Option<String>,
    /// Its help line's id.
    #[serde(default)]
    pub line_id: Option<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<String>,
}

/// A source with the id by which passages name it.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct SourceEntry {
    /// Its id.
    pub id: String,
    /// The source.
    #[serde(flatten)]
    pub source: crate::coping::Source,
}

/// How to prepare a first call, a first meeting, and know one's rights.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct FirstStep {
    /// The opening words.
    pub intro: Passage,
    /// What to know before anything else.
    #[serde(default)]
    pub before_anything: Vec<Passage>,
    /// What they may ask you.
    #[serde(default)]
    pub they_may_ask: Vec<Passage>,
    /// What you can ask.
    #[serde(default)]
    pub you_can_ask: Vec<Passage>,
    /// Signs of good care.
    #[serde(default)]
    pub quality_signs: Vec<Passage>,
    /// Ways to pay.
    #[serde(default)]
    pub payment: Vec<Passage>,
    /// Rights.
    #[serde(default)]
    pub rights: Vec<Passage>,
    /// What to bring, by occasion.
    #[serde(default)]
    pub bring: BTreeMap<String, Vec<Passage>>,
    /// Sentences to say, by place.
    #[serde(default)]
    pub opening_sentences: BTreeMap<String, Vec<String>>,
    /// Warnings that go with those sentences.
    #[serde(default)]
    pub opening_warnings: Vec<Warning>,
    /// The first meeting, by part.
    #[serde(default)]
    pub first_meeting: BTreeMap<String, Vec<Passage>>,
    /// Signs to walk away.
    #[serde(default)]
    pub red_flags: Vec<Passage>,
    /// Where to report.
    #[serde(default)]
    pub report_to: Vec<Passage>,
    /// What the law says.
    #[serde(default)]
    pub law_note: Option<Passage>,
    /// Privacy on the web.
    #[serde(default)]
    pub digital_privacy: Vec<Passage>,
    /// Places to search.
    #[serde(default)]
    pub finders: Vec<Finder>,
    /// The sources.
    #[serde(default)]
    pub sources: Vec<SourceEntry>,
}

/// A study.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Citation {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Option<String>,
    /// Its title.
    pub title: String,
    /// Where it appeared.
    #[serde(default)]
    pub journal: Option<String>,
    /// The year.
    #[serde(default)]
    pub year: Option<i32>,
    /// Its DOI.
    #[serde(default)]
    pub doi: Option<String>,
    /// What it found, in one or two sentences.
    #[serde(default)]
    pub what_it_found: Option<String>,
    /// The day on which a person confirmed it.
    #[serde(default)]
    pub checked: Option<String>,
}

/// One thing peer support may do, and how strong the proof is.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Benefit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means, in plain words.
    pub plain: String,
    /// How good the science is, in one word.
    #[serde(default)]
    pub evidence_strength: Option<String>,
    /// Why.
    #[serde(default)]
    pub evidence_note: Option<String>,
    /// One line about the proof.
    #[serde(default)]
    pub suggested_page_line: Option<String>,
    /// The studies.
    #[serde(default)]
    pub citations: Vec<Citation>,
    /// Kinds of support that fit.
    #[serde(default)]
    pub related_kinds: Vec<String>,
}

/// What is true of all studies named.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Meta {
    /// What the studies can't show.
    #[serde(default)]
    pub honest_limits: Vec<String>,
}

/// What peer support may do.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Benefits {
    /// Limits of the science.
    #[serde(default)]
    pub meta: Meta,
    /// The benefits.
    pub benefits: Vec<Benefit>,
}
