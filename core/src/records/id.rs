//! Opaque ids: random letters and digits that say nothing about what they name.

use std::cmp::Ordering;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many random bytes an id is made from: 80 bits, so a hundred thousand ids of one person meet by
/// chance about once in 10^14.
pub const ID_BYTES: usize = 10;

const LONGEST: usize = 40;
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// How many letters and digits a made id has.
const MADE: usize = ID_BYTES * 8 / 5;

/// Writes bytes five bits at a time, in lower-case base 32.
fn base32(bytes: [u8; ID_BYTES]) -> Text {
    let bits = bytes.iter().fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
    let mut text = [0; LONGEST];
    for (place, letter) in text[..MADE].iter_mut().enumerate() {
        *letter = ALPHABET[(bits >> (5 * (MADE - 1 - place)) & 31) as usize];
    }
    Text { bytes: text, length: MADE as u8 }
}

fn is_opaque(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// The text of an id, kept in place: with a hundred thousand of them, a text of its own for each one takes longer
/// to make and to compare than all the rest of reading. Unused bytes are 0, so the order is that of the texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Text {
    bytes: [u8; LONGEST],
    length: u8,
}

impl Text {
    fn new(text: &str) -> Text {
        let mut bytes = [0; LONGEST];
        let length = text.len().min(LONGEST);
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Text { bytes, length: length as u8 }
    }

    /// The first eight characters as a number, in the order of the texts.
    fn first(&self) -> u64 {
        self.bytes.first_chunk().map_or(0, |first| u64::from_be_bytes(*first))
    }

    fn as_str(&self) -> &str {
        // Only letters and digits come in, so this never is the empty text.
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Text) -> Ordering {
        // Ids are random: nearly always the first characters say it, in one step.
        self.first().cmp(&other.first()).then_with(|| self.bytes.cmp(&other.bytes))
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! opaque_ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Text);

        impl $name {
            /// Makes an id from random bytes; 16 letters and digits.
            pub fn from_random(bytes: [u8; ID_BYTES]) -> Self {
                Self(base32(bytes))
            }

            /// Takes 1 to 40 characters from a–z and 0–9; anything else is no id.
            pub fn parse(text: &str) -> Option<Self> {
                is_opaque(text).then(|| Self(Text::new(text)))
            }

            /// Gives the id as it is written in a key.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({:?})", stringify!($name), self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| D::Error::custom("an id is 1 to 40 of a–z and 0–9"))
            }
        }
    )+};
}

opaque_ids! {
    /// Names one goal.
    GoalId
    /// Names one event of a goal.
    EventId
    /// Names one saved listing; not the listing's own id, which could say what was saved.
    SavedId
    /// Names one entry of the person's plan.
    PlanId
    /// Names one archive part of old events.
    ArchiveId
}

impl GoalId {
    /// A number whose order is that of the ids, but for ids that begin with the same eight characters.
    pub(crate) fn first(&self) -> u64 {
        self.0.first()
    }
}

impl EventId {
    /// A number whose order is that of the ids, but for ids that begin with the same eight characters.
    pub(crate) fn first(&self) -> u64 {
        self.0.first()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_id_is_the_random_bytes_in_base_32() {
        assert_eq!(GoalId::from_random([0; ID_BYTES]).as_str(), "aaaaaaaaaaaaaaaa");
        assert_eq!(GoalId::from_random([255; ID_BYTES]).as_str(), "7777777777777777");
        assert_eq!(GoalId::from_random(*b"Alongside!").as_str(), "ifwg63thonuwizjb");
    }

    #[test]
    fn what_could_hold_a_private_word_or_break_a_key_is_no_id() {
        for text in ["", "A", "a b", "a:b", "é", "a\u{0}", "a-b", &"a".repeat(41)] {
            assert_eq!(GoalId::parse(text), None, "{text:?}");
            assert!(serde_json::from_value::<EventId>(text.into()).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn ids_are_in_the_order_of_their_texts(a in "[a-z0-9]{1,12}", b in "[a-z0-9]{1,12}", c in "[a-z0-9]{8}") {
            for (a, b) in [(a.clone(), b.clone()), (c.clone() + &a, c + &b)] {
                let (left, right) = (GoalId::parse(&a).unwrap(), GoalId::parse(&b).unwrap());
                prop_assert_eq!(left.cmp(&right), a.cmp(&b));
            }
        }

        #[test]
        fn a_made_id_is_read_back_and_differs_where_the_bytes_differ(a: [u8; ID_BYTES], b: [u8; ID_BYTES]) {
            let (left, right) = (EventId::from_random(a), EventId::from_random(b));
            prop_assert_eq!(EventId::parse(left.as_str()), Some(left.clone()));
            prop_assert_eq!(left == right, a == b);
        }
    }
}
