//! Listings as a calendar file (iCalendar, RFC 5545): one event that comes again for each slot with a time.
//!
//! A calendar is often shared, with a family or at work. So every event is private (`CLASS`), and with a neutral title
//! nothing says what it is: no name, group, notes or program, no join link or dial-in (they can hold the group's name),
//! and the UID is a hash. What stays is the time, and the address unless the name or the group stands in it.

mod plan;
mod zone;

use super::super::listing::{Attendance, Field, Listing};
use super::super::schedule::{Slot, USUAL_LENGTH};
use crate::ical::{DAY_CODES, clocks, escaped, line};
use crate::time::{DAY, LocalMinute, UtcMinute, ZoneTable, date_of};
pub use plan::{NoPlan, begins, plan};
use std::fmt::Write as _;
use zone::write_zone;

/// What stands above an event.
#[derive(Clone, Copy, Debug)]
pub enum Title<'t> {
    /// The listing's name, with all that helps to get there.
    Name,
    /// A word that the person chose, with nothing that says what it is.
    Neutral(&'t str),
}

/// Whose clocks a listing's times are on.
#[derive(Clone, Copy, Debug)]
pub struct Clocks<'z> {
    /// The zone's name. Without one the times are written as the clock shows them, wherever the person is: that is
    /// what is known about a listing whose zone isn't.
    pub name: Option<&'z str>,
    /// Its offsets, from yesterday or before to 25 months ahead at least: then each yearly change is in it twice.
    /// Five years are better: some rules ("the Sunday after the first") look like others in most years.
    pub table: &'z ZoneTable,
}

/// Writes a calendar one listing at a time.
#[derive(Debug)]
pub struct Calendar {
    now: UtcMinute,
    named: Vec<String>,
    zones: String,
    events: String,
}

impl Calendar {
    /// Tells whether a listing has a day and a time: without them there is nothing to write.
    pub fn has_events(listing: &Listing) -> bool {
        listing.slots.iter().any(|slot| slot.start.is_some())
    }

    /// Takes the instant at which it is written; events begin with their next occurrence or the one in progress.
    pub fn start(now: UtcMinute) -> Calendar {
        Calendar { now, named: Vec::new(), zones: String::new(), events: String::new() }
    }

    /// Adds an event for each slot that has a time.
    pub fn add(&mut self, listing: &Listing, on: Clocks<'_>, title: Title<'_>) {
        let zone = on.name.map(zone_id).filter(|name| !name.is_empty());
        let texts = texts(listing, title);
        let mut written: Vec<String> = Vec::new();
        for slot in &listing.slots {
            let Some(times) = times(slot, on.table, zone.as_deref(), self.now) else { continue };
            let uid = uid(listing, slot);
            // Two slots that start together are one event, whatever ends the row gives.
            if written.contains(&uid) {
                continue;
            }
            line(&mut self.events, "BEGIN:VEVENT");
            line(&mut self.events, &uid);
            line(&mut self.events, &format!("DTSTAMP:{}Z", clocks(self.now)));
            for text in times.iter().chain(&texts) {
                line(&mut self.events, text);
            }
            line(&mut self.events, "CLASS:PRIVATE");
            line(&mut self.events, "END:VEVENT");
            written.push(uid);
        }
        if let Some(zone) = zone.filter(|zone| !written.is_empty() && !self.named.contains(zone)) {
            write_zone(&zone, on.table, self.now, &mut self.zones);
            self.named.push(zone);
        }
    }

    /// Gives the file; `None` without an event, since a calendar without any is none.
    pub fn finish(self) -> Option<String> {
        let (zones, events) = (self.zones, self.events);
        let start = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Alongside//Directory//EN\r\n";
        (!events.is_empty()).then(|| format!("{start}{zones}{events}END:VCALENDAR\r\n"))
    }
}

/// Gives a zone's name without what would end a parameter; an offset ("+05:30") is a name, too.
fn zone_id(name: &str) -> String {
    name.chars().filter(|char| char.is_ascii_alphanumeric() || "/_+-".contains(*char)).collect()
}

