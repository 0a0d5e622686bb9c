//! What is kept on the device, and nowhere else.
//!
//! One key holds one record (see `alongside_core::records`). All is in memory while the app is open; a change is
//! written whole to its own key, and other tabs hear of it. A second copy outlives a killed browser: see `second`. Where the browser keeps nothing, or has no room,
//! that is said once and the app works on in memory. What can't be read is set aside and never overwritten.

mod ahead;
mod backup;
mod day;
mod disk;
mod era;
mod goals;
mod kept;
mod lock;
mod meta;
mod plan;
mod saved;
mod second;
mod settings;
mod shelf;

use alongside_core::coping::plan::Entry;
use alongside_core::directory::Saved;
use alongside_core::records::archive::{self, Part};
use alongside_core::records::form::{Form, look};
use alongside_core::records::lock::is_sealed;
use alongside_core::records::{EventId, GoalId, Key, PlanId, SavedId};
use alongside_core::tracker::{Event, Goal};
use leptos::prelude::*;

pub(crate) use backup::{last_restore, open as open_backup};
pub(crate) use kept::Kept;
pub(crate) use lock::{Done, Door, NotDone};
pub(crate) use saved::{SAVED_LIST, SavedList};
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
    saved: Shelf<SavedId, Saved>,
    plan: Shelf<PlanId, Entry>,
    settings: RwSignal<Settings>,
    today: RwSignal<alongside_core::time::Date>,
    door: RwSignal<Door>,
    /// Hears of goals, events, saved listings and the plan in other tabs. They are read from the disk when a page first needs them; until
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
            saved: Shelf::new(disk, Key::Saved),
            plan: Shelf::new(disk, Key::Plan),
            settings: RwSignal::new(Settings::default()),
            today: RwSignal::new(alongside_core::time::Date::from_days(0)),
            door: RwSignal::new(Door::None),
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
        self.read_all();
        self.wake();
    }

    /// Reads everything that is on the disk now.
    fn read_all(self) {
        let texts = self.disk.all();
        self.look_at_lock_of(&texts);
        self.take(texts);
    }

    /// Takes in texts, all at once; while there is a lock, what is encrypted once it is decrypted.
    fn take(self, texts: Vec<(String, String)>) {
        if texts.iter().any(|(key, _)| *key == Key::Meta.to_string()) {
            self.look_at_lock();
        }
        if self.door.get_untracked() == Door::Closed {
            return self
                .fill(texts.into_iter().filter(|(key, _)| *key == Key::Settings.to_string()).collect());
        }
        let (sealed, plain): (Vec<_>, Vec<_>) = texts.into_iter().partition(|(_, text)| is_sealed(text));
        self.take_sealed(sealed.into_iter().collect());
        self.fill(plain);
    }

    /// Takes in texts that can be read.
    fn fill(self, texts: Vec<(String, String)>) {
        let (mut goals, mut events, mut saved, mut plan) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut parts, mut settings) = (Vec::new(), false);
        for (key, text) in texts {
            match Key::parse(&key) {
                Some(Key::Goal(id)) => goals.push((id, text)),
                Some(Key::Event(id)) => events.push((id, text)),
                Some(Key::Saved(id)) => saved.push((id, text)),
                Some(Key::Plan(id)) => plan.push((id, text)),
                Some(key @ Key::Archive(_)) => parts.extend(self.part(&key, &text)),
                Some(Key::Settings) => settings = true,
                _ => {}
            }
        }
        self.goals.join(self.goals.read_all(goals));
        self.saved.join(self.saved.read_all(saved));
        self.plan.join(self.plan.read_all(plan));
        parts.push(Part { events: self.events.read_all(events), unreadable: 0 });
        self.events.fill(archive::join_parts(parts));
        if settings {
            self.read_settings();
        }
    }

    /// Reads an archive part.
    fn part(self, key: &Key, text: &str) -> Option<Part> {
        let ahead = ahead::take(key);
        if ahead.is_some() {
            return ahead;
        }
        let part = archive::read_part(text);
        if part.as_ref().map_or_else(|| look(text) == Form::Unreadable, |part| part.unreadable > 0) {
            self.disk.put_aside(key, text);
        }
        part
    }

    /// Takes in what another tab wrote; no key means that everything was erased.
    fn hear(self, key: Option<String>, text: Option<&str>) {
        let Some(key) = key else { return self.forget() };
        match Key::parse(&key) {
            Some(Key::Settings) => self.read_settings(),
            Some(key) => {
                match self.follow.get_value() {
                    Some(hear) => hear(self, key, text),
                    // Nothing is read yet; that there is something may be news.
                    None => self.disk.heard(),
                }
            }
            None => {}
        }
    }

    /// A key that is gone was folded into a part, or everything was erased.
    fn hear_record(self, key: Key, text: Option<&str>) {
        if !self.is_awake() {
            return;
        }
        match (key, text) {
            (Key::Meta, _) => self.hear_of_lock(),
            (key, Some(text)) if is_sealed(text) => {
                self.take_sealed([(key.to_string(), text.to_owned())].into());
            }
            _ if self.door.get_untracked() == Door::Closed => self.look_at_lock_soon(),
            (Key::Goal(id), Some(text)) => self.goals.hear(id, text),
            (Key::Event(id), Some(text)) => self.events.hear(id, text),
            (Key::Saved(id), Some(text)) => self.saved.hear(id, text),
            (Key::Plan(id), Some(text)) => self.plan.hear(id, text),
            (key @ Key::Archive(_), Some(text)) => {
                self.events.join(self.part(&key, text).unwrap_or_default().events);
            }
            _ => {}
        }
    }

    /// Forgets what a person wrote, as far as it is in memory.
    fn forget_private(self) {
        self.goals.forget();
        self.events.forget();
        self.saved.forget();
        self.plan.forget();
        ahead::forget();
        self.disk.forget_set_aside();
    }

    fn forget(self) {
        self.forget_private();
        if let Some(keeper) = self.disk.keeper() {
            (keeper.forget)();
        }
        self.door.set(Door::None);
        self.settings.set(Settings::default());
        self.settings.with_untracked(Settings::show);
    }

    /// Keeps a new record; with the first ever, what was chosen in the settings, and the browser is asked to keep all.
    fn put_first(self, put: impl FnOnce()) {
        let is_first = disk::get(&Key::Meta).is_none();
        put();
        self.keep_settings_too();
        if is_first {
            backup::ask_to_promise();
        }
    }

    /// What the person should know about their storage, until they say that they do. Tracked.
    pub(crate) fn trouble(self) -> Option<&'static str> {
        self.disk.trouble()
    }

    /// What offers a copy of everything as a file, while there is no room. Tracked.
    pub(crate) fn offer(self) -> Option<fn()> {
        self.disk.offer()
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

/// Says whether anything was kept in this browser. Nothing is written to find out.
pub(crate) async fn keeps_anything() -> bool {
    disk::keeps_anything().await
}

/// The store of the app.
pub(crate) fn store() -> Store {
    expect_context()
}
