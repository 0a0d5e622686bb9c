//! When urges come, and a first draft of a plan for the hardest time.

use crate::view::prelude::*;
use alongside_core::coping::tool::drafted;
use alongside_core::time::{Date, Weekday};
use alongside_core::tracker::insight::{PARTS, Part, Risky, Sum, Urges};

use crate::i18n::t;
use crate::nav::nav;
use crate::platform::intl;
use crate::route::{Page, Route};
use crate::store::store;
use crate::ui::more;

/// The skill that turns the draft into a plan of one's own.
const PLAN_SKILL: &str = "if-then";
/// How dark a cell may be: the number in it says the same.
const LEVELS: u32 = 4;

/// Nothing until an urge was noted.
pub(super) fn urges() -> View {
    let store = store();
    let urges = Memo::new(move |_| store.urges());
    live(move || urges.with(|urges| if urges.all().count == 0 { ().into_view() } else { drawn(urges) }))
}

fn drawn(urges: &Urges) -> View {
    let count = number(urges.all().count);
    let (said, plan) = match urges.risky() {
        Risky::Part(part, sum) => {
            let said = t::see_urges_said(&when(part), &number(sum.count), &number(sum.average()));
            (said, Some(plan(part)))
        }
        Risky::TooFew => (t::see_urges_few(&count), None),
    };
    view! {
        <section class="card">
            <h2>{t::see_urges()}</h2>
            <figure class="chart">
                <figcaption>{said}</figcaption>
                {grid(urges)}
                <p class="fine">{t::see_urges_how()}</p>
                {more(t::chart_table(), listed(urges))}
            </figure>
            {plan}
        </section>
    }
}

/// The week as a table: how many urges there were in each three hours.
fn grid(urges: &Urges) -> View {
    let strongest = urges.strongest().max(1);
    let heads = days().map(|day| view! { <th scope="col">{short_name(day)}</th> });
    let rows = starts().map(|from| {
        let cells = days().map(|day| {
            let sum = urges.part(Part { weekday: Some(day), from });
            let level = (sum.strength * LEVELS).div_ceil(strongest);
            view! { <td data-level=level.to_string()>{number(sum.count)}</td> }
        });
        view! { <tr><th scope="row">{clock(from)}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="urges">
            <caption class="sr">{t::see_urges_caption()}</caption>
            <thead><tr><th scope="col"><span class="sr">{t::see_time()}</span></th>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// Each time with an urge, in words.
fn listed(urges: &Urges) -> View {
    let parts = days().flat_map(|day| starts().map(move |from| Part { weekday: Some(day), from }));
    let rows = parts.filter(|part| urges.part(*part).count > 0).map(|part| {
        let Sum { count, .. } = urges.part(part);
        let average = urges.part(part).average();
        view! { <tr><th scope="row">{when(part)}</th><td>{number(count)}</td><td>{number(average)}</td></tr> }
    });
    view! {
        <table class="numbers tallies">
            <caption class="sr">{t::see_urges()}</caption>
            <thead>
                <tr>
                    <th scope="col">{t::see_time()}</th>
                    <th scope="col">{t::see_count()}</th>
                    <th scope="col">{t::see_average()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn plan(part: Part) -> View {
    let nav = nav();
    let when = t::see_plan_when(&when(part));
    let words = t::act_if_then(&when, t::see_plan_then());
    let make = move |_| {
        nav.open_with(Route::one(Page::Skill, PLAN_SKILL), &drafted(PLAN_SKILL, &when, t::see_plan_then()));
    };
    view! {
        <h3>{t::see_plan()}</h3>
        <p>{words}</p>
        <div class="actions"><button type="button" class="btn" on:click=make>{t::see_plan_make()}</button></div>
    }
}

fn when(part: Part) -> String {
    let (from, to) = (clock(part.from), clock((part.from + 3) % 24));
    match part.weekday {
        Some(day) => t::see_when(&intl::weekday(day.index()), &from, &to),
        None => t::see_when_any(&from, &to),
    }
}

fn clock(hour: u8) -> String {
    intl::clock_time(u16::from(hour) * 60)
}

fn number(count: u32) -> String {
    intl::number(i64::from(count))
}

fn starts() -> impl Iterator<Item = u8> {
    (0..PARTS as u8).map(|part| part * 3)
}

/// Monday to Sunday.
fn days() -> impl Iterator<Item = Weekday> {
    (0..7).map(|after| Weekday::ALL[1].plus(after))
}

/// The name of a weekday in few letters: that of some date.
fn short_name(day: Weekday) -> String {
    // The fourth of January 1970 was a Sunday.
    intl::short_weekday(Date::from_days(3 + i64::from(day.index())))
}
