//! `/settings`: privacy, looks, what is kept on this device, and how to erase it.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::{files, intl};
use crate::site::site;
use crate::store::{Theme, store};
use crate::ui::{Shape, choice, dialog, field, heading, toasts};

/// The page.
pub(super) fn page() -> View {
    view! {
        {heading(t::settings_title())}
        {privacy()}
        {looks()}
        {day_start()}
        {kept()}
        {super::lock::section()}
        {set_aside()}
        {erase()}
    }
}

fn privacy() -> View {
    view! {
        <section>
            <h2>{t::settings_privacy()}</h2>
            <p>{t::settings_privacy_1()}</p>
            <p>{t::settings_privacy_2()}</p>
            <p>{t::settings_privacy_3()}</p>
            <p>{t::settings_privacy_4()}</p>
        </section>
    }
}

fn looks() -> View {
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
    view! { {choice("theme", t::settings_theme(), &names, Shape::Segments, chosen, choose)} {languages()} }
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
    let hours = (0..=6u8).filter_map(alongside_core::time::DayStart::new);
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
        if let Some(start) = hour.parse().ok().and_then(alongside_core::time::DayStart::new) {
            store.change_settings(|settings| settings.day_start = start);
        }
    };
    field("day-start", t::settings_day_start()).hint(t::settings_day_start_hint()).select(options, choose)
}

fn kept() -> View {
    let (store, toasts) = (store(), toasts());
    let words =
        move || if store.keeps_anything() { t::settings_kept_some() } else { t::settings_kept_none() };
    let keep = move |_| {
        store.keep_settings();
        store.when_kept(move || toasts.say(t::settings_kept_now().to_owned()));
    };
    view! {
        <section>
            <h2>{t::settings_kept()}</h2>
            <p>{words}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=keep>{t::settings_keep()}</button>
            </div>
        </section>
    }
}

fn set_aside() -> View {
    let store = store();
    live(move || {
        let aside = store.set_aside();
        (!aside.is_empty()).then(|| {
            let count = aside.len() as i64;
            let save = move |_| {
                let texts: serde_json::Map<String, serde_json::Value> =
                    aside.iter().map(|(key, text)| (key.clone(), text.clone().into())).collect();
                let _ = files::offer(
                    "alongside-set-aside.json",
                    "application/json",
                    &serde_json::Value::Object(texts).to_string(),
                );
            };
            view! {
                <section class="notice attention">
                    <h2>{t::settings_aside()}</h2>
                    <p>{t::settings_aside_count(count)}</p>
                    <div class="actions">
                        <button type="button" class="btn" on:click=save>{t::settings_aside_save()}</button>
                    </div>
                </section>
            }
        })
    })
}

/// Two taps, the second of which says what will be gone: this is the one thing that can't be taken back.
fn erase() -> View {
    let (store, toasts) = (store(), toasts());
    let sure = RwSignal::new(false);
    let now = move |_| {
        store.erase(move || toasts.say(t::settings_erased().to_owned()));
        sure.set(false);
    };
    let question = move || {
        view! {
            <p>{t::settings_erase_sure()}</p>
            <div class="actions">
                <button type="button" class="btn" autofocus="" on:click=move |_| sure.set(false)>{t::settings_erase_not()}</button>
                <button type="button" class="btn danger" on:click=now>{t::settings_erase_now()}</button>
            </div>
        }
    };
    view! {
        <section>
            <h2>{t::settings_erase()}</h2>
            <p>{t::settings_erase_lead()}</p>
            <div class="actions">
                <button type="button" class="btn danger" on:click=move |_| sure.set(true)>{t::settings_erase()}</button>
            </div>
        </section>
        {dialog("erase", sure, t::settings_erase_title(), question)}
    }
}
