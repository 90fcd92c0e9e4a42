//! Keys of what several replicas of one bot settle among themselves: who is there, and whose share of the chats is whose.

use std::fmt;
use std::ops::Range;

use super::bytes::{Reader, build};
use super::{FLEET, Key};

const REPLICA: u32 = 1;
const SHARE: u32 = 2;

/// What is kept of a fleet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InFleet {
    /// A sign of life of a replica, by its number.
    Replica(u64),
    /// Whose a share of the chats is, by its number.
    Share(u32),
}

impl InFleet {
    pub(super) fn read(rest: &mut Reader<'_>) -> Option<InFleet> {
        match rest.word()? {
            REPLICA => rest.long().map(InFleet::Replica),
            SHARE => rest.word().map(InFleet::Share),
            _ => None,
        }
    }
}

impl fmt::Display for InFleet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InFleet::Replica(number) => write!(f, "replica/{number:016x}"),
            InFleet::Share(number) => write!(f, "share/{number}"),
        }
    }
}

/// Constructors and ranges.
impl Key {
    /// A replica's sign of life.
    pub fn replica(number: u64) -> Key {
        build(FLEET).word(REPLICA).long(number).key()
    }

    /// Whose a share of the chats is.
    pub fn share(number: u32) -> Key {
        build(FLEET).word(SHARE).word(number).key()
    }

    /// All signs of life, then all shares.
    pub fn all_of_fleet() -> Range<Key> {
        build(FLEET).range()
    }
}
