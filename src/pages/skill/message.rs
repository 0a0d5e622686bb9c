//! A message to somebody, sent by the person's own phone.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::Message;

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::bound;
use crate::i18n::t;
use crate::ui::field;

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
    let send = live(move || {
        let (sms, mail, has) =
            run.get(|state, _| (state.sms(), state.mail(), !state.words().trim().is_empty()));
        has.then(|| {
            view! {
                <p class="hint">{t::act_message_leaves()}</p>
                <div class="actions">
                    <a class="btn primary" href=sms>{t::act_message_sms()}</a>
                    <a class="btn" href=mail>{t::act_message_mail()}</a>
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
