//! What is deleted because it is old: conversations nobody has added to for a number of days, with what the journal keeps
//! of them, what was ticked off the plan before, and trainees who have not been here for as long, with everything of
//! theirs; so do notes and an open conversation with the roles swapped. A reminder that was sent is no visit of hers.

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::flow::errand::Errand;
use crate::flow::profile::Screen;
use crate::store::{Batch, Expect, Key, KeyName, Record, StoreError, scan_all};

use super::erase;
use super::errands;
use super::office;
use super::records::{KeptEntry, KeptEvent, KeptProfile};
use super::{Desk, DeskError};

const DAY_MS: i64 = 24 * 3_600_000;

/// What a sweep deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Conversations of trainees who are still about.
    pub sessions: usize,
    /// Trainees who are gone, with everything of theirs.
    pub trainees: usize,
    /// Contests, with everybody's parts.
    pub contests: usize,
}

impl Desk {
    /// Deletes what is older than `days`. A trainee who acts at that moment is left for the next sweep; one whose
    /// records are damaged is told in the log by key and left alone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn retain(&self, now: Moment, days: u32) -> Result<Swept, StoreError> {
        let before = Moment(now.0.saturating_sub(i64::from(days).saturating_mul(DAY_MS)));
        let mut swept = Swept { contests: self.retain_contests(before).await?, ..Swept::default() };
        self.retain_admissions(before).await?;
        for (key, _) in scan_all(&**self.store(), Key::all_profiles()).await? {
            let Some(KeyName::Profile(trainee)) = key.name() else { continue };
            match self.retain_one(trainee, before, now).await {
                Ok(one) => {
                    swept.sessions += one.sessions;
                    swept.trainees += one.trainees;
                }
                Err(DeskError::Store(error)) if !error.is_conflict() => return Err(error),
                Err(error) => tracing::warn!("something old is left for the next sweep: {error}"),
            }
        }
        Ok(swept)
    }

    async fn retain_one(&self, trainee: TraineeId, before: Moment, now: Moment) -> Result<Swept, DeskError> {
        let key = Key::profile(trainee);
        let Some(entry) = self.store().get(&key).await? else { return Ok(Swept::default()) };
        let mut kept: KeptProfile = Record::decode(&key, &entry.value)?;
        let sessions = self.ages(trainee).await?;
        let newest = sessions.iter().map(|(_, at, _)| *at).max();
        let expect = Expect::Version(entry.version);
        let mut batch = Batch::new();
        // A profile from before its time was kept is as old as its newest conversation.
        if kept.at.or(newest).is_none_or(|at| at < before) {
            let ran = errands::run(&**self.store(), trainee, now, &Errand::Forget).await?;
            ran.join(&mut batch);
            batch.delete(key, expect);
            if !ran.placements.is_empty() {
                office::announce(&mut batch)?;
            }
            self.store().commit(batch).await?;
            self.forget(trainee);
            self.place(ran.placements).await;
            return Ok(Swept { trainees: 1, ..Swept::default() });
        }
        let entries = self.old_entries(trainee, before, &sessions).await?;
        let old: Vec<_> = sessions.into_iter().filter(|(_, at, _)| *at < before).collect();
        let planned = kept.profile.plan.items.len();
        kept.profile.plan.items.retain(|item| item.done.is_none_or(|done| done >= before));
        let noted = (kept.profile.swapped.len(), kept.profile.swap.is_some());
        kept.profile.swapped.retain(|note| note.at >= before);
        kept.profile.swap = kept.profile.swap.filter(|talk| talk.at >= before);
        if noted.1 && kept.profile.swap.is_none() {
            kept.profile.screen = Screen::Lobby;
        }
        let same = kept.profile.plan.items.len() == planned
            && noted == (kept.profile.swapped.len(), kept.profile.swap.is_some());
        if old.is_empty() && entries.is_empty() && same {
            return Ok(Swept::default());
        }
        if old.iter().any(|(number, ..)| *number == kept.profile.sessions) {
            kept.profile.screen = Screen::Lobby;
        }
        // The new revision makes whatever is at hand of her old.
        kept.revision = kept.revision.saturating_add(1);
        let count = old.len();
        for key in old.into_iter().flat_map(|(.., keys)| keys).chain(entries) {
            batch.delete(key, Expect::Any);
        }
        batch.put(key.clone(), Record::encode(&key, &kept)?, expect);
        if let (key, Some(note)) = erase::note(&**self.store(), now).await? {
            batch.put(key, note, Expect::Any);
        }
        self.store().commit(batch).await?;
        self.forget(trainee);
        Ok(Swept { sessions: count, ..Swept::default() })
    }

    /// The journal's entries that go: of conversations that go, and old ones whose conversation is gone.
    async fn old_entries(
        &self,
        trainee: TraineeId,
        before: Moment,
        sessions: &[(u32, Moment, Vec<Key>)],
    ) -> Result<Vec<Key>, DeskError> {
        let mut old = Vec::new();
        for (key, entry) in scan_all(&**self.store(), Key::sessions_of(trainee)).await? {
            let KeptEntry(entry) = Record::decode(&key, &entry.value)?;
            let conversation = sessions.iter().find(|(number, ..)| *number == entry.session);
            if conversation.map_or(entry.at, |(_, at, _)| *at) < before {
                old.push(key);
            }
        }
        Ok(old)
    }

    /// Each conversation's number, when it was last added to, and its keys.
    async fn ages(&self, trainee: TraineeId) -> Result<Vec<(u32, Moment, Vec<Key>)>, DeskError> {
        let mut sessions: Vec<(u32, Moment, Vec<Key>)> = Vec::new();
        for (key, entry) in scan_all(&**self.store(), Key::events_by(trainee)).await? {
            let Some(KeyName::SessionEvent(session, _)) = key.name() else { continue };
            let KeptEvent(event) = Record::decode(&key, &entry.value)?;
            let at = event.at();
            match sessions.last_mut().filter(|(number, ..)| *number == session.number) {
                Some((_, last, keys)) => {
                    *last = at.max(*last);
                    keys.push(key);
                }
                None => sessions.push((session.number, at, vec![key])),
            }
        }
        Ok(sessions)
    }
}
