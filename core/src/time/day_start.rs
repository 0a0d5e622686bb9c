//! The hour at which a person's day begins.

use super::Date;

/// The hour, 0 to 6, at which a new day begins for this person: what a night worker does at two in the
/// morning may still belong to the day before. A change of it affects new entries only, since an entry keeps
/// its civil day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub struct DayStart(u8);

impl DayStart {
    /// Takes an hour from 0 (midnight, the default) to 6; anything else is `None`.
    pub fn new(hour: u8) -> Option<DayStart> {
        (hour <= 6).then_some(DayStart(hour))
    }

    /// Gives the hour.
    pub fn hour(self) -> u8 {
        self.0
    }

    /// Gives the day that a moment belongs to, from the date and the hour (0–23) on the local wall clock.
    ///
    /// Only the wall clock is asked, so a night in which the clocks change loses no day and doubles none.
    #[must_use]
    pub fn civil_day(self, local_date: Date, local_hour: u8) -> Date {
        if local_hour < self.0 { local_date.plus_days(-1) } else { local_date }
    }
}

impl From<DayStart> for u8 {
    fn from(start: DayStart) -> u8 {
        start.0
    }
}

impl TryFrom<u8> for DayStart {
    type Error = &'static str;

    fn try_from(hour: u8) -> Result<DayStart, &'static str> {
        DayStart::new(hour).ok_or("a day starts at an hour from 0 to 6")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn before_the_start_hour_it_is_still_yesterday() {
        let four = DayStart::new(4).unwrap();
        assert_eq!(four.civil_day(date("2026-03-01"), 3), date("2026-02-28"));
        assert_eq!(four.civil_day(date("2026-03-01"), 4), date("2026-03-01"));
        assert_eq!(four.civil_day(date("2026-03-01"), 23), date("2026-03-01"));
    }

    #[test]
    fn a_day_starts_at_midnight_unless_the_person_says_otherwise() {
        assert_eq!(DayStart::default().civil_day(date("2026-03-01"), 0), date("2026-03-01"));
    }

    #[test]
    fn row_20_every_hour_of_every_day_belongs_to_one_day_and_each_day_has_24_hours() {
        for start in 0..=6 {
            let start = DayStart::new(start).unwrap();
            let mut hours = std::collections::BTreeMap::new();
            for day in 0..10 {
                for hour in 0..24 {
                    *hours.entry(start.civil_day(date("2024-02-25").plus_days(day), hour)).or_insert(0) += 1;
                }
            }
            assert!(hours.values().skip(1).take(9).all(|count| *count == 24));
            assert_eq!(hours.values().sum::<i32>(), 240);
        }
    }

    #[test]
    fn only_hours_from_zero_to_six_are_read() {
        assert_eq!(serde_json::from_str::<DayStart>("6").unwrap().hour(), 6);
        assert!(serde_json::from_str::<DayStart>("7").is_err());
        assert!(serde_json::from_str::<DayStart>("-1").is_err());
    }
}
