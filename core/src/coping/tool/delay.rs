//! A decision that is put off by the clock, with things to do meanwhile.

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::tracker::Details;

/// How many minutes one wait takes.
const WAIT: u32 = 15;
/// No more than a day of them.
const LONGEST: u32 = 24 * 60;

/// Waiting. It is never stopped by a hidden page: it is only ever asked what the clock says.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Delay {
    from: Option<i64>,
    minutes: u32,
    /// When it was ended before its time.
    ended: Option<i64>,
    /// Which of the things were done, by their place.
    tried: Vec<u32>,
}

impl Delay {
    /// Starts to wait.
    pub fn start(&mut self, now_ms: i64) {
        *self = Delay { from: Some(now_ms), minutes: WAIT, ..Delay::default() };
    }

    /// Waits another 15: after what is left, or from now on if nothing is.
    pub fn add(&mut self, now_ms: i64) {
        self.ended = None;
        let passed = u32::try_from(self.passed(now_ms) / 60_000).unwrap_or(LONGEST);
        let from = if self.left(now_ms) > 0 { self.minutes } else { self.minutes.max(passed) };
        self.minutes = from.saturating_add(WAIT).min(LONGEST);
    }

    /// Ends it.
    pub fn end(&mut self, now_ms: i64) {
        self.ended = Some(now_ms);
    }

    /// Whether it was begun.
    pub fn has_begun(&self) -> bool {
        self.from.is_some()
    }

    /// Whether it was ended by the person, or the time is over.
    pub fn is_over(&self, now_ms: i64) -> bool {
        self.has_begun() && (self.ended.is_some() || self.left(now_ms) == 0)
    }

    /// Seconds that are left, rounded up.
    pub fn left(&self, now_ms: i64) -> u32 {
        let left = i64::from(self.minutes) * 60_000 - self.passed(now_ms);
        u32::try_from((left.max(0) + 999) / 1_000).unwrap_or_default()
    }

    /// Notes that one of the things was done, or takes that back.
    pub fn toggle(&mut self, thing: usize) {
        let Ok(thing) = u32::try_from(thing) else { return };
        let before = self.tried.len();
        self.tried.retain(|one| *one != thing);
        if self.tried.len() == before {
            self.tried.push(thing);
        }
    }

    /// Whether one of the things was done.
    pub fn tried(&self, thing: usize) -> bool {
        self.tried.iter().any(|one| usize::try_from(*one) == Ok(thing))
    }

    fn passed(&self, now_ms: i64) -> i64 {
        let until = self.ended.unwrap_or(now_ms);
        let longest = i64::from(LONGEST) * 60_000;
        self.from.map_or(0, |from| until.saturating_sub(from).clamp(0, longest))
    }
}

impl Machine for Delay {
    const KIND: &'static str = "delay";

    fn runs(&self) -> bool {
        self.has_begun() && self.ended.is_none()
    }

    fn begin(&mut self, now_ms: i64) {
        self.start(now_ms);
    }

    fn outcome(&self, now_ms: i64) -> Option<Details> {
        self.from?;
        let waited = self.passed(now_ms).min(i64::from(self.minutes) * 60_000);
        Some(Details { seconds: u32::try_from(waited / 1_000).ok(), ..Details::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    #[test]
    fn fifteen_minutes_are_counted_by_the_clock() {
        let mut delay = Delay::default();
        assert!(!delay.is_over(0));
        delay.start(0);
        assert_eq!(delay.left(0), 900);
        assert_eq!(delay.left(15 * MINUTE - 1), 1);
        assert!(delay.is_over(15 * MINUTE));
        assert_eq!(delay.outcome(99 * MINUTE).unwrap().seconds, Some(900));
    }

    #[test]
    fn another_fifteen_come_after_what_is_left_or_from_now_on() {
        let mut delay = Delay::default();
        delay.start(0);
        delay.add(10 * MINUTE);
        assert_eq!(delay.left(10 * MINUTE), 20 * 60);
        delay.end(31 * MINUTE);
        delay.add(40 * MINUTE);
        assert_eq!(delay.left(40 * MINUTE), 15 * 60);
    }

    #[test]
    fn what_is_ended_keeps_what_was_waited() {
        let mut delay = Delay::default();
        delay.start(0);
        delay.toggle(2);
        delay.toggle(1);
        delay.toggle(2);
        delay.end(4 * MINUTE);
        assert!(delay.is_over(5 * MINUTE) && !delay.runs());
        assert_eq!(delay.outcome(20 * MINUTE).unwrap().seconds, Some(240));
        assert!(delay.tried(1) && !delay.tried(2));
    }
}
