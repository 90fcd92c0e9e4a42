//! The high-water mark: a file beside sled's with the number of the last durable commit.
//!
//! sled takes a damaged end of its log for a crash in the middle of a write and opens without it, silently.
//! Acknowledged commits missing at the end can only be noticed from outside. The mark is written after each
//! sync and not synced itself: whatever version of it survives a power cut is at most too low.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

const DIGITS: usize = 20;

/// The open mark of a folder.
pub(super) struct Mark(File);

impl Mark {
    /// Opens or makes the mark in `folder`; gives the number it holds, 0 if it is new or unreadable.
    pub(super) fn open(folder: &Path) -> io::Result<(Mark, u64)> {
        let path = folder.join("mark");
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok((Mark(file), number(&bytes)))
    }

    /// The number in a folder's mark; 0 where there is no readable one.
    pub(super) fn acknowledged(folder: &Path) -> u64 {
        std::fs::read(folder.join("mark")).map_or(0, |bytes| number(&bytes))
    }

    /// Overwrites the mark. Always the same length within one sector, so it needs no space and cannot tear.
    pub(super) fn set(&mut self, commits: u64) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(0))?;
        self.0.write_all(format!("{commits:0DIGITS$}\n").as_bytes())
    }
}

fn number(bytes: &[u8]) -> u64 {
    let digits = bytes.get(..DIGITS).and_then(|digits| std::str::from_utf8(digits).ok());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_back_and_a_broken_one_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let (mut mark, first) = Mark::open(folder.path()).unwrap();
        mark.set(12).unwrap();
        mark.set(u64::MAX).unwrap();
        assert_eq!((first, Mark::open(folder.path()).unwrap().1), (0, u64::MAX));
        std::fs::write(folder.path().join("mark"), "123").unwrap();
        assert_eq!(Mark::open(folder.path()).unwrap().1, 0);
    }
}
