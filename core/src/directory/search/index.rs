//! The text index: which listings have a term in one of their fields.
//!
//! Every distinct text of a searched field is folded once and lies in one long text. A term is looked for
//! there from end to end, which takes a few milliseconds for 100,000 listings; a text that matches leads to its
//! listings. Most texts of a feed (places, regions, notes, types) are shared by many listings, so little has
//! to be scanned. While a person types, a longer term can only match where the shorter one did.

use super::bits::Bits;
use super::store::{At, Store};
use super::words::Words;
use crate::directory::listing::Field;
use crate::directory::program::Programs;
use crate::fold::{fold, fold_into};
use memchr::memmem;
use std::sync::Arc;

/// How many characters of a field are searched.
const SEARCHED: usize = 20_000;
/// How many terms are remembered with the texts they occur in.
const REMEMBERED: usize = 24;

/// Folded texts, one behind the other, and the listings of each.
#[derive(Debug)]
pub(crate) struct TextIndex {
    blob: String,
    /// Where each text ends in the blob; a newline, which no folded text has, lies between them.
    ends: Vec<u32>,
    /// The listings of each text: `postings[starts[text]..starts[text + 1]]`.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// The text of each listing's name.
    names: Vec<u32>,
    /// Which texts are names.
    are_names: Bits,
    len: usize,
    remembered: Vec<(String, Arc<[u32]>)>,
}

impl TextIndex {
    /// Takes the listings and the language in which types are named.
    pub(crate) fn build(store: &Store, programs: &Programs, language: &str) -> TextIndex {
        let mut builder = Builder { text_of: vec![NONE; store.texts.len()], ..Builder::default() };
        let type_texts: Vec<Option<u32>> = store
            .all_types
            .all()
            .iter()
            .map(|of| {
                let program = programs.get(of.codes_of.as_deref()?)?;
                Some(builder.add(program.type_name(&of.code, language)?))
            })
            .collect();
        let program_texts: Vec<[u32; 2]> = store
            .programs
            .all()
            .iter()
            .map(|key| {
                programs
                    .get(key)
                    .map_or([NONE; 2], |program| [builder.add(&program.short), builder.add(&program.name)])
            })
            .collect();
        let region_texts: Vec<Vec<u32>> = store
            .chains
            .all()
            .iter()
            .map(|chain| chain.iter().map(|region| builder.add(region)).collect())
            .collect();

        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(store.len() * 8);
        let mut names = Vec::with_capacity(store.len());
        let mut own: Vec<u32> = Vec::new();
        for at in 0..store.len() {
            own.clear();
            let mut name = NONE;
            for (field, text) in store.fields(at).filter(|(field, _)| field.is_searched()) {
                let text = builder.add_stored(store, text);
                if !own.contains(&text) {
                    own.push(text);
                }
                if field == Field::Name {
                    name = text;
                }
            }
            own.extend(region_texts.get(store.chain(at) as usize).into_iter().flatten());
            own.extend(store.types(at).iter().filter_map(|id| *type_texts.get(*id as usize)?));
            own.extend(store.program(at).and_then(|id| program_texts.get(id as usize)).into_iter().flatten());
            pairs.extend(own.iter().filter(|text| **text != NONE).map(|text| (*text, at as u32)));
            names.push(name);
        }
        let (starts, postings) = by_text(&pairs, builder.ends.len());
        let Builder { mut blob, ends, .. } = builder;
        blob.shrink_to_fit();
        let mut are_names = Bits::none(ends.len());
        for text in &names {
            are_names.set(*text as usize);
        }
        TextIndex { blob, ends, starts, postings, names, are_names, len: store.len(), remembered: Vec::new() }
    }

    /// Gives the listings in which every term of some group occurs.
    pub(crate) fn find(&mut self, words: &Words) -> Bits {
        if words.is_empty() {
            return Bits::all(self.len);
        }
        let mut found = Bits::none(self.len);
        for group in &words.groups {
            let mut all = Bits::all(self.len);
            for term in group {
                all.and(&self.listings_with(term));
            }
            found.or(&all);
        }
        found
    }

    /// Gives the listings whose name has every term of some group at the start of a word.
    pub(crate) fn find_in_names(&mut self, words: &Words) -> Bits {
        let mut found = Bits::none(self.len);
        for group in &words.groups {
            let mut fits: Option<Vec<bool>> = None;
            for term in group {
                let mut with_term = vec![false; self.ends.len()];
                // A letter is in most texts, and few of those are names.
                for text in self.texts_with(term).iter().filter(|text| self.are_names.has(**text as usize)) {
                    let earlier = fits.as_ref().is_none_or(|fits| fits[*text as usize]);
                    with_term[*text as usize] = earlier && starts_a_word(self.text(*text as usize), term);
                }
                fits = Some(with_term);
            }
            let Some(fits) = fits else { continue };
            for (at, name) in self.names.iter().enumerate() {
                if fits.get(*name as usize).copied().unwrap_or(false) {
                    found.set(at);
                }
            }
        }
        found
    }