/// Gives the lines that say when a slot takes place; `None` if it has no time.
fn times(slot: &Slot, zone: &ZoneTable, zone_id: Option<&str>, now: UtcMinute) -> Option<[String; 3]> {
    let start = local_start(slot, zone, now)?;
    let length = i64::from(slot.length.unwrap_or(USUAL_LENGTH).max(1));
    let parameter = zone_id.map_or(String::new(), |zone| format!(";TZID={zone}"));
    // Where the clocks change while it lasts, their difference isn't how long it lasts, nor any later time.
    let end = if zone.instant(start + length) - zone.instant(start) == length {
        format!("DTEND{parameter}:{}", clocks(start + length))
    } else {
        format!("DURATION:PT{length}M")
    };
    Some([format!("DTSTART{parameter}:{}", clocks(start)), end, recurrence(slot)])
}

/// Gives what the clocks should show at its next start: the row's own time, even if a clock change skips it this once,
/// or every later start would be moved.
fn local_start(slot: &Slot, zone: &ZoneTable, now: UtcMinute) -> Option<LocalMinute> {
    let date = date_of(zone.local(slot.occurrence(zone, now)?.start));
    let moved = (date.weekday().index() + 7 - slot.day.index()) % 7;
    Some(i64::from(date.days() - i32::from(moved)) * DAY + i64::from(slot.start?))
}

/// Gives its weeks so that no two of them are ever the same day, which some programs would show twice; none if
/// together they are every week.
fn weeks(slot: &Slot) -> Vec<i8> {
    let mut weeks: Vec<i8> = slot.weeks.list().collect();
    let last = weeks.contains(&-1);
    if last && weeks.contains(&4) {
        // "Fourth and last" is "fourth and fifth".
        weeks.retain(|week| !matches!(week, 5 | -1));
        weeks.push(5);
    } else if last {
        weeks.retain(|week| *week != 5);
    }
    if weeks.len() == 5 { Vec::new() } else { weeks }
}

fn recurrence(slot: &Slot) -> String {
    let day = DAY_CODES[usize::from(slot.day.index())];
    let weeks: Vec<String> = weeks(slot).iter().map(|week| format!("{week}{day}")).collect();
    if weeks.is_empty() {
        format!("RRULE:FREQ=WEEKLY;BYDAY={day}")
    } else {
        format!("RRULE:FREQ=MONTHLY;BYDAY={}", weeks.join(","))
    }
}

/// Gives the line that identifies an event: the same at every export, so that importing again changes the event that
/// is there. The listing's id often spells its name, so it is hashed (FNV-1a). Nobody can own a name in `.invalid`.
fn uid(listing: &Listing, slot: &Slot) -> String {
    let hash = listing.id.0.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let day = DAY_CODES[usize::from(slot.day.index())];
    let mut uid = format!("UID:{hash:016x}-{day}{:04}", slot.start.unwrap_or_default());
    for week in weeks(slot) {
        let _ = write!(uid, "-{}", if week < 0 { "last".to_owned() } else { week.to_string() });
    }
    uid + "@alongside.invalid"
}

/// Gives the lines that say what an event is and where.
fn texts(listing: &Listing, title: Title<'_>) -> Vec<String> {
    let summary = match title {
        Title::Name => listing.name(),
        Title::Neutral(word) => word,
    };
    let mut lines = vec![format!("SUMMARY:{}", escaped(summary))];
    if let Some(place) = place(listing, title) {
        lines.push(format!("LOCATION:{}", escaped(&place)));
    }
    if let Title::Name = title {
        let how = [Field::JoinLink, Field::JoinNotes, Field::DialIn, Field::DialInNotes, Field::Notes];
        let how: Vec<&str> = how.into_iter().filter_map(|field| listing.text(field)).collect();
        if !how.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(&how.join("\n"))));
        }
        // An address is no text: nothing in it is escaped.
        lines.extend(listing.text(Field::JoinLink).map(|link| format!("URL:{link}")));
    }
    lines
}

/// Gives where to go, if one can go there.
fn place(listing: &Listing, title: Title<'_>) -> Option<String> {
    if !matches!(listing.attendance, Attendance::InPerson | Attendance::Hybrid) {
        return None;
    }
    let address = listing.text(Field::Address)?;
    let holds = |text: &str| address.to_lowercase().contains(&text.trim().to_lowercase());
    match title {
        Title::Name => Some(match listing.text(Field::Location) {
            Some(place) if !holds(place) => format!("{place}, {address}"),
            _ => address.to_owned(),
        }),
        Title::Neutral(_) => {
            let told = [Field::Name, Field::Group].iter().filter_map(|field| listing.text(*field)).any(holds);
            (!told).then(|| address.to_owned())
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod zone_tests;
