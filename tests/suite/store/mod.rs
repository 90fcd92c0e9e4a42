//! The storage layer. `contract` is one body of tests run over every engine; `model` compares the engines on
//! random batches; `backup` copies them while in use; `folder` is about what can be wrong with a folder; `kill` kills a writer over and over.

mod backup;
mod contract;
mod folder;
mod kill;
mod model;

use std::sync::Arc;

use xiaoqi::store::{Batch, Entry, Expect, Key, MemoryStore, SledStore, Store, StoreError};

/// A store, and the folder it lives in, if any.
struct Bench {
    store: Arc<dyn Store>,
    folder: Option<tempfile::TempDir>,
}

fn memory() -> Bench {
    Bench { store: Arc::new(MemoryStore::new()), folder: None }
}

fn sled() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    Bench { store: Arc::new(SledStore::open(folder.path()).unwrap()), folder: Some(folder) }
}

impl Bench {
    /// Closes and opens the store again; a store in memory stays as it is.
    fn reopen(self) -> Bench {
        let Some(folder) = self.folder else { return self };
        drop(self.store);
        Bench { store: Arc::new(SledStore::open(folder.path()).unwrap()), folder: Some(folder) }
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
