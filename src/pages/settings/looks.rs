//! How the app looks and counts for this person.

use crate::view::prelude::*;
use alongside_core::time::DayStart;

use super::part;
use crate::i18n::t;
use crate::platform::intl;
use crate::site::site;
use crate::store::{Theme, store};
use crate::ui::{Shape, choice, field, toasts};

pub(super) fn section() -> View {
    part("looks", t::settings_looks(), view! { {themes()} {languages()} {day_start()} {keep()} })
}

fn themes() -> View {
    let store = store();
    let themes = [
        (Theme::Device, t::settings_theme_device()),
        (Theme::Light, t::settings_theme_light()),
        (Theme::Dark, t::settings_theme_dark()),
    ];
    let names = themes.map(|(_, words)| words);
    let chosen = move || themes.iter().position(|(theme, _)| *theme == store.settings().theme).unwrap_or(0);
    let choose = move |at: usize| {
        if let Some((theme, _)) = themes.get(at) {
            store.change_settings(|settings| settings.theme = *theme);
        }
    };
    choice("theme", t::settings_theme(), &names, Shape::Segments, chosen, choose)
}

/// Shown only where the site has more than one language.
fn languages() -> View {
    let (site, store) = (site(), store());
    live(move || {
        let known = site.languages();
        (known.len() > 1).then(|| {
            let options = known
                .into_iter()
                .map(|code| {
                    let (is_shown, name) = (code == crate::i18n::language(), intl::own_name(&code));
                    view! { <option lang=code.clone() value=code prop:selected=is_shown>{name}</option> }
                })
                .collect_view();
            let choose = move |code| store.change_settings(|settings| settings.language = Some(code));
            field("language", t::settings_language()).select(options, choose)
        })
    })
}

fn day_start() -> View {
    let store = store();
    let hours = (0..=6u8).filter_map(DayStart::new);
    let options = hours
        .map(|start| {
            let is_chosen = move || store.settings().day_start == start;
            let words = if start.hour() == 0 {
                t::settings_midnight().to_owned()
            } else {
                intl::clock_time(u16::from(start.hour()) * 60)
            };
            view! { <option value=start.hour().to_string() prop:selected=is_chosen>{words}</option> }
        })
        .collect_view();
    let choose = move |hour: String| {
        if let Some(start) = hour.parse().ok().and_then(DayStart::new) {
            store.change_settings(|settings| settings.day_start = start);
        }
    };
    field("day-start", t::settings_day_start()).hint(t::settings_day_start_hint()).select(options, choose)
}

fn keep() -> View {
    let (store, toasts) = (store(), toasts());
    let keep = move |_| {
        store.keep_settings();
        store.when_kept(toasts.in_turn(move |toasts| toasts.say(t::settings_kept_now().to_owned())));
    };
    view! {
        <div class="actions">
            <button type="button" class="btn" on:click=keep>{t::settings_keep()}</button>
        </div>
    }
}
