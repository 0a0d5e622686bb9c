//! Content files of the shown language: fetched when a page first needs one, then kept in memory.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use alongside_core::coping::Skills;
use alongside_core::json::{self, Read};
use alongside_core::support::{
    Benefits, FirstStep, Guide, Kinds, Learn, Lines, Orgs, Social, TypeNotes, Withdrawal,
};
use alongside_core::tracker::StartingPoints;
use alongside_core::translation::Translated;
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

/// Reads a content file. It is handed over with each use, so that it comes with the pages that use the file.
pub(crate) type Reader = fn(&str) -> Option<Translated<Content>>;

/// Reads a file that holds a `T`.
pub(crate) fn read<T: Read + Send + Sync + 'static>(text: &str) -> Option<Translated<Content>> {
    let Translated { content, waits_for_native } = json::from_text::<Translated<T>>(text)?;
    Some(Translated { content: Arc::new(content), waits_for_native })
}

/// One content file, whatever it holds.
#[derive(Clone, Copy)]
pub(crate) struct File {
    name: &'static str,
    /// In which language it was asked for, if it was.
    asked: StoredValue<Option<&'static str>>,
    /// In which language it came.
    came: StoredValue<Option<&'static str>>,
    waits_for_native: RwSignal<bool>,
    state: RwSignal<Load>,
}

impl File {
    /// Gives the state of the file, asking for it the first time. Tracked.
    pub(crate) fn load(self, read: Reader) -> Load {
        let language = i18n::language();
        if self.asked.get_value() != Some(language) {
            self.ask(read, language);
        }
        let state = self.state.get();
        if self.came.get_value() == Some(language) { state } else { Load::Waiting }
    }

    /// Says whether it is a translation that no native speaker has read yet. Tracked.
    pub(crate) fn waits_for_native(self) -> bool {
        self.waits_for_native.get() && self.came.get_value() == Some(i18n::language())
    }

    /// Asks again after a failure.
    pub(crate) fn retry(self, read: Reader) {
        self.state.set(Load::Waiting);
        self.ask(read, i18n::language());
    }

    fn ask(self, read: Reader, language: &'static str) {
        self.asked.set_value(Some(language));
        let take = move |text: Result<String, Trouble>| {
            let (waits, state) = match text.map(|text| read(&text)) {
                Ok(Some(file)) => (file.waits_for_native, Load::Ready(file.content)),
                Ok(None) => (false, Load::Failed(Trouble::Unreadable)),
                Err(trouble) => (false, Load::Failed(trouble)),
            };
            if self.asked.get_value() == Some(language) {
                self.came.set_value(Some(language));
                self.waits_for_native.set(waits);
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
        let file = File {
            name,
            asked: StoredValue::new(None),
            came: StoredValue::new(None),
            waits_for_native: RwSignal::new(false),
            state: RwSignal::new(Load::Waiting),
        };
        Slot { file, holds: PhantomData }
    }

    /// Gives the content once it is here. Tracked.
    pub(crate) fn ready(self) -> Option<Arc<T>> {
        match self.file.load(read::<T>) {
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
    pub(crate) learn: Slot<Learn>,
    pub(crate) social: Slot<Social>,
    /// What to do while help comes has the form of skills.
    pub(crate) first_aid: Slot<Skills>,
    pub(crate) type_notes: Slot<TypeNotes>,
    pub(crate) orgs: Slot<Orgs>,
    pub(crate) guide: Slot<Guide>,
    pub(crate) starting_points: Slot<StartingPoints>,
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
            learn: Slot::new("learn"),
            social: Slot::new("social"),
            first_aid: Slot::new("first_aid"),
            type_notes: Slot::new("type_notes"),
            orgs: Slot::new("orgs"),
            guide: Slot::new("guide"),
            starting_points: Slot::new("starting_points"),
        }
    }
}

/// The content files of the app.
pub(crate) fn contents() -> Contents {
    expect_context()
}
