//! The numbers of every kind and schedule against a slow and obvious reference, on random histories.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use alongside_core::records::{EventId, GoalId};
use alongside_core::time::{Date, Weekday};
use alongside_core::tracker::{
    Amount, Event, Goal, Kind, LapseMeans, Log, Pause, Progress, Schedule, Standing, Step, TaperStep,
    Weekdays, What,
};
use proptest::prelude::*;

type History = Vec<(EventId, Event)>;

const LAST: i32 = 75;

fn day(number: i32) -> Date {
    Date::parse("2026-01-01").unwrap().plus_days(number)
}

fn any_history() -> impl Strategy<Value = History> {
    let what = prop_oneof![
        5 => Just(What::Done),
        2 => Just(What::NotDone),
        2 => Just(What::Skipped),
        1 => Just(What::Cleared),
        1 => Just(What::Lapse),
        6 => Just(What::Amount),
    ];
    let amount = prop_oneof![Just(0u64), 1u64..9_000, Just(2_000), Just(1_000)];
    let one = (-3..LAST, 0i64..4, what, amount, prop::option::weighted(0.15, 0usize..60));
    prop::collection::vec(one, 0..90).prop_map(|events| {
        let id = |number: usize| EventId::parse(&format!("e{number}")).unwrap();
        let made = events.into_iter().enumerate().map(|(number, (on, at, what, amount, corrects))| {
            let event = Event::new(GoalId::parse("g1"), day(on), at, what);
            let measured = Event {
                amount: Amount::from_thousandths(amount),
                corrects: corrects.map(id),
                ..event.clone()
            };
            (id(number), if what == What::Amount { measured } else { event })
        });
        made.collect()
    })
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        2 => Just(Schedule::Daily),
        2 => (1u8..128).prop_map(|bits| {
            let days = Weekday::ALL.into_iter().filter(|day| bits >> day.index() & 1 == 1);
            Schedule::Weekdays(Weekdays::new(days).unwrap())
        }),
        2 => (0u8..9).prop_map(Schedule::PerWeek),
        1 => (0u8..40).prop_map(Schedule::PerMonth),
        2 => (0u16..9).prop_map(Schedule::Every),
    ]
}

fn any_kind() -> impl Strategy<Value = Kind> {
    let target = || (0u64..5).prop_map(|whole| Amount::from_thousandths(whole * 1500).unwrap());
    let step = (0..LAST, target()).prop_map(|(from, target)| TaperStep { from: day(from), target });
    let unit = String::new();
    let most_unit = unit.clone();
    prop_oneof![
        3 => Just(Kind::Do),
        3 => target().prop_map(move |target| Kind::AtLeast { target, unit: unit.clone() }),
        3 => (target(), prop::collection::vec(step, 0..3))
            .prop_map(move |(target, taper)| Kind::AtMost { target, unit: most_unit.clone(), taper }),
        2 => (0u8..12).prop_map(|times| Kind::Attend { times, listing: None }),
        1 => prop::collection::vec(prop::option::of(0..LAST), 0..4).prop_map(|steps| Kind::OneOff {
            steps: steps
                .into_iter()
                .map(|on| Step { words: "a step".to_owned(), done_on: on.map(day) })
                .collect(),
            due: None,
        }),
    ]
}

fn any_goal() -> impl Strategy<Value = Goal> {
    let pause = (0..LAST, prop::option::of(0..20))
        .prop_map(|(from, days)| Pause { from: day(from), to: days.map(|days| day(from + days)) });
    let standing = prop_oneof![
        4 => Just(Standing::Active),
        1 => (0..LAST).prop_map(|on| Standing::Stopped { on: day(on) }),
        1 => (0..LAST).prop_map(|on| Standing::Archived { on: day(on) }),
    ];
    let lapse = prop_oneof![Just(LapseMeans::NewRun), Just(LapseMeans::NoteOnly)];
    let pauses = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(pause, 0..3)];
    (any_kind(), any_schedule(), pauses, standing, lapse, 0..20).prop_map(
        |(kind, schedule, pauses, standing, lapse, first)| Goal {
            schedule,
            pauses,
            standing,
            lapse,
            ..Goal::new(kind, "A goal", day(first)).unwrap()
        },
    )
}

