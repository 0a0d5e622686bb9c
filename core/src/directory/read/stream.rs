//! Takes the bytes of a JSON feed as they arrive and gives its rows one at a time.
//!
//! A country's feed is 50 MB; held as a whole, then as a tree, it would cost an old phone 300 MB. Here only
//! the row that is being read is held.

use crate::json::{JsonError, Node, Why};
use std::borrow::Cow;
use std::fmt;

/// Why a feed could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// It is a web page.
    Html,
    /// It has no byte but white space.
    Empty,
    /// It is JSON, but neither a list nor an object with `meetings`.
    NoList,
    /// It is not JSON.
    NotJson(JsonError),
    /// It is a spreadsheet's own file, a zip or a PDF.
    Packed,
    /// It is a table whose columns have no names that are known; with how it begins.
    NoColumns(String),
}

/// What a feed is made of.
pub(super) enum Part<'p> {
    /// A row of a list: with the text that it was read from, and whether more than the list may come.
    Row { node: Node<'p>, text: &'p str, wrapped: bool },
    /// A row of a table.
    Cells(Node<'p>),
    /// A field beside the list.
    Field(&'p str, Node<'p>),
}

/// The keys of the list of rows where it lies in an object: Meeting Guide and BMLT, Google Sheets, HSDS, SAMHSA.
const LISTS: [&str; 4] = ["meetings", "values", "contents", "rows"];

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FeedError::Html => f.write_str("The host gave a web page in place of the list.")?,
            FeedError::Empty => f.write_str("The file is empty.")?,
            FeedError::NoList => f.write_str("The file has no list of meetings.")?,
            FeedError::NotJson(error) => write!(f, "The file could not be read: {error}.")?,
            FeedError::Packed => {
                f.write_str("This is a spreadsheet or a packed file. Save it as CSV first.")?;
            }
            FeedError::NoColumns(seen) => {
                write!(f, "The first row has to name the columns, and one of them has to be “Name”. ")?;
                write!(f, "The file begins with “{seen}”.")?;
            }
        }
        f.write_str(
            " A list in the format Meeting Guide JSON was expected, [ … ] or { \"meetings\": [ … ] }, or in \
             another that this page reads: a CSV table, a Google Sheet, BMLT, Open Referral.",
        )
    }
}

/// Where the stream is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Start,
    /// In the outer object, before a key or, if `first`, its end.
    Key {
        first: bool,
    },
    /// In the outer object, before the value of a key that is one of [`LISTS`] or not.
    Value {
        rows: bool,
    },
    /// In the outer object, after a value.
    AfterValue,
    /// In the list of rows, before a row or, if `first`, its end.
    Row {
        first: bool,
    },
    /// In the list of rows, after a row.
    AfterRow,
    End,
}

/// How far a value has been scanned that may not have arrived whole.
#[derive(Clone, Copy, Debug, Default)]
struct Scan {
    to: usize,
    depth: usize,
    in_text: bool,
    escaped: bool,
}

/// Splits a feed into rows.
#[derive(Debug)]
pub(super) struct RowStream {
    buffer: Vec<u8>,
    at: usize,
    /// Bytes of the file before the buffer.
    before: usize,
    place: Place,
    scan: Option<Scan>,
    /// The list of rows lies in an object.
    wrapped: bool,
    /// The last key of that object.
    key: String,
    /// What has gone by of an object in which no list of rows was found yet.
    whole: Vec<u8>,
    /// The rows are the values of an object in place of a list.
    keyed: bool,
    found: bool,
}

impl RowStream {
    pub(super) fn new() -> RowStream {
        RowStream {
            buffer: Vec::new(),
            at: 0,
            before: 0,
            place: Place::Start,
            scan: None,
            wrapped: false,
            key: String::new(),
            whole: Vec::new(),
            keyed: false,
            found: false,
        }
    }

