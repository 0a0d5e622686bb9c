//! Steps, one at a time: large, with where one is, forth and back.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::page;
use crate::ui::{icon, progress};

/// The steps of something to do. After the last one stands what `done` draws.
pub(crate) fn stepper(steps: Vec<String>, done: impl Fn() -> View + 'static) -> View {
    let count = steps.len();
    self::steps(
        count,
        move |at| steps.get(at).map_or_else(|| ().into_view(), |step| step.clone().into_view()),
        done,
    )
}

/// The same where a step is more than words: `step` draws each.
pub(crate) fn steps(
    count: usize,
    step: impl Fn(usize) -> View + 'static,
    done: impl Fn() -> View + 'static,
) -> View {
    walk(count, Box::new(step), Box::new(done))
}

fn walk(count: usize, step: Box<dyn Fn(usize) -> View>, done: Box<dyn Fn() -> View>) -> View {
    let at = RwSignal::new(0_usize);
    let go = move |to: usize| {
        at.set(to);
        page::focus(".stepper-words");
    };
    let words = move || {
        let here = at.get();
        if here < count { step(here) } else { done() }
    };
    let place = move || {
        let shown = at.get() + 1;
        (shown <= count).then(|| t::step_of(&shown.to_string(), &count.to_string()))
    };
    let back = move || {
        let here = at.get();
        (here > 0).then(|| {
            view! { <button type="button" class="btn" on:click=move |_| go(here - 1)>{icon("back")}{t::step_back()}</button> }
        })
    };
    let forth = move || {
        let here = at.get();
        (here < count).then(|| {
            let words = if here + 1 == count { t::step_finish() } else { t::step_next() };
            view! { <button type="button" class="btn primary" on:click=move |_| go(here + 1)>{words}</button> }
        })
    };
    view! {
        <div class="stepper">
            {progress(t::step_progress(), move || at.get(), count)}
            <p class="stepper-at">{place}</p>
            <div class="stepper-words" tabindex="-1">{words}</div>
            <div class="actions">{back}{forth}</div>
        </div>
    }
}
