//! What a visitor and the nonprofit should know about the lists: what could not be read, and where to go.

use crate::view::prelude::*;
use alongside_core::directory::protocol::Opened;
use alongside_core::directory::{FeedReport, RowProblem};
use alongside_core::time::Date;

use super::choices::Choices;
use crate::content::contents;
use crate::directory::{Finder, State, finder};
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::platform::{clock, intl};
use crate::route::{Page, Route};
use crate::site::site;
use crate::ui::{empty, more, org_list};

/// All messages about the lists.
pub(super) fn view() -> View {
    let finder = finder();
    live(move || match finder.state() {
        State::Reading => ().into_view(),
        State::Failed => failed(finder),
        State::Open(opened) => about(&opened),
    })
}

fn failed(finder: Finder) -> View {
    let fragment = nav().fragment();
    let retry = move |_| {
        finder.retry();
        finder.ask(&fragment.get_untracked());
    };
    view! {
        <div class="notice attention" role="alert">
            <p>{t::find_failed()}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=retry>{t::load_retry()}</button>
                <a class="btn" href=Page::HelpNow.href()>{t::lines_all()}</a>
            </div>
        </div>
    }
}

fn about(opened: &Opened) -> View {
    let broken = opened.feeds.iter().filter_map(trouble).collect_view();
    // What the people who run the site must know at once; the rest is folded away from visitors.
    let empty = opened.feeds.iter().filter(|feed| feed.is_empty());
    let empty = empty.map(|feed| about_feed(feed, t::find_feed_empty()));
    let today = clock::local_day_and_hour().0;
    let old = opened.feeds.iter().filter(|feed| feed.is_old(today));
    let old = old.filter_map(|feed| {
        let date = Date::parse(feed.updated.as_deref()?)?;
        Some(about_feed(feed, &t::find_feed_old(&intl::plain_date(date))))
    });
    let said: Vec<View> = opened.messages.iter().cloned().chain(empty).chain(old).map(say).collect();
    let unread = opened.unread();
    let notes: Vec<View> = opened
        .feeds
        .iter()
        .flat_map(|feed| feed.notes.iter().map(|note| item(about_feed(feed, note))))
        .collect();
    view! {
        {broken}
        {said}
        {(unread > 0).then(|| left_out(opened, unread))}
        {unused(opened)}
        {(!notes.is_empty()).then(|| {
            view! {
                <details class="notice">
                    <summary>{t::find_notes(notes.len() as i64)}</summary>
                    <ul>{notes}</ul>
                </details>
            }
        })}
    }
}

fn say(words: String) -> View {
    view! { <div class="notice attention" role="status"><p>{words}</p></div> }
}

fn item(words: String) -> View {
    view! { <li>{words}</li> }
}

fn about_feed(feed: &FeedReport, words: &str) -> String {
    t::find_about_feed(&feed.label, &feed.src, words)
}

fn trouble(feed: &FeedReport) -> Option<View> {
    let why = feed.trouble.as_ref()?;
    let words = t::find_feed_failed(&feed.label, &feed.src, why);
    Some(view! { <div class="notice attention" role="alert"><p>{words}</p></div> })
}

/// That rows were left out, with the reasons for whoever asks.
fn left_out(opened: &Opened, unread: usize) -> View {
    let rows = opened.feeds.iter().flat_map(|feed| {
        let rows = feed
            .rows
            .iter()
            .map(|row| item(about_feed(feed, &t::find_row(&row.row.to_string(), &begins(row), &why(row)))));
        rows.chain(and_more(feed.unread, feed.rows.len())).collect::<Vec<_>>()
    });
    view! {
        <details class="notice">
            <summary data-unread=unread.to_string()>{t::find_unread(unread as i64)}</summary>
            <ul>{rows.collect_view()}</ul>
        </details>
    }
}

