//! Folds old events into archive parts, and takes deleted words out of them, when there is nothing else to do.

use std::ops::Bound;

use alongside_core::records::archive::{self, Folded};
use alongside_core::records::copy::{Texts, is_folded};
use alongside_core::records::{Key, migrate};

use super::join::remove;
use super::lock::Door;
use super::{Store, first_copy, go, lock, put, work};
use leptos::prelude::*;

use crate::platform::database::{self, Had};
use crate::platform::{storage, timing};

/// Nothing is folded while a person waits for their page.
const NOT_BEFORE_MS: u64 = 3_000;

/// Looks for something to fold in an idle moment.
pub(super) fn when_idle() {
    timing::after(NOT_BEFORE_MS, || go_on(String::new()));
}

/// Goes on after a key in the next idle moment: each does a little, so that no tap waits for it.
fn go_on(after: String) {
    timing::when_idle(|| {
        work(|work| work.fold = Some(after));
        go();
    });
}

/// Looks at the next part; after the last one makes a new one, if there is enough for it.
pub(super) async fn fold(store: Store, after: &str) -> Had<()> {
    if store.door.get_untracked() == Door::Closed {
        return Ok(());
    }
    let first = first_copy();
    if after.is_empty() {
        for (key, old, raised) in migrate::rest(&first) {
            let stands = storage::get(&key).is_some_and(|text| text == old);
            if let Some(key) = Key::parse(&key).filter(|_| stands)
                && !write(store, &key, &raised).await?
            {
                return Ok(());
            }
        }
    }
    let later = first.range::<str, _>((Bound::Excluded(after), Bound::Unbounded));
    let mut parts = later.filter_map(|(key, text)| match Key::parse(key)? {
        part @ Key::Archive(_) => Some((key, part, text)),
        _ => None,
    });
    let Some((at, key, text)) = parts.next() else { return fold_more(store, &first).await };
    if look_at(store, &first, &key, text).await? {
        go_on(at.clone());
    }
    Ok(())
}

/// Removes single keys that the part holds, should folding have been interrupted, and takes deleted words out of it.
/// False if there is no room for that.
async fn look_at(store: Store, first: &Texts, key: &Key, text: &str) -> Had<bool> {
    let Some((_, text)) = lock::plain([(key.to_string(), text.to_owned())]).await.pop() else {
        return Ok(true);
    };
    let text = text.as_str();
    let purge = store.events.with_records(|now| archive::purge([(key, text)], now));
    let parts = purge.parts.iter().map(|part| (&part.key, &part.text));
    for (key, text) in parts.chain(purge.replace.iter().map(|(key, text)| (key, text))) {
        if !write(store, key, text).await? {
            return Ok(false);
        }
    }
    let Some(part) = archive::read_part(text) else { return Ok(true) };
    let archived = archive::join_parts([part]);
    let is_folded =
        |key: &str, text: &str| Key::parse(key).is_some_and(|key| is_folded(&key, text, &archived));
    let left: Vec<String> =
        first.iter().filter(|(key, text)| is_folded(key, text)).map(|(key, _)| key.clone()).collect();
    if !left.is_empty() {
        remove(&left, &left, &archived).await?;
    }
    Ok(true)
}

/// Makes one part of single events; the next one waits for the next moment.
async fn fold_more(store: Store, first: &Texts) -> Had<()> {
    let Some(folded) = store.events.with_records(|events| {
        let single =
            events.iter().filter(|(id, _)| first.contains_key(&Key::Event((*id).clone()).to_string()));
        archive::fold(single, store.today_now())
    }) else {
        return Ok(());
    };
    if write(store, &folded.key, &folded.text).await? {
        take_out(&folded).await?;
        when_idle();
    }
    Ok(())
}

/// Writes a part into both copies; false if one has no room for it or can't be had, or everything was erased.
async fn write(store: Store, key: &Key, text: &str) -> Had<bool> {
    let key = key.to_string();
    let Some(text) = &lock::sealed(&key, text.to_owned()).await else { return Ok(false) };
    let before = storage::get(&key);
    if !store.is_awake() || storage::set(&key, text).is_err() {
        return Ok(false);
    }
    // The first copy alone forgets its last seconds: it could keep that the events went, and not the part.
    let written =
        if database::is_open() { put(&[(key.clone(), text.clone())].into()).await } else { Ok(false) };
    if !matches!(written, Ok(true)) {
        // As it was, unless everything was erased.
        match before.filter(|_| store.is_awake()) {
            Some(before) => drop(storage::set(&key, &before)),
            None => storage::remove(&key),
        }
    }
    written
}

async fn take_out(folded: &Folded) -> Had<()> {
    let Some(part) = archive::read_part(&folded.text) else { return Ok(()) };
    let archived = archive::join_parts([part]);
    let keys: Vec<String> = folded.keys.iter().map(Key::to_string).collect();
    remove(&keys, &keys, &archived).await
}
