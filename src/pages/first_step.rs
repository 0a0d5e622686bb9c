//! `/first-step`: before you stop, and how to ask for help.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{FirstStep, Passage};

use crate::content::contents;
use crate::i18n::t;
use crate::route::Page;
use crate::ui::{
    checked_words, fold, heading, more, outside_link, print_button, review_note, source_line, tabs,
    translation_note, when_loaded,
};

/// The page.
pub(super) fn page() -> View {
    view! {
        {heading(t::first_title())}
        {when_loaded(contents().first_step, |first| all(&first))}
    }
}

fn all(first: &Arc<FirstStep>) -> View {
    let names = [t::first_tab_call(), t::first_tab_meeting(), t::first_tab_rights()];
    let all = first.clone();
    let panel = move |shown| match shown {
        0 => calling(&all),
        1 => groups(t::first_meeting(), "meeting", &all.first_meeting),
        _ => money_and_rights(&all),
    };
    view! {
        <p class="lead">{first.intro.text.clone()}</p>
        <div class="actions"><a class="btn primary" href=Page::HelpNow.href()>{t::lines_all()}</a>{print_button()}</div>
        <div class="notice attention"><h2>{t::first_before()}</h2>{list(&first.before_anything)}</div>
        {translation_note(|| contents().first_step.file.waits_for_native())}
        {tabs("first-step", t::first_title(), &names, panel)}
        {more(t::source_many(), sources(first))}
    }
}

fn calling(first: &FirstStep) -> View {
    view! {
        {sentences(first)}
        {part(t::first_they_ask(), &first.they_may_ask)}
        {part(t::first_you_ask(), &first.you_can_ask)}
        {part(t::first_quality(), &first.quality_signs)}
        {part(t::first_red_flags(), &first.red_flags)}
        {groups(t::first_bring(), "bring", &first.bring)}
        {finders(first)}
    }
}

fn money_and_rights(first: &FirstStep) -> View {
    let law: Vec<Passage> = first.law_note.iter().cloned().collect();
    view! {
        <p class="soft">{t::first_scope()}</p>
        {part(t::first_payment(), &first.payment)}
        {part(t::first_rights(), &first.rights)}
        {part(t::first_law(), &law)}
        {part(t::first_report(), &first.report_to)}
        {part(t::first_digital(), &first.digital_privacy)}
    }
}

fn part(title: &'static str, passages: &[Passage]) -> View {
    if passages.is_empty() { ().into_view() } else { fold(title, list(passages)) }
}

fn list(passages: &[Passage]) -> View {
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
    view! { <ul class="fine">{items.collect_view()}</ul> }
}
