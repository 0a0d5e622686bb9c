//! How much there was on a day: a tap adds one, a field adds more, and each entry can be taken away again.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Amount, Event, Goal, Kind, What};

use super::state;
use crate::i18n::t;
use crate::platform::{clock, intl, page};
use crate::store::store;
use crate::ui::{field, icon, toasts};

/// An amount as it is read, with its unit if the goal has one.
pub(super) fn words(amount: Amount, goal: &Goal) -> String {
    let number = intl::amount(amount.value());
    match &goal.kind {
        Kind::AtLeast { unit, .. } | Kind::AtMost { unit, .. } if !unit.is_empty() => {
            t::amount_of(&number, unit)
        }
        _ => number,
    }
}

/// What there was so far, and the ways to add to it.
pub(super) fn part(id: &GoalId, goal: &Goal, date: Date) -> View {
    let (store, toasts) = (store(), toasts());
    let (own, shown) = (id.clone(), goal.clone());
    let so_far = live(move || {
        let day = state::known(store, &own, &shown, date)?;
        let target = words(day.target.unwrap_or_default(), &shown);
        let words = match (&shown.kind, day.amount) {
            (_, None) => t::amount_none(&target),
            (Kind::AtMost { .. }, Some(amount)) => t::amount_most(&intl::amount(amount.value()), &target),
            (_, Some(amount)) => t::amount_least(&intl::amount(amount.value()), &target),
        };
        Some(view! { <p class="so-far">{words}</p> })
    });
    let typed = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let name: &'static str = if date == untrack(|| store.today()) { "amount-today" } else { "amount-day" };
    let own = id.clone();
    let add = move |amount: Amount| {
        let event = Event {
            amount: Some(amount),
            ..Event::new(Some(own.clone()), date, clock::now_ms(), What::Amount)
        };
        let Some(id) = store.keep(event) else { return toasts.say(t::goal_not_noted().to_owned()) };
        let undo = move || store.delete_event(&id);
        store.when_kept(toasts.in_turn(move |toasts| {
            toasts.undoable(t::amount_added(&intl::amount(amount.value())), undo);
        }));
    };
    let one = add.clone();
    let none = add.clone();
    let more = move |_| {
        let amount = Amount::parse(&typed.get_untracked());
        is_wrong.set(amount.is_none());
        match amount {
            Some(amount) => {
                add(amount);
                typed.set(String::new());
            }
            None => page::focus(&format!("#{name}")),
        }
    };
    view! {
        {so_far}
        <button type="button" class="btn" on:click=move |_| one(Amount::whole(1))>{icon("plus")}{t::amount_add_one()}</button>
        <button type="button" class="btn" on:click=move |_| none(Amount::ZERO)>{t::amount_nothing()}</button>
        <div class="amount">
            {field(name, t::amount_more()).error(is_wrong, t::goal_new_targetless()).text(typed, 12)}
            <button type="button" class="btn" on:click=more>{t::amount_add()}</button>
        </div>
        {entries(id, goal, date)}
    }
}

/// The hour at which it was noted, if that is known.
pub(super) fn time_of(event: &Event) -> String {
    event.local_minute().map(intl::clock_time).unwrap_or_default()
}

fn entries(id: &GoalId, goal: &Goal, date: Date) -> View {
    let (store, toasts) = (store(), toasts());
    let (id, goal) = (id.clone(), goal.clone());
    live(move || {
        let all = store.events_of(Some(&id), date, What::Amount);
        if all.is_empty() {
            return ().into_view();
        }
        let rows = all.into_iter().map(|(id, event)| {
            let said = words(event.amount.unwrap_or_default(), &goal);
            let time = time_of(&event);
            let label = t::amount_remove(&said);
            let remove = move |_| {
                store.delete_event(&id);
                let (id, event) = (id.clone(), event.clone());
                toasts.undoable(t::amount_removed().to_owned(), move || store.put_event(id.clone(), event.clone()));
                page::focus("#main");
            };
            view! {
                <li>
                    <span>{said}" "<span class="soft">{time}</span></span>
                    <button type="button" class="btn quiet" on:click=remove>{icon("trash")}<span class="sr">{label}</span></button>
                </li>
            }
        });
        view! { <ul class="pauses">{rows.collect_view()}</ul> }
    })
}
