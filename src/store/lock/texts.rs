//! Texts encrypted and decrypted, one by one.

use alongside_core::records::Key;
use alongside_core::records::lock::{Sealed, additional_data, to_seal};

use super::state;
use crate::platform::crypto::{DataKey, Failed};

/// Gives texts as anybody can read them, for what is done with them in memory. What can't be decrypted is left out.
pub(in crate::store) async fn plain(
    texts: impl IntoIterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    let key = state(|state| state.key.clone());
    let mut plain = Vec::new();
    for (name, text) in texts {
        match (Sealed::read(&text), &key) {
            (None, _) => plain.push((name, text)),
            (Some(sealed), Some(key)) => {
                if let Ok(text) = open(key, &name, &sealed).await {
                    plain.push((name, text));
                }
            }
            (Some(_), None) => {}
        }
    }
    plain
}

/// Gives a text as it is to be stored; `None` if it can't be encrypted though it must.
pub(in crate::store) async fn sealed(name: &str, text: String) -> Option<String> {
    match state(|state| state.key.clone()) {
        None => Some(text),
        Some(key) => seal(&key, name, &text).await.ok(),
    }
}

/// Encrypts a text, if it is one that is encrypted.
pub(super) async fn seal(key: &DataKey, name: &str, text: &str) -> Result<String, Failed> {
    let Some(place) = Key::parse(name) else { return Ok(text.to_owned()) };
    let Some((schema, revision)) = to_seal(&place, text) else { return Ok(text.to_owned()) };
    let body = key.encrypt(&additional_data(&place, schema), text).await?;
    Ok(Sealed { schema, revision, key: key.id.clone(), iv: body.iv, body: body.body }.write())
}

/// Decrypts a record, if it is the one that its key says.
pub(super) async fn open(key: &DataKey, name: &str, sealed: &Sealed) -> Result<String, Failed> {
    let place = Key::parse(name).ok_or(Failed)?;
    let plain = key.decrypt(&additional_data(&place, sealed.schema), &sealed.iv, &sealed.body).await?;
    sealed.opened(plain).ok_or(Failed)
}
