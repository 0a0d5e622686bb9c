//! Three apps that count the time since somebody stopped, each with a JSON file of its own.
//!
//! Sources, read in October and November 2026: `settings_page.dart`, `addiction_provider.dart` and `entry.dart` of
//! brandonp2412/Quitter; `grove_models.dart` and `grove_model.dart` of resurrectdev1/Grove; `AddictionSerializer.kt` of
//! KiARC/Sobriety. No file that a person exported was at hand.

use super::{Import, LeftOut, Why, id_bytes, start_of};
use crate::json::Node;
use crate::records::{EventId, GoalId};
use crate::time::Date;
use crate::tracker::{Amount, Cost, Currency, Event, Goal, Kind, Standing, What};

/// Reads the text of a file on the day `today`, where the clock is so many minutes ahead of UTC; `None` if it is of none
/// of the three.
pub fn sobriety_json(text: &str, today: Date, offset_minutes: i32) -> Option<Import> {
    let text = text.trim_start_matches('\u{feff}');
    let node = Node::parse(text).ok()?;
    match &node {
        Node::List(_) => kiarc(&node, today, offset_minutes),
        Node::Object(_) => grove(&node, today).or_else(|| quitter(&node, today)),
        _ => None,
    }
}

/// The civil day that a text such as `2026-11-20T08:30:00.000` begins with.
fn day_of(text: &str) -> Option<Date> {
    Date::parse(text.get(..10)?)
}

fn day_in(node: &Node<'_>, key: &str) -> Option<Date> {
    day_of(node.get(key)?.text()?)
}

fn pairs<'n, 'a>(node: Option<&'n Node<'a>>) -> Vec<(&'n str, &'n Node<'a>)> {
    match node {
        Some(Node::Object(pairs)) => pairs.iter().map(|(key, value)| (&**key, value)).collect(),
        _ => Vec::new(),
    }
}

/// Collects one goal with its events.
struct Making<'i> {
    import: &'i mut Import,
    id: GoalId,
    goal: Goal,
}

impl<'i> Making<'i> {
    fn start(
        import: &'i mut Import,
        app: &str,
        at: usize,
        kind: Kind,
        name: &str,
        first: Date,
    ) -> Option<Making<'i>> {
        let id = GoalId::from_random(id_bytes(&[app, &at.to_string(), name]));
        let Some(mut goal) = Goal::new(kind, name, first) else {
            import.left_out.push(LeftOut {
                goal: String::new(),
                what: (at + 1).to_string(),
                why: Why::NoName,
            });
            return None;
        };
        goal.order = i32::try_from(at).unwrap_or(i32::MAX);
        Some(Making { import, id, goal })
    }

    /// Adds an event; of two on one day the one with the greater `later` is taken to have come later.
    fn add(&mut self, day: Date, later: i64, what: What, note: &str) {
        let note = Some(note.trim()).filter(|note| !note.is_empty()).map(str::to_owned);
        let said = note.as_deref().unwrap_or_default();
        let parts = [self.id.as_str(), &day.to_string(), &later.to_string(), &format!("{what:?}"), said];
        let id = EventId::from_random(id_bytes(&parts));
        let event = Event { note, ..Event::new(Some(self.id.clone()), day, start_of(day) + later, what) };
        self.import.events.push((id, event));
        self.goal.first_day = self.goal.first_day.min(day);
    }

    fn leave_out(&mut self, what: &str, why: Why) {
        let goal = self.goal.name.clone();
        self.import.left_out.push(LeftOut { goal, what: what.to_owned(), why });
    }

    fn finish(self) {
        self.import.goals.push((self.id, self.goal));
    }
}

