//! `/find`: search the directory.

use leptos::prelude::*;

use crate::i18n::t;
use crate::ui::heading;

/// The page.
#[expect(unreachable_pub, reason = "the macro writes `pub`")]
#[component]
pub(crate) fn FindPage() -> impl IntoView {
    heading(t::find_title())
}
