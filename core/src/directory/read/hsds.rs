//! Open Referral's Human Services Data Specification 3.0: services with their organization and locations.
//! <https://docs.openreferral.org>. The people whom it names as contacts are not read.

use super::Draft;
use super::context::FeedContext;
use super::place::{add_slot, attendance_of_service, coordinates, join};
use super::report::Fault;
use super::row::Row;
use crate::directory::listing::{Attendance, Field, Listing};
use crate::directory::schedule::{Slot, Weeks, opening, read_time};
use crate::time::{DAY, Date, Weekday};

/// Tells whether a row is an organization with its services, which are the listings then.
pub(super) fn services_of<'r, 'a>(row: Row<'r, 'a>) -> Vec<Row<'r, 'a>> {
    row.list("services")
}

/// Takes a service with a name, and its organization if that is around it; gives the listing without its id.
pub(super) fn read(
    row: Row<'_, '_>,
    name: String,
    around: Option<Row<'_, '_>>,
    feed: &mut FeedContext<'_>,
) -> Draft {
    let organization = row.part("organization").or(around);
    let at = row.list("service_at_locations");
    let mut places: Vec<Row<'_, '_>> = at.iter().filter_map(|at| at.part("location")).collect();
    if places.is_empty() {
        // An organization that lists no services has its places itself.
        places = row.list("locations");
    }
    let mut listing = Listing {
        service: true,
        kind: feed.kind.map(str::to_owned),
        updated: feed.updated(row.line("last_modified")),
        ..Listing::named(name)
    };
    where_it_is(&places, feed, &mut listing);
    listing.approximate = !listing.has(Field::Address);
    about(row, organization, feed, &mut listing);
    let holders =
        [row].into_iter().chain(at.iter().copied()).chain(places.iter().copied()).chain(organization);
    let holders: Vec<Row<'_, '_>> = holders.collect();
    listing.set(Field::Phone, holders.iter().flat_map(|holder| holder.list("phones")).find_map(phone));
    when(&holders, feed, &mut listing);
    let closed = row.line("status").is_some_and(|status| status != "active");
    listing.attendance = if closed { Attendance::Inactive } else { attendance_of_service(&listing, false) };
    Draft { slug: row.line("id"), listing }
}

/// Sets what the service says of itself, and who offers it.
fn about(
    row: Row<'_, '_>,
    organization: Option<Row<'_, '_>>,
    feed: &mut FeedContext<'_>,
    listing: &mut Listing,
) {
    for (field, key) in [
        (Field::Notes, "alert"),
        (Field::Description, "description"),
        (Field::Admission, "application_process"),
    ] {
        listing.set(field, row.text(key));
    }
    listing.set(Field::Eligibility, join(&[row.text("eligibility_description"), ages(row)], "\n"));
    listing.set(
        Field::Offers,
        each(row, "attributes", |attribute| attribute.part("taxonomy_term")?.line("name")),
    );
    listing.set(Field::Documents, each(row, "required_documents", |document| document.line("document")));
    let spoken = each(row, "languages", |language| language.line("name"));
    listing.set(Field::Languages, join(&[spoken, row.line("interpretation_services")], "\n"));
    // `fees` was renamed to `fees_description`.
    let fees = row.text("fees_description").or_else(|| row.text("fees"));
    let options = each(row, "cost_options", |option| {
        let amount = join(
            &[option.line("amount"), option.line("currency").map(|code| code.to_ascii_uppercase())],
            " ",
        );
        join(&[option.line("option"), amount, option.line("amount_description")], ", ")
    });
    listing.set(Field::Cost, join(&[fees, options], "\n"));
    listing.set(Field::Url, feed.link("url", row.line("url")));
    listing.set(Field::Email, row.line("email"));
    let Some(organization) = organization else { return };
    listing.set(Field::Group, organization.line("name"));
    listing.set(Field::Email, organization.line("email"));
    // It was called `url` before.
    let website = organization.line("website").or_else(|| organization.line("url"));
    listing.set(Field::Website, feed.link("website", website));
}

/// Joins what each item of a list says, once.
fn each(row: Row<'_, '_>, key: &str, read: fn(Row<'_, '_>) -> Option<String>) -> Option<String> {
    each_of(&row.list(key), "; ", read)
}

