//! The words of the interface, one file per language, checked at compile time.
//!
//! `build.rs` makes a function of each key: `t::home_title()`. The language is one value for the whole app;
//! when it changes, the app is drawn anew, so no view has to listen for it.

use std::cell::Cell;

thread_local! {
    static LANGUAGE: Cell<usize> = const { Cell::new(0) };
}

/// The code of the language that is shown.
pub(crate) fn language() -> &'static str {
    t::LANGUAGES.get(LANGUAGE.get()).copied().unwrap_or("en")
}

/// Chooses the first of the wanted languages that has strings, else English.
pub(crate) fn choose_language<'a>(wanted: impl IntoIterator<Item = &'a str>) {
    let index = wanted.into_iter().find_map(|code| t::LANGUAGES.iter().position(|known| *known == code));
    LANGUAGE.set(index.unwrap_or(0));
}

#[rustfmt::skip]
pub(crate) mod t {
    include!(concat!(env!("OUT_DIR"), "/strings.rs"));

    fn text(index: usize) -> &'static str {
        let table = TABLES.get(super::LANGUAGE.get()).unwrap_or(&TABLES[0]);
        table.get(index).copied().unwrap_or_default()
    }

    fn fill(text: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    /// French counts 0 as one; English and Spanish don't.
    fn is_one(n: i64) -> bool {
        n == 1 || (n == 0 && super::language() == "fr")
    }

    fn number(n: i64) -> String {
        crate::platform::intl::number(n)
    }
}
