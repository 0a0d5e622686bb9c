//! Civil dates, weekdays and zones, as values.
//!
//! A day is a date on a wall calendar, never a number of milliseconds: so a clock change, a traveller or a
//! leap second can't lose or double one. What the current instant is, is always handed in.

mod date;
mod day_start;
mod zone;

pub use date::{Date, Weekday};
pub use day_start::DayStart;
pub use zone::{DAY, LocalMinute, UtcMinute, WEEK, ZoneTable, date_of, minute_of_day, weekday_of};
