//! Support that is not a listing: help lines, kinds of peer support, first steps, what is dangerous to stop.
//!
//! These are the shapes of the content files and the rules for what is shown of them. The facts themselves are
//! data, with their sources, in `public/content`.

mod guide;
mod kind;
mod line;
mod org;
mod reading;
mod type_notes;
mod withdrawal;

pub use guide::{Guide, GuideKind, Question, Suggestion};
pub use kind::{ASKS, Asked, Group, HowToFind, Kind, Kinds, Shared};
pub use line::{Line, Lines, Sms, Tel};
pub use org::{Evidence, Org, Orgs};
pub use reading::{Benefit, Benefits, Citation, Finder, FirstStep, Meta, Passage, SourceEntry, Warning};
pub use type_notes::{TypeNote, TypeNotes};
pub use withdrawal::{LowerTolerance, Substance, Withdrawal};
