//! The heading of a page, and what follows from it: the title, the focus, what is said aloud.

use crate::view::prelude::*;

use crate::nav::nav;
use crate::platform::page;
use crate::site::site;
use crate::ui::frame::Announcer;

/// The one `h1` of a page. After a move it takes the focus, and its words are said politely.
pub(crate) fn heading(words: impl Into<String>) -> View {
    let words = words.into();
    let (nav, site, announcer) = (nav(), site(), expect_context::<Announcer>());
    let title = words.clone();
    Effect::new(move |_| page::set_title(&format!("{title} – {}", site.get().name)));
    let said = words.clone();
    if announcer.is_due(nav.moves()) {
        page::focus("#main h1");
        announcer.say(said);
    } else if announcer.is_renamed() {
        announcer.say(said);
    }
    plain(words)
}

fn plain(words: String) -> View {
    view! { <h1 tabindex="-1">{words}</h1> }
}
