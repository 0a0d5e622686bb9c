//! Reads JSON as it is found in feeds and settings.
//!
//! Feeds are written by many hands. Two things that occur there make `serde_json` refuse a whole file: half of
//! a surrogate pair (`\ud83d` alone, a text cut in the middle of an emoji) and a number out of range (`1e999`).
//! Here the first becomes U+FFFD and the second stays text until somebody asks for its value, so that one odd
//! row doesn't cost a person the other 1,999. Everything else is as strict as RFC 8259. Texts are borrowed
//! from the input where they have no escapes, which halves the time for a big feed.

mod read;

pub(crate) use read::readable;
pub use read::{Read, from_text};

use crate::decimal::read_decimal;
use std::borrow::Cow;
use std::fmt;

/// A JSON value that borrows from the text it was read from.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A text, with its escapes resolved.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object, in the order of the file; a key may occur twice.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// Says where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Bytes from the start of the text.
    pub at: usize,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong with a text that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Something that JSON doesn't have.
    Unexpected,
    /// The text ends too early.
    Ends,
    /// More than [`DEEPEST`] lists and objects inside each other.
    TooDeep,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.why {
            Why::Unexpected => write!(f, "it is not valid JSON (at byte {})", self.at),
            Why::Ends => f.write_str("it ends too early, as if only a part of it was saved or sent"),
            Why::TooDeep => f.write_str("it has too many lists inside each other"),
        }
    }
}

/// How many lists and objects may lie inside each other; deeper is refused, so that the stack holds.
pub const DEEPEST: usize = 100;

impl<'a> Node<'a> {
    /// Takes a whole JSON text, with or without a byte order mark; gives its value.
    ///
    /// # Errors
    /// Says at which byte the text is not JSON, and why.
    pub fn parse(text: &'a str) -> Result<Node<'a>, JsonError> {
        let mut parser = Parser { text, at: 0 };
        if text.starts_with('\u{feff}') {
            parser.at = 3;
        }
        let node = parser.value(0)?;
        parser.space();
        if parser.at < text.len() { Err(parser.error(Why::Unexpected)) } else { Ok(node) }
    }

    /// Gives the value of a key of an object; of a key that occurs twice, the last, as browsers do.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        match self {
            Node::Object(pairs) => pairs.iter().rev().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// Gives the text of a text, and the digits of a number; `None` for everything else.
    pub fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            Node::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// Gives the value of a number, or of a text that is one; finite or `None`.
    pub fn number(&self) -> Option<f64> {
        read_decimal(self.text()?)
    }

    /// Gives the values of a list, of an object in place of a list, or a single value as a list of one.
    pub fn items(&self) -> Vec<&Node<'a>> {
        match self {
            Node::Null => Vec::new(),
            Node::List(items) => items.iter().collect(),
            Node::Object(pairs) => pairs.iter().map(|(_, node)| node).collect(),
            single => vec![single],
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn error(&self, why: Why) -> JsonError {
        let why = if self.at >= self.text.len() && why == Why::Unexpected { Why::Ends } else { why };
        JsonError { at: self.at, why }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.eat(byte) { Ok(()) } else { Err(self.error(Why::Unexpected)) }
    }

    fn word(&mut self, word: &str, node: Node<'a>) -> Result<Node<'a>, JsonError> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Ok(node)
    }

    fn value(&mut self, depth: usize) -> Result<Node<'a>, JsonError> {
        self.space();
        match self.peek() {
            Some(b'{' | b'[') if depth >= DEEPEST => Err(self.error(Why::TooDeep)),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(Node::Text),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            Some(b'-' | b'0'..=b'9') => self.digits(),
            _ => Err(self.error(Why::Unexpected)),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Node<'a>, JsonError> {
        self.at += 1;
        let mut pairs = Vec::new();
        self.space();
        if self.eat(b'}') {
            return Ok(Node::Object(pairs));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.expect(b':')?;
            pairs.push((key, self.value(depth)?));
            self.space();
            if self.eat(b'}') {
                return Ok(Node::Object(pairs));
            }
            self.expect(b',')?;
        }
    }

    fn list(&mut self, depth: usize) -> Result<Node<'a>, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.eat(b']') {
            return Ok(Node::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.eat(b']') {
                return Ok(Node::List(items));
            }
            self.expect(b',')?;
        }
    }

