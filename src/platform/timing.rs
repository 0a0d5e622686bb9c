//! Later, and every frame.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};

use wasm_bindgen::prelude::*;

use super::window;

/// Runs a function once, after so many milliseconds.
pub(crate) fn after(milliseconds: u64, run: impl FnOnce() + 'static) {
    set_timeout(run, Duration::from_millis(milliseconds));
}

/// Runs a function before the next frame is painted.
pub(crate) fn next_frame(run: impl FnOnce() + 'static) {
    request_animation_frame(run);
}

/// Runs a function when the browser has nothing else to do.
pub(crate) fn when_idle(run: impl FnOnce() + 'static) {
    let idle = window().and_then(|window| {
        let ask = js_sys::Reflect::get(&window, &"requestIdleCallback".into()).ok()?;
        Some((window, ask.dyn_into::<js_sys::Function>().ok()?))
    });
    match idle {
        Some((window, ask)) => drop(ask.call1(&window, &Closure::once_into_js(run))),
        // Safari has no such thing.
        None => after(200, run),
    }
}

/// Tells when the page comes into sight or gets the focus again: a day may have passed.
pub(crate) fn on_return(tell: impl Fn() + Clone + 'static) {
    let told = tell.clone();
    let _ = leptos::prelude::window_event_listener(leptos::ev::focus, move |_| told());
    let _ = leptos::prelude::window_event_listener(leptos::ev::pageshow, move |_| tell());
}

/// Tells when the person touches the page in any way.
pub(crate) fn on_use(tell: impl Fn() + Clone + 'static) {
    use leptos::ev;
    let (pressed, typed, turned) = (tell.clone(), tell.clone(), tell);
    let _ = leptos::prelude::window_event_listener(ev::pointerdown, move |_| pressed());
    let _ = leptos::prelude::window_event_listener(ev::keydown, move |_| typed());
    let _ = leptos::prelude::window_event_listener(ev::wheel, move |_| turned());
}

/// Tells when the page goes out of sight, with false, and when it comes back.
pub(crate) fn on_sight(tell: impl Fn(bool) + 'static) {
    let is_seen = || !super::document().is_some_and(|document| document.hidden());
    let _ = leptos::prelude::window_event_listener(leptos::ev::visibilitychange, move |_| tell(is_seen()));
}

/// Runs a function at the start of each minute for as long as it gives true.
pub(crate) fn each_minute(run: impl Fn() -> bool + 'static) {
    let wait = 60_000 - super::clock::now_ms().rem_euclid(60_000) + 20;
    after(wait as u64, move || {
        if run() {
            each_minute(run);
        }
    });
}
