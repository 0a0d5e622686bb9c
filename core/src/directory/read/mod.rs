//! Feeds: bytes in, listings out, and a report of what could not be read.
//!
//! A row needs a name with something visible in it, nothing else. Whatever is odd about the rest, the row is
//! shown as well as it can be; what is left out is reported. No input makes this panic.

mod bmlt;
mod meeting_guide;
mod place;
mod report;
mod row;
mod stream;

pub use report::{FeedReport, MOST_ROWS, RowProblem};
pub use stream::FeedError;

use super::listing::{Attendance, Coordinates, Field, Listing, ListingId};
use super::program::Programs;
use super::schedule::Slot;
use super::text::{clean_line, is_visible};
use crate::json::Node;
use crate::site::Feed;
use crate::time::Date;
use row::Row;
use std::collections::{HashMap, HashSet};
use stream::RowStream;

/// A listing before it has an id.
struct Draft {
    slug: Option<String>,
    service: bool,
    kind: Option<String>,
    texts: Vec<(Field, String)>,
    regions: Vec<String>,
    types: Vec<String>,
    slots: Vec<Slot>,
    zone: Option<String>,
    attendance: Attendance,
    coordinates: Option<Coordinates>,
    approximate: bool,
    updated: Option<Date>,
}

/// What a row is read with: its feed's settings, and the report.
struct FeedContext<'f> {
    programs: &'f Programs,
    program: Option<&'f str>,
    kind: Option<String>,
    country: Option<&'f str>,
    /// Key of the program whose codes the last row used.
    codes_of: Option<&'f str>,
    report: &'f mut FeedReport,
}

impl FeedContext<'_> {
    /// Rows with a kind that is no program's are services.
    fn is_service(&self, kind: Option<&str>) -> bool {
        self.program.is_none() && kind.is_some_and(|kind| !self.programs.has_kind(kind))
    }

    /// Reads types from a list or a text; see `Programs::code`.
    fn types(&mut self, given: Option<&Node<'_>>) -> Vec<String> {
        // A feed that names no program is read with AA's codes: Meeting Guide is AA's format.
        self.codes_of = self.program.or_else(|| self.kind.is_none().then_some("aa"));
        let mut types = Vec::new();
        for item in given.map(Node::items).unwrap_or_default() {
            let Some(text) = item.text().and_then(clean_line) else { continue };
            if let Some(code) = self.known_code(text.trim_matches(['[', ']', ' '])) {
                add(&mut types, code);
                continue;
            }
            let parts = text.split(',').map(|part| part.trim_matches(['[', ']', ' ']));
            for part in parts.filter(|part| !part.is_empty()) {
                let code = self.known_code(part).unwrap_or_else(|| self.unknown_code(part));
                add(&mut types, code);
            }
        }
        types
    }

    /// Reads BMLT formats, by the codes of NA that its default formats stand for.
    fn bmlt_types(&mut self, formats: &[&str]) -> Vec<String> {
        self.codes_of = self.program.or(Some("na"));
        let mut types = Vec::new();
        for format in formats {
            let code = self.programs.bmlt_code(format).map(str::to_owned);
            let code = code.or_else(|| self.known_code(format)).unwrap_or_else(|| self.unknown_code(format));
            add(&mut types, code);
        }
        types
    }

    fn known_code(&self, given: &str) -> Option<String> {
        self.programs.get(self.codes_of?)?.code(given).map(str::to_owned)
    }

    fn unknown_code(&mut self, code: &str) -> String {
        if let Some(program) = self.codes_of.and_then(|key| self.programs.get(key)) {
            self.report.note(format!(
                "“{}” is not one of the meeting types of {}. It is shown as it stands.",
                code.chars().take(60).collect::<String>(),
                program.short
            ));
        }
        code.to_owned()
    }
}

fn add(types: &mut Vec<String>, code: String) {
    if !types.contains(&code) {
        types.push(code);
    }
}

