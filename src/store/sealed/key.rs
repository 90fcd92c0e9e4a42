//! Keys of whoever runs the program: 32 bytes from the system's generator, in a file that only its owner may read.
//!
//! A file is one line of text, `xiaoqi-key-1 <id> <key>`; lines that start with `#` are remarks. The id is part of the key's hash: it stands
//! in every entry, tells nothing about the key, and shows where a key was mistyped.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// First word of a key's line.
const FORM: &str = "xiaoqi-key-1";

/// Largest file that is looked at: a key takes less than a hundred bytes.
const MOST: u64 = 4_096;

/// Why there is no key.
#[derive(Clone, Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read.
    #[error("the key file {path} cannot be read")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// Others may read the file.
    #[error("the key file {path} may be read by others (mode {mode:03o}). Run: chmod 600 {path}")]
    Open {
        /// Which.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
    /// There is no key in it.
    #[error("{path} holds no key. `xiaoqi key new FILE` makes one")]
    NoKey {
        /// Which.
        path: PathBuf,
    },
    /// There is something like a key, with a mistake.
    #[error("the key in {path} is incomplete or mistyped. Copy the file again from where it is kept safe")]
    Mistyped {
        /// Which.
        path: PathBuf,
    },
    /// The file for a new key is there already, or cannot be written.
    #[error("the key file {path} cannot be written; one that is there already is never overwritten")]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// The system has no chance to give.
    #[error("the system's random generator failed; no key was made")]
    NoChance,
}

/// By which a key is known: tells nothing about it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub(super) [u8; 8]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A key. Shows its id only, and is wiped from memory when dropped.
#[derive(Clone)]
pub struct SealKey {
    id: KeyId,
    bytes: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKey({})", self.id)
    }
}

impl SealKey {
    /// A new one.
    ///
    /// # Errors
    /// `NoChance`.
    pub fn fresh() -> Result<SealKey, KeyError> {
        let mut bytes = Zeroizing::new([0; 32]);
        OsRng.try_fill_bytes(&mut bytes[..]).map_err(|_| KeyError::NoChance)?;
        Ok(SealKey::of(bytes))
    }

    fn of(bytes: Zeroizing<[u8; 32]>) -> SealKey {
        let hash = Sha256::new().chain_update(b"xiaoqi key id").chain_update(&bytes[..]).finalize();
        let mut id = [0; 8];
        id.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        SealKey { id: KeyId(id), bytes }
    }

    /// By which it is known.
    pub fn id(&self) -> KeyId {
        self.id
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// The line that a file holds.
    pub fn line(&self) -> Zeroizing<String> {
        let key = Zeroizing::new(URL_SAFE_NO_PAD.encode(&self.bytes[..]));
        Zeroizing::new(format!("{FORM} {} {}\n", self.id, *key))
    }

    /// Reads the key in `text`; `None` where there is none, `Some(None)` where it has a mistake.
    pub fn parse(text: &str) -> Option<Option<SealKey>> {
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))?;
        let rest = line.strip_prefix(FORM)?;
        Some(read(rest))
    }

    /// Reads a key's file.
    ///
    /// # Errors
    /// Every variant of [`KeyError`] but `Unwritable` and `NoChance`.
    pub fn load(path: &Path) -> Result<SealKey, KeyError> {
        let owned = || path.to_path_buf();
        let unreadable = |source| KeyError::Unreadable { path: owned(), source: Arc::new(source) };
        let mut file = std::fs::File::open(path).map_err(unreadable)?;
        guarded(path, &file.metadata().map_err(unreadable)?)?;
        let mut text = Zeroizing::new(String::new());
        let read = io::Read::read_to_string(&mut io::Read::take(&mut file, MOST), &mut text);
        match read {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(KeyError::NoKey { path: owned() });
            }
            other => other.map_err(unreadable)?,
        };
        match SealKey::parse(&text) {
            None => Err(KeyError::NoKey { path: owned() }),
            Some(None) => Err(KeyError::Mistyped { path: owned() }),
            Some(Some(key)) => Ok(key),
        }
    }

    /// Writes the key into a file that is not there yet, for its owner alone, and onto the disk.
    ///
    /// # Errors
    /// `Unwritable`.
    pub fn save(&self, path: &Path) -> Result<(), KeyError> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(path).and_then(|mut file| {
            file.write_all(self.line().as_bytes())?;
            file.sync_all()
        });
        written.map_err(|source| KeyError::Unwritable { path: path.to_path_buf(), source: Arc::new(source) })
    }
}

