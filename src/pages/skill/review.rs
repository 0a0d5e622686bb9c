//! A lapse that is looked at when it is over.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Review, ReviewPart};

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::{bound, title, turn};
use crate::i18n::t;
use crate::ui::field;

fn name(part: ReviewPart) -> &'static str {
    match part {
        ReviewPart::Where => t::act_where(),
        ReviewPart::Felt => t::act_felt(),
        ReviewPart::Choices => t::act_choices(),
        ReviewPart::Spot => t::act_spot(),
        ReviewPart::Then => t::act_spot_then(),
    }
}

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Review>::open(skill, Drawn::Often);
    let at = Memo::new(move |_| run.get(|state, _| state.at()));
    let step = live(move || {
        let Some(part) = at.get() else { return over(run) };
        let value = bound(
            run,
            move |state| state.part(part).to_owned(),
            move |state, words| state.write(part, words),
        );
        let ways =
            turn(move || run.change(|state, _| state.back()), move || run.change(|state, _| state.next()));
        view! { {title(name(part))} {field("review-words", t::act_thought_words()).area(value)} {ways} }
    });
    view! { {step} {finish(run)} }
}

fn over(run: Run<Review>) -> View {
    let plan = untrack(|| run.get(|state, _| state.plan().map(|(when, then)| t::act_if_then(when, then))));
    let plan = plan.map(|plan| view! { <p>{t::act_review_plan()}</p> <p><strong>{plan}</strong></p> });
    let back = move |_| {
        run.change(|state, _| state.back());
        crate::platform::page::focus("#tool-step");
    };
    view! {
        {title(t::act_review_over())}
        {plan}
        <div class="actions"><button type="button" class="btn" on:click=back>{t::act_back()}</button></div>
    }
}
