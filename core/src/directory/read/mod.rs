//! Feeds: bytes in, listings out, and a report of what could not be read.
//!
//! A file is a list in JSON or a table; its rows are of one of the [`Format`]s. Both are recognized from what is
//! in the file. A row needs a name with something visible in it, nothing else. Whatever is odd about the rest, the
//! row is shown as well as it can be; what is left out is reported. No input makes this panic.

mod bmlt;
mod columns;
mod context;
mod encoding;
mod format;
mod hsds;
mod hsds_tables;
mod ids;
mod link_sf;
mod meeting_guide;
mod place;
mod report;
mod row;
mod rows;
mod samhsa;
mod stream;
mod table;

pub use ids::feed_ids;
pub use report::{FeedReport, MOST_ROWS, RowProblem};
pub use stream::FeedError;

use super::listing::Listing;
use super::program::Programs;
use crate::site::Feed;
use context::FeedContext;
use encoding::Decoder;
use format::Format;
use rows::Rows;
use stream::RowStream;
use table::TableStream;

/// A listing before it has an id.
struct Draft {
    slug: Option<String>,
    listing: Listing,
}

/// Reads one feed, as its bytes arrive.
#[derive(Debug)]
pub struct FeedReader<'p> {
    decoder: Decoder,
    source: Source,
    rows: Rows<'p>,
}

/// What the file is, with what has arrived of it that is not yet a row.
#[derive(Debug)]
enum Source {
    /// Nothing but this white space has arrived.
    Unknown(Vec<u8>),
    Json(Box<RowStream>),
    Table(TableStream),
}

impl<'p> FeedReader<'p> {
    /// Takes the programs, a feed's settings and the id that its listings begin with (see [`feed_ids`]), and
    /// the site's country, which says how dates are written.
    pub fn new(programs: &'p Programs, feed: &Feed, feed_id: &str, country: Option<&str>) -> FeedReader<'p> {
        let rows = Rows::new(programs, feed, feed_id, country);
        FeedReader { decoder: Decoder::default(), source: Source::Unknown(Vec::new()), rows }
    }

    /// Takes the next bytes of the feed; hands over each listing that is now whole.
    ///
    /// # Errors
    /// Says why the feed as a whole can't be read. What was handed over before has to be dropped then.
    pub fn push(&mut self, bytes: &[u8], listing: &mut dyn FnMut(Listing)) -> Result<(), FeedError> {
        let bytes = self.decoder.push(bytes);
        Self::read(&mut self.source, &mut self.rows, &bytes, listing)
    }

    /// Says that a file has ended. Gives the name of the next file that belongs to the feed: it lies beside the
    /// first, and its bytes are to be pushed next. A file that is missing is left out. Only HSDS's tables are
    /// several files.
    pub fn next_file(&mut self) -> Option<&'static str> {
        let Source::Table(table) = &mut self.source else { return None };
        self.rows.tables.as_ref()?;
        let mut cells = |cells: &[String]| self.rows.cells(cells, &mut |_| {});
        table.push(&self.decoder.finish(), &mut cells);
        table.finish(&mut cells);
        let next = self.rows.tables.as_mut()?.next()?;
        (self.decoder, self.source) = (Decoder::default(), Source::Table(TableStream::default()));
        Some(next)
    }

    /// Says that the feed has ended; gives the report.
    ///
    /// # Errors
    /// As [`FeedReader::push`]; the reader comes back, to be asked for the report of a failed feed.
    pub fn finish(
        mut self,
        listing: &mut dyn FnMut(Listing),
    ) -> Result<FeedReport, (Box<FeedReader<'p>>, FeedError)> {
        match self.read_rest(listing) {
            Ok(()) => Ok(self.rows.report),
            Err(error) => Err((Box::new(self), error)),
        }
    }

    /// Gives the report of a feed that could not be read.
    pub fn failed(self, why: &str) -> FeedReport {
        let FeedReport { src, label, format, notes, .. } = self.rows.report;
        FeedReport { src, label, format, notes, trouble: Some(why.to_owned()), ..FeedReport::default() }
    }

    fn read_rest(&mut self, listing: &mut dyn FnMut(Listing)) -> Result<(), FeedError> {
        let rest = self.decoder.finish();
        let FeedReader { source, rows, .. } = self;
        Self::read(source, rows, &rest, listing)?;
        match source {
            Source::Unknown(_) => return Err(FeedError::Empty),
            Source::Json(stream) => {
                let ended = stream.finish(&mut |part| rows.part(part, listing));
                if let Some(trouble) = rows.trouble.take() {
                    return Err(trouble);
                }
                match ended {
                    Err(FeedError::NoList) if rows.whole(&stream.whole(), listing) => {}
                    ended => ended?,
                }
            }
            Source::Table(table) => {
                table.finish(&mut |cells| rows.cells(cells, listing));
                if table.by_line {
                    rows.report.note(
                        "A quotation mark is never closed. From there on each line was read as a row."
                            .to_owned(),
                    );
                }
            }
        }
        rows.finish(listing)
    }

    fn read(
        source: &mut Source,
        rows: &mut Rows<'p>,
        bytes: &[u8],
        listing: &mut dyn FnMut(Listing),
    ) -> Result<(), FeedError> {
        if let Source::Unknown(blank) = source {
            let Some(first) = bytes.iter().position(|byte| !byte.is_ascii_whitespace()) else {
                blank.extend_from_slice(bytes);
                return Ok(());
            };
            let blank = std::mem::take(blank);
            *source = match &bytes[first..] {
                [b'[' | b'{', ..] => Source::Json(Box::new(RowStream::new())),
                [b'<', ..] => return Err(FeedError::Html),
                // A zip, which is what spreadsheets are today, what they were before, and a PDF.
                [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] | [b'%', b'P', b'D', b'F', ..] => {
                    return Err(FeedError::Packed);
                }
                _ => Source::Table(TableStream::default()),
            };
            // Blank lines count in a table, however the file arrives.
            Self::read(source, rows, &blank, listing)?;
        }
        let read = match source {
            Source::Unknown(_) => Ok(()),
            Source::Json(stream) => stream.push(bytes, &mut |part| rows.part(part, listing)),
            Source::Table(table) => {
                table.push(bytes, &mut |cells| rows.cells(cells, listing));
                Ok(())
            }
        };
        // Of two reasons the one that comes first in the file, however it arrives.
        rows.trouble.take().map_or(read, Err)
    }
}

#[cfg(test)]
mod tests;
