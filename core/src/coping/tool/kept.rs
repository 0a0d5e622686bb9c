//! What a person kept of a skill before.

use crate::order::sort_short;
use crate::records::EventId;
use crate::time::Date;
use crate::tracker::{Event, What};

/// How many are shown.
const SHOWN: usize = 3;

/// Gives what was kept of a skill the last three times, the last first.
pub fn kept_before(events: Vec<(EventId, Event)>, skill: &str) -> Vec<(EventId, Event)> {
    let mut kept: Vec<_> = events.into_iter().filter(|(_, event)| is_of(event, skill)).collect();
    sort_short(&mut kept, |a, b| (b.1.at, &b.0) < (a.1.at, &a.0));
    kept.truncate(SHOWN);
    kept
}

/// Gives what was kept of a skill in the seven days that end with `today`, the last first.
pub fn kept_in_week(
    events: impl IntoIterator<Item = (EventId, Event)>,
    skill: &str,
    today: Date,
) -> Vec<(EventId, Event)> {
    let mut kept: Vec<_> = events.into_iter().filter(|(_, event)| is_of(event, skill)).collect();
    kept.retain(|(_, event)| (0..7).contains(&today.days_since(event.day)));
    sort_short(&mut kept, |a, b| (b.1.day, b.1.at, &b.0) < (a.1.day, a.1.at, &a.0));
    kept
}

fn is_of(event: &Event, skill: &str) -> bool {
    event.what == What::Coped
        && event.details.as_ref().is_some_and(|details| details.skill.as_deref() == Some(skill))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracker::Details;

    fn coped(at: i64, skill: &str, what: What) -> (EventId, Event) {
        let details = Details { skill: Some(skill.to_owned()), ..Details::default() };
        let event = Event::new(None, Date::from_days(20_000), at, what);
        (EventId::from_random([at as u8; 10]), Event { details: details.kept(), ..event })
    }

    #[test]
    fn the_last_three_of_a_skill_come_the_last_first() {
        let mut events: Vec<_> = [3, 1, 4, 2].map(|at| coped(at, "box-breath", What::Coped)).to_vec();
        events.push(coped(9, "urge-surf", What::Coped));
        events.push(coped(8, "box-breath", What::CheckIn));
        let at: Vec<i64> = kept_before(events, "box-breath").iter().map(|(_, event)| event.at).collect();
        assert_eq!(at, [4, 3, 2]);
    }

    #[test]
    fn the_week_of_a_skill_is_seven_days_and_no_day_to_come() {
        let on = |day: i64, at: i64| {
            let (id, event) = coped(at, "three-good", What::Coped);
            (id, Event { day: Date::from_days(day), ..event })
        };
        let mut events = vec![on(100, 1), on(101, 2), on(107, 3), on(107, 9), on(108, 4), on(104, 5)];
        events.push(coped(6, "box-breath", What::Coped));
        let kept = kept_in_week(events, "three-good", Date::from_days(107));
        let at: Vec<i64> = kept.iter().map(|(_, event)| event.at).collect();
        assert_eq!(at, [9, 3, 5, 2]);
    }
}
