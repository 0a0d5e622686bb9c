//! A view that needs a content file.

use std::sync::Arc;

use alongside_core::json::Read;
use leptos::prelude::*;

use crate::content::{Load, Slot};
use crate::i18n::t;
use crate::platform::fetch::Trouble;

/// Shows a view of a content file once it is here; until then, or if it can't be had, says so.
pub(crate) fn when_loaded<T, V>(slot: Slot<T>, show: V) -> AnyView
where
    T: Read + Send + Sync + 'static,
    V: Fn(Arc<T>) -> AnyView + Send + 'static,
{
    (move || match slot.load() {
        Load::Ready(content) => show(content),
        Load::Waiting => waiting(),
        Load::Failed(trouble) => failed(trouble, move || slot.retry()),
    })
    .into_any()
}

fn waiting() -> AnyView {
    view! { <div class="loading" role="status">{t::load_waiting()}</div> }.into_any()
}

fn failed(trouble: Trouble, retry: impl Fn() + 'static) -> AnyView {
    let words = match trouble {
        Trouble::Unreachable => t::load_unreachable(),
        Trouble::Missing => t::load_missing(),
        Trouble::Unreadable => t::load_unreadable(),
    };
    view! {
        <div class="notice attention" role="alert">
            <p>{words}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| retry()>{t::load_retry()}</button>
            </div>
        </div>
    }
    .into_any()
}
