//! What holds for every listing, whatever the bytes were.

use super::mutate::{Input, Rng};
use super::seeds::PRIVATE;
use alongside_core::directory::write::{MeetingGuide, Table};
use alongside_core::directory::{
    FeedError, FeedReader, FeedReport, Field, Listing, MOST_ROWS, Programs, is_visible, web_link,
};
use alongside_core::json::Node;
use alongside_core::site::Feed;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

/// Between the files of a feed that is several, so that one input is one text.
pub(crate) const NEXT_FILE: u8 = 0x1c;
/// Lists of rows in an object.
const LISTS: [&str; 4] = ["meetings", "values", "contents", "rows"];
/// Characters that turn the direction of a text.
const BIDI: &str =
    "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
const LINKS: [Field; 5] = [Field::JoinLink, Field::Url, Field::Website, Field::Website2, Field::EntityUrl];

type Outcome = Result<(Vec<Listing>, FeedReport), FeedError>;

/// What came of an input.
pub(crate) struct Seen {
    pub(crate) listings: usize,
    /// Differs where the outcome does in kind: another fault, another attendance.
    pub(crate) what: u64,
}

/// The settings that a feed is read with.
#[derive(Clone, Copy, Default)]
pub(crate) struct Check {
    program: Option<&'static str>,
    kind: Option<&'static str>,
    several_files: bool,
    /// Each file says what its codes mean, which is not written: they may be read as the program's.
    own_codes: bool,
}

impl Check {
    pub(crate) fn of(program: &'static str) -> Check {
        Check { program: Some(program), ..Check::default() }
    }

    pub(crate) fn services() -> Check {
        Check { kind: Some("detox-facilities"), ..Check::default() }
    }

    pub(crate) fn tables() -> Check {
        Check { several_files: true, ..Check::services() }
    }

    pub(crate) fn with_own_codes(self) -> Check {
        Check { own_codes: true, ..self }
    }

    /// Reads an input in two ways and sees that all promises hold.
    pub(crate) fn run(self, input: &Input) -> Seen {
        let files: Vec<&[u8]> = if self.several_files {
            input.bytes.split(|byte| *byte == NEXT_FILE).collect()
        } else {
            vec![&input.bytes]
        };
        let outcome = self.read(&files, None);
        let in_pieces = self.read(&files, Some(Rng::new(input.hash())));
        assert_eq!(outcome, in_pieces, "however the bytes arrive, the outcome is the same");
        if !self.several_files {
            every_row_counts(&input.bytes, &outcome);
        }
        let Ok((listings, report)) = &outcome else { return seen(&outcome) };
        assert_eq!(listings.len(), report.listings);
        assert_eq!(report.rows.len(), report.unread.min(MOST_ROWS));
        assert_eq!(report.fields.len(), report.unused.min(MOST_ROWS));
        let ids: HashSet<&str> = listings.iter().map(|listing| listing.id.0.as_str()).collect();
        assert_eq!(ids.len(), listings.len(), "no two listings have one id");
        listings.iter().for_each(is_sound);
        if input.tidy {
            let said = format!("{listings:?} {report:?}");
            assert!(!said.contains(PRIVATE), "no private person is named: {said}");
        }
        // Of a sample, for writing takes as long as reading.
        let links =
            |listing: &Listing| LINKS.iter().filter_map(|field| listing.text(*field)).any(is_overlong);
        if input.hash().is_multiple_of(4) && !listings.iter().any(links) {
            self.is_read_back_equal(listings);
        }
        seen(&outcome)
    }

    fn read(self, files: &[&[u8]], mut pieces: Option<Rng>) -> Outcome {
        static PROGRAMS: LazyLock<Programs> = LazyLock::new(|| {
            Programs::read(include_str!("../../../public/content/types.json")).expect("our own file")
        });
        let feed = Feed {
            src: "directory/list.json".to_owned(),
            program: self.program.map(str::to_owned),
            kind: self.kind.map(str::to_owned),
            ..Feed::default()
        };
        let mut reader = FeedReader::new(&PROGRAMS, &feed, "list", Some("US"));
        let mut listings = Vec::new();
        let mut keep = |listing| listings.push(listing);
        let mut files = files.iter();
        loop {
            let mut rest: &[u8] = files.next().copied().unwrap_or_default();
            while !rest.is_empty() {
                let length = pieces.as_mut().map_or(rest.len(), |rng| rng.piece(rest.len()));
                reader.push(&rest[..length], &mut keep)?;
                rest = &rest[length..];
            }
            if reader.next_file().is_none() {
                break;
            }
        }
        let report = reader.finish(&mut keep).map_err(|(_, error)| error)?;
        Ok((listings, report))
    }

