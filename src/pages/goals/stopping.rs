//! Stopping safely: what is dangerous, which signs mean "call now", and a card to show a doctor. It blocks nobody.

use crate::view::prelude::*;
use alongside_core::support::{Line, lines_for_stopping};

use crate::content::contents;
use crate::i18n::t;
use crate::pages::first_step::stopping::{call_now, details};
use crate::ui::{country, more, print_button, review_note, stopping_lines, translation_note, when_loaded};

/// What somebody should know before they stop or use less of a substance; nothing chosen is treated as dangerous.
pub(super) fn stopping(substance: Memo<String>) -> View {
    when_loaded(contents().withdrawal, move |facts| {
        let facts = facts.clone();
        live(move || {
            let id = substance.get();
            let ids: Vec<String> = Some(id).filter(|id| !id.is_empty()).into_iter().collect();
            let told = facts.stopping(&ids, ids.is_empty());
            let name = told.substances.first().map(|one| one.name.clone());
            view! {
                <section class="stopping" aria-labelledby="stopping">
                    <h2 id="stopping">{t::stopping_title()}</h2>
                    <div class="notice attention">
                        <p>{facts.one_line.clone()}</p>
                        <p>{facts.one_line_opioids.clone()}</p>
                        {review_note(facts.review.as_deref())}
                        {translation_note(|| contents().withdrawal.file.waits_for_native())}
                    </div>
                    {call_now(&facts, &told)}
                    {stopping_lines()}
                    {more(t::stopping_more(), details(&facts, &told))}
                    {more(t::doctor_title(), doctor(name.as_deref()))}
                    <p class="soft">{t::stopping_goes_on()}</p>
                </section>
            }
        })
    })
}

/// A card to show a doctor, on the screen or on paper: it says what to ask, and leaves room for what only the person
/// knows.
fn doctor(substance: Option<&str>) -> View {
    let what = match substance {
        Some(name) => t::doctor_wish(name),
        None => t::doctor_wish_any().to_owned(),
    };
    let blank = |label: &'static str| view! { <p class="blank">{label}</p> };
    let ask = |words: &'static str| view! { <li>{words}</li> };
    view! {
        <section class="card doctor">
            <h3>{t::doctor_for()}</h3>
            <p><strong>{what}</strong></p>
            {blank(t::doctor_how_much())}
            {blank(t::doctor_how_long())}
            {blank(t::doctor_last())}
            {blank(t::doctor_before())}
            {blank(t::doctor_other())}
            <h3>{t::doctor_ask()}</h3>
            <ul>
                {ask(t::doctor_ask_home())}
                {ask(t::doctor_ask_medicine())}
                {ask(t::doctor_ask_signs())}
                {ask(t::doctor_ask_who())}
            </ul>
            {live(lines)}
            <div class="actions">{print_button()}</div>
        </section>
    }
}

/// The country's lines, as they are read from paper.
fn lines() -> View {
    let Some(lines) = contents().lines.ready() else { return ().into_view() };
    let near = country(&lines).map(|country| lines_for_stopping(&lines, &country)).unwrap_or_default();
    let texts: Vec<String> = near.into_iter().map(Line::on_paper).collect();
    view! { <p>{texts.join(" · ")}</p> }
}
