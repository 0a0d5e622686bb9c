//! The numbers of a goal, each with its meaning.

use crate::view::prelude::*;
use alongside_core::time::Date;
use alongside_core::tracker::{
    FreeDays, Goal, Headline, KindName, Milestone, OneOffSteps, Progress, Span, Spared, Unit,
};

use super::amount;
use crate::i18n::t;
use crate::platform::intl;
use crate::ui::{line_chart, meter, more};

/// The one big number, with what it means.
pub(super) fn headline(goal: &Goal, progress: &Progress) -> View {
    let kind = goal.kind.name();
    if kind == KindName::OneOff {
        return ().into_view();
    }
    let run = |count: u32| (intl::number(i64::from(count)), run_meaning(kind, progress.unit, count));
    let (number, meaning) = match goal.headline {
        Headline::Hidden => return ().into_view(),
        Headline::Run => run(progress.run_days()),
        Headline::BestRun => (run(progress.best_days()).0, t::goal_best_meaning().to_owned()),
        Headline::Strength => {
            (intl::number(i64::from(progress.strength_shown())), t::goal_strength_meaning().to_owned())
        }
        Headline::Share => match progress.share.percent() {
            Some((least, most)) => (percent(least, most), t::goal_share_meaning().to_owned()),
            None => free(kind, progress.free),
        },
        Headline::Money => match progress.spared {
            Some(spared) => (money(spared), t::goal_money_meaning().to_owned()),
            None => free(kind, progress.free),
        },
        Headline::FreeDays => free(kind, progress.free),
    };
    view! { <p class="big-number">{number}</p> <p class="big-meaning">{meaning}</p> }
}

fn run_meaning(kind: KindName, unit: Unit, count: u32) -> String {
    let n = i64::from(count);
    match (kind, unit) {
        (KindName::TimeSince, _) => t::goal_run_meaning_since(n),
        (_, Unit::Days) => t::goal_run_meaning_do(n),
        (_, Unit::Weeks) => t::goal_run_meaning_weeks(n),
        (_, Unit::Months) => t::goal_run_meaning_months(n),
        (_, Unit::Periods(_)) => t::goal_run_meaning_periods(n),
    }
}

/// So many days, weeks, months or periods.
pub(super) fn of_unit(unit: Unit, count: u32) -> String {
    let n = i64::from(count);
    match unit {
        Unit::Days => t::days(n),
        Unit::Weeks => t::weeks(n),
        Unit::Months => t::months(n),
        Unit::Periods(_) => t::periods(n),
    }
}

/// Where something is unknown it is a range: nothing unknown is called a success or a failure.
fn range(least: i64, most: i64) -> String {
    if least == most {
        return intl::number(least);
    }
    t::goal_range(&intl::number(least), &intl::number(most))
}

fn percent(least: u8, most: u8) -> String {
    t::goal_percent(&range(i64::from(least), i64::from(most)))
}

fn money(spared: Spared) -> String {
    match spared.currency {
        Some(currency) => intl::money(spared.money.value(), currency.code()),
        None => intl::amount(spared.money.value()),
    }
}

fn free(kind: KindName, free: FreeDays) -> (String, String) {
    let number = range(i64::from(free.least), i64::from(free.most));
    let meaning = match (kind, free.exact()) {
        (KindName::TimeSince, None) => t::goal_free_range().to_owned(),
        (_, None) => t::goal_done_range().to_owned(),
        (KindName::TimeSince, Some(days)) => t::goal_free_meaning(i64::from(days)),
        (_, Some(days)) => t::goal_done_meaning(i64::from(days)),
    };
    (number, meaning)
}

/// The other numbers: a line each, which says on a tap what it means. Who wants no number opens them first.
pub(super) fn others(goal: &Goal, progress: &Progress) -> View {
    if let Some(steps) = progress.one_off {
        return once(steps);
    }
    let numbers = view! {
        {explained(lines(goal, progress))}
        {meter(t::headline_strength().to_owned(), progress.strength_shown())}
        {every_run(progress)}
    };
    let numbers = if goal.headline == Headline::Hidden { more(t::goal_numbers(), numbers) } else { numbers };
    view! { {numbers} {upcoming(goal, progress)} }
}

