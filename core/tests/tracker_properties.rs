//! The numbers of a goal on random histories: against a slow and obvious reference, and as laws.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use alongside_core::records::{EventId, GoalId, Reading, Record};
use alongside_core::time::Date;
use alongside_core::tracker::{Amount, Event, Goal, Kind, LapseMeans, Log, Logs, Progress, What};
use proptest::prelude::*;

type History = Vec<(EventId, Event)>;

fn day(number: i32) -> Date {
    Date::parse("2026-01-01").unwrap().plus_days(number)
}

fn any_what() -> impl Strategy<Value = What> {
    prop_oneof![
        6 => Just(What::Done),
        2 => Just(What::NotDone),
        2 => Just(What::Skipped),
        1 => Just(What::Cleared),
        2 => Just(What::Lapse),
        2 => Just(What::RunStart),
        1 => Just(What::Note),
    ]
}

/// Many events on few days, with instants that often tie; some before the first day, some after today.
fn any_history() -> impl Strategy<Value = History> {
    prop::collection::vec((-3i32..45, 0i64..4, any_what(), any::<bool>()), 0..90).prop_map(|events| {
        let goal = GoalId::parse("g1").unwrap();
        events
            .into_iter()
            .enumerate()
            .map(|(number, (on, at, what, noted))| {
                let note = noted.then(|| "words".to_owned());
                let id = EventId::parse(&format!("e{number}")).unwrap();
                (id, Event { note, ..Event::new(Some(goal.clone()), day(on), at, what) })
            })
            .collect()
    })
}

fn any_goal() -> impl Strategy<Value = Goal> {
    let kind = prop_oneof![Just(Kind::Do), Just(Kind::TimeSince)];
    let lapse =
        prop_oneof![Just(LapseMeans::NewRun), Just(LapseMeans::KeepCounting), Just(LapseMeans::NoteOnly)];
    (kind, lapse).prop_map(|(kind, lapse)| Goal { lapse, ..Goal::new(kind, "A goal", day(0)).unwrap() })
}

fn log(history: &History) -> Log {
    Log::of(history.iter().map(|(id, event)| (id, event)))
}

/// The numbers by looking at every event of every day, over and over.
mod slow {
    use super::*;

    #[derive(PartialEq, Debug)]
    pub(super) struct Numbers {
        pub(super) current: Option<u32>,
        pub(super) best: u32,
        pub(super) least: u32,
        pub(super) most: u32,
        pub(super) planned: u32,
        pub(super) strength: f64,
    }

    #[derive(Clone, Copy, PartialEq)]
    enum State {
        Good,
        Bad,
        Skip,
        Unknown,
    }

    /// The latest event of a day among those asked for.
    fn latest(history: &History, on: Date, wanted: &[What]) -> Option<What> {
        let of_day = history.iter().filter(|(_, event)| event.day == on && wanted.contains(&event.what));
        of_day.max_by_key(|(id, event)| (event.at, id)).map(|(_, event)| event.what)
    }

    fn state(goal: &Goal, history: &History, on: Date) -> State {
        let said = latest(history, on, &[What::Done, What::NotDone, What::Skipped, What::Cleared]);
        let said = match said {
            Some(What::Done) => State::Good,
            Some(What::NotDone) => State::Bad,
            Some(What::Skipped) => State::Skip,
            _ => State::Unknown,
        };
        let lapse = latest(history, on, &[What::Lapse]).is_some();
        match (&goal.kind, goal.lapse) {
            (Kind::Do, LapseMeans::NewRun) if lapse && said == State::Unknown => State::Bad,
            (Kind::TimeSince, LapseMeans::NewRun | LapseMeans::KeepCounting) if lapse => State::Bad,
            _ => said,
        }
    }

    fn all_days(today: i32) -> impl DoubleEndedIterator<Item = Date> + Clone {
        (0..=today).map(day)
    }

    /// The sum of each share, worn down by every day after it.
    fn strength(shares: &[f64]) -> f64 {
        let m = 0.5f64.powf(1.0 / 13.0);
        shares.iter().rev().zip(0..).map(|(share, age)| share * (1.0 - m) * m.powi(age)).sum()
    }

    pub(super) fn numbers(goal: &Goal, history: &History, today: i32) -> Numbers {
        match goal.kind {
            Kind::TimeSince => since(goal, history, today),
            _ => to_do(goal, history, today),
        }
    }

