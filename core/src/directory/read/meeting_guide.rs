//! Meeting Guide JSON as it really is: <https://github.com/code4recovery/spec>, with the extras of the
//! WordPress plugin and what hand-made feeds do. The rows of tables become such rows, see `columns`.

use super::Draft;
use super::context::FeedContext;
use super::place::{attendance_of_service, coordinates, dials_in, full_address, is_approximate};
use super::report::Fault;
use super::row::Row;
use crate::directory::link::digits;
use crate::directory::listing::{Attendance, Field, Listing};
use crate::directory::schedule::{Slot, Weeks, is_appointment, read_days, read_hours};
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
const PARAGRAPHS: [Field; 12] = [
    Field::Notes,
    Field::LocationNotes,
    Field::GroupNotes,
    Field::Description,
    Field::Cost,
    Field::Eligibility,
    Field::Admission,
    Field::Documents,
    Field::Languages,
    Field::Accessibility,
    Field::Transit,
    Field::OtherPlaces,
];
/// Fields that hold a link; any other text in them is dropped.
const LINKS: [Field; 5] = [Field::JoinLink, Field::Url, Field::Website, Field::Website2, Field::EntityUrl];

/// Takes a row with a name; gives the listing without its id.
pub(super) fn read(row: Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
    if let Some(program) = row.line("program") {
        let known = feed.programs.key(&program);
        if known.is_none() {
            feed.fault("program", &program, Fault::Program);
        }
        feed.program = known.or(feed.program);
    }
    let kind = row.line("kind").or_else(|| feed.kind.map(str::to_owned));
    let address = full_address(row);
    let mut listing = Listing {
        service: row.flag("service").unwrap_or_else(|| feed.is_service(kind.as_deref())),
        kind,
        types: feed.types(row.0.get("types")),
        regions: regions(row),
        approximate: is_approximate(row, address.as_deref()),
        coordinates: coordinates(row, feed),
        zone: row.line("timezone"),
        updated: feed.updated(row.line("updated")),
        ..Listing::named(name)
    };
    texts(row, feed, &mut listing);
    listing.set(Field::Address, address);
    times(row, feed, &mut listing);
    let said =
        feed.used("attendance_option", row.line("attendance_option"), Fault::Attendance, Attendance::read);
    listing.attendance = said.unwrap_or_else(|| {
        let closed = listing.types.iter().any(|code| code == "TC");
        if listing.service {
            attendance_of_service(&listing, closed)
        } else {
            let online = listing.has(Field::JoinLink) || dials_in(&listing);
            Attendance::of(!closed && !listing.approximate, online)
        }
    });
    Draft { slug: row.line("slug"), listing }
}

fn texts(row: Row<'_, '_>, feed: &mut FeedContext<'_>, listing: &mut Listing) {
    for field in LINES {
        listing.set(field, row.line(field.key()));
    }
    for field in PARAGRAPHS {
        listing.set(field, row.text(field.key()));
    }
    for field in LINKS {
        listing.set(field, feed.link(field.key(), row.line(field.key())));
    }
    // The example of the specification and tsml-ui call it `entity_url`.
    listing.set(Field::EntityUrl, feed.link("entity_url", row.line("entity_url")));
    let offers = row.lines(Field::Offers.key());
    listing.set(Field::Offers, Some(offers.join(", ")).filter(|offers| !offers.is_empty()));
    if let Some(number) = listing.text(Field::DialIn).filter(|number| digits(number) < 7) {
        feed.fault("conference_phone", number, Fault::DialIn);
    }
}

/// Gives `regions`; else region, sub-region, sub-sub-region; else the city.
fn regions(row: Row<'_, '_>) -> Vec<String> {
    let list = row.lines("regions");
    if !list.is_empty() {
        return list;
    }
    let levels: Vec<String> =
        ["region", "sub_region", "sub_sub_region"].into_iter().filter_map(|key| row.line(key)).collect();
    if levels.is_empty() { row.line("city").into_iter().collect() } else { levels }
}

/// Sets the slots: from `schedule`, which has all of them; else one for each readable day, in the row's order;
/// else from hours in words.
fn times(row: Row<'_, '_>, feed: &mut FeedContext<'_>, listing: &mut Listing) {
    let schedule = feed.used("schedule", row.text("schedule"), Fault::Hours, read_hours);
    let start = feed.time("time", row.line("time"));
    let end = feed.time("end_time", row.line("end_time"));
    let days = row.lines("day");
    listing.slots = schedule.unwrap_or_else(|| {
        let slot = |(day, weeks)| Slot { weeks, ..Slot::new(day, start, end) };
        days_of(&days, feed).into_iter().map(slot).collect()
    });
    let hours = feed.hours(row.text("hours"), &mut listing.slots);
    listing.set(Field::Hours, hours);
    let said = days.iter().any(|day| is_appointment(day));
    let no_time =
        days.is_empty() && row.line("time").is_none() && !listing.has(Field::Hours) && !listing.service;
    let appointment = row.flag("by_appointment").unwrap_or(said || no_time);
    listing.by_appointment = appointment && listing.slots.is_empty();
}

fn days_of(given: &[String], feed: &mut FeedContext<'_>) -> Vec<(Weekday, Weeks)> {
    let mut found = Vec::new();
    for text in given.iter().map(|text| text.trim_matches(['[', ']', ' '])).filter(|text| !text.is_empty()) {
        if let Some(days) = read_days(text) {
            found.extend(days);
            continue;
        }
        for part in text.split(',') {
            match read_days(part) {
                Some(days) => found.extend(days),
                None if is_appointment(part) => {}
                None => feed.fault("day", part, Fault::Day),
            }
        }
    }
    let mut days = Vec::new();
    found.retain(|day| {
        let is_new = !days.contains(day);
        days.push(*day);
        is_new
    });
    found
}
