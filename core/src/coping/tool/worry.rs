//! Worries that are written down now and looked at later, at a time set for them.

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::tracker::{Answer, Details};

/// More are too many for a quarter of an hour.
const MOST: usize = 20;
const LONGEST: usize = 300;

/// A list of worries, and when it is read.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Worries {
    worries: Vec<Worry>,
    /// The time of day that was set: `18:00`.
    time: String,
}

/// One worry.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Worry {
    /// What it is.
    pub words: String,
    /// What is done with it, once that is decided.
    #[serde(default)]
    pub course: Option<Course>,
}

/// What is done with a worry when its time has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// Something small is done about it now.
    Act,
    /// It is planned for another day.
    Plan,
    /// It is let go.
    LetGo,
}

impl Course {
    /// All, in the order in which they are offered.
    pub const ALL: [Course; 3] = [Course::Act, Course::Plan, Course::LetGo];

    fn id(self) -> &'static str {
        match self {
            Course::Act => "act",
            Course::Plan => "plan",
            Course::LetGo => "let_go",
        }
    }

    /// Reads what an answer that was kept says.
    pub fn from_id(id: &str) -> Option<Course> {
        Course::ALL.into_iter().find(|course| course.id() == id)
    }
}

impl Worries {
    /// Writes a worry down; false if it says nothing or the list is full.
    pub fn add(&mut self, words: &str) -> bool {
        let words: String = words.trim().chars().take(LONGEST).collect();
        let takes = !words.is_empty() && self.worries.len() < MOST;
        if takes {
            self.worries.push(Worry { words, course: None });
        }
        takes
    }

    /// Takes one off the list.
    pub fn remove(&mut self, at: usize) {
        if at < self.worries.len() {
            self.worries.remove(at);
        }
    }

    /// Says what is done with one; the same again takes it back.
    pub fn decide(&mut self, at: usize, course: Course) {
        if let Some(worry) = self.worries.get_mut(at) {
            worry.course = (worry.course != Some(course)).then_some(course);
        }
    }

    /// The list.
    pub fn list(&self) -> &[Worry] {
        &self.worries
    }

    /// The time that was set, as it was written; empty before.
    pub fn time(&self) -> &str {
        &self.time
    }

    /// Sets the time; an empty one is none.
    pub fn set_time(&mut self, time: &str) {
        self.time = time.chars().take(5).collect();
    }
}

impl Machine for Worries {
    const KIND: &'static str = "worry";
    const ASKS_URGE: bool = false;

    fn outcome(&self, _: i64) -> Option<Details> {
        let mut answers = Vec::new();
        for worry in &self.worries {
            answers.push(Answer { ask: "worry".to_owned(), said: worry.words.clone() });
            if let Some(course) = worry.course {
                answers.push(Answer { ask: "course".to_owned(), said: course.id().to_owned() });
            }
        }
        if answers.is_empty() {
            return None;
        }
        if !self.time.is_empty() {
            answers.push(Answer { ask: "time".to_owned(), said: self.time.clone() });
        }
        Some(Details { answers, ..Details::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_down_is_kept_with_its_time_and_what_is_done_with_it() {
        let mut worries = Worries::default();
        assert!(!worries.add("  "));
        assert_eq!(worries.outcome(0), None);
        assert!(worries.add(" Rent "));
        assert!(worries.add("Court"));
        worries.set_time("18:00");
        worries.decide(0, Course::Plan);
        worries.decide(1, Course::Act);
        worries.decide(1, Course::Act);
        worries.decide(9, Course::Act);
        let said: Vec<String> = worries.outcome(0).unwrap().answers.into_iter().map(|one| one.said).collect();
        assert_eq!(said, ["Rent", "plan", "Court", "18:00"]);
    }

    #[test]
    fn the_list_has_an_end_and_what_is_taken_off_is_gone() {
        let mut worries = Worries::default();
        for _ in 0..MOST {
            assert!(worries.add(&"é".repeat(LONGEST + 9)));
        }
        assert!(!worries.add("one more"));
        assert_eq!(worries.list()[0].words.chars().count(), LONGEST);
        worries.remove(0);
        worries.remove(99);
        assert_eq!(worries.list().len(), MOST - 1);
    }
}
