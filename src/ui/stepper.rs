//! Steps, one at a time: large, with where one is, forth and back.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::page;
use crate::ui::{icon, progress};

/// The steps of something to do. After the last one stands what `done` draws.
pub(crate) fn stepper(steps: Vec<String>, done: impl Fn() -> View + 'static) -> View {
    let at = RwSignal::new(0_usize);
    let count = steps.len();
    let go = move |to: usize| {
        at.set(to);
        page::focus(".stepper-words");
    };
    let words = move || match steps.get(at.get()) {
        Some(step) => step.clone().into_view(),
        None => done(),
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
