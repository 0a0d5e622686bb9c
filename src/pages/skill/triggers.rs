//! A map of triggers, and one small plan for the strongest.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Area, Trigger, Triggers};
use leptos::ev::Event;

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::bound;
use crate::i18n::t;
use crate::platform::page;
use crate::ui::field;

fn name(area: Area) -> (&'static str, &'static str) {
    match area {
        Area::People => ("area-people", t::act_people()),
        Area::Places => ("area-places", t::act_places()),
        Area::Times => ("area-times", t::act_times()),
        Area::Feelings => ("area-feelings", t::act_feelings()),
    }
}

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Triggers>::open(skill, Drawn::Often);
    let all = Memo::new(move |_| run.get(|state, _| state.list().to_vec()));
    let strongest = Memo::new(move |_| run.get(|state, _| state.strongest().map(|one| one.words.clone())));
    let plan = bound(run, |state| state.plan().to_owned(), alongside_core::coping::tool::Triggers::set_plan);
    let list = live(move || {
        let rows = all.get().into_iter().enumerate().map(|(at, trigger)| row(run, at, &trigger));
        view! { <ol>{rows.collect_view()}</ol> }
    });
    let planned = live(move || {
        strongest.get().map(|words| {
            view! {
                <h2>{t::act_answer(t::act_strongest(), &words)}</h2>
                {field("trigger-plan", t::act_plan()).hint(t::act_plan_hint()).area(plan)}
            }
        })
    });
    view! { {Area::ALL.map(|area| asked(run, area)).collect_view()} {list} {planned} {finish(run)} }
}

fn asked(run: Run<Triggers>, area: Area) -> View {
    let (id, label) = name(area);
    let words = RwSignal::new(String::new());
    let add = move |event: Event| {
        event.prevent_default();
        let said = words.get_untracked();
        run.change(|state, _| {
            if state.add(area, &said) {
                words.set(String::new());
            }
        });
    };
    view! {
        <form on:submit=add>
            {field(id, label).text(words, 500)}
            <div class="actions">
                <button type="submit" class="btn">{t::act_add()}<span class="sr">": "{label}</span></button>
            </div>
        </form>
    }
}

fn row(run: Run<Triggers>, at: usize, trigger: &Trigger) -> View {
    let words = trigger.words.clone();
    let numbers = (0..=10_u8).map(|number| {
        let pressed = (trigger.strength == number).to_string();
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| run.change(|state, _| state.rate(at, number))>
                <span class="sr">{words.clone()}": "</span>{number.to_string()}
            </button>
        }
    });
    let numbers = numbers.collect_view();
    let remove = move |_| {
        run.change(|state, _| state.remove(at));
        page::focus("#area-people");
    };
    view! {
        <li>
            <p>{t::act_answer(name(trigger.area).1, &trigger.words)}</p>
            <p class="fine">{t::act_strength()}</p>
            <div class="actions">{numbers}</div>
            <button type="button" class="btn quiet" on:click=remove>
                {t::tool_worry_remove()}<span class="sr">": "{trigger.words.clone()}</span>
            </button>
        </li>
    }
}
