//! What is chosen, as it stands in the address, and how a tap changes it.

use alongside_core::fragment;
use leptos::prelude::*;

use crate::nav::{Entry, Nav};
use crate::route::{Page, Route};

/// The pairs after the `#` of `/find`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Choices(Vec<(String, String)>);

impl Choices {
    /// What the address says. Tracked.
    pub(super) fn now(nav: Nav) -> Choices {
        Choices::of(&nav.route().map(|route| route.fragment).unwrap_or_default())
    }

    /// What the address says. Not tracked.
    pub(super) fn untracked(nav: Nav) -> Choices {
        untrack(|| Choices::now(nav))
    }

    /// What a fragment says.
    pub(super) fn of(text: &str) -> Choices {
        Choices(fragment::pairs(text))
    }

    /// Nothing chosen.
    pub(super) fn none() -> Choices {
        Choices(Vec::new())
    }

    /// The value of a key; of several the last.
    pub(super) fn text(&self, key: &str) -> String {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The parts of a comma list; `region` has one part for each time it occurs.
    pub(super) fn parts(&self, key: &str) -> Vec<String> {
        if key == "region" {
            return self.0.iter().filter(|(name, _)| name == key).map(|(_, value)| value.clone()).collect();
        }
        let parts = self.text(key);
        parts.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn has(&self, key: &str, part: &str) -> bool {
        self.parts(key).iter().any(|known| known == part)
    }

    /// With another value of a key, or without the key if the value is empty.
    #[must_use]
    pub(super) fn set(mut self, key: &str, value: &str) -> Choices {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some((_, known)) => value.clone_into(known),
            None => self.0.push((key.to_owned(), value.to_owned())),
        }
        self
    }

    /// With one part more, or without it if it was there.
    #[must_use]
    pub(super) fn toggled(mut self, key: &str, part: &str) -> Choices {
        let mut parts = self.parts(key);
        match parts.iter().position(|known| known == part) {
            Some(at) => drop(parts.remove(at)),
            None => parts.push(part.to_owned()),
        }
        if key == "region" {
            self.0.retain(|(name, _)| name != key);
            self.0.extend(parts.into_iter().map(|part| (key.to_owned(), part)));
            self
        } else {
            self.set(key, &parts.join(","))
        }
    }

    /// Shows them in the address.
    pub(super) fn go(self, nav: Nav, entry: Entry) {
        let pairs = self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        nav.go(Route::with(Page::Find, pairs), entry);
    }
}
