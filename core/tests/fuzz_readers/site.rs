//! What holds for the settings of a site, whatever `site.json` says.

use super::mutate::Input;
use super::promises::Seen;
use alongside_core::directory::{feed_ids, is_visible};
use alongside_core::json::from_text;
use alongside_core::site::Site;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Reads an input as `site.json` and sees that all promises hold.
pub(crate) fn check(input: &Input) -> Seen {
    let text = String::from_utf8_lossy(&input.bytes);
    let (site, problems) = Site::read(&text);
    assert!(is_visible(&site.name));
    assert!(!site.languages.is_empty() && site.languages.iter().all(|tag| (2..=12).contains(&tag.len())));
    let upper = |country: &str| country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    assert!(site.country.as_deref().is_none_or(upper), "{:?}", site.country);
    for address in site.contact.web.iter().chain([&site.leave_to]) {
        assert!(address.starts_with("https://") || address.starts_with("http://"), "{address}");
    }
    for mail in site.contact.email.iter().chain(site.feeds.iter().flat_map(|feed| &feed.email)) {
        assert!(mail.contains('@') && !mail.contains(char::is_whitespace), "{mail}");
    }
    assert!(site.feeds.iter().all(|feed| !feed.src.trim().is_empty()));
    assert!(problems.iter().all(|problem| problem.message.contains("site.json")));

    let (ids, _) = feed_ids(&site.feeds);
    let distinct: HashSet<&String> = ids.iter().collect();
    assert_eq!((distinct.len(), ids.len()), (site.feeds.len(), site.feeds.len()), "each feed has its own id");
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    assert!(ids.iter().all(|id| (1..=90).contains(&id.len()) && id.bytes().all(safe)), "{ids:?}");

    let handed_over = serde_json::to_string(&site).expect("plain data");
    assert_eq!(from_text(&handed_over), Some(site.clone()), "the worker has what the page has");

    let mut hasher = DefaultHasher::new();
    let fields: BTreeSet<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    (fields, site.feeds.len().min(3), site.country.is_some(), site.languages.len()).hash(&mut hasher);
    Seen { listings: usize::from(problems.is_empty()), what: hasher.finish() }
}
