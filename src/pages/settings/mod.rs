//! `/settings`: privacy, what is kept on this device, backup and restore, looks, and how to erase everything.

mod backup;
mod erase;
mod import;
mod kept;
mod lock;
mod looks;
mod passphrase;
mod preview;
mod restore;

pub(in crate::pages) use passphrase::Passphrase;
use std::cell::Cell;

use crate::view::prelude::*;
use leptos::ev::Event;

use crate::i18n::t;
use crate::nav::{Entry, Nav};
use crate::platform::{page as shown_page, timing};
use crate::route::Page;
use crate::store::{Door, store};
use crate::ui::heading;

thread_local! {
    static TO_BACKUP: Cell<bool> = const { Cell::new(false) };
}

/// The page.
pub(super) fn page() -> View {
    let page = view! {
        {heading(t::settings_title())}
        {contents()}
        {privacy()}
        {kept::section()}
        {backup::section()}
        {restore::section()}
        {lock::section()}
        {looks::section()}
        {erase::section()}
    };
    if TO_BACKUP.take() {
        go_to("#backup");
    }
    page
}

/// Opens this page at its part about backups.
pub(super) fn open_backup(nav: Nav) {
    TO_BACKUP.set(true);
    nav.go(Page::Settings.into(), Entry::Add);
}

/// The way to each part. The address stays as it is: what is after its `#` says what a person chose.
fn contents() -> View {
    let parts = [
        ("#kept", t::settings_on_device()),
        ("#backup", t::backup_title()),
        ("#restore", t::restore_title()),
        ("#lock", t::lock_title()),
        ("#looks", t::settings_looks()),
        ("#erase", t::settings_erase_short()),
    ];
    let ways = parts.map(|(id, words)| {
        let go = move |event: Event| {
            event.prevent_default();
            go_to(id);
        };
        view! { <li><a class="chip" href=id on:click=go>{words}</a></li> }
    });
    view! { <nav aria-label=t::settings_contents()><ul class="contents">{ways.collect_view()}</ul></nav> }
}

fn go_to(id: &'static str) {
    shown_page::focus(id);
    timing::next_frame(move || shown_page::show(id));
}

/// What can be done only while what is kept can be read.
fn when_open(content: impl Fn() -> View + 'static) -> View {
    let store = store();
    let is_closed = Memo::new(move |_| store.door() == Door::Closed);
    live(move || {
        if is_closed.get() {
            view! { <p>{t::lock_first()}</p> }
        } else {
            content()
        }
    })
}

/// A part of the page that its contents lead to.
fn part(id: &'static str, title: &'static str, content: View) -> View {
    view! { <section><h2 id=id tabindex="-1">{title}</h2>{content}</section> }
}

fn privacy() -> View {
    let sentences =
        [t::settings_privacy_1(), t::settings_privacy_2(), t::settings_privacy_3(), t::settings_privacy_4()];
    let content = sentences.map(|words| view! { <p>{words}</p> }).collect_view();
    part("privacy", t::settings_privacy(), content)
}
