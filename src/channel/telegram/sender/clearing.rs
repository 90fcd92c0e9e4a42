//! Taking letters out of the outbox. Letters of many chats that were sent while one commit was under way leave it together with the
//! next: a busy bot would otherwise spend most of its trips to the disk on that.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::store::{Batch, Expect, Key, Store, StoreError};

/// Letters of one commit, about.
const GROUP: usize = 256;

/// Takes letters out. Cheap to clone; the task behind it ends with the last of them.
#[derive(Clone)]
pub(super) struct Clearing {
    store: Arc<dyn Store>,
    asked: mpsc::UnboundedSender<Asked>,
}

struct Asked {
    keys: Vec<Key>,
    done: oneshot::Sender<Result<(), StoreError>>,
}

impl Clearing {
    /// Over this store; within a runtime.
    pub(super) fn start(store: Arc<dyn Store>) -> Clearing {
        let (asked, inbox) = mpsc::unbounded_channel();
        tokio::spawn(clear(Arc::clone(&store), inbox));
        Clearing { store, asked }
    }

    /// The store in which the outbox is.
    pub(super) fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// Takes a chat's letters out of the outbox: they are gone, durably, when this returns.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(super) async fn remove(&self, chat: i64, letters: &[u64]) -> Result<(), StoreError> {
        for page in letters.chunks(GROUP) {
            let keys: Vec<Key> = page.iter().map(|seq| Key::outbox(chat, *seq)).collect();
            let (done, outcome) = oneshot::channel();
            let _ = self.asked.send(Asked { keys: keys.clone(), done });
            match outcome.await {
                Ok(outcome) => outcome?,
                // Nobody there to take it, or gone in the middle of it: by one's own hand then. Deleting twice is once.
                Err(_) => self.store.commit(without(keys)).await?,
            }
        }
        Ok(())
    }
}

async fn clear(store: Arc<dyn Store>, mut inbox: mpsc::UnboundedReceiver<Asked>) {
    let mut group = Vec::new();
    while inbox.recv_many(&mut group, GROUP).await > 0 {
        let keys = group.iter_mut().flat_map(|asked| std::mem::take(&mut asked.keys)).collect();
        let outcome = store.commit(without(keys)).await;
        for asked in group.drain(..) {
            // Who asked may have gone away.
            let _ = asked.done.send(outcome.clone());
        }
    }
}

fn without(keys: Vec<Key>) -> Batch {
    let mut batch = Batch::new();
    for key in keys {
        batch.delete(key, Expect::Any);
    }
    batch
}

#[cfg(test)]
mod tests {
    use std::ops::Range;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use futures::future::{BoxFuture, FutureExt, join_all};

    use super::*;
    use crate::store::{Entry, MemoryStore};

    /// Counts commits, each of which takes a second.
    #[derive(Default)]
    struct Slow {
        memory: MemoryStore,
        commits: AtomicUsize,
        panics: bool,
    }

    impl Store for Slow {
        fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
            self.memory.get(key)
        }

        fn scan(
            &self,
            range: Range<Key>,
            limit: usize,
        ) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
            self.memory.scan(range, limit)
        }

        fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
            async move {
                let before = self.commits.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_secs(1)).await;
                assert!(before > 0 || !self.panics, "provoked by a test");
                self.memory.commit(batch).await
            }
            .boxed()
        }

        fn compact(&self) -> BoxFuture<'_, Result<(), StoreError>> {
            self.memory.compact()
        }
    }

    async fn filled(chats: i64) -> MemoryStore {
        let memory = MemoryStore::new();
        let mut batch = Batch::new();
        for chat in 1..=chats {
            batch.put(Key::outbox(chat, 7), "letter", Expect::Absent);
            batch.put(Key::outbox(chat, 8), "letter", Expect::Absent);
        }
        memory.commit(batch).await.unwrap();
        memory
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_sent_during_one_commit_leaves_with_the_next() {
        let store = Arc::new(Slow { memory: filled(50).await, ..Slow::default() });
        let clearing = Clearing::start(Arc::clone(&store) as Arc<dyn Store>);
        let first = clearing.remove(1, &[7]);
        let others = async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            join_all((2..=50).map(|chat| clearing.remove(chat, &[7]).boxed())).await
        };
        let (first, others) = tokio::join!(first, others);
        first.unwrap();
        assert!(others.into_iter().all(|outcome| outcome.is_ok()));
        assert_eq!(store.commits.load(Ordering::SeqCst), 2);
        let left = store.scan(Key::all_outbox(), 999).await.unwrap();
        assert!(
            left.len() == 50 && left.iter().all(|(key, _)| key.as_bytes().ends_with(&8u64.to_be_bytes()))
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_panic_in_one_commit_keeps_nobody_from_having_his_letters_taken_out() {
        let store = Arc::new(Slow { memory: filled(3).await, panics: true, ..Slow::default() });
        let clearing = Clearing::start(Arc::clone(&store) as Arc<dyn Store>);
        let outcomes = join_all((1..=3).map(|chat| clearing.remove(chat, &[7, 8]).boxed())).await;
        assert!(outcomes.into_iter().all(|outcome| outcome.is_ok()));
        clearing.remove(1, &[7]).await.unwrap();
        assert!(store.scan(Key::all_outbox(), 9).await.unwrap().is_empty());
    }
}
