//! Encryption at rest: what stands in the files, which key opens what, and getting from one key to the next.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use xiaoqi::store::sealed::{self, Rewritten, sealed_by};
use xiaoqi::store::{
    Batch, Entry, Expect, Key, Keyring, SealKey, SledStore, Store, StoreError, open_folder, scan_all,
};

use super::compact::holding;
use super::{key, ring, sealed_sled};

const WORDS: &str = "unmistakable-words-of-hers";

/// Some entries with those words in them; what can be read of them.
async fn written(folder: &Path, ring: &Keyring) -> Vec<(Key, Entry)> {
    let store = open_folder(folder, ring.clone()).await.unwrap();
    for n in 0..40 {
        let mut batch = Batch::new();
        let long = if n == 17 { 20_000 } else { 3 };
        batch.put(Key::inbox(n), format!("{n} {}", WORDS.repeat(long)), Expect::Absent);
        store.commit(batch).await.unwrap();
    }
    scan_all(&*store, Key::everything()).await.unwrap()
}

async fn read(folder: &Path, ring: &Keyring) -> Result<Vec<(Key, Entry)>, StoreError> {
    let store = open_folder(folder, ring.clone()).await?;
    scan_all(&*store, Key::everything()).await
}

fn key_ring(keys: &[&SealKey]) -> Keyring {
    keys.iter().map(|key| (*key).clone()).collect()
}

