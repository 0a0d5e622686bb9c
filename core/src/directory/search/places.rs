//! The gazetteer: names of places and postcodes, each with where it is, made of nothing but the listings.
//!
//! A place is a region, a city, a state or a postcode in which some listing has coordinates. It lies where the
//! middle one of its listings lies, by latitude and by longitude each: one listing with swapped coordinates moves
//! it by one neighbor. Two places of one name are told apart by what they lie in, and the name alone means the one
//! with more listings. It is made when somebody first asks for a place; others don't pay for it.

use super::address::{Named, named_in};
use super::near::{Unit, between};
use super::order::order;
use super::store::Store;
use crate::directory::listing::{Coordinates, Field};
use crate::fold::fold;
use crate::json::readable;
use serde::Serialize;
use std::collections::HashMap;

/// How many names are offered for what was typed.
const OFFERED: usize = 8;
/// Namesakes that are closer together, in kilometers, are one place to a person: a region and its city.
const ONE_PLACE: f32 = 50.0;
/// So many letters are needed before the rest of a name is guessed.
const GUESSED_FROM: usize = 3;

/// The name of a place, to be offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlaceName {
    /// As it is shown, and written in the address.
    pub name: String,
    /// How many listings with coordinates lie there.
    pub count: usize,
}

readable! {
    PlaceName { name, count }
}

/// All places, those with the most listings first.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// For each place what is compared, then what is shown.
    texts: String,
    all: Vec<Place>,
}

/// A place; its texts are `texts[start..shown]` and `texts[shown..end]`.
#[derive(Debug)]
struct Place {
    start: u32,
    /// Where the name ends and what it lies in begins.
    name_end: u32,
    shown: u32,
    end: u32,
    postcode: bool,
    /// False for the lesser of two that are one to a person.
    offered: bool,
    count: u32,
    at: Coordinates,
}

impl Places {
    pub(super) fn build(store: &Store) -> Places {
        let mut found = Found::default();
        let of_chains: Vec<Vec<u32>> =
            store.chains.all().iter().map(|chain| found.add_regions(chain)).collect();
        let mut of_addresses: HashMap<u32, Vec<u32>> = HashMap::new();
        for at in 0..store.len() {
            let Some(coordinates) = store.coordinates(at) else { continue };
            let regions = of_chains.get(store.chain(at) as usize).into_iter().flatten();
            let mut own: Vec<u32> = regions.copied().collect();
            if let Some((_, text)) = store.fields(at).find(|(field, _)| *field == Field::Address) {
                let named = || named_in(store.texts.get(text)).iter().map(|named| found.add(named)).collect();
                own.extend(of_addresses.entry(text).or_insert_with(named).iter().copied());
            }
            found.locate(coordinates, own);
        }
        found.places()
    }

    /// Gives up to eight names that begin with what was typed, or that have it at the start of a later word.
    pub(super) fn complete(&self, typed: &str) -> Vec<PlaceName> {
        let begun = self.begun(typed, OFFERED).into_iter();
        begun
            .map(|place| PlaceName { name: self.shown(place).to_owned(), count: place.count as usize })
            .collect()
    }

    fn begun(&self, typed: &str, wanted: usize) -> Vec<&Place> {
        let (typed, code) = (plain(typed), postcode(typed));
        if typed.is_empty() {
            return Vec::new();
        }
        let offered = || self.all.iter().filter(|place| place.offered);
        let begins = |place: &&Place| {
            self.key(place).starts_with(if place.postcode { code.as_str() } else { typed.as_str() })
        };
        let inside = format!(" {typed}");
        let later = |place: &&Place| !begins(place) && !place.postcode && self.name(place).contains(&inside);
        offered().filter(begins).chain(offered().filter(later)).take(wanted).collect()
    }

    /// Gives the place of this very name or postcode; also of one in a whole address.
    pub(super) fn exactly(&self, typed: &str) -> Option<(String, Coordinates)> {
        let find = |typed: &str| {
            let (name, code) = (plain(typed), postcode(typed));
            let is_meant = |place: &&Place| {
                if place.postcode {
                    self.key(place) == code
                } else {
                    self.key(place) == name || self.name(place) == name
                }
            };
            self.all.iter().find(is_meant)
        };
        // A path of regions is written from the most general one.
        let path: Vec<&str> = typed.rsplit(" > ").collect();
        let in_address = |named: Named| find(&format!("{} {}", named.name, named.within));
        let place = find(&path.join(" "));
        place.or_else(|| named_in(typed).into_iter().find_map(in_address)).map(|place| self.found(place))
    }

    /// Gives the place that somebody most likely means who did not write all of its name, or a postcode of
    /// which only neighbors are known: those that share the most with it, three characters at least.
    pub(super) fn nearly(&self, typed: &str) -> Option<(String, Coordinates)> {
        let mut code = postcode(typed);
        if code.chars().count() < GUESSED_FROM {
            return None;
        }
        let begun = self.begun(typed, 1);
        if !begun.is_empty() || !code.chars().any(|char| char.is_ascii_digit()) {
            return begun.first().map(|place| self.found(place));
        }
        while code.chars().count() > GUESSED_FROM {
            code.pop();
            let neighbor = self.all.iter().find(|place| place.postcode && self.key(place).starts_with(&code));
            if let Some(place) = neighbor {
                return Some(self.found(place));
            }
        }
        None
    }

