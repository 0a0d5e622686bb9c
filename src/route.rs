//! Every page and every address of the app. Nothing else knows a path.

use alongside_core::fragment;

/// The pages; each has one path, at one level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Page {
    Home,
    Find,
    Listing,
    Support,
    Kind,
    Cope,
    CopeNow,
    Skill,
    Plan,
    Goals,
    Goal,
    GoalNew,
    CheckIn,
    Learn,
    FirstStep,
    Saved,
    HelpNow,
    Card,
    Settings,
    /// All parts of the interface, in a development build.
    #[cfg(any(debug_assertions, feature = "parts"))]
    Parts,
}

const PATHS: &[(Page, &str)] = &[
    (Page::Home, ""),
    (Page::Find, "find"),
    (Page::Listing, "listing"),
    (Page::Support, "support"),
    (Page::Kind, "kind"),
    (Page::Cope, "cope"),
    (Page::CopeNow, "cope-now"),
    (Page::Skill, "skill"),
    (Page::Plan, "plan"),
    (Page::Goals, "goals"),
    (Page::Goal, "goal"),
    (Page::GoalNew, "goal-new"),
    (Page::CheckIn, "check-in"),
    (Page::Learn, "learn"),
    (Page::FirstStep, "first-step"),
    (Page::Saved, "saved"),
    (Page::HelpNow, "help-now"),
    (Page::Card, "card"),
    (Page::Settings, "settings"),
    #[cfg(any(debug_assertions, feature = "parts"))]
    (Page::Parts, "parts"),
];

impl Page {
    /// Says whether what is after the `#` names one thing, so that another fragment is another page.
    pub(crate) fn shows_one(self) -> bool {
        matches!(self, Page::Listing | Page::Kind | Page::Skill | Page::Goal | Page::Card)
    }

    /// The address of the page with nothing after the `#`.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }
}

/// A page, and what a person chose on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Route {
    pub(crate) page: Page,
    /// What is after the `#`, as it stands in the address.
    pub(crate) fragment: String,
}

impl From<Page> for Route {
    fn from(page: Page) -> Route {
        Route { page, fragment: String::new() }
    }
}

impl Route {
    /// Reads the path and fragment of an address of a site whose folder is `base` (`/` or `/sub/`). A page is
    /// found with and without a trailing slash, and by the name of its file.
    pub(crate) fn parse(path: &str, fragment: &str, base: &str) -> Option<Route> {
        let path = path.strip_prefix(base).or_else(|| (format!("{path}/") == base).then_some(""))?;
        let path = path.strip_suffix('/').unwrap_or(path);
        let path = path.strip_suffix(".html").unwrap_or(path);
        let path = if path == "index" { "" } else { path.strip_suffix("/index").unwrap_or(path) };
        let (page, _) = PATHS.iter().find(|(_, known)| *known == path)?;
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment).to_owned();
        Some(Route { page: *page, fragment })
    }

    /// The page of one thing: `/skill#box-breath`.
    pub(crate) fn one(page: Page, id: &str) -> Route {
        Route { page, fragment: fragment::encode(id) }
    }

    /// The page that a text of the content names, with what is after its `#`: `find#need=work`.
    pub(crate) fn named(text: &str) -> Option<Route> {
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let (page, _) = PATHS.iter().find(|(_, known)| *known == path)?;
        Some(Route { page: *page, fragment: fragment.to_owned() })
    }

    /// The page with choices; empty ones are left out.
    pub(crate) fn with<'a>(page: Page, choices: impl IntoIterator<Item = (&'a str, &'a str)>) -> Route {
        Route { page, fragment: fragment::write(choices) }
    }

    /// The id after the `#`; empty if there is none or it can't be read.
    pub(crate) fn id(&self) -> String {
        fragment::decode(&self.fragment).unwrap_or_default()
    }

    /// One choice after the `#`.
    pub(crate) fn choice(&self, key: &str) -> Option<String> {
        fragment::last(&self.fragment, key).filter(|value| !value.is_empty())
    }

    /// The address, below the folder this site lives in.
    pub(crate) fn href(&self) -> String {
        crate::platform::base() + &self.relative()
    }

    /// The address, relative to the folder this site lives in.
    pub(crate) fn relative(&self) -> String {
        let path = PATHS.iter().find(|(page, _)| *page == self.page).map_or("", |(_, path)| path);
        if self.fragment.is_empty() { path.to_owned() } else { [path, "#", &self.fragment].concat() }
    }
}
