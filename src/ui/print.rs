//! What is good to have on paper.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::page;
use crate::site::site;
use crate::ui::icon;

/// A button that prints the page.
pub(crate) fn print_button() -> View {
    view! {
        <button type="button" class="btn no-print" on:click=|_| page::print()>{icon("print")}{t::print_button()}</button>
    }
}

/// The foot of a printed page: whom to ask. The address isn't printed, since it may say what was looked for.
pub(crate) fn print_foot() -> View {
    let site = site();
    let words = move || {
        let site = site.get();
        let contact = [site.contact.phone.clone(), site.contact.email.clone(), site.contact.web.clone()];
        [Some(site.name.clone())].into_iter().chain(contact).flatten().collect::<Vec<_>>().join(" · ")
    };
    view! { <p class="print-foot">{words}</p> }
}
