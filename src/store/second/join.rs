//! Makes the two copies equal.

use alongside_core::records::Key;
use alongside_core::records::archive::{self, Archived};
use alongside_core::records::copy::{self, Choice, Side, Texts, choose};
use alongside_core::records::erased::{self, Found};

use super::erase::{ERASED, MARK, is_marked, take_step, will_settle};
use super::{Store, era, first_copy, fold, has_records, lock, merge, work};
use crate::platform::database::{self, Change, Had, Place};
use crate::platform::storage;

/// What was set aside is kept among the marks under its key and itself, so that it is there once.
pub(super) const ASIDE: &str = "aside ";

/// Opens the second copy, finishes an erase that was interrupted, and joins. What it brings is shown. False if another
/// tab erased everything meanwhile: then it is to be done anew.
pub(super) async fn join(store: Store) -> Had<bool> {
    let first = first_copy();
    if !has_records() && work(|work| work.pending.is_empty()) && !database::exists().await {
        storage::remove(ERASED);
        return Ok(true);
    }
    database::open().await?;
    let marks: Texts = database::all(Place::Marks).await?.into_iter().collect();
    let mut second: Texts = database::all(Place::Records).await?.into_iter().collect();
    let (erased_era, second_era) = (first.get(ERASED).cloned(), era_of(&second));
    let is_marked = is_marked(&marks).await;
    let found = Found { is_marked, erased_era: erased_era.as_deref(), second_era: second_era.as_deref() };
    for step in erased::at_start(found) {
        take_step(*step).await?;
        second = database::all(Place::Records).await?.into_iter().collect();
    }
    if is_marked {
        will_settle();
    } else {
        for (key, text) in &marks {
            let aside = key.strip_prefix(ASIDE).and_then(|rest| Key::parse(rest.split_once(' ')?.0));
            if let Some(key) = aside {
                store.disk.put_aside(&key, text);
            }
        }
    }
    let first = first_copy();
    lock::drop_if_unused(&first, &second);
    let second_era = era_of(&second);
    let found = Found { second_era: second_era.as_deref(), ..found };
    // Most often they are equal, and ten years of events need not be read again to know it.
    if first != second {
        let archived = archived(&first, &second).await;
        if !run(store, copy::join(&first, &second, &archived), &archived, found).await? {
            return Ok(false);
        }
    }
    if store.is_awake() && era::own().is_none() && has_records() {
        super::may_write();
    }
    fold::when_idle();
    Ok(true)
}

fn era_of(second: &Texts) -> Option<String> {
    era::of(second.get(&Key::Meta.to_string())?)
}

/// Runs a plan in its order; it may be interrupted after any write. False if the second copy is of another era by
/// now than the plan was made for.
async fn run(store: Store, plan: copy::Plan, archived: &Archived, found: Found<'_>) -> Had<bool> {
    if !plan.set_aside.is_empty() {
        let change = Change::begin()?;
        for (key, text) in &plan.set_aside {
            change.put(Place::Marks, &format!("{ASIDE}{key} {text}"), text)?;
            if let Some(key) = Key::parse(key) {
                store.disk.put_aside(&key, text);
            }
        }
        change.done().await?;
    }
    for (key, text) in &plan.write_first {
        // Somebody may have written meanwhile. Where there is no room the second copy has it.
        let stale = storage::get(key)
            .is_none_or(|now| matches!(choose(&now, text), Choice::Holds { side: Side::Second, .. }));
        if stale {
            let _ = storage::set(key, text);
        }
    }
    if !plan.write_first.is_empty() {
        store.take(plan.write_first);
    }
    if !plan.write_second.is_empty() {
        let change = Change::begin()?;
        let meta = change.get(Place::Records, &[&Key::Meta.to_string()]).await?.pop().flatten();
        let mark = change.get(Place::Marks, &[MARK]).await?.pop().flatten();
        if meta.as_deref().and_then(era::of).as_deref() != found.second_era
            || mark.is_some() && !found.is_marked
        {
            return Ok(false);
        }
        let (aside, texts): (Vec<_>, Vec<_>) = plan
            .write_second
            .into_iter()
            .partition(|(key, _)| plan.set_aside.iter().any(|(other, _)| other == key));
        merge(&change, &texts.into_iter().collect()).await?;
        for (key, text) in aside {
            change.put(Place::Records, &key, &text)?;
        }
        change.done().await?;
    }
    remove(&plan.remove_first, &plan.remove_second, archived).await.map(|()| true)
}

/// Removes events that archive parts hold, unless they were changed this very moment.
pub(super) async fn remove(first: &[String], second: &[String], archived: &Archived) -> Had<()> {
    let is_folded =
        |key: &str, text: &str| Key::parse(key).is_some_and(|key| copy::is_folded(&key, text, archived));
    for key in first {
        if storage::get(key).is_some_and(|text| is_folded(key, &text)) {
            storage::remove(key);
        }
    }
    if second.is_empty() || !database::is_open() {
        return Ok(());
    }
    let change = Change::begin()?;
    let keys: Vec<&str> = second.iter().map(String::as_str).collect();
    let texts = change.get(Place::Records, &keys).await?;
    for (key, text) in keys.into_iter().zip(texts) {
        if text.is_some_and(|text| is_folded(key, &text)) {
            change.remove(Place::Records, key)?;
        }
    }
    change.done().await
}

/// The events of all parts of both copies that can be read now.
async fn archived(first: &Texts, second: &Texts) -> Archived {
    let is_part = |key: &String| matches!(Key::parse(key), Some(Key::Archive(_)));
    let only_second = second.iter().filter(|(key, text)| first.get(*key) != Some(text));
    let parts = first.iter().chain(only_second).filter(|(key, _)| is_part(key));
    let parts = lock::plain(parts.map(|(key, text)| (key.clone(), text.clone()))).await;
    archive::join_parts(parts.iter().filter_map(|(_, text)| archive::read_part(text)))
}
