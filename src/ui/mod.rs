//! Parts that many pages use.

pub(crate) mod frame;
mod heading;
mod icon;
mod lines;
mod loaded;
mod notice;
mod pacer;
mod source;
mod toast;

pub(crate) use heading::heading;
pub(crate) use icon::{icon, mark, symbol};
pub(crate) use lines::{country, line_list, near_lines};
pub(crate) use loaded::when_loaded;
pub(crate) use notice::{review_note, site_problems, withdrawal_notice};
pub(crate) use pacer::pacer;
pub(crate) use source::{checked_words, outside_link, source_line};
pub(crate) use toast::{Toasts, toasts};
