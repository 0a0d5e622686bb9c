//! Days as a grid of weeks. A day's state is said by shape, sign and words, never by color alone.

use std::rc::Rc;

use crate::view::prelude::*;
use alongside_core::time::Date;

use crate::platform::intl;

/// One day as it is shown.
pub(crate) struct CalendarDay {
    pub(crate) date: Date,
    /// Which sign it has: a `data-state` of the style.
    pub(crate) sign: &'static str,
    /// The date and its state.
    pub(crate) words: String,
    pub(crate) is_today: bool,
    /// Whether it can be opened.
    pub(crate) is_off: bool,
}

/// Weeks of seven days; a tap on a day opens it.
pub(crate) fn calendar(
    name: &'static str,
    days: impl Fn() -> Vec<CalendarDay> + 'static,
    open: impl Fn(Date) + 'static,
) -> View {
    let open: Rc<dyn Fn(Date)> = Rc::new(open);
    let grid = move || {
        let days = days();
        let head = days.iter().take(7).map(|day| {
            view! { <th scope="col">{intl::short_weekday(day.date)}</th> }
        });
        let weeks = days.chunks(7).map(|week| {
            let cells = week.iter().map(|day| cell(day, open.clone())).collect_view();
            view! { <tr>{cells}</tr> }
        });
        view! { <thead><tr>{head.collect_view()}</tr></thead><tbody>{weeks.collect_view()}</tbody> }
    };
    view! { <table class="days"><caption class="sr">{name}</caption>{grid}</table> }
}

fn cell(day: &CalendarDay, open: Rc<dyn Fn(Date)>) -> View {
    let date = day.date;
    view! {
        <td>
            <button
                type="button"
                class="day"
                data-state=day.sign
                data-today=day.is_today.then_some("")
                aria-label=day.words.clone()
                disabled=day.is_off
                on:click=move |_| open(date)
            >
                <span>{intl::number(i64::from(date.ymd().2))}</span>
            </button>
        </td>
    }
}
