//! Goals, the events of a goal, and every number that is derived from them.
//!
//! Only the goal and its events are kept. Runs, free days, strength and milestones are computed from them for
//! a given day, so a person may change what a lapse means, or correct the past, and every number follows.
//! In which order events were stored, or how often, never matters. The rules and their words are in the
//! glossary; a page only shows what [`Log::progress`] and [`Log::days`] give.

mod amount;
mod counted;
mod day;
mod details;
mod draft;
mod event;
mod goal;
pub mod import;
pub mod insight;
mod kind;
mod log;
mod milestone;
mod next;
mod progress;
mod rhythm;
mod runs;
mod schedule;
mod share;
mod strength;
pub mod summary;
mod table;
mod units;

pub use amount::Amount;
pub use day::{Day, Place};
pub use details::{Answer, Details, Halt, TRIGGERS};
pub use draft::{
    Draft, DraftStep, LONGEST_LINE, LONGEST_NAME, MOST_STEPS, Missing, Often, StartingPoint, StartingPoints,
};
pub use event::{Event, What};
pub use goal::{Cost, Currency, Goal, Headline, LapseMeans, Pause, Standing, moved_goal};
pub use kind::{Kind, KindName, Listed, Step, TaperStep};
pub use log::{DayState, Log, Logs};
pub use milestone::{Milestone, Span};
pub use next::Next;
pub use progress::{FreeDays, Now, OneOffSteps, Progress, Spared};
pub use rhythm::Unit;
pub use runs::Run;
pub use schedule::{Schedule, Weekdays};
pub use share::Share;
pub use strength::{Frequency, Strength};
pub use table::table;
