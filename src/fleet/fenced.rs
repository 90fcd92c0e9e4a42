//! A store whose commits hold only as long as the lease does under which they are made. The lease goes with the task, so that
//! nothing between the update and the batch has to know of it.

use std::future::Future;
use std::ops::Range;
use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt};

use crate::store::{Batch, Entry, Expect, Key, Store, StoreError};

use super::shares::Pass;

tokio::task_local! {
    /// The key and version that every commit of this task requires.
    static LEASE: Option<(Key, u64)>;
}

/// Does work whose commits are refused ([`StoreError::is_lost_lease`]) once the share of the chats that it is for has gone
/// to another replica. Tasks that the work spawns do not inherit that.
pub async fn under<T>(pass: &Pass, work: impl Future<Output = T>) -> T {
    LEASE.scope(pass.lease().cloned(), work).await
}

/// The layer over the store.
pub(super) struct FencedStore(pub(super) Arc<dyn Store>);

impl Store for FencedStore {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        self.0.get(key)
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        self.0.scan(range, limit)
    }

    fn commit(&self, mut batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        // Asked when it is done, not when it is spoken of: the work may have been put together outside.
        async move {
            if let Ok(Some((key, version))) = LEASE.try_with(Clone::clone) {
                batch.require(key, Expect::Version(version));
            }
            self.0.commit(batch).await
        }
        .boxed()
    }

    fn compact(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        self.0.compact()
    }
}
