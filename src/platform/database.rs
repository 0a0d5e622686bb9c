//! The browser's database: texts by their keys, on the disk when a change is done.
//!
//! Opening a database creates it, so nobody opens one who has nothing to keep. Every call may fail: the browser may
//! have no database, forbid it, or have no room.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::window;

const NAME: &str = "alongside";
/// A browser that has not answered by then won't: another tab may hold the database.
const PATIENCE_MS: i32 = 3_000;

/// Whatever went wrong: nobody could do anything else about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Failed;

/// What was asked for, if it could be had.
pub(crate) type Had<T> = Result<T, Failed>;

/// The two places of the database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// What the person saved.
    Records,
    /// What the app notes about that.
    Marks,
}

impl Place {
    const ALL: [Place; 2] = [Place::Records, Place::Marks];

    fn name(self) -> &'static str {
        match self {
            Place::Records => "records",
            Place::Marks => "marks",
        }
    }
}

thread_local! {
    static OPEN: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
}

fn failed<E>(_: E) -> Failed {
    Failed
}

fn factory() -> Option<IdbFactory> {
    window()?.indexed_db().ok().flatten()
}

/// Says whether there is a database. Where the browser can't tell there may be one.
pub(crate) async fn exists() -> bool {
    let Some(factory) = factory() else { return false };
    let Some(list) = method(&factory, "databases").and_then(|list| list.call0(&factory).ok()) else {
        return true;
    };
    let Ok(all) = JsFuture::from(Promise::resolve(&list)).await else { return true };
    let is_ours = |one: JsValue| Reflect::get(&one, &"name".into()).is_ok_and(|name| name == NAME);
    Array::from(&all).iter().any(is_ours)
}

/// Says whether the database is open in this tab.
pub(crate) fn is_open() -> bool {
    OPEN.with_borrow(Option::is_some)
}

/// Opens the database, and creates it if there is none.
pub(crate) async fn open() -> Had<()> {
    if is_open() {
        return Ok(());
    }
    let request = factory().ok_or(Failed)?.open_with_u32(NAME, 1).map_err(failed)?;
    let asked: JsValue = request.clone().into();
    let create = Closure::once_into_js(move || {
        let made = asked.unchecked_ref::<IdbRequest>().result();
        if let Some(database) = made.ok().and_then(|made| made.dyn_into::<IdbDatabase>().ok()) {
            for place in Place::ALL {
                let _ = database.create_object_store(place.name());
            }
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    soon(answer_of(&request)).await?;
    let database: IdbDatabase = request.result().map_err(failed)?.dyn_into().map_err(failed)?;
    // Another tab erases everything, or the browser does.
    let gone = Closure::<dyn Fn()>::new(close).into_js_value();
    database.set_onversionchange(Some(gone.unchecked_ref()));
    database.set_onclose(Some(gone.unchecked_ref()));
    OPEN.set(Some(database));
    Ok(())
}

/// Closes the database in this tab.
pub(crate) fn close() {
    if let Some(database) = OPEN.take() {
        database.close();
    }
}

/// Takes the database away, once every tab has closed it.
pub(crate) async fn remove() -> Had<()> {
    close();
    let request = factory().ok_or(Failed)?.delete_database(NAME).map_err(failed)?;
    soon(answer_of(&request)).await.map(drop)
}

/// Gives all keys of a place with their texts.
pub(crate) async fn all(place: Place) -> Had<Vec<(String, String)>> {
    let change = Change::begin()?;
    let store = change.store(place)?;
    let keys = answer_of(&store.get_all_keys().map_err(failed)?);
    let texts = store.get_all().map_err(failed)?;
    let (keys, texts) = (result_of(keys.await)?, result_of(answer_of(&texts).await)?);
    let (keys, texts) = (Array::from(&keys), Array::from(&texts));
    Ok(keys
        .iter()
        .zip(texts.iter())
        .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
        .collect())
}

/// A change that is made as a whole or not at all; no other tab's comes between.
pub(crate) struct Change(IdbTransaction);

impl Change {
    /// Begins a change. Only await its own calls until it is done: it ends when nothing is asked of it.
    pub(crate) fn begin() -> Had<Change> {
        let database = OPEN.with_borrow(Clone::clone).ok_or(Failed)?;
        let places: Array = Place::ALL.iter().map(|place| JsValue::from_str(place.name())).collect();
        // Done means written to the disk, not handed to the system.
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(failed)?;
        let begin = method(&database, "transaction").ok_or(Failed)?;
        let mode = JsValue::from(IdbTransactionMode::Readwrite);
        let begun = begin.call3(&database, &places, &mode, &options).map_err(failed)?;
        begun.dyn_into().map(Change).map_err(failed)
    }

    fn store(&self, place: Place) -> Had<IdbObjectStore> {
        self.0.object_store(place.name()).map_err(failed)
    }

    /// Gives the texts of these keys.
    pub(crate) async fn get(&self, place: Place, keys: &[&str]) -> Had<Vec<Option<String>>> {
        let store = self.store(place)?;
        let asked: Had<Vec<_>> =
            keys.iter().map(|key| Ok(answer_of(&store.get(&(*key).into()).map_err(failed)?))).collect();
        let mut texts = Vec::new();
        for asked in asked? {
            texts.push(result_of(asked.await)?.as_string());
        }
        Ok(texts)
    }

    /// Writes a text.
    pub(crate) fn put(&self, place: Place, key: &str, text: &str) -> Had<()> {
        self.store(place)?.put_with_key(&text.into(), &key.into()).map(drop).map_err(failed)
    }

    /// Removes a key.
    pub(crate) fn remove(&self, place: Place, key: &str) -> Had<()> {
        self.store(place)?.delete(&key.into()).map(drop).map_err(failed)
    }

    /// Removes every key.
    pub(crate) fn clear(&self, place: Place) -> Had<()> {
        self.store(place)?.clear().map(drop).map_err(failed)
    }

    /// Waits until the change is on the disk.
    pub(crate) async fn done(self) -> Had<()> {
        let done = Promise::new(&mut |resolve, reject| {
            self.0.set_oncomplete(Some(&resolve));
            self.0.set_onabort(Some(&reject));
        });
        JsFuture::from(done).await.map(drop).map_err(failed)
    }
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// The event that ends a request.
fn answer_of(request: &IdbRequest) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    }))
}

fn result_of(event: Result<JsValue, JsValue>) -> Had<JsValue> {
    let event: web_sys::Event = event.map_err(failed)?.dyn_into().map_err(failed)?;
    event.target().ok_or(Failed)?.unchecked_into::<IdbRequest>().result().map_err(failed)
}

/// Waits for an answer, but not forever.
async fn soon(answer: JsFuture) -> Had<JsValue> {
    let late = Promise::new(&mut |_, reject| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
        }
    });
    let answer = wasm_bindgen_futures::future_to_promise(answer);
    JsFuture::from(Promise::race(&Array::of2(&answer, &late))).await.map_err(failed)
}
