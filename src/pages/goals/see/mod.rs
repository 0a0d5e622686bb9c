//! What was noted, to be seen: a year, a week, and when urges come. Each with a sentence and a table, so that nobody
//! needs the picture.

mod urges;
mod week;
mod year;

pub(super) use year::year;

use crate::view::prelude::*;

/// What all goals and check-ins show together.
pub(super) fn overview() -> View {
    view! { <div class="columns"><div class="column">{week::week()}</div><div class="column">{urges::urges()}</div></div> }
}
