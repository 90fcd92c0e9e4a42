//! Reads beside the thread that owns the disk. What no commit under way has touched is durable, and is read where it is asked
//! for: no hand-over, and no waiting for a group's flush. Everything else is left to the thread, which answers when the
//! group is durable, so that still nobody reads what a power cut could take back.

use std::collections::BTreeSet;
use std::ops::{Bound, Range};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};

use super::disk::split;
use crate::store::{Entry, Key};

/// Shared by the thread, which says what is being changed, and those who read.
#[derive(Clone, Default)]
pub(super) struct View(Arc<RwLock<Seen>>);

#[derive(Default)]
struct Seen {
    /// `None` while its files are being replaced, and after a failure.
    db: Option<::sled::Db>,
    /// Keys whose last change is not durable yet.
    changing: BTreeSet<Key>,
}

impl std::fmt::Debug for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("View")
    }
}

impl View {
    fn write(&self) -> RwLockWriteGuard<'_, Seen> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets reads pass; everything in the database is durable.
    pub(super) fn open(&self, db: ::sled::Db) {
        *self.write() = Seen { db: Some(db), changing: BTreeSet::new() };
    }

    /// Lets no read pass any more, and lets go of the database.
    pub(super) fn shut(&self) {
        let seen = std::mem::take(&mut *self.write());
        // Closing sled may take its time.
        drop(seen);
    }

    /// These keys are about to change.
    pub(super) fn changing<'a>(&self, keys: impl Iterator<Item = &'a Key>) {
        self.write().changing.extend(keys.cloned());
    }

    /// All changes so far are durable.
    pub(super) fn settled(&self) {
        self.write().changing.clear();
    }

    /// What is kept under a key; `None` where only the thread can tell.
    pub(super) fn get(&self, key: &Key) -> Option<Option<Entry>> {
        self.read(|seen, db| {
            if seen.changing.contains(key) {
                return None;
            }
            match db.get(key.as_bytes()).ok()? {
                Some(bytes) => split(&bytes).map(Some),
                None => Some(None),
            }
        })
    }

    /// The first entries of a range; `None` where only the thread can tell.
    pub(super) fn scan(&self, range: &Range<Key>, limit: usize) -> Option<Vec<(Key, Entry)>> {
        self.read(|seen, db| {
            // An inverted range makes both sets panic.
            if range.start >= range.end {
                return Some(Vec::new());
            }
            let bounds = (Bound::Included(&range.start), Bound::Excluded(&range.end));
            if seen.changing.range::<Key, _>(bounds).next().is_some() {
                return None;
            }
            let pairs = db.range(range.start.as_bytes()..range.end.as_bytes()).take(limit);
            pairs
                .map(|pair| pair.ok().and_then(|(key, bytes)| Some((Key::found(&key), split(&bytes)?))))
                .collect()
        })
    }

    /// Whatever goes wrong here goes wrong for the thread as well, which knows what that means for the store.
    fn read<T>(&self, read: impl FnOnce(&Seen, &::sled::Db) -> Option<T>) -> Option<T> {
        let seen = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let db = seen.db.as_ref()?;
        catch_unwind(AssertUnwindSafe(|| read(&seen, db))).ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;

    use futures::future::FutureExt;

    use super::super::{SledStore, open};
    use super::*;
    use crate::store::{Batch, Expect, Store};

    /// Syncing waits until it is told to go on.
    static GATE: Mutex<Option<(Sender<()>, Receiver<()>)>> = Mutex::new(None);

    fn gate() -> std::io::Result<()> {
        let (arrived, go_on) = GATE.lock().unwrap().take().expect("syncs once");
        arrived.send(()).unwrap();
        go_on.recv_timeout(Duration::from_secs(20)).map_err(std::io::Error::other)
    }

    fn put(name: &str, value: &str) -> Batch {
        let mut batch = Batch::new();
        batch.put(Key::counter(name), value, Expect::Any);
        batch
    }

    #[tokio::test]
    async fn what_is_not_durable_yet_is_waited_for_and_all_else_is_read_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let store = SledStore::open(folder.path()).unwrap();
        store.commit(put("old", "1")).await.unwrap();
        store.commit(put("same", "1")).await.unwrap();
        drop(store);
        let mut disk = open::open(folder.path()).unwrap();
        disk.fault = Some(gate);
        let (arrive, arrived) = channel();
        let (tell, go_on) = channel();
        *GATE.lock().unwrap() = Some((arrive, go_on));
        let store = SledStore::start(disk).unwrap();
        let mut batch = put("new", "1");
        batch.put(Key::counter("same"), "2", Expect::Any);
        let mut commit = store.commit(batch);
        assert!((&mut commit).now_or_never().is_none());
        arrived.recv_timeout(Duration::from_secs(20)).unwrap();

        let read = |name: &str| Key::counter(name);
        let (old, new, same) = (read("old"), read("new"), read("same"));
        assert_eq!(store.get(&old).now_or_never().unwrap().unwrap().unwrap().value, b"1");
        assert!(store.get(&read("none")).now_or_never().unwrap().unwrap().is_none());
        assert_eq!(store.scan(old.clone()..old.next(), 9).now_or_never().unwrap().unwrap().len(), 1);
        let (mut fresh, mut changed) = (store.get(&new), store.get(&same));
        let mut all = store.scan(Key::everything(), 9);
        assert!((&mut fresh).now_or_never().is_none() && (&mut changed).now_or_never().is_none());
        assert!((&mut all).now_or_never().is_none());

        tell.send(()).unwrap();
        commit.await.unwrap();
        assert!(fresh.await.unwrap().is_some());
        assert_eq!(changed.await.unwrap().unwrap().value, b"2");
        assert_eq!(all.await.unwrap().len(), 3);
        // Nothing is under way any more.
        assert_eq!(store.get(&same).now_or_never().unwrap().unwrap().unwrap().value, b"2");
    }

    #[tokio::test]
    async fn reads_go_on_over_a_compaction_and_the_folder_is_free_after_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let store = SledStore::open(folder.path()).unwrap();
        for n in 0..50 {
            store.commit(put(&n.to_string(), "1")).await.unwrap();
        }
        let compacting = store.compact();
        let reading = async {
            for n in 0..2_000 {
                let key = Key::counter(&(n % 50).to_string());
                assert!(store.get(&key).await.unwrap().is_some());
                tokio::task::yield_now().await;
            }
        };
        let (compacted, ()) = tokio::join!(compacting, reading);
        compacted.unwrap();
        assert!(store.get(&Key::counter("7")).now_or_never().unwrap().unwrap().is_some());
        drop(store);
        assert!(SledStore::open(folder.path()).is_ok());
    }
}