    fn to_do(goal: &Goal, history: &History, today: i32) -> Numbers {
        let state = |on| state(goal, history, on);
        // Looks back from a day until something ends the run.
        let run_until = |last: i32| {
            let back = all_days(last).rev().map(state);
            back.take_while(|state| matches!(state, State::Good | State::Skip))
                .filter(|state| *state == State::Good)
                .count() as u32
        };
        let known_today = state(day(today)) != State::Unknown;
        let last = if known_today { today } else { today - 1 };
        let count = |wanted| all_days(last).filter(|on| state(*on) == wanted).count() as u32;
        let shares: Vec<f64> = all_days(last)
            .map(state)
            .filter(|state| *state != State::Skip)
            .map(|state| f64::from(u8::from(state == State::Good)))
            .collect();
        Numbers {
            current: Some(run_until(last)).filter(|days| *days > 0),
            best: (0..=last).map(run_until).max().unwrap_or(0),
            least: count(State::Good),
            most: count(State::Good) + count(State::Unknown),
            planned: count(State::Good) + count(State::Unknown) + count(State::Bad),
            strength: strength(&shares),
        }
    }

    fn since(goal: &Goal, history: &History, today: i32) -> Numbers {
        // For each day the number of the run that covers it.
        let (mut run, mut runs) = (Some(0), 1);
        let mut covered = Vec::new();
        for on in all_days(today) {
            if goal.lapse == LapseMeans::NewRun {
                let lapse = latest(history, on, &[What::Lapse]).is_some();
                let start = latest(history, on, &[What::Lapse, What::RunStart]) == Some(What::RunStart);
                if lapse {
                    run = None;
                }
                if start && run.is_none() {
                    run = Some(runs);
                    runs += 1;
                }
            }
            covered.push(run);
        }
        let over = &covered[..today as usize];
        let length = |run| over.iter().filter(|of| **of == Some(run)).count() as u32;
        let (mut least, mut most, mut planned, mut shares) = (0, 0, 0, Vec::new());
        for (on, run) in all_days(today).zip(&covered) {
            let (state, over) = (state(goal, history, on), on < day(today));
            match (state, run) {
                (State::Good, _) => shares.push(1.0),
                (State::Bad, _) => shares.push(0.0),
                (State::Unknown, Some(_)) if over => shares.push(1.0),
                _ => {}
            }
            if over {
                let free = run.is_some() || state == State::Good;
                let maybe = free || state == State::Unknown;
                least += u32::from(free);
                most += u32::from(maybe);
                planned += u32::from(maybe || state == State::Bad);
            }
        }
        Numbers {
            current: run.map(length),
            best: (0..runs).map(length).max().unwrap_or(0),
            least,
            most,
            planned,
            strength: strength(&shares),
        }
    }
}

