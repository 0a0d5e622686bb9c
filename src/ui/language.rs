//! The choice of a language, each in its own name.

use crate::view::prelude::*;

use crate::i18n::{self, t};
use crate::platform::intl;
use crate::site::site;
use crate::store::store;

/// Buttons for the languages of this site, where it has more than one. A tap switches at once.
pub(crate) fn language_choice() -> View {
    let (site, store) = (site(), store());
    live(move || {
        let all = site.languages();
        (all.len() > 1).then(|| {
            let buttons = all.into_iter().map(|code| {
                let is_shown = code == i18n::language();
                let (id, lang, name) = (format!("language-{code}"), code.clone(), intl::own_name(&code));
                let choose =
                    move |_| store.change_settings(|settings| settings.language = Some(code.clone()));
                view! {
                    <button
                        type="button"
                        class="chip"
                        id=id
                        lang=lang
                        aria-pressed=is_shown.to_string()
                        on:click=choose
                    >
                        {name}
                    </button>
                }
            });
            let trouble = move || {
                site.is_unheard().then(|| view! { <p class="notice attention">{t::settings_language_failed()}</p> })
            };
            view! {
                <div class="languages">
                    <div class="chips" role="group" aria-label=t::settings_language()>{buttons.collect_view()}</div>
                    <div role="status">{trouble}</div>
                </div>
            }
        })
    })
}
