//! The functional core of Alongside.
//!
//! Everything the product knows about meetings, coping skills, help lines and goals lives here as plain
//! functions over plain values. Nothing in this crate reads a clock, a random source, a file or a browser:
//! time, chance and storage are handed in. So every rule has a native test that runs in milliseconds, and the
//! same code runs in the page, in the directory's worker and in the data tool.
#![warn(missing_docs)]

pub mod card;
pub mod coping;
pub mod decimal;
pub mod directory;
pub mod fold;
pub mod fragment;
mod ical;
pub mod json;
pub mod order;
pub mod records;
pub mod reminder;
pub mod site;
pub mod support;
pub mod time;
pub mod tracker;
pub mod translation;