fn as_slow(numbers: &Progress) -> slow::Numbers {
    slow::Numbers {
        current: numbers.current.map(|run| run.days),
        best: numbers.best_days(),
        least: numbers.free.least,
        most: numbers.free.most,
        planned: numbers.planned,
        strength: numbers.strength,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_numbers_are_those_of_the_slow_reference(
        goal in any_goal(), history in any_history(), today in 0i32..45
    ) {
        let mut fast = as_slow(&log(&history).progress(&goal, day(today)));
        let slow = slow::numbers(&goal, &history, today);
        prop_assert!((fast.strength - slow.strength).abs() < 1e-9, "{} {}", fast.strength, slow.strength);
        fast.strength = slow.strength;
        prop_assert_eq!(fast, slow);
    }

    #[test]
    fn order_and_duplicates_of_events_change_nothing(
        history in any_history(), shuffled in any_history().prop_shuffle(), seed in any::<prop::sample::Index>()
    ) {
        let mut other = history.clone();
        other.reverse();
        if !other.is_empty() {
            let turn = seed.index(other.len());
            other.rotate_left(turn);
            other.extend_from_slice(&history[..turn]);
        }
        prop_assert_eq!(log(&history), log(&other));
        // One id with two contents, as a torn copy might have it, still gives one answer.
        let (mut one, mut two) = (history.clone(), shuffled.clone());
        one.extend(shuffled);
        two.extend(history);
        prop_assert_eq!(log(&one), log(&two));
    }

    #[test]
    fn numbers_stay_within_their_bounds(
        goal in any_goal(), history in any_history(), first in -20i32..60, today in -20i32..60
    ) {
        let goal = Goal { first_day: day(first), ..goal };
        let numbers = log(&history).progress(&goal, day(today));
        prop_assert!((0.0..=1.0).contains(&numbers.strength));
        prop_assert!(numbers.free.least <= numbers.free.most && numbers.free.most <= numbers.planned);
        prop_assert!(numbers.run_days() <= numbers.best_days());
        prop_assert!(numbers.runs.windows(2).all(|pair| pair[0].last < pair[1].start));
        prop_assert!(numbers.runs.iter().map(|run| run.days).sum::<u32>() <= numbers.free.least);
        prop_assert!(numbers.next.is_none_or(|next| next.on > day(today)));
    }

    #[test]
    fn a_lapse_of_today_never_lowers_the_free_days(
        goal in any_goal(), history in any_history(), today in 0i32..45
    ) {
        let before = log(&history).progress(&goal, day(today)).free;
        let mut history = history;
        let goal_id = GoalId::parse("g1").unwrap();
        let lapse = Event::new(Some(goal_id), day(today), 99, What::Lapse);
        history.push((EventId::parse("last").unwrap(), lapse));
        let after = log(&history).progress(&goal, day(today)).free;
        prop_assert!(after.least >= before.least && after.most >= before.most);
    }

    #[test]
    fn a_calendar_shows_each_day_once_and_its_runs_as_the_numbers_have_them(
        goal in any_goal(), history in any_history(), today in 0i32..45, first in -5i32..45
    ) {
        let log = log(&history);
        let days = log.days(&goal, day(first), day(first + 34), day(today));
        let runs = log.progress(&goal, day(today)).runs;
        prop_assert_eq!(days.len(), 35);
        for (number, shown) in days.iter().enumerate() {
            prop_assert_eq!(shown.date, day(first + number as i32));
            prop_assert_eq!(shown.in_run, runs.iter().any(|run| run.covers(shown.date)));
        }
    }

    #[test]
    fn a_goal_and_its_events_are_read_back_as_they_were_written(goal in any_goal(), history in any_history()) {
        let goal = Record::new(goal);
        prop_assert_eq!(Record::read(&goal.write().unwrap()), Reading::Record(goal));
        for (_, event) in history {
            let event = Record::new(event);
            prop_assert_eq!(Record::read(&event.write().unwrap()), Reading::Record(event));
        }
    }
}

proptest! {
    /// One change in one of three goals: what is read again is what is read anew, and the two others keep their logs.
    #[test]
    fn what_is_read_again_after_a_change_is_what_is_read_anew(
        histories in prop::collection::vec(any_history(), 3),
        changed in 0..3_usize,
        at in any::<prop::sample::Index>(),
        change in 0..7_u8,
    ) {
        let ids = ["ga", "gb", "gc"].map(|id| GoalId::parse(id).unwrap());
        let mut all: History = Vec::new();
        for (number, (goal, history)) in ids.iter().zip(histories).enumerate() {
            all.extend(history.into_iter().map(|(id, mut event)| {
                let id = EventId::parse(&format!("{}{id}", ["x", "y", "z"][number])).unwrap();
                if event.note.is_some() {
                    (event.what, event.amount) = (What::Amount, Amount::from_thousandths(1_000));
                }
                (id, Event { goal: Some(goal.clone()), ..event })
            }));
        }
        let read = |all: &History| Logs::of(all.iter().map(|(id, event)| (id, event)));
        let before = read(&all);
        let own: Vec<usize> =
            (0..all.len()).filter(|place| all[*place].1.goal.as_ref() == Some(&ids[changed])).collect();
        if own.is_empty() {
            return Ok(());
        }
        let place = own[at.index(own.len())];
        let is_amount = |place: &&usize| all[**place].1.what == What::Amount;
        let other = own.iter().rev().find(is_amount).map(|place| all[*place].0.clone());
        let event = &mut all[place].1;
        match change {
            0 => event.day = event.day.plus_days(1),
            1 => event.at += 1,
            2 => event.what = if event.what == What::Done { What::NotDone } else { What::Done },
            3 => event.note = if event.note.is_some() { None } else { Some("other words".into()) },
            4 => event.amount = Amount::from_thousandths(1_500),
            5 => event.corrects = other,
            _ => drop(all.remove(place)),
        }
        let again = before.again(all.iter().rev().map(|(id, event)| (id, event)));
        prop_assert_eq!(&again, &read(&all));
        for (number, id) in ids.iter().enumerate() {
            if let (true, Some(one), Some(other)) = (number != changed, before.get(id), again.get(id)) {
                prop_assert!(std::sync::Arc::ptr_eq(one, other));
            }
        }
    }
}
