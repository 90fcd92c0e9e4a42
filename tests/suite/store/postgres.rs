//! A database that several write to at once, that stops and comes back, that refuses: what an engine on one's own disk never meets.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use futures::future::join_all;
use xiaoqi::store::postgres::Filling;
use xiaoqi::store::{Batch, Entry, Expect, Key, PostgresStore, PostgresUrl, Store, StoreError};

use super::compact::holding;
use super::database::{Server, fresh, shared};
use super::key;

async fn opened(url: &PostgresUrl) -> Arc<PostgresStore> {
    Arc::new(PostgresStore::open(url.clone()).await.unwrap())
}

fn number(entry: Option<Entry>) -> u64 {
    entry.map_or(0, |entry| String::from_utf8(entry.value).unwrap().parse().unwrap())
}

/// Adds one, reading and trying again until nobody came between.
async fn add_one(store: &dyn Store, key: &Key) {
    loop {
        let found = store.get(key).await.unwrap();
        let expect = found.as_ref().map_or(Expect::Absent, |entry| Expect::Version(entry.version));
        let mut batch = Batch::new();
        batch.put(key.clone(), (number(found) + 1).to_string(), expect);
        match store.commit(batch).await {
            Ok(()) => return,
            Err(error) => assert!(error.is_conflict(), "{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn machines_that_count_on_one_key_lose_nothing() {
    let Some(url) = fresh() else { return };
    // Three pools, as three machines have.
    let stores = [opened(&url).await, opened(&url).await, opened(&url).await];
    let tasks = (0..12).map(|task| {
        let store = Arc::clone(&stores[task % 3]);
        tokio::spawn(async move {
            for _ in 0..10 {
                add_one(&*store, &key("count")).await;
            }
        })
    });
    join_all(tasks).await.into_iter().for_each(|task| task.unwrap());
    assert_eq!(number(stores[0].get(&key("count")).await.unwrap()), 120);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_saved_under_a_requirement_once_another_has_taken_it_over() {
    let Some(url) = fresh() else { return };
    let (holder, rival) = (opened(&url).await, opened(&url).await);
    for round in 0..12_u64 {
        let lease = key(&format!("lease {round}"));
        // Every other round nothing is there, and is required not to be.
        let held = round % 2 == 0;
        if held {
            let mut batch = Batch::new();
            batch.put(lease.clone(), "holder", Expect::Absent);
            holder.commit(batch).await.unwrap();
        }
        let found = holder.get(&lease).await.unwrap();
        let expect = found.map_or(Expect::Absent, |entry| Expect::Version(entry.version));
        let workers: Vec<_> = (0..6)
            .map(|worker| {
                let (store, lease) = (Arc::clone(&holder), lease.clone());
                tokio::spawn(async move {
                    for step in 0.. {
                        let mut batch = Batch::new();
                        batch.put(Key::outbox(round.cast_signed(), worker * 10_000 + step), "", Expect::Any);
                        batch.require(lease.clone(), expect);
                        match store.commit(batch).await {
                            Ok(()) => {}
                            Err(StoreError::Conflict { key }) => return assert_eq!(key, lease),
                            Err(error) => panic!("{error}"),
                        }
                        if step > 5_000 {
                            return;
                        }
                    }
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(30 + 7 * round)).await;
        let mut batch = Batch::new();
        batch.put(lease, "rival", expect);
        rival.commit(batch).await.unwrap();
        let seen = rival.scan(Key::outbox_of(round.cast_signed()), usize::MAX).await.unwrap();
        join_all(workers).await.into_iter().for_each(|worker| worker.unwrap());
        let later = rival.scan(Key::outbox_of(round.cast_signed()), usize::MAX).await.unwrap();
        assert_eq!(later.len(), seen.len(), "saved after it was taken over, round {round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_writer_does_in_turn_is_numbered_in_turn_on_whatever_connection() {
    let Some(url) = fresh() else { return };
    let store = opened(&url).await;
    let busy = Arc::new(AtomicBool::new(true));
    let others: Vec<_> = (0..4_u64)
        .map(|task| {
            let (store, busy) = (Arc::clone(&store), Arc::clone(&busy));
            tokio::spawn(async move {
                while busy.load(Ordering::Relaxed) {
                    add_one(&*store, &key(&format!("other {task}"))).await;
                }
            })
        })
        .collect();
    let mut last = 0;
    for id in 0..60 {
        let mut batch = Batch::new();
        batch.put(Key::inbox(1_000 - id), "", Expect::Any);
        store.commit(batch).await.unwrap();
        let version = store.get(&Key::inbox(1_000 - id)).await.unwrap().unwrap().version;
        assert!(version > last, "{version} after {last}");
        last = version;
    }
    busy.store(false, Ordering::Relaxed);
    join_all(others).await.into_iter().for_each(|task| task.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stops_and_comes_back_under_load_loses_nothing_and_does_nothing_twice() {
    let Some(server) = Server::start() else { return };
    let url = PostgresUrl::parse(&server.fresh_address()).unwrap();
    let store = opened(&url).await;
    let (over, acked) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let writers: Vec<_> = (0..6_u64)
        .map(|task| {
            let (store, over, acked) = (Arc::clone(&store), Arc::clone(&over), Arc::clone(&acked));
            tokio::spawn(async move {
                let mut done = 0;
                // Each number may be put where nothing is: a commit taken for undone that was not would be refused.
                while !over.load(Ordering::Relaxed) {
                    let mut batch = Batch::new();
                    let counter = key(&format!("count {task}"));
                    batch.put(Key::outbox(task.cast_signed(), done), vec![b'x'; 300], Expect::Absent);
                    batch.put(counter, (done + 1).to_string(), Expect::Any);
                    store
                        .commit(batch)
                        .await
                        .unwrap_or_else(|error| panic!("writer {task}, {done}: {error}"));
                    done += 1;
                    acked.fetch_add(1, Ordering::Relaxed);
                }
                done
            })
        })
        .collect();
    for mode in ["immediate", "fast", "immediate", "fast", "immediate"] {
        let before = acked.load(Ordering::Relaxed);
        let more = async {
            while acked.load(Ordering::Relaxed) < before + 60 {
                tokio::time::sleep(Duration::from_millis(5)).await
            }
        };
        tokio::time::timeout(Duration::from_secs(60), more)
            .await
            .expect("it goes on after the server came back");
        tokio::task::block_in_place(|| {
            server.down(mode);
            server.up();
        });
    }
    over.store(true, Ordering::Relaxed);
    for (task, writer) in (0_u64..).zip(writers) {
        let done = writer.await.unwrap();
        let kept = store.scan(Key::outbox_of(task.cast_signed()), usize::MAX).await.unwrap();
        let numbers: Vec<Key> = (0..done).map(|number| Key::outbox(task.cast_signed(), number)).collect();
        assert!(
            kept.iter().map(|(key, _)| key).eq(&numbers),
            "writer {task}: {done} acknowledged, {} kept",
            kept.len()
        );
        assert_eq!(number(store.get(&key(&format!("count {task}"))).await.unwrap()), done);
    }
    eprintln!("5 restarts, {} commits acknowledged", acked.load(Ordering::Relaxed));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_database_refuses_is_said_with_what_to_do_and_without_the_password() {
    let Some(server) = shared() else { return };
    server.does("CREATE ROLE locked LOGIN PASSWORD 'the-right-one'").await;
    let open = async |address: &str| {
        PostgresStore::open(PostgresUrl::parse(address).unwrap()).await.map(|_| ()).unwrap_err()
    };
    let wrong = open(&server.address("locked:hush-hush", "postgres", "w1")).await;
    assert!(matches!(wrong, StoreError::NotLetIn { .. }), "{wrong:?}");
    let nowhere = open(&server.address("postgres", "no_such_place", "w2")).await;
    assert!(matches!(nowhere, StoreError::NotLetIn { .. }), "{nowhere:?}");
    let poor = open(&server.address("locked:the-right-one", "postgres", "w3")).await;
    assert!(matches!(poor, StoreError::NotAllowed { .. }), "{poor:?}");
    for error in [wrong, nowhere, poor] {
        for shown in [error.to_string(), format!("{error:?}")] {
            assert!(!shown.contains("hush") && !shown.contains("right-one"), "{shown}");
            assert!(shown.contains("127.0.0.1"), "{shown}");
        }
    }
    // A schema of his own is all that a role needs.
    server.does("CREATE SCHEMA w4 AUTHORIZATION locked").await;
    let url = PostgresUrl::parse(&server.address("locked", "postgres", "w4")).unwrap();
    let store = PostgresStore::open(url.with_password(Some("the-right-one"))).await.unwrap();
    add_one(&store, &key("a")).await;
    store.compact().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_of_a_newer_program_and_numbers_in_blocks_are_refused() {
    let Some(server) = shared() else { return };
    let url = fresh().unwrap();
    drop(opened(&url).await);
    server.does(&format!("UPDATE {}.about SET format = 9", url.space())).await;
    let error = PostgresStore::open(url.clone()).await.unwrap_err();
    assert!(matches!(error, StoreError::NewerFormat { found: 9, known: 1, .. }), "{error:?}");
    let sql = format!("UPDATE {0}.about SET format = 1; ALTER SEQUENCE {0}.commits CACHE 20", url.space());
    server.does(&sql).await;
    let error = PostgresStore::open(url).await.unwrap_err();
    assert!(matches!(error, StoreError::Blocks { .. }), "{error:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_that_open_a_new_space_at_once_make_its_tables_once() {
    let Some(url) = fresh() else { return };
    let stores = join_all((0..6).map(|_| PostgresStore::open(url.clone()))).await;
    for store in stores {
        add_one(&store.unwrap(), &key("count")).await;
    }
    assert_eq!(number(opened(&url).await.get(&key("count")).await.unwrap()), 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_deleted_or_replaced_is_left_in_the_tables_files_after_compaction() {
    let Some(server) = Server::start() else { return };
    let store = opened(&PostgresUrl::parse(&server.fresh_address()).unwrap()).await;
    let mut batch = Batch::new();
    batch.put(key("gone"), "deleted-mark", Expect::Any).put(key("other"), "replaced-mark", Expect::Any);
    // Not compressible, so that it is to be found where it is.
    let large: String = (0..9_000_u32).map(|n| format!("{:x}", n.wrapping_mul(2_654_435_761))).collect();
    batch.put(key("large"), format!("large-mark{large}"), Expect::Any).put(
        key("kept"),
        "kept-mark",
        Expect::Any,
    );
    store.commit(batch).await.unwrap();
    let mut batch = Batch::new();
    batch
        .delete(key("gone"), Expect::Any)
        .put(key("other"), "nothing", Expect::Any)
        .delete(key("large"), Expect::Any);
    store.commit(batch).await.unwrap();
    server.does("CHECKPOINT").await;
    let tables = server.data().join("base");
    for mark in ["deleted-mark", "replaced-mark", "large-mark"] {
        assert!(!holding(&tables, mark.as_bytes()).is_empty(), "`{mark}` was to be found before");
    }
    store.compact().await.unwrap();
    server.does("CHECKPOINT").await;
    for mark in ["deleted-mark", "replaced-mark", "large-mark"] {
        assert_eq!(holding(&tables, mark.as_bytes()), Vec::<String>::new());
    }
    assert!(!holding(&tables, b"kept-mark").is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_space_that_was_not_filled_to_its_end_is_empty_and_one_that_was_goes_on_counting() {
    let Some(url) = fresh() else { return };
    let page: Vec<(Key, Entry)> =
        (0..700).map(|id| (Key::inbox(id), Entry { value: vec![7; 20_000], version: 5_000 - id })).collect();
    let mut half = Filling::begin(url.clone()).await.unwrap();
    half.page(&page).await.unwrap();
    drop(half);
    assert!(!PostgresStore::is_begun(&url).await.unwrap());
    let mut whole = Filling::begin(url.clone()).await.unwrap();
    whole.page(&page).await.unwrap();
    assert_eq!(whole.end(5_000).await.unwrap(), 700);
    let store = opened(&url).await;
    assert!(store.scan(Key::everything(), 999).await.unwrap() == page);
    add_one(&*store, &key("next")).await;
    assert_eq!(store.get(&key("next")).await.unwrap().unwrap().version, 5_001);
    let error = Filling::begin(url).await.map(|_| ()).unwrap_err();
    assert!(matches!(error, StoreError::NotEmpty { .. }), "{error:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_whose_caller_went_away_leaves_nothing_half_done_and_holds_nobody_up() {
    let Some(url) = fresh() else { return };
    let store = opened(&url).await;
    for round in 0..20_u64 {
        let mut batch = Batch::new();
        batch.put(key("shared"), round.to_string(), Expect::Any).put(Key::inbox(round), "", Expect::Absent);
        let _ = tokio::time::timeout(Duration::from_micros(300 * round), store.commit(batch)).await;
    }
    add_one(&*store, &key("after")).await;
    // Those that were made, were made wholly: the shared key holds one of them.
    let shared = number(store.get(&key("shared")).await.unwrap());
    let kept = store.scan(Key::all_inbox(), 99).await.unwrap();
    assert!(kept.iter().any(|(key, _)| *key == Key::inbox(shared)));
}
