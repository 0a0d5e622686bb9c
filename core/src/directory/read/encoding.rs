//! The letters of a file: UTF-8, UTF-16, else Windows-1252.

use std::borrow::Cow;

/// Turns UTF-16 into UTF-8 as it arrives; leaves everything else as it is, without a byte order mark.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    kind: Kind,
    /// Bytes that wait for more: the first four of a file, or half a character.
    waiting: Vec<u8>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Unknown,
    Bytes,
    Utf16 {
        big: bool,
    },
}

impl Decoder {
    pub(super) fn push<'b>(&mut self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        if self.kind == Kind::Bytes {
            return Cow::Borrowed(bytes);
        }
        self.waiting.extend_from_slice(bytes);
        if self.kind == Kind::Unknown {
            if self.waiting.len() < 4 {
                return Cow::Borrowed(&[]);
            }
            self.start();
        }
        Cow::Owned(self.take())
    }

    /// Says that no more bytes come; gives what was still waiting.
    pub(super) fn finish(&mut self) -> Vec<u8> {
        if self.kind == Kind::Unknown {
            self.start();
        }
        let mut rest = self.take();
        if !self.waiting.is_empty() {
            rest.extend_from_slice("\u{fffd}".as_bytes());
        }
        rest
    }

    fn start(&mut self) {
        let (kind, mark) = match self.waiting[..] {
            [0xef, 0xbb, 0xbf, ..] => (Kind::Bytes, 3),
            [0xff, 0xfe, ..] => (Kind::Utf16 { big: false }, 2),
            [0xfe, 0xff, ..] => (Kind::Utf16 { big: true }, 2),
            // A first letter of one byte, and another behind it.
            [first, 0, second, 0, ..] if first != 0 && second != 0 => (Kind::Utf16 { big: false }, 0),
            [0, first, 0, second, ..] if first != 0 && second != 0 => (Kind::Utf16 { big: true }, 0),
            _ => (Kind::Bytes, 0),
        };
        self.kind = kind;
        self.waiting.drain(..mark);
    }

    fn take(&mut self) -> Vec<u8> {
        let Kind::Utf16 { big } = self.kind else { return std::mem::take(&mut self.waiting) };
        let unit = |pair: &[u8]| match pair {
            [a, b] if big => u16::from_be_bytes([*a, *b]),
            [a, b] => u16::from_le_bytes([*a, *b]),
            _ => 0,
        };
        let mut whole = self.waiting.len() & !1;
        // Half of a surrogate pair waits for the other.
        if whole >= 2 && (0xd800..0xdc00).contains(&unit(&self.waiting[whole - 2..whole])) {
            whole -= 2;
        }
        let units: Vec<u16> = self.waiting[..whole].chunks_exact(2).map(unit).collect();
        self.waiting.drain(..whole);
        String::from_utf16_lossy(&units).into_bytes()
    }
}

/// What Windows-1252 has from 0x80 to 0x9F; the five that it lacks stay control characters.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Reads bytes as UTF-8 or, if they are not, as Windows-1252.
pub(super) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows(*byte)).collect()),
    }
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(bytes: &[u8], step: usize) -> Vec<u8> {
        let mut decoder = Decoder::default();
        let mut all: Vec<u8> = bytes.chunks(step).flat_map(|part| decoder.push(part).into_owned()).collect();
        all.extend(decoder.finish());
        all
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_goes() {
        assert_eq!(decode("\u{feff}Name".as_bytes(), 1), b"Name");
        assert_eq!(decode(b"Na", 1), b"Na");
        assert_eq!(decode(b"", 1), b"");
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_windows_1252() {
        assert_eq!(text_of(b"caf\xe9 \x93x\x94"), "café “x”");
        assert_eq!(text_of("café".as_bytes()), "café");
    }

    proptest! {
        #[test]
        fn utf_16_is_read_in_both_orders_with_or_without_a_mark(text in "[a-z]{2}\\PC{0,12}", step in 1usize..7) {
            for mark in ["", "\u{feff}"] {
                let marked = format!("{mark}{text}");
                prop_assert_eq!(decode(&utf16(&marked, u16::to_le_bytes), step), text.as_bytes());
                prop_assert_eq!(decode(&utf16(&marked, u16::to_be_bytes), step), text.as_bytes());
            }
        }

        #[test]
        fn no_bytes_make_decoding_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40), step in 1usize..7) {
            let _ = decode(&bytes, step);
            let _ = text_of(&bytes);
        }
    }
}
