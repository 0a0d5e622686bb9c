//! The numbers of every kind of goal and schedule, as sentences.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use alongside_core::records::{EventId, GoalId};
use alongside_core::time::{Date, Weekday};
use alongside_core::tracker::{
    Amount, Cost, Currency, DayState, Event, FreeDays, Goal, Kind, Log, Pause, Progress, Schedule, Share,
    Standing, Step, TaperStep, Unit, Weekdays, What,
};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The day so many days after a Monday, the fifth of January 2026.
fn day(number: i32) -> Date {
    date("2026-01-05").plus_days(number)
}

fn goal(kind: Kind) -> Goal {
    Goal::new(kind, "A goal", day(0)).unwrap()
}

fn planned(schedule: Schedule) -> Goal {
    Goal { schedule, ..goal(Kind::Do) }
}

fn at_least(target: u32) -> Kind {
    Kind::AtLeast { target: Amount::whole(target), unit: "pages".to_owned() }
}

fn at_most(target: u32) -> Kind {
    Kind::AtMost { target: Amount::whole(target), unit: "drinks".to_owned(), taper: Vec::new() }
}

fn id(number: usize) -> EventId {
    EventId::parse(&format!("e{number}")).unwrap()
}

fn event(number: i32, what: What) -> Event {
    Event::new(GoalId::parse("g1"), day(number), 0, what)
}

fn amount(number: i32, thousandths: u64) -> Event {
    Event { amount: Amount::from_thousandths(thousandths), ..event(number, What::Amount) }
}

fn log(events: &[Event]) -> Log {
    let ids: Vec<EventId> = (0..events.len()).map(id).collect();
    Log::of(ids.iter().zip(events))
}

fn progress(goal: &Goal, events: &[Event], today: i32) -> Progress {
    log(events).progress(goal, day(today))
}

fn done(days: impl IntoIterator<Item = i32>) -> Vec<Event> {
    days.into_iter().map(|day| event(day, What::Done)).collect()
}

fn amounts(days: impl IntoIterator<Item = (i32, u64)>) -> Vec<Event> {
    days.into_iter().map(|(day, whole)| amount(day, whole * 1000)).collect()
}

fn near(strength: f64, reference: f64) -> bool {
    (strength - reference).abs() < 0.0005
}

#[test]
fn three_in_a_week_with_two_done_settles_at_two_thirds() {
    let goal = planned(Schedule::PerWeek(3));
    let events = done((0..700).filter(|day| day % 7 < 2));
    let numbers = progress(&goal, &events, 700);
    assert!(near(numbers.strength, 0.667), "{}", numbers.strength);
    assert_eq!((numbers.run_days(), numbers.best_days(), numbers.unit), (0, 0, Unit::Weeks));
    assert_eq!(numbers.share, Share { least: 200, most: 300, of: 300 });
}

#[test]
fn once_a_week_for_39_weeks_is_nearly_full() {
    let goal = planned(Schedule::PerWeek(1));
    let numbers = progress(&goal, &done((0..39).map(|week| week * 7 + 6)), 39 * 7);
    assert!(near(numbers.strength, 0.995), "{}", numbers.strength);
    assert_eq!((numbers.run_days(), numbers.share.percent()), (39, Some((100, 100))));
}

#[test]
fn seven_in_a_week_is_daily() {
    let events = done((0..40).filter(|day| day % 5 != 0));
    let numbers = progress(&planned(Schedule::PerWeek(7)), &events, 40);
    assert_eq!(numbers, progress(&planned(Schedule::Daily), &events, 40));
}

#[test]
fn the_running_week_ends_no_run_and_counts_once_it_is_reached() {
    let goal = planned(Schedule::PerWeek(2));
    let mut events = done([0, 1, 7, 8, 14]);
    assert_eq!(progress(&goal, &events, 15).run_days(), 2);
    assert_eq!(progress(&goal, &events, 20).run_days(), 2);
    assert_eq!(progress(&goal, &events, 21).run_days(), 0);
    events.push(event(15, What::Done));
    assert_eq!(progress(&goal, &events, 15).run_days(), 3);
    assert_eq!(progress(&goal, &events, 15).share, Share { least: 6, most: 6, of: 6 });
}

