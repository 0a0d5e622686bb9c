//! What a person chose for the whole app.
//!
//! It lives in memory until they save something or choose "Keep this on my device": a visitor leaves no trace.

use alongside_core::records::{Key, Reading, Record, migrate};
use alongside_core::time::DayStart;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Store, backup, disk};
use crate::platform::page;

/// Light, dark, or as the device says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    /// As the device says.
    #[default]
    Device,
    Light,
    Dark,
}

/// What a person chose for the whole app.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Settings {
    #[serde(default)]
    pub(crate) theme: Theme,
    /// The code of the language they chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<String>,
    /// The hour at which their day begins.
    #[serde(default)]
    pub(crate) day_start: DayStart,
}

impl Settings {
    /// Shows the page as they chose.
    pub(super) fn show(&self) {
        page::set_theme(match self.theme {
            Theme::Device => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        });
    }
}

impl Store {
    /// The settings. Tracked.
    pub(crate) fn settings(self) -> Settings {
        self.settings.get()
    }

    /// Changes the settings; they are written only where something is kept already.
    pub(crate) fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.settings.with_untracked(Settings::show);
        self.look_at_the_clock();
        if disk::get(&Key::Settings).is_some() {
            self.write_settings();
        }
    }

    /// Keeps the settings on the device from now on.
    pub(crate) fn keep_settings(self) {
        self.wake();
        let is_first = disk::get(&Key::Meta).is_none();
        self.write_settings();
        if is_first {
            backup::ask_to_promise();
        }
    }

    /// Something else was saved, so the settings may be kept with it.
    pub(super) fn keep_settings_too(self) {
        let is_chosen = self.settings.with_untracked(|settings| *settings != Settings::default());
        if is_chosen && disk::get(&Key::Settings).is_none() {
            self.write_settings();
        }
    }

    pub(super) fn read_settings(self) {
        let settings = match disk::get(&Key::Settings) {
            None => Settings::default(),
            Some(text) => match migrate::read::<Settings>(|| Key::Settings, &text) {
                Reading::Record(record) => record.into_content().unwrap_or_default(),
                Reading::Newer => return,
                Reading::Unreadable => return self.disk.put_aside(&Key::Settings, &text),
            },
        };
        self.settings.set(settings);
        self.settings.with_untracked(Settings::show);
        self.look_at_the_clock();
    }

    fn write_settings(self) {
        if !self.disk.may_write() {
            return;
        }
        let settings = self.settings.get_untracked();
        let record =
            match disk::get(&Key::Settings).map(|text| migrate::read::<Settings>(|| Key::Settings, &text)) {
                None => Record::new(settings),
                Some(Reading::Record(record)) => record.edited(settings),
                // Never overwritten: they hold for this visit.
                Some(Reading::Newer | Reading::Unreadable) => return,
            };
        if let Ok(text) = record.write() {
            self.disk.write(&Key::Settings, &text);
        }
    }
}
