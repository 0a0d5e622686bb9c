//! A backup: one file with everything a person saved, and how it comes back.
//!
//! ```json
//! {
//!   "format": "alongside-backup",
//!   "version": 1,
//!   "made": "2026-11-22",
//!   "app": "0.1.0",
//!   "records": {
//!     "alongside:goal:a": {"v":1,"d":{"rev":1,"kind":"do","name":"Walk","first_day":"2026-01-01"}}
//!   },
//!   "sha256": "…"
//! }
//! ```
//! The format is described in `docs/BACKUP.md`. A restore merges by identity: what is newer here stays, what was
//! deleted here stays deleted and settings stay as they are, unless the person ticks them. Each write has the
//! revision that makes it hold, in every copy and every tab, and so has its undo.

mod compare;
pub(crate) mod digest;
mod file;
pub mod reminder;
mod restore;
mod text;

pub use compare::{Compared, Counts, GoalLine, LeftOut, Preview, State, preview};
pub use file::{Backup, Encrypted, File, Written, read, write, write_encrypted};
pub use restore::{Restore, Ticked, changes, restore};
pub use text::with_revision;

/// What `format` says.
pub const FORMAT: &str = "alongside-backup";
/// The `version` that is written, and the greatest that can be read.
pub const VERSION: u64 = 1;
/// A longer file is refused, best before it is read: more than this browser storage can hold in any form.
pub const MAX_BYTES: usize = 32 << 20;
/// What is authenticated beside the encrypted body.
pub const ADDITIONAL_DATA: &str = "alongside-backup:1";
/// Why a file can't be read. Each asks for a sentence of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`MAX_BYTES`].
    TooLarge,
    /// It is something else: a picture, a zip, a text.
    NotABackup,
    /// It is the file of another app.
    OtherApp,
    /// A newer version of this app made it.
    Newer,
    /// It has more lists inside each other than any backup.
    TooDeep,
    /// Only a part of it is there.
    Cut,
    /// It was changed or damaged after it was made.
    Damaged,
}
