//! Steps to check off, spread over an hour by the clock.

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::tracker::Details;

/// An hour of steps.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hour {
    from: Option<i64>,
    ended: Option<i64>,
    done: Vec<u32>,
}

impl Hour {
    /// Starts it.
    pub fn start(&mut self, now_ms: i64) {
        *self = Hour { from: Some(now_ms), ..Hour::default() };
    }

    /// Ends it.
    pub fn end(&mut self, now_ms: i64) {
        self.ended = Some(now_ms);
    }

    /// Whether it was begun.
    pub fn has_begun(&self) -> bool {
        self.from.is_some()
    }

    /// Whether it was ended.
    pub fn has_ended(&self) -> bool {
        self.ended.is_some()
    }

    /// When a step begins, in milliseconds since 1970: the first at once, the last after so many minutes.
    pub fn begins(&self, step: usize, count: usize, minutes: u32) -> Option<i64> {
        let gaps = i64::try_from(count).ok()?.saturating_sub(1).max(1);
        let whole = i64::from(minutes).saturating_mul(60_000);
        let after = whole.saturating_mul(i64::try_from(step).ok()?) / gaps;
        Some(self.from?.saturating_add(after.min(whole)))
    }

    /// The step that the clock is at.
    pub fn at(&self, count: usize, minutes: u32, now_ms: i64) -> Option<usize> {
        let begun = |step: &usize| self.begins(*step, count, minutes).is_some_and(|from| from <= now_ms);
        (0..count).rev().find(begun)
    }

    /// Checks a step off, or takes that back.
    pub fn toggle(&mut self, step: usize) {
        let Ok(step) = u32::try_from(step) else { return };
        let before = self.done.len();
        self.done.retain(|one| *one != step);
        if self.done.len() == before {
            self.done.push(step);
        }
    }

    /// Whether a step is checked off.
    pub fn is_done(&self, step: usize) -> bool {
        self.done.iter().any(|one| usize::try_from(*one) == Ok(step))
    }
}

impl Machine for Hour {
    const KIND: &'static str = "hour";

    fn runs(&self) -> bool {
        self.has_begun() && !self.has_ended()
    }

    fn outcome(&self, now_ms: i64) -> Option<Details> {
        let passed = self.ended.unwrap_or(now_ms).saturating_sub(self.from?).max(0);
        Some(Details { seconds: u32::try_from(passed / 1_000).ok(), ..Details::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_steps_of_an_hour_begin_a_quarter_of_an_hour_apart() {
        let mut hour = Hour::default();
        assert_eq!((hour.begins(0, 5, 60), hour.at(5, 60, 0)), (None, None));
        hour.start(1_000);
        let minute = |step| hour.begins(step, 5, 60).map(|at| (at - 1_000) / 60_000);
        assert_eq!([minute(0), minute(1), minute(4)], [Some(0), Some(15), Some(60)]);
        assert_eq!(hour.at(5, 60, 1_000 + 31 * 60_000), Some(2));
        assert_eq!(hour.at(5, 60, i64::MAX), Some(4));
        assert_eq!(hour.at(0, 60, 5_000), None);
    }

    #[test]
    fn a_step_is_checked_off_and_on_again() {
        let mut hour = Hour::default();
        hour.start(0);
        hour.toggle(1);
        assert!(hour.is_done(1));
        hour.toggle(1);
        assert!(!hour.is_done(1));
        hour.end(120_000);
        assert_eq!(hour.outcome(999_000).unwrap().seconds, Some(120));
    }
}
