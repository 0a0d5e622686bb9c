//! What the types of meetings mean, for who has never been to one.

use crate::json::readable;

/// What a type means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeNote {
    /// The English names of the types that it is about.
    pub names: Vec<String>,
    /// The program for whose types it holds; `None`: for those of every program that has no own note.
    pub program: Option<String>,
    /// What it means.
    pub text: String,
}

/// What is known of types.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeNotes {
    /// All notes.
    pub types: Vec<TypeNote>,
}

impl TypeNotes {
    /// Takes a program's key and the English name of one of its types; gives what that means.
    pub fn of(&self, program: Option<&str>, name: &str) -> Option<&str> {
        let about = |of: Option<&str>| {
            let mut fitting = self.types.iter().filter(|note| note.program.as_deref() == of);
            fitting.find(|note| note.names.iter().any(|known| known == name))
        };
        let own = program.and_then(|program| about(Some(program)));
        own.or_else(|| about(None)).map(|note| note.text.as_str())
    }
}

readable! {
    TypeNote { names, program, text }
    TypeNotes { types }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programs_own_note_comes_before_the_one_for_all() {
        let note = |names: &[&str], program: Option<&str>, text: &str| TypeNote {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            program: program.map(str::to_owned),
            text: text.to_owned(),
        };
        let types = vec![
            note(&["Closed"], None, "for members"),
            note(&["Closed"], Some("aa"), "to stop drinking"),
            note(&["Step", "Steps"], None, "a step"),
        ];
        let notes = TypeNotes { types };
        assert_eq!(notes.of(Some("aa"), "Closed"), Some("to stop drinking"));
        assert_eq!(notes.of(Some("na"), "Closed"), Some("for members"));
        assert_eq!(notes.of(None, "Steps"), Some("a step"));
        assert_eq!(notes.of(Some("aa"), "Greek"), None);
    }
}
