//! Erasing everything, so that it stays erased: see `alongside_core::records::erased`.

use alongside_core::records::Key;
use alongside_core::records::erased::{self, Mark, SETTLED_AFTER_MS, Step, as_second};

use super::{Store, era, first_copy, go, work};
use crate::platform::database::{self, Change, Had, Place};
use crate::platform::{leftovers, storage, timing};

/// Where the second copy notes an erase, among its marks.
pub(super) const MARK: &str = "erase";
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
        Step::MarkErasing => mark(Mark::Erasing).await,
        Step::MarkSettling => mark(Mark::Settling).await,
        Step::ClearSecond => {
            let marks = database::all(Place::Marks).await?;
            let change = Change::begin()?;
            change.clear(Place::Records)?;
            for (key, _) in marks.iter().filter(|(key, _)| key != MARK) {
                change.remove(Place::Marks, key)?;
            }
            change.done().await
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

async fn mark(mark: Mark) -> Had<()> {
    let change = Change::begin()?;
    change.put(Place::Marks, MARK, mark.as_str())?;
    change.done().await
}

/// Takes the mark away when the first copy has surely been written to the disk.
pub(super) fn will_settle() {
    timing::after(SETTLED_AFTER_MS, || {
        work(|work| work.settle = true);
        go();
    });
}

/// Takes the mark away, and the database with it if nothing was saved since.
pub(super) async fn settle() -> Had<()> {
    if !database::exists().await {
        return Ok(());
    }
    database::open().await?;
    let marks = database::all(Place::Marks).await?;
    if !marks.iter().any(|(key, mark)| key == MARK && Mark::parse(mark) == Some(Mark::Settling)) {
        return Ok(());
    }
    let records = database::all(Place::Records).await?;
    if records.is_empty() && !first_copy().keys().any(|key| Key::parse(key).is_some()) {
        return database::remove().await;
    }
    let change = Change::begin()?;
    change.remove(Place::Marks, MARK)?;
    change.done().await
}
