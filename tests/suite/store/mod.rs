//! The storage layer. `contract` is one body of tests run over every engine; `model` compares the engines on
//! random batches; `backup` copies them while in use; `folder` is about what can be wrong with a folder; `kill` kills a writer over and over;
//! `compact` is about what is left in the files; `sealed` about encryption; `postgres` about a server that refuses, stops and comes back, `answers` about lost ones,
//! which `database` starts.

mod answers;
mod backup;
mod compact;
mod contract;
mod database;
mod folder;
mod kill;
mod model;
mod postgres;
mod sealed;

use std::sync::Arc;

pub use compact::holding;
pub use database::{fresh as fresh_database, fresh_address};
use futures::future::FutureExt;
use xiaoqi::store::{
    Batch, Entry, Expect, Key, Keyring, MemoryStore, PostgresStore, PostgresUrl, SealKey, SealedStore,
    SledStore, Store, StoreError,
};

/// A store, the folder it lives in, if any, the database, if any, and its keys, if it is encrypted.
struct Bench {
    store: Arc<dyn Store>,
    folder: Option<tempfile::TempDir>,
    url: Option<PostgresUrl>,
    ring: Keyring,
}

fn memory() -> Bench {
    Bench { store: Arc::new(MemoryStore::new()), folder: None, url: None, ring: Keyring::default() }
}

fn sled() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    Bench {
        store: open(&folder, &Keyring::default()),
        folder: Some(folder),
        url: None,
        ring: Keyring::default(),
    }
}

/// Encrypted in memory: the layer over an engine that keeps nothing.
fn sealed_memory() -> Bench {
    let open = SealedStore::open(Arc::new(MemoryStore::new()), ring()).now_or_never();
    let (store, _) = open.expect("memory does not wait").unwrap();
    Bench { store: Arc::new(store), folder: None, url: None, ring: Keyring::default() }
}

/// Encrypted on disk.
fn sealed_sled() -> Bench {
    let (folder, ring) = (tempfile::tempdir().unwrap(), ring());
    Bench { store: open(&folder, &ring), folder: Some(folder), url: None, ring }
}

/// In a database; `None` where there is no server.
async fn postgres() -> Option<Bench> {
    Some(connected(database::fresh()?, Keyring::default()).await)
}

/// Encrypted in a database.
async fn sealed_postgres() -> Option<Bench> {
    Some(connected(database::fresh()?, ring()).await)
}

async fn connected(url: PostgresUrl, ring: Keyring) -> Bench {
    let inner = Arc::new(PostgresStore::open(url.clone()).await.unwrap());
    let store: Arc<dyn Store> = match ring.is_empty() {
        true => inner,
        false => Arc::new(SealedStore::open(inner, ring.clone()).await.unwrap().0),
    };
    Bench { store, folder: None, url: Some(url), ring }
}

/// A key of its own.
fn ring() -> Keyring {
    [SealKey::fresh().unwrap()].into_iter().collect()
}

fn open(folder: &tempfile::TempDir, ring: &Keyring) -> Arc<dyn Store> {
    let inner = Arc::new(SledStore::open(folder.path()).unwrap());
    if ring.is_empty() {
        return inner;
    }
    let opening = SealedStore::open(inner, ring.clone());
    let (store, _) =
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(opening)).unwrap();
    Arc::new(store)
}

impl Bench {
    /// Closes and opens the store again; a store in memory stays as it is.
    async fn reopen(self) -> Bench {
        let Bench { store, folder, url, ring } = self;
        if let Some(url) = url {
            drop(store);
            return connected(url, ring).await;
        }
        let Some(folder) = folder else { return Bench { store, folder, url, ring } };
        drop(store);
        Bench { store: open(&folder, &ring), folder: Some(folder), url, ring }
    }

    async fn get(&self, key: &Key) -> Option<Entry> {
        self.store.get(key).await.unwrap()
    }

    async fn value(&self, key: &Key) -> Option<Vec<u8>> {
        self.get(key).await.map(|entry| entry.value)
    }

    async fn put(&self, key: Key, value: &[u8], expect: Expect) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        batch.put(key, value, expect);
        self.store.commit(batch).await
    }

    async fn delete(&self, key: Key, expect: Expect) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        batch.delete(key, expect);
        self.store.commit(batch).await
    }
}

fn key(name: &str) -> Key {
    Key::counter(name)
}
