//! Numbers, dates and names as people of the shown language write them, by the browser's own `Intl`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::thread::LocalKey;

use alongside_core::time::Date;
use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::i18n;

/// The shown language as this browser's owner writes it, where that is one of theirs: who asks for `en-GB` reads
/// 19:30, who asks for `es-MX` 7:30 p. m.
fn locale() -> String {
    remembered(&LOCALES, 0, || {
        let shown = i18n::language();
        let own = super::languages().into_iter().find(|code| primary(code) == shown);
        own.unwrap_or_else(|| shown.to_owned())
    })
}

/// The language of a tag: `es` of `es-MX`.
pub(crate) fn primary(code: &str) -> String {
    code.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}

/// Writes a whole number.
pub(crate) fn number(n: i64) -> String {
    let write = || {
        let text = js_sys::Number::from(n as f64).to_locale_string(&locale());
        text.as_string().unwrap_or_else(|| n.to_string())
    };
    match u16::try_from(n) {
        Ok(small) => remembered(&NUMBERS, small, write),
        Err(_) => write(),
    }
}

/// Writes an amount, with up to three digits after the point.
pub(crate) fn amount(number: f64) -> String {
    let pairs = [("maximumFractionDigits", "3")];
    asked("NumberFormat", &locale(), &pairs, "format", &JsValue::from_f64(number))
        .unwrap_or_else(|| (number as i64).to_string())
}

/// Writes money in the currency with this code of three letters.
pub(crate) fn money(number: f64, currency: &str) -> String {
    let pairs = [("style", "currency"), ("currency", currency)];
    asked("NumberFormat", &locale(), &pairs, "format", &JsValue::from_f64(number))
        .unwrap_or_else(|| format!("{} {currency}", amount(number)))
}

/// Writes a number with this many digits after the point.
pub(crate) fn decimal(number: f64, digits: usize) -> String {
    let digits = digits.to_string();
    let pairs = [("minimumFractionDigits", digits.as_str()), ("maximumFractionDigits", digits.as_str())];
    asked("NumberFormat", &locale(), &pairs, "format", &JsValue::from_f64(number))
        .unwrap_or_else(|| (number as i64).to_string())
}

/// Writes a day: "Tuesday 17 November" with its year where `year` says so.
pub(crate) fn long_date(date: Date, year: bool) -> String {
    let mut parts = vec![("weekday", "long"), ("day", "numeric"), ("month", "long"), ("timeZone", "UTC")];
    if year {
        parts.push(("year", "numeric"));
    }
    format(date, &parts)
}

