//! When a listing happens, in words.

use alongside_core::directory::search::{ResultRow, SlotView, TimeView};
use alongside_core::time::{DAY, Date};

use crate::i18n::t;
use crate::platform::{clock, intl};

/// How many minutes ahead "in 25 min" is more useful than the weekday.
const SOON: i64 = 120;
/// From how many minutes on nobody counts how many are left.
const LONG: i64 = 180;

/// The weekday of a slot on the clock that is shown.
pub(super) fn weekday(slot: &SlotView) -> String {
    intl::weekday(shown(slot).day)
}

/// A slot in two short parts: what stands out, and what follows.
pub(super) fn short(slot: &SlotView) -> (String, String) {
    let time = shown(slot);
    let Some(start) = time.start else { return (day_of(slot), t::when_no_time().to_owned()) };
    if is_all_day(time) {
        return (t::when_all_day().to_owned(), day_of(slot));
    }
    let next = match (slot.left, slot.starts_in) {
        (Some(_), _) => match time.end {
            Some(end) => t::when_until(&intl::clock_time(end)),
            None => day_of(slot),
        },
        (None, Some(minutes)) if minutes <= SOON => t::when_in(minutes),
        _ => day_of(slot),
    };
    (intl::clock_time(start), next)
}

/// What stands in the place of a time where none is given.
pub(crate) fn none(row: &ResultRow) -> &'static str {
    match (row.by_appointment, row.service) {
        (true, _) => t::when_by_appointment(),
        (false, true) => t::when_call_first(),
        (false, false) => t::when_not_given(),
    }
}

/// That it is on now, and for how long still; a service is open.
pub(crate) fn on_now(slot: &SlotView, service: bool) -> Option<String> {
    let left = slot.left?;
    Some(match (service, left > LONG) {
        (true, _) => t::when_open_now().to_owned(),
        (false, true) => t::find_quick_now().to_owned(),
        (false, false) => t::when_on_now(left),
    })
}

/// The same slot on the other clock, where that shows something else.
pub(crate) fn elsewhere(slot: &SlotView) -> Option<String> {
    let yours = slot.yours.as_ref()?;
    if slot.yours_first {
        Some(t::when_there(&place_of(&slot.own.zone), &day_and_time(&slot.own)))
    } else {
        Some(t::when_yours(&day_and_time(yours)))
    }
}

/// From midnight to midnight, or the minute before.
fn is_all_day(time: &TimeView) -> bool {
    time.start == Some(0) && time.end.is_some_and(|end| end == 0 || end >= 1_439)
}

/// A slot in full: "Tuesday, 7:00 PM to 8:00 PM", and of a monthly one its next date.
pub(crate) fn long(slot: &SlotView) -> String {
    let time = shown(slot);
    let day = day_of(slot);
    let words = match (time.start, time.end) {
        _ if is_all_day(time) => t::when_day_time(&day, t::when_all_day()),
        (Some(start), Some(end)) => t::when_from_to(&day, &intl::clock_time(start), &intl::clock_time(end)),
        (Some(start), None) => t::when_day_time(&day, &intl::clock_time(start)),
        (None, _) => t::when_day_only(&day),
    };
    match next_date(slot) {
        Some(date) if !slot.weeks.is_every() => t::when_next_on(&words, &intl::short_date(date)),
        _ => words,
    }
}

/// The day of a slot: "Tuesday", or "2nd and last Tuesday".
fn day_of(slot: &SlotView) -> String {
    let day = intl::weekday(shown(slot).day);
    if slot.weeks.is_every() {
        return day;
    }
    let week = |week: i8| match week {
        1 => t::when_week_1(),
        2 => t::when_week_2(),
        3 => t::when_week_3(),
        4 => t::when_week_4(),
        5 => t::when_week_5(),
        _ => t::when_week_last(),
    };
    let weeks: Vec<String> = slot.weeks.list().map(|number| week(number).to_owned()).collect();
    t::when_weeks(&intl::list(&weeks), &day)
}

/// The date of a slot's next start on the clock that is shown.
fn next_date(slot: &SlotView) -> Option<Date> {
    let local = clock::now_ms().div_euclid(60_000) + i64::from(clock::offset_minutes()) + slot.starts_in?;
    // By this device's clock; in another zone it may be the day before or after, which the weekday tells.
    let near = Date::from_days(local.div_euclid(DAY));
    let day = shown(slot).day;
    [0, 1, -1].into_iter().map(|days| near.plus_days(days)).find(|date| date.weekday().index() == day)
}

/// The clock that comes first: the visitor's for what can only be joined online.
fn shown(slot: &SlotView) -> &TimeView {
    slot.yours.as_ref().filter(|_| slot.yours_first).unwrap_or(&slot.own)
}

fn day_and_time(time: &TimeView) -> String {
    match time.start {
        Some(start) => t::when_day_time(&intl::weekday(time.day), &intl::clock_time(start)),
        None => t::when_day_only(&intl::weekday(time.day)),
    }
}

/// The last part of a zone's name, as people read it: `America/Los_Angeles` is "Los Angeles".
fn place_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
