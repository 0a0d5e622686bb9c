//! A goal while it is filled in: what stands in the fields, and the goal that it makes. The same fields change a goal
//! later; its days, and all that has no field, stay.

use super::{
    Amount, Cost, Currency, Goal, Kind, KindName, LapseMeans, Listed, Schedule, Step, TaperStep, Weekdays,
};
use crate::json::readable;
use crate::time::{Date, Weekday};

/// No name is longer, in characters.
pub const LONGEST_NAME: usize = 80;
/// No other line is longer.
pub const LONGEST_LINE: usize = 200;
/// No goal has more steps, and no taper.
pub const MOST_STEPS: usize = 40;

/// How often, as it is chosen; the number and the days stand in fields of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Often {
    /// Each day.
    #[default]
    Daily,
    /// On chosen days of the week.
    Weekdays,
    /// So many times a week.
    PerWeek,
    /// So many times a month.
    PerMonth,
    /// Once in so many days.
    Every,
}

impl Often {
    /// All, in the order in which they are offered.
    pub const ALL: [Often; 5] =
        [Often::Daily, Often::Weekdays, Often::PerWeek, Often::PerMonth, Often::Every];
}

/// One step of a taper as it is typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftStep {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// How much at most.
    pub target: String,
}

/// What stands in the fields. Dates are as a date field gives them, `YYYY-MM-DD`; numbers as they are typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What kind of goal it is.
    pub kind: KindName,
    /// The person's own words for it.
    pub name: String,
    /// Why it matters.
    pub reason: String,
    /// The first small step.
    pub first_step: String,
    /// Who knows of it.
    pub who_knows: String,
    /// The first day, or the day since when.
    pub first_day: String,
    /// How much, for amounts.
    pub target: String,
    /// Of what.
    pub unit: String,
    /// Steps down, for “at most”.
    pub taper: Vec<DraftStep>,
    /// How many meetings a week.
    pub times: String,
    /// One listing, or any meeting.
    pub listing: Option<Listed>,
    /// Steps of something to do once, one a line.
    pub steps: String,
    /// The day by which; empty for none.
    pub due: String,
    /// How often.
    pub often: Often,
    /// On which days of the week, Sunday first.
    pub weekdays: [bool; 7],
    /// So many times, or days.
    pub count: String,
    /// Money a day.
    pub per_day: String,
    /// Which money, three letters.
    pub currency: String,
    /// Minutes a day.
    pub minutes: String,
    /// The id of a substance of `withdrawal.json`, or nothing.
    pub substance: String,
    /// What a lapse means.
    pub lapse: LapseMeans,
}

/// A field without which there is no goal, or in which nothing can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// It has no name.
    Name,
    /// The first day is no day.
    FirstDay,
    /// How much can't be read.
    Target,
    /// A step of the taper lacks its day or its amount.
    Taper,
    /// No day of the week is chosen.
    Weekdays,
    /// How many times can't be read, or is out of range.
    Count,
    /// The day by which is no day.
    Due,
    /// Money, its three letters or minutes can't be read.
    Cost,
}

impl Draft {
    /// Starts empty, with today as the first day.
    pub fn new(today: Date) -> Draft {
        let none = String::new;
        Draft {
            kind: KindName::Do,
            name: none(),
            reason: none(),
            first_step: none(),
            who_knows: none(),
            first_day: today.to_string(),
            target: none(),
            unit: none(),
            taper: Vec::new(),
            times: "1".to_owned(),
            listing: None,
            steps: none(),
            due: none(),
            often: Often::Daily,
            weekdays: [false; 7],
            count: "3".to_owned(),
            per_day: none(),
            currency: none(),
            minutes: none(),
            substance: none(),
            lapse: LapseMeans::default(),
        }
    }