fn log(history: &History) -> Log {
    Log::of(history.iter().map(|(id, event)| (id, event)))
}

/// The numbers by looking at every event of every day, over and over.
mod slow {
    use super::*;

    #[derive(Clone, Copy, PartialEq, Debug)]
    enum State {
        Good,
        Bad,
        Skip,
        Unknown,
    }

    #[derive(PartialEq, Debug)]
    pub(super) struct Numbers {
        pub(super) current: u32,
        pub(super) best: u32,
        pub(super) free: (u32, u32, u32),
        pub(super) share: (u32, u32, u32),
        pub(super) strength: f64,
    }

    pub(super) struct World<'a> {
        pub(super) goal: &'a Goal,
        pub(super) history: &'a History,
        pub(super) today: Date,
    }

    impl World<'_> {
        fn days(&self) -> Vec<Date> {
            let count = self.today.days_since(self.goal.first_day);
            (0..=count).map(|number| self.goal.first_day.plus_days(number)).collect()
        }

        fn is_amount(&self) -> bool {
            matches!(self.goal.kind, Kind::AtLeast { .. } | Kind::AtMost { .. })
        }

        fn is_below(&self) -> bool {
            matches!(self.goal.kind, Kind::AtMost { .. })
        }

        /// How many times in how many days; the days of a unit are 0 for a month of the calendar.
        fn plan(&self) -> (u32, u32) {
            let clamp = |number: u8, most: u8| u32::from(number.clamp(1, most));
            let (times, days) = match (&self.goal.kind, self.goal.schedule) {
                (Kind::Attend { times, .. }, _) => return (u32::from(*times).max(1), 7),
                (Kind::OneOff { .. }, _) | (_, Schedule::Daily | Schedule::Weekdays(_)) => (1, 1),
                (_, Schedule::PerWeek(times)) => (clamp(times, 7), 7),
                (_, Schedule::PerMonth(times)) => (clamp(times, 31), 30),
                (_, Schedule::Every(days)) => (1, u32::from(days.max(1))),
            };
            let times = if self.is_amount() { 1 } else { times };
            if times >= days { (1, 1) } else { (times, days) }
        }

        fn unit(&self, on: Date) -> Vec<Date> {
            let days = self.plan().1 as i32;
            let is_month = matches!(self.goal.schedule, Schedule::PerMonth(_)) && days == 30;
            let starts = |date: Date| match (&self.goal.kind, days) {
                (_, 1) => true,
                (Kind::Attend { .. }, _) => date.weekday().index() == 1,
                _ if is_month => date.ymd().2 == 1,
                _ if matches!(self.goal.schedule, Schedule::PerWeek(_)) => date.weekday().index() == 1,
                _ => date.days_since(self.goal.first_day).rem_euclid(days) == 0,
            };
            let mut first = on;
            while !starts(first) {
                first = first.plus_days(-1);
            }
            let mut unit = vec![first];
            let mut next = first.plus_days(1);
            while !starts(next) {
                unit.push(next);
                next = next.plus_days(1);
            }
            unit
        }

        fn rests(&self, on: Date) -> bool {
            let paused = self
                .goal
                .pauses
                .iter()
                .any(|pause| on >= pause.from && (pause.to.is_none() || on <= pause.to.unwrap()));
            let ended = match self.goal.standing {
                Standing::Active => false,
                Standing::Stopped { on: from } | Standing::Archived { on: from } => on >= from,
            };
            let unplanned = match self.goal.schedule {
                Schedule::Weekdays(days) if matches!(self.goal.kind, Kind::Do) || self.is_amount() => {
                    !days.days().any(|day| day == on.weekday())
                }
                _ => false,
            };
            paused || ended || unplanned
        }

        fn said(&self, on: Date) -> State {
            let kinds = [What::Done, What::NotDone, What::Skipped, What::Cleared];
            let events =
                self.history.iter().filter(|(_, event)| event.day == on && kinds.contains(&event.what));
            match events.max_by_key(|(id, event)| (event.at, id)).map(|(_, event)| event.what) {
                Some(What::Done) => State::Good,
                Some(What::NotDone) => State::Bad,
                Some(What::Skipped) => State::Skip,
                _ => State::Unknown,
            }
        }

        fn sum(&self, on: Date) -> Option<u64> {
            let corrected = |id: &EventId| {
                self.history.iter().any(|(other, event)| {
                    other != id && event.what == What::Amount && event.corrects.as_ref() == Some(id)
                })
            };
            let amounts: Vec<u64> = self
                .history
                .iter()
                .filter(|(id, event)| event.day == on && event.what == What::Amount && !corrected(id))
                .filter_map(|(_, event)| Some(event.amount?.thousandths()))
                .collect();
            (!amounts.is_empty()).then(|| amounts.iter().sum())
        }

        fn target(&self, on: Date) -> u64 {
            match &self.goal.kind {
                Kind::AtLeast { target, .. } => target.thousandths(),
                Kind::AtMost { target, taper, .. } => {
                    let mut holds = (None, *target);
                    for step in taper {
                        if step.from <= on && holds.0.is_none_or(|from| from <= step.from) {
                            holds = (Some(step.from), step.target);
                        }
                    }
                    holds.1.thousandths()
                }
                _ => u64::from(self.plan().0) * 1000,
            }
        }

        fn state(&self, on: Date) -> State {
            if self.rests(on) {
                return State::Skip;
            }
            let said = self.said(on);
            let lapse = self.history.iter().any(|(_, event)| event.day == on && event.what == What::Lapse);
            let or_lapse = match said {
                State::Unknown if lapse && self.goal.lapse == LapseMeans::NewRun => State::Bad,
                said => said,
            };
            let Some(sum) = self.sum(on).filter(|_| said != State::Skip) else { return or_lapse };
            let daily = self.plan() == (1, 1);
            let good = match &self.goal.kind {
                Kind::Do | Kind::OneOff { .. } | Kind::TimeSince => return or_lapse,
                Kind::AtLeast { .. } if daily => sum >= self.target(on),
                Kind::AtLeast { .. } => sum > 0 || self.target(on) == 0,
                Kind::AtMost { .. } => {
                    let up_to =
                        self.unit(on).into_iter().filter(|day| *day <= on && *day >= self.goal.first_day);
                    up_to.map(|day| self.worth(day)).sum::<u64>() <= self.target(on)
                }
                Kind::Attend { .. } => sum > 0,
            };
            if good { State::Good } else { State::Bad }
        }

        /// How often, or how much, of a day that counts.
        fn worth(&self, on: Date) -> u64 {
            if self.rests(on) || self.said(on) == State::Skip {
                return 0;
            }
            match (&self.goal.kind, self.sum(on)) {
                (Kind::AtLeast { .. } | Kind::AtMost { .. }, sum) => sum.unwrap_or(0),
                (Kind::Attend { .. }, Some(sum)) => sum,
                _ => u64::from(self.state(on) == State::Good) * 1000,
            }
        }

        /// Nothing final can be said of the day under way.
        fn waits(&self, on: Date) -> bool {
            let partial = matches!(self.goal.kind, Kind::AtLeast { .. })
                && self.plan() == (1, 1)
                && self.sum(on).is_some()
                && self.state(on) == State::Bad;
            on == self.today && (self.state(on) == State::Unknown || partial)
        }

        fn x(&self, on: Date) -> Option<f64> {
            let (times, days) = self.plan();
            let state = self.state(on);
            if state == State::Skip || self.waits(on) || matches!(self.goal.kind, Kind::OneOff { .. }) {
                return None;
            }
            if self.is_below() && state == State::Unknown {
                return None;
            }
            let back = |window: u32| {
                let all = self.days().into_iter();
                all.filter(|day| *day <= on && on.days_since(*day) < window as i32)
                    .map(|day| self.worth(day))
                    .sum::<u64>() as f64
                    / 1000.0
            };
            if !self.is_amount() {
                // Meetings are counted whole, as the field's other trackers count days.
                return Some(match (times, days) {
                    (1, 1) => back(1).floor().min(1.0),
                    _ if times >= days => (back(days).floor() / f64::from(times)).min(1.0),
                    _ => (back(2 * days).floor() / f64::from(2 * times)).min(1.0),
                });
            }
            if days == 1 && self.sum(on).is_none() {
                return Some(if state == State::Good { 1.0 } else { 0.0 });
            }
            let (sum, target) = (back(days), self.target(on) as f64 / 1000.0);
            Some(match (self.is_below(), target > 0.0) {
                (true, true) => (1.0 - (sum - target) / target).clamp(0.0, 1.0),
                (true, false) => f64::from(u8::from(sum == 0.0)),
                (false, true) => (sum / target).min(1.0),
                (false, false) => 1.0,
            })
        }

        fn strength(&self) -> f64 {
            let (times, days) = self.plan();
            let f = (f64::from(times) / f64::from(days)).min(1.0);
            let m = 0.5f64.powf(f.sqrt() / 13.0);
            self.days().into_iter().filter_map(|on| self.x(on)).fold(0.0, |s, x| s * m + x * (1.0 - m))
        }

        /// For each unit: whether it counts (`Some(true)`), ends (`Some(false)`) or neither; and its share.
        fn units(&self) -> Vec<(Option<bool>, (u32, u32, u32))> {
            let mut units: Vec<Vec<Date>> = self.days().into_iter().map(|on| self.unit(on)).collect();
            units.dedup();
            units.iter().map(|unit| self.of_unit(unit)).collect()
        }

        fn of_unit(&self, unit: &[Date]) -> (Option<bool>, (u32, u32, u32)) {
            let all = unit.len() as u64;
            let runs = *unit.last().unwrap() >= self.today;
            let lived: Vec<Date> =
                unit.iter().copied().filter(|on| *on >= self.goal.first_day && *on <= self.today).collect();
            let count = |wanted| lived.iter().filter(|on| self.state(**on) == wanted).count() as u64;
            let before = unit.iter().filter(|on| **on < self.goal.first_day).count() as u64;
            let rests = before + count(State::Skip);
            if rests >= all {
                return (None, (0, 0, 0));
            }
            let unknown = count(State::Unknown) as u32;
            let amount: u64 = lived.iter().map(|on| self.worth(*on)).sum();
            let target = self.target(unit[0].max(self.goal.first_day));
            let reached =
                if self.is_below() { amount <= target } else { amount * all >= target * (all - rests) };
            let nothing_known = self.is_below() && count(State::Good) + count(State::Bad) == 0;
            let counts = match (reached, runs) {
                _ if nothing_known => None,
                (true, true) if self.is_below() => None,
                (true, _) => Some(true),
                (false, true) => None,
                (false, false) => Some(false),
            };
            if self.is_amount() {
                let kept = counts == Some(true);
                let may = kept || (unknown > 0 && !(counts == Some(false) && self.is_below()));
                let share = if runs && !kept { (0, 0, 0) } else { (u32::from(kept), u32::from(may), 1) };
                return (counts, share);
            }
            let times = ((target * (all - rests)) as f64 / (all * 1000) as f64).ceil().max(1.0) as u32;
            let done = ((amount / 1000) as u32).min(times);
            let share = if runs { (done, done, done) } else { (done, (done + unknown).min(times), times) };
            (counts, share)
        }

        pub(super) fn numbers(&self) -> Numbers {
            let days = self.days();
            let known: Vec<Date> = days.iter().copied().filter(|on| !self.waits(*on)).collect();
            let count = |wanted| known.iter().filter(|on| self.state(**on) == wanted).count() as u32;
            let (good, bad, unknown) = (count(State::Good), count(State::Bad), count(State::Unknown));
            let free = (good, good + unknown, good + unknown + bad);
            if let Kind::OneOff { steps, .. } = &self.goal.kind {
                let done =
                    steps.iter().filter(|step| step.done_on.is_some_and(|on| on <= self.today)).count();
                let share = (done as u32, done as u32, steps.len() as u32);
                return Numbers { current: 0, best: 0, free, share, strength: 0.0 };
            }
            let (marks, share): (Vec<Option<bool>>, _) = if self.plan() == (1, 1) {
                let mark = |on: &Date| match self.state(*on) {
                    State::Good => Some(true),
                    State::Skip => None,
                    State::Unknown if self.is_below() => None,
                    State::Bad | State::Unknown => Some(false),
                };
                (known.iter().map(mark).collect(), free)
            } else {
                let units = self.units();
                let share = units
                    .iter()
                    .fold((0, 0, 0), |sum, (_, share)| (sum.0 + share.0, sum.1 + share.1, sum.2 + share.2));
                (units.into_iter().map(|(mark, _)| mark).collect(), share)
            };
            let run_until = |end: usize| {
                let back = marks[..end].iter().rev().take_while(|mark| **mark != Some(false));
                back.filter(|mark| **mark == Some(true)).count() as u32
            };
            let best = (0..=marks.len()).map(run_until).max().unwrap_or(0);
            Numbers { current: run_until(marks.len()), best, free, share, strength: self.strength() }
        }
    }
}

