//! Filters, with what no listing of this site has dropped.

use super::bits::Bits;
use super::filters::Filters;
use super::store::Store;
use crate::directory::program::Programs;
use crate::fold::fold;

/// The filters that listings are compared with: positions in the store's tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) programs: Vec<u32>,
    /// For each code that was chosen, the types it means.
    pub(crate) types: Vec<Vec<u32>>,
    pub(crate) chains: Option<Vec<u32>>,
    pub(crate) kinds: Vec<u32>,
}

impl Known {
    pub(crate) fn of(filters: &Filters, store: &Store, programs: &Programs) -> Known {
        let position =
            |all: &[String], key: &String| all.iter().position(|known| known == key).map(|at| at as u32);
        let regions: Vec<Vec<u32>> = filters
            .regions
            .iter()
            .map(|region| chains_of(region, store))
            .filter(|chains| !chains.is_empty())
            .collect();
        Known {
            programs: filters.programs.iter().filter_map(|key| position(store.programs.all(), key)).collect(),
            types: filters
                .types
                .iter()
                .map(|code| types_of(code, store, programs))
                .filter(|types| !types.is_empty())
                .collect(),
            chains: (!regions.is_empty()).then(|| regions.concat()),
            kinds: filters.kinds.iter().filter_map(|key| position(store.kinds.all(), key)).collect(),
        }
    }

    pub(crate) fn with_program(&self, store: &Store) -> Option<Bits> {
        let fits = |at| store.program(at).is_some_and(|program| self.programs.contains(&program));
        (!self.programs.is_empty()).then(|| Bits::from_fn(store.len(), fits))
    }

    pub(crate) fn with_kind(&self, store: &Store) -> Option<Bits> {
        let fits = |at| store.kind(at).is_some_and(|kind| self.kinds.contains(&kind));
        (!self.kinds.is_empty()).then(|| Bits::from_fn(store.len(), fits))
    }

    pub(crate) fn with_types(&self, store: &Store, any: bool) -> Option<Bits> {
        let has = |at: usize, types: &Vec<u32>| store.types(at).iter().any(|one| types.contains(one));
        let fits = |at| {
            if any {
                self.types.iter().any(|types| has(at, types))
            } else {
                self.types.iter().all(|types| has(at, types))
            }
        };
        (!self.types.is_empty()).then(|| Bits::from_fn(store.len(), fits))
    }

    pub(crate) fn in_region(&self, store: &Store) -> Option<Bits> {
        let chains = self.chains.as_ref()?;
        let mut fits = vec![false; store.chains.all().len()];
        for chain in chains {
            fits[*chain as usize] = true;
        }
        Some(Bits::from_fn(store.len(), |at| fits.get(store.chain(at) as usize).copied().unwrap_or(false)))
    }
}

/// Gives the types that a code means: exactly, then ignoring case; `program:code` only in that program.
pub(super) fn types_of(given: &str, store: &Store, programs: &Programs) -> Vec<u32> {
    let (program, code) = match given.split_once(':') {
        Some((program, code)) if programs.get(program).is_some() => (Some(program), code.trim()),
        _ => (None, given),
    };
    let matching = |same: &dyn Fn(&str) -> bool| -> Vec<u32> {
        let all = store.all_types.all().iter().enumerate();
        all.filter(|(_, of)| (program.is_none() || of.program.as_deref() == program) && same(&of.code))
            .map(|(id, _)| id as u32)
            .collect()
    };
    let exact = matching(&|known| known == code);
    if exact.is_empty() { matching(&|known| fold(known) == fold(code)) } else { exact }
}

/// Gives the lists of regions that have a region: the name is tried whole, then as a path with ` > ` that
/// matches any run of levels.
pub(super) fn chains_of(given: &str, store: &Store) -> Vec<u32> {
    let folded: Vec<Vec<String>> =
        store.chains.all().iter().map(|chain| chain.iter().map(|level| fold(level)).collect()).collect();
    let having = |run: &[String]| -> Vec<u32> {
        let fits = |chain: &Vec<String>| chain.windows(run.len().max(1)).any(|levels| levels == run);
        folded.iter().enumerate().filter(|(_, chain)| fits(chain)).map(|(id, _)| id as u32).collect()
    };
    let whole = having(&[fold(given)]);
    if !whole.is_empty() {
        return whole;
    }
    let path: Vec<String> = given.split(" > ").map(fold).collect();
    if path.len() > 1 { having(&path) } else { Vec::new() }
}
