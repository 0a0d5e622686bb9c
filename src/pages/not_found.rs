//! An address that this site doesn't have: help all the same, and the way home.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::route::Page;
use crate::ui::{heading, near_lines};

/// The page.
pub(super) fn page() -> View {
    view! {
        {heading(t::not_found_title())}
        <p class="lead">{t::not_found_lead()}</p>
        <p><a class="btn primary" href=Page::Home.href()>{t::not_found_home()}</a></p>
        {near_lines()}
        <p><a href=Page::HelpNow.href()>{t::lines_all()}</a></p>
    }
}
