//! A listing that a person saved: what it said then, so that it outlives the list it came from.

use super::listing::{Listing, ListingId};
use super::program::Programs;
use super::read::FeedReader;
use super::search::{Directory, DirectoryBuilder};
use super::write::MeetingGuide;
use crate::json::readable;
use crate::site::{Feed, Site};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a listing said, as it goes into a person's list and comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The listing's id.
    pub listing: String,
    /// A list with this one row, in Meeting Guide JSON.
    pub row: String,
    /// What its feed is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// A saved listing. Its id is the key it is kept under, not a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// What it said when it was saved, or last seen.
    #[serde(flatten)]
    pub snapshot: Snapshot,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was saved, in milliseconds since 1970.
    pub at: i64,
}

impl Snapshot {
    /// Takes a listing with its zone, and what its feed is called.
    pub(super) fn of(listing: &Listing, label: &str) -> Snapshot {
        let mut row = String::new();
        let mut writer = MeetingGuide::default();
        writer.add(listing, &mut row);
        writer.finish(&mut row);
        Snapshot { listing: listing.id.0.clone(), row, label: label.to_owned() }
    }

    /// Gives the listing back, under the id that it was saved by; `None` for what is no list with a row.
    fn read(&self, programs: &Programs, feed: &Feed, country: Option<&str>) -> Option<Listing> {
        let mut found = None;
        let mut keep = |listing: Listing| {
            found.get_or_insert(listing);
        };
        let mut reader = FeedReader::new(programs, feed, "saved", country);
        reader.push(self.row.as_bytes(), &mut keep).ok()?;
        let _ = reader.finish(&mut keep);
        let listing = found?;
        Some(Listing { id: ListingId(self.listing.clone()), ..listing })
    }
}

/// Takes what was saved; gives a directory of it, so that it is shown and written like what is in a feed. What
/// can't be read is left out.
pub fn directory_of(
    saved: &[Snapshot],
    programs: &Arc<Programs>,
    site: &Site,
    language: &str,
) -> Directory {
    // One feed for each name of one.
    let mut feeds: Vec<Feed> = Vec::new();
    let mut builder = DirectoryBuilder::default();
    for snapshot in saved {
        let known = feeds.iter().position(|feed| feed.label.as_ref() == Some(&snapshot.label));
        let at = known.unwrap_or_else(|| {
            feeds.push(Feed { label: Some(snapshot.label.clone()), ..Feed::default() });
            feeds.len() - 1
        });
        if let Some(listing) = snapshot.read(programs, &feeds[at], site.country.as_deref()) {
            builder.push(at, &listing);
        }
    }
    builder.build(Arc::clone(programs), &Site { feeds, ..site.clone() }, language)
}

readable! {
    Snapshot { listing, row, label }
}
