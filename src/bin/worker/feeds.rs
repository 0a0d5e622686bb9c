//! Fetches the feeds of a site and reads them as they arrive.

use alongside_core::directory::protocol::Opened;
use alongside_core::directory::search::{Directory, DirectoryBuilder};
use alongside_core::directory::{FeedReader, FeedReport, Listing, Programs, feed_ids};
use alongside_core::site::Site;
use js_sys::{Promise, Reflect, Uint8Array};
use std::sync::Arc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Reads all feeds; gives the directory and what the page should know.
pub(crate) async fn open(
    site: &Site,
    site_url: &str,
    types_url: &str,
    language: &str,
) -> (Directory, Arc<Programs>, Opened) {
    let (ids, mut messages) = feed_ids(&site.feeds);
    // All are asked for at once; they are read one after the other, so that only one row is held at a time.
    let answers: Vec<Result<Promise, String>> =
        site.feeds.iter().map(|feed| Ok(fetch(&own_address(&feed.src, site_url)?))).collect();
    let programs = match programs(types_url).await {
        Ok(programs) => programs,
        Err(why) => {
            messages.push(format!("The names of the meeting types could not be loaded: {why}"));
            Programs::default()
        }
    };
    let programs = Arc::new(programs);
    let mut builder = DirectoryBuilder::default();
    let mut feeds = Vec::new();
    for (at, (feed, answer)) in site.feeds.iter().zip(answers).enumerate() {
        let id = ids.get(at).map_or("feed", String::as_str);
        let reader = FeedReader::new(&programs, feed, id, site.country.as_deref());
        feeds.push(read(reader, answer, at, &mut builder).await);
    }
    let directory = builder.build(Arc::clone(&programs), site, language);
    let opened = Opened { listings: directory.len(), feeds, messages };
    (directory, programs, opened)
}

/// Resolves a feed's place against `site.json`; it must stay on this host.
fn own_address(src: &str, site_url: &str) -> Result<String, String> {
    let resolved =
        web_sys::Url::new_with_base(src, site_url).map_err(|_| "This is no address of a file.".to_owned())?;
    let site =
        web_sys::Url::new(site_url).map_err(|_| "The address of this site could not be read.".to_owned())?;
    if resolved.origin() == site.origin() && resolved.origin() != "null" {
        Ok(resolved.href())
    } else {
        Err("It lies on another host. Only files on this site’s own host are loaded, so that nobody else learns who \
             looks at them. Put a copy beside site.json."
            .to_owned())
    }
}

fn fetch(address: &str) -> Promise {
    let init = web_sys::RequestInit::new();
    // A list changes while its address stays: ask the host whether the kept copy still holds.
    init.set_cache(web_sys::RequestCache::NoCache);
    crate::scope().fetch_with_str_and_init(address, &init)
}

async fn arrived(promise: Promise) -> Result<web_sys::Response, String> {
    let answer = JsFuture::from(promise)
        .await
        .map_err(|_| "It could not be loaded. Is there a connection?".to_owned())?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| "It could not be loaded.".to_owned())?;
    match answer.status() {
        200..=299 => Ok(answer),
        404 => Err("The host has no such file.".to_owned()),
        status => Err(format!("The host answered with the error {status}.")),
    }
}

async fn programs(address: &str) -> Result<Programs, String> {
    let answer = arrived(fetch(address)).await?;
    let text = answer.text().map_err(|_| "it could not be read.".to_owned())?;
    let text = JsFuture::from(text).await.map_err(|_| "the connection broke.".to_owned())?;
    Programs::read(&text.as_string().unwrap_or_default())
}

async fn read(
    reader: FeedReader<'_>,
    answer: Result<Promise, String>,
    at: usize,
    builder: &mut DirectoryBuilder,
) -> FeedReport {
    let before = builder.len();
    let first = match answer {
        Ok(promise) => arrived(promise).await,
        Err(why) => Err(why),
    };
    let answer = match first {
        Ok(answer) => answer,
        Err(why) => return reader.failed(&why),
    };
    let mut reader = reader;
    let mut keep = |listing| builder.push(at, &listing);
    let mut read = push(&mut reader, &answer, &mut keep).await;
    // Tables of several files lie beside the first. They are small enough to come one after the other.
    while read.is_ok() {
        let Some(name) = reader.next_file() else { break };
        let next = beside(&answer.url(), name).and_then(|address| own_address(&address, &answer.url()));
        let Ok(address) = next else { continue };
        if let Ok(next) = arrived(fetch(&address)).await {
            read = push(&mut reader, &next, &mut keep).await;
        }
    }
    let finished = match read {
        Ok(()) => reader.finish(&mut keep).map_err(|(reader, error)| (reader, error.to_string())),
        Err(why) => Err((Box::new(reader), why)),
    };
    finished.unwrap_or_else(|(reader, why)| {
        builder.truncate(before);
        reader.failed(&why)
    })
}

/// Gives the address of a file that lies in the same folder.
fn beside(address: &str, name: &str) -> Result<String, String> {
    web_sys::Url::new_with_base(name, address).map(|url| url.href()).map_err(|_| String::new())
}

/// Reads one file of a feed as it arrives.
async fn push(
    reader: &mut FeedReader<'_>,
    answer: &web_sys::Response,
    keep: &mut dyn FnMut(Listing),
) -> Result<(), String> {
    let mut source = Source::of(answer);
    while let Some(bytes) = source.next().await? {
        reader.push(&bytes, keep).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The bytes of an answer, piece by piece; all at once where the browser has no streams.
struct Source<'a> {
    answer: &'a web_sys::Response,
    stream: Option<web_sys::ReadableStreamDefaultReader>,
    done: bool,
}

impl<'a> Source<'a> {
    fn of(answer: &'a web_sys::Response) -> Source<'a> {
        let stream = answer.body().and_then(|body| body.get_reader().dyn_into().ok());
        Source { answer, stream, done: false }
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, String> {
        let broke = |_| "The connection broke while it was loading.".to_owned();
        if self.done {
            return Ok(None);
        }
        let Some(stream) = &self.stream else {
            self.done = true;
            let buffer = self.answer.array_buffer().map_err(broke)?;
            let buffer = JsFuture::from(buffer).await.map_err(broke)?;
            return Ok(Some(Uint8Array::new(&buffer).to_vec()));
        };
        let piece = JsFuture::from(stream.read()).await.map_err(broke)?;
        let field = |key: &str| Reflect::get(&piece, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
        if field("done").is_truthy() {
            self.done = true;
            return Ok(None);
        }
        Ok(field("value").dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec()))
    }
}
