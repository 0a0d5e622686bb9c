//! Files of this site. No other host is ever asked.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{base, window};

/// Why a file could not be had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Trouble {
    /// No answer: no connection, most often.
    Unreachable,
    /// The host has no such file.
    Missing,
    /// It came, but it is not what it should be.
    Unreadable,
}

/// Whether a stored copy of a file will do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Freshness {
    /// Ask the host whether it has changed.
    Checked,
    /// As the host says.
    Default,
}

/// Reads a text file whose path is relative to the folder of the site, and hands it over when it is here.
pub(crate) fn text_then(path: String, freshness: Freshness, then: Box<dyn FnOnce(Result<String, Trouble>)>) {
    spawn_local(async move { then(text(&path, freshness).await) });
}

/// Reads a text file whose path is relative to the folder of the site.
async fn text(path: &str, freshness: Freshness) -> Result<String, Trouble> {
    let window = window().ok_or(Trouble::Unreachable)?;
    let asked = early(path).unwrap_or_else(|| {
        let init = web_sys::RequestInit::new();
        if freshness == Freshness::Checked {
            init.set_cache(web_sys::RequestCache::NoCache);
        }
        window.fetch_with_str_and_init(&format!("{}{path}", base()), &init)
    });
    let answer = JsFuture::from(asked).await;
    let answer: web_sys::Response =
        answer.map_err(|_| Trouble::Unreachable)?.dyn_into().map_err(|_| Trouble::Unreadable)?;
    if !answer.ok() {
        return Err(Trouble::Missing);
    }
    let text = JsFuture::from(answer.text().map_err(|_| Trouble::Unreadable)?).await;
    text.map_err(|_| Trouble::Unreachable)?.as_string().ok_or(Trouble::Unreadable)
}

/// What `boot.js` has asked for while the app was on its way; it is given once.
fn early(path: &str) -> Option<js_sys::Promise> {
    super::ask_global("alongsideEarly", path)?.dyn_into().ok()
}