/// Writes a day without its weekday: "17 November 2026".
pub(crate) fn plain_date(date: Date) -> String {
    format(date, &[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")])
}

/// Writes a day in few letters: "17 Nov".
pub(crate) fn short_date(date: Date) -> String {
    format(date, &[("day", "numeric"), ("month", "short"), ("timeZone", "UTC")])
}

/// Writes the weekday of a day in few letters: "Tue".
pub(crate) fn short_weekday(date: Date) -> String {
    format(date, &[("weekday", "short"), ("timeZone", "UTC")])
}

/// Writes a time of day as people do: "7:30 PM" or "19:30".
pub(crate) fn clock_time(minute: u16) -> String {
    remembered(&CLOCK_TIMES, minute, || {
        let at = JsDate::new(&JsValue::from_f64(f64::from(minute) * 60_000.0));
        let parts = [("hour", "numeric"), ("minute", "2-digit"), ("timeZone", "UTC")];
        asked("DateTimeFormat", &locale(), &parts, "format", &at)
            .unwrap_or_else(|| format!("{:02}:{:02}", minute / 60, minute % 60))
    })
}

/// Gives the name of a weekday, 0 for Sunday: "Tuesday".
pub(crate) fn weekday(index: u8) -> String {
    remembered(&WEEKDAYS, u16::from(index), || {
        // 1970-01-04 was a Sunday.
        format(Date::from_days(3 + i64::from(index)), &[("weekday", "long"), ("timeZone", "UTC")])
    })
}

/// One of the browser's writers, and what it writes with.
type Writer = (JsValue, Function);

thread_local! {
    // One takes 50 microseconds to make, and a page of results shows a hundred times, one of goals as many days.
    static WRITERS: RefCell<HashMap<String, Writer>> = RefCell::default();
}

type Written = RefCell<HashMap<(&'static str, u16), String>>;

thread_local! {
    static LOCALES: Written = RefCell::default();
    static CLOCK_TIMES: Written = RefCell::default();
    static WEEKDAYS: Written = RefCell::default();
    static NUMBERS: Written = RefCell::default();
    static FORMS: Written = RefCell::default();
}

fn remembered(known: &'static LocalKey<Written>, value: u16, write: impl FnOnce() -> String) -> String {
    let key = (i18n::language(), value);
    let found = known.with_borrow(|known| known.get(&key).cloned());
    found.unwrap_or_else(|| {
        let text = write();
        known.with_borrow_mut(|known| known.insert(key, text.clone()));
        text
    })
}

/// Gives a country's name for its code.
pub(crate) fn country_name(code: &str) -> String {
    let name = asked("DisplayNames", &locale(), &[("type", "region")], "of", &code.into());
    name.unwrap_or_else(|| code.to_owned())
}

/// Gives a language's name for its code, in that language: "Español".
pub(crate) fn own_name(code: &str) -> String {
    let name = asked("DisplayNames", code, &[("type", "language")], "of", &code.into());
    let name = js_sys::JsString::from(name.unwrap_or_else(|| code.to_owned()));
    // By the browser, which knows capitals anyway: their table is 4 KB.
    let capital = name.slice(0, 1).to_locale_upper_case(Some(code));
    format!("{}{}", String::from(capital), String::from(name.slice(1, name.length())))
}

/// Writes a list as people do: "calls, texts and chat".
pub(crate) fn list(items: &[String]) -> String {
    let all: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
    let written = asked("ListFormat", &locale(), &[("type", "conjunction")], "format", &all);
    written.unwrap_or_else(|| items.join(", "))
}

/// Which form the words for a count take, as a place in: zero, one, two, few, many, other.
pub(crate) fn plural_form(n: i64) -> usize {
    let select = || asked("PluralRules", &locale(), &[], "select", &JsValue::from_f64(n as f64));
    let form = match u16::try_from(n) {
        Ok(small) => remembered(&FORMS, small, || select().unwrap_or_default()),
        Err(_) => select().unwrap_or_default(),
    };
    ["zero", "one", "two", "few", "many"].iter().position(|name| *name == form).unwrap_or(5)
}

/// The name of the time zone of this device, such as `America/New_York`.
pub(crate) fn zone() -> Option<String> {
    let resolved = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&resolved, &"timeZone".into()).ok()?.as_string()
}

/// A civil date has no zone, so it is written as midnight UTC is.
fn format(date: Date, parts: &[(&str, &str)]) -> String {
    let instant = JsDate::new(&JsValue::from_f64(f64::from(date.days()) * 86_400_000.0));
    asked("DateTimeFormat", &locale(), parts, "format", &instant).unwrap_or_else(|| date.to_string())
}

/// Has one of the browser's writers write one thing. `None` where the browser has no such writer.
fn asked(writer: &str, locale: &str, pairs: &[(&str, &str)], method: &str, what: &JsValue) -> Option<String> {
    let mut name = format!("{writer} {locale}");
    for (key, value) in pairs {
        name.push_str(key);
        name.push_str(value);
    }
    let known = WRITERS.with_borrow(|writers| writers.get(&name).cloned());
    let (made, method) = if let Some(known) = known {
        known
    } else {
        let made = made(writer, locale, pairs, method)?;
        WRITERS.with_borrow_mut(|writers| writers.insert(name, made.clone()));
        made
    };
    method.call1(&made, what).ok()?.as_string()
}

fn made(writer: &str, locale: &str, pairs: &[(&str, &str)], method: &str) -> Option<Writer> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let maker: Function = Reflect::get(&intl, &writer.into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&Array::of1(&locale.into()), &options(pairs));
    let made = Reflect::construct(&maker, &arguments).ok()?;
    let method: Function = Reflect::get(&made, &method.into()).ok()?.dyn_into().ok()?;
    Some((made, method))
}
