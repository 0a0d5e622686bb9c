//! Folds old events into archive parts, and takes deleted words out of them, when there is nothing else to do.

use alongside_core::records::Key;
use alongside_core::records::archive::{self, Folded};

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
    timing::after(NOT_BEFORE_MS, || {
        timing::when_idle(|| {
            work(|work| work.fold = true);
            go();
        });
    });
}

/// Makes one part, if there is enough for one; the next one waits for the next moment.
pub(super) async fn fold(store: Store) -> Had<()> {
    if store.door.get_untracked() == Door::Closed {
        return Ok(());
    }
    let first = first_copy();
    let parts = first.iter().filter(|(key, _)| matches!(Key::parse(key), Some(Key::Archive(_))));
    let parts = lock::plain(parts.map(|(key, text)| (key.clone(), text.clone()))).await;
    let parts: Vec<_> =
        parts.iter().filter_map(|(key, text)| Some((Key::parse(key)?, text.as_str()))).collect();
    let purge =
        store.events.with_records(|now| archive::purge(parts.iter().map(|(key, text)| (key, *text)), now));
    for (key, text) in purge
        .parts
        .iter()
        .map(|part| (&part.key, &part.text))
        .chain(purge.replace.iter().map(|(key, text)| (key, text)))
    {
        if !write(store, key, text).await? {
            return Ok(());
        }
    }
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

/// Writes a part into both copies; false if one has no room for it, or everything was erased.
async fn write(store: Store, key: &Key, text: &str) -> Had<bool> {
    let key = key.to_string();
    let Some(text) = &lock::sealed(&key, text.to_owned()).await else { return Ok(false) };
    if !store.is_awake() || storage::set(&key, text).is_err() {
        return Ok(false);
    }
    let is_kept = !database::is_open() || put(&[(key.clone(), text.clone())].into()).await?;
    if !is_kept {
        storage::remove(&key);
    }
    Ok(is_kept)
}

async fn take_out(folded: &Folded) -> Had<()> {
    let Some(part) = archive::read_part(&folded.text) else { return Ok(()) };
    let mut archived = archive::Archived::new();
    archive::add(&mut archived, part.events);
    let keys: Vec<String> = folded.keys.iter().map(Key::to_string).collect();
    remove(&keys, &keys, &archived).await
}
