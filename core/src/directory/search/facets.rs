//! What can still be chosen, with how many listings each choice would leave: no choice leads to a dead end.
//!
//! Within one filter choices add up, so the counts of a filter are those of all the other filters. Types are
//! different: all of them must hold, so a further type is counted among what is shown.

use super::answer::{Choice, Facets};
use super::bits::Bits;
use super::chosen::{mark, mark_regions};
use super::directory::{Directory, Filter, is_attended};
use super::filters::{Day, Filters, Open};
use super::order::sorted;
use super::regions::Regions;
use super::store::TypeOf;
use super::when::{Moment, any_counts};
use crate::directory::listing::Attendance;
use crate::directory::schedule::PartOfDay;
use crate::fold::fold;
use crate::time::Weekday;

impl Directory {
    /// Takes what is after the `#` of `/find` and the moment; gives every choice with its count.
    pub fn facets(&mut self, fragment: &str, moment: &Moment) -> Facets {
        let filters = Filters::parse(fragment);
        self.bring_slots(moment);
        let when = self.without(Filter::When, &filters, moment);
        let attendance = self.without(Filter::Attendance, &filters, moment);
        let programs = self.without(Filter::Program, &filters, moment);
        let kinds = self.without(Filter::Kind, &filters, moment);
        let regions = self.without(Filter::Region, &filters, moment);
        let mut types = self.without(Filter::Type, &filters, moment);
        if !filters.any_type
            && let Some(chosen) =
                super::known::Known::of(&filters, &self.store, &self.programs).with_types(&self.store, false)
        {
            types.and(&chosen);
        }
        let store = &self.store;
        let tree = self.regions.get_or_insert_with(|| Regions::build(store));
        let mut regions = tree.choices(store, &regions);
        let (mut programs, mut kinds) = (self.program_choices(&programs), self.kind_choices(&kinds));
        let mut types = self.type_choices(&types);
        mark(&mut programs, &filters.programs);
        mark(&mut kinds, &filters.kinds);
        mark_regions(&mut regions, &filters.regions);
        self.mark_types(&mut types, &filters);
        let (mut needs, mut languages, ease) = self.service_choices(&filters, moment);
        mark(&mut needs, &filters.needs);
        for choice in &mut languages {
            let part = filters.speaks.iter().find(|part| fold(part) == fold(&choice.value));
            choice.chosen_by = part.cloned();
        }
        for choices in [&mut programs, &mut kinds, &mut types, &mut regions, &mut needs, &mut languages] {
            drop_dead_ends(choices);
        }
        let count =
            |days: &[Day], times: &[PartOfDay], open: &[Open]| self.count_when(&when, days, times, open);
        Facets {
            days: Weekday::ALL.map(|day| count(&[Day::On(day)], &filters.times, &filters.open)).to_vec(),
            times: PartOfDay::ALL.map(|time| count(&filters.days, &[time], &filters.open)).to_vec(),
            open: [Open::Now, Open::Soon].map(|open| count(&filters.days, &filters.times, &[open])).to_vec(),
            attendance: Attendance::ALL
                .map(|one| {
                    attendance.iter().filter(|at| is_attended(self.store.attendance(*at), &[one])).count()
                })
                .to_vec(),
            programs,
            types,
            regions,
            kinds,
            needs,
            languages,
            ease,
        }
    }

    /// What can be chosen of services; nothing where there are none.
    fn service_choices(
        &mut self,
        filters: &Filters,
        moment: &Moment,
    ) -> (Vec<Choice>, Vec<Choice>, Vec<usize>) {
        if !(0..self.store.len()).any(|at| self.store.is_service(at)) {
            return (Vec::new(), Vec::new(), vec![0, 0]);
        }
        self.needs_of_all();
        let among = [Filter::Need, Filter::Speaks, Filter::Free, Filter::WalkIn]
            .map(|filter| self.without(filter, filters, moment));
        let Some(needs) = &self.needs else { return (Vec::new(), Vec::new(), vec![0, 0]) };
        let count = |among: &Bits, bits: &Bits| {
            let mut both = among.clone();
            both.and(bits);
            both.count()
        };
        let choice = |value: &str, name: &str, count: usize| Choice {
            value: value.to_owned(),
            name: name.to_owned(),
            depth: 0,
            of: None,
            count,
            chosen_by: None,
        };
        let each = needs.each.iter().map(|(id, bits)| choice(id, id, count(&among[0], bits)));
        let languages =
            needs.languages.iter().map(|(_, name, bits)| choice(name, name, count(&among[1], bits)));
        let ease = [(needs.free(), &among[2]), (needs.walk_in(), &among[3])]
            .map(|(bits, among)| bits.map_or(0, |bits| count(among, &bits)));
        (each.collect(), by_name(&languages.collect::<Vec<_>>()), ease.to_vec())
    }

