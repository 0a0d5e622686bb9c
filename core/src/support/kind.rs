//! Kinds of peer support, each with a page that explains it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::coping::Source;

/// A heading under which kinds are listed.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One sentence about it.
    #[serde(default)]
    pub hint: Option<String>,
}

/// How a person finds one near them.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct HowToFind {
    /// What to do.
    pub text: String,
    /// A page that helps.
    #[serde(default)]
    pub url: Option<String>,
    /// The day on which a person confirmed the page.
    #[serde(default)]
    pub checked: Option<String>,
}

/// One kind of support.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Kind {
    /// Its id: `detox-facilities`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names people use.
    #[serde(default)]
    pub also_called: Vec<String>,
    /// The id of its group.
    pub group: String,
    /// What it is.
    pub what_it_is: String,
    /// Who it is for.
    pub who_for: String,
    /// What happens the first time.
    #[serde(default)]
    pub what_to_expect_first_time: Vec<String>,
    /// What it costs.
    #[serde(default)]
    pub what_it_costs: Option<String>,
    /// How to find one.
    #[serde(default)]
    pub how_to_find: Option<HowToFind>,
    /// Who learns that you were there.
    #[serde(default)]
    pub anonymity: Option<String>,
    /// What peers do there.
    #[serde(default)]
    pub role_of_peers: Option<String>,
    /// When other help is needed first.
    #[serde(default)]
    pub when_not_enough: Option<String>,
    /// Help lines to show with it.
    #[serde(default)]
    pub line_ids: Vec<String>,
    /// Who must still read which field.
    #[serde(default)]
    pub review: BTreeMap<String, String>,
    /// Where this was read.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The day on which a person confirmed it.
    #[serde(default)]
    pub checked: Option<String>,
}

/// A text that belongs to every kind.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Shared {
    /// The text.
    pub text: String,
    /// Who must still read it.
    #[serde(default)]
    pub review: Option<String>,
}

/// All kinds of support.
#[derive(Clone, PartialEq, Debug, Deserialize)]
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

    /// Gives the kinds of a group, in the order of the file.
    pub fn in_group<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Kind> {
        self.kinds.iter().filter(move |kind| kind.group == group)
    }
}
