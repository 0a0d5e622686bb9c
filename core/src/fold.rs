//! Folding: what makes “José’s—Café” be found by `jose's-cafe`.
//!
//! Both the texts that are searched and what a visitor types go through the same [`fold`], so only equal
//! letters are compared afterwards.
//!
//! The tables of Unicode's cases and decompositions weigh 73 KB of brotli, and every browser has them. So in
//! wasm they are not linked: the shell hands in what the browser makes of a text with [`plain_letters_by`].

use crate::directory::is_hidden;
use std::sync::OnceLock;

/// Takes a text; gives it in lower case, decomposed by Unicode's NFKD without its marks, in lower case again.
pub type PlainLetters = fn(&str) -> String;

static PLAIN_LETTERS: OnceLock<PlainLetters> = OnceLock::new();

/// Sets how the letters of texts become plain; the first call holds. Natively that is not needed.
pub fn plain_letters_by(plain_letters: PlainLetters) {
    let _ = PLAIN_LETTERS.set(plain_letters);
}

#[cfg(not(target_arch = "wasm32"))]
fn plain_letters_here(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    let lower = text.chars().flat_map(char::to_lowercase);
    lower.nfkd().filter(|char| !is_combining_mark(*char)).flat_map(char::to_lowercase).collect()
}

#[cfg(target_arch = "wasm32")]
fn plain_letters_here(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Takes any text; gives it in lower case, compatibility-decomposed with its marks removed, with ß=ss, æ=ae,
/// œ=oe, ø=o, ł=l, đ=d, ð=d, þ=th, straight quotes, `-` for every dash, one space for any run of white space,
/// without control and direction characters, trimmed. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded form of a text; see [`fold`].
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    let start = folded.len();
    if text.is_ascii() {
        for byte in text.bytes() {
            push(folded, start, char::from(byte.to_ascii_lowercase()));
        }
    } else {
        // An acute accent that stands alone decomposes to a space and a mark, so it is a quote before that.
        let quotes = text.replace('\u{b4}', "'");
        let plain_letters = PLAIN_LETTERS.get().copied().unwrap_or(plain_letters_here);
        for char in plain_letters(&quotes).chars() {
            push(folded, start, char);
        }
    }
    if folded.len() > start && folded.ends_with(' ') {
        folded.pop();
    }
}

fn push(folded: &mut String, start: usize, char: char) {
    match char {
        'a'..='z' | '0'..='9' => folded.push(char),
        char if char.is_whitespace() => {
            if folded.len() > start && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        char if is_hidden(char) => {}
        char if char.is_ascii() => folded.push(if char == '`' { '\'' } else { char }),
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'þ' => folded.push_str("th"),
        'ς' => folded.push('σ'),
        '\u{2018}'..='\u{201b}' => folded.push('\''),
        '\u{201c}'..='\u{201f}' => folded.push('"'),
        char if is_dash(char) => folded.push('-'),
        char => folded.push(char),
    }
}

/// Every dash of Unicode, and the minus sign.
fn is_dash(char: char) -> bool {
    matches!(
        char,
        '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10ead}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_quotes_and_dashes_fall_away() {
        for (text, folded) in [
            ("José’s—Café", "jose's-cafe"),
            ("STRASSE Straße", "strasse strasse"),
            ("Ærø Œuvre Łódź Đà Ðað Þór", "aero oeuvre lodz da dad thor"),
            ("a\n\t b\u{a0}\u{2003}c ", "a b c"),
            ("\u{202e}x\u{0}y", "xy"),
            ("´x` “q”", "'x' \"q\""),
            ("ＦＵＬＬ ½ ﬁ", "full 1\u{2044}2 fi"),
            ("İstanbul ΟΔΟΣ", "istanbul οδοσ"),
            ("𝐀BC \u{2011}\u{2212}", "abc --"),
            ("ẞ ǽ ǿ", "ss ae o"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_makes_no_difference_to_latin_text(text in "[a-zA-Zà-öø-þÀ-ÖØ-Þ ]{0,20}") {
            prop_assert_eq!(fold(&text.to_lowercase()), fold(&text.to_uppercase()));
        }
    }
}
