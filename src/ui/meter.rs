//! How much of something: a score, or how far along.

use crate::view::prelude::*;

/// A score of 0 to 100; `name` says of what.
pub(crate) fn meter(name: String, score: u8) -> View {
    let shown = score.min(100);
    view! {
        <div class="meter" role="meter" aria-label=name aria-valuemin="0" aria-valuemax="100" aria-valuenow=shown.to_string()>
            <div class="meter-fill" style:inline-size=format!("{shown}%")></div>
        </div>
    }
}

/// How many of so many are done; `name` says what they are.
pub(crate) fn progress(name: &'static str, done: impl Fn() -> usize + 'static, of: usize) -> View {
    view! { <progress class="progress" aria-label=name max=of.to_string() prop:value=move || done().to_string()></progress> }
}
