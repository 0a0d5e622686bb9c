//! The settings of this site, which a nonprofit writes into `site.json`, what is wrong with them, and the
//! language that follows from them.

use alongside_core::site::{Problem, Site};
use leptos::prelude::*;

use crate::i18n::{self, Language, t};
use crate::platform::fetch::{self, Freshness, Trouble};
use crate::platform::intl::primary;
use crate::platform::{languages, page, timing};

/// How long the first drawing waits, in milliseconds: for `site.json`, and then for the words of its language.
/// The static page with its help lines stands meanwhile.
const PATIENCE: u64 = 1_000;

/// The settings of the site as a signal; the defaults hold until `site.json` is read.
#[derive(Clone, Copy)]
pub(crate) struct SiteSignal {
    site: RwSignal<Site>,
    problems: RwSignal<Vec<Problem>>,
    /// False until `site.json` is read or known to be missing.
    settled: RwSignal<bool>,
    /// The language a person chose; empty follows the browser.
    chosen: StoredValue<String>,
    /// The language that is wanted last; its words may be on their way.
    wanted: StoredValue<String>,
    /// How many times a language was shown: 0 until the first is settled.
    shown: RwSignal<u32>,
    /// The person has just chosen another language, which is to be said.
    switched: StoredValue<bool>,
    /// The words of the language that a person chose could not be had.
    unheard: RwSignal<bool>,
}

impl SiteSignal {
    /// Starts with the defaults and the language that a person once chose, and reads the file.
    pub(crate) fn start(chosen: Option<String>) -> SiteSignal {
        let signal = SiteSignal {
            site: RwSignal::new(Site::default()),
            problems: RwSignal::new(Vec::new()),
            settled: RwSignal::new(false),
            chosen: StoredValue::new(chosen.unwrap_or_default()),
            wanted: StoredValue::new(String::new()),
            shown: RwSignal::new(0),
            switched: StoredValue::new(false),
            unheard: RwSignal::new(false),
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
        signal.wait_no_longer();
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

    /// Says whether a language is shown. Tracked, and told of each other language.
    pub(crate) fn has_language(self) -> bool {
        self.shown.get() > 0
    }

    /// The languages a person can choose from: those of the site that there are words for. Tracked.
    pub(crate) fn languages(self) -> Vec<String> {
        self.site.with(available)
    }

    /// Shows the app in a language; `None` follows the browser.
    pub(crate) fn choose_language(self, code: Option<String>) {
        let code = code.unwrap_or_default();
        if self.chosen.get_value() != code {
            self.chosen.set_value(code);
            self.switched.set_value(true);
            self.settle_language();
        }
    }

    /// Says once that the person has just chosen another language.
    pub(crate) fn take_switched(self) -> bool {
        let switched = self.switched.get_value();
        self.switched.set_value(false);
        switched
    }

    /// The words of the chosen language could not be had. Tracked.
    pub(crate) fn is_unheard(self) -> bool {
        self.unheard.get()
    }

    /// Chosen, else the first of the browser's that the site lists, else the site's first, else English.
    fn settle_language(self) {
        let listed = self.site.with_untracked(available);
        let of_browser = languages().iter().map(|code| primary(code)).find(|code| listed.contains(code));
        let chosen = Some(self.chosen.get_value()).filter(|code| i18n::has(code));
        let code =
            chosen.or(of_browser).or_else(|| listed.first().cloned()).unwrap_or_else(|| "en".to_owned());
        self.wanted.set_value(code.clone());
        self.unheard.set(false);
        if let Some(language) = i18n::loaded(&code) {
            return self.show(language);
        }
        self.wait_no_longer();
        i18n::load(&code.clone(), move |language| {
            let is_wanted = self.wanted.with_value(|wanted| *wanted == code);
            match language {
                Some(language) if is_wanted => self.show(language),
                None if is_wanted && self.shown.get_untracked() > 0 => self.unheard.set(true),
                None if is_wanted => self.show_english(),
                _ => {}
            }
        });
    }

    fn show(self, language: &'static Language) {
        let is_other = self.shown.get_untracked() == 0 || i18n::language() != language.code;
        i18n::show(language);
        page::set_language(language.code, language.dir);
        page::give_sentences(
            "trouble",
            &[("data-not-started", t::trouble_not_started()), ("data-stopped", t::trouble_stopped())],
        );
        page::give_sentences(
            "leave-status",
            &[
                ("data-two-left", t::leave_two_left()),
                ("data-one-left", t::leave_one_left()),
                ("data-leaving", t::leave_leaving()),
            ],
        );
        if is_other {
            self.shown.update(|shown| *shown += 1);
        }
    }

    fn show_english(self) {
        if let Some(english) = i18n::loaded("en") {
            self.show(english);
        }
    }

    /// After a while the app is drawn in English; the language that is wanted follows when it comes.
    fn wait_no_longer(self) {
        timing::after(PATIENCE, move || {
            if self.shown.get_untracked() == 0 {
                self.show_english();
            }
        });
    }
}

/// The languages of the site that there are words for.
fn available(site: &Site) -> Vec<String> {
    site.languages.iter().map(|code| primary(code)).filter(|code| i18n::has(code)).collect()
}

/// The settings of this site.
pub(crate) fn site() -> SiteSignal {
    expect_context()
}
