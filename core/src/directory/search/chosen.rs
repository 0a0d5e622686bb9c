//! Which of the parts in the address count, and what they are called.

use super::answer::{Choice, Chosen};
use super::directory::Directory;
use super::filters::{Day, Filters, Open};
use super::known::{chains_of, types_of};
use crate::fold::fold;

/// How many choices are named; an address with more was not made by tapping.
const MOST: usize = 60;

impl Directory {
    /// Gives every part of the filters that counts, as it is written in the address; unknown ones are left out.
    pub(super) fn chosen_parts(&self, filters: &Filters) -> Vec<Chosen> {
        let store = &self.store;
        let mut all: Vec<Chosen> = Vec::new();
        let mut add = |key: &str, part: &str, name: Option<String>| {
            all.push(Chosen { key: key.to_owned(), part: part.to_owned(), name });
        };
        for day in &filters.days {
            match day {
                Day::On(day) => add("day", &day.index().to_string(), None),
                Day::Today => add("day", "today", None),
                Day::Tomorrow => add("day", "tomorrow", None),
            }
        }
        filters.times.iter().for_each(|time| add("time", time.key(), None));
        for open in &filters.open {
            add("open", if *open == Open::Now { "now" } else { "soon" }, None);
        }
        filters.attendance.iter().for_each(|one| add("attendance", one.key(), None));
        for key in filters.programs.iter().filter(|key| store.programs.all().contains(key)) {
            let name = self.programs.get(key).map(|program| program.name.clone());
            add("program", key, name.or_else(|| Some(key.clone())));
        }
        for part in &filters.types {
            let types = types_of(part, store, &self.programs);
            if let Some(of) = types.first().and_then(|id| store.all_types.get(*id)) {
                add("type", part, Some(self.type_name(of.codes_of.as_deref(), &of.code)));
            }
        }
        for part in filters.regions.iter().filter(|part| !chains_of(part, store).is_empty()) {
            add("region", part, Some(part.clone()));
        }
        for kind in filters.kinds.iter().filter(|kind| store.kinds.all().contains(kind)) {
            add("kind", kind, None);
        }
        if let Some(needs) = &self.needs {
            for need in needs
                .each
                .iter()
                .filter(|(id, bits)| !bits.is_empty() && filters.needs.iter().any(|one| one == id))
            {
                add("need", need.0, None);
            }
            for part in &filters.speaks {
                let folded = fold(part);
                let known = needs.languages.iter().find(|(known, ..)| *known == folded);
                if let Some((_, name, _)) = known {
                    add("speaks", part, Some(name.clone()));
                }
            }
            [("free", filters.free, needs.free()), ("walk_in", filters.walk_in, needs.walk_in())]
                .into_iter()
                .filter(|(_, wanted, bits)| *wanted && bits.is_some())
                .for_each(|(key, ..)| add(key, "1", None));
        }
        all.truncate(MOST);
        if let Some(near) = self.understood(filters) {
            let place = (!near.is_me).then_some(near.name);
            all.push(Chosen { key: "near".to_owned(), part: filters.near.clone(), name: place });
            if let Some(within) = filters.within {
                all.push(Chosen { key: "within".to_owned(), part: within.to_string(), name: None });
            }
        }
        all
    }

    /// Notes on each type that it is chosen, and by which part of the address.
    pub(super) fn mark_types(&self, choices: &mut [Choice], filters: &Filters) {
        for part in &filters.types {
            let types = types_of(part, &self.store, &self.programs);
            let values: Vec<String> =
                types.iter().filter_map(|id| Some(self.type_value(self.store.all_types.get(*id)?))).collect();
            for choice in choices.iter_mut().filter(|choice| values.contains(&choice.value)) {
                choice.chosen_by.get_or_insert_with(|| part.clone());
            }
        }
    }
}

/// Notes on each choice of a key list that it is chosen.
pub(super) fn mark(choices: &mut [Choice], parts: &[String]) {
    for choice in choices.iter_mut().filter(|choice| parts.contains(&choice.value)) {
        choice.chosen_by = Some(choice.value.clone());
    }
}

/// Notes on each region that it is chosen, by its name or by a path that ends with it.
pub(super) fn mark_regions(choices: &mut [Choice], parts: &[String]) {
    for part in parts {
        let wanted = fold(part);
        let behind = format!(" > {wanted}");
        for choice in choices.iter_mut() {
            let path = fold(&choice.value);
            if path == wanted || path.ends_with(&behind) {
                choice.chosen_by.get_or_insert_with(|| part.clone());
            }
        }
    }
}
