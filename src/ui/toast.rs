//! Short messages at the foot of the page that can take back what was just done.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::{page, timing};

type Undo = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    number: u32,
    words: String,
    undo: Option<Undo>,
}

/// The message that is shown, one at a time.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    shown: RwSignal<Option<Toast>>,
    count: StoredValue<u32>,
}

/// Long enough to read and reach, even for slow hands.
const STAYS_MS: u64 = 20_000;

impl Toasts {
    pub(crate) fn new() -> Toasts {
        Toasts { shown: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// Shows a message with a button that takes back what it speaks of.
    pub(crate) fn undoable(self, words: String, undo: impl Fn() + Send + Sync + 'static) {
        self.show(words, Some(Arc::new(undo)));
    }

    /// Shows a message.
    pub(crate) fn say(self, words: String) {
        self.show(words, None);
    }

    /// Makes of a message what may be called later: it gives way to every message that came meanwhile, so that
    /// "Undo" is always of what the person did last.
    pub(crate) fn in_turn(self, say: impl FnOnce(Toasts) + 'static) -> impl FnOnce() + 'static {
        let number = self.next();
        move || {
            if self.count.get_value() == number {
                say(self);
            }
        }
    }

    fn next(self) -> u32 {
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        number
    }

    fn show(self, words: String, undo: Option<Undo>) {
        let number = self.next();
        self.shown.set(Some(Toast { number, words, undo }));
        timing::after(STAYS_MS, move || {
            let is_same =
                self.shown.with_untracked(|toast| toast.as_ref().is_some_and(|t| t.number == number));
            if is_same {
                self.shown.set(None);
            }
        });
    }

    fn take_back(self, undo: &Undo) {
        undo();
        self.shown.set(None);
        // The button that had the focus is gone.
        page::focus("#main");
    }

    /// The place where messages appear.
    pub(crate) fn view(self) -> View {
        let shown = move || {
            self.shown.get().map(|toast| {
                let button = toast.undo.map(|undo| {
                    view! {
                        <button type="button" class="btn" on:click=move |_| self.take_back(&undo)>
                            {t::toast_undo()}
                        </button>
                    }
                });
                view! { <div class="toast"><span>{toast.words}</span>{button}</div> }
            })
        };
        Effect::new(move |_| page::makes_room(self.shown.with(Option::is_some)));
        view! { <div class="toasts" role="status">{shown}</div> }
    }
}

/// The messages of the app.
pub(crate) fn toasts() -> Toasts {
    expect_context()
}
