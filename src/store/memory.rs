//! A store in memory: for tests, for the terminal's dry runs, and as the model every other engine is held to.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::{BoxFuture, FutureExt};

use super::{Batch, Change, Entry, Freeze, Key, PAGE, Snapshot, Store, StoreError};

/// Keeps everything in a map and forgets it when dropped.
#[derive(Debug, Default)]
pub struct MemoryStore {
    contents: Mutex<Contents>,
}

#[derive(Debug, Default)]
struct Contents {
    entries: BTreeMap<Key, Entry>,
    commits: u64,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> MemoryStore {
        MemoryStore::default()
    }

    // A std mutex: it is never held across an await. Poison is ignored because no method can stop half-way
    // through a change.
    fn contents(&self) -> MutexGuard<'_, Contents> {
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Contents {
    fn commit(&mut self, batch: Batch) -> Result<(), StoreError> {
        let version = |key: &Key| Some((key.clone(), self.entries.get(key)?.version));
        let found: BTreeMap<Key, u64> = batch.watched().into_iter().filter_map(version).collect();
        if let Some(key) = batch.refusal(&found) {
            return Err(StoreError::Conflict { key: key.clone() });
        }
        self.commits += u64::from(!batch.is_empty());
        batch.into_iter().for_each(|(key, change)| self.apply(key, change));
        Ok(())
    }

    fn apply(&mut self, key: Key, change: Change) {
        match change.value {
            Some(value) => self.entries.insert(key, Entry { value, version: self.commits }),
            None => self.entries.remove(&key),
        };
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> Vec<(Key, Entry)> {
        // BTreeMap::range panics on an inverted range.
        if range.start >= range.end {
            return Vec::new();
        }
        self.entries.range(range).take(limit).map(|(key, entry)| (key.clone(), entry.clone())).collect()
    }
}

impl Store for MemoryStore {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        async move { Ok(self.contents().entries.get(key).cloned()) }.boxed()
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move { Ok(self.contents().scan(range, limit)) }.boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move { self.contents().commit(batch) }.boxed()
    }
}

impl Freeze for MemoryStore {
    fn freeze(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, StoreError>> {
        let contents = self.contents();
        let entries = contents.entries.clone();
        let counts = (contents.commits, entries.len() as u64);
        let copy = Copied { left: entries.into_iter(), counts };
        async move { Ok(Box::new(copy) as Box<dyn Snapshot>) }.boxed()
    }
}

/// What is left to be read of a copy.
struct Copied {
    left: std::collections::btree_map::IntoIter<Key, Entry>,
    counts: (u64, u64),
}

impl Snapshot for Copied {
    fn commits(&self) -> u64 {
        self.counts.0
    }

    fn entries(&self) -> u64 {
        self.counts.1
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move { Ok(self.left.by_ref().take(PAGE).collect()) }.boxed()
    }
}
