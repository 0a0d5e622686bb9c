//! What a person works on.

use serde::{Deserialize, Serialize};

use super::{Amount, Kind, Schedule};
use crate::records::GoalId;
use crate::time::Date;

/// What a person works on. Its id is the key it is kept under, not a part of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Goal {
    /// What kind of goal it is.
    pub kind: Kind,
    /// The person's own words for it.
    pub name: String,
    /// Why it matters to them, if they say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The first day that counts. For time since: the day since when. May lie in the past or the future.
    pub first_day: Date,
    /// On which days it is planned. Only goals to do and amounts have one: meetings count by the week.
    #[serde(default, skip_serializing_if = "Schedule::is_daily")]
    pub schedule: Schedule,
    /// The first small step, in the person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_step: Option<String>,
    /// Who knows of it, in the person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who_knows: Option<String>,
    /// Whether it goes on.
    #[serde(default, skip_serializing_if = "Standing::is_active")]
    pub standing: Standing,
    /// Days on which it rests; they count as skipped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// What a day of it used to cost, in money and in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// The id of the substance of `withdrawal.json` that it is about, if the person said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<String>,
    /// What a lapse means for this goal.
    #[serde(default)]
    pub lapse: LapseMeans,
    /// The number that is shown large.
    #[serde(default)]
    pub headline: Headline,
    /// Whether it is folded away on the lists, out of sight of who looks over a shoulder.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub folded: bool,
    /// Its place among the person's goals, smallest first; ties by id.
    #[serde(default)]
    pub order: i32,
}

impl Goal {
    /// Makes a goal with the least that one needs. The name is trimmed; `None` if nothing is left of it.
    pub fn new(kind: Kind, name: &str, first_day: Date) -> Option<Goal> {
        let name = name.trim();
        (!name.is_empty()).then(|| Goal {
            kind,
            name: name.to_owned(),
            reason: None,
            first_day,
            schedule: Schedule::default(),
            first_step: None,
            who_knows: None,
            standing: Standing::default(),
            pauses: Vec::new(),
            cost: None,
            substance: None,
            lapse: LapseMeans::default(),
            headline: Headline::default(),
            folded: false,
            order: 0,
        })
    }
}

impl Goal {
    /// Says of one step of something to do once that it is done on this day, or takes that back.
    pub fn tick(&mut self, at: usize, today: Date) {
        if let Kind::OneOff { steps, .. } = &mut self.kind
            && let Some(step) = steps.get_mut(at)
        {
            step.done_on = if step.done_on.is_some() { None } else { Some(today) };
        }
    }

    /// Stops it for now: this day and those after it are skipped until it starts again. What was noted stays.
    pub fn stop(&mut self, today: Date) {
        self.standing = Standing::Stopped { on: self.standing.ended_on().unwrap_or(today) };
    }

    /// Puts it away, stopped.
    pub fn archive(&mut self, today: Date) {
        self.standing = Standing::Archived { on: self.standing.ended_on().unwrap_or(today) };
    }

    /// Starts it again with this day; the days between become a pause.
    pub fn start_again(&mut self, today: Date) {
        if let Some(from) = self.standing.ended_on() {
            let to = today.plus_days(-1);
            if from <= to {
                self.pauses.push(Pause { from, to: Some(to) });
            }
        }
        self.standing = Standing::Active;
    }

    /// Rests on these days, both included; false, and nothing changes, if the last lies before the first.
    pub fn pause(&mut self, from: Date, to: Option<Date>) -> bool {
        let is_range = to.is_none_or(|to| from <= to);
        if is_range {
            self.pauses.push(Pause { from, to });
        }
        is_range
    }
}

