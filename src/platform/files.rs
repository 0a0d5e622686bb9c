//! Files that a person takes away, and files that they bring.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{document, window};

/// Offers a text as a file to keep.
pub(crate) fn offer(name: &str, mime: &str, text: &str) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: web_sys::HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the file by the next frame or two.
    super::timing::after(1_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    Some(())
}

/// A file that a person chose. Nothing of it has been read.
pub(crate) struct Chosen(web_sys::File);

/// Takes the file out of the field that it was chosen in, so that the same one can be chosen again.
pub(crate) fn chosen(event: &web_sys::Event) -> Option<Chosen> {
    let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(Chosen(file))
}

impl Chosen {
    /// Its length in bytes.
    pub(crate) fn size(&self) -> f64 {
        self.0.size()
    }

    /// Its bytes; `None` if the browser can't read it (any more).
    pub(crate) async fn bytes(&self) -> Option<Vec<u8>> {
        let bytes = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&bytes).to_vec())
    }
}

/// Copies a text for the person to paste elsewhere; false if the browser doesn't let us.
pub(crate) async fn copy(text: &str) -> bool {
    let copy = |text: &str| {
        let clipboard = Reflect::get(&window()?.navigator(), &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
        write.call1(&clipboard, &text.into()).ok()
    };
    match copy(text) {
        Some(promise) => JsFuture::from(Promise::resolve(&promise)).await.is_ok(),
        None => false,
    }
}

/// A file as browsers share one. Most share texts, and few share JSON.
fn to_share(name: &str, text: &str) -> Option<JsValue> {
    let options = web_sys::FilePropertyBag::new();
    options.set_type("text/plain");
    let file =
        web_sys::File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let what = js_sys::Object::new();
    Reflect::set(&what, &"files".into(), &Array::of1(&file)).ok()?;
    Some(what.into())
}

fn call_navigator(method: &str, argument: &JsValue) -> Option<JsValue> {
    let navigator = window()?.navigator();
    let method: Function = Reflect::get(&navigator, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(&navigator, argument).ok()
}

/// Says whether this browser can hand a file to another app.
pub(crate) fn can_share() -> bool {
    let asked = to_share("notes.txt", "").and_then(|what| call_navigator("canShare", &what));
    asked.is_some_and(|answer| answer.is_truthy())
}

/// Hands a text as a file to an app that the person picks; false if they don't, or it can't be.
pub(crate) async fn share(name: &str, text: &str) -> bool {
    match to_share(name, text).and_then(|what| call_navigator("share", &what)) {
        Some(promise) => JsFuture::from(Promise::resolve(&promise)).await.is_ok(),
        None => false,
    }
}
