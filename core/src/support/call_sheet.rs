//! The call sheet: from what a person ticks, one page to have at hand on a call.
//!
//! Which text stands on which sheet is data: `for` lists ticks, any of which brings the text; `court+work` needs both.

use super::{FirstStep, Passage, Warning};
use crate::json::readable;

/// A sentence to say.
#[derive(Clone, PartialEq, Debug)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// When it stands on a sheet.
    pub when: Vec<String>,
}

/// Something that a person may tick.
#[derive(Clone, PartialEq, Debug)]
pub struct Tick {
    /// Its id.
    pub id: String,
    /// Its words.
    pub name: String,
}

/// Ticks under one question.
#[derive(Clone, PartialEq, Debug)]
pub struct TickGroup {
    /// Its id.
    pub id: String,
    /// The question.
    pub name: String,
    /// Exactly one of them holds; the first, until another is chosen.
    pub one: bool,
    /// The answers.
    pub ticks: Vec<Tick>,
}

readable! {
    Sentence { text, when "for" }
    Tick { id, name }
    TickGroup { id, name, one, ticks }
}

/// What is ticked.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ticks(Vec<String>);

impl Ticks {
    /// What holds before a person ticks anything: the first answer where there is exactly one.
    pub fn first(groups: &[TickGroup]) -> Ticks {
        let one = groups.iter().filter(|group| group.one);
        Ticks(one.filter_map(|group| group.ticks.first()).map(|tick| tick.id.clone()).collect())
    }

    /// Says whether this is ticked.
    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|one| one == id)
    }

    /// Ticks an answer, or takes it back; of a group with one answer the others go.
    pub fn press(&mut self, group: &TickGroup, id: &str) {
        let was = self.has(id);
        self.0.retain(
            |one| {
                if group.one { !group.ticks.iter().any(|tick| tick.id == *one) } else { one != id }
            },
        );
        if group.one || !was {
            self.0.push(id.to_owned());
        }
    }

    fn meet(&self, when: &[String]) -> bool {
        when.iter().any(|all| all.split('+').all(|id| self.has(id)))
    }
}

/// What a part of a sheet is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartKind {
    /// What to say.
    Say,
    /// What to ask.
    Ask,
    /// What they may ask.
    Asked,
    /// What to have ready.
    Ready,
    /// What it may cost.
    Cost,
    /// Rights.
    Rights,
    /// Signs to walk away.
    RedFlags,
}

/// A part of a sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetPart<'a> {
    /// What it is about.
    pub kind: PartKind,
    /// Its texts, each with its name if it has one.
    pub texts: Vec<(Option<&'a str>, &'a str)>,
}

/// One sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet<'a> {
    /// Warnings for what is said there.
    pub warnings: Vec<&'a str>,
    /// The parts that have something in them.
    pub parts: Vec<SheetPart<'a>>,
    /// Who must still read some of it, each once.
    pub reviews: Vec<&'a str>,
}

/// More letters than this don't fit on a page at the usual size: see `style/print.css`, and the test that prints.
const LONG: usize = 4_000;

impl<'a> Sheet<'a> {
    /// Makes the sheet of what is ticked.
    pub fn of(first: &'a FirstStep, ticks: &Ticks) -> Sheet<'a> {
        let mut sheet = Sheet { warnings: Vec::new(), parts: Vec::new(), reviews: Vec::new() };
        let said = first.opening_sentences.values().flatten();
        let said = said.filter(|sentence| ticks.meet(&sentence.when));
        sheet.add(PartKind::Say, said.map(|sentence| (None, sentence.text.as_str())).collect());
        sheet.warn(first, ticks);
        let bring = first.bring.values().flatten().collect::<Vec<_>>();
        for (kind, passages) in [
            (PartKind::Ask, first.you_can_ask.iter().collect()),
            (PartKind::Asked, first.they_may_ask.iter().collect()),
            (PartKind::Ready, bring),
            (PartKind::Cost, first.payment.iter().collect()),
            (PartKind::Rights, first.rights.iter().collect()),
            (PartKind::RedFlags, first.red_flags.iter().collect::<Vec<&Passage>>()),
        ] {
            sheet.take(kind, passages, ticks);
        }
        sheet
    }

    /// Writes it as plain text: what stands above, the parts under their titles, what stands below.
    pub fn text(&self, above: &[&str], title: fn(PartKind) -> &'static str, below: &[String]) -> String {
        let mut blocks: Vec<String> =
            above.iter().chain(&self.warnings).map(|&words| words.to_owned()).collect();
        for part in &self.parts {
            let mut block = title(part.kind).to_owned();
            for (name, text) in &part.texts {
                let name = name.map(|name| [name, ": "].concat()).unwrap_or_default();
                block.push_str(&["\n- ", &name, text].concat());
            }
            blocks.push(block);
        }
        blocks.push(below.join("\n"));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n\n")
    }

    /// Says whether it is so long that it takes small letters to have it on one page.
    pub fn is_long(&self) -> bool {
        let texts = self.parts.iter().flat_map(|part| &part.texts).map(|(_, text)| text);
        texts.chain(&self.warnings).map(|text| text.chars().count()).sum::<usize>() > LONG
    }

    fn take(&mut self, kind: PartKind, mut passages: Vec<&'a Passage>, ticks: &Ticks) {
        passages.retain(|passage| ticks.meet(&passage.when));
        for passage in &passages {
            self.review(passage.review.as_deref());
        }
        self.add(kind, passages.iter().map(|one| (one.name.as_deref(), one.text.as_str())).collect());
    }

    /// A warning comes with its place, and with any sentence that is said there.
    fn warn(&mut self, first: &'a FirstStep, ticks: &Ticks) {
        let is_said = |place: &String| {
            ticks.has(place)
                || first
                    .opening_sentences
                    .get(place)
                    .is_some_and(|said| said.iter().any(|sentence| ticks.meet(&sentence.when)))
        };
        let warnings: Vec<&Warning> =
            first.opening_warnings.iter().filter(|warning| warning.places.iter().any(is_said)).collect();
        for warning in warnings {
            self.review(warning.review.as_deref());
            self.warnings.push(&warning.text);
        }
    }

    fn review(&mut self, who: Option<&'a str>) {
        self.reviews.extend(who.filter(|who| !self.reviews.contains(who)));
    }

    /// What stands on the sheet already is not said twice.
    fn add(&mut self, kind: PartKind, texts: Vec<(Option<&'a str>, &'a str)>) {
        let mut fresh: Vec<(Option<&str>, &str)> = Vec::new();
        for (name, text) in texts {
            let mut known = self.parts.iter().flat_map(|part| &part.texts).chain(&fresh);
            if !known.any(|(_, other)| *other == text) {
                fresh.push((name, text));
            }
        }
        if !fresh.is_empty() {
            self.parts.push(SheetPart { kind, texts: fresh });
        }
    }
}

#[cfg(test)]
#[path = "call_sheet_tests.rs"]
mod tests;
