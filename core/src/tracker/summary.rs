//! A summary for a counselor or a doctor: only what the person ticked, of the days they chose.

use super::insight::Tally;
use super::{Event, Goal, Halt, Headline, KindName, Log, Logs, Unit, What};
use crate::order::sort_short;
use crate::records::{EventId, GoalId};
use crate::time::Date;

/// How many days a summary can reach back, today included.
pub const SPANS: [i32; 3] = [28, 91, 365];

/// What the person ticked. Nothing is ticked before they do.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a tick of its own; any mix of them occurs")]
pub struct Ask {
    /// Goals, with how their days went.
    pub goals: Vec<GoalId>,
    /// Mood and urges of the check-ins.
    pub check_ins: bool,
    /// What was behind it: triggers, and hunger, anger, loneliness, tiredness.
    pub behind: bool,
    /// Skills that were done.
    pub skills: bool,
    /// The person's own lines, and the notes of the goals that are ticked.
    pub notes: bool,
}

/// What goes on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// The first day it speaks of.
    pub first: Date,
    /// The last: today.
    pub last: Date,
    /// The goals that are ticked, in their order.
    pub goals: Vec<GoalDays>,
    /// Weeks with a check-in, the first first.
    pub weeks: Vec<WeekSaid>,
    /// What was behind it, and how often; what came most often first.
    pub behind: Vec<(Behind, u32)>,
    /// Skills that were done, most often first.
    pub skills: Vec<SkillDone>,
    /// Notes, the first first.
    pub notes: Vec<(Date, String)>,
}

/// What was behind an urge or a hard day.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Behind {
    /// A trigger: one of the known ids, or the person's own words.
    Trigger(String),
    /// One of the four.
    Halt(Halt),
}

/// How the days of one goal went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalDays {
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: KindName,
    /// Its days within the summary.
    pub days: Tally,
    /// Days with a lapse.
    pub lapses: u32,
    /// The run that goes on and the longest ever, in their unit; none where the person hides the goal's numbers.
    pub runs: Option<(u32, u32, Unit)>,
}

/// What was said in the check-ins of a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WeekSaid {
    /// Its Monday.
    pub monday: Date,
    /// How many check-ins.
    pub count: u32,
    /// The average mood in tenths, 0 to 100, if it was said.
    pub mood: Option<u32>,
    /// The average urge in tenths, likewise.
    pub urge: Option<u32>,
}

/// A skill and what it did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkillDone {
    /// Its id.
    pub skill: String,
    /// How often.
    pub times: u32,
    /// The average urge before and after, in tenths, of the times both were said.
    pub urge: Option<(u32, u32)>,
}

impl Summary {
    /// Makes the summary of the `span` days that end with `today`.
    pub fn of(
        ask: &Ask,
        span: i32,
        goals: &[(GoalId, Goal)],
        logs: &Logs,
        events: &[(EventId, Event)],
        today: Date,
    ) -> Summary {
        let first = today.plus_days(1 - span.max(1));
        let is_asked = |goal: &Option<GoalId>| goal.as_ref().is_none_or(|goal| ask.goals.contains(goal));
        let mut own: Vec<&(EventId, Event)> = events
            .iter()
            .filter(|(_, event)| event.day >= first && event.day <= today && is_asked(&event.goal))
            .collect();
        sort_short(&mut own, |a, b| (a.1.day, a.1.at, &a.0) < (b.1.day, b.1.at, &b.0));
        let own: Vec<&Event> = own.into_iter().map(|(_, event)| event).collect();
        let none = Log::default();
        let ticked = goals.iter().filter(|(id, _)| ask.goals.contains(id));
        let days = ticked.map(|(id, goal)| {
            let log = logs.get(id).map_or(&none, |log| log);
            days_of(goal, log, (first, today))
        });
        Summary {
            first,
            last: today,
            goals: days.collect(),
            weeks: if ask.check_ins { weeks(&own) } else { Vec::new() },
            behind: if ask.behind { behind(&own) } else { Vec::new() },
            skills: if ask.skills { skills(&own) } else { Vec::new() },
            notes: if ask.notes { notes(&own) } else { Vec::new() },
        }
    }
}

fn days_of(goal: &Goal, log: &Log, (first, today): (Date, Date)) -> GoalDays {
    let days = log.days(goal, first, today, today);
    let progress = log.progress(goal, today);
    let is_hidden = goal.headline == Headline::Hidden || goal.kind.name() == KindName::OneOff;
    GoalDays {
        name: goal.name.clone(),
        kind: goal.kind.name(),
        days: Tally::of(&days),
        lapses: days.iter().filter(|day| day.lapse).count() as u32,
        runs: (!is_hidden).then(|| (progress.run_days(), progress.best_days(), progress.unit)),
    }
}

/// The sum of what was said, and how often.
#[derive(Clone, Copy, Default)]
struct Sum(u32, u32);

