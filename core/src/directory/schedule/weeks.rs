//! In which weeks of a month a slot takes place.

use crate::json::{Node, Read};
use crate::time::Date;
use serde::Serialize;

/// The weeks of a month: every one, or some of the first to the fifth and the last.
///
/// "Second and last Tuesday" is a slot on Tuesday in the weeks 2 and -1, as iCalendar's `BYDAY=2TU,-1TU` has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Weeks(u8);

const LAST: u8 = 1 << 5;

impl Weeks {
    /// Every week.
    pub const EVERY: Weeks = Weeks(0);
    /// A weekday's fifth time in a month can be so many weeks away: 31 January and 30 May 2025 are Fridays.
    pub(super) const LONGEST_WAIT: i64 = 18;

    /// Takes 1 to 5, or -1 for the last; gives these weeks with that one.
    #[must_use]
    pub fn with(self, week: i8) -> Option<Weeks> {
        match week {
            1..=5 => Some(Weeks(self.0 | 1 << (week - 1))),
            -1 => Some(Weeks(self.0 | LAST)),
            _ => None,
        }
    }

    /// Tells whether it is every week.
    pub fn is_every(self) -> bool {
        self.0 == 0
    }

    /// Gives 1 to 5, then -1 for the last; nothing for every week.
    pub fn list(self) -> impl Iterator<Item = i8> {
        (1..=5).chain([-1]).filter(move |week| Weeks(self.0).with(*week) == Some(self))
    }

    /// Tells whether a date lies in one of these weeks.
    pub fn has(self, date: Date) -> bool {
        let (_, month, day) = date.ymd();
        let is_last = date.plus_days(7).ymd().1 != month;
        self.is_every() || self.0 & 1 << ((day - 1) / 7) != 0 || (is_last && self.0 & LAST != 0)
    }
}

impl Read for Weeks {
    fn read(node: Option<&Node<'_>>) -> Option<Weeks> {
        let weeks = Option::<u8>::read(node)??;
        Some(Weeks(weeks & 0x3f))
    }
}