    fn found(&self, place: &Place) -> (String, Coordinates) {
        (self.shown(place).to_owned(), place.at)
    }

    fn key(&self, place: &Place) -> &str {
        self.text(place.start, place.shown)
    }

    fn name(&self, place: &Place) -> &str {
        self.text(place.start, place.name_end)
    }

    fn shown(&self, place: &Place) -> &str {
        self.text(place.shown, place.end)
    }

    fn text(&self, from: u32, to: u32) -> &str {
        self.texts.get(from as usize..to as usize).unwrap_or_default()
    }
}

/// Folded, with commas as spaces: "Springfield, IL" is "Springfield IL".
pub(super) fn plain(text: &str) -> String {
    fold(&text.replace(',', " "))
}

/// Folded, without spaces: "sw1a1aa" is "SW1A 1AA".
fn postcode(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Places while they are collected, each by its position.
#[derive(Default)]
struct Found {
    known: HashMap<String, u32>,
    /// The key and its name's length, and how it is written.
    names: Vec<(String, usize, Named)>,
    counts: Vec<u32>,
    /// Each listing with coordinates, and where its places end in `members`.
    located: Vec<(Coordinates, u32)>,
    members: Vec<u32>,
}

impl Found {
    fn add(&mut self, named: &Named) -> u32 {
        let name = if named.postcode { postcode(&named.name) } else { plain(&named.name) };
        let length = name.len();
        let key = if named.within.is_empty() { name } else { format!("{name} {}", plain(&named.within)) };
        let next = self.names.len() as u32;
        let id = *self.known.entry(key.clone()).or_insert(next);
        if id == next {
            self.names.push((key, length, named.clone()));
            self.counts.push(0);
        }
        id
    }

    fn add_regions(&mut self, chain: &[String]) -> Vec<u32> {
        let mut within = String::new();
        let mut ids = Vec::new();
        for name in chain {
            ids.push(self.add(&Named { name: name.clone(), within: within.clone(), postcode: false }));
            within = if within.is_empty() { name.clone() } else { format!("{name}, {within}") };
        }
        ids
    }

    /// Takes the coordinates of a listing and its places, each of which counts once.
    fn locate(&mut self, at: Coordinates, places: Vec<u32>) {
        let start = self.members.len();
        for place in places {
            if !self.members[start..].contains(&place) {
                self.members.push(place);
                self.counts[place as usize] += 1;
            }
        }
        self.located.push((at, self.members.len() as u32));
    }

    /// Gives the middle one of each place's listings by one of the coordinates.
    fn middles(&self, degrees: impl Fn(&Coordinates) -> f32) -> Vec<f32> {
        let values: Vec<f32> = self.located.iter().map(|(at, _)| degrees(at)).collect();
        let mut seen = vec![0; self.counts.len()];
        let mut middles = vec![0.0; self.counts.len()];
        for listing in order(values.len(), &|a, b| values[a].total_cmp(&values[b])) {
            let listing = listing as usize;
            let from = if listing == 0 { 0 } else { self.located[listing - 1].1 as usize };
            for place in &self.members[from..self.located[listing].1 as usize] {
                let place = *place as usize;
                if seen[place] == self.counts[place] / 2 {
                    middles[place] = values[listing];
                }
                seen[place] += 1;
            }
        }
        middles
    }

    fn places(self) -> Places {
        let latitudes = self.middles(|at| at.latitude);
        let longitudes = self.middles(|at| at.longitude);
        let by_count = order(self.names.len(), &|a, b| {
            self.counts[b].cmp(&self.counts[a]).then_with(|| self.names[a].0.cmp(&self.names[b].0))
        });
        let mut places = Places::default();
        let mut namesakes: HashMap<&str, Vec<Coordinates>> = HashMap::new();
        for id in by_count {
            let id = id as usize;
            let at = Coordinates::new(f64::from(latitudes[id]), f64::from(longitudes[id]));
            let (Some(at), count @ 1..) = (at, self.counts[id]) else { continue };
            let (key, length, Named { name, within, postcode }) = &self.names[id];
            let greater = namesakes.entry(&key[..*length]).or_default();
            let offered = greater.iter().all(|other| between(*other, at, Unit::Km) > ONE_PLACE);
            let shown = if greater.is_empty() || within.is_empty() {
                name.clone()
            } else {
                format!("{name}, {within}")
            };
            greater.push(at);
            let start = places.texts.len() as u32;
            places.texts.push_str(key);
            let end_of_key = places.texts.len() as u32;
            places.texts.push_str(&shown);
            places.all.push(Place {
                start,
                name_end: start + *length as u32,
                shown: end_of_key,
                end: places.texts.len() as u32,
                postcode: *postcode,
                offered,
                count,
                at,
            });
        }
        places
    }
}
