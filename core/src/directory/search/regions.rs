//! The tree of regions that is offered, and what each of its choices finds.
//!
//! A name is found at any level, so “Kings” at the top also finds the Kings within New York: a choice counts all
//! that it finds. Names that are told apart by case or accents alone are one choice.

use super::answer::Choice;
use super::bits::Bits;
use super::store::Store;
use crate::fold::fold;
use std::collections::{BTreeMap, HashMap};

/// A feed with more levels than a person can survey shows the first three.
const LEVELS: usize = 3;

/// The regions that are offered, children behind their parent, without counts.
#[derive(Debug)]
pub(super) struct Regions(Vec<Region>);

#[derive(Debug)]
struct Region {
    value: String,
    name: String,
    depth: u8,
    /// The lists of regions that it finds.
    chains: Vec<u32>,
}

#[derive(Default)]
struct Branch {
    name: String,
    /// How many of all listings lie here.
    listings: usize,
    /// By folded name.
    children: BTreeMap<String, Branch>,
}

impl Regions {
    pub(super) fn build(store: &Store) -> Regions {
        let mut listings = vec![0; store.chains.all().len()];
        (0..store.len()).for_each(|at| listings[store.chain(at) as usize] += 1);
        let mut found_by: HashMap<String, Vec<u32>> = HashMap::new();
        let mut tree = Branch::default();
        for (id, chain) in store.chains.all().iter().enumerate() {
            let folded: Vec<String> = chain.iter().map(|name| fold(name)).collect();
            let mut branch = &mut tree;
            for (from, name) in folded.iter().enumerate() {
                branch = branch.children.entry(name.clone()).or_default();
                branch.name.clone_from(&chain[from]);
                branch.listings += listings[id];
                for to in from..folded.len() {
                    let found = found_by.entry(folded[from..=to].join(" > ")).or_default();
                    if found.last() != Some(&(id as u32)) {
                        found.push(id as u32);
                    }
                }
            }
        }
        // A level that every listing shares is no choice.
        let (mut path, mut branch) = (Vec::new(), &tree);
        while let (Some(only), 1) = (branch.children.values().next(), branch.children.len()) {
            if only.listings < store.len() {
                break;
            }
            path.push(only.name.clone());
            branch = only;
        }
        let mut regions = Vec::new();
        branch.list(&mut path, 0, &found_by, &mut regions);
        Regions(regions)
    }

    /// Gives every region with how many of these listings it would leave.
    pub(super) fn choices(&self, store: &Store, among: &Bits) -> Vec<Choice> {
        let mut counts = vec![0; store.chains.all().len()];
        among.iter().for_each(|at| counts[store.chain(at) as usize] += 1);
        let choice = |region: &Region| Choice {
            value: region.value.clone(),
            name: region.name.clone(),
            depth: region.depth,
            of: None,
            count: region.chains.iter().map(|chain| counts[*chain as usize]).sum(),
            chosen_by: None,
        };
        self.0.iter().map(choice).collect()
    }
}

impl Branch {
    fn list(
        &self,
        path: &mut Vec<String>,
        depth: usize,
        found_by: &HashMap<String, Vec<u32>>,
        regions: &mut Vec<Region>,
    ) {
        for branch in self.children.values().filter(|_| depth < LEVELS) {
            path.push(branch.name.clone());
            let folded: Vec<String> = path.iter().map(|name| fold(name)).collect();
            let chains = found_by.get(&folded.join(" > ")).cloned().unwrap_or_default();
            regions.push(Region {
                value: path.join(" > "),
                name: branch.name.clone(),
                depth: depth as u8,
                chains,
            });
            branch.list(path, depth + 1, found_by, regions);
            path.pop();
        }
    }
}
