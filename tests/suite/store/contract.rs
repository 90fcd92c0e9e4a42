//! What every engine promises.

use std::sync::Arc;

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::store::{Batch, Expect, Key, Store, StoreError};

use super::{Bench, key};

macro_rules! promises {
    ($($promise:ident),* $(,)?) => {
        mod memory {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(super::super::memory()).await;
            })*
        }
        mod sled {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                super::$promise(super::super::sled()).await;
            })*
        }
        mod sealed_memory {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(super::super::sealed_memory()).await;
            })*
        }
        mod sealed_sled {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                super::$promise(super::super::sealed_sled()).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                let Some(bench) = super::super::postgres().await else { return };
                super::$promise(bench).await;
            })*
        }
        mod sealed_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                let Some(bench) = super::super::sealed_postgres().await else { return };
                super::$promise(bench).await;
            })*
        }
    };
}

promises!(
    what_was_put_is_read_back_and_what_was_deleted_is_gone,
    an_empty_batch_changes_nothing,
    a_put_expecting_nothing_conflicts_with_an_entry,
    a_put_expecting_a_version_conflicts_with_any_other,
    a_delete_is_held_to_its_expectation_too,
    one_failed_expectation_leaves_the_whole_batch_undone,
    a_conflict_names_the_first_key,
    a_batch_depends_on_what_it_requires_and_leaves_that_as_it_is,
    versions_grow_with_every_put_even_after_a_delete,
    all_puts_of_a_batch_share_a_version,
    a_scan_is_in_key_order_and_stops_at_its_limit,
    a_scan_goes_on_from_the_next_key,
    a_scan_of_signed_ids_is_in_number_order,
    an_inverted_or_empty_range_gives_nothing,
    a_scan_sees_a_batch_wholly_or_not_at_all,
    thirty_two_tasks_count_without_losing_one,
    only_one_of_many_rivals_wins_an_absent_key,
    values_may_be_empty_binary_and_large,
    reopening_keeps_everything,
    compacting_changes_nothing_that_can_be_read,
    compacting_goes_on_under_those_who_read_and_write,
    several_who_ask_to_compact_are_all_answered,
);

fn refused_at(outcome: Result<(), StoreError>) -> Key {
    match outcome {
        Err(StoreError::Conflict { key }) => key,
        other => panic!("expected a conflict, got {other:?}"),
    }
}

async fn what_was_put_is_read_back_and_what_was_deleted_is_gone(bench: Bench) {
    assert_eq!(bench.get(&key("a")).await, None);
    bench.put(key("a"), b"1", Expect::Any).await.unwrap();
    assert_eq!(bench.value(&key("a")).await.unwrap(), b"1");
    bench.delete(key("a"), Expect::Any).await.unwrap();
    bench.delete(key("a"), Expect::Any).await.unwrap();
    assert_eq!(bench.get(&key("a")).await, None);
}

async fn an_empty_batch_changes_nothing(bench: Bench) {
    bench.store.commit(Batch::new()).await.unwrap();
    assert_eq!(bench.store.scan(Key::everything(), 9).await.unwrap(), []);
}

async fn a_put_expecting_nothing_conflicts_with_an_entry(bench: Bench) {
    bench.put(key("a"), b"1", Expect::Absent).await.unwrap();
    assert_eq!(refused_at(bench.put(key("a"), b"2", Expect::Absent).await), key("a"));
    assert_eq!(bench.value(&key("a")).await.unwrap(), b"1");
}

async fn a_put_expecting_a_version_conflicts_with_any_other(bench: Bench) {
    assert_eq!(refused_at(bench.put(key("a"), b"1", Expect::Version(1)).await), key("a"));
    bench.put(key("a"), b"1", Expect::Any).await.unwrap();
    let version = bench.get(&key("a")).await.unwrap().version;
    bench.put(key("a"), b"2", Expect::Version(version)).await.unwrap();
    assert_eq!(refused_at(bench.put(key("a"), b"3", Expect::Version(version)).await), key("a"));
    assert_eq!(bench.value(&key("a")).await.unwrap(), b"2");
}

