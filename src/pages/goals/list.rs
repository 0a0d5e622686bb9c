//! `/goals`: the goals a person set.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::Goal;

use super::{numbers, see, state};
use crate::i18n::t;
use crate::nav::nav;
use crate::pages::settings;
use crate::platform::page;
use crate::route::{Page, Route};
use crate::store::{Store, store};
use crate::ui::{empty, heading, icon, link_row, link_rows};

/// The page.
pub(in crate::pages) fn page() -> View {
    let store = store();
    let goals = Memo::new(move |_| store.goals());
    let body = move || if goals.with(Vec::is_empty) { first() } else { list(&goals.get()) };
    view! { {heading(t::goals_title())} <p class="lead">{t::goals_lead()}</p> {body} }
}

fn first() -> View {
    let set_one = view! { <a class="btn primary" href=Page::GoalNew.href()>{t::goals_first()}</a> };
    empty(Some("sprout"), t::goals_empty(), t::goals_empty_more(), set_one)
}

fn list(goals: &[(GoalId, Goal)]) -> View {
    let cards = goals.iter().map(|(id, goal)| card(id, goal)).collect_view();
    view! {
        <div class="actions">
            <a class="btn primary" href=Page::CheckIn.href()>{icon("check")}{t::check_in_title()}</a>
            <a class="btn" href=Page::GoalNew.href()>{icon("plus")}{t::goal_new_title()}</a>
        </div>
        {reminder()}
        <ul class="goals">{cards}</ul>
        {see::overview()}
        {link_rows(view! {
            {link_row(Page::Plan.href(), t::plan_title(), Some(t::plan_lead().to_owned()))}
            {link_row(Page::Card.href(), t::card_share_one(), Some(t::card_share_one_more().to_owned()))}
        })}
    }
}

/// A quiet word about a backup, now and then.
fn reminder() -> View {
    let store = store();
    let is_due = Memo::new(move |_| store.is_backup_due());
    let nav = nav();
    live(move || {
        is_due.get().then(|| {
            view! {
                <div class="reminder">
                    <p>{t::reminder_words()}</p>
                    <div class="actions">
                        <button type="button" class="btn quiet" on:click=move |_| settings::open_backup(nav)>{t::reminder_make()}</button>
                        <button type="button" class="btn quiet" on:click=move |_| later(store)>{t::reminder_later()}</button>
                    </div>
                </div>
            }
        })
    })
}

fn later(store: Store) {
    store.put_reminder_off();
    // The button that had the focus is gone.
    page::focus("#main");
}

fn card(id: &GoalId, goal: &Goal) -> View {
    let store = store();
    let href = Route::one(Page::Goal, id.as_str()).href();
    let (own, shown) = (id.clone(), goal.clone());
    let number = move || {
        let log = store.logs().get(&own).cloned().unwrap_or_default();
        numbers::headline(&shown, &log.progress(&shown, store.today()))
    };
    let (id, goal) = (id.clone(), goal.clone());
    let name = goal.name.clone();
    let today = move || state::buttons(&id, &goal, store.today());
    view! {
        <li class="card goal-card">
            <h2><a href=href>{name}</a></h2>
            {number}
            <div class="today"><p class="soft">{t::goal_today()}</p>{today}</div>
        </li>
    }
}
