//! Unpacking what lies in a zip: the browser does it (`DecompressionStream`), and is stopped when it gets too long.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Unpacks deflated bytes; `None` if they can't be read, are more than `most`, or the browser has no way to do it.
pub(crate) async fn inflate(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let make: Function = get(&js_sys::global(), "DecompressionStream")?.dyn_into().ok()?;
    let unpacker = Reflect::construct(&make, &Array::of1(&"deflate-raw".into())).ok()?;
    let call = |of: &JsValue, name: &str, with: &JsValue| {
        get(of, name)?.dyn_into::<Function>().ok()?.call1(of, with).ok()
    };
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence(&parts).ok()?;
    let packed = call(&blob, "stream", &JsValue::UNDEFINED)?;
    let stream = call(&packed, "pipeThrough", &unpacker)?;
    let reader = call(&stream, "getReader", &JsValue::UNDEFINED)?;
    let mut out = Vec::new();
    loop {
        let next: Promise = call(&reader, "read", &JsValue::UNDEFINED)?.dyn_into().ok()?;
        let next = JsFuture::from(next).await.ok()?;
        if get(&next, "done")?.is_truthy() {
            return Some(out);
        }
        let chunk: Uint8Array = get(&next, "value")?.dyn_into().ok()?;
        if out.len() + chunk.length() as usize > most {
            drop(call(&reader, "cancel", &JsValue::UNDEFINED));
            return None;
        }
        out.extend_from_slice(&chunk.to_vec());
    }
}
