//! What a person may add to a day, if they like: what set it off, and words.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Details, Event, Halt, TRIGGERS, What};
use leptos::prelude::Update as _;

use crate::i18n::t;
use crate::platform::clock;
use crate::store::store;
use crate::ui::{chip, field, more, toasts};

/// The name of a trigger; a word of the person's own is its own name.
pub(super) fn trigger_name(id: &str) -> String {
    t::choice("trigger", id).map_or_else(|| id.to_owned(), str::to_owned)
}

pub(super) fn halt_name(halt: Halt) -> &'static str {
    match halt {
        Halt::Hungry => t::act_hungry(),
        Halt::Angry => t::act_angry(),
        Halt::Lonely => t::act_lonely(),
        Halt::Tired => t::act_tired(),
    }
}

/// Chips for what was there before; all of them are seen.
pub(super) fn triggers(chosen: RwSignal<Vec<String>>) -> View {
    let chips = TRIGGERS.into_iter().map(|id| {
        let is_on = Memo::new(move |_| chosen.with(|chosen| chosen.iter().any(|one| one == id)));
        chip(trigger_name(id), is_on, move || toggle(chosen, id.to_owned()))
    });
    view! {
        <fieldset class="group"><legend>{t::said_triggers()}</legend><div class="wrapped">{chips.collect_view()}</div></fieldset>
    }
}

/// Puts something in a list, or takes it out.
pub(super) fn toggle<T: PartialEq + Send + Sync + 'static>(chosen: RwSignal<Vec<T>>, one: T) {
    chosen.update(|chosen| {
        let count = chosen.len();
        chosen.retain(|held| *held != one);
        if chosen.len() == count {
            chosen.push(one);
        }
    });
}

/// Words and triggers for a day of a goal: one note a day, which can be changed.
pub(super) fn note(id: &GoalId, date: Date) -> View {
    let (store, toasts, id) = (store(), toasts(), id.clone());
    let held = untrack(|| store.events_of(Some(&id), date, What::Note).pop());
    let event = held.as_ref().map(|(_, event)| event);
    let words = RwSignal::new(event.and_then(|event| event.note.clone()).unwrap_or_default());
    let of_details = |event: &Event| event.details.as_ref().map(|details| details.triggers.clone());
    let chosen = RwSignal::new(event.and_then(of_details).unwrap_or_default());
    let keep = move |_| {
        let said = words.get_untracked().trim().to_owned();
        let details = Details { triggers: chosen.get_untracked(), ..Details::default() };
        let before = store.events_of(Some(&id), date, What::Note).pop();
        let fresh = Event {
            note: (!said.is_empty()).then_some(said),
            details: details.kept(),
            ..Event::new(Some(id.clone()), date, clock::now_ms(), What::Note)
        };
        match (before, fresh.note.is_some() || fresh.details.is_some()) {
            (Some((id, _)), true) => store.put_event(id, fresh),
            (Some((id, _)), false) => store.delete_event(&id),
            (None, true) => drop(store.keep(fresh)),
            (None, false) => return,
        }
        store.when_kept(toasts.in_turn(move |toasts| toasts.say(t::saved_noted().to_owned())));
    };
    let name: &'static str = if date == untrack(|| store.today()) { "note-today" } else { "note-day" };
    let content = view! {
        {triggers(chosen)}
        {field(name, t::said_words()).area(words)}
        <div class="actions"><button type="button" class="btn" on:click=keep>{t::said_keep()}</button></div>
    };
    more(t::said_note(), content)
}
