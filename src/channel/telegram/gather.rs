//! Where several replicas share one inbox: each puts to work what belongs to it, whoever took it in, in the order in which it
//! came in.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::desk::Post;
use crate::store::{Key, StoreError, scan_all};

use super::intake::{Intake, made, read};
use super::worker::Job;

/// How often the inbox is looked through for what others took in, where something happens; else [`Shares::pause`](crate::fleet::Shares::pause) says.
const LOOK: Duration = Duration::from_millis(100);
/// The pause after a look is at least so many times as long as the look took.
const BREATH: u32 = 4;
/// Updates of one's own that wait at most before more are taken from the inbox.
const ENOUGH: usize = 2_000;

/// Updates that were put to work here, each with the lease under which it was and the moment at which it was done with.
#[derive(Clone, Default)]
pub(super) struct Taken(Arc<Mutex<Known>>);

type Known = HashMap<u64, (u64, Option<Instant>)>;

impl Taken {
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An update was worked on, or turned away.
    pub(super) fn done(&self, update: u64) {
        if let Some((_, done)) = self.lock().get_mut(&update) {
            *done = Some(Instant::now());
        }
    }

    /// What is not in the inbox any more is forgotten; so is what was done with before it was looked at `since`, and is there all
    /// the same: it was turned away, and is to be taken up again.
    fn keep(&self, since: Instant, is_there: impl Fn(u64) -> bool) {
        self.lock().retain(|update, (_, done)| is_there(*update) && done.is_none_or(|done| done >= since));
    }

    /// Puts one among them that is taken up under this lease, unless it is there already.
    fn add(&self, update: u64, lease: u64) -> Added {
        match self.lock().entry(update) {
            Entry::Vacant(place) => {
                place.insert((lease, None));
                Added::Fresh
            }
            Entry::Occupied(place) if *place.get() == (lease, None) => Added::UnderWay,
            Entry::Occupied(_) => Added::TurnedAway,
        }
    }
}

/// What became of an update that was to be put to work.
enum Added {
    /// It was not taken up before.
    Fresh,
    /// It is in its lane.
    UnderWay,
    /// It was, or will be, turned away, and comes again: what is behind it must wait for that.
    TurnedAway,
}

impl Intake {
    /// Puts to work what is in the inbox and belongs to this replica, for ever; ends only with a store that failed.
    pub(super) async fn gather(&self) -> StoreError {
        let (mut lanes, mut loaded) = (HashMap::new(), HashMap::new());
        let mut changes = self.worker.shares.changes();
        loop {
            let began = Instant::now();
            if changes.has_changed().unwrap_or(false) {
                changes.mark_unchanged();
                // Whoever had a share meanwhile may have gone on with its sessions.
                self.desk().clear_shelf();
            }
            if self.lanes.waiting() < ENOUGH
                && let Err(error) = self.look_through(&mut lanes, &mut loaded, began).await
                && !error.is_lost_lease()
            {
                return error;
            }
            let pause = self.worker.shares.pause(LOOK).max(began.elapsed() * BREATH);
            tokio::select! {
                () = self.arrived.notified() => {}
                // What whoever had the share left undone is not to wait. That it changed is dealt with above.
                Ok(()) = changes.changed() => changes.mark_changed(),
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    async fn look_through(
        &self,
        lanes: &mut HashMap<u64, Option<i64>>,
        loaded: &mut HashMap<i64, u64>,
        began: Instant,
    ) -> Result<(), StoreError> {
        let mut found = self.left_over().await?;
        if !found.is_empty() {
            self.worker.shares.hear();
        }
        // As in a replay: by the commits that took them in.
        found.sort_by_key(|(taken, update, _)| (*taken, *update));
        let there: HashSet<u64> = found.iter().map(|(_, update, _)| *update).collect();
        lanes.retain(|update, _| there.contains(update));
        self.worker.taken.keep(began, |update| there.contains(&update));
        let (mut idle, mut waiting) = (Vec::new(), HashSet::new());
        for (_, update, received) in found {
            let lane = lanes
                .entry(update)
                .or_insert_with(|| read(&received.raw, &self.me).map(|incoming| incoming.lane()));
            let Some(lane) = *lane else {
                idle.push(update);
                continue;
            };
            let Some(lease) = self.worker.shares.holds(lane) else { continue };
            // What whoever had the chat before has left unsent goes before the answers to come.
            if loaded.get(&lane) != Some(&lease) {
                self.take_over(lane).await?;
                loaded.insert(lane, lease);
            }
            if waiting.contains(&lane) {
                continue;
            }
            match self.worker.taken.add(update, lease) {
                Added::Fresh => {}
                Added::UnderWay => continue,
                Added::TurnedAway => {
                    waiting.insert(lane);
                    continue;
                }
            }
            if let Some(incoming) = read(&received.raw, &self.me) {
                let (at, made, over) = (received.at, made(&received.raw), received.over);
                self.lanes.push(lane, Job { incoming, at, made, over, lease });
            }
        }
        loaded.retain(|lane, lease| self.worker.shares.holds(*lane) == Some(*lease));
        if idle.is_empty() || self.worker.shares.lead().is_none() {
            return Ok(());
        }
        self.desk().discard(&idle).await
    }

    /// Hands the letters of a chat that wait in the outbox to the sender, in order.
    async fn take_over(&self, chat: i64) -> Result<(), StoreError> {
        for (key, entry) in scan_all(&**self.desk().store(), Key::outbox_of(chat)).await? {
            if let Some(post) = Post::read(&key, &entry) {
                self.worker.sender.post(post);
            }
        }
        Ok(())
    }
}
