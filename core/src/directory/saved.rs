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

    /// Gives the name alone, for pages that read no listing; empty for what is no list with a row.
    pub fn name(&self) -> String {
        #[derive(serde::Deserialize)]
        struct Named {
            name: String,
        }
        let rows: Result<Vec<Named>, _> = serde_json::from_str(&self.row);
        rows.ok().and_then(|rows| rows.into_iter().next()).map(|row| row.name).unwrap_or_default()
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
pub fn directory_of(saved: &[Snapshot], programs: &Arc<Programs>, site: &Site, language: &str) -> Directory {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::search::{ListingView, Moment};
    use crate::time::ZoneTable;

    const ROWS: &str = r#"[
        {"slug":"a","name":"Step \"Sisters\" & <b>","day":[1,3],"time":"23:30","end_time":"00:30","types":["O","ZZ"],"notes":"first\nsecond",
         "formatted_address":"1 Main St, Riverbend, NY 10000, USA","conference_url":"https://zoom.us/j/1","updated":"2026-01-02"},
        {"name":"No slug","day":"2nd and last Tuesday","time":"19:00","timezone":"Asia/Tokyo",
         "formatted_address":"1 Main St, Riverbend, NY 10000, USA"},
        {"slug":"far","name":"Elsewhere","day":1,"time":"18:00","formatted_address":"2 Main St, Riverbend, NY 10000, USA"},
        {"slug":"online","name":"Online","formatted_address":"1 Main St, Riverbend, NY 10000, USA","attendance_option":"online",
         "conference_url":"https://zoom.us/j/2"}
    ]"#;

    fn programs() -> Arc<Programs> {
        Arc::new(Programs::read(include_str!("../../../public/content/types.json")).unwrap())
    }

    fn moment() -> Moment {
        let zones = [("America/New_York", -300), ("Asia/Tokyo", 540), ("UTC", 0)];
        Moment {
            now: 29_900_000,
            visitor_zone: "UTC".to_owned(),
            here: None,
            zones: zones.map(|(name, offset)| (name.to_owned(), ZoneTable::fixed(offset))).into(),
        }
    }

    fn directory(programs: &Arc<Programs>) -> Directory {
        let feed = Feed {
            src: "aa.json".to_owned(),
            label: Some("AA, Riverbend".to_owned()),
            program: Some("aa".to_owned()),
            timezone: Some("America/New_York".to_owned()),
            ..Feed::default()
        };
        let mut builder = DirectoryBuilder::default();
        let mut reader = FeedReader::new(programs, &feed, "aa", Some("US"));
        reader.push(ROWS.as_bytes(), &mut |listing| builder.push(0, &listing)).unwrap();
        assert!(reader.finish(&mut |listing| builder.push(0, &listing)).is_ok());
        builder.build(Arc::clone(programs), &Site { feeds: vec![feed], ..Site::default() }, "en")
    }

    #[test]
    fn what_was_saved_is_shown_as_it_was_without_its_feed() {
        let programs = programs();
        let mut directory = directory(&programs);
        for id in directory.ids("", &moment()) {
            let snapshot = directory.snapshot(&id, &moment()).unwrap();
            let stored = serde_json::to_string(&Saved { snapshot, note: None, at: 1 }).unwrap();
            let saved: Saved = serde_json::from_str(&stored).unwrap();
            let mut again = directory_of(&[saved.snapshot], &programs, &Site::default(), "en");
            let as_it_was = ListingView { here: Vec::new(), ..directory.listing(&id, &moment()).unwrap() };
            assert_eq!(again.listing(&id, &moment()).unwrap(), as_it_was, "{id}");
        }
    }

    #[test]
    fn a_snapshot_that_nobody_can_read_is_left_out() {
        let whole =
            Snapshot { listing: "x~y".to_owned(), row: r#"[{"name":"a"}]"#.to_owned(), label: String::new() };
        let broken = ["", "{", "[]", "[{}]", "name\n", "<html>", "[1]"]
            .map(|row| Snapshot { row: row.to_owned(), ..whole.clone() });
        let saved: Vec<Snapshot> = broken.into_iter().chain([whole]).collect();
        let mut directory = directory_of(&saved, &programs(), &Site::default(), "en");
        assert_eq!(directory.ids("", &moment()), ["x~y"]);
    }

    #[test]
    fn others_at_the_same_door_are_named_but_not_those_who_meet_online() {
        let mut directory = directory(&programs());
        let here = |directory: &mut Directory, id: &str| {
            let view = directory.listing(id, &moment()).unwrap();
            view.here.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        assert_eq!(here(&mut directory, "aa~a"), ["No slug"]);
        assert!(here(&mut directory, "aa~far").is_empty() && here(&mut directory, "aa~online").is_empty());
    }
}
