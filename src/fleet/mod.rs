//! Several replicas of one bot over one store. The chats are cut into shares; each share is one replica's at a time, and whatever
//! is done for its chats (updates worked on, letters sent) is done by that one. One share more, the lead, goes with what
//! is there once: asking for updates, what is due, what is old.
//!
//! - `records`: the wire forms
//! - `ledger`: who lives, and who should have what; pure
//! - `shares`: what this replica has, and the gate before it
//! - `fenced`: commits that hold only while the lease does
//!
//! # Invariants
//! - No clock is compared with another's: a replica counts as gone after [`Pace::silence`] without a sign, by the clock of whoever
//!   looks, and stops by itself after [`Pace::certain`], by its own, which is shorter and began earlier.
//! - A share changes hands by one commit that expects it as it was. Work under the old lease cannot be committed after it.
//! - A share that is given back is given back when nobody works for it any more, so nothing is cut off.
//! - A replica that ends well gives everything back, and the others need not wait.

mod fenced;
mod ledger;
pub mod records;
mod shares;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use rand::TryRngCore;
use tokio::time::Instant;

use crate::store::{
    Batch, Expect, InFleet, Key, KeyName, Record, RecordError, Store, StoreError, Wire, scan_all,
};

use fenced::FencedStore;
pub use fenced::under;
use ledger::{Ledger, Standing};
use records::{KeptReplica, KeptShare};
pub use shares::{Pass, Shares, share_of};

/// Into how many shares the chats are cut: enough for some ten replicas to have about as many each, and few enough to be read
/// twice a second. It must never change: two programs that cut differently would both work for one chat.
pub const SHARES: u32 = 64;

/// The share that goes with what is there once.
const LEAD: u32 = 0;

/// How fast a fleet is.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How often a sign of life is given, and looked for, where something happens.
    pub beat: Duration,
    /// The same where nothing has happened for long; well below `certain`.
    pub calm_beat: Duration,
    /// How long after a sign a replica is certain of what it holds.
    pub certain: Duration,
    /// After how long without a sign a replica counts as gone. More than `certain`.
    pub silence: Duration,
    /// How long whoever is at work is waited for when a replica ends.
    pub farewell: Duration,
}

impl Default for Pace {
    /// Where a replica dies, another one is at work for its chats within 6 s: the silence and two beats. Where nothing has happened for
    /// long it is 7 s: one of the beats is a calm one.
    fn default() -> Pace {
        Pace {
            beat: Duration::from_millis(500),
            calm_beat: Duration::from_millis(1_500),
            certain: Duration::from_millis(3_500),
            silence: Duration::from_secs(5),
            farewell: Duration::from_secs(2),
        }
    }
}

/// What can go wrong.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FleetError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something could not be written down.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// This replica among the others.
pub struct Fleet {
    me: u64,
    pace: Pace,
    /// The store itself: what is settled here stands under no lease.
    store: Arc<dyn Store>,
    shares: Shares,
}

