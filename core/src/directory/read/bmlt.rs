//! BMLT's semantic JSON, as its servers give it: every value is a text, missing is the empty text.
//! <https://github.com/bmlt-enabled/bmlt-server>, `api-docs-semantic.json`.

use super::Draft;
use super::context::{FeedContext, WorldIds, bare};
use super::place::{coordinates, dials_in, is_approximate, join};
use super::report::Fault;
use super::row::Row;
use crate::directory::listing::{Attendance, Field, Listing};
use crate::directory::schedule::{Slot, read_time};
use crate::json::Node;
use crate::time::{DAY, Weekday};

/// BMLT's names of the fields that are taken over as lines.
const LINES: [(Field, &str); 6] = [
    (Field::Location, "location_text"),
    (Field::District, "service_body_name"),
    (Field::JoinNotes, "virtual_meeting_additional_info"),
    (Field::DialIn, "phone_meeting_number"),
    (Field::DialInNotes, "phone_meeting_additional_info"),
    (Field::Email, "email_contact"),
];

/// Takes a row with a name; gives the listing without its id. Contacts of persons are dropped.
pub(super) fn read(row: Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
    let address = address(row);
    let given = row.line("formats").unwrap_or_default();
    let formats: Vec<&str> = given.split(',').map(bare).filter(|format| !format.is_empty()).collect();
    let mut listing = Listing {
        kind: feed.kind.map(str::to_owned),
        types: feed.bmlt_types(&formats),
        regions: regions(row),
        slots: slot(row, feed).into_iter().collect(),
        zone: row.line("time_zone"),
        coordinates: coordinates(row, feed),
        approximate: is_approximate(row, address.as_deref()),
        updated: feed.updated(row.line("last_changed")),
        ..Listing::named(name)
    };
    listing.set(Field::Address, address);
    listing.set(Field::JoinLink, feed.link("virtual_meeting_link", row.line("virtual_meeting_link")));
    for (field, key) in LINES {
        listing.set(field, row.line(key));
    }
    listing.set(Field::Notes, row.text("comments"));
    listing.set(Field::LocationNotes, row.text("location_info"));
    listing.set(Field::Transit, join(&[row.line("train_lines"), row.line("bus_lines")], "; "));

    let says = |world_id: &str| formats.iter().any(|format| feed.meaning(format) == world_id);
    listing.attendance = match row.line("venue_type").as_deref() {
        Some("1") => Attendance::InPerson,
        Some("2") => Attendance::Online,
        Some("3") => Attendance::Hybrid,
        // `HY` is the key of the default format whose world id is `HYBR`.
        _ if says("HYBR") || says("HY") => Attendance::of(!says("TC"), true),
        _ => {
            let online = says("VM") || listing.has(Field::JoinLink) || dials_in(&listing);
            Attendance::of(!listing.approximate && !says("VM") && !says("TC"), online)
        }
    };
    Draft { slug: row.line("id_bigint"), listing }
}

/// Reads a file's own list of formats: keys are each server's own, and not every format has a world id.
pub(super) fn world_ids(formats: &Node<'_>) -> WorldIds {
    let text = |format: Row<'_, '_>, key: &str| format.line(key);
    let pair = |format: &Node<'_>| Some((text(Row(format), "key_string")?, text(Row(format), "world_id")?));
    formats.items().into_iter().filter_map(pair).collect()
}

/// Gives street, municipality, "province postcode", nation; without a street the place's name first.
fn address(row: Row<'_, '_>) -> Option<String> {
    let region = join(&[row.line("location_province"), row.line("location_postal_code_1")], " ");
    let rest = join(&[row.line("location_municipality"), region, row.line("location_nation")], ", ");
    let first = row.line("location_street").or_else(|| row.line("location_text"));
    join(&[first, rest], ", ")
}

fn regions(row: Row<'_, '_>) -> Vec<String> {
    ["location_province", "location_sub_province", "location_municipality", "location_neighborhood"]
        .into_iter()
        .filter_map(|key| row.line(key))
        .collect()
}

/// Weekday 1 is Sunday; the end is the start and `duration_time`, of which 00:00:00 is not given.
fn slot(row: Row<'_, '_>, feed: &mut FeedContext<'_>) -> Option<Slot> {
    let day = feed.used("weekday_tinyint", row.line("weekday_tinyint"), Fault::Day, |number| {
        Weekday::from_index(number.parse::<u8>().ok()?.checked_sub(1)?)
    });
    let start = feed.time("start_time", row.line("start_time"));
    let length = row.line("duration_time").and_then(|text| match text.as_str() {
        "24:00:00" => Some(DAY as u16),
        text => read_time(text).filter(|minutes| *minutes > 0),
    });
    Some(Slot { length: start.and(length), ..Slot::new(day?, start, None) })
}