/// Reads one feed, as its bytes arrive.
pub struct FeedReader<'p> {
    programs: &'p Programs,
    feed: Feed,
    feed_id: String,
    country: Option<String>,
    stream: RowStream,
    ids: Ids,
    rows: usize,
    report: FeedReport,
}

impl<'p> FeedReader<'p> {
    /// Takes the programs, a feed's settings and the id that its listings begin with (see [`feed_ids`]), and
    /// the site's country, which says how dates are written.
    pub fn new(programs: &'p Programs, feed: &Feed, feed_id: &str, country: Option<&str>) -> FeedReader<'p> {
        let mut report = FeedReport {
            src: feed.src.clone(),
            label: feed.label.clone().unwrap_or_else(|| feed_id.to_owned()),
            ..FeedReport::default()
        };
        let mut feed = feed.clone();
        if let Some(program) = feed.program.take_if(|key| programs.get(key).is_none()) {
            report.note(format!("In site.json, the program “{program}” is not one that is known."));
        }
        FeedReader {
            programs,
            feed,
            feed_id: feed_id.to_owned(),
            country: country.map(str::to_owned),
            stream: RowStream::new(),
            ids: Ids::default(),
            rows: 0,
            report,
        }
    }

    /// Takes the next bytes of the feed; hands over each listing that is now whole.
    ///
    /// # Errors
    /// Says why the feed as a whole can't be read. What was handed over before has to be dropped then.
    pub fn push(&mut self, bytes: &[u8], listing: &mut dyn FnMut(Listing)) -> Result<(), FeedError> {
        self.with_rows(listing, |stream, row| stream.push(bytes, row))
    }

    /// Says that the feed has ended; gives the report.
    ///
    /// # Errors
    /// As [`FeedReader::push`]; the reader comes back, to be asked for the report of a failed feed.
    pub fn finish(
        mut self,
        listing: &mut dyn FnMut(Listing),
    ) -> Result<FeedReport, (Box<FeedReader<'p>>, FeedError)> {
        if let Err(error) = self.with_rows(listing, RowStream::finish) {
            return Err((Box::new(self), error));
        }
        Ok(self.report)
    }

    /// Gives the report of a feed that could not be read.
    pub fn failed(mut self, why: &str) -> FeedReport {
        self.report.listings = 0;
        self.report.unread = 0;
        self.report.rows.clear();
        self.report.trouble = Some(why.to_owned());
        self.report
    }

    fn with_rows(
        &mut self,
        listing: &mut dyn FnMut(Listing),
        go: impl FnOnce(&mut RowStream, &mut dyn FnMut(Node<'_>)) -> Result<(), FeedError>,
    ) -> Result<(), FeedError> {
        let FeedReader { programs, feed, feed_id, country, stream, ids, rows, report } = self;
        let mut context = FeedContext {
            programs,
            program: feed.program.as_deref(),
            kind: feed.kind.clone(),
            country: country.as_deref(),
            codes_of: None,
            report,
        };
        go(stream, &mut |node| {
            *rows += 1;
            if let Some(draft) = read_row(&node, *rows, &mut context) {
                let id = ids.next(feed_id, &draft);
                context.report.listings += 1;
                listing(finish_row(draft, id, &context));
            }
        })
    }
}

fn read_row(node: &Node<'_>, number: usize, feed: &mut FeedContext<'_>) -> Option<Draft> {
    if !matches!(node, Node::Object(_)) {
        let begins = node.text().unwrap_or_default().to_owned();
        feed.report.leave_out(number, &begins, "It is not a record with named fields.");
        return None;
    }
    let row = Row(node);
    let is_bmlt = bmlt::is_bmlt(&row);
    let name = row.line(if is_bmlt { "meeting_name" } else { "name" }).filter(|name| is_visible(name));
    let Some(name) = name else {
        let begins = row.line("slug").or_else(|| row.line("group")).or_else(|| row.line("location"));
        feed.report.leave_out(
            number,
            &begins.unwrap_or_default(),
            "It has no name. Give it one, and it is shown.",
        );
        return None;
    };
    Some(if is_bmlt { bmlt::read(&row, name, feed) } else { meeting_guide::read(&row, name, feed) })
}

fn finish_row(draft: Draft, id: ListingId, feed: &FeedContext<'_>) -> Listing {
    let kind_of_program = || feed.programs.get(feed.program?)?.kind.clone();
    Listing {
        id,
        service: draft.service,
        program: feed.program.map(str::to_owned),
        codes_of: feed.codes_of.map(str::to_owned),
        kind: draft.kind.or_else(kind_of_program),
        texts: draft.texts,
        regions: draft.regions,
        types: draft.types,
        slots: draft.slots,
        zone: draft.zone,
        attendance: draft.attendance,
        coordinates: draft.coordinates,
        approximate: draft.approximate,
        updated: draft.updated,
    }
}

/// Gives each feed the id that its listings begin with: its `id`, else its file's stem; the second of two
/// equal ones gets `-2`. With the sentences that say so.
pub fn feed_ids(feeds: &[Feed]) -> (Vec<String>, Vec<String>) {
    let mut ids: Vec<String> = Vec::new();
    let mut messages = Vec::new();
    for feed in feeds {
        let given = feed.id.as_deref().map(url_safe).filter(|id| !id.is_empty());
        let wanted = given.unwrap_or_else(|| stem(&feed.src));
        let mut id = wanted.clone();
        for number in 2.. {
            if !ids.contains(&id) {
                break;
            }
            id = format!("{wanted}-{number}");
        }
        if id != wanted {
            messages.push(format!(
                "In site.json, two feeds have the id “{wanted}”. The one of “{}” is “{id}” now. Give each its own.",
                feed.src
            ));
        }
        ids.push(id);
    }
    (ids, messages)
}

fn stem(src: &str) -> String {
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let file = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem });
    let safe = url_safe(stem);
    if safe.is_empty() { "feed".to_owned() } else { safe }
}

/// Makes `-` of everything but A–Z a–z 0–9 `.` `_` `-`; at most 80 characters.
fn url_safe(text: &str) -> String {
    let safe = |char: char| if char.is_ascii_alphanumeric() || "._-".contains(char) { char } else { '-' };
    text.trim().chars().take(80).map(safe).collect()
}

/// The ids that a feed has given so far.
#[derive(Default)]
struct Ids {
    taken: HashSet<u64>,
    twins: HashMap<u64, u32>,
}

impl Ids {
    /// The first row of a slug keeps it; others, and rows without one, get a hash of what they say, and exact
    /// twins a number.
    fn next(&mut self, feed_id: &str, draft: &Draft) -> ListingId {
        if let Some(slug) = draft.slug.as_deref().map(url_safe).filter(|slug| !slug.is_empty())
            && self.taken.insert(hash([slug.as_str()]))
        {
            return ListingId(format!("{feed_id}~{slug}"));
        }
        let hash_of_row = hash_of(draft);
        loop {
            let count = self.twins.entry(hash_of_row).or_insert(0);
            *count += 1;
            let slug =
                if *count == 1 { format!("x{hash_of_row:x}") } else { format!("x{hash_of_row:x}-{count}") };
            if self.taken.insert(hash([slug.as_str()])) {
                return ListingId(format!("{feed_id}~{slug}"));
            }
        }
    }
}

/// Hashes name, day, time and place.
fn hash_of(draft: &Draft) -> u64 {
    let text =
        |field: Field| draft.texts.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text);
    let times: Vec<String> =
        draft.slots.iter().map(|slot| format!("{} {:?}", slot.day.index(), slot.start)).collect();
    hash([text(Field::Name), &times.join(","), text(Field::Location), text(Field::Address)])
}

/// FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>. Ids depend on it, so it never changes.
fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests;