#[test]
fn skipped_days_lower_what_a_week_asks_in_proportion_to_one_at_least() {
    let goal = planned(Schedule::PerWeek(3));
    let week = |skips: i32, dones: i32| {
        let mut events: Vec<Event> = (0..skips).map(|day| event(day, What::Skipped)).collect();
        events.extend(done((0..dones).map(|number| 6 - number)));
        progress(&goal, &events, 7).run_days()
    };
    // 3 · 4/7 is 1.7, so two; 3 · 3/7 is 1.3, so two; 3 · 2/7 is 0.9, so one.
    assert_eq!((week(3, 1), week(3, 2)), (0, 1));
    assert_eq!((week(4, 1), week(4, 2)), (0, 1));
    assert_eq!((week(5, 0), week(5, 1)), (0, 1));
    assert_eq!((week(6, 0), week(6, 1)), (0, 1));
}

#[test]
fn a_week_that_is_skipped_as_a_whole_ends_nothing() {
    let goal = planned(Schedule::PerWeek(1));
    let mut events = done([1, 15]);
    events.extend((7..14).map(|day| event(day, What::Skipped)));
    let numbers = progress(&goal, &events, 21);
    assert_eq!((numbers.run_days(), numbers.share.of), (2, 2));
}

#[test]
fn months_are_those_of_the_calendar() {
    let goal = Goal { first_day: date("2026-01-01"), ..planned(Schedule::PerMonth(2)) };
    let events: Vec<Event> = ["2026-01-02", "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"]
        .iter()
        .map(|on| Event { day: date(on), ..event(0, What::Done) })
        .collect();
    let numbers = log(&events).progress(&goal, date("2026-03-02"));
    assert_eq!((numbers.run_days(), numbers.unit), (2, Unit::Months));
    assert_eq!(numbers.now.map(|now| (now.amount, now.target)), Some((Amount::whole(1), Amount::whole(2))));
}

#[test]
fn every_third_day_counts_periods_of_three_from_the_first_day() {
    let goal = planned(Schedule::Every(3));
    let numbers = progress(&goal, &done([0, 5, 6]), 10);
    assert_eq!((numbers.run_days(), numbers.unit), (3, Unit::Periods(3)));
    assert_eq!(progress(&goal, &done([0, 6]), 10).best_days(), 1);
}

#[test]
fn other_days_than_the_chosen_weekdays_count_as_skipped() {
    let weekdays = Weekdays::new([Weekday::ALL[1], Weekday::ALL[3]]).unwrap();
    let goal = planned(Schedule::Weekdays(weekdays));
    let events = done([0, 2, 7, 9]);
    let numbers = progress(&goal, &events, 13);
    assert_eq!((numbers.run_days(), numbers.planned), (4, 4));
    // Four good days of a daily goal.
    let daily = progress(&planned(Schedule::Daily), &done(0..4), 4);
    assert!((numbers.strength - daily.strength).abs() < 1e-12);
    assert_eq!(numbers.upcoming.day, Some(day(14)));
    // What is done on another day moves nothing.
    let more = progress(&goal, &done([0, 1, 2, 7, 9]), 13);
    assert_eq!((more.run_days(), more.strength), (numbers.run_days(), numbers.strength));
}

#[test]
fn amounts_of_a_day_add_up_but_for_the_one_that_is_corrected() {
    let goal = goal(at_least(20));
    let mut events = vec![amount(0, 12_500), amount(0, 7_500)];
    assert_eq!(progress(&goal, &events, 1).free, FreeDays { least: 1, most: 1 });
    events.push(Event { corrects: Some(id(0)), ..amount(0, 2_000) });
    assert_eq!(progress(&goal, &events, 1).free, FreeDays { least: 0, most: 0 });
    let days = log(&events).days(&goal, day(0), day(0), day(1));
    assert_eq!(days[0].amount, Amount::from_thousandths(9_500));
    // An amount that corrects the correction, and one that names itself.
    events.push(Event { corrects: Some(id(2)), ..amount(0, 12_500) });
    assert_eq!(progress(&goal, &events, 1).free, FreeDays { least: 1, most: 1 });
    let own = [Event { corrects: Some(id(0)), ..amount(0, 20_000) }];
    assert_eq!(progress(&goal, &own, 1).free, FreeDays { least: 1, most: 1 });
}

