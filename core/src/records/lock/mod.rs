//! The lock: what a passphrase protects, and the form it is stored in. The ciphers are the browser's.
//!
//! A random *data key* encrypts every private record. It is wrapped (encrypted itself) by a key that
//! PBKDF2 makes of the passphrase, and is stored so, with all that is needed to open it again but the passphrase. So a
//! new passphrase changes one text, not all.
//!
//! **An encrypted record** is `{"v":1,"rev":5,"e":{"k":"<id of the data key>","iv":"…","c":"…"}}`: `c` is the
//! whole text of the plain record under AES-256-GCM, with the tag at its end, `iv` the 12 bytes that were drawn for this
//! one write, both in base 64; what is authenticated besides is [`additional_data`]. The revision stands outside so that
//! copies can be joined while the lock is closed, and inside so that nobody can change it.
//!
//! **What stays plain**: tombstones (they say nothing), settings (theme and language are needed before anything is
//! opened) and what the app notes about its own storage.
//!
//! **Turning on, turning off.** The lock is stored first, in every copy; then each record is written in its new form,
//! text by text; what is left after an interruption is done when the lock is next opened. Encrypting keeps the
//! revision: of equal ones the encrypted text holds. Decrypting takes the next one. The wrapped key goes last, at a
//! start that finds no encrypted text in any copy. So at every moment each record can be read with the passphrase or
//! without one.

mod away;
mod weak;

use serde::{Deserialize, Serialize};

use super::form::{Body, Form, look};
use super::{Key, SCHEMA};
pub use away::{Away, LockAfter};
pub use weak::{SHORT, Weakness, weakness};

/// The only way so far to make a key of a passphrase.
pub const KDF: &str = "PBKDF2-SHA256";
/// The only cipher so far.
pub const CIPHER: &str = "A256GCM";
/// Rounds of a new lock; fewer are raised when it is next opened. Source: OWASP Password Storage Cheat Sheet,
/// PBKDF2-HMAC-SHA256 (checked 2026-11-22).
pub const ROUNDS: u32 = 600_000;
/// More rounds than this are refused: nothing that was stored may hold up the browser for minutes.
pub const MAX_ROUNDS: u32 = 10_000_000;

/// How a key is made of a passphrase.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Kdf {
    /// Its name, [`KDF`].
    pub name: String,
    /// How often it is repeated.
    pub rounds: u32,
    /// The salt, in base 64.
    pub salt: String,
}

/// A data key that only its passphrase opens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Wrapped {
    /// The name of the data key, in each text that it encrypts.
    pub id: String,
    /// How the key that wraps it is made.
    pub kdf: Kdf,
    /// The cipher of the wrapping and of all that the data key encrypts, [`CIPHER`].
    pub cipher: String,
    /// The vector of the wrapping, 12 bytes in base 64.
    pub iv: String,
    /// The data key, 32 bytes, encrypted, with its tag, in base 64.
    pub key: String,
}

impl Wrapped {
    /// Tells whether this version knows how to open it. One that it can't is treated as one that was damaged.
    pub fn is_known(&self) -> bool {
        self.kdf.name == KDF
            && self.cipher == CIPHER
            && (1..=MAX_ROUNDS).contains(&self.kdf.rounds)
            && [&self.kdf.salt, &self.iv, &self.key].into_iter().all(|text| is_base64(text))
    }

    /// Tells whether it was made when fewer rounds were thought enough.
    pub fn is_outdated(&self) -> bool {
        self.kdf.rounds < ROUNDS
    }

    /// What is authenticated beside the wrapped key.
    pub fn additional_data(id: &str) -> String {
        format!("{}key:{id}:{SCHEMA}", Key::PREFIX)
    }
}

/// The lock of this browser.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Lock {
    /// The data key.
    #[serde(flatten)]
    pub wrapped: Wrapped,
    /// It is being turned off: what is still encrypted is decrypted when it is next opened.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leaving: bool,
    /// When it closes by itself.
    #[serde(default)]
    pub after: LockAfter,
}

/// The outside of an encrypted record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sealed {
    /// The schema of the record inside.
    pub schema: u32,
    /// Its revision.
    pub revision: u64,
    /// The name of the data key.
    pub key: String,
    /// The vector, in base 64.
    pub iv: String,
    /// The encrypted text, in base 64.
    pub body: String,
}

#[derive(Serialize, Deserialize)]
struct Outside {
    v: u32,
    rev: u64,
    e: Inside,
}

#[derive(Serialize, Deserialize)]
struct Inside {
    k: String,
    iv: String,
    c: String,
}

impl Sealed {
    /// Reads an encrypted record; anything else is none.
    pub fn read(text: &str) -> Option<Sealed> {
        if !is_sealed(text) {
            return None;
        }
        let Outside { v, rev, e } = serde_json::from_str(text).ok()?;
        Some(Sealed { schema: v, revision: rev, key: e.k, iv: e.iv, body: e.c })
    }

    /// Gives the text to store.
    pub fn write(&self) -> String {
        let e = Inside { k: self.key.clone(), iv: self.iv.clone(), c: self.body.clone() };
        // Whole numbers and texts can always be written.
        serde_json::to_string(&Outside { v: self.schema, rev: self.revision, e }).unwrap_or_default()
    }

    /// Gives what came out of it if it is the record that it says it is.
    pub fn opened(&self, plain: String) -> Option<String> {
        match look(&plain) {
            Form::Record(head)
                if head.body == Body::Plain
                    && (head.revision, head.schema) == (self.revision, self.schema) =>
            {
                Some(plain)
            }
            _ => None,
        }
    }
}

