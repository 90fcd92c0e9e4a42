//! What is due: alarms of groups and of trainees, the earliest first, each one batch with what it leads to. Late ones, after a
//! pause of the service, come at once and in order; but what cuts people off waits for what they wrote before its moment.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};

use futures::FutureExt;
use tokio::time::{Duration, Instant};

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::flow::contest::stage::cuts_off;
use crate::flow::group::{Alarm, GroupDeed, GroupInput, Place};
use crate::flow::input::{Deed, Input};
use crate::store::{Batch, Entry, Expect, Key, KeyName, Record, StoreError, scan_all};

use super::super::records::Received;
use super::super::{Desk, DeskError, Post, Task, fresh_seed};
use super::{Sheaf, enclose, fresh_chance};

/// Alarms read at once.
const PAGE: usize = 256;
/// How often an alarm is taken again where somebody did something at the same moment; after that the next round finds it.
const TRIES: u32 = 5;
/// Letters of alarms are numbered from here on in the outbox: above every update's letters and those to trainers, below
/// reminders'.
const FIRST: u64 = 3 << 60;
/// Letters of one moment are numbered below this.
const LETTERS: u64 = 1 << 10;
/// How long an alarm waits for what came before its moment: longer than it takes until the chats of a replica that died are worked
/// for by another one, and not for ever, for what waits may be stuck.
const PATIENCE: Duration = Duration::from_secs(15);

