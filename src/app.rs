//! Puts the app together: what every page shares, and which page is shown.

use crate::content::Contents;
use crate::directory::Finder;
use crate::lazy;
use crate::nav::Nav;
use crate::platform;
use crate::site::SiteSignal;
use crate::store::Store;
use crate::ui::{Toasts, frame};
use crate::view::mount;
use crate::view::prelude::*;

/// Mounts the app. `boot.js` takes the static page away in the task in which the first heading appears.
pub(crate) fn start() {
    let Some(place) = platform::page::mount_point() else { return };
    lazy::start(move || mount(&place, root));
}

fn root() -> View {
    // These live as long as the app does, so no page can hold one that is gone.
    let nav = Nav::start();
    let store = Store::start();
    lazy::wake(store);
    let site = SiteSignal::start(untrack(|| store.settings().language));
    provide_context(nav);
    provide_context(store);
    provide_context(site);
    provide_context(Finder::new(site));
    provide_context(Contents::new());
    provide_context(Toasts::new());
    Effect::new(move |_| site.choose_language(store.settings().language));
    // The whole app is drawn anew when the language changes: see `i18n`.
    live(move || {
        site.has_language().then(|| {
            // The place of what had the focus may have been drawn anew as well.
            if let Some(id) = platform::page::focused_id() {
                platform::page::focus(&format!("#{id}"));
            }
            frame::frame()
        })
    })
}
