//! What is left in the files of a store: nothing of what was deleted or replaced, once it is compacted.

use std::fs;
use std::path::Path;

use xiaoqi::store::{Batch, Expect, Key, SledStore, Store, StoreError};

use super::{Bench, key, sled};

/// The files in a folder, and in those in it, that hold these bytes.
pub fn holding(folder: &Path, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, bytes));
        } else if path.is_file()
            && fs::read(&path).unwrap().windows(bytes.len()).any(|window| window == bytes)
        {
            found.push(path.display().to_string());
        }
    }
    found
}

fn folder(bench: &Bench) -> &Path {
    bench.folder.as_ref().unwrap().path()
}

/// The marks, in values small and large (the large ones are files of their own), replaced and deleted.
async fn write_and_delete(bench: &Bench) {
    for round in 0..30_u64 {
        let mut batch = Batch::new();
        batch.put(Key::inbox(round), format!("small-mark-{round}"), Expect::Any);
        batch.put(key("replaced"), format!("replaced-mark-{round}"), Expect::Any);
        bench.store.commit(batch).await.unwrap();
    }
    bench.put(key("large"), "large-mark ".repeat(40_000).as_bytes(), Expect::Any).await.unwrap();
    bench.put(key("kept"), b"kept-mark", Expect::Any).await.unwrap();
    let mut batch = Batch::new();
    for round in 0..30 {
        batch.delete(Key::inbox(round), Expect::Any);
    }
    batch.put(key("replaced"), "nothing", Expect::Any).delete(key("large"), Expect::Any);
    bench.store.commit(batch).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_deleted_or_replaced_is_left_in_any_file_after_compaction() {
    let bench = sled();
    write_and_delete(&bench).await;
    let marks = ["small-mark", "replaced-mark", "large-mark"];
    for mark in marks {
        assert!(!holding(folder(&bench), mark.as_bytes()).is_empty(), "`{mark}` was to be found before");
    }
    bench.store.compact().await.unwrap();
    for mark in marks {
        assert_eq!(holding(folder(&bench), mark.as_bytes()), Vec::<String>::new());
    }
    assert!(!holding(folder(&bench), b"kept-mark").is_empty());
    let bench = bench.reopen().await;
    assert_eq!(bench.value(&key("kept")).await.unwrap(), b"kept-mark");
    for mark in marks {
        assert_eq!(holding(folder(&bench), mark.as_bytes()), Vec::<String>::new(), "after a start");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rewriting_keeps_versions_and_leaves_nothing_of_the_old_values() {
    let bench = sled();
    for n in 0..20 {
        bench.put(Key::inbox(n), format!("old-value-{n}").as_bytes(), Expect::Any).await.unwrap();
    }
    let before = bench.store.scan(Key::everything(), 99).await.unwrap();
    let Bench { store, folder, .. } = bench;
    drop(store);
    let folder = folder.unwrap();
    let mut change = |_: &Key, value: Vec<u8>| Ok([b"new".as_slice(), &value[9..]].concat());
    assert_eq!(SledStore::rewrite(folder.path(), &mut change).unwrap(), 20);
    assert_eq!(holding(folder.path(), b"old-value"), Vec::<String>::new());
    let store = SledStore::open(folder.path()).unwrap();
    let after = store.scan(Key::everything(), 99).await.unwrap();
    assert_eq!(after[7].1.value, b"new-7");
    let versions =
        |all: &[(Key, xiaoqi::store::Entry)]| all.iter().map(|(_, e)| e.version).collect::<Vec<_>>();
    assert_eq!(versions(&after), versions(&before));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rewriting_that_is_refused_changes_nothing() {
    let bench = sled();
    write_and_delete(&bench).await;
    let before = bench.store.scan(Key::everything(), 99).await.unwrap();
    let Bench { store, folder, .. } = bench;
    drop(store);
    let folder = folder.unwrap();
    let mut seen = 0;
    let mut change = |key: &Key, value: Vec<u8>| {
        seen += 1;
        if seen < 2 { Ok(value) } else { Err(StoreError::Tampered { key: key.clone() }) }
    };
    assert!(matches!(SledStore::rewrite(folder.path(), &mut change), Err(StoreError::Tampered { .. })));
    assert!(!folder.path().join("fresh").exists());
    let store = SledStore::open(folder.path()).unwrap();
    assert!(store.scan(Key::everything(), 99).await.unwrap() == before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_that_was_interrupted_is_finished_at_the_next_opening() {
    // Every state that a kill can leave: so many of the three were moved when it fell.
    for moved in 0..=3 {
        let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for (folder, words) in [(&old, "old"), (&new, "new")] {
            let store = SledStore::open(folder.path()).unwrap();
            let mut batch = Batch::new();
            batch.put(key("a"), words, Expect::Any).put(key("b"), "large ".repeat(60_000), Expect::Any);
            store.commit(batch).await.unwrap();
        }
        let fresh = old.path().join("fresh");
        fs::create_dir(&fresh).unwrap();
        for (number, name) in ["blobs", "conf", "db"].into_iter().enumerate() {
            let to = if number < moved { old.path().join(name) } else { fresh.join(name) };
            if to.is_dir() {
                fs::remove_dir_all(&to).unwrap();
            }
            fs::rename(new.path().join(name), to).unwrap();
        }
        let snapshots = fs::read_dir(old.path()).unwrap().map(|entry| entry.unwrap().path());
        let snapshots = snapshots.filter(|path| path.to_string_lossy().contains("snap."));
        if moved > 0 {
            snapshots.for_each(|path| fs::remove_file(path).unwrap());
        }
        fs::write(old.path().join("fresh.ready"), "").unwrap();
        let store = SledStore::open(old.path()).unwrap();
        assert_eq!(store.get(&key("a")).await.unwrap().unwrap().value, b"new", "{moved} moved");
        assert_eq!(store.get(&key("b")).await.unwrap().unwrap().value.len(), 360_000);
        assert!(!fresh.exists() && !old.path().join("fresh.ready").exists());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_was_never_whole_is_thrown_away_at_the_next_opening() {
    let bench = sled();
    bench.put(key("a"), b"1", Expect::Any).await.unwrap();
    let fresh = folder(&bench).join("fresh");
    fs::create_dir(&fresh).unwrap();
    fs::write(fresh.join("db"), "half of something").unwrap();
    let bench = bench.reopen().await;
    assert_eq!(bench.value(&key("a")).await.unwrap(), b"1");
    assert!(!fresh.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_while_the_copy_is_made_is_in_it_and_nothing_else_is() {
    let bench = sled();
    let mut batch = Batch::new();
    for n in 0..3_000 {
        batch.put(Key::inbox(n), vec![b'x'; 400], Expect::Any);
    }
    bench.store.commit(batch).await.unwrap();
    let store = std::sync::Arc::clone(&bench.store);
    let compacting = tokio::spawn(async move { store.compact().await });
    let (mut round, mut meanwhile) = (0_u64, 0);
    while round < 40 || !compacting.is_finished() {
        let mut batch = Batch::new();
        // Put anew, changed, and deleted, from both ends: what was copied already, and what was not.
        batch.put(Key::outbox(1, round), "new", Expect::Absent);
        batch.put(Key::inbox(round % 1_000), format!("changed {round}"), Expect::Any);
        batch.delete(Key::inbox(2_999 - round % 1_000), Expect::Any);
        bench.store.commit(batch).await.unwrap();
        meanwhile += u64::from(!compacting.is_finished());
        round += 1;
    }
    compacting.await.unwrap().unwrap();
    assert!(meanwhile >= 1, "the store did not go on");
    let before = bench.store.scan(Key::everything(), 9_999).await.unwrap();
    assert_eq!(before.iter().filter(|(key, _)| *key >= Key::outbox(1, 0)).count() as u64, round);
    // The start counts the entries and reads each of them.
    let bench = bench.reopen().await;
    assert!(bench.store.scan(Key::everything(), 9_999).await.unwrap() == before);
}
