//! Listings into the person's own calendar, by its name or by a word that says nothing.

use crate::view::prelude::*;
use alongside_core::directory::Attendance;
use alongside_core::directory::protocol::Form;
use alongside_core::directory::search::ListingView;

use crate::directory::finder;
use crate::i18n::t;
use crate::platform::files;
use crate::ui::{Shape, choice, field, more};

/// Longest title, in characters.
const LONGEST: u32 = 100;

/// Says whether there is a meeting to go to: a service's hours are no appointment.
pub(super) fn takes_place(listing: &ListingView) -> bool {
    !listing.row.service
        && listing.row.attendance != Attendance::Inactive
        && listing.slots.iter().any(|slot| slot.own.start.is_some())
}

/// A fold with the choice of a title and a button that gives the file.
pub(super) fn calendar(ids: impl Fn() -> Vec<String> + 'static) -> View {
    let finder = finder();
    let (is_neutral, word) = (RwSignal::new(false), RwSignal::new(t::calendar_appointment().to_owned()));
    let titles = choice(
        "calendar-title",
        t::calendar_title(),
        &[t::calendar_name(), t::calendar_neutral()],
        Shape::Segments,
        move || usize::from(is_neutral.get()),
        move |at| is_neutral.set(at == 1),
    );
    let own_word =
        move || is_neutral.get().then(|| field("calendar-word", t::calendar_word()).text(word, LONGEST));
    let save = move |_| {
        let own = word.get_untracked().trim().to_owned();
        let own = if own.is_empty() { t::calendar_appointment().to_owned() } else { own };
        let title = is_neutral.get_untracked().then_some(own);
        finder.write(Form::Calendar { title }, ids(), |text| {
            let _ = files::offer("calendar.ics", "text/calendar", &text);
        });
    };
    let content = view! {
        <p class="hint">{t::calendar_hint()}</p>
        {titles}
        {own_word}
        <div class="actions">
            <button type="button" class="btn" on:click=save>{t::calendar_save()}</button>
        </div>
    };
    view! { <div class="no-print">{more(t::calendar_add(), content)}</div> }
}
