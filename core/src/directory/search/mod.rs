//! Searching the directory: fold, index, query, order, facets.

mod answer;
mod bits;
mod chosen;
mod directory;
mod facets;
mod filters;
mod index;
mod known;
mod order;
mod store;
mod when;
mod words;

pub use answer::{Answer, Choice, Chosen, Facets, ListingView, ResultRow, SlotView, TimeView, TypeView};
pub use directory::{Directory, DirectoryBuilder};
pub use filters::{Day, Filters, Open};
pub use when::Moment;
pub use words::{LONGEST_QUERY, Words};

#[cfg(test)]
mod tests;
