//! Rows that lead on.

use crate::view::prelude::*;

use crate::ui::icon;

/// A list of rows.
pub(crate) fn link_rows(rows: View) -> View {
    view! { <ul class="links">{rows}</ul> }
}

/// A row: its name, and a second line where there is more to say.
pub(crate) fn link_row(href: String, name: impl Into<String>, more: Option<String>) -> View {
    let more = more.map(|more| view! { " "<span>{more}</span> });
    view! { <li><a href=href><span><strong>{name.into()}</strong>{more}</span>{icon("chevron")}</a></li> }
}
