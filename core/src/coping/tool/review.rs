//! A lapse that is looked at when it is over: the hours before it, and the earliest spot where something else might
//! have helped. What the person would do there is an if-then plan, and is kept as one.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::tracker::Details;

/// A field of the review. The order, from the hours before to the earliest spot, is that of relapse prevention
/// (Larimer, Palmer, Marlatt 1999; the source is with the skill).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewPart {
    /// Where the person was in the hours before, and with whom.
    Where,
    /// What they felt and thought.
    Felt,
    /// The small choices on the way.
    Choices,
    /// The earliest spot where something else might have helped.
    Spot,
    /// What they will do there next time.
    Then,
}

impl ReviewPart {
    /// All, in the order in which they are asked.
    pub const ALL: [ReviewPart; 5] =
        [ReviewPart::Where, ReviewPart::Felt, ReviewPart::Choices, ReviewPart::Spot, ReviewPart::Then];

    fn id(self) -> &'static str {
        match self {
            ReviewPart::Where => "where",
            ReviewPart::Felt => "felt",
            ReviewPart::Choices => "choices",
            ReviewPart::Spot => "if",
            ReviewPart::Then => "then",
        }
    }
}

/// The review, as far as it is.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    at: usize,
    parts: [String; 5],
}

impl Review {
    /// What is asked; `None` at the end.
    pub fn at(&self) -> Option<ReviewPart> {
        ReviewPart::ALL.get(self.at).copied()
    }

    /// What a field says.
    pub fn part(&self, part: ReviewPart) -> &str {
        self.parts.get(part as usize).map_or("", String::as_str)
    }

    /// Writes a field.
    pub fn write(&mut self, part: ReviewPart, words: &str) {
        if let Some(held) = self.parts.get_mut(part as usize) {
            *held = typed(words);
        }
    }

    /// On to the next field, filled in or not.
    pub fn next(&mut self) {
        self.at = self.at.saturating_add(1).min(ReviewPart::ALL.len());
    }

    /// Back one field.
    pub fn back(&mut self) {
        self.at = self.at.min(ReviewPart::ALL.len()).saturating_sub(1);
    }

    /// The plan that came of it: the spot and what is done there, if both are written.
    pub fn plan(&self) -> Option<(&str, &str)> {
        let (spot, then) = (self.part(ReviewPart::Spot).trim(), self.part(ReviewPart::Then).trim());
        (!spot.is_empty() && !then.is_empty()).then_some((spot, then))
    }
}

impl Machine for Review {
    const KIND: &'static str = "review";
    const ASKS_URGE: bool = false;

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for part in ReviewPart::ALL {
            said.say(part.id(), self.part(part));
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coping::plan::if_thens;
    use crate::records::EventId;
    use crate::time::Date;
    use crate::tracker::{Event, What};

    #[test]
    fn the_hours_before_come_first_and_what_is_empty_is_not_kept() {
        let mut review = Review::default();
        assert_eq!((review.at(), review.outcome(0)), (Some(ReviewPart::Where), None));
        let mut asked = Vec::new();
        while let Some(part) = review.at() {
            asked.push(part);
            review.next();
        }
        assert_eq!(asked, ReviewPart::ALL);
        review.back();
        assert_eq!(review.at(), Some(ReviewPart::Then));
        review.write(ReviewPart::Felt, " tired ");
        let kept = review.outcome(0).unwrap().answers;
        assert_eq!(
            kept.iter().map(|one| (one.ask.as_str(), one.said.as_str())).collect::<Vec<_>>(),
            [("felt", "tired")]
        );
        let outside: Review = serde_json::from_str(r#"{"at":99,"parts":["","","","",""]}"#).unwrap();
        assert_eq!((outside.at(), outside.plan()), (None, None));
    }

    #[test]
    fn the_spot_and_what_is_done_there_are_kept_as_an_if_then_plan() {
        let mut review = Review::default();
        review.write(ReviewPart::Spot, "I was paid");
        assert_eq!(review.plan(), None);
        review.write(ReviewPart::Then, "go home with Ana");
        assert_eq!(review.plan(), Some(("I was paid", "go home with Ana")));
        let day = Date::parse("2026-11-20").unwrap();
        let event =
            Event { details: review.outcome(0).map(Box::new), ..Event::new(None, day, 0, What::Coped) };
        let plans = if_thens(vec![(EventId::parse("a").unwrap(), event)]);
        assert_eq!(
            plans.iter().map(|plan| (plan.when.as_str(), plan.then.as_str())).collect::<Vec<_>>(),
            [("I was paid", "go home with Ana")]
        );
    }
}
