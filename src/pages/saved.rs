//! `/saved`: listings a person wants to keep, on this device only.

use crate::view::prelude::*;
use alongside_core::directory::protocol::Form;
use alongside_core::directory::search::ListingView;
use alongside_core::directory::{Field, Saved, Snapshot};
use alongside_core::time::date_of;

use super::calendar::{calendar, takes_place};
use crate::content::contents;
use crate::directory::{State, finder};
use crate::i18n::t;
use crate::pages::find::{row, when};
use crate::platform::{clock, files, intl, page, timing};
use crate::route::Page;
use crate::site::site;
use crate::store::{Store, store};
use crate::ui::{empty, field, heading, icon, print_button, toasts};

/// Longest note, in characters.
const LONGEST: usize = 2_000;

/// The id of the field for a note.
const NOTE_FIELD: &str = "saved-note";

/// The note that is being written, one at a time: it outlives a list that is drawn anew.
#[derive(Clone, Copy)]
struct Draft {
    /// The listing it is about; empty while none is written.
    of: RwSignal<String>,
    text: RwSignal<String>,
}

/// The page.
pub(super) fn page() -> View {
    let (store, finder, site) = (store(), finder(), site());
    let saved = Memo::new(move |_| store.saved());
    finder.hold_saved();
    let draft = Draft { of: RwSignal::new(String::new()), text: RwSignal::new(String::new()) };
    let ask = move || {
        let saved = saved.get_untracked();
        finder.know_saved(saved.iter().map(|one| one.snapshot.clone()).collect());
        finder.ask_for_all(saved.into_iter().map(|one| one.snapshot.listing).collect());
    };
    Effect::new(move |_| {
        let is_any = saved.with(|saved| !saved.is_empty());
        if site.is_settled() && is_any {
            ask();
        }
    });
    let open = RwSignal::new(());
    timing::each_minute(move || {
        let is_open = open.try_get_untracked().is_some();
        // Nobody is disturbed while they write.
        if is_open
            && draft.of.with_untracked(String::is_empty)
            && saved.with_untracked(|saved| !saved.is_empty())
        {
            ask();
        }
        is_open
    });
    let is_empty = Memo::new(move |_| saved.with(Vec::is_empty));
    let body = move || if is_empty.get() { nothing() } else { list(store, saved, draft) };
    view! {
        {heading(t::saved_title())}
        <p class="lead">{t::saved_lead()}</p>
        {body}
    }
}

fn nothing() -> View {
    let ways = view! { <a class="btn primary" href=Page::Find.href()>{t::find_title()}</a> };
    empty(Some("star"), t::saved_none(), t::saved_none_more(), ways)
}

fn list(store: Store, saved: Memo<Vec<Saved>>, draft: Draft) -> View {
    let (finder, toasts) = (finder(), toasts());
    // Drawn anew only with what is saved: what the lists say comes and goes inside each row, beside a note in its field.
    let rows = move || {
        let rows = saved.get().into_iter().map(|one| item(store, &one, draft));
        if page::focused_id().as_deref() == Some(NOTE_FIELD) {
            page::focus("#saved-note");
        }
        view! { <ul class="rows saved">{rows.collect_view()}</ul> }
    };
    let dated = move || {
        let listings = finder.listings().unwrap_or_default();
        let dated = listings.iter().filter(|listing| takes_place(listing));
        dated.map(|listing| listing.row.id.clone()).collect::<Vec<_>>()
    };
    let has_dates = Memo::new(move |_| !dated().is_empty());
    let table = move |_| {
        let ids = saved.get_untracked().into_iter().map(|one| one.snapshot.listing).collect();
        finder.write(Form::Table, ids, |text| {
            let _ = files::offer("my-list.csv", "text/csv", &text);
        });
    };
    let erase = move |_| {
        let back = store.unsave(&|_| true);
        toasts.undoable(t::saved_erased().to_owned(), back);
    };
    view! {
        <div class="actions">
            {print_button()}
            <button type="button" class="btn" on:click=table>{t::saved_table()}</button>
            <button type="button" class="btn" on:click=erase>{icon("trash")}{t::saved_erase()}</button>
        </div>
        {move || has_dates.get().then(|| calendar(move || untrack(dated)))}
        {rows}
        {legend()}
    }
}

