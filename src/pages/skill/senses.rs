//! Five, four, three, two, one: what the senses notice.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Sense, Senses};

use super::finish::finish;
use super::run::{Drawn, Run};
use super::words::{title, turn};
use crate::i18n::t;
use crate::ui::field;

const FIELDS: [&str; 5] = ["sense-1", "sense-2", "sense-3", "sense-4", "sense-5"];

fn name(sense: Sense) -> &'static str {
    match sense {
        Sense::See => t::act_see(),
        Sense::Feel => t::act_feel(),
        Sense::Hear => t::act_hear(),
        Sense::Smell => t::act_smell(),
        Sense::Taste => t::act_taste(),
    }
}

pub(super) fn view(skill: &Skill) -> View {
    let run = Run::<Senses>::open(skill, Drawn::Often);
    let at = Memo::new(move |_| run.get(|state, _| state.at()));
    let step = live(move || match at.get() {
        Some(sense) => asked(run, sense),
        None => title(t::act_senses_over()),
    });
    view! { {step} {finish(run)} }
}

fn asked(run: Run<Senses>, sense: Sense) -> View {
    let many = sense.count();
    let count = Memo::new(move |_| run.get(|state, _| state.noticed(sense).len()));
    let named = live(move || {
        let fields = FIELDS.iter().take(count.get()).enumerate().map(|(which, id)| {
            let value = super::words::bound(
                run,
                move |state| state.noticed(sense).get(which).cloned().unwrap_or_default(),
                move |state, words| state.name(which, words),
            );
            field(id, t::act_senses_name(&(which + 1).to_string())).text(value, 100)
        });
        fields.collect_view()
    });
    let said = move || t::act_senses_count(&count.get().to_string(), &many.to_string());
    view! {
        {title(name(sense))}
        <p aria-live="polite">{said}</p>
        <p class="hint">{t::act_senses_hint()}</p>
        <div class="actions">
            <button type="button" class="btn primary" on:click=move |_| run.change(|state, _| state.notice())>{t::act_senses_one()}</button>
            <button type="button" class="btn quiet" disabled=move || count.get() == 0 on:click=move |_| run.change(|state, _| state.take_back())>{t::act_senses_back()}</button>
        </div>
        {named}
        {turn(move || run.change(|state, _| state.back()), move || run.change(|state, _| state.next()))}
    }
}
