//! "Which fits me?": kinds of support for what a person chose, each with the reasons.
//!
//! It compares tags and says what it compared. It is no diagnosis, and no way of recovery stands before another
//! unless the person asked for it: equals are in the order of the alphabet.

use super::{Asked, Kind, Kinds};
use crate::fold::fold;
use crate::json::readable;
use crate::order::sort_short;

/// One question. What is chosen of it are tags.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// True where all that is chosen must hold, false where one of it is enough.
    pub all: bool,
    /// What can be chosen.
    pub tags: Vec<String>,
}

/// What one kind offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GuideKind {
    /// The id of the kind.
    pub kind: String,
    /// The tags that hold for it.
    pub fits: Vec<String>,
    /// It is only for people of one of these tags.
    pub only_for: Vec<String>,
    /// Whether it costs something: `no`, `some` or `yes`.
    pub pay: String,
    /// True for what is shown to who answers nothing.
    pub general: bool,
}

/// The questions, and what each kind offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guide {
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The kinds.
    pub kinds: Vec<GuideKind>,
}

/// A kind that may fit, and how far.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion<'a> {
    /// The kind.
    pub kind: &'a Kind,
    /// What was asked for and holds.
    pub met: Vec<&'a str>,
    /// What was asked for and is not known: a person asks first.
    pub open: Vec<&'a str>,
    /// What was asked for and does not hold.
    pub unmet: Vec<&'a str>,
}

/// The question about what it is for: what has nothing to do with it is not suggested.
const WHAT: &str = "what";
/// How many suggestions are shown at once; those that fit as well as the last of them stand with them.
const FIRST: usize = 5;

impl Suggestion<'_> {
    fn misses(&self) -> usize {
        2 * self.unmet.len() + self.open.len()
    }
}

impl GuideKind {
    fn has(&self, tag: &str) -> bool {
        self.fits.iter().any(|one| one == tag)
    }

    /// Whether what a person can't do stands in the way. `Asked::No` is what they hope for.
    fn asks(&self, kind: &Kind, tag: &str) -> Asked {
        let of_kind = |what: &str| kind.asked(what).unwrap_or(Asked::No);
        match tag {
            "no_travel" if self.has("online") || self.has("phone") => Asked::No,
            "no_travel" if self.has("in_person") => Asked::Yes,
            "no_cost" => match self.pay.as_str() {
                "no" => Asked::No,
                "yes" => Asked::Yes,
                _ => Asked::Some,
            },
            "no_camera" => of_kind("camera"),
            "no_name" => of_kind("name"),
            "no_account" => of_kind("account"),
            _ => Asked::Unknown,
        }
    }

    fn is_for(&self, guide: &Guide, chosen: &[String]) -> bool {
        let is_chosen = |tag: &String| chosen.contains(tag);
        let what = guide.questions.iter().find(|question| question.id == WHAT);
        let what = what.map(|question| question.tags.iter().filter(|tag| is_chosen(tag)).collect::<Vec<_>>());
        let fits = what.is_none_or(|what| what.is_empty() || what.iter().any(|tag| self.has(tag)));
        fits && (self.only_for.is_empty() || self.only_for.iter().any(is_chosen))
    }

    fn compare<'a>(
        &self,
        kind: &'a Kind,
        question: &'a Question,
        chosen: &[String],
        into: &mut Suggestion<'a>,
    ) {
        let wanted = question.tags.iter().map(String::as_str);
        let wanted = wanted.filter(|tag| chosen.iter().any(|one| one == tag));
        if question.all {
            for tag in wanted {
                match self.asks(kind, tag) {
                    Asked::No => into.met.push(tag),
                    Asked::Yes => into.unmet.push(tag),
                    Asked::Some | Asked::Unknown => into.open.push(tag),
                }
            }
            return;
        }
        let (met, others): (Vec<&str>, Vec<&str>) = wanted.partition(|tag| self.has(tag));
        if !met.is_empty() {
            into.met.extend(met);
        } else if question.tags.iter().any(|tag| self.has(tag)) {
            into.unmet.extend(others);
        } else {
            into.open.extend(others);
        }
    }
}

impl Guide {
    /// Gives the kinds that may fit what was chosen, those that miss least first, and how many of them to show at
    /// once. Where nothing was chosen, or nothing fits, it is a general set.
    pub fn suggest<'a>(&'a self, kinds: &'a Kinds, chosen: &[String]) -> (Vec<Suggestion<'a>>, usize) {
        let mut found: Vec<Suggestion<'a>> = Vec::new();
        for is_general in [chosen.is_empty(), true] {
            if found.is_empty() {
                let fitting = self
                    .kinds
                    .iter()
                    .filter(|one| if is_general { one.general } else { one.is_for(self, chosen) });
                found =
                    fitting.filter_map(|one| Some(self.about(one, kinds.get(&one.kind)?, chosen))).collect();
            }
        }
        let key = |one: &Suggestion<'_>| (one.misses(), fold(&one.kind.name));
        sort_short(&mut found, |one, other| key(one) < key(other));
        let last = found.get(FIRST - 1).map_or(usize::MAX, Suggestion::misses);
        let first = found.iter().filter(|one| one.misses() <= last).count();
        (found, first)
    }

    fn about<'a>(&'a self, one: &GuideKind, kind: &'a Kind, chosen: &[String]) -> Suggestion<'a> {
        let mut suggestion = Suggestion { kind, met: Vec::new(), open: Vec::new(), unmet: Vec::new() };
        for question in &self.questions {
            one.compare(kind, question, chosen, &mut suggestion);
        }
        suggestion
    }
}

readable! {
    Question { id, all, tags }
    GuideKind { kind, fits, only_for, pay, general }
    Guide { questions, kinds }
}
