//! The person's own plan for hard days.

use alongside_core::coping::plan::{Entries, Entry, last_place, moved, with_skill};
use alongside_core::records::PlanId;

use super::Store;
use crate::platform::random;

impl Store {
    /// Every entry of the plan, in no order. Tracked.
    pub(crate) fn plan(self) -> Entries {
        self.load();
        self.plan.with(|plan| plan.map(|(id, entry)| (id.clone(), entry.clone())).collect())
    }

    /// Adds an entry after all others of its section; false if the browser has no source of chance.
    pub(crate) fn add_to_plan(self, entry: Entry) -> bool {
        let Some(chance) = random::bytes() else { return false };
        let order = last_place(&self.plan_now(), entry.section);
        self.put_first(|| self.plan.put(PlanId::from_random(chance), Entry { order, ..entry }));
        true
    }

    /// Changes what an entry says; its place stays.
    pub(crate) fn change_plan(self, id: &PlanId, entry: Entry) {
        if let Some((_, before)) = self.plan_now().into_iter().find(|(one, _)| one == id) {
            self.plan.put(id.clone(), Entry { order: before.order, ..entry });
        }
    }

    /// Moves an entry one place up or down in its section.
    pub(crate) fn move_in_plan(self, id: &PlanId, up: bool) {
        for (id, entry) in moved(&self.plan_now(), id, up) {
            self.plan.put(id, entry);
        }
    }

    /// Deletes an entry, and gives what brings it back.
    pub(crate) fn delete_of_plan(self, id: &PlanId) -> Option<impl Fn() + Send + Sync + use<>> {
        let (id, entry) = self.plan_now().into_iter().find(|(one, _)| one == id)?;
        self.plan.delete(&id);
        Some(move || self.plan.put(id.clone(), entry.clone()))
    }

    /// Takes a skill off the plan, and gives what puts it back. Words that stood with it stay.
    pub(crate) fn unplan(self, skill: &str) -> impl Fn() + Send + Sync + use<> {
        let before = with_skill(&self.plan_now(), skill);
        for (id, entry) in &before {
            if entry.words.is_empty() {
                self.plan.delete(id);
            } else {
                self.plan.put(id.clone(), Entry { skill: None, ..entry.clone() });
            }
        }
        move || before.iter().for_each(|(id, entry)| self.plan.put(id.clone(), entry.clone()))
    }

    fn plan_now(self) -> Entries {
        self.load();
        self.plan.peek(|plan| plan.map(|(id, entry)| (id.clone(), entry.clone())).collect())
    }
}
