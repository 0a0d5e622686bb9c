//! What is done: the tool of a skill, or its steps one at a time.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Tool;

use super::{
    boxes, breathe, card, delay, film, good, halt, hour, kept, message, parts, plans, refuse, review, senses,
    thought, timer, triggers, wave, worry,
};
use crate::i18n::t;
use crate::platform::address;
use crate::ui::{more, stepper};

/// The tool with all steps to look over, and what was kept before.
pub(super) fn act(skill: &Skill) -> View {
    let Some(tool) = &skill.tool else {
        return view! { {steps_alone(skill)} {more(t::skill_all_steps(), all(skill))} };
    };
    let drawn = match tool {
        Tool::Breathe(rhythm) => breathe::view(skill, rhythm),
        Tool::Wave { every } => wave::view(skill, *every),
        Tool::Parts { seconds, parts } => parts::view(skill, *seconds, parts),
        Tool::Delay { things } => delay::view(skill, things),
        Tool::Worry => worry::view(skill),
        Tool::Hour { minutes } => hour::view(skill, *minutes),
        Tool::Timer => timer::view(skill),
        Tool::Senses => senses::view(skill),
        Tool::Halt { leads } => halt::view(skill, leads),
        Tool::Card { lines, ways } => card::view(skill, lines, ways),
        Tool::Film { frames } => film::view(skill, frames),
        Tool::Boxes => boxes::view(skill),
        Tool::Thought => thought::view(skill),
        Tool::Triggers => triggers::view(skill),
        Tool::Plans => plans::view(skill),
        Tool::Review => review::view(skill),
        Tool::Refuse { forms } => refuse::view(skill, forms),
        Tool::Good => good::view(skill),
        Tool::Message { parts } => message::view(skill, parts),
    };
    view! {
        <div class="tool">{drawn}</div>
        {more(t::skill_all_steps(), all(skill))}
        {if *tool == Tool::Good { kept::of_week(skill) } else { kept::before(skill) }}
    }
}

/// The steps, large, one at a time, beside a tool whose state is in the history entry.
pub(super) fn one_at_a_time(skill: &Skill) -> View {
    stepper(skill.steps.clone(), RwSignal::new(0), || t::skill_done().into_view())
}

/// The same without a tool. Which step it is stays in the history entry, so that a reload goes on there.
fn steps_alone(skill: &Skill) -> View {
    let own = format!("{} ", skill.id.0);
    let kept = address::state().and_then(|state| state.strip_prefix(&own)?.parse::<usize>().ok());
    let at = RwSignal::new(kept.unwrap_or(0).min(skill.steps.len()));
    Effect::new(move |before: Option<()>| {
        let here = at.get();
        if before.is_some() {
            address::keep_state(&format!("{own}{here}"));
        }
    });
    stepper(skill.steps.clone(), at, || t::skill_done().into_view())
}

fn all(skill: &Skill) -> View {
    let steps = skill.steps.iter().map(|step| view! { <li>{step.clone()}</li> });
    view! { <ol class="steps">{steps.collect_view()}</ol> }
}
