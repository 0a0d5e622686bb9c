//! What comes at the end of a tool: the urge before and after, and “Keep this”. Nothing is kept otherwise.

use crate::view::prelude::*;
use alongside_core::coping::tool::{Machine, Session};
use alongside_core::tracker::{Details, Event, What};

use super::run::Run;
use crate::i18n::t;
use crate::pages::lock;
use crate::platform::{clock, page};
use crate::store::{Door, Store, store};
use crate::ui::{Toasts, field, toasts};

/// Shown as soon as there is something to keep and nothing runs.
pub(super) fn finish<M: Machine>(run: Run<M>) -> View {
    let is_there = Memo::new(move |_| {
        run.session.with(|session| !session.state.runs() && session.state.outcome(clock::now_ms()).is_some())
    });
    live(move || is_there.get().then(|| form(run)))
}

fn form<M: Machine>(run: Run<M>) -> View {
    let (store, toasts) = (store(), toasts());
    let is_closed = Memo::new(move |_| store.door() == Door::Closed);
    let keep = move |_| {
        let outcome = run.session.with_untracked(|session| session.outcome(clock::now_ms()));
        if outcome.is_some_and(|details| put((store, toasts), details)) {
            run.start_over();
            page::focus("#kept-before");
        }
    };
    let over = move |_| {
        run.start_over();
        page::focus(".tool button");
    };
    let button = live(move || {
        if is_closed.get() {
            return view! { <p class="hint">{t::tool_locked()}</p> {lock::opening("lock-open-tool")} };
        }
        view! { <button type="button" class="btn primary" on:click=keep>{t::tool_keep()}</button> }
    });
    view! {
        <div class="tool-end">
            <h2>{t::tool_end()}</h2>
            <p class="hint">{t::tool_end_lead()}</p>
            {M::ASKS_URGE.then(|| urge(run))}
            <div class="actions">
                {button}
                <button type="button" class="btn quiet" on:click=over>{t::tool_start_over()}</button>
            </div>
        </div>
    }
}

fn urge<M: Machine>(run: Run<M>) -> View {
    let said = |session: &Session<M>| {
        let kept = session.outcome(clock::now_ms()).unwrap_or_default();
        (kept.urge, kept.urge_after)
    };
    let before = untrack(|| run.session.with(|session| said(session).0));
    let after = untrack(|| run.session.with(|session| said(session).1));
    view! {
            {field("urge-before", t::tool_urge_before()).select(to_ten(before), move |said| {
                run.edit(|session, _| session.urge = said.parse().ok());
            })}
            {field("urge-after", t::tool_urge_after()).select(to_ten(after), move |said| {
                run.edit(|session, _| session.urge_after = said.parse().ok());
            })}
    }
}

/// The numbers of a scale, and that none was said.
pub(super) fn to_ten(chosen: Option<u8>) -> View {
    let numbers = (0..=10_u8).map(|number| {
        view! { <option value=number.to_string() prop:selected=chosen == Some(number)>{number.to_string()}</option> }
    });
    view! {
        <option value="" prop:selected=chosen.is_none()>{t::tool_urge_none()}</option>
        {numbers.collect_view()}
    }
}

fn put((store, toasts): (Store, Toasts), details: Details) -> bool {
    let day = untrack(|| store.today());
    let event = Event { details: details.kept(), ..Event::new(None, day, clock::now_ms(), What::Coped) };
    let Some(id) = store.keep(event) else {
        toasts.say(t::tool_not_kept().to_owned());
        return false;
    };
    let undo = move || store.delete_event(&id);
    store.when_kept(toasts.in_turn(move |toasts| toasts.undoable(t::tool_kept().to_owned(), undo)));
    true
}
