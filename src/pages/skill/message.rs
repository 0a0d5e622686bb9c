//! A message to somebody, sent by the person's own phone.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Message;
use wasm_bindgen_futures::spawn_local;

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::bound;
use crate::i18n::t;
use crate::platform::{browser, files, page};
use crate::ui::{field, icon, toasts};

pub(super) fn view(skill: &Skill, parts: &[String]) -> View {
    let run = Run::<Message>::open(skill, Drawn::Often);
    let all = StoredValue::new(parts.to_vec());
    let chips = parts.iter().enumerate().map(|(at, part)| {
        let pressed = move || run.get(|state, _| state.has(at)).to_string();
        let tap = move |_| all.with_value(|all| run.change(|state, _| state.toggle(at, all)));
        view! { <button type="button" class="chip" aria-pressed=pressed on:click=tap>{part.clone()}</button> }
    });
    let who = bound(run, |state| state.who().to_owned(), alongside_core::coping::tool::Message::set_who);
    let words = bound(run, |state| state.words().to_owned(), alongside_core::coping::tool::Message::edit);
    let to = bound(run, |state| state.to().to_owned(), alongside_core::coping::tool::Message::set_to);
    let said = move || untrack(|| run.get(|state, _| state.words().to_owned()));
    let send = live(move || {
        let (sms, mail, has) =
            run.get(|state, _| (state.sms(), state.mail(), !state.words().trim().is_empty()));
        has.then(|| {
            view! {
                <p class="hint">{t::act_message_leaves()}</p>
                <div class="actions">
                    <a class="btn primary" href=sms>{t::act_message_sms()}</a>
                    <a class="btn" href=mail>{t::act_message_mail()}</a>
                    <button type="button" class="btn" on:click=move |_| copy(said())>{t::act_message_copy()}</button>
                    {browser::can_share().then(|| {
                        let pass = move |_| {
 let _ = browser::share_text(&said());
 };
                        view! { <button type="button" class="btn" on:click=pass>{icon("share")}{t::act_message_share()}</button> }
                    })}
                </div>
            }
        })
    });
    view! {
        {field("message-who", t::act_who()).text(who, 100)}
        <div role="group" aria-label=t::act_message_parts()>
            <p>{t::act_message_parts()}</p>
            <div class="actions">{chips.collect_view()}</div>
        </div>
        {field("message-words", t::act_message()).area(words)}
        {field("message-to", t::act_message_to()).hint(t::act_message_to_hint()).text(to, 200)}
        {send}
        {finish(run)}
    }
}

fn copy(words: String) {
    let toasts = toasts();
    spawn_local(async move {
        if files::copy(&words).await {
            toasts.say(t::act_message_copied().to_owned());
        } else {
            page::mark("#message-words");
            toasts.say(t::act_message_not_copied().to_owned());
        }
    });
}
