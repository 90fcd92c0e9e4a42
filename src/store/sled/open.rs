//! The folder of a store: format and start-up check.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use super::compact;
use super::disk::{self, COMMITS, Disk, from_sled, sync_folder, writable};
use super::mark::Mark;
use super::reserve::trim;
use super::{fill, leftovers};
use crate::store::StoreError;

const FORMAT_KEY: &[u8] = b"\0format";
/// The newest layout of keys and entries this program knows. Records have versions of their own.
const FORMAT: u32 = 1;

/// What was tortured; sled's default of 1 GiB is more than a small machine has.
const CACHE_BYTES: u64 = 64 << 20;

/// Opens and checks the store in `path`.
pub(super) fn open(path: &Path) -> Result<Disk, StoreError> {
    std::fs::create_dir_all(path).map_err(|error| StoreError::from_io(path, error))?;
    // sled answers some damage with a panic. Its text may quote stored bytes and is not passed on.
    let opened = catch_unwind(AssertUnwindSafe(|| open_checked(path)));
    opened.unwrap_or_else(|_| Err(damaged(path, "sled cannot make sense of it")))
}

fn open_checked(path: &Path) -> Result<Disk, StoreError> {
    let failed = |error| StoreError::from_io(path, error);
    let lock = leftovers::lock(path)?;
    fill::refuse_unfinished(path)?;
    compact::recover(path).map_err(failed)?;
    leftovers::remove_unfinished(path).map_err(failed)?;
    leftovers::remove_torn_settings(path).map_err(failed)?;
    if let Ok(log) = disk::log(path) {
        compact::released(path)?;
        trim(&log).map_err(failed)?;
    }
    let db = open_sled(path)?;
    check_format(path, &db)?;
    let (commits, entries) = check_entries(path, &db)?;
    let (mark, acknowledged) = Mark::open(path).map_err(failed)?;
    if commits < acknowledged {
        return Err(damaged(path, &format!("its last {} commits are missing", acknowledged - commits)));
    }
    sync_all(path).map_err(failed)?;
    Disk::new(path, db, mark, (commits, entries), lock)
}

/// How often, and at which distance, sled's own lock is tried. We hold ours by now, so it can only be a store of this very
/// process that was dropped and whose threads have not let go yet.
const TRIES: u32 = 500;
const PAUSE: Duration = Duration::from_millis(10);

pub(super) fn open_sled(path: &Path) -> Result<::sled::Db, StoreError> {
    let open = || {
        let opened = ::sled::Config::new().path(path).cache_capacity(CACHE_BYTES).open();
        opened.map_err(|error| from_sled(path, error))
    };
    for _ in 0..TRIES {
        match open() {
            Err(StoreError::Locked { .. }) => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
    open()
}

fn check_format(path: &Path, db: &::sled::Db) -> Result<(), StoreError> {
    let found = db.get(FORMAT_KEY).map_err(|error| from_sled(path, error))?;
    match found.as_deref().map(<[u8; 4]>::try_from) {
        Some(Ok(bytes)) => match u32::from_be_bytes(bytes) {
            FORMAT => Ok(()),
            found if found > FORMAT => {
                Err(StoreError::NewerFormat { path: path.to_path_buf(), found, known: FORMAT })
            }
            _ => Err(damaged(path, "its format number is none that was ever used")),
        },
        Some(Err(_)) => Err(damaged(path, "its format number is unreadable")),
        None if db.is_empty() => write_format(path, db),
        None => Err(damaged(path, "it is a sled database, but not one of this program")),
    }
}

fn write_format(path: &Path, db: &::sled::Db) -> Result<(), StoreError> {
    db.insert(FORMAT_KEY, &FORMAT.to_be_bytes()).map_err(|error| from_sled(path, error))?;
    db.flush().map_err(|error| from_sled(path, error))?;
    Ok(())
}

// Reads every entry once; gives the number of the last commit, and how many entries there are. sled opens without the
// pages that damage took away, silently.
pub(super) fn check_entries(path: &Path, db: &::sled::Db) -> Result<(u64, u64), StoreError> {
    let (mut newest, mut commits, mut entries) = (0, 0, 0);
    let mut left = None;
    for pair in db.iter() {
        let (key, bytes) = pair.map_err(|error| from_sled(path, error))?;
        if &*key == FORMAT_KEY {
            continue;
        }
        let (version, rest) =
            bytes.split_first_chunk().ok_or_else(|| damaged(path, "an entry has no version"))?;
        let version = u64::from_be_bytes(*version);
        if &*key == COMMITS {
            commits = version;
            // Stores of before the count have none.
            left = <[u8; 8]>::try_from(rest).ok().map(u64::from_be_bytes);
        } else {
            newest = version.max(newest);
            entries += 1;
        }
    }
    if newest > commits {
        return Err(damaged(path, "an entry is newer than the last commit"));
    }
    match left {
        Some(left) if left != entries => {
            Err(damaged(path, &format!("it should have {left} entries and has {entries}")))
        }
        _ => Ok((commits, entries)),
    }
}

// The format must not be lost, and a file is only as durable as the folder that lists it. What a backup was copied back to
// may not have reached the disk yet, snapshots and large values included.
fn sync_all(path: &Path) -> std::io::Result<()> {
    for folder in [path.join("blobs"), path.to_path_buf()] {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                sync_file(&entry.path())?;
            }
        }
        sync_folder(&folder)?;
    }
    // The parent lists the folder. It may be closed to us, and then was not changed by us.
    sync_folder(&path.join("..")).ok();
    Ok(())
}

/// sled takes files away in the background, as it does with snapshots and values that are not needed any more.
fn sync_file(path: &Path) -> std::io::Result<()> {
    match writable(path) {
        Ok(file) => file.sync_all(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

pub(super) fn damaged(path: &Path, detail: &str) -> StoreError {
    StoreError::Damaged { path: path.to_path_buf(), detail: detail.to_owned() }
}
