//! What is kept on this device, how much, and what a browser may do with it.

use crate::view::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{part, when_open};
use crate::i18n::t;
use crate::platform::{browser, files, intl};
use crate::store::{Kept, store};
use crate::ui::more;

pub(super) fn section() -> View {
    let store = store();
    let keeps = Memo::new(move |_| store.keeps_anything());
    let kept = Memo::new(move |_| store.kept());
    let body = move || {
        if !keeps.get() {
            return view! { <p>{t::settings_kept_none()}</p> };
        }
        view! { <dl class="facts brief">{move || numbers(kept.get())} {last_backup()} {promise()}</dl> }
    };
    let numbers = when_open(move || view! { {body} {set_aside()} });
    part("kept", t::settings_kept(), view! { {numbers} {may_delete()} })
}

fn fact(name: &'static str, value: impl IntoView) -> View {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}

fn numbers(kept: Kept) -> View {
    let number = |count: usize| intl::number(count as i64);
    let settings = if kept.settings { t::kept_yes() } else { t::kept_no() };
    let room = match kept.percent {
        0 => t::kept_room_least().to_owned(),
        percent => t::kept_room_percent(&number(percent)),
    };
    view! {
        {fact(t::kept_goals(), number(kept.goals))}
        {fact(t::kept_days(), number(kept.days))}
        {fact(t::saved_title(), number(kept.saved))}
        {fact(t::plan_title(), number(kept.plan))}
        {fact(t::settings_title(), settings)}
        {fact(t::kept_room(), room)}
    }
}

fn last_backup() -> View {
    let store = store();
    let age = move || match store.last_backup().map(|day| store.today().days_since(day)) {
        None => t::kept_never().to_owned(),
        Some(days) if days < 1 => t::goal_today().to_owned(),
        Some(days) => t::kept_days_ago(i64::from(days)),
    };
    fact(t::kept_backup(), age)
}

/// Whether the browser has promised to keep it, and a way to ask.
fn promise() -> View {
    let has_promised = RwSignal::new(None::<bool>);
    let asked = RwSignal::new(false);
    spawn_local(async move {
        let _ = has_promised.try_set(browser::has_promised().await);
    });
    let ask = move |_| {
        spawn_local(async move {
            let answer = browser::ask_to_promise().await;
            let _ = has_promised.try_set(answer);
            let _ = asked.try_set(true);
        });
    };
    live(move || {
        let words = match (has_promised.get()?, asked.get()) {
            (true, _) => t::kept_promised(),
            (false, false) => t::kept_not_promised(),
            (false, true) => t::kept_refused(),
        };
        let button = (has_promised.get() == Some(false) && !asked.get()).then(|| {
            view! { <button type="button" class="btn quiet" on:click=ask>{t::kept_ask()}</button> }
        });
        Some(fact(t::kept_browser(), view! { <p role="status">{words}</p> {button} }))
    })
}

/// When a browser deletes it by itself; what surely holds for this browser is not folded away.
fn may_delete() -> View {
    let (is_apples, is_on_home_screen) = (browser::is_apples(), browser::is_on_home_screen());
    let here = is_apples.then(|| {
        let words = if is_on_home_screen { t::kept_home_here() } else { t::kept_apple_here() };
        view! { <p>{words}</p> }
    });
    let apple = (!is_apples).then(t::kept_apple);
    let rest = [t::kept_private(), t::kept_cleared(), t::kept_full(), t::kept_other_app(), t::kept_home()];
    let items = apple.into_iter().chain(rest).map(|words| view! { <li>{words}</li> }).collect_view();
    view! { {here} {more(t::kept_may(), view! { <ul>{items}</ul> })} }
}

/// What could not be read, to take away.
fn set_aside() -> View {
    let store = store();
    live(move || {
        let aside = store.set_aside();
        (!aside.is_empty()).then(|| {
            let count = aside.len() as i64;
            let save = move |_| {
                let texts: serde_json::Map<String, serde_json::Value> =
                    aside.iter().map(|(key, text)| (key.clone(), text.clone().into())).collect();
                let text = serde_json::Value::Object(texts).to_string();
                let _ = files::offer("notes-set-aside.json", "application/json", &text);
            };
            view! {
                <div class="notice attention">
                    <h3>{t::settings_aside()}</h3>
                    <p>{t::settings_aside_count(count)}</p>
                    <div class="actions">
                        <button type="button" class="btn" on:click=save>{t::settings_aside_save()}</button>
                    </div>
                </div>
            }
        })
    })
}
