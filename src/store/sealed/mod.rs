//! Encryption at rest, as a layer over any other engine: values go down encrypted and come up decrypted; keys, order, versions and
//! expectations are those of the engine below.
//!
//! - `key`: keys of whoever runs the program, and their files
//! - `envelope`: one value, encrypted
//!
//! A store is encrypted as a whole or not at all: [`rewrite`] turns the one into the other in one piece, and an entry that is not encrypted is
//! refused where keys are given. What this keeps from a thief of the files, and what not, is told in docs/security.md.

mod envelope;
mod key;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt};

pub use envelope::{Keyring, OVERHEAD, sealed_by};
pub use key::{KeyError, KeyId, SealKey};

use super::{Batch, Entry, Key, PAGE, SledStore, Store, StoreError};

/// An engine whose values are encrypted.
pub struct SealedStore {
    inner: Arc<dyn Store>,
    ring: Keyring,
}

impl SealedStore {
    /// Puts the layer over an engine, and opens every entry once, so that a missing key or a changed entry shows at the start (docs/performance.md says what it takes).
    /// Says how many entries each key has encrypted.
    ///
    /// # Errors
    /// `KeyMissing`, `Unsealed` or `Tampered` for the first entry that does not open; whatever the engine says.
    pub async fn open(
        inner: Arc<dyn Store>,
        ring: Keyring,
    ) -> Result<(SealedStore, BTreeMap<KeyId, u64>), StoreError> {
        let mut counts = BTreeMap::new();
        let mut range = Key::everything();
        loop {
            let page = inner.scan(range.clone(), PAGE).await?;
            for (key, entry) in &page {
                ring.open(key, &entry.value)?;
                if let Some(id) = sealed_by(&entry.value) {
                    *counts.entry(id).or_default() += 1;
                }
            }
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => return Ok((SealedStore { inner, ring }, counts)),
            }
        }
    }

    fn entry(&self, key: &Key, entry: Entry) -> Result<Entry, StoreError> {
        Ok(Entry { value: self.ring.open(key, &entry.value)?, version: entry.version })
    }

    fn sealed(&self, batch: Batch) -> Result<Batch, StoreError> {
        let mut sealed = Batch::new();
        for (key, expect) in batch.required() {
            sealed.require(key.clone(), expect);
        }
        for (key, change) in batch {
            match change.value {
                Some(value) => {
                    let value = self.ring.seal(&key, &value)?;
                    sealed.put(key, value, change.expect)
                }
                None => sealed.delete(key, change.expect),
            };
        }
        Ok(sealed)
    }
}

impl Store for SealedStore {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        async move { self.inner.get(key).await?.map(|entry| self.entry(key, entry)).transpose() }.boxed()
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            let found = self.inner.scan(range, limit).await?.into_iter();
            found.map(|(key, entry)| Ok((key.clone(), self.entry(&key, entry)?))).collect()
        }
        .boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move { self.inner.commit(self.sealed(batch)?).await }.boxed()
    }

    fn compact(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        self.inner.compact()
    }
}

/// Opens the store in a folder: under the layer where there are keys, plain where there are none.
///
/// # Errors
/// As [`SledStore::open`] and [`over`].
pub async fn open_folder(path: impl AsRef<Path>, ring: Keyring) -> Result<Arc<dyn Store>, StoreError> {
    over(Arc::new(SledStore::open(path)?), ring).await
}

/// An engine as it is to be used: under the layer where there are keys, as it is where there are none.
///
/// # Errors
/// As [`SealedStore::open`]; `KeyMissing` where it is encrypted and there is no key.
pub async fn over(inner: Arc<dyn Store>, ring: Keyring) -> Result<Arc<dyn Store>, StoreError> {
    if ring.is_empty() {
        refuse_sealed(&*inner).await?;
        return Ok(inner);
    }
    let first = ring.first();
    let (store, counts) = SealedStore::open(inner, ring).await?;
    let older: u64 = counts.iter().filter(|(id, _)| Some(**id) != first).map(|(_, count)| count).sum();
    if older > 0 {
        tracing::info!(older, "entries are encrypted with an older key; `xiaoqi key rotate` ends that");
    }
    Ok(Arc::new(store))
}

/// An encrypted store must not be gone on with in plain. As it is one as a whole, its first entry tells.
async fn refuse_sealed(store: &dyn Store) -> Result<(), StoreError> {
    let first = store.scan(Key::everything(), 1).await?;
    match first.first().and_then(|(_, entry)| sealed_by(&entry.value)) {
        Some(id) => Err(StoreError::KeyMissing { id }),
        None => Ok(()),
    }
}

/// What [`rewrite`] made of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// Entries.
    pub entries: u64,
    /// Whether they were encrypted before.
    pub was_sealed: bool,
}

/// Rewrites a store that nobody is using, in one piece: everything comes to be encrypted with the first key of `to`, or plain where that has
/// none. Reads with the keys of `from`. Nothing of the old bytes is left in the files, and a kill leaves the one or the other.
///
/// # Errors
/// As [`SledStore::rewrite`], and `KeyMissing`, `Unsealed` or `Tampered` for an entry that does not open; the store is as it was then.
pub fn rewrite(path: impl AsRef<Path>, from: &Keyring, to: &Keyring) -> Result<Rewritten, StoreError> {
    let mut was_sealed = None;
    let mut change = |key: &Key, bytes: Vec<u8>| {
        // The first entry tells what the store is; one of the other kind was slipped in by somebody.
        let sealed = *was_sealed.get_or_insert(sealed_by(&bytes).is_some());
        let value = match (sealed, sealed_by(&bytes)) {
            (false, None) => bytes,
            (false, Some(_)) => return Err(StoreError::Tampered { key: key.clone() }),
            (true, _) => from.open(key, &bytes)?,
        };
        if to.is_empty() { Ok(value) } else { to.seal(key, &value) }
    };
    let entries = SledStore::rewrite(path, &mut change)?;
    Ok(Rewritten { entries, was_sealed: was_sealed.unwrap_or(false) })
}
