//! The steps of a skill as a list to check off, spread over an hour by the clock.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Hour;

use super::finish::finish;
use super::run::{Drawn, Run};
use crate::i18n::t;
use crate::platform::{clock, intl};
use crate::ui::{check, check_group};

pub(super) fn view(skill: &Skill, minutes: u32) -> View {
    let run = Run::<Hour>::open(skill, Drawn::Often);
    let count = skill.steps.len();
    let at = Memo::new(move |_| {
        run.get(|state, now| if state.has_ended() { None } else { state.at(count, minutes, now) })
    });
    let runs = Memo::new(move |_| run.get(|state, _| state.has_begun() && !state.has_ended()));
    let names = StoredValue::new(skill.steps.clone());
    let words = move || match at.get().and_then(|at| names.with_value(|names| names.get(at).cloned())) {
        Some(step) => t::tool_hour_now(&step),
        None => t::tool_hour_ready().to_owned(),
    };
    let press =
        move |_| {
            run.change(|state, now| {
                if state.has_begun() && !state.has_ended() { state.end(now) } else { state.start(now) }
            });
        };
    let button = move || if runs.get() { t::tool_end_here() } else { t::pacer_start() };
    let steps = skill.steps.iter().enumerate().map(|(step, words)| {
        let is_on = Memo::new(move |_| run.get(|state, _| state.is_done(step)));
        let begins = Memo::new(move |_| run.get(|state, _| state.begins(step, count, minutes)));
        let words = words.clone();
        live(move || {
            let time = begins.get().map(of_day);
            let words = time.map_or_else(|| words.clone(), |time| t::tool_hour_step(&time, &words));
            check(words, None, 0, move || is_on.get(), move || run.change(|state, _| state.toggle(step)))
        })
    });
    view! {
        <p class="pacer-word" aria-live="polite">{words}</p>
        <div class="actions"><button type="button" class="btn primary" on:click=press>{button}</button></div>
        {check_group(t::skill_all_steps(), steps.collect_view())}
        {finish(run)}
    }
}

/// An instant as the time of day on the clock of this device.
fn of_day(ms: i64) -> String {
    let minute = ms.div_euclid(60_000).saturating_add(i64::from(clock::offset_minutes())).rem_euclid(24 * 60);
    intl::clock_time(u16::try_from(minute).unwrap_or_default())
}
