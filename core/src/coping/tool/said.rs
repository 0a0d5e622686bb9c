//! What tools with words share: how long a text may be, and what of it is kept.

use crate::tracker::{Answer, Details};

/// No text of a tool is longer.
const LONGEST: usize = 500;
/// No list of a tool is longer.
pub(super) const MOST: usize = 20;

/// A text as it stands in its field: cut, so that it fits, and not trimmed, because it is still being typed.
pub(super) fn typed(words: &str) -> String {
    words.chars().take(LONGEST).collect()
}

/// A text for a list; `None` if it says nothing.
pub(super) fn line(words: &str) -> Option<String> {
    let words = typed(words.trim());
    (!words.is_empty()).then_some(words)
}

/// Collects what there is to keep. What says nothing is left out.
#[derive(Default)]
pub(super) struct Said(Vec<Answer>);

impl Said {
    pub(super) fn say(&mut self, ask: &str, said: &str) {
        if let Some(said) = line(said) {
            self.0.push(Answer { ask: ask.to_owned(), said });
        }
    }

    pub(super) fn kept(self) -> Option<Details> {
        (!self.0.is_empty()).then(|| Details { answers: self.0, ..Details::default() })
    }
}

/// What was said to a field of something kept.
pub(super) fn said_to<'a>(answers: &'a [Answer], ask: &str) -> &'a str {
    answers.iter().find(|one| one.ask == ask).map_or("", |one| &one.said)
}
