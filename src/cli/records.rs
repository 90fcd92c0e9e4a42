//! The stored form of what the terminal keeps: the same as the service's, so that `export` reads both.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::flow::profile::Profile;
use crate::session::event::Event;
use crate::store::Wire;

/// An event as stored.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventRecord(pub Event);

impl Wire for EventRecord {
    const VERSION: u32 = 1;
}

/// A profile as stored.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfileRecord(pub Profile);

impl Wire for ProfileRecord {
    const VERSION: u32 = 1;
}

/// Where the terminal keeps its things: beside the service's, which may be running.
pub fn terminal_folder(data: &Path) -> PathBuf {
    data.join("terminal")
}
