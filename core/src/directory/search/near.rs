//! Near a place: where it is, how far everything is from it, and the order that makes.
//!
//! A place is a name or a postcode of the listings themselves, a point, or the device's position. All of it is
//! worked out here, so nobody is told where a person is. Distances are worked out once for a place and remembered.

use super::answer::Near;
use super::bits::Bits;
use super::directory::Directory;
use super::filters::Filters;
use super::places::{PlaceName, Places, plain};
use super::store::At;
use super::when::Moment;
use super::words::Words;
use crate::decimal::read_decimal;
use crate::directory::listing::{Attendance, Coordinates, Field};
use crate::fold::fold;
pub(super) use crate::site::Distance as Unit;
use std::f64::consts::{FRAC_PI_2, PI};

/// The radius of the Earth in kilometers, and a kilometer in miles.
const EARTH: f64 = 6_371.008_8;
const MILES: f64 = 1.0 / 1.609_344;

/// How the device's position is written in an address, which never holds the position itself.
const ME: &str = "me";

/// A place that was asked for, and how far each listing is from it.
#[derive(Debug)]
pub(super) struct Origin {
    typed: String,
    here: Option<Coordinates>,
    name: String,
    at: Option<Coordinates>,
    /// In the site's unit; infinite where a listing has no coordinates. Empty for a place found nowhere.
    distances: Vec<f32>,
    /// All listings, nearest first; of equals the usual order decides.
    nearest: Option<Vec<u32>>,
}

impl Directory {
    /// Gives names of places for what was typed so far.
    pub fn places(&mut self, typed: &str) -> Vec<PlaceName> {
        self.gazetteer().complete(typed)
    }

    fn gazetteer(&mut self) -> &Places {
        let store = &self.store;
        self.places.get_or_insert_with(|| Places::build(store))
    }

    /// Brings the place up to what is asked for.
    pub(super) fn bring_origin(&mut self, filters: &Filters, moment: &Moment) {
        let typed = filters.near.as_str();
        let here = moment.here.filter(|_| typed == ME);
        if self.origin.as_ref().is_some_and(|known| known.typed == typed && known.here == here) {
            return;
        }
        self.origin = None;
        if typed.is_empty() {
            return;
        }
        let found = match typed {
            ME => here.map(|here| (typed.to_owned(), here)),
            _ => match point(typed) {
                Some((latitude, longitude)) => {
                    Coordinates::new(latitude, longitude).map(|point| (typed.to_owned(), point))
                }
                None => self.place(typed),
            },
        };
        let (name, at) = found.map_or((typed.to_owned(), None), |(name, at)| (name, Some(at)));
        let distances = at.map_or_else(Vec::new, |at| self.distances_from(at));
        self.origin = Some(Origin { typed: typed.to_owned(), here, name, at, distances, nearest: None });
    }

    /// Looks a name up: a place's whole name or a postcode, then the name of a listing's location, then the
    /// beginning of a name.
    fn place(&mut self, typed: &str) -> Option<(String, Coordinates)> {
        let exactly = self.gazetteer().exactly(typed);
        exactly.or_else(|| self.location(typed)).or_else(|| self.gazetteer().nearly(typed))
    }

    fn location(&mut self, typed: &str) -> Option<(String, Coordinates)> {
        let wanted = fold(typed);
        if plain(&wanted).is_empty() {
            return None;
        }
        let having = self.index.find(&Words { groups: vec![vec![wanted.clone()]] });
        having.iter().find_map(|at| {
            let name = self.store.text(at, Field::Location).filter(|name| fold(name) == wanted)?;
            Some((name.to_owned(), self.store.coordinates(at)?))
        })
    }

    fn distances_from(&self, origin: Coordinates) -> Vec<f32> {
        let distance = |at| {
            let place = self.store.coordinates(at)?;
            Some(between(origin, place, self.unit)).filter(|distance| distance.is_finite())
        };
        (0..self.store.len()).map(|at| distance(at).unwrap_or(f32::INFINITY)).collect()
    }

    /// Gives the listings that stay with `within`: what is in reach, and what nobody travels to. With a place
    /// found nowhere only what can be joined from afar.
    pub(super) fn in_reach(&self, filters: &Filters) -> Option<Bits> {
        let within = filters.within?;
        let origin = self.origin.as_ref()?;
        let len = self.store.len();
        if origin.at.is_none() {
            return Some(Bits::from_fn(len, |at| self.store.attendance(at).from_afar()));
        }
        let stays = |at: At| {
            let is_near = f64::from(origin.distances[at]) <= within;
            is_near || !self.store.attendance(at).at_a_place()
        };
        Some(Bits::from_fn(len, stays))
    }

    /// Tells whether the nearest come first, and brings that order up to date. Call it after the usual order is.
    pub(super) fn bring_nearest(&mut self, filters: &Filters) -> bool {
        let Some(origin) = self.origin.as_mut().filter(|origin| origin.at.is_some()) else { return false };
        if filters.by_time {
            return false;
        }
        if let (None, Some((.., order))) = (&origin.nearest, &self.order) {
            origin.nearest = Some(nearest_first(order, &origin.distances));
        }
        origin.nearest.is_some()
    }

