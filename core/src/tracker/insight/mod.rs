//! What the events show when they are seen together: when urges come, how a year and a week went. Each is data with
//! all that a table needs; nothing here says more than was noted.

mod urges;
mod year;

pub use urges::{PARTS, Part, Risky, Sum, Urges};
pub use year::{Month, Tally, week_of, year_of};
