//! The wire form of what is kept of groups, and of what is due.

use serde::{Deserialize, Serialize};

use crate::flow::group::Group;
use crate::store::Wire;

/// A group, under `Key::group`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptGroup(pub Group);

impl Wire for KeptGroup {
    const VERSION: u32 = 1;
}

/// The message that a board stands in, under `Key::board`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBoard {
    /// The message's number, as the channel names it.
    pub message: i64,
    /// A hash of what it shows, so that nothing is sent that shows already.
    pub shows: String,
}

impl Wire for KeptBoard {
    const VERSION: u32 = 1;
}

/// Something that is due, under `Key::alarm`, whose key says what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAlarm {}

impl Wire for KeptAlarm {
    const VERSION: u32 = 1;
}
