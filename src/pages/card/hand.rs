//! Handing a card on: as a link, as a code on the screen, as text, on paper; with a passphrase if the person wants one.

use std::rc::Rc;

use crate::view::prelude::*;
use alongside_core::card::{Card, Qr, Shared};
use leptos::ev::Event;
use wasm_bindgen_futures::spawn_local;

use super::shown::{shown, text};
use crate::i18n::t;
use crate::pages::settings::Passphrase;
use crate::platform::{browser, crypto, files, full_address, page};
use crate::route::{Page, Route};
use crate::ui::{check, field, icon, more, print_button, toasts};

/// A card that is ready.
#[derive(Clone)]
struct Made {
    card: Card,
    link: String,
    is_protected: bool,
}

/// What is done with the card of a form.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    protect: RwSignal<bool>,
    passphrase: Passphrase,
    is_empty: RwSignal<bool>,
    is_working: RwSignal<bool>,
    has_failed: RwSignal<bool>,
    made: RwSignal<Option<Made>>,
}

impl Hand {
    pub(super) fn new() -> Hand {
        Hand {
            protect: RwSignal::new(false),
            passphrase: Passphrase::new(["card-passphrase", "card-passphrase-again"], t::passphrase_new()),
            is_empty: RwSignal::new(false),
            is_working: RwSignal::new(false),
            has_failed: RwSignal::new(false),
            made: RwSignal::new(None),
        }
    }

    /// The form, which stays as it is while its card is shown in its place.
    pub(super) fn view(self, fields: View, card: impl Fn() -> Card + 'static) -> View {
        let card: Rc<dyn Fn() -> Card> = Rc::new(card);
        let send = move |event: Event| {
            event.prevent_default();
            self.make(&card());
        };
        let turn = move || self.protect.set(!self.protect.get_untracked());
        let protect = crypto::is_there()
            .then(|| check(t::card_protect().to_owned(), None, 0, move || self.protect.get(), turn));
        let secret = move || {
            let protects = self.protect.get();
            let words = if protects { t::card_protected() } else { t::card_open() };
            let fields = protects.then(|| self.passphrase.fields());
            view! { {fields}<p class="notice info">{words}" "{t::card_messenger()}</p> }
        };
        let wrong = move || {
            let words = match (self.is_empty.get(), self.has_failed.get()) {
                (true, _) => Some(t::card_empty()),
                (_, true) => Some(t::card_failed()),
                _ => None,
            };
            words.map(|words| view! { <p class="error">{words}</p> })
        };
        let is_off = move || self.is_working.get().then_some("true");
        view! {
            <form class="card-form" hidden=move || self.made.with(Option::is_some) on:submit=send novalidate>
                {fields}
                {protect}
                {secret}
                <div role="status">{wrong}</div>
                <div class="actions">
                    <button type="submit" class="btn primary" aria-disabled=is_off>{t::card_make()}</button>
                </div>
            </form>
            {move || self.made.get().map(|made| self.ready(&made))}
        }
    }

    fn make(self, card: &Card) {
        if self.is_working.get_untracked() {
            return;
        }
        let card = card.tidy();
        self.has_failed.set(false);
        self.is_empty.set(card.is_empty());
        if card.is_empty() {
            return;
        }
        if !self.protect.get_untracked() {
            return self.done(card.clone(), Some(Shared::Open(card)), false);
        }
        let Some(passphrase) = self.passphrase.checked() else { return };
        self.is_working.set(true);
        spawn_local(async move {
            let sealed = crypto::seal(&passphrase, &card.bytes()).await;
            let _ = self.is_working.try_set(false);
            self.done(card, sealed.ok().map(Shared::Sealed), true);
        });
    }

    fn done(self, card: Card, shared: Option<Shared>, is_protected: bool) {
        let Some(shared) = shared else {
            let _ = self.has_failed.try_set(true);
            return;
        };
        let link = full_address(&Route { page: Page::Card, fragment: shared.write() }.relative());
        if self.made.try_set(Some(Made { card, link, is_protected })).is_none() {
            self.passphrase.clear();
            page::focus("#card-ready");
        }
    }

    fn ready(self, made: &Made) -> View {
        let Made { card, link, is_protected } = made;
        let words = if *is_protected { t::card_protected() } else { t::card_open() };
        let (to_share, to_copy, as_text) = (link.clone(), link.clone(), text(card));
        let share = move |_| {
            if browser::share_link("", &to_share).is_none() {
                copy(to_share.clone(), t::card_link_copied());
            }
        };
        let change = move |_| {
            self.made.set(None);
            page::focus(".card-form input");
        };
        let code = Qr::of(link).map_or_else(|| view! { <p>{t::card_code_too_long()}</p> }, |qr| drawn(&qr));
        view! {
            <h2 id="card-ready" tabindex="-1">{t::card_is_ready()}</h2>
            {shown(card)}
            <p class="notice info no-print">{words}" "{t::card_messenger()}</p>
            <div class="actions no-print">
                <button type="button" class="btn primary" on:click=share>{icon("share")}{t::card_share()}</button>
                <button type="button" class="btn" on:click=move |_| copy(to_copy.clone(), t::card_link_copied())>{t::card_copy_link()}</button>
                <button type="button" class="btn" on:click=move |_| copy(as_text.clone(), t::card_text_copied())>{t::card_copy_text()}</button>
                {print_button()}
                <button type="button" class="btn" on:click=change>{t::card_change()}</button>
            </div>
            {more(t::card_code(), code)}
            {more(t::card_link(), field("card-link", t::card_link_is()).area(RwSignal::new(link.clone())))}
            <p class="fine">{t::card_nothing_kept()}</p>
        }
    }
}

/// Dark on white in every theme, since cameras look for that.
fn drawn(qr: &Qr) -> View {
    let side = qr.size.to_string();
    view! {
        <figure class="qr">
            <svg viewBox=["0 0 ", &side, " ", &side].concat() role="img" aria-label=t::card_code_name()>
                <path d=qr.path.clone()></path>
            </svg>
            <figcaption>{t::card_code_how()}</figcaption>
        </figure>
    }
}

pub(super) fn copy(text: String, copied: &'static str) {
    let toasts = toasts();
    spawn_local(async move {
        let is_copied = files::copy(&text).await;
        toasts.say(if is_copied { copied } else { t::listing_copy_failed() }.to_owned());
    });
}
