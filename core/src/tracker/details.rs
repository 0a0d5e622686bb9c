//! What a person adds to an event, if they like.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// What a person adds to an event, if they like: all of it optional, and none of it counted for or against them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Details {
    /// What was there before: ids of chips, or the person's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<String>,
    /// The mood, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "to_ten")]
    pub mood: Option<u8>,
    /// The urge, 0 to 10; before a skill, if one was done.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "to_ten")]
    pub urge: Option<u8>,
    /// The urge after a skill, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "to_ten")]
    pub urge_after: Option<u8>,
    /// Hungry, angry, lonely, tired.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub halt: Vec<Halt>,
    /// The id of the skill that was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// How many seconds it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// What the person answered to a tool.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

/// What a person said to one field of a tool.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// The id of the tool's field.
    pub ask: String,
    /// The person's own words, or the id of a choice.
    pub said: String,
}

/// One of four things that make an urge stronger.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Halt {
    /// Hungry.
    Hungry,
    /// Angry.
    Angry,
    /// Lonely.
    Lonely,
    /// Tired.
    Tired,
}

impl Halt {
    /// All four, in the order of the word they make.
    pub const ALL: [Halt; 4] = [Halt::Hungry, Halt::Angry, Halt::Lonely, Halt::Tired];
}

/// What often comes before an urge, as ids whose words are in the interface strings. A person may write others.
pub const TRIGGERS: [&str; 10] =
    ["stress", "argument", "alone", "people", "place", "boredom", "pain", "money", "celebration", "no_sleep"];

/// From this urge on, and up to this mood, the way to help is shown at once. The scale has no meaning that somebody
/// measured: it is the upper third for the urge, and the lowest word for the mood.
const HARD_URGE: u8 = 7;
const HARD_MOOD: u8 = 1;

impl Details {
    /// Says whether what was said asks for help at once.
    pub fn is_hard(&self) -> bool {
        self.urge.is_some_and(|urge| urge >= HARD_URGE) || self.mood.is_some_and(|mood| mood <= HARD_MOOD)
    }

    /// Tells whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Details::default()
    }

    /// Gives the details to store with an event: `None` if nothing is said.
    pub fn kept(self) -> Option<Box<Details>> {
        (!self.is_empty()).then(|| Box::new(self))
    }
}

/// Reads a number from 0 to 10.
fn to_ten<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    let number = Option::<u8>::deserialize(deserializer)?;
    if number.is_some_and(|number| number > 10) {
        return Err(D::Error::custom("a number from 0 to 10"));
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_stored_in_plain_words_and_only_what_was_said() {
        let details = Details {
            triggers: vec!["payday".to_owned()],
            urge: Some(7),
            urge_after: Some(0),
            halt: vec![Halt::Hungry, Halt::Tired],
            skill: Some("urge-surf".to_owned()),
            seconds: Some(90),
            answers: vec![Answer { ask: "if".to_owned(), said: "it is Friday".to_owned() }],
            ..Details::default()
        };
        let text = r#"{"triggers":["payday"],"urge":7,"urge_after":0,"halt":["hungry","tired"],"skill":"urge-surf","seconds":90,"answers":[{"ask":"if","said":"it is Friday"}]}"#;
        assert_eq!(serde_json::to_string(&details).unwrap(), text);
        assert_eq!(serde_json::from_str::<Details>(text).unwrap(), details);
        assert_eq!(Details::default().kept(), None);
    }

    #[test]
    fn a_strong_urge_or_the_lowest_mood_asks_for_help_at_once() {
        let of = |mood, urge| Details { mood, urge, ..Details::default() }.is_hard();
        assert!(of(None, Some(7)) && of(Some(0), None) && of(Some(10), Some(10)) && of(Some(1), Some(0)));
        assert!(!of(None, None) && !of(Some(2), Some(6)) && !of(Some(10), None));
    }

    #[test]
    fn a_number_that_no_scale_has_is_refused() {
        for text in [r#"{"mood":11}"#, r#"{"urge":-1}"#, r#"{"urge_after":1.5}"#, r#"{"halt":["bored"]}"#] {
            assert!(serde_json::from_str::<Details>(text).is_err(), "{text}");
        }
        assert_eq!(serde_json::from_str::<Details>(r#"{"mood":null}"#).unwrap(), Details::default());
    }
}
