//! The minutes of a skill, counted down beside its steps.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Timer;

use super::act::one_at_a_time;
use super::breathe::go;
use super::finish::finish;
use super::run::{Drawn, Run, time_words};
use crate::i18n::t;

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Timer>::open(skill, Drawn::Often);
    let minutes = skill.minutes;
    let left = Memo::new(move |_| run.get(|state, now| state.left(minutes, now)));
    let runs = Memo::new(move |_| run.get(|state, _| state.time.runs()));
    let has_begun = Memo::new(move |_| run.get(|state, _| state.time.has_begun()));
    let is_over = Memo::new(move |_| left.get() == 0);
    run.when(
        move |state, now| state.time.runs() && state.left(minutes, now) == 0,
        move || run.change(|state, now| state.time.stop_by(i64::from(minutes) * 60_000, now)),
    );
    view! {
        {one_at_a_time(skill)}
        <div class="countdown">
            <p class="countdown-left" role="timer">{move || time_words(left.get())}</p>
            <p aria-live="polite">{move || is_over.get().then(t::tool_time_over)}</p>
            {go(runs, has_begun, is_over, move || run.change(|state, now| state.time.start(now)), move || run.change(|state, now| state.time.stop(now)))}
        </div>
        {finish(run)}
    }
}
