//! Saying no, rehearsed.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{No, Refusal, Scene};

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::{bound, offer, title, turn};
use crate::i18n::t;
use crate::platform::page;
use crate::ui::field;

pub(super) fn view(skill: &Skill, forms: &[No]) -> View {
    let run = Run::<Refusal>::open(skill, Drawn::Often);
    let forms = forms.to_vec();
    let who = bound(run, |state| state.who().to_owned(), alongside_core::coping::tool::Refusal::set_who);
    let said = bound(run, |state| state.offer().to_owned(), alongside_core::coping::tool::Refusal::set_offer);
    let first =
        bound(run, |state| state.words().0.to_owned(), alongside_core::coping::tool::Refusal::set_words);
    let firmer =
        bound(run, |state| state.words().1.to_owned(), alongside_core::coping::tool::Refusal::set_firmer);
    let missing = RwSignal::new(false);
    let scene = Memo::new(move |_| run.get(|state, _| state.scene));
    let ways = move || {
        turn(
            move || run.change(|state, _| state.back()),
            move || run.change(|state, _| missing.set(!state.go_on())),
        )
    };
    let step = live(move || match scene.get() {
        Scene::Offer => view! {
            {title(t::act_refuse_offer())}
            {field("refuse-who", t::act_who()).text(who, 100)}
            {field("refuse-offer", t::act_offer()).text(said, 300)}
            {ways()}
        },
        Scene::Words => {
            let offers = forms
                .iter()
                .cloned()
                .map(|no| offer(no.first.clone(), move |_| run.change(|state, _| state.take(&no))));
            view! {
                {title(t::act_refuse_words())}
                <div class="actions">{offers.collect_view()}</div>
                {field("refuse-words", t::act_words()).error(missing, t::act_refuse_missing()).text(first, 300)}
                {field("refuse-firmer", t::act_firmer()).text(firmer, 300)}
                {ways()}
            }
        }
        Scene::First => practised(run, false, ways()),
        Scene::Again => practised(run, true, ways()),
        Scene::Over => {
            let again = move |_| {
                run.change(|state, _| state.once_more());
                page::focus("#tool-step");
            };
            view! {
                {title(t::act_refuse_over())}
                <button type="button" class="btn" on:click=again>{t::act_refuse_again()}</button>
            }
        }
    });
    view! { {step} {finish(run)} }
}

/// The page says the offer, the person answers aloud; their words stand below.
fn practised(run: Run<Refusal>, again: bool, ways: View) -> View {
    let (offer, words) = untrack(|| {
        run.get(|state, _| {
            let (first, firmer) = state.words();
            (state.offer().to_owned(), if again { firmer.to_owned() } else { first.to_owned() })
        })
    });
    let offer = if offer.trim().is_empty() { t::act_refuse_some().to_owned() } else { offer };
    let lead = if again { t::act_refuse_they_again() } else { t::act_refuse_they() };
    view! {
        {title(t::act_answer(lead, &offer))}
        <p>{t::act_refuse_aloud()}</p>
        <p class="pacer-word">{words}</p>
        {ways}
    }
}
