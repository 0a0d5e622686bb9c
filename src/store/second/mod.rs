//! The second copy of what is kept, in the browser's database.
//!
//! Local storage answers at once, and forgets its last seconds (in Chromium up to a minute) when the browser is
//! killed. The database doesn't. So each change goes to the first copy, then to this one, and is called noted when
//! this one has it. Both are joined when the database is opened, see `alongside_core::records::copy`.
//!
//! One task does everything here, one thing after the other. Where there is no database the first copy is alone.

mod erase;
mod fold;
mod join;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use alongside_core::records::Key;
use alongside_core::records::copy::{Choice, Side, Texts, choose};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::lock::Door;
use super::{Store, disk, era, lock};
use crate::platform::storage::NotKept;
use crate::platform::{database, storage, timing};

/// How long a person waits for "Noted" if the second copy is slow: the first one has it.
const PATIENCE_MS: u64 = 300;

type Then = Box<dyn FnOnce()>;

/// What is to be done, and how it stands.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Work {
    store: Option<Store>,
    /// Somebody is at it.
    busy: bool,
    /// There is no second copy in this visit.
    alone: bool,
    /// Texts that the second copy doesn't have yet.
    pending: Texts,
    /// Texts that the first copy had no room for.
    rest: Texts,
    /// To be told when it has them.
    waiting: Vec<Then>,
    erase: Option<Then>,
    join_again: bool,
    settle: bool,
    /// After which key to look for something to fold.
    fold: Option<String>,
}

thread_local! {
    static WORK: RefCell<Work> = RefCell::default();
}

fn work<R>(change: impl FnOnce(&mut Work) -> R) -> R {
    WORK.with_borrow_mut(change)
}

/// What the store does beyond its first copy. The code for it comes with the pages that keep something, or after the
/// start of a person who has kept something.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    /// Asks before a change whether it may be written.
    pub(super) may_write: fn() -> bool,
    /// Takes a text that was written.
    pub(super) pass: fn(String, String),
    /// Takes over a text that must be encrypted before it is written; false if it may be written as it is.
    pub(super) takes_over: fn(&Key, &str) -> bool,
    /// Everything is gone, and the lock with it.
    pub(super) forget: fn(),
    /// Offers everything as a file.
    pub(super) offer: fn(),
}

impl Store {
    /// Joins the second copy from now on.
    pub(crate) fn wake(self) {
        if self.disk.keeper().is_some() {
            return;
        }
        let (takes_over, forget) = (lock::takes_over, lock::forget);
        self.disk.set_keeper(Keeper { may_write, pass, takes_over, forget, offer });
        work(|work| work.store = Some(self));
        era::set(era::kept());
        // What another tab did may have cost the second copy what this one just wrote.
        database::on_taken(|| {
            if has_records() {
                go();
            }
        });
        timing::on_return(move || {
            if self.is_awake() {
                self.look_at_lock();
            }
        });
        go();
    }

    /// Does something when the second copy has all that was written, or soon if that takes long.
    pub(crate) fn when_kept(self, then: impl FnOnce() + 'static) {
        if self.disk.keeper().is_none() || work(|work| work.alone || !work.busy && work.pending.is_empty()) {
            return then();
        }
        let then: Rc<Cell<Option<Then>>> = Rc::new(Cell::new(Some(Box::new(then))));
        let late = Rc::clone(&then);
        let once = |then: &Cell<Option<Then>>| {
            if let Some(then) = then.take() {
                then();
            }
        };
        timing::after(PATIENCE_MS, move || {
            // While there is a lock the first copy may not have it yet either.
            if !lock::is_on() {
                once(&late);
            }
        });
        work(|work| work.waiting.push(Box::new(move || once(&then))));
    }

    /// Erases everything this site keeps on the device, in every tab; then says so.
    pub(crate) fn erase(self, then: impl FnOnce() + 'static) {
        self.wake();
        work(|work| {
            work.erase = Some(Box::new(then));
            work.alone = false;
        });
        go();
    }
}

