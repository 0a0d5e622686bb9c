//! `/learn`: what peer support may do, and how strong the proof is.

use crate::view::prelude::*;
use alongside_core::support::{Benefit, Benefits, Citation};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::nav;
use crate::platform::{page as shown_page, timing};
use crate::route::Page;
use crate::ui::{checked_words, heading, more, outside_link, when_loaded};

/// The page; what is after the `#` is a section.
pub(super) fn page() -> View {
    let section = nav().fragment();
    let slot = contents().benefits;
    Effect::new(move |_| {
        let id = section.get();
        let is_a_word = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if slot.ready().is_some() && is_a_word {
            timing::next_frame(move || {
                shown_page::show(&format!("[data-section='{id}']"));
                shown_page::focus(&format!("[data-section='{id}'] h2"));
            });
        }
    });
    view! {
        {heading(t::learn_title())}
        <p class="lead">{t::learn_lead()}</p>
        {when_loaded(slot, |benefits| all(&benefits))}
        <p><a class="btn primary" href=Page::Support.href()>{t::support_title()}</a></p>
    }
}

fn all(benefits: &Benefits) -> View {
    let limits = benefits.meta.honest_limits.iter().map(|limit| view! { <li>{limit.clone()}</li> });
    view! {
        {benefits.benefits.iter().map(benefit).collect_view()}
        <section><h2>{t::learn_limits()}</h2><ul>{limits.collect_view()}</ul></section>
    }
}

fn benefit(benefit: &Benefit) -> View {
    let strength = benefit.evidence_strength.as_ref().map(|word| {
        let words = t::choice("evidence", word).map_or_else(|| word.clone(), str::to_owned);
        view! { <p class="soft"><span class="tag muted">{words}</span>" "{benefit.suggested_page_line.clone()}</p> }
    });
    let studies = benefit.citations.iter().map(study).collect_view();
    view! {
        <section data-section=benefit.id.clone()>
            <h2 tabindex="-1">{benefit.name.clone()}</h2>
            <p>{benefit.plain.clone()}</p>
            {strength}
            {more(t::learn_studies(), view! { <p>{benefit.evidence_note.clone()}</p> <ul class="fine">{studies}</ul> })}
        </section>
    }
}

fn study(study: &Citation) -> View {
    let title = match &study.doi {
        Some(doi) => outside_link(&format!("https://doi.org/{doi}"), study.title.clone()),
        None => study.title.clone().into_view(),
    };
    let year = study.year.map(|year| year.to_string());
    let rest: Vec<String> =
        [study.authors.clone(), study.journal.clone(), year].into_iter().flatten().collect();
    view! {
        <li>
            {title}". "{rest.join(", ")}" ("{checked_words(study.checked.as_deref())}"). "
            {study.what_it_found.clone()}
        </li>
    }
}
