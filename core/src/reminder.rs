//! A reminder for the person's own calendar (iCalendar, RFC 5545): it comes again, says a word that they chose, and
//! nothing else. Its times are those of the clock wherever the person is, so they have no zone.

use crate::ical::{DAY_CODES, clocks, escaped, line};
use crate::time::{DAY, Date, LocalMinute, UtcMinute};
use crate::tracker::{Goal, Kind, Schedule, Weekdays};

/// How often a reminder comes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comes {
    /// On one day.
    Once(Date),
    /// On these days of each week.
    Weekly(Weekdays),
    /// Once in so many days, counted from a day on which it comes.
    Every(u16, Date),
}

impl Comes {
    /// Each day.
    pub fn daily() -> Comes {
        Comes::Every(1, Date::from_days(0))
    }

    /// When a goal would be thought of: on the days it is planned. Each day where only how often is planned.
    pub fn of(goal: &Goal) -> Comes {
        match (&goal.kind, goal.schedule) {
            (Kind::OneOff { due: Some(due), .. }, _) => Comes::Once(*due),
            (_, Schedule::Weekdays(days)) => Comes::Weekly(days),
            (_, Schedule::Every(days)) => Comes::Every(days.max(1), goal.first_day),
            (_, Schedule::Daily | Schedule::PerWeek(_) | Schedule::PerMonth(_)) => Comes::daily(),
        }
    }

    /// Gives the first day from `today` on; nothing if it is over.
    pub fn next(self, today: Date) -> Option<Date> {
        match self {
            Comes::Once(day) => (day >= today).then_some(day),
            Comes::Weekly(days) => (0..7).map(|add| today.plus_days(add)).find(|day| days.has(day.weekday())),
            Comes::Every(days, from) => {
                let gone = i64::from(today.days_since(from)).rem_euclid(i64::from(days.max(1)));
                let wait = (i64::from(days.max(1)) - gone) % i64::from(days.max(1));
                Some(if from > today { from } else { today.plus_days(wait as i32) })
            }
        }
    }

    fn rule(self) -> Option<String> {
        match self {
            Comes::Once(_) => None,
            Comes::Weekly(days) => {
                let codes: Vec<&str> =
                    days.days().filter_map(|day| DAY_CODES.get(usize::from(day.index())).copied()).collect();
                Some(format!("RRULE:FREQ=WEEKLY;BYDAY={}", codes.join(",")))
            }
            Comes::Every(0 | 1, _) => Some("RRULE:FREQ=DAILY".to_owned()),
            Comes::Every(days, _) => Some(format!("RRULE:FREQ=DAILY;INTERVAL={days}")),
        }
    }
}

/// Writes a reminder at `minute` of the day, or gives nothing if it would never come.
///
/// `id` tells it from others of this person, so that a calendar takes a new file for the same one: a random id of a
/// record, or a fixed word. `title` is what the calendar shows. `now` is when it is written, `today` the person's day.
pub fn write(
    id: &str,
    title: &str,
    comes: Comes,
    minute: u16,
    (now, today): (UtcMinute, Date),
) -> Option<String> {
    let start: LocalMinute = i64::from(comes.next(today)?.days()) * DAY + i64::from(minute % 1_440);
    let title = escaped(title);
    let id: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut file = String::new();
    for text in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Alongside//Reminder//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:reminder-{id}@alongside.invalid"),
        format!("DTSTAMP:{}Z", clocks(now)),
        format!("DTSTART:{}", clocks(start)),
        "DURATION:PT15M".to_owned(),
    ] {
        line(&mut file, &text);
    }
    if let Some(rule) = comes.rule() {
        line(&mut file, &rule);
    }
    for text in [
        format!("SUMMARY:{title}"),
        "CLASS:PRIVATE".to_owned(),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:PT0M".to_owned(),
        format!("DESCRIPTION:{title}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ] {
        line(&mut file, &text);
    }
    Some(file)
}

