//! The service behind a channel: load a trainee, take one step of the flow, commit everything it led to.
//!
//! - `mind`: what the desk asks for a step; the product's own is [`Playbook`]
//! - `records`: the wire form of what is kept
//! - `shelf`: folded sessions of trainees seen lately
//! - `guard`: panics of the core, caught and stripped of words
//! - `errands`: what the flow asks for: everything kept of a trainee, gathered or deleted
//! - `office`: what trainers ask for
//! - `retain`: what is deleted because it is old
//! - `erase`: bytes of what was deleted leave the files too
//! - `contest`: contests, kept
//! - `door`: who is let in
//! - `group`: what happens in groups, and what is due
//! - `stats`: how much there is of everything
//! - `wires`: all kinds of records, and their versions
//! - `tally`: conversations, counted
//! - `take`: one update, from the trainee's profile to the committed batch
//! - `done`: updates that are done with, or given up
//! - `wake`: reminders that are due, and the journal
//!
//! # Invariants
//! - An update's effects, its mark as done and the messages it leads to are one batch: all or nothing.
//! - Nothing is sent from here; letters go to the outbox and to whoever called.
//! - No log line and no error carries what a trainee or the product said.

pub mod contest;
mod done;
pub mod door;
pub mod erase;
pub mod errands;
pub mod group;
pub mod guard;
mod mind;
pub mod office;
pub mod records;
mod retain;
mod shelf;
pub mod stats;
mod take;
mod tally;
mod wake;
pub mod wires;

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock};

use rand::TryRngCore;
use tokio::time::Instant;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::phrase::Phrase;
use crate::base::time::Moment;
use crate::flow::input::Input;
use crate::flow::say::Say;
use crate::store::{Entry, Key, KeyName, Record, RecordError, Store, StoreError};

pub use mind::{Mind, Playbook};
pub use records::{FileKind, Letter, LetterButton, LetterFile, LetterFrame};
pub use retain::Swept;
use shelf::Shelf;

/// How many folded sessions are kept at hand. One takes some ten kilobytes.
const SHELF: usize = 1_000;

/// Turns what is to be said into letters of a channel; the last argument turns a phrase into prose.
pub type Format = fn(&[Say], bool, &dyn Fn(&Phrase) -> String) -> Vec<Letter>;

/// What a channel tells of where an update comes from, beside what it asks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Provenance<'a> {
    /// The name its trainee goes by there, as a list of those who are let in may have it.
    pub name: Option<&'a str>,
    /// When it was made, by the channel's clock, in seconds: by that it is known again though ours was wrong.
    pub made: Option<i64>,
}

/// One update, ready to be acted on.
#[derive(Clone, Debug)]
pub struct Task {
    /// The channel's number for it; a number that was done once is not done again.
    pub update: u64,
    /// Where the answer goes.
    pub chat: i64,
    /// What the trainee did.
    pub input: Input,
}

/// A letter on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Where to.
    pub chat: i64,
    /// Its place in the outbox: letters of a chat go out in this order.
    pub seq: u64,
    /// What.
    pub letter: Letter,
}

impl Post {
    /// A letter as it lies in the outbox; `None` for what is none, and for one that cannot be read, of which the log tells.
    pub fn read(key: &Key, entry: &Entry) -> Option<Post> {
        let Some(KeyName::Outbox { chat, seq }) = key.name() else { return None };
        let letter = Record::decode(key, &entry.value);
        let letter = letter.inspect_err(|error| tracing::error!("a letter is left unsent: {error}"));
        Some(Post { chat, seq, letter: letter.ok()? })
    }
}

/// What became of an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handled {
    /// Its effects are durable; these letters are in the outbox.
    Done(Vec<Post>),
    /// As `Done`, and nothing of the trainee is kept any more: letters that were waiting for this chat are not to be
    /// sent, only these.
    Cleared(Vec<Post>),
    /// It was done before; nothing happened.
    Already,
}

/// Why an update could not be handled. It is still in the inbox.
#[derive(Clone, Debug, thiserror::Error)]
pub enum DeskError {
    /// The store failed, and for good: it refuses everything after its first failure.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What is kept of this trainee cannot be read or written. Others are not concerned.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// The service. Cheap to share behind an `Arc`; trainees do not wait for each other. Updates of the same trainee
/// are expected one after the other; if they are not, one of them is taken again.
pub struct Desk {
    store: Arc<dyn Store>,
    mind: Arc<dyn Mind>,
    format: Format,
    shelf: Shelf,
    premises: Option<office::Premises>,
    followed: office::Followed,
    door: door::Door,
    bell: office::Bell,
    roster: OnceLock<Arc<dyn group::Roster>>,
    /// The number of the last letter that an alarm led to.
    rung: AtomicU64,
    /// Since when alarms wait for what came before them.
    waiting: Mutex<Option<Instant>>,
}

impl Desk {
    /// A desk over a store.
    pub fn new(store: Arc<dyn Store>, mind: Arc<dyn Mind>, format: Format) -> Desk {
        guard::install();
        let (shelf, bell) = (Shelf::new(SHELF), office::Bell::default());
        let (roster, rung, waiting) = (OnceLock::new(), AtomicU64::new(0), Mutex::default());
        let door = door::Door::default();
        let followed = office::Followed::default();
        Desk { store, mind, format, shelf, premises: None, followed, door, bell, roster, rung, waiting }
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// What the desk thinks with.
    pub fn mind(&self) -> &Arc<dyn Mind> {
        &self.mind
    }

    /// How many folded sessions are at hand.
    pub fn at_hand(&self) -> usize {
        self.shelf.len()
    }

    /// Forgets all folded sessions: somebody else may have gone on with them.
    pub fn clear_shelf(&self) {
        self.shelf.clear();
    }

    /// The language to speak with somebody whose profile may not be known yet.
    fn lang(&self, chosen: Option<Lang>, input: &Input) -> Lang {
        chosen.or(input.device_lang).unwrap_or(Lang::ZH_HANS)
    }

    fn forget(&self, trainee: TraineeId) {
        self.shelf.remove(trainee);
    }
}

/// A seed for a conversation that may start now, from the operating system's generator. Should that fail, the time
/// is chance enough for a customer's dice.
pub fn fresh_seed() -> u64 {
    rand::rngs::OsRng.try_next_u64().unwrap_or_else(|_| now().0.unsigned_abs())
}

/// The time by the machine's clock.
pub fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
