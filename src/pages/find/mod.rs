//! `/find`: search the directory.

mod choices;
mod filters;
mod messages;
mod near;
pub(super) mod row;
pub(super) mod when;

use crate::view::prelude::*;
use alongside_core::directory::search::{LONGEST_QUERY, ResultRow};

use crate::directory::{Finder, State, finder};
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::platform::timing;
use crate::route::Page;
use crate::site::site;
use crate::ui::{heading, icon, print_button, site_problems};
use choices::Choices;

/// The page.
pub(super) fn page() -> View {
    let finder = finder();
    let fragment = nav().fragment();
    let site = site();
    let asking = RwSignal::new(None);
    // A question for each change of the address, once it is known which feeds there are.
    Effect::new(move |_| {
        if site.is_settled() {
            finder.ask(&fragment.get());
        }
    });
    // What is on now changes with the minute.
    timing::each_minute(move || {
        let fragment = fragment.try_get_untracked();
        if let Some(fragment) = &fragment {
            finder.ask(fragment);
        }
        fragment.is_some()
    });
    let class = move || {
        if answered(finder) || matches!(finder.state(), State::Failed) { "find" } else { "find reading" }
    };
    view! {
        <div class="title-row">
            {heading(t::find_title())}
            <a class="beside-title" href=Page::Saved.href()>{icon("star")}{t::saved_title()}</a>
        </div>
        {search()}
        {filters::quick(asking)}
        <div class=class>
            <aside class="filters" aria-label=t::find_filters()>{filters::panel(asking)}</aside>
            <div class="results">
                {site_problems()}
                {messages::view()}
                {messages::kinds_not_here()}
                {near::message(asking)}
                {count()}
                {filters::chosen()}
                {results()}
            </div>
        </div>
    }
}

fn search() -> View {
    let nav = nav();
    let query = move || Choices::now(nav).text("q");
    view! {
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            {icon("find")}
            <input
                type="search"
                aria-label=t::find_search()
                placeholder=t::find_search_hint()
                maxlength=LONGEST_QUERY.to_string()
                autocomplete="off"
                enterkeyhint="search"
                prop:value=query
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    Choices::untracked(nav).set("q", &typed).go(nav, Entry::Replace);
                }
            />
        </form>
    }
}

/// How many match, said politely when the answer changes.
fn count() -> View {
    let (nav, finder) = (nav(), finder());
    let words = Memo::new(move |_| match (finder.state(), finder.given()) {
        (State::Open(_), Some(given)) => {
            let is_near = given.answer.near.as_ref().is_some_and(|near| near.found);
            let by_time = Choices::now(nav).text("sort") == "time";
            let total = given.answer.total as i64;
            if is_near && !by_time { t::find_count_near(total) } else { t::find_count(total) }
        }
        (State::Failed, _) => String::new(),
        _ => t::find_reading().to_owned(),
    });
    view! { <p class="count" role="status">{move || words.get()}</p> }
}

/// Whether the lists are read, and what was asked of them first is answered. Tracked.
fn answered(finder: Finder) -> bool {
    matches!(finder.state(), State::Open(_)) && finder.given().is_some()
}

fn results() -> View {
    let finder = finder();
    let is_there = Memo::new(move |_| answered(finder));
    live(move || {
        is_there.get().then(|| {
            view! {
                <div
                    class="found"
                    data-total=move || finder.given().map(|given| given.answer.total.to_string())
                    aria-busy=move || finder.is_busy().then_some("true")
                >
                    {move || rows(finder)}
                </div>
            }
        })
    })
}

/// The results; on paper the day stands above its first.
fn with_days(rows: &[ResultRow]) -> View {
    let mut last = None;
    let all = rows.iter().map(|one| {
        let day = one.slot.as_ref().map(when::weekday);
        let head = day.clone().filter(|_| day != last);
        last = day;
        let head = head.map(|day| view! { <li class="on-paper day" role="presentation">{day}</li> });
        view! { {head} {row::row(one)} }
    });
    all.collect_view()
}

fn rows(finder: Finder) -> View {
    let Some(given) = finder.given() else { return ().into_view() };
    let answer = given.answer;
    if answer.total == 0 {
        return messages::nothing(finder);
    }
    let more = answer.total > answer.rows.len();
    let fragment = given.fragment;
    view! {
        <ul class="rows">{with_days(&answer.rows)}</ul>
        {print_button()}
        {more.then(|| {
            view! {
                <button type="button" class="btn" on:click=move |_| finder.want_more(&fragment)>
                    {t::find_more()}
                </button>
            }
        })}
    }
}
