//! An urge watched like a wave: it rises and falls, and is rated every few minutes.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Wave, WavePart};

use super::act::one_at_a_time;
use super::breathe::{go, share};
use super::finish::finish;
use super::run::{Drawn, Run, time_words};
use crate::i18n::t;
use crate::platform::page;

pub(super) fn view(skill: &Skill, every: u32) -> View {
    let run = Run::<Wave>::open(skill, Drawn::Often);
    let minutes = skill.minutes;
    let whole = i64::from(minutes) * 60_000;
    let place =
        Memo::new(move |_| run.get(|state, now| (state.along(minutes, now), state.height(minutes, now))));
    let part = Memo::new(move |_| run.get(|state, now| state.part(minutes, now)));
    let runs = Memo::new(move |_| run.get(|state, _| state.time.runs()));
    let has_begun = Memo::new(move |_| run.get(|state, _| state.time.has_begun()));
    let is_over = Memo::new(move |_| run.get(|state, now| state.time.elapsed(now) >= whole));
    let passed = Memo::new(move |_| run.get(|state, now| state.time.seconds(now)));
    run.when(
        move |state, now| state.time.runs() && state.time.elapsed(now) >= whole,
        move || run.change(|state, now| state.time.stop_by(whole, now)),
    );
    let words = move || match (runs.get(), is_over.get(), has_begun.get()) {
        (true, ..) => match part.get() {
            WavePart::Rising => t::tool_wave_rising(),
            WavePart::Top => t::tool_wave_top(),
            WavePart::Falling => t::tool_wave_falling(),
        },
        (_, true, _) => t::pacer_finished(),
        (.., true) => t::tool_stopped(),
        _ => t::tool_wave_ready(),
    };
    view! {
        <div class="wave" style:--along=move || share(place.get().0) style:--height=move || share(place.get().1)>
            <div class="wave-sea" aria-hidden="true"><div class="wave-dot"></div></div>
            <p class="pacer-word" aria-live="polite">{words}</p>
            <p class="countdown-small" role="timer">{move || time_words(passed.get())}</p>
            {go(runs, has_begun, is_over, move || run.change(|state, now| state.time.start(now)), move || run.change(|state, now| state.time.stop(now)))}
        </div>
        {ask(run, every)}
        {said(run)}
        {finish(run)}
        {one_at_a_time(skill)}
    }
}

/// The question, while it is open.
fn ask(run: Run<Wave>, every: u32) -> View {
    let asks = Memo::new(move |_| run.get(|state, now| state.time.runs() && state.asks(every, now)));
    let question = live(move || {
        asks.get().then(|| {
            let buttons = (0..=10_u8).map(|urge| {
                let rate = move |_| {
                    run.change(|state, now| state.rate(urge, every, now));
                    page::focus("#wave-said");
                };
                view! { <button type="button" class="btn" on:click=rate>{urge.to_string()}</button> }
            });
            view! {
                <div class="scale" role="group" aria-labelledby="wave-ask">
                    <p id="wave-ask">{t::tool_wave_ask()}</p>
                    <div class="scale-row">{buttons.collect_view()}</div>
                </div>
            }
        })
    });
    view! { <div aria-live="polite">{question}</div> }
}

/// What was said so far, in order.
fn said(run: Run<Wave>) -> View {
    let ratings =
        Memo::new(move |_| run.get(|state, _| state.ratings().map(|(_, urge)| urge).collect::<Vec<u8>>()));
    let words = move || {
        let all = ratings.with(|all| all.iter().map(u8::to_string).collect::<Vec<_>>().join(" → "));
        if all.is_empty() { String::new() } else { t::tool_wave_said(&all) }
    };
    view! { <p id="wave-said" tabindex="-1">{words}</p> }
}