#[test]
fn an_amount_that_may_still_grow_ends_nothing_today() {
    let goal = goal(at_least(20));
    let events = amounts([(0, 20), (1, 10)]);
    let today = progress(&goal, &events, 1);
    assert_eq!((today.run_days(), today.planned), (1, 1));
    assert_eq!(today.now.map(|now| (now.amount, now.target)), Some((Amount::whole(10), Amount::whole(20))));
    assert!(today.waits(day(1)));
    assert_eq!(log(&events).days(&goal, day(1), day(1), day(1))[0].state, DayState::Unknown);
    let over = progress(&goal, &events, 2);
    assert_eq!((over.run_days(), over.planned), (0, 2));
    assert_eq!(log(&events).days(&goal, day(1), day(1), day(2))[0].state, DayState::NotDone);
}

#[test]
fn half_of_an_amount_is_half_a_day_for_the_strength() {
    let goal = goal(at_least(20));
    let half = progress(&goal, &amounts((0..600).map(|day| (day, 10))), 600);
    assert!(near(half.strength, 0.5), "{}", half.strength);
    let unknown = progress(&goal, &amounts((0..300).map(|day| (day * 2, 40))), 600);
    assert!((unknown.strength - 0.5).abs() < 0.02, "{}", unknown.strength);
}

#[test]
fn above_a_limit_the_strength_falls_by_how_far_and_unknown_days_leave_it() {
    let goal = goal(at_most(4));
    let strength = |amount: u64| {
        let events = amounts((0..400).map(|day| (day, amount)));
        progress(&goal, &events, 400).strength
    };
    for (amount, expected) in [(0, 1.0), (4, 1.0), (6, 0.5), (8, 0.0), (80, 0.0)] {
        assert!(near(strength(amount), expected), "{amount}");
    }
    let quiet = progress(&goal, &amounts([(0, 2), (1, 3)]), 300);
    assert!((quiet.strength - progress(&goal, &amounts([(0, 2), (1, 3)]), 2).strength).abs() < 1e-12);
    assert_eq!(quiet.free, FreeDays { least: 2, most: 300 });
    assert_eq!(quiet.run_days(), 2, "unknown is no success, and ends nothing");
}

#[test]
fn a_target_of_nothing_is_all_or_nothing() {
    let most = progress(&goal(at_most(0)), &amounts([(0, 0), (1, 0)]), 2);
    assert_eq!((most.run_days(), most.free.least), (2, 2));
    let above = progress(&goal(at_most(0)), &[amount(0, 0), amount(1, 1)], 2);
    assert_eq!((above.run_days(), above.best_days()), (0, 1));
    assert!(above.strength < most.strength);
    let least = progress(&goal(at_least(0)), &amounts((0..300).map(|day| (day, 0))), 300);
    assert!(near(least.strength, 1.0) && least.run_days() == 300);
}

#[test]
fn a_limit_for_a_week_is_for_the_whole_week() {
    let goal = Goal { schedule: Schedule::PerWeek(1), ..goal(at_most(7)) };
    let events = amounts([(0, 3), (5, 4), (7, 8), (15, 1)]);
    assert_eq!(progress(&goal, &events, 6).run_days(), 0, "the running week may still go above");
    assert_eq!(progress(&goal, &events, 7).run_days(), 1);
    let after = progress(&goal, &events, 14);
    assert_eq!((after.run_days(), after.best_days(), after.share.of), (0, 1, 2));
    let now = progress(&goal, &events, 15).now.unwrap();
    assert_eq!((now.amount, now.target), (Amount::whole(1), Amount::whole(7)));
    let shown = log(&events).days(&goal, day(4), day(8), day(20));
    assert_eq!(shown.first().map(|day| (day.date, day.state)), Some((day(4), DayState::Unknown)));
    assert_eq!((shown[1].state, shown[3].state), (DayState::Done, DayState::NotDone));
}

