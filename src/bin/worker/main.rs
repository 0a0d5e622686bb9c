//! The directory's worker: reads the feeds and answers the page, in a thread and a wasm of its own.
//!
//! So the first visit doesn't pay for readers and search, the page stays awake while 100,000 rows are read,
//! and closing the worker gives its memory back. All of the work is done by `alongside-core`; here is only
//! what the core can't do: fetch, ask `Intl`, post messages.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a worker has no page: this is its own door to the browser"
)]

mod feeds;
#[path = "../../platform/plain_letters.rs"]
mod plain_letters;
mod zones;

use alongside_core::directory::protocol::{Asked, Form, FromWorker, Opened, ToWorker};
use alongside_core::directory::search::{Directory, ListingView, Moment};
use alongside_core::directory::write::{Calendar, Clocks, Table, Title};
use alongside_core::directory::{Programs, directory_of};
use alongside_core::json;
use alongside_core::site::Site;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use zones::Zones;

/// What the worker knows, and what it was asked before it knew.
#[derive(Default)]
struct Worker {
    open: Option<Open>,
    zones: Zones,
    waiting: Vec<ToWorker>,
}

/// The listings, once every feed is read or has failed.
struct Open {
    directory: Directory,
    /// What the person saved; asked where no feed has a listing.
    saved: Directory,
    programs: Arc<Programs>,
    site: Box<Site>,
    language: String,
}

fn main() {
    console_error_panic_hook::set_once();
    alongside_core::fold::plain_letters_by(plain_letters::plain_letters);
    let worker = Rc::new(RefCell::new(Worker::default()));
    let hear = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        if let Some(message) = event.data().as_string().and_then(|text| json::from_text(&text)) {
            on_message(&worker, message);
        }
    });
    let scope = scope();
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    // The page waits for this: what is posted before a worker listens is lost in some browsers.
    let _ = scope.post_message(&JsValue::from_str("ready"));
}

fn scope() -> web_sys::DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn on_message(worker: &Rc<RefCell<Worker>>, message: ToWorker) {
    if let ToWorker::Open { site, site_url, types_url, language } = message {
        let worker = Rc::clone(worker);
        spawn_local(async move {
            let (directory, programs, opened) = feeds::open(&site, &site_url, &types_url, &language).await;
            let saved = directory_of(&[], &programs, &site, &language);
            worker.borrow_mut().open(Open { directory, saved, programs, site, language }, opened);
        });
    } else {
        worker.borrow_mut().hear(message);
    }
}

impl Worker {
    fn open(&mut self, open: Open, mut opened: Opened) {
        let waiting = std::mem::take(&mut self.waiting);
        if let Some(asked) = waiting.iter().find_map(asked) {
            let moment = self.zones.moment(asked, &open.directory.zone_names());
            for (feed, zone) in open.directory.unknown_zones(&moment) {
                if let Some(feed) = opened.feeds.get_mut(feed) {
                    feed.note(format!(
                        "This browser does not know the time zone “{zone}”. Another one is used."
                    ));
                }
            }
        }
        self.open = Some(open);
        post(&FromWorker::Opened(opened));
        for message in waiting {
            self.hear(message);
        }
    }

    fn hear(&mut self, message: ToWorker) {
        let Some(open) = &mut self.open else {
            // Of questions of one sort that wait, the last is enough.
            self.waiting.retain(|known| {
                std::mem::discriminant(known) != std::mem::discriminant(&message)
                    || matches!(message, ToWorker::Listing { .. })
            });
            // What is saved may be asked for by what waits already.
            let at = if matches!(message, ToWorker::Saved(_)) { 0 } else { self.waiting.len() };
            return self.waiting.insert(at, message);
        };
        if let ToWorker::Places { number, typed } = &message {
            return post(&FromWorker::Places { number: *number, names: open.directory.places(typed) });
        }
        if let ToWorker::Saved(saved) = message {
            open.saved = directory_of(&saved, &open.programs, &open.site, &open.language);
            return self.zones.forget_moment();
        }
        let Some(asked) = asked(&message) else { return };
        let names = [open.directory.zone_names(), open.saved.zone_names()].concat();
        let moment = self.zones.moment(asked, &names);
        if let Some(answer) = open.answer(message, &moment) {
            post(&answer);
        }
    }
}

impl Open {
    fn answer(&mut self, message: ToWorker, moment: &Moment) -> Option<FromWorker> {
        Some(match message {
            ToWorker::Ask { number, fragment, wanted, .. } => {
                FromWorker::Answer { number, answer: self.directory.ask(&fragment, moment, wanted) }
            }
            ToWorker::Facets { number, fragment, .. } => {
                FromWorker::Facets { number, facets: Box::new(self.directory.facets(&fragment, moment)) }
            }
            ToWorker::Listing { id, .. } => {
                let listing = self.listing(&id, moment).map(Box::new);
                FromWorker::Listing { id, listing }
            }
            ToWorker::Listings { ids, .. } => FromWorker::Listings {
                listings: ids.iter().filter_map(|id| self.listing(id, moment)).collect(),
            },
            ToWorker::Snapshot { id, .. } => FromWorker::Snapshot {
                snapshot: self.directory.snapshot(&id, moment).or_else(|| self.saved.snapshot(&id, moment)),
            },
            ToWorker::Write { form, ids, .. } => {
                FromWorker::Written { text: self.write(&form, &ids, moment)? }
            }
            ToWorker::Open { .. } | ToWorker::Places { .. } | ToWorker::Saved(_) => return None,
        })
    }

    /// A listing of a feed, else one that was saved.
    fn listing(&mut self, id: &str, moment: &Moment) -> Option<ListingView> {
        self.directory.listing(id, moment).or_else(|| {
            let gone = self.saved.listing(id, moment)?;
            Some(ListingView { gone: true, ..gone })
        })
    }

    fn write(&self, form: &Form, ids: &[String], moment: &Moment) -> Option<String> {
        let record = |id: &String| {
            let listing = self.directory.record_with_zone(id, moment);
            listing.or_else(|| self.saved.record_with_zone(id, moment))
        };
        let listings = ids.iter().filter_map(record);
        match form {
            Form::Table => {
                let mut text = String::new();
                let mut table = Table::start(&mut text);
                listings.for_each(|listing| table.add(&listing, &mut text));
                Some(text)
            }
            Form::Calendar { title } => {
                let title = title.as_deref().map_or(Title::Name, Title::Neutral);
                let mut calendar = Calendar::start(moment.now);
                for listing in listings {
                    // Without a zone that is known its times are as the clock shows them, wherever one is.
                    let name = listing.zone.as_deref();
                    let table = name.and_then(|name| zones::for_years(name, moment.now));
                    let name = name.filter(|_| table.is_some());
                    let table = table.unwrap_or_else(|| moment.visitor());
                    calendar.add(&listing, Clocks { name, table: &table }, title);
                }
                calendar.finish()
            }
        }
    }
}

fn asked(message: &ToWorker) -> Option<&Asked> {
    match message {
        ToWorker::Ask { asked, .. }
        | ToWorker::Facets { asked, .. }
        | ToWorker::Listing { asked, .. }
        | ToWorker::Listings { asked, .. }
        | ToWorker::Snapshot { asked, .. }
        | ToWorker::Write { asked, .. } => Some(asked),
        ToWorker::Open { .. } | ToWorker::Places { .. } | ToWorker::Saved(_) => None,
    }
}

fn post(message: &FromWorker) {
    if let Ok(text) = serde_json::to_string(message) {
        let _ = scope().post_message(&JsValue::from_str(&text));
    }
}