async fn a_delete_is_held_to_its_expectation_too(bench: Bench) {
    bench.delete(key("a"), Expect::Absent).await.unwrap();
    bench.put(key("a"), b"1", Expect::Any).await.unwrap();
    let version = bench.get(&key("a")).await.unwrap().version;
    refused_at(bench.delete(key("a"), Expect::Absent).await);
    refused_at(bench.delete(key("a"), Expect::Version(version + 1)).await);
    bench.delete(key("a"), Expect::Version(version)).await.unwrap();
    assert_eq!(bench.get(&key("a")).await, None);
}

async fn one_failed_expectation_leaves_the_whole_batch_undone(bench: Bench) {
    bench.put(key("m"), b"old", Expect::Any).await.unwrap();
    let before = bench.store.scan(Key::everything(), 9).await.unwrap();
    let mut batch = Batch::new();
    batch.put(key("a"), "new", Expect::Any).put(key("m"), "new", Expect::Absent);
    batch.put(key("z"), "new", Expect::Absent).delete(key("y"), Expect::Any);
    refused_at(bench.store.commit(batch).await);
    assert_eq!(bench.store.scan(Key::everything(), 9).await.unwrap(), before);
}

async fn a_batch_depends_on_what_it_requires_and_leaves_that_as_it_is(bench: Bench) {
    bench.put(key("m"), b"1", Expect::Any).await.unwrap();
    let held = bench.get(&key("m")).await.unwrap();
    let put = |name: &str, required: &str, expect| {
        let mut batch = Batch::new();
        batch.put(key(name), "2", Expect::Any).require(key(required), expect);
        batch
    };
    bench.store.commit(put("a", "m", Expect::Version(held.version))).await.unwrap();
    bench.store.commit(put("b", "z", Expect::Absent)).await.unwrap();
    assert_eq!(bench.get(&key("m")).await.unwrap(), held);
    let stale = bench.store.commit(put("c", "m", Expect::Version(held.version + 1))).await;
    assert_eq!(refused_at(stale), key("m"));
    assert_eq!(refused_at(bench.store.commit(put("n", "m", Expect::Absent)).await), key("m"));
    assert_eq!((bench.get(&key("c")).await, bench.get(&key("n")).await), (None, None));
    // Without a change it is still a question that is answered.
    let mut asked = Batch::new();
    asked.require(key("m"), Expect::Absent);
    assert_eq!(refused_at(bench.store.commit(asked).await), key("m"));
}

async fn a_conflict_names_the_first_key(bench: Bench) {
    let mut batch = Batch::new();
    batch.put(key("z"), "1", Expect::Version(5)).put(key("b"), "1", Expect::Version(5));
    batch.put(key("a"), "1", Expect::Absent);
    assert_eq!(refused_at(bench.store.commit(batch).await), key("b"));
}

async fn versions_grow_with_every_put_even_after_a_delete(bench: Bench) {
    let mut last = 0;
    for round in 0..6 {
        bench.put(key("a"), b"same", Expect::Any).await.unwrap();
        let version = bench.get(&key("a")).await.unwrap().version;
        assert!(version > last, "{version} after {last}");
        last = version;
        if round % 2 == 1 {
            bench.delete(key("a"), Expect::Any).await.unwrap();
        }
    }
    bench.put(key("a"), b"same", Expect::Any).await.unwrap();
    let bench = bench.reopen().await;
    bench.put(key("b"), b"after", Expect::Any).await.unwrap();
    let after = bench.get(&key("b")).await.unwrap().version;
    assert!(after > bench.get(&key("a")).await.unwrap().version);
}

async fn all_puts_of_a_batch_share_a_version(bench: Bench) {
    let mut batch = Batch::new();
    batch.put(key("a"), "1", Expect::Any).put(key("b"), "1", Expect::Any);
    bench.store.commit(batch).await.unwrap();
    assert_eq!(bench.get(&key("a")).await, bench.get(&key("b")).await);
}

async fn a_scan_is_in_key_order_and_stops_at_its_limit(bench: Bench) {
    for id in [300, 2, 70_000, 1, 256] {
        bench.put(Key::inbox(id), b"", Expect::Any).await.unwrap();
    }
    bench.put(Key::seen(0), b"", Expect::Any).await.unwrap();
    assert_eq!(keys(&bench, Key::all_inbox(), 99).await, [1, 2, 256, 300, 70_000].map(Key::inbox));
    assert_eq!(keys(&bench, Key::all_inbox(), 2).await, [1, 2].map(Key::inbox));
    assert_eq!(keys(&bench, Key::inbox(2)..Key::inbox(300), 99).await, [2, 256].map(Key::inbox));
    assert!(keys(&bench, Key::all_inbox(), 0).await.is_empty());
}

