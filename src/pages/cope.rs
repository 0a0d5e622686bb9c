//! `/cope`: the library of skills, by situation, minutes and words.

use crate::view::prelude::*;
use alongside_core::coping::{Choice, Situation, Skill, Worked, Works, choose};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::{Entry, Nav, nav};
use crate::route::{Page, Route};
use crate::store::{Store, store};
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

/// What this person's own days and plan say of skills. Tracked.
pub(super) fn own_works(store: Store) -> Works {
    Works::of(store.own_events().iter().map(|(_, event)| event)).and_plan(&store.plan())
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
    let store = store();
    let works = Memo::new(move |_| own_works(store));
    view! {
        {heading(t::cope_title())}
        <p class="lead">{t::cope_lead()}</p>
        <div class="actions primary-action">
            <a class="btn primary" href=Page::CopeNow.href()>{t::cope_now_title()}</a>
            <a class="btn" href=Page::Plan.href()>{icon("sprout")}{t::plan_title()}</a>
        </div>
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
            live(move || found(choose(&skills.skills, &choice.get()), &works.get()))
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

fn found(mut skills: Vec<&Skill>, works: &Works) -> View {
    if skills.is_empty() {
        let all = view! { <a class="btn" href=Page::Cope.href()>{t::cope_all()}</a> };
        return empty(None, t::cope_none(), t::cope_none_more(), all);
    }
    works.rank(&mut skills);
    let is_known = skills.iter().any(|skill| matches!(works.said_of(skill), Worked::Changed { .. }));
    let rows = skills.iter().map(|skill| {
        let minutes = t::minutes(i64::from(skill.minutes));
        let planned = works.is_planned(skill).then(|| t::skill_is_planned().to_owned());
        let more: Vec<String> =
            [Some(minutes), planned, own_words(works.said_of(skill))].into_iter().flatten().collect();
        let more = more.join(" · ");
        link_row(href(skill), skill.name.clone(), Some(more))
    });
    view! {
        <p class="count" role="status">{t::cope_count(skills.len() as i64)}</p>
        {is_known.then(|| view! { <p class="fine">{t::works_explained()}</p> })}
        {link_rows(rows.collect_view())}
    }
}

/// What a skill did for this person so far, in words.
fn own_words(worked: Worked) -> Option<String> {
    match worked {
        Worked::Untried => None,
        Worked::TooFew { tries } => Some(t::works_few(i64::from(tries))),
        Worked::Changed { tries, down_tenths: 0 } => Some(t::works_same(i64::from(tries))),
        Worked::Changed { tries, down_tenths } => {
            let tenths = down_tenths.unsigned_abs();
            let by = if tenths.is_multiple_of(10) {
                (tenths / 10).to_string()
            } else {
                format!("{}.{}", tenths / 10, tenths % 10)
            };
            let tries = i64::from(tries);
            Some(if down_tenths > 0 { t::works_down(tries, &by) } else { t::works_up(tries, &by) })
        }
    }
}

fn href(skill: &Skill) -> String {
    Route::one(Page::Skill, &skill.id.0).href()
}

/// A row that leads to a skill.
pub(super) fn skill_link(skill: &Skill) -> View {
    link_row(href(skill), skill.name.clone(), Some(t::minutes(i64::from(skill.minutes))))
}
