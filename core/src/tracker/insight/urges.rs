//! When urges come: by the day of the week and the time of day.

use crate::time::{Date, Weekday};
use crate::tracker::Event;

/// How many parts of three hours a day has.
pub const PARTS: usize = 8;
/// A part of the week is called the hardest only with so many urges in it.
const ENOUGH: u32 = 3;
const HOURS: usize = 24;
const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;
/// Until this hour an event may belong to the day before.
const LATEST_START: usize = 6;

/// Three hours of one day of the week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// The day of the week on the wall clock, if it is about one; else every day.
    pub weekday: Option<Weekday>,
    /// The hour it starts at; it lasts three.
    pub from: u8,
}

/// How many urges there were, and how strong they were together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sum {
    /// How many.
    pub count: u32,
    /// Their numbers from 1 to 10 together.
    pub strength: u32,
}

/// When urges are hardest, as far as it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Risky {
    /// The part of the week, or of any day, in which they were strongest together.
    Part(Part, Sum),
    /// Too few of them lie together to say so.
    TooFew,
}

/// Every urge of which the hour is known, by weekday and hour of the wall clock.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Urges {
    hours: [[Sum; HOURS]; 7],
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.count += other.count;
        self.strength += other.strength;
    }

    /// Gives the average, 1 to 10, rounded; 0 if there were none.
    pub fn average(self) -> u32 {
        if self.count == 0 { 0 } else { (self.strength * 2 + self.count) / (self.count * 2) }
    }
}

impl Urges {
    /// Takes events of every sort. Counted are those with an urge of 1 or more that were noted on their own day: of
    /// what was written down later, the hour is not known.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Event>) -> Urges {
        let mut urges = Urges { hours: [[Sum::default(); HOURS]; 7] };
        for event in events {
            let strength = event.details.as_ref().and_then(|details| details.urge).unwrap_or(0);
            if strength == 0 {
                continue;
            }
            let Some((weekday, hour)) = wall_clock(event) else { continue };
            if let Some(sum) = urges.hours[usize::from(weekday.index())].get_mut(hour) {
                sum.add(Sum { count: 1, strength: u32::from(strength.min(10)) });
            }
        }
        urges
    }

    /// Gives what was noted in one hour of one day of the week.
    pub fn hour(&self, weekday: Weekday, hour: u8) -> Sum {
        self.hours[usize::from(weekday.index())].get(usize::from(hour)).copied().unwrap_or_default()
    }

    /// Gives what was noted in one part.
    pub fn part(&self, part: Part) -> Sum {
        let mut sum = Sum::default();
        let days = Weekday::ALL.into_iter().filter(|day| part.weekday.is_none_or(|only| only == *day));
        for day in days {
            for hour in part.from..part.from.saturating_add(3) {
                sum.add(self.hour(day, hour));
            }
        }
        sum
    }

    /// Gives all of them together.
    pub fn all(&self) -> Sum {
        let mut sum = Sum::default();
        for hour in self.hours.iter().flatten() {
            sum.add(*hour);
        }
        sum
    }

    /// Gives the strongest sum of a part of one weekday, for what shades a chart.
    pub fn strongest(&self) -> u32 {
        parts(true).map(|part| self.part(part).strength).max().unwrap_or(0)
    }

    /// Tells when urges were hardest: the part of one weekday in which they were strongest together, with three of them
    /// at least; else the part of any day; of equal ones the earlier in the week that begins on Monday.
    pub fn risky(&self) -> Risky {
        self.hardest(true).or_else(|| self.hardest(false)).unwrap_or(Risky::TooFew)
    }

    fn hardest(&self, by_weekday: bool) -> Option<Risky> {
        let mut hardest: Option<(Part, Sum)> = None;
        for part in parts(by_weekday) {
            let sum = self.part(part);
            if sum.count >= ENOUGH && hardest.is_none_or(|(_, most)| sum.strength > most.strength) {
                hardest = Some((part, sum));
            }
        }
        hardest.map(|(part, sum)| Risky::Part(part, sum))
    }
}

/// Every part, Monday's first, or every part of any day.
fn parts(by_weekday: bool) -> impl Iterator<Item = Part> {
    let days = if by_weekday { 7 } else { 1 };
    (0..days).flat_map(move |day: u8| {
        let weekday = Weekday::from_index((day + 1) % 7).filter(|_| by_weekday);
        (0..PARTS as u8).map(move |part| Part { weekday, from: part * 3 })
    })
}

