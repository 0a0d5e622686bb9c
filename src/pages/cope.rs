//! `/cope`: the library of skills, by situation, minutes and words.

use crate::view::prelude::*;
use alongside_core::coping::{Choice, Situation, Skill, choose};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::{Entry, Nav, nav};
use crate::route::{Page, Route};
use crate::ui::{chip, chips, empty, heading, icon, link_row, link_rows, when_loaded};

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
        <a class="btn primary" href=Page::CopeNow.href()>{t::cope_now_title()}</a>
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
    let row = Situation::ALL.map(|situation| {
        choice_chip(
            choice,
            situation_name(situation).to_owned(),
            move |choice| choice.situation == Some(situation),
            move |choice, on| choice.situation = on.then_some(situation),
        )
    });
    chips(t::cope_situation(), row.collect_view())
}

fn minutes(choice: Memo<Choice>) -> View {
    let row = MINUTES.map(|minutes| {
        choice_chip(
            choice,
            t::cope_minutes_up_to(i64::from(minutes)),
            move |choice| choice.minutes == Some(minutes),
            move |choice, on| choice.minutes = on.then_some(minutes),
        )
    });
    chips(t::cope_minutes(), row.collect_view())
}

/// A chip that is on if the choice says so, and changes it when pressed.
fn choice_chip(
    choice: Memo<Choice>,
    words: String,
    is_on: impl Fn(&Choice) -> bool + Send + Sync + 'static,
    turn: impl Fn(&mut Choice, bool) + 'static,
) -> View {
    let nav = nav();
    let is_on = Memo::new(move |_| choice.with(&is_on));
    let press = move || {
        let mut next = choice.get_untracked();
        turn(&mut next, !is_on.get_untracked());
        show(nav, &next, Entry::Add);
    };
    chip(words, is_on, press)
}

fn found(skills: &[&Skill]) -> View {
    if skills.is_empty() {
        let all = view! { <a class="btn" href=Page::Cope.href()>{t::cope_all()}</a> };
        return empty(None, t::cope_none(), t::cope_none_more(), all);
    }
    view! {
        <p class="count" role="status">{t::cope_count(skills.len() as i64)}</p>
        {link_rows(skills.iter().map(|skill| skill_link(skill)).collect_view())}
    }
}

/// A row that leads to a skill.
pub(super) fn skill_link(skill: &Skill) -> View {
    let href = Route::one(Page::Skill, &skill.id.0).href();
    link_row(href, skill.name.clone(), Some(t::minutes(i64::from(skill.minutes))))
}