/// Reads a time of day as a field gives it, `18:05`, in minutes.
pub fn minute_of(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Weekday;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn days(indices: &[u8]) -> Weekdays {
        Weekdays::new(indices.iter().copied().filter_map(Weekday::from_index)).unwrap()
    }

    fn written(comes: Comes, title: &str) -> String {
        let now = i64::from(date("2026-11-24").days()) * DAY + 600;
        write("abc-1", title, comes, 18 * 60 + 5, (now, date("2026-11-24"))).unwrap()
    }

    #[test]
    fn it_says_when_and_the_word_and_nothing_else() {
        let file = written(Comes::daily(), "Time; for me");
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Alongside//Reminder//EN\r\nBEGIN:VEVENT\r\n\
            UID:reminder-abc1@alongside.invalid\r\nDTSTAMP:20261124T100000Z\r\nDTSTART:20261124T180500\r\n\
            DURATION:PT15M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Time\\; for me\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n\
            BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0M\r\nDESCRIPTION:Time\\; for me\r\nEND:VALARM\r\nEND:VEVENT\r\n\
            END:VCALENDAR\r\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn it_begins_on_the_next_day_on_which_it_comes() {
        // 2026-11-24 is a Tuesday.
        for (comes, start, rule) in [
            (Comes::Weekly(days(&[1, 4])), "20261126", Some("FREQ=WEEKLY;BYDAY=MO,TH")),
            (Comes::Weekly(days(&[2])), "20261124", Some("FREQ=WEEKLY;BYDAY=TU")),
            (Comes::Every(3, date("2026-11-20")), "20261126", Some("FREQ=DAILY;INTERVAL=3")),
            (Comes::Every(3, date("2026-12-20")), "20261220", Some("FREQ=DAILY;INTERVAL=3")),
            (Comes::Every(0, date("2026-11-20")), "20261124", Some("FREQ=DAILY")),
            (Comes::Once(date("2027-02-28")), "20270228", None),
        ] {
            let file = written(comes, "x");
            assert!(file.contains(&format!("DTSTART:{start}T180500\r\n")), "{comes:?} {file}");
            assert_eq!(file.lines().find_map(|line| line.strip_prefix("RRULE:")), rule, "{comes:?}");
        }
        let over = Comes::Once(date("2026-11-23"));
        assert_eq!(write("a", "x", over, 0, (0, date("2026-11-24"))), None);
    }

    #[test]
    fn a_goal_is_thought_of_on_the_days_it_is_planned() {
        let mut goal = Goal::new(Kind::Do, "Walk", date("2026-11-20")).unwrap();
        assert_eq!(Comes::of(&goal), Comes::daily());
        goal.schedule = Schedule::Weekdays(days(&[1, 3]));
        assert_eq!(Comes::of(&goal), Comes::Weekly(days(&[1, 3])));
        goal.schedule = Schedule::Every(4);
        assert_eq!(Comes::of(&goal), Comes::Every(4, date("2026-11-20")));
        goal.schedule = Schedule::PerWeek(3);
        assert_eq!(Comes::of(&goal), Comes::daily());
        goal.kind = Kind::OneOff { steps: Vec::new(), due: Some(date("2027-01-01")) };
        assert_eq!(Comes::of(&goal), Comes::Once(date("2027-01-01")));
    }

    #[test]
    fn a_time_of_day_is_read_and_nothing_else() {
        assert_eq!((minute_of("18:05"), minute_of("00:00")), (Some(1085), Some(0)));
        for wrong in ["", "24:00", "12:60", "noon", "7", "-1:00"] {
            assert_eq!(minute_of(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_word_breaks_the_file(title in ".{0,200}", id in ".{0,20}", minute in any::<u16>(), every in any::<u16>(), from in -800_000..800_000_i64) {
            let comes = Comes::Every(every, Date::from_days(from));
            let file = write(&id, &title, comes, minute, (0, Date::from_days(20_000))).unwrap();
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            let known = ["BEGIN:", "END:", "UID:", "DTSTAMP:", "DTSTART:", "DURATION:", "RRULE:", "SUMMARY:", "CLASS:", "TRANSP:", "ACTION:", "TRIGGER:", "DESCRIPTION:", "VERSION:", "PRODID:", " "];
            prop_assert!(file.trim_end().split("\r\n").all(|line| known.iter().any(|known| line.starts_with(known))), "{}", file);
        }

        #[test]
        fn the_next_day_is_one_on_which_it_comes(every in 1..400_u16, from in 0..40_000_i64, today in 0..40_000_i64) {
            let (from, today) = (Date::from_days(from), Date::from_days(today));
            let next = Comes::Every(every, from).next(today).unwrap();
            prop_assert!(next >= today && next >= from);
            prop_assert_eq!(next.days_since(from) % i32::from(every), 0);
            prop_assert!(next == from || next.days_since(today) < i32::from(every));
        }
    }
}