    fn count_when(&self, among: &Bits, days: &[Day], times: &[PartOfDay], open: &[Open]) -> usize {
        let Some(slots) = self.slots_now() else { return 0 };
        let fits = slots.satisfying(days, times, open);
        among.iter().filter(|at| any_counts(&self.store, *at, &fits)).count()
    }

    fn program_choices(&self, among: &Bits) -> Vec<Choice> {
        let mut counts = vec![0; self.store.programs.all().len()];
        among.iter().filter_map(|at| self.store.program(at)).for_each(|id| counts[id as usize] += 1);
        let choices = self.store.programs.all().iter().zip(counts).map(|(key, count)| {
            let name = self.programs.get(key).map_or_else(|| key.clone(), |program| program.name.clone());
            Choice { value: key.clone(), name, depth: 0, of: None, count, chosen_by: None }
        });
        by_name(&choices.collect::<Vec<_>>())
    }

    fn kind_choices(&self, among: &Bits) -> Vec<Choice> {
        let mut counts = vec![0; self.store.kinds.all().len()];
        among.iter().filter_map(|at| self.store.kind(at)).for_each(|id| counts[id as usize] += 1);
        let choices = self.store.kinds.all().iter().zip(counts).map(|(id, count)| Choice {
            value: id.clone(),
            name: id.clone(),
            depth: 0,
            of: None,
            count,
            chosen_by: None,
        });
        by_name(&choices.collect::<Vec<_>>())
    }

    fn type_choices(&self, among: &Bits) -> Vec<Choice> {
        let all = self.store.all_types.all();
        let mut counts = vec![0; all.len()];
        among.iter().flat_map(|at| self.store.types(at)).for_each(|id| counts[*id as usize] += 1);
        let several_programs = self.store.programs.all().len() > 1;
        let choices = all.iter().zip(counts).map(|(of, count)| {
            let value = self.type_value(of);
            let short = of
                .program
                .as_deref()
                .and_then(|key| self.programs.get(key))
                .map(|program| program.short.clone());
            let name = self.type_name(of.codes_of.as_deref(), &of.code);
            Choice { value, name, depth: 0, of: short.filter(|_| several_programs), count, chosen_by: None }
        });
        sorted(&by_name(&choices.collect::<Vec<_>>()), |choice| choice.of.as_deref().map(fold))
    }

    /// Gives how a type is written in the address: with its program where others have the same code.
    pub(super) fn type_value(&self, of: &TypeOf) -> String {
        let all = self.store.all_types.all();
        let elsewhere = all.iter().any(|other| other.code == of.code && other.program != of.program);
        match &of.program {
            Some(program) if elsewhere => format!("{program}:{}", of.code),
            _ => of.code.clone(),
        }
    }
}

/// Keeps what leaves a listing, what is chosen, and the regions that lead to it.
fn drop_dead_ends(choices: &mut Vec<Choice>) {
    let chosen: Vec<String> = choices
        .iter()
        .filter(|choice| choice.chosen_by.is_some())
        .map(|choice| choice.value.clone())
        .collect();
    let leads_to = |value: &str| {
        chosen.iter().any(|chosen| {
            chosen.strip_prefix(value).is_some_and(|rest| rest.is_empty() || rest.starts_with(" > "))
        })
    };
    choices.retain(|choice| choice.count > 0 || leads_to(&choice.value));
}

fn by_name(choices: &[Choice]) -> Vec<Choice> {
    sorted(choices, |choice| fold(&choice.name))
}