#[test]
fn a_taper_has_the_target_of_its_day() {
    let taper = vec![TaperStep { from: day(2), target: Amount::whole(4) }];
    let goal = goal(Kind::AtMost { target: Amount::whole(6), unit: String::new(), taper: taper.clone() });
    let events = amounts([(0, 6), (1, 5), (2, 5), (3, 4)]);
    let numbers = progress(&goal, &events, 4);
    assert_eq!((numbers.free.least, numbers.run_days(), numbers.best_days()), (3, 1, 2));
    assert_eq!(progress(&goal, &events, 1).upcoming.step, Some(taper[0]));
    assert_eq!(numbers.upcoming.step, None);
}

#[test]
fn a_pause_neither_counts_nor_ends_for_any_kind() {
    for kind in [Kind::Do, at_least(1), at_most(1), Kind::TimeSince] {
        let pauses = vec![Pause { from: day(10), to: Some(day(19)) }];
        let with = Goal { pauses, ..goal(kind.clone()) };
        let events = |range: std::ops::Range<i32>| match kind {
            Kind::Do => done(range),
            _ => amounts(range.map(|day| (day, 1))),
        };
        let mut history = events(0..10);
        history.extend(events(20..30));
        let paused = progress(&with, &history, 30);
        let without = progress(&goal(kind.clone()), &events(0..20), 20);
        assert_eq!(paused.run_days(), 20, "{kind:?}");
        assert_eq!((paused.free, paused.planned), (without.free, without.planned), "{kind:?}");
        assert!((paused.strength - without.strength).abs() < 1e-12, "{kind:?}");
        assert!(log(&history).days(&with, day(12), day(12), day(30))[0].rests);
    }
}

#[test]
fn what_is_stopped_for_now_stays_as_it_was_and_has_nothing_next() {
    let goal = Goal { standing: Standing::Stopped { on: day(10) }, ..goal(Kind::Do) };
    let numbers = progress(&goal, &done(0..10), 200);
    let then = progress(&goal, &done(0..10), 10);
    assert_eq!((numbers.run_days(), numbers.planned), (10, 10));
    assert!((numbers.strength - then.strength).abs() < 1e-12);
    assert_eq!(numbers.upcoming.day, None);
}

#[test]
fn milestones_wait_for_a_pause() {
    let pauses = vec![Pause { from: day(10), to: Some(day(14)) }];
    let goal = Goal { pauses, ..goal(Kind::TimeSince) };
    let numbers = progress(&goal, &[], 20);
    assert_eq!((numbers.run_days(), numbers.next.map(|next| next.on)), (15, Some(day(35))));
}

#[test]
fn meetings_count_by_the_week_also_several_on_one_day() {
    let goal = goal(Kind::Attend { times: 3, listing: None });
    let mut events = done([0, 2]);
    events.push(amount(5, 2000));
    events.extend(done([7, 8, 9]));
    let numbers = progress(&goal, &events, 14);
    assert_eq!((numbers.run_days(), numbers.unit), (2, Unit::Weeks));
    assert_eq!(numbers.share, Share { least: 6, most: 6, of: 6 });
    let zero = Goal { kind: Kind::Attend { times: 0, listing: None }, ..goal };
    assert_eq!(progress(&zero, &done([0]), 7).run_days(), 1);
}

#[test]
fn ninety_meetings_in_ninety_days_may_be_two_on_one_day() {
    let goal = goal(Kind::Attend { times: 14, listing: None });
    let events = amounts((0..280).map(|day| (day, 2)));
    assert!(near(progress(&goal, &events, 280).strength, 1.0));
}