fn may_write() -> bool {
    let Some(store) = work(|work| work.store) else { return true };
    let awake = store.is_awake() && store.door.get_untracked() != Door::Closed;
    if awake && let Some(meta) = era::begin() {
        let key = Key::Meta.to_string();
        if storage::set(&key, &meta).is_ok() {
            era::set(era::of(&meta));
            work(|work| drop(work.pending.insert(key, meta)));
        }
    }
    awake
}

fn pass(key: String, text: String) {
    let store = work(|work| {
        work.rest.insert(key.clone(), text.clone());
        if !work.alone {
            work.pending.insert(key, text);
        }
        work.store
    });
    // Most often that is what was just written, and nothing else.
    let rest = work(|work| std::mem::take(&mut work.rest));
    let rest: Texts = rest.into_iter().filter(|(key, text)| !has_room_for(key, text)).collect();
    if rest.is_empty()
        && let Some(store) = store
    {
        store.disk.has_room();
    }
    work(|work| work.rest = rest);
    go();
}

/// Keeps a text in both copies, unless a later one is there.
pub(super) fn keep(store: Store, key: String, text: String) {
    let has_room = has_room_for(&key, &text);
    store.disk.note(if has_room { Ok(()) } else { Err(NotKept::Full) });
    pass(key, text);
}

/// Keeps what the app notes about its own storage.
pub(super) fn keep_meta(text: String) -> Result<(), NotKept> {
    let key = Key::Meta.to_string();
    storage::set(&key, &text)?;
    pass(key, text);
    Ok(())
}

/// Has both copies joined once more: now more can be read.
pub(super) fn join_again() {
    work(|work| work.join_again = true);
    go();
}

/// Writes a text into the first copy, unless it is there, or one that holds. False if there is no room.
fn has_room_for(key: &str, text: &str) -> bool {
    let is_wanted = storage::get(key).is_none_or(|there| {
        matches!(choose(&there, text), Choice::Holds { side: Side::Second, set_aside: false })
    });
    !is_wanted || storage::set(key, text).is_ok()
}

/// Forgets what was to be written: it is of an era that was erased.
pub(super) fn forget() {
    work(|work| {
        work.pending.clear();
        work.rest.clear();
    });
}

/// What the first copy had no room for.
pub(super) fn rest() -> Texts {
    work(|work| work.rest.clone())
}

/// Everything that the second copy holds, if it can be had now.
pub(super) async fn all() -> Vec<(String, String)> {
    if !database::is_open() {
        return Vec::new();
    }
    database::all(database::Place::Records).await.unwrap_or_default()
}

/// Keeps texts elsewhere before they are replaced; false if they can't be.
pub(super) async fn keep_aside(store: Store, texts: &[(Key, String)]) -> bool {
    texts.is_empty() || put_aside(store, texts).await.is_ok()
}

async fn put_aside(store: Store, texts: &[(Key, String)]) -> database::Had<()> {
    let change = database::Change::begin()?;
    for (key, text) in texts {
        change.put(database::Place::Marks, &format!("{}{key} {text}", join::ASIDE), text)?;
    }
    change.done().await?;
    for (key, text) in texts {
        store.disk.put_aside(key, text);
    }
    Ok(())
}

fn offer() {
    if let Some(store) = work(|work| work.store) {
        store.offer_all();
    }
}

/// Sets to work, unless somebody is at it.
pub(super) fn go() {
    let store = work(|work| {
        let idle = !work.busy && (!work.alone || lock::is_waiting());
        // Before the store is awake there is nobody to do it; waking sets to work.
        let store = work.store.filter(|_| idle);
        work.busy |= store.is_some();
        store
    });
    let Some(store) = store else { return };
    spawn_local(async move {
        let mut all_done = do_all(store).await;
        // Another tab that changes how the database is built ends what is under way here.
        while all_done.is_err() && database::was_taken() {
            all_done = do_all(store).await;
        }
        let waiting = work(|work| {
            work.busy = false;
            if all_done.is_err() {
                // The first copy has it all. At the next start they are joined.
                work.alone = true;
                work.pending.clear();
            }
            std::mem::take(&mut work.waiting)
        });
        for then in waiting {
            then();
        }
        if work(|work| work.alone) && lock::is_waiting() {
            go();
        }
    });
}

