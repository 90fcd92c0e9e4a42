//! The shares this replica has, and the gate before everything that is done for their chats.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::store::Key;

use super::ledger::stir;
use super::{LEAD, SHARES};

/// How many times longer it has been quiet than the pause before the next look. So whoever breaks a silence waits at most so small a
/// part of it.
const QUIET: u32 = 60;
/// The longest pause between two looks.
const LONGEST: Duration = Duration::from_secs(2);

/// Which share a chat belongs to. A trainee's number is her chat's.
pub fn share_of(chat: i64) -> u32 {
    u32::try_from(stir(chat.cast_unsigned()) % u64::from(SHARES)).unwrap_or_default()
}

/// The gate. Cheap to clone.
#[derive(Clone)]
pub struct Shares(Option<Arc<Gate>>);

struct Gate {
    state: Mutex<State>,
    /// Somebody went out, or something changed hands.
    stirred: Notify,
    /// Counts changes of hands.
    changes: watch::Sender<u64>,
}

struct State {
    slots: Vec<Slot>,
    /// Until when what is held is held for certain: nobody else can have taken it before.
    good_until: Instant,
    /// When something was last heard of for anybody's chats.
    heard: Instant,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    /// The version of the share's entry, while it is held.
    lease: Option<u64>,
    /// Whether it is to be given back once nobody is inside.
    closing: bool,
    /// How many are at work on it.
    inside: u32,
}

/// Leave to work for the chats of one share. The share is not given to another replica before this is dropped.
pub struct Pass {
    gate: Option<(Arc<Gate>, u32)>,
    lease: Option<(Key, u64)>,
}

impl Pass {
    /// What commits have to require; `None` where there is nobody else.
    pub(super) fn lease(&self) -> Option<&(Key, u64)> {
        self.lease.as_ref()
    }

    /// Whether the share is still this replica's for certain.
    pub fn is_certain(&self) -> bool {
        let Some((gate, share)) = &self.gate else { return true };
        let state = gate.lock();
        let held = state.slot(*share).and_then(|slot| slot.lease);
        held == self.lease.as_ref().map(|(_, lease)| *lease) && state.good_until > Instant::now()
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let Some((gate, share)) = &self.gate else { return };
        if let Some(slot) = gate.lock().slots.get_mut(*share as usize) {
            slot.inside = slot.inside.saturating_sub(1);
        }
        gate.stirred.notify_waiters();
    }
}

impl Gate {
    // Poison is ignored: no method stops half-way through a change.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn changed(&self) {
        self.lock().heard = Instant::now();
        self.changes.send_modify(|changes| *changes += 1);
        self.stirred.notify_waiters();
    }
}

impl State {
    fn slot(&self, share: u32) -> Option<Slot> {
        self.slots.get(share as usize).copied()
    }

    /// The lease of a share that may be worked for.
    fn open(&self, share: u32) -> Option<u64> {
        self.slot(share).filter(|slot| !slot.closing).and_then(|slot| slot.lease)
    }
}

impl Shares {
    /// Where there is nobody else: everything is held, always.
    pub fn alone() -> Shares {
        Shares(None)
    }

    /// Nothing is held yet.
    pub(super) fn none() -> Shares {
        let slots = vec![Slot::default(); SHARES as usize];
        let (good_until, heard) = (Instant::now(), Instant::now());
        let state = Mutex::new(State { slots, good_until, heard });
        let (stirred, changes) = (Notify::new(), watch::channel(0).0);
        Shares(Some(Arc::new(Gate { state, stirred, changes })))
    }

    /// Whether there may be others.
    pub fn is_fleet(&self) -> bool {
        self.0.is_some()
    }

    /// The lease under which a chat's work may be taken up now, as a number that is another one after every change of hands;
    /// `None` where the chat is not this replica's.
    pub fn holds(&self, chat: i64) -> Option<u64> {
        match &self.0 {
            None => Some(0),
            Some(gate) => gate.lock().open(share_of(chat)),
        }
    }

    /// How many shares are held, of how many.
    pub fn portion(&self) -> (u32, u32) {
        let Some(gate) = &self.0 else { return (SHARES, SHARES) };
        let held = gate.lock().slots.iter().filter(|slot| slot.lease.is_some()).count();
        (u32::try_from(held).unwrap_or(SHARES), SHARES)
    }

    /// Something happens: from now on it is looked often again.
    pub fn hear(&self) {
        if let Some(gate) = &self.0 {
            gate.lock().heard = Instant::now();
        }
    }

    /// How long to wait before the next look at what others may have put into the store: `busy` where something happens, and the
    /// longer the longer it has been quiet, up to two seconds. Where there is nobody else it is always `busy`.
    pub fn pause(&self, busy: Duration) -> Duration {
        let Some(gate) = &self.0 else { return busy };
        let quiet = gate.lock().heard.elapsed();
        (quiet / QUIET).clamp(busy, LONGEST.max(busy))
    }

    /// Tells of changes of hands by counting them.
    pub fn changes(&self) -> watch::Receiver<u64> {
        match &self.0 {
            Some(gate) => gate.changes.subscribe(),
            None => watch::channel(0).1,
        }
    }

