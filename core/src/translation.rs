//! A content file that may be a translation.

use crate::json::{Node, Read};

/// A content file, and whether its words still wait for somebody whose first language they are in.
#[derive(Clone, PartialEq, Debug)]
pub struct Translated<T> {
    /// What the file holds.
    pub content: T,
    /// True for a translation that no native speaker has read yet: `"translation": {"review": "native"}`.
    pub waits_for_native: bool,
}

impl<T: Read> Read for Translated<T> {
    fn read(node: Option<&Node<'_>>) -> Option<Translated<T>> {
        let review = node?.get("translation").and_then(|translation| translation.get("review"));
        let waits_for_native = review.and_then(Node::text) == Some("native");
        Some(Translated { content: T::read(node)?, waits_for_native })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coping::Skills;
    use crate::support::Withdrawal;

    fn waits(more: &str) -> bool {
        let text = format!(r#"{{"skills":[]{more}}}"#);
        crate::json::from_text::<Translated<Skills>>(&text).unwrap().waits_for_native
    }

    #[test]
    fn a_translation_that_no_native_speaker_has_read_says_so() {
        assert!(waits(r#","translation":{"review":"native"}"#));
        assert!(!waits(r#","translation":{"review":null}"#));
        assert!(!waits(""));
    }

    #[test]
    fn what_can_not_be_read_without_a_translation_can_not_be_read_with_one() {
        let text = r#"{"translation":{"review":"native"}}"#;
        assert_eq!(crate::json::from_text::<Translated<Withdrawal>>(text), None);
    }
}