    fn is_read_back_equal(self, listings: &[Listing]) {
        let (mut json, mut csv) = (String::new(), String::new());
        let (mut guide, mut table) = (MeetingGuide::default(), Table::start(&mut csv));
        for listing in listings {
            guide.add(listing, &mut json);
            table.add(listing, &mut csv);
        }
        guide.finish(&mut json);
        for text in [json, csv] {
            let (again, report) = self.read(&[text.as_bytes()], None).expect("our own writing");
            assert_eq!(report.unread, 0);
            assert_eq!(listings.len(), again.len());
            for (listing, again) in listings.iter().zip(&again) {
                // What is written is Meeting Guide, whose codes are the program's.
                let mut expected = Listing { codes_of: again.codes_of.clone(), ..listing.clone() };
                if self.own_codes || listing.codes_of != again.codes_of {
                    expected.types.clone_from(&again.types);
                }
                assert_eq!(&expected, again);
            }
        }
    }
}

/// Of a list in JSON, every row is a listing or is reported; an organization may be several.
fn every_row_counts(bytes: &[u8], outcome: &Outcome) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let rows = match Node::parse(text) {
        Ok(Node::List(rows)) => rows.len(),
        Ok(node @ Node::Object(_)) => {
            let Node::Object(pairs) = &node else { return };
            let mut lists = pairs.iter().filter(|(key, _)| LISTS.contains(&key.as_ref()));
            match (lists.next(), lists.next()) {
                (Some((key, Node::List(rows))), None) if key != "values" => rows.len(),
                (Some((key, Node::Object(rows))), None) if key != "values" => rows.len(),
                _ => return,
            }
        }
        _ => return,
    };
    let (listings, report) = outcome.as_ref().expect("a list that is JSON is read");
    let counted = listings.len() + report.unread;
    let may_be_several = text.contains("services");
    assert!(counted == rows || (may_be_several && counted > rows), "{rows} rows, {counted} counted");
}

fn is_sound(listing: &Listing) {
    let slug = listing.id.0.strip_prefix("list~").expect("an id begins with its feed's");
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    assert!((1..=80).contains(&slug.len()) && slug.bytes().all(safe), "{slug}");
    assert!(is_visible(listing.name()), "{listing:?}");
    let fields: Vec<Field> = listing.texts.iter().map(|(field, _)| *field).collect();
    assert!(fields.is_sorted_by(|one, next| one < next), "each text once, in order: {fields:?}");
    let lists = listing.regions.iter().chain(&listing.types).chain(&listing.zone).chain(&listing.kind);
    for text in listing.texts.iter().map(|(_, text)| text).chain(lists) {
        let hidden = |char: char| (char.is_control() && char != '\n') || BIDI.contains(char);
        assert!(!text.contains(hidden), "{text:?}");
        assert!((1..=20_000).contains(&text.len()), "{} bytes: {listing:?}", text.len());
    }
    for link in LINKS.into_iter().filter_map(|field| listing.text(field)) {
        let again = web_link(link);
        assert!(link.starts_with("https://") && link.len() <= 4096, "{link}");
        assert!(again.as_deref() == Some(link) || is_overlong(link), "{link}");
    }
    for slot in &listing.slots {
        assert!(slot.start.is_none_or(|start| start < 1440), "{slot:?}");
        let fits = |length| slot.start.is_some() && (1..=1440).contains(&length);
        assert!(slot.length.is_none_or(fits), "{slot:?}");
    }
    assert!(!listing.by_appointment || listing.slots.is_empty());
    if let Some(place) = listing.coordinates {
        let in_range = place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0;
        assert!(in_range && (place.latitude, place.longitude) != (0.0, 0.0), "{place:?}");
    }
}

/// Tells whether a link became longer than one may be given, for its blanks are `%20` and its scheme is https.
fn is_overlong(link: &str) -> bool {
    link.chars().count() > 2048
}

fn seen(outcome: &Outcome) -> Seen {
    let mut hasher = DefaultHasher::new();
    let listings = match outcome {
        Err(error) => {
            std::mem::discriminant(error).hash(&mut hasher);
            0
        }
        Ok((listings, report)) => {
            let faults: BTreeSet<(&str, &str)> = report
                .rows
                .iter()
                .chain(&report.fields)
                .map(|one| (one.field.as_str(), one.why.as_str()))
                .collect();
            let kinds: BTreeSet<_> = listings
                .iter()
                .map(|one| {
                    let monthly = one.slots.iter().any(|slot| !slot.weeks.is_every());
                    (one.service, one.attendance, one.slots.len().min(3), monthly, one.by_appointment)
                })
                .collect();
            (report.format.as_str(), faults, kinds, listings.len().min(3), report.notes.len().min(3))
                .hash(&mut hasher);
            listings.len()
        }
    };
    Seen { listings, what: hasher.finish() }
}
