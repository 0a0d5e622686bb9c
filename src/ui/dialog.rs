//! A question that must be answered before going on: the browser's own dialog, so that Escape closes it, the focus
//! stays in it, and goes back to where it was.

use crate::view::prelude::*;

use crate::platform::page;

/// A dialog with a title and a body, shown while `open` is on. A button of the body with `autofocus` has the focus
/// first: the one that changes nothing. Escape, the way back of a phone and a tap beside it are the browser's to close
/// it, and heard as they happen: `close` comes later, when the dialog may be open again.
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
            on:cancel=move |_| open.set(false)
        >
            {content}
        </dialog>
    }
}
