//! A file's bytes as text, and a record's text in one form: without spaces, each string escaped in one way.

use super::{MAX_BYTES, Refusal};
use crate::json::Node;

/// Reads the bytes of a file as text: UTF-8, or UTF-16 with its mark, as some editors save it.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    let text = text.ok_or(Refusal::NotABackup)?;
    let visible = text.trim_start_matches('\u{feff}').trim();
    if visible.is_empty() { Err(Refusal::Empty) } else { Ok(visible.to_owned()) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units: Option<Vec<u16>> = bytes.chunks(2).map(|pair| pair.try_into().ok().map(unit)).collect();
    String::from_utf16(&units?).ok()
}

/// Writes a value in the one form that is compared and digested.
pub(super) fn compact(node: &Node<'_>) -> String {
    let mut text = String::new();
    put(&mut text, node);
    text
}

/// Writes a text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

// No deeper than what `Node::parse` reads, so the stack holds.
fn put(out: &mut String, node: &Node<'_>) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Number(digits) => out.push_str(digits),
        Node::Text(text) => out.push_str(&quoted(text)),
        Node::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                put(out, item);
            }
            out.push(']');
        }
        Node::Object(pairs) => {
            out.push('{');
            for (at, (key, value)) in pairs.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                out.push_str(&quoted(key));
                out.push(':');
                put(out, value);
            }
            out.push('}');
        }
    }
}

/// Gives a plain record's text with another revision; `None` if it is no plain record.
pub fn with_revision(text: &str, revision: u64) -> Option<String> {
    let digits = revision.to_string();
    let mut record = Node::parse(text).ok()?;
    let Node::Object(fields) = &mut record else { return None };
    let (_, Node::Object(body)) = fields.iter_mut().find(|(key, _)| key == "d")? else { return None };
    body.iter_mut().find(|(key, _)| key == "rev")?.1 = Node::Number(&digits);
    Some(compact(&record))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_revision_is_changed_and_nothing_else() {
        let text = r#"{"v":1,"d":{"rev":3,"name":"a \"b\" \u0001","n":1e5,"rev2":3}}"#;
        assert_eq!(with_revision(text, 12), Some(text.replace("\"rev\":3", "\"rev\":12")));
        assert_eq!(with_revision("{}", 12), None);
    }

    #[test]
    fn what_an_editor_did_to_the_file_is_tolerated() {
        let utf16 = |unit: fn(u16) -> [u8; 2]| {
            "\u{feff}{\"é😀\":1}".encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        for bytes in [
            b"\xef\xbb\xbf {\"\xc3\xa9\xf0\x9f\x98\x80\":1}\r\n".to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok("{\"é😀\":1}"));
        }
        assert_eq!(decode(b"\xff\xfe{"), Err(Refusal::NotABackup));
        assert_eq!(decode(b" \n"), Err(Refusal::Empty));
        assert_eq!(decode(&vec![b' '; MAX_BYTES + 1]), Err(Refusal::TooLarge));
    }

    proptest! {
        #[test]
        fn what_serde_writes_is_compact_already(text in ".{0,20}", number in any::<i64>(), real in any::<f64>()) {
            let written = serde_json::json!({ "a": [text, null, true], "b": { text.clone(): number, "r": real } });
            let written = written.to_string();
            prop_assert_eq!(compact(&Node::parse(&written).unwrap()), written);
        }
    }
}
