//! One thing that a person plans for themselves, as a calendar file.

use crate::ical::{clocks, escaped, line};
use crate::time::{DAY, Date, LocalMinute, UtcMinute, date_of};

/// How long it is taken to last, in minutes.
const LENGTH: i64 = 60;

/// What is wrong with a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPlan {
    /// There is no such day, or it is over.
    Day,
    /// There is no such time, or it is over.
    Time,
}

/// Reads a day (`2026-11-24`) and a time (`18:30`) as fields give them; gives when it begins, if that is still to come.
pub fn begins(day: &str, time: &str, now: LocalMinute) -> Result<LocalMinute, NoPlan> {
    let day = Date::parse(day).filter(|day| *day >= date_of(now)).ok_or(NoPlan::Day)?;
    let minute = minute(time).ok_or(NoPlan::Time)?;
    let start = i64::from(day.days()) * DAY + minute;
    if start < now { Err(NoPlan::Time) } else { Ok(start) }
}

fn minute(time: &str) -> Option<i64> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute) = (hour.parse::<i64>().ok()?, minute.get(..2)?.parse::<i64>().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

/// Writes the file. The time has no zone: it is what the clock shows, wherever the person is then. The event is
/// private, and besides its title nothing says what it is.
pub fn plan(title: &str, start: LocalMinute, now: UtcMinute) -> String {
    let mut file = String::new();
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Alongside//Plan//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        // Two plans for one minute are one: who saves it again with another title has changed it.
        format!("UID:plan-{}@alongside.invalid", clocks(start)),
        format!("DTSTAMP:{}Z", clocks(now)),
        format!("DTSTART:{}", clocks(start)),
        format!("DTEND:{}", clocks(start + LENGTH)),
        format!("SUMMARY:{}", escaped(title)),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    for text in &lines {
        line(&mut file, text);
    }
    file
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 20 November 2026, 10:00.
    fn now() -> LocalMinute {
        i64::from(Date::new(2026, 11, 20).unwrap().days()) * DAY + 600
    }

    #[test]
    fn a_plan_is_one_private_event_at_what_the_clock_shows() {
        let start = begins("2026-11-24", "23:30", now()).unwrap();
        let file = plan("Choir; or, a walk", start, now() + 300);
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Alongside//Plan//EN\r\nBEGIN:VEVENT\r\n\
            UID:plan-20261124T233000@alongside.invalid\r\nDTSTAMP:20261120T150000Z\r\n\
            DTSTART:20261124T233000\r\nDTEND:20261125T003000\r\nSUMMARY:Choir\\; or\\, a walk\r\n\
            CLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn a_day_or_a_time_that_is_none_or_over_is_named() {
        for (day, time, trouble) in [
            ("", "10:00", NoPlan::Day),
            ("2026-02-30", "10:00", NoPlan::Day),
            ("2026-11-19", "23:00", NoPlan::Day),
            ("2026-11-20", "09:59", NoPlan::Time),
            ("2026-11-24", "", NoPlan::Time),
            ("2026-11-24", "24:00", NoPlan::Time),
            ("2026-11-24", "12:60", NoPlan::Time),
            ("2026-11-24", "-1:30", NoPlan::Time),
        ] {
            assert_eq!(begins(day, time, now()), Err(trouble), "{day} {time}");
        }
        assert_eq!(begins("2026-11-20", "10:00", now()), Ok(now()));
        // Some browsers give seconds.
        assert_eq!(begins("2026-11-20", "10:00:00", now()), Ok(now()));
    }

    proptest! {
        #[test]
        fn no_title_breaks_the_file(title in "\\PC{0,200}|.{0,200}|[\r\n,;\\\\]{0,50}", ahead in 0_i64..1_000_000) {
            let file = plan(&title, now() + ahead, now());
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            prop_assert_eq!(file.matches("BEGIN:VEVENT\r\n").count(), 1);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            let whole = file.replace("\r\n ", "");
            prop_assert_eq!(whole.split("\r\n").count(), 13);
        }
    }
}
