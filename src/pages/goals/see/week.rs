//! The last seven days of all goals.

use crate::view::prelude::*;
use alongside_core::records::GoalId;
use alongside_core::tracker::insight::{Tally, week_of};
use alongside_core::tracker::{Day, Goal};

use super::year::{legend, row, sign_of, table};
use crate::i18n::t;
use crate::pages::goals::state::log_of;
use crate::platform::intl;
use crate::store::{Store, store};
use crate::ui::more;

/// Each goal that goes on: in words, and seven signs.
pub(super) fn week() -> View {
    let store = store();
    let goals = Memo::new(move |_| {
        let active = store.goals().into_iter().filter(|(_, goal)| goal.standing.is_active() && !goal.folded);
        active.collect::<Vec<(GoalId, Goal)>>()
    });
    live(move || {
        let weeks: Vec<(String, Memo<Vec<Day>>)> =
            goals.get().into_iter().map(|(id, goal)| (goal.name.clone(), days_of(store, id, goal))).collect();
        if weeks.is_empty() {
            return ().into_view();
        }
        let rows = weeks.iter().map(|(name, days)| {
            let (name, days) = (name.clone(), *days);
            live(move || row(name.clone(), days.with(|days| Tally::of(days))))
        });
        let rows = rows.collect_view();
        let lines = weeks.into_iter().map(|(name, days)| live(move || days.with(|days| line(&name, days))));
        view! {
            <section class="card">
                <h2>{t::see_week()}</h2>
                <ul class="weeks">{lines.collect_view()}</ul>
                {legend()}
                {more(t::chart_table(), table(t::see_week(), t::see_goal(), rows))}
            </section>
        }
    })
}

fn days_of(store: Store, id: GoalId, goal: Goal) -> Memo<Vec<Day>> {
    let log = log_of(store, id);
    Memo::new(move |_| log.with(|log| week_of(log, &goal, store.today())))
}

fn line(name: &str, days: &[Day]) -> View {
    let tally = Tally::of(days);
    let number = |count: u32| intl::number(i64::from(count));
    let said = t::see_week_said(
        &number(tally.counted),
        &number(tally.all() - tally.skipped),
        &number(tally.unknown),
    );
    let signs = days.iter().map(|day| {
        let class = sign_of(day).unwrap_or("none");
        view! {
            <span>
                <svg class="year" viewBox="0 0 10 10"><path class=class d=super::year::path_of(class)></path></svg>
                {intl::short_weekday(day.date)}
            </span>
        }
    });
    view! {
        <li>
            <strong>{name.to_owned()}</strong>
            <span class="soft">{said}</span>
            <div class="week" aria-hidden="true">{signs.collect_view()}</div>
        </li>
    }
}