/// Every run there was, the last first: none of them is lost.
fn every_run(progress: &Progress) -> View {
    if progress.runs.len() < 2 {
        return ().into_view();
    }
    let rows = progress.runs.iter().rev().map(|run| {
        view! {
            <tr>
                <td>{intl::plain_date(run.start)}</td>
                <td>{intl::plain_date(run.last)}</td>
                <td>{of_unit(progress.unit, run.days)}</td>
            </tr>
        }
    });
    let table = view! {
        <table class="numbers">
            <caption class="sr">{t::goal_all_runs()}</caption>
            <thead>
                <tr>
                    <th scope="col">{t::goal_run_from()}</th>
                    <th scope="col">{t::goal_run_to()}</th>
                    <th scope="col">{t::goal_run_long()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    more(t::goal_all_runs(), table)
}

/// Each number with its sentence.
fn lines(goal: &Goal, progress: &Progress) -> Vec<(String, &'static str)> {
    let kind = goal.kind.name();
    let unit = |count: u32| of_unit(progress.unit, count);
    let mut lines =
        vec![(t::goal_runs(&unit(progress.run_days()), &unit(progress.best_days())), why_run(kind))];
    let days = range(i64::from(progress.free.least), i64::from(progress.free.most));
    let planned = t::days(i64::from(progress.planned));
    lines.push((t::goal_days_of(&days, &planned), why_free(kind)));
    if let Some((least, most)) = progress.share.percent().filter(|_| kind != KindName::TimeSince) {
        lines.push((t::goal_share(&percent(least, most)), t::why_share()));
    }
    if let Some(now) = progress.now.filter(|_| progress.unit != Unit::Days) {
        let (amount, target) = (intl::amount(now.amount.value()), amount::words(now.target, goal));
        let words = match progress.unit {
            Unit::Weeks => t::goal_now_week(&amount, &target),
            Unit::Months => t::goal_now_month(&amount, &target),
            Unit::Days | Unit::Periods(_) => t::goal_now_period(&amount, &target),
        };
        lines.push((words, t::why_now()));
    }
    if let Some(spared) = progress.spared {
        if !spared.money.is_zero() {
            lines.push((t::goal_money(&money(spared)), t::why_spared()));
        }
        if spared.minutes > 0 {
            let hours = i64::try_from(spared.minutes / 60).unwrap_or(i64::MAX);
            let words = if hours > 0 { t::hours(hours) } else { t::minutes(spared.minutes as i64) };
            lines.push((t::goal_time(&words), t::why_spared()));
        }
    }
    lines.push((
        t::goal_strength(&intl::number(i64::from(progress.strength_shown()))),
        t::goal_strength_what(),
    ));
    lines
}

fn explained(lines: Vec<(String, &'static str)>) -> View {
    let rows = lines.into_iter().map(|(words, why)| more(words, view! { <p class="soft">{why}</p> }));
    view! { <div class="explained">{rows.collect_view()}</div> }
}

fn why_run(kind: KindName) -> &'static str {
    match kind {
        KindName::TimeSince => t::why_run_since(),
        KindName::AtMost => t::why_run_most(),
        _ => t::why_run_do(),
    }
}

fn why_free(kind: KindName) -> &'static str {
    match kind {
        KindName::TimeSince => t::why_free_since(),
        _ => t::why_free_do(),
    }
}

fn once(steps: OneOffSteps) -> View {
    let words = match steps.done_on {
        Some(day) => t::goal_once_done(&intl::long_date(day, false)),
        None if steps.all > 0 => {
            t::goal_once_steps(&intl::number(i64::from(steps.done)), &intl::number(i64::from(steps.all)))
        }
        None => t::goal_once_open().to_owned(),
    };
    view! { <p>{words}</p> }
}

/// What was reached, as a quiet mark, and what comes next.
fn upcoming(goal: &Goal, progress: &Progress) -> View {
    let reached =
        progress.reached.map(|reached| t::goal_reached(&span(reached), &intl::plain_date(reached.on)));
    let next = progress.upcoming;
    let milestone = next.milestone.map(|next| t::goal_next(&span(next), &intl::plain_date(next.on)));
    let day = next.day.filter(|_| !goal.schedule.is_daily());
    let day = day.map(|day| t::goal_next_day(&intl::long_date(day, false)));
    let step = next
        .step
        .map(|step| t::goal_next_step(&intl::plain_date(step.from), &amount::words(step.target, goal)));
    let lines = [reached, milestone, day, step].into_iter().flatten();
    lines.map(|words| view! { <p class="soft">{words}</p> }).collect_view()
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

fn span(milestone: Milestone) -> String {
    match milestone.span {
        Span::Days(1) => t::goal_24_hours().to_owned(),
        Span::Days(n) => t::days(i64::from(n)),
        Span::Months(n) => t::months(i64::from(n)),
        Span::Years(n) => t::years(i64::from(n)),
    }
}
