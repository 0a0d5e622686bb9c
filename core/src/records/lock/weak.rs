//! What makes a passphrase easy to guess. It is named, never refused.

/// Why a passphrase is easy to guess.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weakness {
    /// It has fewer than [`SHORT`] characters.
    Short,
    /// It has only digits: a program tries all of them fast.
    OnlyDigits,
    /// It repeats a few characters, or runs along the alphabet, the digits or the keyboard.
    Pattern,
    /// It is among those that are tried first.
    Common,
}

/// Fewer characters are short. Source: NIST SP 800-63B-4, a password that protects alone has 15 or more (not
/// checked).
pub const SHORT: usize = 15;

/// Words that stand in lists of the most used passwords; a passphrase that is little more than one of them is common.
const COMMON: [&str; 28] = [
    "password",
    "passwort",
    "contraseña",
    "contrasena",
    "passphrase",
    "letmein",
    "welcome",
    "bienvenido",
    "admin",
    "secret",
    "secreto",
    "iloveyou",
    "teamo",
    "tequiero",
    "monkey",
    "dragon",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "batman",
    "master",
    "shadow",
    "hello",
    "alongside",
    "recovery",
    "sober",
];

/// Ways along which fingers run.
const RUNS: [&str; 6] =
    ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop"];

/// Says what makes a passphrase easy to guess; the worst first. `None` is no promise.
pub fn weakness(passphrase: &str) -> Option<Weakness> {
    let folded: Vec<char> = passphrase.chars().flat_map(char::to_lowercase).collect();
    let text: String = folded.iter().collect();
    let letters: String = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    if folded.is_empty() {
        return Some(Weakness::Short);
    }
    if COMMON.iter().any(|word| letters == *word || text == *word) {
        return Some(Weakness::Common);
    }
    if folded.iter().all(char::is_ascii_digit) {
        return Some(Weakness::OnlyDigits);
    }
    if is_pattern(&folded, &text) {
        return Some(Weakness::Pattern);
    }
    (folded.len() < SHORT).then_some(Weakness::Short)
}

fn is_pattern(folded: &[char], text: &str) -> bool {
    let mut kinds = folded.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let repeats =
        (1..=folded.len() / 2).any(|length| folded.chunks(length).all(|part| folded.starts_with(part)));
    let backwards = |run: &str| run.chars().rev().collect::<String>();
    let runs = folded.len() > 2 && RUNS.iter().any(|run| run.contains(text) || backwards(run).contains(text));
    kinds.len() <= 3 || repeats || runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_weakness_is_named() {
        for (passphrase, expected) in [
            ("", Some(Weakness::Short)),
            ("1234", Some(Weakness::OnlyDigits)),
            ("19840512198405121984", Some(Weakness::OnlyDigits)),
            ("Password1!", Some(Weakness::Common)),
            ("Contraseña2026", Some(Weakness::Common)),
            ("aaaaaaaaaaaaaaaaaaaa", Some(Weakness::Pattern)),
            ("river7river7river7", Some(Weakness::Pattern)),
            ("qwertyuiop", Some(Weakness::Pattern)),
            ("poiuytrewq", Some(Weakness::Pattern)),
            ("green boat", Some(Weakness::Short)),
            ("green boat under nine lamps", None),
            ("zwölf grüne Boote", None),
        ] {
            assert_eq!(weakness(passphrase), expected, "{passphrase}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_panics(passphrase in ".{0,40}") {
            let _ = weakness(&passphrase);
        }

        #[test]
        fn five_different_words_are_never_weak(words in proptest::sample::subsequence(
            vec!["lamp", "river", "orange", "ticket", "cloud", "seven", "garden", "paper"], 5)) {
            prop_assert_eq!(weakness(&words.join(" ")), None);
        }
    }
}
