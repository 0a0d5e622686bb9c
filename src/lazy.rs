//! Pages that come in chunks: files of the app's program that are loaded when one of their pages is first visited.
//!
//! `tools/lib/split.mjs` cuts the program at the functions marked here. What two chunks share becomes a file that is
//! loaded with either, what the start needs too stays there.

#![expect(clippy::unnecessary_wraps, reason = "what is marked gives a result: its file may not be had")]

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::nav::read_address;
use crate::pages;
use crate::platform::fetch::{self, Freshness, Trouble};
use crate::platform::{address, base, page as browser_page, timing};
use crate::route::{Page, Route};
use crate::store::{self, SavedList, Store};
use crate::ui::{not_had, waiting};
use crate::view::prelude::*;

/// A part of the app that is a file of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chunk {
    Find,
    Listing,
    Saved,
    Cope,
    Goals,
    Reading,
    Learn,
    Settings,
}

/// Draws any page of a chunk.
type Draw = fn(Page) -> View;

type Loaded = Result<Draw, SplitLoaderError>;

#[wasm_split(find, fallible)]
fn find() -> Loaded {
    Ok(pages::of_find)
}

#[wasm_split(listing, fallible)]
fn listing() -> Loaded {
    Ok(pages::of_listing)
}

#[wasm_split(saved, fallible)]
fn saved() -> Loaded {
    Ok(pages::of_saved)
}

/// The saved list for pages that come without it.
#[wasm_split(saved, fallible)]
fn list() -> Result<SavedList, SplitLoaderError> {
    Ok(store::SAVED_LIST)
}

/// Hands over the saved list once it is here; `None` if it can't be had.
pub(crate) fn saved_list(then: impl FnOnce(Option<SavedList>) + 'static) {
    spawn_local(async move { then(list().await.ok()) });
}

#[wasm_split(cope, fallible)]
fn cope() -> Loaded {
    Ok(pages::of_cope)
}

#[wasm_split(goals, fallible)]
fn goals() -> Loaded {
    Ok(pages::of_goals)
}

#[wasm_split(reading, fallible)]
fn reading() -> Loaded {
    Ok(pages::of_reading)
}

#[wasm_split(learn, fallible)]
fn learn() -> Loaded {
    Ok(pages::of_learn)
}

#[wasm_split(settings, fallible)]
fn settings() -> Loaded {
    Ok(pages::of_settings)
}

/// What looks after both copies of what is kept, and reads what is old ahead.
#[wasm_split(goals, fallible)]
fn keeper() -> Result<fn(Store), SplitLoaderError> {
    Ok(Store::wake_and_read_ahead)
}

/// Has both copies joined if this browser has kept anything. A visitor who saved nothing loads nothing for that.
pub(crate) fn wake(store: Store) {
    spawn_local(async move {
        if store::keeps_anything().await
            && let Ok(wake) = keeper().await
        {
            wake(store);
        }
    });
}

/// What is known of a chunk.
#[derive(Clone, Copy)]
enum Known {
    Nothing,
    /// On its way because a link to it was aimed at.
    Expected,
    Here(Draw),
    /// The page that is about to be drawn could not have it.
    Missing,
}

thread_local! {
    static KNOWN: RefCell<[Known; 8]> = const { RefCell::new([Known::Nothing; 8]) };
}

fn known(chunk: Chunk) -> Known {
    KNOWN.with_borrow(|known| known[chunk as usize])
}

fn note(chunk: Chunk, what: Known) {
    KNOWN.with_borrow_mut(|known| known[chunk as usize] = what);
}

/// Loads a chunk and hands over what draws its pages; `None` if it can't be had. Asking again tries again.
fn load(chunk: Chunk, then: impl FnOnce(Option<Draw>) + 'static) {
    let then: Box<dyn FnOnce(Option<Draw>)> = Box::new(then);
    spawn_local(async move {
        let loaded = match chunk {
            Chunk::Find => find().await,
            Chunk::Listing => listing().await,
            Chunk::Saved => saved().await,
            Chunk::Cope => cope().await,
            Chunk::Goals => goals().await,
            Chunk::Reading => reading().await,
            Chunk::Learn => learn().await,
            Chunk::Settings => settings().await,
        };
        let draw = loaded.ok();
        note(chunk, draw.map_or(Known::Nothing, Known::Here));
        then(draw);
    });
}

/// Starts the app once the chunk of its first page is here or can't be had: until then the static page stands.
pub(crate) fn start(mount: impl FnOnce() + 'static) {
    address::on_aim(|path| {
        let chunk = Route::parse(path, "", &base()).and_then(|route| pages::chunk_of(route.page));
        if let Some(chunk) = chunk.filter(|chunk| matches!(known(*chunk), Known::Nothing)) {
            note(chunk, Known::Expected);
            load(chunk, |_| {});
        }
    });
    let Some(chunk) = read_address().and_then(|route| pages::chunk_of(route.page)) else { return mount() };
    load(chunk, move |draw| {
        if draw.is_none() {
            note(chunk, Known::Missing);
        }
        mount();
    });
}

/// What stands in the place of a page.
#[derive(Clone, Copy)]
enum State {
    /// Nothing yet: most chunks are here before a person could read that they are not.
    Asked,
    Waiting,
    Ready(Draw),
    Failed,
}

/// How long nothing is said while a chunk is loaded.
const SILENCE_MS: u64 = 200;

/// Draws a page of a chunk, now or as soon as it is here.
pub(crate) fn page(chunk: Chunk, page: Page) -> View {
    let state = match known(chunk) {
        Known::Here(draw) => return draw(page),
        Known::Missing => {
            note(chunk, Known::Nothing);
            RwSignal::new(State::Failed)
        }
        Known::Nothing | Known::Expected => {
            let state = RwSignal::new(State::Asked);
            // Setting does nothing once another page is shown.
            load(chunk, move |draw| {
                let _ = state.try_set(draw.map_or(State::Failed, State::Ready));
            });
            timing::after(SILENCE_MS, move || {
                if matches!(state.try_get_untracked(), Some(State::Asked)) {
                    state.set(State::Waiting);
                }
            });
            state
        }
    };
    live(move || match state.get() {
        State::Asked => ().into_view(),
        State::Waiting => waiting(),
        State::Ready(draw) => draw(page),
        State::Failed => not_had(Trouble::Unreachable, move || retry(chunk, state)),
    })
}

fn retry(chunk: Chunk, state: RwSignal<State>) {
    load(chunk, move |draw| match draw {
        Some(draw) => {
            if state.try_set(State::Ready(draw)).is_none() {
                // The button that had the focus is gone.
                browser_page::focus("#main h1");
            }
        }
        // The host may have a new release since this page was opened, which has other files.
        None => fetch::text_then(
            String::new(),
            Freshness::Checked,
            Box::new(move |answer| {
                if answer.is_ok() && state.try_get_untracked().is_some() {
                    browser_page::load_again();
                }
            }),
        ),
    });
}
