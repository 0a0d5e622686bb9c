//! Passages of the first step as lists, with who must still read them.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::prelude::*;
use alongside_core::support::{FirstStep, Passage};

use crate::i18n::t;
use crate::ui::{checked_words, fold, outside_link, review_note, source_line};

/// A folded part; nothing if it has no passages.
pub(super) fn part(title: &'static str, passages: &[Passage]) -> View {
    if passages.is_empty() { ().into_view() } else { fold(title, list(passages)) }
}

/// A list of passages.
pub(super) fn list(passages: &[Passage]) -> View {
    let items = passages.iter().map(|passage| {
        let name = passage.name.clone().map(|name| view! { <strong>{name}</strong>" " });
        let why = passage.why.clone().map(|why| view! { <p class="soft">{why}</p> });
        view! { <li>{name}{passage.text.clone()}{why}</li> }
    });
    view! { <ul>{items.collect_view()}</ul> {reviews(passages)} }
}

/// Who must still read some of the passages, each said once.
fn reviews(passages: &[Passage]) -> View {
    let waiting: BTreeSet<&str> = passages.iter().filter_map(|passage| passage.review.as_deref()).collect();
    waiting.into_iter().map(|reviewer| review_note(Some(reviewer))).collect_view()
}

/// The name of a part; a part this version has no words for has none.
fn group_name(kind: &str, id: &str) -> Option<View> {
    t::choice(kind, id).map(|words| view! { <h3>{words}</h3> })
}

/// Parts by name under one fold.
pub(super) fn groups(title: &'static str, kind: &str, groups: &BTreeMap<String, Vec<Passage>>) -> View {
    let parts = groups.iter().map(|(id, passages)| view! { {group_name(kind, id)} {list(passages)} });
    fold(title, parts.collect_view())
}

/// Every sentence to say, by place, with the warnings of the place.
pub(super) fn sentences(first: &FirstStep) -> View {
    let parts = first.opening_sentences.iter().map(|(id, sentences)| {
        let warnings = first.opening_warnings.iter().filter(|warning| warning.places.contains(id)).map(|warning| {
            view! {
                <div class="notice attention"><p>{warning.text.clone()}</p>{review_note(warning.review.as_deref())}</div>
            }
        });
        let items = sentences.iter().map(|sentence| view! { <li>{sentence.text.clone()}</li> });
        view! { {group_name("say", id)} {warnings.collect_view()} <ul>{items.collect_view()}</ul> }
    });
    fold(t::first_say(), parts.collect_view())
}

/// Places to search for help.
pub(super) fn finders(first: &FirstStep) -> View {
    let items = first.finders.iter().map(|finder| {
        let name = match &finder.url {
            Some(url) => outside_link(url, finder.name.clone()),
            None => finder.name.clone().into_view(),
        };
        view! { <li>{name}" "<span class="fine">"("{checked_words(None)}")"</span>" "{finder.note.clone()}</li> }
    });
    view! { <ul>{items.collect_view()}</ul> }
}

/// Where it all comes from.
pub(super) fn sources(first: &FirstStep) -> View {
    let items = first.sources.iter().map(|entry| view! { <li>{source_line(&entry.source, None)}</li> });
    view! { <ul class="fine">{items.collect_view()}</ul> }
}
