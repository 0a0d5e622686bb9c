//! A decision that is put off for a quarter of an hour, with things to do meanwhile.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Delay;

use super::finish::finish;
use super::run::{Drawn, Run, time_words};
use crate::i18n::t;
use crate::platform::page;
use crate::ui::{check, check_group};

pub(super) fn view(skill: &Skill, things: &[String]) -> View {
    let run = Run::<Delay>::open(skill, Drawn::Often);
    let left = Memo::new(move |_| run.get(Delay::left));
    let runs = Memo::new(move |_| run.get(|state, now| state.has_begun() && !state.is_over(now)));
    let is_over = Memo::new(move |_| run.get(Delay::is_over));
    run.when(|state, now| state.has_begun() && state.left(now) == 0, move || run.change(Delay::end));
    let words = move || match (runs.get(), is_over.get()) {
        (true, _) => t::tool_delay_waits(),
        (_, true) => t::tool_delay_over(),
        _ => t::tool_delay_ready(),
    };
    let start = move |_| {
        run.change(Delay::start);
        page::focus(".countdown-words");
    };
    let add = move |_| run.change(Delay::add);
    let end = move |_| {
        run.change(Delay::end);
        page::focus(".countdown-words");
    };
    let buttons = move || match (runs.get(), is_over.get()) {
        (false, false) => {
            view! { <button type="button" class="btn primary" on:click=start>{t::pacer_start()}</button> }
        }
        (running, _) => {
            let end = running.then(|| {
                view! { <button type="button" class="btn" on:click=end>{t::tool_end_here()}</button> }
            });
            view! { <button type="button" class="btn" on:click=add>{t::tool_delay_add()}</button> {end} }
        }
    };
    let things = things.iter().enumerate().map(|(at, thing)| {
        let is_on = Memo::new(move |_| run.get(|state, _| state.tried(at)));
        check(thing.clone(), None, 0, move || is_on.get(), move || run.change(|state, _| state.toggle(at)))
    });
    let things = check_group(t::tool_delay_things(), things.collect_view());
    let time = move || runs.get().then(|| time_words(left.get()));
    view! {
        <div class="countdown">
            <p class="countdown-left" role="timer">{time}</p>
            <p class="countdown-words" tabindex="-1" aria-live="polite">{words}</p>
            <div class="actions">{buttons}</div>
        </div>
        {finish(run)}
        {things}
    }
}
