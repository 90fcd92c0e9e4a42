//! What can be wrong with a store's folder.

use std::fs;
use std::path::Path;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use xiaoqi::store::{Batch, Expect, Key, SledStore, Store, StoreError};

fn open_error(path: &Path) -> StoreError {
    SledStore::open(path).expect_err("the store should not open")
}

#[test]
fn a_folder_that_is_not_there_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b");
    SledStore::open(&deep).unwrap();
    assert!(deep.join("db").exists());
}

#[test]
fn a_second_open_is_told_that_the_store_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let first = SledStore::open(folder.path()).unwrap();
    let error = open_error(folder.path());
    assert!(matches!(&error, StoreError::Locked { path } if path == folder.path()), "{error:?}");
    drop(first);
    SledStore::open(folder.path()).unwrap();
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told_apart() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.path().join("probe"), "").is_ok() {
        eprintln!("skipped: whoever runs this test (root?) may write to a read-only folder");
        return;
    }
    let error = open_error(folder.path());
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
}

#[test]
fn a_file_in_the_folders_place_is_an_error_and_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "").unwrap();
    assert!(matches!(open_error(&path), StoreError::Io { .. }));
}

#[test]
fn a_store_of_a_newer_format_is_left_alone() {
    let error = open_with_format(&9_u32.to_be_bytes());
    assert!(matches!(error, StoreError::NewerFormat { found: 9, known: 1, .. }), "{error:?}");
}

#[test]
fn a_format_number_that_makes_no_sense_is_damage() {
    assert!(matches!(open_with_format(b"one"), StoreError::Damaged { .. }));
    assert!(matches!(open_with_format(&0_u32.to_be_bytes()), StoreError::Damaged { .. }));
}

#[test]
fn somebody_elses_sled_database_is_left_alone() {
    let error = open_with(b"theirs", b"data");
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

fn open_with_format(format: &[u8]) -> StoreError {
    open_with(b"\0format", format)
}

fn open_with(key: &[u8], value: &[u8]) -> StoreError {
    let folder = tempfile::tempdir().unwrap();
    let db = sled::open(folder.path()).unwrap();
    db.insert(key, value).unwrap();
    db.flush().unwrap();
    drop(db);
    open_error(folder.path())
}

#[tokio::test]
#[ignore = "needs an empty file system of a few megabytes: XIAOQI_SMALL_DISK=<folder> (as root: mount -t tmpfs -o size=8m)"]
async fn a_full_disk_refuses_to_go_on_and_keeps_what_was_acknowledged() {
    let Ok(path) = std::env::var("XIAOQI_SMALL_DISK") else { return };
    let ballast = Path::new(&path).join("ballast");
    fs::write(&ballast, vec![0; 1 << 20]).unwrap();
    let store = SledStore::open(&path).unwrap();
    let mut acked = 0;
    let error = loop {
        let mut batch = Batch::new();
        batch.put(Key::inbox(acked), vec![7; 5_000], Expect::Absent);
        match store.commit(batch).await {
            Ok(()) => acked += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    assert!(matches!(store.get(&Key::inbox(0)).await, Err(StoreError::Full { .. })));
    drop(store);
    assert!(matches!(open_error(Path::new(&path)), StoreError::Full { .. }));
    fs::remove_file(ballast).unwrap();
    let store = SledStore::open(&path).unwrap();
    let kept = store.scan(Key::all_inbox(), usize::MAX).await.unwrap().len() as u64;
    assert!(acked > 50 && kept >= acked, "{acked} were acknowledged, {kept} kept");
}

// Damage never panics and never loses anything silently: it is refused with `Damaged`, or it hit dead space and
// everything is still right.
#[tokio::test]
async fn damage_is_refused_or_harmless_and_never_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path()).await;
    // Behind what is written there are zeros, for what is to come.
    let bytes = fs::read(folder.path().join("db")).unwrap();
    let len = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    let mut refused = 0;
    assert!(!refused_after(folder.path(), |_| ()).await, "a copy without damage must open");
    for damage in damages(len) {
        refused += u32::from(refused_after(folder.path(), damage).await);
    }
    assert!(refused >= 10, "only {refused} damages were noticed");
}

#[tokio::test]
async fn a_database_that_went_back_in_time_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    drop(SledStore::open(folder.path()).unwrap());
    let early = tempfile::tempdir().unwrap();
    copy_store(folder.path(), early.path());
    fill(folder.path()).await;
    fs::copy(folder.path().join("mark"), early.path().join("mark")).unwrap();
    let error = open_error(early.path());
    assert!(error.to_string().contains("last 200 commits are missing"), "{error}");
}

type Damage = Box<dyn Fn(&mut Vec<u8>)>;

fn damages(len: usize) -> Vec<Damage> {
    let mut dice = ChaCha8Rng::seed_from_u64(7);
    let mut all = vec![cut(len / 2), cut(len / 4), wipe(0, len / 2), wipe(len / 4, len / 2)];
    for _ in 0..12 {
        let from = dice.random_range(0..len);
        all.push(wipe(from, from + dice.random_range(1..5_000)));
        all.push(flip(dice.random_range(0..len)));
    }
    all
}

fn cut(keep: usize) -> Damage {
    Box::new(move |bytes| bytes.truncate(keep))
}

fn wipe(from: usize, to: usize) -> Damage {
    Box::new(move |bytes| {
        let to = to.min(bytes.len());
        bytes[from..to].fill(0x5a);
    })
}

fn flip(at: usize) -> Damage {
    Box::new(move |bytes| bytes[at] ^= 0x10)
}

async fn fill(path: &Path) {
    let store = SledStore::open(path).unwrap();
    for round in 0..200_u64 {
        let mut batch = Batch::new();
        for n in 0..20 {
            batch.put(Key::inbox(round * 20 + n), vec![7; 900], Expect::Any);
        }
        store.commit(batch).await.unwrap();
    }
}

fn copy_store(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

// Whether a copy is refused once it is damaged.
async fn refused_after(folder: &Path, damage: impl Fn(&mut Vec<u8>)) -> bool {
    let copy = tempfile::tempdir().unwrap();
    copy_store(folder, copy.path());
    let mut bytes = fs::read(folder.join("db")).unwrap();
    damage(&mut bytes);
    fs::write(copy.path().join("db"), bytes).unwrap();
    refused_or_sound(copy.path()).await
}

// Whether it was refused; a store that opens must have everything.
async fn refused_or_sound(path: &Path) -> bool {
    let store = match SledStore::open(path) {
        Ok(store) => store,
        Err(StoreError::Damaged { .. }) => return true,
        Err(other) => panic!("unexpected: {other:?}"),
    };
    match store.scan(Key::everything(), 9_999).await {
        Ok(entries) => {
            assert!(entries.iter().all(|(_, entry)| entry.value == vec![7; 900]));
            assert_eq!(entries.len(), 4_000, "lost without a word");
            false
        }
        Err(StoreError::Damaged { .. }) => true,
        Err(other) => panic!("unexpected: {other:?}"),
    }
}
