//! Day, time and "open now": evaluated once for each distinct slot, then looked up for each listing.

use super::filters::{Day, Filters, Open};
use super::store::{At, Store, ZonedSlot};
use crate::directory::listing::{Attendance, Coordinates};
use crate::directory::schedule::{Occurrence, PartOfDay, local_start};
use crate::time::{DAY, Date, UtcMinute, Weekday, ZoneTable, weekday_of};
use std::collections::HashMap;

/// The instant and the zones with which a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The instant, in minutes.
    pub now: UtcMinute,
    /// The name of the visitor's zone.
    pub visitor_zone: String,
    /// The zones that the browser knows, by name; see [`Directory::zone_names`](super::Directory::zone_names).
    pub zones: HashMap<String, ZoneTable>,
    /// The device's position, if the person has given it for this visit.
    pub here: Option<Coordinates>,
}

impl Moment {
    /// The visitor's clocks.
    pub fn visitor(&self) -> ZoneTable {
        self.zones.get(&self.visitor_zone).cloned().unwrap_or_else(|| ZoneTable::fixed(0))
    }
}

/// Resolves the zone of a row: the row's if the browser knows it, else the feed's, else the site's, else the
/// visitor's.
#[derive(Clone, Debug, Default)]
pub(crate) struct ZoneChain {
    pub(crate) feeds: Vec<Option<String>>,
    pub(crate) site: Option<String>,
}

impl ZoneChain {
    pub(crate) fn resolve<'m>(
        &self,
        feed: u16,
        row: Option<&str>,
        moment: &'m Moment,
    ) -> (String, Option<&'m ZoneTable>) {
        let of_feed = self.feeds.get(usize::from(feed)).and_then(Option::as_deref);
        let candidates = [row, of_feed, self.site.as_deref()];
        let known = candidates.into_iter().flatten().find_map(|name| Some((name, moment.zones.get(name)?)));
        known.map_or_else(
            || (moment.visitor_zone.clone(), moment.zones.get(&moment.visitor_zone)),
            |(name, table)| (name.to_owned(), Some(table)),
        )
    }
}

/// What a distinct slot is at a moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SlotNow {
    pub(crate) occurrence: Option<Occurrence>,
    /// Weekday and minute of its start on the clocks of its own zone, and of the visitor's.
    pub(crate) own: Clock,
    pub(crate) visitor: Clock,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) day: Weekday,
    pub(crate) minute: Option<u16>,
    /// The weekday that it is there now.
    today: Weekday,
    /// Whether a monthly slot takes place there today, and tomorrow.
    in_weeks: [bool; 2],
}

/// All distinct slots at a moment.
#[derive(Debug)]
pub(crate) struct SlotsNow {
    pub(crate) slots: Vec<SlotNow>,
    now: UtcMinute,
}

impl SlotsNow {
    pub(crate) fn new(store: &Store, zones: &ZoneChain, moment: &Moment) -> SlotsNow {
        let visitor = moment.visitor();
        let tables: Vec<ZoneTable> = store
            .zones
            .all()
            .iter()
            .map(|(feed, row)| {
                zones.resolve(*feed, row.as_deref(), moment).1.cloned().unwrap_or_else(|| visitor.clone())
            })
            .collect();
        let utc = ZoneTable::fixed(0);
        let slots = store
            .all_slots
            .all()
            .iter()
            .map(|ZonedSlot { zone, slot }| {
                let table = tables.get(*zone as usize).unwrap_or(&utc);
                let occurrence = slot.occurrence(table, moment.now);
                let here = occurrence.map(|occurrence| local_start(occurrence.start, &visitor));
                let clock = |day: Weekday, minute, table: &ZoneTable| {
                    let now = table.local(moment.now);
                    // Here it may already be the day after that on which it takes place there.
                    let days_later = (i64::from(day.index()) + 10 - i64::from(slot.day.index())) % 7 - 3;
                    let today = now.div_euclid(DAY) - days_later;
                    let in_weeks = [today, today + 1].map(|day| slot.weeks.has(Date::from_days(day)));
                    Clock { day, minute, today: weekday_of(now), in_weeks }
                };
                let own = clock(slot.day, slot.start, table);
                let visitor =
                    clock(here.map_or(slot.day, |here| here.day), here.map(|here| here.minute), &visitor);
                SlotNow { occurrence, own, visitor }
            })
            .collect();
        SlotsNow { slots, now: moment.now }
    }

