//! A year of one goal: two rows of weeks, each day a small sign.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::insight::{Month, Tally, year_of};
use alongside_core::tracker::{Day, DayState, Goal, Place};

use crate::i18n::t;
use crate::pages::goals::state::log_of;
use crate::platform::intl;
use crate::store::store;
use crate::ui::more;

/// How many weeks stand in one row, so that a day can be told from the next on a small phone.
const WEEKS: usize = 27;
/// The room of one day in the drawing's own units.
const CELL: usize = 10;

/// The signs of the days, each drawn as one path, and the class that its style goes by.
const SIGNS: [(&str, Sign); 5] = [
    ("counted", |x, y| format!("M{x} {y}h8v8h-8z")),
    ("not-done", |x, y| format!("M{x} {}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", y + 4)),
    ("lapse", |x, y| format!("M{x} {}a4 4 0 0 0 8 0z", y + 4)),
    ("skipped", |x, y| format!("M{x} {}h8", y + 4)),
    ("unknown", |x, y| format!("M{} {}h1", x + 3, y + 4)),
];

type Sign = fn(usize, usize) -> String;

/// The year that ends with this week, of one goal. A goal of less than a week has no year to see yet.
pub(in crate::pages::goals) fn year(id: &GoalId, goal: &Goal) -> View {
    let (store, id, goal) = (store(), id.clone(), goal.clone());
    let log = log_of(store, id);
    let days = Memo::new(move |_| log.with(|log| year_of(log, &goal, store.today())));
    live(move || days.with(|days| drawn(days)))
}

fn drawn(days: &[Day]) -> View {
    let tally = Tally::of(days);
    let first = days.iter().find(|day| day.place != Place::Before);
    let (Some(first), true) = (first, tally.all() >= 7) else { return ().into_view() };
    let number = |count: u32| intl::number(i64::from(count));
    let said = t::see_year_said(
        &intl::plain_date(first.date),
        &number(tally.counted),
        &number(tally.all() - tally.skipped),
        &number(tally.unknown),
    );
    let bands = days.chunks(WEEKS * 7).filter(|band| band.iter().any(is_shown));
    view! {
        <section class="card">
            <h2>{t::see_year()}</h2>
            <figure class="chart">
                <figcaption>{said}</figcaption>
                {bands.map(band).collect_view()}
                {legend()}
                {more(t::chart_table(), months(days))}
            </figure>
        </section>
    }
}

/// Weeks side by side, Monday at the top.
fn band(days: &[Day]) -> View {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return ().into_view() };
    let paths = SIGNS.map(|(class, sign)| {
        let places = days.iter().enumerate().filter(|(_, day)| sign_of(day) == Some(class));
        let path: String = places.map(|(at, _)| sign(at / 7 * CELL + 1, at % 7 * CELL + 1)).collect();
        view! { <path class=class d=path></path> }
    });
    let (from, to) = (intl::short_date(first.date), intl::short_date(last.date));
    view! {
        <div aria-hidden="true">
            <svg class="year" viewBox="0 0 270 70">{paths.collect_view()}</svg>
            <div class="year-ends"><span>{from}</span><span>{to}</span></div>
        </div>
    }
}

fn is_shown(day: &Day) -> bool {
    matches!(day.place, Place::Past | Place::Today)
}

/// Which sign a day has; none before the goal and after today.
pub(super) fn sign_of(day: &Day) -> Option<&'static str> {
    if !is_shown(day) {
        return None;
    }
    let quiet = day.in_run && day.counts_when_quiet && day.place == Place::Past;
    Some(match day.state {
        _ if day.lapse => "lapse",
        _ if day.rests => "skipped",
        DayState::Done => "counted",
        DayState::NotDone => "not-done",
        DayState::Skipped => "skipped",
        DayState::Unknown if quiet => "counted",
        DayState::Unknown => "unknown",
    })
}

/// One sign alone, as a path.
pub(super) fn path_of(class: &str) -> String {
    SIGNS.iter().find(|(name, _)| *name == class).map_or_else(String::new, |(_, sign)| sign(1, 1))
}

/// What each sign means.
pub(super) fn legend() -> View {
    let words = [t::see_counted(), t::see_not_done(), t::see_lapse(), t::see_skipped(), t::see_unknown()];
    let signs = SIGNS.into_iter().zip(words).map(|((class, sign), words)| {
        view! {
            <li><svg class="year" viewBox="0 0 10 10" aria-hidden="true"><path class=class d=sign(1, 1)></path></svg>{words}</li>
        }
    });
    view! { <ul class="legend">{signs.collect_view()}</ul> }
}

/// Month by month. A month is said by its first day: its name alone would need another writer of dates.
fn months(days: &[Day]) -> View {
    let this_year = days.last().map(|day| day.date.ymd().0);
    let rows = Month::all(days).into_iter().rev().map(|month| {
        let is_this_year = this_year == Some(month.first.ymd().0);
        let name = if is_this_year { intl::short_date(month.first) } else { intl::plain_date(month.first) };
        row(name, month.days)
    });
    table(t::see_year(), t::see_month(), rows.collect_view())
}

/// One line of numbers.
pub(super) fn row(name: String, days: Tally) -> View {
    let number = |count: u32| intl::number(i64::from(count));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{number(days.counted)}</td>
            <td>{number(days.not_done)}</td>
            <td>{number(days.skipped)}</td>
            <td>{number(days.unknown)}</td>
        </tr>
    }
}

/// The lines of numbers under their heads.
pub(super) fn table(caption: &'static str, first: &'static str, rows: View) -> View {
    view! {
        <table class="numbers tallies">
            <caption class="sr">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{first}</th>
                    <th scope="col">{t::see_counted()}</th>
                    <th scope="col">{t::see_not_done()}</th>
                    <th scope="col">{t::see_skipped()}</th>
                    <th scope="col">{t::see_unknown()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
