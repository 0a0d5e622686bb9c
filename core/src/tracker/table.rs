//! Goals and days as a table that spreadsheets open: a copy to look at, which can't be brought back as a backup can.

use std::collections::BTreeMap;

use super::log::corrected;
use super::{Amount, Event, Goal, Kind, What};
use crate::directory::write::line;
use crate::records::{EventId, GoalId};

const HEADINGS: [&str; 9] =
    ["Goal", "Kind", "First day", "Ended on", "Day", "What", "Amount", "Unit", "Note"];

/// Writes every goal in the order given with its days, oldest first, then what is the person's own. A goal without days has a row
/// all the same. Of several states of a day the one that holds is written, and no amount that another one corrects.
pub fn table(goals: &[(GoalId, Goal)], events: &[(EventId, Event)]) -> String {
    // The mark tells spreadsheets that it is UTF-8.
    let mut out = String::from("\u{feff}");
    line(HEADINGS.iter().map(|&heading| heading.to_owned()), &mut out);
    let mut days = holding(events);
    for (id, goal) in goals {
        let own = days.remove(&Some(id)).unwrap_or_default();
        if own.is_empty() {
            line(row(Some(goal), None).into_iter(), &mut out);
        }
        for event in own {
            line(row(Some(goal), Some(event)).into_iter(), &mut out);
        }
    }
    for event in days.remove(&None).unwrap_or_default() {
        line(row(None, Some(event)).into_iter(), &mut out);
    }
    out
}

/// Gives the events that hold, by goal, in the order of their days.
fn holding(events: &[(EventId, Event)]) -> BTreeMap<Option<&GoalId>, Vec<&Event>> {
    let corrected = corrected(events.iter().map(|(id, event)| (id, event)));
    // What is the person's own and what isn't a state stands for itself; of states the last one does.
    let mut sorted = BTreeMap::new();
    for (id, event) in events {
        if event.what == What::Amount && corrected.contains(id) {
            continue;
        }
        let is_state = matches!(event.what, What::Done | What::NotDone | What::Skipped | What::Cleared);
        let own = (!is_state || event.goal.is_none()).then_some((event.at, id));
        let (rank, held) = ((event.at, id), (event.goal.as_ref(), event.day, own));
        let is_later = sorted.get(&held).is_none_or(|(other, _): &((i64, &EventId), &Event)| *other < rank);
        if is_later {
            sorted.insert(held, (rank, event));
        }
    }
    let mut by_goal: BTreeMap<Option<&GoalId>, Vec<&Event>> = BTreeMap::new();
    for ((goal, ..), (_, event)) in sorted {
        if event.what != What::Cleared {
            by_goal.entry(goal).or_default().push(event);
        }
    }
    by_goal
}

fn row(goal: Option<&Goal>, event: Option<&Event>) -> [String; 9] {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let (kind, unit) = goal.map_or(("", ""), |goal| kind(&goal.kind));
    [
        text(goal.map(|goal| goal.name.as_str())),
        kind.to_owned(),
        goal.map(|goal| goal.first_day.to_string()).unwrap_or_default(),
        goal.and_then(|goal| goal.standing.ended_on()).map(|day| day.to_string()).unwrap_or_default(),
        event.map(|event| event.day.to_string()).unwrap_or_default(),
        text(event.map(|event| what(event.what))),
        event.and_then(|event| event.amount).map(decimal).unwrap_or_default(),
        if event.is_some_and(|event| event.amount.is_some()) { unit.to_owned() } else { String::new() },
        text(event.and_then(|event| event.note.as_deref())),
    ]
}

fn kind(kind: &Kind) -> (&'static str, &str) {
    match kind {
        Kind::Do => ("do", ""),
        Kind::AtLeast { unit, .. } => ("at least", unit),
        Kind::AtMost { unit, .. } => ("at most", unit),
        Kind::TimeSince => ("time since", ""),
        Kind::Attend { .. } => ("meetings", ""),
        Kind::OneOff { .. } => ("once", ""),
    }
}

fn what(what: What) -> &'static str {
    match what {
        What::Done => "done",
        What::NotDone => "not done",
        What::Skipped => "skipped",
        What::Cleared => "",
        What::Lapse => "lapse",
        What::RunStart => "new run",
        What::Note => "note",
        What::Amount => "amount",
        What::CheckIn => "check-in",
        What::Coped => "skill",
    }
}

