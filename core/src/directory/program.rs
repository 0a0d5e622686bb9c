//! Programs and their meeting type codes.
//!
//! Codes mean different things in different programs (`POA` is "Proof of Attendance" in AA and "Parents of
//! Alcoholics" in Al-Anon), so a code is only ever read within its program. The names are data, in
//! `public/content/types.json`.

use crate::fold::fold;
use crate::json::Node;
use std::collections::{BTreeMap, HashMap};

/// The programs that are known, and the codes of each.
#[derive(Clone, Debug, Default)]
pub struct Programs {
    programs: BTreeMap<String, Program>,
    /// World id or key of a BMLT format, and the NA code it stands for.
    bmlt: HashMap<String, String>,
}

/// One fellowship or organization.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// Its short name: "AA".
    pub short: String,
    /// Its full name: "Alcoholics Anonymous".
    pub name: String,
    /// Id of its kind of support, where there is a page about it.
    pub kind: Option<String>,
    types: Vec<Type>,
    /// Folded names in every language, to positions in `types`.
    by_name: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Type {
    code: String,
    names: Vec<(String, String)>,
}

impl Programs {
    /// Takes the text of `types.json`.
    ///
    /// # Errors
    /// Says why it could not be read.
    pub fn read(text: &str) -> Result<Programs, String> {
        let node = Node::parse(text).map_err(|error| error.to_string())?;
        let Some(Node::Object(programs)) = node.get("programs") else {
            return Err("it has no list of programs".to_owned());
        };
        let programs = programs.iter().map(|(key, node)| (key.to_string(), Program::read(node))).collect();
        Ok(Programs { programs, bmlt: read_bmlt(node.get("bmlt")) })
    }

    /// Gives a program by its key.
    pub fn get(&self, key: &str) -> Option<&Program> {
        self.programs.get(key)
    }

    /// Reads the name of a program: its key or its short name, ignoring case. Gives the key.
    pub fn key(&self, given: &str) -> Option<&str> {
        let named = |(key, program): &(&String, &Program)| {
            key.eq_ignore_ascii_case(given) || program.short.eq_ignore_ascii_case(given)
        };
        self.programs.iter().find(named).map(|(key, _)| key.as_str())
    }

    /// Gives every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.programs.keys().map(String::as_str)
    }

    /// Tells whether some program's meetings are of this kind; services are of other kinds.
    pub fn has_kind(&self, kind: &str) -> bool {
        self.programs.values().any(|program| program.kind.as_deref() == Some(kind))
    }

    /// Gives the NA code of a BMLT format, by its world id or its key.
    pub fn bmlt_code(&self, format: &str) -> Option<&str> {
        self.bmlt.get(format).map(String::as_str)
    }
}

impl Program {
    fn read(node: &Node<'_>) -> Program {
        let text = |key: &str| node.get(key).and_then(Node::text).unwrap_or_default().to_owned();
        let mut program = Program {
            short: text("short"),
            name: text("name"),
            kind: node.get("kind").and_then(Node::text).map(str::to_owned),
            ..Program::default()
        };
        if let Some(Node::Object(types)) = node.get("types") {
            for (code, names) in types {
                program.add(code, names);
            }
        }
        program
    }

    fn add(&mut self, code: &str, names: &Node<'_>) {
        let names: Vec<(String, String)> = match names {
            Node::Object(names) => names
                .iter()
                .filter_map(|(language, name)| Some((language.to_string(), name.text()?.to_owned())))
                .collect(),
            single => single.text().map(|name| ("en".to_owned(), name.to_owned())).into_iter().collect(),
        };
        for (_, name) in &names {
            self.by_name.entry(fold(name)).or_insert(self.types.len());
        }
        self.types.push(Type { code: code.to_owned(), names });
    }

    /// Reads what a row says of its type: a code, exactly, then ignoring case, then a name in any language,
    /// ignoring case and accents. Gives the code as the program writes it.
    pub fn code(&self, given: &str) -> Option<&str> {
        let exact = self.types.iter().find(|known| known.code == given);
        let any_case = || self.types.iter().find(|known| known.code.eq_ignore_ascii_case(given));
        let named = || self.by_name.get(&fold(given)).and_then(|at| self.types.get(*at));
        exact.or_else(any_case).or_else(named).map(|known| known.code.as_str())
    }

    /// Gives the name of a code in a language, in English where it has none.
    pub fn type_name(&self, code: &str, language: &str) -> Option<&str> {
        let names = &self.types.iter().find(|known| known.code == code)?.names;
        let in_language = |language: &str| names.iter().find(|(tag, _)| tag == language);
        in_language(language).or_else(|| in_language("en")).map(|(_, name)| name.as_str())
    }
}

/// Reads the default formats of BMLT servers: both their world ids and their English keys lead to NA's code.
fn read_bmlt(node: Option<&Node<'_>>) -> HashMap<String, String> {
    let mut codes = HashMap::new();
    for format in node.map(Node::items).unwrap_or_default() {
        let Some(code) = format.get("na").and_then(Node::text) else { continue };
        let world_id = format.get("world_id").and_then(Node::text);
        let key = format.get("key").and_then(|keys| keys.get("en").or(Some(keys))).and_then(Node::text);
        for name in [world_id, key].into_iter().flatten() {
            codes.entry(name.to_owned()).or_insert_with(|| code.to_owned());
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programs() -> Programs {
        Programs::read(include_str!("../../../public/content/types.json")).unwrap()
    }

    #[test]
    fn a_code_is_read_exactly_then_in_any_case_then_by_name_in_any_language() {
        let programs = programs();
        let aa = programs.get("aa").unwrap();
        for given in ["O", "o", "Open", "open", "abierta", "ABIERTA", "Ouvert(e)"] {
            assert_eq!(aa.code(given), Some("O"), "{given}");
        }
        assert_eq!(aa.code("principiantes"), Some("BE"));
        assert_eq!(aa.code("12x12"), Some("12x12"));
        assert_eq!(aa.code("nothing of the kind"), None);
    }

    #[test]
    fn one_code_has_one_meaning_per_program() {
        let programs = programs();
        assert_eq!(programs.get("aa").unwrap().type_name("POA", "en"), Some("Proof of Attendance"));
        assert_eq!(programs.get("al-anon").unwrap().type_name("POA", "en"), Some("Parents of Alcoholics"));
        assert_eq!(programs.get("aa").unwrap().type_name("O", "es"), Some("Abierta"));
        assert_eq!(
            programs.get("al-anon").unwrap().type_name("O", "th"),
            programs.get("al-anon").unwrap().type_name("O", "en")
        );
    }

    #[test]
    fn every_program_knows_online_and_closed_for_now() {
        for key in programs().keys() {
            let programs = programs();
            let program = programs.get(key).unwrap();
            if program.type_name("O", "en").is_some() {
                assert!(program.type_name("TC", "en").is_some(), "{key}");
                assert!(program.type_name("ONL", "en").is_some(), "{key}");
            }
        }
    }

    #[test]
    fn a_bmlt_format_leads_to_the_code_of_na() {
        let programs = programs();
        assert_eq!(programs.bmlt_code("CLOSED"), Some("C"));
        assert_eq!(programs.bmlt_code("WCHR"), Some("X"));
        assert_eq!(programs.bmlt_code("VM"), Some("ONL"));
    }
}
