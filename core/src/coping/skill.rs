//! One coping technique, as its content file gives it.

use crate::json::{Node, Read, readable};

use super::tool::Tool;

/// Names one skill in addresses and in content: `box-breath`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkillId(pub String);

/// What a person is facing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Situation {
    /// Wanting to drink or use.
    Craving,
    /// Worry or fear.
    Anxiety,
    /// Anger.
    Anger,
    /// Being alone with it.
    Loneliness,
    /// Hungry or tired.
    HungerTired,
    /// Not sleeping.
    Sleep,
    /// Loss.
    Grief,
    /// After a return to use.
    AfterLapse,
    /// Other people who push.
    SocialPressure,
}

impl Situation {
    /// Every situation, in the order in which they are offered.
    pub const ALL: [Situation; 9] = [
        Situation::Craving,
        Situation::Anxiety,
        Situation::Anger,
        Situation::Loneliness,
        Situation::HungerTired,
        Situation::Sleep,
        Situation::Grief,
        Situation::AfterLapse,
        Situation::SocialPressure,
    ];

    /// Gives the word for it in content files and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Situation::Craving => "craving",
            Situation::Anxiety => "anxiety",
            Situation::Anger => "anger",
            Situation::Loneliness => "loneliness",
            Situation::HungerTired => "hunger_tired",
            Situation::Sleep => "sleep",
            Situation::Grief => "grief",
            Situation::AfterLapse => "after_lapse",
            Situation::SocialPressure => "social_pressure",
        }
    }

    /// Reads the word; one that nobody knows is `None`.
    pub fn from_id(id: &str) -> Option<Situation> {
        Situation::ALL.into_iter().find(|situation| situation.id() == id)
    }
}

/// Where a person is right now, as far as it matters for what they can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    /// Alone.
    Alone,
    /// At work.
    Work,
    /// In bed.
    Bed,
    /// Among others.
    Public,
    /// Where no sound can be made.
    Silent,
}

impl Spot {
    /// All, in the order in which they are offered.
    pub const ALL: [Spot; 5] = [Spot::Alone, Spot::Work, Spot::Bed, Spot::Public, Spot::Silent];

    /// Its word in content and in the interface strings.
    pub fn id(self) -> &'static str {
        match self {
            Spot::Alone => "alone",
            Spot::Work => "work",
            Spot::Bed => "bed",
            Spot::Public => "public",
            Spot::Silent => "silent",
        }
    }
}

impl Read for Spot {
    fn read(node: Option<&Node<'_>>) -> Option<Spot> {
        let word = node?.text()?;
        Spot::ALL.into_iter().find(|spot| spot.id() == word)
    }
}

/// Where the idea of a text comes from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// The year, where it is known.
    pub year: Option<i32>,
    /// Where to read it; `None` where only a mirror was seen.
    pub url: Option<String>,
}

/// One coping technique.
#[derive(Clone, PartialEq, Debug)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its name.
    pub name: String,
    /// When it helps; words that this version doesn't know are left out.
    pub situations: Vec<Situation>,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What to do. The order is meant: danger signs come first.
    pub steps: Vec<String>,
    /// What to know before the steps.
    pub safety: Option<String>,
    /// Content files that must be shown with it, such as `withdrawal.json`.
    pub refers_to: Vec<String>,
    /// Help lines to show with it.
    pub line_ids: Vec<String>,
    /// Who must still read it: `clinician` or `lawyer`.
    pub review: Option<String>,
    /// Where the idea comes from.
    pub source: Source,
    /// The day on which a person confirmed the source.
    pub checked: Option<String>,
    /// Whether it is made on a calm day for a hard one: it is no answer to this moment.
    pub ahead: bool,
    /// Why it may help, in one sentence; first aid needs none.
    pub why_it_helps: Option<String>,
    /// Where it can't be done, as ids of places; a word that this version doesn't know is left out.
    pub not_at: Vec<Spot>,
    /// What acts in it; one that this version doesn’t know is none, and the steps are there.
    pub tool: Option<Tool>,
}

impl Skill {
    /// Says whether the facts about dangerous withdrawal belong on its page.
    pub fn speaks_of_withdrawal(&self) -> bool {
        self.refers_to.iter().any(|file| file == "withdrawal.json")
    }
}

/// The library of skills.
#[derive(Clone, PartialEq, Debug)]
pub struct Skills {
    /// In the order of the file.
    pub skills: Vec<Skill>,
}

impl Skills {
    /// Finds a skill by the text of its id.
    pub fn get(&self, id: &str) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id.0 == id)
    }
}

impl Read for SkillId {
    fn read(node: Option<&Node<'_>>) -> Option<SkillId> {
        String::read(node).map(SkillId)
    }
}

impl Read for Situation {
    fn read(node: Option<&Node<'_>>) -> Option<Situation> {
        Situation::from_id(node?.text()?)
    }
}

readable! {
    Source { title, publisher, year, url }
    Skill { id, name, situations, minutes, steps, safety, refers_to, line_ids, review, source, checked, ahead, why_it_helps, not_at, tool }
    Skills { skills }
}
