//! Parts that come one after the other: the body from feet to head.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Parts, Place};

use super::breathe::go;
use super::finish::finish;
use super::run::{Drawn, Run, time_words};
use crate::i18n::t;
use crate::ui::{field, icon, progress};

/// The seconds that are offered for a part, beside the usual ones.
const SECONDS: [u32; 6] = [10, 15, 20, 30, 60, 90];

pub(super) fn view(skill: &Skill, usual: u32, parts: &[String]) -> View {
    let run = Run::<Parts>::open(skill, Drawn::Often);
    let (count, parts) = (parts.len(), StoredValue::new(parts.to_vec()));
    let place = Memo::new(move |_| run.get(|state, now| state.place(count, usual, now)));
    let at = Memo::new(move |_| match place.get() {
        Place::At(part, _) => part,
        Place::Over => count,
    });
    let runs = Memo::new(move |_| run.get(|state, _| state.time.runs()));
    let has_begun = Memo::new(move |_| run.get(|state, _| state.time.has_begun()));
    let is_over = Memo::new(move |_| place.get() == Place::Over);
    run.when(
        move |state, now| state.time.runs() && state.place(count, usual, now) == Place::Over,
        move || run.change(|state, now| state.stop_by_end(count, usual, now)),
    );
    let words = move || match parts.with_value(|parts| parts.get(at.get()).cloned()) {
        Some(words) => words,
        None => t::pacer_finished().to_owned(),
    };
    let number = move || {
        let shown = at.get() + 1;
        (shown <= count).then(|| t::tool_parts_at(&shown.to_string(), &count.to_string()))
    };
    let left = move || match place.get() {
        Place::At(_, left) => time_words(left),
        Place::Over => String::new(),
    };
    let step = move |by: isize| {
        let to = at.get_untracked().saturating_add_signed(by).min(count);
        run.change(|state, now| state.go(to, now));
    };
    view! {
        {progress(t::step_progress(), move || at.get(), count)}
        <p class="stepper-at">{number}</p>
        <p class="stepper-words" aria-live="polite">{words}</p>
        <p class="countdown-small" role="timer">{left}</p>
        {go(runs, has_begun, is_over, move || run.change(|state, now| state.time.start(now)), move || run.change(|state, now| state.time.stop(now)))}
        <div class="actions">
            <button type="button" class="btn" disabled=move || at.get() == 0 on:click=move |_| step(-1)>{icon("back")}{t::tool_parts_back()}</button>
            <button type="button" class="btn" disabled=move || is_over.get() on:click=move |_| step(1)>{t::tool_parts_next()}</button>
        </div>
        {finish(run)}
        {pace(run, count, usual)}
    }
}

fn pace(run: Run<Parts>, count: usize, usual: u32) -> View {
    let chosen = untrack(|| run.get(|state, _| state.seconds(usual)));
    let options = SECONDS.map(|seconds| {
        view! { <option value=seconds.to_string() prop:selected=seconds == chosen>{seconds.to_string()}</option> }
    });
    let choose = move |said: String| {
        if let Ok(seconds) = said.parse() {
            run.change(|state, now| state.choose(seconds, count, usual, now));
        }
    };
    field("part-seconds", t::tool_parts_seconds()).select(options.collect_view(), choose)
}
