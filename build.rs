//! Turns the interface strings of `src/i18n/en.json` into one function per key, so that a key which doesn't
//! exist fails to compile.
//!
//! `"home.title": "…"` becomes `t::home_title()`, a text with `{name}` takes `name`, a pair `x.one` and
//! `x.other` becomes `t::x(n, …)`, and `choice.<group>.<id>` is found by `t::choice(group, id)`. Keys that begin
//! with `static.` are for the page before the app, which `tools/finish.mjs` writes.
//!
//! English is compiled in: each function holds its text, so that the words of a chunk come with it. Other languages are files that a visitor fetches (`tools/lib/languages.mjs` writes
//! them in the same order of keys); here is only checked that their keys and their `{names}` are those of English.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Strings = BTreeMap<String, String>;
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const FOLDER: &str = "src/i18n";

/// The forms that a count may need in some language, as `Intl.PluralRules` names them. English has two of them.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn main() -> Outcome<()> {
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    // `tools/lib/split.mjs` cuts the app into chunks by what each function refers to.
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo:rustc-link-arg-bin=alongside=--emit-relocs");
    }
    let english = read(&Path::new(FOLDER).join("en.json"))?;
    check_languages(&english)?;
    let keys = keys(&english);
    let mut out = String::new();
    write_keys(&mut out, &keys)?;
    for (index, key) in keys.iter().enumerate() {
        match plural_of(key, &english) {
            Some((stem, "zero")) => write_plural(&mut out, stem, index, &english)?,
            Some(_) => {}
            None if key.starts_with("choice.") => {}
            None => write_function(&mut out, key, index, &english[key])?,
        }
    }
    write_choices(&mut out, &keys, &english)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("strings.rs"), out)?;
    Ok(())
}

fn read(path: &Path) -> Outcome<Strings> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

/// What a key is a form of, and which: `days.one` is of `days`, if English has `days.one` and `days.other`.
fn plural_of<'a>(key: &'a str, english: &Strings) -> Option<(&'a str, &'a str)> {
    let (stem, form) = key.rsplit_once('.')?;
    let has = |form: &str| english.contains_key(&format!("{stem}.{form}"));
    (FORMS.contains(&form) && has("one") && has("other")).then_some((stem, form))
}

/// Every key of the app in the order of the table, a count with a place for each form.
fn keys(english: &Strings) -> Vec<String> {
    let mut keys = Vec::new();
    for key in english.keys().filter(|key| !key.starts_with("static.")) {
        match plural_of(key, english) {
            Some((stem, "other")) => keys.extend(FORMS.iter().map(|form| format!("{stem}.{form}"))),
            Some(_) => {}
            None => keys.push(key.clone()),
        }
    }
    keys
}

fn check_languages(english: &Strings) -> Outcome<()> {
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            for (key, text) in read(&path)? {
                let trouble = trouble(&key, &text, english);
                trouble.map_or(Ok(()), |trouble| Err(format!("{}: {key}: {trouble}", path.display())))?;
            }
        }
    }
    Ok(())
}

fn trouble(key: &str, text: &str, english: &Strings) -> Option<String> {
    let plural = plural_of(key, english);
    let model = plural.map_or_else(|| key.to_owned(), |(stem, _)| format!("{stem}.other"));
    let Some(model) = english.get(&model) else { return Some("en.json has no such key".to_owned()) };
    // "one day" needs no number in it.
    let names = |text| -> BTreeSet<_> {
        placeholders(text).into_iter().filter(|name| plural.is_none() || *name != "n").collect()
    };
    let (own, model) = (names(text), names(model));
    (own != model).then(|| format!("has the names {own:?} where English has {model:?}"))
}

fn write_keys(out: &mut String, keys: &[String]) -> Outcome<()> {
    writeln!(out, "/// Tells a file that was written for these keys, in this order, from others.")?;
    writeln!(out, "pub(super) const KEYS: &str = \"{:08x}\";", fingerprint(&keys.join("\n")))?;
    writeln!(out, "pub(super) const COUNT: usize = {};", keys.len())?;
    Ok(())
}

/// FNV-1a. `tools/lib/languages.mjs` has the same.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
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
        writeln!(out, "pub(crate) fn {name}() -> &'static str {{ text({index}, {text:?}) }}")?;
    } else {
        let (taken, given) = arguments(&names);
        writeln!(
            out,
            "pub(crate) fn {name}({taken}) -> String {{ fill(text({index}, {text:?}), &[{given}]) }}"
        )?;
    }
    Ok(())
}

fn write_plural(out: &mut String, stem: &str, first: usize, english: &Strings) -> Outcome<()> {
    let mut names = placeholders(&english[&format!("{stem}.other")]);
    names.retain(|name| *name != "n");
    let (taken, given) = arguments(&names);
    let name = function_name(stem);
    let forms = FORMS.map(|form| english.get(&format!("{stem}.{form}")).map_or("", String::as_str));
    writeln!(
        out,
        "pub(crate) fn {name}(n: i64, {taken}) -> String {{ \
         fill(plural({first}, &{forms:?}, n), &[(\"{{n}}\", &number(n)), {given}]) }}"
    )?;
    Ok(())
}

fn write_choices(out: &mut String, keys: &[String], english: &Strings) -> Outcome<()> {
    writeln!(out, "/// The words for one of a fixed set, such as a need; `None` for one that has none.")?;
    writeln!(out, "pub(crate) fn choice(group: &str, id: &str) -> Option<&'static str> {{")?;
    writeln!(out, "let (index, english) = match (group, id) {{")?;
    for (index, key) in keys.iter().enumerate() {
        if let Some((group, id)) = key.strip_prefix("choice.").and_then(|rest| rest.split_once('.')) {
            writeln!(out, "({group:?}, {id:?}) => ({index}, {:?}),", english[key])?;
        }
    }
    writeln!(out, "_ => return None,\n}};\nSome(text(index, english))\n}}")?;
    Ok(())
}
