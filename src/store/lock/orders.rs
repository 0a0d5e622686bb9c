//! What the one task does for the lock, see `second`.

use alongside_core::records::backup::with_revision;
use alongside_core::records::copy::Texts;
use alongside_core::records::lock::{Lock, LockAfter, Sealed};
use leptos::prelude::*;

use super::texts::{open, seal};
use super::{Done, Door, NotDone, Order, Store, disk, meta, second, state};
use crate::platform::crypto;
use crate::platform::database::{self, Place};
use crate::platform::storage::{self, NotKept};

/// Encrypts what was written and decrypts what was heard. Says whether there was anything.
pub(in crate::store) async fn work(store: Store) -> bool {
    let (key, written, heard) = state(|state| {
        (state.key.clone(), std::mem::take(&mut state.to_seal), std::mem::take(&mut state.to_open))
    });
    let Some(key) = key else { return false };
    for (name, text) in &written {
        match seal(&key, name, text).await {
            Ok(text) => second::keep(store, name.clone(), text),
            Err(_) => store.disk.note(Err(NotKept::Blocked)),
        }
    }
    for (name, text) in &heard {
        let Some(sealed) = Sealed::read(text) else { continue };
        match open(&key, name, &sealed).await {
            Ok(plain) => store.hear_plain(name, &plain),
            Err(_) => store.put_aside(name, text),
        }
    }
    let is_closed = state(|state| {
        let is_closed = state.closing && state.to_seal.is_empty();
        if is_closed {
            (state.key, state.closing) = (None, false);
        }
        is_closed
    });
    is_closed || !written.is_empty() || !heard.is_empty()
}

/// Says whether something was written that is not encrypted yet.
pub(in crate::store) fn has_unsealed() -> bool {
    state(|state| !state.to_seal.is_empty())
}

/// Says whether there is anything to do.
pub(in crate::store) fn is_waiting() -> bool {
    state(|state| {
        let has_key = state.key.is_some();
        let has_texts = !state.to_seal.is_empty() || !state.to_open.is_empty() || state.closing;
        state.order.is_some() || has_key && (has_texts || state.sweep)
    })
}

/// Does what a person asked for. Says whether there was anything.
pub(in crate::store) async fn obey(store: Store) -> bool {
    let Some((order, then)) = state(|state| state.order.take()) else { return false };
    let needs_sweep = matches!(order, Order::TurnOn(_) | Order::TurnOff(_));
    let done = match order {
        Order::TurnOn(passphrase) => turn_on(store, passphrase).await,
        Order::Open(passphrase) => open_all(store, passphrase).await,
        Order::Change { old, new } => change(store, &old, new).await,
        Order::TurnOff(passphrase) => turn_off(passphrase).await,
    };
    if done.is_ok() && needs_sweep {
        state(|state| state.swept.push(then));
    } else {
        then(done);
    }
    true
}

async fn turn_on(store: Store, passphrase: String) -> Done {
    let (key, wrapped) = crypto::new_key(&passphrase).await.map_err(|_| NotDone::NotKept)?;
    if store.door.get_untracked() != Door::None || !store.disk.may_write() {
        return Err(NotDone::NotKept);
    }
    let lock = Lock { wrapped, leaving: false, after: LockAfter::default() };
    put_lock(|kept| *kept = Some(lock))?;
    state(|state| {
        state.key = Some(key);
        state.sweep = true;
    });
    store.look_at_lock();
    store.watch();
    Ok(())
}

