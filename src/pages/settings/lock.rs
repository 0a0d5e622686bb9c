//! The lock: what it protects from and what not, turning it on and off, another passphrase.

use crate::view::prelude::*;
use alongside_core::records::lock::LockAfter;
use leptos::ev::Event;

use super::part;
use super::passphrase::Passphrase;
use crate::i18n::t;
use crate::pages::lock::{forgotten, opening};
use crate::platform::{crypto, page};
use crate::store::{Done, Door, NotDone, store};
use crate::ui::{Toasts, field, more, toasts};

/// The section.
pub(super) fn section() -> View {
    let store = store();
    let door = Memo::new(move |_| store.door());
    let state = live(move || match door.get() {
        Door::None => off(),
        Door::Open => on(),
        Door::Closed => view! { <p>{t::lock_is_closed()}</p> {opening("lock-open-here")} {forgotten()} },
    });
    let content = view! {
        <p>{t::lock_lead()}</p>
        {more(t::lock_limits(), limits())}
        {state}
    };
    part("lock", t::lock_title(), content)
}

fn limits() -> View {
    let list = |items: &[&'static str]| {
        view! { <ul class="plain-list">{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }
    };
    view! {
        <h3>{t::lock_protects()}</h3>
        {list(&[t::lock_protects_1(), t::lock_protects_2()])}
        <h3>{t::lock_protects_not()}</h3>
        {list(&[
            t::lock_protects_not_1(),
            t::lock_protects_not_2(),
            t::lock_protects_not_3(),
            t::lock_protects_not_4(),
            t::lock_protects_not_5(),
            t::lock_protects_not_6(),
        ])}
    }
}

/// No lock: a new passphrase, typed twice.
fn off() -> View {
    if !crypto::is_there() {
        return view! { <p>{t::lock_not_here()}</p> };
    }
    let (store, asking) = (store(), Asking::new("lock-old"));
    let send = move |event: Event| {
        event.prevent_default();
        if let Some(passphrase) = asking.new.checked()
            && asking.starts()
        {
            store.turn_lock_on(passphrase, move |done| asking.ends(done, t::lock_on_now()));
        }
    };
    view! {
        <form on:submit=send novalidate>
            <p class="notice attention">{t::lock_warning()}</p>
            {asking.new.fields()}
            {asking.button(t::lock_turn_on(), "btn primary")}
        </form>
    }
}

/// The lock is open: close it now, choose when it closes by itself, change it, turn it off.
fn on() -> View {
    let store = store();
    view! {
        <p>{t::lock_is_open()}</p>
        <div class="actions">
            <button type="button" class="btn primary" on:click=move |_| store.close()>{t::lock_now()}</button>
        </div>
        {after()}
        {more(t::lock_change(), change())}
        {more(t::lock_turn_off(), turn_off())}
    }
}

fn after() -> View {
    let store = store();
    let options = LockAfter::CHOICES.map(|choice| {
        let words = match choice.minutes() {
            0 => t::lock_after_hidden().to_owned(),
            minutes => t::lock_after_minutes(i64::from(minutes)),
        };
        let is_chosen = move || store.lock_after() == choice;
        view! { <option value=choice.minutes().to_string() prop:selected=is_chosen>{words}</option> }
    });
    let choose = move |minutes: String| {
        if let Ok(minutes) = minutes.parse::<u32>() {
            store.set_lock_after(LockAfter::from(minutes));
        }
    };
    field("lock-after", t::lock_after()).select(options.collect_view(), choose)
}

fn change() -> View {
    let (store, asking) = (store(), Asking::new("lock-old"));
    let send = move |event: Event| {
        event.prevent_default();
        if let Some(new) = asking.new.checked()
            && asking.starts()
        {
            store.change_passphrase(asking.old.get_untracked(), new, move |done| {
                asking.ends(done, t::lock_changed());
            });
        }
    };
    view! {
        <form on:submit=send novalidate>
            {asking.old_field(t::lock_old())}
            {asking.new.fields()}
            {asking.button(t::lock_change(), "btn")}
        </form>
    }
}

fn turn_off() -> View {
    let (store, asking) = (store(), Asking::new("lock-off"));
    let send = move |event: Event| {
        event.prevent_default();
        if asking.starts() {
            store.turn_lock_off(asking.old.get_untracked(), move |done| asking.ends(done, t::lock_off_now()));
        }
    };
    view! {
        <form on:submit=send novalidate>
            <p>{t::lock_turn_off_lead()}</p>
            {asking.old_field(t::lock_passphrase())}
            {asking.button(t::lock_turn_off(), "btn")}
        </form>
    }
}

/// A form that asks something of the lock.
#[derive(Clone, Copy)]
struct Asking {
    toasts: Toasts,
    is_busy: RwSignal<bool>,
    /// The passphrase that opens the lock now, and the field it is typed in.
    old: RwSignal<String>,
    old_id: &'static str,
    is_wrong: RwSignal<bool>,
    /// The one that is to be.
    new: Passphrase,
}

impl Asking {
    fn new(old_id: &'static str) -> Asking {
        Asking {
            toasts: toasts(),
            is_busy: RwSignal::new(false),
            old: RwSignal::new(String::new()),
            old_id,
            is_wrong: RwSignal::new(false),
            new: Passphrase::new(["lock-new", "lock-again"], t::lock_new()),
        }
    }

    fn old_field(self, label: &'static str) -> View {
        field(self.old_id, label).error(self.is_wrong, t::lock_does_not_open()).secret(self.old)
    }

    fn button(self, words: &'static str, class: &'static str) -> View {
        let words = move || if self.is_busy.get() { t::lock_working() } else { words };
        let is_busy = move || self.is_busy.get().then_some("true");
        view! { <div class="actions"><button type="submit" class=class aria-disabled=is_busy>{words}</button></div> }
    }

    /// Starts, unless it was started.
    fn starts(self) -> bool {
        self.is_wrong.set(false);
        !self.is_busy.get_untracked() && {
            self.is_busy.set(true);
            true
        }
    }

    /// Says what came of it. The section may have been drawn anew: then its fields are gone.
    fn ends(self, done: Done, words: &'static str) {
        let _ = self.is_busy.try_set(false);
        match done {
            Ok(()) => {
                let _ = self.old.try_set(String::new());
                self.new.clear();
                self.toasts.say(words.to_owned());
            }
            Err(NotDone::DoesNotOpen) => {
                let _ = self.is_wrong.try_set(true);
                page::focus(&format!("#{}", self.old_id));
            }
            Err(NotDone::NotKept) => self.toasts.say(t::lock_not_kept().to_owned()),
            Err(NotDone::NoRoom) => self.toasts.say(t::lock_no_room().to_owned()),
        }
    }
}
