//! Chips: choices that are on or off, side by side. On a phone the row scrolls by itself.

use crate::view::prelude::*;

use crate::ui::icon;

/// A row of chips with its name for those who hear it.
pub(crate) fn chips(name: &'static str, chips: View) -> View {
    view! { <div class="chips" role="group" aria-label=name>{chips}</div> }
}

/// A choice that a tap turns on or off.
pub(crate) fn chip(words: impl Into<String>, is_on: Memo<bool>, press: impl Fn() + 'static) -> View {
    toggle(words.into(), is_on, Box::new(press))
}

fn toggle(words: String, is_on: Memo<bool>, press: Box<dyn Fn()>) -> View {
    let pressed = move || if is_on.get() { "true" } else { "false" };
    view! {
        <button type="button" class="chip" aria-pressed=pressed on:click=move |_| press()>{words}</button>
    }
}

/// Something chosen, which a tap takes back; `label` says so.
pub(crate) fn chosen_chip(words: String, label: String, take_back: impl Fn() + 'static) -> View {
    view! {
        <button type="button" class="chip" aria-pressed="true" aria-label=label on:click=move |_| take_back()>
            {words}<span class="x">{icon("close")}</span>
        </button>
    }
}
