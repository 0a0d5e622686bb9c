//! What to do while help comes: a few lines each, from named sources.

use crate::coping::Source;
use crate::json::readable;

/// One emergency, and what to do in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Aid {
    /// Its id: `overdose`, `withdrawal`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The words above the signs.
    pub signs: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Where the steps are from.
    pub sources: Vec<Source>,
    /// Who must still read it.
    pub review: Option<String>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
}

/// All of them.
#[derive(Clone, PartialEq, Debug)]
pub struct FirstAid {
    /// The most urgent first.
    pub aids: Vec<Aid>,
}

readable! {
    Aid { id, name, signs, steps, sources, review, checked }
    FirstAid { aids }
}
