//! `/support`: the kinds of support, a guide to them, and each of them (`/kind#id`).

mod guide;
mod kind;

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{Kind, Kinds};

use crate::content::contents;
use crate::i18n::t;
use crate::route::{Page, Route};
use crate::ui::{field, heading, link_row, link_rows, when_loaded};

pub(super) use kind::one;

/// Longest words to look for, in characters.
const LONGEST: u32 = 100;

/// `/support`. What is typed and answered here stays in memory: it needs no address.
pub(super) fn list() -> View {
    let words = RwSignal::new(String::new());
    view! {
        {heading(t::support_title())}
        <p class="lead">{t::support_lead()}</p>
        {when_loaded(contents().kinds, move |kinds| {
            let found = kinds.clone();
            view! {
                {guide::guide(&kinds)}
                <p><a class="btn" href=Page::FirstStep.href()>{t::footer_first_step()}</a></p>
                {field("kind-words", t::support_find()).text(words, LONGEST)}
                {live(move || shown(&found, &words.get()))}
            }
        })}
    }
}

/// All kinds in their groups, or those with the words that are looked for.
fn shown(kinds: &Arc<Kinds>, words: &str) -> View {
    if words.trim().is_empty() {
        return groups(kinds);
    }
    let found = kinds.matching(words);
    let count = t::support_found(found.len() as i64);
    view! {
        <p class="soft" role="status">{count}</p>
        {link_rows(found.into_iter().map(link).collect_view())}
    }
}

fn groups(kinds: &Kinds) -> View {
    let sections = kinds.groups.iter().map(|group| {
        view! {
            <section>
                <h2>{group.name.clone()}</h2>
                <p class="soft">{group.hint.clone()}</p>
                {link_rows(kinds.in_group(&group.id).map(link).collect_view())}
            </section>
        }
    });
    sections.collect_view()
}

fn link(kind: &Kind) -> View {
    link_row(Route::one(Page::Kind, &kind.id).href(), kind.name.clone(), None)
}
