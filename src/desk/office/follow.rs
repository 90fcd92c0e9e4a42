//! What trainers publish at one replica, met by the trainees of all. A counter in the store changes with every change in whom trainees
//! meet; only where it has is looked what became of it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::base::id::{PersonaId, Realm};
use crate::store::{Batch, Entry, Expect, Key, KeyName, Record, Wire, scan_all};

use super::super::{Desk, DeskError};
use super::records::{KeptDraft, KeptShelf};
use super::{Placement, Premises};

/// That something was published, changed or taken off. What it says is nothing; its version is another one each time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Stirred {}

impl Wire for Stirred {
    const VERSION: u32 = 1;
}

/// What was looked at last.
#[derive(Default)]
pub(in crate::desk) struct Followed(Mutex<Looked>);

#[derive(Default)]
struct Looked {
    /// The counter's version.
    counter: Option<u64>,
    /// Of every shelf and draft its version, and whom it is about.
    entries: BTreeMap<Key, (u64, PersonaId)>,
}

impl Followed {
    fn lock(&self) -> MutexGuard<'_, Looked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn counter() -> Key {
    Key::counter("office")
}

/// Says in a batch that whom trainees meet changes with it.
pub(in crate::desk) fn announce(batch: &mut Batch) -> Result<(), DeskError> {
    let key = counter();
    let bytes = Record::encode(&key, &Stirred {})?;
    batch.put(key, bytes, Expect::Any);
    Ok(())
}

impl Desk {
    /// Lets trainees of this replica meet what was published at another since this was last looked at.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn follow_office(&self) -> Result<(), DeskError> {
        let now = self.store.get(&counter()).await?.map(|entry| entry.version);
        if self.followed.lock().counter == now {
            return Ok(());
        }
        self.place_all().await?;
        self.followed.lock().counter = now;
        Ok(())
    }

    /// Puts every published customer and every draft in place that is not as it was when it was last put there, and takes off who is
    /// not there any more; the number of customers trainees can meet. One that cannot be read is told in the log and left
    /// out.
    pub(super) async fn place_all(&self) -> Result<u32, DeskError> {
        let Some(premises) = &self.premises else { return Ok(0) };
        let shelves = scan_all(&*self.store, Key::all_shelves()).await?;
        let drafts = scan_all(&*self.store, Key::all_drafts()).await?;
        let (mut count, mut there) = (0, BTreeMap::new());
        for (key, entry) in shelves.into_iter().chain(drafts) {
            match self.place_entry(premises, &key, &entry).await {
                Ok(Some((id, met))) => {
                    count += u32::from(met);
                    there.insert(key, (entry.version, id));
                }
                Ok(None) => {}
                Err(DeskError::Record(error)) => tracing::error!("a customer is left out: {error}"),
                Err(error) => return Err(error),
            }
        }
        let before = std::mem::replace(&mut self.followed.lock().entries, there.clone());
        for (key, (_, id)) in before {
            if there.get(&key).is_none_or(|(_, now)| *now != id) {
                premises.studio.place(&Placement::Gone(id));
            }
        }
        Ok(count)
    }

    /// Who it is, and whether trainees can meet him; `None` for what is no customer's.
    async fn place_entry(
        &self,
        premises: &Premises,
        key: &Key,
        entry: &Entry,
    ) -> Result<Option<(PersonaId, bool)>, DeskError> {
        let fresh = self.followed.lock().entries.get(key).is_none_or(|(known, _)| *known != entry.version);
        match key.name() {
            Some(KeyName::Shelf(organisation, _)) => {
                let shelf: KeptShelf = Record::decode(key, &entry.value)?;
                if fresh {
                    self.put_back(premises, organisation, &shelf).await?;
                }
                let id = shelf.name.within(Realm::Published(organisation));
                Ok(Some((id, shelf.current.is_some())))
            }
            Some(KeyName::Draft(trainer)) => {
                let KeptDraft { name, texts, .. } = Record::decode(key, &entry.value)?;
                let id = name.within(Realm::Draft(trainer));
                if fresh {
                    let placement = Placement::Put { id: id.clone(), name, texts, audience: None };
                    premises.studio.place(&placement);
                }
                Ok(Some((id, false)))
            }
            _ => Ok(None),
        }
    }
}
