//! The lock: what is private is encrypted on the device, and in memory only while the lock is open. What is stored, and
//! why it may be interrupted, is in `alongside_core::records::lock`.
//!
//! The browser's ciphers answer later. So while there is a lock, what changes is encrypted by the one task that looks
//! after both copies, and only then written; what another tab wrote is decrypted by it, and only then heard.

mod away;
mod orders;
mod texts;

use std::cell::RefCell;

use alongside_core::records::Key;
use alongside_core::records::copy::Texts;
use alongside_core::records::lock::{Lock, LockAfter, Wrapped, is_private, is_sealed, to_seal};
use leptos::prelude::*;

use super::{Store, backup, disk, meta, second};
use crate::platform::crypto::DataKey;
use crate::platform::timing;

pub(super) use orders::{has_unsealed, is_waiting, obey, sweep, work};
pub(super) use texts::{plain, sealed};

/// How what is kept can be reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Door {
    /// There is no lock.
    #[default]
    None,
    /// It needs the passphrase.
    Closed,
    /// It was opened in this tab.
    Open,
}

/// Why something about the lock was not done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NotDone {
    /// Nothing opens with that: a wrong passphrase, or something was changed or lost. Nobody can tell which.
    DoesNotOpen,
    /// The browser could not store it.
    NotKept,
    /// Some of it is not encrypted: there was no room.
    NoRoom,
}

pub(crate) type Done = Result<(), NotDone>;
type Then = Box<dyn FnOnce(Done)>;

/// What a person asks of the lock.
enum Order {
    TurnOn(String),
    Open(String),
    Change { old: String, new: String },
    TurnOff(String),
}

#[derive(Default)]
struct State {
    /// What opens and closes everything, while the lock is open.
    key: Option<DataKey>,
    /// The lock as this tab knows it.
    lock: Option<Lock>,
    /// It was closed: the key goes once all that was written is encrypted.
    closing: bool,
    /// What was written and is not encrypted yet.
    to_seal: Texts,
    /// What is to be decrypted and heard.
    to_open: Texts,
    order: Option<(Order, Then)>,
    /// What is not yet in its form is to be brought into it.
    sweep: bool,
    /// To be told when it is.
    swept: Vec<Then>,
    /// It is looked at soon.
    looks: bool,
}

const LOOK_AFTER_MS: u64 = 300;

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

fn state<R>(change: impl FnOnce(&mut State) -> R) -> R {
    STATE.with_borrow_mut(change)
}

impl Store {
    /// How what is kept can be reached. Tracked.
    pub(crate) fn door(self) -> Door {
        self.load();
        self.door.get()
    }

    /// Looks at the lock as it is on the device now, and shuts or opens accordingly.
    pub(super) fn look_at_lock(self) {
        let lock = meta::kept().lock;
        if lock.is_none() && self.door.get_untracked() == Door::None && state(|state| state.lock.is_none()) {
            return;
        }
        self.look_at_lock_of(&disk::texts());
    }

    /// The same where the texts are at hand.
    pub(super) fn look_at_lock_of(self, texts: &[(String, String)]) {
        let lock = meta::kept().lock;
        let is_on = lock.as_ref().is_some_and(|lock| !lock.leaving);
        let has_key = state(|state| {
            state.lock = lock;
            let id = state.lock.as_ref().map(|lock| &lock.wrapped.id);
            !state.closing && state.key.as_ref().is_some_and(|key| Some(&key.id) == id)
        });
        let door = match (is_on, has_key) {
            (true, true) => Door::Open,
            (true, false) => Door::Closed,
            // It is being turned off here.
            (false, true) => return,
            (false, false) if self.needs_key(texts) => Door::Closed,
            (false, false) => Door::None,
        };
        match (self.door.get_untracked(), door) {
            (before, now) if before == now => {}
            (_, Door::Closed) => self.close(),
            (Door::Closed, Door::None) => {
                self.door.set(door);
                self.read_all();
            }
            _ => self.door.set(door),
        }
    }

    /// Says whether the passphrase is needed though no lock is on: it was being turned off when something came between,
    /// or its note is lost. An entry that no key opens must not stand before those that can be read.
    fn needs_key(self, texts: &[(String, String)]) -> bool {
        let is_leaving = state(|state| state.lock.is_some());
        let (mut is_closed, mut is_plain) = (false, false);
        for (name, text) in texts {
            let Some(key) = Key::parse(name) else { continue };
            is_closed |= is_sealed(text) && !self.disk.is_aside(&key, text);
            is_plain |= to_seal(&key, text).is_some();
        }
        is_closed && (is_leaving || !is_plain)
    }

    /// Another tab changed what the app notes: a new passphrase, or a lock that comes or goes, closes it here.
    pub(super) fn hear_of_lock(self) {
        let known = state(|state| state.lock.clone());
        let now = meta::kept().lock;
        let essence = |lock: &Lock| (lock.wrapped.clone(), lock.leaving);
        if known.as_ref().map(essence) != now.as_ref().map(essence) && now.is_some() {
            self.close();
        }
        self.look_at_lock();
    }

