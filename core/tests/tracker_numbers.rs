//! The numbers of a goal, as sentences.
#![expect(clippy::unwrap_used, reason = "what a test builds is known to be right; if not, it should panic")]

use alongside_core::records::{EventId, GoalId};
use alongside_core::time::Date;
use alongside_core::tracker::{
    DayState, Event, FreeDays, Goal, Kind, LapseMeans, Log, Logs, Place, Progress, Span, What,
};

const START: &str = "2026-01-01";

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The day so many days after the first of January 2026.
fn day(number: i32) -> Date {
    date(START).plus_days(number)
}

fn goal(kind: Kind) -> Goal {
    Goal::new(kind, "A goal", date(START)).unwrap()
}

/// Events by their day, recorded one after another.
fn history(events: &[(i32, What)]) -> Vec<(EventId, Event)> {
    let goal = GoalId::parse("g1").unwrap();
    events
        .iter()
        .zip(1..)
        .map(|((number, what), at)| {
            let id = EventId::parse(&format!("e{at}")).unwrap();
            (id, Event::new(Some(goal.clone()), day(*number), at, *what))
        })
        .collect()
}

fn log(events: &[(i32, What)]) -> Log {
    Log::of(history(events).iter().map(|(id, event)| (id, event)))
}

fn progress(goal: &Goal, events: &[(i32, What)], today: i32) -> Progress {
    log(events).progress(goal, day(today))
}

fn each(days: std::ops::Range<i32>, what: What) -> Vec<(i32, What)> {
    days.map(|day| (day, what)).collect()
}

fn exactly(days: u32) -> FreeDays {
    FreeDays { least: days, most: days }
}

#[test]
fn a_day_that_was_taken_back_is_no_noted_day() {
    let events = [(0, What::Done), (1, What::Done), (1, What::Cleared), (2, What::Lapse), (2, What::NotDone)];
    assert_eq!(log(&events).noted_days(), 2);
    assert_eq!(log(&[]).noted_days(), 0);
}

// Goals to do.

#[test]
fn daily_good_days_and_then_one_lapse_give_the_reference_strengths() {
    let goal = goal(Kind::Do);
    let strength = |events: &[(i32, What)], today| progress(&goal, events, today).strength;
    let mut events = each(0..90, What::Done);
    assert!((strength(&events[..30], 30) - 0.80).abs() < 0.005);
    assert!((strength(&events, 90) - 0.992).abs() < 0.0005);
    events.push((90, What::Lapse));
    assert!((strength(&events, 90) - 0.940).abs() < 0.0005);
    assert_eq!(progress(&goal, &events, 90).strength_shown(), 94);
}

#[test]
fn a_skipped_day_neither_counts_nor_ends_the_run_nor_moves_the_strength() {
    let goal = goal(Kind::Do);
    let plain = progress(&goal, &each(0..3, What::Done), 2);
    let mut events = each(0..2, What::Done);
    events.extend([(2, What::Skipped), (3, What::Skipped), (4, What::Done)]);
    let skipped = progress(&goal, &events, 4);
    assert_eq!(skipped.run_days(), 3);
    assert_eq!((skipped.strength, skipped.free, skipped.planned), (plain.strength, exactly(3), 3));
}

#[test]
fn an_unknown_day_ends_the_run_but_may_have_counted() {
    let mut events = each(0..5, What::Done);
    events.push((6, What::Done));
    let numbers = progress(&goal(Kind::Do), &events, 6);
    assert_eq!((numbers.run_days(), numbers.best_days()), (1, 5));
    assert_eq!((numbers.free, numbers.planned), (FreeDays { least: 6, most: 7 }, 7));
    assert_eq!(numbers.free.exact(), None);
}

