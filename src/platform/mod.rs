//! The only door to the browser.
//!
//! Everything that reads a clock, the address, the disk or the network passes here, so that the rest of the
//! app is plain functions and views. `clippy.toml` says so to whoever forgets.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this module is the door to the browser"
)]

pub(crate) mod address;
pub(crate) mod awake;
pub(crate) mod browser;
pub(crate) mod clock;
pub(crate) mod crypto;
pub(crate) mod database;
pub(crate) mod fetch;
pub(crate) mod files;
pub(crate) mod intl;
pub(crate) mod leftovers;
pub(crate) mod page;
pub(crate) mod plain_letters;
pub(crate) mod position;
pub(crate) mod random;
pub(crate) mod sound;
pub(crate) mod storage;
pub(crate) mod timing;
pub(crate) mod trouble;
pub(crate) mod unpack;
pub(crate) mod worker;

use std::cell::OnceCell;

use wasm_bindgen::{JsCast as _, JsValue};

thread_local! {
    static BASE: OnceCell<String> = const { OnceCell::new() };
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window().and_then(|window| window.document())
}

/// The folder that this site lives in, `/` or `/sub/`: `boot.js` finds it from its own address.
pub(crate) fn base() -> String {
    BASE.with(|base| base.get_or_init(read_base).clone())
}

fn read_base() -> String {
    let given = root_data("data-base").unwrap_or_default();
    let path = given.trim_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

fn root_data(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// The version of the content files of this release, as the build wrote it on the page.
pub(crate) fn content_version() -> Option<String> {
    root_data("data-content").filter(|version| !version.is_empty())
}

/// The names of the files with the words of other languages than English, as the build wrote them on the page:
/// `es-<hash>`.
pub(crate) fn strings_files() -> Vec<String> {
    let names = root_data("data-strings").unwrap_or_default();
    names.split(' ').map(str::to_owned).collect()
}

/// The full address of a file of this site, given relative to its folder.
pub(crate) fn full_address(path: &str) -> String {
    let origin = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{}{path}", base())
}

/// Says whether the person asked their browser to use little data.
fn saves_data() -> bool {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let connection = window().and_then(|window| get(&window.navigator(), "connection"));
    connection.and_then(|connection| get(&connection, "saveData")).is_some_and(|saves| saves.is_truthy())
}

/// The languages that the browser asks for, most wanted first.
pub(crate) fn languages() -> Vec<String> {
    let list = window().map(|window| window.navigator().languages());
    list.map(|list| list.iter().filter_map(|code| code.as_string()).collect()).unwrap_or_default()
}

/// Calls a function of the page's own script, if it is there; gives what it answers.
fn ask_global(name: &str, argument: &str) -> Option<wasm_bindgen::JsValue> {
    let window = window()?;
    let function = js_sys::Reflect::get(&window, &name.into()).ok()?;
    function.dyn_into::<js_sys::Function>().ok()?.call1(&window, &argument.into()).ok()
}
