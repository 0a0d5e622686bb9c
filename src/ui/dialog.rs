//! A question that must be answered before going on: the browser's own dialog, so that Escape closes it, the focus
//! stays in it, and goes back to where it was.

use crate::view::prelude::*;

use crate::platform::page;

/// A dialog with a title and a body, shown while `open` is on. A button of the body with `autofocus` has the focus
/// first: the one that changes nothing.
pub(crate) fn dialog(
    id: &'static str,
    open: RwSignal<bool>,
    title: &'static str,
    body: impl Fn() -> View + 'static,
) -> View {
    Effect::new(move |_| page::show_dialog(id, open.get()));
    let content = move || {
        open.get().then(|| {
            view! { <h2 id=format!("{id}-title")>{title}</h2> {body()} }
        })
    };
    view! {
        <dialog
            id=id
            class="dialog"
            closedby="any"
            aria-labelledby=format!("{id}-title")
            on:close=move |_| open.set(false)
        >
            {content}
        </dialog>
    }
}