impl Sum {
    fn take(&mut self, said: Option<u8>) {
        if let Some(said) = said {
            *self = Sum(self.0.saturating_add(u32::from(said)), self.1.saturating_add(1));
        }
    }

    /// The average in tenths, rounded half up.
    fn tenths(self) -> Option<u32> {
        (self.1 > 0).then(|| (self.0.saturating_mul(20).saturating_add(self.1)) / (self.1 * 2))
    }
}

fn weeks(events: &[&Event]) -> Vec<WeekSaid> {
    let mut weeks: Vec<(Date, u32, Sum, Sum)> = Vec::new();
    for event in events.iter().filter(|event| event.what == What::CheckIn) {
        let back = i32::from((event.day.weekday().index() + 6) % 7);
        let monday = event.day.plus_days(-back);
        if weeks.last().is_none_or(|week| week.0 != monday) {
            weeks.push((monday, 0, Sum::default(), Sum::default()));
        }
        if let Some((_, count, mood, urge)) = weeks.last_mut() {
            *count += 1;
            mood.take(event.details.as_ref().and_then(|details| details.mood));
            urge.take(event.details.as_ref().and_then(|details| details.urge));
        }
    }
    let said = weeks.into_iter().map(|(monday, count, mood, urge)| WeekSaid {
        monday,
        count,
        mood: mood.tenths(),
        urge: urge.tenths(),
    });
    said.collect()
}

fn behind(events: &[&Event]) -> Vec<(Behind, u32)> {
    let mut all: Vec<(Behind, u32)> = Vec::new();
    for details in events.iter().filter_map(|event| event.details.as_deref()) {
        let triggers = details.triggers.iter().cloned().map(Behind::Trigger);
        for what in triggers.chain(details.halt.iter().copied().map(Behind::Halt)) {
            match all.iter_mut().find(|(known, _)| *known == what) {
                Some((_, times)) => *times += 1,
                None => all.push((what, 1)),
            }
        }
    }
    sort_short(&mut all, |a, b| (b.1, &a.0) < (a.1, &b.0));
    all
}

fn skills(events: &[&Event]) -> Vec<SkillDone> {
    let mut all: Vec<(String, u32, Sum, Sum)> = Vec::new();
    for event in events.iter().filter(|event| event.what == What::Coped) {
        let Some(details) = event.details.as_deref() else { continue };
        let Some(skill) = &details.skill else { continue };
        if !all.iter().any(|(known, ..)| known == skill) {
            all.push((skill.clone(), 0, Sum::default(), Sum::default()));
        }
        let Some((_, times, before, after)) = all.iter_mut().find(|(known, ..)| known == skill) else {
            continue;
        };
        *times += 1;
        if details.urge.is_some() && details.urge_after.is_some() {
            before.take(details.urge);
            after.take(details.urge_after);
        }
    }
    sort_short(&mut all, |a, b| (b.1, &a.0) < (a.1, &b.0));
    let done = all.into_iter().map(|(skill, times, before, after)| SkillDone {
        skill,
        times,
        urge: before.tenths().zip(after.tenths()),
    });
    done.collect()
}

