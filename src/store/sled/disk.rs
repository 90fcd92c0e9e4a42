//! sled itself: entries and versions, and getting both onto the platter.
//!
//! Everything lives in the default tree. An entry is 8 bytes of version (big-endian), then the value. Keys that
//! start with 0 are this engine's own.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::frozen::Freezer;
use super::mark::Mark;
use super::reserve::Reserve;
use super::view::View;
use crate::store::{Batch, Change, Entry, Key, StoreError};

/// Where the number of the last commit is kept, and after it how many entries there are. It goes into every batch, so
/// versions never repeat, and entries that damage took away are missed at the next start.
pub(super) const COMMITS: &[u8] = b"\0commits";

/// An open sled database and what is needed to make it durable.
pub(super) struct Disk {
    path: PathBuf,
    // `None` only while its files are being replaced, and after that went wrong.
    db: Option<::sled::Db>,
    file: File,
    reserve: Reserve,
    mark: Mark,
    synced_blobs: BTreeSet<OsString>,
    commits: u64,
    entries: u64,
    unsynced: bool,
    pub(super) freezer: Freezer,
    /// Those who read beside this thread.
    pub(super) view: View,
    /// Keys that changed since a copy of everything was begun, while one is being made.
    pub(super) touched: Option<BTreeSet<Key>>,
    #[cfg(test)]
    pub(super) fault: Option<fn() -> std::io::Result<()>>,
    // Last, so that the folder is free only once sled is through with it.
    _lock: File,
}

impl Disk {
    /// Takes over a database whose last commit was number `commits` and left so many entries.
    /// `lock` is held for as long.
    pub(super) fn new(
        path: &Path,
        db: ::sled::Db,
        mark: Mark,
        (commits, entries): (u64, u64),
        lock: File,
    ) -> Result<Disk, StoreError> {
        let failed = |error| StoreError::from_io(path, error);
        let file = log(path).map_err(failed)?;
        let mut reserve = Reserve::default();
        reserve.take(&file, 0).map_err(failed)?;
        let view = View::default();
        view.open(db.clone());
        Ok(Disk {
            path: path.to_path_buf(),
            db: Some(db),
            file,
            reserve,
            mark,
            synced_blobs: BTreeSet::new(),
            commits,
            entries,
            unsynced: false,
            freezer: Freezer::default(),
            view,
            touched: None,
            #[cfg(test)]
            fault: None,
            _lock: lock,
        })
    }