#[test]
fn today_unknown_ends_no_run_and_leaves_the_strength_until_it_is_over() {
    let (goal, events) = (goal(Kind::Do), each(0..5, What::Done));
    let (evening, morning, next) =
        (progress(&goal, &events, 4), progress(&goal, &events, 5), progress(&goal, &events, 6));
    assert_eq!((morning.run_days(), morning.strength, morning.free), (5, evening.strength, evening.free));
    assert_eq!(next.current, None);
    assert!(next.strength < evening.strength);
}

#[test]
fn today_not_done_ends_the_run_today() {
    let mut events = each(0..5, What::Done);
    events.push((5, What::NotDone));
    let numbers = progress(&goal(Kind::Do), &events, 5);
    assert_eq!((numbers.run_days(), numbers.best_days(), numbers.free), (0, 5, exactly(5)));
}

#[test]
fn a_goal_to_do_has_no_milestones() {
    let numbers = progress(&goal(Kind::Do), &each(0..40, What::Done), 40);
    assert_eq!((numbers.reached, numbers.next), (None, None));
}

// Time since.

#[test]
fn a_quiet_ten_days_sober_person_sees_ten() {
    let numbers = progress(&goal(Kind::TimeSince), &[], 10);
    assert_eq!((numbers.run_days(), numbers.free, numbers.planned), (10, exactly(10), 10));
    assert_eq!(numbers.current, numbers.best);
}

#[test]
fn thirty_quiet_days_strengthen_like_thirty_days_done() {
    let done = progress(&goal(Kind::Do), &each(0..30, What::Done), 30);
    let quiet = progress(&goal(Kind::TimeSince), &[], 30);
    assert!((done.strength - quiet.strength).abs() < 1e-12);
}

#[test]
fn a_lapse_ends_the_run_but_keeps_the_free_days() {
    let goal = goal(Kind::TimeSince);
    let (before, after) = (progress(&goal, &[], 90), progress(&goal, &[(90, What::Lapse)], 90));
    assert_eq!((after.current, after.best_days()), (None, 90));
    assert_eq!(after.free, before.free);
    assert!((after.strength - 0.940).abs() < 0.0005);
    assert_eq!(after.next, None);
}

#[test]
fn the_next_run_starts_when_the_person_says() {
    let events = [(90, What::Lapse), (93, What::RunStart)];
    let numbers = progress(&goal(Kind::TimeSince), &events, 100);
    assert_eq!((numbers.run_days(), numbers.best_days(), numbers.runs.len()), (7, 90, 2));
    // Two days between lapse and start are unknown; the day of the lapse is not.
    assert_eq!((numbers.free, numbers.planned), (FreeDays { least: 97, most: 99 }, 100));
}

#[test]
fn a_run_may_start_on_the_day_of_the_lapse() {
    let numbers = progress(&goal(Kind::TimeSince), &[(90, What::Lapse), (90, What::RunStart)], 100);
    assert_eq!((numbers.run_days(), numbers.best_days(), numbers.free), (10, 90, exactly(100)));
}

#[test]
fn a_lapse_after_the_new_start_of_the_same_day_ends_that_run_too() {
    let events = [(90, What::Lapse), (90, What::RunStart), (90, What::Lapse)];
    let numbers = progress(&goal(Kind::TimeSince), &events, 90);
    assert_eq!((numbers.current, numbers.free), (None, exactly(90)));
}

#[test]
fn a_lapse_on_the_very_first_day_leaves_no_empty_run_behind() {
    let numbers = progress(&goal(Kind::TimeSince), &[(0, What::Lapse)], 0);
    assert_eq!((numbers.current, numbers.best, numbers.runs.len()), (None, None, 0));
}

#[test]
fn a_start_inside_a_run_changes_nothing() {
    let (goal, events) = (goal(Kind::TimeSince), [(5, What::RunStart)]);
    assert_eq!(progress(&goal, &events, 10), progress(&goal, &[], 10));
}