fn notes(events: &[&Event]) -> Vec<(Date, String)> {
    events.iter().filter_map(|event| Some((event.day, event.note.clone()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracker::{Details, Kind};
    use proptest::prelude::*;

    fn day(number: i32) -> Date {
        // 2026-11-02 is a Monday.
        Date::parse("2026-11-02").unwrap().plus_days(number)
    }

    fn id(name: &str) -> GoalId {
        GoalId::parse(name).unwrap()
    }

    fn event(goal: Option<&str>, on: i32, what: What, details: Details, note: Option<&str>) -> Event {
        let note = note.map(str::to_owned);
        Event { note, details: details.kept(), ..Event::new(goal.map(id), day(on), i64::from(on), what) }
    }

    fn said(mood: u8, urge: Option<u8>) -> Details {
        Details { mood: Some(mood), urge, ..Details::default() }
    }

    fn coped(skill: &str, urge: Option<u8>, after: Option<u8>) -> Details {
        Details { skill: Some(skill.into()), urge, urge_after: after, ..Details::default() }
    }

    fn numbered(events: Vec<Event>) -> Vec<(EventId, Event)> {
        events
            .into_iter()
            .enumerate()
            .map(|(at, event)| (EventId::parse(&format!("e{at}")).unwrap(), event))
            .collect()
    }

    fn goals() -> Vec<(GoalId, Goal)> {
        let goal = |kind, name| Goal::new(kind, name, day(0)).unwrap();
        vec![(id("walk"), goal(Kind::Do, "Walk")), (id("dry"), goal(Kind::TimeSince, "No wine"))]
    }

    fn full() -> Vec<(EventId, Event)> {
        numbered(vec![
            event(Some("walk"), 0, What::Done, Details::default(), Some("rain")),
            event(
                Some("walk"),
                1,
                What::NotDone,
                Details { triggers: vec!["stress".into()], ..Details::default() },
                None,
            ),
            event(Some("dry"), 3, What::Lapse, Details::default(), Some("the party")),
            event(None, 2, What::CheckIn, said(4, Some(8)), Some("a long day")),
            event(None, 5, What::CheckIn, said(7, None), None),
            event(None, 8, What::CheckIn, Details { halt: vec![Halt::Tired], ..said(5, Some(3)) }, None),
            event(None, 8, What::Coped, coped("box-breath", Some(8), Some(5)), None),
            event(None, 9, What::Coped, coped("box-breath", Some(7), None), None),
            event(None, 9, What::Coped, coped("urge-surf", None, None), None),
        ])
    }

    fn summary(ask: &Ask, span: i32) -> Summary {
        let events = full();
        let logs = Logs::of(events.iter().map(|(id, event)| (id, event)));
        Summary::of(ask, span, &goals(), &logs, &events, day(9))
    }

    fn all() -> Ask {
        Ask { goals: vec![id("dry"), id("walk")], check_ins: true, behind: true, skills: true, notes: true }
    }

    #[test]
    fn what_is_ticked_is_there_in_plain_numbers() {
        let made = summary(&all(), 28);
        let names: Vec<_> = made.goals.iter().map(|goal| (goal.name.as_str(), goal.lapses)).collect();
        assert_eq!(names, [("Walk", 0), ("No wine", 1)]);
        let walk = &made.goals[0];
        assert_eq!((walk.days.counted, walk.days.not_done, walk.days.unknown), (1, 1, 7), "today waits");
        let week = |monday, count, mood, urge| WeekSaid { monday: day(monday), count, mood, urge };
        assert_eq!(made.weeks, [week(0, 2, Some(55), Some(80)), week(7, 1, Some(50), Some(30))]);
        assert_eq!(made.behind, [(Behind::Trigger("stress".into()), 1), (Behind::Halt(Halt::Tired), 1)]);
        let done = |skill: &str, times, urge| SkillDone { skill: skill.into(), times, urge };
        assert_eq!(made.skills, [done("box-breath", 2, Some((80, 50))), done("urge-surf", 1, None)]);
        let words: Vec<_> = made.notes.iter().map(|(on, words)| (*on, words.as_str())).collect();
        assert_eq!(words, [(day(0), "rain"), (day(2), "a long day"), (day(3), "the party")]);
    }

    #[test]
    fn only_the_days_that_were_chosen_are_there() {
        let made = summary(&all(), 5);
        assert_eq!((made.first, made.last), (day(5), day(9)));
        assert!(made.notes.is_empty() && made.goals.iter().all(|goal| goal.lapses == 0));
        assert_eq!(made.weeks.iter().map(|week| week.count).sum::<u32>(), 2);
        assert_eq!(made.goals[0].days.all(), 4);
    }

    #[test]
    fn a_goal_that_is_not_ticked_says_nothing_anywhere() {
        let made = summary(&Ask { goals: vec![id("walk")], ..all() }, 28);
        assert!(made.notes.iter().all(|(_, words)| words != "the party"));
        assert_eq!(made.goals.len(), 1);
        let made = summary(&Ask { goals: Vec::new(), ..all() }, 28);
        assert_eq!(made.behind, [(Behind::Halt(Halt::Tired), 1)]);
    }

    #[test]
    fn hidden_numbers_stay_hidden() {
        let mut goals = goals();
        goals[0].1.headline = Headline::Hidden;
        let made = Summary::of(&all(), 28, &goals, &Logs::default(), &[], day(9));
        assert_eq!(made.goals[0].runs, None);
        assert!(made.goals[1].runs.is_some());
    }

    proptest! {
        #[test]
        fn what_is_not_ticked_is_never_there(check_ins: bool, behind: bool, skills: bool, notes: bool, walk: bool, dry: bool, span in -3..400_i32) {
            let ticked = [(walk, "walk"), (dry, "dry")].into_iter().filter(|(on, _)| *on).map(|(_, name)| id(name));
            let ask = Ask { goals: ticked.collect(), check_ins, behind, skills, notes };
            let made = summary(&ask, span);
            prop_assert_eq!(made.goals.len(), ask.goals.len());
            prop_assert!(check_ins || made.weeks.is_empty());
            prop_assert!(behind || made.behind.is_empty());
            prop_assert!(skills || made.skills.is_empty());
            prop_assert!(notes || made.notes.is_empty());
            prop_assert!(dry || made.notes.iter().all(|(_, words)| words != "the party"));
            prop_assert!(walk || made.notes.iter().all(|(_, words)| words != "rain"));
            prop_assert!(made.notes.iter().all(|(on, _)| *on >= made.first && *on <= made.last));
        }
    }
}