/// Grove: `{"trees": [{"name", "startDate", "lastReset", "relapses", "mode", "checkInDays", "nullDays", …}]}`. Days that it
/// calls null were excused: they are skipped here.
fn grove(node: &Node<'_>, today: Date) -> Option<Import> {
    let trees = node.get("trees")?.items();
    let mut import = Import::default();
    for (at, tree) in trees.into_iter().enumerate() {
        let name = tree.get("name").and_then(Node::text).unwrap_or_default();
        let is_check_in = tree.get("mode").and_then(Node::number) == Some(1.0);
        let kind = if is_check_in { Kind::Do } else { Kind::TimeSince };
        let start = day_in(tree, "startDate");
        let Some(mut making) = Making::start(&mut import, "grove", at, kind, name, start.unwrap_or(today))
        else {
            continue;
        };
        if start.is_none() {
            making.leave_out("startDate", Why::NoDay);
        }
        let days = |key: &str| tree.get(key).map(Node::items).unwrap_or_default();
        let mut last_lapse = None;
        for relapse in days("relapses") {
            let note = relapse.get("reason").and_then(Node::text).unwrap_or_default();
            match day_in(relapse, "timestamp") {
                Some(day) => {
                    making.add(day, 0, What::Lapse, note);
                    making.add(day, 1, What::RunStart, "");
                    last_lapse = last_lapse.max(Some(day));
                }
                None => making.leave_out("timestamp", Why::NoDay),
            }
        }
        // It was set back without a word: the time counts from there.
        if let Some(reset) =
            day_in(tree, "lastReset").filter(|reset| !is_check_in && last_lapse < Some(*reset))
            && last_lapse.is_none()
        {
            making.goal.first_day = reset;
        }
        let notes = pairs(tree.get("checkInNotes"));
        for (key, what) in [("checkInDays", What::Done), ("nullDays", What::Skipped)] {
            for day in days(key) {
                let text = day.text().unwrap_or_default();
                let Some(date) = day_of(text) else {
                    making.leave_out(text, Why::NoDay);
                    continue;
                };
                let note = notes.iter().find(|(key, _)| day_of(key) == Some(date));
                making.add(date, 0, what, note.and_then(|(_, note)| note.text()).unwrap_or_default());
            }
        }
        making.finish();
    }
    Some(import)
}

/// KiARC's Sobriety: a list of `{"name", "status", "history": {start: end}, "daily_notes": {day: text}, …}`, where start and
/// end are milliseconds and an end of 0 is none yet.
fn kiarc(node: &Node<'_>, today: Date, offset_minutes: i32) -> Option<Import> {
    let items = node.items();
    let is_own =
        |item: &&Node<'_>| matches!(item.get("history"), Some(Node::Object(_))) && item.get("name").is_some();
    if items.is_empty() || !items.iter().all(is_own) {
        return None;
    }
    let day = |node: &Node<'_>| {
        let ms = node.text()?.parse::<i64>().ok()?;
        let local = ms.checked_add(i64::from(offset_minutes) * 60_000)?;
        (ms > 0).then(|| Date::from_days(local.div_euclid(86_400_000)))
    };
    let mut import = Import::default();
    for (at, item) in items.into_iter().enumerate() {
        let name = item.get("name").and_then(Node::text).unwrap_or_default();
        let status = item.get("status").and_then(Node::text).unwrap_or_default();
        let mut attempts = Vec::new();
        let mut unread = Vec::new();
        for (start, end) in pairs(item.get("history")) {
            match day(&Node::Number(start)) {
                Some(start) => attempts.push((start, day(end))),
                None => unread.push(start.to_owned()),
            }
        }
        attempts.sort_unstable();
        let first = attempts.first().map_or(today, |(start, _)| *start);
        let Some(mut making) = Making::start(&mut import, "kiarc", at, Kind::TimeSince, name, first) else {
            continue;
        };
        for start in unread {
            making.leave_out(&start, Why::NoDay);
        }
        let count = attempts.len();
        for (place, (start, end)) in attempts.into_iter().enumerate() {
            if place > 0 {
                making.add(start, 1, What::RunStart, "");
            }
            match end {
                // Who stopped trying for now had no lapse that day.
                Some(end) if place + 1 == count && status == "Stopped" => {
                    making.goal.standing = Standing::Stopped { on: end };
                }
                Some(end) => making.add(end, 0, What::Lapse, ""),
                None => {}
            }
        }
        for (date, note) in pairs(item.get("daily_notes")) {
            match Date::parse(date) {
                Some(date) => making.add(date, 2, What::Note, note.text().unwrap_or_default()),
                None => making.leave_out(date, Why::NoDay),
            }
        }
        making.goal.cost = cost(item);
        making.finish();
    }
    Some(import)
}

