//! Loop Habit Tracker's archive of tables: `Habits.csv`, and for each habit `001 Name/Checkmarks.csv`.
//!
//! Source: `HabitsCSVExporter.kt` of iSoron/uhabits, version 2.3. `YES_AUTO` and `UNKNOWN` are what Loop worked out or does not
//! know: nobody said them, so they are no events. The table of all habits at the top isn't read: its names stand there without quotes.

use super::cells::rows;
use super::{Import, LeftOut, Part, Why, id_bytes, start_of};
use crate::records::{EventId, GoalId};
use crate::time::Date;
use crate::tracker::{Amount, Event, Goal, Kind, Schedule, Standing, What};

/// The names of the columns that are read; where they stand doesn't matter.
const NAME: &str = "Name";

/// Reads the archive on the day `today`; `None` if it is none of Loop's.
pub fn loop_habits(parts: &[Part<'_>], today: Date) -> Option<Import> {
    let habits = rows(parts.iter().find(|part| part.path == "Habits.csv")?.text);
    let (titles, habits) = habits.split_first()?;
    titles.iter().find(|title| *title == NAME)?;
    titles.iter().find(|title| title.starts_with("Freq") || *title == "NumRepetitions")?;
    let mut import = Import::default();
    for (at, cells) in habits.iter().enumerate() {
        let cell = |name: &str| {
            let place = titles.iter().position(|title| title == name);
            place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
        };
        read_habit(&mut import, parts, at, &cell, today);
    }
    Some(import)
}

fn read_habit<'a>(
    import: &mut Import,
    parts: &[Part<'_>],
    at: usize,
    cell: &impl Fn(&str) -> &'a str,
    today: Date,
) {
    let (name, unit) = (cell(NAME), cell("Unit"));
    let is_amount = cell("Type").eq_ignore_ascii_case("NUMERICAL");
    let kind = if is_amount {
        let (target, unit) = (Amount::parse(cell("Target Value")).unwrap_or_default(), unit.to_owned());
        if cell("Target Type").eq_ignore_ascii_case("AT_MOST") {
            Kind::AtMost { target, unit, taper: Vec::new() }
        } else {
            Kind::AtLeast { target, unit }
        }
    } else {
        Kind::Do
    };
    let Some(mut goal) = Goal::new(kind, name, today) else {
        let what = (at + 1).to_string();
        return import.left_out.push(LeftOut { goal: String::new(), what, why: Why::NoName });
    };
    let left_out = |what: &str, why| LeftOut { goal: name.to_owned(), what: what.to_owned(), why };
    let id = GoalId::from_random(id_bytes(&["loop", &at.to_string(), name]));
    let number =
        |long: &str, short: &str| cell(long).parse().or_else(|_| cell(short).parse()).unwrap_or(1_u16);
    let (times, days) =
        (number("FrequencyNumerator", "NumRepetitions"), number("FrequencyDenominator", "Interval"));
    let (schedule, is_exact) = schedule(times, days);
    goal.schedule = schedule;
    if !is_exact {
        import.left_out.push(left_out(&format!("{times}/{days}"), Why::OtherSchedule));
    }
    goal.reason =
        [cell("Question"), cell("Description")].into_iter().find(|text| !text.is_empty()).map(str::to_owned);
    goal.order = at as i32;
    let mut last = None;
    let folder = format!("{:03}", at + 1);
    let is_own = |part: &&Part<'_>| {
        let own =
            part.path.strip_suffix("/Checkmarks.csv").and_then(|path| path.strip_prefix(folder.as_str()));
        own.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    match parts.iter().find(is_own) {
        None => import.left_out.push(left_out("", Why::NoDays)),
        Some(part) => {
            for row in rows(part.text).iter().skip(1) {
                let (date, value) =
                    (row.first().map_or("", |cell| cell.trim()), row.get(1).map_or("", |cell| cell.trim()));
                let note = row.get(2).map_or("", |cell| cell.trim());
                let Some(day) = Date::parse(date) else {
                    import.left_out.push(left_out(date, Why::NoDay));
                    continue;
                };
                let said = match said(value, is_amount) {
                    Ok(said) => said,
                    Err(why) => {
                        import.left_out.push(left_out(value, why));
                        continue;
                    }
                };
                let (what, amount) = match said {
                    Some(said) => said,
                    None if note.is_empty() => continue,
                    None => (What::Note, None),
                };
                goal.first_day = goal.first_day.min(day);
                last = last.max(Some(day));
                let event_id = EventId::from_random(id_bytes(&[id.as_str(), date, value, note]));
                let note = (!note.is_empty()).then(|| note.to_owned());
                let event = Event { amount, note, ..Event::new(Some(id.clone()), day, start_of(day), what) };
                import.events.push((event_id, event));
            }
        }
    }
    if cell("Archived?").eq_ignore_ascii_case("true") {
        // Loop doesn't say since when: from the day after the last one that says something.
        goal.standing = Standing::Archived { on: last.map_or(goal.first_day, |last| last.plus_days(1)) };
    }
    import.goals.push((id, goal));
}

/// What somebody said of a day; `None` if nobody did.
fn said(value: &str, is_amount: bool) -> Result<Option<(What, Option<Amount>)>, Why> {
    Ok(Some(match value {
        "YES_AUTO" | "UNKNOWN" | "-1" | "" => return Ok(None),
        "SKIP" => (What::Skipped, None),
        "NO" | "0" if is_amount => (What::Amount, Some(Amount::default())),
        "NO" => (What::NotDone, None),
        // Two thousandths of something, as Loop writes it.
        "YES_MANUAL" if is_amount => (What::Amount, Some(Amount::from_thousandths(2).ok_or(Why::NoValue)?)),
        "YES_MANUAL" => (What::Done, None),
        value if is_amount => {
            let thousandths = value.parse().map_err(|_| Why::NoValue)?;
            (What::Amount, Some(Amount::from_thousandths(thousandths).ok_or(Why::NoValue)?))
        }
        _ => return Err(Why::NoValue),
    }))
}

/// So many times in so many days, and whether that is what it means here.
fn schedule(times: u16, days: u16) -> (Schedule, bool) {
    match (times, days) {
        (times, days) if times >= days => (Schedule::Daily, true),
        (times, 7) => (Schedule::PerWeek(times as u8), true),
        (times, 30 | 31) => (Schedule::PerMonth(times as u8), true),
        (1, days) if days <= 366 => (Schedule::Every(days), true),
        (times, days) => {
            let weekly = (u32::from(times) * 7).div_ceil(u32::from(days.max(1)));
            (Schedule::PerWeek(weekly as u8).within_range(), false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::backup;
    use crate::records::copy::Texts;
    use proptest::prelude::*;

    const HABITS: &str = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?
001,\"Walk, far\",YES_NO,Did you walk?,,1,1,#FF8F00,,,,false
002,Water,NUMERICAL,,Two bottles,3,7,#AB47BC,liters,AT_LEAST,2.5,false
003,Old,YES_NO,,,2,5,#AB47BC,,,,true
004,,YES_NO,,,1,1,#AB47BC,,,,false
";
    const WALK: &str = "Date,Value,Notes
2026-01-05,YES_MANUAL,\"Rain, \"\"cold\"\"\"
2026-01-04,NO,
2026-01-03,SKIP,
2026-01-02,YES_AUTO,
2026-01-01,UNKNOWN,Ill
tomorrow,NO,
2026-01-06,MAYBE,
";
    const WATER: &str = "Date,Value,Notes\n2026-01-05,2500,\n2026-01-04,NO,\n2026-01-03,SKIP,\n2026-01-02,x,\n2026-01-01,YES_MANUAL,\n2025-12-31,YES_AUTO,\n";
    const OLD: &str = "Date,Value,Notes\n2025-11-05,YES_MANUAL,\n";

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn archive() -> [Part<'static>; 5] {
        [
            ("Habits.csv", HABITS),
            ("Checkmarks.csv", "Date,Walk, far,Water,Old,\n"),
            ("001 Walk far/Checkmarks.csv", WALK),
            ("002 Water/Checkmarks.csv", WATER),
            ("003 Old/Checkmarks.csv", OLD),
        ]
        .map(|(path, text)| Part { path, text })
    }

    fn read() -> Import {
        loop_habits(&archive(), date("2026-01-07")).unwrap()
    }

    #[test]
    fn habits_become_goals_and_what_was_said_of_a_day_an_event() {
        let import = read();
        let [walk, water, old] = import.goals.iter().map(|(_, goal)| goal).collect::<Vec<_>>()[..] else {
            panic!()
        };
        assert_eq!(
            (walk.name.as_str(), &walk.kind, walk.first_day),
            ("Walk, far", &Kind::Do, date("2026-01-01"))
        );
        assert_eq!(walk.reason.as_deref(), Some("Did you walk?"));
        let liters = Kind::AtLeast { target: Amount::parse("2.5").unwrap(), unit: "liters".to_owned() };
        assert_eq!((&water.kind, water.schedule), (&liters, Schedule::PerWeek(3)));
        assert_eq!(
            (old.standing, old.schedule),
            (Standing::Archived { on: date("2025-11-06") }, Schedule::PerWeek(3))
        );
        let days = |at: usize| -> Vec<_> {
            let own =
                import.events.iter().filter(|(_, event)| event.goal.as_ref() == Some(&import.goals[at].0));
            own.map(|(_, event)| (event.day.ymd().2, event.what, event.amount, event.note.as_deref()))
                .collect()
        };
        assert_eq!(
            days(0),
            [
                (5, What::Done, None, Some("Rain, \"cold\"")),
                (4, What::NotDone, None, None),
                (3, What::Skipped, None, None),
                (1, What::Note, None, Some("Ill")),
            ]
        );
        assert_eq!(
            days(1),
            [
                (5, What::Amount, Amount::parse("2.5"), None),
                (4, What::Amount, Some(Amount::default()), None),
                (3, What::Skipped, None, None),
                (1, What::Amount, Amount::parse("0.002"), None),
            ]
        );
    }

    #[test]
    fn what_was_not_read_is_said_with_the_reason() {
        let import = read();
        let left_out: Vec<_> =
            import.left_out.iter().map(|one| (one.goal.as_str(), one.what.as_str(), one.why)).collect();
        assert_eq!(
            left_out,
            [
                ("Walk, far", "tomorrow", Why::NoDay),
                ("Walk, far", "MAYBE", Why::NoValue),
                ("Water", "x", Why::NoValue),
                ("Old", "2/5", Why::OtherSchedule),
                ("", "4", Why::NoName),
            ]
        );
        let alone = loop_habits(&archive()[..1], date("2026-01-07")).unwrap();
        assert_eq!(alone.left_out.iter().filter(|one| one.why == Why::NoDays).count(), 3);
        assert_eq!(loop_habits(&archive()[1..], date("2026-01-07")), None);
    }

    #[test]
    fn the_same_archive_a_second_time_changes_nothing() {
        let first = backup::write(&read().texts(), date("2026-01-07"), "0").text;
        let Ok(backup::File::Backup(backup)) = backup::read(first.as_bytes()) else { panic!() };
        let empty = backup::preview(&backup, &Texts::new());
        assert_eq!(backup::changes(&empty, backup::Ticked::default()), 3 + 9);
        let kept: Texts = backup::restore(&empty, backup::Ticked::default())
            .writes
            .into_iter()
            .map(|(key, text)| (key.to_string(), text))
            .collect();
        let again = loop_habits(&archive(), date("2026-02-01")).unwrap();
        assert_eq!(again, read());
        assert_eq!(backup::changes(&backup::preview(&backup, &kept), backup::Ticked::default()), 0);
    }

    proptest! {
        #[test]
        fn any_tables_are_read_or_left_out(habits in "(Position,Name,Type,Freq\n)?[0-9a-zA-Z,\"\n]{0,80}", days in "[-0-9A-Z_,\"\n]{0,80}") {
            let parts = [Part { path: "Habits.csv", text: &habits }, Part { path: "001 a/Checkmarks.csv", text: &days }];
            let one = loop_habits(&parts, date("2026-01-07"));
            prop_assert_eq!(&one, &loop_habits(&parts, date("2026-01-07")));
        }
    }
}
