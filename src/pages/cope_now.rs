//! `/cope-now`: three taps to one skill. Danger comes first and leads to people.

use crate::view::prelude::*;
use alongside_core::coping::{Situation, Spot, first_three, fits_at};

use crate::content::contents;
use crate::i18n::t;
use crate::pages::cope::{MINUTES, own_works, situation_name, skill_link};
use crate::pages::lapse::after_lapse;
use crate::pages::skill;
use crate::platform::page;
use crate::route::Page;
use crate::store::store;
use crate::ui::{chip, chips, heading, icon, link_rows, when_loaded};

/// The page. What is chosen here stays in memory: it needs no address.
pub(super) fn page() -> View {
    let situation = RwSignal::new(None::<Situation>);
    let minutes = RwSignal::new(None::<u32>);
    let spots = RwSignal::new(Vec::<Spot>::new());
    let step = move || match (situation.get(), minutes.get()) {
        (None, _) => what(situation),
        // What keeps a person alive comes at once, whatever the minutes.
        (Some(Situation::AfterLapse), _) => lapse(situation),
        (Some(_), None) => how_long(minutes, spots, situation),
        (Some(what), Some(long)) => start(what, long, &spots.get_untracked(), minutes),
    };
    view! {
        {heading(t::cope_now_title())}
        <p class="notice danger slim">
            {icon("phone")}
            <span>{t::cope_now_danger()}" "<a href=Page::HelpNow.href()>{t::frame_help()}</a></span>
        </p>
        {step}
    }
}

fn what(situation: RwSignal<Option<Situation>>) -> View {
    let buttons = Situation::ALL.map(|one| {
        let choose = move |_| {
            situation.set(Some(one));
            page::focus("#question, #after-lapse");
        };
        view! { <button type="button" class="btn big" on:click=choose>{situation_name(one)}</button> }
    });
    view! {
        <h2 id="question" tabindex="-1">{t::cope_now_what()}</h2>
        <div class="options">{buttons.collect_view()}</div>
    }
}

fn lapse(situation: RwSignal<Option<Situation>>) -> View {
    let again = move |_| {
        situation.set(None);
        page::focus("#question");
    };
    view! {
        {after_lapse(view! { <p>{t::lapse_count_waits()}</p> })}
        <p><button type="button" class="btn quiet" on:click=again>{icon("back")}{t::cope_now_what()}</button></p>
    }
}

/// The minutes lead on at once; where one is can be said before, and never has to be.
fn how_long(
    minutes: RwSignal<Option<u32>>,
    spots: RwSignal<Vec<Spot>>,
    situation: RwSignal<Option<Situation>>,
) -> View {
    let buttons = MINUTES.map(|one| {
        let choose = move |_| {
            minutes.set(Some(one));
            page::focus("#question");
        };
        let words = t::minutes(i64::from(one));
        view! { <button type="button" class="btn big" on:click=choose>{words}</button> }
    });
    let again = move |_| {
        situation.set(None);
        page::focus("#question");
    };
    view! {
        <h2 id="question" tabindex="-1">{t::cope_now_minutes()}</h2>
        <p>{t::cope_now_where_more()}</p>
        {places(spots)}
        <div class="options">{buttons.collect_view()}</div>
        <p><button type="button" class="btn quiet" on:click=again>{icon("back")}{t::cope_now_what()}</button></p>
    }
}

fn places(spots: RwSignal<Vec<Spot>>) -> View {
    let row = Spot::ALL.map(|spot| {
        let is_on = Memo::new(move |_| spots.with(|spots| spots.contains(&spot)));
        let press = move || {
            let mut next = spots.get_untracked();
            if is_on.get_untracked() {
                next.retain(|one| *one != spot);
            } else {
                next.push(spot);
            }
            spots.set(next);
        };
        chip(t::choice("spot", spot.id()).unwrap_or_else(|| spot.id()).to_owned(), is_on, press)
    });
    chips(t::cope_now_where(), row.collect_view())
}

/// The skill that fits best, begun, and two more.
fn start(situation: Situation, long: u32, spots: &[Spot], minutes: RwSignal<Option<u32>>) -> View {
    let again = move |_| {
        minutes.set(None);
        page::focus("#question");
    };
    let spots = spots.to_vec();
    provide_context(skill::AtOnce);
    when_loaded(contents().skills, move |skills| {
        // Untracked: a skill that is being done isn't replaced when another tab keeps one.
        let works = untrack(|| own_works(store()));
        let three = first_three(&skills.skills, situation, long, &spots, &works);
        let Some((first, others)) = three.split_first() else {
            return view! { <p class="notice">{t::cope_none_more()}</p> };
        };
        view! {
            <h2 id="question" tabindex="-1">{first.name.clone()}</h2>
            {(!fits_at(first, &spots)).then(|| view! { <p class="fine">{t::cope_now_closest()}</p> })}
            {skill::body(first)}
            <h2>{t::cope_now_others()}</h2>
            {link_rows(others.iter().map(|skill| skill_link(skill)).collect_view())}
            <div class="actions">
                <button type="button" class="btn quiet" on:click=again>{icon("back")}{t::cope_now_minutes()}</button>
                <a class="btn quiet" href=Page::Cope.href()>{t::cope_all()}</a>
                <a class="btn quiet" href=Page::Plan.href()>{t::plan_title()}</a>
            </div>
        }
    })
}
