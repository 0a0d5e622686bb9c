//! Days as a grid, five weeks at a time, back to the first; a tap on a day opens it.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::time::Date;
use alongside_core::tracker::{Day, DayState, Goal, KindName, Place, What};

use super::state::log_of;
use super::{said, state};
use crate::i18n::t;
use crate::platform::{intl, page};
use crate::store::store;
use crate::ui::{CalendarDay, calendar};

const WEEKS: i32 = 5;

/// The first and the last day of the grid, so many times five weeks before the one that ends with today.
fn shown_days(today: Date, back: i32) -> (Date, Date) {
    let last = today.plus_days(-back.saturating_mul(WEEKS * 7));
    (last.plus_days(1 - WEEKS * 7), last)
}

/// The grid, at first ending with today, and the day that is open.
pub(super) fn grid(id: &GoalId, goal: &Goal) -> View {
    let store = store();
    let open = RwSignal::new(None::<Date>);
    let back = RwSignal::new(0_i32);
    let days = {
        let (log, goal) = (log_of(store, id.clone()), goal.clone());
        move || {
            let today = store.today();
            let (first, last) = shown_days(today, back.get());
            let days = log.with(|log| log.days(&goal, first, last, today));
            days.iter().map(|day| shown(goal.kind.name(), day)).collect()
        }
    };
    let show = move |date| {
        open.set(Some(date));
        page::focus("#open-day");
    };
    let opened = {
        let (id, goal) = (id.clone(), goal.clone());
        move || open.get().map(|date| open_day(&id, &goal, date, open))
    };
    view! {
        {calendar(t::days_caption(), days, show)}
        <p class="fine">{t::days_hint()}</p>
        {turn(goal.first_day, back, open)}
        {opened}
    }
}

/// The ways to earlier weeks, as far as the goal goes back, and to later ones.
fn turn(first_day: Date, back: RwSignal<i32>, open: RwSignal<Option<Date>>) -> View {
    let store = store();
    let button = move |id: &'static str, words: &'static str, step: i32| {
        let press = move |_| {
            open.set(None);
            back.set(back.get_untracked().saturating_add(step).max(0));
            // Where there is nothing more this way, the button that had the focus is gone.
            page::focus("#days-shown");
        };
        view! { <button type="button" class="btn quiet" id=id on:click=press>{words}</button> }
    };
    live(move || {
        let (times, today) = (back.get(), store.today());
        let (first, last) = shown_days(today, times);
        let earlier = (first_day < first).then(|| button("days-earlier", t::days_earlier(), 1));
        let later = (times > 0).then(|| button("days-later", t::days_later(), -1));
        let words = t::days_shown(&intl::plain_date(first), &intl::plain_date(last));
        view! {
            <p class="soft" id="days-shown" tabindex="-1">{words}</p>
            <div class="actions">{earlier}{later}</div>
        }
    })
}

fn shown(kind: KindName, day: &Day) -> CalendarDay {
    CalendarDay {
        date: day.date,
        sign: sign(kind, day),
        words: t::day_words(&intl::long_date(day.date, false), known_words(kind, day)),
        is_today: day.place == Place::Today,
        is_off: day.place == Place::Before,
    }
}

/// The words for what is known of a day. A quiet day inside a run counts, and is said so.
fn known_words(kind: KindName, day: &Day) -> &'static str {
    let counts = day.in_run && day.place == Place::Past;
    match day.state {
        _ if day.place == Place::Before => t::state_before(),
        _ if day.lapse => t::state_lapse(),
        DayState::Done => state::words(kind, What::Done),
        DayState::NotDone => state::words(kind, What::NotDone),
        DayState::Skipped => state::words(kind, What::Skipped),
        DayState::Unknown if kind == KindName::TimeSince && counts => t::state_counted(),
        DayState::Unknown => t::state_unknown(),
    }
}

fn sign(kind: KindName, day: &Day) -> &'static str {
    let counts = day.in_run && day.place == Place::Past;
    match day.state {
        _ if day.place == Place::Before => "before",
        _ if day.place == Place::Future => "future",
        _ if day.lapse => "lapse",
        DayState::Done => "done",
        DayState::NotDone => "not_done",
        DayState::Skipped => "skipped",
        DayState::Unknown if kind == KindName::TimeSince && counts => "done",
        DayState::Unknown => "unknown",
    }
}

fn open_day(id: &GoalId, goal: &Goal, date: Date, open: RwSignal<Option<Date>>) -> View {
    let close = move |_| open.set(None);
    view! {
        <div class="today" role="group" aria-labelledby="open-day">
            <h3 id="open-day" tabindex="-1">{intl::long_date(date, false)}</h3>
            {state::past_buttons(id, goal, date)}
            {said::note(id, date)}
            <button type="button" class="btn quiet" on:click=close>{t::day_close()}</button>
        </div>
    }
}
