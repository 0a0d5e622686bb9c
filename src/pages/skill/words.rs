//! What the tools with words share: a field that is a part of the state, a scale, a way back and on.

use crate::view::prelude::*;
use alongside_core::coping::tool::Machine;
use alongside_core::tracker::Answer;

use super::finish::to_ten;
use super::run::Run;
use crate::i18n::t;
use crate::platform::page;
use crate::ui::field;

/// A text that is a part of the state: what is typed changes it, and a new state shows in the field.
pub(super) fn bound<M: Machine>(
    run: Run<M>,
    read: impl Fn(&M) -> String + Copy + Send + Sync + 'static,
    write: impl Fn(&mut M, &str) + 'static,
) -> RwSignal<String> {
    let value = RwSignal::new(untrack(|| run.get(|state, _| read(state))));
    Effect::new(move |_| {
        let typed = value.get();
        if run.session.with_untracked(|session| read(&session.state) != typed) {
            run.change(|state, _| write(state, &typed));
        }
    });
    Effect::new(move |_| {
        let held = run.get(|state, _| read(state));
        if value.with_untracked(|value| *value != held) {
            value.set(held);
        }
    });
    value
}

/// A number from 0 to 10.
pub(super) fn scale(
    id: &'static str,
    label: impl IntoView,
    chosen: Option<u8>,
    choose: impl Fn(u8) + 'static,
) -> View {
    field(id, label).select(to_ten(chosen), move |said| {
        if let Ok(number) = said.parse() {
            choose(number);
        }
    })
}

/// The title of a step, which has the focus when one comes to it.
pub(super) fn title(words: impl IntoView) -> View {
    view! { <h2 id="tool-step" tabindex="-1">{words.into_view()}</h2> }
}

/// Back and on. Nothing has to be filled in.
pub(super) fn turn(back: impl Fn() + 'static, next: impl Fn() + 'static) -> View {
    let go = |go: &dyn Fn()| {
        go();
        page::focus("#tool-step");
    };
    view! {
        <div class="actions">
            <button type="button" class="btn" on:click=move |_| go(&back)>{t::act_back()}</button>
            <button type="button" class="btn primary" on:click=move |_| go(&next)>{t::act_next()}</button>
        </div>
    }
}

/// A button that offers words to take.
pub(super) fn offer(words: String, take: impl Fn(&str) + 'static) -> View {
    let said = words.clone();
    view! { <button type="button" class="btn" on:click=move |_| take(&said)>{words}</button> }
}

/// An answer of one of these tools that was kept, with what it answers; `None` for another tool's.
pub(super) fn answer_words(answer: &Answer) -> Option<String> {
    let label = match answer.ask.as_str() {
        "see" => t::act_see(),
        "feel" => t::act_feel(),
        "hear" => t::act_hear(),
        "smell" => t::act_smell(),
        "taste" => t::act_taste(),
        "hungry" => t::act_hungry(),
        "angry" => t::act_angry(),
        "lonely" => t::act_lonely(),
        "tired" => t::act_tired(),
        "line" => t::act_card_line(),
        "way" => t::act_card_way(),
        "call" => t::act_card_call(),
        "number" => t::act_card_number(),
        "good_using" => t::act_good_using(),
        "hard_using" => t::act_hard_using(),
        "good_not" => t::act_good_not(),
        "hard_not" => t::act_hard_not(),
        "weighs" => t::act_weighs(),
        "situation" => t::act_situation(),
        "thought" => t::act_thought(),
        "for" => t::act_for(),
        "against" => t::act_against(),
        "fairer" => t::act_fairer(),
        "true" => t::act_true(),
        "true_now" => t::act_true_now(),
        "people" => t::act_people(),
        "places" => t::act_places(),
        "times" => t::act_times(),
        "feelings" => t::act_feelings(),
        "strength" => t::act_strength(),
        "strongest" => t::act_strongest(),
        "plan" => t::act_plan(),
        "where" => t::act_where(),
        "felt" => t::act_felt(),
        "choices" => t::act_choices(),
        "if" => t::act_if(),
        "then" => t::act_then(),
        "who" => t::act_who(),
        "offer" => t::act_offer(),
        "words" => t::act_words(),
        "firmer" => t::act_firmer(),
        "good" => t::act_good(),
        "why" => t::act_why(),
        "message" => t::act_message(),
        "start" => t::act_film_start(),
        ask if ask.starts_with("using_") => t::act_film_using(),
        ask if ask.starts_with("other_") => t::act_film_other(),
        _ => return None,
    };
    let said = match answer.said.as_str() {
        "yes" => t::act_yes(),
        "a_bit" => t::act_a_bit(),
        "no" => t::act_no(),
        "using" => t::act_film_using(),
        "other" => t::act_film_other(),
        said => said,
    };
    Some(t::act_answer(label, said))
}
