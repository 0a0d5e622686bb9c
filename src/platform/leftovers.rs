//! What a browser may keep of this site besides what the app wrote: files for use without a connection.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{full_address, window};

/// Names of caches begin so.
const OURS: &str = "alongside";

/// Removes the caches of this site and the service workers below its folder. Other sites of the same host keep theirs.
pub(crate) async fn remove() {
    let Some(window) = window() else { return };
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let caches = get(&window, "caches");
    for name in list(&caches, "keys").await {
        if name.as_string().is_some_and(|name| name.starts_with(OURS)) {
            let _ = ask(&caches, "delete", &name).await;
        }
    }
    let workers = get(&window.navigator(), "serviceWorker");
    for worker in list(&workers, "getRegistrations").await {
        if get(&worker, "scope").as_string().is_some_and(|scope| scope.starts_with(&full_address(""))) {
            let _ = ask(&worker, "unregister", &JsValue::UNDEFINED).await;
        }
    }
}

async fn list(of: &JsValue, method: &str) -> Array {
    ask(of, method, &JsValue::UNDEFINED).await.map(|list| Array::from(&list)).unwrap_or_default()
}

/// Calls a method that promises an answer; `None` where there is no such method, or no answer.
async fn ask(of: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    let promised = method.call1(of, argument).ok()?;
    JsFuture::from(Promise::resolve(&promised)).await.ok()
}
