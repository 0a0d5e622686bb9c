//! When the app reminds a person to make a backup: quietly, and not often.

use serde::{Deserialize, Serialize};

use crate::time::Date;

/// Days that pass at least between two reminders.
pub const DAYS: i32 = 7;
/// Changes that come together at least between two reminders.
pub const CHANGES: u64 = 20;

/// When a person last made a backup, or said that they don't want to be reminded now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Since {
    /// The day they did.
    pub day: Date,
    /// How many changes had been made by then: the sum of all revisions.
    pub changes: u64,
}

/// Says whether a reminder is due: after the first record, then once both [`DAYS`] have passed and [`CHANGES`] were
/// made. If the clock was set back, the changes alone count. The revisions of all records are read no further than they
/// matter: ten years of them take milliseconds.
pub fn is_due(mut revisions: impl Iterator<Item = u64>, since: Option<Since>, today: Date) -> bool {
    let Some(since) = since else { return revisions.any(|revision| revision > 0) };
    let passed = today.days_since(since.day);
    !(0..DAYS).contains(&passed)
        && revisions.fold(0, u64::saturating_add).saturating_sub(since.changes) >= CHANGES
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::iter;

    fn day(number: i64) -> Date {
        Date::from_days(20_000 + number)
    }

    #[test]
    fn the_first_record_is_reason_enough_and_none_is_not() {
        assert!(!is_due(iter::once(0), None, day(0)));
        assert!(is_due(iter::once(1), None, day(0)));
    }

    #[test]
    fn after_that_both_a_week_and_twenty_changes_must_have_come() {
        let since = Some(Since { day: day(0), changes: 30 });
        for (changes, today, expected) in [
            (30, 0, false),
            (49, 400, false),
            (50, 6, false),
            (50, 7, true),
            (5_000, 6, false),
            (5_000, 7, true),
            (0, 400, false),
        ] {
            assert_eq!(
                is_due(iter::once(changes), since, day(today)),
                expected,
                "{changes} changes, day {today}"
            );
        }
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_end_the_reminders() {
        let since = Some(Since { day: day(3_650), changes: 30 });
        assert!(!is_due(iter::once(49), since, day(0)));
        assert!(is_due(iter::once(50), since, day(0)));
    }
}
