//! What is written is what other programs need, and says no more than the person chose.

use super::super::super::schedule::Weeks;
use super::*;
use crate::directory::ListingId;
use crate::time::{Date, Weekday, ZoneTable, weekday_of};
use proptest::prelude::*;

pub(super) fn at(date: &str, hour: i64, minute: i64) -> i64 {
    i64::from(Date::parse(date).unwrap().days()) * DAY + hour * 60 + minute
}

/// New York from 2026 on; the clocks change at 07:00 UTC in March and at 06:00 UTC in November.
pub(super) fn new_york() -> ZoneTable {
    let days = ["2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07", "2028-03-12", "2028-11-05"];
    let change = |(at_day, day): (usize, &&str)| {
        if at_day % 2 == 0 { (at(day, 7, 0), -240) } else { (at(day, 6, 0), -300) }
    };
    ZoneTable::new(-300, days.iter().enumerate().map(change).collect())
}

fn slot(day: u8, start: u16, end: u16, weeks: &[i8]) -> Slot {
    let weeks = weeks.iter().fold(Weeks::EVERY, |all, week| all.with(*week).unwrap());
    Slot { weeks, ..Slot::new(Weekday::from_index(day).unwrap(), Some(start), Some(end)) }
}

fn listing(slots: Vec<Slot>) -> Listing {
    let mut listing = Listing::named("Sunrise; early, or late".to_owned());
    listing.id = ListingId("list~sunrise".to_owned());
    listing.slots = slots;
    listing.attendance = Attendance::Hybrid;
    for (field, text) in [
        (Field::Group, "Riverbend Group"),
        (Field::Location, "Town Hall"),
        (Field::Address, "1 Main St, Riverbend, NY 10000, USA"),
        (Field::Notes, "Ring twice.\nThen \\ wait."),
        (Field::JoinLink, "https://zoom.example/j/1?a=1,2;3"),
        (Field::DialIn, "+1 555 555 0100"),
    ] {
        listing.set(field, Some(text.to_owned()));
    }
    listing
}

fn written(listing: &Listing, zone: &ZoneTable, now: i64, title: Title<'_>) -> String {
    let mut calendar = Calendar::start(now);
    calendar.add(listing, Clocks { name: Some("America/New_York"), table: zone }, title);
    calendar.finish().unwrap()
}

/// Gives the lines of a file that begin so, unfolded.
fn lines(file: &str, start: &str) -> Vec<String> {
    let unfolded = file.replace("\r\n ", "");
    unfolded.split("\r\n").filter(|line| line.starts_with(start)).map(str::to_owned).collect()
}

const FULL: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Alongside//Directory//EN
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
DTSTART:20250309T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251102T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:28217a8fa58ef75c-SA1410@alongside.invalid
DTSTAMP:20261122T120000Z
DTSTART;TZID=America/New_York:20261128T233000
DTEND;TZID=America/New_York:20261129T003000
RRULE:FREQ=WEEKLY;BYDAY=SA
SUMMARY:Sunrise\\; early\\, or late
LOCATION:Town Hall\\, 1 Main St\\, Riverbend\\, NY 10000\\, USA
DESCRIPTION:https://zoom.example/j/1?a=1\\,2\\;3\\n+1 555 555 0100\\nRing twice
 .\\nThen \\\\ wait.
URL:https://zoom.example/j/1?a=1,2;3
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
";

#[test]
fn a_weekly_meeting_past_midnight_is_written_whole() {
    let file =
        written(&listing(vec![slot(6, 1410, 30, &[])]), &new_york(), at("2026-11-22", 12, 0), Title::Name);
    assert_eq!(file, FULL.replace('\n', "\r\n"));
}

