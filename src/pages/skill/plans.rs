//! If this happens, then I will do that.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Plans;
use leptos::ev::Event;

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::bound;
use crate::i18n::t;
use crate::platform::page;
use crate::ui::field;

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Plans>::open(skill, Drawn::Often);
    let when = bound(run, |state| state.draft().when.clone(), alongside_core::coping::tool::Plans::set_when);
    let then = bound(run, |state| state.draft().then.clone(), alongside_core::coping::tool::Plans::set_then);
    let missing = RwSignal::new(false);
    let add = move |event: Event| {
        event.prevent_default();
        run.change(|state, _| missing.set(!state.add()));
        page::focus("#plan-if");
    };
    let all = Memo::new(move |_| run.get(|state, _| state.list().to_vec()));
    let list = live(move || {
        let rows = all.get().into_iter().enumerate().map(|(at, plan)| {
            let words = t::act_if_then(&plan.when, &plan.then);
            let remove = move |_| {
                run.change(|state, _| state.remove(at));
                page::focus("#plan-if");
            };
            view! {
                <li>
                    <p>{words.clone()}</p>
                    <button type="button" class="btn quiet" on:click=remove>
                        {t::tool_worry_remove()}<span class="sr">": "{words}</span>
                    </button>
                </li>
            }
        });
        view! { <ol>{rows.collect_view()}</ol> }
    });
    view! {
        <form on:submit=add>
            {field("plan-if", t::act_if()).error(missing, t::act_if_missing()).text(when, 500)}
            {field("plan-then", t::act_then()).hint(t::act_then_hint()).text(then, 500)}
            <div class="actions"><button type="submit" class="btn">{t::act_if_add()}</button></div>
        </form>
        {list}
        {finish(run)}
    }
}
