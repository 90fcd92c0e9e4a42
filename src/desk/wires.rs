//! Every kind of record that is kept, with the version it is written in today: for lifting a whole store to it, and for
//! refusing one that a newer program has written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fleet::records::{KeptReplica, KeptShare};
use crate::store::{Batch, Expect, InFleet, Key, KeyName, Record, RecordError, Store, Wire, record};

use super::DeskError;
use super::contest::records::{KeptContest, KeptEntrant};
use super::door::records::KeptAdmission;
use super::group::records::{KeptAlarm, KeptBoard, KeptGroup};
use super::office::records::{
    KeptAssignment, KeptCode, KeptDraft, KeptOrganisation, KeptRelease, KeptShelf, KeptStanding,
};
use super::records::{Done, KeptCard, KeptEntry, KeptEvent, KeptProfile, Letter, Received, Thanks, Timer};

/// What lifting a record came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lifted {
    /// It is of today's version, and reads.
    Current,
    /// It was of an older one; these are its new bytes.
    Raised(Vec<u8>),
    /// Nothing here knows its kind.
    Unknown,
}

macro_rules! kinds {
    ($($kind:literal: $wire:ty = $name:pat),* $(,)?) => {
        /// Kinds of records, by the first word of their keys, with their versions.
        pub const KINDS: &[(&str, u32)] = &[$(($kind, <$wire as Wire>::VERSION)),*];

        /// Reads a record, and writes it as of today where it is older.
        ///
        /// # Errors
        /// A record that cannot be read.
        pub fn lift(key: &Key, bytes: &[u8]) -> Result<Lifted, RecordError> {
            match key.name() {
                $(Some($name) => lift_as::<$wire>(key, bytes),)*
                // No arm for the rest, so that a new kind of key asks for its line above. Counters are the program's own.
                Some(KeyName::Counter(_)) | None => Ok(Lifted::Unknown),
            }
        }
    };
}

kinds! {
    "admission": KeptAdmission = KeyName::Admission(_),
    "alarm": KeptAlarm = KeyName::Alarm(..),
    "assignment": KeptAssignment = KeyName::Assignment(..),
    "board": KeptBoard = KeyName::Board(..),
    "card": KeptCard = KeyName::Card(_),
    "code": KeptCode = KeyName::Code,
    "contest": KeptContest = KeyName::Contest(_),
    "draft": KeptDraft = KeyName::Draft(_),
    "entrant": KeptEntrant = KeyName::Entrant(..),
    "event": KeptEvent = KeyName::SessionEvent(..),
    "group": KeptGroup = KeyName::Group(_),
    "inbox": Received = KeyName::Inbox(_),
    "member": KeptStanding = KeyName::Member(_),
    "nudge": Timer = KeyName::Nudge(..),
    "organisation": KeptOrganisation = KeyName::Organisation(_),
    "outbox": Letter = KeyName::Outbox { .. },
    "profile": KeptProfile = KeyName::Profile(_),
    "release": KeptRelease = KeyName::Release(..),
    "replica": KeptReplica = KeyName::Fleet(InFleet::Replica(_)),
    "seen": Done = KeyName::Seen(_),
    "session": KeptEntry = KeyName::SessionMeta(_),
    "share": KeptShare = KeyName::Fleet(InFleet::Share(_)),
    "shelf": KeptShelf = KeyName::Shelf(..),
    "thanks": Thanks = KeyName::Thanks(..),
    "timer": Timer = KeyName::Timer(..),
}

fn lift_as<T: Wire>(key: &Key, bytes: &[u8]) -> Result<Lifted, RecordError> {
    let kept: T = Record::decode(key, bytes)?;
    match record::version(key, bytes)? == T::VERSION {
        true => Ok(Lifted::Current),
        false => Record::encode(key, &kept).map(Lifted::Raised),
    }
}

/// Which versions the store was written with, under `Key::counter`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Versions(BTreeMap<String, u32>);

impl Wire for Versions {
    const VERSION: u32 = 1;
}

/// A kind of record that a newer program has written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "what is kept was written by a newer program ({kind} of version {found}; this one knows versions up to {known}). \
     Update the program, or restore a backup from before the update"
)]
pub struct Newer {
    /// Which.
    pub kind: String,
    /// The version.
    pub found: u32,
    /// The newest version known; 0 where the kind is not known at all.
    pub known: u32,
}

/// Stamps the store with today's versions, unless a newer program was there.
///
/// # Errors
/// [`Newer`] inside; outside, what the store says.
pub async fn stamp(store: &dyn Store) -> Result<Result<(), Newer>, DeskError> {
    let key = Key::counter("versions");
    let entry = store.get(&key).await?;
    let found = match &entry {
        Some(entry) => Record::<Versions>::decode(&key, &entry.value)?,
        None => Versions::default(),
    };
    let known: BTreeMap<String, u32> =
        KINDS.iter().map(|(kind, version)| ((*kind).to_owned(), *version)).collect();
    for (kind, found) in &found.0 {
        let known = known.get(kind).copied().unwrap_or_default();
        if *found > known {
            return Ok(Err(Newer { kind: kind.clone(), found: *found, known }));
        }
    }
    if found.0 != known {
        let mut batch = Batch::new();
        batch.put(key.clone(), Record::encode(&key, &Versions(known))?, Expect::Any);
        store.commit(batch).await?;
    }
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryStore;

    #[tokio::test]
    async fn a_store_of_a_newer_program_is_told_by_the_kind_and_one_of_an_older_is_stamped_anew() {
        let store = MemoryStore::new();
        let key = Key::counter("versions");
        let stamped = async |versions: &[(&str, u32)]| {
            let versions = Versions(versions.iter().map(|(kind, n)| ((*kind).to_owned(), *n)).collect());
            let mut batch = Batch::new();
            batch.put(key.clone(), Record::encode(&key, &versions).unwrap(), Expect::Any);
            store.commit(batch).await.unwrap();
            stamp(&store).await.unwrap()
        };
        assert_eq!(stamp(&store).await.unwrap(), Ok(()));
        assert_eq!(stamped(&[("profile", 1)]).await, Ok(()));
        assert_eq!(stamped(&[]).await, Ok(()));
        let newer = stamped(&[("event", 99)]).await.unwrap_err();
        assert_eq!((newer.kind.as_str(), newer.found), ("event", 99));
        assert_eq!(stamped(&[("dream", 1)]).await.unwrap_err().known, 0);
    }

    #[test]
    fn the_kinds_are_called_as_their_keys_are() {
        let key = Key::outbox(1, 2).to_string();
        assert!(KINDS.iter().any(|(kind, _)| key.starts_with(&format!("{kind}/"))));
        assert!(KINDS.is_sorted(), "so that a missing one is seen");
    }
}
