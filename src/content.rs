//! Content files of the shown language: fetched when a page first needs one, then kept in memory.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use alongside_core::coping::Skills;
use alongside_core::json::{self, Read};
use alongside_core::support::{Benefits, FirstStep, Kinds, Lines, Withdrawal};
use leptos::prelude::*;

use crate::i18n;
use crate::platform::content_version;
use crate::platform::fetch::{self, Freshness, Trouble};

/// A content file on its way. What it holds is of any type, so that the code for it exists once.
#[derive(Clone)]
pub(crate) enum Load {
    /// Asked for.
    Waiting,
    /// Here.
    Ready(Content),
    /// Not to be had.
    Failed(Trouble),
}

/// What a file holds.
pub(crate) type Content = Arc<dyn Any + Send + Sync>;

/// One content file, whatever it holds.
#[derive(Clone, Copy)]
pub(crate) struct File {
    name: &'static str,
    read: fn(&str) -> Option<Content>,
    /// In which language it was asked for, if it was.
    asked: StoredValue<Option<&'static str>>,
    state: RwSignal<Load>,
}

impl File {
    /// Gives the state of the file, asking for it the first time. Tracked.
    pub(crate) fn load(self) -> Load {
        if self.asked.get_value() != Some(i18n::language()) {
            self.ask();
        }
        self.state.get()
    }

    /// Asks again after a failure.
    pub(crate) fn retry(self) {
        self.state.set(Load::Waiting);
        self.ask();
    }

    fn ask(self) {
        let language = i18n::language();
        self.asked.set_value(Some(language));
        let take = move |text: Result<String, Trouble>| {
            let state = match text.map(|text| (self.read)(&text)) {
                Ok(Some(content)) => Load::Ready(content),
                Ok(None) => Load::Failed(Trouble::Unreadable),
                Err(trouble) => Load::Failed(trouble),
            };
            if self.asked.get_value() == Some(language) {
                self.state.set(state);
            }
        };
        fetch::text_then(path_of(language, self.name), Freshness::Default, Box::new(take));
    }
}

/// One content file, and what it holds.
pub(crate) struct Slot<T> {
    pub(crate) file: File,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Slot<T> {
        *self
    }
}

impl<T> Copy for Slot<T> {}

impl<T: Read + Send + Sync + 'static> Slot<T> {
    fn new(name: &'static str) -> Slot<T> {
        let read: fn(&str) -> Option<Content> = |text| Some(Arc::new(json::from_text::<T>(text)?));
        let file = File { name, read, asked: StoredValue::new(None), state: RwSignal::new(Load::Waiting) };
        Slot { file, holds: PhantomData }
    }

    /// Gives the content once it is here. Tracked.
    pub(crate) fn ready(self) -> Option<Arc<T>> {
        match self.file.load() {
            Load::Ready(content) => content.downcast().ok(),
            _ => None,
        }
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