fn each_of(items: &[Row<'_, '_>], between: &str, read: fn(Row<'_, '_>) -> Option<String>) -> Option<String> {
    let mut said: Vec<Option<String>> = Vec::new();
    for item in items {
        let text = read(*item);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    join(&said, between)
}

fn ages(row: Row<'_, '_>) -> Option<String> {
    match (row.line("minimum_age"), row.line("maximum_age")) {
        (Some(from), Some(to)) => Some(format!("{from}–{to}")),
        (Some(from), None) => Some(format!("{from}+")),
        (None, to) => Some(format!("0–{}", to?)),
    }
}

/// Sets the first place, and the addresses of the others.
fn where_it_is(places: &[Row<'_, '_>], feed: &mut FeedContext<'_>, listing: &mut Listing) {
    let is_virtual = |place: &&Row<'_, '_>| place.line("location_type").as_deref() == Some("virtual");
    for place in places.iter().filter(is_virtual) {
        listing.set(Field::JoinLink, feed.link("url", place.line("url")));
    }
    let mut real = places.iter().filter(|place| !is_virtual(place));
    let Some(place) = real.next() else { return };
    listing.set(Field::Location, place.line("name"));
    listing.set(Field::Address, address(*place));
    listing.set(Field::Transit, place.text("transportation"));
    listing.set(Field::Accessibility, each(*place, "accessibility", |one| one.line("description")));
    listing.coordinates = coordinates(*place, feed);
    if let Some(address) = address_of(*place) {
        for key in ["state_province", "region", "city"] {
            listing.regions.extend(address.line(key));
        }
    }
    let others: Vec<Option<String>> =
        real.map(|place| join(&[place.line("name"), address(*place)], ", ")).collect();
    listing.set(Field::OtherPlaces, join(&others, "\n"));
}

/// Gives the address of a place: one to go to rather than one to write to.
fn address_of<'r, 'a>(place: Row<'r, 'a>) -> Option<Row<'r, 'a>> {
    let addresses = place.list("addresses");
    let is_physical = |address: &&Row<'_, '_>| address.line("address_type").as_deref() == Some("physical");
    addresses.iter().find(is_physical).or(addresses.first()).copied()
}

fn address(place: Row<'_, '_>) -> Option<String> {
    let address = address_of(place)?;
    let region = join(&[address.line("state_province"), address.line("postal_code")], " ");
    let street = join(&[address.line("address_1"), address.line("address_2")], ", ");
    join(&[street, address.line("city"), region, address.line("country")], ", ")
}

fn phone(phone: Row<'_, '_>) -> Option<String> {
    let number = phone.line("number")?;
    let number = Some(number.trim_matches(['"', ' '])).filter(|number| !number.is_empty())?;
    Some(match phone.line("extension") {
        Some(extension) => format!("{number}, {extension}"),
        None => number.to_owned(),
    })
}

/// Sets the slots by the schedules of the service, else of where it is offered, else of the place.
fn when(holders: &[Row<'_, '_>], feed: &mut FeedContext<'_>, listing: &mut Listing) {
    let schedules = holders.iter().map(|holder| holder.list("schedules")).find(|list| !list.is_empty());
    let schedules = schedules.unwrap_or_default();
    for schedule in &schedules {
        slots(*schedule, feed, &mut listing.slots);
    }
    let zone = schedules.iter().find_map(|schedule| schedule.line("timezone"));
    // It is a number in most files: minutes or hours ahead of UTC, which says nothing about summer.
    listing.zone = zone.filter(|zone| zone.contains('/'));
    let words = |schedule: Row<'_, '_>| join(&[schedule.text("description"), schedule.text("notes")], "\n");
    let hours = feed.hours(each_of(&schedules, "\n", words), &mut listing.slots);
    listing.set(Field::Hours, hours);
}

/// Adds the slots of one schedule: the parts of an RRULE as fields, or the rule itself as `rrule`.
fn slots(schedule: Row<'_, '_>, feed: &mut FeedContext<'_>, slots: &mut Vec<Slot>) {
    let rule = schedule.line("rrule").unwrap_or_default().to_ascii_uppercase();
    let part = |key: &str| {
        let of_rule = rule.trim_start_matches("RRULE:").split(';').filter_map(|part| part.split_once('='));
        let mut of_rule = of_rule.filter(|(name, _)| name.eq_ignore_ascii_case(key));
        schedule.line(key).or_else(|| of_rule.next().map(|(_, value)| value.to_owned()))
    };
    let start = time("opens_at", schedule, feed);
    let end = time("closes_at", schedule, feed);
    let by_day = part("byday").unwrap_or_default();
    let monthly = part("freq").is_some_and(|freq| freq.eq_ignore_ascii_case("MONTHLY"));
    let mut days: Vec<(Weekday, Weeks)> = Vec::new();
    for day in by_day.split([',', ' ']).filter(|day| !day.is_empty()) {
        match rule_day(day) {
            Some(day) => days.push(day),
            None => feed.fault("byday", day, Fault::Rule),
        }
    }
    if let Some(every) = part("interval").filter(|every| every != "1") {
        feed.fault("interval", &every, Fault::Rule);
        days.clear();
    } else if by_day.is_empty() && part("bymonthday").is_none() && !monthly {
        let first = schedule.line("dtstart").and_then(|date| Date::parse(date.get(..10)?));
        days.extend(first.filter(|_| start.is_some()).map(|date| (date.weekday(), Weeks::EVERY)));
    } else if by_day.is_empty() {
        feed.fault("freq", &part("freq").unwrap_or_default(), Fault::Rule);
    }
    for (day, weeks) in days {
        let slot = start.map_or(Slot::new(day, None, None), |start| opening(day, start, end));
        add_slot(slots, Slot { weeks, ..slot });
    }
}

/// Reads `opens_at` or `closes_at`, with or without an offset from UTC; 24:00 and 23:59 are midnight.
fn time(key: &'static str, schedule: Row<'_, '_>, feed: &mut FeedContext<'_>) -> Option<u16> {
    feed.used(key, schedule.line(key), Fault::Time, |text| {
        let clock = text.split(['Z', '+', '-']).next()?;
        if clock.starts_with("24:00") || (clock.starts_with("23:59") && key == "closes_at") {
            return Some(DAY as u16);
        }
        read_time(clock)
    })
}

/// Reads a part of `BYDAY`: "TU", "2TU", "-1FR".
fn rule_day(text: &str) -> Option<(Weekday, Weeks)> {
    let text = text.trim().to_ascii_uppercase();
    let (week, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let index = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].iter().position(|known| *known == day)?;
    let weeks = if week.is_empty() { Weeks::EVERY } else { Weeks::EVERY.with(week.parse().ok()?)? };
    Some((Weekday::from_index(index as u8)?, weeks))
}
