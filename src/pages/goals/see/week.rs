//! The last seven days of all goals.

use crate::view::prelude::*;
use alongside_core::tracker::insight::{Tally, week_of};
use alongside_core::tracker::{Day, Goal};

use super::year::{legend, row, sign_of, table};
use crate::i18n::t;
use crate::platform::intl;
use crate::store::store;
use crate::ui::more;

/// Each goal that goes on: in words, and seven signs.
pub(super) fn week() -> View {
    let store = store();
    live(move || {
        let (logs, today) = (store.logs(), store.today());
        let goals = store.goals().into_iter().filter(|(_, goal)| goal.standing.is_active());
        let lines: Vec<(Goal, Vec<Day>)> = goals
            .map(|(id, goal)| {
                let days = week_of(&logs.get(&id).cloned().unwrap_or_default(), &goal, today);
                (goal, days)
            })
            .collect();
        if lines.is_empty() {
            return ().into_view();
        }
        let rows = lines.iter().map(|(goal, days)| row(goal.name.clone(), Tally::of(days)));
        view! {
            <section class="card">
                <h2>{t::see_week()}</h2>
                <ul class="weeks">{lines.iter().map(|(goal, days)| line(goal, days)).collect_view()}</ul>
                {legend()}
                {more(t::chart_table(), table(t::see_week(), t::see_goal(), rows.collect_view()))}
            </section>
        }
    })
}

fn line(goal: &Goal, days: &[Day]) -> View {
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
            <strong>{goal.name.clone()}</strong>
            <span class="soft">{said}</span>
            <div class="week" aria-hidden="true">{signs.collect_view()}</div>
        </li>
    }
}
