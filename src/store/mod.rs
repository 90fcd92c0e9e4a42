//! Where everything that must outlive a crash is kept: a narrow trait (get, scan, commit), its engines, the
//! layout of the keys and the wire form of the values.
//!
//! # Invariants
//! - A commit is all or nothing, and has reached the disk when its future resolves.
//! - What `get` and `scan` return has reached the disk too; a scan sees every batch wholly or not at all.
//! - No error carries a stored value: keys, paths and numbers only.
//! - The engines know nothing of what the values mean, and nothing here knows a channel.

pub mod backup;
pub mod batch;
pub mod error;
pub mod keys;
pub mod memory;
pub mod postgres;
pub mod record;
pub mod sealed;
pub mod sled;

use std::ops::Range;
use std::time::Instant;

use futures::future::{BoxFuture, FutureExt};

pub use self::sled::{SledStore, is_begun};
pub use batch::{Batch, Change, Expect};
pub use error::StoreError;
pub use keys::{InFleet, Key, KeyName, Nudge};
pub use memory::MemoryStore;
pub use postgres::{Pools, PostgresStore, PostgresUrl};
pub use record::{Record, RecordError, Upcast, Wire};
pub use sealed::{KeyError, Keyring, SealKey, SealedStore, open_folder, over};

use crate::vitals::{VITALS, count, took};

/// What is kept under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The bytes as they were put.
    pub value: Vec<u8>,
    /// The number of the commit that put them: 1 or more. It grows with every put, also across a delete, so a
    /// version never comes back with other bytes.
    pub version: u64,
}

/// Entries read at once where all of a range are wanted.
const PAGE: usize = 256;

/// All entries of a range, in the order of their keys, read page by page.
///
/// # Errors
/// As [`Store::scan`].
pub async fn scan_all(store: &dyn Store, mut range: Range<Key>) -> Result<Vec<(Key, Entry)>, StoreError> {
    let mut all = Vec::new();
    loop {
        let page = store.scan(range.clone(), PAGE).await?;
        let full = page.len() == PAGE;
        all.extend(page);
        match all.last() {
            Some((last, _)) if full => range.start = last.next(),
            _ => return Ok(all),
        }
    }
}

/// A storage engine. Object safe: the desk holds an `Arc<dyn Store>`.
pub trait Store: Send + Sync {
    /// What is kept under `key`, if anything.
    ///
    /// # Errors
    /// Any [`StoreError`] except `Conflict`.
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>>;

    /// The first `limit` entries of `range` in the order of their keys. To go on, scan again from
    /// [`Key::next`] of the last key. An empty or inverted range gives nothing.
    ///
    /// # Errors
    /// Any [`StoreError`] except `Conflict`.
    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>>;

    /// Makes all changes of `batch`, or none; resolves when they are durable. Expectations are about the
    /// contents before the batch.
    ///
    /// A future dropped half-way may or may not have committed. After any error but `Conflict` the changes are
    /// not to be relied on, but may turn up after a restart: the disk failed between writing and confirming.
    ///
    /// # Errors
    /// `Conflict` with the first key (in key order) whose expectation failed; else what happened to the disk.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Sees to it that nothing of what was deleted or replaced is left in the files; versions stay. Whoever asks for
    /// something meanwhile waits. Engines that leave nothing behind have nothing to do, which is the default; one that wraps
    /// another hands it on.
    ///
    /// # Errors
    /// What happened to the disk. Where it was only too full for a second copy, the store goes on as it was.
    fn compact(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        futures::future::ready(Ok(())).boxed()
    }
}

/// A store that can be copied as it was at one moment, while it is in use.
pub trait Freeze: Store {
    /// Everything that is durable now. Commits go on meanwhile; what they change is not seen in it.
    ///
    /// # Errors
    /// Any [`StoreError`] except `Conflict`.
    fn freeze(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, StoreError>>;
}

/// What a store held at one moment. Dropping it half-way is fine.
pub trait Snapshot: Send + Sync {
    /// How many commits led to it: no entry's version is above.
    fn commits(&self) -> u64;

    /// How many entries it has.
    fn entries(&self) -> u64;

    /// The next entries in the order of their keys; none at the end.
    ///
    /// # Errors
    /// Any [`StoreError`] except `Conflict`.
    fn next(&mut self) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>>;
}

/// Counts a commit that an engine was asked for then.
fn counted(began: Instant, outcome: Result<(), StoreError>) -> Result<(), StoreError> {
    match &outcome {
        Ok(()) => took(&VITALS.commit_seconds, began.elapsed()),
        Err(error) if error.is_conflict() => count(&VITALS.commit_failures, "reason", "conflict"),
        Err(_) => count(&VITALS.commit_failures, "reason", "store"),
    }
    outcome
}
