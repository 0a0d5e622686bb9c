//! `/support` and `/kind#id`: the kinds of support, and one of them.

use crate::view::prelude::*;
use alongside_core::support::{Kind, Kinds};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::nav;
use crate::pages::back;
use crate::platform::intl;
use crate::route::{Page, Route};
use crate::ui::{
    checked_words, country, heading, line_list, link_row, link_rows, more, outside_link, page_when_loaded,
    print_button, review_note, source_line, translation_note, when_loaded,
};

/// `/support`.
pub(super) fn list() -> View {
    view! {
        {heading(t::support_title())}
        <p class="lead">{t::support_lead()}</p>
        <a class="btn" href=Page::FirstStep.href()>{t::footer_first_step()}</a>
        {when_loaded(contents().kinds, |kinds| groups(&kinds))}
    }
}

fn groups(kinds: &Kinds) -> View {
    let sections = kinds.groups.iter().map(|group| {
        let links = kinds
            .in_group(&group.id)
            .map(|kind| link_row(Route::one(Page::Kind, &kind.id).href(), kind.name.clone(), None));
        view! {
            <section>
                <h2>{group.name.clone()}</h2>
                <p class="soft">{group.hint.clone()}</p>
                {link_rows(links.collect_view())}
            </section>
        }
    });
    sections.collect_view()
}

/// `/kind#id`.
pub(super) fn one() -> View {
    let id = untrack(|| nav().route()).map(|route| route.id()).unwrap_or_default();
    view! {
        {back(Page::Support, t::support_title())}
        {page_when_loaded(contents().kinds, move |kinds| match kinds.get(&id) {
            Some(kind) => detail(kind),
            None => unknown(),
        })}
    }
}

fn unknown() -> View {
    view! {
        {heading(t::kind_unknown())}
        <p><a class="btn primary" href=Page::Support.href()>{t::kind_all()}</a></p>
    }
}

/// A part of the page, with who must still read it.
fn part(kind: &Kind, title: &'static str, field: &str, content: View) -> View {
    let review = review_note(kind.review.get(field).map(String::as_str));
    view! { <section><h2>{title}</h2>{content}{review}</section> }
}

fn text_part(kind: &Kind, title: &'static str, field: &str, text: Option<&String>) -> View {
    match text {
        Some(text) => part(kind, title, field, view! { <p>{text.clone()}</p> }),
        None => ().into_view(),
    }
}

fn detail(kind: &Kind) -> View {
    let also = (!kind.also_called.is_empty()).then(|| {
        view! { <p class="fine">{t::kind_also(&intl::list(&kind.also_called))}</p> }
    });
    let find = Route::with(Page::Find, [("kind", kind.id.as_str())]).href();
    let first_time = kind.what_to_expect_first_time.iter().map(|line| view! { <li>{line.clone()}</li> });
    let first_time = view! { <ul>{first_time.collect_view()}</ul> };
    let sources =
        kind.sources.iter().map(|source| view! { <li>{source_line(source, kind.checked.as_deref())}</li> });
    view! {
        {heading(kind.name.clone())}
        <p class="lead">{kind.what_it_is.clone()}</p>
        <div class="actions"><a class="btn primary" href=find>{t::kind_find_here()}</a>{print_button()}</div>
        {also}
        {translation_note(|| contents().kinds.file.waits_for_native())}
        {text_part(kind, t::kind_who(), "who_for", Some(&kind.who_for))}
        {part(kind, t::kind_first_time(), "what_to_expect_first_time", first_time)}
        {text_part(kind, t::kind_costs(), "what_it_costs", kind.what_it_costs.as_ref())}
        {text_part(kind, t::kind_anonymity(), "anonymity", kind.anonymity.as_ref())}
        {text_part(kind, t::kind_peers(), "role_of_peers", kind.role_of_peers.as_ref())}
        {text_part(kind, t::kind_not_enough(), "when_not_enough", kind.when_not_enough.as_ref())}
        {lines(kind.line_ids.clone())}
        {how_to_find(kind)}
        {more(t::source_many(), view! { <ul class="fine">{sources.collect_view()}</ul> })}
    }
}

fn lines(ids: Vec<String>) -> View {
    if ids.is_empty() {
        return ().into_view();
    }
    when_loaded(contents().lines, move |lines| {
        line_list(&lines.with_ids(&ids, country(&lines).as_deref()), false)
    })
}

fn how_to_find(kind: &Kind) -> View {
    let Some(how) = &kind.how_to_find else { return ().into_view() };
    let link = how.url.as_ref().map(|url| {
        let words = host_of(url).to_owned();
        let checked = checked_words(how.checked.as_deref());
        view! { <p>{outside_link(url, words)}" "<span class="fine">"("{checked}")"</span></p> }
    });
    let content = view! { <p>{how.text.clone()}</p>{link} };
    part(kind, t::kind_how_to_find(), "how_to_find", content)
}

/// The host of a web address: a person sees where a link leads.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
