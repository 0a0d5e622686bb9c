//! What stands around every page: banner, navigation, footer, and the voice of the app.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::nav::nav;
use crate::pages;
use crate::platform::timing;
use crate::route::{Page, Route};
use crate::site::site;
use crate::store::store;
use crate::ui::{icon, language_choice, mark, print_foot, toasts};

/// Says things aloud for those who don't see the page.
#[derive(Clone, Copy)]
pub(crate) struct Announcer {
    words: RwSignal<String>,
    /// The move whose heading was said last.
    said: StoredValue<u32>,
    /// The language has just been chosen: the page has another name now.
    renamed: StoredValue<bool>,
}

impl Announcer {
    /// Says something politely; the same words again are said again.
    pub(crate) fn say(self, words: String) {
        self.words.set(String::new());
        timing::after(50, move || {
            let _ = self.words.try_set(words);
        });
    }

    /// Says once for each move, and never for the first page, that a heading is to be said.
    pub(crate) fn is_due(self, moves: u32) -> bool {
        let due = moves != self.said.get_value();
        self.said.set_value(moves);
        due
    }

    /// Says once that the heading is another one because the language is.
    pub(crate) fn is_renamed(self) -> bool {
        let renamed = self.renamed.get_value();
        self.renamed.set_value(false);
        renamed
    }
}

const SECTIONS: [(Page, &str); 4] =
    [(Page::Home, "home"), (Page::Find, "find"), (Page::Cope, "wave"), (Page::Goals, "sprout")];

fn section_name(page: Page) -> &'static str {
    match page {
        Page::Find => t::nav_find(),
        Page::Cope => t::nav_cope(),
        Page::Goals => t::nav_goals(),
        _ => t::nav_home(),
    }
}

/// The section of the navigation that a page belongs to.
fn section_of(page: Page) -> Option<Page> {
    match page {
        Page::Home => Some(Page::Home),
        Page::Find | Page::Listing | Page::Saved => Some(Page::Find),
        Page::Cope | Page::CopeNow | Page::Skill => Some(Page::Cope),
        Page::Goals | Page::Goal | Page::GoalNew | Page::CheckIn | Page::Plan => Some(Page::Goals),
        _ => None,
    }
}

/// The whole app.
pub(crate) fn frame() -> View {
    let announcer = Announcer {
        words: RwSignal::new(String::new()),
        said: StoredValue::new(nav().moves()),
        renamed: StoredValue::new(site().take_switched()),
    };
    provide_context(announcer);
    let shown = nav().shown();
    let class = move || match shown.get().0 {
        Some(Page::Home) => "page hill",
        Some(Page::Find | Page::Listing | Page::Goals | Page::Goal) => "page wide",
        _ => "page",
    };
    view! {
        <a class="skip" href="#main">{t::frame_skip()}</a>
        {banner()}
        {notes()}
        <main id="main" class=class tabindex="-1">
            {move || pages::page(shown.get().0)}
        </main>
        {print_foot()}
        {footer()}
        {tab_bar()}
        {toasts().view()}
        <p class="sr" aria-live="polite">{move || announcer.words.get()}</p>
    }
}

fn current(page: Page) -> impl Fn() -> Option<&'static str> {
    let shown = nav().shown();
    move || (shown.get().0.and_then(section_of) == Some(page)).then_some("page")
}

fn banner() -> View {
    let site = site();
    let links = SECTIONS
        .map(|(page, _)| view! { <a href=page.href() aria-current=current(page)>{section_name(page)}</a> });
    view! {
        <header class="top">
            <div class="top-in">
                <a class="brand" href=Page::Home.href()>{mark()}<span>{move || site.get().name}</span></a>
                <nav class="main-nav" aria-label=t::frame_main_navigation()>{links.collect_view()}</nav>
                <div class="top-actions">
                    <a class="btn leave" data-action="leave" rel="noreferrer" href=move || site.get().leave_to>
                        {t::frame_leave_short()}<span class="sr">{t::frame_leave_rest()}</span>
                    </a>
                    <a class="btn help" data-action="help" href=Page::HelpNow.href()>
                        {icon("phone")}<span class="sr">{t::frame_help()}</span>
                        <span aria-hidden="true">{t::frame_help_short()}</span>
                    </a>
                </div>
            </div>
        </header>
    }
}

fn tab_bar() -> View {
    let links = SECTIONS.map(|(page, symbol)| {
        view! {
            <a href=page.href() aria-current=current(page)>{icon(symbol)}<span>{section_name(page)}</span></a>
        }
    });
    view! { <nav class="tabbar" aria-label=t::frame_sections()>{links.collect_view()}</nav> }
}

/// That this is an example, and what the person should know about their storage: each said once.
fn notes() -> View {
    let (site, store) = (site(), store());
    let example =
        move || site.get().example.then(|| view! { <p class="example-note">{t::frame_example()}</p> });
    let storage = move || {
        store.trouble().map(|words| {
            let offer = store.offer().map(|offer| {
                view! { <button type="button" class="btn" on:click=move |_| offer()>{t::settings_aside_save()}</button> }
            });
            view! {
                <div class="page">
                    <div class="notice info" role="status">
                        <p>{words}</p>
                        <div class="actions">
                            {offer}
                            <button type="button" class="btn" on:click=move |_| store.dismiss_trouble()>
                                {t::frame_understood()}
                            </button>
                        </div>
                    </div>
                </div>
            }
        })
    };
    view! { {example} {storage} }
}

fn footer() -> View {
    let link = |route: Route, words: &'static str| view! { <li><a href=route.href()>{words}</a></li> };
    view! {
        <footer class="foot">
            <ul>
                {link(Page::Support.into(), t::footer_kinds())}
                {link(Page::FirstStep.into(), t::footer_first_step())}
                {link(Page::Learn.into(), t::footer_learn())}
                {link(Page::Settings.into(), t::footer_privacy())}
            </ul>
            {language_choice()}
            <p class="fine">{t::footer_promise()}</p>
        </footer>
    }
}
