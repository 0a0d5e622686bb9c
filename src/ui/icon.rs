//! Icons: symbols of one file.

use crate::view::prelude::*;

use crate::platform::base;

/// The address of a symbol.
pub(crate) fn symbol(name: &str) -> String {
    format!("{}icons.svg#{name}", base())
}

/// An icon that only decorates: the words beside it say the same.
pub(crate) fn icon(name: &'static str) -> View {
    let class = if matches!(name, "chevron" | "back") { "icon onward" } else { "icon" };
    view! { <svg class=class aria-hidden="true"><use_ href=symbol(name)></use_></svg> }
}

/// The mark of Alongside.
pub(crate) fn mark() -> View {
    view! { <svg class="mark" aria-hidden="true"><use_ href=symbol("mark")></use_></svg> }
}
