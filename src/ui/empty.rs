//! What stands where nothing is yet: what the place is for, and one first step.

use crate::view::prelude::*;

use crate::ui::icon;

/// An empty state. `symbol` is an icon, `more` one sentence or two, `actions` the first step.
pub(crate) fn empty(
    symbol: Option<&'static str>,
    title: &'static str,
    more: impl IntoView,
    actions: View,
) -> View {
    view! {
        <div class="empty">
            {symbol.map(icon)}
            <h2>{title}</h2>
            <p>{more}</p>
            <div class="actions">{actions}</div>
        </div>
    }
}
