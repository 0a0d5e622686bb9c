//! A backup: one tap, and the person has a file. Where a browser saves no files, there are other ways.

use crate::view::prelude::*;
use leptos::ev::Event;
use wasm_bindgen_futures::spawn_local;

use super::passphrase::Passphrase;
use super::{part, when_open};
use crate::i18n::t;
use crate::platform::{crypto, files, page};
use crate::store::{Door, Store, store};
use crate::ui::{check, field, more, toasts};

/// How a backup leaves the app.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    File,
    Copy,
    Share,
}

/// How it went.
#[derive(Clone, PartialEq, Eq)]
enum State {
    Asked,
    Working,
    Done {
        way: Way,
        is_protected: bool,
    },
    /// The browser doesn't copy: the text, for the person to copy.
    ByHand(String),
    Failed,
}

#[derive(Clone, Copy)]
struct Form {
    store: Store,
    protect: RwSignal<bool>,
    passphrase: Passphrase,
    state: RwSignal<State>,
}

pub(super) fn section() -> View {
    let store = store();
    let form = Form {
        store,
        protect: RwSignal::new(false),
        passphrase: Passphrase::new(["passphrase", "passphrase-again"], t::passphrase_new()),
        state: RwSignal::new(State::Asked),
    };
    let has_anything = Memo::new(move |_| store.has_anything());
    let is_locked = Memo::new(move |_| store.door() == Door::Open);
    let body = move || {
        if has_anything.get() {
            shown(form, is_locked.get())
        } else {
            view! { <p>{t::backup_nothing()}</p> }
        }
    };
    part("backup", t::backup_title(), view! { <p>{t::backup_lead()}</p> {when_open(move || live(body))} })
}

/// Where a lock is on, it protects the file as well.
fn shown(form: Form, is_locked: bool) -> View {
    let send = move |event: Event| {
        event.prevent_default();
        make(form, Way::File);
    };
    let fields = move || {
        form.protect.get().then(|| view! { <p>{t::backup_forgotten()}</p> {form.passphrase.fields()} })
    };
    let turn = move || form.protect.set(!form.protect.get_untracked());
    let by_lock = is_locked.then(|| view! { <p>{t::lock_backup()}</p> });
    let protect = (!is_locked && crypto::is_there())
        .then(|| check(t::backup_protect().to_owned(), None, 0, move || form.protect.get(), turn));
    let is_off = move || form.state.with(|state| *state == State::Working).then_some("true");
    view! {
        <form on:submit=send novalidate>
            {by_lock}
            {protect}
            {fields}
            <div class="actions">
                <button type="submit" class="btn primary" aria-disabled=is_off>{t::backup_now()}</button>
            </div>
        </form>
        <div role="status">{move || form.state.with(|state| words(form.store, state))}</div>
        {move || form.state.with(by_hand)}
        {more(t::backup_other_ways(), other_ways(form))}
    }
}

fn other_ways(form: Form) -> View {
    let button = |way: Way, words: &'static str| {
        view! { <button type="button" class="btn" on:click=move |_| make(form, way)>{words}</button> }
    };
    let share = files::can_share().then(|| button(Way::Share, t::backup_share()));
    let store = form.store;
    let toasts = toasts();
    let table = move |_| {
        let is_offered = files::offer(&store.backup_name("csv"), "text/csv", &store.table()).is_some();
        toasts.say(if is_offered { t::table_saved() } else { t::backup_failed() }.to_owned());
    };
    view! {
        <div class="actions">{button(Way::Copy, t::backup_copy())}{share}</div>
        <p>{t::table_lead()}</p>
        <div class="actions"><button type="button" class="btn" on:click=table>{t::table_save()}</button></div>
    }
}

fn words(store: Store, state: &State) -> Option<View> {
    let words = match state {
        State::Asked => return None,
        State::Working => t::load_waiting().to_owned(),
        State::Done { way: Way::File, .. } => t::backup_done(&store.backup_name("json")),
        State::Done { way: Way::Copy, .. } => t::backup_copied().to_owned(),
        State::Done { way: Way::Share, .. } => t::backup_shared().to_owned(),
        State::ByHand(_) => t::backup_by_hand().to_owned(),
        State::Failed => t::backup_failed().to_owned(),
    };
    let who = match state {
        State::Done { is_protected: true, .. } => Some(t::backup_protected()),
        State::Done { is_protected: false, .. } => Some(t::backup_open()),
        _ => None,
    };
    Some(view! { <p class="notice info">{words}" "{who}</p> })
}

fn by_hand(state: &State) -> Option<View> {
    let State::ByHand(text) = state else { return None };
    page::focus("#backup-text");
    Some(field("backup-text", t::backup_text()).area(RwSignal::new(text.clone())))
}

fn make(form: Form, way: Way) {
    // The button stays as it is, so that the focus does; a second tap does nothing.
    if form.state.with_untracked(|state| *state == State::Working) {
        return;
    }
    let store = form.store;
    let is_locked = store.has_lock();
    let is_asked = !is_locked && form.protect.get_untracked();
    let passphrase = if is_asked { form.passphrase.checked() } else { None };
    if is_asked && passphrase.is_none() {
        return;
    }
    let is_protected = is_locked || is_asked;
    form.state.set(State::Working);
    spawn_local(async move {
        let text = store.write_backup(passphrase).await;
        let state = match text {
            None => State::Failed,
            Some(text) => {
                let is_done = match way {
                    Way::File => store.offer_backup(&text),
                    Way::Copy => files::copy(&text).await,
                    Way::Share => files::share(&store.backup_name("txt"), &text).await,
                };
                match way {
                    _ if is_done => State::Done { way, is_protected },
                    Way::Copy => State::ByHand(text),
                    // They may have changed their mind, which is no failure.
                    Way::Share => State::Asked,
                    Way::File => State::Failed,
                }
            }
        };
        if matches!(state, State::Done { .. }) {
            store.note_backup();
            form.passphrase.clear();
        }
        let _ = form.state.try_set(state);
    });
}
