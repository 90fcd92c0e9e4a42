//! What contests keep of one trainee: handed out, deleted, and let go of with time.

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::desk::errands::data;
use crate::desk::group::records::{KeptAlarm, KeptGroup};
use crate::desk::{Desk, DeskError};
use crate::flow::contest::record::Phase;
use crate::flow::contest::{ContestId, stage, written};
use crate::flow::profile::Profile;
use crate::session::event::Event;
use crate::store::{Batch, Entry, Expect, Key, KeyName, Record, Store, StoreError, scan_all};

use super::records::KeptContest;

/// Her parts in contests.
///
/// # Errors
/// Whatever the store says.
pub async fn parts(store: &dyn Store, trainee: TraineeId) -> Result<Vec<(Key, Entry)>, StoreError> {
    let mut parts = scan_all(store, Key::all_entrants()).await?;
    parts.retain(|(key, _)| matches!(key.name(), Some(KeyName::Entrant(_, whose)) if whose == trainee));
    Ok(parts)
}

/// The names of contests that she made.
///
/// # Errors
/// Whatever the store says.
pub async fn led(store: &dyn Store, trainee: TraineeId) -> Result<Vec<String>, StoreError> {
    let all = scan_all(store, Key::all_contests()).await?;
    let read = |(key, entry): &(Key, Entry)| Record::<KeptContest>::decode(key, &entry.value).ok();
    let hers = all.iter().filter_map(read).filter(|KeptContest(contest)| contest.lead == trainee);
    Ok(hers.map(|KeptContest(contest)| contest.definition.name).collect())
}

/// A copy that is taken while a run counts leaves its seed out: with it the round could be played in advance.
pub fn withhold(profile: Option<&Profile>, number: u32, at: Moment, event: &mut Event) {
    let run = profile.and_then(|profile| profile.contest.as_ref());
    let held = run.is_some_and(|run| run.session == number && at < run.closes);
    if let (true, Event::Started { start, .. }) = (held, event) {
        start.seed = 0;
    }
}

/// Everything of hers goes: her parts, her boards, what is due for her; scoreboards that showed her are turned. What she made stays
/// the group's, without her number.
///
/// # Errors
/// `Record` where what stays cannot be written.
pub async fn contests(
    store: &dyn Store,
    trainee: TraineeId,
    at: Moment,
    changes: &mut Vec<(Key, Option<Vec<u8>>)>,
    guarded: &mut Vec<(Key, Option<Vec<u8>>, Expect)>,
) -> Result<(), DeskError> {
    let parts = parts(store, trainee).await?;
    for (key, _) in &parts {
        let Some(KeyName::Entrant(id, _)) = key.name() else { continue };
        changes.extend(turned(store, id, at).await?);
    }
    changes.extend(parts.into_iter().map(|(key, _)| (key, None)));
    let boards = scan_all(store, Key::boards_of(trainee.0)).await?;
    changes.extend(boards.into_iter().map(|(key, _)| (key, None)));
    for (key, _) in scan_all(store, Key::all_alarms()).await? {
        if matches!(key.name(), Some(KeyName::Alarm(_, chat, _)) if chat == trainee.0) {
            changes.push((key, None));
        }
    }
    for (key, entry) in scan_all(store, Key::all_contests()).await? {
        let Ok(KeptContest(mut contest)) = Record::decode(&key, &entry.value) else { continue };
        if contest.lead == trainee {
            contest.lead = TraineeId(0);
            let bytes = Record::encode(&key, &KeptContest(contest))?;
            guarded.push((key, Some(bytes), Expect::Version(entry.version)));
        }
    }
    // A form that she has not finished names her.
    for (key, entry) in scan_all(store, Key::all_groups()).await? {
        if data(&entry).is_none_or(|data| data["form"]["owner"].as_i64() != Some(trainee.0)) {
            continue;
        }
        let Ok(KeptGroup(mut group)) = Record::decode(&key, &entry.value) else { continue };
        group.form = None;
        let bytes = Record::encode(&key, &KeptGroup(group))?;
        changes.push((key, Some(bytes)));
    }
    Ok(())
}

/// The alarm by which a contest's scoreboard is turned, where it has one.
async fn turned(
    store: &dyn Store,
    id: ContestId,
    at: Moment,
) -> Result<Option<(Key, Option<Vec<u8>>)>, DeskError> {
    let key = Key::contest(id);
    let Some(entry) = store.get(&key).await? else { return Ok(None) };
    let Ok(KeptContest(contest)) = Record::decode(&key, &entry.value) else { return Ok(None) };
    if !matches!(contest.phase(at), Phase::Open | Phase::Over) {
        return Ok(None);
    }
    let key = Key::alarm(stage::board_time(at), contest.place.chat, &format!("c/{}/board", written(id)));
    let bytes = Record::encode(&key, &KeptAlarm {})?;
    Ok(Some((key, Some(bytes))))
}

impl Desk {
    /// Deletes contests that closed before a moment, with everybody's parts; and the boards of their group chats that nothing
    /// turns any more. How many contests.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(in crate::desk) async fn retain_contests(&self, before: Moment) -> Result<usize, StoreError> {
        let mut count = 0;
        for (key, entry) in scan_all(&*self.store, Key::all_contests()).await? {
            let Some(KeyName::Contest(id)) = key.name() else { continue };
            let Ok(KeptContest(contest)) = Record::decode(&key, &entry.value) else { continue };
            if contest.definition.closes >= before {
                continue;
            }
            let mut batch = Batch::new();
            for (part, _) in scan_all(&*self.store, Key::entrants_of(id)).await? {
                batch.delete(part, Expect::Any);
            }
            for board in stage::boards(id, &contest) {
                batch.delete(Key::board(contest.place.chat, board), Expect::Any);
            }
            batch.delete(key, Expect::Version(entry.version));
            match self.store.commit(batch).await {
                Ok(()) => count += 1,
                Err(error) if error.is_conflict() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(count)
    }
}
