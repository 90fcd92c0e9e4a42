//! A backup: everything a store held at one moment, in one file that knows nothing of the engine.
//!
//! ```text
//! "XIAOQI" 0 'B'                                                    8 bytes
//! format                                                            4 bytes, big-endian like all numbers
//! length, head as JSON, CRC-32 of the head                          4 + length + 4
//! for each entry, in the order of the keys:
//!   length of the key (1 or more), length of the value, version     4 + 4 + 8
//!   key, value, CRC-32 of everything of this entry before it        … + 4
//! 0, number of entries                                              4 + 8
//! SHA-256 of everything before it                                   32
//! ```
//!
//! - `write`: entries to bytes
//! - `read`: bytes to entries, with the place of whatever is wrong

mod read;
mod write;

use std::io;

use serde::{Deserialize, Serialize};

use super::{RecordError, StoreError};

pub use read::BackupReader;
pub use write::{BackupWriter, stream};

const MAGIC: &[u8; 8] = b"XIAOQI\0B";
/// The newest format this program writes and reads.
const FORMAT: u32 = 1;
/// Longer than any head, key or value: a length above is damage, and no reason to ask for so much memory.
const LONGEST: u32 = 256 << 20;

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the program that wrote it.
    pub program: String,
    /// When, in milliseconds of Unix time.
    pub at: i64,
    /// How many commits led to it.
    pub commits: u64,
    /// How many entries it has.
    pub entries: u64,
}

/// Why a backup cannot be used. Never quotes what is in it.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Another kind of file.
    #[error("it is no backup of xiaoqi")]
    Foreign,
    /// From a newer program.
    #[error("it has format {found}; this program knows formats up to {known}. Update the program")]
    Newer {
        /// The file's format.
        found: u32,
        /// The newest that is known.
        known: u32,
    },
    /// The file ends too early.
    #[error("it is cut off at byte {at}, in entry {entry}")]
    Short {
        /// Where it ends.
        at: u64,
        /// In which entry, from 1; 0 in the head, one more than there are behind the last.
        entry: u64,
    },
    /// Something was changed.
    #[error("it is damaged at byte {at}, in entry {entry}: {what}")]
    Damaged {
        /// Where what is wrong begins.
        at: u64,
        /// In which entry, as above.
        entry: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// The file cannot be read.
    #[error("it cannot be read: {0}")]
    Io(#[from] io::Error),
    /// The store that it is written to or read from.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A record in it.
    #[error(transparent)]
    Record(#[from] RecordError),
}
