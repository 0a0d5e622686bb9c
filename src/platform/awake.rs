//! The screen stays on while something is shown that goes by the clock, where the browser allows it.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{timing, window};

thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static FOLLOWS: Cell<bool> = const { Cell::new(false) };
    static LOCK: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the screen on from now on, or lets it go off as usual.
pub(crate) fn keep_awake(wanted: bool) {
    if WANTED.replace(wanted) == wanted {
        return;
    }
    if !wanted {
        return let_go();
    }
    // A browser lets go when the page is out of sight.
    if !FOLLOWS.replace(true) {
        timing::on_sight(|seen| {
            if seen && WANTED.get() {
                spawn_local(ask());
            }
        });
    }
    spawn_local(ask());
}

async fn ask() {
    let Some(promise) = window().and_then(|window| {
        let locks = Reflect::get(&window.navigator(), &"wakeLock".into()).ok()?;
        call(&locks, "request", Some("screen"))?.dyn_into::<Promise>().ok()
    }) else {
        return;
    };
    // It is refused where the battery is low.
    if let Ok(lock) = JsFuture::from(promise).await {
        let_go();
        LOCK.replace(Some(lock));
        if !WANTED.get() {
            let_go();
        }
    }
}

fn let_go() {
    if let Some(lock) = LOCK.take() {
        let _ = call(&lock, "release", None);
    }
}

fn call(of: &JsValue, name: &str, argument: Option<&str>) -> Option<JsValue> {
    let function = Reflect::get(of, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    match argument {
        Some(argument) => function.call1(of, &argument.into()).ok(),
        None => function.call0(of).ok(),
    }
}
