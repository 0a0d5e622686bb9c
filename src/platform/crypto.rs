//! The browser's own ciphers: a passphrase, the data key that it opens, and what that key encrypts. What is stored, and
//! why, is in `alongside_core::records::lock`.
//!
//! Browsers have these only where the page came over a safe connection. Every call may fail; why is never told apart: a
//! wrong passphrase and a changed byte are the same to a cipher.

use alongside_core::card::Sealed;
use alongside_core::records::EventId;
use alongside_core::records::lock::{CIPHER, KDF, Kdf, ROUNDS, Wrapped};
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::{random, window};

/// It could not be encrypted or decrypted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Failed;

/// What was asked for, if it could be had.
pub(crate) type Had<T> = Result<T, Failed>;

const KEY_BYTES: usize = 32;
const VECTOR_BYTES: usize = 12;

/// A data key as bytes, for as long as it takes to wrap it. The bytes are overwritten when it goes.
pub(crate) struct RawKey([u8; KEY_BYTES]);

/// A data key that encrypts and decrypts, and that no script can read.
#[derive(Clone)]
pub(crate) struct DataKey {
    /// Its name, which each text that it encrypts says.
    pub(crate) id: String,
    key: CryptoKey,
}

/// A text that was encrypted: vector and body, in base 64.
pub(crate) struct Body {
    pub(crate) iv: String,
    pub(crate) body: String,
}

impl Drop for RawKey {
    fn drop(&mut self) {
        self.0.fill(0);
    }
}

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Failed {
        Failed
    }
}

/// Says whether this browser has ciphers for this page.
pub(crate) fn is_there() -> bool {
    subtle().is_ok()
}

/// Makes a new data key and wraps it.
pub(crate) async fn new_key(passphrase: &str) -> Had<(DataKey, Wrapped)> {
    let raw = RawKey(random::bytes().ok_or(Failed)?);
    let id = EventId::from_random(random::bytes().ok_or(Failed)?).to_string();
    let wrapped = raw.wrap(&id, passphrase).await?;
    Ok((raw.ready(id).await?, wrapped))
}

/// Opens a wrapped data key.
pub(crate) async fn open_key(wrapped: &Wrapped, passphrase: &str) -> Had<(DataKey, RawKey)> {
    if !wrapped.is_known() {
        return Err(Failed);
    }
    let by = derive(passphrase, &wrapped.kdf).await?;
    let bytes = decrypt(&by, &Wrapped::additional_data(&wrapped.id), &wrapped.iv, &wrapped.key).await?;
    let raw = RawKey(bytes.try_into().map_err(|_| Failed)?);
    Ok((raw.ready(wrapped.id.clone()).await?, raw))
}

impl RawKey {
    /// Wraps the key for another passphrase, with as many rounds as are thought enough now.
    pub(crate) async fn wrap(&self, id: &str, passphrase: &str) -> Had<Wrapped> {
        let salt = to_base64(&random::bytes::<16>().ok_or(Failed)?)?;
        let kdf = Kdf { name: KDF.to_owned(), rounds: ROUNDS, salt };
        let by = derive(passphrase, &kdf).await?;
        let Body { iv, body } = encrypt(&by, &Wrapped::additional_data(id), &self.0).await?;
        Ok(Wrapped { id: id.to_owned(), kdf, cipher: CIPHER.to_owned(), iv, key: body })
    }

    async fn ready(&self, id: String) -> Had<DataKey> {
        let bytes = Uint8Array::from(self.0.as_slice());
        let key = import(&bytes, &"AES-GCM".into(), &["encrypt", "decrypt"]).await?;
        bytes.fill(0, 0, KEY_BYTES as u32);
        Ok(DataKey { id, key })
    }
}

impl DataKey {
    /// Encrypts a text, together with what says where it belongs.
    pub(crate) async fn encrypt(&self, additional: &str, text: &str) -> Had<Body> {
        encrypt(&self.key, additional, text.as_bytes()).await
    }

    /// Decrypts a text.
    pub(crate) async fn decrypt(&self, additional: &str, iv: &str, body: &str) -> Had<String> {
        String::from_utf8(decrypt(&self.key, additional, iv, body).await?).map_err(|_| Failed)
    }
}

/// What is authenticated beside a card.
const CARD: &str = "alongside:card:2";

