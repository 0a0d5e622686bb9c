//! Where the person is, and how they get elsewhere.
//!
//! Written here rather than taken from a router: after Back and Forward the router's own list of entries is
//! stale, so that a choice can be lost from the history, and it neither moves the focus nor says where one is.
//! A page here is a match on `Route`, and the address is one signal that Back, Forward, links and edits change.

use leptos::prelude::*;

use crate::platform::{address, base, page};
use crate::route::{Page, Route};

/// How a change is noted in the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A new entry: Back undoes it.
    Add,
    /// In place of the entry that is shown, as for each letter that is typed.
    Replace,
}

/// The address as a signal.
#[derive(Clone, Copy)]
pub(crate) struct Nav {
    /// `None` for an address that this site doesn't have.
    route: RwSignal<Option<Route>>,
    /// How many times another page was opened: 0 while the first is shown.
    moves: RwSignal<u32>,
}

impl Nav {
    /// Reads the address and follows it.
    pub(crate) fn start() -> Nav {
        let nav = Nav { route: RwSignal::new(take_address()), moves: RwSignal::new(0) };
        address::on_change(move || {
            let route = take_address();
            // Of an edited address some browsers tell twice; the second time the card is no longer in it.
            let is_told_again = route.as_ref() == Some(&Route::from(Page::Card));
            let shows_card =
                nav.route.with_untracked(|here| here.as_ref().is_some_and(|here| here.page == Page::Card));
            if !(is_told_again && shows_card) {
                nav.show(route);
            }
        });
        address::on_link(move |path, fragment| match Route::parse(path, fragment, &base()) {
            Some(route) => {
                nav.follow(route);
                true
            }
            // A file of this site, or a page that it doesn't have: the host answers.
            None => false,
        });
        nav
    }

    /// The page and its choices; `None` for an unknown address. Tracked.
    pub(crate) fn route(self) -> Option<Route> {
        self.route.get()
    }

    /// The page. Tracked, and told only of another page or, where a page shows one thing, of another thing.
    pub(crate) fn shown(self) -> Memo<(Option<Page>, String)> {
        Memo::new(move |_| match self.route.get() {
            Some(route) if route.page.shows_one() => (Some(route.page), route.fragment),
            Some(route) => (Some(route.page), String::new()),
            None => (None, String::new()),
        })
    }

    /// What is after the `#`. Tracked.
    pub(crate) fn fragment(self) -> Memo<String> {
        Memo::new(move |_| self.route.get().map(|route| route.fragment).unwrap_or_default())
    }

    /// What was after the `#` when the page was opened.
    pub(crate) fn fragment_now(self) -> String {
        self.route
            .with_untracked(|route| route.as_ref().map(|route| route.fragment.clone()))
            .unwrap_or_default()
    }

    /// One choice after the `#`. Tracked.
    pub(crate) fn choice(self, key: &'static str) -> Memo<Option<String>> {
        Memo::new(move |_| self.route.get().and_then(|route| route.choice(key)))
    }

    /// How many times another page was opened since the first.
    pub(crate) fn moves(self) -> u32 {
        self.moves.get_untracked()
    }

    /// Opens a page or changes what is chosen on it.
    pub(crate) fn go(self, route: Route, entry: Entry) {
        match entry {
            Entry::Add => address::push(&route.href()),
            Entry::Replace => address::replace(&route.href()),
        }
        self.show(Some(route));
    }

    /// Opens a page with a text in its history entry, where it looks when it opens.
    pub(crate) fn open_with(self, route: Route, state: &str) {
        address::push(&route.href());
        address::keep_state(state);
        self.show(Some(route));
        page::to_top();
    }

    /// Follows a link: a new entry, unless it leads to where one is.
    fn follow(self, route: Route) {
        let here = self.route.get_untracked();
        let same_page = here.as_ref().is_some_and(|here| !is_other_page(here, &route));
        let entry = if here.as_ref() == Some(&route) { Entry::Replace } else { Entry::Add };
        self.go(route, entry);
        if !same_page || entry == Entry::Replace {
            page::to_top();
        }
    }

    fn show(self, route: Option<Route>) {
        let here = self.route.get_untracked();
        if here == route {
            return;
        }
        let moved = match (&here, &route) {
            (Some(here), Some(there)) => is_other_page(here, there),
            _ => true,
        };
        if moved {
            self.moves.update(|moves| *moves += 1);
        }
        self.route.set(route);
    }
}

fn is_other_page(here: &Route, there: &Route) -> bool {
    here.page != there.page || (here.page.shows_one() && here.fragment != there.fragment)
}

/// The page that the address names; `None` for one that this site doesn’t have.
pub(crate) fn read_address() -> Option<Route> {
    let (path, fragment) = address::current();
    Route::parse(&path, &fragment, &base())
}

/// The same; a card is taken out of the address, and so out of the history, before anything of it is drawn.
fn take_address() -> Option<Route> {
    let route = read_address();
    if route.as_ref().is_some_and(|route| route.page == Page::Card && !route.fragment.is_empty()) {
        address::replace(&Page::Card.href());
    }
    route
}

/// The navigation of the app.
pub(crate) fn nav() -> Nav {
    expect_context()
}
