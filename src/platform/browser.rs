//! What kind of browser this is, as far as it can be told, and whether it has promised to keep what it is given.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Safari, or another browser that Apple's rules hold for: all those on an iPhone or iPad.
pub(crate) fn is_apples() -> bool {
    let vendor = window().and_then(|window| Reflect::get(&window.navigator(), &"vendor".into()).ok());
    vendor.and_then(|vendor| vendor.as_string()).is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// What this device calls its map app by.
pub(crate) enum Maps {
    /// `geo:`, on Android.
    Geo,
    /// `maps:`, on an iPhone or iPad.
    Apple,
}

/// The map app of a phone or tablet; a computer has none that could be relied on.
pub(crate) fn maps() -> Option<Maps> {
    let navigator = window()?.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    // An iPad calls itself a Mac; Macs have no touch screen.
    let is_tablet = agent.contains("Macintosh") && navigator.max_touch_points() > 1;
    if agent.contains("Android") {
        Some(Maps::Geo)
    } else {
        (is_tablet || agent.contains("iPhone") || agent.contains("iPad")).then_some(Maps::Apple)
    }
}

/// Hands a link to the app that the person picks; `None` where the browser can't.
pub(crate) fn share_link(title: &str, link: &str) -> Option<()> {
    share(&[("title", title), ("url", link)])
}

/// Hands words to the app that the person picks; `None` where the browser can't.
pub(crate) fn share_text(words: &str) -> Option<()> {
    share(&[("text", words)])
}

/// Says whether the browser can hand something to another app.
pub(crate) fn can_share() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or_default())
}

fn share(parts: &[(&str, &str)]) -> Option<()> {
    let navigator = window()?.navigator();
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let what = js_sys::Object::new();
    for (key, value) in parts {
        Reflect::set(&what, &(*key).into(), &(*value).into()).ok()?;
    }
    let promise = Promise::resolve(&share.call1(&navigator, &what).ok()?);
    // Whoever picks no app changed their mind.
    wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(promise).await) });
    Some(())
}

/// The page was opened from the home screen, as an app of its own.
pub(crate) fn is_on_home_screen() -> bool {
    let Some(window) = window() else { return false };
    let standalone = window.match_media("(display-mode: standalone)").ok().flatten();
    let says = Reflect::get(&window.navigator(), &"standalone".into());
    standalone.is_some_and(|query| query.matches()) || says.is_ok_and(|says| says.is_truthy())
}

/// Says whether the browser has promised not to delete by itself what this site keeps; `None` if it can't say.
pub(crate) async fn has_promised() -> Option<bool> {
    ask("persisted").await
}

/// Asks the browser to promise that. Some ask the person, so never ask on a page for a hard moment.
pub(crate) async fn ask_to_promise() -> Option<bool> {
    ask("persist").await
}

async fn ask(method: &str) -> Option<bool> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let promise = {
        let storage = get(&window()?.navigator(), "storage")?;
        let method: Function = get(&storage, method)?.dyn_into().ok()?;
        method.call0(&storage).ok()?
    };
    JsFuture::from(Promise::resolve(&promise)).await.ok()?.as_bool()
}
