//! What a person kept of a skill the last times, each deletable.

use crate::view::prelude::*;
use alongside_core::coping::Skill;
use alongside_core::coping::tool::{Course, kept_before, kept_in_week};
use alongside_core::records::EventId;
use alongside_core::tracker::{Answer, Details, Event};

use super::run::time_words;
use super::worry::course_name;
use crate::i18n::t;
use crate::platform::{intl, page};
use crate::store::{Store, store};
use crate::ui::{icon, toasts};

/// The last three, if there are some.
pub(super) fn before(skill: &Skill) -> View {
    let (store, id) = (store(), skill.id.0.clone());
    let kept = Memo::new(move |_| kept_before(store.own_events(), &id));
    shown(kept, t::tool_before())
}

/// All of the last seven days.
pub(super) fn of_week(skill: &Skill) -> View {
    let (store, id) = (store(), skill.id.0.clone());
    let kept = Memo::new(move |_| kept_in_week(store.own_events(), &id, store.today()));
    shown(kept, t::tool_week())
}

fn shown(kept: Memo<Vec<(EventId, Event)>>, title: &'static str) -> View {
    let store = store();
    live(move || {
        let kept = kept.get();
        (!kept.is_empty()).then(|| {
            let rows = kept.into_iter().map(|(id, event)| row(store, id, event));
            view! {
                <h2 id="kept-before" tabindex="-1">{title}</h2>
                <ul class="kept-before">{rows.collect_view()}</ul>
            }
        })
    })
}

fn row(store: Store, id: EventId, event: Event) -> View {
    let day = intl::plain_date(event.day);
    let what = t::tool_delete_what(&day);
    let words = event.details.as_deref().map(said);
    let delete = move |_| {
        store.delete_event(&id);
        let (id, event) = (id.clone(), event.clone());
        toasts().undoable(t::tool_deleted().to_owned(), move || store.put_event(id.clone(), event.clone()));
        page::focus("#main");
    };
    view! {
        <li>
            <div><p class="fine">{day}</p>{words}</div>
            <button type="button" class="btn quiet" on:click=delete>
                {icon("trash")}{t::tool_delete()}<span class="sr">" "{what}</span>
            </button>
        </li>
    }
}

fn said(details: &Details) -> View {
    let urge = match (details.urge, details.urge_after) {
        (Some(before), Some(after)) => Some(t::tool_urge_both(&before.to_string(), &after.to_string())),
        (Some(one), None) | (None, Some(one)) => Some(t::tool_urge_one(&one.to_string())),
        (None, None) => None,
    };
    let time = details.seconds.map(|seconds| t::tool_lasted(&time_words(seconds)));
    let answers = details.answers.iter().map(|answer| Some(words(answer)));
    let lines = [urge, time].into_iter().chain(answers).flatten();
    lines.map(|line| view! { <p>{line}</p> }).collect_view()
}

/// An answer in words: what the person wrote, or the name of what they chose.
fn words(answer: &Answer) -> String {
    match (answer.ask.as_str(), Course::from_id(&answer.said)) {
        ("course", Some(course)) => course_name(course).to_owned(),
        ("time", _) => t::tool_worry_kept_time(&answer.said),
        _ => super::words::answer_words(answer).unwrap_or_else(|| answer.said.clone()),
    }
}
