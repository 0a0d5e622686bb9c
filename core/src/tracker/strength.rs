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

    /// Gives what is left of a strength after a day of nothing, after Loop Habit Tracker: `0.5^(√f/13)` with
    /// f repetitions a day. Of a daily goal's strength half is left after 13 such days.
    fn kept(self) -> f64 {
        0.5f64.powf((f64::from(self.times) / f64::from(self.days)).sqrt() / 13.0)
    }
}

/// A strength as it grows and shrinks day by day, from 0; never below 0, never above 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Strength {
    value: f64,
    // Kept here, since a power for each of thousands of days is most of the time that they take.
    kept: f64,
}

impl Strength {
    /// Starts at 0.
    pub fn new(frequency: Frequency) -> Strength {
        Strength { value: 0.0, kept: frequency.kept() }
    }

    /// Takes one more day and its share of the target, 0 to 1: `s·m + x·(1−m)`. A day that leaves the strength
    /// as it is, is not taken.
    pub fn take(&mut self, share: f64) {
        self.value = self.value * self.kept + share * (1.0 - self.kept);
    }

    /// Gives the strength, 0 to 1.
    pub fn value(self) -> f64 {
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The strength after days that are done or not, by the rolling window of the frequency.
    fn after(frequency: Frequency, days: &[bool]) -> f64 {
        let window = frequency.window() as usize;
        let mut strength = Strength::new(frequency);
        for today in 0..days.len() {
            let seen = &days[(today + 1).saturating_sub(window)..=today];
            strength.take(frequency.share(seen.iter().filter(|done| **done).count() as u32));
        }
        strength.value()
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
