//! The strength of a goal: a score that grows with good days, and that a lapse dents and does not zero.

/// How often a thing is to be done: so many times in so many days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frequency {
    times: u32,
    days: u32,
}

impl Frequency {
    /// Once in each day.
    pub const DAILY: Frequency = Frequency { times: 1, days: 1 };

    /// Takes `times` in `days`, both at least 1; more often than daily is daily.
    pub fn new(times: u32, days: u32) -> Option<Frequency> {
        (times > 0 && days > 0).then_some(Frequency { times: times.min(days), days })
    }

    /// Gives how many days a share looks back over: twice the period, so that one late day isn't a gap.
    /// Daily looks at the day alone.
    pub fn window(self) -> u32 {
        if self.times == self.days { 1 } else { self.days.saturating_mul(2) }
    }

    /// Gives the share of the target, 0 to 1, of a person who did it `done` times in the window.
    pub fn share(self, done: u32) -> f64 {
        let target = if self.times == self.days { 1 } else { self.times.saturating_mul(2) };
        (f64::from(done) / f64::from(target)).min(1.0)
    }

    /// Gives the strength after one more day with this share of its target (0 to 1), after Loop Habit
    /// Tracker: `s·m + x·(1−m)` with `m = 0.5^(√f/13)` and f repetitions a day. For a daily goal half of a
    /// strength is left after 13 days of nothing.
    #[must_use]
    pub fn step(self, strength: f64, share: f64) -> f64 {
        let m = self.multiplier();
        strength * m + share * (1.0 - m)
    }

    fn multiplier(self) -> f64 {
        0.5f64.powf((f64::from(self.times) / f64::from(self.days)).sqrt() / 13.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The strength after days that are done or not, by the rolling window of the frequency.
    fn after(frequency: Frequency, days: &[bool]) -> f64 {
        let window = frequency.window() as usize;
        (0..days.len()).fold(0.0, |strength, today| {
            let seen = &days[(today + 1).saturating_sub(window)..=today];
            frequency.step(strength, frequency.share(seen.iter().filter(|done| **done).count() as u32))
        })
    }

    #[test]
    fn daily_good_days_and_one_lapse_give_the_reference_values() {
        let mut days = vec![true; 30];
        assert!((after(Frequency::DAILY, &days) - 0.80).abs() < 0.005);
        days.resize(90, true);
        assert!((after(Frequency::DAILY, &days) - 0.992).abs() < 0.0005);
        days.push(false);
        assert!((after(Frequency::DAILY, &days) - 0.940).abs() < 0.0005);
    }

    #[test]
    fn two_done_a_week_of_three_settle_at_two_thirds() {
        let days: Vec<bool> = (0..700).map(|day| day % 7 < 2).collect();
        assert!((after(Frequency::new(3, 7).unwrap(), &days) - 0.667).abs() < 0.0005);
    }

    #[test]
    fn once_a_week_for_39_weeks_is_nearly_full() {
        let days: Vec<bool> = (0..39 * 7).map(|day| day % 7 == 6).collect();
        assert!((after(Frequency::new(1, 7).unwrap(), &days) - 0.995).abs() < 0.0005);
    }

    #[test]
    fn seven_in_seven_is_daily() {
        let days = [true, false, true, true];
        let seven = after(Frequency::new(7, 7).unwrap(), &days);
        assert!((seven - after(Frequency::DAILY, &days)).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn strength_stays_between_nothing_and_full(
            (times, period) in (0u32.., 0u32..), days in prop::collection::vec(any::<bool>(), 0..400)
        ) {
            if let Some(frequency) = Frequency::new(times, period) {
                let strength = after(frequency, &days);
                prop_assert!((0.0..=1.0).contains(&strength), "{}", strength);
            }
        }
    }
}
