//! The wire forms of what replicas settle among themselves.

use serde::{Deserialize, Serialize};

use crate::store::Wire;

/// A replica's sign of life. It counts on, and says nothing of any clock: whoever sees it change knows that the replica
/// lived a moment ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptReplica {
    /// How many signs it gave.
    pub beats: u64,
}

impl Wire for KeptReplica {
    const VERSION: u32 = 1;
}

/// Whose a share of the chats is. The version of its entry is the lease: it changes only when the share changes hands, so
/// a batch that requires it is refused from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptShare {
    /// The replica's number; `None` where it was given back.
    pub holder: Option<u64>,
}

impl Wire for KeptShare {
    const VERSION: u32 = 1;
}