#[test]
fn a_one_off_is_done_with_its_last_step_or_when_the_person_says_so() {
    let step = |done_on: Option<i32>| Step { words: "Call".to_owned(), done_on: done_on.map(day) };
    let with = |steps: Vec<Step>| goal(Kind::OneOff { steps, due: Some(day(9)) });
    let half = progress(&with(vec![step(Some(1)), step(None)]), &[], 5);
    let steps = half.one_off.unwrap();
    assert_eq!((steps.done, steps.all, steps.done_on), (1, 2, None));
    assert_eq!(half.upcoming.due, Some(day(9)));
    let all = progress(&with(vec![step(Some(3)), step(Some(1))]), &[], 5);
    assert_eq!(all.one_off.and_then(|steps| steps.done_on), Some(day(3)));
    assert_eq!(all.upcoming.due, None);
    let said = progress(&with(Vec::new()), &done([4]), 5);
    assert_eq!(said.one_off.and_then(|steps| steps.done_on), Some(day(4)));
    assert_eq!(progress(&with(Vec::new()), &[], 5).one_off.and_then(|steps| steps.done_on), None);
}

#[test]
fn money_and_time_are_those_of_the_days_that_are_known() {
    let cost = Cost {
        per_day: Amount::parse("12.50").unwrap(),
        currency: Currency::parse("USD"),
        minutes_per_day: 90,
    };
    let goal = Goal { cost: Some(cost), ..goal(Kind::TimeSince) };
    let spared = progress(&goal, &[], 10).spared.unwrap();
    assert_eq!((spared.money, spared.minutes), (Amount::whole(125), 900));
    let lapsed = progress(&goal, &[event(4, What::Lapse)], 10).spared.unwrap();
    assert_eq!(lapsed.money, Amount::whole(50));
    let absurd = Cost { minutes_per_day: u16::MAX, ..cost };
    let day_long = progress(&Goal { cost: Some(absurd), ..goal }, &[], 1).spared.unwrap();
    assert_eq!(day_long.minutes, 1440);
}

#[test]
fn what_is_planned_next_is_today_until_it_is_known() {
    let daily = planned(Schedule::Daily);
    assert_eq!(progress(&daily, &[], 3).upcoming.day, Some(day(3)));
    assert_eq!(progress(&daily, &done([3]), 3).upcoming.day, Some(day(4)));
    let later = Goal { first_day: day(30), ..daily.clone() };
    assert_eq!(progress(&later, &[], 3).upcoming.day, Some(day(30)));
    let paused = Goal { pauses: vec![Pause { from: day(0), to: Some(day(5)) }], ..daily.clone() };
    assert_eq!(progress(&paused, &[], 3).upcoming.day, Some(day(6)));
    let open = Goal { pauses: vec![Pause { from: day(0), to: None }], ..daily };
    assert_eq!(progress(&open, &[], 3).upcoming.day, None);
    let weekly = planned(Schedule::PerWeek(2));
    assert_eq!(progress(&weekly, &done([0]), 1).upcoming.day, Some(day(1)));
    assert_eq!(progress(&weekly, &done([0, 1]), 1).upcoming.day, Some(day(7)));
    assert_eq!(progress(&goal(Kind::TimeSince), &[], 1).upcoming.day, None);
}

#[test]
fn row_20_a_year_with_a_leap_day_and_a_day_that_a_zone_left_out_are_ordinary_days() {
    // Apia had no 30 December 2011, Kiritimati is 25 hours ahead of Pago Pago: days are those that the person names.
    for (first, last, days) in
        [("2011-12-25", "2012-01-05", 11), ("2024-02-01", "2024-03-01", 29), ("2026-03-01", "2026-03-15", 14)]
    {
        let goal = Goal { first_day: date(first), ..goal(Kind::TimeSince) };
        assert_eq!(log(&[]).progress(&goal, date(last)).run_days(), days, "{first}");
        let goal = Goal { kind: Kind::Do, ..goal };
        let events: Vec<Event> = (0..days as i32)
            .map(|number| Event { day: date(first).plus_days(number), ..event(0, What::Done) })
            .collect();
        assert_eq!(log(&events).progress(&goal, date(last)).run_days(), days, "{first}");
    }
}
