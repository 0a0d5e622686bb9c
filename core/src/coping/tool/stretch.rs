//! A stretch of time that can be stopped and gone on with, told from the clock alone.

use serde::{Deserialize, Serialize};

/// No stretch is longer: a week.
const LONGEST: i64 = 7 * 24 * 3_600_000;

/// How long something has been going on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Stretch {
    /// When it was last started, in milliseconds since 1970; `None` while it stands.
    since: Option<i64>,
    /// Milliseconds that had passed by then.
    before: i64,
}

impl Stretch {
    /// Starts it, or goes on; what runs already is left alone.
    pub fn start(&mut self, now_ms: i64) {
        self.since.get_or_insert(now_ms);
    }

    /// Stops it where it is.
    pub fn stop(&mut self, now_ms: i64) {
        *self = Stretch { since: None, before: self.elapsed(now_ms) };
    }

    /// Stops it, at its end if that was passed: nobody may have looked for a while.
    pub fn stop_by(&mut self, longest_ms: i64, now_ms: i64) {
        *self = Stretch { since: None, before: self.elapsed(now_ms).min(longest_ms) };
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it was ever started.
    pub fn has_begun(&self) -> bool {
        self.runs() || self.before > 0
    }

    /// Milliseconds that it has gone on for. A clock that was set back takes nothing away.
    pub fn elapsed(&self, now_ms: i64) -> i64 {
        let running = self.since.map_or(0, |since| now_ms.saturating_sub(since).clamp(0, LONGEST));
        self.before.clamp(0, LONGEST).saturating_add(running).min(LONGEST)
    }

    /// The same in whole seconds.
    pub fn seconds(&self, now_ms: i64) -> u32 {
        u32::try_from(self.elapsed(now_ms) / 1_000).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_stopped_stands_and_goes_on_from_there() {
        let mut time = Stretch::default();
        time.start(1_000);
        time.start(2_000);
        assert_eq!(time.elapsed(5_000), 4_000);
        time.stop(5_000);
        assert_eq!(time.elapsed(99_000), 4_000);
        time.start(100_000);
        assert_eq!(time.seconds(101_500), 5);
    }

    #[test]
    fn what_nobody_looked_at_for_long_ends_at_its_end() {
        let mut time = Stretch::default();
        time.start(0);
        time.stop_by(300_000, 9_000_000);
        assert_eq!((time.runs(), time.seconds(9_000_000)), (false, 300));
    }

    #[test]
    fn a_clock_that_was_set_back_takes_nothing_away() {
        let mut time = Stretch { since: None, before: 3_000 };
        time.start(10_000);
        assert_eq!(time.elapsed(4_000), 3_000);
    }

    proptest! {
        #[test]
        fn whatever_numbers_it_holds_it_stays_within_a_week(since: Option<i64>, before: i64, now: i64) {
            let mut time = Stretch { since, before };
            prop_assert!((0..=LONGEST).contains(&time.elapsed(now)));
            time.stop(now);
            prop_assert!((0..=LONGEST).contains(&time.elapsed(now)));
        }
    }
}
