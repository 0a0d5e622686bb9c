//! Facilities with their services nested in them, each with its own hours, as San Francisco's Link-SF has them:
//! <https://github.com/sfbrigade/sf-openreferral-data>. A facility is one listing.

use super::Draft;
use super::context::FeedContext;
use super::place::{add_slot, attendance_of_service, coordinates, full_address, is_approximate, join};
use super::report::Fault;
use super::row::Row;
use crate::directory::listing::{Field, Listing};
use crate::directory::schedule::{Slot, opening};
use crate::json::Node;
use crate::time::{DAY, Weekday};

/// Takes a row with a name; gives the listing without its id.
pub(super) fn read(row: Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
    let address = full_address(row);
    let services = row.list("services");
    let mut listing = Listing {
        service: true,
        kind: feed.kind.map(str::to_owned),
        regions: row.line("city").into_iter().collect(),
        approximate: is_approximate(row, address.as_deref()),
        coordinates: row.part("location").and_then(|location| coordinates(location, feed)),
        updated: feed.updated(row.line("updatedAt")),
        ..Listing::named(name)
    };
    listing.set(Field::Address, address);
    listing.set(Field::LocationNotes, row.line("cross_street"));
    listing.set(Field::Phone, row.line("phone"));
    listing.set(Field::Website, feed.link("website", row.line("website")));
    listing.set(Field::Notes, row.text("notes"));
    let (mut descriptions, mut offers) = (vec![row.text("description")], Vec::new());
    for service in &services {
        let notes = join(&[service.text("description"), service.text("notes")], "\n");
        descriptions.push(join(&[service.line("name"), notes], ": "));
        offers.push(service.line("name"));
        hours(*service, feed, &mut listing.slots);
    }
    listing.set(Field::Description, join(&descriptions, "\n\n"));
    listing.set(Field::Offers, join(&offers, ", "));
    listing.attendance = attendance_of_service(&listing, false);
    Draft { slug: row.line("objectId"), listing }
}

/// Adds the hours of a service: for each day, 0 is Sunday, pairs of times such as 830 and 1730.
fn hours(service: Row<'_, '_>, feed: &mut FeedContext<'_>, slots: &mut Vec<Slot>) {
    let Some(Node::Object(days)) = service.0.get("openHours") else { return };
    for (day, spans) in days {
        let Some(day) = day.parse().ok().and_then(Weekday::from_index) else {
            feed.fault("openHours", day, Fault::Day);
            continue;
        };
        for span in spans.items() {
            let times: Vec<Option<u16>> = span.items().into_iter().map(time).collect();
            match times[..] {
                [Some(start), Some(end)] if start < DAY as u16 => {
                    add_slot(slots, opening(day, start, Some(end)));
                }
                _ => {
                    feed.fault("openHours", service.line("name").as_deref().unwrap_or_default(), Fault::Time);
                }
            }
        }
    }
}

/// Reads 830 as 8:30; 2359 and 2400 are midnight.
fn time(node: &Node<'_>) -> Option<u16> {
    let number: u16 = node.text()?.parse().ok()?;
    let (hour, minute) = (number / 100, number % 100);
    match number {
        2359 | 2400 => Some(DAY as u16),
        _ => (hour < 24 && minute < 60).then_some(hour * 60 + minute),
    }
}
