//! When the lock closes by itself.

use serde::{Deserialize, Serialize};

const A_MINUTE_MS: i64 = 60_000;

/// After how many minutes without use the lock closes; 0 means as soon as the page is out of sight.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
pub struct LockAfter(u32);

impl LockAfter {
    /// What can be chosen, in minutes.
    pub const CHOICES: [LockAfter; 4] = [LockAfter(0), LockAfter(1), LockAfter(5), LockAfter(15)];

    /// Gives the minutes.
    pub fn minutes(self) -> u32 {
        self.0
    }

    /// How long the page may be out of sight.
    fn hidden_ms(self) -> i64 {
        i64::from(self.0) * A_MINUTE_MS
    }

    /// How long nobody may touch it: somebody who wants it closed when out of sight still reads for a while.
    fn idle_ms(self) -> i64 {
        if self.0 == 0 { LockAfter::default().hidden_ms() } else { self.hidden_ms() }
    }
}

impl Default for LockAfter {
    fn default() -> LockAfter {
        LockAfter(5)
    }
}

/// Anything else is the next choice below, so that a damaged number never leaves it open for longer.
impl From<u32> for LockAfter {
    fn from(minutes: u32) -> LockAfter {
        let below = LockAfter::CHOICES.into_iter().rev().find(|choice| choice.0 <= minutes);
        below.unwrap_or_default()
    }
}

impl From<LockAfter> for u32 {
    fn from(after: LockAfter) -> u32 {
        after.0
    }
}

/// Since when nobody has looked, or touched it. Times are milliseconds of the device's clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Away {
    /// When the person last touched the page.
    pub used: i64,
    /// When the page went out of sight, if it is.
    pub hidden: Option<i64>,
}

impl Away {
    /// Says whether the lock closes now. A clock that went back closes it: nobody knows how long it was.
    pub fn closes(self, after: LockAfter, now: i64) -> bool {
        let is_over = |since: i64, limit: i64| now < since - A_MINUTE_MS || now - since >= limit;
        self.hidden.is_some_and(|since| is_over(since, after.hidden_ms()))
            || is_over(self.used, after.idle_ms())
    }

    /// In how many milliseconds to ask again.
    pub fn ask_again_in(self, after: LockAfter, now: i64) -> u64 {
        let left = |since: i64, limit: i64| (since + limit - now).max(0);
        let idle = left(self.used, after.idle_ms());
        let hidden = self.hidden.map_or(idle, |since| left(since, after.hidden_ms()));
        // A timer may run a little early, and a clock may jump.
        (idle.min(hidden) + 50).min(A_MINUTE_MS) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USED: i64 = 1_000_000_000;

    fn away(hidden: Option<i64>) -> Away {
        Away { used: USED, hidden }
    }

    #[test]
    fn it_closes_when_nobody_touched_it_for_so_long() {
        let after = LockAfter::from(1);
        assert!(!away(None).closes(after, USED + 59_999));
        assert!(away(None).closes(after, USED + 60_000));
    }

    #[test]
    fn it_closes_when_out_of_sight_for_so_long_or_at_once() {
        let hidden = Some(USED + 1);
        assert!(!away(hidden).closes(LockAfter::from(5), USED + 299_999));
        assert!(away(hidden).closes(LockAfter::from(0), USED + 1));
        assert!(!away(None).closes(LockAfter::from(0), USED + 299_999), "somebody is reading");
        assert!(away(None).closes(LockAfter::from(0), USED + 300_000));
    }

    #[test]
    fn a_clock_that_went_back_closes_it_and_a_small_correction_does_not() {
        let after = LockAfter::from(15);
        assert!(away(None).closes(after, USED - 60_001));
        assert!(!away(None).closes(after, USED - 2_000));
    }

    #[test]
    fn it_is_asked_again_when_the_time_is_over_and_at_least_each_minute() {
        let after = LockAfter::from(1);
        assert_eq!(away(None).ask_again_in(after, USED + 59_000), 1_050);
        assert_eq!(away(None).ask_again_in(LockAfter::from(15), USED), 60_000);
        assert_eq!(away(Some(USED)).ask_again_in(LockAfter::from(0), USED), 50);
    }

    #[test]
    fn a_damaged_number_never_leaves_it_open_longer() {
        for (stored, minutes) in [(0, 0), (1, 1), (3, 1), (5, 5), (14, 5), (15, 15), (4_000_000_000, 15)] {
            assert_eq!(LockAfter::from(stored).minutes(), minutes);
        }
    }
}
