//! Bytes of what was deleted leave the files too. Deleting an entry makes it unreadable for the program; its bytes stay in the files until
//! the store is compacted. Whoever deletes on somebody's behalf notes in the same batch that this is owed, so that no kill lets it be
//! forgotten; the note says when, and not whose.
//!
//! What is deleted every minute (updates that are done, letters that arrived) is noted by nobody, and goes with the compaction of
//! every day.

use serde::{Deserialize, Serialize};

use crate::base::time::Moment;
use crate::store::{Batch, Expect, Key, Record, Store, StoreError, Wire};

use super::{Desk, DeskError};

/// How long a debt may grow before it is paid, in milliseconds: compaction makes everybody wait, and so is done for all who asked in the
/// meantime. Long enough for the answer, in whose address her number stands, to arrive first.
pub const PATIENCE_MS: i64 = 10 * 60_000;

/// The note that a compaction is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// Since when.
    pub since: Moment,
}

impl Wire for Owed {
    const VERSION: u32 = 1;
}

/// Where the note is kept.
pub fn key() -> Key {
    Key::counter("erase")
}

/// The note, for the batch that deletes: a change as errands hand them on. An earlier one's moment stays, or it could be put off for
/// ever; but it is written anew, so that a compaction under way does not count for what came after it.
///
/// # Errors
/// Whatever the store says; `Record` where the note cannot be written, which does not happen.
pub async fn note(store: &dyn Store, at: Moment) -> Result<(Key, Option<Vec<u8>>), DeskError> {
    let noted = store.get(&key()).await?;
    let earlier = noted.and_then(|entry| Record::<Owed>::decode(&key(), &entry.value).ok());
    let since = earlier.map_or(at, |owed| owed.since.min(at));
    Ok((key(), Some(Record::encode(&key(), &Owed { since })?)))
}

/// Compacts, and takes the note away if nobody made it anew meanwhile.
///
/// # Errors
/// Whatever the store says.
pub async fn sweep(store: &dyn Store) -> Result<(), StoreError> {
    let noted = store.get(&key()).await?;
    store.compact().await?;
    let Some(entry) = noted else { return Ok(()) };
    let mut batch = Batch::new();
    batch.delete(key(), Expect::Version(entry.version));
    match store.commit(batch).await {
        Err(error) if error.is_conflict() => Ok(()),
        other => other,
    }
}

impl Desk {
    /// Compacts if it has been owed for `patience` milliseconds by `now`; says whether it did.
    ///
    /// # Errors
    /// Whatever the store says. A disk too full for a second copy is no end of the store: it stays owed.
    pub async fn erase(&self, now: Moment, patience: i64) -> Result<bool, StoreError> {
        let store = &**self.store();
        let Some(entry) = store.get(&key()).await? else { return Ok(false) };
        // A note that cannot be read is one all the same.
        let since = Record::<Owed>::decode(&key(), &entry.value).map_or(Moment(0), |owed| owed.since);
        let waited = now.0.saturating_sub(since.0);
        // A clock that was turned back must not put it off for ever.
        if (0..patience).contains(&waited) {
            return Ok(false);
        }
        sweep(store).await?;
        Ok(true)
    }
}
