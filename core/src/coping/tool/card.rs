//! A card to leave with: a line to say, a way out, somebody to call. Made before it is needed, shown in one tap.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, said_to, typed};
use crate::tracker::{Answer, Details};

/// A part of the card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CardPart {
    /// What to say.
    Line,
    /// How to get out.
    Way,
    /// Who to call.
    Call,
    /// Their number.
    Number,
}

impl CardPart {
    /// All, in the order in which they are read.
    pub const ALL: [CardPart; 4] = [CardPart::Line, CardPart::Way, CardPart::Call, CardPart::Number];

    fn id(self) -> &'static str {
        match self {
            CardPart::Line => "line",
            CardPart::Way => "way",
            CardPart::Call => "call",
            CardPart::Number => "number",
        }
    }
}

/// The card, as it is being made.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    parts: [String; 4],
    shown: bool,
}

impl Card {
    /// The card that was kept.
    pub fn kept(answers: &[Answer]) -> Card {
        Card { parts: CardPart::ALL.map(|part| said_to(answers, part.id()).to_owned()), shown: true }
    }

    /// What a part says.
    pub fn part(&self, part: CardPart) -> &str {
        self.parts.get(part as usize).map_or("", String::as_str)
    }

    /// Writes a part.
    pub fn write(&mut self, part: CardPart, words: &str) {
        if let Some(held) = self.parts.get_mut(part as usize) {
            *held = typed(words);
        }
    }

    /// Whether there is something to show.
    pub fn is_ready(&self) -> bool {
        self.parts.iter().any(|part| !part.trim().is_empty())
    }

    /// Shows it large, or goes back to making it. An empty card is not shown.
    pub fn show(&mut self, shown: bool) {
        self.shown = shown;
    }

    /// Whether it is shown large.
    pub fn is_shown(&self) -> bool {
        self.shown && self.is_ready()
    }

    /// The digits to dial, with a plus in front if there is one; `None` if they are too few or something else.
    pub fn dialled(&self) -> Option<String> {
        let typed = self.part(CardPart::Number).trim();
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let plain = typed.chars().all(|one| one.is_ascii_digit() || " +-().".contains(one));
        let plus = if typed.starts_with('+') { "+" } else { "" };
        (plain && (3..=15).contains(&digits.len())).then(|| format!("{plus}{digits}"))
    }
}

impl Machine for Card {
    const KIND: &'static str = "card";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for part in CardPart::ALL {
            said.say(part.id(), self.part(part));
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_that_was_kept_is_shown_again_as_it_was() {
        let mut card = Card::default();
        card.show(true);
        assert!(!card.is_shown());
        card.write(CardPart::Line, "I have to go.");
        card.write(CardPart::Number, "+1 (555) 010-0100");
        let kept = card.outcome(0).unwrap();
        let again = Card::kept(&kept.answers);
        assert!(again.is_shown());
        assert_eq!(again.part(CardPart::Line), "I have to go.");
        assert_eq!(again.part(CardPart::Way), "");
        assert_eq!(again.dialled().as_deref(), Some("+15550100100"));
    }

    #[test]
    fn what_is_no_number_is_not_dialled() {
        for typed in ["", "12", "my sister", "555 0100;ext=1", "1234567890123456"] {
            let mut card = Card::default();
            card.write(CardPart::Number, typed);
            assert_eq!(card.dialled(), None, "{typed}");
        }
    }
}
