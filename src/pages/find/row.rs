//! One result: when, where or how to join, which types.

use crate::view::prelude::*;
use alongside_core::directory::Attendance;
use alongside_core::directory::search::ResultRow;

use super::{near, when};
use crate::i18n::t;
use crate::route::{Page, Route};

/// How many types a row shows.
const TYPES: usize = 4;

pub(super) fn row(row: &ResultRow) -> View {
    view! { <li class="row" data-listing=row.id.clone()>{content(row)}</li> }
}

/// What a row of any list shows.
pub(crate) fn content(row: &ResultRow) -> View {
    let (strong, rest) =
        row.slot.as_ref().map_or_else(|| (String::new(), when::none(row).to_owned()), when::short);
    let elsewhere = row.slot.as_ref().and_then(when::elsewhere);
    let href = Route::one(Page::Listing, &row.id).href();
    view! {
        <div class="row-when"><strong>{strong}</strong>" "<span>{rest}</span></div>
        <div class="row-body">
            <h2 class="row-name"><a href=href>{row.name.clone()}</a></h2>
            <p class="row-where">{place(row)}</p>
            {elsewhere.map(|words| view! { <p class="row-where">{words}</p> })}
            <p class="tags">{tags(row)}</p>
            {on_paper(row)}
        </div>
    }
}

/// What can only be tapped on a screen, written out.
fn on_paper(row: &ResultRow) -> View {
    let texts = [row.join_link.clone(), row.number.clone()];
    texts.into_iter().flatten().map(|text| view! { <p class="on-paper">{text}</p> }).collect_view()
}

/// The place, or how to join.
fn place(row: &ResultRow) -> String {
    let online = match &row.provider {
        Some(provider) => t::find_join_with(provider),
        None if row.join_link.is_some() => t::find_join_link().to_owned(),
        None if row.number.is_some() => t::find_join_phone().to_owned(),
        None => String::new(),
    };
    // A service is often called as its house is.
    let location = row.location.as_ref().filter(|location| **location != row.name);
    let address = match (location, &row.address) {
        (Some(location), Some(address)) if !address.starts_with(location.as_str()) => {
            t::find_place(location, address)
        }
        (_, Some(address)) => address.clone(),
        (Some(location), None) => location.clone(),
        (None, None) => row.region.clone().unwrap_or_default(),
    };
    let address = match row.distance {
        Some(tenths) => t::find_away(&near::distance(tenths), &address),
        None => address,
    };
    match row.attendance {
        Attendance::Online if online.is_empty() => address,
        Attendance::Online => online,
        Attendance::Hybrid => t::find_also_online(&address),
        _ => address,
    }
}

fn tags(row: &ResultRow) -> Vec<View> {
    let tag = |class: &'static str, words: String| view! { <span class=class>{words}</span> };
    let mut tags = Vec::new();
    tags.extend(
        row.slot.as_ref().and_then(|slot| when::on_now(slot, row.service)).map(|words| tag("tag now", words)),
    );
    match row.attendance {
        Attendance::Online => tags.push(tag("tag online", t::find_online().to_owned())),
        Attendance::Hybrid => tags.push(tag("tag online", t::find_hybrid().to_owned())),
        Attendance::Inactive => tags.push(tag("tag inactive", t::find_inactive().to_owned())),
        Attendance::InPerson => {}
    }
    tags.extend(row.program.clone().map(|program| tag("tag", program)));
    tags.extend(row.types.iter().take(TYPES).map(|name| tag("tag", name.clone())));
    let hidden = row.types.len().saturating_sub(TYPES);
    if hidden > 0 {
        tags.push(tag("tag muted", t::find_more_types(hidden as i64)));
    }
    tags
}
