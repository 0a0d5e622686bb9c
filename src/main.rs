//! The app: a shell around `alongside-core` that draws pages and keeps what a person saves.
//!
//! `platform` is the only module that knows a browser, `route` the only one that knows an address, `store` the
//! only one that knows what is kept. Pages ask the core and show its answer.

mod app;
mod content;
mod directory;
mod i18n;
mod lazy;
mod nav;
mod pages;
mod platform;
mod route;
mod site;
mod store;
mod ui;
mod view;

fn main() {
    platform::trouble::watch();
    alongside_core::fold::plain_letters_by(platform::plain_letters::plain_letters);
    app::start();
}