    fn digits(&mut self) -> Result<Node<'a>, JsonError> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.run_of_digits()?;
        }
        if self.eat(b'.') {
            self.run_of_digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.run_of_digits()?;
        }
        Ok(Node::Number(&self.text[start..self.at]))
    }

    fn run_of_digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.error(Why::Unexpected)) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        self.expect(b'"')?;
        let start = self.at;
        let mut owned: Option<String> = None;
        let mut kept = start;
        loop {
            match self.peek() {
                None => return Err(self.error(Why::Ends)),
                Some(b'"') => {
                    let rest = &self.text[kept..self.at];
                    self.at += 1;
                    return Ok(match owned {
                        None => Cow::Borrowed(rest),
                        Some(text) => Cow::Owned(text + rest),
                    });
                }
                Some(b'\\') => {
                    let mut text = owned.take().unwrap_or_default();
                    text.push_str(&self.text[kept..self.at]);
                    self.at += 1;
                    text.push(self.escape()?);
                    kept = self.at;
                    owned = Some(text);
                }
                Some(0..=0x1f) => return Err(self.error(Why::Unexpected)),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let byte = self.peek().ok_or_else(|| self.error(Why::Ends))?;
        self.at += 1;
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex()?;
                let low = if (0xd800..0xdc00).contains(&first) { self.low_surrogate() } else { None };
                let code = low.map_or(first, |low| 0x1_0000 + ((first - 0xd800) << 10) + (low - 0xdc00));
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => {
                self.at -= 1;
                return Err(self.error(Why::Unexpected));
            }
        })
    }

    /// Takes the second half of a surrogate pair if it follows, and nothing otherwise.
    fn low_surrogate(&mut self) -> Option<u32> {
        let before = self.at;
        if self.eat(b'\\')
            && self.eat(b'u')
            && let Ok(low) = self.hex()
            && (0xdc00..0xe000).contains(&low)
        {
            return Some(low);
        }
        self.at = before;
        None
    }

    fn hex(&mut self) -> Result<u32, JsonError> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self
                .peek()
                .and_then(|byte| char::from(byte).to_digit(16))
                .ok_or_else(|| self.error(Why::Unexpected))?;
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_a_surrogate_pair_costs_one_character_and_not_the_feed() {
        assert_eq!(Node::parse(r#""a\ud83dz""#).unwrap().text(), Some("a\u{fffd}z"));
        assert_eq!(Node::parse(r#""\ud83d\ud83d\ude00""#).unwrap().text(), Some("\u{fffd}\u{1f600}"));
    }

    #[test]
    fn a_number_out_of_range_is_kept_as_it_is_written_and_has_no_value() {
        let node = Node::parse("1e999").unwrap();
        assert_eq!(node.text(), Some("1e999"));
        assert_eq!(node.number(), None);
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in
            ["", "[1,]", "{\"a\" 1}", "[1] x", "01", "1.", "nul", "\"a\nb\"", "\"\\x\"", "'a'", "[1", "{,}"]
        {
            assert!(Node::parse(text).is_err(), "{text}");
        }
        assert_eq!(Node::parse("[1").unwrap_err().why, Why::Ends);
    }

    #[test]
    fn a_hundred_thousand_brackets_are_refused_without_a_crash() {
        assert_eq!(Node::parse(&"[".repeat(100_000)).unwrap_err().why, Why::TooDeep);
    }

    #[test]
    fn of_a_key_that_occurs_twice_the_last_holds() {
        assert_eq!(Node::parse(r#"{"a":1,"a":2}"#).unwrap().get("a"), Some(&Node::Number("2")));
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in ".{0,60}") {
            let _ = Node::parse(&text);
        }

        #[test]
        fn what_serde_json_reads_is_read_here_too(text in r#"[\[\]{}",:0-9a\\un .e-]{0,24}"#) {
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            if let Ok(theirs) = theirs {
                let ours = Node::parse(&text);
                prop_assert!(ours.is_ok(), "{:?} {:?}", theirs, ours);
            }
        }
    }
}