async fn a_scan_goes_on_from_the_next_key(bench: Bench) {
    let mut batch = Batch::new();
    for seq in 0..50 {
        batch.put(Key::outbox(1, seq), "", Expect::Any);
    }
    bench.store.commit(batch).await.unwrap();
    let mut range = Key::outbox_of(1);
    let mut read = Vec::new();
    while let Some(last) = {
        read.extend(keys(&bench, range.clone(), 7).await);
        read.last().filter(|last| last.next() != range.start)
    } {
        range.start = last.next();
    }
    assert_eq!(read, (0..50).map(|seq| Key::outbox(1, seq)).collect::<Vec<_>>());
}

async fn a_scan_of_signed_ids_is_in_number_order(bench: Bench) {
    let ids = [i64::MIN, -1_001_234, -1, 0, 1, i64::MAX];
    for id in ids {
        bench.put(Key::outbox(id, 0), b"", Expect::Any).await.unwrap();
        let session = SessionId { trainee: TraineeId(id), number: 1 };
        bench.put(Key::session_meta(session), b"", Expect::Any).await.unwrap();
    }
    assert_eq!(keys(&bench, Key::all_outbox(), 99).await, ids.map(|id| Key::outbox(id, 0)));
    for id in ids {
        assert_eq!(keys(&bench, Key::sessions_of(TraineeId(id)), 99).await.len(), 1);
    }
}

async fn an_inverted_or_empty_range_gives_nothing(bench: Bench) {
    bench.put(Key::inbox(5), b"", Expect::Any).await.unwrap();
    assert!(keys(&bench, Key::inbox(9)..Key::inbox(1), 9).await.is_empty());
    assert!(keys(&bench, Key::inbox(5)..Key::inbox(5), 9).await.is_empty());
}

async fn a_scan_sees_a_batch_wholly_or_not_at_all(bench: Bench) {
    let store = Arc::clone(&bench.store);
    let writer = tokio::spawn(async move {
        for round in 0..60_u32 {
            let mut batch = Batch::new();
            let bytes = round.to_be_bytes();
            for id in 0..20 {
                batch.put(Key::inbox(id), bytes, Expect::Any);
            }
            store.commit(batch).await.unwrap();
        }
    });
    while !writer.is_finished() {
        let mut seen = bench.store.scan(Key::all_inbox(), 99).await.unwrap();
        assert!(seen.is_empty() || seen.len() == 20);
        seen.dedup_by_key(|(_, entry)| entry.clone());
        assert!(seen.len() <= 1, "two batches in one scan");
        tokio::task::yield_now().await;
    }
    writer.await.unwrap();
}

async fn thirty_two_tasks_count_without_losing_one(bench: Bench) {
    let tasks: Vec<_> = (0..32).map(|_| tokio::spawn(count(Arc::clone(&bench.store), 5))).collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(bench.value(&key("count")).await.unwrap(), b"160");
}

async fn count(store: Arc<dyn Store>, times: u32) {
    let mut left = times;
    while left > 0 {
        let entry = store.get(&key("count")).await.unwrap();
        let expect = entry.as_ref().map_or(Expect::Absent, |entry| Expect::Version(entry.version));
        let number: u32 = entry.map_or(0, |entry| String::from_utf8(entry.value).unwrap().parse().unwrap());
        let mut batch = Batch::new();
        batch.put(key("count"), (number + 1).to_string(), expect);
        match store.commit(batch).await {
            Ok(()) => left -= 1,
            Err(error) => assert!(error.is_conflict(), "{error}"),
        }
    }
}

async fn only_one_of_many_rivals_wins_an_absent_key(bench: Bench) {
    let claim = |n: u64| {
        let store = Arc::clone(&bench.store);
        async move {
            let mut batch = Batch::new();
            batch.put(key("prize"), n.to_string(), Expect::Absent).put(Key::inbox(n), "", Expect::Any);
            store.commit(batch).await.is_ok()
        }
    };
    let rivals: Vec<_> = (0..32).map(|n| tokio::spawn(claim(n))).collect();
    let mut winners = 0;
    for rival in rivals {
        winners += u32::from(rival.await.unwrap());
    }
    assert_eq!((winners, keys(&bench, Key::all_inbox(), 99).await.len()), (1, 1));
}

