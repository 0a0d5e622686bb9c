//! What happened on a day.

use serde::{Deserialize, Serialize};

use super::{Amount, Details};
use crate::records::{EventId, GoalId};
use crate::time::Date;

/// One thing that happened on one civil day, of one goal or of the person. Its id is the key it is kept under.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Event {
    /// The goal it belongs to; none for what is the person's: a check-in, a skill that was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// The day it happened on, as the person sees it; never computed again from the instant.
    pub day: Date,
    /// When it was recorded, in milliseconds since 1970. Only picks among several states of one goal and day.
    pub at: i64,
    /// How many minutes the wall clock was ahead of UTC then, if it is known: `at` and this say the hour of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<i16>,
    /// What happened.
    pub what: What,
    /// How much, of an [`What::Amount`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The amount that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<EventId>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What else the person said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Box<Details>>,
}

impl Event {
    /// Makes an event with the least that one needs.
    pub fn new(goal: Option<GoalId>, day: Date, at: i64, what: What) -> Event {
        Event { goal, day, at, offset: None, what, amount: None, corrects: None, note: None, details: None }
    }

    /// Gives the minute of the day at which it was recorded, as the clock on the wall said; `None` if that is not known.
    pub fn local_minute(&self) -> Option<u16> {
        let local = self.at.checked_div(60_000)?.checked_add(i64::from(self.offset?))?;
        u16::try_from(local.rem_euclid(24 * 60)).ok()
    }
}

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The day counts: done, or a free day.
    Done,
    /// The day doesn't count. It ends a run of a goal to do; what ends time since is a [`What::Lapse`].
    NotDone,
    /// The day is left out: it neither helps nor hurts.
    Skipped,
    /// The state of the day is taken back: it is unknown again.
    Cleared,
    /// A return to use. What it means is the goal's choice. To take it back, delete the event.
    Lapse,
    /// A new run starts on this day. Inside a run that goes on it changes nothing.
    RunStart,
    /// Words only.
    Note,
    /// So much of something. The amounts of a day add up, but for those that another one corrects.
    Amount,
    /// The person looked at how they are. What they said is in the details.
    CheckIn,
    /// A skill was done.
    Coped,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Reading, Record};

    #[test]
    fn an_event_is_stored_in_plain_words() {
        let text =
            r#"{"v":1,"d":{"rev":1,"goal":"g1","day":"2026-01-01","at":1767225600000,"what":"run_start"}}"#;
        let Reading::Record(record) = Record::<Event>::read(text) else { panic!("{text}") };
        assert_eq!(record.content().map(|event| event.what), Some(What::RunStart));
        assert_eq!(record.write().unwrap(), text);
    }

    #[test]
    fn what_is_the_persons_and_what_is_measured_are_stored_in_plain_words() {
        for text in [
            r#"{"v":1,"d":{"rev":1,"goal":"g1","day":"2026-01-01","at":1,"offset":-300,"what":"amount","amount":2500,"corrects":"e1"}}"#,
            r#"{"v":1,"d":{"rev":1,"day":"2026-01-01","at":1,"offset":840,"what":"check_in","note":"So-so","details":{"mood":4,"halt":["lonely"]}}}"#,
            r#"{"v":1,"d":{"rev":1,"day":"2026-01-01","at":1,"what":"coped","details":{"urge":7,"urge_after":3,"skill":"box-breath"}}}"#,
        ] {
            let Reading::Record(record) = Record::<Event>::read(text) else { panic!("{text}") };
            assert_eq!(record.write().unwrap(), text);
        }
    }

    #[test]
    fn the_minute_of_the_day_is_that_of_the_wall_where_the_person_was() {
        let day = Date::parse("2026-01-01").unwrap();
        // 2026-01-01 00:30 UTC.
        let event = Event::new(None, day, 1_767_227_400_000, What::CheckIn);
        assert_eq!(event.local_minute(), None);
        for (offset, minute) in [(0, 30), (-300, 19 * 60 + 30), (840, 14 * 60 + 30), (345, 6 * 60 + 15)] {
            assert_eq!(
                Event { offset: Some(offset), ..event.clone() }.local_minute(),
                Some(minute),
                "{offset}"
            );
        }
        for at in [i64::MIN, i64::MAX, -1] {
            let minute = Event { at, offset: Some(1), ..event.clone() }.local_minute();
            assert!(minute.is_none_or(|minute| minute < 1440));
        }
    }

    #[test]
    fn an_event_that_no_page_wrote_is_set_aside() {
        for fields in [
            r#""goal":"G 1","day":"2026-01-01","at":1,"what":"done""#,
            r#""goal":"g1","day":"2026-02-30","at":1,"what":"done""#,
            r#""goal":"g1","day":"2026-01-01","at":1e300,"what":"done""#,
            r#""goal":"g1","day":"2026-01-01","at":1,"what":"danced""#,
            r#""goal":"g1","day":"2026-01-01","what":"done""#,
            r#""goal":"g1","day":"2026-01-01","at":1,"what":"amount","amount":-1"#,
            r#""goal":"g1","day":"2026-01-01","at":1,"what":"amount","amount":1e300"#,
            r#""day":"2026-01-01","at":1,"what":"check_in","details":{"mood":11}"#,
            r#""day":"2026-01-01","at":1,"what":"check_in","offset":99999"#,
        ] {
            let text = format!(r#"{{"v":1,"d":{{"rev":1,{fields}}}}}"#);
            assert_eq!(Record::<Event>::read(&text), Reading::Unreadable, "{text}");
        }
    }
}