    /// Gives the folded name of a listing.
    pub(crate) fn name(&self, at: At) -> &str {
        self.names.get(at).map_or("", |text| self.text(*text as usize))
    }

    fn text(&self, text: usize) -> &str {
        let start = if text == 0 { 0 } else { self.ends.get(text - 1).map_or(0, |end| *end as usize + 1) };
        let end = self.ends.get(text).map_or(0, |end| *end as usize);
        self.blob.get(start..end).unwrap_or_default()
    }

    fn listings_with(&mut self, term: &str) -> Bits {
        let mut found = Bits::none(self.len);
        for text in self.texts_with(term).iter() {
            let text = *text as usize;
            let (from, to) = (self.starts[text] as usize, self.starts[text + 1] as usize);
            for at in &self.postings[from..to] {
                found.set(*at as usize);
            }
        }
        found
    }

    /// Gives the texts in which a term occurs, in order.
    fn texts_with(&mut self, term: &str) -> Arc<[u32]> {
        if let Some((_, texts)) = self.remembered.iter().find(|(known, _)| known == term) {
            return Arc::clone(texts);
        }
        let narrower = self.remembered.iter().filter(|(known, _)| term.contains(known.as_str()));
        let texts: Vec<u32> = match narrower.min_by_key(|(_, texts)| texts.len()) {
            Some((_, texts)) if texts.len() < self.ends.len() / 8 => {
                let finder = memmem::Finder::new(term);
                let has = |text: &&u32| finder.find(self.text(**text as usize).as_bytes()).is_some();
                texts.iter().filter(has).copied().collect()
            }
            _ => self.scan(term),
        };
        if self.remembered.len() >= REMEMBERED {
            self.remembered.remove(0);
        }
        let texts: Arc<[u32]> = texts.into();
        self.remembered.push((term.to_owned(), Arc::clone(&texts)));
        texts
    }

    fn scan(&self, term: &str) -> Vec<u32> {
        let finder = memmem::Finder::new(term);
        let blob = self.blob.as_bytes();
        let mut texts = Vec::new();
        let (mut from, mut text) = (0, 0);
        while let Some(found) = blob.get(from..).and_then(|rest| finder.find(rest)) {
            let hit = from + found;
            text = self.text_at(hit, text);
            let Some(end) = self.ends.get(text) else { break };
            texts.push(text as u32);
            from = *end as usize + 1;
        }
        texts
    }

    /// Gives the text at a place of the blob, not before `first`. A letter is in most texts: the next one is near.
    fn text_at(&self, place: usize, first: usize) -> usize {
        let is_before = |end: &u32| *end as usize <= place;
        let (mut from, mut step) = (first, 1);
        while self.ends.get(from + step).is_some_and(is_before) {
            from += step;
            step *= 2;
        }
        let to = (from + step).min(self.ends.len());
        from + self.ends[from..to].partition_point(is_before)
    }
}

const NONE: u32 = u32::MAX;

#[derive(Default)]
struct Builder {
    blob: String,
    ends: Vec<u32>,
    /// For each text of the store, its text here.
    text_of: Vec<u32>,
}

impl Builder {
    fn add_stored(&mut self, store: &Store, id: u32) -> u32 {
        match self.text_of.get(id as usize) {
            Some(&text) if text != NONE => text,
            _ => {
                let text = self.add(store.texts.get(id));
                if let Some(slot) = self.text_of.get_mut(id as usize) {
                    *slot = text;
                }
                text
            }
        }
    }

    fn add(&mut self, text: &str) -> u32 {
        if text.len() > SEARCHED {
            let cut: String = text.chars().take(SEARCHED).collect();
            self.blob.push_str(&fold(&cut));
        } else {
            fold_into(text, &mut self.blob);
        }
        self.ends.push(self.blob.len() as u32);
        self.blob.push('\n');
        self.ends.len() as u32 - 1
    }
}

/// Sorts pairs of a text and a listing by text, by counting.
fn by_text(pairs: &[(u32, u32)], texts: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; texts + 1];
    for (text, _) in pairs {
        starts[*text as usize + 1] += 1;
    }
    for text in 0..texts {
        starts[text + 1] += starts[text];
    }
    let mut next = starts.clone();
    let mut postings = vec![0; pairs.len()];
    for (text, at) in pairs {
        let place = &mut next[*text as usize];
        postings[*place as usize] = *at;
        *place += 1;
    }
    (starts, postings)
}

/// Tells whether a term occurs at the start of a word; an apostrophe is inside a word.
fn starts_a_word(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|char| !char.is_alphanumeric() && char != '\'')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_starts_a_word_after_a_space_or_a_sign_but_not_after_an_apostrophe() {
        assert!(starts_a_word("12-step (women)", "women"));
        assert!(starts_a_word("12-step (women)", "step"));
        assert!(starts_a_word("women's way", "wo"));
        assert!(!starts_a_word("women's way", "s"));
        assert!(!starts_a_word("women", "men"));
        assert!(starts_a_word("women men", "men"));
    }
}
