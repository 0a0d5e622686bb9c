//! A first meeting, gone through before it: what happens, and what one may do. Nothing is right or wrong in it.

use crate::json::readable;

/// A moment of a first meeting.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// What happens.
    pub text: String,
    /// The ways of meeting that have it: `in_person`, `online`, `phone`.
    pub ways: Vec<String>,
    /// What one may do.
    pub choices: Vec<Choice>,
}

/// Something that one may do or say.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// What one does or says.
    pub say: String,
    /// What is good to know then.
    pub then: String,
}

readable! {
    Scene { text, ways "for", choices }
    Choice { say, then }
}

/// Gives the scenes of a way of meeting, in their order.
pub fn scenes<'a>(all: &'a [Scene], way: &str) -> Vec<&'a Scene> {
    all.iter().filter(|scene| scene.ways.iter().any(|one| one == way)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::FirstStep;
    use super::*;

    #[test]
    fn each_way_of_meeting_begins_ends_and_offers_choices_all_along() {
        let first: FirstStep =
            crate::json::from_text(include_str!("../../../public/content/en/first_step.json")).unwrap();
        for (way, count) in [("in_person", 7), ("online", 6), ("phone", 6)] {
            let found = scenes(&first.rehearsal, way);
            assert_eq!(found.len(), count, "{way}");
            assert!(found.iter().all(|scene| scene.choices.len() > 1), "{way}");
        }
        assert!(first.rehearsal.iter().all(|scene| !scene.ways.is_empty()));
        assert!(scenes(&first.rehearsal, "by_letter").is_empty());
    }
}
