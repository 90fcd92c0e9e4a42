//! What can go wrong in a store: what happened, where, and what to do next.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::postgres::BadAddress;
use super::sealed::KeyId;
use super::{Key, KeyName};

/// Why a store could not be opened, read or written. Cheap to clone: one failed flush answers every waiter.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// An expectation of the batch did not hold; nothing was changed. The only error to answer by reading again
    /// and retrying.
    #[error("{key} was changed by somebody else meanwhile; nothing was saved. Read it again and retry")]
    Conflict {
        /// The first key, in key order, that was not as expected.
        key: Key,
    },
    /// Another process has the store open.
    #[error("{path} is in use by another process. Stop that process, or give this one another folder")]
    Locked {
        /// The store's folder.
        path: PathBuf,
    },
    /// The folder or its files may not be written.
    #[error(
        "{path} cannot be written. Check the folder's owner and permissions, and that the disk is not mounted read-only"
    )]
    ReadOnly {
        /// The store's folder.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// No space is left.
    #[error("the disk that holds {path} is full. Free some space, then restart")]
    Full {
        /// The store's folder.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// The files contradict themselves.
    #[error("{path} is damaged: {detail}. Move the folder away and restore the last backup")]
    Damaged {
        /// The store's folder.
        path: PathBuf,
        /// What was found, without any stored value.
        detail: String,
    },
    /// The files were written by a newer program.
    #[error(
        "{path} has storage format {found}; this program knows formats up to {known}. Update the program"
    )]
    NewerFormat {
        /// The store's folder.
        path: PathBuf,
        /// The format of the files.
        found: u32,
        /// The newest format this program reads.
        known: u32,
    },
    /// Any other failure of the file system.
    #[error("{path} could not be read or written. Check the disk, then restart")]
    Io {
        /// The store's folder.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// An entry is encrypted with a key that was not given.
    #[error("the data is encrypted with key {id}, which is not here. Give its file with --key-file")]
    KeyMissing {
        /// By which it is known.
        id: KeyId,
    },
    /// An entry is not encrypted though keys were given.
    #[error(
        "{key} is not encrypted, though a key was given. With the service stopped, `xiaoqi key rotate` encrypts all of a plain store; in one that is encrypted, the entry is not ours"
    )]
    Unsealed {
        /// Where it is.
        key: Key,
    },
    /// An entry is not what was put there.
    #[error("{key} was changed or moved by something else than this program. Restore the last backup")]
    Tampered {
        /// Where it is.
        key: Key,
    },
    /// The address of a database cannot be used.
    #[error(transparent)]
    Address(#[from] BadAddress),
    /// No connection to the database, or none that lasts.
    #[error(
        "{server} does not answer: {why}. See that it runs and that the address is right, then try again"
    )]
    Unreachable {
        /// The database, without user and password.
        server: String,
        /// What came instead of an answer.
        why: String,
    },
    /// The database refuses the user, or there is no such database.
    #[error(
        "{server} lets nobody in with this user and password (code {code}). Check both, that the database is there, and its pg_hba.conf"
    )]
    NotLetIn {
        /// The database.
        server: String,
        /// PostgreSQL's code.
        code: String,
    },
    /// The role lacks a right.
    #[error(
        "{server} does not allow it. Make the role the owner of the schema {space}: CREATE SCHEMA {space} AUTHORIZATION its name"
    )]
    NotAllowed {
        /// The database.
        server: String,
        /// The schema.
        space: String,
    },
    /// Too many others change the same; every attempt was undone.
    #[error("{server} is too crowded: others kept changing the same. Nothing was saved; try again")]
    Crowded {
        /// The database.
        server: String,
    },
    /// The connection broke while a batch was committed, and nobody could be asked what became of it.
    #[error(
        "{server} broke off while saving, so nobody knows whether that was saved. Read again what matters before it is repeated"
    )]
    Unclear {
        /// The database.
        server: String,
    },
    /// The space that was to be filled holds something.
    #[error("{server} holds something already. Give another space, or drop its schema first")]
    NotEmpty {
        /// The database.
        server: String,
    },
    /// The database hands its numbers out in blocks.
    #[error(
        "{server} numbers commits in blocks, so their order would be lost. Have the sequence {space}.commits hand them out singly: ALTER SEQUENCE … CACHE 1"
    )]
    Blocks {
        /// The database.
        server: String,
        /// The schema.
        space: String,
    },
    /// Anything else the database says.
    #[error("{server} refuses with code {code}. Its log says more")]
    Database {
        /// The database.
        server: String,
        /// PostgreSQL's code.
        code: String,
    },
    /// The system has no chance to give.
    #[error("the system's random generator failed; nothing was saved. Restart the program")]
    NoChance,
    /// The store's writer is gone.
    #[error("{path} is closed. Restart the program")]
    Closed {
        /// The store's folder.
        path: PathBuf,
    },
}

