//! BMLT's semantic JSON, as its servers give it: every value is a text, missing is the empty text.
//! <https://github.com/bmlt-enabled/bmlt-server>, `api-docs-semantic.json`.

use super::place::{coordinates, is_approximate, join};
use super::row::Row;
use super::{Draft, FeedContext};
use crate::directory::link;
use crate::directory::listing::{Attendance, Field};
use crate::directory::schedule::{Slot, read_time, read_updated};
use crate::time::Weekday;

/// BMLT's names of the fields that are taken over as lines.
const LINES: [(Field, &str); 6] = [
    (Field::Location, "location_text"),
    (Field::District, "service_body_name"),
    (Field::JoinNotes, "virtual_meeting_additional_info"),
    (Field::DialIn, "phone_meeting_number"),
    (Field::DialInNotes, "phone_meeting_additional_info"),
    (Field::Email, "email_contact"),
];

/// Tells whether a row is BMLT's.
pub(super) fn is_bmlt(row: &Row<'_, '_>) -> bool {
    row.has("meeting_name") || row.has("weekday_tinyint")
}

/// Takes a row with a name; gives the listing without its id. Contacts of persons are dropped.
pub(super) fn read(row: &Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
    let address = address(row);
    let join_link = row.line("virtual_meeting_link").and_then(|text| link::web_link(&text));
    let given = row.line("formats").unwrap_or_default();
    let formats: Vec<&str> = given.split(',').map(str::trim).filter(|format| !format.is_empty()).collect();
    let types = feed.bmlt_types(&formats);

    let mut texts = vec![(Field::Name, name)];
    texts.extend(address.clone().map(|text| (Field::Address, text)));
    texts.extend(join_link.clone().map(|text| (Field::JoinLink, text)));
    texts.extend(LINES.into_iter().filter_map(|(field, key)| Some((field, row.line(key)?))));
    texts.extend(row.text("comments").map(|text| (Field::Notes, text)));
    texts.extend(row.text("location_info").map(|text| (Field::LocationNotes, text)));

    let approximate = is_approximate(row, address.as_deref());
    let says = |format: &str| formats.contains(&format);
    let attendance = match row.line("venue_type").as_deref() {
        Some("1") => Attendance::InPerson,
        Some("2") => Attendance::Online,
        Some("3") => Attendance::Hybrid,
        _ if says("HY") => Attendance::Hybrid,
        _ => {
            let dial_in = row.line("phone_meeting_number").is_some_and(|text| link::digits(&text) >= 7);
            let online = says("VM") || join_link.is_some() || dial_in;
            Attendance::of(!approximate && !says("VM") && !says("TC"), online)
        }
    };

    Draft {
        slug: row.line("id_bigint"),
        service: false,
        kind: feed.kind.clone(),
        texts,
        regions: regions(row),
        types,
        slots: slot(row).into_iter().collect(),
        zone: row.line("time_zone"),
        attendance,
        coordinates: coordinates(row),
        approximate,
        updated: row.line("last_changed").and_then(|text| read_updated(&text, feed.country)),
    }
}

/// Gives street, municipality, "province postcode", nation; without a street the place's name first.
fn address(row: &Row<'_, '_>) -> Option<String> {
    let region = join([row.line("location_province"), row.line("location_postal_code_1")], " ");
    let rest = join([row.line("location_municipality"), region, row.line("location_nation")], ", ");
    let first = row.line("location_street").or_else(|| row.line("location_text"));
    join([first, rest], ", ")
}

fn regions(row: &Row<'_, '_>) -> Vec<String> {
    ["location_province", "location_sub_province", "location_municipality", "location_neighborhood"]
        .into_iter()
        .filter_map(|key| row.line(key))
        .collect()
}

/// Weekday 1 is Sunday; the end is the start and `duration_time`, of which 00:00:00 is not given.
fn slot(row: &Row<'_, '_>) -> Option<Slot> {
    let number: u8 = row.line("weekday_tinyint")?.parse().ok()?;
    let day = Weekday::from_index(number.checked_sub(1)?)?;
    let start = row.line("start_time").and_then(|text| read_time(&text));
    let length = row.line("duration_time").and_then(|text| match text.as_str() {
        "24:00:00" => Some(24 * 60),
        text => read_time(text).filter(|minutes| *minutes > 0),
    });
    Some(Slot { day, start, length: start.and(length) })
}
