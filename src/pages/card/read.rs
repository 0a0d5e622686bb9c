//! A card that somebody handed on: what it says, and an answer if the reader wants to give one.

use crate::view::prelude::*;
use alongside_core::card::{Card, LONGEST_NAME, LONGEST_WORDS, Sealed, Shared, Sort, Trouble};
use leptos::ev::Event;
use wasm_bindgen_futures::spawn_local;

use super::hand::{Hand, copy};
use super::shown::{shown, text};
use super::{OF_AN_ANSWER, sentences};
use crate::i18n::t;
use crate::platform::{crypto, page as shown_page};
use crate::route::Page;
use crate::ui::{field, heading, link_row, link_rows, print_button};

/// The page of what was after the `#`.
pub(super) fn page(fragment: &str) -> View {
    let body = match Shared::read(fragment) {
        Ok(Shared::Open(card)) => opened(&card),
        Ok(Shared::Sealed(sealed)) => locked(sealed),
        Err(trouble) => view! { <p class="lead">{trouble_words(trouble)}</p> {ways()} },
    };
    view! { {heading(t::card_title())} {body} }
}

fn trouble_words(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NoCard => t::card_none(),
        Trouble::Newer => t::card_newer(),
        Trouble::Damaged => t::card_damaged(),
    }
}

fn ways() -> View {
    let ways =
        [(Page::HelpNow, t::lines_all()), (Page::Card, t::card_own()), (Page::Home, t::not_found_home())];
    link_rows(ways.iter().map(|(page, words)| link_row(page.href(), *words, None)).collect_view())
}

fn opened(card: &Card) -> View {
    let as_text = text(card);
    let answer = (card.sort == Sort::CheckIn).then(answer);
    view! {
        {shown(card)}
        <p class="fine">{t::card_only_here()}</p>
        <div class="actions no-print">
            <button type="button" class="btn" on:click=move |_| copy(as_text.clone(), t::card_text_copied())>{t::card_copy_text()}</button>
            {print_button()}
        </div>
        {answer}
        <div class="no-print"><p>{t::card_worried()}</p>{ways()}</div>
    }
}

/// A card of encouragement, made the same way.
fn answer() -> View {
    let ready = RwSignal::new(Vec::new());
    let (words, from) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let card = move || Card {
        sort: Sort::Encouragement,
        from: from.get_untracked(),
        ready: ready.get_untracked(),
        words: words.get_untracked(),
        ..Card::default()
    };
    let fields = view! {
        <fieldset class="group"><legend>{t::card_ready()}</legend>{sentences(OF_AN_ANSWER, ready)}</fieldset>
        {field("card-words", t::card_words()).text(words, LONGEST_WORDS as u32)}
        {field("card-from", t::card_from()).hint(t::card_from_hint()).text(from, LONGEST_NAME as u32)}
    };
    view! {
        <section class="no-print card-answer">
            <h2>{t::card_answer()}</h2>
            <p>{t::card_answer_lead()}</p>
            {Hand::new().view(fields, card)}
        </section>
    }
}

/// Asks for the passphrase. The passphrase is gone when the card is shown.
fn locked(sealed: Sealed) -> View {
    let typed = RwSignal::new(String::new());
    let (is_wrong, is_working) = (RwSignal::new(false), RwSignal::new(false));
    let found = RwSignal::new(None::<Card>);
    let sealed = std::rc::Rc::new(sealed);
    let ask = move || {
        let sealed = sealed.clone();
        let send = move |event: Event| {
            event.prevent_default();
            if is_working.get_untracked() {
                return;
            }
            is_working.set(true);
            let sealed = sealed.clone();
            spawn_local(async move {
                let bytes = crypto::unseal(&typed.get_untracked(), &sealed).await;
                let card = bytes.ok().and_then(|bytes| Card::from_bytes(&bytes));
                let _ = is_working.try_set(false);
                if let Some(card) = card {
                    let _ = typed.try_set(String::new());
                    let _ = found.try_set(Some(card));
                    shown_page::focus("#main h1");
                } else if is_wrong.try_set(true).is_none() {
                    shown_page::focus("#card-open");
                }
            });
        };
        let is_off = move || is_working.get().then_some("true");
        let ask = if crypto::is_there() { t::card_locked() } else { t::card_no_cipher() };
        view! {
            <p class="lead">{ask}</p>
            <form on:submit=send novalidate>
                {field("card-open", t::card_passphrase()).error(is_wrong, t::card_wrong()).secret(typed)}
                <div class="actions">
                    <button type="submit" class="btn primary" aria-disabled=is_off>{t::card_open_it()}</button>
                </div>
            </form>
        }
    };
    live(move || found.get().map_or_else(&ask, |card| opened(&card)))
}
