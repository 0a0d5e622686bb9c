//! A view that needs a content file.

use std::sync::Arc;

use crate::view::prelude::*;

use alongside_core::json::Read;

use crate::content::{Content, File, Load, Reader, Slot, read};
use crate::i18n::t;
use crate::platform::fetch::Trouble;
use crate::platform::page;
use crate::ui::{heading, near_lines};

/// Shows a view of a content file once it is here; until then, or if it can't be had, says so.
pub(crate) fn when_loaded<T>(slot: Slot<T>, show: impl Fn(Arc<T>) -> View + 'static) -> View
where
    T: Read + Send + Sync + 'static,
{
    shown(slot.file, read::<T>, Box::new(move |content| content.downcast().ok().map(&show)), false)
}

/// The same for a page that has its heading from the file: if it can't be had, the page says so in a heading.
pub(crate) fn page_when_loaded<T>(slot: Slot<T>, show: impl Fn(Arc<T>) -> View + 'static) -> View
where
    T: Read + Send + Sync + 'static,
{
    shown(slot.file, read::<T>, Box::new(move |content| content.downcast().ok().map(&show)), true)
}

fn shown(file: File, read: Reader, show: Box<dyn Fn(Content) -> Option<View>>, is_page: bool) -> View {
    live(move || match file.load(read) {
        Load::Ready(content) => show(content),
        Load::Waiting => Some(waiting()),
        Load::Failed(trouble) if is_page => {
            Some(not_had(trouble, move || {
                file.retry(read);
                // The button that had the focus is gone.
                page::focus("#main");
            }))
        }
        Load::Failed(trouble) => Some(failed(trouble, move || file.retry(read))),
    })
}

/// What stands in the place of a page that can't be had: that it is so, and the help lines, which always are.
pub(crate) fn not_had(trouble: Trouble, retry: impl Fn() + 'static) -> View {
    view! { {heading(t::load_page())} {failed(trouble, retry)} {near_lines()} }
}

/// What stands where something is on its way.
pub(crate) fn waiting() -> View {
    view! { <div class="loading" role="status">{t::load_waiting()}</div> }
}

/// That something could not be loaded: what happened, what is safe, what to do.
pub(crate) fn failed(trouble: Trouble, retry: impl Fn() + 'static) -> View {
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
}
