//! `/first-step`: is it safe to stop, whom to call and what to say, a first meeting, and one's rights.
//!
//! What a person taps or writes here is held in memory while the page is shown, and nowhere else.

mod ask;
mod passages;
mod rehearsal;
mod sheet;
pub(super) mod stopping;

use std::sync::Arc;

use crate::view::prelude::*;
use alongside_core::support::{FirstStep, Passage};

use crate::content::contents;
use crate::i18n::t;
use crate::route::Page;
use crate::ui::{fold, heading, more, tabs, translation_note, when_loaded};
use ask::Asking;
use passages::{finders, groups, list, part, sentences, sources};
use sheet::Ticked;
use stopping::Used;

/// The page.
pub(super) fn page() -> View {
    let (used, ticked, asking) = (Used::new(), Ticked::new(), Asking::new());
    view! {
        {heading(t::first_title())}
        {when_loaded(contents().first_step, move |first| all(&first, used, ticked, asking))}
    }
}

/// What a person chose stays while they go from tab to tab.
fn all(first: &Arc<FirstStep>, used: Used, ticked: Ticked, asking: Asking) -> View {
    let names = [
        t::first_tab_safe(),
        t::first_tab_call(),
        t::first_tab_meeting(),
        t::first_tab_ask(),
        t::first_tab_rights(),
    ];
    let way = RwSignal::new(0_usize);
    let all = first.clone();
    let panel = move |shown| match shown {
        0 => stopping(&all, used),
        1 => calling(&all, ticked),
        2 => meeting(&all, way),
        3 => ask::form(&all, asking),
        _ => money_and_rights(&all),
    };
    view! {
        <p class="lead">{first.intro.text.clone()}</p>
        <div class="actions"><a class="btn primary" href=Page::HelpNow.href()>{t::lines_all()}</a></div>
        {translation_note(|| contents().first_step.file.waits_for_native())}
        {tabs("first-step", t::first_title(), &names, panel)}
        {more(t::source_many(), sources(first))}
    }
}

fn stopping(first: &FirstStep, used: Used) -> View {
    view! {
        {when_loaded(contents().withdrawal, move |facts| stopping::question(&facts, used))}
        {fold(t::first_before(), list(&first.before_anything))}
    }
}

fn calling(first: &Arc<FirstStep>, ticked: Ticked) -> View {
    view! {
        {sheet::maker(first, ticked)}
        {sentences(first)}
        {part(t::first_they_ask(), &first.they_may_ask)}
        {part(t::first_you_ask(), &first.you_can_ask)}
        {part(t::first_quality(), &first.quality_signs)}
        {part(t::first_red_flags(), &first.red_flags)}
        {groups(t::first_bring(), "bring", &first.bring)}
        {fold(t::first_finders(), finders(first))}
    }
}

fn meeting(first: &Arc<FirstStep>, way: RwSignal<usize>) -> View {
    view! {
        {rehearsal::rehearsal(first, way)}
        {groups(t::first_meeting(), "meeting", &first.first_meeting)}
    }
}

fn money_and_rights(first: &FirstStep) -> View {
    let law: Vec<Passage> = first.law_note.iter().cloned().collect();
    view! {
        <p class="soft">{t::first_scope()}</p>
        {part(t::first_payment(), &first.payment)}
        {part(t::first_rights(), &first.rights)}
        {part(t::first_law(), &law)}
        {part(t::first_report(), &first.report_to)}
        {part(t::first_digital(), &first.digital_privacy)}
    }
}
