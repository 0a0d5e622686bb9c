//! Disclosure: what most people don't need stands folded, and a tap opens it.

use crate::view::prelude::*;

use crate::ui::icon;

/// A part of a page under a heading that opens it.
pub(crate) fn fold(title: impl IntoView, content: View) -> View {
    view! {
        <details class="fold">
            <summary><h2>{title}</h2>{icon("chevron")}</summary>
            <div class="fold-in">{content}</div>
        </details>
    }
}

/// A few more words within a part.
pub(crate) fn more(title: impl IntoView, content: View) -> View {
    view! {
        <details class="more">
            <summary>{icon("chevron")}{title}</summary>
            {content}
        </details>
    }
}
