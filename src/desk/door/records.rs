//! The wire form of who was let in.

use serde::{Deserialize, Serialize};

use crate::base::time::Moment;
use crate::store::Wire;

/// That somebody was let in, or taken off, under `Key::admission`. Who came while the door stood open has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAdmission {
    /// When.
    pub at: Moment,
    /// How.
    pub way: Way,
    /// Whether she was taken off since; then `at` says when.
    #[serde(default)]
    pub barred: bool,
}

impl Wire for KeptAdmission {
    const VERSION: u32 = 1;
}

/// How somebody came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// By a code.
    Code,
    /// By the list, under this entry of it. Where the list decides, that entry has to be on it still.
    List(String),
    /// By number, as whoever runs the bot said.
    Number,
}
