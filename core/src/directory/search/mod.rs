//! Searching the directory: fold, index, query, order, facets.

mod bits;
mod fold;
mod words;

pub use fold::fold;
pub use words::{LONGEST_QUERY, Words};
