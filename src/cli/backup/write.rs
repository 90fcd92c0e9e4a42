//! A backup being written: under another name until it is whole, durable and read back.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use crate::store::backup::{BackupError, BackupReader, Head};

/// The unfinished file. Removed when dropped before it is kept.
pub struct Draft {
    path: PathBuf,
    file: File,
    kept: bool,
}

impl Draft {
    /// Beside where it will be, so that giving it its name is one step. Nobody but the owner may read it.
    pub fn beside(file: &Path) -> io::Result<Draft> {
        let mut name = OsString::from(".");
        name.push(file.file_name().unwrap_or_default());
        name.push(format!(".{}", std::process::id()));
        let path = file.with_file_name(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Draft { file: options.open(&path)?, path, kept: false })
    }

    /// More bytes.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Where it is meanwhile.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads it back from beginning to end.
    pub fn check(&mut self) -> Result<Head, BackupError> {
        self.file.sync_all()?;
        verify(&self.path)
    }

    /// Gives it its name; its size.
    pub(super) fn keep(mut self, file: &Path) -> io::Result<u64> {
        let bytes = self.file.metadata()?.len();
        std::fs::rename(&self.path, file)?;
        self.kept = true;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A file is only as durable as the folder that lists it.
        if cfg!(unix) {
            File::open(folder)?.sync_all()?;
        }
        Ok(bytes)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Reads a backup from beginning to end.
pub(super) fn verify(path: &Path) -> Result<Head, BackupError> {
    let mut reader = open(path)?;
    while reader.next_entry()?.is_some() {}
    Ok(reader.head().clone())
}

/// A backup to be read.
pub fn open(path: &Path) -> Result<BackupReader<BufReader<File>>, BackupError> {
    BackupReader::open(BufReader::with_capacity(1 << 16, File::open(path)?))
}
