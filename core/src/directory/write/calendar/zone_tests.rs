//! Zones are written so that they are right for years, or as far as is known.

use super::tests::{at, new_york};
use super::zone::write_zone;
use crate::time::{UtcMinute, ZoneTable};

fn written(zone: &ZoneTable, now: UtcMinute) -> Vec<String> {
    let mut out = String::new();
    write_zone("Zone", zone, now, &mut out);
    out.lines().map(str::to_owned).collect()
}

/// Gives the changes of a table: each with its date, its hour in UTC and the offset after it.
fn table(first: i32, changes: &[(&str, i64, i32)]) -> ZoneTable {
    ZoneTable::new(first, changes.iter().map(|(day, hour, to)| (at(day, *hour, 0), *to)).collect())
}

/// Gives what tells the parts of a zone: "DAYLIGHT 20260329T010000 +0000 +0100 3;-1SU".
fn parts(zone: &ZoneTable, now: UtcMinute) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for line in &written(zone, now)[2..] {
        match line.split_once(':') {
            Some(("BEGIN", part)) => parts.push(part.to_owned()),
            Some(("END", _)) | None => {}
            Some((_, value)) => {
                let value = value.replace("FREQ=YEARLY;BYMONTH=", "").replace("BYDAY=", "");
                if let Some(part) = parts.last_mut() {
                    part.extend([" ", &value]);
                }
            }
        }
    }
    parts
}

#[test]
fn yearly_rules_are_found_north_and_south() {
    let now = at("2026-11-22", 12, 0);
    // London; the last Sunday of March 2027 and 2028 are the 28th (a fourth) and the 26th (a fourth, too).
    let london = [("2027-03-28", 1, 60), ("2027-10-31", 1, 0), ("2028-03-26", 1, 60), ("2028-10-29", 1, 0)];
    assert_eq!(
        parts(&table(0, &london), now),
        ["DAYLIGHT 20260329T010000 +0000 +0100 3;-1SU", "STANDARD 20261025T020000 +0100 +0000 10;-1SU"]
    );
    let sydney =
        [("2027-04-03", 16, 600), ("2027-10-02", 16, 660), ("2028-04-01", 16, 600), ("2028-09-30", 16, 660)];
    assert_eq!(
        parts(&table(660, &sydney), now),
        ["STANDARD 20260405T030000 +1100 +1000 4;1SU", "DAYLIGHT 20261004T020000 +1000 +1100 10;1SU"]
    );
    let lord_howe =
        [("2027-04-03", 15, 630), ("2027-10-02", 15, 660), ("2028-04-01", 15, 630), ("2028-09-30", 15, 660)];
    let half = parts(&table(660, &lord_howe), now);
    assert_eq!(half[0], "STANDARD 20260405T020000 +1100 +1030 4;1SU");
    assert!(half[1].starts_with("DAYLIGHT 20261004T013000 +1030 +1100"));
    assert_eq!(parts(&new_york(), now).len(), 2);
}

#[test]
fn a_zone_without_changes_has_one_part() {
    assert_eq!(parts(&ZoneTable::fixed(0), 0), ["STANDARD 19700101T000000 +0000 +0000"]);
    assert_eq!(parts(&ZoneTable::fixed(-210), 0), ["STANDARD 19700101T000000 -0330 -0330"]);
}

#[test]
fn changes_without_a_rule_are_written_as_they_are() {
    // As in Morocco, where the clocks follow the moon.
    let moon = [("2027-02-07", 2, 0), ("2027-03-14", 2, 60), ("2028-01-23", 2, 0), ("2028-03-05", 2, 60)];
    let written = parts(&table(60, &moon), at("2026-11-22", 12, 0));
    assert_eq!(written.len(), 5);
    assert_eq!(written[0], "DAYLIGHT 19700101T000000 +0100 +0100");
    assert_eq!(written[1], "STANDARD 20270207T030000 +0100 +0000");
    assert_eq!(written[4], "DAYLIGHT 20280305T020000 +0000 +0100");
}

#[test]
fn a_table_that_is_too_short_makes_no_rule() {
    let one_year = [("2027-03-28", 1, 60), ("2027-10-31", 1, 0)];
    assert_eq!(parts(&table(0, &one_year), at("2026-11-22", 12, 0)).len(), 3);
    // Summer time that has come to an end is not written on.
    let ended = [("2025-03-30", 1, 60), ("2025-10-26", 1, 0), ("2026-03-29", 1, 60), ("2026-10-25", 1, 0)];
    assert_eq!(parts(&table(0, &ended), at("2026-11-22", 12, 0)).len(), 5);
}

#[test]
fn a_rule_that_has_not_begun_is_not_written_for_now() {
    // Summer time begins for the first time in 2027, a year and months from now: today there is none.
    let new = [("2027-03-28", 1, 60), ("2027-10-31", 1, 0), ("2028-03-26", 1, 60), ("2028-10-29", 1, 0)];
    assert_eq!(parts(&table(0, &new), at("2026-05-01", 12, 0)).len(), 5);
}
