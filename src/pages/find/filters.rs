//! Filters: quick choices, the whole panel, and what is chosen.

use crate::view::prelude::*;
use alongside_core::directory::Attendance;
use alongside_core::directory::PartOfDay;
use alongside_core::directory::search::{Choice, Chosen, Facets};

use super::choices::Choices;
use super::near::{self, Asking};
use crate::content::contents;
use crate::directory::finder;
use crate::i18n::t;
use crate::nav::{Entry, nav};
use crate::platform::intl;
use crate::ui::{check, check_group, chip, chips, chosen_chip, icon, more};

/// How many choices of a long list are shown before "more".
const SHORT: usize = 8;

/// A choice with its words, and what it sets in the address.
type Quick = (&'static str, &'static [(&'static str, &'static str)]);

/// One-tap choices above the results.
pub(super) fn quick(asking: Asking) -> View {
    let choices: [Quick; 7] = [
        (t::find_quick_now(), &[("open", "now")]),
        (t::find_quick_online_now(), &[("open", "now"), ("attendance", "online")]),
        (t::find_quick_today(), &[("day", "today")]),
        (t::find_quick_tonight(), &[("day", "today"), ("time", "evening,night")]),
        (t::find_quick_tomorrow(), &[("day", "tomorrow")]),
        (t::find_quick_online(), &[("attendance", "online")]),
        (t::find_quick_in_person(), &[("attendance", "in_person")]),
    ];
    let nav = nav();
    let row = choices.map(|(words, pairs)| {
        let is_on = Memo::new(move |_| {
            let choices = Choices::now(nav);
            pairs.iter().all(|(key, value)| choices.text(key) == *value)
        });
        chip(words, is_on, move || {
            let value_of = |value: &'static str| if is_on.get_untracked() { "" } else { value };
            let choices = Choices::untracked(nav);
            pairs.iter().fold(choices, |all, (key, value)| all.set(key, value_of(value))).go(nav, Entry::Add);
        })
    });
    chips(t::find_quick(), view! { {near::me_chip(asking)} {row.collect_view()} })
}

/// What is chosen, each to be taken back, and all at once. Only what counts: the directory says so.
pub(super) fn chosen() -> View {
    let nav = nav();
    let finder = finder();
    let list =
        Memo::new(move |_| finder.given().map(|given| given.answer.chosen.clone()).unwrap_or_default());
    // A place and how far from it are one choice.
    let list = Memo::new(move |_| {
        let mut list = list.get();
        list.retain(|chosen| chosen.key != "near" && chosen.key != "within");
        list
    });
    let place = Memo::new(move |_| {
        let near = finder.given()?.answer.near.clone()?;
        Some(near::words(&near, &Choices::now(nav).text("within")))
    });
    live(move || {
        let (list, place) = (list.get(), place.get());
        (!list.is_empty() || place.is_some()).then(|| {
            let place = place.map(|words| {
                let label = t::find_remove(&words);
                chosen_chip(words, label, move || near::cleared(Choices::untracked(nav)).go(nav, Entry::Add))
            });
            let row = list.into_iter().map(|chosen| {
                let words = words_for(&chosen);
                let label = t::find_remove(&words);
                let Chosen { key, part, .. } = chosen;
                chosen_chip(words, label, move || {
                    Choices::untracked(nav).toggled(&key, &part).go(nav, Entry::Add);
                })
            });
            let clear = view! {
                <button type="button" class="btn quiet" on:click=move |_| Choices::none().go(nav, Entry::Add)>
                    {t::find_clear()}
                </button>
            };
            chips(t::find_chosen(), view! { {place} {row.collect_view()} {clear} })
        })
    })
}

/// The words for a choice: what the directory calls it, else what the interface does, else as it stands.
fn words_for(chosen: &Chosen) -> String {
    let part = chosen.part.as_str();
    let known = match (chosen.key.as_str(), &chosen.name) {
        (_, Some(name)) => Some(name.clone()),
        ("day", None) => match part {
            "today" => Some(t::find_quick_today().to_owned()),
            "tomorrow" => Some(t::find_quick_tomorrow().to_owned()),
            digit => digit.parse().ok().filter(|day| *day < 7).map(intl::weekday),
        },
        ("kind", None) => kind_name(part),
        ("need", None) => t::choice("service", part).map(str::to_owned),
        (group, None) => t::choice(group, part).map(str::to_owned),
    };
    known.unwrap_or_else(|| part.to_owned())
}

fn kind_name(id: &str) -> Option<String> {
    let kinds = contents().kinds.ready()?;
    kinds.kinds.iter().find(|kind| kind.id == id).map(|kind| kind.name.clone())
}

/// All filters, folded on a phone.
pub(super) fn panel(asking: Asking) -> View {
    let finder = finder();
    view! {
        <details class="filters-fold">
            <summary>{t::find_filters()}{icon("chevron")}</summary>
            {near::group(asking)}
            {move || finder.facets().map(|facets| groups(&facets))}
        </details>
    }
}

