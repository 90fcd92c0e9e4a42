//! Room on the disk that is taken before it is needed. Where sled meets a full disk in the middle of a write, its log has a hole and
//! later writes go on behind it: a batch that nobody was promised comes back torn, and the store is refused at the next
//! start. So blocks behind the end of its file are taken first, and where there are none, sled is not asked to write.

use std::fs::File;
use std::io;

/// How much there has to be beyond what is known to be coming. sled writes in segments of 512 KiB, and moves old pages about.
const ROOM: u64 = 8 << 20;
/// How much more is taken, so that it is not asked for with every commit: asking changes the file's inode, which the next sync then
/// has to wait for.
const AHEAD: u64 = 1 << 20;
/// How many times its size a batch may come to on the disk.
const GROWTH: u64 = 4;

/// What of a file's room is taken.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reserve {
    /// Up to here there were blocks when it was last asked for,
    until: u64,
    /// and so many in all. sled cuts unused segments off the end of its file, and what was taken behind it goes with them.
    blocks: u64,
}

#[cfg(target_os = "linux")]
impl Reserve {
    /// Sees to it that a file can grow by so many bytes and then some. Its length stays as it is.
    ///
    /// # Errors
    /// `StorageFull` where the disk is; file systems that cannot take room beforehand are no error.
    pub(super) fn take(&mut self, file: &File, bytes: u64) -> io::Result<()> {
        use rustix::fs::{FallocateFlags, fallocate};
        use rustix::io::Errno;
        use std::os::unix::fs::MetadataExt;
        let before = file.metadata()?;
        let needed = before.len().saturating_add(bytes.saturating_mul(GROWTH)).saturating_add(ROOM);
        if needed <= self.until && before.blocks() >= self.blocks {
            return Ok(());
        }
        let until = needed.saturating_add(AHEAD);
        match fallocate(file, FallocateFlags::KEEP_SIZE, before.len(), until - before.len()) {
            Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL | Errno::FBIG) => {}
            outcome => outcome?,
        }
        *self = Reserve { until, blocks: file.metadata()?.blocks() };
        Ok(())
    }
}

#[cfg(not(target_os = "linux"))]
impl Reserve {
    /// Other systems have no such call.
    pub(super) fn take(&mut self, _: &File, _: u64) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::unix::fs::MetadataExt;

    use super::*;

    #[test]
    fn room_is_taken_behind_the_end_and_the_length_stays() {
        let file = tempfile::tempfile().unwrap();
        file.set_len(1_000).unwrap();
        let before = file.metadata().unwrap();
        let mut reserve = Reserve::default();
        reserve.take(&file, 1 << 20).unwrap();
        let after = file.metadata().unwrap();
        assert_eq!(after.len(), before.len());
        assert!(after.blocks() * 512 >= ROOM + GROWTH * (1 << 20), "{} blocks", after.blocks());
    }

    #[test]
    fn as_the_file_grows_there_is_always_room_behind_its_end() {
        let file = tempfile::tempfile().unwrap();
        let mut reserve = Reserve::default();
        for megabytes in 0..40 {
            file.set_len(megabytes << 20).unwrap();
            reserve.take(&file, 4_096).unwrap();
            assert!(reserve.until >= (megabytes << 20) + ROOM + GROWTH * 4_096, "at {megabytes} MB");
        }
        // Blocks there are, and not only the belief in them.
        assert!(file.metadata().unwrap().blocks() * 512 >= ROOM);
    }

    #[test]
    fn what_is_cut_off_with_the_end_is_taken_again() {
        let file = tempfile::tempfile().unwrap();
        let mut reserve = Reserve::default();
        file.set_len(4 << 20).unwrap();
        reserve.take(&file, 0).unwrap();
        file.set_len(1 << 20).unwrap();
        file.set_len(4 << 20).unwrap();
        assert!(file.metadata().unwrap().blocks() * 512 < ROOM, "cutting leaves what was taken");
        reserve.take(&file, 0).unwrap();
        assert!(file.metadata().unwrap().blocks() * 512 >= ROOM);
    }

    #[test]
    fn a_disk_that_has_no_such_room_is_told_to_be_full() {
        let file = tempfile::tempfile().unwrap();
        // More than any disk has, and less than a file may have.
        let error = Reserve::default().take(&file, 1 << 41).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{error}");
    }
}
