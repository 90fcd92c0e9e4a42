//! Copies of a store in use, their form in a file, and a store made from one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use futures::StreamExt;
use xiaoqi::base::time::Moment;
use xiaoqi::store::backup::{BackupError, BackupReader, stream};
use xiaoqi::store::{
    Batch, Entry, Expect, Freeze, Key, MemoryStore, PostgresStore, SledStore, Snapshot, Store, StoreError,
};

use super::key;

/// So many accounts, all over the range of keys, between which the same sum is moved to and fro.
const ACCOUNTS: u64 = 2_000;
const EACH: u64 = 100;

fn account(number: u64) -> Key {
    match number % 3 {
        0 => Key::card(number),
        1 => key(&format!("account {number:05}")),
        _ => Key::seen(number),
    }
}

async fn filled(store: &dyn Store) {
    let mut batch = Batch::new();
    for number in 0..ACCOUNTS {
        batch.put(account(number), EACH.to_string(), Expect::Absent);
    }
    store.commit(batch).await.unwrap();
}

fn amount(entry: &Entry) -> u64 {
    std::str::from_utf8(&entry.value).unwrap().parse().unwrap()
}

/// Moves something from one account to another, closing and opening accounts on the way; each move is a commit.
async fn trade(store: &dyn Store, step: u64) {
    let (from, to) = (account(step * 7_919 % ACCOUNTS), account(step * 104_729 % ACCOUNTS));
    if from == to {
        return;
    }
    let held = async |key: &Key| store.get(key).await.unwrap().map_or(0, |entry| amount(&entry));
    let (left, right) = (held(&from).await, held(&to).await);
    let moved = left.min(step % 150);
    let mut batch = Batch::new();
    match left - moved {
        0 => batch.delete(from, Expect::Any),
        rest => batch.put(from, rest.to_string(), Expect::Any),
    };
    if right + moved > 0 {
        batch.put(to, (right + moved).to_string(), Expect::Any);
    }
    store.commit(batch).await.unwrap();
}