async fn values_may_be_empty_binary_and_large(bench: Bench) {
    let values = [Vec::new(), vec![0], vec![255; 300], noise(90_000), noise(700_000), noise(3_000_000)];
    let mut batch = Batch::new();
    for (id, value) in (0..).zip(&values) {
        batch.put(Key::inbox(id), value.clone(), Expect::Absent);
    }
    bench.store.commit(batch).await.unwrap();
    let bench = bench.reopen().await;
    for (id, value) in (0..).zip(&values) {
        assert!(bench.value(&Key::inbox(id)).await.as_ref() == Some(value), "value {id}");
    }
}

// Bytes that do not repeat, so that a value put together wrongly shows.
fn noise(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i.wrapping_mul(2_654_435_761) >> 11) as u8).collect()
}

async fn reopening_keeps_everything(mut bench: Bench) {
    for round in 0..4_u64 {
        let mut batch = Batch::new();
        for n in 0..100 {
            batch.put(Key::inbox(round * 100 + n), n.to_string(), Expect::Absent);
        }
        batch.delete(Key::inbox(round * 50), Expect::Any);
        bench.store.commit(batch).await.unwrap();
        let before = bench.store.scan(Key::everything(), 999).await.unwrap();
        bench = bench.reopen().await;
        assert_eq!(bench.store.scan(Key::everything(), 999).await.unwrap(), before);
    }
    // 0 and 50 went before they came again; 100 and 150 went after they came.
    assert_eq!(keys(&bench, Key::all_inbox(), 999).await.len(), 400 - 4);
}

async fn keys(bench: &Bench, range: std::ops::Range<Key>, limit: usize) -> Vec<Key> {
    let entries = bench.store.scan(range, limit).await.unwrap();
    entries.into_iter().map(|(key, _)| key).collect()
}

async fn compacting_changes_nothing_that_can_be_read(mut bench: Bench) {
    for round in 0..3_u64 {
        let mut batch = Batch::new();
        for n in 0..50 {
            batch.put(Key::inbox(round * 50 + n), n.to_string(), Expect::Absent);
        }
        batch.put(Key::inbox(900 + round), noise(300_000), Expect::Absent).delete(Key::inbox(7), Expect::Any);
        bench.store.commit(batch).await.unwrap();
        let before = bench.store.scan(Key::everything(), 999).await.unwrap();
        bench.store.compact().await.unwrap();
        assert!(bench.store.scan(Key::everything(), 999).await.unwrap() == before);
        // Expectations are about versions, and new ones are still higher than all old ones.
        let newest = before.iter().map(|(_, entry)| entry.version).max().unwrap();
        let entry = bench.get(&Key::inbox(8)).await.unwrap();
        bench.put(Key::inbox(8), b"again", Expect::Version(entry.version)).await.unwrap();
        assert!(bench.get(&Key::inbox(8)).await.unwrap().version > newest);
        bench = bench.reopen().await;
    }
    assert_eq!(keys(&bench, Key::all_inbox(), 999).await.len(), 150 - 1 + 3);
}

async fn compacting_goes_on_under_those_who_read_and_write(bench: Bench) {
    let tasks: Vec<_> = (0..8).map(|_| tokio::spawn(count(Arc::clone(&bench.store), 10))).collect();
    for _ in 0..4 {
        bench.store.compact().await.unwrap();
    }
    for task in tasks {
        task.await.unwrap();
    }
    bench.store.compact().await.unwrap();
    assert_eq!(bench.reopen().await.value(&key("count")).await.unwrap(), b"80");
}

async fn several_who_ask_to_compact_are_all_answered(bench: Bench) {
    bench.put(key("a"), b"1", Expect::Any).await.unwrap();
    let asked: Vec<_> = (0..5).map(|_| Arc::clone(&bench.store)).collect();
    let asked = asked.into_iter().map(|store| tokio::spawn(async move { store.compact().await }));
    for one in asked.collect::<Vec<_>>() {
        one.await.unwrap().unwrap();
    }
    // Nobody waits for an answer here: the store is dropped in the middle of it, and opens again at once.
    let store = Arc::clone(&bench.store);
    let unheard = tokio::spawn(async move { store.compact().await });
    tokio::task::yield_now().await;
    unheard.abort();
    let _ = unheard.await;
    assert_eq!(bench.reopen().await.value(&key("a")).await.unwrap(), b"1");
}
