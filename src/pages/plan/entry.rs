//! One entry: what it says, whom it calls, where it leads.

use crate::view::prelude::*;
use alongside_core::coping::plan::Entry;
use alongside_core::directory::dialable;
use alongside_core::records::PlanId;

use super::form::{self, Draft, Spot};
use crate::content::contents;
use crate::i18n::t;
use crate::route::{Page, Route};
use crate::ui::line_list;

/// The entry, or the form that changes it.
pub(super) fn row(id: &PlanId, entry: Entry, draft: Draft) -> View {
    let (own, id) = (id.clone(), id.clone());
    let is_open = Memo::new(move |_| draft.spot.get() == Some(Spot::Change(own.clone())));
    let name = id.to_string();
    let body = move || {
        let shown = said(&entry);
        if is_open.get() {
            return view! {
                <div class="plan-said on-paper">{shown}</div>
                {form::form(entry.section, Some(id.clone()), draft)}
            };
        }
        let (id, own) = (id.clone(), entry.clone());
        let change = move |_| draft.change(&id, &own);
        let name = name_of(&entry);
        view! {
            <div class="plan-said">{shown}</div>
            <button type="button" class="btn quiet no-print" on:click=change>
                {t::plan_change()}<span class="sr">" "{name}</span>
            </button>
        }
    };
    view! { <li data-entry=name>{body}</li> }
}

fn said(entry: &Entry) -> View {
    let words = (!entry.words.is_empty()).then(|| view! { <p><bdi>{entry.words.clone()}</bdi></p> });
    let call = entry.tel.clone().map(|tel| number(&tel, &entry.words));
    view! { {words}{call}{entry.skill.clone().map(skill)}{entry.line.clone().map(line)} }
}

/// A number is a link where it can be dialled.
fn number(tel: &str, whose: &str) -> View {
    let Some(dialled) = dialable(tel) else { return view! { <p>{tel.to_owned()}</p> } };
    let href = format!("tel:{}", dialled.replace('#', "%23"));
    let whose = (!whose.is_empty()).then(|| view! { <span class="sr">{whose.to_owned()}": "</span> });
    view! { <a class="line-call" href=href>{whose}{t::plan_call(tel)}</a> }
}

/// A skill by its name, as soon as that is here; one that the library no longer has is shown by its id.
fn skill(id: String) -> View {
    live(move || {
        let skills = contents().skills.ready();
        let name = skills.as_ref().and_then(|skills| skills.get(&id)).map(|skill| skill.name.clone());
        let href = Route::one(Page::Skill, &id).href();
        view! { <p><a href=href>{name.unwrap_or_else(|| id.clone())}</a></p> }
    })
}

fn line(id: String) -> View {
    live(move || {
        let lines = contents().lines.ready()?;
        let found = lines.with_ids(std::slice::from_ref(&id), None);
        (!found.is_empty()).then(|| line_list(&found, false))
    })
}

/// What tells the entry from others, in few words. Tracked.
pub(super) fn name_of(entry: &Entry) -> String {
    if !entry.words.is_empty() {
        return entry.words.clone();
    }
    let skill = entry.skill.as_ref().and_then(|id| Some(contents().skills.ready()?.get(id)?.name.clone()));
    let line = || {
        let lines = contents().lines.ready()?;
        let id = entry.line.clone()?;
        lines.with_ids(&[id], None).first().map(|line| line.on_paper())
    };
    skill.or_else(line).or_else(|| entry.tel.clone()).unwrap_or_default()
}