fn read(rest: &str) -> Option<SealKey> {
    let (id, key) = rest.trim().split_once(char::is_whitespace)?;
    let decoded = Zeroizing::new(URL_SAFE_NO_PAD.decode(key.trim()).ok()?);
    let bytes = Zeroizing::new(<[u8; 32]>::try_from(&decoded[..]).ok()?);
    let key = SealKey::of(bytes);
    (key.id.to_string() == id).then_some(key)
}

/// Nobody but the file's owner may have any part in it.
#[cfg(unix)]
fn guarded(path: &Path, file: &std::fs::Metadata) -> Result<(), KeyError> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o777;
    match mode & 0o077 {
        0 => Ok(()),
        _ => Err(KeyError::Open { path: path.to_path_buf(), mode }),
    }
}

#[cfg(not(unix))]
fn guarded(_: &Path, _: &std::fs::Metadata) -> Result<(), KeyError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_from_its_line_and_shows_nothing_but_its_id() {
        let key = SealKey::fresh().unwrap();
        let line = format!("# made for a test\n\n{}", *key.line());
        let read = SealKey::parse(&line).unwrap().unwrap();
        assert_eq!((read.id(), read.bytes()), (key.id(), key.bytes()));
        let secret = line.split(' ').next_back().unwrap().trim();
        assert!(!format!("{key:?} {}", key.id()).contains(secret));
        assert_ne!(SealKey::fresh().unwrap().id(), key.id());
    }

    #[test]
    fn every_single_mistyped_letter_of_a_key_is_noticed() {
        let line = SealKey::fresh().unwrap().line();
        let begin = FORM.len() + 1;
        for at in begin..line.len() - 1 {
            let other = if line.as_bytes()[at] == b'a' { "b" } else { "a" };
            let mistyped = format!("{}{other}{}", &line[..at], &line[at + 1..]);
            assert!(SealKey::parse(&mistyped).unwrap().is_none(), "place {at} in {mistyped}");
        }
        assert!(SealKey::parse(&line[..line.len() - 3]).unwrap().is_none());
    }

    #[test]
    fn files_without_a_key_are_told_apart_and_none_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        assert!(matches!(SealKey::load(&path), Err(KeyError::Unreadable { .. })));
        let key = SealKey::fresh().unwrap();
        key.save(&path).unwrap();
        assert_eq!(SealKey::load(&path).unwrap().id(), key.id());
        assert!(matches!(key.save(&path), Err(KeyError::Unwritable { .. })));
        for (bytes, named) in [
            (&b"123456:ABC"[..], "holds no key"),
            (b"\xff\xfe", "holds no key"),
            (b"", "holds no key"),
            (b"xiaoqi-key-1 00", "mistyped"),
        ] {
            std::fs::write(&path, bytes).unwrap();
            let error = SealKey::load(&path).unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_may_read_is_refused_with_what_to_do() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        SealKey::fresh().unwrap().save(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        for mode in [0o640, 0o604, 0o610, 0o622] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let error = SealKey::load(&path).unwrap_err();
            assert!(matches!(error, KeyError::Open { .. }), "{mode:o}: {error}");
            assert!(error.to_string().contains("chmod 600"), "{error}");
        }
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o400)).unwrap();
        SealKey::load(&path).unwrap();
    }
}
