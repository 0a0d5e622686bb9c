//! Searching the directory: fold, index, query, order, facets.

mod address;
mod answer;
mod bits;
mod chosen;
mod directory;
mod facets;
mod filters;
mod index;
mod known;
mod near;
mod needs;
mod order;
mod places;
mod regions;
mod store;
mod when;
mod words;

pub use answer::{
    Answer, Choice, Chosen, Facets, ListingView, Near, ResultRow, SlotView, TimeView, TypeView,
};
pub use directory::{Directory, DirectoryBuilder};
pub use filters::{Day, Filters, Open};
pub use near::distance_digits;
pub use places::PlaceName;
pub use when::Moment;
pub use words::{LONGEST_QUERY, Words};

#[cfg(test)]
mod tests;
