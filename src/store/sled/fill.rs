//! A new store in an empty folder, from entries of a backup. Versions stay what they were.
//!
//! A file `restoring` marks the folder until everything is durable: nobody shall take half a store for a whole one.

use std::fs::File;
use std::path::Path;

use super::disk::sync_folder;
use super::{SledStore, open};
use crate::store::{Entry, Key, StoreError};

const UNFINISHED: &str = "restoring";
/// Entries written at once.
const GROUP: usize = 1_000;

/// Refuses a folder that was being filled.
pub(super) fn refuse_unfinished(folder: &Path) -> Result<(), StoreError> {
    match folder.join(UNFINISHED).exists() {
        true => {
            let detail = "a backup was being restored into it, and did not get to its end".to_owned();
            Err(StoreError::Damaged { path: folder.to_path_buf(), detail })
        }
        false => Ok(()),
    }
}

/// Whether a folder holds a store, or what is left of one.
pub fn is_begun(folder: &Path) -> bool {
    ["db", "conf", "mark", UNFINISHED].iter().any(|name| folder.join(name).exists())
}

/// Takes away what is left of a store that was being filled and did not get to its end; everything else in the folder stays. Whether there was
/// one.
///
/// # Errors
/// A folder in use, or one that cannot be written.
pub fn discard_unfinished(folder: &Path) -> Result<bool, StoreError> {
    let mark = folder.join(UNFINISHED);
    if !mark.exists() {
        return Ok(false);
    }
    let _lock = SledStore::lock(folder)?;
    let failed = |error| StoreError::from_io(folder, error);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let removed = match name.as_str() {
            "blobs" => std::fs::remove_dir_all(&path),
            "db" | "conf" | "mark" => std::fs::remove_file(&path),
            name if name.starts_with("snap.") => std::fs::remove_file(&path),
            _ => Ok(()),
        };
        removed.map_err(failed)?;
    }
    // Last, so that a kill in between leaves what is left marked.
    std::fs::remove_file(&mark).and_then(|()| sync_folder(folder)).map_err(failed)?;
    Ok(true)
}

impl SledStore {
    /// Makes a store in a folder that has none, out of these entries, in the order of their keys, which `commits` commits
    /// led to. Blocks. How many there were.
    ///
    /// # Errors
    /// What the iterator said, or what happened to the disk, both as `E`. The folder then holds half a store, which does not
    /// open.
    pub fn fill<E: From<StoreError>>(
        folder: &Path,
        commits: u64,
        entries: impl Iterator<Item = Result<(Key, Entry), E>>,
    ) -> Result<u64, E> {
        let failed = |error| StoreError::from_io(folder, error);
        if is_begun(folder) {
            let detail = "it already holds a store".to_owned();
            return Err(StoreError::Damaged { path: folder.to_path_buf(), detail }.into());
        }
        let mut disk = open::open(folder)?;
        let mark = folder.join(UNFINISHED);
        let marked = File::create(&mark).and_then(|file| file.sync_all()).and_then(|()| sync_folder(folder));
        marked.map_err(failed)?;
        let (mut group, mut count) = (Vec::new(), 0);
        for entry in entries {
            group.push(entry?);
            count += 1;
            if group.len() == GROUP {
                disk.fill(std::mem::take(&mut group), commits)?;
            }
        }
        disk.fill(group, commits)?;
        disk.sync()?;
        let removed = std::fs::remove_file(&mark).and_then(|()| sync_folder(folder));
        removed.map_err(failed)?;
        Ok(count)
    }
}
