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
    let street = join([row.line("street1"), row.line("street2")], ", ");
    let city = full_address(row);
    let address = join([street, city], ", ");
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
    let categories = row.list("services");
    for (code, field) in CATEGORIES {
        let of_code = |category: &Row<'_, '_>| category.line("f2").as_deref() == Some(code);
        let values: Vec<String> =
            categories.iter().filter(|one| of_code(one)).filter_map(|one| one.line("f3")).collect();
        listing.set(field, Some(values.join("; ")).filter(|values| !values.is_empty()));
    }
    let is_offer = |category: &Row<'_, '_>| {
        category.line("f2").is_none_or(|code| CATEGORIES.iter().all(|(known, _)| *known != code))
    };
    let mut offers: Vec<String> =
        categories.iter().filter(|one| is_offer(one)).filter_map(|one| one.line("f3")).collect();
    offers.extend(row.line("all_services").or_else(|| row.line("residential_services")));
    listing.set(Field::Offers, Some(offers.join("; ")).filter(|offers| !offers.is_empty()));
}
