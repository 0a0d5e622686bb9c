//! Groups of checkboxes, large enough for a thumb.

use crate::view::prelude::*;

/// Checkboxes under one name.
pub(crate) fn check_group(name: &'static str, boxes: View) -> View {
    view! { <fieldset class="group"><legend>{name}</legend>{boxes}</fieldset> }
}

/// A checkbox; `depth` is its level in a tree, `count` how many it would find.
pub(crate) fn check(
    words: String,
    count: Option<String>,
    depth: u8,
    is_on: impl Fn() -> bool + 'static,
    change: impl Fn() + 'static,
) -> View {
    let class = match depth {
        0 => "check",
        1 => "check deep",
        _ => "check deeper",
    };
    let count = count.map(|count| view! { <span class="n">{count}</span> });
    view! {
        <label class=class>
            <input type="checkbox" prop:checked=is_on on:change=move |_| change()/>
            <span>{words}</span>
            {count}
        </label>
    }
}