/// One saved listing: what its feed says now, else what it said when it was saved; and the person's note.
fn item(store: Store, saved: &Saved, draft: Draft) -> View {
    let finder = finder();
    let on = date_of(saved.at.div_euclid(60_000) + i64::from(clock::offset_minutes()));
    let id = saved.snapshot.listing.clone();
    let of_list = move || {
        let listings = finder.listings();
        let failed = matches!(finder.state(), State::Failed);
        match listings.as_ref().and_then(|all| all.iter().find(|listing| listing.row.id == id)) {
            Some(listing) => {
                let gone = listing.gone.then(|| view! { <p class="notice">{t::saved_gone()}</p> });
                view! { {row::content(&listing.row)} {all_times(listing)} {gone} {on_paper(listing)} }
            }
            None if failed || listings.is_some() => view! { <p>{t::saved_unread()}</p> },
            None => view! { <p class="loading">{t::load_waiting()}</p> },
        }
    };
    view! {
        <li class="row" data-saved=saved.snapshot.listing.clone()>
            {of_list}
            <div class="row-own">
                {note(store, saved, draft)}
                <p class="soft">{t::saved_on(&intl::plain_date(on))}</p>
                {remove(store, &saved.snapshot)}
            </div>
        </li>
    }
}

/// Every time of a listing that has several.
fn all_times(listing: &ListingView) -> Option<View> {
    let times = listing.slots.iter().map(|slot| view! { <li>{when::long(slot)}</li> }.into_view());
    (listing.slots.len() > 1).then(|| view! { <ul class="times">{times.collect_view()}</ul> })
}

/// What paper needs besides: how to join, written out.
fn on_paper(listing: &ListingView) -> View {
    let fields = [
        Field::JoinLink,
        Field::JoinNotes,
        Field::DialIn,
        Field::DialInNotes,
        Field::Phone,
        Field::LocationNotes,
        Field::Notes,
    ];
    let lines = fields.iter().filter_map(|field| listing.text(*field));
    let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! { <div class="on-paper">{lines}</div> }
}

fn remove(store: Store, snapshot: &Snapshot) -> View {
    let (finder, toasts) = (finder(), toasts());
    let (listing, label) = (snapshot.listing.clone(), snapshot.label.clone());
    let own = listing.clone();
    // Until the lists say its name, the name of its list stands for it.
    let name = Memo::new(move |_| {
        let listings = finder.listings();
        let found = listings.as_ref().and_then(|all| all.iter().find(|listing| listing.row.id == own));
        found.map_or_else(|| label.clone(), |listing| listing.row.name.clone())
    });
    let press = move |_| {
        // The row is gone once its listing is.
        let said = t::saved_removed(&name.get_untracked());
        let back = store.unsave(&|one| one == listing);
        toasts.undoable(said, back);
    };
    view! {
        <button
            type="button"
            class="btn quiet no-print"
            aria-label=move || t::saved_remove_which(&name.get())
            on:click=press
        >
            {t::saved_remove()}
        </button>
    }
}

/// The note, and a field to write it in.
fn note(store: Store, saved: &Saved, draft: Draft) -> View {
    let toasts = toasts();
    let shown = saved.note.clone().map(|note| view! { <p class="note"><bdi>{note}</bdi></p> });
    let words = if saved.note.is_some() { t::saved_note_edit() } else { t::saved_note_add() };
    let (listing, note) = (saved.snapshot.listing.clone(), saved.note.clone().unwrap_or_default());
    let own = listing.clone();
    let is_open = Memo::new(move |_| draft.of.get() == own);
    let write = move || {
        let listing = listing.clone();
        if !is_open.get() {
            let note = note.clone();
            let open = move |_| {
                draft.text.set(note.clone());
                draft.of.set(listing.clone());
                page::focus("#saved-note");
            };
            return view! { <button type="button" class="btn quiet no-print" on:click=open>{words}</button> };
        }
        let keep = move |event: leptos::ev::Event| {
            event.prevent_default();
            draft.of.set(String::new());
            let note: String = draft.text.get_untracked().chars().take(LONGEST).collect();
            store.note_on(&listing, &note);
            toasts.say(t::saved_noted().to_owned());
        };
        view! {
            <form class="no-print" on:submit=keep>
                {field(NOTE_FIELD, t::saved_note()).hint(t::saved_note_hint()).area(draft.text)}
                <button type="submit" class="btn primary">{t::saved_note_keep()}</button>
            </form>
        }
    };
    view! { {shown} {write} }
}

/// What the types on the list mean, for the sheet on paper.
fn legend() -> View {
    let finder = finder();
    live(move || {
        let listings = finder.listings()?;
        let notes = contents().type_notes.ready()?;
        let mut lines: Vec<String> = Vec::new();
        for listing in listings.iter() {
            for one in &listing.types {
                if let Some(words) = notes.of(listing.types_of.as_deref(), &one.english) {
                    let line = t::listing_type_note(&one.name, words);
                    if !lines.contains(&line) {
                        lines.push(line);
                    }
                }
            }
        }
        let lines: Vec<View> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        (!lines.is_empty()).then(|| {
            view! { <section class="legend"><h2>{t::saved_legend()}</h2><ul>{lines}</ul></section> }
        })
    })
}
