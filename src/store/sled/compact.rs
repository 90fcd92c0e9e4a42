//! Compaction: every entry goes into fresh files, and these take the place of the old ones.
//!
//! sled is a log: what was deleted or replaced stays in its segments, snapshots and blobs until something is written over
//! it, which may be never. Its own rewriting of segments frees them and leaves the bytes. So the only way to be rid of bytes
//! is to write what is still wanted elsewhere and delete the rest.
//!
//! In order: copy into the folder `fresh` and read the copy through, which a thread of its own does while the store goes on; then,
//! while everybody waits, take over what changed meanwhile, put it all on the disk, set the mark `fresh.ready`, let go of the old
//! files, move, remove the mark. A kill before the mark leaves the old files, and `fresh` is thrown away at the next
//! opening; a kill after it leaves a move that the next opening finishes. Snapshots are not moved: sled makes them again, and an old
//! one beside new files would be damage.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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

/// What a value becomes on its way into the copy.
pub type Change<'a> = &'a mut dyn FnMut(&Key, Vec<u8>) -> Result<Vec<u8>, StoreError>;

/// What a copy is made from. Nothing in it holds up the disk.
pub(super) struct Origin {
    path: PathBuf,
    db: ::sled::Db,
    /// Set to leave off.
    pub(super) stop: Arc<AtomicBool>,
}

/// A copy that was read through.
pub(super) struct Copy {
    db: ::sled::Db,
    entries: u64,
}

impl Origin {
    /// The store's folder.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the copy and reads it through. What is committed meanwhile may be in it or not.
    pub(super) fn copy(self, change: Change<'_>) -> Result<Copy, StoreError> {
        let fresh = self.path.join(FRESH);
        let failed = |error| StoreError::from_io(&fresh, error);
        remove(&fresh).map_err(failed)?;
        self.room().map_err(failed)?;
        let counts = self.write(&fresh, change)?;
        released(&fresh)?;
        // As the next start would: the old files are the only others there are.
        let db = open_sled(&fresh)?;
        match check_entries(&fresh, &db)? == counts {
            true => Ok(Copy { db, entries: counts.1 }),
            false => Err(damaged(&fresh, "a copy of the entries does not hold all of them")),
        }
    }

    /// A copy must not fill the disk that the store needs to go on.
    fn room(&self) -> io::Result<()> {
        let needed = size(&self.path)?.saturating_mul(2);
        match fs2::available_space(&self.path)? {
            free if free < needed => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }

    /// Gives the newest version and the number of entries.
    fn write(&self, fresh: &Path, change: Change<'_>) -> Result<(u64, u64), StoreError> {
        let db = open_sled(fresh)?;
        let (mut newest, mut entries) = (0, 0);
        for pair in self.db.iter() {
            if self.stop.load(Ordering::Relaxed) {
                return Err(StoreError::Closed { path: self.path.clone() });
            }
            let (key, bytes) = pair.map_err(|error| from_sled(&self.path, error))?;
            let bytes = match key.first() {
                // The engine's own.
                Some(0) => bytes.to_vec(),
                _ => {
                    let (version, value) = bytes
                        .split_first_chunk::<8>()
                        .ok_or_else(|| damaged(&self.path, "an entry has no version"))?;
                    newest = newest.max(u64::from_be_bytes(*version));
                    entries += 1;
                    [&version[..], &change(&Key::found(&key), value.to_vec())?].concat()
                }
            };
            db.insert(&key, bytes).map_err(|error| from_sled(fresh, error))?;
        }
        db.insert(COMMITS, tally((newest, entries))).map_err(|error| from_sled(fresh, error))?;
        db.flush().map_err(|error| from_sled(fresh, error))?;
        Ok((newest, entries))
    }
}

fn tally((commits, entries): (u64, u64)) -> Vec<u8> {
    [commits.to_be_bytes(), entries.to_be_bytes()].concat()
}

impl Disk {
    /// From here on it is noted what changes, until [`Disk::swap`] or [`Disk::keep`].
    pub(super) fn origin(&mut self) -> Result<Origin, StoreError> {
        self.sync()?;
        let (path, db) = (self.path().to_path_buf(), self.db()?.clone());
        self.touched = Some(BTreeSet::new());
        Ok(Origin { path, db, stop: Arc::default() })
    }

    /// Goes on with the old files after all.
    pub(super) fn keep(&mut self) {
        self.touched = None;
        // Nothing more can be done here about a disk that does not even take the copy away; the next opening does.
        let _ = abandon(self.path());
    }

    /// Puts a copy in the place of the old files. `Ok(Err(_))` where nothing came of it and all is as it was; `Err(_)` where
    /// the disk cannot be gone on with before the next opening.
    pub(super) fn swap(&mut self, copy: Copy) -> Result<Result<(), StoreError>, StoreError> {
        let path = self.path().to_path_buf();
        if let Err(error) = self.settle(copy).and_then(|()| set_ready(&path).map_err(|error| self.io(error)))
        {
            self.keep();
            return Ok(Err(error));
        }
        self.touched = None;
        self.release();
        released(&path)?;
        finish(&path).map_err(|error| self.io(error))?;
        let db = open_sled(&path)?;
        let commits = db.get(COMMITS).map_err(|error| self.error(error))?;
        if commits.as_deref() != Some(&tally(self.counts())[..]) {
            return Err(damaged(&path, "the rewritten files are not those that were checked"));
        }
        self.take(db)?;
        Ok(Ok(()))
    }

    /// Takes over what changed since the copy was begun, and puts all of it on the disk.
    fn settle(&mut self, copy: Copy) -> Result<(), StoreError> {
        self.sync()?;
        let fresh = self.path().join(FRESH);
        let failed = |error| from_sled(&fresh, error);
        let Copy { db, mut entries } = copy;
        for key in self.touched.take().unwrap_or_default() {
            let bytes = self.db()?.get(key.as_bytes()).map_err(|error| self.error(error))?;
            let added = u64::from(bytes.is_some());
            let before = match bytes {
                Some(bytes) => db.insert(key.as_bytes(), bytes),
                None => db.remove(key.as_bytes()),
            };
            entries = entries + added - u64::from(before.map_err(failed)?.is_some());
        }
        if entries != self.counts().1 {
            return Err(damaged(&fresh, "a copy of the entries does not hold all of them"));
        }
        db.insert(COMMITS, tally(self.counts())).map_err(failed)?;
        db.flush().map_err(failed)?;
        drop(db);
        released(&fresh)?;
        put_on_disk(&fresh).map_err(|error| self.io(error))
    }
}

/// Finishes a move that a kill interrupted, or throws a copy away that was never whole.
pub(super) fn recover(path: &Path) -> io::Result<()> {
    match path.join(READY).exists() {
        true => finish(path),
        false => remove(&path.join(FRESH)),
    }
}

/// Syncs the copy and the list of its files.
fn put_on_disk(fresh: &Path) -> io::Result<()> {
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

/// Bytes that the entries take on the disk.
fn size(path: &Path) -> io::Result<u64> {
    let mut bytes = fs::metadata(path.join("db"))?.len();
    for blob in fs::read_dir(path.join("blobs"))? {
        bytes += blob?.metadata()?.len();
    }
    Ok(bytes)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Waits until sled is through with a folder: its threads may write snapshots after the last handle is dropped, and hold its lock
/// for as long.
pub(super) fn released(folder: &Path) -> Result<(), StoreError> {
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
