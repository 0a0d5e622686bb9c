//! The rows of one feed, from whatever file they come: each becomes a listing with an id, or is reported.

use super::columns::Columns;
use super::context::WorldIds;
use super::hsds_tables::{self, HsdsTables};
use super::ids::Ids;
use super::report::Fault;
use super::row::Row;
use super::stream::Part;
use super::{Draft, FeedContext, FeedError, FeedReport, Format, bmlt, hsds};
use crate::directory::listing::Listing;
use crate::directory::program::Programs;
use crate::directory::text::is_visible;
use crate::json::Node;
use crate::site::Feed;

/// How many bytes of a text are kept.
const LONGEST_TEXT: usize = 20_000;

#[derive(Debug)]
pub(super) struct Rows<'p> {
    programs: &'p Programs,
    feed: Feed,
    feed_id: String,
    country: Option<String>,
    ids: Ids,
    /// How many rows there were; of a table, with its blank ones and the names of the columns.
    count: usize,
    columns: Columns,
    /// The tables of HSDS, if that is what the feed is.
    pub(super) tables: Option<Box<HsdsTables>>,
    world_ids: Option<WorldIds>,
    /// Rows of BMLT, as they are written, that wait for the formats that come behind them.
    waiting: Vec<Box<str>>,
    pub(super) trouble: Option<FeedError>,
    pub(super) report: FeedReport,
}

impl<'p> Rows<'p> {
    pub(super) fn new(programs: &'p Programs, feed: &Feed, feed_id: &str, country: Option<&str>) -> Rows<'p> {
        let mut report = FeedReport {
            src: feed.src.clone(),
            label: feed.label.clone().unwrap_or_else(|| feed_id.to_owned()),
            ..FeedReport::default()
        };
        let mut feed = feed.clone();
        if let Some(program) = feed.program.take_if(|key| programs.get(key).is_none()) {
            report.note(format!("In site.json, the program “{program}” is not one that is known."));
        }
        Rows {
            programs,
            feed,
            feed_id: feed_id.to_owned(),
            country: country.map(str::to_owned),
            ids: Ids::default(),
            count: 0,
            columns: Columns::default(),
            tables: None,
            world_ids: None,
            waiting: Vec::new(),
            trouble: None,
            report,
        }
    }

    /// Takes a part of a JSON feed.
    pub(super) fn part(&mut self, part: Part<'_>, listing: &mut dyn FnMut(Listing)) {
        match part {
            Part::Row { node, text, wrapped } => {
                let may_wait = wrapped && self.count == 0 && self.world_ids.is_none();
                if !self.waiting.is_empty() || (may_wait && Format::of(Row(&node)) == Format::Bmlt) {
                    self.waiting.push(text.into());
                } else {
                    self.record(&node, listing);
                }
            }
            Part::Cells(Node::List(items)) => {
                let text = |item: &Node<'_>| match item {
                    Node::Bool(yes) => yes.to_string(),
                    item => item.text().unwrap_or_default().to_owned(),
                };
                let cells: Vec<String> = items.iter().map(text).collect();
                self.cells(&cells, listing);
            }
            Part::Cells(node) => {
                self.count += 1;
                self.report.leave_out(self.count, node.text().unwrap_or_default(), Fault::NoRecord);
            }
            Part::Field("formats", formats) if self.world_ids.is_none() => {
                self.world_ids = Some(bmlt::world_ids(&formats));
                self.read_waiting(listing);
            }
            Part::Field(..) => {}
        }
    }

    /// Takes a row of a table.
    pub(super) fn cells(&mut self, cells: &[String], listing: &mut dyn FnMut(Listing)) {
        if let Some(tables) = &mut self.tables {
            tables.row(cells);
        } else if self.columns.are_known() {
            if let Some(row) = self.columns.row(cells) {
                self.record(&row, listing);
            } else {
                self.count += 1;
            }
        } else if hsds_tables::are_services(cells) {
            let mut tables = HsdsTables::default();
            tables.row(cells);
            self.tables = Some(Box::new(tables));
        } else {
            self.count += 1;
            "table".clone_into(&mut self.report.format);
            if self.columns.learn(cells, &mut self.report).is_err() {
                self.trouble.get_or_insert(FeedError::NoColumns(self.columns.beginning()));
            }
        }
    }

    /// Takes the text of an object without a list of rows; tells whether it is a service or an organization.
    pub(super) fn whole(&mut self, text: &str, listing: &mut dyn FnMut(Listing)) -> bool {
        let Ok(node) = Node::parse(text) else { return false };
        let is_hsds = Format::of(Row(&node)) == Format::Hsds;
        if is_hsds {
            self.record(&node, listing);
        }
        is_hsds
    }

