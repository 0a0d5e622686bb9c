//! The browser's database: texts by their keys, on the disk when a change is done.
//!
//! Opening a database creates it, so nobody opens one who has nothing to keep. Every call may fail: the browser may
//! have no database, forbid it, or have no room.
//!
//! An erase is marked by a second database that holds nothing. It is opened only to be made, so no other tab, not
//! even a frozen one, can stand in the way of making it or taking it away: that is why the mark is not a change of
//! how the first database is built, which waits until every tab has closed it.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::window;

const NAME: &str = "alongside";
/// The database that is a mark.
const MARK: &str = "alongside-mark";
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
    /// Another tab, or the browser, had it closed.
    static TAKEN: Cell<bool> = const { Cell::new(false) };
    static TELL: Cell<Option<fn()>> = const { Cell::new(None) };
}

fn failed<E>(_: E) -> Failed {
    Failed
}

fn factory() -> Option<IdbFactory> {
    window()?.indexed_db().ok().flatten()
}

/// Says whether there is a database of ours. None is created to find out.
pub(crate) async fn exists() -> bool {
    match names().await {
        Some(names) => names.iter().any(|name| name == NAME || name == MARK),
        None => can_be_opened().await,
    }
}

/// Opens the database where the browser doesn't tell what there is, and takes back that it was created.
async fn can_be_opened() -> bool {
    let Some(Ok(request)) = factory().map(|factory| factory.open(NAME)) else { return false };
    let asked = request.clone();
    let take_back = Closure::once_into_js(move || asked.transaction().is_some_and(|new| new.abort().is_ok()));
    request.set_onupgradeneeded(Some(take_back.unchecked_ref()));
    let is_there = soon(answer_of(&request)).await.is_ok();
    if let Ok(database) = database_of(&request) {
        database.close();
    }
    is_there
}

/// The names of this site's databases; `None` where the browser doesn't tell.
async fn names() -> Option<Vec<String>> {
    let factory = factory()?;
    let list = method(&factory, "databases")?.call0(&factory).ok()?;
    let all = JsFuture::from(Promise::resolve(&list)).await.ok()?;
    let name = |one: JsValue| Reflect::get(&one, &"name".into()).ok()?.as_string();
    Some(Array::from(&all).iter().filter_map(name).collect())
}

/// Says whether the empty database is there that is a mark.
pub(crate) async fn is_marked() -> bool {
    names().await.is_some_and(|names| names.iter().any(|name| name == MARK))
}

/// Makes the empty database that is a mark. It can't be done where it could not be seen.
pub(crate) async fn mark() -> Had<()> {
    names().await.ok_or(Failed)?;
    ask_for(MARK, |_| {}).await.map(|database| database.close())
}

/// Takes the mark away.
pub(crate) async fn unmark() -> Had<()> {
    take_away(MARK).await
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
    let create = |database: &IdbDatabase| {
        for place in Place::ALL {
            let _ = database.create_object_store(place.name());
        }
    };
    let database = ask_for(NAME, create).await?;
    // Another tab takes it away, or the browser does.
    let gone = Closure::<dyn Fn()>::new(|| {
        close();
        TAKEN.set(true);
        if let Some(tell) = TELL.get() {
            tell();
        }
    });
    let gone = gone.into_js_value();
    database.set_onversionchange(Some(gone.unchecked_ref()));
    database.set_onclose(Some(gone.unchecked_ref()));
    OPEN.set(Some(database));
    Ok(())
}

async fn ask_for(name: &str, create: impl FnOnce(&IdbDatabase) + 'static) -> Had<IdbDatabase> {
    let request = factory().ok_or(Failed)?.open(name).map_err(failed)?;
    let asked = request.clone();
    let create = Closure::once_into_js(move || database_of(&asked).map(|made| create(&made)).is_ok());
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    if soon(answer_of(&request)).await.is_ok() {
        return database_of(&request);
    }
    // Should it come after all, nobody knows of it, and it would stand in the way of every other tab.
    let late = request.clone();
    let close = Closure::once_into_js(move || database_of(&late).map(|database| database.close()).is_ok());
    request.set_onsuccess(Some(close.unchecked_ref()));
    Err(Failed)
}

fn database_of(request: &IdbRequest) -> Had<IdbDatabase> {
    request.result().map_err(failed)?.dyn_into().map_err(failed)
}

/// Has somebody told when another tab, or the browser, has the database closed.
pub(crate) fn on_taken(tell: fn()) {
    TELL.set(Some(tell));
}

/// Says whether it was closed so since this was last asked: what was under way then can be tried again.
pub(crate) fn was_taken() -> bool {
    TAKEN.take()
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
    take_away(NAME).await
}

async fn take_away(name: &str) -> Had<()> {
    let request = factory().ok_or(Failed)?.delete_database(name).map_err(failed)?;
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
