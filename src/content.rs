//! Content files of the shown language: fetched when a page first needs one, then kept in memory.

use std::sync::Arc;

use alongside_core::coping::Skills;
use alongside_core::json::{self, Read};
use alongside_core::support::{Benefits, FirstStep, Kinds, Lines, Withdrawal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n;
use crate::platform::content_version;
use crate::platform::fetch::{self, Freshness, Trouble};

/// A content file on its way.
pub(crate) enum Load<T> {
    /// Asked for.
    Waiting,
    /// Here.
    Ready(Arc<T>),
    /// Not to be had.
    Failed(Trouble),
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Load<T> {
        match self {
            Load::Waiting => Load::Waiting,
            Load::Ready(content) => Load::Ready(Arc::clone(content)),
            Load::Failed(trouble) => Load::Failed(*trouble),
        }
    }
}

/// One content file.
pub(crate) struct Slot<T: 'static> {
    name: &'static str,
    /// In which language it was asked for, if it was.
    asked: StoredValue<Option<&'static str>>,
    state: RwSignal<Load<T>>,
}

impl<T: 'static> Clone for Slot<T> {
    fn clone(&self) -> Slot<T> {
        *self
    }
}

impl<T: 'static> Copy for Slot<T> {}

impl<T: Read + Send + Sync + 'static> Slot<T> {
    fn new(name: &'static str) -> Slot<T> {
        Slot { name, asked: StoredValue::new(None), state: RwSignal::new(Load::Waiting) }
    }

    /// Gives the state of the file, asking for it the first time. Tracked.
    pub(crate) fn load(self) -> Load<T> {
        if self.asked.get_value() != Some(i18n::language()) {
            self.ask();
        }
        self.state.get()
    }

    /// Gives the content once it is here. Tracked.
    pub(crate) fn ready(self) -> Option<Arc<T>> {
        match self.load() {
            Load::Ready(content) => Some(content),
            _ => None,
        }
    }

    /// Asks again after a failure.
    pub(crate) fn retry(self) {
        self.state.set(Load::Waiting);
        self.ask();
    }

    fn ask(self) {
        let language = i18n::language();
        self.asked.set_value(Some(language));
        let path = path_of(language, self.name);
        spawn_local(async move {
            let text = fetch::text(&path, Freshness::Default).await;
            let state = match text.map(|text| json::from_text(&text)) {
                Ok(Some(content)) => Load::Ready(Arc::new(content)),
                Ok(None) => Load::Failed(Trouble::Unreadable),
                Err(trouble) => Load::Failed(trouble),
            };
            if self.asked.get_value() == Some(language) {
                self.state.set(state);
            }
        });
    }
}

/// The version keeps a new release from being mixed with content that a browser has kept from an old one.
fn path_of(language: &str, name: &str) -> String {
    let version = content_version().map(|version| format!("?v={version}")).unwrap_or_default();
    format!("content/{language}/{name}.json{version}")
}

/// All content files.
#[derive(Clone, Copy)]
pub(crate) struct Contents {
    pub(crate) skills: Slot<Skills>,
    pub(crate) lines: Slot<Lines>,
    pub(crate) kinds: Slot<Kinds>,
    pub(crate) withdrawal: Slot<Withdrawal>,
    pub(crate) first_step: Slot<FirstStep>,
    pub(crate) benefits: Slot<Benefits>,
}

impl Contents {
    pub(crate) fn new() -> Contents {
        Contents {
            skills: Slot::new("skills"),
            lines: Slot::new("lines"),
            kinds: Slot::new("kinds"),
            withdrawal: Slot::new("withdrawal"),
            first_step: Slot::new("first_step"),
            benefits: Slot::new("benefits"),
        }
    }
}

/// The content files of the app.
pub(crate) fn contents() -> Contents {
    expect_context()
}
