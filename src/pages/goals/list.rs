//! `/goals`: the goals a person set.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::{Goal, Standing};
use std::sync::Arc;

use super::{numbers, see, state, summary};
use crate::i18n::t;
use crate::nav::nav;
use crate::pages::settings;
use crate::platform::page;
use crate::route::{Page, Route};
use crate::store::{Store, store};
use crate::ui::{empty, heading, icon, link_row, link_rows, more};

/// The page.
pub(in crate::pages) fn page() -> View {
    let store = store();
    let goals = Memo::new(move |_| store.goals());
    let ordering = RwSignal::new(false);
    let body = move || if goals.with(Vec::is_empty) { first() } else { list(&goals.get(), ordering) };
    view! { {heading(t::goals_title())} <p class="lead">{t::goals_lead()}</p> {body} }
}

fn first() -> View {
    let set_one = view! { <a class="btn primary" href=Page::GoalNew.href()>{t::goals_first()}</a> };
    empty(Some("sprout"), t::goals_empty(), t::goals_empty_more(), set_one)
}

fn list(goals: &[(GoalId, Goal)], ordering: RwSignal<bool>) -> View {
    let is_away = |goal: &Goal| matches!(goal.standing, Standing::Archived { .. });
    let shown: Arc<[(GoalId, Goal)]> = goals.iter().filter(|(_, goal)| !is_away(goal)).cloned().collect();
    let away = goals
        .iter()
        .filter(|(_, goal)| is_away(goal))
        .map(|(id, goal)| link_row(Route::one(Page::Goal, id.as_str()).href(), goal.name.clone(), None));
    let away = away.collect_view();
    let away = (shown.len() < goals.len()).then(|| more(t::goals_put_away(), link_rows(away)));
    let order = (shown.len() > 1).then(|| {
        let words = move || if ordering.get() { t::goals_order_done() } else { t::goals_order() };
        view! {
            <button type="button" class="btn quiet" id="order" on:click=move |_| ordering.set(!ordering.get_untracked())>
                {words}
            </button>
        }
    });
    let cards = move || {
        if ordering.get() {
            return shown.iter().map(|(id, goal)| placed(&shown, id, goal)).collect_view();
        }
        shown.iter().filter(|(_, goal)| !goal.folded).map(|(id, goal)| card(id, goal)).collect_view()
    };
    let folded: Vec<View> = goals
        .iter()
        .filter(|(_, goal)| goal.folded && !is_away(goal))
        .map(|(id, goal)| card(id, goal))
        .collect();
    let folded = (!folded.is_empty())
        .then(|| more(t::goals_more(), view! { <ul class="goals">{folded.into_iter().collect_view()}</ul> }));
    view! {
        <div class="actions">
            <a class="btn primary" href=Page::CheckIn.href()>{icon("check")}{t::check_in_title()}</a>
            <a class="btn" href=Page::GoalNew.href()>{icon("plus")}{t::goal_new_title()}</a>
        </div>
        {reminder()}
        <ul class="goals">{cards}</ul>
        {folded}
        {order}
        {away}
        {see::overview()}
        {summary::maker()}
        {link_rows(view! {
            {link_row(Page::Plan.href(), t::plan_title(), Some(t::plan_lead().to_owned()))}
            {link_row(Page::Card.href(), t::card_share_one(), Some(t::card_share_one_more().to_owned()))}
        })}
    }
}

/// A goal with the buttons that move it.
fn placed(shown: &Arc<[(GoalId, Goal)]>, id: &GoalId, goal: &Goal) -> View {
    let store = store();
    let button = |up: bool, label: String| {
        let (all, id) = (shown.clone(), id.clone());
        let name = format!("{}-{id}", if up { "up" } else { "down" });
        let focus = format!("#{name}");
        let press = move |_| {
            store.move_goal(&all, &id, up);
            page::focus(&focus);
        };
        view! {
            <button type="button" class="btn icon" id=name aria-label=label on:click=press>
                {if up { "↑" } else { "↓" }}
            </button>
        }
    };
    view! {
        <li class="card placed">
            <h2>{goal.name.clone()}</h2>
            <div class="actions">{button(true, t::goals_up(&goal.name))}{button(false, t::goals_down(&goal.name))}</div>
        </li>
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
    let (log, shown) = (state::log_of(store, id.clone()), goal.clone());
    let number = move || {
        let progress = log.with(|log| log.progress(&shown, store.today()));
        numbers::headline(&shown, &progress)
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
