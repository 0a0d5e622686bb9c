//! Cleans a text of a feed: what a person should see, and nothing that only a machine sees.

/// Takes a text as a feed gives it; gives it with its entities decoded once, without control and direction
/// characters, trimmed. Empty is `None`. Tags are not interpreted. Line ends stay, as `\n`.
pub fn clean(raw: &str) -> Option<String> {
    if is_plain(raw) {
        return Some(raw.to_owned());
    }
    let decoded = decode_entities(raw);
    let mut clean = String::with_capacity(decoded.len());
    let mut chars = decoded.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    clean.push('\n');
                }
            }
            '\t' => clean.push(' '),
            '\n' => clean.push('\n'),
            char if is_hidden(char) => {}
            char => clean.push(char),
        }
    }
    let trimmed = clean.trim();
    if trimmed.is_empty() { None } else { Some(trimmed.to_owned()) }
}

/// Like [`clean`], on one line.
pub fn clean_line(raw: &str) -> Option<String> {
    let text = clean(raw)?;
    if !text.contains('\n') {
        return Some(text);
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Tells whether a text shows anything at all.
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|char| !char.is_whitespace() && !is_hidden(char) && !is_blank(char))
}

/// Most texts of a feed need no work; this finds them quickly.
fn is_plain(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return false };
    *first != b' ' && *last != b' ' && bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'&')
}

/// Control characters and those that turn the direction of text.
pub(crate) fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that take room or none but show no ink.
fn is_blank(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

fn decode_entities(raw: &str) -> String {
    let mut decoded = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest entity that is decoded is `&#x10FFFF;`; a few zeros in front are allowed.
        let end = rest.bytes().take(16).position(|byte| byte == b';');
        if let Some((char, end)) = end.and_then(|end| Some((entity(rest.get(1..end)?)?, end))) {
            decoded.push(char);
            rest = &rest[end + 1..];
        } else {
            decoded.push('&');
            rest = &rest[1..];
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                    u32::from_str_radix(hex, 16).ok()?
                }
                None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse().ok()?,
                _ => return None,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(
            clean("Tom &amp; Ann&#39;s &amp;lt; &#x27;x&#x27;").as_deref(),
            Some("Tom & Ann's &lt; 'x'")
        );
        assert_eq!(clean("a&nbsp;b").as_deref(), Some("a\u{a0}b"));
        assert_eq!(clean("R&B; &unknown; &#xD800; & &").as_deref(), Some("R&B; &unknown; &#xD800; & &"));
    }

    #[test]
    fn what_only_a_machine_sees_goes_and_tags_stay_text() {
        assert_eq!(clean("\u{202e}abc\u{0}\u{7} <b>x</b>").as_deref(), Some("abc <b>x</b>"));
        assert_eq!(clean("a\r\nb\rc\td").as_deref(), Some("a\nb\nc d"));
        assert_eq!(clean("&#8238;abc").as_deref(), Some("abc"), "also when it was written as an entity");
    }

    #[test]
    fn empty_is_absent() {
        for text in ["", "  ", "&nbsp;", "\u{200e}", "\n"] {
            assert_eq!(clean(text), None, "{text:?}");
        }
        assert_eq!(clean_line("a\n b").as_deref(), Some("a b"));
    }

    #[test]
    fn a_name_of_blanks_shows_nothing() {
        assert!(!is_visible("\u{200b}\u{2800} \u{ad}"));
        assert!(is_visible("\u{200b}x"));
    }

    proptest! {
        #[test]
        fn cleaning_never_panics_and_leaves_no_hidden_character(text in "\\PC*|[&#x0-9;a-z\u{202e}\r\n]{0,30}") {
            if let Some(clean) = clean(&text) {
                prop_assert!(clean.chars().all(|char| char == '\n' || !is_hidden(char)));
                prop_assert_eq!(clean.trim(), &clean);
            }
        }
    }
}
