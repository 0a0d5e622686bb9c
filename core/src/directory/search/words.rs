//! What a visitor typed, as groups of terms.

use crate::fold::fold;

/// How many characters of a query count.
pub const LONGEST_QUERY: usize = 200;

/// A query: a listing matches if all terms of any one group occur in it.
///
/// No group at all means that nothing was asked: every listing matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// Folded terms; no group and no term is empty.
    pub groups: Vec<Vec<String>>,
}

impl Words {
    /// Takes what was typed, already decoded. Spaces split; straight or curly double quotes keep a phrase, an
    /// unclosed one runs to the end; `|`, or `OR` in capitals between spaces, splits groups outside quotes.
    /// `*` and `\` are ignored. Only the first [`LONGEST_QUERY`] characters count.
    pub fn parse(typed: &str) -> Words {
        let mut words = Words { groups: vec![Vec::new()] };
        let mut term = String::new();
        let mut quoted = false;
        for char in typed.chars().take(LONGEST_QUERY).filter(|char| !matches!(char, '*' | '\\')) {
            match char {
                '"' | '\u{201c}'..='\u{201f}' => {
                    words.end_term(&mut term, quoted);
                    quoted = !quoted;
                }
                '|' if !quoted => {
                    words.end_term(&mut term, false);
                    words.groups.push(Vec::new());
                }
                char if char.is_whitespace() && !quoted => words.end_term(&mut term, false),
                char => term.push(char),
            }
        }
        words.end_term(&mut term, quoted);
        words.groups.retain(|group| !group.is_empty());
        words
    }

    /// Tells whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    fn end_term(&mut self, term: &mut String, quoted: bool) {
        let given = std::mem::take(term);
        if given == "OR" && !quoted {
            self.groups.push(Vec::new());
            return;
        }
        let folded = fold(&given);
        if let (false, Some(group)) = (folded.is_empty(), self.groups.last_mut())
            && !group.contains(&folded)
        {
            group.push(folded);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn groups(typed: &str) -> Vec<Vec<String>> {
        Words::parse(typed).groups
    }

    #[test]
    fn spaces_split_and_quotes_keep_a_phrase() {
        assert_eq!(groups("  Step   Big "), [["step", "big"]]);
        assert_eq!(groups("\"Big  Book\" noon"), [["big book", "noon"]]);
        assert_eq!(groups("“Big Book” noon"), [["big book", "noon"]]);
        assert_eq!(groups("\"big book"), [["big book"]]);
        assert_eq!(groups("ab\"c d\"ef"), [["ab", "c d", "ef"]]);
    }

    #[test]
    fn a_bar_or_the_word_or_in_capitals_splits_groups() {
        let two = vec![vec!["a".to_owned()], vec!["b".to_owned(), "c".to_owned()]];
        assert_eq!(groups("a|b c"), two);
        assert_eq!(groups("a OR b c"), two);
        assert_eq!(groups("| a || OR | b c OR"), two);
        assert_eq!(groups("a or b"), [["a", "or", "b"]]);
        assert_eq!(groups("ORa"), [["ora"]]);
        assert_eq!(groups("\"a|b OR c\""), [["a|b or c"]]);
        assert_eq!(groups("\"OR\""), [["or"]]);
    }

    #[test]
    fn stars_and_backslashes_are_ignored() {
        assert_eq!(groups("st*p\\ *"), [["stp"]]);
        assert!(Words::parse(" * | \"\" OR ").is_empty());
    }

    #[test]
    fn only_the_first_two_hundred_characters_count() {
        assert_eq!(groups(&format!("{} b", "é".repeat(200)))[0].len(), 1);
        assert_eq!(groups(&"é".repeat(300))[0][0].len(), 200);
    }

    proptest! {
        #[test]
        fn no_text_makes_parsing_panic_and_no_term_is_empty(typed in "\\PC{0,220}") {
            for group in Words::parse(&typed).groups {
                prop_assert!(!group.is_empty() && group.iter().all(|term| !term.is_empty()));
            }
        }
    }
}