/// Gives the goals that get another place, each with it, when one moves up or down in the list; nothing if it stands
/// at that end already. `goals` stand in their order.
pub fn moved_goal(goals: &[(GoalId, Goal)], id: &GoalId, up: bool) -> Vec<(GoalId, i32)> {
    let Some(at) = goals.iter().position(|(one, _)| one == id) else { return Vec::new() };
    let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < goals.len()) };
    let Some(other) = other else { return Vec::new() };
    let mut order: Vec<&(GoalId, Goal)> = goals.iter().collect();
    order.swap(at, other);
    let placed = order.into_iter().zip(0..).filter(|((_, goal), place)| goal.order != *place);
    placed.map(|((id, _), place)| (id.clone(), place)).collect()
}

/// Whether a goal goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It goes on.
    #[default]
    Active,
    /// Stopped for now: from this day on every day counts as skipped. Everything stays.
    Stopped {
        /// The first day without it.
        on: Date,
    },
    /// The same, and put away.
    Archived {
        /// The first day without it.
        on: Date,
    },
}

impl Standing {
    /// Tells whether it goes on.
    pub fn is_active(&self) -> bool {
        *self == Standing::Active
    }

    /// Gives the first day without it.
    pub fn ended_on(self) -> Option<Date> {
        match self {
            Standing::Active => None,
            Standing::Stopped { on } | Standing::Archived { on } => Some(on),
        }
    }
}

/// Days on which a goal rests. When a goal that was stopped starts again, the days between become one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pause {
    /// The first day.
    pub from: Date,
    /// The last day, included; none while nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl Pause {
    /// Tells whether a day lies in it.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// What a day of it used to cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Cost {
    /// Money a day, in units of the currency.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub per_day: Amount,
    /// Which money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// Minutes a day; more than a day has are read as a day.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub minutes_per_day: u16,
}

fn is_nothing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A currency by its code of three capital letters, `USD`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Takes three letters; anything else is no currency.
    pub fn parse(code: &str) -> Option<Currency> {
        let code: [u8; 3] = code.trim().as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_alphabetic).then(|| Currency(code.map(|byte| byte.to_ascii_uppercase())))
    }

    /// Gives the code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

impl TryFrom<String> for Currency {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Currency, &'static str> {
        Currency::parse(&code).ok_or("a currency is three letters")
    }
}

/// What a lapse means for a goal. It can be changed at any time, since every number is derived.
///
/// Of a goal to do, a lapse on a day that says nothing else makes it a day not done, if a lapse starts a new
/// run; otherwise it changes no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LapseMeans {
    /// It ends the run; the next one starts when the person says. It dents the strength.
    #[default]
    NewRun,
    /// The run goes on. It is marked and dents the strength.
    KeepCounting,
    /// It is marked, and no number changes.
    NoteOnly,
}

