//! How one day went: the buttons for it, on today's card and on a day of the past.

use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{DayState, Goal, Kind, What};
use leptos::prelude::*;

use crate::i18n::t;
use crate::store::{Store, store};
use crate::ui::{Toasts, icon, toasts};

/// What is known of one day. Tracked.
pub(super) fn known(
    store: Store,
    id: &GoalId,
    goal: &Goal,
    date: Date,
) -> Option<alongside_core::tracker::Day> {
    let logs = store.logs();
    let log = logs.get(id).cloned().unwrap_or_default();
    log.days(goal, date, date, store.today()).pop()
}

/// The words for a state of a day, as the kind of goal has them.
pub(super) fn words(kind: Kind, what: What) -> &'static str {
    match (kind, what) {
        (Kind::TimeSince, What::Done) => t::state_free(),
        (_, What::Done) => t::state_done(),
        (_, What::NotDone) => t::state_not_done(),
        (_, What::Skipped) => t::state_skipped(),
        (_, What::Lapse) => t::state_lapse(),
        _ => t::state_unknown(),
    }
}

/// The buttons: a tap notes the day, a tap on what is pressed takes it back, and both can be undone.
pub(super) fn buttons(id: &GoalId, goal: &Goal, date: Date) -> AnyView {
    let (store, toasts) = (store(), toasts());
    let choices: &[What] = match goal.kind {
        Kind::Do => &[What::Done, What::NotDone, What::Skipped],
        Kind::TimeSince => &[What::Done, What::Lapse],
    };
    let day = {
        let (id, goal) = (id.clone(), goal.clone());
        Memo::new(move |_| known(store, &id, &goal, date))
    };
    let buttons = choices.iter().map(|what| {
        let (id, kind, what) = (id.clone(), goal.kind, *what);
        let pressed = Memo::new(move |_| day.get().is_some_and(|day| is_pressed(what, day.lapse, day.state)));
        let press = move |_| note((store, toasts), &id, kind, date, what, pressed.get_untracked());
        view! {
            <button type="button" class="btn state" aria-pressed=move || pressed.get().to_string() on:click=press>
                {move || pressed.get().then(|| icon("check"))}{words(kind, what)}
            </button>
        }
    });
    buttons.collect_view().into_any()
}

fn is_pressed(what: What, lapse: bool, state: DayState) -> bool {
    match what {
        What::Lapse => lapse,
        What::Done => !lapse && state == DayState::Done,
        What::NotDone => state == DayState::NotDone,
        What::Skipped => state == DayState::Skipped,
        _ => false,
    }
}

fn note(
    (store, toasts): (Store, Toasts),
    id: &GoalId,
    kind: Kind,
    date: Date,
    what: What,
    was_pressed: bool,
) {
    if what == What::Lapse && was_pressed {
        let undo = store.take_back_lapses(id, date);
        return toasts.undoable(t::goal_cleared().to_owned(), undo);
    }
    let undo = match what {
        What::Lapse => store.add_event(id, date, what).map(boxed),
        _ if was_pressed => store.set_day(id, date, What::Cleared).map(boxed),
        _ => store.set_day(id, date, what).map(boxed),
    };
    match undo {
        Some(undo) if was_pressed => toasts.undoable(t::goal_cleared().to_owned(), undo),
        Some(undo) => toasts.undoable(t::goal_noted(words(kind, what)), undo),
        None => toasts.say(t::goal_not_noted().to_owned()),
    }
}

fn boxed(undo: impl Fn() + Send + Sync + 'static) -> Box<dyn Fn() + Send + Sync> {
    Box::new(undo)
}
