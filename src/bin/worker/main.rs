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

use alongside_core::directory::protocol::{Asked, FromWorker, Opened, ToWorker};
use alongside_core::directory::search::Directory;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use zones::Zones;

/// What the worker knows, and what it was asked before it knew.
#[derive(Default)]
struct Worker {
    directory: Option<Directory>,
    zones: Zones,
    waiting: Vec<ToWorker>,
}

fn main() {
    console_error_panic_hook::set_once();
    alongside_core::fold::plain_letters_by(plain_letters::plain_letters);
    let worker = Rc::new(RefCell::new(Worker::default()));
    let hear = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        if let Some(message) = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok()) {
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
            let (directory, opened) = feeds::open(&site, &site_url, &types_url, &language).await;
            worker.borrow_mut().open(directory, opened);
        });
    } else {
        worker.borrow_mut().hear(message);
    }
}

impl Worker {
    fn open(&mut self, directory: Directory, mut opened: Opened) {
        let waiting = std::mem::take(&mut self.waiting);
        if let Some(asked) = waiting.iter().find_map(asked) {
            let moment = self.zones.moment(asked, &directory.zone_names());
            for (feed, zone) in directory.unknown_zones(&moment) {
                if let Some(feed) = opened.feeds.get_mut(feed) {
                    feed.note(format!(
                        "This browser does not know the time zone “{zone}”. Another one is used."
                    ));
                }
            }
        }
        self.directory = Some(directory);
        post(&FromWorker::Opened(opened));
        for message in waiting {
            self.hear(message);
        }
    }

    fn hear(&mut self, message: ToWorker) {
        let Some(directory) = &mut self.directory else {
            // Of questions of one sort that wait, the last is enough.
            self.waiting.retain(|known| {
                std::mem::discriminant(known) != std::mem::discriminant(&message)
                    || matches!(message, ToWorker::Listing { .. })
            });
            self.waiting.push(message);
            return;
        };
        if let ToWorker::Places { number, typed } = &message {
            post(&FromWorker::Places { number: *number, names: directory.places(typed) });
        }
        let Some(asked) = asked(&message) else { return };
        let moment = self.zones.moment(asked, &directory.zone_names());
        match message {
            ToWorker::Ask { number, fragment, wanted, .. } => {
                let answer = directory.ask(&fragment, &moment, wanted);
                post(&FromWorker::Answer { number, answer });
            }
            ToWorker::Facets { number, fragment, .. } => {
                let facets = Box::new(directory.facets(&fragment, &moment));
                post(&FromWorker::Facets { number, facets });
            }
            ToWorker::Listing { id, .. } => {
                let listing = directory.listing(&id, &moment).map(Box::new);
                post(&FromWorker::Listing { id, listing });
            }
            ToWorker::Open { .. } | ToWorker::Places { .. } => {}
        }
    }
}

fn asked(message: &ToWorker) -> Option<&Asked> {
    match message {
        ToWorker::Ask { asked, .. } | ToWorker::Facets { asked, .. } | ToWorker::Listing { asked, .. } => {
            Some(asked)
        }
        ToWorker::Open { .. } | ToWorker::Places { .. } => None,
    }
}

fn post(message: &FromWorker) {
    if let Ok(text) = serde_json::to_string(message) {
        let _ = scope().post_message(&JsValue::from_str(&text));
    }
}
