//! Coping skills: what one is, which ones fit this moment, the beat of a breathing pacer, tools that act, and a person's plan.
//!
//! Skills are content data; nothing here knows one by name. Pages of the app ask here which to offer.

mod choose;
mod pacer;
pub mod plan;
mod skill;
pub mod tool;
mod works;

pub use choose::{Choice, choose, first_three, fits_at};
pub use pacer::{Beat, Breath, Pacer, Phase};
pub use skill::{Situation, Skill, SkillId, Skills, Source, Spot};
pub use works::{ENOUGH, Worked, Works};
