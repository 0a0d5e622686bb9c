//! A reminder in the person's own calendar: on which days, when, and under which word. Nothing here reminds by itself.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::reminder::{Comes, minute_of, write};
use alongside_core::time::Weekday;
use alongside_core::tracker::{Goal, Kind, Schedule, Weekdays};

use crate::i18n::t;
use crate::platform::{clock, files, intl};
use crate::store::store;
use crate::ui::{chip, field, more};

/// Longest word, in characters.
const LONGEST: u32 = 100;

/// A fold with the reminder of a goal.
pub(super) fn of_goal(id: &GoalId, goal: &Goal) -> View {
    let time = RwSignal::new(String::new());
    let comes = Comes::of(goal);
    let (days, comes) = match (&goal.kind, goal.schedule) {
        (Kind::OneOff { due: Some(due), .. }, _) => {
            (view! { <p>{t::goal_due(&intl::long_date(*due, true))}</p> }, Memo::new(move |_| Some(comes)))
        }
        (Kind::OneOff { .. }, _) => return ().into_view(),
        (_, Schedule::Every(_)) => (().into_view(), Memo::new(move |_| Some(comes))),
        _ => weekdays(comes),
    };
    let content = view! {
        {days}
        {field("remind-time", t::remind_time()).moment("time", time)}
        {file(id.to_string(), time, comes)}
    };
    view! { <div class="no-print">{more(t::remind_title(), content)}</div> }
}

/// The days of the week, those that are planned chosen already.
fn weekdays(comes: Comes) -> (View, Memo<Option<Comes>>) {
    let planned = move |day: Weekday| match comes {
        Comes::Weekly(days) => days.has(day),
        _ => true,
    };
    let chosen = RwSignal::new(Weekday::ALL.into_iter().filter(|day| planned(*day)).collect::<Vec<_>>());
    let chips = Weekday::ALL.map(|day| {
        let is_on = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&day)));
        let press = move || {
            let mut next = chosen.get_untracked();
            if is_on.get_untracked() {
                next.retain(|one| *one != day);
            } else {
                next.push(day);
            }
            chosen.set(next);
        };
        chip(intl::weekday(day.index()), is_on, press)
    });
    let view = view! {
        <div role="group" aria-label=t::remind_days()>
            <p>{t::remind_days()}</p>
            <div class="actions">{chips.collect_view()}</div>
        </div>
    };
    (view, Memo::new(move |_| Weekdays::new(chosen.get()).map(Comes::Weekly)))
}

/// The word, and the button that gives the file once there is a time.
pub(super) fn file(id: String, time: RwSignal<String>, comes: Memo<Option<Comes>>) -> View {
    let store = store();
    let word = RwSignal::new(t::remind_word_usual().to_owned());
    let button = live(move || {
        let (minute, comes) = (minute_of(&time.get())?, comes.get()?);
        comes.next(store.today())?;
        let id = id.clone();
        let save = move |_| {
            let own = word.get_untracked();
            let own = if own.trim().is_empty() { t::remind_word_usual() } else { own.trim() };
            let now = clock::now_ms().div_euclid(60_000);
            let today = store.today();
            if let Some(text) = write(&id, own, comes, minute, (now, today)) {
                let _ = files::offer("reminder.ics", "text/calendar", &text);
            }
        };
        Some(view! {
            <div class="actions">
                <button type="button" class="btn" on:click=save>{t::calendar_save()}</button>
            </div>
        })
    });
    view! {
        {field("remind-word", t::remind_word()).hint(t::remind_hint()).text(word, LONGEST)}
        <div aria-live="polite">{button}</div>
    }
}