    /// Fills the fields with what a goal says.
    pub fn of(goal: &Goal) -> Draft {
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut draft = Draft {
            kind: goal.kind.name(),
            name: goal.name.clone(),
            reason: said(&goal.reason),
            first_step: said(&goal.first_step),
            who_knows: said(&goal.who_knows),
            substance: said(&goal.substance),
            lapse: goal.lapse,
            ..Draft::new(goal.first_day)
        };
        match &goal.kind {
            Kind::Do | Kind::TimeSince => {}
            Kind::AtLeast { target, unit } => (draft.target, draft.unit) = (target.to_text(), unit.clone()),
            Kind::AtMost { target, unit, taper } => {
                (draft.target, draft.unit) = (target.to_text(), unit.clone());
                let typed = |step: &TaperStep| DraftStep {
                    from: step.from.to_string(),
                    target: step.target.to_text(),
                };
                draft.taper = taper.iter().map(typed).collect();
            }
            Kind::Attend { times, listing } => {
                draft.times = (*times).max(1).to_string();
                draft.listing.clone_from(listing);
            }
            Kind::OneOff { steps, due } => {
                let lines: Vec<&str> = steps.iter().map(|step| step.words.as_str()).collect();
                draft.steps = lines.join("\n");
                draft.due = due.map(|due| due.to_string()).unwrap_or_default();
            }
        }
        match goal.schedule.within_range() {
            Schedule::Daily => {}
            Schedule::Weekdays(days) => {
                draft.often = Often::Weekdays;
                for (held, day) in draft.weekdays.iter_mut().zip(Weekday::ALL) {
                    *held = days.has(day);
                }
            }
            Schedule::PerWeek(n) => (draft.often, draft.count) = (Often::PerWeek, n.to_string()),
            Schedule::PerMonth(n) => (draft.often, draft.count) = (Often::PerMonth, n.to_string()),
            Schedule::Every(n) => (draft.often, draft.count) = (Often::Every, n.to_string()),
        }
        if let Some(cost) = goal.cost {
            draft.per_day = shown(cost.per_day.is_zero(), &cost.per_day.to_text());
            draft.currency = cost.currency.map(|currency| currency.code().to_owned()).unwrap_or_default();
            draft.minutes = shown(cost.minutes_per_day == 0, &cost.minutes_per_day.to_string());
        }
        draft
    }

    /// Says whether the kind is planned on days or so often: meetings count by the week, and once is once.
    pub fn has_schedule(&self) -> bool {
        matches!(self.kind, KindName::Do | KindName::AtLeast | KindName::AtMost)
    }

    /// Says whether it is about using less of something, or nothing: then it speaks of stopping, and of what it cost.
    pub fn is_about_stopping(&self) -> bool {
        matches!(self.kind, KindName::TimeSince | KindName::AtMost)
    }

    /// Makes the goal; else says every field that is missing, in the order of the page.
    pub fn goal(&self) -> Result<Goal, Vec<Missing>> {
        let mut missing = Vec::new();
        let name = cut(&self.name, LONGEST_NAME);
        if name.is_empty() {
            missing.push(Missing::Name);
        }
        let kind = self.kind(&mut missing);
        let schedule = self.schedule(&mut missing);
        let first_day = Date::parse(&self.first_day);
        if first_day.is_none() {
            missing.push(Missing::FirstDay);
        }
        let cost = self.cost(&mut missing);
        let goal = first_day.and_then(|day| Goal::new(kind, &name, day));
        let Some(goal) = goal.filter(|_| missing.is_empty()) else { return Err(missing) };
        Ok(Goal {
            reason: said(&self.reason),
            first_step: said(&self.first_step),
            who_knows: said(&self.who_knows),
            substance: said(&self.substance).filter(|_| self.is_about_stopping()),
            lapse: self.lapse,
            schedule,
            cost,
            ..goal
        })
    }

    /// Makes the changed goal: what has no field stays, and so do the days on which steps were done.
    pub fn change(&self, before: &Goal) -> Result<Goal, Vec<Missing>> {
        let mut goal = self.goal()?;
        if let (Kind::OneOff { steps, .. }, Kind::OneOff { steps: old, .. }) = (&mut goal.kind, &before.kind)
        {
            let mut left = old.clone();
            for step in steps {
                if let Some(at) = left.iter().position(|one| one.words == step.words) {
                    step.done_on = left.remove(at).done_on;
                }
            }
        }
        let Goal {
            kind,
            name,
            reason,
            first_day,
            schedule,
            first_step,
            who_knows,
            cost,
            substance,
            lapse,
            ..
        } = goal;
        Ok(Goal {
            kind,
            name,
            reason,
            first_day,
            schedule,
            first_step,
            who_knows,
            cost,
            substance,
            lapse,
            ..before.clone()
        })
    }

