//! What the terminal keeps between runs: the profile and the newest session's events.

use std::path::Path;

use tokio::runtime::{Builder, Runtime};

use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;
use crate::cli::records::{EventRecord, ProfileRecord};
use crate::desk::DeskError;
use crate::desk::erase;
use crate::desk::errands::{self, Ran};
use crate::desk::records::KeptEntry;
use crate::flow::errand::Errand;
use crate::flow::profile::Profile;
use crate::progress::entry::Entry;
use crate::session::event::Event;
use crate::store::{self, Batch, Expect, Key, Record, RecordError, SledStore, Store, StoreError, scan_all};

/// The trainee at the terminal.
pub const TRAINEE: TraineeId = TraineeId(0);

/// Why nothing is kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something in it.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The threads to wait with.
    #[error("nothing can be kept: {0}")]
    Runtime(#[from] std::io::Error),
}

/// The store in a folder, and what was found in it.
pub struct Keep {
    store: SledStore,
    runtime: Runtime,
    /// Place of the next event in the newest session.
    next: u32,
    /// The profile as found.
    pub profile: Profile,
    /// The newest session's events as found.
    pub events: Vec<Event>,
    /// Her completed reflections as found, oldest first.
    pub journal: Vec<Entry>,
}

impl Keep {
    /// Opens the store and reads what is there.
    pub fn open(folder: &Path) -> Result<Keep, KeepError> {
        let runtime = Builder::new_current_thread().build()?;
        let store = SledStore::open(folder)?;
        let profile = runtime.block_on(profile(&store))?;
        let session = SessionId { trainee: TRAINEE, number: profile.sessions };
        let (events, next) = runtime.block_on(events(&store, session))?;
        let journal = runtime.block_on(journal(&store))?;
        Ok(Keep { store, runtime, next, profile, events, journal })
    }

    /// Keeps a step, all of it or nothing.
    pub fn save(
        &mut self,
        profile: &Profile,
        events: &[Event],
        entries: &[Entry],
        ran: &Ran,
    ) -> Result<(), KeepError> {
        let (mut number, mut next) = (self.profile.sessions, self.next);
        let mut batch = Batch::new();
        ran.join(&mut batch);
        for event in events {
            // What stands before a start belongs to the session that was left.
            if matches!(event, Event::Started { .. }) {
                (number, next) = (profile.sessions, 0);
            }
            let key = Key::session_event(SessionId { trainee: TRAINEE, number }, next);
            let bytes = Record::encode(&key, &EventRecord(event.clone()))?;
            batch.put(key, bytes, Expect::Absent);
            next += 1;
        }
        for entry in entries {
            let key = Key::session_meta(SessionId { trainee: TRAINEE, number: entry.session });
            let bytes = Record::encode(&key, &KeptEntry(entry.clone()))?;
            batch.put(key, bytes, Expect::Any);
        }
        let key = Key::profile(TRAINEE);
        let bytes = Record::encode(&key, &ProfileRecord(profile.clone()))?;
        batch.put(key, bytes, Expect::Any);
        self.runtime.block_on(self.store.commit(batch))?;
        self.next = next;
        self.profile = profile.clone();
        Ok(())
    }

    /// Runs an errand; changes nothing yet.
    pub fn run(&self, errand: &Errand, at: Moment) -> Result<Ran, KeepError> {
        let ran = self.runtime.block_on(errands::run(&self.store, TRAINEE, at, errand));
        ran.map_err(|error| match error {
            DeskError::Store(error) => error.into(),
            DeskError::Record(error) => error.into(),
        })
    }

    /// Deletes everything.
    pub fn clear(&mut self, ran: &Ran) -> Result<(), KeepError> {
        let mut batch = Batch::new();
        ran.join(&mut batch);
        self.runtime.block_on(self.store.commit(batch))?;
        // At once: she is the only one who waits.
        self.runtime.block_on(erase::sweep(&self.store))?;
        self.next = 0;
        self.profile = Profile::default();
        Ok(())
    }
}

