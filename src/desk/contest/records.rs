//! The wire form of what is kept of contests.

use serde::{Deserialize, Serialize};

use crate::base::hash::from_hex;
use crate::flow::contest::record::{Contest, Entrant};
use crate::store::Wire;

/// A contest, under `Key::contest`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptContest(pub Contest);

impl Wire for KeptContest {
    const VERSION: u32 = 1;
}

/// Somebody's part in one, under `Key::entrant`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptEntrant(pub Entrant);

impl Wire for KeptEntrant {
    const VERSION: u32 = 1;
}

/// The key that links from groups into private are signed with, under `Key::counter`. Whoever can read the store could make up
/// such links anyway.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSigner {
    /// 64 hexadecimal digits.
    key: String,
}

impl Wire for KeptSigner {
    const VERSION: u32 = 1;
}

impl KeptSigner {
    /// Of these bytes.
    pub fn new(key: &[u8; 32]) -> KeptSigner {
        KeptSigner { key: key.iter().map(|byte| format!("{byte:02x}")).collect() }
    }

    /// The bytes.
    pub fn key(&self) -> Option<[u8; 32]> {
        from_hex(&self.key)
    }
}
