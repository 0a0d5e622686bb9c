//! The page itself: its title, where the focus is, what is said aloud.

use wasm_bindgen::JsCast as _;

use super::{document, window};

/// The key of a keyboard event, as its standard names it; empty for any other event.
pub(crate) fn key(event: &web_sys::Event) -> String {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key).unwrap_or_default()
}

/// Where a finger is on the glass, in CSS pixels from the left and from the top; nothing for a mouse or a pen, which
/// mark words.
pub(crate) fn finger(event: &web_sys::Event) -> Option<(i32, i32)> {
    let event = event.dyn_ref::<web_sys::PointerEvent>().filter(|event| event.pointer_type() == "touch")?;
    Some((event.client_x(), event.client_y()))
}

/// Says whether a key was pressed in a field that takes it itself.
pub(crate) fn is_in_field(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(true))
}

/// Says whether reading goes from right to left.
pub(crate) fn reads_from_right() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl")
}

/// Opens or closes a dialog, once what was just changed has been drawn. Closing one gives the focus back.
pub(crate) fn show_dialog(id: &'static str, open: bool) {
    super::timing::next_frame(move || {
        let found = document().and_then(|document| document.get_element_by_id(id));
        let Some(dialog) = found.and_then(|found| found.dyn_into::<web_sys::HtmlDialogElement>().ok()) else {
            return;
        };
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
}

/// Marks the words in a field, for the person to copy.
pub(crate) fn mark(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let select = |element: &web_sys::Element| {
        let select = js_sys::Reflect::get(element, &"select".into()).ok()?;
        select.dyn_into::<js_sys::Function>().ok()?.call0(element).ok()
    };
    if let Some(element) = found {
        let _ = select(&element);
    }
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Sets the title of the tab.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Tells assistive technology and the browser which language the page is in, and which way it is read.
pub(crate) fn set_language(code: &str, dir: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", code);
        let _ = root.set_attribute("dir", dir);
    }
}

/// Says whether a message stands at the foot of the page, for which the style makes room.
pub(crate) fn makes_room(for_message: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-toast", if for_message { "there" } else { "" });
    }
}

/// Gives an element, found by its id, sentences that `boot.js` says if the app can't.
pub(crate) fn give_sentences(id: &str, sentences: &[(&str, &str)]) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    for (name, words) in sentences {
        let _ = element.set_attribute(name, words);
    }
}

/// The id of the element that has the focus, if it has one.
pub(crate) fn focused_id() -> Option<String> {
    document()?.active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Moves the focus to the first element that matches, once what was just changed has been drawn.
pub(crate) fn focus(selector: &str) {
    let selector = selector.to_owned();
    super::timing::next_frame(move || {
        let found = document().and_then(|document| document.query_selector(&selector).ok().flatten());
        if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Scrolls the first element that matches into view.
pub(crate) fn show(selector: &str) {
    if let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten()) {
        element.scroll_into_view();
    }
}

/// Scrolls to the top, as a new page would.
pub(crate) fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page anew, as the browser's own button does.
pub(crate) fn load_again() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// The element that the app is mounted into.
pub(crate) fn mount_point() -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Shows the page in a light or dark theme, or as the device says.
pub(crate) fn set_theme(theme: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}
