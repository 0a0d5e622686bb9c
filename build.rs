//! Turns the interface strings of `src/i18n/*.json` into one function per key, so that a key which doesn't
//! exist fails to compile.
//!
//! `"home.title": "…"` becomes `t::home_title()`, a text with `{name}` takes `name`, a pair `x.one` and
//! `x.other` becomes `t::x(n, …)`, and `choice.<group>.<id>` is found by `t::choice(group, id)`. A key that a
//! language lacks has its English text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Strings = BTreeMap<String, String>;
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const FOLDER: &str = "src/i18n";

fn main() -> Outcome<()> {
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    let english = read(&Path::new(FOLDER).join("en.json"))?;
    let languages = other_languages(&english)?;
    let mut out = String::new();
    write_tables(&mut out, &english, &languages)?;
    let keys: Vec<&String> = english.keys().collect();
    for (index, key) in keys.iter().enumerate() {
        if key.starts_with("choice.") || key.strip_suffix(".one").is_some() {
            continue;
        }
        match key.strip_suffix(".other") {
            Some(stem) => write_plural(&mut out, stem, index, &english)?,
            None => write_function(&mut out, key, index, &english[*key])?,
        }
    }
    write_choices(&mut out, &keys)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("strings.rs"), out)?;
    Ok(())
}

fn read(path: &Path) -> Outcome<Strings> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

fn other_languages(english: &Strings) -> Outcome<BTreeMap<String, Strings>> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if path.extension().is_some_and(|ending| ending == "json") && stem != "en" {
            let strings = read(&path)?;
            if let Some(unknown) = strings.keys().find(|key| !english.contains_key(*key)) {
                return Err(format!("{}: no such key in en.json: {unknown}", path.display()).into());
            }
            languages.insert(stem.to_owned(), strings);
        }
    }
    Ok(languages)
}

fn write_tables(out: &mut String, english: &Strings, others: &BTreeMap<String, Strings>) -> Outcome<()> {
    let count = english.len();
    let codes: Vec<&str> = std::iter::once("en").chain(others.keys().map(String::as_str)).collect();
    writeln!(out, "/// The languages that have strings, English first.")?;
    writeln!(out, "pub(crate) static LANGUAGES: [&str; {}] = {codes:?};", codes.len())?;
    writeln!(out, "static TABLES: [[&str; {count}]; {}] = [", codes.len())?;
    for code in codes {
        let own = others.get(code);
        let row: Vec<&String> =
            english.iter().map(|(key, text)| own.and_then(|own| own.get(key)).unwrap_or(text)).collect();
        writeln!(out, "{row:?},")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// The names in `{…}`, each once.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for part in text.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

fn function_name(key: &str) -> String {
    key.replace(['.', '-'], "_")
}

fn arguments(names: &[&str]) -> (String, String) {
    let taken: Vec<String> = names.iter().map(|name| format!("{name}: &str")).collect();
    let given: Vec<String> = names.iter().map(|name| format!("(\"{{{name}}}\", {name})")).collect();
    (taken.join(", "), given.join(", "))
}

fn write_function(out: &mut String, key: &str, index: usize, text: &str) -> Outcome<()> {
    let name = function_name(key);
    let names = placeholders(text);
    if names.is_empty() {
        writeln!(out, "pub(crate) fn {name}() -> &'static str {{ text({index}) }}")?;
    } else {
        let (taken, given) = arguments(&names);
        writeln!(out, "pub(crate) fn {name}({taken}) -> String {{ fill(text({index}), &[{given}]) }}")?;
    }
    Ok(())
}

fn write_plural(out: &mut String, stem: &str, other: usize, english: &Strings) -> Outcome<()> {
    let one = english.keys().position(|key| *key == format!("{stem}.one"));
    let one = one.ok_or_else(|| format!("en.json has {stem}.other without {stem}.one"))?;
    let mut names = placeholders(&english[&format!("{stem}.other")]);
    names.retain(|name| *name != "n");
    let (taken, given) = arguments(&names);
    let name = function_name(stem);
    writeln!(
        out,
        "pub(crate) fn {name}(n: i64, {taken}) -> String {{ \
         fill(text(if is_one(n) {{ {one} }} else {{ {other} }}), &[(\"{{n}}\", &number(n)), {given}]) }}"
    )?;
    Ok(())
}

fn write_choices(out: &mut String, keys: &[&String]) -> Outcome<()> {
    writeln!(out, "/// The words for one of a fixed set, such as a need; `None` for one that has none.")?;
    writeln!(out, "pub(crate) fn choice(group: &str, id: &str) -> Option<&'static str> {{")?;
    writeln!(out, "Some(text(match (group, id) {{")?;
    for (index, key) in keys.iter().enumerate() {
        if let Some((group, id)) = key.strip_prefix("choice.").and_then(|rest| rest.split_once('.')) {
            writeln!(out, "({group:?}, {id:?}) => {index},")?;
        }
    }
    writeln!(out, "_ => return None,\n}}))\n}}")?;
    Ok(())
}
