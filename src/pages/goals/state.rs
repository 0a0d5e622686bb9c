//! How one day went: the buttons for it, on today's card and on a day of the past.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Day, DayState, Goal, KindName, Log, What};
use std::sync::Arc;

use super::amount;
use crate::i18n::t;
use crate::store::{Store, store};
use crate::ui::{Toasts, icon, toasts};

/// What is known of one day. Tracked.
pub(super) fn known(store: Store, id: &GoalId, goal: &Goal, date: Date) -> Option<Day> {
    store.log(id).days(goal, date, date, store.today()).pop()
}

/// The days of one goal: told only of its own changes.
pub(super) fn log_of(store: Store, id: GoalId) -> Memo<Arc<Log>> {
    Memo::new(move |_| store.log(&id))
}

/// The words for a state of a day, as the kind of goal has them.
pub(super) fn words(kind: KindName, what: What) -> &'static str {
    match (kind, what) {
        (KindName::TimeSince, What::Done) => t::state_free(),
        (_, What::Done) => t::state_done(),
        (_, What::NotDone) => t::state_not_done(),
        (_, What::Skipped) => t::state_skipped(),
        (_, What::Lapse) => t::state_lapse(),
        (_, What::RunStart) => t::state_run_start(),
        _ => t::state_unknown(),
    }
}

/// The buttons: a tap notes the day, a tap on what is pressed takes it back, and both can be undone.
pub(super) fn buttons(id: &GoalId, goal: &Goal, date: Date) -> View {
    let choices: &[What] = match goal.kind.name() {
        KindName::TimeSince => &[What::Done, What::Lapse],
        KindName::AtLeast | KindName::AtMost => {
            return view! { {amount::part(id, goal, date)} {button_row(id, goal, date, &[What::Skipped])} };
        }
        KindName::OneOff => &[What::Done],
        KindName::Do | KindName::Attend => &[What::Done, What::NotDone, What::Skipped],
    };
    button_row(id, goal, date, choices)
}

/// The same for a day of the past, where a new run may have started.
pub(super) fn past_buttons(id: &GoalId, goal: &Goal, date: Date) -> View {
    match goal.kind.name() {
        KindName::TimeSince => button_row(id, goal, date, &[What::Done, What::Lapse, What::RunStart]),
        _ => buttons(id, goal, date),
    }
}

fn button_row(id: &GoalId, goal: &Goal, date: Date, choices: &[What]) -> View {
    let (store, toasts) = (store(), toasts());
    let day = {
        let (id, goal) = (id.clone(), goal.clone());
        let log = log_of(store, id);
        Memo::new(move |_| log.with(|log| log.days(&goal, date, date, store.today()).pop()))
    };
    let buttons = choices.iter().map(|what| {
        let (id, kind, what) = (id.clone(), goal.kind.name(), *what);
        let pressed = Memo::new(move |_| day.get().is_some_and(|day| is_pressed(what, &day)));
        let press = move |_| note((store, toasts), &id, kind, date, what, pressed.get_untracked());
        view! {
            <button type="button" class="btn state" aria-pressed=move || pressed.get().to_string() on:click=press>
                {move || pressed.get().then(|| icon("check"))}{words(kind, what)}
            </button>
        }
    });
    buttons.collect_view()
}

fn is_pressed(what: What, day: &Day) -> bool {
    match what {
        What::Lapse => day.lapse,
        What::RunStart => day.run_start,
        What::Done => !day.lapse && day.state == DayState::Done,
        What::NotDone => day.state == DayState::NotDone,
        What::Skipped => day.state == DayState::Skipped,
        What::Cleared | What::Note | What::Amount | What::CheckIn | What::Coped => false,
    }
}

fn note(
    (store, toasts): (Store, Toasts),
    id: &GoalId,
    kind: KindName,
    date: Date,
    what: What,
    was_pressed: bool,
) {
    let is_state = !matches!(what, What::Lapse | What::RunStart);
    let undo = match (is_state, was_pressed) {
        (true, true) => store.set_day(id, date, What::Cleared).map(boxed),
        (true, false) => store.set_day(id, date, what).map(boxed),
        (false, true) => Some(boxed(store.take_back(id, date, what))),
        (false, false) => store.add_event(id, date, what).map(boxed),
    };
    let words = if was_pressed { t::goal_cleared().to_owned() } else { t::goal_noted(words(kind, what)) };
    match undo {
        Some(undo) => store.when_kept(toasts.in_turn(move |toasts| toasts.undoable(words, undo))),
        None => toasts.say(t::goal_not_noted().to_owned()),
    }
}

fn boxed(undo: impl Fn() + Send + Sync + 'static) -> Box<dyn Fn() + Send + Sync> {
    Box::new(undo)
}
