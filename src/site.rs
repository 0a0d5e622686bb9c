//! The settings of this site, which a nonprofit writes into `site.json`, and what is wrong with them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::i18n;
use crate::platform::fetch::{self, Freshness};
use crate::platform::{languages, page};

/// What the frame needs to know of the site.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Site {
    pub(crate) name: String,
    pub(crate) country: Option<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) leave_to: String,
    pub(crate) example: bool,
}

/// What is wrong in `site.json`, and where.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Problem {
    pub(crate) field: String,
    pub(crate) message: String,
}

impl Default for Site {
    fn default() -> Site {
        Site {
            name: "Alongside".to_owned(),
            country: None,
            languages: vec!["en".to_owned()],
            leave_to: "https://www.weather.gov".to_owned(),
            example: false,
        }
    }
}

impl Site {
    fn read(text: &str) -> (Site, Vec<Problem>) {
        let Ok(Value::Object(fields)) = serde_json::from_str::<Value>(text) else {
            return Site::missing("it is not JSON");
        };
        let mut site = Site::default();
        let text = |key: &str| fields.get(key).and_then(Value::as_str).map(str::to_owned);
        if let Some(name) = text("name") {
            site.name = name;
        }
        site.country = text("country");
        site.example = fields.get("example").and_then(Value::as_bool).unwrap_or(false);
        if let Some(leave_to) = text("leave_to").filter(|url| is_web(url)) {
            site.leave_to = leave_to;
        }
        if let Some(Value::Array(codes)) = fields.get("languages") {
            site.languages = codes.iter().filter_map(|code| code.as_str().map(str::to_owned)).collect();
        }
        (site, Vec::new())
    }

    fn missing(why: &str) -> (Site, Vec<Problem>) {
        (Site::default(), vec![Problem { field: "site.json".to_owned(), message: why.to_owned() }])
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The settings of the site as a signal; the defaults hold until `site.json` is read.
#[derive(Clone, Copy)]
pub(crate) struct SiteSignal {
    site: RwSignal<Site>,
    problems: RwSignal<Vec<Problem>>,
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
            chosen: RwSignal::new(None),
            language: RwSignal::new(i18n::language()),
        };
        spawn_local(async move {
            let (site, problems) = match fetch::text("site.json", Freshness::Checked).await {
                Ok(text) => Site::read(&text),
                Err(_) => Site::missing("it could not be loaded"),
            };
            signal.site.set(site);
            signal.problems.set(problems);
            signal.settle_language();
        });
        signal
    }

    /// The settings. Tracked.
    pub(crate) fn get(self) -> Site {
        self.site.get()
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
