//! What can still be chosen, with how many listings each choice would leave.
//!
//! Within one filter choices add up, so the counts of a filter are those of all the other filters. Types are
//! different: all of them must hold, so a further type is counted among what is shown.

use super::answer::{Choice, Facets};
use super::bits::Bits;
use super::chosen::{mark, mark_regions};
use super::directory::{Directory, Filter, is_attended};
use super::filters::{Day, Filters};
use super::order::sorted;
use super::store::TypeOf;
use super::when::{Moment, any_counts};
use crate::directory::listing::Attendance;
use crate::directory::schedule::PartOfDay;
use crate::fold::fold;
use crate::time::Weekday;
use std::collections::BTreeMap;

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
        let (mut programs, mut kinds) = (self.program_choices(&programs), self.kind_choices(&kinds));
        let (mut types, mut regions) = (self.type_choices(&types), self.region_choices(&regions));
        mark(&mut programs, &filters.programs);
        mark(&mut kinds, &filters.kinds);
        mark_regions(&mut regions, &filters.regions);
        self.mark_types(&mut types, &filters);
        Facets {
            days: Weekday::ALL
                .map(|day| self.count_when(&when, &[Day::On(day)], &filters.times, &filters))
                .to_vec(),
            times: PartOfDay::ALL
                .map(|time| self.count_when(&when, &filters.days, &[time], &filters))
                .to_vec(),
            attendance: Attendance::ALL
                .map(|one| {
                    attendance.iter().filter(|at| is_attended(self.store.attendance(*at), &[one])).count()
                })
                .to_vec(),
            programs,
            types,
            regions,
            kinds,
        }
    }

    fn count_when(&self, among: &Bits, days: &[Day], times: &[PartOfDay], filters: &Filters) -> usize {
        let Some(slots) = self.slots_now() else { return 0 };
        let fits = slots.satisfying(days, times, &filters.open);
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
        sorted(&by_name(&choices.collect::<Vec<_>>()), |choice| choice.of.clone())
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

    fn region_choices(&self, among: &Bits) -> Vec<Choice> {
        let mut counts = vec![0; self.store.chains.all().len()];
        among.iter().for_each(|at| counts[self.store.chain(at) as usize] += 1);
        let mut tree = Branch::default();
        for (chain, count) in self.store.chains.all().iter().zip(counts) {
            let mut branch = &mut tree;
            for region in chain {
                branch = branch.children.entry(region.clone()).or_default();
                branch.count += count;
            }
        }
        let mut choices = Vec::new();
        tree.list(&mut Vec::new(), &mut choices);
        choices
    }
}

#[derive(Default)]
struct Branch {
    count: usize,
    children: BTreeMap<String, Branch>,
}

impl Branch {
    fn list(&self, path: &mut Vec<String>, choices: &mut Vec<Choice>) {
        for (name, branch) in &self.children {
            path.push(name.clone());
            let depth = path.len() as u8 - 1;
            choices.push(Choice {
                value: path.join(" > "),
                name: name.clone(),
                depth,
                of: None,
                count: branch.count,
                chosen_by: None,
            });
            // A feed with more levels than a person can survey shows the first three.
            if path.len() < 3 {
                branch.list(path, choices);
            }
            path.pop();
        }
    }
}

fn by_name(choices: &[Choice]) -> Vec<Choice> {
    sorted(choices, |choice| fold(&choice.name))
}
