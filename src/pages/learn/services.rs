//! Help with daily needs, and with work: what to ask for, what to do first, where to look.

use crate::view::prelude::*;
use alongside_core::fragment::encode;
use alongside_core::support::{Employment, Finder, Lines, Need, Social, sources_of};

use crate::i18n::t;
use crate::platform::intl;
use crate::route::{Page, Route};
use crate::ui::{checked_words, line_list, more, outside_link, review_note};

/// What a person may need from day to day.
pub(super) fn needs(social: &Social, lines: &Lines) -> View {
    let items = social.needs.iter().map(|need| {
        let content = view! {
            <p><strong>{t::learn_may_need()}</strong>" "{need.what_you_may_need.clone()}</p>
            {steps(&need.first_steps)}
            {finders(&need.finders, lines)}
            <p><strong>{t::learn_ask()}</strong>" “"{need.ask_a_peer.clone()}"”"</p>
            {here(need)}
            {review_note(need.review.as_deref())}
            {sources(social, &need.source_ids)}
        };
        view! { <li data-need=need.id.clone()>{more(need.name.clone(), content)}</li> }
    });
    view! { <ul class="plain">{items.collect_view()}</ul> }
}

/// Ways to work or to learn.
pub(super) fn work(social: &Social, lines: &Lines) -> View {
    let items = social.employment.iter().map(|way: &Employment| {
        let content = view! {
            <p>{way.what_it_is.clone()}</p>
            <p><strong>{t::learn_who()}</strong>" "{way.who_for.clone()}</p>
            {steps(&way.first_steps)}
            {finders(&way.finders, lines)}
            {review_note(way.review.as_deref())}
            {sources(social, &way.source_ids)}
        };
        view! { <li data-work=way.id.clone()>{more(way.name.clone(), content)}</li> }
    });
    view! { <ul class="plain">{items.collect_view()}</ul> }
}

fn sources(social: &Social, ids: &[String]) -> Option<View> {
    super::sources(&sources_of(&social.sources, &ids.iter().collect::<Vec<_>>()))
}

fn steps(steps: &[String]) -> View {
    let items = steps.iter().map(|step| view! { <li>{step.clone()}</li> });
    view! { <h3>{t::learn_steps()}</h3> <ul>{items.collect_view()}</ul> }
}

/// This site's services for the need: one tap.
fn here(need: &Need) -> Option<View> {
    let names: Vec<String> =
        need.listing_needs.iter().filter_map(|id| t::choice("service", id).map(str::to_owned)).collect();
    let href = Route::with(Page::Find, [("need", need.listing_needs.join(",").as_str())]).href();
    (!names.is_empty()).then(|| {
        view! { <p><a class="btn" href=href>{t::learn_here(&intl::list(&names))}</a></p> }
    })
}

/// Where to look: pages, then numbers. A help line is shown as everywhere else.
fn finders(finders: &[Finder], lines: &Lines) -> Option<View> {
    let pages: Vec<View> = finders.iter().filter_map(finder).collect();
    let pages = (!pages.is_empty()).then(|| view! { <ul>{pages.into_iter().collect_view()}</ul> });
    let ids: Vec<String> = finders.iter().filter_map(|finder| finder.line_id.clone()).collect();
    let lines = lines.with_ids(&ids, None);
    let lines = (!lines.is_empty()).then(|| line_list(&lines, false));
    (!finders.is_empty()).then(|| view! { <h3>{t::learn_finders()}</h3> {pages} {lines} })
}

fn finder(finder: &Finder) -> Option<View> {
    // A number of a help line is taken from there.
    let call = finder.digits().filter(|_| finder.line_id.is_none()).map(|digits| {
        let number = finder.phone.clone().unwrap_or_default();
        view! { " "<a href=format!("tel:{}", encode(&digits))><span class="sr">{finder.name.clone()}" "</span>{t::lines_call(&number)}</a> }
    });
    let checked = checked_words(finder.checked.as_deref());
    let known = match (&finder.url, &call) {
        (Some(_), _) | (None, Some(_)) => format!("({checked})"),
        // Its line says all.
        (None, None) if finder.line_id.is_some() => return None,
        (None, None) => t::learn_hidden().to_owned(),
    };
    let name = match &finder.url {
        Some(url) => outside_link(url, finder.name.clone()),
        None => finder.name.clone().into_view(),
    };
    Some(
        view! { <li>{name}{call}" "<span class="fine">{known}</span>{finder.note.clone().map(|note| view! { " "{note} })}</li> },
    )
}