#[test]
fn what_a_lapse_means_can_be_changed_later_and_back() {
    let mut goal = goal(Kind::TimeSince);
    let events = [(50, What::Lapse), (52, What::RunStart)];
    let quiet = progress(&goal, &[], 60);
    let runs = |goal: &Goal| progress(goal, &events, 60).run_days();
    assert_eq!(runs(&goal), 8);
    goal.lapse = LapseMeans::KeepCounting;
    assert_eq!(runs(&goal), 60);
    assert!(progress(&goal, &events, 60).strength < quiet.strength);
    goal.lapse = LapseMeans::NoteOnly;
    assert_eq!(progress(&goal, &events, 60), quiet);
    goal.lapse = LapseMeans::NewRun;
    assert_eq!(runs(&goal), 8);
}

#[test]
fn a_free_day_that_was_logged_between_runs_counts_but_starts_no_run() {
    let numbers = progress(&goal(Kind::TimeSince), &[(10, What::Lapse), (12, What::Done)], 15);
    assert_eq!((numbers.current, numbers.best_days()), (None, 10));
    assert_eq!(numbers.free, FreeDays { least: 11, most: 14 });
}

#[test]
fn unknown_days_outside_a_run_leave_the_strength() {
    let (goal, events) = (goal(Kind::TimeSince), [(10, What::Lapse)]);
    let strength = |today| progress(&goal, &events, today).strength;
    assert!((strength(10) - strength(100)).abs() < f64::EPSILON);
}

#[test]
fn milestones_are_spans_of_the_calendar() {
    let goal = goal(Kind::TimeSince);
    let around = |today: &str| {
        let numbers = Log::default().progress(&goal, date(today));
        (numbers.reached.map(|m| m.span), numbers.next.map(|m| (m.span, m.on.to_string())))
    };
    assert_eq!(around("2026-01-01"), (None, Some((Span::Days(1), "2026-01-02".into()))));
    assert_eq!(around("2026-01-02"), (Some(Span::Days(1)), Some((Span::Days(30), "2026-01-31".into()))));
    assert_eq!(around("2026-06-30"), (Some(Span::Days(90)), Some((Span::Months(6), "2026-07-01".into()))));
    assert_eq!(around("2027-01-01"), (Some(Span::Years(1)), Some((Span::Months(18), "2027-07-01".into()))));
    assert_eq!(around("2030-05-05"), (Some(Span::Years(4)), Some((Span::Years(5), "2031-01-01".into()))));
}

// Days.

#[test]
fn of_several_states_of_a_day_the_latest_instant_holds_ties_by_the_greater_id() {
    let goal = goal(Kind::Do);
    let mut events = history(&[(0, What::Done), (0, What::Skipped), (0, What::NotDone)]);
    events[0].1.at = 9;
    let state = |events: &[(EventId, Event)]| {
        let log = Log::of(events.iter().map(|(id, event)| (id, event)));
        log.days(&goal, day(0), day(0), day(0))[0].state
    };
    assert_eq!(state(&events), DayState::Done);
    for (_, event) in &mut events {
        event.at = 1;
    }
    assert_eq!(state(&events), DayState::NotDone);
}

#[test]
fn a_state_taken_back_is_unknown_again() {
    let (goal, events) = (goal(Kind::Do), [(0, What::Done), (0, What::Cleared)]);
    assert_eq!(progress(&goal, &events, 1), progress(&goal, &[], 1));
}

#[test]
fn five_weeks_tell_of_each_day_what_is_known_and_where_it_lies() {
    let mut goal = goal(Kind::TimeSince);
    goal.first_day = day(2);
    let log = log(&[(4, What::Done), (5, What::Lapse), (7, What::RunStart), (8, What::Note)]);
    let days = log.days(&goal, day(0), day(34), day(9));
    assert_eq!(days.len(), 35);
    let seen: Vec<_> = days[..11].iter().map(|day| (day.place, day.state, day.in_run)).collect();
    let (past, unknown) = (Place::Past, DayState::Unknown);
    assert_eq!(
        seen,
        [
            (Place::Before, unknown, false),
            (Place::Before, unknown, false),
            (past, unknown, true),
            (past, unknown, true),
            (past, DayState::Done, true),
            (past, DayState::NotDone, false),
            (past, unknown, false),
            (past, unknown, true),
            (past, unknown, true),
            (Place::Today, unknown, true),
            (Place::Future, unknown, false),
        ]
    );
    assert!(days[5].lapse && days[7].run_start && days[8].noted);
}

