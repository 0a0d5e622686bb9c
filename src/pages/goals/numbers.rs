//! The numbers of a goal, each with its meaning.

use crate::view::prelude::*;
use alongside_core::time::Date;
use alongside_core::tracker::{FreeDays, Goal, Headline, KindName, Milestone, Progress, Span};

use crate::i18n::t;
use crate::platform::intl;
use crate::ui::{line_chart, meter};

/// The one big number, with what it means.
pub(super) fn headline(goal: &Goal, progress: &Progress) -> View {
    let (number, meaning) = match goal.headline {
        Headline::Hidden => return ().into_view(),
        Headline::Run => {
            (intl::number(i64::from(progress.run_days())), run_meaning(goal.kind.name(), progress.run_days()))
        }
        Headline::Strength => {
            (intl::number(i64::from(progress.strength_shown())), t::goal_strength_meaning().to_owned())
        }
        Headline::FreeDays | Headline::Share | Headline::BestRun | Headline::Money => {
            free(goal.kind.name(), progress.free)
        }
    };
    view! { <p class="big-number">{number}</p> <p class="big-meaning">{meaning}</p> }
}

fn run_meaning(kind: KindName, days: u32) -> String {
    match kind {
        KindName::TimeSince => t::goal_run_meaning_since(i64::from(days)),
        _ => t::goal_run_meaning_do(i64::from(days)),
    }
}

/// Where days are unknown it is a range: nothing unknown is called a success or a failure.
fn free(kind: KindName, free: FreeDays) -> (String, String) {
    let Some(days) = free.exact() else {
        let number = t::goal_range(&intl::number(i64::from(free.least)), &intl::number(i64::from(free.most)));
        return (
            number,
            if kind == KindName::TimeSince { t::goal_free_range() } else { t::goal_done_range() }.to_owned(),
        );
    };
    let number = intl::number(i64::from(days));
    let meaning = match kind {
        KindName::TimeSince => t::goal_free_meaning(i64::from(days)),
        _ => t::goal_done_meaning(i64::from(days)),
    };
    (number, meaning)
}

/// The other numbers, in one or two lines.
pub(super) fn others(goal: &Goal, progress: &Progress) -> View {
    let days = |n: u32| t::days(i64::from(n));
    let run = t::goal_runs(&days(progress.run_days()), &days(progress.best_days()));
    let free = (goal.headline != Headline::FreeDays).then(|| {
        let (number, meaning) = free(goal.kind.name(), progress.free);
        view! { <p>{number}" "{meaning}</p> }
    });
    let next = progress.next.map(|next| view! { <p class="soft">{milestone(next)}</p> });
    view! { {free} <p>{run}</p> {next} {strength(progress)} }
}

fn strength(progress: &Progress) -> View {
    let words = t::goal_strength(&intl::number(i64::from(progress.strength_shown())));
    view! {
        <p>{words}</p>
        {meter(t::headline_strength().to_owned(), progress.strength_shown())}
        <p class="fine">{t::goal_strength_what()}</p>
    }
}

/// Strength over the last weeks; with fewer than three points there is no line to see yet.
pub(super) fn strength_line(points: &[(Date, u8)]) -> View {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return ().into_view() };
    if points.len() < 3 {
        return ().into_view();
    }
    let number = |score: u8| intl::number(i64::from(score));
    let said = t::goal_line_said(&number(first.1), &intl::plain_date(first.0), &number(last.1));
    view! {
        <section class="card">
            <h2>{t::goal_line()}</h2>
            {line_chart(t::headline_strength(), said, points)}
        </section>
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
