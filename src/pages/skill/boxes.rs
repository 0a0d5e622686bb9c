//! Four boxes, and what weighs most.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Boxes, Side};
use leptos::ev::Event;

use super::finish::finish;
use super::run::{Drawn, Run};
use crate::i18n::t;
use crate::platform::page;
use crate::ui::field;

fn name(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::GoodUsing => ("box-1", t::act_good_using()),
        Side::HardUsing => ("box-2", t::act_hard_using()),
        Side::GoodNot => ("box-3", t::act_good_not()),
        Side::HardNot => ("box-4", t::act_hard_not()),
    }
}

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Boxes>::open(skill, Drawn::Often);
    view! {
        <p class="hint">{t::act_boxes_hint()}</p>
        {Side::ALL.map(|side| one(run, side)).collect_view()}
        {finish(run)}
    }
}

fn one(run: Run<Boxes>, side: Side) -> View {
    let (id, label) = name(side);
    let words = RwSignal::new(String::new());
    let add = move |event: Event| {
        event.prevent_default();
        let said = words.get_untracked();
        run.change(|state, _| {
            if state.add(side, &said) {
                words.set(String::new());
            }
        });
    };
    let lines = Memo::new(move |_| run.get(|state, _| state.lines(side).to_vec()));
    let list = live(move || {
        let rows = lines.get().into_iter().enumerate().map(|(at, line)| {
            let remove = move |_| {
                run.change(|state, _| state.remove(side, at));
                page::focus(match side {
                    Side::GoodUsing => "#box-1",
                    Side::HardUsing => "#box-2",
                    Side::GoodNot => "#box-3",
                    Side::HardNot => "#box-4",
                });
            };
            let weigh = move |_| {
                run.change(|state, _| {
                    state.weigh(side, at);
                });
            };
            view! {
                <li>
                    <p>{line.words.clone()}</p>
                    <div class="actions">
                        <button type="button" class="chip" aria-pressed=line.weighs.to_string() on:click=weigh>
                            {t::act_weighs()}<span class="sr">": "{line.words.clone()}</span>
                        </button>
                        <button type="button" class="btn quiet" on:click=remove>
                            {t::tool_worry_remove()}<span class="sr">": "{line.words.clone()}</span>
                        </button>
                    </div>
                </li>
            }
        });
        view! { <ul>{rows.collect_view()}</ul> }
    });
    view! {
        <form on:submit=add>
            {field(id, label).text(words, 500)}
            <div class="actions">
                <button type="submit" class="btn">{t::act_add()}<span class="sr">": "{label}</span></button>
            </div>
        </form>
        {list}
    }
}
