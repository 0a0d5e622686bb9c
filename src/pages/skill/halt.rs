//! Hungry, angry, lonely, tired.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{HaltCheck, Level};
use alongside_core::tracker::Halt;

use super::finish::finish;
use super::run::{Drawn, Run};
use crate::content::contents;
use crate::i18n::t;
use crate::route::{Page, Route};
use crate::ui::when_loaded;

fn name(halt: Halt) -> &'static str {
    match halt {
        Halt::Hungry => t::act_hungry(),
        Halt::Angry => t::act_angry(),
        Halt::Lonely => t::act_lonely(),
        Halt::Tired => t::act_tired(),
    }
}

pub(super) fn view(skill: &Skill, leads: &[String]) -> View {
    let run = Run::<HaltCheck>::open(skill, Drawn::Often);
    let leads = leads.to_vec();
    let there = Memo::new(move |_| run.get(|state, _| state.is_over().then(|| state.there())));
    let next = live(move || {
        let there = there.get()?;
        let links = there.iter().filter_map(|halt| {
            let id = leads.get(*halt as usize)?.clone();
            let halt = *halt;
            Some(when_loaded(contents().skills, move |skills| {
                let skill = skills.get(&id);
                skill
                    .map(|skill| {
                        let href = Route::one(Page::Skill, &id).href();
                        view! { <li>{name(halt)}": "<a href=href>{skill.name.clone()}</a></li> }
                    })
                    .into_view()
            }))
        });
        let lead = if there.is_empty() { t::act_halt_none() } else { t::act_halt_first() };
        Some(view! { <p>{lead}</p> <ol>{links.collect_view()}</ol> })
    });
    view! {
        {Halt::ALL.map(|halt| asked(run, halt)).collect_view()}
        <div aria-live="polite">{next}</div>
        {finish(run)}
    }
}

fn asked(run: Run<HaltCheck>, halt: Halt) -> View {
    let buttons = Level::ALL.map(|level| {
        let words = match level {
            Level::Yes => t::act_yes(),
            Level::ABit => t::act_a_bit(),
            Level::No => t::act_no(),
        };
        let pressed = move || run.get(|state, _| state.level(halt) == Some(level)).to_string();
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| run.change(|state, _| state.answer(halt, level))>
                <span class="sr">{name(halt)}": "</span>{words}
            </button>
        }
    });
    view! { <div role="group" aria-label=name(halt)><p>{name(halt)}</p><div class="actions">{buttons.collect_view()}</div></div> }
}
