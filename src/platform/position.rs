//! Where the device is: asked for on a tap, held in memory, told to nobody.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::window;

/// Degrees north and east.
pub(crate) type Position = (f64, f64);

/// Why the position can't be had.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotKnown {
    /// The person or the browser said no.
    Denied,
    /// The device can't tell.
    Unavailable,
    /// It took too long.
    TooSlow,
}

/// How long is waited, in milliseconds, and how old an answer may be.
const PATIENCE_MS: f64 = 15_000.0;
const FRESH_MS: f64 = 300_000.0;

/// Asks the device where it is; the browser asks the person first.
pub(crate) fn ask(then: impl FnOnce(Result<Position, NotKnown>) + 'static) {
    let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let answer = move |what| {
        if let Some(then) = then.take() {
            then(what);
        }
    };
    let failed = answer.clone();
    let found =
        Closure::once_into_js(move |position: JsValue| answer(read(&position).ok_or(NotKnown::Unavailable)));
    let not_found = failed.clone();
    let error = Closure::once_into_js(move |error: JsValue| not_found(Err(why(&error))));
    if start(&found, &error).is_none() {
        failed(Err(NotKnown::Unavailable));
    }
}

fn start(found: &JsValue, error: &JsValue) -> Option<()> {
    let geolocation = get(&window()?.navigator(), "geolocation")?;
    let ask: Function = get(&geolocation, "getCurrentPosition")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"timeout".into(), &PATIENCE_MS.into()).ok()?;
    Reflect::set(&options, &"maximumAge".into(), &FRESH_MS.into()).ok()?;
    ask.call3(&geolocation, found, error, &options).ok()?;
    Some(())
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

fn read(position: &JsValue) -> Option<Position> {
    let place = get(position, "coords")?;
    let degrees = |name: &str| get(&place, name)?.as_f64().filter(|degrees| degrees.is_finite());
    Some((degrees("latitude")?, degrees("longitude")?))
}

fn why(error: &JsValue) -> NotKnown {
    match get(error, "code").and_then(|code| code.as_f64()) {
        Some(1.0) => NotKnown::Denied,
        Some(3.0) => NotKnown::TooSlow,
        _ => NotKnown::Unavailable,
    }
}