    /// Says that nothing more comes.
    pub(super) fn finish(&mut self, listing: &mut dyn FnMut(Listing)) -> Result<(), FeedError> {
        self.read_waiting(listing);
        if let Some(tables) = self.tables.take() {
            if tables.is_alone() {
                self.report.note(
                    "Only services.csv was read. The other tables of Open Referral belong beside it."
                        .to_owned(),
                );
            }
            self.count = 1;
            for service in tables.into_services() {
                self.count += 1;
                self.row(Row(&service), None, Format::Hsds, listing);
            }
        } else if self.count > 0 && !self.columns.are_known() && self.columns.were_looked_for() {
            return Err(FeedError::NoColumns(self.columns.beginning()));
        }
        self.trouble.take().map_or(Ok(()), Err)
    }

    fn read_waiting(&mut self, listing: &mut dyn FnMut(Listing)) {
        for text in std::mem::take(&mut self.waiting) {
            if let Ok(node) = Node::parse(&text) {
                self.record(&node, listing);
            }
        }
    }

    /// Takes a row; gives its listings: one, or those of an organization.
    fn record(&mut self, node: &Node<'_>, listing: &mut dyn FnMut(Listing)) {
        self.count += 1;
        let row = Row(node);
        if !matches!(node, Node::Object(_)) {
            self.report.leave_out(self.count, node.text().unwrap_or_default(), Fault::NoRecord);
            return;
        }
        let format = Format::of(row);
        let services = if format == Format::Hsds { hsds::services_of(row) } else { Vec::new() };
        for service in &services {
            self.row(*service, Some(row), format, listing);
        }
        if services.is_empty() {
            self.row(row, None, format, listing);
        }
    }

    fn row(
        &mut self,
        row: Row<'_, '_>,
        around: Option<Row<'_, '_>>,
        format: Format,
        listing: &mut dyn FnMut(Listing),
    ) {
        if self.report.format.is_empty() {
            format.name().clone_into(&mut self.report.format);
        }
        let Some(name) = format.name_of(row) else {
            let begins = ["slug", "group", "location"].into_iter().find_map(|key| row.line(key));
            let begins = begins.filter(|begins| is_visible(begins)).unwrap_or_default();
            self.report.leave_out(self.count, &begins, Fault::NoName);
            return;
        };
        let none = WorldIds::new();
        let mut context = FeedContext {
            programs: self.programs,
            program: self.feed.program.as_deref(),
            kind: self.feed.kind.as_deref(),
            country: self.country.as_deref(),
            world_ids: self.world_ids.as_ref().unwrap_or(&none),
            codes_of: None,
            faults: Vec::new(),
            report: &mut self.report,
        };
        let mut draft = match around {
            Some(_) => hsds::read(row, name, around, &mut context),
            None => format.read(row, name, &mut context),
        };
        draft.listing.program = context.program.map(str::to_owned);
        draft.listing.codes_of = context.codes_of.map(str::to_owned);
        let faults = std::mem::take(&mut context.faults);
        listing(self.finish_row(draft, faults));
    }

    /// Gives a listing its id and what follows from the feed, and reports what could not be used of its row.
    fn finish_row(&mut self, mut draft: Draft, mut faults: Vec<(&'static str, String, Fault)>) -> Listing {
        let listing = &mut draft.listing;
        if listing.kind.is_none() {
            let program = listing.program.as_deref().and_then(|key| self.programs.get(key));
            listing.kind = program.and_then(|program| program.kind.clone());
        }
        let regions = listing.regions.iter_mut().map(|text| ("regions", text));
        let types = listing.types.iter_mut().map(|text| ("types", text));
        let zone = listing.zone.iter_mut().map(|text| ("timezone", text));
        let kind = listing.kind.iter_mut().map(|text| ("kind", text));
        let texts = listing.texts.iter_mut().map(|(field, text)| (field.key(), text));
        for (key, text) in texts.chain(regions).chain(types).chain(zone).chain(kind) {
            if text.len() > LONGEST_TEXT {
                text.truncate(boundary(text));
                // What is written and read again has no blanks at its end.
                text.truncate(text.trim_end().len());
                faults.push((key, text.clone(), Fault::TooLong));
            }
        }
        let (id, slug_was_taken) = self.ids.next(&self.feed_id, &draft);
        let Draft { slug, mut listing } = draft;
        faults.extend(slug.filter(|_| slug_was_taken).map(|slug| ("slug", slug, Fault::SlugTwice)));
        for (field, value, fault) in faults {
            self.report.not_used(self.count, listing.name(), field, &value, fault);
        }
        self.report.add(listing.updated);
        listing.id = id;
        listing
    }
}

/// Gives where a long text is cut: never inside a character.
fn boundary(text: &str) -> usize {
    (0..=LONGEST_TEXT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
