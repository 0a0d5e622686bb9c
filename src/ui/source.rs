//! Where a text comes from, and whether a person has confirmed it.

use crate::view::prelude::*;
use alongside_core::coping::Source;
use alongside_core::time::Date;

use crate::i18n::t;
use crate::platform::intl;

/// "checked on 3 December 2026" or "not checked yet".
pub(crate) fn checked_words(checked: Option<&str>) -> String {
    match checked.and_then(Date::parse) {
        Some(date) => t::source_checked(&intl::plain_date(date)),
        None => t::source_unchecked().to_owned(),
    }
}

/// A link to another site; text that is no http(s) address stays text.
pub(crate) fn outside_link(url: &str, words: String) -> View {
    if url.starts_with("https://") || url.starts_with("http://") {
        view! { <a href=url.to_owned() rel="noreferrer">{words}</a> }
    } else {
        words.into_view()
    }
}

/// One line: title, publisher, year, whether it was checked.
pub(crate) fn source_line(source: &Source, checked: Option<&str>) -> View {
    let mut rest = String::new();
    for part in [source.publisher.clone(), source.year.map(|year| year.to_string())].into_iter().flatten() {
        rest.push_str(", ");
        rest.push_str(&part);
    }
    let title = match &source.url {
        Some(url) => outside_link(url, source.title.clone()),
        None => source.title.clone().into_view(),
    };
    view! { <span>{title}{rest}" ("{checked_words(checked)}")"</span> }
}
