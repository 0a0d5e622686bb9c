//! `/listing`: one listing.

use leptos::prelude::*;

use crate::i18n::t;
use crate::ui::heading;

/// The page.
#[expect(unreachable_pub, reason = "the macro writes `pub`")]
#[component]
pub(crate) fn ListingPage() -> impl IntoView {
    heading(t::listing_title())
}
