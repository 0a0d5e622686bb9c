//! The beat of a breathing pacer: what to do at a moment, from the time that has passed.

use crate::json::{Node, Read, readable};

/// What the breath does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Breath {
    /// Breathe in.
    In,
    /// Hold.
    Hold,
    /// Breathe out.
    Out,
}

/// One part of a round, written `["in", 4]`: what the breath does, and for how many seconds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Phase(pub Breath, pub f64);

/// The rhythm of a way of breathing: phases that repeat.
#[derive(Clone, PartialEq, Debug)]
pub struct Pacer {
    /// One round.
    pub phases: Vec<Phase>,
}

/// What to do at one moment.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Beat {
    /// Which phase of the round, from 0: so that two holds of a round are told apart.
    pub phase: usize,
    /// What the breath does.
    pub breath: Breath,
    /// The second of this phase, from 1.
    pub count: u32,
    /// How full the chest is, 0 to 1.
    pub fullness: f64,
}

impl Pacer {
    /// Gives the seconds of one round; phases without a length don't count.
    pub fn round_seconds(&self) -> f64 {
        self.lasting().map(|(_, phase)| phase.1).sum()
    }

    /// Gives the beat `elapsed` seconds after the start; `None` for a rhythm in which nothing lasts.
    pub fn at(&self, elapsed: f64) -> Option<Beat> {
        let round = self.round_seconds();
        if round <= 0.0 || !elapsed.is_finite() {
            return None;
        }
        let mut left = elapsed.max(0.0) % round;
        let mut fullness = 0.0;
        let mut beat = None;
        for (index, Phase(breath, seconds)) in self.lasting() {
            let share = (left / seconds).clamp(0.0, 1.0);
            let (from, to) = match breath {
                Breath::In => (fullness, 1.0),
                Breath::Out => (fullness, 0.0),
                Breath::Hold => (fullness, fullness),
            };
            fullness = to;
            beat = Some(Beat {
                phase: index,
                breath,
                count: left.min(seconds - 0.001).max(0.0) as u32 + 1,
                fullness: from + (to - from) * share,
            });
            if left < seconds {
                break;
            }
            left -= seconds;
        }
        beat
    }

    fn lasting(&self) -> impl Iterator<Item = (usize, Phase)> + '_ {
        self.phases.iter().copied().enumerate().filter(|(_, phase)| phase.1.is_finite() && phase.1 > 0.0)
    }
}

impl Read for Breath {
    fn read(node: Option<&Node<'_>>) -> Option<Breath> {
        match node?.text()? {
            "in" => Some(Breath::In),
            "hold" => Some(Breath::Hold),
            "out" => Some(Breath::Out),
            _ => None,
        }
    }
}

impl Read for Phase {
    fn read(node: Option<&Node<'_>>) -> Option<Phase> {
        let (breath, seconds) = Read::read(node)?;
        Some(Phase(breath, seconds))
    }
}

readable! {
    Pacer { phases }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn square() -> Pacer {
        crate::json::from_text(r#"{"phases":[["in",4],["hold",4],["out",4],["hold",4]]}"#).unwrap()
    }

    #[test]
    fn a_round_goes_in_hold_out_hold_and_starts_again() {
        let pacer = square();
        let at = |seconds: f64| pacer.at(seconds).map(|beat| (beat.phase, beat.breath, beat.count)).unwrap();
        assert_eq!(at(0.0), (0, Breath::In, 1));
        assert_eq!(at(3.9), (0, Breath::In, 4));
        assert_eq!(at(4.0), (1, Breath::Hold, 1));
        assert_eq!(at(9.5), (2, Breath::Out, 2));
        assert_eq!(at(15.0), (3, Breath::Hold, 4));
        assert_eq!(at(16.0), (0, Breath::In, 1));
    }

    #[test]
    fn the_chest_fills_holds_empties_and_stays_empty() {
        let pacer = square();
        let full = |seconds: f64| pacer.at(seconds).unwrap().fullness;
        assert!((full(2.0) - 0.5).abs() < 1e-9);
        assert!((full(6.0) - 1.0).abs() < 1e-9);
        assert!((full(10.0) - 0.5).abs() < 1e-9);
        assert!(full(14.0).abs() < 1e-9);
    }

    #[test]
    fn a_rhythm_in_which_nothing_lasts_has_no_beat() {
        let pacer = Pacer { phases: vec![Phase(Breath::In, 0.0), Phase(Breath::Out, f64::NAN)] };
        assert_eq!(pacer.at(1.0), None);
        assert_eq!(square().at(f64::INFINITY), None);
    }

    proptest! {
        #[test]
        fn at_every_moment_the_beat_is_within_its_bounds(seconds in -10.0f64..1e7, lengths in proptest::collection::vec(0.1f64..12.0, 1..6)) {
            let phases = lengths.iter().enumerate().map(|(index, length)| Phase([Breath::In, Breath::Hold, Breath::Out][index % 3], *length)).collect();
            let beat = Pacer { phases }.at(seconds).unwrap();
            prop_assert!((0.0..=1.0).contains(&beat.fullness));
            prop_assert!(f64::from(beat.count) <= lengths[beat.phase].ceil());
        }
    }
}
