//! `/check-in`: how today is. Each part is optional; four taps and "Keep" are enough.

use crate::view::prelude::*;
use alongside_core::records::EventId;
use alongside_core::tracker::{Details, Event, Halt, What};

use super::amount::time_of;
use super::said::{halt_name, toggle, trigger_name, triggers};
use super::state;
use crate::i18n::t;
use crate::pages::back;
use crate::platform::{clock, intl, page as shown_page};
use crate::route::Page;
use crate::store::{Store, store};
use crate::ui::{Toasts, chip, field, heading, icon, link_row, link_rows, more, near_lines, toasts};

/// How many days of check-ins are shown below.
const SHOWN_DAYS: i32 = 7;

/// What is being said. Nothing of it is kept before "Keep".
#[derive(Clone, Copy)]
struct Said {
    mood: RwSignal<Option<u8>>,
    urge: RwSignal<Option<u8>>,
    triggers: RwSignal<Vec<String>>,
    halt: RwSignal<Vec<Halt>>,
    words: RwSignal<String>,
    /// The check-in that is being changed.
    of: RwSignal<Option<(EventId, Event)>>,
    empty: RwSignal<bool>,
}

impl Said {
    fn new() -> Said {
        Said {
            mood: RwSignal::new(None),
            urge: RwSignal::new(None),
            triggers: RwSignal::new(Vec::new()),
            halt: RwSignal::new(Vec::new()),
            words: RwSignal::new(String::new()),
            of: RwSignal::new(None),
            empty: RwSignal::new(false),
        }
    }

    fn fill(self, of: Option<(EventId, Event)>) {
        let event = of.as_ref().map(|(_, event)| event);
        let details = event.and_then(|event| event.details.as_deref().cloned()).unwrap_or_default();
        self.mood.set(details.mood);
        self.urge.set(details.urge);
        self.triggers.set(details.triggers);
        self.halt.set(details.halt);
        self.words.set(event.and_then(|event| event.note.clone()).unwrap_or_default());
        self.empty.set(false);
        self.of.set(of);
    }

    fn details(self) -> Details {
        Details {
            mood: self.mood.get(),
            urge: self.urge.get(),
            triggers: self.triggers.get(),
            halt: self.halt.get(),
            ..Details::default()
        }
    }
}

/// The page.
pub(in crate::pages) fn page() -> View {
    let store = store();
    let said = Said::new();
    let is_hard = Memo::new(move |_| said.details().is_hard());
    let care = move || {
        is_hard.get().then(|| {
            view! {
                <div class="notice attention" role="status">
                    <p>{t::check_in_hard()}</p>
                    <div class="actions">
                        <a class="btn primary" href=Page::CopeNow.href()>{t::cope_now_title()}</a>
                        <a class="btn help" href=Page::HelpNow.href()>{t::frame_help()}</a>
                    </div>
                </div>
                {near_lines()}
            }
        })
    };
    view! {
        {back(Page::Goals, t::goals_title())}
        {heading(t::check_in_title())}
        <p class="lead">{move || intl::long_date(store.today(), false)}</p>
        {goals(store)}
        <section class="card check-in">
            <h2 id="how" tabindex="-1">{t::check_in_how()}</h2>
            {mood(said)}
            {urge(said)}
            {care}
            {more(t::check_in_more(), view! { {halt(said)} {triggers(said.triggers)} })}
            {field("journal", t::check_in_words()).error(said.empty, t::check_in_nothing()).area(said.words)}
            {keep(said, store)}
        </section>
        {week(said, store)}
        {link_rows(link_row(Page::Card.href(), t::card_share_one(), Some(t::card_share_one_more().to_owned())))}
    }
}

/// One tap for each goal that is not at rest today.
fn goals(store: Store) -> View {
    let due = Memo::new(move |_| {
        let today = store.today();
        let mut goals = store.goals();
        goals.retain(|(_, goal)| goal.first_day <= today && !goal.rests_on(today));
        goals
    });
    live(move || {
        let today = store.today();
        let cards = |folded: bool| -> Vec<View> {
            let own = due.get().into_iter().filter(|(_, goal)| goal.folded == folded);
            own.map(|(id, goal)| {
                view! {
                    <li class="card goal-card">
                        <h2>{goal.name.clone()}</h2>
                        <div class="today" role="group" aria-label=goal.name.clone()>{state::buttons(&id, &goal, today)}</div>
                    </li>
                }
            })
            .collect()
        };
        let folded = cards(true);
        let folded = (!folded.is_empty()).then(|| {
            more(t::goals_more(), view! { <ul class="goals">{folded.into_iter().collect_view()}</ul> })
        });
        view! { <ul class="goals">{cards(false).into_iter().collect_view()}</ul> {folded} }
    })
}

fn mood(said: Said) -> View {
    // Five words stand for the ten steps in which a mood is stored.
    let moods = [(0, t::mood_0()), (3, t::mood_3()), (5, t::mood_5()), (8, t::mood_8()), (10, t::mood_10())];
    let chips = moods.map(|(mood, words)| one_of(said.mood, mood, words.to_owned()));
    view! {
        <fieldset class="group"><legend>{t::check_in_mood()}</legend><div class="wrapped">{chips.collect_view()}</div></fieldset>
    }
}

fn urge(said: Said) -> View {
    let chips = (0..=10_u8).map(|urge| one_of(said.urge, urge, urge.to_string()));
    view! {
        <fieldset class="group">
            <legend>{t::check_in_urge()}</legend>
            <div class="wrapped scale">{chips.collect_view()}</div>
        </fieldset>
    }
}

