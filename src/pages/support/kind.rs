//! `/kind#id`: one kind of support.

use crate::view::prelude::*;
use alongside_core::support::{ASKS, Asked, Kind};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::nav;
use crate::pages::back;
use crate::platform::intl;
use crate::route::{Page, Route};
use crate::ui::{
    checked_words, country, heading, line_list, more, org_list, outside_link, page_when_loaded, print_button,
    review_note, source_line, translation_note, when_loaded,
};

/// `/kind#id`.
pub(in crate::pages) fn one() -> View {
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
        {asks(kind)}
        {text_part(kind, t::kind_peers(), "role_of_peers", kind.role_of_peers.as_ref())}
        {text_part(kind, t::kind_not_enough(), "when_not_enough", kind.when_not_enough.as_ref())}
        {lines(kind.line_ids.clone())}
        {how_to_find(kind)}
        {organizations(kind.id.clone())}
        {more(t::source_many(), view! { <ul class="fine">{sources.collect_view()}</ul> })}
    }
}

/// What it asks of a person: so that nobody is surprised at the door.
fn asks(kind: &Kind) -> View {
    let rows = ASKS.iter().filter_map(|what| {
        let asked = kind.asked(what)?;
        let (name, words) = (name_of(what), words_of(what, asked));
        Some(view! { <div><dt>{name}</dt><dd>{words}</dd></div> })
    });
    let rows: Vec<View> = rows.collect();
    if rows.is_empty() {
        return ().into_view();
    }
    view! { <section><h2>{t::kind_asks()}</h2><dl class="facts brief">{rows}</dl></section> }
}

fn name_of(what: &str) -> &'static str {
    match what {
        "account" => t::kind_ask_account(),
        "name" => t::kind_ask_name(),
        "camera" => t::kind_ask_camera(),
        "number" => t::kind_ask_number(),
        "faith" => t::kind_ask_faith(),
        "days" => t::kind_ask_days(),
        _ => t::kind_ask_medicine(),
    }
}

/// Medicine is welcome or not; all else is needed or not.
fn words_of(what: &str, asked: Asked) -> &'static str {
    match (what, asked) {
        (_, Asked::Unknown) => t::kind_asked_unknown(),
        ("medicine", Asked::Yes) => t::kind_medicine_yes(),
        ("medicine", Asked::Some) => t::kind_medicine_some(),
        ("medicine", Asked::No) => t::kind_medicine_no(),
        (_, Asked::Yes) => t::kind_asked_yes(),
        (_, Asked::Some) => t::kind_asked_some(),
        (_, Asked::No) => t::kind_asked_no(),
    }
}

/// National organizations that offer it, or help to find it.
fn organizations(kind: String) -> View {
    let slot = contents().orgs;
    live(move || {
        let orgs = slot.ready()?;
        let of_kind: Vec<_> = orgs.of_kind(&kind).collect();
        (!of_kind.is_empty())
            .then(|| view! { <section><h2>{t::kind_orgs()}</h2>{org_list(&of_kind)}</section> })
    })
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
