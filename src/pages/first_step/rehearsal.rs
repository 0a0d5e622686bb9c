//! A first meeting, gone through before it. Nothing is right or wrong, and nothing is kept.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{FirstStep, Scene, scenes};

use crate::i18n::t;
use crate::route::Page;
use crate::ui::{Shape, choice, steps};

const WAYS: [&str; 3] = ["in_person", "online", "phone"];

/// The way of meeting, then its moments one at a time.
pub(super) fn rehearsal(first: &Arc<FirstStep>, way: RwSignal<usize>) -> View {
    let first = first.clone();
    let names = [t::rehearse_in_person(), t::rehearse_online(), t::rehearse_phone()];
    let shown = live(move || {
        let way = WAYS.get(way.get()).copied().unwrap_or_default();
        let found: Vec<Scene> = scenes(&first.rehearsal, way).into_iter().cloned().collect();
        let count = found.len();
        steps(count, move |at| found.get(at).map_or_else(|| ().into_view(), moment), done)
    });
    view! {
        <h2>{t::rehearse_title()}</h2>
        <p class="soft">{t::rehearse_lead()}</p>
        {choice("rehearse-way", t::rehearse_way(), &names, Shape::Segments, move || way.get(), move |at| way.set(at))}
        {shown}
    }
}

fn moment(scene: &Scene) -> View {
    let picked = RwSignal::new(None::<usize>);
    let buttons = scene.choices.iter().enumerate().map(|(at, choice)| {
        let pressed = move || (picked.get() == Some(at)).to_string();
        view! {
            <button type="button" class="btn" aria-pressed=pressed on:click=move |_| picked.set(Some(at))>
                {choice.say.clone()}
            </button>
        }
    });
    let choices = scene.choices.clone();
    let then = move || picked.get().and_then(|at| choices.get(at)).map(|choice| choice.then.clone());
    view! {
        <p>{scene.text.clone()}</p>
        <div class="actions">{buttons.collect_view()}</div>
        <p role="status">{then}</p>
    }
}

fn done() -> View {
    view! {
        <p>{t::rehearse_done()}</p>
        <div class="actions"><a class="btn" href=Page::Find.href()>{t::rehearse_find()}</a></div>
    }
}