    /// Gives all listings, nearest first, as last brought up to date.
    pub(super) fn nearest(&self) -> Option<&[u32]> {
        self.origin.as_ref()?.nearest.as_deref()
    }

    /// The usual order has changed, and with it what comes first of equals.
    pub(super) fn forget_nearest(&mut self) {
        if let Some(origin) = &mut self.origin {
            origin.nearest = None;
        }
    }

    /// With `within`, what can only be joined from afar comes after the rest.
    pub(super) fn not_only_online(&self) -> Bits {
        Bits::from_fn(self.store.len(), |at| self.store.attendance(at) != Attendance::Online)
    }

    /// Gives how far a listing is, in tenths of the site's unit.
    pub(super) fn distance(&self, at: At, filters: &Filters) -> Option<u32> {
        let origin = self.origin.as_ref().filter(|_| !filters.near.is_empty())?;
        let distance = *origin.distances.get(at)?;
        distance.is_finite().then(|| (distance * 10.0).round() as u32)
    }

    /// Gives how the place was understood.
    pub(super) fn understood(&self, filters: &Filters) -> Option<Near> {
        let origin = self.origin.as_ref().filter(|_| !filters.near.is_empty())?;
        Some(Near { name: origin.name.clone(), found: origin.at.is_some(), is_me: origin.typed == ME })
    }
}

/// Reads `lat,lng`, which may be no place on the globe; gives `None` for a name.
fn point(typed: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = typed.split_once(',')?;
    Some((read_decimal(latitude)?, read_decimal(longitude)?))
}

/// Gives how far two places are apart, along the surface of a sphere.
pub(super) fn between(one: Coordinates, other: Coordinates, unit: Unit) -> f32 {
    let radians = |degrees: f32| f64::from(degrees).to_radians();
    let half_sine = |from: f32, to: f32| sine((radians(to) - radians(from)) / 2.0);
    let cosine = |degrees: f32| sine(FRAC_PI_2 - radians(degrees).abs());
    let (north, east) = (half_sine(one.latitude, other.latitude), half_sine(one.longitude, other.longitude));
    let share = north * north + cosine(one.latitude) * cosine(other.latitude) * east * east;
    let kilometers = 2.0 * EARTH * arc_sine_of_root(share);
    (if unit == Unit::Mi { kilometers * MILES } else { kilometers }) as f32
}

/// Puts listings in order by distance; equals stay as they were.
///
/// Distances are not negative, so they lie in the order of their bits, and two rounds of counting sort them. That
/// is ten times as fast as comparing, and no further sort in the wasm.
fn nearest_first(order: &[u32], distances: &[f32]) -> Vec<u32> {
    let mut order = order.to_vec();
    for shift in [0, 16] {
        let digit = |at: u32| (distances[at as usize].to_bits() >> shift & 0xffff) as usize;
        let mut starts = vec![0_usize; 0x1_0001];
        for at in &order {
            starts[digit(*at) + 1] += 1;
        }
        for at in 0..0x1_0000 {
            starts[at + 1] += starts[at];
        }
        let mut next = vec![0; order.len()];
        for at in order {
            let start = &mut starts[digit(at)];
            next[*start] = at;
            *start += 1;
        }
        order = next;
    }
    order
}

/// Gives the sine of an angle from -π to π. std's takes any angle, with 8 KB more in the worker.
fn sine(angle: f64) -> f64 {
    let folded = if angle.abs() > FRAC_PI_2 { angle.signum() * PI - angle } else { angle };
    let square = folded * folded;
    // The series of the sine, so far that what is left out is smaller than what an f64 holds.
    let series = (1..=10).rev().map(|at| f64::from((2 * at) * (2 * at + 1)));
    folded * series.fold(1.0, |rest, divisor| 1.0 - square / divisor * rest)
}

/// Gives the angle from 0 to π/2 whose sine is the root of `share`, which is from 0 to 1.
fn arc_sine_of_root(share: f64) -> f64 {
    if share > 0.5 {
        return FRAC_PI_2 - arc_sine_of_root((1.0 - share).max(0.0));
    }
    let sought = share.sqrt();
    // Newton's steps double the digits: four from a guess that is off by a tenth.
    (0..4).fold(sought, |angle, _| angle - (sine(angle) - sought) / sine(FRAC_PI_2 - angle))
}

/// Takes a distance in tenths; gives its digits: one decimal below 100, else none. The sign of the decimal is a
/// point, which a page may replace.
pub fn distance_digits(tenths: u32) -> String {
    if tenths < 1_000 { format!("{}.{}", tenths / 10, tenths % 10) } else { ((tenths + 5) / 10).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sines_and_their_angles_are_those_of_std(angle in -PI..PI, share in 0.0..=1.0f64) {
            prop_assert!((sine(angle) - angle.sin()).abs() < 1e-12);
            prop_assert!((arc_sine_of_root(share) - share.sqrt().asin()).abs() < 1e-12);
        }
    }

    #[test]
    fn the_ends_are_exact() {
        for (share, angle) in [(0.0, 0.0), (1.0, FRAC_PI_2), (0.5, PI / 4.0)] {
            assert!((arc_sine_of_root(share) - angle).abs() < 1e-12, "{share}");
        }
        assert!(sine(PI).abs() < 1e-12 && (sine(FRAC_PI_2) - 1.0).abs() < 1e-12);
    }
}
