//! The stored form of what the terminal keeps: the same as the service's, so that `export` reads both.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::desk::records::KeptEvent as EventRecord;
use crate::desk::records::{PROFILE, raise_profile};
use crate::flow::profile::Profile;
use crate::store::{Upcast, Wire};

/// A profile as stored.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfileRecord(pub Profile);

impl Wire for ProfileRecord {
    const VERSION: u32 = PROFILE;

    fn upcast(version: u32, data: Value) -> Result<Value, Upcast> {
        raise_profile(version, data)
    }
}

/// Where the terminal keeps its things: beside the service's, which may be running.
pub fn terminal_folder(data: &Path) -> PathBuf {
    data.join("terminal")
}
