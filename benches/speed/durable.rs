//! One turn through the desk, on disk before it is answered. The folder is a temporary one: where that is memory
//! (tmpfs), the figures say nothing about a disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use divan::Bencher;
use divan::counter::ItemsCount;
use tokio::runtime::Runtime;
use xiaoqi::desk::{Desk, Task};
use xiaoqi::flow::input::Deed;
use xiaoqi::store::{Batch, Expect, Key, SealKey, open_folder};

use crate::world::{desk, handle, messages, pairing, play, task};

/// Turns played before the one that is measured.
const BEFORE: usize = 3;

/// Numbers every trainee may use for her updates.
const UPDATES: u64 = 16;

/// New trainees, each in the middle of a conversation, and what each is about to write.
async fn ready(desk: &Arc<Desk>, count: u64) -> Vec<Task> {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let first = NEXT.fetch_add(count, Ordering::Relaxed);
    let started: Vec<_> = (first..first + count)
        .map(|n| {
            let desk = Arc::clone(desk);
            tokio::spawn(async move { play(&desk, n * UPDATES, n as usize, BEFORE).await })
        })
        .collect();
    for one in started {
        one.await.unwrap();
    }
    let said = |n: u64| Deed::Text(messages(pairing(n as usize).1)[1].to_owned());
    (first..first + count).map(|n| task(n * UPDATES + UPDATES - 1, n as usize, said(n))).collect()
}

/// Turns of so many clients at once, each waiting for its own.
#[divan::bench(args = [1, 32], sample_count = 50, sample_size = 1)]
fn desk_turn(bencher: Bencher<'_, '_>, clients: u64) {
    let folder = tempfile::tempdir().unwrap();
    let runtime = Runtime::new().unwrap();
    let desk = Arc::new(runtime.block_on(async { desk(folder.path()) }));
    bencher
        .counter(ItemsCount::new(clients))
        .with_inputs(|| runtime.block_on(ready(&desk, clients)))
        .bench_local_values(|tasks| runtime.block_on(all(&desk, tasks)));
}

async fn all(desk: &Arc<Desk>, tasks: Vec<Task>) {
    let running: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let desk = Arc::clone(desk);
            tokio::spawn(async move { drop(handle(&desk, &task).await) })
        })
        .collect();
    for one in running {
        one.await.unwrap();
    }
}

/// The store's part of it: one small batch, one trip to the disk; plain, and encrypted.
#[divan::bench(args = [false, true], sample_count = 100, sample_size = 1)]
fn commit(bencher: Bencher<'_, '_>, encrypted: bool) {
    let folder = tempfile::tempdir().unwrap();
    let runtime = Runtime::new().unwrap();
    let keys = if encrypted { vec![SealKey::fresh().unwrap()] } else { Vec::new() };
    let store = runtime.block_on(open_folder(folder.path(), keys.into_iter().collect())).unwrap();
    bencher.bench_local(|| {
        let mut batch = Batch::new();
        batch.put(Key::counter("bench"), "1", Expect::Any);
        runtime.block_on(store.commit(batch)).unwrap();
    });
}
