//! What the page and the directory's worker say to each other: JSON texts, one message each.

use super::Coordinates;
use super::read::FeedReport;
use super::saved::Snapshot;
use super::search::{Answer, Facets, ListingView, PlaceName};
use crate::json::{Node, Read, readable};
use crate::site::Site;
use serde::Serialize;

/// The instant of a question and the zone of who asks. The page gives both: it is the page's clock that a
/// person sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Minutes since 1970-01-01T00:00Z.
    pub now: i64,
    /// The IANA name of the visitor's zone; empty if the browser doesn't say.
    pub zone: String,
    /// How many minutes the visitor's clock is ahead of UTC now, for a browser that names no zone.
    pub offset: i32,
    /// Where the device is, if the person has given its position for this visit. It is never kept and never in an
    /// address.
    pub here: Option<Here>,
}

/// A position in millionths of a degree, north and east.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Here {
    /// North.
    pub latitude: i32,
    /// East.
    pub longitude: i32,
}

impl Here {
    /// Takes degrees north and east.
    pub fn new(latitude: f64, longitude: f64) -> Here {
        let millionths = |degrees: f64| (degrees * 1e6) as i32;
        Here { latitude: millionths(latitude), longitude: millionths(longitude) }
    }
}

impl Asked {
    /// Gives the device's position, if it is one.
    pub fn here(&self) -> Option<Coordinates> {
        let degrees = |millionths: i32| f64::from(millionths) / 1e6;
        self.here.and_then(|here| Coordinates::new(degrees(here.latitude), degrees(here.longitude)))
    }
}

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ToWorker {
    /// Comes first, once: read the feeds of this site.
    Open {
        /// The site's settings.
        site: Box<Site>,
        /// The address of `site.json`, against which feeds are resolved.
        site_url: String,
        /// The address of `types.json`.
        types_url: String,
        /// The language in which types are named.
        language: String,
    },
    /// Which listings match? Of questions that wait, only the last is answered.
    Ask {
        /// Comes back with the answer.
        number: u32,
        /// What is after the `#` of `/find`.
        fragment: String,
        /// How many results are wanted.
        wanted: usize,
        /// When and where it is asked.
        asked: Asked,
    },
    /// What can be chosen, and with how many listings? Of questions that wait, only the last is answered.
    Facets {
        /// Comes back with the answer.
        number: u32,
        /// What is after the `#` of `/find`.
        fragment: String,
        /// When and where it is asked.
        asked: Asked,
    },
    /// Which places begin so? Of questions that wait, only the last is answered.
    Places {
        /// Comes back with the answer.
        number: u32,
        /// What was typed so far.
        typed: String,
    },
    /// What is known of one listing?
    Listing {
        /// Its id.
        id: String,
        /// When and where it is asked.
        asked: Asked,
    },
    /// What the person saved. What is asked for by its id and is in no feed any more is found there.
    Saved(Vec<Snapshot>),
    /// What is known of several listings?
    Listings {
        /// Their ids.
        ids: Vec<String>,
        /// When and where it is asked.
        asked: Asked,
    },
    /// What does a listing say now? It is to be saved.
    Snapshot {
        /// Its id.
        id: String,
        /// When and where it is asked.
        asked: Asked,
    },
    /// Listings as a file to take away.
    Write {
        /// What kind of file.
        form: Form,
        /// Their ids.
        ids: Vec<String>,
        /// When and where it is asked.
        asked: Asked,
    },
}

/// The kinds of files that listings are written as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A table for a spreadsheet.
    Table,
    /// A calendar, one event for each slot with a time.
    Calendar {
        /// A word that says nothing; `None`: the listing's name.
        title: Option<String>,
    },
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FromWorker {
    /// Every feed is read or has failed.
    Opened(Opened),
    /// Answers `Ask`.
    Answer {
        /// The number of the question.
        number: u32,
        /// The answer.
        answer: Answer,
    },
    /// Answers `Facets`.
    Facets {
        /// The number of the question.
        number: u32,
        /// The answer.
        facets: Box<Facets>,
    },
    /// Answers `Places`.
    Places {
        /// The number of the question.
        number: u32,
        /// Up to eight, the likeliest first.
        names: Vec<PlaceName>,
    },
    /// Answers `Listing`.
    Listing {
        /// The id that was asked for.
        id: String,
        /// The listing, if there is one of this id.
        listing: Option<Box<ListingView>>,
    },
    /// Answers `Listings`: those that there are.
    Listings {
        /// In the order of the ids.
        listings: Vec<ListingView>,
    },
    /// Answers `Snapshot`.
    Snapshot {
        /// `None` if there is no listing of this id.
        snapshot: Option<Snapshot>,
    },
    /// Answers `Write`.
    Written {
        /// The file.
        text: String,
    },
}

