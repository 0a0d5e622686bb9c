//! What stands after the `#` of an address: written as a form is, `key=value` joined by `&`.
//!
//! Browsers never send it to a host, so everything a person chooses lives there.

/// Writes text so that it can stand in a fragment: what is not a letter, a digit or one of `-._~,:`
/// becomes `%XX`.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.push(
                    char::from_digit(u32::from(nibble), 16).map_or('0', |digit| digit.to_ascii_uppercase()),
                );
            }
        }
    }
    out
}

/// Reads such text; `None` if a `%` has no two hex digits behind it, or if it is not UTF-8 once decoded.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
            (digit()? * 16 + digit()?) as u8
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

/// Reads pairs in their order; `+` is a space. Parts without `=` or that can't be read are left out.
pub fn pairs(fragment: &str) -> Vec<(String, String)> {
    fragment
        .split('&')
        .filter_map(|part| part.split_once('='))
        .filter_map(|(key, value)| Some((decode(&key.replace('+', " "))?, decode(&value.replace('+', " "))?)))
        .collect()
}

/// Gives the last value of a key, as a form's reader would.
pub fn last(fragment: &str, key: &str) -> Option<String> {
    pairs(fragment).into_iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// Writes pairs; those with an empty value are left out.
pub fn write<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let parts: Vec<String> = pairs
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{}={}", encode(key), encode(value)))
        .collect();
    parts.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_plus_is_a_space_and_an_escaped_plus_is_a_plus() {
        assert_eq!(pairs("q=a+b%2Bc"), [("q".to_owned(), "a b+c".to_owned())]);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(pairs("&x&=&q=%ff&day=1"), [(String::new(), String::new()), ("day".into(), "1".into())]);
        assert_eq!(pairs("q=a&q=%zz"), [("q".to_owned(), "a".to_owned())]);
        assert_eq!((decode("100%"), decode("%4")), (None, None));
    }

    #[test]
    fn the_last_of_a_repeated_key_holds() {
        assert_eq!(last("q=a&q=b", "q"), Some("b".into()));
        assert_eq!(last("q=a", "day"), None);
    }

    proptest! {
        #[test]
        fn pairs_written_are_read_back(key in "[a-z]{1,8}", value in ".{1,40}") {
            let text = write([(key.as_str(), value.as_str())]);
            prop_assert!(text.is_ascii() && !text.contains(['#', ' ', '+']));
            prop_assert_eq!(pairs(&text), [(key, value)]);
        }

        #[test]
        fn no_fragment_makes_reading_panic(text in ".{0,60}") {
            let _ = pairs(&text);
            let _ = decode(&text);
        }
    }
}
