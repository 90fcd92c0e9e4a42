//! Folded sessions of trainees seen lately. Only spares work: everything on it can be folded again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::id::TraineeId;
use crate::session::fold::Session;

/// A trainee's newest session.
#[derive(Clone)]
pub(super) struct Folded {
    /// Number of events it was made of.
    pub events: u32,
    /// The session; `None` where there is none, or it cannot be folded.
    pub session: Option<Arc<Session>>,
}

/// Holds up to a number of sessions, and lets the one unused for longest go.
pub(super) struct Shelf {
    most: usize,
    places: Mutex<Places>,
}

#[derive(Default)]
struct Places {
    clock: u64,
    by_trainee: BTreeMap<TraineeId, Held>,
}

struct Held {
    used: u64,
    revision: u64,
    folded: Folded,
}

impl Shelf {
    pub(super) fn new(most: usize) -> Shelf {
        Shelf { most, places: Mutex::default() }
    }

    /// What was put for a trainee, if it was of this revision.
    pub(super) fn get(&self, trainee: TraineeId, revision: u64) -> Option<Folded> {
        let mut places = self.lock();
        let clock = places.tick();
        let held = places.by_trainee.get_mut(&trainee).filter(|held| held.revision == revision)?;
        held.used = clock;
        Some(held.folded.clone())
    }

    pub(super) fn put(&self, trainee: TraineeId, revision: u64, folded: Folded) {
        let mut places = self.lock();
        let used = places.tick();
        places.by_trainee.insert(trainee, Held { used, revision, folded });
        if places.by_trainee.len() > self.most {
            places.let_go();
        }
    }

    pub(super) fn remove(&self, trainee: TraineeId) {
        self.lock().by_trainee.remove(&trainee);
    }

    pub(super) fn clear(&self) {
        self.lock().by_trainee.clear();
    }

    pub(super) fn len(&self) -> usize {
        self.lock().by_trainee.len()
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Places {
    fn tick(&mut self) -> u64 {
        self.clock += 1;
        self.clock
    }

    // A walk over all: some microseconds, and only when the shelf is full.
    fn let_go(&mut self) {
        let oldest = self.by_trainee.iter().min_by_key(|(_, held)| held.used).map(|(trainee, _)| *trainee);
        if let Some(oldest) = oldest {
            self.by_trainee.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(events: u32) -> Folded {
        Folded { events, session: None }
    }

    #[test]
    fn the_one_unused_for_longest_goes_first() {
        let shelf = Shelf::new(2);
        shelf.put(TraineeId(1), 1, folded(1));
        shelf.put(TraineeId(2), 1, folded(2));
        assert!(shelf.get(TraineeId(1), 1).is_some());
        shelf.put(TraineeId(3), 1, folded(3));
        assert!(shelf.get(TraineeId(1), 1).is_some() && shelf.get(TraineeId(3), 1).is_some());
        assert!(shelf.get(TraineeId(2), 1).is_none() && shelf.len() == 2);
    }

    #[test]
    fn another_revision_is_not_handed_out() {
        let shelf = Shelf::new(2);
        shelf.put(TraineeId(1), 4, folded(1));
        assert!(shelf.get(TraineeId(1), 5).is_none());
    }
}
