//! A slow, obvious reference: every listing is compared by itself, with the words of the contract.

use super::super::{Day, Filters, Moment, Open};
use crate::directory::{Attendance, Coordinates, Field, Listing, Programs, Slot, local_start};
use crate::fold::fold;
use crate::site::Distance;
use crate::time::{ZoneTable, weekday_of};

pub(super) struct Reference<'a> {
    pub(super) listings: &'a [Listing],
    pub(super) programs: &'a Programs,
    pub(super) moment: &'a Moment,
    pub(super) unit: Distance,
}

/// Where a listing stands: without a time or inactive; what leads; distance in meters; in progress; start; name; id.
type Place = (u8, bool, i64, bool, i64, String, String);

impl Reference<'_> {
    /// Gives the ids of what matches, in order.
    pub(super) fn ids(&self, fragment: &str) -> Vec<String> {
        let filters = self.known(Filters::parse(fragment));
        let origin = self.origin(&filters.near);
        let found = self.listings.iter().filter(|listing| {
            self.has_words(listing, &filters)
                && self.is_then(listing, &filters)
                && is_chosen(listing, &filters)
                && self.is_in_reach(listing, &filters, origin)
        });
        let mut places: Vec<Place> = found.map(|listing| self.place(listing, &filters, origin)).collect();
        places.sort();
        places.into_iter().map(|place| place.6).collect()
    }

    /// What no listing has counts as unknown.
    fn known(&self, filters: Filters) -> Filters {
        let has_type = |code: &String| self.listings.iter().any(|listing| listing.types.contains(code));
        let has_region = |region: &String| self.listings.iter().any(|listing| is_in(listing, region));
        Filters {
            types: filters.types.iter().filter(|code| has_type(code)).cloned().collect(),
            regions: filters.regions.iter().filter(|region| has_region(region)).cloned().collect(),
            ..filters
        }
    }

    fn texts(&self, listing: &Listing) -> Vec<String> {
        let fields =
            listing.texts.iter().filter(|(field, _)| field.is_searched()).map(|(_, text)| text.clone());
        let of = listing.codes_of.as_deref().and_then(|key| self.programs.get(key));
        let types = listing.types.iter().filter_map(|code| of?.type_name(code, "en").map(str::to_owned));
        let program = listing.program.as_deref().and_then(|key| self.programs.get(key));
        let names = program.into_iter().flat_map(|program| [program.short.clone(), program.name.clone()]);
        fields.chain(types).chain(names).chain(listing.regions.clone()).map(|text| fold(&text)).collect()
    }

    fn has_words(&self, listing: &Listing, filters: &Filters) -> bool {
        let texts = self.texts(listing);
        let occurs = |term: &String| texts.iter().any(|text| text.contains(term.as_str()));
        filters.words.is_empty() || filters.words.groups.iter().any(|group| group.iter().all(occurs))
    }

    fn zone(&self, listing: &Listing) -> &ZoneTable {
        let known = listing.zone.as_ref().and_then(|zone| self.moment.zones.get(zone));
        known.unwrap_or(&self.moment.zones["America/New_York"])
    }

    /// Tells whether a slot holds in the zones that count for its listing.
    fn slot_is_then(&self, listing: &Listing, slot: &Slot, filters: &Filters) -> bool {
        let (zone, visitor) = (self.zone(listing), &self.moment.zones[&self.moment.visitor_zone]);
        match listing.attendance {
            Attendance::Online => self.slot_fits(slot, zone, visitor, filters),
            Attendance::Hybrid => [zone, visitor].iter().any(|on| self.slot_fits(slot, zone, on, filters)),
            _ => self.slot_fits(slot, zone, zone, filters),
        }
    }

    fn slot_fits(&self, slot: &Slot, zone: &ZoneTable, shown: &ZoneTable, filters: &Filters) -> bool {
        let next = slot.occurrence(zone, self.moment.now);
        let (day, minute) = next.map_or((slot.day.index(), None), |next| {
            let start = local_start(next.start, shown);
            (start.day.index(), Some(start.minute))
        });
        let today = weekday_of(shown.local(self.moment.now)).index();
        let now = self.moment.now;
        let on_day = |chosen: &Day| match chosen {
            Day::On(weekday) => weekday.index() == day,
            Day::Today => day == today,
            Day::Tomorrow => day == (today + 1) % 7,
        };
        let is_open = |open: &Open| {
            next.is_some_and(|next| match open {
                Open::Now => next.in_progress,
                Open::Soon => next.start > now && next.start <= now + 60,
            })
        };
        (filters.days.is_empty() || filters.days.iter().any(on_day))
            && (filters.times.is_empty()
                || minute.is_some_and(|minute| filters.times.iter().any(|part| part.has(minute))))
            && (filters.open.is_empty() || filters.open.iter().any(is_open))
    }

    fn is_then(&self, listing: &Listing, filters: &Filters) -> bool {
        let filtered = !(filters.days.is_empty() && filters.times.is_empty() && filters.open.is_empty());
        !filtered || listing.slots.iter().any(|slot| self.slot_is_then(listing, slot, filters))
    }

    /// Finds a region, a city or a state by its name: of several the one with the most listings.
    fn origin(&self, near: &str) -> Option<Coordinates> {
        if near == "me" {
            return self.moment.here;
        }
        if let Some((latitude, longitude)) = near.split_once(',')
            && let (Ok(latitude), Ok(longitude)) = (latitude.parse(), longitude.parse())
        {
            return Coordinates::new(latitude, longitude);
        }
        let mut places: Vec<(String, Vec<Coordinates>)> = Vec::new();
        for listing in self.listings {
            let mut own: Vec<String> = Vec::new();
            for level in 0..listing.regions.len() {
                let path: Vec<String> =
                    listing.regions[..=level].iter().rev().map(|name| fold(name)).collect();
                own.push(path.join(" "));
            }
            let address = listing.text(Field::Address).unwrap_or_default();
            for (inside, names) in
                [(", Anytown, NY ", ["anytown ny", "ny"]), (", Elsewhere, PA ", ["elsewhere pa", "pa"])]
            {
                if address.contains(inside) {
                    own.extend(names.map(str::to_owned));
                }
            }
            own.dedup();
            for name in own {
                let Some(at) = listing.coordinates else { continue };
                match places.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, members)) => members.push(at),
                    None => places.push((name, vec![at])),
                }
            }
        }
        let wanted = fold(near);
        places.retain(|(name, _)| *name == wanted || name.split(' ').next() == Some(&wanted));
        places.sort_by(|(name, one), (other, two)| two.len().cmp(&one.len()).then(name.cmp(other)));
        let (_, members) = places.first()?;
        let middle = |degrees: fn(&Coordinates) -> f32| {
            let mut all: Vec<f32> = members.iter().map(degrees).collect();
            all.sort_by(f32::total_cmp);
            f64::from(all[all.len() / 2])
        };
        Coordinates::new(middle(|at| at.latitude), middle(|at| at.longitude))
    }

    /// The angle between two directions from the middle of the Earth, by their cross and dot products.
    fn distance(&self, listing: &Listing, origin: Option<Coordinates>) -> Option<f64> {
        let direction = |at: Coordinates| {
            let (north, east) = (f64::from(at.latitude).to_radians(), f64::from(at.longitude).to_radians());
            [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()]
        };
        let (one, other) = (direction(listing.coordinates?), direction(origin?));
        let dot: f64 = (0..3).map(|axis| one[axis] * other[axis]).sum();
        let cross = |a: usize, b: usize| one[a] * other[b] - one[b] * other[a];
        let sine = (cross(0, 1).powi(2) + cross(1, 2).powi(2) + cross(2, 0).powi(2)).sqrt();
        let kilometers = sine.atan2(dot) * 6_371.008_8;
        Some(if self.unit == Distance::Mi { kilometers / 1.609_344 } else { kilometers })
    }

    fn is_in_reach(&self, listing: &Listing, filters: &Filters, origin: Option<Coordinates>) -> bool {
        let Some(within) = filters.within else { return true };
        if origin.is_none() {
            return matches!(listing.attendance, Attendance::Online | Attendance::Hybrid);
        }
        let travelled_to = matches!(listing.attendance, Attendance::InPerson | Attendance::Hybrid);
        !travelled_to || self.distance(listing, origin).is_some_and(|distance| distance <= within)
    }

    fn place(&self, listing: &Listing, filters: &Filters, origin: Option<Coordinates>) -> Place {
        let days = Filters { days: filters.days.clone(), ..Filters::default() };
        let counting = listing.slots.iter().filter(|slot| self.slot_is_then(listing, slot, &days));
        let next = counting
            .filter_map(|slot| slot.occurrence(self.zone(listing), self.moment.now))
            .map(|next| (!next.in_progress, next.start))
            .min();
        let last = match (listing.attendance, next) {
            (Attendance::Inactive, _) => 2,
            (_, None) => 1,
            _ => 0,
        };
        let next = next.filter(|_| last == 0).unwrap_or_default();
        let by_distance = origin.is_some() && !filters.by_time;
        let follows = if by_distance {
            filters.within.is_some() && listing.attendance == Attendance::Online
        } else {
            !filters.words.is_empty() && !Self::is_named(listing, filters)
        };
        let meters = self.distance(listing, origin).filter(|_| by_distance);
        let meters = meters.map_or(i64::from(by_distance) * i64::MAX, |distance| (distance * 1_000.0) as i64);
        (last, follows, meters, next.0, next.1, fold(listing.name()), listing.id.0.clone())
    }

    fn is_named(listing: &Listing, filters: &Filters) -> bool {
        let name = fold(listing.name());
        let starts_a_word = |term: &String| {
            name.match_indices(term.as_str()).any(|(at, _)| at == 0 || name[..at].ends_with([' ', '-', '(']))
        };
        filters.words.groups.iter().any(|group| group.iter().all(starts_a_word))
    }
}

fn is_in(listing: &Listing, region: &str) -> bool {
    listing.regions.iter().any(|one| fold(one) == fold(region))
}

fn is_chosen(listing: &Listing, filters: &Filters) -> bool {
    let has = |code: &String| listing.types.contains(code);
    let types = filters.types.is_empty()
        || if filters.any_type { filters.types.iter().any(has) } else { filters.types.iter().all(has) };
    let attendance = filters.attendance.is_empty()
        || filters.attendance.iter().any(|wanted| {
            *wanted == listing.attendance
                || (listing.attendance == Attendance::Hybrid && *wanted != Attendance::Inactive)
        });
    let region = filters.regions.is_empty() || filters.regions.iter().any(|region| is_in(listing, region));
    types && attendance && region
}
