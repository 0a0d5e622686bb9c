//! The file: written, and read back only if it is whole.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::digest::sha256;
use super::text::{compact, decode, quoted};
use super::{CIPHER, FORMAT, KDF, MAX_ROUNDS, Refusal, VERSION};
use crate::json::{Node, Why};
use crate::records::Key;
use crate::records::copy::Texts;
use crate::records::form::{Form, look};
use crate::time::Date;

/// A file that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The text of the file.
    pub text: String,
    /// Keys whose texts are no records: offer these for download by themselves.
    pub left_out: Vec<String>,
}

/// A file that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum File {
    /// A whole backup.
    Backup(Backup),
    /// A backup that needs its passphrase. What comes out of `body` is a file to read like any other.
    Encrypted(Encrypted),
}

/// A whole backup.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Backup {
    /// The day it was made.
    pub made: Option<Date>,
    /// The version of the app that made it.
    pub app: String,
    /// Its records by their keys, as they were stored.
    pub records: Texts,
    /// How many keys in it are not ours.
    pub unknown: usize,
}

/// A backup that needs its passphrase. Salt, vector and body are in base 64, as in RFC 4648 section 4.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Encrypted {
    /// The day it was made.
    pub made: Option<Date>,
    /// Rounds of PBKDF2 with SHA-256.
    pub rounds: u64,
    /// The salt of the passphrase.
    pub salt: String,
    /// The vector of AES-256-GCM, 12 bytes.
    pub iv: String,
    /// The encrypted text of a whole backup, with its tag; see [`ADDITIONAL_DATA`](super::ADDITIONAL_DATA).
    pub body: String,
}

/// Makes the file of these records, which must be decrypted. What the app notes about its own storage stays out.
pub fn write(records: &Texts, made: Date, app: &str) -> Written {
    let (mut kept, mut left_out) = (Texts::new(), Vec::new());
    for (key, text) in records {
        match Key::parse(key) {
            None | Some(Key::Meta) => {}
            Some(_) if look(text) == Form::Unreadable => left_out.push(key.clone()),
            Some(_) => match Node::parse(text) {
                Ok(node) => drop(kept.insert(key.clone(), compact(&node))),
                Err(_) => left_out.push(key.clone()),
            },
        }
    }
    let lines: Vec<String> = kept.iter().map(|(key, text)| format!("    {}: {text}", quoted(key))).collect();
    let records = if lines.is_empty() { "{}".to_owned() } else { format!("{{\n{}\n  }}", lines.join(",\n")) };
    let mut text = head(Some(made));
    // Writing to a text can't fail.
    let _ = write!(
        text,
        ",\n  \"app\": {},\n  \"records\": {records},\n  \"sha256\": \"{}\"\n}}\n",
        quoted(app),
        sha256(&canonical(&kept))
    );
    Written { text, left_out }
}

/// Makes the file of an encrypted backup.
pub fn write_encrypted(encrypted: &Encrypted) -> String {
    let Encrypted { made, rounds, salt, iv, body } = encrypted;
    format!(
        "{},\n  \"encrypted\": {{\n    \"kdf\": {{ \"name\": \"{KDF}\", \"rounds\": {rounds}, \"salt\": {} }},\n    \
         \"cipher\": \"{CIPHER}\",\n    \"iv\": {},\n    \"body\": {}\n  }}\n}}\n",
        head(*made),
        quoted(salt),
        quoted(iv),
        quoted(body)
    )
}

fn head(made: Option<Date>) -> String {
    let made = made.map(|made| format!(",\n  \"made\": \"{made}\"")).unwrap_or_default();
    format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION}{made}")
}

/// The text that is digested: the records by the order of their keys, without spaces.
fn canonical(records: &Texts) -> String {
    let pairs: Vec<String> = records.iter().map(|(key, text)| format!("{}:{text}", quoted(key))).collect();
    format!("{{{}}}", pairs.join(","))
}

