//! The words of the interface, one file per language, checked at compile time.
//!
//! `build.rs` makes a function of each key: `t::home_title()`. English is compiled in, so that the app always
//! has words; another language is a file that is fetched when it is first shown. The language is one value for
//! the whole app; when it changes, the app is drawn anew, so no view has to listen for it.

use std::cell::{Cell, RefCell};

use alongside_core::json::{Node, Read as _};

use crate::platform::fetch::{self, Freshness};
use crate::platform::{intl, strings_files};

/// A language whose words are here. It stays for as long as the page is open.
pub(crate) struct Language {
    pub(crate) code: &'static str,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    /// In the order of the keys; empty where English stands in.
    texts: &'static [&'static str],
}

/// Its texts stand where they are used: see `build.rs`.
static ENGLISH: Language = Language { code: "en", dir: "ltr", texts: &[] };

thread_local! {
    static SHOWN: Cell<&'static Language> = const { Cell::new(&ENGLISH) };
    static LOADED: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };
}

/// The code of the language that is shown.
pub(crate) fn language() -> &'static str {
    SHOWN.get().code
}

/// Shows the app in a language from now on.
pub(crate) fn show(language: &'static Language) {
    SHOWN.set(language);
}

/// Says whether this release has words in a language.
pub(crate) fn has(code: &str) -> bool {
    code == ENGLISH.code || path_of(code).is_some()
}

/// Gives a language whose words are here.
pub(crate) fn loaded(code: &str) -> Option<&'static Language> {
    if code == ENGLISH.code {
        return Some(&ENGLISH);
    }
    LOADED.with_borrow(|all| all.iter().copied().find(|language| language.code == code))
}

/// Fetches the words of a language, and tells whether they came.
pub(crate) fn load(code: &str, then: impl FnOnce(Option<&'static Language>) + 'static) {
    let Some(path) = path_of(code) else { return then(None) };
    let code = code.to_owned();
    let take = move |text: Result<String, fetch::Trouble>| {
        let language = text.ok().and_then(|text| loaded(&code).or_else(|| keep(&code, &text)));
        then(language);
    };
    fetch::text_then(path, Freshness::Default, Box::new(take));
}

/// Its name carries a hash, so that what a browser has kept is never of another release.
fn path_of(code: &str) -> Option<String> {
    let is_of = |file: &&String| file.rsplit_once('-').is_some_and(|(language, _)| language == code);
    strings_files().iter().find(is_of).map(|file| format!("strings/{file}.json"))
}

/// Takes a file of words. One that was written for other keys is of no use.
fn keep(code: &str, file: &str) -> Option<&'static Language> {
    let file = Node::parse(file).ok()?;
    let texts = Vec::<String>::read(file.get("texts"))?;
    if file.get("keys")?.text()? != t::KEYS || texts.len() != t::COUNT {
        return None;
    }
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();
    let language: &'static Language = Box::leak(Box::new(Language {
        code: code.to_owned().leak(),
        dir: if file.get("dir").and_then(Node::text) == Some("rtl") { "rtl" } else { "ltr" },
        texts: texts.leak(),
    }));
    LOADED.with_borrow_mut(|all| all.push(language));
    Some(language)
}

fn given(language: &Language, index: usize) -> Option<&'static str> {
    language.texts.get(index).copied().filter(|text| !text.is_empty())
}

#[rustfmt::skip]
pub(crate) mod t {
    use super::{SHOWN, given, intl};

    include!(concat!(env!("OUT_DIR"), "/strings.rs"));

    fn text(index: usize, english: &'static str) -> &'static str {
        given(SHOWN.get(), index).unwrap_or(english)
    }

    /// The text for a count, whose six forms begin at `first`; a form that a language lacks is its last.
    fn plural(first: usize, english: &[&'static str; 6], n: i64) -> &'static str {
        let form = intl::plural_form(n);
        let shown = |form: usize| given(SHOWN.get(), first + form);
        let english = |form: usize| english.get(form).copied().filter(|text| !text.is_empty());
        shown(form).or_else(|| shown(5)).or_else(|| english(form)).or_else(|| english(5)).unwrap_or_default()
    }

    fn fill(text: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    fn number(n: i64) -> String {
        intl::number(n)
    }
}
