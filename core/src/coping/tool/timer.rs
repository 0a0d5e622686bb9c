//! A countdown beside the steps of a skill.

use serde::{Deserialize, Serialize};

use super::{Machine, Stretch};
use crate::tracker::Details;

/// Minutes that are counted down.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Timer {
    /// How long it has gone on.
    pub time: Stretch,
}

impl Timer {
    /// Seconds that are left of so many minutes, rounded up, so that 0 means over.
    pub fn left(&self, minutes: u32, now_ms: i64) -> u32 {
        let whole = i64::from(minutes).saturating_mul(60_000);
        let left = whole.saturating_sub(self.time.elapsed(now_ms)).max(0);
        u32::try_from((left + 999) / 1_000).unwrap_or(u32::MAX)
    }
}

impl Machine for Timer {
    const KIND: &'static str = "timer";

    fn runs(&self) -> bool {
        self.time.runs()
    }

    fn outcome(&self, now_ms: i64) -> Option<Details> {
        lasted(&self.time, now_ms)
    }
}

/// What there is to keep of something that went on for a while.
pub(super) fn lasted(time: &Stretch, now_ms: i64) -> Option<Details> {
    time.has_begun().then(|| Details { seconds: Some(time.seconds(now_ms)), ..Details::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_minutes_take_five_minutes_however_seldom_one_looks() {
        let mut timer = Timer::default();
        assert_eq!(timer.left(5, 0), 300);
        assert_eq!(timer.outcome(0), None);
        timer.time.start(0);
        assert_eq!(timer.left(5, 1), 300);
        assert_eq!(timer.left(5, 299_001), 1);
        assert_eq!(timer.left(5, 300_000), 0);
        assert_eq!(timer.left(5, 9_000_000), 0);
        assert_eq!(timer.outcome(61_000).and_then(|kept| kept.seconds), Some(61));
    }
}
