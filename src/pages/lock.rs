//! What stands in the place of private pages while the lock is closed.

use crate::view::prelude::*;
use leptos::ev::Event;

use crate::i18n::t;
use crate::platform::page as shown_page;
use crate::route::Page;
use crate::store::{Door, store};
use crate::ui::{field, heading, more};

/// Draws a private page, or asks for the passphrase first.
pub(super) fn behind(draw: impl Fn() -> View + 'static) -> View {
    let store = store();
    let is_closed = Memo::new(move |_| store.door() == Door::Closed);
    live(move || if is_closed.get() { closed() } else { draw() })
}

fn closed() -> View {
    view! {
        {heading(t::lock_closed_title())}
        <p class="lead">{t::lock_closed_lead()}</p>
        {opening("lock-open")}
        {forgotten()}
    }
}

/// The passphrase, and a button that opens with it.
pub(super) fn opening(id: &'static str) -> View {
    let store = store();
    let (passphrase, is_wrong, is_busy) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let open = move |event: Event| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        is_wrong.set(false);
        store.open_lock(passphrase.get_untracked(), move |done| {
            let _ = is_busy.try_set(false);
            if done.is_err() {
                let _ = is_wrong.try_set(true);
                shown_page::focus(&format!("#{id}"));
            }
        });
    };
    let words = move || if is_busy.get() { t::lock_opening() } else { t::lock_open() };
    let typed = field(id, t::lock_passphrase()).error(is_wrong, t::lock_does_not_open());
    view! {
        <form on:submit=open novalidate>
            {typed.secret(passphrase)}
            <div class="actions">
                <button type="submit" class="btn primary" aria-disabled=move || is_busy.get().then_some("true")>{words}</button>
            </div>
        </form>
    }
}

/// What can be done without the passphrase.
pub(super) fn forgotten() -> View {
    let content = view! {
        <p>{t::lock_forgot_1()}</p>
        <p>{t::lock_forgot_2()}</p>
        <p><a href=Page::Settings.href()>{t::lock_forgot_erase()}</a></p>
    };
    more(t::lock_forgot(), content)
}
