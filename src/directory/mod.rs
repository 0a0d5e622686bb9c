//! The app's end of the directory's worker: ask, answer, forget what is no longer wanted.
//!
//! The worker starts when a page first asks. What it answered last is kept, so that Back shows the same
//! results at once.

use std::collections::HashMap;
use std::sync::Arc;

use alongside_core::directory::Snapshot;
use alongside_core::directory::protocol::{Asked, Form, FromWorker, Here, Opened, ToWorker};
use alongside_core::directory::search::{Answer, Facets, ListingView, PlaceName};
use alongside_core::json;
use leptos::prelude::*;

use crate::i18n;
use crate::platform::position::Position;
use crate::platform::worker::{self, WorkerHandle};
use crate::platform::{clock, content_version, full_address, intl, timing};
use crate::site::SiteSignal;

/// How many results are shown at first, and how many more with each "Show more".
pub(crate) const PAGE: usize = 50;
/// How long a person has to pause before choices are counted anew, in milliseconds.
const PAUSE: u64 = 200;

/// Where the directory is.
#[derive(Clone)]
pub(crate) enum State {
    /// Its feeds are being read.
    Reading,
    /// Every feed is read or has failed.
    Open(Arc<Opened>),
    /// The worker did not start, or broke.
    Failed,
}

/// An answer and the question it answers.
#[derive(Clone)]
pub(crate) struct Given {
    pub(crate) fragment: String,
    pub(crate) answer: Arc<Answer>,
}

/// A listing that was asked for, if there is one of this id.
type Found = (String, Option<Arc<ListingView>>);

/// What waits for an answer of its own.
type Then<T> = StoredValue<Option<Box<dyn FnOnce(T)>>, LocalStorage>;

/// The directory, as pages see it.
#[derive(Clone, Copy)]
pub(crate) struct Finder {
    site: SiteSignal,
    worker: StoredValue<Option<WorkerHandle>, LocalStorage>,
    state: RwSignal<State>,
    given: RwSignal<Option<Given>>,
    facets: RwSignal<Option<Arc<Facets>>>,
    found: RwSignal<Option<Found>>,
    listings: RwSignal<Option<Arc<Vec<ListingView>>>>,
    snapshot: Then<Option<Snapshot>>,
    written: Then<String>,
    places: RwSignal<Vec<PlaceName>>,
    places_asked: StoredValue<u32>,
    /// Where the device is, if the person has said so on this visit. It is never kept.
    here: StoredValue<Option<Position>>,
    /// What was saved, as the worker last heard.
    saved: StoredValue<Vec<Snapshot>>,
    /// How many pages have shown what is saved.
    holders: StoredValue<u32>,
    /// The number of the last question.
    asked: RwSignal<u32>,
    fragment_asked: StoredValue<String>,
    /// The number of the last answer.
    answered: RwSignal<u32>,
    /// The language in which the worker names types.
    language: StoredValue<Option<&'static str>>,
    /// How many results were wanted for each fragment, so that Back shows as many again.
    wanted: StoredValue<HashMap<String, usize>>,
}

impl Finder {
    pub(crate) fn new(site: SiteSignal) -> Finder {
        Finder {
            site,
            worker: StoredValue::new_local(None),
            state: RwSignal::new(State::Reading),
            given: RwSignal::new(None),
            facets: RwSignal::new(None),
            found: RwSignal::new(None),
            listings: RwSignal::new(None),
            snapshot: StoredValue::new_local(None),
            written: StoredValue::new_local(None),
            places: RwSignal::new(Vec::new()),
            places_asked: StoredValue::new(0),
            here: StoredValue::new(None),
            saved: StoredValue::new(Vec::new()),
            holders: StoredValue::new(0),
            asked: RwSignal::new(0),
            fragment_asked: StoredValue::new(String::new()),
            answered: RwSignal::new(0),
            language: StoredValue::new(None),
            wanted: StoredValue::new(HashMap::new()),
        }
    }

    /// Where the directory is. Tracked.
    pub(crate) fn state(self) -> State {
        self.state.get()
    }