/// What a day was worth: the first saving with a number, and the time.
fn cost(item: &Node<'_>) -> Option<Cost> {
    let money = pairs(item.get("savings")).into_iter().find_map(|(_, pair)| {
        let amount = Amount::parse(pair.get("first")?.text()?)?;
        Some((amount, pair.get("second").and_then(Node::text).and_then(Currency::parse)))
    });
    let time = item.get("time_saving").and_then(Node::text).unwrap_or_default();
    let (hours, minutes) = time.get(..5).and_then(|time| time.split_once(':')).unwrap_or_default();
    let minutes =
        hours.parse::<u16>().unwrap_or(0).min(24) * 60 + minutes.parse::<u16>().unwrap_or(0).min(59);
    let (per_day, currency) = money.unwrap_or_default();
    let cost = Cost { per_day, currency, minutes_per_day: minutes.min(24 * 60) };
    (cost != Cost::default()).then_some(cost)
}

/// What Quitter counts, by its key, with the substance of ours that it is about.
const QUITTER: [(&str, &str); 28] = [
    ("smoking", ""),
    ("vaping", ""),
    ("alcohol", "alcohol"),
    ("opioids", "opioids"),
    ("heroin", "opioids"),
    ("nicotine_pouches", ""),
    ("social_media", ""),
    ("pornography", ""),
    ("marijuana", ""),
    ("cocaine", ""),
    ("meth", ""),
    ("benzos", "benzodiazepines"),
    ("adderall", ""),
    ("ssri", ""),
    ("snri", ""),
    ("tca", ""),
    ("maoi", ""),
    ("nitrous_oxide", ""),
    ("kratom", ""),
    ("gabapentinoids", "gabapentinoids"),
    ("ghb", "ghb-gbl"),
    ("ketamine", ""),
    ("inhalants", ""),
    ("synthetic_cannabinoids", ""),
    ("mdma", ""),
    ("steroids", ""),
    ("fentanyl", "opioids"),
    ("smokeless_tobacco", ""),
];

