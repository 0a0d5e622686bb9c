//! One coping technique, as its content file gives it.

use serde::{Deserialize, Deserializer};

use super::Pacer;

/// Names one skill in addresses and in content: `box-breath`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(transparent)]
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

/// Where the idea of a text comes from.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The year, where it is known.
    #[serde(default)]
    pub year: Option<i32>,
    /// Where to read it; `None` where only a mirror was seen.
    #[serde(default)]
    pub url: Option<String>,
}

/// One coping technique.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its name.
    pub name: String,
    /// When it helps; words that this version doesn't know are left out.
    #[serde(deserialize_with = "known_situations")]
    pub situations: Vec<Situation>,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What to do. The order is meant: danger signs come first.
    pub steps: Vec<String>,
    /// What to know before the steps.
    #[serde(default)]
    pub safety: Option<String>,
    /// Content files that must be shown with it, such as `withdrawal.json`.
    #[serde(default)]
    pub refers_to: Vec<String>,
    /// Help lines to show with it.
    #[serde(default)]
    pub line_ids: Vec<String>,
    /// Who must still read it: `clinician` or `lawyer`.
    #[serde(default)]
    pub review: Option<String>,
    /// Where the idea comes from.
    pub source: Source,
    /// The day on which a person confirmed the source.
    #[serde(default)]
    pub checked: Option<String>,
    /// The rhythm, for a skill that is a way of breathing.
    #[serde(default)]
    pub pacer: Option<Pacer>,
}

impl Skill {
    /// Says whether the facts about dangerous withdrawal belong on its page.
    pub fn speaks_of_withdrawal(&self) -> bool {
        self.refers_to.iter().any(|file| file == "withdrawal.json")
    }
}

/// The library of skills.
#[derive(Clone, PartialEq, Debug, Deserialize)]
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

fn known_situations<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Situation>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    Ok(words.iter().filter_map(|word| Situation::from_id(word)).collect())
}