    /// The last answer. Tracked.
    pub(crate) fn given(self) -> Option<Given> {
        self.given.get()
    }

    /// What can be chosen, as last counted. Tracked.
    pub(crate) fn facets(self) -> Option<Arc<Facets>> {
        self.facets.get()
    }

    /// The listing that was asked for last. Tracked.
    pub(crate) fn found(self) -> Option<Found> {
        self.found.get()
    }

    /// The listings that were asked for last. Tracked.
    pub(crate) fn listings(self) -> Option<Arc<Vec<ListingView>>> {
        self.listings.get()
    }

    /// Says whether a question waits for its answer. Tracked.
    pub(crate) fn is_busy(self) -> bool {
        self.asked.get() != self.answered.get()
    }

    /// Says how many results are wanted for a fragment.
    pub(crate) fn wanted(self, fragment: &str) -> usize {
        self.wanted.with_value(|wanted| wanted.get(fragment).copied()).unwrap_or(PAGE)
    }

    /// Wants more results for a fragment.
    pub(crate) fn want_more(self, fragment: &str) {
        let more = self.wanted(fragment) + PAGE;
        self.wanted.update_value(|wanted| {
            wanted.insert(fragment.to_owned(), more);
        });
        self.ask(fragment);
    }

    /// Asks which listings match what is after the `#`; the answer comes by `given`.
    pub(crate) fn ask(self, fragment: &str) {
        let number = self.asked.get_untracked().wrapping_add(1);
        self.asked.set(number);
        self.fragment_asked.set_value(fragment.to_owned());
        let wanted = self.wanted(fragment);
        self.say(&ToWorker::Ask { number, fragment: fragment.to_owned(), wanted, asked: self.asked_now() });
        // Counting takes longer than finding: it waits until the person pauses.
        let fragment = fragment.to_owned();
        timing::after(PAUSE, move || {
            if self.asked.try_get_untracked() == Some(number) {
                self.say(&ToWorker::Facets { number, fragment, asked: self.asked_now() });
            }
        });
    }

    /// Asks for one listing; the answer comes by `found`.
    pub(crate) fn ask_for(self, id: &str) {
        self.say(&ToWorker::Listing { id: id.to_owned(), asked: self.asked_now() });
    }

    /// Hands over what is saved: it is found, too, where no feed has it any more.
    pub(crate) fn know_saved(self, saved: Vec<Snapshot>) {
        if self.saved.with_value(|known| *known != saved) {
            self.saved.set_value(saved.clone());
            self.say(&ToWorker::Saved(saved));
        }
    }

    /// What is saved is private: it is held only while a page shows it, so that a closed lock and an erase leave none.
    /// A page says so when it begins.
    pub(crate) fn hold_saved(self) {
        let turn = self.holders.get_value().wrapping_add(1);
        self.holders.set_value(turn);
        on_cleanup(move || {
            // The next page begins before this one ends: what it holds stays. Nothing is drawn anew for this one.
            if self.holders.get_value() == turn {
                self.listings.update_untracked(|listings| *listings = None);
                self.found.update_untracked(|found| *found = None);
                self.know_saved(Vec::new());
            }
        });
    }

    /// Asks for several listings; the answer comes by `listings`.
    pub(crate) fn ask_for_all(self, ids: Vec<String>) {
        self.say(&ToWorker::Listings { ids, asked: self.asked_now() });
    }

    /// Asks what a listing says now, to be saved.
    pub(crate) fn snapshot(self, id: &str, then: impl FnOnce(Option<Snapshot>) + 'static) {
        self.snapshot.set_value(Some(Box::new(then)));
        self.say(&ToWorker::Snapshot { id: id.to_owned(), asked: self.asked_now() });
    }

    /// Asks for listings as a file.
    pub(crate) fn write(self, form: Form, ids: Vec<String>, then: impl FnOnce(String) + 'static) {
        self.written.set_value(Some(Box::new(then)));
        self.say(&ToWorker::Write { form, ids, asked: self.asked_now() });
    }

