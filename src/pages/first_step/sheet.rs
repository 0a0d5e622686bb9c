//! The call sheet: ticks, and the one page that they make. It can be copied and printed, and is kept nowhere.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{
    FirstStep, Line, PartKind, Sheet, TickGroup, Ticks, Withdrawal, lines_for_stopping,
};
use wasm_bindgen_futures::spawn_local;

use crate::content::contents;
use crate::i18n::t;
use crate::platform::files;
use crate::ui::{country, print_button, review_note, stopping_lines, toasts, when_loaded};

/// What is ticked; `None` before the content is here.
#[derive(Clone, Copy)]
pub(super) struct Ticked(RwSignal<Option<Ticks>>);

impl Ticked {
    pub(super) fn new() -> Ticked {
        Ticked(RwSignal::new(None))
    }

    fn get(self, first: &FirstStep) -> Ticks {
        self.0.get().unwrap_or_else(|| Ticks::first(&first.call_sheet))
    }

    fn press(self, first: &FirstStep, group: &TickGroup, id: &str) {
        let mut ticks = self.0.get_untracked().unwrap_or_else(|| Ticks::first(&first.call_sheet));
        ticks.press(group, id);
        self.0.set(Some(ticks));
    }
}

/// The ticks, and the sheet below them.
pub(super) fn maker(first: &Arc<FirstStep>, ticked: Ticked) -> View {
    let groups = first.call_sheet.iter().map(|group| boxes(first, group, ticked)).collect_view();
    let first = first.clone();
    view! {
        <h2>{t::sheet_title()}</h2>
        <p class="soft">{t::sheet_lead()}</p>
        {groups}
        {when_loaded(contents().withdrawal, move |facts| {
            let first = first.clone();
            live(move || sheet(&first, &facts, &ticked.get(&first)))
        })}
    }
}

fn boxes(first: &Arc<FirstStep>, group: &TickGroup, ticked: Ticked) -> View {
    let kind = if group.one { "radio" } else { "checkbox" };
    let labels = group.ticks.iter().map(|tick| {
        let (of, own, id) = (first.clone(), group.clone(), tick.id.clone());
        let press = move |_| ticked.press(&of, &own, &id);
        let (of, id) = (first.clone(), tick.id.clone());
        view! {
            <label>
                <input
                    type=kind
                    name=group.id.clone()
                    prop:checked=move || ticked.get(&of).has(&id)
                    on:change=press
                />
                <span>{tick.name.clone()}</span>
            </label>
        }
    });
    view! { <fieldset class="choice"><legend>{group.name.clone()}</legend>{labels.collect_view()}</fieldset> }
}

fn sheet(first: &FirstStep, facts: &Withdrawal, ticks: &Ticks) -> View {
    let made = Sheet::of(first, ticks);
    let place = first.call_sheet.iter().flat_map(|group| &group.ticks).find(|tick| ticks.has(&tick.id));
    let title = place.map(|tick| tick.name.clone()).unwrap_or_default();
    let stopping = if ticks.has("pregnant") {
        vec![facts.one_line.clone(), facts.one_line_opioids.clone()]
    } else {
        vec![facts.one_line.clone()]
    };
    let mut above = vec![title.as_str()];
    above.extend(stopping.iter().map(String::as_str));
    let text = made.text(&above, part_title, &line_texts());
    let copy = move |_| copy(text.clone());
    let warnings = stopping.iter().map(String::as_str).chain(made.warnings.iter().copied());
    let warnings = warnings.map(|words| view! { <p>{words.to_owned()}</p> });
    let parts = made.parts.iter().map(|part| {
        let items = part.texts.iter().map(|(name, text)| {
            let name = name.map(|name| view! { <strong>{name.to_owned()}</strong>" " });
            view! { <li>{name}{(*text).to_owned()}</li> }
        });
        view! { <h3>{part_title(part.kind)}</h3><ul>{items.collect_view()}</ul> }
    });
    let reviews = made.reviews.iter().map(|&who| review_note(Some(who)));
    let class = if made.is_long() { "card call-sheet long" } else { "card call-sheet" };
    view! {
        <section class=class>
            <h2>{t::sheet_yours()}" "{title.clone()}</h2>
            <div class="actions">
                <button type="button" class="btn primary" on:click=copy>{t::sheet_copy()}</button>
                {print_button()}
            </div>
            <div class="notice attention">{warnings.collect_view()}</div>
            <div class="sheet-parts">{parts.collect_view()}</div>
            <p class="on-paper">{line_texts().join(" · ")}</p>
            <div class="no-print">{stopping_lines()}</div>
            {reviews.collect_view()}
            <p class="fine">{t::first_scope()}</p>
        </section>
    }
}

fn part_title(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Say => t::first_say(),
        PartKind::Ask => t::first_you_ask(),
        PartKind::Asked => t::first_they_ask(),
        PartKind::Ready => t::sheet_ready(),
        PartKind::Cost => t::first_payment(),
        PartKind::Rights => t::first_rights(),
        PartKind::RedFlags => t::first_red_flags(),
    }
}

/// The lines as they are read from paper. Tracked.
fn line_texts() -> Vec<String> {
    let Some(lines) = contents().lines.ready() else { return Vec::new() };
    let Some(country) = country(&lines) else { return Vec::new() };
    lines_for_stopping(&lines, &country).into_iter().map(Line::on_paper).collect()
}

pub(super) fn copy(text: String) {
    let toasts = toasts();
    spawn_local(async move {
        let is_copied = files::copy(&text).await;
        toasts.say(if is_copied { t::listing_copied() } else { t::listing_copy_failed() }.to_owned());
    });
}
