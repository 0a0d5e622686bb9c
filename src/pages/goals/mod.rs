//! A person's goals: the list, one goal, a new one, and today's check-in.

mod amount;
pub(super) mod check_in;
mod days;
mod form;
mod lapse;
pub(super) mod list;
pub(super) mod new;
mod numbers;
pub(super) mod one;
mod rest;
mod said;
mod see;
mod state;
mod stopping;
mod summary;
