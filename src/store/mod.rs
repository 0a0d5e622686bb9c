//! What is kept on the device, and nowhere else.
//!
//! One key holds one record (see `alongside_core::records`). All is in memory while the app is open; a change is
//! written whole to its own key, and other tabs hear of it. Where the browser keeps nothing, or has no room,
//! that is said once and the app works on in memory. What can't be read is set aside and never overwritten.

mod day;
mod disk;
mod goals;
mod settings;
mod shelf;

use alongside_core::records::{EventId, GoalId, Key};
use alongside_core::tracker::{Event, Goal};
use leptos::prelude::*;

pub(crate) use settings::{Settings, Theme};

use disk::Disk;
use shelf::Shelf;

/// Takes in what another tab wrote under a key.
type Follow = fn(Store, Key, Option<&str>);

/// Everything that is kept.
#[derive(Clone, Copy)]
pub(crate) struct Store {
    disk: Disk,
    goals: Shelf<GoalId, Goal>,
    events: Shelf<EventId, Event>,
    settings: RwSignal<Settings>,
    today: RwSignal<alongside_core::time::Date>,
    /// Hears of goals and events in other tabs. They are read from the disk when a page first needs them; until
    /// then there is nothing to hear, and the code for it is in no chunk that has come.
    follow: StoredValue<Option<Follow>>,
}

impl Store {
    /// Opens the store: reads the settings, if any were kept, and follows the other tabs.
    pub(crate) fn start() -> Store {
        let disk = Disk::new();
        let store = Store {
            disk,
            goals: Shelf::new(disk, Key::Goal),
            events: Shelf::new(disk, Key::Event),
            settings: RwSignal::new(Settings::default()),
            today: RwSignal::new(alongside_core::time::Date::from_days(0)),
            follow: StoredValue::new(None),
        };
        store.read_settings();
        store.follow_the_day();
        disk::on_change(move |key, text| store.hear(key, text));
        store
    }

    /// Reads goals and events the first time they are needed.
    fn load(self) {
        if self.follow.get_value().is_some() {
            return;
        }
        self.follow.set_value(Some(Store::hear_record));
        let (mut goals, mut events) = (Vec::new(), Vec::new());
        for (key, text) in self.disk.all() {
            match Key::parse(&key) {
                Some(Key::Goal(id)) => goals.push((id, text)),
                Some(Key::Event(id)) => events.push((id, text)),
                _ => {}
            }
        }
        self.goals.fill(goals);
        self.events.fill(events);
    }

    /// Takes in what another tab wrote; no key means that everything was erased.
    fn hear(self, key: Option<String>, text: Option<&str>) {
        let Some(key) = key else { return self.forget() };
        match Key::parse(&key) {
            Some(Key::Settings) => self.read_settings(),
            Some(key) => {
                if let Some(hear) = self.follow.get_value() {
                    hear(self, key, text);
                }
            }
            None => {}
        }
    }

    fn hear_record(self, key: Key, text: Option<&str>) {
        match key {
            Key::Goal(id) => self.goals.hear(id, text),
            Key::Event(id) => self.events.hear(id, text),
            _ => {}
        }
    }

    /// Erases everything this site keeps on the device, in every tab.
    pub(crate) fn erase(self) {
        disk::erase();
        self.forget();
    }

    fn forget(self) {
        self.goals.forget();
        self.events.forget();
        self.disk.forget_set_aside();
        self.settings.set(Settings::default());
        self.settings.with_untracked(Settings::show);
    }

    /// What the person should know about their storage, until they say that they do. Tracked.
    pub(crate) fn trouble(self) -> Option<&'static str> {
        self.disk.trouble()
    }

    /// The person has read it: it isn't said again.
    pub(crate) fn dismiss_trouble(self) {
        self.disk.dismiss_trouble();
    }

    /// Records that could not be read, each with its key. They stay where they are. Tracked.
    pub(crate) fn set_aside(self) -> Vec<(String, String)> {
        self.load();
        self.disk.set_aside()
    }

    /// Says whether anything of this site is on the device now. Tracked.
    pub(crate) fn keeps_anything(self) -> bool {
        self.disk.keeps_anything()
    }
}

/// The store of the app.
pub(crate) fn store() -> Store {
    expect_context()
}
