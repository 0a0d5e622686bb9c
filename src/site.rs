//! The settings of this site, which a nonprofit writes into `site.json`, and what is wrong with them.

use alongside_core::site::{Problem, Site};
use leptos::prelude::*;

use crate::i18n;
use crate::platform::fetch::{self, Freshness, Trouble};
use crate::platform::{languages, page};

/// The settings of the site as a signal; the defaults hold until `site.json` is read.
#[derive(Clone, Copy)]
pub(crate) struct SiteSignal {
    site: RwSignal<Site>,
    problems: RwSignal<Vec<Problem>>,
    /// False until `site.json` is read or known to be missing.
    settled: RwSignal<bool>,
    /// The language a person chose; `None` follows the browser.
    chosen: RwSignal<Option<String>>,
    language: RwSignal<&'static str>,
}

impl SiteSignal {
    /// Starts with the defaults and reads the file.
    pub(crate) fn start() -> SiteSignal {
        let signal = SiteSignal {
            site: RwSignal::new(Site::default()),
            problems: RwSignal::new(Vec::new()),
            settled: RwSignal::new(false),
            chosen: RwSignal::new(None),
            language: RwSignal::new(i18n::language()),
        };
        let take = move |text| {
            let (site, problems) = match text {
                Ok::<String, Trouble>(text) => Site::read(&text),
                Err(_) => Site::missing("It could not be loaded."),
            };
            signal.site.set(site);
            signal.problems.set(problems);
            signal.settle_language();
            signal.settled.set(true);
        };
        fetch::text_then("site.json".to_owned(), Freshness::Checked, Box::new(take));
        signal
    }

    /// The settings. Tracked.
    pub(crate) fn get(self) -> Site {
        self.site.get()
    }

    /// The settings as they are now. Not tracked.
    pub(crate) fn now(self) -> Site {
        self.site.get_untracked()
    }

    /// Says whether `site.json` has been read, or is known to be missing. Tracked.
    pub(crate) fn is_settled(self) -> bool {
        self.settled.get()
    }

    /// What is wrong with them. Tracked.
    pub(crate) fn problems(self) -> Vec<Problem> {
        self.problems.get()
    }

    /// The language that is shown. Tracked.
    pub(crate) fn language(self) -> &'static str {
        self.language.get()
    }

    /// Shows the app in a language; `None` follows the browser.
    pub(crate) fn choose_language(self, code: Option<String>) {
        self.chosen.set(code);
        self.settle_language();
    }

    /// Chosen, else the first of the browser's that the site lists, else the site's first, else English.
    fn settle_language(self) {
        let listed = self.site.with_untracked(|site| site.languages.clone());
        let asked = languages();
        let primary = |code: &String| code.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let of_browser = asked.iter().map(primary).filter(|code| listed.contains(code));
        let wanted: Vec<String> =
            self.chosen.get_untracked().into_iter().chain(of_browser).chain(listed.iter().cloned()).collect();
        i18n::choose_language(wanted.iter().map(String::as_str));
        page::set_language(i18n::language());
        if self.language.get_untracked() != i18n::language() {
            self.language.set(i18n::language());
        }
    }
}

/// The settings of this site.
pub(crate) fn site() -> SiteSignal {
    expect_context()
}
