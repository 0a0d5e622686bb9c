//! Erasing everything, so that it stays erased: see `alongside_core::records::erased`.

use alongside_core::records::copy::Texts;
use alongside_core::records::erased::{self, SETTLED_AFTER_MS, Step, as_second};

use super::{Store, era, first_copy, go, has_records, work};
use crate::platform::database::{self, Change, Had, Place};
use crate::platform::{leftovers, storage, timing};

/// Where the second copy notes an erase, among its marks, while it is under way.
pub(super) const MARK: &str = "erased";
/// Where the first copy notes the era that was erased, if the second could not be reached.
pub(super) const ERASED: &str = "alongside:erased";

/// Erases everything: both copies, and what the browser may keep besides. Once the first step is done, nothing stops it.
pub(super) async fn erase(store: Store) {
    let is_there = !first_copy().is_empty() || database::exists().await;
    if is_there {
        let reached = database::open().await.is_ok();
        let mut done = Ok(());
        for step in erased::erase(reached) {
            if done.is_ok() {
                done = take_step(*step).await;
            }
        }
        if done.is_err() {
            let _ = take_step(Step::ClearFirstAlone).await;
        }
        will_settle();
    }
    leftovers::remove().await;
    super::forget();
    // “Noted” would be said of what is gone.
    work(|work| work.waiting.clear());
    era::set(None);
    store.forget();
}

/// Takes one step; it is finished when this is.
pub(super) async fn take_step(step: Step) -> Had<()> {
    match step {
        Step::EmptySecond => {
            let change = clear()?;
            change.put(Place::Marks, MARK, "")?;
            change.done().await
        }
        Step::ClearSecond => clear()?.done().await,
        Step::HideMark => {
            // Where it can't be hidden it stays as it is.
            if database::mark().await.is_ok() {
                let change = Change::begin()?;
                change.remove(Place::Marks, MARK)?;
                change.done().await?;
            }
            Ok(())
        }
        Step::TakeSecond => {
            let second = database::all(Place::Records).await?.into_iter().collect();
            let plan = as_second(&first_copy(), &second);
            for (key, text) in plan.write_first {
                let _ = storage::set(&key, &text);
            }
            plan.remove_first.iter().for_each(|key| storage::remove(key));
            Ok(())
        }
        Step::ClearFirstAlone => {
            let era = era::kept();
            if let Some(era) = &era {
                let _ = storage::set(ERASED, era);
            }
            for key in first_copy().keys().filter(|key| era.is_none() || *key != ERASED) {
                storage::remove(key);
            }
            Ok(())
        }
        Step::ForgetErasedEra => {
            storage::remove(ERASED);
            Ok(())
        }
    }
}

fn clear() -> Had<Change> {
    let change = Change::begin()?;
    change.clear(Place::Records)?;
    change.clear(Place::Marks)?;
    Ok(change)
}

/// Says whether the second copy, with these marks, is marked.
pub(super) async fn is_marked(marks: &Texts) -> bool {
    marks.contains_key(MARK) || database::is_marked().await
}

/// Takes the mark away when the first copy has surely been written to the disk.
pub(super) fn will_settle() {
    timing::after(SETTLED_AFTER_MS, || {
        work(|work| work.settle = true);
        go();
    });
}

/// Takes the mark away, then the database if nothing was saved since. Should a frozen tab hold that up, what is
/// saved meanwhile has only the first copy, so the mark must be gone by then.
pub(super) async fn settle() -> Had<()> {
    if !database::exists().await {
        return Ok(());
    }
    database::open().await?;
    database::unmark().await?;
    let is_empty = database::all(Place::Records).await?.is_empty();
    if is_empty && !has_records() {
        return database::remove().await;
    }
    let change = Change::begin()?;
    change.remove(Place::Marks, MARK)?;
    change.done().await
}
