//! One value, encrypted: `\0XQ` and the form (1), the key's id, a nonce of its own, and what XChaCha20-Poly1305 makes of the
//! value. Everything before the nonce and the bytes of the entry's key are authenticated with it, so a value that is changed, or
//! found under another key than it was put under, does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::TryRngCore;
use rand::rngs::OsRng;

use super::key::{KeyId, SealKey};
use crate::store::{Key, StoreError};

const MAGIC: [u8; 4] = *b"\0XQ\x01";
const NONCE: usize = 24;
/// Bytes before the encrypted value.
const HEAD: usize = MAGIC.len() + 8 + NONCE;
/// By how much a value grows.
pub const OVERHEAD: usize = HEAD + 16;

/// Keys: the first one encrypts, all of them decrypt. None at all means a plain store.
#[derive(Clone, Default)]
pub struct Keyring {
    keys: Vec<(SealKey, XChaCha20Poly1305)>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.keys.iter().map(|(key, _)| key.id())).finish()
    }
}

impl FromIterator<SealKey> for Keyring {
    fn from_iter<T: IntoIterator<Item = SealKey>>(keys: T) -> Keyring {
        let cipher = |key: SealKey| {
            let cipher = XChaCha20Poly1305::new(key.bytes().into());
            (key, cipher)
        };
        Keyring { keys: keys.into_iter().map(cipher).collect() }
    }
}

impl Keyring {
    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The key that encrypts.
    pub fn first(&self) -> Option<KeyId> {
        self.keys.first().map(|(key, _)| key.id())
    }

    /// Encrypts a value that is to stand under `key`.
    ///
    /// # Errors
    /// `Unsealed` where there is no key, `NoChance` where the system gives no nonce.
    pub fn seal(&self, key: &Key, value: &[u8]) -> Result<Vec<u8>, StoreError> {
        let (with, cipher) = self.keys.first().ok_or_else(|| StoreError::Unsealed { key: key.clone() })?;
        let mut nonce = [0; NONCE];
        OsRng.try_fill_bytes(&mut nonce).map_err(|_| StoreError::NoChance)?;
        let payload = Payload { msg: value, aad: &about(with.id(), key) };
        // Refuses only what would not fit into memory.
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::Tampered { key: key.clone() })?;
        Ok([&MAGIC[..], &with.id().0, &nonce, &sealed].concat())
    }

    /// Decrypts what stands under `key`.
    ///
    /// # Errors
    /// `Unsealed` where it is not encrypted, `KeyMissing` where it is by a key that is not here, `Tampered` where it is not
    /// what was put there.
    pub fn open(&self, key: &Key, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        let id = sealed_by(bytes).ok_or_else(|| StoreError::Unsealed { key: key.clone() })?;
        let found = self.keys.iter().find(|(key, _)| key.id() == id);
        let (_, cipher) = found.ok_or(StoreError::KeyMissing { id })?;
        let tampered = || StoreError::Tampered { key: key.clone() };
        let rest = bytes.get(MAGIC.len() + 8..).ok_or_else(tampered)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or_else(tampered)?;
        let payload = Payload { msg: sealed, aad: &about(id, key) };
        cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| tampered())
    }
}

fn about(id: KeyId, key: &Key) -> Vec<u8> {
    [&MAGIC[..], &id.0, key.as_bytes()].concat()
}

/// By which key a value is encrypted; `None` for one that is not.
pub fn sealed_by(bytes: &[u8]) -> Option<KeyId> {
    let rest = bytes.strip_prefix(&MAGIC)?;
    rest.first_chunk().copied().map(KeyId)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring() -> Keyring {
        [SealKey::fresh().unwrap()].into_iter().collect()
    }

    #[test]
    fn the_same_value_never_looks_the_same_twice_and_shows_nothing_of_itself() {
        let (ring, key) = (ring(), Key::counter("a"));
        let words = "您先别急".repeat(20);
        let (one, two) =
            (ring.seal(&key, words.as_bytes()).unwrap(), ring.seal(&key, words.as_bytes()).unwrap());
        assert_ne!(one[HEAD..], two[HEAD..]);
        assert_ne!(one[12..HEAD], two[12..HEAD]);
        assert_eq!(one.len(), words.len() + OVERHEAD);
        assert!(!one.windows(3).any(|window| window == "急".as_bytes()));
        assert_eq!(ring.open(&key, &one).unwrap(), words.as_bytes());
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_noticed() {
        let (ring, key) = (ring(), Key::counter("a"));
        let sealed = ring.seal(&key, b"{}").unwrap();
        for at in 0..sealed.len() * 8 {
            let mut other = sealed.clone();
            other[at / 8] ^= 1 << (at % 8);
            assert!(ring.open(&key, &other).is_err(), "bit {at}");
        }
        for end in 0..sealed.len() {
            assert!(ring.open(&key, &sealed[..end]).is_err(), "{end} bytes");
        }
    }

    #[test]
    fn a_value_moved_under_another_key_is_noticed() {
        let ring = ring();
        let sealed = ring.seal(&Key::counter("a"), b"1").unwrap();
        let moved = ring.open(&Key::counter("b"), &sealed);
        assert!(matches!(moved, Err(StoreError::Tampered { key }) if key == Key::counter("b")));
    }

    #[test]
    fn the_first_key_encrypts_and_all_of_them_decrypt() {
        let (old, new) = (SealKey::fresh().unwrap(), SealKey::fresh().unwrap());
        let key = Key::counter("a");
        let before: Keyring = [old.clone()].into_iter().collect();
        let during: Keyring = [new.clone(), old.clone()].into_iter().collect();
        let after: Keyring = [new.clone()].into_iter().collect();
        let sealed = before.seal(&key, b"1").unwrap();
        assert_eq!(during.open(&key, &sealed).unwrap(), b"1");
        assert_eq!(sealed_by(&during.seal(&key, b"1").unwrap()), Some(new.id()));
        assert!(matches!(after.open(&key, &sealed), Err(StoreError::KeyMissing { id }) if id == old.id()));
        assert!(matches!(after.open(&key, b"{}"), Err(StoreError::Unsealed { .. })));
        assert!(matches!(Keyring::default().seal(&key, b"1"), Err(StoreError::Unsealed { .. })));
    }
}
