//! A writer that is killed at random moments: nothing it acknowledged may be lost, and no batch be torn.
//! (A kill leaves the system's page cache intact. Power cuts need a rig of their own and were tried by hand.)

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use xiaoqi::store::{Batch, Entry, Expect, Key, SledStore, Store};

const CHILD: &str = "store::kill::child_that_writes_until_it_is_killed";
const COMPACTING: &str = "store::kill::child_that_compacts_until_it_is_killed";
const FOLDER: &str = "XIAOQI_KILL_TEST_FOLDER";
const ROUNDS: u32 = 25;
const BUDGET: Duration = Duration::from_secs(8);
const TASKS: u64 = 4;

/// The highest number each task had acknowledged.
type Acks = BTreeMap<u64, u64>;

#[tokio::test]
async fn a_killed_writer_loses_nothing_it_acknowledged_and_tears_no_batch() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = ChaCha8Rng::seed_from_u64(20);
    let started = Instant::now();
    let mut acks = Acks::new();
    let mut rounds = 0;
    // A busy machine gets more time before each kill, until something has happened.
    while rounds < ROUNDS || acks.values().sum::<u64>() <= 50 {
        let after = dice.random_range(5..300 + 10 * u64::from(rounds));
        acks.extend(write_and_kill(folder.path(), Duration::from_millis(after)));
        check(folder.path(), &acks).await;
        rounds += 1;
        if started.elapsed() > BUDGET && acks.values().sum::<u64>() > 50 {
            break;
        }
    }
    eprintln!("{rounds} kills, acknowledged {acks:?}");
}

/// sled writes a snapshot at every start and its settings at the first: kills there are their own kind of trouble.
#[tokio::test]
async fn a_store_killed_while_it_opens_opens_again() {
    let mut dice = ChaCha8Rng::seed_from_u64(21);
    let started = Instant::now();
    let kept = tempfile::tempdir().unwrap();
    let mut acks = Acks::new();
    let mut kills = 0;
    while kills < 300 && started.elapsed() < BUDGET {
        let after = Duration::from_micros(dice.random_range(500..15_000));
        let fresh = tempfile::tempdir().unwrap();
        check(fresh.path(), &write_and_kill(fresh.path(), after)).await;
        acks.extend(write_and_kill(kept.path(), after));
        check(kept.path(), &acks).await;
        kills += 2;
    }
    assert!(kills >= 20, "only {kills} kills");
}

/// Compaction swaps all files: a kill may fall into the copying, the moving, or between.
#[tokio::test]
async fn a_store_killed_while_it_is_compacted_has_everything() {
    let mut dice = ChaCha8Rng::seed_from_u64(22);
    let folder = tempfile::tempdir().unwrap();
    let mut acks = Acks::new();
    for _ in 0..15 {
        acks.extend(write_and_kill_as(COMPACTING, folder.path(), || when_begun(folder.path(), &mut dice)));
        check(folder.path(), &acks).await;
        assert!(!folder.path().join("fresh").exists() && !folder.path().join("fresh.ready").exists());
    }
}

/// Waits until a copy of a store's files is being made, and then for as long as the making and moving may take, or less.
pub fn when_begun(folder: &Path, dice: &mut ChaCha8Rng) {
    let begun = (0..120_000).any(|_| {
        std::thread::sleep(Duration::from_millis(1));
        folder.join("fresh").exists()
    });
    assert!(begun, "the child does nothing");
    std::thread::sleep(Duration::from_micros(dice.random_range(0..120_000)));
}

fn write_and_kill(folder: &Path, after: Duration) -> Acks {
    write_and_kill_as(CHILD, folder, || std::thread::sleep(after))
}

fn write_and_kill_as(child: &str, folder: &Path, wait: impl FnOnce()) -> Acks {
    let mut child = spawn(child, folder);
    let out = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || read_acks(out));
    wait();
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

fn spawn(child: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([child, "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

// A line without its newline was cut off by the kill and does not count.
fn read_acks(mut out: impl BufRead) -> Acks {
    let mut acks = Acks::new();
    let mut line = String::new();
    while out.read_line(&mut line).unwrap() > 0 {
        if let Some(ack) = line.strip_suffix('\n').and_then(|line| line.strip_prefix("ack ")) {
            let (task, number) = ack.split_once(' ').unwrap();
            acks.insert(task.parse().unwrap(), number.parse().unwrap());
        }
        line.clear();
    }
    acks
}

async fn check(folder: &Path, acks: &Acks) {
    let store = SledStore::open(folder).unwrap();
    for task in 0..TASKS {
        let written = store.scan(Key::outbox_of(chat(task)), usize::MAX).await.unwrap();
        let latest = number(store.get(&Key::counter(&task.to_string())).await.unwrap());
        let acked = acks.get(&task).copied().unwrap_or(0);
        assert!(latest >= acked, "task {task}: {acked} was acknowledged, {latest} found");
        let expected: Vec<Key> = (1..=latest).map(|n| Key::outbox(chat(task), n)).collect();
        let found: Vec<Key> = written.into_iter().map(|(key, _)| key).collect();
        assert!(found == expected, "task {task}: counter {latest}, {} messages", found.len());
    }
}

fn chat(task: u64) -> i64 {
    -1 - i64::try_from(task).unwrap()
}

fn number(entry: Option<Entry>) -> u64 {
    entry.map_or(0, |entry| String::from_utf8(entry.value).unwrap().parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the kill test as a process of its own"]
async fn child_that_writes_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let store = Arc::new(SledStore::open(folder).unwrap());
    let tasks: Vec<_> = (0..TASKS).map(|task| tokio::spawn(write(Arc::clone(&store), task))).collect();
    for task in tasks {
        task.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the kill test as a process of its own"]
async fn child_that_compacts_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let store = Arc::new(SledStore::open(folder).unwrap());
    (0..TASKS).for_each(|task| drop(tokio::spawn(write(Arc::clone(&store), task))));
    loop {
        store.compact().await.unwrap();
    }
}

// Two keys in a batch: a counter that is overwritten, and a message for every number the counter ever had.
async fn write(store: Arc<SledStore>, task: u64) {
    let counter = Key::counter(&task.to_string());
    let first = number(store.get(&counter).await.unwrap()) + 1;
    for number in first.. {
        let mut batch = Batch::new();
        batch.put(counter.clone(), number.to_string(), Expect::Any);
        // Some values are large enough for sled's separate files.
        let len = if number % 40 == 0 { 150_000 } else { 200 };
        batch.put(Key::outbox(chat(task), number), vec![b'x'; len], Expect::Absent);
        store.commit(batch).await.unwrap();
        println!("ack {task} {number}");
    }
}
