//! Gives every listing an id that stays the same while its slug stays.

use super::Draft;
use crate::directory::listing::{Field, ListingId};
use crate::site::Feed;
use std::collections::{HashMap, HashSet};

/// Gives each feed the id that its listings begin with: its `id`, else its file's stem; the second of two
/// equal ones gets `-2`. With the sentences that say so.
pub fn feed_ids(feeds: &[Feed]) -> (Vec<String>, Vec<String>) {
    let mut ids: Vec<String> = Vec::new();
    let mut messages = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    // The number that an id was given last: thousands of feeds with one id would try all before.
    let mut last: HashMap<String, u32> = HashMap::new();
    for feed in feeds {
        let given = feed.id.as_deref().map(url_safe).filter(|id| !id.is_empty());
        let wanted = given.unwrap_or_else(|| stem(&feed.src));
        let mut id = wanted.clone();
        if taken.contains(&id) {
            let number = last.entry(wanted.clone()).or_insert(1);
            while taken.contains(&id) {
                *number += 1;
                id = format!("{wanted}-{number}");
            }
        }
        taken.insert(id.clone());
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
pub(super) fn url_safe(text: &str) -> String {
    let safe = |char: char| if char.is_ascii_alphanumeric() || "._-".contains(char) { char } else { '-' };
    text.trim().chars().take(80).map(safe).collect()
}

/// The ids that a feed has given so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<u64>,
    twins: HashMap<u64, u32>,
}

impl Ids {
    /// The first row of a slug keeps it; others, and rows without one, get a hash of what they say, and exact
    /// twins a number. Tells as well whether the slug was taken.
    pub(super) fn next(&mut self, feed_id: &str, draft: &Draft) -> (ListingId, bool) {
        let slug = draft.slug.as_deref().map(url_safe).filter(|slug| !slug.is_empty());
        let was_taken = slug.is_some();
        if let Some(slug) = slug
            && self.taken.insert(hash([slug.as_str()]))
        {
            return (ListingId(format!("{feed_id}~{slug}")), false);
        }
        let hash_of_row = hash_of(draft);
        loop {
            let count = self.twins.entry(hash_of_row).or_insert(0);
            *count += 1;
            let slug =
                if *count == 1 { format!("x{hash_of_row:x}") } else { format!("x{hash_of_row:x}-{count}") };
            if self.taken.insert(hash([slug.as_str()])) {
                return (ListingId(format!("{feed_id}~{slug}")), was_taken);
            }
        }
    }
}

/// Hashes name, day, time and place.
fn hash_of(draft: &Draft) -> u64 {
    let text = |field: Field| draft.listing.text(field).unwrap_or_default();
    let times: Vec<String> =
        draft.listing.slots.iter().map(|slot| format!("{} {:?}", slot.day.index(), slot.start)).collect();
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
