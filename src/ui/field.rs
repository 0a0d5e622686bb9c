//! Fields: a label, the control, a hint and an error in words, joined for those who hear them.

use crate::view::prelude::*;

use crate::i18n::t;

/// A field that is being put together.
pub(crate) struct Field {
    id: &'static str,
    label: View,
    hint: Option<View>,
    error: Option<(RwSignal<bool>, &'static str)>,
}

/// Starts a field with its label.
pub(crate) fn field(id: &'static str, label: impl IntoView) -> Field {
    Field { id, label: label.into_view(), hint: None, error: None }
}

impl Field {
    /// With a sentence that helps to fill it in.
    pub(crate) fn hint(self, hint: impl IntoView) -> Field {
        Field { hint: Some(hint.into_view()), ..self }
    }

    /// With what is said while it is wrong.
    pub(crate) fn error(self, is_wrong: RwSignal<bool>, words: &'static str) -> Field {
        Field { error: Some((is_wrong, words)), ..self }
    }

    /// A line of text of at most so many characters.
    pub(crate) fn text(self, value: RwSignal<String>, longest: u32) -> View {
        self.input("text", value, Some(longest.to_string()))
    }

    /// A passphrase, in dots unless it is to be shown. The browser is not asked to remember it: somebody else may use it.
    pub(crate) fn password(self, value: RwSignal<String>, shown: RwSignal<bool>) -> View {
        let control = self.secret_input(value, shown);
        self.around(control)
    }

    /// The same with a button that shows it.
    pub(crate) fn secret(self, value: RwSignal<String>) -> View {
        let shown = RwSignal::new(false);
        let words = move || if shown.get() { t::field_hide() } else { t::field_show() };
        let control = view! {
            <div class="with-button">
                {self.secret_input(value, shown)}
                <button
                    type="button"
                    class="btn"
                    aria-pressed=move || shown.get().to_string()
                    aria-controls=self.id
                    on:click=move |_| shown.set(!shown.get_untracked())
                >
                    {words}<span class="sr">" "{t::field_shown_what()}</span>
                </button>
            </div>
        };
        self.around(control)
    }

    /// Lines of text.
    pub(crate) fn area(self, value: RwSignal<String>) -> View {
        let control = view! {
            <textarea
                id=self.id
                autocomplete="off"
                spellcheck="false"
                aria-describedby=self.described_by()
                aria-invalid=self.is_wrong()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        };
        self.around(control)
    }

    /// A day (`date`) or a time of day (`time`).
    pub(crate) fn moment(self, kind: &'static str, value: RwSignal<String>) -> View {
        self.input(kind, value, None)
    }

    fn input(self, kind: &'static str, value: RwSignal<String>, longest: Option<String>) -> View {
        let control = view! {
            <input
                id=self.id
                type=kind
                autocomplete="off"
                maxlength=longest
                aria-describedby=self.described_by()
                aria-invalid=self.is_wrong()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        };
        self.around(control)
    }

    /// While it is shown, no spelling is checked: some browsers send the words away for that.
    fn secret_input(&self, value: RwSignal<String>, shown: RwSignal<bool>) -> View {
        let kind = move || if shown.get() { "text" } else { "password" };
        view! {
            <input
                id=self.id
                type=kind
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=self.described_by()
                aria-invalid=self.is_wrong()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
    }

    /// One of several options; `choose` is told the value of the chosen one.
    pub(crate) fn select(self, options: View, choose: impl Fn(String) + 'static) -> View {
        let choose = move |event| choose(event_target_value(&event));
        let control = view! {
            <select id=self.id aria-describedby=self.described_by() on:change=choose>{options}</select>
        };
        self.around(control)
    }

    fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| format!("{}-hint", self.id));
        let error = self.error.is_some().then(|| format!("{}-error", self.id));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn is_wrong(&self) -> impl Fn() -> Option<&'static str> + use<> {
        let error = self.error;
        move || error.is_some_and(|(is_wrong, _)| is_wrong.get()).then_some("true")
    }

    fn around(self, control: View) -> View {
        let id = self.id;
        let hint = self.hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> });
        let error = self.error.map(|(is_wrong, words)| {
            live(move || {
                is_wrong.get().then(|| view! { <p class="error" id=format!("{id}-error")>{words}</p> })
            })
        });
        view! { <div class="field"><label for=id>{self.label}</label>{control}{hint}{error}</div> }
    }
}
