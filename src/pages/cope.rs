//! `/cope`: the library of skills, by situation, minutes and words.

use crate::view::prelude::*;
use alongside_core::coping::{Choice, Situation, Skill, choose};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::{Entry, Nav, nav};
use crate::route::{Page, Route};
use crate::ui::{heading, icon, when_loaded};

/// The lengths that can be chosen, in minutes.
pub(super) const MINUTES: [u32; 4] = [2, 5, 10, 20];

/// The name of a situation.
pub(super) fn situation_name(situation: Situation) -> &'static str {
    t::choice("situation", situation.id()).unwrap_or_else(|| situation.id())
}

/// What the address says, as the core takes it. Tracked.
fn chosen(nav: Nav) -> Choice {
    let route = nav.route();
    let choice = |key: &str| route.as_ref().and_then(|route| route.choice(key));
    Choice {
        situation: choice("situation").and_then(|id| Situation::from_id(&id)),
        minutes: choice("minutes").and_then(|text| text.parse().ok()),
        query: choice("q").unwrap_or_default(),
    }
}

fn show(nav: Nav, choice: &Choice, entry: Entry) {
    let minutes = choice.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    let situation = choice.situation.map(Situation::id).unwrap_or_default();
    let choices = [("situation", situation), ("minutes", minutes.as_str()), ("q", choice.query.as_str())];
    nav.go(Route::with(Page::Cope, choices), entry);
}

/// The page.
pub(super) fn page() -> View {
    let nav = nav();
    let choice = Memo::new(move |_| chosen(nav));
    view! {
        {heading(t::cope_title())}
        <p class="lead">{t::cope_lead()}</p>
        <p><a class="btn primary" href=Page::CopeNow.href()>{t::cope_now_title()}</a></p>
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            {icon("find")}
            <input
                type="search"
                aria-label=t::cope_search()
                placeholder=t::cope_search()
                maxlength="200"
                prop:value=move || choice.get().query
                on:input=move |event| {
                    let query = event_target_value(&event);
                    show(nav, &Choice { query, ..choice.get_untracked() }, Entry::Replace);
                }
            />
        </form>
        {situations(choice)}
        {minutes(choice)}
        {when_loaded(contents().skills, move |skills| {
            live(move || found(&choose(&skills.skills, &choice.get())))
        })}
    }
}

fn situations(choice: Memo<Choice>) -> View {
    let chips = Situation::ALL.map(|situation| {
        chip(
            situation_name(situation).to_owned(),
            move || choice.get().situation == Some(situation),
            move |on| Choice { situation: on.then_some(situation), ..choice.get_untracked() },
        )
    });
    view! { <div class="chips" role="group" aria-label=t::cope_situation()>{chips.collect_view()}</div> }
}

fn minutes(choice: Memo<Choice>) -> View {
    let chips = MINUTES.map(|minutes| {
        chip(
            t::cope_minutes_up_to(i64::from(minutes)),
            move || choice.get().minutes == Some(minutes),
            move |on| Choice { minutes: on.then_some(minutes), ..choice.get_untracked() },
        )
    });
    view! { <div class="chips" role="group" aria-label=t::cope_minutes()>{chips.collect_view()}</div> }
}

fn chip(
    words: String,
    is_on: impl Fn() -> bool + Copy + Send + Sync + 'static,
    then: impl Fn(bool) -> Choice + 'static,
) -> View {
    let nav = nav();
    let press = move |_| show(nav, &then(!untrack(is_on)), Entry::Add);
    view! {
        <button type="button" class="chip" aria-pressed=move || is_on().to_string() on:click=press>{words}</button>
    }
}

fn found(skills: &[&Skill]) -> View {
    if skills.is_empty() {
        return view! {
            <div class="empty">
                <h2>{t::cope_none()}</h2>
                <p>{t::cope_none_more()}</p>
                <div class="actions"><a class="btn" href=Page::Cope.href()>{t::cope_all()}</a></div>
            </div>
        };
    }
    view! {
        <p class="count" role="status">{t::cope_count(skills.len() as i64)}</p>
        <ul class="links">{skills.iter().map(|skill| skill_link(skill)).collect_view()}</ul>
    }
}

/// A row that leads to a skill.
pub(super) fn skill_link(skill: &Skill) -> View {
    let href = Route::one(Page::Skill, &skill.id.0).href();
    view! {
        <li>
            <a href=href>
                <span><strong>{skill.name.clone()}</strong>" "
                <span class="soft">{t::minutes(i64::from(skill.minutes))}</span></span>
                {icon("chevron")}
            </a>
        </li>
    }
}
