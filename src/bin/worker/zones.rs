//! What the browser's `Intl` knows of time zones, as tables for the core.

use alongside_core::directory::protocol::Asked;
use alongside_core::directory::search::Moment;
use alongside_core::time::{DAY, Date, UtcMinute, WEEK, ZoneTable};
use js_sys::{Array, Function, Object, Reflect};
use std::collections::HashMap;
use wasm_bindgen::{JsCast as _, JsValue};

/// How far around now the tables reach: a monthly slot's next occurrence can be eighteen weeks away, and then it ends.
const BEFORE: i64 = 2 * DAY;
const AFTER: i64 = 19 * WEEK + 2 * DAY;
/// How far apart offsets are asked for. No zone changes its clocks twice in so short a time.
const STEP: i64 = 10 * DAY;

/// Tables that were made, and for when.
#[derive(Default)]
pub(crate) struct Zones {
    /// The last moment: it is good for as long as the same minute is asked for.
    moment: Option<Moment>,
    made_at: Option<UtcMinute>,
    tables: HashMap<String, Option<ZoneTable>>,
}

impl Zones {
    /// Other zones may be named now.
    pub(crate) fn forget_moment(&mut self) {
        self.moment = None;
    }

    /// Gives the moment of a question, with tables of all the zones that are named.
    pub(crate) fn moment(&mut self, asked: &Asked, names: &[String]) -> Moment {
        if let Some(known) =
            self.moment.as_ref().filter(|known| known.now == asked.now && known.visitor_zone == asked.zone)
        {
            return Moment { here: asked.here(), ..known.clone() };
        }
        // Tables hold for the days around the instant they were made for, however the clock is set.
        if self.made_at.is_none_or(|made_at| (asked.now - made_at).abs() > DAY) {
            self.tables.clear();
            self.made_at = Some(asked.now);
        }
        let made_at = self.made_at.unwrap_or(asked.now);
        for name in names.iter().chain([&asked.zone]) {
            if !self.tables.contains_key(name) {
                self.tables.insert(name.clone(), table(name, made_at));
            }
        }
        let known = names.iter().filter_map(|name| Some((name.clone(), self.tables.get(name)?.clone()?)));
        let mut zones: HashMap<String, ZoneTable> = known.collect();
        let visitor = self.tables.get(&asked.zone).cloned().flatten();
        zones.insert(asked.zone.clone(), visitor.unwrap_or_else(|| ZoneTable::fixed(asked.offset)));
        let moment = Moment { now: asked.now, visitor_zone: asked.zone.clone(), zones, here: asked.here() };
        self.moment = Some(moment.clone());
        moment
    }
}

/// Gives the offsets of a zone for so many years that a calendar's rules can be told from them.
pub(crate) fn for_years(name: &str, from: UtcMinute) -> Option<ZoneTable> {
    between(name, from - BEFORE, from + 5 * 366 * DAY)
}

/// Gives the offsets of a zone around an instant; `None` if the browser doesn't know the zone.
fn table(name: &str, around: UtcMinute) -> Option<ZoneTable> {
    between(name, around - BEFORE, around + AFTER)
}

fn between(name: &str, from: UtcMinute, to: UtcMinute) -> Option<ZoneTable> {
    let clock = Clock::new(name)?;
    let first = clock.offset(from)?;
    let mut changes = Vec::new();
    let (mut at, mut offset) = (from, first);
    while at < to {
        let next = (at + STEP).min(to);
        let later = clock.offset(next)?;
        if later != offset {
            changes.push((change_between(&clock, at, next, offset)?, later));
        }
        (at, offset) = (next, later);
    }
    Some(ZoneTable::new(first, changes))
}

/// Finds the minute from which on the offset is no longer `before`.
fn change_between(clock: &Clock, from: UtcMinute, to: UtcMinute, before: i32) -> Option<UtcMinute> {
    let (mut still, mut changed) = (from, to);
    while changed - still > 1 {
        let middle = i64::midpoint(still, changed);
        if clock.offset(middle)? == before { still = middle } else { changed = middle }
    }
    Some(changed)
}

/// The clock of one zone.
struct Clock {
    format: JsValue,
    to_parts: Function,
}

impl Clock {
    fn new(zone: &str) -> Option<Clock> {
        if zone.is_empty() {
            return None;
        }
        let options = Object::new();
        for (key, value) in [
            ("timeZone", zone),
            ("hourCycle", "h23"),
            ("era", "short"),
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
        ] {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        // By `Reflect`, because an unknown zone makes the constructor throw.
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let make: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
        let format = Reflect::construct(&make, &Array::of2(&"en-US".into(), &options)).ok()?;
        let to_parts = Reflect::get(&format, &"formatToParts".into()).ok()?.dyn_into().ok()?;
        Some(Clock { format, to_parts })
    }

    /// Gives the minutes that this clock is ahead of UTC at an instant.
    fn offset(&self, at: UtcMinute) -> Option<i32> {
        let instant = js_sys::Date::new(&JsValue::from_f64(at as f64 * 60_000.0));
        let parts: Array = self.to_parts.call1(&self.format, &instant).ok()?.dyn_into().ok()?;
        let mut read: HashMap<String, i32> = HashMap::new();
        for part in parts.iter() {
            let text = |key: &str| Reflect::get(&part, &key.into()).ok()?.as_string();
            if let (Some(kind), Some(value)) =
                (text("type"), text("value").and_then(|value| value.parse().ok()))
            {
                read.insert(kind, value);
            }
        }
        let date = Date::new(*read.get("year")?, *read.get("month")? as u32, *read.get("day")? as u32)?;
        let minute = (read.get("hour")? % 24) * 60 + read.get("minute")?;
        let local = i64::from(date.days()) * DAY + i64::from(minute);
        i32::try_from(local - at).ok()
    }
}