/// Encrypts bytes that only this passphrase opens.
pub(crate) async fn seal(passphrase: &str, bytes: &[u8]) -> Had<Sealed> {
    let salt: [u8; Sealed::SALT] = random::bytes().ok_or(Failed)?;
    let by = derive(passphrase, &card_kdf(&salt)?).await?;
    let Body { iv, body } = encrypt(&by, CARD, bytes).await?;
    Ok(Sealed { salt: salt.to_vec(), vector: from_base64(&iv)?, body: from_base64(&body)? })
}

/// Decrypts them.
pub(crate) async fn unseal(passphrase: &str, sealed: &Sealed) -> Had<Vec<u8>> {
    let by = derive(passphrase, &card_kdf(&sealed.salt)?).await?;
    decrypt(&by, CARD, &to_base64(&sealed.vector)?, &to_base64(&sealed.body)?).await
}

fn card_kdf(salt: &[u8]) -> Had<Kdf> {
    Ok(Kdf { name: KDF.to_owned(), rounds: Sealed::ROUNDS, salt: to_base64(salt)? })
}

fn subtle() -> Had<SubtleCrypto> {
    let crypto = window().ok_or(Failed)?.crypto()?;
    // Not there where the connection isn't safe, whatever the types say.
    Reflect::get(&crypto, &"subtle".into())?.dyn_into().map_err(Failed::from)
}

/// The key that a passphrase makes. Two keyboards may write one letter in two ways: NFC makes them equal.
async fn derive(passphrase: &str, kdf: &Kdf) -> Had<CryptoKey> {
    let typed: String = JsString::from(passphrase).normalize("NFC").into();
    let typed = import(&Uint8Array::from(typed.as_bytes()), &"PBKDF2".into(), &["deriveKey"]).await?;
    let salt = Uint8Array::from(from_base64(&kdf.salt)?.as_slice());
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", salt.into()),
        ("iterations", kdf.rounds.into()),
    ])?;
    let made = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let derived = subtle()?.derive_key_with_object_and_object(
        &how,
        &typed,
        &made,
        false,
        &usages(&["encrypt", "decrypt"]),
    )?;
    answer(derived).await?.dyn_into().map_err(Failed::from)
}

async fn import(bytes: &Uint8Array, algorithm: &JsValue, uses: &[&str]) -> Had<CryptoKey> {
    let algorithm = object(&[("name", algorithm.clone())])?;
    let imported = subtle()?.import_key_with_object("raw", bytes, &algorithm, false, &usages(uses))?;
    answer(imported).await?.dyn_into().map_err(Failed::from)
}

/// With a vector of its own: one that is used twice gives the texts away.
async fn encrypt(key: &CryptoKey, additional: &str, bytes: &[u8]) -> Had<Body> {
    let vector: [u8; VECTOR_BYTES] = random::bytes().ok_or(Failed)?;
    let bytes = Uint8Array::from(bytes);
    let done = subtle()?.encrypt_with_object_and_buffer_source(&cipher(&vector, additional)?, key, &bytes)?;
    let body = Uint8Array::new(&answer(done).await?);
    Ok(Body { iv: to_base64(&vector)?, body: to_base64(&body.to_vec())? })
}

async fn decrypt(key: &CryptoKey, additional: &str, iv: &str, body: &str) -> Had<Vec<u8>> {
    let (vector, body) = (from_base64(iv)?, from_base64(body)?);
    let body = Uint8Array::from(body.as_slice());
    let done = subtle()?.decrypt_with_object_and_buffer_source(&cipher(&vector, additional)?, key, &body)?;
    Ok(Uint8Array::new(&answer(done).await?).to_vec())
}

fn cipher(vector: &[u8], additional: &str) -> Had<Object> {
    let (vector, additional) = (Uint8Array::from(vector), Uint8Array::from(additional.as_bytes()));
    object(&[("name", "AES-GCM".into()), ("iv", vector.into()), ("additionalData", additional.into())])
}

fn object(fields: &[(&str, JsValue)]) -> Had<Object> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

fn usages(names: &[&str]) -> Array {
    names.iter().map(|name| JsValue::from_str(name)).collect()
}

async fn answer(promise: Promise) -> Had<JsValue> {
    Ok(JsFuture::from(promise).await?)
}

fn to_base64(bytes: &[u8]) -> Had<String> {
    let letters: String = bytes.iter().copied().map(char::from).collect();
    Ok(window().ok_or(Failed)?.btoa(&letters)?)
}

fn from_base64(text: &str) -> Had<Vec<u8>> {
    let letters = window().ok_or(Failed)?.atob(text)?;
    letters.chars().map(|letter| u8::try_from(u32::from(letter)).map_err(|_| Failed)).collect()
}
