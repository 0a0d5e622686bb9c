//! Where a row says it is: the full address, and whether that is only a rough place.

use super::row::Row;
use crate::directory::listing::Coordinates;

const STATES: &str = " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI ";
const PROVINCES: &str = " AB BC MB NB NL NS NT NU ON PE QC SK YT ";

/// Gives `formatted_address`, else street, city, "state postcode" and country, those that are given. A missing
/// country is USA or Canada if the state is a two-letter code of theirs.
pub(super) fn full_address(row: &Row<'_, '_>) -> Option<String> {
    row.line("formatted_address").or_else(|| {
        let state = row.line("state");
        let country = row.line("country").or_else(|| country_of(state.as_deref()?).map(str::to_owned));
        let region = join([state, row.line("postal_code")], " ");
        join([row.line("address"), row.line("city"), region, country], ", ")
    })
}

/// Joins the parts that are given.
pub(super) fn join<const N: usize>(parts: [Option<String>; N], between: &str) -> Option<String> {
    let given: Vec<String> = parts.into_iter().flatten().collect();
    (!given.is_empty()).then(|| given.join(between))
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
pub(super) fn is_approximate(row: &Row<'_, '_>, address: Option<&str>) -> bool {
    let Some(address) = address else { return true };
    row.flag("approximate").unwrap_or_else(|| address.split(',').count() < 4)
}

/// Gives the coordinates, from two fields or from `coordinates` as "latitude,longitude".
pub(super) fn coordinates(row: &Row<'_, '_>) -> Option<Coordinates> {
    let pair = row.number("latitude").zip(row.number("longitude")).or_else(|| {
        let text = row.line("coordinates")?;
        let (latitude, longitude) = text.split_once(',')?;
        Some((latitude.trim().parse().ok()?, longitude.trim().parse().ok()?))
    });
    pair.and_then(|(latitude, longitude)| Coordinates::new(latitude, longitude))
}