/// Does what is to be done until nothing is left.
async fn do_all(store: Store) -> database::Had<()> {
    let mut joined = database::is_open();
    loop {
        if let Some(then) = work(|work| work.erase.take()) {
            erase::erase(store).await;
            joined = false;
            then();
            continue;
        }
        if lock::work(store).await {
            continue;
        }
        if work(|work| work.alone) {
            if lock::obey(store).await || lock::sweep(store).await? {
                continue;
            }
            return Ok(());
        }
        joined &= !work(|work| std::mem::take(&mut work.join_again));
        // Another tab, or the browser, may have closed the database.
        if !joined || !database::is_open() && (work(|work| !work.pending.is_empty()) || has_records()) {
            joined = join::join(store).await?;
            continue;
        }
        if work(|work| std::mem::take(&mut work.settle)) {
            if erase::settle().await.is_err() {
                erase::will_settle();
            }
            continue;
        }
        if !write_pending().await? {
            // The second copy is of another era, or empty: it may have been erased.
            joined = false;
            store.is_awake();
            continue;
        }
        if lock::obey(store).await {
            continue;
        }
        if work(|work| work.pending.is_empty() && work.erase.is_none()) {
            if lock::sweep(store).await? {
                continue;
            }
            if let Some(after) = work(|work| work.fold.take()) {
                fold::fold(store, &after).await?;
                continue;
            }
            return Ok(());
        }
    }
}

/// Writes what is pending and tells who waits for it; false if the second copy is not of this tab's era.
async fn write_pending() -> database::Had<bool> {
    let (batch, waiting) = work(|work| {
        // Who waits for what is not yet encrypted waits for the next batch.
        let waiting = if lock::has_unsealed() { Vec::new() } else { std::mem::take(&mut work.waiting) };
        (std::mem::take(&mut work.pending), waiting)
    });
    let written = if batch.is_empty() { Ok(true) } else { put(&batch).await };
    if let Ok(true) = written {
        for then in waiting {
            then();
        }
        return written;
    }
    work(|work| {
        work.waiting.splice(0..0, waiting).for_each(drop);
        if written.is_err() {
            // It may be tried again; what was written meanwhile is newer.
            for (key, text) in batch {
                work.pending.entry(key).or_insert(text);
            }
        }
    });
    written
}

/// Writes texts into the second copy, each unless the one that is there holds. False, and nothing is written, if the
/// second copy is not of this tab's era.
async fn put(batch: &Texts) -> database::Had<bool> {
    // That of the batch: another tab may erase everything while this waits.
    let own = era::own();
    let change = database::Change::begin()?;
    let meta = Key::Meta.to_string();
    let there = change.get(database::Place::Records, &[&meta]).await?.pop().flatten();
    let is_first = there.is_none() && batch.contains_key(&meta) && era::kept() == own;
    if !is_first && there.as_deref().and_then(era::of) != own {
        return Ok(false);
    }
    merge(&change, batch).await?;
    change.done().await?;
    Ok(true)
}

/// Decides within a change, so that an older tab never replaces what a newer one wrote.
async fn merge(change: &database::Change, texts: &Texts) -> database::Had<()> {
    let keys: Vec<&str> = texts.keys().map(String::as_str).collect();
    let there = change.get(database::Place::Records, &keys).await?;
    for ((key, text), there) in texts.iter().zip(there) {
        let holds = there.is_none_or(|there| {
            matches!(choose(&there, text), Choice::Holds { side: Side::Second, set_aside: false })
        });
        if holds {
            change.put(database::Place::Records, key, text)?;
        }
    }
    Ok(())
}

/// Says whether the first copy holds a record of any sort.
fn has_records() -> bool {
    first_copy().keys().any(|key| Key::parse(key).is_some())
}

/// Everything of this site that the first copy holds.
fn first_copy() -> Texts {
    disk::texts().into_iter().collect()
}
