//! What people need from services: food, a bed, a shower, rather than what kind of organization has it; what is free,
//! what one can walk into, which languages are spoken.
//!
//! Feeds say it in their own words, so it is found by words: see `needs.txt`, a line for each need with the kinds of
//! support that answer it and how the words begin that do. Only services are looked at, once, when it is first asked.

use super::bits::Bits;
use super::store::{At, Store};
use crate::directory::listing::Field;
use crate::fold::fold;

/// Which words say that something costs nothing, and that nobody needs an appointment.
const FREE: &str = "free|no cost|no charge|no fee|at no|gratis|gratuito|sin costo";
const WALK_IN: &str = "walk-in|walk in|drop-in|drop in|no appointment|without appointment|sin cita";
/// Longest name of a language that is taken for one; what is longer is a sentence.
const LONGEST_NAME: usize = 24;

/// Which services answer which need.
#[derive(Debug)]
pub(super) struct Needs {
    /// Each need by its id.
    pub(super) each: Vec<(&'static str, Bits)>,
    free: Bits,
    walk_in: Bits,
    /// Each language that is spoken: folded, as it is written, by whom.
    pub(super) languages: Vec<(String, String, Bits)>,
}

impl Needs {
    pub(super) fn of(store: &Store) -> Needs {
        let none = || Bits::none(store.len());
        let lines = include_str!("needs.txt").lines().filter_map(|line| {
            let (id, rest) = line.split_once('\t')?;
            let (kinds, words) = rest.split_once('\t')?;
            Some((id, kinds, words))
        });
        let lines: Vec<_> = lines.collect();
        let mut needs = Needs {
            each: lines.iter().map(|(id, ..)| (*id, none())).collect(),
            free: none(),
            walk_in: none(),
            languages: Vec::new(),
        };
        for at in (0..store.len()).filter(|at| store.is_service(*at)) {
            let offer = said(store, at, &[Field::Name, Field::Description, Field::Offers]);
            let kind = store.kind(at).and_then(|id| store.kinds.get(id)).map_or("", String::as_str);
            for ((_, kinds, words), (_, bits)) in lines.iter().zip(&mut needs.each) {
                if kinds.split(',').any(|of| of == kind && !of.is_empty()) || says(&offer, words) {
                    bits.set(at);
                }
            }
            if says(&said(store, at, &[Field::Cost]), FREE) {
                needs.free.set(at);
            }
            if says(&format!("{} {offer}", said(store, at, &[Field::Admission])), WALK_IN) {
                needs.walk_in.set(at);
            }
            needs.add_languages(store, at);
        }
        needs
    }

    fn add_languages(&mut self, store: &Store, at: At) {
        let text = store.text(at, Field::Languages).unwrap_or_default();
        for name in text.split([',', ';', '/', '\n']).map(str::trim) {
            if name.is_empty() || name.chars().count() > LONGEST_NAME {
                continue;
            }
            let folded = fold(name);
            let known = self.languages.iter().position(|(other, ..)| *other == folded);
            let place = known.unwrap_or_else(|| {
                self.languages.push((folded, name.to_owned(), Bits::none(store.len())));
                self.languages.len() - 1
            });
            self.languages[place].2.set(at);
        }
    }

    /// Gives the services that say that something costs nothing; `None` if none does.
    pub(super) fn free(&self) -> Option<Bits> {
        Some(self.free.clone()).filter(|bits| !bits.is_empty())
    }

    /// Gives the services that say that one can come without an appointment; `None` if none does.
    pub(super) fn walk_in(&self) -> Option<Bits> {
        Some(self.walk_in.clone()).filter(|bits| !bits.is_empty())
    }

    /// Gives the services that answer any of these needs; `None` if none of them is known.
    pub(super) fn any(&self, ids: &[String]) -> Option<Bits> {
        let chosen =
            self.each.iter().filter(|(id, bits)| ids.iter().any(|one| one == id) && !bits.is_empty());
        any_of(chosen.map(|(_, bits)| bits))
    }

    /// Gives the services where any of these languages is spoken; `None` if nobody says that of any.
    pub(super) fn speaking(&self, names: &[String]) -> Option<Bits> {
        let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let chosen = self.languages.iter().filter(|(folded, ..)| names.contains(folded));
        any_of(chosen.map(|(.., bits)| bits))
    }
}

fn any_of<'b>(all: impl Iterator<Item = &'b Bits>) -> Option<Bits> {
    all.fold(None, |sum: Option<Bits>, bits| {
        let mut sum = sum.unwrap_or_else(|| bits.clone());
        sum.or(bits);
        Some(sum)
    })
}

/// What some fields of a listing say, folded.
fn said(store: &Store, at: At, fields: &[Field]) -> String {
    let texts = store.fields(at).filter(|(field, _)| fields.contains(field));
    texts.map(|(_, text)| fold(store.texts.get(text))).collect::<Vec<_>>().join("\n")
}

/// Tells whether a word of a text begins as one of `words` does; those are folded, with `|` between them.
fn says(text: &str, words: &str) -> bool {
    words.split('|').any(|word| {
        text.match_indices(word).any(|(at, _)| !text[..at].ends_with(|char: char| char.is_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_needs_are_folded_and_each_line_is_whole() {
        let mut seen = Vec::new();
        for line in include_str!("needs.txt").lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            assert_eq!(parts.len(), 3, "{line}");
            assert!(!seen.contains(&parts[0]), "{line}");
            seen.push(parts[0]);
            assert!(parts[2].split('|').all(|word| !word.is_empty() && fold(word) == word), "{line}");
        }
        assert!([FREE, WALK_IN].iter().all(|words| fold(words) == **words));
    }

    #[test]
    fn a_word_counts_from_its_beginning() {
        assert!(says("hot meals daily", "food|meal"));
        assert!(says("meals", "meal"));
        assert!(!says("oatmeal cookies", "meal"));
        assert!(says("free-of-charge", FREE) && says("it is free.", FREE));
        assert!(!says("smokefree", FREE));
        assert!(says("drop-in center", WALK_IN));
    }
}