#[test]
fn a_neutral_title_says_nothing_of_what_it_is() {
    let mut row = listing(vec![slot(2, 1110, 1200, &[2, -1]), Slot::new(Weekday::ALL[3], None, None)]);
    let now = at("2026-11-22", 12, 0);
    let file = written(&row, &new_york(), now, Title::Neutral("Busy"));
    let events = "\
BEGIN:VEVENT
UID:28217a8fa58ef75c-TU1110-2-last@alongside.invalid
DTSTAMP:20261122T120000Z
DTSTART;TZID=America/New_York:20261124T183000
DTEND;TZID=America/New_York:20261124T200000
RRULE:FREQ=MONTHLY;BYDAY=2TU,-1TU
SUMMARY:Busy
LOCATION:1 Main St\\, Riverbend\\, NY 10000\\, USA
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
";
    assert_eq!(file.split_once("END:VTIMEZONE\r\n").unwrap().1, events.replace('\n', "\r\n"));
    // An address that holds the group's name tells it.
    row.texts.retain(|(field, _)| *field != Field::Address);
    row.set(Field::Address, Some("RIVERBEND group, 1 Main St".to_owned()));
    assert_eq!(lines(&written(&row, &new_york(), now, Title::Neutral("Busy")), "LOCATION"), [""; 0]);
}

#[test]
fn a_place_is_given_only_where_one_can_go() {
    let mut row = listing(vec![slot(1, 600, 660, &[])]);
    for (attendance, places) in
        [(Attendance::InPerson, 1), (Attendance::Online, 0), (Attendance::Inactive, 0)]
    {
        row.attendance = attendance;
        let file = written(&row, &new_york(), at("2026-11-22", 12, 0), Title::Name);
        assert_eq!(lines(&file, "LOCATION").len(), places, "{attendance:?}");
    }
}

#[test]
fn without_a_time_there_is_no_event_and_no_file() {
    let row = listing(vec![Slot::new(Weekday::ALL[3], None, None)]);
    assert!(!Calendar::has_events(&row) && Calendar::has_events(&listing(vec![slot(1, 600, 660, &[])])));
    let mut calendar = Calendar::start(0);
    calendar.add(&row, Clocks { name: None, table: &ZoneTable::fixed(0) }, Title::Name);
    assert_eq!(calendar.finish(), None);
}

#[test]
fn weeks_are_written_so_that_none_comes_twice() {
    for (weeks, rule) in [
        (&[5][..], "FREQ=MONTHLY;BYDAY=5FR"),
        (&[4, -1], "FREQ=MONTHLY;BYDAY=4FR,5FR"),
        (&[5, -1], "FREQ=MONTHLY;BYDAY=-1FR"),
        (&[1, 2, 3, 4, -1], "FREQ=WEEKLY;BYDAY=FR"),
        (&[1, 2, 3, 4, 5], "FREQ=WEEKLY;BYDAY=FR"),
        (&[1, 3], "FREQ=MONTHLY;BYDAY=1FR,3FR"),
    ] {
        assert_eq!(recurrence(&slot(5, 600, 660, weeks)), format!("RRULE:{rule}"));
    }
    let file =
        written(&listing(vec![slot(5, 600, 660, &[5])]), &new_york(), at("2026-11-22", 12, 0), Title::Name);
    assert_eq!(lines(&file, "DTSTART;"), ["DTSTART;TZID=America/New_York:20270129T100000"]);
}

#[test]
fn a_zone_is_written_once_and_none_where_it_is_not_known() {
    let zone = new_york();
    let mut calendar = Calendar::start(at("2026-11-22", 12, 0));
    for name in [Some("America/New_York"), Some("America/New_York"), None, Some(";\r\n")] {
        calendar.add(&listing(vec![slot(1, 600, 660, &[])]), Clocks { name, table: &zone }, Title::Name);
    }
    let file = calendar.finish().unwrap();
    assert_eq!(file.matches("BEGIN:VTIMEZONE").count(), 1);
    assert_eq!(lines(&file, "DTSTART:20261123T100000").len(), 2, "the clock's time, wherever one is");
}

#[test]
fn a_meeting_in_progress_is_written_from_its_start() {
    let row = listing(vec![slot(6, 1410, 30, &[]), slot(0, 30, 90, &[])]);
    let file = written(&row, &new_york(), at("2026-11-22", 5, 15), Title::Name);
    let starts = lines(&file, "DTSTART;");
    assert_eq!(starts[0], "DTSTART;TZID=America/New_York:20261121T233000");
    assert_eq!(starts[1], "DTSTART;TZID=America/New_York:20261122T003000");
}

