//! Compaction: every entry goes into fresh files, and these take the place of the old ones.
//!
//! sled is a log: what was deleted or replaced stays in its segments, snapshots and blobs until something is written over
//! it, which may be never. Its own rewriting of segments frees them and leaves the bytes. So the only way to be rid of bytes
//! is to write what is still wanted elsewhere and delete the rest.
//!
//! In order: copy into the folder `fresh`, put it on the disk, read it through, set the mark `fresh.ready`, let go of the old
//! files, move, remove the mark. A kill before the mark leaves the old files, and `fresh` is thrown away at the next
//! opening; a kill after it leaves a move that the next opening finishes. Snapshots are not moved: sled makes them again, and an old
//! one beside new files would be damage.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

use super::disk::{COMMITS, Disk, from_sled, sync_folder, writable};
use super::open::{check_entries, damaged, open_sled};
use crate::store::{Key, StoreError};

const FRESH: &str = "fresh";
const READY: &str = "fresh.ready";

/// What sled keeps, but for snapshots.
const MOVED: [&str; 3] = ["blobs", "conf", "db"];

/// How often, and at which distance, it is looked whether sled's threads have let go of a database that was dropped.
const TRIES: u32 = 1_000;
const PAUSE: Duration = Duration::from_millis(10);

impl Disk {
    /// Rewrites every value by `change` and leaves nothing of the old bytes. `Ok(Err(_))` where nothing came of it and all is
    /// as it was; `Err(_)` where the disk cannot be gone on with before the next opening.
    pub(super) fn compact(
        &mut self,
        change: &mut dyn FnMut(&Key, Vec<u8>) -> Result<Vec<u8>, StoreError>,
    ) -> Result<Result<(), StoreError>, StoreError> {
        self.sync()?;
        let path = self.path().to_path_buf();
        let fresh = path.join(FRESH);
        let copied = self.copy(&fresh, change).and_then(|()| self.proved(&fresh));
        if let Err(error) = copied.and_then(|()| set_ready(&path).map_err(|error| self.io(error))) {
            // Nothing more can be done here about a disk that does not even take the copy away; the next opening does.
            let _ = abandon(&path);
            return Ok(Err(error));
        }
        self.release();
        released(&path)?;
        finish(&path).map_err(|error| self.io(error))?;
        let db = open_sled(&path)?;
        let commits = db.get(COMMITS).map_err(|error| self.error(error))?;
        if commits.as_deref() != Some(&self.tally()[..]) {
            return Err(damaged(&path, "the rewritten files are not those that were checked"));
        }
        self.take(db)?;
        Ok(Ok(()))
    }

    fn tally(&self) -> Vec<u8> {
        let (commits, entries) = self.counts();
        [commits.to_be_bytes(), entries.to_be_bytes()].concat()
    }

    fn copy(
        &self,
        fresh: &Path,
        change: &mut dyn FnMut(&Key, Vec<u8>) -> Result<Vec<u8>, StoreError>,
    ) -> Result<(), StoreError> {
        remove(fresh).map_err(|error| self.io(error))?;
        let db = open_sled(fresh)?;
        for pair in self.db()?.iter() {
            let (key, bytes) = pair.map_err(|error| self.error(error))?;
            let bytes = match key.first() {
                // The engine's own.
                Some(0) => bytes.to_vec(),
                _ => self.changed(&key, &bytes, change)?,
            };
            db.insert(&key, bytes).map_err(|error| from_sled(fresh, error))?;
        }
        // Stores from before entries were counted get their count here.
        db.insert(COMMITS, self.tally()).map_err(|error| from_sled(fresh, error))?;
        db.flush().map_err(|error| from_sled(fresh, error))?;
        drop(db);
        released(fresh)?;
        settle(fresh).map_err(|error| self.io(error))
    }

    fn changed(
        &self,
        key: &[u8],
        bytes: &[u8],
        change: &mut dyn FnMut(&Key, Vec<u8>) -> Result<Vec<u8>, StoreError>,
    ) -> Result<Vec<u8>, StoreError> {
        let (version, value) =
            bytes.split_first_chunk::<8>().ok_or_else(|| damaged(self.path(), "an entry has no version"))?;
        let value = change(&Key::found(key), value.to_vec())?;
        Ok([&version[..], &value].concat())
    }

    /// Opens the copy as the next start would and reads it through: the old files are the only others there are.
    fn proved(&self, fresh: &Path) -> Result<(), StoreError> {
        let db = open_sled(fresh)?;
        let counts = check_entries(fresh, &db)?;
        drop(db);
        released(fresh)?;
        match counts == self.counts() {
            true => Ok(()),
            false => Err(damaged(fresh, "a copy of the entries does not hold all of them")),
        }
    }
}

/// Finishes a move that a kill interrupted, or throws a copy away that was never whole.
pub(super) fn recover(path: &Path) -> io::Result<()> {
    match path.join(READY).exists() {
        true => finish(path),
        false => remove(&path.join(FRESH)),
    }
}

/// Puts the copy and the list of its files on the disk.
fn settle(fresh: &Path) -> io::Result<()> {
    let blobs = fresh.join("blobs");
    for blob in fs::read_dir(&blobs)? {
        writable(&blob?.path())?.sync_all()?;
    }
    for name in ["conf", "db"] {
        writable(&fresh.join(name))?.sync_all()?;
    }
    sync_folder(&blobs)?;
    sync_folder(fresh)
}

fn set_ready(path: &Path) -> io::Result<()> {
    File::create(path.join(READY))?.sync_all()?;
    sync_folder(path)
}

/// Moves what has not been moved yet. Can be done again after every step.
fn finish(path: &Path) -> io::Result<()> {
    let fresh = path.join(FRESH);
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("snap.") {
            fs::remove_file(entry.path())?;
        }
    }
    for name in MOVED {
        let (from, to) = (fresh.join(name), path.join(name));
        if from.exists() {
            // A folder is not replaced by renaming while it holds something; a file is, and in one step.
            if to.is_dir() {
                fs::remove_dir_all(&to)?;
            }
            fs::rename(from, to)?;
        }
    }
    sync_folder(path)?;
    remove(&fresh)?;
    fs::remove_file(path.join(READY))?;
    sync_folder(path)
}

/// Throws the copy away. The mark goes first: with it, what is left of a copy would be moved.
fn abandon(path: &Path) -> io::Result<()> {
    match fs::remove_file(path.join(READY)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => sync_folder(path)?,
    }
    remove(&path.join(FRESH))
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Waits until sled is through with a folder: its threads may write snapshots after the last handle is dropped, and hold its lock
/// for as long.
fn released(folder: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::from_io(folder, error);
    let file = File::open(folder.join("db")).map_err(failed)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
    }
    Err(StoreError::Locked { path: folder.to_path_buf() })
}