    /// Goes in to work for a chat under a lease that [`holds`](Self::holds) gave. Waits while it is not certain whether the
    /// share is still held; `None` where it has changed hands since.
    pub async fn enter(&self, chat: i64, lease: u64) -> Option<Pass> {
        match &self.0 {
            None => Some(Pass { gate: None, lease: None }),
            Some(gate) => enter(gate, share_of(chat), Some(lease)).await,
        }
    }

    /// The same under whatever lease there is, at once; `None` also where it is not certain.
    pub fn try_enter(&self, chat: i64) -> Option<Pass> {
        match &self.0 {
            None => Some(Pass { gate: None, lease: None }),
            Some(gate) => step_in(gate, share_of(chat), None),
        }
    }

    /// Goes in to do what only one replica of all does: asking for updates, what is due, what is old. `None` where that is not
    /// this one.
    pub fn lead(&self) -> Option<Pass> {
        match &self.0 {
            None => Some(Pass { gate: None, lease: None }),
            Some(gate) => step_in(gate, LEAD, None),
        }
    }

    /// Resolves once this replica does not lead, or is not certain to.
    pub async fn led(&self) {
        let Some(gate) = &self.0 else { return std::future::pending().await };
        loop {
            let stirred = gate.stirred.notified();
            tokio::pin!(stirred);
            stirred.as_mut().enable();
            let until = {
                let state = gate.lock();
                if state.open(LEAD).is_none() || state.good_until <= Instant::now() {
                    return;
                }
                state.good_until
            };
            tokio::select! {
                () = stirred => {}
                () = tokio::time::sleep_until(until) => {}
            }
        }
    }

    /// What is held is certain until then.
    pub(super) fn good_until(&self, until: Instant) {
        let Some(gate) = &self.0 else { return };
        gate.lock().good_until = until;
        gate.stirred.notify_waiters();
    }

    /// A share is held from now on.
    pub(super) fn taken(&self, share: u32, lease: u64) {
        let Some(gate) = &self.0 else { return };
        if let Some(slot) = gate.lock().slots.get_mut(share as usize) {
            (slot.lease, slot.closing) = (Some(lease), false);
        }
        gate.changed();
    }

    /// Holds no share but those of `leases`, by number; others have changed hands.
    pub(super) fn settle(&self, leases: impl Fn(u32) -> Option<u64>) {
        let Some(gate) = &self.0 else { return };
        let mut lost = false;
        for (share, slot) in (0..).zip(gate.lock().slots.iter_mut()) {
            if slot.lease.is_some() && slot.lease != leases(share) {
                (slot.lease, slot.closing, lost) = (None, false, true);
            }
        }
        if lost {
            gate.changed();
        }
    }

    /// Lets nobody in any more for a share that is to be given back. Its lease, once nobody is inside.
    pub(super) fn close(&self, share: u32) -> Option<u64> {
        let gate = self.0.as_ref()?;
        let mut state = gate.lock();
        let slot = state.slots.get_mut(share as usize)?;
        let begins = slot.lease.is_some() && !slot.closing;
        slot.closing = slot.lease.is_some();
        let lease = slot.lease.filter(|_| slot.inside == 0);
        drop(state);
        if begins {
            gate.changed();
        }
        lease
    }

    /// Shares that wait to be given back.
    pub(super) fn closing(&self) -> Vec<u32> {
        let Some(gate) = &self.0 else { return Vec::new() };
        let state = gate.lock();
        (0..).zip(&state.slots).filter_map(|(share, slot)| slot.closing.then_some(share)).collect()
    }

    /// A share was given back.
    pub(super) fn given(&self, share: u32) {
        let Some(gate) = &self.0 else { return };
        if let Some(slot) = gate.lock().slots.get_mut(share as usize) {
            (slot.lease, slot.closing) = (None, false);
        }
        gate.changed();
    }

    /// The shares held, with their leases.
    pub(super) fn held(&self) -> Vec<(u32, u64)> {
        let Some(gate) = &self.0 else { return Vec::new() };
        let state = gate.lock();
        (0..).zip(&state.slots).filter_map(|(share, slot)| Some((share, slot.lease?))).collect()
    }
}

async fn enter(gate: &Arc<Gate>, share: u32, lease: Option<u64>) -> Option<Pass> {
    loop {
        let stirred = gate.stirred.notified();
        tokio::pin!(stirred);
        stirred.as_mut().enable();
        if let Some(pass) = step_in(gate, share, lease) {
            return Some(pass);
        }
        let open = gate.lock().open(share);
        if open.is_none() || (lease.is_some() && open != lease) {
            return None;
        }
        stirred.await;
    }
}

fn step_in(gate: &Arc<Gate>, share: u32, wanted: Option<u64>) -> Option<Pass> {
    let mut state = gate.lock();
    let lease = state.open(share).filter(|lease| wanted.is_none_or(|wanted| wanted == *lease))?;
    if state.good_until <= Instant::now() {
        return None;
    }
    state.slots.get_mut(share as usize)?.inside += 1;
    drop(state);
    Some(Pass { gate: Some((Arc::clone(gate), share)), lease: Some((Key::share(share), lease)) })
}
