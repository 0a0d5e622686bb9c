//! What the browser makes of letters, for `alongside_core::fold`: Unicode's tables needn't be sent.

use js_sys::{JsString, RegExp};

thread_local! {
    static MARKS: RegExp = RegExp::new("\\p{M}+", "gu");
}

/// Gives a text in lower case, decomposed by NFKD without its marks, in lower case again.
pub(crate) fn plain_letters(text: &str) -> String {
    let decomposed = JsString::from(text).to_lower_case().normalize("NFKD");
    MARKS.with(|marks| decomposed.replace_by_pattern(marks, "")).to_lower_case().into()
}
