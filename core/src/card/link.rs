//! What stands after the `#`: a version, then the card, open or encrypted.

use super::{Card, bytes, code};

const OPEN: char = '1';
const SEALED: char = '2';
/// Longer than any card is written.
const LONGEST: usize = 8_000;

/// A card as it was handed on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shared {
    /// Anybody who has the link can read it.
    Open(Card),
    /// It takes a passphrase.
    Sealed(Sealed),
}

/// A card that only its passphrase opens. All are bytes of the cipher's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sealed {
    /// The salt of the passphrase, 16 bytes.
    pub salt: Vec<u8>,
    /// The vector of the cipher, 12 bytes.
    pub vector: Vec<u8>,
    /// What [`Card::bytes`] gives, encrypted, with its tag.
    pub body: Vec<u8>,
}

/// Why a text is no card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// It is something else.
    NoCard,
    /// A later version wrote it.
    Newer,
    /// Part of it is missing or was changed.
    Damaged,
}

impl Shared {
    /// Reads what is after the `#`. Never panics, whatever it is given.
    pub fn read(fragment: &str) -> Result<Shared, Trouble> {
        let fragment = fragment.trim();
        let mut letters = fragment.chars();
        let version = letters.next();
        let rest = letters.as_str();
        match version {
            Some(OPEN | SEALED) if rest.len() > LONGEST => Err(Trouble::Damaged),
            Some(OPEN) => {
                let card = bytes::read(rest).and_then(|bytes| code::read(&bytes));
                card.map(Shared::Open).ok_or(Trouble::Damaged)
            }
            Some(SEALED) => {
                bytes::read(rest).and_then(Sealed::read).map(Shared::Sealed).ok_or(Trouble::Damaged)
            }
            Some('3'..='9') => Err(Trouble::Newer),
            _ => Err(Trouble::NoCard),
        }
    }

    /// Writes it as it stands after the `#`.
    pub fn write(&self) -> String {
        let (version, bytes) = match self {
            Shared::Open(card) => (OPEN, card.bytes()),
            Shared::Sealed(Sealed { salt, vector, body }) => (SEALED, [&salt[..], vector, body].concat()),
        };
        let mut out = String::from(version);
        out.push_str(&bytes::write(&bytes));
        out
    }
}

impl Sealed {
    /// How long the salt is.
    pub const SALT: usize = 16;
    /// How long the vector is.
    pub const VECTOR: usize = 12;
    /// The rounds that make a key of the passphrase. A link doesn't say them, so another number takes another version.
    pub const ROUNDS: u32 = 600_000;
    /// The tag at the end of the body.
    const TAG: usize = 16;

    fn read(mut salt: Vec<u8>) -> Option<Sealed> {
        if salt.len() <= Sealed::SALT + Sealed::VECTOR + Sealed::TAG {
            return None;
        }
        let mut vector = salt.split_off(Sealed::SALT);
        let body = vector.split_off(Sealed::VECTOR);
        Some(Sealed { salt, vector, body })
    }
}

impl Card {
    /// The card as bytes, to be encrypted.
    pub fn bytes(&self) -> Vec<u8> {
        code::write(self)
    }

    /// Reads what was encrypted.
    pub fn from_bytes(bytes: &[u8]) -> Option<Card> {
        code::read(bytes)
    }
}
