//! Goals and what happened on their days.

use std::cell::OnceCell;
use std::sync::Arc;

use alongside_core::order::sort_short;
use alongside_core::records::{EventId, GoalId, ID_BYTES};
use alongside_core::time::Date;
use alongside_core::tracker::insight::Urges;
use alongside_core::tracker::{Event, Goal, Log, Logs, What, moved_goal, table};
use leptos::prelude::*;

use super::Store;
use crate::platform::{clock, random};

/// A goal with its events, as it was before it was deleted.
type Deleted = (GoalId, Goal, Vec<(EventId, Event)>);

thread_local! {
    static LOGS: OnceCell<ArcMemo<Arc<Logs>>> = const { OnceCell::new() };
}

impl Store {
    /// All goals, in the order the person gave them. Tracked.
    pub(crate) fn goals(self) -> Vec<(GoalId, Goal)> {
        self.load();
        let mut goals: Vec<(GoalId, Goal)> =
            self.goals.with(|goals| goals.map(|(id, goal)| (id.clone(), goal.clone())).collect());
        sort_short(&mut goals, |a, b| (a.1.order, &a.0) < (b.1.order, &b.0));
        goals
    }

    /// One goal. Tracked.
    pub(crate) fn goal(self, id: &GoalId) -> Option<Goal> {
        self.load();
        self.goals.get(id)
    }

    /// The events of every goal, put in order: once for all that is drawn from them. Tracked.
    pub(crate) fn logs(self) -> Arc<Logs> {
        self.load();
        let put_in_order = move |before: Option<&Arc<Logs>>| {
            self.events.with(|events| Arc::new(before.map_or(&Logs::default(), Arc::as_ref).again(events)))
        };
        LOGS.with(|logs| logs.get_or_init(|| ArcMemo::new(put_in_order)).clone()).get()
    }

    /// The events of one goal, put in order. Tracked.
    pub(crate) fn log(self, id: &GoalId) -> Arc<Log> {
        self.logs().get(id).cloned().unwrap_or_default()
    }

    /// Keeps a new goal, after all others; `None` if the browser has no source of chance.
    pub(crate) fn add_goal(self, mut goal: Goal) -> Option<GoalId> {
        self.load();
        let last = self.goals.peek(|goals| goals.map(|(_, goal)| goal.order).max());
        goal.order = last.map_or(0, |last| last.saturating_add(1));
        let id = GoalId::from_random(chance()?);
        self.put_first(|| self.goals.put(id.clone(), goal));
        Some(id)
    }

    /// Changes a goal; every number follows, since all are derived.
    pub(crate) fn edit_goal(self, id: &GoalId, change: impl FnOnce(&mut Goal)) {
        if let Some(mut goal) = untrack(|| self.goal(id)) {
            change(&mut goal);
            self.goals.put(id.clone(), goal);
        }
    }

    /// Moves a goal one place up or down among those that are shown.
    pub(crate) fn move_goal(self, shown: &[(GoalId, Goal)], id: &GoalId, up: bool) {
        for (id, order) in moved_goal(shown, id, up) {
            self.edit_goal(&id, |goal| goal.order = order);
        }
    }

    /// Deletes a goal with its events, and gives what brings both back.
    pub(crate) fn delete_goal(self, id: &GoalId) -> Option<impl Fn() + Send + Sync + use<>> {
        let goal = untrack(|| self.goal(id))?;
        let events: Vec<(EventId, Event)> = self.events.peek(|events| {
            events
                .filter(|(_, event)| event.goal.as_ref() == Some(id))
                .map(|(id, event)| (id.clone(), event.clone()))
                .collect()
        });
        for (event, _) in &events {
            self.events.delete(event);
        }
        self.goals.delete(id);
        let deleted: Deleted = (id.clone(), goal, events);
        Some(move || self.bring_back(&deleted))
    }

    fn bring_back(self, (id, goal, events): &Deleted) {
        self.goals.put(id.clone(), goal.clone());
        for (id, event) in events {
            self.events.put(id.clone(), event.clone());
        }
    }

    /// Notes the state of a day, and gives what takes it back. A day's state is one record, edited when the
    /// person changes their mind, so that ten years of days fit.
    pub(crate) fn set_day(
        self,
        goal: &GoalId,
        day: Date,
        what: What,
    ) -> Option<impl Fn() + Send + Sync + use<>> {
        let before = self.state_event(goal, day);
        let id = match &before {
            Some((id, _)) => id.clone(),
            None => EventId::from_random(chance()?),
        };
        self.put_event(id.clone(), here(Event::new(Some(goal.clone()), day, clock::now_ms(), what)));
        Some(move || match &before {
            Some((id, event)) => self.events.put(id.clone(), event.clone()),
            None => self.events.delete(&id),
        })
    }

