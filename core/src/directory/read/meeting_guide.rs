//! Meeting Guide JSON as it really is: <https://github.com/code4recovery/spec>, with the extras of the
//! WordPress plugin and what hand-made feeds do.

use super::place::{coordinates, full_address, is_approximate};
use super::row::Row;
use super::{Draft, FeedContext};
use crate::directory::link;
use crate::directory::listing::{Attendance, Field};
use crate::directory::schedule::{Slot, read_day, read_time, read_updated};
use crate::time::Weekday;

/// Fields that are taken over as lines.
const LINES: [Field; 17] = [
    Field::Group,
    Field::Location,
    Field::District,
    Field::SubDistrict,
    Field::JoinNotes,
    Field::DialIn,
    Field::DialInNotes,
    Field::Email,
    Field::Phone,
    Field::MailingAddress,
    Field::Venmo,
    Field::Square,
    Field::Paypal,
    Field::HomegroupOnline,
    Field::Entity,
    Field::EntityPhone,
    Field::EntityEmail,
];
/// Fields that may have several lines.
const PARAGRAPHS: [Field; 6] = [
    Field::Notes,
    Field::LocationNotes,
    Field::GroupNotes,
    Field::Description,
    Field::Cost,
    Field::Eligibility,
];
/// Fields that hold a link; any other text in them is dropped.
const LINKS: [Field; 4] = [Field::Url, Field::Website, Field::Website2, Field::EntityUrl];

/// Takes a row with a name; gives the listing without its id.
pub(super) fn read(row: &Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
    let address = full_address(row);
    let join_link = row.line(Field::JoinLink.key()).and_then(|text| link::web_link(&text));
    let kind = row.line("kind").or_else(|| feed.kind.clone());
    let service = feed.is_service(kind.as_deref());
    let types = feed.types(row.0.get("types"));

    let mut texts = vec![(Field::Name, name)];
    texts.extend(address.clone().map(|text| (Field::Address, text)));
    texts.extend(join_link.clone().map(|text| (Field::JoinLink, text)));
    texts.extend(LINES.into_iter().filter_map(|field| Some((field, row.line(field.key())?))));
    texts.extend(PARAGRAPHS.into_iter().filter_map(|field| Some((field, row.text(field.key())?))));
    texts.extend(
        LINKS.into_iter().filter_map(|field| Some((field, link::web_link(&row.line(field.key())?)?))),
    );
    if !texts.iter().any(|(field, _)| *field == Field::EntityUrl) {
        // The example of the specification and tsml-ui call it `entity_url`.
        let url = row.line("entity_url").and_then(|text| link::web_link(&text));
        texts.extend(url.map(|url| (Field::EntityUrl, url)));
    }
    let offers = row.lines(Field::Offers.key());
    if !offers.is_empty() {
        texts.push((Field::Offers, offers.join(", ")));
    }

    let approximate = is_approximate(row, address.as_deref());
    let coordinates = coordinates(row);
    let has = |field: Field| texts.iter().any(|(name, _)| *name == field);
    let attendance =
        row.line("attendance_option").and_then(|text| Attendance::read(&text)).unwrap_or_else(|| {
            let closed = types.iter().any(|code| code == "TC");
            let dial_in =
                texts.iter().any(|(field, text)| *field == Field::DialIn && link::digits(text) >= 7);
            if service {
                let place = address.is_some() || coordinates.is_some() || has(Field::Location);
                let only_phone = !place && (has(Field::Phone) || dial_in);
                Attendance::of(place && !closed, join_link.is_some() || only_phone)
            } else {
                Attendance::of(!closed && !approximate, join_link.is_some() || dial_in)
            }
        });

    Draft {
        slug: row.line("slug"),
        service,
        kind,
        texts,
        regions: regions(row),
        types,
        slots: slots(row),
        zone: row.line("timezone"),
        attendance,
        coordinates,
        approximate,
        updated: row.line("updated").and_then(|text| read_updated(&text, feed.country)),
    }
}

/// Gives `regions`; else region, sub-region, sub-sub-region; else the city.
fn regions(row: &Row<'_, '_>) -> Vec<String> {
    let list = row.lines("regions");
    if !list.is_empty() {
        return list;
    }
    let levels: Vec<String> =
        ["region", "sub_region", "sub_sub_region"].into_iter().filter_map(|key| row.line(key)).collect();
    if levels.is_empty() { row.line("city").into_iter().collect() } else { levels }
}

/// Gives one slot for each readable day, in the row's order.
fn slots(row: &Row<'_, '_>) -> Vec<Slot> {
    let start = row.line("time").and_then(|text| read_time(&text));
    let end = row.line("end_time").and_then(|text| read_time(&text));
    let days = row.lines("day");
    let mut found: Vec<Weekday> = Vec::new();
    for day in days.iter().flat_map(|text| text.trim_matches(['[', ']']).split(',')).filter_map(read_day) {
        if !found.contains(&day) {
            found.push(day);
        }
    }
    found.into_iter().map(|day| Slot::new(day, start, end)).collect()
}
