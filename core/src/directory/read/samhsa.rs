//! Rows of SAMHSA's treatment locator, as <https://findtreatment.gov> exports them, or flattened by others.

use super::Draft;
use super::context::FeedContext;
use super::place::{attendance_of_service, coordinates, full_address, is_approximate, join};
use super::row::Row;
use crate::directory::listing::{Field, Listing};

/// Codes of its categories, and the field that a category goes to; all others are offers.
const CATEGORIES: [(&str, Field); 4] =
    [("PAY", Field::Cost), ("PYAS", Field::Cost), ("SG", Field::Eligibility), ("EXCL", Field::Eligibility)];

/// Takes a row with a name; gives the listing without its id.
pub(super) fn read(row: Row<'_, '_>, name: String, feed: &mut FeedContext<'_>) -> Draft {
    let street = join(&[row.line("street1"), row.line("street2")], ", ");
    let city = full_address(row);
    let address = join(&[street, city], ", ");
    let mut listing = Listing {
        service: true,
        kind: feed.kind.map(str::to_owned),
        regions: ["state", "city"].into_iter().filter_map(|key| row.line(key)).collect(),
        approximate: is_approximate(row, address.as_deref()),
        coordinates: coordinates(row, feed),
        ..Listing::named(name)
    };
    listing.set(Field::Group, row.line("name2"));
    listing.set(Field::Address, address);
    listing.set(Field::Phone, ["phone", "intake1", "hotline1"].into_iter().find_map(|key| row.line(key)));
    listing.set(Field::Website, feed.link("website", row.line("website")));
    services(row, &mut listing);
    listing.attendance = attendance_of_service(&listing, false);
    Draft { slug: row.line("frid"), listing }
}

/// Sets what it offers, for whom and how it is paid.
fn services(row: Row<'_, '_>, listing: &mut Listing) {
    let mut of_fields: Vec<(Field, Vec<Option<String>>)> = Vec::new();
    for category in row.list("services") {
        let code = category.line("f2").unwrap_or_default();
        let field =
            CATEGORIES.iter().find(|(known, _)| *known == code).map_or(Field::Offers, |(_, field)| *field);
        match of_fields.iter_mut().find(|(known, _)| *known == field) {
            Some((_, values)) => values.push(category.line("f3")),
            None => of_fields.push((field, vec![category.line("f3")])),
        }
    }
    for (field, values) in &of_fields {
        listing.set(*field, join(values, "; "));
    }
    listing.set(Field::Offers, row.line("all_services"));
    listing.set(Field::Offers, row.line("residential_services"));
}
