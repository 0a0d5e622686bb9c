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
/// Position of a service and, if it is about one of the places where that is offered, of that.
type Place = (usize, Option<usize>);

/// The services that have been read so far, and how a row of another table finds them.
#[derive(Debug, Default)]
pub(super) struct HsdsTables {
    table: usize,
    header: Vec<Option<&'static str>>,
    services: Vec<Record>,
    /// What has an id of a kind: `service_id:…`, `organization_id:…`.
    by_id: HashMap<String, Vec<Place>>,
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
        match TABLES.get(self.table).copied().unwrap_or_default() {
            "services.csv" => {
                let place = (self.services.len(), None);
                self.remember("service_id", &record, "id", place);
                self.remember("organization_id", &record, "organization_id", place);
                self.services.push(record);
            }
            "service_at_location.csv" => {
                for (service, _) in self.about("service_id", &record, "service_id") {
                    let mut offer = record.clone();
                    set(&mut offer, "location", Node::Object(Vec::new()));
                    let place = (service, push(&mut self.services[service], "service_at_locations", offer));
                    self.remember("service_at_location_id", &record, "id", place);
                    self.remember("location_id", &record, "location_id", place);
                }
            }
            "locations.csv" => {
                for place in self.about("location_id", &record, "id") {
                    if let Some(location) = self.offer(place).and_then(|offer| field(offer, "location")) {
                        *location = record.clone();
                    }
                }
            }
            "organizations.csv" => {
                for (service, _) in self.about("organization_id", &record, "id") {
                    set(&mut self.services[service], "organization", record.clone());
                }
            }
            table => self.attach(table.trim_end_matches(".csv"), &record),
        }
    }

    /// Adds a record to the lists of what it is about: a service, else where one is offered, else a place, else
    /// an organization.
    fn attach(&mut self, table: &'static str, record: &Record) {
        for key in ["service_id", "service_at_location_id", "location_id", "organization_id"] {
            let places = self.about(key, record, key);
            for place in &places {
                let holder = match key {
                    "service_id" => self.services.get_mut(place.0),
                    "service_at_location_id" => self.offer(*place),
                    "location_id" => self.offer(*place).and_then(|offer| field(offer, "location")),
                    _ => self.services.get_mut(place.0).and_then(|service| field(service, "organization")),
                };
                holder.and_then(|holder| push(holder, table, record.clone()));
            }
            if !places.is_empty() {
                return;
            }
        }
    }

    fn remember(&mut self, kind: &str, record: &Record, column: &str, place: Place) {
        if let Some(id) = record.get(column).and_then(Node::text) {
            self.by_id.entry(format!("{kind}:{id}")).or_default().push(place);
        }
    }

    fn about(&self, kind: &str, record: &Record, column: &str) -> Vec<Place> {
        let id = record.get(column).and_then(Node::text);
        id.and_then(|id| self.by_id.get(&format!("{kind}:{id}"))).cloned().unwrap_or_default()
    }

    fn offer(&mut self, (service, at): Place) -> Option<&mut Record> {
        let offers = field(self.services.get_mut(service)?, "service_at_locations")?;
        let Node::List(offers) = offers else { return None };
        offers.get_mut(at?)
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