fn groups(facets: &Facets) -> View {
    let choices = Choices::untracked(nav());
    let fixed = |key: &str, value: &str, name: String, count: Option<&usize>| Choice {
        value: value.to_owned(),
        name,
        depth: 0,
        of: None,
        count: count.copied().unwrap_or(0),
        chosen_by: choices.has(key, value).then(|| value.to_owned()),
    };
    let days = (0..7_u8)
        .map(|day| fixed("day", &day.to_string(), intl::weekday(day), facets.days.get(usize::from(day))));
    let named = |group: &str, key: &str| t::choice(group, key).unwrap_or_default().to_owned();
    let times = PartOfDay::ALL.iter().zip(&facets.times);
    let times = times.map(|(part, count)| fixed("time", part.key(), named("time", part.key()), Some(count)));
    let attendance = Attendance::ALL.iter().zip(&facets.attendance);
    let attendance = attendance
        .map(|(one, count)| fixed("attendance", one.key(), named("attendance", one.key()), Some(count)));
    let kinds = facets.kinds.iter().map(|kind| Choice {
        name: kind_name(&kind.value).unwrap_or_else(|| kind.value.clone()),
        ..kind.clone()
    });
    let needs =
        facets.needs.iter().map(|need| Choice { name: named("service", &need.value), ..need.clone() });
    let ease = ["free", "walk_in"].iter().zip(&facets.ease);
    let ease = ease.filter(|(key, count)| **count > 0 || choices.has(key, "1"));
    let ease: Vec<View> =
        ease.map(|(key, count)| box_of(key, fixed(key, "1", named(key, "1"), Some(count)))).collect();
    let ease = (!ease.is_empty()).then(|| check_group(t::find_ease(), ease.into_view()));
    view! {
        {group("need", t::find_need(), needs.collect())}
        {ease}
        {group("day", t::find_day(), days.collect())}
        {group("time", t::find_time(), times.collect())}
        {group("attendance", t::find_attendance(), attendance.collect())}
        {group("program", t::find_program(), facets.programs.clone())}
        {group("type", t::find_type(), facets.types.clone())}
        {group("region", t::find_region(), facets.regions.clone())}
        {group("kind", t::find_kind(), kinds.collect())}
        {group("speaks", t::find_speaks(), facets.languages.clone())}
    }
}

/// One filter: what would leave nothing is not offered, unless it is chosen.
fn group(key: &'static str, words: &'static str, choices: Vec<Choice>) -> View {
    let is_chosen = |choice: &Choice| choice.chosen_by.is_some();
    let offered: Vec<Choice> =
        choices.into_iter().filter(|choice| choice.count > 0 || is_chosen(choice)).collect();
    if offered.len() < 2 && !offered.iter().any(is_chosen) {
        return ().into_view();
    }
    let any = (key == "type").then(any_or_all);
    // Types of several programs stand under the program: the same word means different things.
    let mut boxes: Vec<View> = Vec::new();
    for part in offered.chunk_by(|one, next| one.of == next.of) {
        let list = folded(key, part);
        boxes.push(match part.first().and_then(|choice| choice.of.clone()) {
            Some(program) => {
                view! { <fieldset class="group of"><legend>{program}</legend>{list}</fieldset> }
            }
            None => list,
        });
    }
    check_group(words, view! { {any} {boxes} })
}

/// The first choices and what is chosen, and the rest behind "more".
fn folded(key: &'static str, choices: &[Choice]) -> View {
    let is_shown = |at: usize, choice: &Choice| at < SHORT || choice.chosen_by.is_some();
    let boxes = |shown: bool| {
        let list = choices.iter().enumerate().filter(|(at, choice)| is_shown(*at, choice) == shown);
        list.map(|(_, choice)| box_of(key, choice.clone())).collect::<Vec<View>>()
    };
    let rest = boxes(false);
    let rest = (!rest.is_empty()).then(|| more(t::find_more_choices(rest.len() as i64), rest.into_view()));
    view! { {boxes(true)} {rest} }
}

fn box_of(key: &'static str, choice: Choice) -> View {
    let nav = nav();
    let is_on = choice.chosen_by.is_some();
    let part = choice.chosen_by.unwrap_or(choice.value);
    let count = intl::number(choice.count as i64);
    let change = move || Choices::untracked(nav).toggled(key, &part).go(nav, Entry::Add);
    check(choice.name, Some(count), choice.depth, move || is_on, change)
}

/// Whether all chosen types must hold, or any of them.
fn any_or_all() -> View {
    let nav = nav();
    let several = Memo::new(move |_| Choices::now(nav).parts("type").len() > 1);
    let any = Memo::new(move |_| Choices::now(nav).text("any") == "1");
    live(move || {
        several.get().then(|| {
            let change = move || {
                let value = if any.get_untracked() { "" } else { "1" };
                Choices::untracked(nav).set("any", value).go(nav, Entry::Add);
            };
            check(t::find_any().to_owned(), None, 0, move || any.get(), change)
        })
    })
}
