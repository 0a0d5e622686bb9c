//! `/help-now`: help lines by country and need, and what to do while help comes.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::order::sort_short;
use alongside_core::support::{Lines, Withdrawal};

use crate::content::contents;
use crate::i18n::t;
use crate::nav::{Entry, Nav, nav};
use crate::platform::intl;
use crate::route::{Page, Route};
use crate::site::site;
use crate::ui::{
    chip, chips, country, field, heading, line_list, review_note, source_line, translation_note, waiting,
    when_loaded,
};

/// The page.
pub(super) fn page() -> View {
    view! {
        {heading(t::help_title())}
        <p class="lead">{t::help_lead()}</p>
        {when_loaded(contents().lines, |lines| {
            view! { {choices(&lines)} {shown(&lines)} }
        })}
        {first_aid()}
        {translation_note(|| contents().lines.file.waits_for_native() || contents().withdrawal.file.waits_for_native())}
    }
}

/// The country that is shown: chosen in the address, else the nearest guess. Tracked.
fn shown_country(lines: &Lines) -> Option<String> {
    nav()
        .choice("country")
        .get()
        .filter(|code| lines.countries().contains(&code.as_str()))
        .or_else(|| country(lines))
}

fn choose(nav: Nav, key: &'static str, value: &str) {
    let route = untrack(|| nav.route()).unwrap_or(Page::HelpNow.into());
    let (country, need) = (route.choice("country"), route.choice("need"));
    let keep = |name: &str, old: Option<String>| {
        if name == key { value.to_owned() } else { old.unwrap_or_default() }
    };
    let (country, need) = (keep("country", country), keep("need", need));
    nav.go(Route::with(Page::HelpNow, [("country", country.as_str()), ("need", need.as_str())]), Entry::Add);
}

fn choices(lines: &std::sync::Arc<Lines>) -> View {
    let nav = nav();
    let mut countries: Vec<(String, String)> =
        lines.countries().iter().map(|code| ((*code).to_owned(), intl::country_name(code))).collect();
    sort_short(&mut countries, |a, b| a.1 < b.1);
    let options = countries
        .into_iter()
        .map(|(code, name)| {
            let (lines, own) = (lines.clone(), code.clone());
            let chosen = move || shown_country(&lines).as_deref() == Some(own.as_str());
            view! { <option value=code prop:selected=chosen>{name}</option> }
        })
        .collect_view();
    let need = nav.choice("need");
    let needs = lines
        .needs
        .iter()
        .filter_map(|id| Some((id.clone(), t::choice("need", id)?)))
        .map(|(id, words)| {
            let own = id.clone();
            let is_on = Memo::new(move |_| need.get().as_deref() == Some(own.as_str()));
            chip(words, is_on, move || choose(nav, "need", if is_on.get_untracked() { "" } else { &id }))
        })
        .collect_view();
    let none_chosen = {
        let lines = lines.clone();
        move || shown_country(&lines).is_none()
    };
    let options =
        view! { <option value="" prop:selected=none_chosen>{t::help_country_none()}</option> {options} };
    view! {
        {chips(t::help_need(), needs)}
        {field("country", t::help_country()).select(options, move |code| choose(nav, "country", &code))}
    }
}

fn shown(lines: &std::sync::Arc<Lines>) -> View {
    let (lines, need) = (lines.clone(), nav().choice("need"));
    live(move || {
        // Whose lines come first is known when the site's settings are: until then there is nothing to jump.
        if !site().is_settled() {
            return waiting();
        }
        let country = shown_country(&lines);
        let need = need.get().filter(|need| lines.needs.contains(need));
        let found = lines.for_need(country.as_deref(), need.as_deref());
        if found.is_empty() {
            view! { <p class="notice">{t::help_none()}</p> }
        } else {
            line_list(&found, true)
        }
    })
}

/// The signs of an overdose and of a dangerous withdrawal, and what to do until help is there.
fn first_aid() -> View {
    when_loaded(contents().withdrawal, |facts| {
        when_loaded(contents().first_aid, move |all| {
            all.skills.iter().map(|one| aid(one, &facts)).collect_view()
        })
    })
}

fn aid(aid: &Skill, facts: &Withdrawal) -> View {
    let list = |items: &[String]| items.iter().map(|item| view! { <li>{item.clone()}</li> }).collect_view();
    let is_withdrawal = aid.speaks_of_withdrawal();
    let signs = if is_withdrawal { &facts.call_emergency_if } else { &facts.overdose_signs };
    // What is said of stopping comes from one file, word for word.
    let warning = is_withdrawal.then(|| {
        view! { <p>{facts.one_line.clone()}</p> <p>{facts.one_line_opioids.clone()}</p> }
    });
    view! {
        <section class="part" data-aid=aid.id.0.clone()>
            <h2>{aid.name.clone()}</h2>
            {warning}
            <p>{aid.safety.clone()}</p>
            <ul>{list(signs)}</ul>
            <ol class="steps">{list(&aid.steps)}</ol>
            {review_note(aid.review.as_deref())}
            <p class="fine source">{t::source_label()}" "{source_line(&aid.source, aid.checked.as_deref())}</p>
        </section>
    }
}