/// Quitter: an object of everything it keeps: a day for each of its kinds, `entries` and `custom_names` as JSON in a text,
/// `journal_<day>` as texts. Of earlier attempts it keeps lengths without days: these can't be read.
fn quitter(node: &Node<'_>, today: Date) -> Option<Import> {
    let date = |key: &str| day_of(node.get(key)?.text()?);
    let text = |key: &str| node.get(key).and_then(Node::text).unwrap_or_default();
    let entries = Node::parse(text("entries")).ok();
    let journal: Vec<(Date, &str)> = pairs(Some(node))
        .into_iter()
        .filter_map(|(key, value)| Some((day_of(key.strip_prefix("journal_")?)?, value.text()?)))
        .collect();
    let known = QUITTER.iter().filter(|(key, _)| date(key).is_some()).count();
    if known == 0 && entries.is_none() && journal.is_empty() {
        return None;
    }
    let names = Node::parse(text("custom_names")).ok();
    let past = Node::parse(text("days")).ok();
    let mut import = Import::default();
    let mut at = 0;
    for (key, substance) in QUITTER {
        let Some(day) = date(key) else { continue };
        let own = names.as_ref().and_then(|names| names.get(key)).and_then(Node::text);
        let plain = key.replace('_', " ");
        let name = own.unwrap_or(&plain);
        let Some(mut making) = Making::start(&mut import, "quitter", at, Kind::TimeSince, name, day) else {
            continue;
        };
        making.goal.substance = Some(substance).filter(|id| !id.is_empty()).map(str::to_owned);
        let lengths = past.as_ref().and_then(|past| past.get(key)).map(Node::items).unwrap_or_default();
        for length in lengths {
            making.leave_out(length.text().unwrap_or_default(), Why::NoDay);
        }
        making.finish();
        at += 1;
    }
    for entry in entries.as_ref().map(Node::items).unwrap_or_default() {
        let name = entry.get("title").and_then(Node::text).unwrap_or_default();
        let day = day_in(entry, "quitDate");
        if let Some(mut making) =
            Making::start(&mut import, "quitter", at, Kind::TimeSince, name, day.unwrap_or(today))
        {
            if day.is_none() {
                making.leave_out("quitDate", Why::NoDay);
            }
            for length in entry.get("daysAchieved").map(Node::items).unwrap_or_default() {
                making.leave_out(length.text().unwrap_or_default(), Why::NoDay);
            }
            making.finish();
        }
        at += 1;
    }
    for (day, words) in journal {
        let words = words.trim();
        if !words.is_empty() {
            let id = EventId::from_random(id_bytes(&["quitter journal", &day.to_string(), words]));
            let note = Some(words.to_owned());
            import.events.push((id, Event { note, ..Event::new(None, day, start_of(day), What::CheckIn) }));
        }
    }
    (!import.goals.is_empty() || !import.events.is_empty()).then_some(import)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracker::DayState::{Done, Skipped};
    use crate::tracker::Log;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn read(text: &str) -> Import {
        sobriety_json(text, day("2026-11-20"), -300).unwrap()
    }

    fn log(import: &Import, at: usize) -> (Goal, Log) {
        let (id, goal) = &import.goals[at];
        let own = import.events.iter().filter(|(_, event)| event.goal.as_ref() == Some(id));
        (goal.clone(), Log::of(own.map(|(id, event)| (id, event))))
    }

    const GROVE: &str = r#"{"schemaVersion":1,"exportedAt":"2026-11-20T10:00:00.000","treeCount":2,"trees":[
        {"id":"1","name":"Sin alcohol","color":1,"startDate":"2026-11-01T09:00:00.000","lastReset":"2026-11-10T22:00:00.000","relapses":[{"timestamp":"2026-11-10T22:00:00.000","reason":"fiesta","peakDays":9}],"geneticSeed":1,"mode":0,"checkInDays":[],"nullDays":[]},
        {"id":"2","name":"Walk","color":1,"startDate":"2026-11-01T09:00:00.000","lastReset":"2026-11-01T09:00:00.000","relapses":[],"mode":1,"checkInDays":["2026-11-02T00:00:00.000","2026-11-03T00:00:00.000"],"nullDays":["2026-11-04T00:00:00.000","soon"],"checkInNotes":{"2026-11-03T00:00:00.000":"rain"}}]}"#;

    #[test]
    fn grove_keeps_what_was_lived_before_a_lapse() {
        let import = read(GROVE);
        let (goal, days) = log(&import, 0);
        assert_eq!((goal.name.as_str(), goal.first_day), ("Sin alcohol", day("2026-11-01")));
        let progress = days.progress(&goal, day("2026-11-20"));
        assert_eq!((progress.run_days(), progress.best_days()), (10, 10));
        assert_eq!(progress.runs.len(), 2, "the nine days before the lapse are there");
        let (goal, days) = log(&import, 1);
        assert_eq!(goal.kind, Kind::Do);
        let states: Vec<_> = days
            .days(&goal, day("2026-11-02"), day("2026-11-04"), day("2026-11-20"))
            .iter()
            .map(|day| day.state)
            .collect();
        assert_eq!(states, [Done, Done, Skipped]);
        assert!(import.events.iter().any(|(_, event)| event.note.as_deref() == Some("rain")));
        assert_eq!(import.left_out.len(), 1);
        assert_eq!((import.left_out[0].what.as_str(), import.left_out[0].why), ("soon", Why::NoDay));
    }

    #[test]
    fn kiarc_keeps_every_attempt_and_a_stop_is_no_lapse() {
        // 2026-11-01 02:00 UTC is the evening before in New York.
        let text = r#"[{"name":"Alcohol","status":"Ongoing","history":{"1793498400000":1794000000000,"1794100000000":0},"priority":1,"daily_notes":{"2026-11-05":"so-so","x":"y"},"time_saving":"01:30","savings":{"beer":{"first":12.5,"second":"EUR"}},"milestones":[]},
            {"name":"Vape","status":"Stopped","history":{"1793541600000":1794000000000},"priority":0,"daily_notes":{},"time_saving":"00:00","savings":{},"milestones":[]}]"#;
        let import = read(text);
        let (goal, days) = log(&import, 0);
        assert_eq!(goal.first_day, day("2026-10-31"));
        let cost = goal.cost.unwrap();
        assert_eq!((cost.per_day.to_text().as_str(), cost.minutes_per_day), ("12.5", 90));
        assert_eq!(days.progress(&goal, day("2026-11-20")).runs.len(), 2);
        let (goal, days) = log(&import, 1);
        assert!(matches!(goal.standing, Standing::Stopped { .. }));
        assert_eq!(days.progress(&goal, day("2026-11-20")).runs.len(), 1);
        assert!(
            !import
                .events
                .iter()
                .any(|(_, event)| event.what == What::Lapse && event.day > day("2026-11-07"))
        );
        assert_eq!(import.left_out.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), ["x"]);
    }

    #[test]
    fn quitter_keeps_each_day_and_the_journal_and_says_what_has_no_day() {
        let text = r#"{"alcohol":"2026-11-01T08:00:00.000","smoking":"2026-10-01T08:00:00.000","benzos":null,"theme":"dark","custom_names":"{\"smoking\":\"Cigarros ñ\"}","days":"{\"alcohol\":[3,12]}","entries":"[{\"id\":\"a\",\"title\":\"Sugar\",\"quitDate\":\"2026-09-01T00:00:00.000\",\"color\":1,\"daysAchieved\":[4],\"icon\":null}]","journal_2026-11-02":"a hard day","journal_dates":["2026-11-02"]}"#;
        let import = read(text);
        let goals: Vec<_> =
            import.goals.iter().map(|(_, goal)| (goal.name.as_str(), goal.first_day.to_string())).collect();
        assert_eq!(
            goals,
            [
                ("Cigarros ñ", "2026-10-01".to_owned()),
                ("alcohol", "2026-11-01".to_owned()),
                ("Sugar", "2026-09-01".to_owned())
            ]
        );
        assert_eq!(import.goals[1].1.substance.as_deref(), Some("alcohol"));
        assert_eq!(import.events.len(), 1);
        assert_eq!(import.events[0].1.note.as_deref(), Some("a hard day"));
        assert_eq!(import.left_out.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), ["3", "12", "4"]);
    }

    #[test]
    fn what_is_of_none_of_them_is_none() {
        for text in
            ["", "{}", "[]", "[1]", "{\"a\":1}", "{\"theme\":\"dark\"}", "nonsense", "[{\"name\":\"x\"}]"]
        {
            assert_eq!(sobriety_json(text, day("2026-11-20"), 0), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn twice_is_the_same_and_nothing_panics(text in "\\PC{0,12}", number: i64, at in 0..4_usize) {
            let said = serde_json::to_string(&text).unwrap();
            let file = [
                format!(r#"{{"trees":[{{"name":{said},"startDate":{said},"relapses":[{{"timestamp":{said}}}],"mode":{number},"checkInDays":[{said},{number}]}}]}}"#),
                format!(r#"[{{"name":{said},"history":{{"{number}":{number},{said}:0}},"time_saving":{said},"savings":{{"a":{{"first":{number}}}}}}}]"#),
                format!(r#"{{"alcohol":"2026-11-01T","entries":{said},"days":{said},"journal_2026-01-01":{said}}}"#),
                text,
            ];
            let once = sobriety_json(&file[at], day("2026-11-20"), 840);
            prop_assert_eq!(&once, &sobriety_json(&file[at], day("2026-11-20"), 840));
            if let Some(import) = once {
                for text in import.texts().values() {
                    prop_assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
                }
            }
        }
    }
}
