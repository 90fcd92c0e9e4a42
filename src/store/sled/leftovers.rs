//! What a kill in the middle of sled's own opening leaves behind, and sled 0.34.7 then takes for damage.
//!
//! - `snap.*.generating`: an unfinished snapshot. sled writes it at every start and renames it when it is whole, but at
//!   the next start reads it as if it were. Nothing is lost by removing it: the older snapshot goes only after the
//!   renaming.
//! - `conf`, without its end: settings are written once, when the database is made, checksum last. Where nothing was
//!   ever acknowledged (there is no mark) sled may write them again.
//!
//! Both were met in practice, in about one of 3,000 kills.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

use super::mark::Mark;
use crate::store::StoreError;

/// How often and at which distance the lock is tried: a store just dropped, and a process just killed, hold it for
/// some milliseconds more.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(25);

/// Shuts everybody else out of a folder until it is dropped. sled has a lock of its own, but takes it too late: what is
/// tidied away must not be another process's work.
pub(super) fn lock(folder: &Path) -> Result<File, StoreError> {
    let failed = |error| StoreError::from_io(folder, error);
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(false).open(folder.join("lock")).map_err(failed)?;
    for _ in 1..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
            Ok(()) => return Ok(file),
        }
    }
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked { path: folder.to_path_buf() }),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Removes unfinished snapshots.
pub(super) fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Removes settings that do not match their checksum, where nothing was ever acknowledged.
pub(super) fn remove_torn_settings(folder: &Path) -> io::Result<()> {
    let settings = folder.join("conf");
    let torn = match fs::read(&settings) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error),
        Ok(bytes) => {
            bytes.split_last_chunk().is_none_or(|(text, sum)| sum_of(text) != u32::from_le_bytes(*sum))
        }
    };
    if torn && Mark::acknowledged(folder) == 0 { fs::remove_file(settings) } else { Ok(()) }
}

/// sled's checksum.
fn sum_of(bytes: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sled::SledStore;
    use crate::store::{Batch, Expect, Key, Store};

    async fn one_commit(folder: &Path) {
        let store = SledStore::open(folder).unwrap();
        let mut batch = Batch::new();
        batch.put(Key::counter("a"), "1", Expect::Any);
        store.commit(batch).await.unwrap();
    }

    async fn is_kept(folder: &Path) -> bool {
        let store = SledStore::open(folder).unwrap();
        store.get(&Key::counter("a")).await.unwrap().is_some()
    }

    #[tokio::test]
    async fn a_store_opens_after_a_kill_in_the_middle_of_a_snapshot() {
        let folder = tempfile::tempdir().unwrap();
        one_commit(folder.path()).await;
        for torn in [&b""[..], b"half a snapshot, cut off before its checksum"] {
            fs::write(folder.path().join("snap.00000000FFFFFFFF.generating"), torn).unwrap();
            assert!(is_kept(folder.path()).await);
        }
    }

    #[tokio::test]
    async fn a_store_opens_after_a_kill_in_the_middle_of_being_made() {
        let folder = tempfile::tempdir().unwrap();
        drop(::sled::open(folder.path()).unwrap());
        let conf = fs::read(folder.path().join("conf")).unwrap();
        for kept in 0..conf.len() {
            fs::write(folder.path().join("conf"), &conf[..kept]).unwrap();
            drop(SledStore::open(folder.path()).unwrap_or_else(|error| panic!("{kept} bytes: {error}")));
        }
        one_commit(folder.path()).await;
        assert!(is_kept(folder.path()).await);
    }

    #[tokio::test]
    async fn torn_settings_of_a_store_in_use_are_damage_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        one_commit(folder.path()).await;
        fs::write(folder.path().join("conf"), "segment_size: 5242").unwrap();
        assert!(matches!(SledStore::open(folder.path()), Err(StoreError::Damaged { .. })));
        assert_eq!(fs::read(folder.path().join("conf")).unwrap(), b"segment_size: 5242");
    }
}