/// A chip of which one may be on: a second tap takes it back.
fn one_of(chosen: RwSignal<Option<u8>>, value: u8, words: String) -> View {
    let is_on = Memo::new(move |_| chosen.get() == Some(value));
    chip(words, is_on, move || {
        let is_on = chosen.get_untracked() == Some(value);
        chosen.set((!is_on).then_some(value));
    })
}

fn halt(said: Said) -> View {
    let chips = Halt::ALL.map(|halt| {
        let is_on = Memo::new(move |_| said.halt.with(|chosen| chosen.contains(&halt)));
        chip(halt_name(halt), is_on, move || toggle(said.halt, halt))
    });
    view! {
        <fieldset class="group"><legend>{t::check_in_halt()}</legend><div class="wrapped">{chips.collect_view()}</div></fieldset>
    }
}

fn keep(said: Said, store: Store) -> View {
    let toasts = toasts();
    let press = move |_| {
        let words = said.words.get_untracked().trim().to_owned();
        let details = untrack(|| said.details()).kept();
        said.empty.set(words.is_empty() && details.is_none());
        if said.empty.get_untracked() {
            return shown_page::focus("#journal");
        }
        let note = (!words.is_empty()).then_some(words);
        let undo: Box<dyn Fn() + Send + Sync> = if let Some((id, before)) = said.of.get_untracked() {
            let own = id.clone();
            // Its day and hour are those at which it was felt.
            store.put_event(id, Event { note, details, ..before.clone() });
            Box::new(move || store.put_event(own.clone(), before.clone()))
        } else {
            let day = untrack(|| store.today());
            let event = Event { note, details, ..Event::new(None, day, clock::now_ms(), What::CheckIn) };
            let Some(id) = store.keep(event) else {
                return toasts.say(t::goal_not_noted().to_owned());
            };
            Box::new(move || store.delete_event(&id))
        };
        said.fill(None);
        shown_page::focus("#week");
        store.when_kept(toasts.in_turn(move |toasts| toasts.undoable(t::check_in_kept().to_owned(), undo)));
    };
    let cancel = move |_| {
        said.fill(None);
        shown_page::focus("#how");
    };
    view! {
        <div class="actions">
            <button type="button" class="btn primary" on:click=press>{t::check_in_keep()}</button>
            {move || said.of.with(Option::is_some).then(|| view! {
                <button type="button" class="btn" on:click=cancel>{t::plan_cancel()}</button>
            })}
        </div>
    }
}

/// The check-ins of the last days, the latest first.
fn week(said: Said, store: Store) -> View {
    let toasts = toasts();
    let all = Memo::new(move |_| {
        let from = store.today().plus_days(1 - SHOWN_DAYS);
        let mut all = store.own_events();
        all.retain(|(_, event)| event.what == What::CheckIn && event.day >= from);
        alongside_core::order::sort_short(&mut all, |a, b| (b.1.day, b.1.at, &b.0) < (a.1.day, a.1.at, &a.0));
        all
    });
    live(move || {
        let rows = all.get().into_iter().map(|(id, event)| row(said, (store, toasts), id, event));
        let is_empty = all.with(Vec::is_empty);
        let empty = is_empty.then(|| view! { <p class="soft">{t::check_in_none()}</p> });
        view! {
            <section>
                <h2 id="week" tabindex="-1">{t::check_in_week()}</h2>
                {empty}
                <ul class="check-ins">{rows.collect_view()}</ul>
            </section>
        }
    })
}

fn row(said: Said, (store, toasts): (Store, Toasts), id: EventId, event: Event) -> View {
    let when = t::check_in_when(&intl::plain_date(event.day), &time_of(&event));
    let details = event.details.as_deref().cloned().unwrap_or_default();
    let mood = details.mood.map(|mood| t::check_in_mood_said(mood_name(mood)));
    let urge = details.urge.map(|urge| t::check_in_urge_said(&urge.to_string()));
    let halt = details.halt.iter().map(|halt| halt_name(*halt).to_owned());
    let triggers = details.triggers.iter().map(|id| trigger_name(id));
    let line = mood.into_iter().chain(urge).chain(halt).chain(triggers).collect::<Vec<_>>().join(", ");
    let line = (!line.is_empty()).then(|| view! { <p>{line}</p> });
    let note = event.note.clone().map(|note| view! { <p class="journal"><bdi>{note}</bdi></p> });
    let (own, held) = (id.clone(), event.clone());
    let change = move |_| {
        said.fill(Some((own.clone(), held.clone())));
        shown_page::focus("#how");
    };
    let delete = move |_| {
        store.delete_event(&id);
        let (id, event) = (id.clone(), event.clone());
        toasts.undoable(t::check_in_deleted().to_owned(), move || store.put_event(id.clone(), event.clone()));
        shown_page::focus("#week");
    };
    view! {
        <li>
            <p class="fine">{when.clone()}</p>
            {line}
            {note}
            <div class="actions">
                <button type="button" class="btn quiet" on:click=change>{t::plan_change()}<span class="sr">" "{when.clone()}</span></button>
                <button type="button" class="btn quiet" on:click=delete>{icon("trash")}{t::plan_delete()}<span class="sr">" "{when}</span></button>
            </div>
        </li>
    }
}

fn mood_name(mood: u8) -> &'static str {
    match mood {
        0..=1 => t::mood_0(),
        2..=3 => t::mood_3(),
        4..=6 => t::mood_5(),
        7..=8 => t::mood_8(),
        _ => t::mood_10(),
    }
}
