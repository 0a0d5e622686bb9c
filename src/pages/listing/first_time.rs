//! What a first time is like, from the page of the listing's kind of support.

use crate::view::prelude::*;
use alongside_core::directory::search::ListingView;

use crate::content::contents;
use crate::i18n::t;
use crate::route::{Page, Route};
use crate::ui::fold;

pub(super) fn view(listing: &ListingView) -> View {
    let Some(id) = listing.row.kind.clone() else { return ().into_view() };
    live(move || {
        let kinds = contents().kinds.ready()?;
        let kind = kinds.get(&id)?;
        let steps = kind.what_to_expect_first_time.iter();
        let steps: Vec<View> = steps.map(|step| view! { <li>{step.clone()}</li> }).collect();
        (!steps.is_empty()).then(|| {
            let more = Route::one(Page::Kind, &kind.id).href();
            let content =
                view! { <ul>{steps}</ul><p class="no-print"><a href=more>{t::listing_kind()}</a></p> };
            fold(t::listing_first_time(), content)
        })
    })
}