async fn open_all(store: Store, passphrase: String) -> Done {
    let lock = meta::kept().lock.ok_or(NotDone::DoesNotOpen)?;
    let (key, raw) = crypto::open_key(&lock.wrapped, &passphrase).await.map_err(|_| NotDone::DoesNotOpen)?;
    if lock.wrapped.is_outdated()
        && let Ok(wrapped) = raw.wrap(&lock.wrapped.id, &passphrase).await
    {
        // It opens with the old one as well.
        let _ = change_lock(|kept| kept.wrapped = wrapped);
    }
    let mut plain = Vec::new();
    let mut broken = Texts::new();
    for (name, text) in disk::texts().into_iter().chain(second::rest()) {
        match Sealed::read(&text) {
            None => plain.push((name, text)),
            Some(sealed) => match open(&key, &name, &sealed).await {
                Ok(text) => plain.push((name, text)),
                Err(_) => drop(broken.insert(name, text)),
            },
        }
    }
    state(|state| {
        (state.key, state.closing, state.sweep) = (Some(key), false, true);
        state.lock = meta::kept().lock;
    });
    store.fill(plain);
    for (name, text) in &broken {
        store.put_aside(name, text);
    }
    store.door_opens(if lock.leaving { Door::None } else { Door::Open });
    second::join_again();
    store.watch();
    Ok(())
}

async fn change(store: Store, old: &str, new: String) -> Done {
    let lock = meta::kept().lock.ok_or(NotDone::DoesNotOpen)?;
    let (_, raw) = crypto::open_key(&lock.wrapped, old).await.map_err(|_| NotDone::DoesNotOpen)?;
    let wrapped = raw.wrap(&lock.wrapped.id, &new).await.map_err(|_| NotDone::NotKept)?;
    change_lock(|kept| kept.wrapped = wrapped)?;
    store.look_at_lock();
    Ok(())
}

async fn turn_off(passphrase: String) -> Done {
    let lock = meta::kept().lock.ok_or(NotDone::DoesNotOpen)?;
    crypto::open_key(&lock.wrapped, &passphrase).await.map_err(|_| NotDone::DoesNotOpen)?;
    change_lock(|kept| kept.leaving = true)?;
    state(|state| state.sweep = true);
    Ok(())
}

/// Changes the lock that is stored.
fn change_lock(change: impl FnOnce(&mut Lock)) -> Done {
    put_lock(|kept| {
        if let Some(kept) = kept {
            change(kept);
        }
    })
}

fn put_lock(change: impl FnOnce(&mut Option<Lock>)) -> Done {
    let text = meta::changed(|meta| change(&mut meta.lock)).map_err(|_| NotDone::NotKept)?;
    second::keep_meta(text).map_err(|_| NotDone::NotKept)?;
    state(|state| state.lock = meta::kept().lock);
    Ok(())
}

/// Brings everything into its form, encrypted or plain, if that is still to be done. Says whether there was anything to
/// write; what was found is then in the first copy, and on its way to the second.
pub(in crate::store) async fn sweep(store: Store) -> database::Had<bool> {
    let found = state(|state| Some((state.key.clone()?, state.lock.clone()?)).filter(|_| state.sweep));
    let Some((key, lock)) = found else { return Ok(false) };
    let first: Texts = disk::texts().into_iter().collect();
    let second = if database::is_open() { database::all(Place::Records).await? } else { Vec::new() };
    let only_second = second.into_iter().filter(|(name, _)| !first.contains_key(name));
    let (mut is_changed, mut has_room) = (false, true);
    for (name, text) in first.clone().into_iter().chain(only_second) {
        let other = if lock.leaving {
            let Some(sealed) = Sealed::read(&text).filter(|sealed| sealed.key == key.id) else { continue };
            let Ok(plain) = open(&key, &name, &sealed).await else {
                store.put_aside(&name, &text);
                continue;
            };
            with_revision(&plain, sealed.revision + 1)
        } else {
            seal(&key, &name, &text).await.ok()
        };
        let Some(other) = other.filter(|other| *other != text) else { continue };
        // Somebody may have written meanwhile: then it has its form already.
        let there = storage::get(&name);
        if there.is_some() && there.as_ref() != Some(&text) {
            continue;
        }
        if storage::set(&name, &other).is_ok() {
            is_changed = true;
            second::keep(store, name, other);
        } else {
            has_room = false;
        }
    }
    if is_changed && has_room {
        return Ok(true);
    }
    let swept = state(|state| {
        state.sweep = false;
        if lock.leaving {
            state.key = None;
        }
        std::mem::take(&mut state.swept)
    });
    store.look_at_lock();
    for then in swept {
        then(if has_room { Ok(()) } else { Err(NotDone::NoRoom) });
    }
    Ok(is_changed)
}