    fn kind(&self, missing: &mut Vec<Missing>) -> Kind {
        let mut amount = |text: &str, what: Missing| {
            Amount::parse(text).unwrap_or_else(|| {
                missing.push(what);
                Amount::ZERO
            })
        };
        match self.kind {
            KindName::Do => Kind::Do,
            KindName::TimeSince => Kind::TimeSince,
            KindName::AtLeast => Kind::AtLeast {
                target: amount(&self.target, Missing::Target),
                unit: cut(&self.unit, LONGEST_NAME),
            },
            KindName::AtMost => {
                let target = amount(&self.target, Missing::Target);
                let mut taper = Vec::new();
                let filled =
                    |step: &&DraftStep| !step.from.trim().is_empty() || !step.target.trim().is_empty();
                for step in self.taper.iter().filter(filled).take(MOST_STEPS) {
                    match Date::parse(&step.from).zip(Amount::parse(&step.target)) {
                        Some((from, target)) => taper.push(TaperStep { from, target }),
                        None if missing.contains(&Missing::Taper) => {}
                        None => missing.push(Missing::Taper),
                    }
                }
                Kind::AtMost { target, unit: cut(&self.unit, LONGEST_NAME), taper }
            }
            KindName::Attend => {
                let times = Draft::number(&self.times, 1..=99, missing);
                Kind::Attend { times: u8::try_from(times).unwrap_or(1), listing: self.listing.clone() }
            }
            KindName::OneOff => {
                let lines = self.steps.lines().map(|line| cut(line, LONGEST_LINE));
                let steps = lines.filter(|line| !line.is_empty()).take(MOST_STEPS);
                let steps = steps.map(|words| Step { words, done_on: None }).collect();
                let due = Date::parse(&self.due);
                if due.is_none() && !self.due.trim().is_empty() {
                    missing.push(Missing::Due);
                }
                Kind::OneOff { steps, due }
            }
        }
    }

    fn schedule(&self, missing: &mut Vec<Missing>) -> Schedule {
        if !self.has_schedule() {
            return Schedule::Daily;
        }
        let small = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
        match self.often {
            Often::Daily => Schedule::Daily,
            Often::Weekdays => {
                let chosen = Weekday::ALL.into_iter().zip(self.weekdays).filter(|(_, chosen)| *chosen);
                Weekdays::new(chosen.map(|(day, _)| day)).map_or_else(
                    || {
                        missing.push(Missing::Weekdays);
                        Schedule::Daily
                    },
                    Schedule::Weekdays,
                )
            }
            Often::PerWeek => Schedule::PerWeek(small(Draft::number(&self.count, 1..=7, missing))),
            Often::PerMonth => Schedule::PerMonth(small(Draft::number(&self.count, 1..=31, missing))),
            Often::Every => Schedule::Every(Draft::number(&self.count, 1..=366, missing)),
        }
    }

    fn number(text: &str, range: std::ops::RangeInclusive<u16>, missing: &mut Vec<Missing>) -> u16 {
        let number = text.trim().parse().ok().filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            missing.push(Missing::Count);
            1
        })
    }

    /// What a day of it used to cost; a field that is empty says nothing.
    fn cost(&self, missing: &mut Vec<Missing>) -> Option<Cost> {
        if !self.is_about_stopping() {
            return None;
        }
        let empty = |text: &str| text.trim().is_empty();
        let per_day = if empty(&self.per_day) { Some(Amount::ZERO) } else { Amount::parse(&self.per_day) };
        let minutes = if empty(&self.minutes) { Some(0) } else { self.minutes.trim().parse().ok() };
        let minutes = minutes.filter(|minutes: &u16| *minutes <= 24 * 60);
        let currency =
            if empty(&self.currency) { Some(None) } else { Currency::parse(&self.currency).map(Some) };
        let (Some(per_day), Some(minutes_per_day), Some(currency)) = (per_day, minutes, currency) else {
            missing.push(Missing::Cost);
            return None;
        };
        let cost = Cost { per_day, currency: currency.filter(|_| !per_day.is_zero()), minutes_per_day };
        (cost != Cost::default()).then_some(cost)
    }
}

fn shown(is_none: bool, text: &str) -> String {
    if is_none { String::new() } else { text.to_owned() }
}

fn cut(text: &str, longest: usize) -> String {
    text.trim().chars().take(longest).collect::<String>().trim_end().to_owned()
}

fn said(text: &str) -> Option<String> {
    Some(cut(text, LONGEST_LINE)).filter(|text| !text.is_empty())
}

/// A goal that somebody can start from. It is content: see `starting_points.json`.
#[derive(Clone, PartialEq, Debug)]
pub struct StartingPoint {
    /// Its id.
    pub id: String,
    /// The kind, as it is stored: `do`, `at_least`, `at_most`, `time_since`, `attend`, `one_off`.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// A first small step.
    pub first_step: Option<String>,
    /// How much, for amounts.
    pub target: Option<u32>,
    /// Of what.
    pub unit: Option<String>,
    /// How many times a week.
    pub per_week: Option<u32>,
    /// Steps of something to do once.
    pub steps: Vec<String>,
    /// The substance that it is about.
    pub substance: Option<String>,
}

/// The starting points.
#[derive(Clone, PartialEq, Debug)]
pub struct StartingPoints {
    /// In the order of the file.
    pub points: Vec<StartingPoint>,
}

