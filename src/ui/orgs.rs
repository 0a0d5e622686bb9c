//! National organizations, where a site has no list of its own.

use crate::view::prelude::*;
use alongside_core::support::Org;

use crate::ui::{checked_words, outside_link};

/// Organizations with what each is, costs and asks. Their order is no ranking.
pub(crate) fn org_list(orgs: &[&Org]) -> View {
    let items = orgs.iter().map(|org| {
        let name = match org.link() {
            Some(url) => outside_link(url, org.name.clone()),
            None => org.name.clone().into_view(),
        };
        let facts: Vec<&str> =
            [&org.approach, &org.audience, &org.cost].into_iter().filter_map(|fact| fact.as_deref()).collect();
        let facts = facts.join(" · ");
        let note = org.note.clone().map(|note| view! { <p class="soft">{note}</p> });
        let checked = checked_words(org.checked.as_deref());
        view! { <li class="piece"><strong>{name}</strong><p>{facts}</p>{note}<p class="fine">{checked}</p></li> }
    });
    view! { <ul class="rows">{items.collect_view()}</ul> }
}
