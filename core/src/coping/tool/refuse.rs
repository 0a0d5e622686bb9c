//! Saying no, rehearsed: an offer, words of one's own, and the same said aloud twice, firmer the second time.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::json::readable;
use crate::tracker::Details;

/// A way to say no.
#[derive(Clone, PartialEq, Debug)]
pub struct No {
    /// What one says at first.
    pub first: String,
    /// What one says when they offer again.
    pub firmer: String,
}

readable! {
    No { first, firmer }
}

/// Where the rehearsal is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// Who offers, and what they say.
    #[default]
    Offer,
    /// The person's words.
    Words,
    /// They offer; the person answers.
    First,
    /// They offer again; the person answers firmer.
    Again,
    /// Both were said.
    Over,
}

impl Scene {
    const ALL: [Scene; 5] = [Scene::Offer, Scene::Words, Scene::First, Scene::Again, Scene::Over];
}

/// The rehearsal.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Refusal {
    /// Where it is.
    pub scene: Scene,
    who: String,
    offer: String,
    words: String,
    firmer: String,
}

impl Refusal {
    /// Who offers.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// What they say.
    pub fn offer(&self) -> &str {
        &self.offer
    }

    /// What the person says, first and firmer.
    pub fn words(&self) -> (&str, &str) {
        (&self.words, &self.firmer)
    }

    /// Writes who offers.
    pub fn set_who(&mut self, words: &str) {
        self.who = typed(words);
    }

    /// Writes what they say.
    pub fn set_offer(&mut self, words: &str) {
        self.offer = typed(words);
    }

    /// Takes one of the forms for one's own; it may be changed.
    pub fn take(&mut self, no: &No) {
        self.words = typed(&no.first);
        self.firmer = typed(&no.firmer);
    }

    /// Writes what the person says at first.
    pub fn set_words(&mut self, words: &str) {
        self.words = typed(words);
    }

    /// Writes what the person says when they offer again.
    pub fn set_firmer(&mut self, words: &str) {
        self.firmer = typed(words);
    }

    /// Goes on; false, and it stays, where there are no words to practise yet.
    pub fn go_on(&mut self) -> bool {
        let may = self.scene != Scene::Words || !self.words.trim().is_empty();
        if may {
            if self.scene == Scene::Words && self.firmer.trim().is_empty() {
                // Saying the same again is firm.
                self.firmer.clone_from(&self.words);
            }
            self.go(1);
        }
        may
    }

    /// Goes back.
    pub fn back(&mut self) {
        self.go(-1);
    }

    /// Practises both once more.
    pub fn once_more(&mut self) {
        if self.scene == Scene::Over {
            self.scene = Scene::First;
        }
    }

    fn go(&mut self, by: isize) {
        let to = (self.scene as usize).saturating_add_signed(by);
        self.scene = Scene::ALL.get(to).copied().unwrap_or(self.scene);
    }
}

impl Machine for Refusal {
    const KIND: &'static str = "refuse";

    fn outcome(&self, _: i64) -> Option<Details> {
        if self.words.trim().is_empty() {
            return None;
        }
        let mut said = Said::default();
        for (ask, words) in
            [("who", &self.who), ("offer", &self.offer), ("words", &self.words), ("firmer", &self.firmer)]
        {
            said.say(ask, words);
        }
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_words_nothing_is_practised() {
        let mut refusal = Refusal::default();
        assert!(refusal.go_on());
        refusal.set_words("  ");
        assert!(!refusal.go_on());
        assert_eq!((refusal.scene, refusal.outcome(0)), (Scene::Words, None));
    }

    #[test]
    fn it_is_said_twice_and_the_same_again_where_nothing_firmer_was_written() {
        let mut refusal = Refusal::default();
        refusal.set_who("A cousin");
        refusal.go_on();
        refusal.set_words("No thanks");
        let mut scenes = Vec::new();
        for _ in 0..5 {
            refusal.go_on();
            scenes.push(refusal.scene);
        }
        assert_eq!(scenes, [Scene::First, Scene::Again, Scene::Over, Scene::Over, Scene::Over]);
        assert_eq!(refusal.words(), ("No thanks", "No thanks"));
        refusal.once_more();
        assert_eq!(refusal.scene, Scene::First);
        let kept = refusal.outcome(0).unwrap().answers;
        assert_eq!(kept.iter().map(|one| one.ask.as_str()).collect::<Vec<_>>(), ["who", "words", "firmer"]);
    }

    #[test]
    fn a_form_that_is_taken_can_be_changed() {
        let mut refusal = Refusal::default();
        refusal.back();
        refusal.take(&No { first: "No".into(), firmer: "No. I am leaving".into() });
        refusal.set_words("Not for me");
        assert_eq!(refusal.words(), ("Not for me", "No. I am leaving"));
    }
}
