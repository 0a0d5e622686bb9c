//! One of a few: side by side, or below each other where the words are long.

use std::rc::Rc;

use crate::view::prelude::*;

/// How the options stand.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Side by side, for a word or three.
    Segments,
    /// A line each, for a sentence.
    Lines,
}

/// A choice of one. The options go by their place; `chosen` may read signals.
pub(crate) fn choice(
    name: &'static str,
    legend: &'static str,
    options: &[&'static str],
    shape: Shape,
    chosen: impl Fn() -> usize + 'static,
    choose: impl Fn(usize) + 'static,
) -> View {
    let lines = matches!(shape, Shape::Lines);
    let chosen: Rc<dyn Fn() -> usize> = Rc::new(chosen);
    let choose: Rc<dyn Fn(usize)> = Rc::new(choose);
    let labels = options.iter().enumerate().map(|(at, words)| {
        let (chosen, choose) = (chosen.clone(), choose.clone());
        view! {
            <label class=lines.then_some("check")>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen() == at
                    on:change=move |_| choose(at)
                />
                <span>{*words}</span>
            </label>
        }
    });
    let class = if lines { "group" } else { "choice" };
    view! { <fieldset class=class><legend>{legend}</legend>{labels.collect_view()}</fieldset> }
}
