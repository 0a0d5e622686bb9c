//! A thought that is looked at.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{ThoughtCheck, ThoughtPart, ThoughtStep};

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::{bound, scale, title, turn};
use crate::i18n::t;
use crate::ui::field;

fn name(part: ThoughtPart) -> &'static str {
    match part {
        ThoughtPart::Situation => t::act_situation(),
        ThoughtPart::Thought => t::act_thought(),
        ThoughtPart::For => t::act_for(),
        ThoughtPart::Against => t::act_against(),
        ThoughtPart::Fairer => t::act_fairer(),
    }
}

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<ThoughtCheck>::open(skill, Drawn::Often);
    let at = Memo::new(move |_| run.get(|state, _| state.at()));
    let ways = move || {
        turn(move || run.change(|state, _| state.back()), move || run.change(|state, _| state.next()))
    };
    let rated = move |words: &'static str, first: bool| {
        let (before, now) = untrack(|| run.get(|state, _| state.truth()));
        let chosen = if first { before } else { now };
        let rate = move |truth| run.change(|state, _| state.rate(truth));
        view! { {title(words)} {looked_at(run)} {scale("thought-true", t::act_true_scale(), chosen, rate)} {ways()} }
    };
    let step = live(move || match at.get() {
        Some(ThoughtStep::Write(part)) => {
            let value = bound(
                run,
                move |state| state.part(part).to_owned(),
                move |state, words| state.write(part, words),
            );
            view! { {title(name(part))} {field("thought-words", t::act_thought_words()).area(value)} {ways()} }
        }
        Some(ThoughtStep::True) => rated(t::act_true(), true),
        Some(ThoughtStep::TrueNow) => rated(t::act_true_now(), false),
        None => {
            let words = move || match run.get(|state, _| state.truth()) {
                (Some(first), Some(now)) => t::act_truth_both(&first.to_string(), &now.to_string()),
                _ => String::new(),
            };
            view! { {title(t::act_thought_over())} <p>{words}</p> }
        }
    });
    view! { {step} {finish(run)} }
}

fn looked_at(run: Run<ThoughtCheck>) -> View {
    let words = untrack(|| run.get(|state, _| state.part(ThoughtPart::Thought).to_owned()));
    view! { <p>{words}</p> }
}
