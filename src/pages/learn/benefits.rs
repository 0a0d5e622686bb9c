//! What peer support may do, and how strong the proof is.

use crate::view::prelude::*;
use alongside_core::support::{Benefit, Benefits, Citation, Kinds};

use crate::i18n::t;
use crate::ui::{checked_words, more, outside_link};

/// Every benefit, with the kinds of support that fit and the studies.
pub(super) fn list(benefits: &Benefits, kinds: &Kinds) -> View {
    benefits.benefits.iter().map(|one| benefit(one, kinds)).collect_view()
}

/// What the studies can't show, and the studies that say so.
pub(super) fn limits(benefits: &Benefits) -> View {
    let limits = benefits.meta.honest_limits.iter().map(|limit| view! { <li>{limit.clone()}</li> });
    view! { <ul>{limits.collect_view()}</ul> {studies(&benefits.meta.extra_citations, None)} }
}

fn benefit(benefit: &Benefit, kinds: &Kinds) -> View {
    let strength = benefit.evidence_strength.as_deref().and_then(strength);
    view! {
        <div class="piece" data-section=benefit.id.clone()>
            <h3 tabindex="-1">{benefit.name.clone()}</h3>
            <p>{benefit.plain.clone()}</p>
            <p>
                {strength.map(|words| view! { <strong>{words}</strong>" " })}
                <span class="soft">{benefit.suggested_page_line.clone()}</span>
            </p>
            {super::kinds_that_fit(&benefit.related_kinds, kinds)}
            {studies(&benefit.citations, benefit.evidence_note.clone())}
        </div>
    }
}

/// How good the proof is, in words.
fn strength(word: &str) -> Option<&'static str> {
    Some(match word {
        "strong" => t::learn_strong(),
        "strong_to_mixed" => t::learn_strong_to_mixed(),
        "moderate" => t::learn_moderate(),
        "mixed" => t::learn_mixed(),
        "limited" => t::learn_limited(),
        _ => return None,
    })
}

fn studies(studies: &[Citation], note: Option<String>) -> View {
    let note = note.map(|note| view! { <p>{note}</p> });
    let items = studies.iter().map(study).collect_view();
    more(t::learn_studies(), view! { {note} <ul class="fine">{items}</ul> })
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
