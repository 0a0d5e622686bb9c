//! A card: a few words about a week, or a few words of encouragement, that one person hands to another as a link.
//!
//! The card is in the link itself, after the `#`, so no host ever has it. Whoever makes one picks each word of it; it
//! holds no id, and nothing in it leads back to what is kept. What comes in is a stranger's text: [`Shared::read`]
//! gives a card or says why it is none.

mod bytes;
mod code;
mod link;
mod qr;
#[cfg(test)]
mod tests;
mod week;

pub use link::{Sealed, Shared, Trouble};
pub use qr::Qr;
pub use week::Week;

/// The most goals that a card holds.
pub const MOST_GOALS: usize = 12;
/// The most characters of the words for one goal, and of a name.
pub const LONGEST_NAME: usize = 60;
/// The most characters of one's own line.
pub const LONGEST_WORDS: usize = 280;

/// What one person hands to another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Card {
    /// What it is for.
    pub sort: Sort,
    /// Who it is from, in their own words; may be empty.
    pub from: String,
    /// How the week was, if they say so.
    pub mood: Option<Mood>,
    /// What they work on, by the words they chose for this card.
    pub goals: Vec<CardGoal>,
    /// Ready sentences, by their number. A number that this version has no sentence for is not shown.
    pub ready: Vec<u8>,
    /// A line of their own; may be empty.
    pub words: String,
}

/// What a card is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// How somebody is.
    #[default]
    CheckIn,
    /// An answer to one of these.
    Encouragement,
}

/// How a week was, in three words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    /// Mostly well.
    Well,
    /// Up and down.
    Mixed,
    /// Hard.
    Hard,
}

impl Mood {
    /// All, in the order in which they are offered.
    pub const ALL: [Mood; 3] = [Mood::Well, Mood::Mixed, Mood::Hard];
}

/// One goal as a card shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardGoal {
    /// The words for it.
    pub name: String,
    /// The last seven days in numbers, if they are to be shown.
    pub week: Option<Week>,
}

impl Card {
    /// Gives the card as it is handed on: trimmed, cut to what a card holds, without empty words, controls and
    /// characters that turn the reading direction around.
    #[must_use]
    pub fn tidy(&self) -> Card {
        let goals = self.goals.iter().filter_map(|goal| {
            let name = clean(&goal.name, LONGEST_NAME);
            (!name.is_empty()).then_some(CardGoal { name, week: goal.week.map(Week::bounded) })
        });
        let mut ready: Vec<u8> = Vec::new();
        for number in self.ready.iter().take(MOST_GOALS) {
            if !ready.contains(number) {
                ready.push(*number);
            }
        }
        Card {
            sort: self.sort,
            from: clean(&self.from, LONGEST_NAME),
            mood: self.mood,
            goals: goals.take(MOST_GOALS).collect(),
            ready,
            words: clean(&self.words, LONGEST_WORDS),
        }
    }

    /// Tells whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        let tidy = self.tidy();
        tidy.mood.is_none() && tidy.goals.is_empty() && tidy.ready.is_empty() && tidy.words.is_empty()
    }
}

fn clean(text: &str, longest: usize) -> String {
    let spaced = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let kept = spaced.filter(|letter| !letter.is_control() && !turns(*letter));
    let kept: String = kept.collect();
    let cut: String = kept.trim().chars().take(longest).collect();
    cut.trim_end().to_owned()
}

/// Characters that change which way the rest is read.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
