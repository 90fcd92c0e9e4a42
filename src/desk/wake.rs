//! Reminders that are due, each sent once however long the service was away, and the journal they look back on.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::flow::input::{Deed, Input};
use crate::flow::reads_journal;
use crate::progress::entry::Entry;
use crate::store::{self, Batch, Expect, Key, KeyName, Record, StoreError, scan_all};

use super::records::{KeptEntry, Timer};
use super::take::put;
use super::{Desk, DeskError, Post};

/// Entries or timers read at once.
const PAGE: usize = 256;

/// How often a reminder is taken again where the trainee did something at the same moment.
const TRIES: u32 = 5;

/// Reminders are numbered from here on in the outbox: above every update's letters, and by their time.
const REMINDERS: u64 = 1 << 62;
/// Letters of one reminder are numbered below this.
const LETTERS: u64 = 1 << 10;

impl Desk {
    /// Sends every reminder that is due at `now`: one step of the flow each, committed with its letters, with the timer
    /// that caused it gone and the next one set. A timer that no longer is what the profile says only goes. Then whatever is
    /// due about cohorts.
    ///
    /// # Errors
    /// When the store failed. Trouble with one trainee's records takes her timer away and is told in the log.
    pub async fn wake(&self, now: Moment) -> Result<Vec<Post>, StoreError> {
        let mut posts = Vec::new();
        let mut range = Key::timers_due(now);
        loop {
            let page = self.store.scan(range.clone(), PAGE).await?;
            for (key, _) in &page {
                match AssertUnwindSafe(self.wake_one(key, now)).catch_unwind().await {
                    Ok(woken) => posts.extend(woken?),
                    Err(_) => {
                        tracing::error!("a reminder choked and is given up");
                        self.drop_timer(key).await?;
                    }
                }
            }
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => break,
            }
        }
        posts.extend(self.wake_cohorts(now).await?);
        Ok(posts)
    }

    async fn wake_one(&self, key: &Key, now: Moment) -> Result<Vec<Post>, StoreError> {
        let Some(KeyName::Timer(at, trainee)) = key.name() else { return Ok(Vec::new()) };
        let mut tries = 1;
        loop {
            match self.remind(key, at, trainee, now).await {
                Ok(posts) => return Ok(posts),
                Err(DeskError::Store(error)) if error.is_conflict() && tries < TRIES => tries += 1,
                // She is busy here and now; the next round finds the timer again.
                Err(DeskError::Store(error)) if error.is_conflict() => return Ok(Vec::new()),
                Err(DeskError::Store(error)) => return Err(error),
                Err(DeskError::Record(error)) => {
                    tracing::error!("a reminder is given up: {error}");
                    self.drop_timer(key).await?;
                    return Ok(Vec::new());
                }
            }
        }
    }

    async fn remind(
        &self,
        key: &Key,
        at: Moment,
        trainee: TraineeId,
        now: Moment,
    ) -> Result<Vec<Post>, DeskError> {
        let Some(entry) = self.store.get(key).await? else { return Ok(Vec::new()) };
        let Timer { chat } = Record::decode(key, &entry.value)?;
        let ground = self.ground(trainee).await?;
        if ground.kept.profile.review.due != Some(at) || self.is_out(trainee).await? {
            self.drop_timer(key).await?;
            return Ok(Vec::new());
        }
        let input = Input { trainee, at: now, device_lang: None, seed: 0, deed: Deed::ReviewDue };
        let Ok((step, letters)) = self.think_on(&input, &ground).await? else {
            tracing::error!("a reminder failed and is given up");
            self.drop_timer(key).await?;
            return Ok(Vec::new());
        };
        let mut batch = Batch::new();
        batch.delete(key.clone(), Expect::Version(entry.version));
        let mut posts = Vec::new();
        let first = REMINDERS | now.0.unsigned_abs().saturating_mul(LETTERS);
        for (seq, letter) in (first..).zip(letters) {
            put(&mut batch, Key::outbox(chat, seq), &letter, Expect::Any)?;
            posts.push(Post { chat, seq, letter });
        }
        let kept = self.keep(batch, trainee, chat, None, ground, step).await;
        // She may be another replica's, where she can have everything deleted and begin anew unnoticed here.
        self.forget(trainee);
        kept?;
        Ok(posts)
    }

    async fn drop_timer(&self, key: &Key) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        batch.delete(key.clone(), Expect::Any);
        self.store.commit(batch).await
    }

    /// The journal, where a step needs it.
    pub(super) async fn journal_for(&self, input: &Input) -> Result<Vec<Entry>, DeskError> {
        match reads_journal(&input.deed) {
            true => self.journal(input.trainee).await,
            false => Ok(Vec::new()),
        }
    }

    /// A trainee's completed reflections, oldest first. One that cannot be read is told in the log and left out.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn journal(&self, trainee: TraineeId) -> Result<Vec<Entry>, DeskError> {
        let kept = scan_all(self.store.as_ref(), Key::sessions_of(trainee)).await?;
        let read = |(key, entry): &(Key, store::Entry)| match Record::decode(key, &entry.value) {
            Ok(KeptEntry(entry)) => Some(entry),
            Err(error) => {
                tracing::error!("an entry of a journal is left out: {error}");
                None
            }
        };
        Ok(kept.iter().filter_map(read).collect())
    }
}
