//! Longer texts: preparing a first call or meeting, and what studies say about peer support.

use std::collections::BTreeMap;

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

/// A place to search for help. What was seen on no page, and that nobody has confirmed, is not in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Finder {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: Option<String>,
    /// Its phone number, as people write it.
    pub phone: Option<String>,
    /// Its help line's id: then the number is that line's.
    pub line_id: Option<String>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
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
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
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
    pub opening_sentences: BTreeMap<String, Vec<String>>,
    /// Warnings that go with those sentences.
    pub opening_warnings: Vec<Warning>,
    /// The first meeting, by part.
    pub first_meeting: BTreeMap<String, Vec<Passage>>,
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

/// A way on, at the end of a text.
#[derive(Clone, PartialEq, Debug)]
pub struct Way {
    /// What to do.
    pub text: String,
    /// A page of this app: `find#need=work`.
    pub to: String,
}

/// A few sentences under a name of their own.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Kinds of support that fit.
    pub kinds: Vec<String>,
    /// Ids in the same file's sources.
    pub source_ids: Vec<String>,
    /// Who must still read it.
    pub review: Option<String>,
    /// Where it leads.
    pub way: Option<Way>,
}

/// A section of `/learn`.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// Its id, which stands in the address: it stays.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its opening words.
    pub lead: String,
    /// Its texts.
    pub parts: Vec<Part>,
    /// Help lines that belong to it.
    pub line_ids: Vec<String>,
    /// Whether it speaks of stopping or of a lapse, so that the warning stands in it.
    pub stopping: bool,
    /// The one thing to do at its end.
    pub way: Option<Way>,
}

/// What there is to know about peer support.
#[derive(Clone, PartialEq, Debug)]
pub struct Learn {
    /// The sections, in order.
    pub sections: Vec<Section>,
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
    /// The studies that say so.
    pub extra_citations: Vec<Citation>,
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
        let checked = Read::read(node?.get("checked"))?;
        Some(SourceEntry { id: Read::read(node?.get("id"))?, source: Read::read(node)?, checked })
    }
}

impl Read for Finder {
    /// Leaves out an address or a number that was seen on no page, unless a person has confirmed it.
    fn read(node: Option<&Node<'_>>) -> Option<Finder> {
        let node = node?;
        let checked: Option<String> = Read::read(node.get("checked"))?;
        let evidence = node.get("evidence");
        let is_known = |field: &str| {
            let own =
                evidence.and_then(|evidence| evidence.get("fields")).and_then(|fields| fields.get(field));
            let seen = own.or_else(|| evidence?.get("seen")).and_then(Node::text);
            checked.is_some() || seen.is_some_and(|seen| seen != "none")
        };
        let field = |name: &str| Read::read(node.get(name).filter(|_| is_known(name)));
        Some(Finder {
            name: Read::read(node.get("name"))?,
            url: field("url")?,
            phone: field("phone")?,
            line_id: Read::read(node.get("line_id"))?,
            note: Read::read(node.get("note"))?,
            checked,
        })
    }
}

impl Finder {
    /// Gives what to dial: the digits of its number, if those can be dialled.
    pub fn digits(&self) -> Option<String> {
        let digits: String = self.phone.as_ref()?.chars().filter(char::is_ascii_digit).collect();
        (3..=15).contains(&digits.len()).then_some(digits)
    }
}

/// Gives the sources with these ids, in the order of the list, each once.
pub fn sources_of<'s>(sources: &'s [SourceEntry], ids: &[&String]) -> Vec<&'s SourceEntry> {
    sources.iter().filter(|entry| ids.contains(&&entry.id)).collect()
}

readable! {
    Passage { name, text, why, source_ids, review, checked }
    Warning { places "for", text, review }
    FirstStep { intro, before_anything, they_may_ask, you_can_ask, quality_signs, payment, rights, bring, opening_sentences, opening_warnings, first_meeting, red_flags, report_to, law_note, digital_privacy, finders, sources }
    Citation { authors, title, journal, year, doi, what_it_found, checked }
    Benefit { id, name, plain, evidence_strength, evidence_note, suggested_page_line, citations, related_kinds }
    Meta { honest_limits, extra_citations }
    Benefits { meta, benefits }
    Way { text, to }
    Part { name, text, kinds, source_ids, review, way }
    Section { id, name, lead, parts, line_ids, stopping, way }
    Learn { sections, sources }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finder(fields: &str) -> Finder {
        crate::json::from_text(&format!(r#"{{"name":"F",{fields}}}"#)).unwrap()
    }

    #[test]
    fn what_was_seen_on_no_page_is_not_shown_before_it_is_checked() {
        let both = r#""url":"https://f.example","phone":"1-800-555-0100""#;
        let none = finder(&format!(r#"{both},"evidence":{{"seen":"none"}},"checked":null"#));
        assert_eq!((none.url, none.phone), (None, None));
        let unknown = finder(both);
        assert_eq!((unknown.url, unknown.phone), (None, None));
        let checked = finder(&format!(r#"{both},"evidence":{{"seen":"none"}},"checked":"2026-11-01""#));
        assert_eq!(checked.url.as_deref(), Some("https://f.example"));
        let fields = r#""evidence":{"seen":"third_party_page","fields":{"url":"none"}}"#;
        let phone_alone = finder(&format!("{both},{fields}"));
        assert_eq!(phone_alone.url, None);
        assert_eq!(phone_alone.digits().as_deref(), Some("18005550100"));
    }

    #[test]
    fn sources_come_once_in_the_order_of_the_list_with_the_day_they_were_checked() {
        let list: Vec<SourceEntry> = crate::json::from_text(
            r#"[{"id":"a","title":"A","url":null,"checked":"2026-11-01"},{"id":"b","title":"B","url":null,"checked":null},{"id":"c","title":"C","url":null}]"#,
        )
        .unwrap();
        let (a, c) = ("a".to_owned(), "c".to_owned());
        let found = sources_of(&list, &[&c, &a, &c]);
        let found: Vec<_> = found.iter().map(|entry| (entry.id.as_str(), entry.checked.as_deref())).collect();
        assert_eq!(found, [("a", Some("2026-11-01")), ("c", None)]);
    }
}
