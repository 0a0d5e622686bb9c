//! Is it safe to stop on your own? All that is said here is what `withdrawal.json` says.

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{LowerTolerance, Stopping, Substance, Withdrawal};

use crate::content::contents;
use crate::i18n::t;
use crate::ui::{check, check_group, review_note, stopping_lines, translation_note};

/// What a person says they use: ids, and whether they are not sure.
#[derive(Clone, Copy)]
pub(super) struct Used {
    ids: RwSignal<Vec<String>>,
    not_sure: RwSignal<bool>,
}

impl Used {
    pub(super) fn new() -> Used {
        Used { ids: RwSignal::new(Vec::new()), not_sure: RwSignal::new(false) }
    }

    fn press(self, id: &str) {
        let mut ids = self.ids.get_untracked();
        let count = ids.len();
        ids.retain(|one| one != id);
        if ids.len() == count {
            ids.push(id.to_owned());
        }
        self.ids.set(ids);
    }
}

/// The question, and what to know.
pub(super) fn question(facts: &Arc<Withdrawal>, used: Used) -> View {
    let boxes = facts.substances.iter().map(|substance| {
        let (id, own) = (substance.id.clone(), substance.id.clone());
        let words = format!("{}: {}", substance.name, substance.names.join(", "));
        check(words, None, 0, move || used.ids.get().contains(&own), move || used.press(&id))
    });
    let not_sure = check(
        t::stop_not_sure().to_owned(),
        None,
        0,
        move || used.not_sure.get(),
        move || {
            used.not_sure.set(!used.not_sure.get_untracked());
        },
    );
    let shown = facts.clone();
    view! {
        <h2>{t::stop_title()}</h2>
        <div class="notice attention">
            <p>{facts.one_line.clone()}</p>
            {review_note(facts.review.as_deref())}
            {translation_note(|| contents().withdrawal.file.waits_for_native())}
        </div>
        {check_group(t::stop_question(), view! { {boxes.collect_view()} {not_sure} })}
        <p class="hint">{t::stop_private()}</p>
        {live(move || answer(&shown, used))}
    }
}

fn answer(facts: &Withdrawal, used: Used) -> View {
    let told = facts.stopping(&used.ids.get(), used.not_sure.get());
    view! { {call_now(facts, &told)} {stopping_lines()} {details(facts, &told)} }
}

/// What is shown, and the signs that mean "call now".
pub(in crate::pages) fn call_now(facts: &Withdrawal, told: &Stopping<'_>) -> View {
    let names: Vec<&str> = told.substances.iter().map(|one| one.name.as_str()).collect();
    let of = if told.is_unsure { t::stop_unsure() } else { t::stop_shown() };
    let signs = told.call_now.iter().map(|&sign| view! { <li>{sign.to_owned()}</li> });
    let unsure = told.is_unsure.then(|| facts.if_unsure.clone()).flatten();
    view! {
        <p class="sr" role="status">{of}" "{names.join(", ")}</p>
        {unsure.map(|words| view! { <div class="notice attention"><p>{words}</p></div> })}
        <div class="notice danger"><h3>{t::stop_call_now()}</h3><ul>{signs.collect_view()}</ul></div>
    }
}

/// Each substance, and what holds for all.
pub(in crate::pages) fn details(facts: &Withdrawal, told: &Stopping<'_>) -> View {
    view! {
        {told.substances.iter().map(|substance| one(substance)).collect_view()}
        {facts.already_stopped.clone().map(|words| view! { <h3>{t::stop_already()}</h3><p>{words}</p> })}
        {told.lower_tolerance.map(lower)}
        <p class="fine">{t::stop_no_diagnosis()}</p>
    }
}

fn one(substance: &Substance) -> View {
    let verdict = if substance.can_kill() { t::stop_can_kill() } else { t::stop_rarely_kills() };
    let fact = |name: &'static str, text: &Option<String>| {
        text.clone().map(|text| view! { <p><strong>{name}</strong>" "{text}</p> })
    };
    view! {
        <section class="card">
            <h3>{substance.name.clone()}</h3>
            <p><strong>{verdict}</strong>" "{substance.danger.clone()}</p>
            {fact(t::stop_doctor(), &substance.see_doctor_before)}
            {fact(t::stop_pregnant(), &substance.pregnancy)}
            {review_note(substance.review.as_deref())}
        </section>
    }
}

fn lower(after: &LowerTolerance) -> View {
    let steps = after.steps.iter().map(|step| view! { <li>{step.clone()}</li> });
    view! {
        <h3>{after.name.clone()}</h3>
        <p>{after.danger.clone()}</p>
        <ul>{steps.collect_view()}</ul>
        {review_note(after.review.as_deref())}
    }
}
