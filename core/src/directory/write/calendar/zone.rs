//! Time zones in a calendar file: RFC 5545, section 3.6.5.
//!
//! A table ends, a weekly meeting doesn't. So the rule behind the changes of a table is looked for ("the second Sunday
//! in March at 02:00"). Programs that know the zone's name use what they know; the others are right for years.

use super::DAY_CODES;
use crate::ical::{clocks, line};
use crate::time::{DAY, Date, LocalMinute, UtcMinute, ZoneTable, date_of, minute_of_day};

/// A yearly rule must still hold so many days ahead: one that ended sooner is history.
const RULE_HOLDS: i64 = 370 * DAY;

/// A clock change: the clocks' offsets before and after it, and what they showed when it came.
#[derive(Clone, Copy)]
struct Change {
    from: i32,
    to: i32,
    at: LocalMinute,
}

/// The weekday of a month on which a change comes each year.
struct Yearly {
    /// 1 to 4, or -1 for the last.
    week: i8,
    /// The change of the year before the first that is known, so that the rule holds now as well.
    first: Change,
}

/// Appends a zone: its yearly rules where all of its changes follow one, else the changes as they are.
pub(super) fn write_zone(name: &str, zone: &ZoneTable, now: UtcMinute, out: &mut String) {
    line(out, "BEGIN:VTIMEZONE");
    line(out, &format!("TZID:{name}"));
    let changes = changes(zone);
    if let Some(rules) = yearly(&changes, now) {
        for rule in rules {
            let date = date_of(rule.first.at);
            let day = DAY_CODES[usize::from(date.weekday().index())];
            let yearly = format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", date.ymd().1, rule.week);
            write_change(rule.first, Some(&yearly), out);
        }
    } else {
        // What holds before the first change. Where that one puts the clocks back, they are in summer time now.
        let offset = zone.offset(UtcMinute::MIN);
        let summer = changes.first().is_some_and(|change| change.to < change.from);
        write_part(summer, Change { from: offset, to: offset, at: 0 }, None, out);
        for change in changes {
            write_change(change, None, out);
        }
    }
    line(out, "END:VTIMEZONE");
}

fn write_change(change: Change, rule: Option<&str>, out: &mut String) {
    write_part(change.to > change.from, change, rule, out);
}

fn write_part(summer: bool, change: Change, rule: Option<&str>, out: &mut String) {
    let part = if summer { "DAYLIGHT" } else { "STANDARD" };
    line(out, &format!("BEGIN:{part}"));
    line(out, &format!("DTSTART:{}", clocks(change.at)));
    line(out, &format!("TZOFFSETFROM:{}", offset(change.from)));
    line(out, &format!("TZOFFSETTO:{}", offset(change.to)));
    if let Some(rule) = rule {
        line(out, rule);
    }
    line(out, &format!("END:{part}"));
}

fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn changes(zone: &ZoneTable) -> Vec<Change> {
    let mut from = zone.offset(UtcMinute::MIN);
    let mut changes = Vec::new();
    for (at, to) in zone.changes() {
        if *to != from {
            changes.push(Change { from, to: *to, at: at.saturating_add(i64::from(from)) });
        }
        from = *to;
    }
    changes
}

/// Gives the two rules that all changes follow; `None` if they don't, as in Morocco, or if the table is too short.
fn yearly(changes: &[Change], now: UtcMinute) -> Option<[Yearly; 2]> {
    let (one, other): (Vec<Change>, Vec<Change>) =
        changes.iter().partition(|change| (change.from, change.to) == (changes[0].from, changes[0].to));
    let (first, second) = (one.first()?, other.first()?);
    let back = other.iter().all(|change| (change.from, change.to) == (first.to, first.from));
    (back && first.to == second.from).then_some([rule(&one, now)?, rule(&other, now)?])
}

/// Gives the rule that changes of one kind follow, one each year.
fn rule(changes: &[Change], now: UtcMinute) -> Option<Yearly> {
    let [first, _, ..] = changes else { return None };
    let (year, month, _) = date_of(first.at).ymd();
    let week = [-1, 1, 2, 3, 4].into_iter().find(|week| {
        changes.iter().zip(year..).all(|(change, year)| {
            let date = nth(year, month, date_of(first.at), *week);
            date == Some(date_of(change.at)) && minute_of_day(change.at) == minute_of_day(first.at)
        })
    })?;
    let before = i64::from(nth(year - 1, month, date_of(first.at), week)?.days()) * DAY;
    let before = Change { at: before + i64::from(minute_of_day(first.at)), ..*first };
    let holds = before.at - i64::from(before.from) <= now && changes.last()?.at > now + RULE_HOLDS;
    holds.then_some(Yearly { week, first: before })
}

/// Gives the date in a month that is the nth on the weekday of another date; the last with -1.
fn nth(year: i32, month: u32, like: Date, week: i8) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    let ahead = like.weekday().index() + 7 - first.weekday().index();
    let first = first.plus_days(i32::from(ahead % 7));
    if week > 0 {
        return Some(first.plus_days(i32::from(week - 1) * 7));
    }
    let fifth = first.plus_days(28);
    Some(if fifth.ymd().1 == month { fifth } else { first.plus_days(21) })
}
