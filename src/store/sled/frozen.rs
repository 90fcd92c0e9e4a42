//! What the store held at one moment, read page by page while commits go on: whatever a commit changes that has not been
//! read yet is set aside first. Nobody waits longer than one page takes, and what is set aside is only what changes
//! meanwhile.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use futures::future::{BoxFuture, FutureExt};
use tokio::sync::mpsc;

use super::disk::Disk;
use super::writer::{Command, ask};
use crate::store::{Batch, Entry, Key, Snapshot, StoreError};

/// Entries of a page at most.
const PAGE: usize = 256;
/// Bytes of a page at which it ends.
const PAGE_BYTES: usize = 1 << 20;

/// The disk's side of a snapshot.
pub(super) struct Frozen {
    /// Everything below is read.
    next: Key,
    /// What was there of what has changed since, by key; `None` where nothing was.
    before: BTreeMap<Key, Option<Entry>>,
    /// Whether anybody still wants it.
    wanted: Weak<()>,
}

/// All snapshots under way.
#[derive(Default)]
pub(super) struct Freezer {
    frozen: BTreeMap<u64, Frozen>,
    made: u64,
}

impl Freezer {
    /// Begins one; its number.
    fn begin(&mut self, wanted: Weak<()>) -> u64 {
        self.made += 1;
        let frozen = Frozen { next: Key::everything().start, before: BTreeMap::new(), wanted };
        self.frozen.insert(self.made, frozen);
        self.made
    }

    /// Whether there is one that commits have to think of. Those that nobody wants any more are let go.
    fn is_on(&mut self) -> bool {
        self.frozen.retain(|_, frozen| frozen.wanted.strong_count() > 0);
        !self.frozen.is_empty()
    }
}

impl Frozen {
    fn set_aside(&mut self, key: &Key, found: Option<&Entry>) {
        if *key >= self.next && !self.before.contains_key(key) {
            self.before.insert(key.clone(), found.cloned());
        }
    }
}

impl Disk {
    /// Begins a snapshot of everything applied so far; its number, and the numbers of commits and entries.
    pub(super) fn freeze(&mut self, wanted: Weak<()>) -> (u64, u64, u64) {
        let number = self.freezer.begin(wanted);
        let (commits, entries) = self.counts();
        (number, commits, entries)
    }

    /// Sets aside what a batch is about to change.
    pub(super) fn set_aside(&mut self, batch: &Batch) -> Result<(), StoreError> {
        if !self.freezer.is_on() {
            return Ok(());
        }
        for (key, _) in batch.changes() {
            let found = self.get(key)?;
            self.freezer.frozen.values_mut().for_each(|frozen| frozen.set_aside(key, found.as_ref()));
        }
        Ok(())
    }

    /// The next entries of a snapshot; none where it is at its end.
    pub(super) fn page(&mut self, number: u64) -> Result<Vec<(Key, Entry)>, StoreError> {
        while let Some(next) = self.freezer.frozen.get(&number).map(|frozen| frozen.next.clone()) {
            let mut page: BTreeMap<Key, Entry> = BTreeMap::new();
            let everything = Key::everything().end;
            let (live, whole) = self.scan_until(next.clone()..everything.clone(), PAGE, PAGE_BYTES)?;
            let end = match live.last() {
                Some((last, _)) if !whole => last.next(),
                _ => everything.clone(),
            };
            page.extend(live);
            let Some(frozen) = self.freezer.frozen.get_mut(&number) else { break };
            let later = frozen.before.split_off(&end);
            for (key, found) in std::mem::replace(&mut frozen.before, later) {
                match found {
                    Some(entry) => page.insert(key, entry),
                    None => page.remove(&key),
                };
            }
            frozen.next = end.clone();
            if end == everything {
                self.freezer.frozen.remove(&number);
            }
            // A page may hold nothing but what is newer than the snapshot.
            if !page.is_empty() {
                return Ok(page.into_iter().collect());
            }
        }
        Ok(Vec::new())
    }
}

/// The caller's side of a snapshot.
pub(super) struct SledSnapshot {
    /// Weak: a copy that somebody is still reading must not keep the store from closing.
    pub(super) commands: mpsc::WeakSender<Command>,
    pub(super) path: std::path::PathBuf,
    pub(super) number: u64,
    pub(super) counts: (u64, u64),
    /// Dropped with this, which lets the disk forget the snapshot.
    pub(super) _wanted: Arc<()>,
}

impl Snapshot for SledSnapshot {
    fn commits(&self) -> u64 {
        self.counts.0
    }

    fn entries(&self) -> u64 {
        self.counts.1
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            let closed = || StoreError::Closed { path: self.path.clone() };
            let commands = self.commands.upgrade().ok_or_else(closed)?;
            ask(&commands, &self.path, |reply| Command::Page { number: self.number, reply }).await
        }
        .boxed()
    }
}