async fn profile(store: &dyn Store) -> Result<Profile, KeepError> {
    let key = Key::profile(TRAINEE);
    match store.get(&key).await? {
        Some(entry) => Ok(Record::<ProfileRecord>::decode(&key, &entry.value)?.0),
        None => Ok(Profile::default()),
    }
}

/// The session's events, and the place of the next one. One that cannot be read makes the session one that cannot be played
/// on; nothing of it is lost, and `/export` hands out the rest.
async fn events(store: &dyn Store, session: SessionId) -> Result<(Vec<Event>, u32), KeepError> {
    let kept = scan_all(store, Key::events_of(session)).await?;
    let next = u32::try_from(kept.len()).unwrap_or(u32::MAX);
    let read = |(key, entry): &(Key, store::Entry)| Record::<EventRecord>::decode(key, &entry.value);
    let events: Result<Vec<EventRecord>, RecordError> = kept.iter().map(read).collect();
    let events = events.inspect_err(|error| anstream::eprintln!("xiaoqi: {error}")).unwrap_or_default();
    Ok((events.into_iter().map(|EventRecord(event)| event).collect(), next))
}

async fn journal(store: &dyn Store) -> Result<Vec<Entry>, KeepError> {
    let kept = scan_all(store, Key::sessions_of(TRAINEE)).await?;
    let read = |(key, entry): &(Key, store::Entry)| Record::<KeptEntry>::decode(key, &entry.value);
    let told = |error: &RecordError| anstream::eprintln!("xiaoqi: {error}");
    Ok(kept
        .iter()
        .filter_map(|kept| read(kept).inspect_err(told).ok())
        .map(|KeptEntry(entry)| entry)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ending::Ending;
    use crate::base::hash::ContentHash;
    use crate::base::id::PersonaId;
    use crate::base::lang::Lang;
    use crate::base::mode::Mode;
    use crate::flow::profile::Screen;
    use crate::session::event::Started;

    fn started() -> Event {
        let start = Started {
            persona: PersonaId::parse("heating").unwrap(),
            lang: Lang::EN,
            seed: u64::MAX,
            persona_hash: ContentHash::of([]),
            locale_hash: ContentHash::of([]),
            engine: 1,
            at: Moment(5),
            mode: Mode::Practice,
            branch: None,
            limit: None,
        };
        Event::Started { start, opening: vec!["喂？".to_owned()] }
    }

    fn stopped() -> Event {
        Event::Stopped { at: Moment(9), reply: Vec::new(), ended: Ending::Unresolved }
    }

    #[test]
    fn what_was_kept_is_found_again_and_a_new_session_starts_its_own_log() {
        let folder = tempfile::tempdir().unwrap();
        let mut keep = Keep::open(folder.path()).unwrap();
        assert_eq!((&keep.profile, keep.events.len()), (&Profile::default(), 0));
        let mut profile = Profile { sessions: 1, screen: Screen::Playing, ..Profile::default() };
        keep.save(&profile, &[started()], &[], &Ran::default()).unwrap();
        keep.save(&profile, &[stopped()], &[], &Ran::default()).unwrap();
        drop(keep);
        let mut keep = Keep::open(folder.path()).unwrap();
        assert_eq!((&keep.profile, &keep.events[..]), (&profile, &[started(), stopped()][..]));
        // What stands before a start closes the session that was left.
        profile.sessions = 2;
        let closed = Event::Debriefed { score: 5, at: Moment(10) };
        keep.save(&profile, &[closed.clone(), started()], &[], &Ran::default()).unwrap();
        let first = SessionId { trainee: TRAINEE, number: 1 };
        let left = keep.runtime.block_on(events(&keep.store, first)).unwrap();
        assert_eq!(left, (vec![started(), stopped(), closed], 3));
        drop(keep);
        assert_eq!(Keep::open(folder.path()).unwrap().events, [started()]);
    }

    #[test]
    fn two_terminals_do_not_share_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let _first = Keep::open(folder.path()).unwrap();
        let second = Keep::open(folder.path()).err().unwrap();
        assert!(matches!(second, KeepError::Store(StoreError::Locked { .. })));
    }
}
