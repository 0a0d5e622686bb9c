//! Takes the bytes of a CSV file as they arrive and gives its rows one at a time.
//!
//! People export tables with commas, semicolons or tabs, with line ends of three kinds, with quotation marks that
//! are never closed. RFC 4180 is read; what is beside it costs one row, not the file.

use super::encoding::text_of;

/// How long a row may be before an open quotation mark is taken for a mistake.
const LONGEST_ROW: usize = 1 << 20;

/// Splits a table into rows of cells.
#[derive(Debug, Default)]
pub(super) struct TableStream {
    buffer: Vec<u8>,
    /// What lies between cells; found in the first row that has several.
    separator: Option<u8>,
    /// A quotation mark was never closed: from there on each line is a row.
    pub(super) by_line: bool,
    /// The last row ended with a carriage return, so that a newline that follows ends no other.
    after_return: bool,
    scan: Scan,
}

/// How far a row has been scanned that may not have arrived whole.
#[derive(Clone, Copy, Debug, Default)]
struct Scan {
    to: usize,
    place: Place,
    /// Quotation marks hold a line end.
    several_lines: bool,
    /// Behind them comes what should not: the first of them was most likely never closed.
    mistaken: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// Before the first character of a cell.
    #[default]
    Before,
    Plain,
    Quoted,
    /// Behind a quotation mark that closed, unless it is doubled.
    Closed,
}

impl TableStream {
    /// Takes the next bytes; hands over every row that is now whole.
    pub(super) fn push(&mut self, bytes: &[u8], row: &mut dyn FnMut(&[String])) {
        self.buffer.extend_from_slice(bytes);
        self.advance(row);
    }

    /// Says that no more bytes come.
    pub(super) fn finish(&mut self, row: &mut dyn FnMut(&[String])) {
        if self.scan.place == Place::Quoted {
            self.start_over();
            self.advance(row);
        }
        if !self.buffer.is_empty() {
            let last = std::mem::take(&mut self.buffer);
            self.cells(&last, row);
        }
    }

    /// Tells whether the quotation mark that opened in this row was never closed.
    fn is_mistaken(&self, length: usize) -> bool {
        self.scan.mistaken || (self.scan.place == Place::Quoted && length > LONGEST_ROW)
    }

    fn start_over(&mut self) {
        self.by_line = true;
        self.scan = Scan::default();
    }

    fn advance(&mut self, row: &mut dyn FnMut(&[String])) {
        let buffer = std::mem::take(&mut self.buffer);
        let mut from = 0;
        loop {
            if let Some(byte) = buffer.get(from).filter(|_| self.after_return) {
                from += usize::from(*byte == b'\n');
                self.after_return = false;
            }
            match self.end_of_row(&buffer[from..]) {
                Some(length) => {
                    self.cells(&buffer[from..from + length], row);
                    self.after_return = buffer[from + length] == b'\r';
                    from += length + 1;
                    self.scan = Scan::default();
                }
                None if self.is_mistaken(buffer.len() - from) => self.start_over(),
                None => break,
            }
        }
        self.buffer = buffer;
        self.buffer.drain(..from);
    }

    /// Gives how long the row is at whose start the bytes begin, if its end has arrived.
    fn end_of_row(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut scan = self.scan;
        let mut found = None;
        while let Some(byte) = bytes.get(scan.to).filter(|_| found.is_none() && !scan.mistaken) {
            scan.place = match (scan.place, byte) {
                (Place::Quoted, b'"') => Place::Closed,
                (Place::Quoted, byte) => {
                    scan.several_lines |= *byte == b'\n';
                    Place::Quoted
                }
                (Place::Before | Place::Closed, b'"') if !self.by_line => Place::Quoted,
                (place, b'\n' | b'\r') => {
                    found = Some(scan.to);
                    place
                }
                (Place::Before, b' ') => Place::Before,
                (_, byte) if self.separates(*byte) => Place::Before,
                (place, byte) => {
                    scan.mistaken = scan.several_lines && place == Place::Closed && *byte != b' ';
                    Place::Plain
                }
            };
            scan.to += 1;
        }
        self.scan = scan;
        found
    }

    fn separates(&self, byte: u8) -> bool {
        self.separator.map_or(matches!(byte, b',' | b';' | b'\t'), |separator| byte == separator)
    }