readable! {
    StartingPoint { id, kind, name, first_step, target, unit, per_week, steps, substance }
    StartingPoints { points }
}

impl StartingPoint {
    /// Fills the fields; `None` for a kind that this version doesn't know.
    pub fn draft(&self, today: Date) -> Option<Draft> {
        let kind = match self.kind.as_str() {
            "do" => KindName::Do,
            "at_least" => KindName::AtLeast,
            "at_most" => KindName::AtMost,
            "time_since" => KindName::TimeSince,
            "attend" => KindName::Attend,
            "one_off" => KindName::OneOff,
            _ => return None,
        };
        let mut draft = Draft {
            kind,
            name: self.name.clone(),
            first_step: self.first_step.clone().unwrap_or_default(),
            target: self.target.map(|target| target.to_string()).unwrap_or_default(),
            unit: self.unit.clone().unwrap_or_default(),
            steps: self.steps.join("\n"),
            substance: self.substance.clone().unwrap_or_default(),
            ..Draft::new(today)
        };
        match (kind, self.per_week) {
            (KindName::Attend, Some(times)) => draft.times = times.to_string(),
            (_, Some(times)) => (draft.often, draft.count) = (Often::PerWeek, times.to_string()),
            (_, None) => {}
        }
        Some(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracker::{Headline, Pause, Standing};
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn draft(kind: KindName) -> Draft {
        Draft { kind, name: " Walk ".to_owned(), ..Draft::new(day("2026-11-20")) }
    }

    #[test]
    fn a_name_is_enough_for_most_kinds() {
        for kind in [KindName::Do, KindName::TimeSince, KindName::Attend, KindName::OneOff] {
            let goal = draft(kind).goal().unwrap();
            assert_eq!((goal.name.as_str(), goal.first_day), ("Walk", day("2026-11-20")), "{kind:?}");
        }
        for kind in [KindName::AtLeast, KindName::AtMost] {
            assert_eq!(draft(kind).goal(), Err(vec![Missing::Target]));
        }
    }

    #[test]
    fn every_field_that_is_missing_is_said_at_once() {
        let bad = Draft {
            name: "  ".to_owned(),
            target: "much".to_owned(),
            taper: vec![
                DraftStep { from: "2026-12-01".to_owned(), target: String::new() },
                DraftStep::default(),
            ],
            often: Often::Weekdays,
            first_day: "tomorrow".to_owned(),
            currency: "dollars".to_owned(),
            ..draft(KindName::AtMost)
        };
        let all = [
            Missing::Name,
            Missing::Target,
            Missing::Taper,
            Missing::Weekdays,
            Missing::FirstDay,
            Missing::Cost,
        ];
        assert_eq!(bad.goal(), Err(all.to_vec()));
        for count in ["0", "8", "", "2.5", "-1"] {
            let bad = Draft { often: Often::PerWeek, count: count.to_owned(), ..draft(KindName::Do) };
            assert_eq!(bad.goal(), Err(vec![Missing::Count]), "{count}");
        }
        let late = Draft { due: "soon".to_owned(), ..draft(KindName::OneOff) };
        assert_eq!(late.goal(), Err(vec![Missing::Due]));
    }

    #[test]
    fn what_another_kind_left_in_its_fields_is_not_kept() {
        let left = Draft {
            often: Often::Weekdays,
            per_day: "12".to_owned(),
            substance: "alcohol".to_owned(),
            target: "x".to_owned(),
            ..draft(KindName::Attend)
        };
        let goal = left.goal().unwrap();
        assert_eq!((goal.schedule, goal.cost, goal.substance), (Schedule::Daily, None, None));
    }

    #[test]
    fn a_change_keeps_what_has_no_field_and_the_steps_that_were_done() {
        let mut before =
            Draft { steps: "call\nwrite it down".to_owned(), ..draft(KindName::OneOff) }.goal().unwrap();
        if let Kind::OneOff { steps, .. } = &mut before.kind {
            steps[1].done_on = Some(day("2026-11-19"));
        }
        before.standing = Standing::Stopped { on: day("2026-11-19") };
        before.pauses = vec![Pause { from: day("2026-11-01"), to: None }];
        (before.headline, before.order, before.folded) = (Headline::Strength, 7, true);
        let mut draft = Draft::of(&before);
        draft.steps = "write it down\nask Ana\ncall".to_owned();
        let after = draft.change(&before).unwrap();
        let Kind::OneOff { steps, .. } = &after.kind else { panic!("{after:?}") };
        let done: Vec<_> = steps.iter().map(|step| (step.words.as_str(), step.done_on.is_some())).collect();
        assert_eq!(done, [("write it down", true), ("ask Ana", false), ("call", false)]);
        assert_eq!(
            (after.standing, after.pauses.len(), after.headline, after.order, after.folded),
            (before.standing, 1, Headline::Strength, 7, true)
        );
    }

    #[test]
    fn every_starting_point_is_a_goal() {
        let text = std::fs::read_to_string("../public/content/en/starting_points.json").unwrap();
        let all: StartingPoints = crate::json::from_text(&text).unwrap();
        assert_eq!(all.points.len(), 10);
        for point in &all.points {
            let goal = point.draft(day("2026-11-20")).unwrap().goal();
            assert!(goal.is_ok(), "{point:?}: {goal:?}");
        }
        let newer = StartingPoint { kind: "dream".to_owned(), ..all.points[0].clone() };
        assert_eq!(newer.draft(day("2026-11-20")), None);
    }

    fn kind() -> impl Strategy<Value = Kind> {
        let amount = || (0..5_000_000_u64).prop_map(|n| Amount::from_thousandths(n).unwrap());
        let date = || (0..40_000).prop_map(|n| Date::parse("1970-01-01").unwrap().plus_days(n));
        let step = (date(), amount()).prop_map(|(from, target)| TaperStep { from, target });
        let words = ("[a-z]{1,5}", proptest::option::of(date()));
        let words = words.prop_map(|(words, done_on)| Step { words, done_on });
        prop_oneof![
            Just(Kind::Do),
            Just(Kind::TimeSince),
            (amount(), "[a-z]{0,5}").prop_map(|(target, unit)| Kind::AtLeast { target, unit }),
            (amount(), "[a-z]{0,5}", proptest::collection::vec(step, 0..3))
                .prop_map(|(target, unit, taper)| Kind::AtMost { target, unit, taper }),
            (1..=99_u8, any::<bool>()).prop_map(|(times, one)| Kind::Attend {
                times,
                listing: one.then(|| Listed { id: "aa~1".to_owned(), name: "Early".to_owned() }),
            }),
            (proptest::collection::vec(words, 0..4), proptest::option::of(date()))
                .prop_map(|(steps, due)| Kind::OneOff { steps, due }),
        ]
    }

    proptest! {
        #[test]
        fn a_goal_that_is_opened_and_kept_unchanged_is_the_same(
            kind in kind(), n in 0..6_u8, count in 1..40_u16, days in 1..128_u8, cost in 0..9_000_u64, minutes in 0..=1440_u16,
        ) {
            let mut goal = Goal::new(kind, "A goal", day("2026-01-01")).unwrap();
            let days = Weekday::ALL.into_iter().enumerate().filter(|(at, _)| days >> at & 1 == 1).map(|(_, day)| day);
            let schedule = match n {
                0 => Schedule::Weekdays(Weekdays::new(days).unwrap()),
                1 => Schedule::PerWeek(3),
                2 => Schedule::PerMonth(2),
                3 => Schedule::Every(count),
                _ => Schedule::Daily,
            };
            if Draft::of(&goal).has_schedule() {
                goal.schedule = schedule;
            }
            if Draft::of(&goal).is_about_stopping() {
                let per_day = Amount::from_thousandths(cost).unwrap();
                let currency = Currency::parse("MXN").filter(|_| cost > 0);
                goal.cost = Some(Cost { per_day, currency, minutes_per_day: minutes }).filter(|cost| *cost != Cost::default());
                goal.substance = Some("alcohol".to_owned());
            }
            goal.reason = Some("because".to_owned());
            // Of two steps in the same words the first that was done stays done.
            prop_assert_eq!(Draft::of(&goal).change(&goal), Ok(goal.clone()));
        }

        #[test]
        fn nothing_that_is_typed_panics_and_what_is_made_is_stored_and_read_back(
            name in "\\PC{0,99}", number in "\\PC{0,9}", date in "\\PC{0,12}", at in 0..6_usize, often in 0..5_usize,
        ) {
            let typed = Draft {
                kind: KindName::ALL[at],
                often: Often::ALL[often],
                target: number.clone(),
                count: number.clone(),
                times: number.clone(),
                per_day: number.clone(),
                minutes: number.clone(),
                due: date.clone(),
                steps: name.clone(),
                taper: vec![DraftStep { from: date.clone(), target: number }],
                name,
                ..Draft::new(day("2026-11-20"))
            };
            if let Ok(goal) = typed.goal() {
                let text = serde_json::to_string(&goal).unwrap();
                prop_assert_eq!(serde_json::from_str::<Goal>(&text).unwrap(), goal);
            }
        }
    }
}
