//! `/first-step`: before you stop, and how to ask for help.

use std::collections::BTreeMap;

use crate::view::prelude::*;
use alongside_core::support::{FirstStep, Passage};

use crate::content::contents;
use crate::i18n::t;
use crate::route::Page;
use crate::ui::{
    checked_words, heading, outside_link, review_note, source_line, when_loaded, withdrawal_notice,
};

/// The page.
pub(super) fn page() -> View {
    view! {
        {heading(t::first_title())}
        {withdrawal_notice()}
        {when_loaded(contents().first_step, |first| all(&first))}
        <p><a class="btn primary" href=Page::HelpNow.href()>{t::lines_all()}</a></p>
    }
}

fn all(first: &FirstStep) -> View {
    let law: Vec<Passage> = first.law_note.iter().cloned().collect();
    view! {
        <p class="lead">{first.intro.text.clone()}</p>
        <p class="soft">{t::first_scope()}</p>
        {part(t::first_before(), &first.before_anything)}
        {sentences(first)}
        {part(t::first_they_ask(), &first.they_may_ask)}
        {part(t::first_you_ask(), &first.you_can_ask)}
        {part(t::first_quality(), &first.quality_signs)}
        {groups(t::first_bring(), "bring", &first.bring)}
        {groups(t::first_meeting(), "meeting", &first.first_meeting)}
        {part(t::first_payment(), &first.payment)}
        {part(t::first_rights(), &first.rights)}
        {part(t::first_red_flags(), &first.red_flags)}
        {part(t::first_report(), &first.report_to)}
        {part(t::first_law(), &law)}
        {part(t::first_digital(), &first.digital_privacy)}
        {finders(first)}
        {sources(first)}
    }
}

/// Parts stand folded: a person opens the one they need.
fn fold(title: &'static str, content: View) -> View {
    view! { <details class="card"><summary><h2>{title}</h2></summary>{content}</details> }
}

fn part(title: &'static str, passages: &[Passage]) -> View {
    if passages.is_empty() { ().into_view() } else { fold(title, list(passages)) }
}

fn list(passages: &[Passage]) -> View {
    let items = passages.iter().map(|passage| {
        let name = passage.name.clone().map(|name| view! { <strong>{name}</strong>" " });
        let why = passage.why.clone().map(|why| view! { <p class="soft">{why}</p> });
        view! { <li>{name}{passage.text.clone()}{why}{review_note(passage.review.as_deref())}</li> }
    });
    view! { <ul>{items.collect_view()}</ul> }
}

/// The name of a part; a part this version has no words for has none.
fn group_name(kind: &str, id: &str) -> Option<View> {
    t::choice(kind, id).map(|words| view! { <h3>{words}</h3> })
}

fn groups(title: &'static str, kind: &str, groups: &BTreeMap<String, Vec<Passage>>) -> View {
    let parts = groups.iter().map(|(id, passages)| view! { {group_name(kind, id)} {list(passages)} });
    fold(title, parts.collect_view())
}

fn sentences(first: &FirstStep) -> View {
    let parts = first.opening_sentences.iter().map(|(id, sentences)| {
        let warnings = first.opening_warnings.iter().filter(|warning| warning.places.contains(id)).map(|warning| {
            view! {
                <div class="notice attention"><p>{warning.text.clone()}</p>{review_note(warning.review.as_deref())}</div>
            }
        });
        let items = sentences.iter().map(|sentence| view! { <li>{sentence.clone()}</li> });
        view! { {group_name("say", id)} {warnings.collect_view()} <ul>{items.collect_view()}</ul> }
    });
    fold(t::first_say(), parts.collect_view())
}

fn finders(first: &FirstStep) -> View {
    let items = first.finders.iter().map(|finder| {
        let name = match &finder.url {
            Some(url) => outside_link(url, finder.name.clone()),
            None => finder.name.clone().into_view(),
        };
        view! { <li>{name}" "<span class="fine">"("{checked_words(None)}")"</span>" "{finder.note.clone()}</li> }
    });
    fold(t::first_finders(), view! { <ul>{items.collect_view()}</ul> })
}

fn sources(first: &FirstStep) -> View {
    let items = first.sources.iter().map(|entry| view! { <li>{source_line(&entry.source, None)}</li> });
    fold(t::source_many(), view! { <ul class="fine">{items.collect_view()}</ul> })
}