/// The weekday and the hour on the wall clock when the event was noted, if that was on its own day.
fn wall_clock(event: &Event) -> Option<(Weekday, usize)> {
    let local = event.at.checked_add(i64::from(event.offset?) * MINUTE_MS)?;
    let date = Date::from_days(local.div_euclid(DAY_MS));
    let hour = usize::try_from(local.rem_euclid(DAY_MS) / (60 * MINUTE_MS)).ok()?;
    let after_midnight = event.day.plus_days(1) == date && hour < LATEST_START;
    (event.day == date || after_midnight).then(|| (date.weekday(), hour))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracker::{Details, What};
    use proptest::prelude::*;

    /// An urge on a day after Monday, the fifth of January 2026, noted at an hour in a zone of minutes ahead.
    fn urge(day: i32, hour: i64, strength: u8, offset: i16) -> Event {
        let on = Date::parse("2026-01-05").unwrap().plus_days(day);
        let at = i64::from(on.days()) * DAY_MS + (hour * 60 - i64::from(offset)) * MINUTE_MS;
        let details = Details { urge: Some(strength), ..Details::default() }.kept();
        Event { offset: Some(offset), details, ..Event::new(None, on, at, What::CheckIn) }
    }

    fn part(weekday: u8, from: u8) -> Part {
        Part { weekday: Weekday::from_index(weekday), from }
    }

    #[test]
    fn an_urge_is_counted_on_the_wall_clock_of_where_the_person_was() {
        for offset in [840, -660, 0, -300, 345] {
            let urges = Urges::of(&[urge(4, 19, 7, offset)]);
            assert_eq!(urges.hour(Weekday::ALL[5], 19), Sum { count: 1, strength: 7 }, "{offset}");
            assert_eq!(urges.part(part(5, 18)), Sum { count: 1, strength: 7 });
        }
    }

    #[test]
    fn the_night_after_a_day_is_counted_where_the_clock_stood() {
        let urges = Urges::of(&[urge(4, 26, 5, 0)]);
        assert_eq!(urges.hour(Weekday::ALL[6], 2).count, 1);
    }

    #[test]
    fn what_was_written_down_later_or_without_an_hour_or_an_urge_is_left_out() {
        let later = urge(4, 24 * 3, 5, 0);
        let no_hour = Event { offset: None, ..urge(4, 12, 5, 0) };
        let no_urge = urge(4, 12, 0, 0);
        let nothing = Event { details: None, ..urge(4, 12, 5, 0) };
        assert_eq!(Urges::of(&[later, no_hour, no_urge, nothing]).all(), Sum::default());
    }

    #[test]
    fn the_hardest_part_needs_three_urges_and_else_looks_at_any_day() {
        let mut events = vec![urge(4, 19, 9, 0), urge(11, 20, 9, 0)];
        assert_eq!(Urges::of(&events).risky(), Risky::TooFew);
        events.push(urge(1, 18, 3, 0));
        let any_day = Part { weekday: None, from: 18 };
        assert_eq!(Urges::of(&events).risky(), Risky::Part(any_day, Sum { count: 3, strength: 21 }));
        events.push(urge(18, 18, 2, 0));
        assert_eq!(Urges::of(&events).risky(), Risky::Part(part(5, 18), Sum { count: 3, strength: 20 }));
    }

    #[test]
    fn of_equally_hard_parts_the_earlier_one_is_named() {
        let events: Vec<Event> =
            [6, 0].into_iter().flat_map(|day| (0..3).map(move |_| urge(day, 10, 4, 0))).collect();
        let Risky::Part(found, _) = Urges::of(&events).risky() else { panic!() };
        assert_eq!(found, part(1, 9));
    }

    proptest! {
        #[test]
        fn every_urge_is_counted_once_in_its_hour_and_in_its_part(
            list in prop::collection::vec((0i32..30, 0i64..24, 1u8..=10, -840i16..=840), 0..40)
        ) {
            let events: Vec<Event> = list.iter().map(|(d, h, s, o)| urge(*d, *h, *s, *o)).collect();
            let urges = Urges::of(&events);
            prop_assert_eq!(urges.all().count as usize, list.len());
            let by_part: u32 = parts(true).map(|part| urges.part(part).strength).sum();
            prop_assert_eq!(by_part, urges.all().strength);
            for weekday in Weekday::ALL {
                for hour in 0..24u8 {
                    let slow = list.iter().filter(|(d, h, ..)| {
                        (d + 1) % 7 == i32::from(weekday.index()) && *h == i64::from(hour)
                    });
                    prop_assert_eq!(urges.hour(weekday, hour).count as usize, slow.count());
                }
            }
        }

        #[test]
        fn no_instant_makes_it_panic(at: i64, offset: Option<i16>, urge in 0u8..20) {
            let details = Details { urge: Some(urge), ..Details::default() }.kept();
            let day = Date::from_days(at.div_euclid(DAY_MS));
            let _ = Urges::of(&[Event { offset, details, ..Event::new(None, day, at, What::Coped) }]).risky();
        }
    }
}
