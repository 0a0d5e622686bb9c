//! On which days a goal is planned.

use serde::{Deserialize, Serialize};

use crate::time::Weekday;

/// On which days a goal is planned, or how often in a week or a month.
///
/// A number out of range is read as the nearest that makes sense, see [`Schedule::within_range`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// Each day.
    #[default]
    Daily,
    /// On these days of the week; the other days count as skipped.
    Weekdays(Weekdays),
    /// So many times in a week, on whatever days. An amount is for the whole week, whatever the number.
    PerWeek(u8),
    /// So many times in a month of the calendar, on whatever days. An amount is for the whole month.
    PerMonth(u8),
    /// Once in so many days. An amount is for so many days.
    Every(u16),
}

impl Schedule {
    /// Tells whether it is planned each day.
    pub fn is_daily(&self) -> bool {
        *self == Schedule::Daily
    }

    /// Gives the same with a number that makes sense: 1 to 7 in a week, 1 to 31 in a month, once in 1 to 366 days.
    #[must_use]
    pub fn within_range(self) -> Schedule {
        match self {
            Schedule::PerWeek(times) => Schedule::PerWeek(times.clamp(1, 7)),
            Schedule::PerMonth(times) => Schedule::PerMonth(times.clamp(1, 31)),
            Schedule::Every(days) => Schedule::Every(days.clamp(1, 366)),
            schedule => schedule,
        }
    }
}

/// Some days of the week, one at least. Stored as a list of numbers; 0 is Sunday.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "Vec<u8>", try_from = "Vec<u8>")]
pub struct Weekdays(u8);

impl Weekdays {
    /// Takes the days; `None` if there are none.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Option<Weekdays> {
        let bits = days.into_iter().fold(0, |bits, day| bits | 1 << day.index());
        (bits != 0).then_some(Weekdays(bits))
    }

    /// Tells whether this day is among them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 >> day.index() & 1 == 1
    }

    /// Gives the days, Sunday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |day| self.has(*day))
    }

    /// Gives how many days they are, 1 to 7.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }
}

impl From<Weekdays> for Vec<u8> {
    fn from(days: Weekdays) -> Vec<u8> {
        days.days().map(Weekday::index).collect()
    }
}

impl TryFrom<Vec<u8>> for Weekdays {
    type Error = &'static str;

    fn try_from(days: Vec<u8>) -> Result<Weekdays, &'static str> {
        Weekdays::new(days.into_iter().filter_map(Weekday::from_index)).ok_or("one day of the week at least")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_are_stored_in_plain_words() {
        let weekdays = Weekdays::new([5, 1, 3].into_iter().filter_map(Weekday::from_index)).unwrap();
        for (schedule, text) in [
            (Schedule::Daily, r#""daily""#),
            (Schedule::Weekdays(weekdays), r#"{"weekdays":[1,3,5]}"#),
            (Schedule::PerWeek(3), r#"{"per_week":3}"#),
            (Schedule::PerMonth(2), r#"{"per_month":2}"#),
            (Schedule::Every(3), r#"{"every":3}"#),
        ] {
            assert_eq!(serde_json::to_string(&schedule).unwrap(), text);
            assert_eq!(serde_json::from_str::<Schedule>(text).unwrap(), schedule);
        }
        assert_eq!(weekdays.count(), 3);
    }

    #[test]
    fn a_number_out_of_range_is_the_nearest_and_no_day_is_refused() {
        assert_eq!(Schedule::PerWeek(0).within_range(), Schedule::PerWeek(1));
        assert_eq!(Schedule::PerWeek(200).within_range(), Schedule::PerWeek(7));
        assert_eq!(Schedule::PerMonth(99).within_range(), Schedule::PerMonth(31));
        assert_eq!(Schedule::Every(0).within_range(), Schedule::Every(1));
        for text in [r#"{"weekdays":[]}"#, r#"{"weekdays":[7]}"#, r#"{"per_week":-1}"#, r#""hourly""#] {
            assert!(serde_json::from_str::<Schedule>(text).is_err(), "{text}");
        }
        assert!(serde_json::from_str::<Schedule>(r#"{"weekdays":[6,9]}"#).is_ok());
    }
}