impl Desk {
    /// Does everything that is due at `now`, earliest first. What an alarm sets for an earlier moment than its own is done by the
    /// next call.
    ///
    /// # Errors
    /// When the store failed. Trouble with one chat's records takes its alarm away and is told in the log.
    pub async fn ring(&self, now: Moment) -> Result<Vec<Post>, StoreError> {
        let mut posts = Vec::new();
        let mut range = Key::alarms_due(now);
        let (mut oldest, mut waits) = (None, false);
        loop {
            let page = self.store.scan(range.clone(), PAGE).await?;
            for (key, entry) in &page {
                if self.is_early(key, &mut oldest).await? {
                    waits = true;
                    continue;
                }
                let rung = AssertUnwindSafe(self.ring_one(key, entry.version, now)).catch_unwind();
                match rung.await {
                    Ok(rung) => posts.extend(rung?),
                    Err(_) => {
                        tracing::error!("an alarm choked and is given up");
                        self.silence(key).await?;
                    }
                }
            }
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => break,
            }
        }
        if !waits {
            *self.waiting() = None;
        }
        Ok(posts)
    }

    /// Whether an alarm would cut off what came before its moment and is still to be worked on, which may be by another replica, or by
    /// nobody for as long as one that died is not missed. `oldest` is when the oldest of that came, once it was looked for.
    async fn is_early(&self, key: &Key, oldest: &mut Option<Moment>) -> Result<bool, StoreError> {
        let Some(KeyName::Alarm(at, _, what)) = key.name() else { return Ok(false) };
        if !cuts_off(&what) {
            return Ok(false);
        }
        let came = match *oldest {
            Some(came) => came,
            None => *oldest.insert(self.oldest_waiting().await?),
        };
        // By the machine's own clock: after a pause of the service all that is due is long past.
        Ok(came < at && self.waiting().get_or_insert_with(Instant::now).elapsed() < PATIENCE)
    }

    /// When the oldest update came that waits to be worked on.
    async fn oldest_waiting(&self) -> Result<Moment, StoreError> {
        let waiting = scan_all(&*self.store, Key::all_inbox()).await?;
        let came = |(key, entry): &(Key, Entry)| Record::<Received>::decode(key, &entry.value).ok();
        let came = waiting.iter().filter_map(came).map(|received| received.at).min();
        Ok(came.unwrap_or(Moment(i64::MAX)))
    }

    /// Since when alarms wait.
    fn waiting(&self) -> MutexGuard<'_, Option<Instant>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn ring_one(&self, key: &Key, version: u64, now: Moment) -> Result<Vec<Post>, StoreError> {
        let Some(KeyName::Alarm(at, chat, what)) = key.name() else { return Ok(Vec::new()) };
        let alarm = Alarm { at, what };
        let (mut version, mut tries) = (version, 1);
        loop {
            let done = match chat < 0 {
                true => self.ring_group(key, version, chat, &alarm, now).await,
                false => self.ring_trainee(key, version, TraineeId(chat), &alarm, now).await,
            };
            match done {
                Ok(posts) => return Ok(posts),
                Err(DeskError::Store(error)) if error.is_conflict() && tries < TRIES => tries += 1,
                Err(DeskError::Store(error)) if error.is_conflict() => return Ok(Vec::new()),
                Err(DeskError::Store(error)) => return Err(error),
                Err(DeskError::Record(error)) => {
                    tracing::error!("an alarm is given up: {error}");
                    self.silence(key).await?;
                    return Ok(Vec::new());
                }
            }
            // Taken back, or set once more: what was set once more has to see what was settled before it.
            let Some(entry) = self.store.get(key).await? else { return Ok(Vec::new()) };
            version = entry.version;
        }
    }

    async fn ring_group(
        &self,
        key: &Key,
        version: u64,
        chat: i64,
        alarm: &Alarm,
        now: Moment,
    ) -> Result<Vec<Post>, DeskError> {
        let (place, chance) = (Place { chat, thread: None }, fresh_chance());
        let deed = GroupDeed::Due(alarm.clone());
        let input = GroupInput { place, title: String::new(), who: None, at: now, chance, deed };
        let mut batch = Batch::new();
        batch.delete(key.clone(), Expect::Version(version));
        let sheaf = match self.group_step(&mut batch, &input).await? {
            Ok((sheaf, _)) => sheaf,
            Err(place) => {
                tracing::error!(%place, "an alarm of a group failed and is given up");
                Sheaf::new()
            }
        };
        let posts = enclose(&mut batch, sheaf, self.numbers(now))?;
        self.store.commit(batch).await?;
        Ok(posts)
    }

    async fn ring_trainee(
        &self,
        key: &Key,
        version: u64,
        trainee: TraineeId,
        alarm: &Alarm,
        now: Moment,
    ) -> Result<Vec<Post>, DeskError> {
        let ground = self.ground(trainee).await?;
        if ground.is_new() || self.is_out(trainee).await? {
            // She has had everything of hers deleted, or was taken off.
            self.silence(key).await?;
            return Ok(Vec::new());
        }
        let deed = Deed::Due(alarm.clone());
        let input = Input { trainee, at: now, device_lang: None, seed: fresh_seed(), deed };
        let task = Task { update: 0, chat: trainee.0, input };
        let Ok(thought) = self.think_through(&task, &ground).await? else {
            tracing::error!("an alarm failed and is given up");
            self.silence(key).await?;
            return Ok(Vec::new());
        };
        let mut batch = Batch::new();
        batch.delete(key.clone(), Expect::Version(version));
        thought.ran.join(&mut batch);
        let sheaf = thought.letters.into_iter().map(|letter| (trainee.0, letter));
        let sheaf = sheaf.chain(thought.ran.letters).collect();
        let posts = enclose(&mut batch, sheaf, self.numbers(now))?;
        let kept = self.keep(batch, trainee, trainee.0, None, ground, thought.step).await;
        // She may be another replica's, where she can have everything deleted and begin anew unnoticed here.
        self.forget(trainee);
        kept?;
        Ok(posts)
    }

    /// Numbers for the letters of one alarm: above those of every alarm before it.
    fn numbers(&self, now: Moment) -> u64 {
        let least = now.0.unsigned_abs().saturating_mul(LETTERS);
        let next = |last: u64| Some(last.saturating_add(LETTERS).max(least));
        let last = self.rung.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).unwrap_or(least);
        FIRST | last.saturating_add(LETTERS).max(least)
    }

    async fn silence(&self, key: &Key) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        batch.delete(key.clone(), Expect::Any);
        self.store.commit(batch).await
    }
}
