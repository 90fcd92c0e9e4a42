//! The bytes of a backup to entries. Everything is checked on the way; the whole is sound once the end is reached.

use std::io::Read;

use sha2::{Digest, Sha256};

use super::{BackupError, FORMAT, Head, LONGEST, MAGIC};
use crate::store::{Entry, Key};

/// Reads a backup from its beginning to its end.
pub struct BackupReader<R> {
    source: R,
    head: Head,
    /// Bytes read so far.
    at: u64,
    /// Where the entry being read begins.
    from: u64,
    entries: u64,
    sum: Sha256,
    last: Option<Key>,
    done: bool,
}

impl<R: Read> BackupReader<R> {
    /// Reads the head.
    ///
    /// # Errors
    /// [`BackupError`], about the head.
    pub fn open(source: R) -> Result<BackupReader<R>, BackupError> {
        let head = Head { program: String::new(), at: 0, commits: 0, entries: 0 };
        let (at, from, entries, done) = (0, 0, 0, false);
        let mut reader =
            BackupReader { source, head, at, from, entries, sum: Sha256::new(), last: None, done };
        let magic: [u8; 8] = reader.array().map_err(|error| match error {
            BackupError::Short { .. } => BackupError::Foreign,
            other => other,
        })?;
        if magic != *MAGIC {
            return Err(BackupError::Foreign);
        }
        let found = reader.number()?;
        if found > FORMAT {
            return Err(BackupError::Newer { found, known: FORMAT });
        }
        if found == 0 {
            return Err(reader.damaged("its format is none there ever was"));
        }
        let length = reader.length()?;
        let head = reader.bytes(length)?;
        let sum = crc32fast::hash(&head);
        if reader.number()? != sum {
            return Err(reader.damaged("the head does not match its checksum"));
        }
        reader.head = serde_json::from_slice(&head).map_err(|_| reader.damaged("the head cannot be read"))?;
        Ok(reader)
    }

    /// What the backup says of itself.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The next entry; `None` once everything is read and sound.
    ///
    /// # Errors
    /// [`BackupError`], with the place.
    pub fn next_entry(&mut self) -> Result<Option<(Key, Entry)>, BackupError> {
        if self.done {
            return Ok(None);
        }
        self.from = self.at;
        let size = self.length()?;
        if size == 0 {
            return self.end().map(|()| None);
        }
        let length = self.length()?;
        let version = u64::from_be_bytes(self.array()?);
        let (key, value) = (self.bytes(size)?, self.bytes(length)?);
        let mut sum = crc32fast::Hasher::new();
        for part in [&size.to_be_bytes()[..], &length.to_be_bytes(), &version.to_be_bytes(), &key, &value] {
            sum.update(part);
        }
        if self.number()? != sum.finalize() {
            return Err(self.damaged("it does not match its checksum"));
        }
        let key = Key::found(&key);
        let everything = Key::everything();
        if !everything.contains(&key) || self.last.as_ref().is_some_and(|last| *last >= key) {
            return Err(self.damaged("its key is out of order"));
        }
        if version == 0 || version > self.head.commits {
            return Err(self.damaged("it is newer than the backup"));
        }
        self.last = Some(key.clone());
        self.entries += 1;
        Ok(Some((key, Entry { value, version })))
    }

    fn end(&mut self) -> Result<(), BackupError> {
        let count = u64::from_be_bytes(self.array()?);
        if count != self.entries || count != self.head.entries {
            return Err(self.damaged("the number of entries is another one"));
        }
        let expected: [u8; 32] = self.sum.clone().finalize().into();
        if self.array::<32>()? != expected {
            return Err(self.damaged("the whole does not match its checksum"));
        }
        if self.source.read(&mut [0])? > 0 {
            self.from = self.at;
            return Err(self.damaged("something follows behind its end"));
        }
        self.done = true;
        Ok(())
    }

    fn damaged(&self, what: &'static str) -> BackupError {
        BackupError::Damaged { at: self.from, entry: self.number_of_entry(), what }
    }

    /// Which entry is being read; 0 in the head.
    fn number_of_entry(&self) -> u64 {
        if self.from == 0 { 0 } else { self.entries + 1 }
    }

    fn number(&mut self) -> Result<u32, BackupError> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    fn length(&mut self) -> Result<u32, BackupError> {
        let length = self.number()?;
        if length > LONGEST { Err(self.damaged("a length is out of all proportion")) } else { Ok(length) }
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], BackupError> {
        let bytes = self.bytes(N as u32)?;
        bytes.try_into().map_err(|_| self.damaged("it ends too early"))
    }

    fn bytes(&mut self, length: u32) -> Result<Vec<u8>, BackupError> {
        // Grows with what is really there: a wrong length must not cost its size in memory.
        let mut bytes = Vec::new();
        self.source.by_ref().take(u64::from(length)).read_to_end(&mut bytes)?;
        self.at += bytes.len() as u64;
        if bytes.len() < length as usize {
            return Err(BackupError::Short { at: self.at, entry: self.number_of_entry() });
        }
        self.sum.update(&bytes);
        Ok(bytes)
    }
}

impl<R: Read> Iterator for BackupReader<R> {
    type Item = Result<(Key, Entry), BackupError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next_entry().transpose();
        // Nothing sensible follows what is damaged.
        self.done |= matches!(next, Some(Err(_)));
        next
    }
}