fn as_slow(numbers: &Progress) -> slow::Numbers {
    slow::Numbers {
        current: numbers.run_days(),
        best: numbers.best_days(),
        free: (numbers.free.least, numbers.free.most, numbers.planned),
        share: (numbers.share.least, numbers.share.most, numbers.share.of),
        strength: numbers.strength,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_numbers_of_every_kind_are_those_of_the_slow_reference(
        goal in any_goal(), history in any_history(), today in 0..LAST
    ) {
        let mut fast = as_slow(&log(&history).progress(&goal, day(today)));
        let slow = slow::World { goal: &goal, history: &history, today: day(today) }.numbers();
        prop_assert!((fast.strength - slow.strength).abs() < 1e-9, "{} {}", fast.strength, slow.strength);
        fast.strength = slow.strength;
        prop_assert_eq!(fast, slow);
    }

    #[test]
    fn numbers_are_finite_and_within_their_bounds_for_every_kind(
        goal in any_goal(), history in any_history(), today in -5..LAST
    ) {
        let numbers = log(&history).progress(&goal, day(today));
        prop_assert!((0.0..=1.0).contains(&numbers.strength));
        prop_assert!(numbers.free.least <= numbers.free.most && numbers.free.most <= numbers.planned);
        prop_assert!(numbers.share.least <= numbers.share.most && numbers.share.most <= numbers.share.of);
        prop_assert!(numbers.run_days() <= numbers.best_days());
        prop_assert!(numbers.runs.windows(2).all(|pair| pair[0].last < pair[1].start));
        prop_assert!(numbers.upcoming.day.is_none_or(|next| next >= day(today)));
        prop_assert!(numbers.upcoming.step.is_none_or(|next| next.from > day(today)));
    }

    #[test]
    fn order_and_duplicates_change_nothing_for_amounts_either(
        history in any_history(), turn in any::<prop::sample::Index>()
    ) {
        let mut other = history.clone();
        other.reverse();
        if !other.is_empty() {
            let turn = turn.index(other.len());
            other.rotate_left(turn);
            other.extend_from_slice(&history[..turn]);
        }
        prop_assert_eq!(log(&history), log(&other));
    }

    #[test]
    fn the_line_of_strength_is_what_each_day_said_then(goal in any_goal(), history in any_history(), today in 0..LAST) {
        let log = log(&history);
        for (on, strength) in log.strength_line(&goal, day(today), 12) {
            // What was noted on later days was not known then.
            prop_assert_eq!(strength, log.progress(&goal, on).strength_shown(), "{}", on);
        }
    }

    #[test]
    fn a_calendar_agrees_with_the_numbers(goal in any_goal(), history in any_history(), today in 0..LAST) {
        use alongside_core::tracker::DayState;
        let log = log(&history);
        let days = log.days(&goal, goal.first_day, day(today), day(today));
        let numbers = log.progress(&goal, day(today));
        let done = days.iter().filter(|day| !day.rests && day.state == DayState::Done).count();
        prop_assert_eq!(done as u32, numbers.free.least);
    }
}
