//! Updates that are done with: their marks, those that are given up, and how long a mark is kept.

use std::sync::Arc;

use crate::base::phrase::NoticePhrase;
use crate::base::time::Moment;
use crate::flow::profile::Profile;
use crate::flow::say::Say;
use crate::store::{Batch, Entry, Expect, Key, Record, StoreError};

use super::records::Done;
use super::take::{apart, put};
use super::{Desk, DeskError, Handled, Letter, Task};

/// Telegram hands out an update for a day at most; an older mark under the same number is of another update
/// (numbers start anew after a quiet week).
const REDELIVERY_MS: i64 = 3 * 24 * 3_600_000;

/// How many marks are looked at in one sweep.
const PAGE: usize = 256;

/// What the mark of an update is to be, and what it must find.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// What is there before.
    pub expect: Expect,
    /// When the update was made, by the channel's clock.
    pub sent: Option<i64>,
}

impl Mark {
    /// Of an update that is given up, whatever is known of it.
    const ANY: Mark = Mark { expect: Expect::Any, sent: None };
}

impl Desk {
    /// What the mark of this update must find; `None` where the update is done, which also clears it away.
    /// What was made at the same second by the channel's clock is the same update however long ago that was by ours, which
    /// may have been put right meanwhile.
    pub(super) async fn mark(
        &self,
        update: u64,
        at: Moment,
        sent: Option<i64>,
    ) -> Result<Option<Mark>, DeskError> {
        let key = Key::seen(update);
        let Some(entry) = self.store.get(&key).await? else {
            return Ok(Some(Mark { expect: Expect::Absent, sent }));
        };
        let done: Done = Record::decode(&key, &entry.value)?;
        let same = sent.is_some() && sent == done.sent;
        if at.since(done.at) > REDELIVERY_MS && !same {
            return Ok(Some(Mark { expect: Expect::Version(entry.version), sent }));
        }
        let mut batch = Batch::new();
        batch.delete(Key::inbox(update), Expect::Any);
        self.store.commit(batch).await?;
        Ok(None)
    }

    /// Takes an update out of the inbox whose trainee's records are damaged, and tells her that something went
    /// wrong here.
    ///
    /// # Errors
    /// As [`handle`](Self::handle).
    pub async fn give_up(&self, task: &Task) -> Result<Handled, DeskError> {
        self.give_up_marked(task, Mark::ANY, None).await
    }

    pub(super) async fn give_up_marked(
        &self,
        task: &Task,
        mark: Mark,
        profile: Option<&Profile>,
    ) -> Result<Handled, DeskError> {
        let lang = self.lang(profile.and_then(|profile| profile.lang), &task.input);
        let (mind, format) = (Arc::clone(&self.mind), self.format);
        let says = [Say::Tell(NoticePhrase::Internal.into(), Vec::new())];
        let letters = apart(move || format(&says, false, &|phrase| mind.render(phrase, lang))).await;
        self.close_with(task, mark, letters.unwrap_or_default()).await
    }

    /// Ends an update with these letters and nothing else.
    pub(super) async fn close_with(
        &self,
        task: &Task,
        mark: Mark,
        letters: Vec<Letter>,
    ) -> Result<Handled, DeskError> {
        let mut batch = Batch::new();
        let posts = self.close(&mut batch, task, mark, letters)?;
        self.store.commit(batch).await?;
        Ok(Handled::Done(posts))
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

    /// Takes an update out of the inbox that cannot be handled at all, and marks it as done, so that it does not come again.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn pass_over(&self, update: u64, at: Moment) -> Result<(), DeskError> {
        let mut batch = Batch::new();
        batch.delete(Key::inbox(update), Expect::Any);
        put(&mut batch, Key::seen(update), &Done { at, sent: None }, Expect::Any)?;
        Ok(self.store.commit(batch).await?)
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