    /// Takes the next bytes; hands every part that is now whole to `part`.
    pub(super) fn push(&mut self, bytes: &[u8], part: &mut dyn FnMut(Part<'_>)) -> Result<(), FeedError> {
        self.buffer.extend_from_slice(bytes);
        self.advance(false, part)?;
        if self.wrapped && !self.found {
            self.whole.extend_from_slice(&self.buffer[..self.at]);
        }
        self.buffer.drain(..self.at);
        if let Some(scan) = &mut self.scan {
            scan.to -= self.at;
        }
        self.before += self.at;
        self.at = 0;
        Ok(())
    }

    /// Says that no more bytes come.
    pub(super) fn finish(&mut self, part: &mut dyn FnMut(Part<'_>)) -> Result<(), FeedError> {
        self.advance(true, part)?;
        if self.wrapped && !self.found {
            self.whole.append(&mut self.buffer);
        }
        match self.place {
            Place::End if self.found => Ok(()),
            Place::End => Err(FeedError::NoList),
            Place::Start => Err(FeedError::Empty),
            _ => Err(self.not_json(Why::Ends)),
        }
    }

    /// Gives the text of an object that has no list of rows.
    pub(super) fn whole(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.whole)
    }

    fn not_json(&self, why: Why) -> FeedError {
        FeedError::NotJson(JsonError { at: self.before + self.at, why })
    }

    /// Goes as far as the bytes that are there allow.
    fn advance(&mut self, last: bool, part: &mut dyn FnMut(Part<'_>)) -> Result<(), FeedError> {
        loop {
            while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.buffer.get(self.at) {
                self.at += 1;
            }
            let Some(byte) = self.buffer.get(self.at).copied() else { return Ok(()) };
            match (self.place, byte) {
                (Place::Start, b'{') => {
                    self.wrapped = true;
                    self.go(Place::Key { first: true });
                }
                (Place::Key { first: true } | Place::AfterValue, b'}') => self.go(Place::End),
                (Place::Key { .. }, b'"') => {
                    let Some(key) = self.key(last)? else { return Ok(()) };
                    // Of several lists the first is the one with rows.
                    self.place = Place::Value { rows: !self.found && LISTS.contains(&key.as_str()) };
                    self.key = key;
                }
                (Place::Start | Place::Value { rows: true }, b'[') => self.enter_rows(false),
                (Place::Value { rows: true }, b'{') => self.enter_rows(true),
                (Place::Value { .. }, _) => {
                    let Some(whole) = self.value(last)? else { return Ok(()) };
                    self.parse(whole, &mut |node, _| part(Part::Field(&self.key, node)))?;
                    self.place = Place::AfterValue;
                }
                (Place::AfterValue, b',') => self.go(Place::Key { first: false }),
                (Place::Row { first: true } | Place::AfterRow, close) if close == self.closing() => {
                    self.go(if self.wrapped { Place::AfterValue } else { Place::End });
                }
                (Place::Row { .. }, _) => {
                    if self.keyed && self.scan.is_none() {
                        if byte != b'"' {
                            return Err(self.not_json(Why::Unexpected));
                        }
                        let (at, Some(_)) = (self.at, self.key(last)?) else { return Ok(()) };
                        if !self.value_follows() {
                            // The row itself has not begun to arrive: come back to its key.
                            self.at = at;
                            if last {
                                return Err(self.not_json(Why::Ends));
                            }
                            return Ok(());
                        }
                    }
                    let Some(whole) = self.value(last)? else { return Ok(()) };
                    self.parse(whole, &mut |node, text| {
                        let wrapped = self.wrapped;
                        part(if self.key == "values" {
                            Part::Cells(node)
                        } else {
                            Part::Row { node, text, wrapped }
                        });
                    })?;
                    self.place = Place::AfterRow;
                }
                (Place::AfterRow, b',') => self.go(Place::Row { first: false }),
                _ => return Err(self.not_json(Why::Unexpected)),
            }
        }
    }

    fn go(&mut self, place: Place) {
        self.at += 1;
        self.place = place;
    }

    fn enter_rows(&mut self, keyed: bool) {
        self.keyed = keyed;
        self.found = true;
        self.whole = Vec::new();
        self.go(Place::Row { first: true });
    }

    fn closing(&self) -> u8 {
        if self.keyed { b'}' } else { b']' }
    }

    /// Skips white space; tells whether the first byte of a value is there.
    fn value_follows(&mut self) -> bool {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.buffer.get(self.at) {
            self.at += 1;
        }
        self.at < self.buffer.len()
    }

    /// Reads a key and its colon if they have arrived whole; else stays before it.
    fn key(&mut self, last: bool) -> Result<Option<String>, FeedError> {
        let before = self.at;
        let Some((from, to)) = self.value(last)? else {
            self.scan = None;
            return Ok(None);
        };
        if !self.value_follows() {
            self.at = before;
            return if last { Err(self.not_json(Why::Ends)) } else { Ok(None) };
        }
        if self.buffer[self.at] != b':' {
            return Err(self.not_json(Why::Unexpected));
        }
        self.at += 1;
        let mut key = String::new();
        self.parse((from, to), &mut |node, _| key.push_str(node.text().unwrap_or_default()))?;
        Ok(Some(key))
    }

    /// Gives the bounds of the value that begins here if it has arrived whole, and goes behind it.
    fn value(&mut self, last: bool) -> Result<Option<(usize, usize)>, FeedError> {
        let from = self.at;
        let mut scan = self.scan.take().unwrap_or(Scan { to: from, ..Scan::default() });
        let whole = if matches!(self.buffer[from], b'{' | b'[' | b'"') {
            scan.run(&self.buffer)
        } else {
            let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
            match self.buffer[from..].iter().position(ends) {
                Some(length) => Some(from + length),
                None => last.then_some(self.buffer.len()),
            }
        };
        match whole {
            Some(to) if to == from => Err(self.not_json(Why::Unexpected)),
            Some(to) => {
                self.at = to;
                Ok(Some((from, to)))
            }
            None if last => Err(self.not_json(Why::Ends)),
            None => {
                self.scan = Some(scan);
                Ok(None)
            }
        }
    }

    fn parse(
        &self,
        (from, to): (usize, usize),
        read: &mut dyn FnMut(Node<'_>, &str),
    ) -> Result<(), FeedError> {
        // What is no UTF-8 costs its characters, not the row.
        let text = String::from_utf8_lossy(&self.buffer[from..to]);
        let node = Node::parse(&text).map_err(|error| {
            FeedError::NotJson(JsonError { at: self.before + from + error.at, why: error.why })
        })?;
        read(node, &text);
        Ok(())
    }
}

impl Scan {
    /// Goes on to the end of a text, list or object; gives where it ends if it has arrived.
    fn run(&mut self, buffer: &[u8]) -> Option<usize> {
        while self.to < buffer.len() {
            if self.in_text && !self.escaped {
                self.to += memchr::memchr2(b'"', b'\\', &buffer[self.to..]).unwrap_or(buffer.len() - self.to);
                if self.to >= buffer.len() {
                    return None;
                }
            }
            let byte = buffer[self.to];
            self.to += 1;
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_text => self.escaped = true,
                b'"' => self.in_text = !self.in_text,
                b'{' | b'[' if !self.in_text => self.depth += 1,
                b'}' | b']' if !self.in_text => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            if self.depth == 0 && !self.in_text && !self.escaped {
                return Some(self.to);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &[u8], step: usize) -> Result<Vec<String>, FeedError> {
        let mut stream = RowStream::new();
        let mut rows = Vec::new();
        let mut keep = |part: Part<'_>| match part {
            Part::Row { node, .. } | Part::Cells(node) => rows.push(format!("{node:?}")),
            Part::Field(..) => {}
        };
        for bytes in text.chunks(step.max(1)) {
            stream.push(bytes, &mut keep)?;
        }
        stream.finish(&mut keep)?;
        Ok(rows)
    }

    #[test]
    fn rows_come_from_a_list_from_meetings_and_from_an_object_in_place_of_a_list() {
        for text in [
            r#"[{"a":"]"},2,"x\"",null,[1]]"#,
            r#"{"v":{"x":[1]},"meetings":[{"a":"]"}, 2 ,"x\"",null,[1]] , "formats":[]}"#,
            r#"{"meetings":{"k":{"a":"]"},"l" : 2,"m":"x\"","n":null,"o":[1]}}"#,
            r#" {"values":[{"a":"]"},2,"x\"",null,[1]],"rows":[1]}"#,
        ] {
            for step in [1, 2, 3, 7, 1000] {
                let found = rows(text.as_bytes(), step).unwrap();
                assert_eq!(found.len(), 5, "{text} {step}");
                assert_eq!(found[1], "Number(\"2\")");
            }
        }
        assert_eq!(rows(b"[]", 1), Ok(vec![]));
        assert_eq!(rows(b"{\"meetings\":[]}", 1), Ok(vec![]));
    }

    #[test]
    fn what_is_no_feed_says_why() {
        for (text, error) in [
            ("", FeedError::Empty),
            ("  \n", FeedError::Empty),
            ("{}", FeedError::NoList),
            ("{\"a\":[1]}", FeedError::NoList),
            ("{\"meetings\":7}", FeedError::NoList),
        ] {
            assert_eq!(rows(text.as_bytes(), 1), Err(error.clone()), "{text}");
            assert_eq!(rows(text.as_bytes(), 1000), Err(error), "{text}");
        }
        for text in [
            "[{}] x",
            "[1,]",
            "[1 2]",
            "[{\"a\":1},",
            "[",
            "{\"meetings\":[]",
            "nothing",
            "[}",
            "{\"a\"}",
            "[{]}]",
            "name,day\nx,1",
        ] {
            for step in [1, 1000] {
                assert!(matches!(rows(text.as_bytes(), step), Err(FeedError::NotJson(_))), "{text} {step}");
            }
        }
    }

    #[test]
    fn broken_utf8_costs_its_characters_only() {
        assert_eq!(rows(b"[\"a\xffb\"]", 1).unwrap(), ["Text(\"a\u{fffd}b\")"]);
    }

    proptest! {
        #[test]
        fn however_the_bytes_arrive_the_rows_are_the_same(
            text in r#"[\[\]{}",:0-9a\\ \n]{0,40}|\[(\{"a": ?"[a-z\\\\"\[\]]{0,4}"\},?){0,4}\]|\{"meetings":[\[{]("a":|1|,|\{\}){0,6}[\]}]\}"#,
            step in 1usize..9,
        ) {
            let whole = rows(text.as_bytes(), usize::MAX);
            let pieces = rows(text.as_bytes(), step);
            prop_assert_eq!(whole.is_ok(), pieces.is_ok());
            prop_assert_eq!(whole.ok(), pieces.ok());
        }

        #[test]
        fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80), step in 1usize..9) {
            let _ = rows(&bytes, step);
        }

        #[test]
        fn a_list_that_serde_json_reads_has_as_many_rows_here(text in r#"\[([0-9]|"a"|\{"b":"[\]}]"\}|null|true|,| ){0,12}\]"#) {
            if let Ok(theirs) = serde_json::from_str::<Vec<serde_json::Value>>(&text) {
                prop_assert_eq!(rows(text.as_bytes(), 3).unwrap().len(), theirs.len());
            }
        }
    }
}