/// That fields of rows that are shown could not be used.
fn unused(opened: &Opened) -> Option<View> {
    let unused: usize = opened.feeds.iter().map(|feed| feed.unused).sum();
    let fields = opened.feeds.iter().flat_map(|feed| {
        let fields = feed.fields.iter().map(|field| {
            let number = field.row.to_string();
            let words = t::find_field(&number, &begins(field), &field.field, &field.value, &why(field));
            item(about_feed(feed, &words))
        });
        fields.chain(and_more(feed.unused, feed.fields.len())).collect::<Vec<_>>()
    });
    (unused > 0).then(|| {
        view! {
            <details class="notice">
                <summary>{t::find_unused(unused as i64)}</summary>
                <ul>{fields.collect_view()}</ul>
            </details>
        }
    })
}

/// How a row begins, so that it is found in its file.
fn begins(row: &RowProblem) -> String {
    if row.begins.is_empty() { String::new() } else { format!(" (“{}”)", row.begins) }
}

/// Why it could not be used, and what to do.
fn why(row: &RowProblem) -> String {
    format!("{} {}", row.why, row.fix)
}

fn and_more(all: usize, named: usize) -> Option<View> {
    let more = all.saturating_sub(named);
    (more > 0).then(|| item(t::find_and_more(more as i64)))
}

/// What to do when nothing matches, or when this site has no list.
pub(super) fn nothing(finder: Finder) -> View {
    let is_empty = matches!(finder.state(), State::Open(opened) if opened.listings == 0);
    if is_empty { no_list() } else { no_match() }
}

/// A kind that this site has nothing of is no filter: everything is shown. Then it says so, and where to look instead.
pub(super) fn kinds_not_here() -> View {
    let finder = finder();
    let missing = Memo::new(move |_| {
        let given = finder.given()?;
        let chosen = &given.answer.chosen;
        let is_here = |part: &String| chosen.iter().any(|one| one.key == "kind" && one.part == *part);
        let asked = Choices::of(&given.fragment).parts("kind");
        Some(asked.into_iter().filter(|part| !is_here(part)).collect::<Vec<_>>())
            .filter(|list| !list.is_empty())
    });
    live(move || {
        let (missing, kinds) = (missing.get()?, contents().kinds.ready()?);
        let notices = missing.iter().filter_map(|id| kinds.get(id)).map(|kind| {
            let orgs =
                contents().orgs.ready().map(|orgs| org_list(&orgs.of_kind(&kind.id).collect::<Vec<_>>()));
            view! {
                <div class="notice attention" role="status">
                    <p>{t::find_no_kind(&kind.name)}</p>
                    <p><a href=Route::one(Page::Kind, &kind.id).href()>{t::find_no_kind_how()}</a></p>
                    {orgs.map(|orgs| more(t::kind_orgs(), orgs))}
                </div>
            }
        });
        Some(notices.collect_view())
    })
}

fn no_match() -> View {
    let nav = nav();
    let ways = view! {
        <button type="button" class="btn primary" on:click=move |_| Choices::none().go(nav, Entry::Add)>
            {t::find_clear()}
        </button>
        <a class="btn" href=Page::Support.href()>{t::footer_kinds()}</a>
    };
    empty(Some("find"), t::find_nothing(), t::find_nothing_more(), ways)
}

fn no_list() -> View {
    let treatment = Route::with(Page::HelpNow, [("need", "treatment")]);
    let why = if site().now().feeds.is_empty() { t::find_no_feeds() } else { t::find_no_rows() };
    let ways = view! {
        <a class="btn primary" href=Page::Support.href()>{t::footer_kinds()}</a>
        <a class="btn" href=treatment.href()>{t::find_national()}</a>
    };
    let orgs = live(|| {
        let orgs = contents().orgs.ready()?;
        Some(
            view! { <section><h2>{t::kind_orgs()}</h2>{org_list(&orgs.linked().collect::<Vec<_>>())}</section> },
        )
    });
    let none = empty(Some("people"), t::find_no_list(), view! { {why}" "{t::find_no_list_more()} }, ways);
    view! { {none} {orgs} }
}
