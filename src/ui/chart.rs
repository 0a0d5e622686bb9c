//! A line over time, with the same numbers as a table for whoever doesn't see it or wants them exactly.

use crate::view::prelude::*;

use crate::i18n::t;
use crate::platform::intl;
use crate::ui::more;
use alongside_core::time::Date;

/// The width and height of the drawing, in its own units; the style stretches it.
const WIDTH: usize = 300;
const HEIGHT: usize = 100;

/// A score of 0 to 100 over days, oldest first. `said` is the line in one sentence, `name` what it shows.
pub(crate) fn line_chart(name: &'static str, said: String, points: &[(Date, u8)]) -> View {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return ().into_view() };
    let steps = points.len().saturating_sub(1).max(1);
    let place = |(at, (_, score)): (usize, &(Date, u8))| {
        format!("{},{}", at * WIDTH / steps, HEIGHT.saturating_sub(usize::from(*score)))
    };
    let line: Vec<String> = points.iter().enumerate().map(place).collect();
    let rows = points.iter().rev().map(|(date, score)| {
        view! { <tr><th scope="row">{intl::plain_date(*date)}</th><td>{intl::number(i64::from(*score))}</td></tr> }
    });
    let table = view! {
        <table class="numbers">
            <caption class="sr">{name}</caption>
            <thead><tr><th scope="col">{t::chart_day()}</th><th scope="col">{name}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    view! {
        <figure class="chart">
            <figcaption>{said}</figcaption>
            <div class="chart-plot" aria-hidden="true">
                <span>{intl::number(100)}</span>
                <svg viewBox="0 0 300 100" preserveAspectRatio="none">
                    <polyline points=line.join(" ")></polyline>
                </svg>
                <span>{intl::number(0)}</span>
            </div>
            <div class="chart-days" aria-hidden="true">
                <span>{intl::short_date(first.0)}</span><span>{intl::short_date(last.0)}</span>
            </div>
            {more(t::chart_table(), table)}
        </figure>
    }
}