    /// The folder.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn db(&self) -> Result<&::sled::Db, StoreError> {
        self.db.as_ref().ok_or_else(|| StoreError::Closed { path: self.path.clone() })
    }

    /// The number of the last commit, and how many entries there are.
    pub(super) fn counts(&self) -> (u64, u64) {
        (self.commits, self.entries)
    }

    /// Lets go of sled, so that its files can be replaced.
    pub(super) fn release(&mut self) {
        self.view.shut();
        self.db = None;
    }

    /// Goes on with other files, which hold the same and are on the disk.
    pub(super) fn take(&mut self, db: ::sled::Db) -> Result<(), StoreError> {
        self.file = log(&self.path).map_err(|error| self.io(error))?;
        (self.reserve, self.synced_blobs) = (Reserve::default(), BTreeSet::new());
        self.view.open(db.clone());
        self.db = Some(db);
        Ok(())
    }

    /// What is kept under a key, durable or not.
    pub(super) fn get(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        match self.db()?.get(key.as_bytes()).map_err(|error| self.error(error))? {
            Some(bytes) => self.entry(&bytes).map(Some),
            None => Ok(None),
        }
    }

    /// The first entries of a range.
    pub(super) fn scan(&self, range: Range<Key>, limit: usize) -> Result<Vec<(Key, Entry)>, StoreError> {
        self.scan_until(range, limit, usize::MAX).map(|(entries, _)| entries)
    }

    /// The first entries of a range, until there are `limit`, or values of `bytes` bytes; and whether that was all.
    pub(super) fn scan_until(
        &self,
        range: Range<Key>,
        limit: usize,
        bytes: usize,
    ) -> Result<(Vec<(Key, Entry)>, bool), StoreError> {
        let (mut found, mut size) = (Vec::new(), 0);
        // sled panics on an inverted range.
        if range.start >= range.end {
            return Ok((found, true));
        }
        for pair in self.db()?.range(range.start.as_bytes()..range.end.as_bytes()) {
            if found.len() >= limit || size >= bytes {
                return Ok((found, false));
            }
            let (key, value) = pair.map_err(|error| self.error(error))?;
            size += value.len();
            found.push((Key::found(&key), self.entry(&value)?));
        }
        Ok((found, true))
    }

    /// Puts entries with the versions they have, as part of what `commits` commits led to. Only into a store that is
    /// being filled; not durable before [`Disk::sync`].
    pub(super) fn fill(&mut self, entries: Vec<(Key, Entry)>, commits: u64) -> Result<(), StoreError> {
        let mut wire = ::sled::Batch::default();
        self.entries += entries.len() as u64;
        for (key, Entry { value, version }) in entries {
            wire.insert(key.as_bytes(), [&version.to_be_bytes()[..], &value].concat());
        }
        self.commits = commits;
        self.unsynced = true;
        wire.insert(COMMITS, [commits.to_be_bytes(), self.entries.to_be_bytes()].concat());
        self.db()?.apply_batch(wire).map_err(|error| self.error(error))
    }

    /// Applies a batch if its expectations hold. Not durable before [`Disk::sync`].
    pub(super) fn apply(&mut self, batch: Batch) -> Result<(), StoreError> {
        let keys = batch.changes().map(|(key, _)| key).chain(batch.required().map(|(key, _)| key));
        let mut found = BTreeMap::new();
        for key in keys {
            if let Some(entry) = self.get(key)? {
                found.insert(key.clone(), entry.version);
            }
        }
        if let Some(key) = batch.refusal(&found) {
            return Err(StoreError::Conflict { key: key.clone() });
        }
        let mut entries = self.entries;
        for (key, change) in batch.changes() {
            match (found.contains_key(key), &change.value) {
                (false, Some(_)) => entries += 1,
                (true, None) => entries -= 1,
                _ => {}
            }
        }
        if batch.is_empty() {
            return Ok(());
        }
        // Before anything is changed, so that a full disk finds memory and files alike.
        let room = self.reserve.take(&self.file, size(&batch));
        room.map_err(|error| self.io(error))?;
        self.set_aside(&batch)?;
        if let Some(touched) = &mut self.touched {
            touched.extend(batch.changes().map(|(key, _)| key.clone()));
        }
        self.view.changing(batch.changes().map(|(key, _)| key));
        self.entries = entries;
        self.commits += 1;
        self.unsynced = true;
        self.db()?.apply_batch(self.wire(batch)).map_err(|error| self.error(error))
    }

    fn wire(&self, batch: Batch) -> ::sled::Batch {
        let version = self.commits.to_be_bytes();
        let mut wire = ::sled::Batch::default();
        for (key, Change { value, .. }) in batch {
            match value {
                Some(value) => wire.insert(key.as_bytes(), [&version[..], &value].concat()),
                None => wire.remove(key.as_bytes()),
            }
        }
        wire.insert(COMMITS, [version, self.entries.to_be_bytes()].concat());
        wire
    }

    /// Makes everything applied so far durable.
    pub(super) fn sync(&mut self) -> Result<(), StoreError> {
        if !self.unsynced {
            return Ok(());
        }
        #[cfg(test)]
        if let Some(fault) = self.fault {
            fault().map_err(|error| self.io(error))?;
        }
        self.sync_blobs().map_err(|error| self.io(error))?;
        self.db()?.flush().map_err(|error| self.error(error))?;
        // sled's flush only starts the write-out (sync_file_range); a power cut after it loses data.
        self.file.sync_data().map_err(|error| self.io(error))?;
        self.mark.set(self.commits).map_err(|error| self.io(error))?;
        self.unsynced = false;
        self.view.settled();
        Ok(())
    }

    // A tree node over 128 KiB goes to a file of its own, which sled never syncs. The log must not come to
    // point at a file the disk does not have, so these go first. There are usually none.
    fn sync_blobs(&mut self) -> std::io::Result<()> {
        let folder = self.path.join("blobs");
        let mut present = BTreeSet::new();
        let mut fresh = false;
        for blob in std::fs::read_dir(&folder)? {
            let name = blob?.file_name();
            fresh |= !self.synced_blobs.contains(&name) && sync_blob(&folder.join(&name))?;
            present.insert(name);
        }
        self.synced_blobs = present;
        if fresh { sync_folder(&folder) } else { Ok(()) }
    }

    fn entry(&self, bytes: &[u8]) -> Result<Entry, StoreError> {
        split(bytes).ok_or_else(|| self.damaged("an entry has no version"))
    }

    fn damaged(&self, detail: &str) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), detail: detail.to_owned() }
    }

    pub(super) fn error(&self, error: ::sled::Error) -> StoreError {
        from_sled(&self.path, error)
    }

    pub(super) fn io(&self, error: std::io::Error) -> StoreError {
        StoreError::from_io(&self.path, error)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Before the folder's lock: whoever still reads holds on to sled.
        self.view.shut();
    }
}

/// An entry as sled has it; `None` for what is too short to be one.
pub(super) fn split(bytes: &[u8]) -> Option<Entry> {
    let (version, value) = bytes.split_first_chunk()?;
    Some(Entry { version: u64::from_be_bytes(*version), value: value.to_vec() })
}

/// sled's log, for syncing and for taking room behind its end.
pub(super) fn log(folder: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).open(folder.join("db"))
}

/// Opens a file that exists for syncing. Some systems sync through handles that may write only.
pub(super) fn writable(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// Makes the list of a folder's files durable, where the system lets folders be opened.
pub(super) fn sync_folder(path: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

fn size(batch: &Batch) -> u64 {
    let value =
        |(key, change): (&Key, &Change)| key.as_bytes().len() + change.value.as_ref().map_or(0, Vec::len);
    batch.changes().map(value).sum::<usize>() as u64
}

// Whether there was something to sync: sled removes blobs in the background.
fn sync_blob(path: &Path) -> std::io::Result<bool> {
    match writable(path) {
        Ok(file) => file.sync_data().map(|()| true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Sorts sled's errors. Its own texts may quote stored bytes, so only those known to be harmless pass through.
pub(super) fn from_sled(path: &Path, error: ::sled::Error) -> StoreError {
    let detail = match error {
        // Its log speaks of a file of its own that is gone: no disk to be looked at, but a store that does not hold together.
        ::sled::Error::Io(error) if error.kind() == std::io::ErrorKind::NotFound => {
            "a file of its own is missing".to_owned()
        }
        ::sled::Error::Io(error) => return StoreError::from_io(path, error),
        ::sled::Error::Corruption { at: Some(at), .. } => {
            format!("contents do not match their checksum at {at}")
        }
        ::sled::Error::Corruption { at: None, .. } => "contents do not match their checksum".to_owned(),
        ::sled::Error::Unsupported(_) => {
            "it was made by another version of sled, or with other settings".to_owned()
        }
        ::sled::Error::CollectionNotFound(_) | ::sled::Error::ReportableBug(_) => {
            "sled met a state it does not know".to_owned()
        }
    };
    StoreError::Damaged { path: path.to_path_buf(), detail }
}
