//! What the page and the directory's worker say to each other: JSON texts, one message each.

use super::read::FeedReport;
use super::search::{Answer, Facets, ListingView};
use crate::site::Site;
use serde::{Deserialize, Serialize};

/// The instant of a question and the zone of who asks. The page gives both: it is the page's clock that a
/// person sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Minutes since 1970-01-01T00:00Z.
    pub now: i64,
    /// The IANA name of the visitor's zone; empty if the browser doesn't say.
    pub zone: String,
    /// How many minutes the visitor's clock is ahead of UTC now, for a browser that names no zone.
    pub offset: i32,
}

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What is known of one listing?
    Listing {
        /// Its id.
        id: String,
        /// When and where it is asked.
        asked: Asked,
    },
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Answers `Listing`.
    Listing {
        /// The id that was asked for.
        id: String,
        /// The listing, if there is one of this id.
        listing: Option<Box<ListingView>>,
    },
}

/// What reading all feeds gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_written_is_read_back() {
        let asked = Asked { now: 1, zone: "Asia/Tokyo".to_owned(), offset: 540 };
        let messages = [
            ToWorker::Open {
                site: Box::default(),
                site_url: "s".to_owned(),
                types_url: "t".to_owned(),
                language: "en".to_owned(),
            },
            ToWorker::Ask { number: 7, fragment: "q=é".to_owned(), wanted: 50, asked: asked.clone() },
            ToWorker::Listing { id: "a~b".to_owned(), asked },
        ];
        for message in messages {
            let text = serde_json::to_string(&message).unwrap();
            assert_eq!(serde_json::from_str::<ToWorker>(&text).unwrap(), message);
        }
    }
}