/// The number that is shown large for a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Headline {
    /// Days that counted in all: a lapse never lowers them.
    #[default]
    FreeDays,
    /// The current run.
    Run,
    /// The 0–100 score.
    Strength,
    /// The share of planned days that counted.
    Share,
    /// The longest run.
    BestRun,
    /// Money not spent.
    Money,
    /// No number.
    Hidden,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Record;

    #[test]
    fn a_goal_that_was_stopped_starts_again_and_the_days_between_are_a_pause() {
        let day = |text| Date::parse(text).unwrap();
        let mut goal = Goal::new(Kind::Do, "Walk", first_day()).unwrap();
        goal.stop(day("2026-01-10"));
        goal.archive(day("2026-01-12"));
        assert_eq!(goal.standing, Standing::Archived { on: day("2026-01-10") });
        goal.start_again(day("2026-01-20"));
        assert!(goal.standing.is_active());
        assert_eq!(goal.pauses, [Pause { from: day("2026-01-10"), to: Some(day("2026-01-19")) }]);
        goal.stop(day("2026-01-21"));
        goal.start_again(day("2026-01-21"));
        assert_eq!(goal.pauses.len(), 1, "on the same day nothing rested");
        assert!(!goal.pause(day("2026-02-02"), Some(day("2026-02-01"))));
        assert!(goal.pause(day("2026-02-02"), Some(day("2026-02-02"))));
        assert_eq!(goal.pauses.len(), 2);
    }

    #[test]
    fn a_goal_moves_one_place_and_no_further_than_the_end() {
        let id = |text| GoalId::parse(text).unwrap();
        let mut goals: Vec<(GoalId, Goal)> =
            ["a", "b", "c"].map(|name| (id(name), Goal::new(Kind::Do, name, first_day()).unwrap())).into();
        assert_eq!(moved_goal(&goals, &id("a"), true), []);
        assert_eq!(moved_goal(&goals, &id("x"), true), []);
        for (id, order) in moved_goal(&goals, &id("c"), true) {
            for (one, goal) in &mut goals {
                if *one == id {
                    goal.order = order;
                }
            }
        }
        goals.sort_by_key(|(id, goal)| (goal.order, id.clone()));
        let names: Vec<&str> = goals.iter().map(|(_, goal)| goal.name.as_str()).collect();
        assert_eq!(names, ["a", "c", "b"]);
        assert_eq!(moved_goal(&goals, &id("b"), false), []);
    }

    fn first_day() -> Date {
        Date::parse("2026-01-01").unwrap()
    }

    #[test]
    fn a_goal_is_stored_in_plain_words() {
        let goal = Goal::new(Kind::TimeSince, "A goal", first_day()).unwrap();
        assert_eq!(
            Record::new(goal).write().unwrap(),
            r#"{"v":1,"d":{"rev":1,"kind":"time_since","name":"A goal","first_day":"2026-01-01","lapse":"new_run","headline":"free_days","order":0}}"#
        );
    }

    #[test]
    fn a_goal_with_the_least_that_it_needs_is_read() {
        let walk: Goal =
            serde_json::from_str(r#"{"kind":"do","name":"Walk","first_day":"2026-01-01"}"#).unwrap();
        assert_eq!(Some(&walk), Goal::new(Kind::Do, "  Walk ", first_day()).as_ref());
        assert_eq!((walk.lapse, walk.headline), (LapseMeans::NewRun, Headline::FreeDays));
    }

    #[test]
    fn what_a_goal_says_besides_is_stored_in_plain_words() {
        let goal = Goal {
            schedule: Schedule::PerWeek(3),
            first_step: Some("Shoes by the door".to_owned()),
            who_knows: Some("Ana".to_owned()),
            standing: Standing::Stopped { on: first_day() },
            pauses: vec![
                Pause { from: first_day(), to: Some(first_day()) },
                Pause { from: first_day(), to: None },
            ],
            cost: Some(Cost {
                per_day: Amount::whole(12),
                currency: Currency::parse("mxn"),
                minutes_per_day: 60,
            }),
            substance: Some("alcohol".to_owned()),
            headline: Headline::BestRun,
            ..Goal::new(Kind::Do, "Walk", first_day()).unwrap()
        };
        let text = r#"{"kind":"do","name":"Walk","first_day":"2026-01-01","schedule":{"per_week":3},"first_step":"Shoes by the door","who_knows":"Ana","standing":{"stopped":{"on":"2026-01-01"}},"pauses":[{"from":"2026-01-01","to":"2026-01-01"},{"from":"2026-01-01"}],"cost":{"per_day":12000,"currency":"MXN","minutes_per_day":60},"substance":"alcohol","lapse":"new_run","headline":"best_run","order":0}"#;
        assert_eq!(serde_json::to_string(&goal).unwrap(), text);
        assert_eq!(serde_json::from_str::<Goal>(text).unwrap(), goal);
    }

    #[test]
    fn a_currency_is_three_letters() {
        assert_eq!(Currency::parse(" usd ").as_ref().map(Currency::code), Some("USD"));
        for code in ["", "US", "USDT", "U$D", "éa"] {
            assert_eq!(Currency::parse(code), None, "{code}");
        }
        assert!(serde_json::from_str::<Cost>(r#"{"currency":"dollars"}"#).is_err());
    }

    #[test]
    fn a_goal_without_a_name_is_not_made() {
        assert_eq!(Goal::new(Kind::Do, " \n ", first_day()), None);
    }
}