async fn read(mut snapshot: Box<dyn Snapshot>) -> Vec<(Key, Entry)> {
    let mut all = Vec::new();
    loop {
        let page = snapshot.next().await.unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

async fn everything(store: &dyn Store) -> Vec<(Key, Entry)> {
    store.scan(Key::everything(), usize::MAX).await.unwrap()
}

async fn a_snapshot_is_one_moment(store: Arc<dyn Freeze>) {
    filled(&*store).await;
    let over = Arc::new(AtomicBool::new(false));
    let steps = Arc::new(AtomicU64::new(1));
    let trading = {
        let (store, over, steps) = (Arc::clone(&store), Arc::clone(&over), Arc::clone(&steps));
        tokio::spawn(async move {
            while !over.load(Ordering::Relaxed) {
                trade(&*store, steps.fetch_add(1, Ordering::Relaxed)).await;
                tokio::task::yield_now().await;
            }
        })
    };
    let mut last = 0;
    for round in 1..=8 {
        while steps.load(Ordering::Relaxed) < round * 5 {
            tokio::task::yield_now().await;
        }
        let snapshot = store.freeze().await.unwrap();
        let (commits, entries) = (snapshot.commits(), snapshot.entries());
        let all = read(snapshot).await;
        assert_eq!(all.len() as u64, entries);
        assert!(all.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(all.iter().all(|(_, entry)| entry.version <= commits));
        assert_eq!(all.iter().map(|(_, entry)| amount(entry)).sum::<u64>(), ACCOUNTS * EACH);
        assert!(commits >= last);
        last = commits;
    }
    over.store(true, Ordering::Relaxed);
    trading.await.unwrap();
}

/// The same, step by step: what a snapshot gives is exactly what was there when it was taken.
async fn what_changes_before_it_is_read_is_read_as_it_was(store: Arc<dyn Freeze>) {
    filled(&*store).await;
    let expected = everything(&*store).await;
    let mut snapshot = store.freeze().await.unwrap();
    let other = store.freeze().await.unwrap();
    let mut all = snapshot.next().await.unwrap();
    let mut batch = Batch::new();
    // Behind what was read, within what was not, and new.
    batch.put(expected[0].0.clone(), "0", Expect::Any);
    batch.delete(expected[ACCOUNTS as usize - 1].0.clone(), Expect::Any);
    batch.put(expected[ACCOUNTS as usize - 2].0.clone(), "0", Expect::Any);
    batch.put(key("brand new"), "0", Expect::Any);
    store.commit(batch).await.unwrap();
    let mut batch = Batch::new();
    batch.put(expected[ACCOUNTS as usize - 1].0.clone(), "1", Expect::Any);
    store.commit(batch).await.unwrap();
    all.extend(read(snapshot).await);
    assert_eq!(all, expected);
    assert_eq!(read(other).await, expected);
    assert_ne!(everything(&*store).await, expected);
}

fn engines() -> (Arc<dyn Freeze>, Arc<dyn Freeze>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Arc::new(MemoryStore::new()), Arc::new(SledStore::open(folder.path()).unwrap()), folder)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_a_store_in_use_is_one_moment_in_every_engine() {
    let (memory, sled, _folder) = engines();
    a_snapshot_is_one_moment(memory).await;
    a_snapshot_is_one_moment(sled).await;
    if let Some(url) = super::database::fresh() {
        a_snapshot_is_one_moment(Arc::new(PostgresStore::open(url).await.unwrap())).await;
    }
}

#[tokio::test]
async fn a_copy_keeps_what_commits_change_while_it_is_read() {
    let (memory, sled, _folder) = engines();
    what_changes_before_it_is_read_is_read_as_it_was(memory).await;
    what_changes_before_it_is_read_is_read_as_it_was(sled).await;
}

#[tokio::test]
async fn a_copy_given_up_half_way_keeps_nobody() {
    let (_, sled, _folder) = engines();
    filled(&*sled).await;
    let mut snapshot = sled.freeze().await.unwrap();
    snapshot.next().await.unwrap();
    drop(snapshot);
    trade(&*sled, 11).await;
    assert_eq!(read(sled.freeze().await.unwrap()).await, everything(&*sled).await);
}

#[tokio::test]
async fn a_copy_that_is_not_read_to_its_end_keeps_no_store_from_closing() {
    let folder = tempfile::tempdir().unwrap();
    let store = SledStore::open(folder.path()).unwrap();
    filled(&store).await;
    let mut snapshot = store.freeze().await.unwrap();
    snapshot.next().await.unwrap();
    tokio::task::spawn_blocking(move || drop(store)).await.unwrap();
    assert!(matches!(snapshot.next().await, Err(StoreError::Closed { .. })));
}

/// Some entries as the bytes of a backup.
async fn backup(store: &dyn Freeze) -> Vec<u8> {
    let pieces = stream(store.freeze().await.unwrap(), Moment(1_700_000_000_000));
    pieces.map(|piece: Result<Vec<u8>, StoreError>| piece.unwrap()).concat().await
}

async fn small() -> (MemoryStore, Vec<u8>) {
    let store = MemoryStore::new();
    for (name, value) in [("a", &b"1"[..]), ("b", b""), ("c", &[0, 255, 10])] {
        let mut batch = Batch::new();
        batch.put(key(name), value, Expect::Any);
        store.commit(batch).await.unwrap();
    }
    let bytes = backup(&store).await;
    (store, bytes)
}

fn all(bytes: &[u8]) -> Result<Vec<(Key, Entry)>, BackupError> {
    BackupReader::open(bytes)?.collect()
}

#[tokio::test]
async fn a_backup_reads_back_with_keys_values_and_versions() {
    let (store, bytes) = small().await;
    assert_eq!(all(&bytes).unwrap(), everything(&store).await);
    let reader = BackupReader::open(&bytes[..]).unwrap();
    assert_eq!((reader.head().commits, reader.head().entries, reader.head().at), (3, 3, 1_700_000_000_000));
    let empty = backup(&MemoryStore::new()).await;
    assert_eq!(all(&empty).unwrap(), []);
}

#[tokio::test]
async fn every_cut_and_every_flipped_bit_of_a_backup_is_noticed_with_its_place() {
    let (_, bytes) = small().await;
    for length in 0..bytes.len() {
        match all(&bytes[..length]) {
            Err(BackupError::Short { at, .. }) => assert_eq!(at, length as u64),
            Err(BackupError::Foreign) => assert!(length < 8),
            other => panic!("cut to {length} bytes: {other:?}"),
        }
    }
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << bit;
            let error = all(&changed).map(|_| ()).unwrap_err();
            let text = error.to_string();
            assert!(!text.is_empty() && !matches!(error, BackupError::Io(_)), "byte {at}, bit {bit}: {text}");
        }
    }
    let longer = [&bytes[..], b"\0"].concat();
    assert!(matches!(all(&longer), Err(BackupError::Damaged { .. })));
}

#[tokio::test]
async fn a_store_made_from_a_backup_holds_the_same_and_counts_on() {
    let (_, sled, _folder) = engines();
    filled(&*sled).await;
    for step in 1..200 {
        trade(&*sled, step).await;
    }
    let bytes = backup(&*sled).await;
    let place = tempfile::tempdir().unwrap();
    let commits = BackupReader::open(&bytes[..]).unwrap().head().commits;
    SledStore::fill(place.path(), commits, BackupReader::open(&bytes[..]).unwrap()).unwrap();
    let made = SledStore::open(place.path()).unwrap();
    assert_eq!(everything(&made).await, everything(&*sled).await);
    let mut batch = Batch::new();
    batch.put(key("later"), "1", Expect::Absent);
    made.commit(batch).await.unwrap();
    assert_eq!(
        made.get(&key("later")).await.unwrap().unwrap().version,
        commits + 1,
        "a version never comes back"
    );
}

#[tokio::test]
async fn half_a_restore_does_not_open_and_a_folder_in_use_is_not_filled() {
    let (_, bytes) = small().await;
    let place = tempfile::tempdir().unwrap();
    let broken = BackupReader::open(&bytes[..bytes.len() - 1]).unwrap();
    assert!(SledStore::fill(place.path(), 3, broken).is_err());
    let error = SledStore::open(place.path()).unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
    let used = tempfile::tempdir().unwrap();
    drop(SledStore::open(used.path()).unwrap());
    let error = SledStore::fill(used.path(), 3, BackupReader::open(&bytes[..]).unwrap()).unwrap_err();
    assert!(matches!(error, BackupError::Store(StoreError::Damaged { .. })), "{error}");
}
