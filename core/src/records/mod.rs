//! What is kept on the device, as text: ids, keys and records. No browser and no storage here, only the form.
//!
//! One key holds one record, written whole, so two tabs never overwrite each other's work. Every record has a
//! revision, and two copies of one record join to the same result in any order: that is what keeps tabs, a
//! second copy and a restored backup equal without a server.

pub mod archive;
pub mod backup;
pub mod copy;
pub mod erased;
pub mod form;
pub mod lock;
pub mod migrate;

mod id;
mod key;
mod record;
#[cfg(test)]
mod tests;

pub use archive::Archived;
pub use copy::Texts;
pub use id::{ArchiveId, EventId, GoalId, ID_BYTES, PlanId, SavedId};
pub use key::Key;
pub use record::{MAX_REVISION, Reading, Record, SCHEMA};
