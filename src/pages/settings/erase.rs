//! Erasing everything.

use crate::view::prelude::*;

use super::part;
use crate::i18n::t;
use crate::store::store;
use crate::ui::{dialog, toasts};

/// Two taps, the second of which says what will be gone: this is the one thing that can't be taken back.
pub(super) fn section() -> View {
    let (store, toasts) = (store(), toasts());
    let sure = RwSignal::new(false);
    let now = move |_| {
        store.erase(move || toasts.say(t::settings_erased().to_owned()));
        sure.set(false);
    };
    let question = move || {
        view! {
            <p>{t::settings_erase_sure()}</p>
            <div class="actions">
                <button type="button" class="btn" autofocus="" on:click=move |_| sure.set(false)>{t::settings_erase_not()}</button>
                <button type="button" class="btn danger" on:click=now>{t::settings_erase_now()}</button>
            </div>
        }
    };
    let content = view! {
        <p>{t::settings_erase_lead()}</p>
        <div class="actions">
            <button type="button" class="btn danger" on:click=move |_| sure.set(true)>{t::settings_erase()}</button>
        </div>
    };
    view! { {part("erase", t::settings_erase(), content)} {dialog("erase-sure", sure, t::settings_erase_title(), question)} }
}
