//! The file: written, and read back only if it is whole.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::digest::sha256;
use super::text::{compact, decode, quoted};
use super::{FORMAT, Refusal, VERSION};
use crate::json::{Node, Why};
use crate::records::Key;
use crate::records::copy::Texts;
use crate::records::form::{Form, look};
use crate::records::lock::{CIPHER, KDF, Wrapped, is_base64};
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

/// A backup that needs its passphrase. Vector and body are in base 64, as in RFC 4648 section 4.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Encrypted {
    /// The day it was made.
    pub made: Option<Date>,
    /// The data key, which the passphrase opens.
    pub key: Wrapped,
    /// The vector of the body, 12 bytes.
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

/// Makes the file of an encrypted backup. An error means that the wrapped key can't be written as JSON.
pub fn write_encrypted(encrypted: &Encrypted) -> Result<String, serde_json::Error> {
    let Encrypted { made, key, iv, body } = encrypted;
    Ok(format!(
        "{},\n  \"encrypted\": {{\n    \"key\": {},\n    \"iv\": {},\n    \"body\": {}\n  }}\n}}\n",
        head(*made),
        serde_json::to_string(key)?,
        quoted(iv),
        quoted(body)
    ))
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
    let key = node.get("key").map(compact).and_then(|key| serde_json::from_str::<Wrapped>(&key).ok());
    let key = key.ok_or(Refusal::Damaged)?;
    if (key.kdf.name.as_str(), key.cipher.as_str()) != (KDF, CIPHER) {
        return Err(Refusal::Newer);
    }
    let base64 = |key| node.get(key).and_then(Node::text).filter(|text| is_base64(text)).map(str::to_owned);
    match (key.is_known(), base64("iv"), base64("body")) {
        (true, Some(iv), Some(body)) => Ok(Encrypted { made, key, iv, body }),
        _ => Err(Refusal::Damaged),
    }
}