// Odd clocks and odd histories.

#[test]
fn a_goal_that_starts_later_has_no_numbers_yet() {
    for kind in [Kind::Do, Kind::TimeSince] {
        let numbers = progress(&goal(kind), &each(-400..-300, What::Done), -365);
        assert_eq!((numbers.current, numbers.free, numbers.planned), (None, exactly(0), 0));
        assert_eq!((numbers.strength_shown(), numbers.next), (0, None));
    }
}

#[test]
fn row_19_a_clock_set_back_a_year_and_forward_again_loses_nothing() {
    let (goal, events) = (goal(Kind::Do), each(0..500, What::Done));
    let before = progress(&goal, &events, 499);
    let set_back = progress(&goal, &events, 134);
    assert_eq!((set_back.run_days(), set_back.planned), (135, 135));
    assert_eq!(progress(&goal, &events, 499), before);
}

#[test]
fn row_19_days_to_come_and_days_before_the_first_change_no_number() {
    for kind in [Kind::Do, Kind::TimeSince] {
        let goal = goal(kind);
        let odd = [(-9, What::Lapse), (-1, What::Done), (11, What::NotDone), (99, What::Lapse)];
        assert_eq!(progress(&goal, &odd, 10), progress(&goal, &[], 10));
    }
}

#[test]
fn row_20_the_ends_of_the_calendar_are_ordinary_days() {
    for kind in [Kind::Do, Kind::TimeSince] {
        let mut goal = goal(kind);
        goal.first_day = date("0000-01-01");
        let numbers = log(&each(0..9, What::Done)).progress(&goal, date("9999-12-31"));
        assert!((0.0..=1.0).contains(&numbers.strength));
        goal.first_day = date("9999-12-31");
        assert_eq!(Log::default().progress(&goal, goal.first_day).free, exactly(0));
    }
}

#[test]
fn ten_years_of_twenty_daily_goals_are_told_apart() {
    let goals: Vec<GoalId> = (0..20).map(|n| GoalId::parse(&format!("g{n}")).unwrap()).collect();
    let mut events = Vec::new();
    for (number, goal) in goals.iter().enumerate() {
        for (mut id, event) in history(&each(0..3650, What::Done)) {
            id = EventId::parse(&format!("{id}g{number}")).unwrap();
            events.push((id, Event { goal: Some(goal.clone()), ..event }));
        }
    }
    let logs = Logs::of(events.iter().map(|(id, event)| (id, event)));
    assert_eq!(logs.all().count(), 20);
    for log in logs.all() {
        assert_eq!(log.progress(&goal(Kind::Do), day(3650)).run_days(), 3650);
    }
}

// The line of strength.

#[test]
fn the_line_of_strength_is_what_was_true_each_week_and_ends_with_today() {
    let goal = goal(Kind::Do);
    let mut events = each(0..21, What::Done);
    events.push((21, What::NotDone));
    let log = log(&events);
    let line = log.strength_line(&goal, day(22), 12);
    let days: Vec<Date> = line.iter().map(|(day, _)| *day).collect();
    assert_eq!(days, [day(1), day(8), day(15), day(22)], "no day before the goal began");
    for (day, shown) in &line {
        assert_eq!(*shown, log.progress(&goal, *day).strength_shown());
    }
    assert!(line.windows(2).take(2).all(|pair| pair[0].1 < pair[1].1), "it grew with each week: {line:?}");
    assert_eq!(log.strength_line(&goal, day(22), 1).len(), 2, "this week and the one before");
    assert_eq!(log.strength_line(&goal, day(-1), 12), [], "nothing before the first day");
}
