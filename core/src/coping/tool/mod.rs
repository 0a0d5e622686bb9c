//! Tools: the part of a skill that acts.
//!
//! A tool is content (`tool` of a skill in `skills.json`, see [`Tool`]) and a machine: a small state, changed by plain
//! functions of (state, what the person did, the time), see [`Machine`]. Time is always handed in as milliseconds of
//! the wall clock, never counted in ticks, so that a slow phone, a hidden tab and a reload all agree.
//!
//! A [`Session`] is a machine that somebody is in the middle of. Its text lies in the history entry of the page, where
//! a reload finds it and nothing else does: nothing is stored until the person says “Keep this”. What is kept then is
//! [`Machine::outcome`].
//!
//! To add a tool:
//! 1. `core/src/coping/tool/<name>.rs`: a state that derives `Serialize`, `Deserialize`, `Default`, with
//!    `#[serde(default)]`, its functions, `impl Machine`, tests. A text from outside may hold any number: no sum may
//!    overflow and nothing may be indexed by it.
//! 2. a variant of [`Tool`] with what the content says of it, read in its `Read`; `KINDS` of `tools/check-content.mjs`.
//! 3. `src/pages/skill/<name>.rs`: a function that draws it from a `Run`, and a line in `src/pages/skill/act.rs`.
//!    `Run::change` changes the state, writes the session into the history, and has the screen stay on while the
//!    machine runs. `finish` draws what comes at the end: the urge before and after, “Keep this”.
//! 4. the state of its page in `tests/page/states.mjs`, a test in `tests/cope/`.

mod boxes;
mod breathe;
mod card;
mod delay;
mod film;
mod good;
mod halt;
mod hour;
mod kept;
mod message;
mod parts;
mod plans;
mod refuse;
mod review;
mod said;
mod senses;
mod session;
mod stretch;
mod thought;
mod timer;
mod triggers;
mod wave;
mod worry;

pub use boxes::{Boxes, Side, Weighed};
pub use breathe::{Breathe, Pace};
pub use card::{Card, CardPart};
pub use delay::Delay;
pub use film::{FRAMES, Film, Reel};
pub use good::{GOOD_THINGS, GoodThing, GoodThings};
pub use halt::{HaltCheck, Level};
pub use hour::Hour;
pub use kept::{kept_before, kept_in_week};
pub use message::Message;
pub use parts::{Parts, Place};
pub use plans::{IfThen, Plans, drafted};
pub use refuse::{No, Refusal, Scene};
pub use review::{Review, ReviewPart};
pub use senses::{Sense, Senses};
pub use session::{Machine, Session};
pub use stretch::Stretch;
pub use thought::{ThoughtCheck, ThoughtPart, ThoughtStep};
pub use timer::Timer;
pub use triggers::{Area, Trigger, Triggers};
pub use wave::{Wave, WavePart};
pub use worry::{Course, Worries, Worry};

use super::Pacer;
use crate::json::{Node, Read};

/// What acts in a skill, with what its content says of it.
#[derive(Clone, PartialEq, Debug)]
pub enum Tool {
    /// A rhythm to breathe with.
    Breathe(Pacer),
    /// An urge that is watched while it rises and falls; how many minutes lie between two questions.
    Wave {
        /// Minutes.
        every: u32,
    },
    /// Parts that come one after the other, each with so many seconds.
    Parts {
        /// Seconds of one part, unless the person chooses others.
        seconds: u32,
        /// What to do in each.
        parts: Vec<String>,
    },
    /// A decision that is put off, with things to do meanwhile.
    Delay {
        /// What there is to do.
        things: Vec<String>,
    },
    /// Worries that are written down for later.
    Worry,
    /// The steps as a list to check off, spread over so many minutes.
    Hour {
        /// Minutes from the first step to the last.
        minutes: u32,
    },
    /// The minutes of the skill, counted down beside its steps.
    Timer,
    /// What the five senses notice.
    Senses,
    /// Hungry, angry, lonely, tired; the skill that each leads on to, in this order.
    Halt {
        /// Ids of skills.
        leads: Vec<String>,
    },
    /// A card to leave with, and lines and ways to choose from.
    Card {
        /// What one may say.
        lines: Vec<String>,
        /// How one may get out.
        ways: Vec<String>,
    },
    /// Two films, told frame by frame.
    Film {
        /// When each frame is.
        frames: Vec<String>,
    },
    /// What is good and hard about using, and about not using.
    Boxes,
    /// A thought that is looked at.
    Thought,
    /// What sets an urge off.
    Triggers,
    /// If this happens, then I will do that.
    Plans,
    /// A lapse that is looked at when it is over; it may end in an if-then plan.
    Review,
    /// Saying no, rehearsed.
    Refuse {
        /// Ways to say it.
        forms: Vec<No>,
    },
    /// Three good things of a day.
    Good,
    /// A message to somebody, from parts.
    Message {
        /// What one may say, in the order in which it is read.
        parts: Vec<String>,
    },
}

impl Read for Tool {
    fn read(node: Option<&Node<'_>>) -> Option<Tool> {
        let object = node?;
        match object.get("kind")?.text()? {
            "breathe" => Pacer::read(node).map(Tool::Breathe),
            "wave" => u32::read(object.get("every")).map(|every| Tool::Wave { every: every.max(1) }),
            "parts" => Some(Tool::Parts {
                seconds: u32::read(object.get("seconds"))?.max(1),
                parts: Read::read(object.get("parts"))?,
            }),
            "delay" => Some(Tool::Delay { things: Read::read(object.get("things"))? }),
            "worry" => Some(Tool::Worry),
            "hour" => u32::read(object.get("minutes")).map(|minutes| Tool::Hour { minutes }),
            "timer" => Some(Tool::Timer),
            "senses" => Some(Tool::Senses),
            "halt" => Some(Tool::Halt { leads: Read::read(object.get("leads"))? }),
            "card" => Some(Tool::Card {
                lines: Read::read(object.get("lines"))?,
                ways: Read::read(object.get("ways"))?,
            }),
            "film" => Some(Tool::Film { frames: Read::read(object.get("frames"))? }),
            "boxes" => Some(Tool::Boxes),
            "thought" => Some(Tool::Thought),
            "triggers" => Some(Tool::Triggers),
            "plans" => Some(Tool::Plans),
            "review" => Some(Tool::Review),
            "refuse" => Some(Tool::Refuse { forms: Read::read(object.get("forms"))? }),
            "good" => Some(Tool::Good),
            "message" => Some(Tool::Message { parts: Read::read(object.get("parts"))? }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::from_text;

    #[test]
    fn a_tool_is_read_with_what_its_content_says() {
        assert_eq!(from_text(r#"{"kind":"wave","every":2}"#), Some(Tool::Wave { every: 2 }));
        let parts = Tool::Parts { seconds: 15, parts: vec!["Feet".into()] };
        assert_eq!(from_text(r#"{"kind":"parts","seconds":15,"parts":["Feet"]}"#), Some(parts));
        assert!(matches!(from_text(r#"{"kind":"breathe","phases":[["in",4]]}"#), Some(Tool::Breathe(_))));
    }

    #[test]
    fn a_tool_of_a_newer_version_is_none() {
        for text in [r#"{"kind":"dream"}"#, r#"{"kind":7}"#, "{}", "[]", r#"{"kind":"wave"}"#] {
            assert_eq!(from_text::<Tool>(text), None, "{text}");
        }
    }
}
