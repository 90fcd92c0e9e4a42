//! Marks of updates that are done, and updates that ask for nothing.

use crate::base::time::Moment;
use crate::store::{Batch, Entry, Expect, Key, Record, StoreError};

use super::records::Done;
use super::{Desk, DeskError};

/// Telegram hands out an update for a day at most; an older mark under the same number is of another update
/// (numbers start anew after a quiet week).
const REDELIVERY_MS: i64 = 3 * 24 * 3_600_000;

/// How many marks are swept at once.
const PAGE: usize = 256;

impl Desk {
    /// What the mark of this update must find; `None` where the update is done, which also clears it away.
    pub(super) async fn mark(&self, update: u64, at: Moment) -> Result<Option<Expect>, DeskError> {
        let key = Key::seen(update);
        let Some(entry) = self.store.get(&key).await? else { return Ok(Some(Expect::Absent)) };
        let done: Done = Record::decode(&key, &entry.value)?;
        if at.since(done.at) > REDELIVERY_MS {
            return Ok(Some(Expect::Version(entry.version)));
        }
        let mut batch = Batch::new();
        batch.delete(Key::inbox(update), Expect::Any);
        self.store.commit(batch).await?;
        Ok(None)
    }

    /// Takes updates out of the inbox that ask for nothing.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn discard(&self, updates: &[u64]) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        for update in updates {
            batch.delete(Key::inbox(*update), Expect::Any);
        }
        self.store.commit(batch).await
    }

    /// Forgets the marks of updates numbered below `update` that are too old to come again, a page at a time.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn sweep(&self, update: u64, now: Moment) -> Result<usize, StoreError> {
        let marks = self.store.scan(Key::seen_below(update), PAGE).await?;
        let mut batch = Batch::new();
        let mut count = 0;
        for (key, entry) in marks.iter().filter(|(key, entry)| is_old(key, entry, now)) {
            batch.delete(key.clone(), Expect::Version(entry.version));
            count += 1;
        }
        self.store.commit(batch).await?;
        Ok(count)
    }
}

fn is_old(key: &Key, entry: &Entry, now: Moment) -> bool {
    let done: Result<Done, _> = Record::decode(key, &entry.value);
    done.is_ok_and(|done| now.since(done.at) > REDELIVERY_MS)
}
