//! Listings: what they are, how feeds are read, searched and written.
//!
//! Used by the directory's worker; it uses `time`, `json` and `site`. It is given bytes, an instant and the
//! tables of time zones, and gives back answers that are ready to be shown.

mod link;
mod listing;
mod program;
pub mod protocol;
mod read;
mod schedule;
pub mod search;
mod text;
pub mod write;

pub use link::{dialable, digits, host_of, provider, web_link};
pub use listing::{Attendance, Coordinates, Field, Listing, ListingId, OLD_AFTER, is_old};
pub use program::{Program, Programs};
pub use read::{FeedError, FeedReader, FeedReport, MOST_ROWS, RowProblem, feed_ids};
pub use schedule::{
    LocalStart, Occurrence, PartOfDay, Slot, USUAL_LENGTH, Weeks, local_start, read_day, read_hours,
    read_time, read_updated,
};
pub(crate) use text::is_hidden;
pub use text::{clean, clean_line, is_visible};
