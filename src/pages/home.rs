//! `/`: what do you need right now? Three doors, and help lines beside them.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::route::Page;
use crate::ui::{heading, icon, near_lines, site_problems, symbol};

/// The page.
pub(super) fn page() -> View {
    view! {
        <div class="home">
            <div class="home-ask">
                {heading(t::home_title())}
                <p class="lead">{t::home_question()}</p>
                {site_problems()}
                <div class="doors">
                    {door(Page::CopeNow, "sky", "wave", t::home_cope(), t::home_cope_more())}
                    {door(Page::Find, "pine", "people", t::home_find(), t::home_find_more())}
                    {door(Page::Goals, "dawn", "sprout", t::home_goals(), t::home_goals_more())}
                </div>
                <p class="fine aside-note">
                    {icon("leave")}
                    <span>{t::home_privacy()}" "<a href=Page::Settings.href()>{t::home_privacy_how()}</a></span>
                </p>
            </div>
            <div class="home-help">
                {near_lines()}
                <p><a href=Page::HelpNow.href()>{t::lines_all()}</a></p>
            </div>
        </div>
        <div class="scene">
            <svg aria-hidden="true"><use_ href=symbol("scene")></use_></svg>
        </div>
    }
}

fn door(
    page: Page,
    color: &'static str,
    symbol: &'static str,
    name: &'static str,
    more: &'static str,
) -> View {
    view! {
        <a class="door" href=page.href()>
            <span class=format!("door-icon {color}")>{icon(symbol)}</span>
            <span class="door-text"><strong>{name}</strong><span>{more}</span></span>
            {icon("chevron")}
        </a>
    }
}
