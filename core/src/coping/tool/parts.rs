//! Parts that come one after the other, at one's own pace: the body from feet to head.

use serde::{Deserialize, Serialize};

use super::timer::lasted;
use super::{Machine, Stretch};
use crate::tracker::Details;

/// Seconds that a part may take.
const SHORTEST: u32 = 5;
const LONGEST: u32 = 120;

/// Going through parts.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Parts {
    /// How long it has gone on.
    pub time: Stretch,
    /// The seconds of a part that the person chose.
    seconds: Option<u32>,
    /// The part that was gone to last, and how long it had gone on then.
    at: u32,
    moved: i64,
}

/// Where among the parts one is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// At this part, from 0, with so many seconds left of it.
    At(usize, u32),
    /// After the last.
    Over,
}

impl Parts {
    /// The seconds of a part; `usual` unless the person chose others.
    pub fn seconds(&self, usual: u32) -> u32 {
        self.seconds.unwrap_or(usual).clamp(SHORTEST, LONGEST)
    }

    /// Chooses the seconds of a part, from the one on that is shown.
    pub fn choose(&mut self, seconds: u32, count: usize, usual: u32, now_ms: i64) {
        if let Place::At(part, _) = self.place(count, usual, now_ms) {
            self.go(part, now_ms);
        }
        self.seconds = Some(seconds.clamp(SHORTEST, LONGEST));
    }

    /// Goes to a part, at its beginning.
    pub fn go(&mut self, part: usize, now_ms: i64) {
        self.at = u32::try_from(part).unwrap_or(u32::MAX);
        self.moved = self.time.elapsed(now_ms);
    }

    /// Stops it, at the end of the last of so many parts if that was passed: nobody may have looked for a while.
    pub fn stop_by_end(&mut self, count: usize, usual: u32, now_ms: i64) {
        let left = i64::try_from(count).unwrap_or(i64::MAX).saturating_sub(i64::from(self.at)).max(0);
        let end = left.saturating_mul(i64::from(self.seconds(usual)) * 1_000).saturating_add(self.moved);
        self.time.stop_by(end, now_ms);
    }

    /// Where one is among so many.
    pub fn place(&self, count: usize, usual: u32, now_ms: i64) -> Place {
        let each = i64::from(self.seconds(usual)) * 1_000;
        let since = self.time.elapsed(now_ms).saturating_sub(self.moved).max(0);
        let part = usize::try_from(i64::from(self.at).saturating_add(since / each)).unwrap_or(usize::MAX);
        if part >= count {
            return Place::Over;
        }
        Place::At(part, u32::try_from((each - since % each + 999) / 1_000).unwrap_or_default())
    }
}

impl Machine for Parts {
    const KIND: &'static str = "parts";

    fn runs(&self) -> bool {
        self.time.runs()
    }

    fn begin(&mut self, now_ms: i64) {
        self.time.start(now_ms);
    }

    fn outcome(&self, now_ms: i64) -> Option<Details> {
        lasted(&self.time, now_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_part_follows_the_other_by_the_clock() {
        let mut parts = Parts::default();
        assert_eq!(parts.place(3, 15, 0), Place::At(0, 15));
        parts.time.start(0);
        assert_eq!(parts.place(3, 15, 14_001), Place::At(0, 1));
        assert_eq!(parts.place(3, 15, 15_000), Place::At(1, 15));
        assert_eq!(parts.place(3, 15, 44_999), Place::At(2, 1));
        assert_eq!(parts.place(3, 15, 45_000), Place::Over);
    }

    #[test]
    fn another_pace_and_a_step_back_keep_the_place() {
        let mut parts = Parts::default();
        parts.time.start(0);
        parts.choose(30, 3, 15, 20_000);
        assert_eq!(parts.place(3, 15, 20_000), Place::At(1, 30));
        assert_eq!(parts.place(3, 15, 50_000), Place::At(2, 30));
        parts.go(0, 55_000);
        assert_eq!(parts.place(3, 15, 56_000), Place::At(0, 29));
        parts.choose(0, 3, 15, 56_000);
        assert_eq!(parts.seconds(15), SHORTEST);
    }

    proptest! {
        #[test]
        fn whatever_it_holds_the_place_is_one_of_the_parts_or_over(at: u32, moved: i64, seconds: Option<u32>, usual: u32, now: i64, count in 0usize..20) {
            let mut parts = Parts { time: Stretch::default(), seconds, at, moved };
            parts.time.start(0);
            parts.choose(usual, count, usual, now);
            if let Place::At(part, left) = parts.place(count, usual, now) {
                prop_assert!(part < count && (1..=LONGEST).contains(&left));
            }
            parts.stop_by_end(count, usual, now);
            prop_assert!(!parts.time.runs());
        }
    }

    #[test]
    fn time_after_the_last_part_does_not_count() {
        let mut parts = Parts::default();
        parts.time.start(0);
        parts.go(2, 5_000);
        parts.stop_by_end(3, 15, 9_000_000);
        assert_eq!((parts.time.runs(), parts.time.elapsed(9_000_000)), (false, 20_000));
        assert_eq!(parts.place(3, 15, 9_000_000), Place::Over);
        let mut parts = Parts::default();
        parts.time.start(0);
        parts.go(3, 4_000);
        parts.stop_by_end(3, 15, 4_500);
        assert_eq!(parts.time.elapsed(4_500), 4_000);
    }

    #[test]
    fn the_time_it_took_is_kept() {
        let mut tool = Parts::default();
        assert_eq!(tool.outcome(0), None);
        tool.begin(0);
        tool.time.stop(90_000);
        assert_eq!(tool.outcome(500_000).and_then(|kept| kept.seconds), Some(90));
    }
}
