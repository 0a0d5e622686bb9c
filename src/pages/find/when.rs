//! When a listing happens, in words.

use alongside_core::directory::search::{SlotView, TimeView};

use crate::i18n::t;
use crate::platform::intl;

/// How many minutes ahead "in 25 min" is more useful than the weekday.
const SOON: i64 = 120;
/// From how many minutes on nobody counts how many are left.
const LONG: i64 = 180;

/// A slot in two short parts: what stands out, and what follows.
pub(super) fn short(slot: &SlotView) -> (String, String) {
    let time = shown(slot);
    let Some(start) = time.start else { return (intl::weekday(time.day), t::when_no_time().to_owned()) };
    if is_all_day(time) {
        return (t::when_all_day().to_owned(), intl::weekday(time.day));
    }
    let next = match (slot.left, slot.starts_in) {
        (Some(_), _) => match time.end {
            Some(end) => t::when_until(&intl::clock_time(end)),
            None => intl::weekday(time.day),
        },
        (None, Some(minutes)) if minutes <= SOON => t::when_in(minutes),
        _ => intl::weekday(time.day),
    };
    (intl::clock_time(start), next)
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

/// A slot in full: "Tuesday, 7:00 PM to 8:00 PM".
pub(crate) fn long(slot: &SlotView) -> String {
    let time = shown(slot);
    if is_all_day(time) {
        return t::when_day_time(&intl::weekday(time.day), t::when_all_day());
    }
    match (time.start, time.end) {
        (Some(start), Some(end)) => {
            t::when_from_to(&intl::weekday(time.day), &intl::clock_time(start), &intl::clock_time(end))
        }
        (Some(_), None) => day_and_time(time),
        (None, _) => t::when_day_only(&intl::weekday(time.day)),
    }
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
