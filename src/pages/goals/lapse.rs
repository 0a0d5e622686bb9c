//! After a lapse: kind words, safety first. What it should mean can wait.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Goal, What};

use super::one::lapse_choice;
use super::state;
use crate::i18n::t;
use crate::pages::lapse::after_lapse;
use crate::platform::intl;
use crate::store::store;
use crate::ui::{more, toasts};

/// What stands on a goal's page while a lapse was noted for today or yesterday. The count comes last, and can wait.
pub(super) fn care(id: &GoalId, goal: &Goal) -> View {
    let (own, store) = (id.clone(), store());
    let choose = move |means| store.edit_goal(&own, |goal| goal.lapse = means);
    let means = lapse_choice("lapse-later", goal.lapse, choose);
    after_lapse(view! { <p>{t::lapse_meaning()}</p> {more(t::lapse_question(), means)} })
}

/// No run goes on: the next one starts when the person says, if they have not said so yet.
pub(super) fn next_run(id: &GoalId, goal: &Goal, today: Date) -> View {
    let (store, toasts) = (store(), toasts());
    let tomorrow = today.plus_days(1);
    if state::known(store, id, goal, tomorrow).is_some_and(|day| day.run_start) {
        return view! { <p>{t::run_set(&intl::long_date(tomorrow, false))}</p> };
    }
    let button = |words: &'static str, day: Date| {
        let id = id.clone();
        let start = move |_| {
            if let Some(undo) = store.add_event(&id, day, What::RunStart) {
                store.when_kept(
                    toasts.in_turn(move |toasts| toasts.undoable(t::run_started().to_owned(), undo)),
                );
            }
        };
        view! { <button type="button" class="btn" on:click=start>{words}</button> }
    };
    view! {
        <div class="today" role="group" aria-label=t::run_start()>
            <p>{t::run_start()}</p>
            {button(t::run_today(), today)}
            {button(t::run_tomorrow(), tomorrow)}
        </div>
    }
}
