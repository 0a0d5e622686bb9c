//! An urge watched like a wave: it rises, and it falls.

use serde::{Deserialize, Serialize};

use super::timer::lasted;
use super::{Machine, Stretch};
use crate::tracker::Details;

/// More than this are not kept: an hour and a half, asked every two minutes.
const MOST: usize = 45;

/// Watching an urge.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wave {
    /// How long it has gone on.
    pub time: Stretch,
    /// Second and urge, in the order they were said.
    ratings: Vec<(u32, u8)>,
}

/// Where on the wave one is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WavePart {
    /// On the way up.
    Rising,
    /// Around the top.
    Top,
    /// On the way down.
    Falling,
}

impl Wave {
    /// Notes how strong the urge is now, 0 to 10; a second answer to one question replaces the first.
    pub fn rate(&mut self, urge: u8, every: u32, now_ms: i64) {
        let second = self.time.seconds(now_ms);
        if self.ratings.last().is_some_and(|(last, _)| mark(*last, every) == mark(second, every)) {
            self.ratings.pop();
        }
        if self.ratings.len() < MOST {
            self.ratings.push((second, urge.min(10)));
        }
    }

    /// Whether it is time to ask: at the start, then every so many minutes, until it was answered.
    pub fn asks(&self, every: u32, now_ms: i64) -> bool {
        let now = mark(self.time.seconds(now_ms), every);
        self.ratings.last().is_none_or(|(last, _)| mark(*last, every) < now)
    }

    /// What was said, in order: second and urge from 0 to 10.
    pub fn ratings(&self) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.ratings.iter().map(|(second, urge)| (*second, (*urge).min(10)))
    }

    /// How far along so many minutes one is, in thousandths.
    pub fn along(&self, minutes: u32, now_ms: i64) -> u32 {
        let whole = i64::from(minutes.max(1)).saturating_mul(60_000);
        u32::try_from(self.time.elapsed(now_ms).saturating_mul(1_000) / whole).unwrap_or(1_000).min(1_000)
    }

    /// How high the wave is there, in thousandths: a hill, highest in the middle.
    pub fn height(&self, minutes: u32, now_ms: i64) -> u32 {
        let along = self.along(minutes, now_ms);
        4 * along * (1_000 - along) / 1_000
    }

    /// Which part of the wave it is.
    pub fn part(&self, minutes: u32, now_ms: i64) -> WavePart {
        match self.along(minutes, now_ms) {
            0..=349 => WavePart::Rising,
            350..=599 => WavePart::Top,
            _ => WavePart::Falling,
        }
    }
}

fn mark(second: u32, every: u32) -> u32 {
    second / every.max(1).saturating_mul(60)
}

impl Machine for Wave {
    const KIND: &'static str = "wave";

    fn runs(&self) -> bool {
        self.time.runs()
    }

    fn begin(&mut self, now_ms: i64) {
        self.time.start(now_ms);
    }

    fn outcome(&self, now_ms: i64) -> Option<Details> {
        let lasted = lasted(&self.time, now_ms)?;
        let (first, last) = (self.ratings().next(), self.ratings().last());
        Some(Details {
            urge: first.map(|(_, urge)| urge),
            urge_after: last.filter(|last| Some(*last) != first).map(|(_, urge)| urge),
            ..lasted
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_asks_at_the_start_and_every_two_minutes_until_answered() {
        let mut wave = Wave::default();
        wave.time.start(0);
        assert!(wave.asks(2, 0));
        wave.rate(8, 2, 3_000);
        assert!(!wave.asks(2, 119_000));
        assert!(wave.asks(2, 120_000));
        assert!(wave.asks(2, 500_000));
        wave.rate(9, 2, 500_000);
        assert!(!wave.asks(2, 590_000));
        assert!(wave.asks(2, 600_000));
    }

    #[test]
    fn the_first_and_the_last_answer_are_before_and_after() {
        let mut wave = Wave::default();
        wave.time.start(0);
        wave.rate(6, 2, 0);
        wave.rate(8, 2, 1_000);
        let one = wave.outcome(2_000).unwrap();
        assert_eq!((one.urge, one.urge_after), (Some(8), None));
        wave.rate(9, 2, 130_000);
        wave.rate(30, 2, 250_000);
        wave.rate(3, 2, 370_000);
        let kept = wave.outcome(400_000).unwrap();
        assert_eq!((kept.urge, kept.urge_after, kept.seconds), (Some(8), Some(3), Some(400)));
        assert_eq!(wave.ratings().map(|(_, urge)| urge).collect::<Vec<_>>(), [8, 9, 10, 3]);
    }

    #[test]
    fn the_wave_rises_and_falls_and_stays_down() {
        let mut wave = Wave::default();
        wave.time.start(0);
        let at = |minute: i64| (wave.height(10, minute * 60_000), wave.part(10, minute * 60_000));
        assert_eq!(at(0), (0, WavePart::Rising));
        assert_eq!(at(5), (1_000, WavePart::Top));
        assert_eq!(at(8), (640, WavePart::Falling));
        assert_eq!(at(90), (0, WavePart::Falling));
    }
}
