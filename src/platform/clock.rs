//! What time it is, here.

use alongside_core::time::Date;
use js_sys::Date as JsDate;

/// Milliseconds since 1970.
pub(crate) fn now_ms() -> i64 {
    JsDate::now() as i64
}

/// Minutes since 1970, on the wall clock of this device.
pub(crate) fn local_minute() -> i64 {
    now_ms().div_euclid(60_000) + i64::from(offset_minutes())
}

/// Gives the date and the hour on the wall clock of this device.
pub(crate) fn local_day_and_hour() -> (Date, u32) {
    let now = JsDate::new_0();
    let date = Date::new(now.get_full_year() as i32, now.get_month() + 1, now.get_date());
    (date.unwrap_or_else(|| Date::from_days(0)), now.get_hours())
}

/// Minutes that the clock of this device is ahead of UTC now.
pub(crate) fn offset_minutes() -> i32 {
    -(JsDate::new_0().get_timezone_offset() as i32)
}