/// What reading all feeds gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// How many listings there are.
    pub listings: usize,
    /// One for each feed, in the order of `site.json`.
    pub feeds: Vec<FeedReport>,
    /// What is wrong with `site.json` that only shows when feeds are read: sentences.
    pub messages: Vec<String>,
}

impl Opened {
    /// Gives how many rows were left out, of all feeds.
    pub fn unread(&self) -> usize {
        self.feeds.iter().map(|feed| feed.unread).sum()
    }
}

readable! {
    Opened { listings, feeds, messages }
    Asked { now, zone, offset, here }
    Here { latitude, longitude }
}

/// Gives what a message is, and what it holds: it is an object with one key.
fn opened_up<'n>(node: &'n Node<'_>) -> Option<(&'n str, &'n Node<'n>)> {
    let Node::Object(pairs) = node else { return None };
    pairs.first().map(|(key, body)| (&**key, body))
}

impl Read for ToWorker {
    fn read(node: Option<&Node<'_>>) -> Option<ToWorker> {
        let (key, body) = opened_up(node?)?;
        let asked = || Read::read(body.get("asked"));
        let number = || Read::read(body.get("number"));
        let text = |key: &str| String::read(body.get(key));
        Some(match key {
            "open" => ToWorker::Open {
                site: Read::read(body.get("site"))?,
                site_url: text("site_url")?,
                types_url: text("types_url")?,
                language: text("language")?,
            },
            "ask" => ToWorker::Ask {
                number: number()?,
                fragment: text("fragment")?,
                wanted: Read::read(body.get("wanted"))?,
                asked: asked()?,
            },
            "facets" => ToWorker::Facets { number: number()?, fragment: text("fragment")?, asked: asked()? },
            "places" => ToWorker::Places { number: number()?, typed: text("typed")? },
            "listing" => ToWorker::Listing { id: text("id")?, asked: asked()? },
            "saved" => ToWorker::Saved(Read::read(Some(body))?),
            "listings" => ToWorker::Listings { ids: Read::read(body.get("ids"))?, asked: asked()? },
            "snapshot" => ToWorker::Snapshot { id: text("id")?, asked: asked()? },
            "write" => ToWorker::Write {
                form: Read::read(body.get("form"))?,
                ids: Read::read(body.get("ids"))?,
                asked: asked()?,
            },
            _ => return None,
        })
    }
}

impl Read for Form {
    fn read(node: Option<&Node<'_>>) -> Option<Form> {
        let node = node?;
        if node.text() == Some("table") {
            return Some(Form::Table);
        }
        let ("calendar", body) = opened_up(node)? else { return None };
        Some(Form::Calendar { title: Read::read(body.get("title"))? })
    }
}

