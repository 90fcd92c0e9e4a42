//! How many commits a second the engines make durable, one writer and thirty-two: `cargo bench --bench stores`. The database is the one that
//! XIAOQI_BENCH_STORE names, such as postgresql://USER@127.0.0.1/DATABASE?space=bench; without it only the folder's engine is measured.

use std::sync::Arc;
use std::time::{Duration, Instant};

use xiaoqi::store::{Batch, Expect, Key, PostgresStore, PostgresUrl, SledStore, Store};

/// How long each figure takes.
const SPAN: Duration = Duration::from_secs(5);
/// Bytes of an entry, about those of an event.
const BYTES: usize = 400;

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut engines: Vec<(&str, Arc<dyn Store>)> =
        vec![("sled", Arc::new(SledStore::open(folder.path()).expect("a new store")))];
    if let Ok(address) = std::env::var("XIAOQI_BENCH_STORE") {
        let url = PostgresUrl::parse(&address).expect("XIAOQI_BENCH_STORE is an address");
        engines.push(("PostgreSQL", Arc::new(PostgresStore::open(url).await.expect("the database"))));
    }
    for (name, store) in &engines {
        for writers in [1, 32] {
            let (commits, seconds) = measured(store, writers).await;
            println!("{name}, {writers} writers: {:.0} commits/s", commits as f64 / seconds);
        }
    }
}

/// Commits, and the seconds they took. Each is as a turn's: an entry that is new, and one of one's own that is replaced, against its version.
async fn measured(store: &Arc<dyn Store>, writers: u64) -> (u64, f64) {
    let begun = Instant::now();
    let tasks: Vec<_> =
        (0..writers).map(|writer| tokio::spawn(write(Arc::clone(store), writer, begun))).collect();
    let mut commits = 0;
    for task in tasks {
        commits += task.await.expect("a writer");
    }
    (commits, begun.elapsed().as_secs_f64())
}

async fn write(store: Arc<dyn Store>, writer: u64, begun: Instant) -> u64 {
    let own = Key::counter(&format!("writer {writer}"));
    let mut commits = 0;
    while begun.elapsed() < SPAN {
        let found = store.get(&own).await.expect("a read");
        let expect = found.map_or(Expect::Absent, |entry| Expect::Version(entry.version));
        let mut batch = Batch::new();
        batch.put(own.clone(), vec![b'x'; BYTES], expect);
        batch.put(Key::outbox(writer.cast_signed(), commits), vec![b'x'; BYTES], Expect::Any);
        store.commit(batch).await.expect("a commit");
        commits += 1;
    }
    commits
}
