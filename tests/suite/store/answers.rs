//! Lost answers: a server whose connections are cut right before or right behind a commit. What was acknowledged is there once, and
//! what is there was acknowledged.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use xiaoqi::store::{Batch, Expect, Key, PostgresStore, PostgresUrl, Store};

use super::database::{Server, shared};
use super::key;

/// Whether a cut falls before the commit reaches the server, or behind it and before its answer.
#[derive(Clone, Copy, PartialEq)]
enum Cut {
    Before,
    Behind,
}

/// Every so many commits, one is cut.
const EVERY: u32 = 3;

/// Stands between a store and the server, and cuts; its port, and how often it has cut.
async fn cutter(server: &Server, cut: Cut) -> (u16, Arc<AtomicU64>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (port, to) = (listener.local_addr().unwrap().port(), server.port());
    let (cuts, commits) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU32::new(0)));
    let counted = Arc::clone(&cuts);
    tokio::spawn(async move {
        loop {
            let (near, _) = listener.accept().await.unwrap();
            let far = TcpStream::connect(("127.0.0.1", to)).await.unwrap();
            tokio::spawn(between(near, far, cut, Arc::clone(&cuts), Arc::clone(&commits)));
        }
    });
    (port, counted)
}

async fn between(near: TcpStream, far: TcpStream, cut: Cut, cuts: Arc<AtomicU64>, commits: Arc<AtomicU32>) {
    let (mut near_in, mut near_out) = near.into_split();
    let (mut far_in, mut far_out) = far.into_split();
    let answers = tokio::spawn(async move {
        let _ = tokio::io::copy(&mut far_in, &mut near_out).await;
    });
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count) = near_in.read(&mut bytes).await {
        let piece = &bytes[..count];
        let commit = piece.windows(7).any(|window| window == b"COMMIT\0");
        let due = commit && (commits.fetch_add(1, Ordering::SeqCst) + 1).is_multiple_of(EVERY);
        if due {
            cuts.fetch_add(1, Ordering::SeqCst);
            // No answer comes through any more; and the commit only where it is to.
            answers.abort();
            let _ = answers.await;
            if cut == Cut::Behind {
                let _ = far_out.write_all(piece).await;
                // It stays open for as long as the server may need.
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            }
            return;
        }
        if count == 0 || far_out.write_all(piece).await.is_err() {
            return;
        }
    }
}

async fn every_commit_is_made_once(cut: Cut) {
    let Some(server) = shared() else { return };
    let (port, cuts) = cutter(server, cut).await;
    let straight = server.fresh_address();
    let through = straight.replace(&format!(":{}/", server.port()), &format!(":{port}/"));
    assert_ne!(through, straight);
    let straight = PostgresStore::open(PostgresUrl::parse(&straight).unwrap()).await.unwrap();
    let store = PostgresStore::open(PostgresUrl::parse(&through).unwrap()).await.unwrap();
    for number in 0..12_u64 {
        let mut batch = Batch::new();
        // One kind of batch is sent whole before the commit, the other together with it.
        let expect = if number % 2 == 0 { Expect::Absent } else { Expect::Any };
        batch.put(Key::inbox(number), "", expect).put(key("last"), number.to_string(), Expect::Any);
        // A commit that was made and taken for undone would conflict with itself.
        store.commit(batch).await.unwrap_or_else(|error| panic!("{number}: {error}"));
        let last = straight.get(&key("last")).await.unwrap().unwrap();
        assert_eq!(last.value, number.to_string().into_bytes());
    }
    assert_eq!(straight.scan(Key::all_inbox(), 99).await.unwrap().len(), 12);
    let last = straight.get(&key("last")).await.unwrap().unwrap().version;
    // Behind the commit nothing is repeated, so no number is drawn twice for one batch.
    assert!(cut == Cut::Before || last == 12, "{last} numbers for 12 commits");
    assert!(cuts.load(Ordering::SeqCst) >= 4, "{cuts:?} cuts");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_cut_off_before_it_arrives_is_made_again() {
    every_commit_is_made_once(Cut::Before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_whose_answer_is_cut_off_is_not_made_again() {
    every_commit_is_made_once(Cut::Behind).await;
}