/// With a point, and no more decimals than it has.
fn decimal(amount: Amount) -> String {
    let (whole, rest) = (amount.thousandths() / 1000, amount.thousandths() % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = (rest + 1000).to_string();
    [&whole.to_string(), ".", digits[1..].trim_end_matches('0')].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::write::starts_a_formula;
    use crate::time::Date;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn goal_id(number: u8) -> GoalId {
        GoalId::from_random([number; 10])
    }

    fn event(number: u8, goal: Option<u8>, day: &str, what: What) -> (EventId, Event) {
        let event = Event::new(goal.map(goal_id), date(day), i64::from(number), what);
        (EventId::from_random([number; 10]), event)
    }

    #[test]
    fn each_day_has_the_state_that_holds_and_no_amount_that_was_corrected() {
        let first = date("2026-01-01");
        let walk = Goal::new(Kind::Do, "Walk, \"far\"", first).unwrap();
        let water = Kind::AtLeast { target: Amount::whole(2), unit: "liters".to_owned() };
        let water = Goal::new(water, "Water", first).unwrap();
        let (mut wrong, mut right) =
            (event(4, Some(2), "2026-01-02", What::Amount), event(5, Some(2), "2026-01-02", What::Amount));
        wrong.1.amount = Amount::parse("20");
        right.1.amount = Amount::parse("2.05");
        right.1.corrects = Some(wrong.0.clone());
        // One that names itself counts, here as in the goal's numbers.
        let mut own = event(9, Some(2), "2026-01-03", What::Amount);
        (own.1.amount, own.1.corrects) = (Amount::parse("1"), Some(own.0.clone()));
        let events = [
            event(3, Some(1), "2026-01-03", What::Skipped),
            event(2, Some(1), "2026-01-02", What::Done),
            event(1, Some(1), "2026-01-02", What::NotDone),
            event(6, Some(1), "2026-01-04", What::Done),
            event(7, Some(1), "2026-01-04", What::Cleared),
            wrong,
            right,
            own,
            event(8, None, "2026-01-05", What::CheckIn),
        ];
        let rest = Goal::new(Kind::TimeSince, "Rest", first).unwrap();
        let text = table(&[(goal_id(1), walk), (goal_id(2), water), (goal_id(3), rest)], &events);
        let lines = [
            "\u{feff}\"Goal\",\"Kind\",\"First day\",\"Ended on\",\"Day\",\"What\",\"Amount\",\"Unit\",\"Note\"",
            r#""Walk, ""far""","do","2026-01-01","","2026-01-02","done","","","""#,
            r#""Walk, ""far""","do","2026-01-01","","2026-01-03","skipped","","","""#,
            r#""Water","at least","2026-01-01","","2026-01-02","amount","2.05","liters","""#,
            r#""Water","at least","2026-01-01","","2026-01-03","amount","1","liters","""#,
            r#""Rest","time since","2026-01-01","","","","","","""#,
            r#""","","","","2026-01-05","check-in","","","""#,
        ];
        assert_eq!(text, lines.map(|line| line.to_owned() + "\r\n").concat());
    }

    /// Reads what a spreadsheet would: cells in quotes, a quote in one doubled.
    fn cells(text: &str) -> Vec<String> {
        let mut cells = Vec::new();
        let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
        while let Some(letter) = letters.next() {
            if letter != '"' {
                continue;
            }
            let mut cell = String::new();
            while let Some(letter) = letters.next() {
                if letter == '"' && letters.next_if_eq(&'"').is_none() {
                    break;
                }
                cell.push(letter);
            }
            cells.push(cell);
        }
        cells
    }

    proptest! {
        #[test]
        fn no_cell_is_run_no_word_is_lost_and_the_order_of_events_does_not_matter(
            name in "[=+@\t\r' -]{0,3}[a-z,\"\n＝]{1,8}", note in "[=+@'-]{1,3}.{0,8}", turn in 0_usize..3,
        ) {
            let mut goal = Goal::new(Kind::Do, "x", date("2026-01-01")).unwrap();
            goal.name.clone_from(&name);
            let mut events = vec![
                event(1, Some(1), "2026-01-02", What::NotDone),
                event(2, Some(1), "2026-01-02", What::Done),
                event(3, Some(1), "2026-01-03", What::Note),
            ];
            events[2].1.note = Some(note.clone());
            let goals = [(goal_id(1), goal)];
            let one = table(&goals, &events);
            let cells = cells(&one);
            prop_assert_eq!(cells.len(), 3 * HEADINGS.len());
            prop_assert!(!cells.iter().any(|cell| cell.starts_with(starts_a_formula)), "{}", one);
            prop_assert!(cells[9].ends_with(&name) && cells[26].ends_with(&note));
            events.rotate_left(turn);
            prop_assert_eq!(table(&goals, &events), one);
        }
    }
}