    /// The same once a burst of changes is over: another tab may be turning the lock off.
    pub(super) fn look_at_lock_soon(self) {
        if !state(|state| std::mem::replace(&mut state.looks, true)) {
            timing::after(LOOK_AFTER_MS, move || {
                state(|state| state.looks = false);
                self.look_at_lock();
            });
        }
    }

    /// Closes the lock: everything private leaves the memory, now.
    pub(crate) fn close(self) {
        state(|state| {
            state.closing = state.key.is_some();
            state.to_open.clear();
        });
        self.door.set(Door::Closed);
        self.forget_private();
        backup::forget();
        second::go();
    }

    /// Turns the lock on; then says how it went.
    pub(crate) fn turn_lock_on(self, passphrase: String, then: impl FnOnce(Done) + 'static) {
        self.order(Order::TurnOn(passphrase), then);
    }

    /// Opens the lock.
    pub(crate) fn open_lock(self, passphrase: String, then: impl FnOnce(Done) + 'static) {
        self.order(Order::Open(passphrase), then);
    }

    /// Gives the lock another passphrase; other tabs close.
    pub(crate) fn change_passphrase(self, old: String, new: String, then: impl FnOnce(Done) + 'static) {
        self.order(Order::Change { old, new }, then);
    }

    /// Turns the lock off, and decrypts everything.
    pub(crate) fn turn_lock_off(self, passphrase: String, then: impl FnOnce(Done) + 'static) {
        self.order(Order::TurnOff(passphrase), then);
    }

    fn order(self, order: Order, then: impl FnOnce(Done) + 'static) {
        self.load();
        state(|state| state.order = Some((order, Box::new(then))));
        second::go();
    }

    /// When the lock closes by itself. Tracked.
    pub(crate) fn lock_after(self) -> LockAfter {
        self.door.track();
        state(|state| state.lock.as_ref().map(|lock| lock.after)).unwrap_or_default()
    }

    /// Chooses when the lock closes by itself.
    pub(crate) fn set_lock_after(self, after: LockAfter) {
        let changed = meta::changed(|meta| {
            if let Some(lock) = &mut meta.lock {
                lock.after = after;
            }
        });
        if changed.is_ok_and(|text| second::keep_meta(text).is_ok()) {
            state(|state| state.lock = meta::kept().lock);
            self.door.notify();
            self.watch();
        }
    }

    /// What encrypts a backup while the lock is open.
    pub(crate) fn lock_key(self) -> Option<(DataKey, Wrapped)> {
        state(|state| Some((state.key.clone()?, state.lock.as_ref()?.wrapped.clone())))
            .filter(|_| self.door.get_untracked() == Door::Open)
    }

    /// Says whether there is a lock, open or closed.
    pub(crate) fn has_lock(self) -> bool {
        self.door.get_untracked() != Door::None
    }

    /// Everything was decrypted, unless it was closed meanwhile.
    fn door_opens(self, door: Door) {
        if state(|state| state.closing) {
            self.forget_private();
        } else {
            self.door.set(door);
        }
    }

    /// Notes a text that can't be decrypted. It stays where it is.
    fn put_aside(self, name: &str, text: &str) {
        if let Some(key) = Key::parse(name) {
            self.disk.put_aside(&key, text);
        }
    }

    /// Takes texts that are encrypted: they are heard once they are decrypted. Without a lock nothing will open them.
    pub(super) fn take_sealed(self, texts: Texts) {
        if state(|state| state.key.is_some() && !state.closing) {
            state(|state| state.to_open.extend(texts));
            second::go();
        } else if self.door.get_untracked() == Door::None && state(|state| state.lock.is_none()) {
            for (name, text) in &texts {
                self.put_aside(name, text);
            }
        }
    }

    /// Takes in what another tab wrote, once it is decrypted.
    fn hear_plain(self, name: &str, text: &str) {
        if let Some(key) = Key::parse(name) {
            self.hear_record(key, Some(text));
        }
    }
}

/// Takes over a text that must be encrypted before it is written; false if it may be written as it is.
pub(super) fn takes_over(key: &Key, text: &str) -> bool {
    // Also a tombstone, which is not encrypted: it must not overtake what was written before it.
    let takes = is_private(key) && is_on();
    if takes {
        state(|state| state.to_seal.insert(key.to_string(), text.to_owned()));
        second::go();
    }
    takes
}

/// Everything was erased, so there is no lock.
pub(super) fn forget() {
    backup::forget();
    state(|state| {
        let order = state.order.take();
        *state = State { order, swept: std::mem::take(&mut state.swept), ..State::default() };
    });
}

/// The lock is no longer needed: it is being turned off, and no copy has an encrypted text.
pub(super) fn drop_if_unused(first: &Texts, second: &Texts) {
    let is_leaving = meta::kept().lock.is_some_and(|lock| lock.leaving);
    if is_leaving
        && !first.values().chain(second.values()).any(|text| is_sealed(text))
        && let Ok(text) = meta::changed(|meta| meta.lock = None)
    {
        let _ = second::keep_meta(text);
    }
}

/// Says whether what is private is to be encrypted.
pub(super) fn is_on() -> bool {
    state(|state| state.key.is_some() && state.lock.as_ref().is_some_and(|lock| !lock.leaving))
}
