//! Content hashes: what a session names its persona, its language and its reader by.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The first 16 bytes of a SHA-256, in lower-case hexadecimal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(String);

impl ContentHash {
    /// The hash of some parts; each part's length goes in first, so that moving a byte across a border changes it.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> ContentHash {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let bytes = digest.finalize();
        ContentHash(bytes.iter().take(16).map(|b| format!("{b:02x}")).collect())
    }

    /// The 32 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A whole SHA-256, in 64 lower-case hexadecimal digits: for what somebody may want to forge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

impl Digest {
    /// The hash of some parts, one after the other: whoever calls sees to it that they cannot be divided otherwise.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Digest {
        let mut digest = Sha256::new();
        parts.into_iter().for_each(|part| digest.update(part));
        Digest(digest.finalize().into())
    }

    /// HMAC-SHA-256: only who has the key can make it.
    pub fn keyed(key: &[u8; 32], message: &[u8]) -> Digest {
        let pad = |byte: u8| {
            let padded = key.iter().copied().chain(std::iter::repeat(0)).take(64);
            padded.map(|one| one ^ byte).collect::<Vec<u8>>()
        };
        let inner = Digest::of([&pad(0x36), message]);
        Digest::of([&pad(0x5c), inner.bytes().as_slice()])
    }

    /// Reads 64 lower-case hexadecimal digits. `None` for anything else.
    pub fn parse(text: &str) -> Option<Digest> {
        let lower = !text.bytes().any(|b| b.is_ascii_uppercase());
        from_hex(text).filter(|_| lower).map(Digest)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// 32 bytes from 64 hexadecimal digits, in capitals or not. `None` for anything else.
pub fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    let mut bytes = [0u8; 32];
    if digits.len() != bytes.len() * 2 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = pair.iter().fold(0, |sum, digit| (sum << 4) | digit);
    }
    Some(bytes)
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Digest, &'static str> {
        Digest::parse(&text).ok_or("expected 64 lower-case hexadecimal digits")
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> String {
        digest.to_string()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A quick hash of bytes (FNV-1a, 64 bits), for tables; not for what must not be forged.
pub fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyed_digest_is_the_standard_one() {
        // RFC 4231, test case 1, whose key of 20 bytes is padded with zeros in any case.
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        let mac = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        assert_eq!(Digest::keyed(&key, b"Hi There").to_string(), mac);
    }

    #[test]
    fn a_digest_reads_back_and_nothing_else_does() {
        let digest = Digest::of([b"abc".as_slice()]);
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!((digest.to_string().as_str(), Digest::parse(text)), (text, Some(digest)));
        for other in [&text[1..], &format!("{text}0"), &text.to_uppercase(), &text.replace('b', "g"), ""] {
            assert_eq!(Digest::parse(other), None, "{other}");
        }
        assert_eq!(from_hex(&text.to_uppercase()), Some(*digest.bytes()));
    }
}
