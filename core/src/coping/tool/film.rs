//! Two films from the first minute to tomorrow morning: how it goes on with using, then how it goes on without.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::tracker::Details;

/// How many frames a film has.
pub const FRAMES: usize = 5;

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reel {
    /// What happens next with using.
    Using,
    /// What happens next without.
    Other,
}

impl Reel {
    /// The word for it in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Reel::Using => "using",
            Reel::Other => "other",
        }
    }
}

/// Both films, as far as they are told.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Film {
    at: usize,
    using: [String; FRAMES],
    other: [String; FRAMES],
    start: Option<Reel>,
}

impl Film {
    /// The film and the frame; `None` when both are told.
    pub fn at(&self) -> Option<(Reel, usize)> {
        match self.at {
            at if at < FRAMES => Some((Reel::Using, at)),
            at if at < 2 * FRAMES => Some((Reel::Other, at - FRAMES)),
            _ => None,
        }
    }

    /// What a frame says.
    pub fn frame(&self, reel: Reel, frame: usize) -> &str {
        let frames = if reel == Reel::Using { &self.using } else { &self.other };
        frames.get(frame).map_or("", String::as_str)
    }

    /// Writes the frame that is shown.
    pub fn write(&mut self, words: &str) {
        let Some((reel, frame)) = self.at() else { return };
        let frames = if reel == Reel::Using { &mut self.using } else { &mut self.other };
        if let Some(held) = frames.get_mut(frame) {
            *held = typed(words);
        }
    }

    /// On to the next frame; one may only be pictured, without a word.
    pub fn next(&mut self) {
        self.at = self.at.saturating_add(1).min(2 * FRAMES);
    }

    /// Back one frame.
    pub fn back(&mut self) {
        self.at = self.at.min(2 * FRAMES).saturating_sub(1);
    }

    /// Leaves the first film, if it makes the urge stronger, for the beginning of the other.
    pub fn leave(&mut self) {
        self.at = self.at.clamp(FRAMES, 2 * FRAMES);
    }

    /// Chooses the film that the person wants to start.
    pub fn choose(&mut self, reel: Reel) {
        self.start = Some(reel);
    }

    /// The film that was chosen.
    pub fn chosen(&self) -> Option<Reel> {
        self.start
    }
}

impl Machine for Film {
    const KIND: &'static str = "film";

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut said = Said::default();
        for reel in [Reel::Using, Reel::Other] {
            for frame in 0..FRAMES {
                said.say(&format!("{}_{}", reel.id(), frame + 1), self.frame(reel, frame));
            }
        }
        said.say("start", self.start.map_or("", Reel::id));
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_frames_are_followed_by_the_other_film() {
        let mut film = Film::default();
        for _ in 0..4 {
            film.next();
        }
        film.write("Shaky, late for work");
        film.next();
        assert_eq!(film.at(), Some((Reel::Other, 0)));
        film.back();
        assert_eq!(film.at(), Some((Reel::Using, 4)));
        for _ in 0..99 {
            film.next();
        }
        assert_eq!(film.at(), None);
        film.write("nowhere");
        film.choose(Reel::Other);
        let kept = film.outcome(0).unwrap().answers;
        let kept: Vec<_> = kept.iter().map(|one| (one.ask.as_str(), one.said.as_str())).collect();
        assert_eq!(kept, [("using_5", "Shaky, late for work"), ("start", "other")]);
    }

    #[test]
    fn the_first_film_can_be_left_at_any_frame() {
        let mut film = Film::default();
        film.next();
        film.leave();
        assert_eq!(film.at(), Some((Reel::Other, 0)));
        film.next();
        film.leave();
        assert_eq!(film.at(), Some((Reel::Other, 1)));
    }
}