/// Reads the bytes of a file, whatever it is.
pub fn read(bytes: &[u8]) -> Result<File, Refusal> {
    let text = decode(bytes)?;
    let file = Node::parse(&text).map_err(|error| match error.why {
        Why::TooDeep => Refusal::TooDeep,
        _ if !text.contains(FORMAT) => Refusal::NotABackup,
        Why::Ends => Refusal::Cut,
        Why::Unexpected => Refusal::Damaged,
    })?;
    let Node::Object(pairs) = &file else { return Err(Refusal::NotABackup) };
    match file.get("format").and_then(Node::text) {
        Some(FORMAT) => {}
        Some(_) => return Err(Refusal::OtherApp),
        None => return Err(Refusal::NotABackup),
    }
    match whole(file.get("version")) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(Refusal::Newer),
        _ => return Err(Refusal::Damaged),
    }
    let fields = once(pairs).ok_or(Refusal::Damaged)?;
    let made = file.get("made").and_then(Node::text).and_then(Date::parse);
    if let Some(encrypted) = fields.get("encrypted") {
        return read_encrypted(encrypted, made).map(File::Encrypted);
    }
    let Some(Node::Object(records)) = fields.get("records") else { return Err(Refusal::Damaged) };
    let records: Texts = once(records)
        .ok_or(Refusal::Damaged)?
        .into_iter()
        .map(|(key, node)| (key.to_owned(), compact(node)))
        .collect();
    if file.get("sha256").and_then(Node::text) != Some(&sha256(&canonical(&records))) {
        return Err(Refusal::Damaged);
    }
    let app = file.get("app").and_then(Node::text).unwrap_or_default().to_owned();
    let mut backup = Backup { made, app, records, unknown: 0 };
    let all = backup.records.len();
    backup.records.retain(|key, _| !matches!(Key::parse(key), None | Some(Key::Meta)));
    backup.unknown = all - backup.records.len();
    Ok(File::Backup(backup))
}

/// Gives the fields of an object by name; `None` if one occurs twice.
fn once<'a, 'b>(
    pairs: &'a [(std::borrow::Cow<'b, str>, Node<'b>)],
) -> Option<BTreeMap<&'a str, &'a Node<'b>>> {
    let fields: BTreeMap<&str, &Node<'b>> = pairs.iter().map(|(key, node)| (key.as_ref(), node)).collect();
    (fields.len() == pairs.len()).then_some(fields)
}

fn whole(node: Option<&Node<'_>>) -> Option<u64> {
    match node {
        Some(Node::Number(digits)) => digits.parse().ok(),
        _ => None,
    }
}

fn read_encrypted(node: &Node<'_>, made: Option<Date>) -> Result<Encrypted, Refusal> {
    let kdf = node.get("kdf").ok_or(Refusal::Damaged)?;
    let name = |node: &Node<'_>, key| node.get(key).and_then(Node::text).map(str::to_owned);
    match (name(kdf, "name").as_deref(), name(node, "cipher").as_deref()) {
        (Some(KDF), Some(CIPHER)) => {}
        (Some(_), Some(_)) => return Err(Refusal::Newer),
        _ => return Err(Refusal::Damaged),
    }
    let rounds = whole(kdf.get("rounds")).filter(|rounds| (1..=MAX_ROUNDS).contains(rounds));
    let base64 = |node, key| name(node, key).filter(|text| is_base64(text)).ok_or(Refusal::Damaged);
    Ok(Encrypted {
        made,
        rounds: rounds.ok_or(Refusal::Damaged)?,
        salt: base64(kdf, "salt")?,
        iv: base64(node, "iv")?,
        body: base64(node, "body")?,
    })
}

fn is_base64(text: &str) -> bool {
    let digits = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    !digits.is_empty() && text.len().is_multiple_of(4) && digits.bytes().all(is_digit)
}