impl StoreError {
    /// Whether reading again and retrying can help.
    pub fn is_conflict(&self) -> bool {
        matches!(self, StoreError::Conflict { .. })
    }

    /// Whether the batch was made under a lease that has gone to another replica meanwhile: whatever it was for is that
    /// one's to do now.
    pub fn is_lost_lease(&self) -> bool {
        matches!(self, StoreError::Conflict { key } if matches!(key.name(), Some(KeyName::Fleet(_))))
    }

    /// Sorts a failure of the file system at `path` by what one can do about it.
    pub fn from_io(path: impl Into<PathBuf>, error: io::Error) -> StoreError {
        let (path, source) = (path.into(), Arc::new(error));
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { path, source },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly { path, source }
            }
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => {
                StoreError::Damaged { path, detail: "a file ends too early or holds garbage".to_owned() }
            }
            _ if held_by_another(&source) => StoreError::Locked { path },
            _ => StoreError::Io { path, source },
        }
    }
}

// sled 0.34 reports a lock as kind `Other` with the system's error only in the text. Locks that fail for
// another reason (a file system without locks) must not read as "in use".
fn held_by_another(error: &io::Error) -> bool {
    let text = error.to_string();
    text.contains("could not acquire lock") && text.contains("WouldBlock")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(error: io::Error) -> StoreError {
        StoreError::from_io("/data", error)
    }

    #[test]
    fn failures_are_sorted_by_what_one_can_do_about_them() {
        assert!(matches!(sorted(io::Error::from_raw_os_error(28)), StoreError::Full { .. }));
        assert!(matches!(sorted(io::Error::from_raw_os_error(122)), StoreError::Full { .. }));
        assert!(matches!(sorted(io::Error::from_raw_os_error(13)), StoreError::ReadOnly { .. }));
        assert!(matches!(sorted(io::Error::from_raw_os_error(30)), StoreError::ReadOnly { .. }));
        assert!(matches!(sorted(io::Error::from_raw_os_error(5)), StoreError::Io { .. }));
    }

    #[test]
    fn only_a_lock_that_somebody_holds_reads_as_locked() {
        let lock = |why: &str| sorted(io::Error::other(format!("could not acquire lock on \"db\": {why}")));
        let held = "Os { code: 11, kind: WouldBlock, message: \"Resource temporarily unavailable\" }";
        assert!(matches!(lock(held), StoreError::Locked { .. }));
        assert!(matches!(lock("Os { code: 37, kind: Uncategorized }"), StoreError::Io { .. }));
    }

    #[test]
    fn every_text_says_where_and_what_to_do() {
        let source = Arc::new(io::Error::from_raw_os_error(28));
        let path = PathBuf::from("/data");
        let all = [
            StoreError::Locked { path: path.clone() },
            StoreError::ReadOnly { path: path.clone(), source: Arc::clone(&source) },
            StoreError::Full { path: path.clone(), source: Arc::clone(&source) },
            StoreError::Damaged { path: path.clone(), detail: "x".to_owned() },
            StoreError::NewerFormat { path: path.clone(), found: 2, known: 1 },
            StoreError::Io { path: path.clone(), source },
            StoreError::Closed { path },
            StoreError::Unreachable { server: "//host/data".to_owned(), why: "x".to_owned() },
            StoreError::NotLetIn { server: "//host/data".to_owned(), code: "28P01".to_owned() },
            StoreError::NotAllowed { server: "//host/data".to_owned(), space: "s".to_owned() },
            StoreError::Crowded { server: "//host/data".to_owned() },
            StoreError::Unclear { server: "//host/data".to_owned() },
            StoreError::NotEmpty { server: "//host/data".to_owned() },
            StoreError::Blocks { server: "//host/data".to_owned(), space: "s".to_owned() },
            StoreError::Database { server: "//host/data".to_owned(), code: "XX000".to_owned() },
        ];
        for error in all {
            let text = error.to_string();
            assert!(text.contains("/data") && text.contains(". "), "{text}");
        }
    }
}
