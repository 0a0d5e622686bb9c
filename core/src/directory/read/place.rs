//! Where a row says it is: the full address, and whether that is only a rough place.

use super::context::FeedContext;
use super::report::Fault;
use super::row::Row;
use crate::decimal::read_decimal;
use crate::directory::link;
use crate::directory::listing::{Attendance, Coordinates, Field, Listing};
use crate::directory::schedule::Slot;

const STATES: &str = " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI ";
const PROVINCES: &str = " AB BC MB NB NL NS NT NU ON PE QC SK YT ";

/// Gives `formatted_address`, else street, city, "state postcode" and country, those that are given. A missing
/// country is USA or Canada if the state is a two-letter code of theirs.
pub(super) fn full_address(row: Row<'_, '_>) -> Option<String> {
    row.line("formatted_address").or_else(|| {
        let state = row.line("state");
        let country = row.line("country").or_else(|| country_of(state.as_deref()?).map(str::to_owned));
        let region = join(&[state, row.line("postal_code").or_else(|| row.line("zip"))], " ");
        join(&[row.line("address"), row.line("city"), region, country], ", ")
    })
}

/// Joins the parts that are given.
#[inline(never)]
pub(super) fn join(parts: &[Option<String>], between: &str) -> Option<String> {
    let mut joined: Option<String> = None;
    for part in parts.iter().flatten() {
        match &mut joined {
            Some(joined) => joined.extend([between, part.as_str()]),
            None => joined = Some(part.clone()),
        }
    }
    joined
}

fn country_of(state: &str) -> Option<&'static str> {
    let is_in = |list: &str| state.len() == 2 && list.contains(&format!(" {} ", state.to_ascii_uppercase()));
    if is_in(STATES) {
        Some("USA")
    } else if is_in(PROVINCES) {
        Some("Canada")
    } else {
        None
    }
}

/// Tells whether a place is only known roughly: no address; or the row says so; or, if it says nothing, an
/// address of fewer than four parts, as tsml-ui (`src/helpers/load-meeting-data.ts`) has it.
pub(super) fn is_approximate(row: Row<'_, '_>, address: Option<&str>) -> bool {
    let Some(address) = address else { return true };
    row.flag("approximate").unwrap_or_else(|| address.split(',').count() < 4)
}

/// Gives the coordinates, from two fields or from `coordinates` as "latitude,longitude".
pub(super) fn coordinates(row: Row<'_, '_>, feed: &mut FeedContext<'_>) -> Option<Coordinates> {
    let given = match (row.line("latitude"), row.line("longitude")) {
        (None, None) => row.line("coordinates"),
        (latitude, longitude) => {
            Some(format!("{}, {}", latitude.unwrap_or_default(), longitude.unwrap_or_default()))
        }
    };
    // Software that has no place for a row writes zeros.
    let given = given.filter(|given| given.bytes().any(|byte| !matches!(byte, b'0' | b'.' | b',' | b' ')));
    feed.used("latitude", given, Fault::Coordinates, |given| {
        let (latitude, longitude) = given.split_once(',')?;
        Coordinates::new(read_decimal(latitude)?, read_decimal(longitude)?)
    })
}

/// Tells how a service can be attended: at its place if it has one, online by a link or if it has only a phone.
pub(super) fn attendance_of_service(listing: &Listing, closed: bool) -> Attendance {
    let place = listing.has(Field::Address) || listing.has(Field::Location) || listing.coordinates.is_some();
    let only_phone = !place && (listing.has(Field::Phone) || dials_in(listing));
    Attendance::of(place && !closed, listing.has(Field::JoinLink) || only_phone)
}

/// Tells whether a listing has a number to dial in: seven digits or more.
pub(super) fn dials_in(listing: &Listing) -> bool {
    listing.text(Field::DialIn).is_some_and(|text| link::digits(text) >= 7)
}

/// Adds a slot in order of time, unless it is there already.
pub(super) fn add_slot(slots: &mut Vec<Slot>, slot: Slot) {
    let at = slots.iter().position(|other| *other >= slot).unwrap_or(slots.len());
    if slots.get(at) != Some(&slot) {
        slots.insert(at, slot);
    }
}