    fn cells(&mut self, bytes: &[u8], row: &mut dyn FnMut(&[String])) {
        let text = text_of(bytes);
        // A title or a blank line above the table doesn't say what separates its cells.
        self.separator = self.separator.or_else(|| most_often(&text));
        let separator = self.separator.unwrap_or(b',');
        let mut cells = Vec::new();
        let mut rest = text.as_ref();
        loop {
            let (cell, after) = cell(rest, char::from(separator), self.by_line);
            cells.push(cell);
            match after {
                Some(after) => rest = after,
                None => break,
            }
        }
        row(&cells);
    }
}

/// Gives the separator that a row has most often outside quotation marks, if it has any.
fn most_often(text: &str) -> Option<u8> {
    let outside: Vec<&str> = text.split('"').step_by(2).collect();
    let count = |separator: &u8| -> usize {
        outside.iter().map(|part| part.bytes().filter(|byte| byte == separator).count()).sum()
    };
    // Of those that occur equally often the comma wins: the last of the greatest.
    [b'\t', b';', b','].into_iter().filter(|separator| count(separator) > 0).max_by_key(count)
}

/// Takes a cell off the front of a row; gives it with what follows its separator.
fn cell(text: &str, separator: char, by_line: bool) -> (String, Option<&str>) {
    let quoted = text.trim_start_matches(' ').strip_prefix('"');
    let (mut cell, rest) = match quoted {
        Some(inner) if !by_line || inner.contains('"') => unquoted(inner),
        _ => (String::new(), text),
    };
    let (plain, after) = match rest.split_once(separator) {
        Some((plain, after)) => (plain, Some(after)),
        None => (rest, None),
    };
    cell.push_str(plain);
    (cell, after)
}

/// Takes a text behind a quotation mark; gives it up to the closing one, with what follows.
fn unquoted(mut text: &str) -> (String, &str) {
    let mut cell = String::new();
    while let Some((before, after)) = text.split_once('"') {
        cell.push_str(before);
        let Some(doubled) = after.strip_prefix('"') else { return (cell, after) };
        cell.push('"');
        text = doubled;
    }
    cell.push_str(text);
    (cell, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &[u8], step: usize) -> Vec<Vec<String>> {
        let mut stream = TableStream::default();
        let mut rows = Vec::new();
        let mut keep = |row: &[String]| rows.push(row.to_vec());
        for part in text.chunks(step.max(1)) {
            stream.push(part, &mut keep);
        }
        stream.finish(&mut keep);
        rows
    }

    #[test]
    fn the_separator_is_the_one_of_the_first_row() {
        for text in ["a,\"b;\",c\n1,2,3\n", "a;\"b,\";c\r\n1;2;3\r\n", "a\tb,\tc\r1\t2\t3"] {
            for step in [1, 2, 100] {
                let rows = rows(text.as_bytes(), step);
                assert_eq!(rows.len(), 2, "{text:?}");
                assert_eq!(rows[1], ["1", "2", "3"], "{text:?}");
            }
        }
    }

    #[test]
    fn quotes_keep_separators_line_ends_and_doubled_quotes() {
        for step in [1, 3, 100] {
            let found = rows(b"a,b\n\"x, \"\"y\"\"\nz\", 5\" pipe\n\"\",\"q\"r\n", step);
            assert_eq!(found[1], ["x, \"y\"\nz", " 5\" pipe"]);
            assert_eq!(found[2], ["", "qr"]);
            assert_eq!(found.len(), 3);
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_its_row_only() {
        let found = rows(b"a,b\n1,\"oops\n2,y\n3,\"z\"\n", 2);
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(found[2], ["2", "y"]);
        assert_eq!(found[3], ["3", "z"]);
    }

    #[test]
    fn blank_lines_are_rows_so_that_numbers_are_those_of_a_spreadsheet() {
        assert_eq!(rows(b"a\r\n\r\nb", 1).len(), 3);
        assert_eq!(rows(b"", 1).len(), 0);
    }

    proptest! {
        #[test]
        fn however_the_bytes_arrive_the_rows_are_the_same(text in "[ab\",;\t\r\n ]{0,40}", step in 1usize..9) {
            prop_assert_eq!(rows(text.as_bytes(), usize::MAX), rows(text.as_bytes(), step));
        }

        #[test]
        fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60), step in 1usize..9) {
            let _ = rows(&bytes, step);
        }

        #[test]
        fn a_quoted_table_is_read_back_equal(
            table in proptest::collection::vec(proptest::collection::vec("[a-z\",;\t\r\n é]{0,6}", 3), 1..5)
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines = table.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
            let text = lines.collect::<Vec<_>>().join("\r\n");
            prop_assert_eq!(rows(text.as_bytes(), 5), table);
        }
    }
}
