//! The numbers of a goal, each with its meaning.

use crate::view::prelude::*;
use alongside_core::tracker::{FreeDays, Goal, Headline, Kind, Milestone, Progress, Span};

use crate::i18n::t;
use crate::platform::intl;

/// The one big number, with what it means.
pub(super) fn headline(goal: &Goal, progress: &Progress) -> View {
    let (number, meaning) = match goal.headline {
        Headline::Hidden => return ().into_view(),
        Headline::Run => {
            (intl::number(i64::from(progress.run_days())), run_meaning(goal.kind, progress.run_days()))
        }
        Headline::Strength => (progress.strength_shown().to_string(), t::goal_strength_meaning().to_owned()),
        Headline::FreeDays => free(goal.kind, progress.free),
    };
    view! { <p class="big-number">{number}</p> <p class="big-meaning">{meaning}</p> }
}

fn run_meaning(kind: Kind, days: u32) -> String {
    match kind {
        Kind::TimeSince => t::goal_run_meaning_since(i64::from(days)),
        Kind::Do => t::goal_run_meaning_do(i64::from(days)),
    }
}

/// Where days are unknown it is a range: nothing unknown is called a success or a failure.
fn free(kind: Kind, free: FreeDays) -> (String, String) {
    let Some(days) = free.exact() else {
        let number = t::goal_range(&intl::number(i64::from(free.least)), &intl::number(i64::from(free.most)));
        return (
            number,
            if kind == Kind::Do { t::goal_done_range() } else { t::goal_free_range() }.to_owned(),
        );
    };
    let number = intl::number(i64::from(days));
    let meaning = match kind {
        Kind::TimeSince => t::goal_free_meaning(i64::from(days)),
        Kind::Do => t::goal_done_meaning(i64::from(days)),
    };
    (number, meaning)
}

/// The other numbers, in one or two lines.
pub(super) fn others(goal: &Goal, progress: &Progress) -> View {
    let days = |n: u32| t::days(i64::from(n));
    let run = t::goal_runs(&days(progress.run_days()), &days(progress.best_days()));
    let free = (goal.headline != Headline::FreeDays).then(|| {
        let (number, meaning) = free(goal.kind, progress.free);
        view! { <p>{number}" "{meaning}</p> }
    });
    let next = progress.next.map(|next| view! { <p class="soft">{milestone(next)}</p> });
    view! { {free} <p>{run}</p> {next} {strength(progress)} }
}

fn strength(progress: &Progress) -> View {
    let shown = progress.strength_shown();
    let share = format!("{shown}%");
    view! {
        <p>{t::goal_strength(&shown.to_string())}</p>
        <div class="meter" aria-hidden="true"><div class="meter-fill" style:inline-size=share></div></div>
        <p class="fine">{t::goal_strength_what()}</p>
    }
}

fn milestone(next: Milestone) -> String {
    let span = match next.span {
        Span::Days(1) => t::goal_24_hours().to_owned(),
        Span::Days(n) => t::days(i64::from(n)),
        Span::Months(n) => t::months(i64::from(n)),
        Span::Years(n) => t::years(i64::from(n)),
    };
    t::goal_next(&span, &intl::plain_date(next.on))
}
