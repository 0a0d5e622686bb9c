//! Files that a person takes away.

use js_sys::Array;
use wasm_bindgen::JsCast as _;

use super::document;

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