    /// Tells of each distinct slot whether it satisfies day, time and open in its own zone, and in the visitor's.
    pub(crate) fn satisfying(&self, days: &[Day], times: &[PartOfDay], open: &[Open]) -> Vec<(bool, bool)> {
        (0..self.slots.len() as u32).map(|slot| self.satisfies(slot, days, times, open)).collect()
    }

    /// The same of one slot.
    pub(crate) fn satisfies(
        &self,
        slot: u32,
        days: &[Day],
        times: &[PartOfDay],
        open: &[Open],
    ) -> (bool, bool) {
        let Some(slot) = self.slots.get(slot as usize) else { return (false, false) };
        let fits = |clock: Clock| {
            let day = days.is_empty() || days.iter().any(|day| on_day(*day, clock));
            let time = times.is_empty()
                || clock.minute.is_some_and(|minute| times.iter().any(|part| part.has(minute)));
            let open = open.is_empty()
                || slot
                    .occurrence
                    .is_some_and(|occurrence| open.iter().any(|open| self.is_open(*open, occurrence)));
            day && time && open
        };
        (fits(slot.own), fits(slot.visitor))
    }

    fn is_open(&self, open: Open, occurrence: Occurrence) -> bool {
        match open {
            Open::Now => occurrence.in_progress,
            Open::Soon => !occurrence.in_progress && occurrence.start - self.now <= 60,
        }
    }
}

fn on_day(day: Day, clock: Clock) -> bool {
    match day {
        Day::On(weekday) => clock.day == weekday,
        Day::Today => clock.day == clock.today && clock.in_weeks[0],
        Day::Tomorrow => clock.day == clock.today.plus(1) && clock.in_weeks[1],
    }
}

/// Tells whether a slot counts for a listing, given what holds in its own zone and in the visitor's.
pub(crate) fn counts(attendance: Attendance, (own, visitor): (bool, bool)) -> bool {
    match attendance {
        Attendance::InPerson | Attendance::Inactive => own,
        Attendance::Online => visitor,
        Attendance::Hybrid => own || visitor,
    }
}

/// Tells whether some slot of a listing counts.
pub(crate) fn any_counts(store: &Store, at: At, satisfying: &[(bool, bool)]) -> bool {
    let attendance = store.attendance(at);
    store
        .slots(at)
        .iter()
        .any(|slot| satisfying.get(*slot as usize).is_some_and(|fits| counts(attendance, *fits)))
}

/// Where a listing stands in the order: in progress by start, then by next start, then without a time, then
/// inactive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Turn(u64);

impl Turn {
    const NO_TIME: Turn = Turn(2 << 60);
    const INACTIVE: Turn = Turn(3 << 60);

    pub(crate) fn of(occurrence: Option<Occurrence>) -> Turn {
        // Instants before 1970 would be negative; no clock that shows one is worth an order.
        occurrence.map_or(Turn::NO_TIME, |next| {
            Turn((u64::from(!next.in_progress) << 60) | (next.start.max(0) as u64))
        })
    }

    /// Tells whether listings with a match in their name stay behind this one.
    pub(crate) fn is_last(self) -> u8 {
        match self {
            Turn::INACTIVE => 2,
            Turn::NO_TIME => 1,
            _ => 0,
        }
    }
}

/// Gives the turn of each listing, and every turn that a listing may have; with chosen days only the slots on
/// those days count.
pub(crate) fn turns(store: &Store, now: &SlotsNow, filters: &Filters) -> (Vec<Turn>, Vec<Turn>) {
    let on_days = now.satisfying(&filters.days, &[], &[]);
    let of_slots: Vec<Turn> = now.slots.iter().map(|slot| Turn::of(slot.occurrence)).collect();
    let turns = (0..store.len())
        .map(|at| {
            let attendance = store.attendance(at);
            if attendance == Attendance::Inactive {
                return Turn::INACTIVE;
            }
            let counting = store.slots(at).iter().map(|slot| *slot as usize);
            let counting = counting.filter(|slot| counts(attendance, on_days[*slot]));
            counting.map(|slot| of_slots[slot]).min().unwrap_or(Turn::NO_TIME)
        })
        .collect();
    let possible = of_slots.iter().copied().chain([Turn::NO_TIME, Turn::INACTIVE]).collect();
    (turns, possible)
}
