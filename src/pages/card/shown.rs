//! A card as both see it, and as plain text.

use crate::view::prelude::*;
use alongside_core::card::{Card, CardGoal, Mood, Sort};

use super::ready;
use crate::i18n::t;
use crate::platform::intl;

/// Draws a card.
pub(super) fn shown(card: &Card) -> View {
    let goals = card.goals.iter().map(|goal| {
        view! { <li>{goal.name.clone()}{goal.week.map(|_| view! { <span class="soft">{week(goal)}</span> })}</li> }
    });
    let goals = (!card.goals.is_empty()).then(|| view! { <ul>{goals.collect_view()}</ul> });
    let mood = card.mood.map(|mood| view! { <p>{mood_words(mood)}</p> });
    let ready = card.ready.iter().filter_map(|number| ready(*number)).map(|words| view! { <p>{words}</p> });
    let words = (!card.words.is_empty()).then(|| view! { <blockquote>{card.words.clone()}</blockquote> });
    view! {
        <section class="card peer-card" data-card="">
            <h2>{title(card)}</h2>
            {mood}
            {goals}
            {ready.collect_view()}
            {words}
        </section>
    }
}

/// The card as text, for whoever has no page to open it with.
pub(super) fn text(card: &Card) -> String {
    let mut lines = vec![title(card)];
    lines.extend(card.mood.map(|mood| mood_words(mood).to_owned()));
    lines.extend(card.goals.iter().map(|goal| match goal.week {
        Some(_) => [&goal.name, ": ", &week(goal)].concat(),
        None => goal.name.clone(),
    }));
    lines.extend(card.ready.iter().filter_map(|number| ready(*number)).map(str::to_owned));
    if !card.words.is_empty() {
        lines.push(card.words.clone());
    }
    lines.join("\n")
}

fn title(card: &Card) -> String {
    match (card.sort, card.from.is_empty()) {
        (Sort::CheckIn, true) => t::card_a_week().to_owned(),
        (Sort::CheckIn, false) => t::card_a_week_of(&card.from),
        (Sort::Encouragement, true) => t::card_an_answer().to_owned(),
        (Sort::Encouragement, false) => t::card_an_answer_of(&card.from),
    }
}

fn week(goal: &CardGoal) -> String {
    let Some(week) = goal.week else { return String::new() };
    t::card_week(&intl::number(i64::from(week.counted)), &intl::number(i64::from(week.of)))
}

/// How a week was.
pub(super) fn mood_words(mood: Mood) -> &'static str {
    match mood {
        Mood::Well => t::card_mood_well(),
        Mood::Mixed => t::card_mood_mixed(),
        Mood::Hard => t::card_mood_hard(),
    }
}
