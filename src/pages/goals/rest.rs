//! A goal that rests: stopped for now, paused for a while, put away, and back again. Nothing of it is lost.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Goal, Pause, Standing};

use crate::i18n::t;
use crate::platform::{intl, page};
use crate::route::Page;
use crate::store::store;
use crate::ui::{field, icon, toasts};

/// What stands on top while the goal rests.
pub(super) fn resting(goal: &Goal, today: Date) -> View {
    let words = match goal.standing {
        Standing::Stopped { on } => Some(t::rest_stopped(&intl::long_date(on, false))),
        Standing::Archived { on } => Some(t::rest_archived(&intl::long_date(on, false))),
        Standing::Active if today < goal.first_day => {
            Some(t::rest_starts(&intl::long_date(goal.first_day, false)))
        }
        Standing::Active => goal.pauses.iter().find(|pause| pause.covers(today)).map(paused),
    };
    words.map(|words| view! { <p class="notice slim"><span>{words}</span></p> }).into_view()
}

fn paused(pause: &Pause) -> String {
    let from = intl::long_date(pause.from, false);
    match pause.to {
        Some(to) => t::rest_paused(&from, &intl::long_date(to, false)),
        None => t::rest_paused_open(&from),
    }
}

/// The ways to rest and to go on.
pub(super) fn ways(id: &GoalId, goal: Memo<Option<Goal>>) -> View {
    let (store, toasts, id) = (store(), toasts(), id.clone());
    let button = move |id: &GoalId, words: &'static str, change: fn(&mut Goal, Date)| {
        let id = id.clone();
        let press = move |_| {
            let Some(before) = untrack(|| store.goal(&id)) else { return };
            let today = untrack(|| store.today());
            store.edit_goal(&id, |goal| change(goal, today));
            page::focus("#rest");
            let own = id.clone();
            let back = move || store.edit_goal(&own, |goal| *goal = before.clone());
            store.when_kept(toasts.in_turn(move |toasts| toasts.undoable(words.to_owned(), back)));
        };
        view! { <button type="button" class="btn" on:click=press>{words}</button> }
    };
    let standing = Memo::new(move |_| goal.with(|goal| goal.as_ref().map(|goal| goal.standing)));
    let own = id.clone();
    let buttons = live(move || match standing.get() {
        Some(Standing::Active) => {
            view! { {button(&own, t::rest_stop(), Goal::stop)} {button(&own, t::rest_archive(), Goal::archive)} }
        }
        Some(Standing::Stopped { .. }) => {
            view! { {button(&own, t::rest_again(), Goal::start_again)} {button(&own, t::rest_archive(), Goal::archive)} }
        }
        Some(Standing::Archived { .. }) => button(&own, t::rest_back(), Goal::start_again),
        None => ().into_view(),
    });
    let is_folded = Memo::new(move |_| goal.with(|goal| goal.as_ref().is_some_and(|goal| goal.folded)));
    let own = id.clone();
    let fold = live(move || {
        let words = if is_folded.get() { t::rest_unfold() } else { t::rest_fold() };
        view! {
            <p class="soft">{t::rest_fold_more()}" "<a href=Page::Settings.href()>{t::rest_lock()}</a></p>
            <div class="actions">{button(&own, words, |goal, _| goal.folded = !goal.folded)}</div>
        }
    });
    view! {
        <section>
            <h3 id="rest" tabindex="-1">{t::rest_title()}</h3>
            <p class="soft">{t::rest_more()}</p>
            <div class="actions">{buttons}</div>
            {fold}
            {pauses(&id, goal)}
        </section>
    }
}

/// Pauses for a range of days: those there are, and a new one.
fn pauses(id: &GoalId, goal: Memo<Option<Goal>>) -> View {
    let store = store();
    let all = Memo::new(move |_| goal.with(|goal| goal.as_ref().map(|goal| goal.pauses.clone())));
    let own = id.clone();
    let list = live(move || {
        let rows = all.get().unwrap_or_default().into_iter().map(|pause| {
            let own = own.clone();
            let remove = move |_| {
                store.edit_goal(&own, |goal| goal.pauses.retain(|one| *one != pause));
                page::focus("#pause-from");
            };
            let words = paused(&pause);
            view! {
                <li>
                    <span>{words.clone()}</span>
                    <button type="button" class="btn quiet" on:click=remove>
                        {icon("trash")}<span class="sr">{t::rest_remove(&words)}</span>
                    </button>
                </li>
            }
        });
        view! { <ul class="pauses">{rows.collect_view()}</ul> }
    });
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_wrong = RwSignal::new(false);
    let id = id.clone();
    let add = move |_| {
        let (first, last) = (Date::parse(&from.get_untracked()), to.get_untracked());
        let last_day = Date::parse(&last);
        let can_be = last_day.is_some() || last.trim().is_empty();
        let mut is_added = false;
        if let Some(first) = first.filter(|_| can_be) {
            store.edit_goal(&id, |goal| is_added = goal.pause(first, last_day));
        }
        is_wrong.set(!is_added);
        if is_added {
            from.set(String::new());
            to.set(String::new());
        }
        page::focus("#pause-from");
    };
    view! {
        {list}
        <div class="pair">
            {field("pause-from", t::rest_from()).error(is_wrong, t::rest_wrong()).moment("date", from)}
            {field("pause-to", t::rest_to()).moment("date", to)}
        </div>
        <div class="actions"><button type="button" class="btn" on:click=add>{t::rest_pause()}</button></div>
    }
}
