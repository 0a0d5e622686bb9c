//! `/learn`: what peer support is and does, what studies found, and things to do. Each part can be linked to.

mod activities;
mod benefits;
mod plan;
mod services;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{
    Benefits, Kinds, Learn, Lines, Part, Section, Social, SourceEntry, Way, sources_of,
};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::nav;
use crate::platform::{page as shown_page, timing};
use crate::route::{Page, Route};
use crate::ui::{
    heading, line_list, more, review_note, source_line, translation_note, when_loaded, withdrawal_notice,
};

/// All that the page shows.
struct Books {
    learn: Arc<Learn>,
    benefits: Arc<Benefits>,
    social: Arc<Social>,
    kinds: Arc<Kinds>,
    lines: Arc<Lines>,
}

/// The page; what is after the `#` is a section.
pub(super) fn page() -> View {
    let all = contents();
    // All are asked for at once, and drawn at once: a section stays where it was shown.
    let _ = untrack(|| (all.learn.ready(), all.benefits.ready(), all.social.ready(), all.kinds.ready()));
    let section = nav().fragment();
    let shown = StoredValue::new(None::<String>);
    let books = when_loaded(all.learn, move |learn| {
        when_loaded(all.benefits, move |benefits| {
            let learn = learn.clone();
            when_loaded(all.social, move |social| {
                let (learn, benefits) = (learn.clone(), benefits.clone());
                when_loaded(all.kinds, move |kinds| {
                    let (learn, benefits, social) = (learn.clone(), benefits.clone(), social.clone());
                    when_loaded(all.lines, move |lines| {
                        let (learn, benefits) = (learn.clone(), benefits.clone());
                        let (social, kinds) = (social.clone(), kinds.clone());
                        follow(section, shown);
                        drawn(&Books { learn, benefits, social, kinds, lines })
                    })
                })
            })
        })
    });
    view! { {heading(t::learn_title())} <p class="lead">{t::learn_lead()}</p> {books} }
}

/// Moves the focus to the section that the address names: when it is drawn, and whenever the address changes.
fn follow(section: Memo<String>, shown: StoredValue<Option<String>>) {
    Effect::new(move |_| {
        let id = section.get();
        let before = shown.get_value();
        if before.as_ref() == Some(&id) {
            return;
        }
        shown.set_value(Some(id.clone()));
        if !id.is_empty() {
            jump(&id);
        } else if before.is_some() {
            shown_page::focus("#main h1");
        }
    });
}

/// Shows a section and moves the focus to its heading.
fn jump(id: &str) {
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return;
    }
    let place = format!("[data-section='{id}']");
    let heading = format!("{place} :is(h2, h3)");
    // Both in the next frame, as the heading of the page: of two steps back within one frame the last one holds.
    timing::next_frame(move || shown_page::show(&place));
    shown_page::focus(&heading);
}

fn drawn(books: &Books) -> View {
    let places = books.learn.sections.iter().map(|section| {
        let id = section.id.clone();
        let href = Route::one(Page::Learn, &id).href();
        view! { <li><a class="chip" href=href on:click=move |_| jump(&id)>{section.name.clone()}</a></li> }
    });
    view! {
        <nav aria-label=t::learn_contents()><ul class="contents">{places.collect_view()}</ul></nav>
        {translation_note(|| contents().learn.file.waits_for_native())}
        {books.learn.sections.iter().map(|one| section(one, books)).collect_view()}
    }
}

fn section(section: &Section, books: &Books) -> View {
    let own = match section.id.as_str() {
        "benefits" => benefits::list(&books.benefits, &books.kinds),
        "limits" => benefits::limits(&books.benefits),
        "activities" => activities::list(&books.social),
        "services" => services::needs(&books.social, &books.lines),
        "work" => services::work(&books.social, &books.lines),
        _ => ().into_view(),
    };
    let lines = books.lines.with_ids(&section.line_ids, None);
    let lines = (!lines.is_empty()).then(|| line_list(&lines, false));
    let waiting: BTreeSet<&str> = section.parts.iter().filter_map(|part| part.review.as_deref()).collect();
    let reviews = waiting.into_iter().map(|who| review_note(Some(who))).collect_view();
    let ids: Vec<&String> = section.parts.iter().flat_map(|part| &part.source_ids).collect();
    view! {
        <section class="part" data-section=section.id.clone()>
            <h2 tabindex="-1">{section.name.clone()}</h2>
            <p>{section.lead.clone()}</p>
            {section.parts.iter().map(|one| part(one, &books.kinds)).collect_view()}
            {section.stopping.then(withdrawal_notice)}
            {own}
            {lines}
            {reviews}
            {sources(&sources_of(&books.learn.sources, &ids))}
            {section.way.as_ref().map(|way| view! { <p>{way_on(way, Some("btn"))}</p> })}
        </section>
    }
}

fn part(part: &Part, kinds: &Kinds) -> View {
    let name = part.name.clone().map(|name| view! { <h3>{name}</h3> });
    let way = part.way.as_ref().map(|way| view! { <p>{way_on(way, None)}</p> });
    view! { <div class="piece">{name}<p>{part.text.clone()}</p>{kinds_that_fit(&part.kinds, kinds)}{way}</div> }
}

/// A link to a page of this app; only its words if this version has no such page.
fn way_on(way: &Way, class: Option<&'static str>) -> View {
    match Route::named(&way.to) {
        Some(route) => view! { <a class=class href=route.href()>{way.text.clone()}</a> },
        None => way.text.clone().into_view(),
    }
}

/// Links to the kinds of support with these ids.
fn kinds_that_fit(ids: &[String], kinds: &Kinds) -> Option<View> {
    let links = ids.iter().filter_map(|id| kinds.get(id)).enumerate().map(|(at, kind)| {
        let href = Route::one(Page::Kind, &kind.id).href();
        view! { {if at > 0 { " · " } else { " " }} <a href=href>{kind.name.clone()}</a> }
    });
    (!ids.is_empty()).then(|| view! { <p class="soft">{t::learn_fits()}{links.collect_view()}</p> })
}

/// Where the texts of a section are from, folded.
fn sources(sources: &[&SourceEntry]) -> Option<View> {
    let items =
        sources.iter().map(|entry| view! { <li>{source_line(&entry.source, entry.checked.as_deref())}</li> });
    (!sources.is_empty())
        .then(|| more(t::source_many(), view! { <ul class="fine">{items.collect_view()}</ul> }))
}