    /// Starts anew after the worker broke.
    pub(crate) fn retry(self) {
        self.worker.set_value(None);
        self.listings.set(None);
        self.state.set(State::Reading);
        self.given.set(None);
    }

    /// In another language types have other names, which are searched and shown: the worker starts anew.
    fn follow_language(self) {
        let language = Some(i18n::language());
        if self.language.get_value() != language {
            self.language.set_value(language);
            self.facets.set(None);
            self.found.set(None);
            self.retry();
        }
    }

    /// Asks which places begin so; the answer comes by `places`.
    pub(crate) fn ask_places(self, typed: &str) {
        let number = self.places_asked.get_value().wrapping_add(1);
        self.places_asked.set_value(number);
        self.say(&ToWorker::Places { number, typed: typed.to_owned() });
    }

    /// The places that were asked for last. Tracked.
    pub(crate) fn places(self) -> Vec<PlaceName> {
        self.places.get()
    }

    /// Takes the device's position, for this visit.
    pub(crate) fn is_here(self, here: Position) {
        self.here.set_value(Some(here));
    }

    /// When and where it is asked now.
    fn asked_now(self) -> Asked {
        Asked {
            now: clock::now_ms().div_euclid(60_000),
            zone: intl::zone().unwrap_or_default(),
            offset: clock::offset_minutes(),
            here: self.here.get_value().map(|(latitude, longitude)| Here::new(latitude, longitude)),
        }
    }

    fn say(self, message: &ToWorker) {
        self.follow_language();
        if self.worker.with_value(Option::is_none) {
            self.open();
        }
        if let Ok(text) = serde_json::to_string(message) {
            self.worker.with_value(|worker| {
                if let Some(worker) = worker {
                    worker.say(text);
                }
            });
        }
    }

    fn open(self) {
        let fail = move || self.state.set(State::Failed);
        let Some(worker) = worker::start(move |text| self.hear(&text), fail) else {
            self.state.set(State::Failed);
            return;
        };
        let version = content_version().map(|version| format!("?v={version}")).unwrap_or_default();
        let open = ToWorker::Open {
            site: Box::new(self.site.now()),
            site_url: full_address("site.json"),
            types_url: full_address(&format!("content/types.json{version}")),
            language: i18n::language().to_owned(),
        };
        if let Ok(text) = serde_json::to_string(&open) {
            worker.say(text);
        }
        let saved = self.saved.get_value();
        if let Ok(text) = serde_json::to_string(&ToWorker::Saved(saved)) {
            worker.say(text);
        }
        self.worker.set_value(Some(worker));
    }

    fn hear(self, text: &str) {
        match json::from_text(text) {
            Some(FromWorker::Opened(opened)) => self.state.set(State::Open(Arc::new(opened))),
            Some(FromWorker::Answer { number, answer }) => self.take(number, answer),
            Some(FromWorker::Facets { number, facets }) if number == self.asked.get_untracked() => {
                self.facets.set(Some(Arc::from(facets)));
            }
            Some(FromWorker::Listing { id, listing }) => self.found.set(Some((id, listing.map(Arc::from)))),
            Some(FromWorker::Listings { listings }) => self.listings.set(Some(Arc::new(listings))),
            Some(FromWorker::Places { number, names }) if number == self.places_asked.get_value() => {
                self.places.set(names);
            }
            Some(FromWorker::Snapshot { snapshot }) => answer(self.snapshot, snapshot),
            Some(FromWorker::Written { text }) => answer(self.written, text),
            _ => {}
        }
    }

    /// An answer to an older question is no longer wanted.
    fn take(self, number: u32, answer: Answer) {
        if number == self.asked.get_untracked() {
            let fragment = self.fragment_asked.get_value();
            self.given.set(Some(Given { fragment, answer: Arc::new(answer) }));
            self.answered.set(number);
        }
    }
}

fn answer<T: 'static>(waiting: Then<T>, what: T) {
    let then = waiting.try_update_value(Option::take).flatten();
    if let Some(then) = then {
        then(what);
    }
}

/// The directory of the app.
pub(crate) fn finder() -> Finder {
    expect_context()
}