impl Read for FromWorker {
    fn read(node: Option<&Node<'_>>) -> Option<FromWorker> {
        let (key, body) = opened_up(node?)?;
        Some(match key {
            "opened" => FromWorker::Opened(Read::read(Some(body))?),
            "answer" => FromWorker::Answer {
                number: Read::read(body.get("number"))?,
                answer: Read::read(body.get("answer"))?,
            },
            "facets" => FromWorker::Facets {
                number: Read::read(body.get("number"))?,
                facets: Read::read(body.get("facets"))?,
            },
            "places" => FromWorker::Places {
                number: Read::read(body.get("number"))?,
                names: Read::read(body.get("names"))?,
            },
            "listing" => FromWorker::Listing {
                id: Read::read(body.get("id"))?,
                listing: Read::read(body.get("listing"))?,
            },
            "listings" => FromWorker::Listings { listings: Read::read(body.get("listings"))? },
            "snapshot" => FromWorker::Snapshot { snapshot: Read::read(body.get("snapshot"))? },
            "written" => FromWorker::Written { text: Read::read(body.get("text"))? },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::read::RowProblem;
    use crate::directory::search::{Choice, Chosen, Near, ResultRow, SlotView, TimeView, TypeView};
    use crate::directory::{Attendance, Field, Weeks};
    use crate::json::from_text;

    #[test]
    fn a_message_written_is_read_back() {
        let asked =
            Asked { now: 1, zone: "Asia/Tokyo".to_owned(), offset: 540, here: Some(Here::new(51.5, -0.125)) };
        let messages = [
            ToWorker::Open {
                site: Box::default(),
                site_url: "s".to_owned(),
                types_url: "t".to_owned(),
                language: "en".to_owned(),
            },
            ToWorker::Ask { number: 7, fragment: "q=é".to_owned(), wanted: 50, asked: asked.clone() },
            ToWorker::Places { number: 8, typed: "phil".to_owned() },
            ToWorker::Saved(vec![a_snapshot()]),
            ToWorker::Write { form: Form::Table, ids: vec!["a~b".to_owned()], asked: asked.clone() },
            ToWorker::Write {
                form: Form::Calendar { title: Some("Cita".to_owned()) },
                ids: Vec::new(),
                asked: asked.clone(),
            },
            ToWorker::Listing { id: "a~b".to_owned(), asked },
        ];
        for message in messages {
            let text = serde_json::to_string(&message).unwrap();
            assert_eq!(from_text(&text), Some(message));
        }
    }

    fn a_snapshot() -> Snapshot {
        Snapshot { listing: "a~b".to_owned(), row: "[{\"name\":\"b\"}]".to_owned(), label: "Feed".to_owned() }
    }

    fn a_row() -> ResultRow {
        let time = TimeView { day: 2, start: Some(1140), end: None, zone: "America/New_York".to_owned() };
        let slot = SlotView {
            own: time.clone(),
            weeks: Weeks::EVERY.with(2).unwrap(),
            yours: Some(TimeView { day: 3, start: None, end: Some(60), zone: "Asia/Tokyo".to_owned() }),
            yours_first: true,
            starts_in: Some(-5),
            left: Some(55),
        };
        ResultRow {
            id: "a~b".to_owned(),
            name: "Früh \"auf\"\n".to_owned(),
            service: false,
            attendance: Attendance::Hybrid,
            slot: Some(slot),
            more_slots: 3,
            by_appointment: true,
            location: None,
            address: Some("1 Main St".to_owned()),
            approximate: true,
            region: None,
            join_link: Some("https://zoom.us/j/1".to_owned()),
            provider: Some("Zoom".to_owned()),
            number: None,
            program: None,
            kind: Some("detox-facilities".to_owned()),
            types: vec!["Open".to_owned()],
            distance: Some(15),
        }
    }

    fn a_listing() -> ListingView {
        ListingView {
            row: a_row(),
            slots: a_row().slot.into_iter().collect(),
            texts: Field::ALL.iter().map(|field| (*field, field.key().to_owned())).collect(),
            regions: vec!["North".to_owned()],
            types: vec![TypeView {
                code: "O".to_owned(),
                name: "Abierta".to_owned(),
                english: "Open".to_owned(),
            }],
            types_of: Some("aa".to_owned()),
            program_name: Some("Program".to_owned()),
            updated: Some("2026-01-02".to_owned()),
            feed_label: "Feed".to_owned(),
            feed_email: vec!["a@example.org".to_owned()],
            here: vec![a_row()],
            gone: true,
        }
    }

    #[test]
    fn what_the_worker_writes_is_what_the_page_reads() {
        let report = FeedReport {
            src: "feed.json".to_owned(),
            listings: 7,
            rows: vec![RowProblem {
                row: 9,
                begins: "{".to_owned(),
                why: "No name.".to_owned(),
                ..RowProblem::default()
            }],
            notes: vec!["A note.".to_owned()],
            trouble: Some("Trouble.".to_owned()),
            ..FeedReport::default()
        };
        let choice = Choice {
            value: "aa:O".to_owned(),
            name: "Open".to_owned(),
            depth: 2,
            of: Some("AA".to_owned()),
            count: 4,
            chosen_by: Some("o".to_owned()),
        };
        let facets = Facets { days: vec![1, 2], open: vec![3, 4], types: vec![choice], ..Facets::default() };
        let rows = Attendance::ALL.map(|attendance| ResultRow { attendance, slot: None, ..a_row() });
        let near = Some(Near { name: "Ghent".to_owned(), found: true, is_me: false });
        let chosen = vec![Chosen { key: "day".to_owned(), part: "0".to_owned(), name: None }];
        let messages = [
            FromWorker::Opened(Opened { listings: 7, feeds: vec![report], messages: vec!["m".to_owned()] }),
            FromWorker::Answer {
                number: 1,
                answer: Answer { total: 100_000, rows: rows.to_vec(), chosen, near },
            },
            FromWorker::Places {
                number: 3,
                names: vec![PlaceName { name: "Ghent, NY".to_owned(), count: 2 }],
            },
            FromWorker::Facets { number: u32::MAX, facets: Box::new(facets) },
            FromWorker::Listing { id: "a~b".to_owned(), listing: Some(Box::new(a_listing())) },
            FromWorker::Listing { id: "none".to_owned(), listing: None },
            FromWorker::Listings { listings: vec![a_listing()] },
            FromWorker::Snapshot { snapshot: Some(a_snapshot()) },
            FromWorker::Written { text: "\u{feff}a,b\r\n".to_owned() },
        ];
        for message in messages {
            let text = serde_json::to_string(&message).unwrap();
            assert_eq!(from_text(&text), Some(message));
        }
    }
}
