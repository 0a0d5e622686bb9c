//! Kinds of peer support, each with a page that explains it.

use std::collections::BTreeMap;

use crate::json::readable;

use crate::coping::Source;
use crate::fold::fold;

/// A heading under which kinds are listed.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One sentence about it.
    pub hint: Option<String>,
}

/// How a person finds one near them.
#[derive(Clone, PartialEq, Debug)]
pub struct HowToFind {
    /// What to do.
    pub text: String,
    /// A page that helps.
    pub url: Option<String>,
    /// The day on which a person confirmed the page.
    pub checked: Option<String>,
}

/// One kind of support.
#[derive(Clone, PartialEq, Debug)]
pub struct Kind {
    /// Its id: `detox-facilities`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names people use.
    pub also_called: Vec<String>,
    /// The id of its group.
    pub group: String,
    /// What it is.
    pub what_it_is: String,
    /// Who it is for.
    pub who_for: String,
    /// What happens the first time.
    pub what_to_expect_first_time: Vec<String>,
    /// What it costs.
    pub what_it_costs: Option<String>,
    /// How to find one.
    pub how_to_find: Option<HowToFind>,
    /// Who learns that you were there.
    pub anonymity: Option<String>,
    /// What it asks of a person, by the names in [`ASKS`]. What is missing does not apply.
    pub asks: BTreeMap<String, String>,
    /// What peers do there.
    pub role_of_peers: Option<String>,
    /// When other help is needed first.
    pub when_not_enough: Option<String>,
    /// Help lines to show with it.
    pub line_ids: Vec<String>,
    /// Who must still read which field.
    pub review: BTreeMap<String, String>,
    /// Where this was read.
    pub sources: Vec<Source>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
}

/// What a kind may ask of a person, in the order in which it is shown.
pub const ASKS: [&str; 7] = ["account", "name", "camera", "number", "faith", "days", "medicine"];

/// Whether a kind asks for something. Of medicine from a doctor: whether it is welcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// It does not.
    No,
    /// Some do.
    Some,
    /// It does.
    Yes,
    /// Not known.
    Unknown,
}

impl Kind {
    /// Says whether it asks for one of [`ASKS`]; `None` for what does not apply to it.
    pub fn asked(&self, what: &str) -> Option<Asked> {
        Some(match self.asks.get(what)?.as_str() {
            "no" => Asked::No,
            "some" => Asked::Some,
            "yes" => Asked::Yes,
            _ => Asked::Unknown,
        })
    }

    /// Says whether all words occur in its names or in what it is.
    fn has_words(&self, words: &[String]) -> bool {
        let text = fold(&format!("{} {} {}", self.name, self.also_called.join(" "), self.what_it_is));
        words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// A text that belongs to every kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Shared {
    /// The text.
    pub text: String,
    /// Who must still read it.
    pub review: Option<String>,
}

/// All kinds of support.
#[derive(Clone, PartialEq, Debug)]
pub struct Kinds {
    /// The headings, in order.
    pub groups: Vec<Group>,
    /// The kinds.
    pub kinds: Vec<Kind>,
}

impl Kinds {
    /// Finds a kind by its id.
    pub fn get(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// Gives the kinds in whose names or first lines all words occur, in the order of the file.
    pub fn matching(&self, query: &str) -> Vec<&Kind> {
        let words: Vec<String> = query.split_whitespace().map(fold).collect();
        self.kinds.iter().filter(|kind| kind.has_words(&words)).collect()
    }

    /// Gives the kinds of a group, in the order of the file.
    pub fn in_group<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Kind> {
        self.kinds.iter().filter(move |kind| kind.group == group)
    }
}

readable! {
    Group { id, name, hint }
    HowToFind { text, url, checked }
    Kind { id, name, also_called, group, what_it_is, who_for, what_to_expect_first_time, what_it_costs, how_to_find, anonymity, asks, role_of_peers, when_not_enough, line_ids, review, sources, checked }
    Shared { text, review }
    Kinds { groups, kinds }
}
