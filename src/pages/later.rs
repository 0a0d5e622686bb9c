//! Pages whose part of the app comes in a later version: they say so, and where to go now.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::route::Page;
use crate::ui::{heading, link_row, link_rows};

/// `/plan`: a person's own plan for hard days.
pub(super) fn plan() -> View {
    let ways =
        [(Page::CopeNow, t::home_cope()), (Page::HelpNow, t::lines_all()), (Page::Goals, t::goals_title())];
    page(t::plan_title(), t::plan_lead(), &ways)
}

fn page(title: &'static str, lead: &'static str, ways: &[(Page, &'static str)]) -> View {
    let links = ways.iter().map(|(page, words)| link_row(page.href(), *words, None)).collect_view();
    view! {
        {heading(title)}
        <p class="lead">{lead}</p>
        <h2>{t::later_now()}</h2>
        {link_rows(links)}
    }
}