impl Fleet {
    /// One that comes to a store which others may use too. It has nothing before [`live`](Self::live).
    pub fn new(store: Arc<dyn Store>, pace: Pace) -> Fleet {
        // Without chance two that start in the same instant would take each other for themselves; the system's clock in
        // nanoseconds is as good as it gets then.
        let clock = || std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_nanos() as u64);
        let me = rand::rngs::OsRng.try_next_u64().unwrap_or_else(|_| ledger::stir(clock()));
        Fleet { me, pace, store, shares: Shares::none() }
    }

    /// The store to work on: commits made under a [`Pass`] hold only while its lease does.
    pub fn store(&self) -> Arc<dyn Store> {
        Arc::new(FencedStore(Arc::clone(&self.store)))
    }

    /// What it has.
    pub fn shares(&self) -> &Shares {
        &self.shares
    }

    /// Lives among the others, for ever; ends only with a store that failed.
    pub async fn live(&self) -> FleetError {
        let mut ledger = Ledger::new(self.me, self.pace.silence);
        let (mut beats, mut told) = (0, 0);
        loop {
            let began = Instant::now();
            beats += 1;
            let suspects = match self.beat(&mut ledger, beats).await {
                Ok(suspects) => suspects,
                Err(error) => return error,
            };
            let (held, of) = self.shares.portion();
            if held != told {
                tracing::info!(held, of, leads = self.shares.lead().is_some(), "this replica has its shares");
                told = held;
            }
            let calm = self.shares.pause(self.pace.beat).min(self.pace.calm_beat);
            let pause = if suspects { self.pace.beat } else { calm.max(self.pace.beat) };
            tokio::time::sleep_until(began + pause).await;
        }
    }

    /// One sign of life, and what follows from those of the others. Whether somebody may be gone.
    async fn beat(&self, ledger: &mut Ledger, beats: u64) -> Result<bool, FleetError> {
        let began = Instant::now();
        let mut batch = Batch::new();
        put(&mut batch, Key::replica(self.me), &KeptReplica { beats }, Expect::Any)?;
        self.store.commit(batch).await?;
        let (signs, standings) = self.look().await?;
        // What somebody took while this replica was not heard of is his.
        self.shares.settle(|share| {
            standings.get(&share).filter(|at| at.holder == Some(self.me)).and_then(|at| at.version)
        });
        self.shares.good_until(began + self.pace.certain);
        let moves = ledger.decide(Instant::now(), &signs, &standings);
        self.take(&moves.take).await?;
        // What has once begun to be given back is given back, though it be this one's again meanwhile: jobs were turned away,
        // and would come out of order.
        let closing = self.shares.closing();
        let give: BTreeSet<u32> = moves.give.into_iter().chain(closing).collect();
        for share in give {
            if let Some(lease) = self.shares.close(share) {
                self.give(share, lease).await?;
            }
        }
        if !moves.buried.is_empty() {
            let mut batch = Batch::new();
            for replica in moves.buried {
                batch.delete(Key::replica(replica), Expect::Any);
            }
            self.store.commit(batch).await?;
        }
        Ok(moves.suspects)
    }

    /// The signs of life, by replica, and the shares: all of it in one look.
    async fn look(&self) -> Result<(BTreeMap<u64, u64>, BTreeMap<u32, Standing>), FleetError> {
        let (mut signs, mut standings) = (BTreeMap::new(), BTreeMap::new());
        for (key, entry) in scan_all(&*self.store, Key::all_of_fleet()).await? {
            match key.name() {
                // Not what it says but that it is another one counts, and every put has another version.
                Some(KeyName::Fleet(InFleet::Replica(number))) => {
                    signs.insert(number, entry.version);
                }
                Some(KeyName::Fleet(InFleet::Share(share))) => {
                    let KeptShare { holder } = Record::decode(&key, &entry.value)?;
                    standings.insert(share, Standing { holder, version: Some(entry.version) });
                }
                _ => {}
            }
        }
        Ok((signs, standings))
    }

    /// Takes shares that are still as they were seen: all at once, or each by itself where somebody was faster at one.
    async fn take(&self, wanted: &[(u32, Option<u64>)]) -> Result<(), FleetError> {
        if wanted.is_empty() {
            return Ok(());
        }
        if !self.write_all(wanted).await? {
            for one in wanted {
                self.write_all(std::slice::from_ref(one)).await?;
            }
        }
        // A commit does not say its number: what was taken is found out by reading.
        let held: BTreeSet<u32> = self.shares.held().into_iter().map(|(share, _)| share).collect();
        for (share, standing) in self.look().await?.1 {
            let fresh = standing.holder == Some(self.me) && !held.contains(&share);
            if let Some(lease) = standing.version.filter(|_| fresh) {
                self.shares.taken(share, lease);
            }
        }
        Ok(())
    }

    /// Whether all were as they were seen, and are this one's now.
    async fn write_all(&self, wanted: &[(u32, Option<u64>)]) -> Result<bool, FleetError> {
        let mut batch = Batch::new();
        for (share, version) in wanted {
            let expect = version.map_or(Expect::Absent, Expect::Version);
            put(&mut batch, Key::share(*share), &KeptShare { holder: Some(self.me) }, expect)?;
        }
        self.settled(batch).await
    }

    async fn give(&self, share: u32, lease: u64) -> Result<(), FleetError> {
        let mut batch = Batch::new();
        put(&mut batch, Key::share(share), &KeptShare { holder: None }, Expect::Version(lease))?;
        self.settled(batch).await?;
        self.shares.given(share);
        Ok(())
    }

    /// Whether it was all still as expected.
    async fn settled(&self, batch: Batch) -> Result<bool, FleetError> {
        match self.store.commit(batch).await {
            Ok(()) => Ok(true),
            Err(error) if error.is_conflict() => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Gives everything back, waiting a little for whoever is at work, and is gone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn leave(&self) -> Result<(), FleetError> {
        let until = Instant::now() + self.pace.farewell;
        let mut left = self.shares.held();
        while !left.is_empty() {
            let mut busy = Vec::new();
            for (share, lease) in left {
                match self.shares.close(share) {
                    None if Instant::now() < until => busy.push((share, lease)),
                    // Who is still at work then finds that what he does does not hold any more.
                    _ => self.give(share, lease).await?,
                }
            }
            left = busy;
            if !left.is_empty() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
        let mut batch = Batch::new();
        batch.delete(Key::replica(self.me), Expect::Any);
        Ok(self.store.commit(batch).await?)
    }
}

fn put<T: Wire>(batch: &mut Batch, key: Key, data: &T, expect: Expect) -> Result<(), FleetError> {
    let bytes = Record::encode(&key, data)?;
    batch.put(key, bytes, expect);
    Ok(())
}

#[cfg(test)]
mod tests;
