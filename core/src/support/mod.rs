//! Support that is not a listing: help lines, kinds of peer support, first steps, what is dangerous to stop.
//!
//! These are the shapes of the content files and the rules for what is shown of them. The facts themselves are
//! data, with their sources, in `public/content`.

mod ask;
mod call_sheet;
mod guide;
mod kind;
mod line;
mod org;
mod reading;
mod rehearsal;
mod social;
mod type_notes;
mod withdrawal;

pub use ask::{LONGEST_LINK, Letter, Missing, Phrases, Topic, mail_link, phone_link, text_link};
pub use call_sheet::{PartKind, Sentence, Sheet, SheetPart, Tick, TickGroup, Ticks};
pub use guide::{Guide, GuideKind, Question, Suggestion};
pub use kind::{ASKS, Asked, Group, HowToFind, Kind, Kinds, Shared};
pub use line::{Line, Lines, Sms, Tel};
pub use org::{Evidence, Org, Orgs};
pub use reading::{
    Benefit, Benefits, Citation, Finder, FirstStep, Learn, Meta, Part, Passage, Section, SourceEntry,
    Warning, Way, sources_of,
};
pub use rehearsal::{Choice, Scene, scenes};
pub use social::{ASPECTS, Activity, Employment, Need, Social, Wishes};
pub use type_notes::{TypeNote, TypeNotes};
pub use withdrawal::{LowerTolerance, Stopping, Substance, Withdrawal, lines_for_stopping};