#[test]
fn a_night_on_which_clocks_change_moves_no_later_meeting() {
    // 02:30 to 03:15 in the night that has no 02:30, and 01:15 to 02:30 in the one that has 01:15 twice.
    for (day, from, to, times) in [
        ("2027-03-13", 150, 195, ["20270314T023000", "DURATION:PT45M"]),
        ("2026-10-31", 75, 150, ["20261101T011500", "DURATION:PT75M"]),
        ("2026-10-31", 1410, 60, ["20261101T233000", "DTEND;TZID=America/New_York:20261102T010000"]),
    ] {
        let file = written(&listing(vec![slot(0, from, to, &[])]), &new_york(), at(day, 12, 0), Title::Name);
        assert_eq!(lines(&file, "DTSTART;"), [format!("DTSTART;TZID=America/New_York:{}", times[0])]);
        assert!(file.contains(&format!("\r\n{}\r\n", times[1])), "{file}");
    }
}

proptest! {
    #[test]
    fn every_text_is_folded_and_comes_back(text in "\\PC{0,200}|[é漢😀,;\\\\\n\r\t a]{0,120}") {
        let mut out = String::new();
        line(&mut out, &format!("SUMMARY:{}", escaped(&text)));
        prop_assert!(out.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let unfolded = out.replace("\r\n ", "");
        let mut chars = unfolded.strip_prefix("SUMMARY:").unwrap().strip_suffix("\r\n").unwrap().chars();
        let mut back = String::new();
        while let Some(char) = chars.next() {
            back.push(match char {
                '\\' => match chars.next() { Some('n') => '\n', Some(char) => char, None => '?' },
                ',' | ';' => '?',
                char => char,
            });
        }
        let meant = text.trim().replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        prop_assert_eq!(back, meant.replace(|char: char| char.is_control() && char != '\n', ""));
    }

    #[test]
    fn an_event_starts_on_its_day_and_ends_later(
        day in 0u8..7, start in 0u16..1440, length in 1u16..=1440, now in 29_800_000i64..30_300_000
    ) {
        let zone = new_york();
        let slot = Slot { length: Some(length), ..slot(day, start, 0, &[]) };
        let local = local_start(&slot, &zone, now).unwrap();
        prop_assert_eq!((weekday_of(local), local.rem_euclid(DAY)), (slot.day, i64::from(start)));
        let next = slot.occurrence(&zone, now).unwrap();
        prop_assert_eq!(zone.instant(local), next.start);
        let [_, end, _] = times(&slot, &zone, None, now).unwrap();
        // The end that is written is the end that is meant.
        let meant = if zone.instant(local + i64::from(length)) == next.end {
            format!("DTEND:{}", clocks(local + i64::from(length)))
        } else {
            format!("DURATION:PT{length}M")
        };
        prop_assert_eq!(end, meant);
    }

    #[test]
    fn slots_that_differ_have_uids_that_differ_and_stay(
        slots in proptest::collection::hash_set((0u8..7, 0u16..1440, 0u8..6), 1..9), later in 0i64..90
    ) {
        let weeks = [&[][..], &[1], &[2, -1], &[4, 5], &[-1], &[5]];
        let slots: Vec<Slot> =
            slots.iter().map(|(day, start, at)| slot(*day, *start, 0, weeks[usize::from(*at)])).collect();
        let row = listing(slots);
        let now = at("2026-11-22", 12, 0);
        let mut uids = lines(&written(&row, &new_york(), now, Title::Name), "UID:");
        prop_assert_eq!(&uids, &lines(&written(&row, &new_york(), now + later * DAY, Title::Neutral("")), "UID:"));
        uids.sort();
        uids.dedup();
        prop_assert_eq!(uids.len(), row.slots.len());
        prop_assert!(uids.iter().all(|uid| !uid.contains("sunrise")));
    }
}