fn fresh() -> SealKey {
    SealKey::fresh().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_of_an_encrypted_store_holds_a_word_of_a_value() {
    let bench = sealed_sled();
    let folder = bench.folder.as_ref().unwrap().path().to_path_buf();
    bench.put(key("a"), WORDS.as_bytes(), Expect::Any).await.unwrap();
    bench.put(key("b"), WORDS.repeat(20_000).as_bytes(), Expect::Any).await.unwrap();
    assert_eq!(holding(&folder, WORDS.as_bytes()), Vec::<String>::new());
    let bench = bench.reopen().await;
    assert_eq!(bench.value(&key("a")).await.unwrap(), WORDS.as_bytes());
    assert_eq!(holding(&folder, WORDS.as_bytes()), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_or_missing_key_is_refused_at_the_start_and_harms_nothing() {
    let (folder, own, other) = (tempfile::tempdir().unwrap(), fresh(), fresh());
    let kept = written(folder.path(), &key_ring(&[&own])).await;
    for wrong in [Keyring::default(), key_ring(&[&other])] {
        let error = read(folder.path(), &wrong).await.unwrap_err();
        assert!(matches!(error, StoreError::KeyMissing { id } if id == own.id()), "{error}");
        assert!(
            error.to_string().contains("--key-file") && error.to_string().contains(&own.id().to_string())
        );
    }
    assert!(read(folder.path(), &key_ring(&[&own])).await.unwrap() == kept);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_store_is_not_gone_on_with_under_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let kept = written(folder.path(), &Keyring::default()).await;
    let error = read(folder.path(), &ring()).await.unwrap_err();
    assert!(
        matches!(error, StoreError::Unsealed { .. }) && error.to_string().contains("key rotate"),
        "{error}"
    );
    assert!(read(folder.path(), &Keyring::default()).await.unwrap() == kept);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_somebody_moved_or_swapped_shows_at_the_start() {
    let (folder, keys) = (tempfile::tempdir().unwrap(), ring());
    written(folder.path(), &keys).await;
    let store = SledStore::open(folder.path()).unwrap();
    let theirs = store.get(&Key::inbox(3)).await.unwrap().unwrap();
    assert!(sealed_by(&theirs.value).is_some());
    let mut batch = Batch::new();
    batch.put(Key::inbox(4), theirs.value, Expect::Any);
    store.commit(batch).await.unwrap();
    drop(store);
    let error = read(folder.path(), &keys).await.unwrap_err();
    assert!(matches!(error, StoreError::Tampered { key } if key == Key::inbox(4)));
    assert!(matches!(sealed::rewrite(folder.path(), &keys, &ring()), Err(StoreError::Tampered { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn from_plain_to_one_key_to_another_and_back_nothing_changes_and_nothing_old_is_left() {
    let (folder, one, two) = (tempfile::tempdir().unwrap(), fresh(), fresh());
    let plain = Keyring::default();
    let kept = written(folder.path(), &plain).await;
    assert!(!holding(folder.path(), WORDS.as_bytes()).is_empty());
    let done = sealed::rewrite(folder.path(), &plain, &key_ring(&[&one])).unwrap();
    assert_eq!(done, Rewritten { entries: 40, was_sealed: false });
    assert_eq!(holding(folder.path(), WORDS.as_bytes()), Vec::<String>::new());
    assert!(read(folder.path(), &key_ring(&[&one])).await.unwrap() == kept);
    // Between the two keys the service runs with both; what it writes is by the new one.
    let both = key_ring(&[&two, &one]);
    let store = open_folder(folder.path(), both.clone()).await.unwrap();
    let mut batch = Batch::new();
    batch.put(Key::inbox(5), "anew", Expect::Version(kept[5].1.version));
    store.commit(batch).await.unwrap();
    let kept = scan_all(&*store, Key::everything()).await.unwrap();
    drop(store);
    assert!(matches!(read(folder.path(), &key_ring(&[&two])).await, Err(StoreError::KeyMissing { .. })));
    assert!(sealed::rewrite(folder.path(), &both, &both).unwrap().was_sealed);
    assert!(read(folder.path(), &key_ring(&[&two])).await.unwrap() == kept);
    assert!(matches!(read(folder.path(), &key_ring(&[&one])).await, Err(StoreError::KeyMissing { .. })));
    sealed::rewrite(folder.path(), &both, &plain).unwrap();
    assert!(read(folder.path(), &plain).await.unwrap() == kept);
}

const CHILD: &str = "store::sealed::child_that_rotates_until_it_is_killed";
const FOLDER: &str = "XIAOQI_ROTATE_TEST_FOLDER";

/// The two keys of the child, which goes from one to the other and back.
fn two_keys(folder: &Path) -> [SealKey; 2] {
    ["one", "two"].map(|name| SealKey::load(&folder.join(name)).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_killed_in_the_middle_leaves_everything_readable() {
    let folder = tempfile::tempdir().unwrap();
    ["one", "two"].iter().for_each(|name| fresh().save(&folder.path().join(name)).unwrap());
    let data = folder.path().join("data");
    let [one, two] = two_keys(folder.path());
    let both = key_ring(&[&one, &two]);
    let kept = written(&data, &both).await;
    let mut dice = ChaCha8Rng::seed_from_u64(23);
    for kills in 1..=12 {
        let mut child = Command::new(std::env::current_exe().unwrap());
        let child = child.args([CHILD, "--exact", "--ignored"]).env(FOLDER, folder.path());
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        super::kill::when_begun(&data, &mut dice);
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(read(&data, &both).await.unwrap() == kept, "after {kills} kills");
        // One key or the other, never some of each.
        let store = SledStore::open(&data).unwrap();
        let all = store.scan(Key::everything(), 99).await.unwrap();
        let by: Vec<_> = all.iter().map(|(_, entry)| sealed_by(&entry.value)).collect();
        assert!(by.iter().all(|id| *id == by[0] && id.is_some()), "{by:?}");
    }
}

#[test]
#[ignore = "run by the kill test as a process of its own"]
fn child_that_rotates_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let [one, two] = two_keys(folder);
    for round in 0.. {
        let ring = if round % 2 == 0 { [&two, &one] } else { [&one, &two] };
        sealed::rewrite(folder.join("data"), &key_ring(&ring), &key_ring(&ring)).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_copied_from_below_the_layer_are_encrypted_and_open_elsewhere() {
    // A backup that copies entries from below the layer holds nothing in plain, and opens with the key where it is put back.
    let (folder, keys) = (tempfile::tempdir().unwrap(), ring());
    let kept = written(folder.path(), &keys).await;
    let below = SledStore::open(folder.path()).unwrap();
    let copy = tempfile::tempdir().unwrap();
    let to: Arc<dyn Store> = Arc::new(SledStore::open(copy.path()).unwrap());
    let mut batch = Batch::new();
    for (key, entry) in scan_all(&below, Key::everything()).await.unwrap() {
        assert!(sealed_by(&entry.value).is_some());
        batch.put(key, entry.value, Expect::Absent);
    }
    to.commit(batch).await.unwrap();
    drop(to);
    let values = |all: &[(Key, Entry)]| all.iter().map(|(_, entry)| entry.value.clone()).collect::<Vec<_>>();
    assert!(values(&read(copy.path(), &keys).await.unwrap()) == values(&kept));
}
