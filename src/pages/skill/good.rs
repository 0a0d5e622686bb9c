//! Three good things.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::GoodThings;

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::bound;
use crate::i18n::t;
use crate::ui::field;

const IDS: [(&str, &str); 3] = [("good-1", "why-1"), ("good-2", "why-2"), ("good-3", "why-3")];

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<GoodThings>::open(skill, Drawn::Often);
    let fields = IDS.iter().enumerate().map(|(at, (id, why_id))| {
        let thing = move |state: &GoodThings| state.list().get(at).cloned().unwrap_or_default();
        let what = bound(run, move |state| thing(state).what, move |state, words| state.set_what(at, words));
        let why = bound(run, move |state| thing(state).why, move |state, words| state.set_why(at, words));
        let number = (at + 1).to_string();
        view! {
            {field(id, t::act_good_nth(&number)).text(what, 300)}
            {field(why_id, t::act_why_nth(&number)).text(why, 300)}
        }
    });
    view! { <p class="hint">{t::act_good_hint()}</p> {fields.collect_view()} {finish(run)} }
}
