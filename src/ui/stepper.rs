//! Steps, one at a time: large, with where one is, forth and back: by a tap, a swipe or the arrow keys.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::page;
use crate::ui::{icon, progress};

/// The steps of something to do. After the last one stands what `done` draws. `at` is the step that is shown, from 0.
pub(crate) fn stepper(steps: Vec<String>, at: RwSignal<usize>, done: impl Fn() -> View + 'static) -> View {
    let count = steps.len();
    let step = move |at: usize| steps.get(at).map_or_else(|| ().into_view(), |step| step.clone().into_view());
    walk(count, at, Box::new(step), Box::new(done))
}

/// The same where a step is more than words: `step` draws each.
pub(crate) fn steps(
    count: usize,
    step: impl Fn(usize) -> View + 'static,
    done: impl Fn() -> View + 'static,
) -> View {
    walk(count, RwSignal::new(0), Box::new(step), Box::new(done))
}

fn walk(
    count: usize,
    at: RwSignal<usize>,
    step: Box<dyn Fn(usize) -> View>,
    done: Box<dyn Fn() -> View>,
) -> View {
    let go = move |to: usize| {
        at.set(to);
        page::focus(".stepper-words");
    };
    let turn = move |way: Way| match (way, at.get_untracked()) {
        (Way::Back, 0) => {}
        (Way::Back, here) => go(here - 1),
        (Way::Forth, here) if here < count => go(here + 1),
        (Way::Forth, _) => {}
    };
    let press = move |event| {
        if let Some(way) = Way::of_key(&page::key(&event)).filter(|_| !page::is_in_field(&event)) {
            turn(way);
        }
    };
    let touched = StoredValue::new(None);
    let touch = move |event| touched.set_value(page::finger(&event));
    let lift = move |event| {
        let swiped =
            touched.get_value().zip(page::finger(&event)).and_then(|(from, to)| Way::of_swipe(from, to));
        touched.set_value(None);
        if let Some(way) = swiped {
            turn(way);
        }
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
        <div class="stepper" on:keydown=press on:pointerdown=touch on:pointerup=lift>
            {progress(t::step_progress(), move || at.get(), count)}
            <p class="stepper-at">{place}</p>
            <div class="stepper-words" tabindex="-1">{words}</div>
            <div class="actions">{back}{forth}</div>
        </div>
    }
}

/// Which way the steps are turned.
#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

/// So far a finger goes, in CSS pixels, before it turns a step.
const SWIPE: i32 = 48;

impl Way {
    fn of_key(key: &str) -> Option<Way> {
        match key {
            "ArrowRight" => Some(Way::to_the_right()),
            "ArrowLeft" => Some(Way::to_the_left()),
            _ => None,
        }
    }

    /// A finger that pulls to the left brings what is on the right. One that goes up or down scrolls.
    fn of_swipe(from: (i32, i32), to: (i32, i32)) -> Option<Way> {
        let (across, down) = (to.0.saturating_sub(from.0), to.1.saturating_sub(from.1));
        if across.abs() < SWIPE || across.abs() < down.abs().saturating_mul(2) {
            return None;
        }
        Some(if across < 0 { Way::to_the_right() } else { Way::to_the_left() })
    }

    fn to_the_right() -> Way {
        if page::reads_from_right() { Way::Back } else { Way::Forth }
    }

    fn to_the_left() -> Way {
        if page::reads_from_right() { Way::Forth } else { Way::Back }
    }
}
