//! Tabs: a few parts of one page, one of which is shown. Arrow keys go from one to the next.

use crate::view::prelude::*;

use crate::platform::page;

/// Parts of a page by name; `panel` draws the one that is shown.
pub(crate) fn tabs(
    id: &'static str,
    name: &'static str,
    names: &[&'static str],
    panel: impl Fn(usize) -> View + 'static,
) -> View {
    let shown = RwSignal::new(0_usize);
    let count = names.len();
    let buttons = names.iter().enumerate().map(|(at, words)| {
        let is_shown = move || shown.get() == at;
        view! {
            <button
                type="button"
                role="tab"
                id=format!("{id}-{at}")
                aria-controls=format!("{id}-panel")
                aria-selected=move || is_shown().to_string()
                tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| shown.set(at)
                on:keydown=move |event| {
                    if let Some(next) = next(&page::key(&event), at, count) {
                        event.prevent_default();
                        shown.set(next);
                        page::focus(&format!("#{id}-{next}"));
                    }
                }
            >
                {*words}
            </button>
        }
    });
    view! {
        <div class="tabs" role="tablist" aria-label=name>{buttons.collect_view()}</div>
        <div
            class="tab-panel"
            role="tabpanel"
            id=format!("{id}-panel")
            tabindex="0"
            aria-labelledby=move || format!("{id}-{}", shown.get())
        >
            {move || panel(shown.get())}
        </div>
    }
}

/// Where a key leads to from a tab: onward is to the left where reading goes so.
fn next(key: &str, at: usize, count: usize) -> Option<usize> {
    let step = match key {
        "ArrowRight" if page::reads_from_right() => count.checked_sub(1)?,
        "ArrowLeft" if page::reads_from_right() => 1,
        "ArrowRight" => 1,
        "ArrowLeft" => count.checked_sub(1)?,
        "Home" => return Some(0),
        "End" => return count.checked_sub(1),
        _ => return None,
    };
    (at + step).checked_rem(count)
}
