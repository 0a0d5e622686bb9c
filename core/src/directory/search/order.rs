//! One way to sort, so that the worker's wasm holds one: each further kind of list costs it 5 to 15 KB.

use std::cmp::Ordering;

/// Gives the positions 0 to `len` in the order that `compare` says; equal ones stay as they were.
pub(super) fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut positions: Vec<u32> = (0..len as u32).collect();
    positions.sort_by(|a, b| compare(*a as usize, *b as usize));
    positions
}

/// Gives the items in the order of what `key` makes of them; equal ones stay as they were.
pub(super) fn sorted<T: Clone, K: Ord>(items: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(items.len(), &|a, b| keys[a].cmp(&keys[b]));
    order.into_iter().map(|at| items[at as usize].clone()).collect()
}

/// Gives the distinct items in order.
pub(super) fn distinct<T: Clone + Ord>(items: &[T]) -> Vec<T> {
    let mut all = sorted(items, T::clone);
    all.dedup();
    all
}