    /// Adds a lapse or the start of a run, and gives what takes it back.
    pub(crate) fn add_event(
        self,
        goal: &GoalId,
        day: Date,
        what: What,
    ) -> Option<impl Fn() + Send + Sync + use<>> {
        let id = self.keep(Event::new(Some(goal.clone()), day, clock::now_ms(), what))?;
        Some(move || self.delete_event(&id))
    }

    /// Keeps a new event, of a goal or the person's own, with where the clock of this device stands; `None` if the
    /// browser has no source of chance.
    pub(crate) fn keep(self, event: Event) -> Option<EventId> {
        self.load();
        let id = EventId::from_random(chance()?);
        self.put_event(id.clone(), here(event));
        Some(id)
    }

    /// Deletes one event. To take that back, [`Store::put_event`] it again.
    pub(crate) fn delete_event(self, id: &EventId) {
        self.events.delete(id);
    }

    /// Keeps an event under its id as it is: changed, or back again.
    pub(crate) fn put_event(self, id: EventId, event: Event) {
        self.events.put(id, event);
        self.keep_settings_too();
    }

    /// Every goal with its days as a table for a spreadsheet.
    pub(crate) fn table(self) -> String {
        let goals = untrack(|| self.goals());
        table(&goals, &untrack(|| self.all_events()))
    }

    /// What is the person's and no goal's, check-ins and skills that were done, in no order. Tracked.
    pub(crate) fn own_events(self) -> Vec<(EventId, Event)> {
        self.load();
        self.events.with(|events| {
            let own = events.filter(|(_, event)| event.goal.is_none());
            own.map(|(id, event)| (id.clone(), event.clone())).collect()
        })
    }

    /// Every event, in no order. Tracked.
    pub(crate) fn all_events(self) -> Vec<(EventId, Event)> {
        self.load();
        self.events.with(|events| events.map(|(id, event)| (id.clone(), event.clone())).collect())
    }

    /// The events of one sort on a day, of a goal or the person's own, oldest first. Tracked.
    pub(crate) fn events_of(self, goal: Option<&GoalId>, day: Date, what: What) -> Vec<(EventId, Event)> {
        self.load();
        let mut found: Vec<(EventId, Event)> = self.events.with(|events| {
            let of = events
                .filter(|(_, event)| event.day == day && event.what == what && event.goal.as_ref() == goal);
            of.map(|(id, event)| (id.clone(), event.clone())).collect()
        });
        sort_short(&mut found, |a, b| (a.1.at, &a.0) < (b.1.at, &b.0));
        found
    }

    /// When urges came, by all that was noted. Tracked.
    pub(crate) fn urges(self) -> Urges {
        self.load();
        self.events.with(|events| Urges::of(events.map(|(_, event)| event)))
    }

    /// Takes back what was noted on a day, a lapse or the start of a run, and gives what notes it again.
    pub(crate) fn take_back(self, goal: &GoalId, day: Date, what: What) -> impl Fn() + Send + Sync + use<> {
        let is_one =
            |event: &Event| event.goal.as_ref() == Some(goal) && event.day == day && event.what == what;
        let taken: Vec<(EventId, Event)> = self.events.peek(|events| {
            events.filter(|(_, event)| is_one(event)).map(|(id, event)| (id.clone(), event.clone())).collect()
        });
        for (id, _) in &taken {
            self.events.delete(id);
        }
        move || {
            for (id, event) in &taken {
                self.events.put(id.clone(), event.clone());
            }
        }
    }

    /// The record that holds the state of a day: the latest, ties by the greater id.
    fn state_event(self, goal: &GoalId, day: Date) -> Option<(EventId, Event)> {
        let is_state =
            |event: &Event| event.goal.as_ref() == Some(goal) && event.day == day && is_state(event.what);
        self.events.peek(|events| {
            let latest =
                events.filter(|(_, event)| is_state(event)).max_by_key(|(id, event)| (event.at, *id));
            latest.map(|(id, event)| (id.clone(), event.clone()))
        })
    }
}

/// Notes where the clock of this device stands.
fn here(event: Event) -> Event {
    Event { offset: i16::try_from(clock::offset_minutes()).ok(), ..event }
}

fn is_state(what: What) -> bool {
    matches!(what, What::Done | What::NotDone | What::Skipped | What::Cleared)
}

fn chance() -> Option<[u8; ID_BYTES]> {
    random::bytes()
}
