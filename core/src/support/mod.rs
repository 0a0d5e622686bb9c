//! Support that is not a listing: help lines, kinds of peer support, first steps, what is dangerous to stop.
//!
//! These are the shapes of the content files and the rules for what is shown of them. The facts themselves are
//! data, with their sources, in `public/content`.

mod kind;
mod line;
mod reading;
mod social;
mod type_notes;
mod withdrawal;

pub use kind::{Group, HowToFind, Kind, Kinds, Shared};
pub use line::{Line, Lines, Sms, Tel};
pub use reading::{
    Benefit, Benefits, Citation, Finder, FirstStep, Learn, Meta, Part, Passage, Section, SourceEntry,
    Warning, Way, sources_of,
};
pub use social::{ASPECTS, Activity, Employment, Need, Social, Wishes};
pub use type_notes::{TypeNote, TypeNotes};
pub use withdrawal::{LowerTolerance, Substance, Withdrawal};
