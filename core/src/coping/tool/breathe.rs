//! A rhythm to breathe with, at one's own pace.

use serde::{Deserialize, Serialize};

use super::timer::lasted;
use super::{Machine, Stretch};
use crate::coping::{Beat, Pacer};
use crate::tracker::Details;

/// How fast the rhythm goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// A quarter longer.
    Slow,
    /// As the skill says.
    #[default]
    Usual,
    /// A quarter shorter.
    Quick,
}

impl Pace {
    /// All, in the order in which they are offered.
    pub const ALL: [Pace; 3] = [Pace::Slow, Pace::Usual, Pace::Quick];

    /// How long a second of the rhythm takes, in milliseconds.
    fn second(self) -> f64 {
        match self {
            Pace::Slow => 1_250.0,
            Pace::Usual => 1_000.0,
            Pace::Quick => 750.0,
        }
    }
}

/// Breathing with a rhythm.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Breathe {
    /// How long it has gone on.
    pub time: Stretch,
    pace: Pace,
    /// How long it had gone on when the pace was chosen: a round begins there.
    turned: i64,
}

impl Breathe {
    /// The pace.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Chooses a pace; a new round begins with it.
    pub fn choose(&mut self, pace: Pace, now_ms: i64) {
        self.pace = pace;
        self.turned = self.time.elapsed(now_ms);
    }

    /// What to do now; `None` while it stands, or when so many minutes are over.
    pub fn beat(&self, rhythm: &Pacer, minutes: u32, now_ms: i64) -> Option<Beat> {
        if !self.time.runs() || self.is_over(minutes, now_ms) {
            return None;
        }
        let since = self.time.elapsed(now_ms).saturating_sub(self.turned).max(0);
        rhythm.at(since as f64 / self.pace.second())
    }

    /// Whether so many minutes are over.
    pub fn is_over(&self, minutes: u32, now_ms: i64) -> bool {
        self.time.elapsed(now_ms) >= i64::from(minutes).saturating_mul(60_000)
    }
}

impl Machine for Breathe {
    const KIND: &'static str = "breathe";

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
    use crate::coping::Breath;

    fn square() -> Pacer {
        crate::json::from_text(r#"{"phases":[["in",4],["hold",4],["out",4],["hold",4]]}"#).unwrap()
    }

    fn breath(breathe: &Breathe, now: i64) -> Option<(Breath, u32)> {
        breathe.beat(&square(), 5, now).map(|beat| (beat.breath, beat.count))
    }

    #[test]
    fn after_five_minutes_the_beat_is_where_the_clock_says() {
        let mut breathe = Breathe::default();
        assert_eq!(breath(&breathe, 0), None);
        breathe.time.start(1_000);
        assert_eq!(breath(&breathe, 1_000), Some((Breath::In, 1)));
        // 18 rounds of 16 s, and 9 s.
        assert_eq!(breath(&breathe, 1_000 + 297_000), Some((Breath::Out, 2)));
        assert_eq!(breath(&breathe, 1_000 + 300_000), None);
        assert!(breathe.is_over(5, 301_000));
    }

    #[test]
    fn another_pace_begins_a_round_and_stretches_it() {
        let mut breathe = Breathe::default();
        breathe.time.start(0);
        breathe.choose(Pace::Slow, 6_000);
        assert_eq!(breath(&breathe, 6_000), Some((Breath::In, 1)));
        assert_eq!(breath(&breathe, 10_900), Some((Breath::In, 4)));
        assert_eq!(breath(&breathe, 11_000), Some((Breath::Hold, 1)));
        breathe.choose(Pace::Quick, 20_000);
        assert_eq!(breath(&breathe, 23_000), Some((Breath::Hold, 1)));
    }

    #[test]
    fn the_time_it_took_is_kept() {
        let mut tool = Breathe::default();
        assert_eq!(tool.outcome(0), None);
        tool.begin(0);
        tool.time.stop(90_000);
        assert_eq!(tool.outcome(500_000).and_then(|kept| kept.seconds), Some(90));
    }
}
