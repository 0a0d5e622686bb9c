//! HSDS as a folder of tables, `services.csv` first: each table is read into the services it is about, so that
//! each service becomes the record that HSDS's JSON has, and is read as that.

use crate::json::Node;
use std::borrow::Cow;
use std::collections::HashMap;

/// The tables that are read, in this order: what a row is about is known when it comes.
const TABLES: [&str; 11] = [
    "services.csv",
    "organizations.csv",
    "service_at_location.csv",
    "locations.csv",
    "addresses.csv",
    "accessibility.csv",
    "phones.csv",
    "schedules.csv",
    "languages.csv",
    "cost_options.csv",
    "required_documents.csv",
];
/// The columns that are kept.
const COLUMNS: [&str; 52] = [
    "id",
    "name",
    "description",
    "url",
    "email",
    "website",
    "status",
    "interpretation_services",
    "application_process",
    "fees_description",
    "fees",
    "eligibility_description",
    "minimum_age",
    "maximum_age",
    "alert",
    "last_modified",
    "service_id",
    "location_id",
    "service_at_location_id",
    "organization_id",
    "location_type",
    "transportation",
    "latitude",
    "longitude",
    "address_1",
    "address_2",
    "city",
    "region",
    "state_province",
    "postal_code",
    "country",
    "address_type",
    "number",
    "extension",
    "freq",
    "interval",
    "byday",
    "bymonthday",
    "dtstart",
    "timezone",
    "opens_at",
    "closes_at",
    "notes",
    "option",
    "currency",
    "amount",
    "amount_description",
    "document",
    "code",
    "note",
    "details",
    "rrule",
];

type Record = Node<'static>;
/// Positions of a service, and of one of the places where it is offered.
type Place = (usize, usize);

/// The services that have been read so far, and how a row of another table finds them.
#[derive(Debug, Default)]
pub(super) struct HsdsTables {
    table: usize,
    header: Vec<Option<&'static str>>,
    services: Vec<Record>,
    by_id: HashMap<String, usize>,
    by_organization: HashMap<String, Vec<usize>>,
    by_location: HashMap<String, Vec<Place>>,
    by_offer: HashMap<String, Place>,
}

/// Tells whether these are the columns of `services.csv`.
pub(super) fn are_services(cells: &[String]) -> bool {
    ["id", "organization_id", "name", "status"]
        .iter()
        .all(|name| cells.iter().any(|cell| cell.trim() == *name))
}

impl HsdsTables {
    /// Takes the next row of the table that is being read; its first row names the columns.
    pub(super) fn row(&mut self, cells: &[String]) {
        if self.header.is_empty() {
            let known = |cell: &String| COLUMNS.into_iter().find(|name| *name == cell.trim());
            self.header = cells.iter().map(known).collect();
            return;
        }
        let given = self.header.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty());
        let pairs = given
            .filter_map(|(name, cell)| Some((Cow::Borrowed((*name)?), Node::Text(Cow::Owned(cell.clone())))));
        let record = Node::Object(pairs.collect());
        if record != Node::Object(Vec::new()) {
            self.add(record);
        }
    }

    /// Says that a table has ended; gives the name of the next.
    pub(super) fn next(&mut self) -> Option<&'static str> {
        self.table += 1;
        self.header.clear();
        TABLES.get(self.table).copied()
    }

    /// Tells whether more than the first table was asked for.
    pub(super) fn is_alone(&self) -> bool {
        self.table == 0
    }

    /// Gives the services with all that is known of them.
    pub(super) fn into_services(self) -> Vec<Record> {
        self.services
    }

    fn add(&mut self, record: Record) {
        let id = |key: &str| record.get(key).and_then(Node::text).unwrap_or_default().to_owned();
        match TABLES.get(self.table).copied().unwrap_or_default() {
            "services.csv" => {
                let at = self.services.len();
                self.by_id.insert(id("id"), at);
                self.by_organization.entry(id("organization_id")).or_default().push(at);
                self.services.push(record);
            }
            "service_at_location.csv" => {
                let Some(service) = self.by_id.get(&id("service_id")).copied() else { return };
                let (offer, location) = (id("id"), id("location_id"));
                let mut record = record;
                set(&mut record, "location", Node::Object(Vec::new()));
                let at = push(&mut self.services[service], "service_at_locations", record);
                let Some(place) = at.map(|at| (service, at)) else { return };
                self.by_offer.insert(offer, place);
                self.by_location.entry(location).or_default().push(place);
            }
            "locations.csv" => {
                for place in self.by_location.get(&id("id")).cloned().unwrap_or_default() {
                    if let Some(location) = self.location(place) {
                        *location = record.clone();
                    }
                }
            }
            "organizations.csv" => {
                for service in self.by_organization.get(&id("id")).cloned().unwrap_or_default() {
                    set(&mut self.services[service], "organization", record.clone());
                }
            }
            table => self.attach(table.trim_end_matches(".csv"), &record),
        }
    }

    /// Adds a record to the lists of what it is about: a service, else where one is offered, else a place, else
    /// an organization.
    fn attach(&mut self, table: &'static str, record: &Record) {
        let id = |key: &str| record.get(key).and_then(Node::text);
        if let Some(service) = id("service_id").and_then(|id| self.by_id.get(id)) {
            push(&mut self.services[*service], table, record.clone());
        } else if let Some(offer) = id("service_at_location_id").and_then(|id| self.by_offer.get(id)).copied()
        {
            self.offer(offer).and_then(|offer| push(offer, table, record.clone()));
        } else if let Some(places) = id("location_id").and_then(|id| self.by_location.get(id)).cloned() {
            for place in places {
                self.location(place).and_then(|location| push(location, table, record.clone()));
            }
        } else if let Some(services) = id("organization_id").and_then(|id| self.by_organization.get(id)) {
            for service in services {
                let organization = field(&mut self.services[*service], "organization");
                organization.and_then(|organization| push(organization, table, record.clone()));
            }
        }
    }

    fn offer(&mut self, (service, at): Place) -> Option<&mut Record> {
        let Node::List(offers) = field(self.services.get_mut(service)?, "service_at_locations")? else {
            return None;
        };
        offers.get_mut(at)
    }

    fn location(&mut self, place: Place) -> Option<&mut Record> {
        field(self.offer(place)?, "location")
    }
}

fn set(record: &mut Record, key: &'static str, value: Record) {
    if let Node::Object(pairs) = record {
        pairs.push((Cow::Borrowed(key), value));
    }
}

/// Adds an item to a list of a record, which it gets if it has none; gives its position.
fn push(record: &mut Record, key: &'static str, item: Record) -> Option<usize> {
    let Node::Object(pairs) = record else { return None };
    if !pairs.iter().any(|(name, _)| name == key) {
        pairs.push((Cow::Borrowed(key), Node::List(Vec::new())));
    }
    let Node::List(items) = field(record, key)? else { return None };
    items.push(item);
    Some(items.len() - 1)
}

fn field<'r>(record: &'r mut Record, key: &str) -> Option<&'r mut Record> {
    let Node::Object(pairs) = record else { return None };
    pairs.iter_mut().find(|(name, _)| name == key).map(|(_, node)| node)
}
