//! A new passphrase: typed twice, shown if the person wishes, and what makes it easy to guess named.

use crate::view::prelude::*;
use alongside_core::records::lock::{Weakness, weakness};

use crate::i18n::t;
use crate::platform::page;
use crate::ui::{check, field};

/// What was typed so far.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Passphrase {
    ids: [&'static str; 2],
    label: &'static str,
    first: RwSignal<String>,
    again: RwSignal<String>,
    shown: RwSignal<bool>,
    empty: RwSignal<bool>,
    differs: RwSignal<bool>,
}

impl Passphrase {
    /// Nothing was typed; `ids` are those of the two fields.
    pub(in crate::pages) fn new(ids: [&'static str; 2], label: &'static str) -> Passphrase {
        Passphrase {
            ids,
            label,
            first: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
            empty: RwSignal::new(false),
            differs: RwSignal::new(false),
        }
    }

    /// The two fields.
    pub(in crate::pages) fn fields(self) -> View {
        let [first, again] = self.ids;
        let weak = move || {
            let words = self.first.with(|typed| (!typed.is_empty()).then(|| weakness(typed)).flatten());
            words.map(words_for)
        };
        let hint = view! { <span role="status">{weak}</span> };
        let show = move || self.shown.set(!self.shown.get_untracked());
        view! {
            {field(first, self.label).hint(hint).error(self.empty, t::passphrase_empty()).password(self.first, self.shown)}
            {field(again, t::passphrase_again()).error(self.differs, t::passphrase_differs()).password(self.again, self.shown)}
            {check(t::passphrase_show().to_owned(), None, 0, move || self.shown.get(), show)}
        }
    }

    /// Gives the passphrase, or says what is wrong and moves the focus there.
    pub(in crate::pages) fn checked(self) -> Option<String> {
        let (first, again) = (self.first.get_untracked(), self.again.get_untracked());
        self.empty.set(first.is_empty());
        self.differs.set(!first.is_empty() && first != again);
        if first.is_empty() || first != again {
            let [at, other] = self.ids;
            page::focus(&format!("#{}", if first.is_empty() { at } else { other }));
            return None;
        }
        Some(first)
    }

    /// Forgets what was typed.
    pub(in crate::pages) fn clear(self) {
        for typed in [self.first, self.again] {
            let _ = typed.try_set(String::new());
        }
    }
}

fn words_for(weak: Weakness) -> &'static str {
    match weak {
        Weakness::Short => t::passphrase_short(),
        Weakness::OnlyDigits => t::passphrase_digits(),
        Weakness::Pattern => t::passphrase_pattern(),
        Weakness::Common => t::passphrase_common(),
    }
}
