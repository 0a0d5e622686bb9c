//! A rhythm to breathe with: visible, stoppable, led by the clock, at one's own pace. With reduced motion the style
//! shows the bar in place of the disc.

use crate::view::prelude::*;
use alongside_core::coping::tool::{Breathe, Pace};
use alongside_core::coping::{Breath, Pacer, Skill};

use super::finish::finish;
use super::run::{Drawn, Run};
use crate::i18n::t;
use crate::platform::sound;
use crate::ui::{Shape, check, choice, icon};

fn word(breath: Breath) -> &'static str {
    match breath {
        Breath::In => t::pacer_in(),
        Breath::Hold => t::pacer_hold(),
        Breath::Out => t::pacer_out(),
    }
}

fn hertz(breath: Breath) -> f32 {
    match breath {
        Breath::In => 330.0,
        Breath::Hold => 294.0,
        Breath::Out => 247.0,
    }
}

/// Thousandths as a number of CSS. A fraction's own way to be written is 11 KB of code.
pub(super) fn share(thousandths: u32) -> String {
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}

pub(super) fn view(skill: &Skill, rhythm: &Pacer) -> View {
    let run = Run::<Breathe>::open(skill, Drawn::EachFrame);
    let (minutes, rhythm) = (skill.minutes, StoredValue::new(rhythm.clone()));
    let beat = move || rhythm.with_value(|rhythm| run.get(|state, now| state.beat(rhythm, minutes, now)));
    let fullness = Memo::new(move |_| beat().map_or(0, |beat| (beat.fullness * 1_000.0).round() as u32));
    let count = Memo::new(move |_| beat().map(|beat| beat.count));
    // Said aloud once a phase, never each second.
    let phase = Memo::new(move |_| beat().map(|beat| (beat.phase, beat.breath)));
    let runs = Memo::new(move |_| run.get(|state, _| state.time.runs()));
    let is_over = Memo::new(move |_| run.get(|state, now| state.is_over(minutes, now)));
    let has_begun = Memo::new(move |_| run.get(|state, _| state.time.has_begun()));
    run.when(
        move |state, now| state.time.runs() && state.is_over(minutes, now),
        move || run.change(|state, now| state.time.stop_by(i64::from(minutes) * 60_000, now)),
    );
    let (sounds, vibrates) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        let Some((_, breath)) = phase.get() else { return };
        if sounds.get_untracked() {
            sound::tone(hertz(breath));
        }
        if vibrates.get_untracked() {
            sound::vibrate(60);
        }
    });
    let words = move || match phase.get() {
        Some((_, breath)) => word(breath),
        None if is_over.get() => t::pacer_finished(),
        None if has_begun.get() => t::tool_stopped(),
        None => t::pacer_ready(),
    };
    view! {
        <div class="pacer" style:--breath=move || share(fullness.get())>
            <div class="pacer-disc" aria-hidden="true"></div>
            <div class="pacer-bar" aria-hidden="true"><div class="pacer-fill"></div></div>
            <p class="pacer-word" aria-live="polite">{words}</p>
            <p class="pacer-count" aria-hidden="true">{move || count.get().map(|count| count.to_string())}</p>
            {go(runs, has_begun, is_over, move || run.change(|state, now| state.time.start(now)), move || run.change(|state, now| state.time.stop(now)))}
        </div>
        {finish(run)}
        {options(run, sounds, vibrates)}
    }
}

fn options(run: Run<Breathe>, sounds: RwSignal<bool>, vibrates: RwSignal<bool>) -> View {
    let pace = Memo::new(move |_| run.get(|state, _| state.pace()));
    let paces = choice(
        "pace",
        t::tool_pace(),
        &[t::tool_pace_slow(), t::tool_pace_usual(), t::tool_pace_quick()],
        Shape::Segments,
        move || Pace::ALL.iter().position(|one| *one == pace.get()).unwrap_or(1),
        move |at| {
            if let Some(chosen) = Pace::ALL.get(at) {
                run.change(|state, now| state.choose(*chosen, now));
            }
        },
    );
    let vibration = sound::can_vibrate().then(|| toggle(t::tool_vibrate(), vibrates));
    view! { <div class="tool-options">{paces}{toggle(t::tool_sound(), sounds)}{vibration}</div> }
}

fn toggle(words: &'static str, on: RwSignal<bool>) -> View {
    check(words.to_owned(), None, 0, move || on.get(), move || on.set(!on.get_untracked()))
}

/// The one button that starts, stops and goes on: it keeps the focus.
pub(super) fn go(
    runs: Memo<bool>,
    has_begun: Memo<bool>,
    is_over: Memo<bool>,
    start: impl Fn() + 'static,
    stop: impl Fn() + 'static,
) -> View {
    let press = move |_| if runs.get_untracked() { stop() } else { start() };
    let words = move || match (runs.get(), has_begun.get()) {
        (true, _) => view! { {icon("close")}{t::pacer_stop()} },
        (false, true) => t::tool_go_on().into_view(),
        (false, false) => t::pacer_start().into_view(),
    };
    view! {
        <div class="actions">
            <button type="button" class="btn primary" hidden=move || is_over.get() on:click=press>{words}</button>
        </div>
    }
}