/// What is authenticated beside an encrypted record: where it belongs, and its schema.
pub fn additional_data(key: &Key, schema: u32) -> String {
    format!("{key}:{schema}")
}

/// Tells whether the records of a key are encrypted while there is a lock.
pub fn is_private(key: &Key) -> bool {
    match key {
        Key::Event(_) | Key::Goal(_) | Key::Saved(_) | Key::Plan(_) | Key::Archive(_) => true,
        Key::Settings | Key::Meta => false,
    }
}

/// Tells whether a text is an encrypted record. A plain one as it is written is told apart without reading all of it.
pub fn is_sealed(text: &str) -> bool {
    let rest = text.strip_prefix(r#"{"v":"#).unwrap_or(text);
    let is_plain = rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).starts_with(r#","d":"#);
    !is_plain && matches!(look(text), Form::Record(head) if matches!(head.body, Body::Encrypted(_)))
}

/// What a plain text becomes when it is encrypted: its schema and revision. `None` if it stays as it is.
pub fn to_seal(key: &Key, text: &str) -> Option<(u32, u64)> {
    match look(text) {
        Form::Record(head) if is_private(key) && head.body == Body::Plain => {
            Some((head.schema, head.revision))
        }
        _ => None,
    }
}

/// Tells whether a text is base 64 with padding, as in RFC 4648 section 4.
pub(super) fn is_base64(text: &str) -> bool {
    let digits = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    !digits.is_empty() && text.len().is_multiple_of(4) && digits.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{GoalId, MAX_REVISION};
    use proptest::prelude::*;

    fn sealed() -> Sealed {
        let text = |text: &str| text.to_owned();
        Sealed { schema: 1, revision: 5, key: text("k1"), iv: text("AAAA"), body: text("BBBB") }
    }

    fn wrapped() -> Wrapped {
        let text = |text: &str| text.to_owned();
        let kdf = Kdf { name: text(KDF), rounds: ROUNDS, salt: text("AAAA") };
        Wrapped { id: text("k1"), kdf, cipher: text(CIPHER), iv: text("AAAA"), key: text("BBBB") }
    }

    #[test]
    fn an_encrypted_record_is_written_as_the_form_says_and_read_back() {
        let text = r#"{"v":1,"rev":5,"e":{"k":"k1","iv":"AAAA","c":"BBBB"}}"#;
        assert_eq!(sealed().write(), text);
        assert_eq!(Sealed::read(text), Some(sealed()));
        assert_eq!(Sealed::read(r#"{"v":1,"d":{"rev":1}}"#), None);
    }

    #[test]
    fn what_comes_out_must_be_the_record_that_was_meant() {
        let opened = |plain: &str| sealed().opened(plain.to_owned()).is_some();
        assert!(opened(r#"{"v":1,"d":{"rev":5,"name":"x"}}"#));
        assert!(!opened(r#"{"v":1,"d":{"rev":6,"name":"x"}}"#));
        assert!(!opened(r#"{"v":1,"d":{"rev":5,"deleted":true}}"#));
        assert!(!opened("x"));
    }

    #[test]
    fn a_tombstone_settings_and_what_is_no_record_stay_as_they_are() {
        let goal = Key::Goal(GoalId::parse("a").unwrap());
        assert_eq!(to_seal(&goal, r#"{"v":1,"d":{"rev":5}}"#), Some((1, 5)));
        assert_eq!(to_seal(&Key::Settings, r#"{"v":1,"d":{"rev":5}}"#), None);
        for text in
            [r#"{"v":1,"d":{"rev":5,"deleted":true}}"#, r#"{"v":2,"d":{"rev":5}}"#, "torn", &sealed().write()]
        {
            assert_eq!(to_seal(&goal, text), None, "{text}");
        }
    }

    #[test]
    fn a_lock_that_this_version_cannot_open_is_known_as_such() {
        assert!(wrapped().is_known() && !wrapped().is_outdated());
        let changed = |change: fn(&mut Wrapped)| {
            let mut wrapped = wrapped();
            change(&mut wrapped);
            wrapped
        };
        assert!(changed(|it| it.kdf.rounds = 1_000).is_outdated());
        let others: [fn(&mut Wrapped); 6] = [
            |it| it.kdf.name = "Argon2id".to_owned(),
            |it| it.cipher = "XChaCha20".to_owned(),
            |it| it.kdf.rounds = 0,
            |it| it.kdf.rounds = MAX_ROUNDS + 1,
            |it| it.kdf.salt.clear(),
            |it| it.key = "not base 64!".to_owned(),
        ];
        for change in others {
            assert!(!changed(change).is_known());
        }
    }

    #[test]
    fn the_lock_is_stored_beside_the_wrapped_key() {
        let lock = Lock { wrapped: wrapped(), leaving: false, after: LockAfter::default() };
        let text = serde_json::to_string(&lock).unwrap();
        assert_eq!(
            text,
            r#"{"id":"k1","kdf":{"name":"PBKDF2-SHA256","rounds":600000,"salt":"AAAA"},"cipher":"A256GCM","iv":"AAAA","key":"BBBB","after":5}"#
        );
        assert_eq!(serde_json::from_str::<Lock>(&text).unwrap(), lock);
    }

    proptest! {
        #[test]
        fn any_revision_and_name_is_read_back(rev in 1..=MAX_REVISION, key in ".{0,8}") {
            let one = Sealed { revision: rev, key, ..sealed() };
            prop_assert_eq!(Sealed::read(&one.write()), Some(one));
        }
    }
}
