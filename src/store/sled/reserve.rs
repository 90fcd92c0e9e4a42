//! Room on the disk that is taken before it is needed. Where sled meets a full disk in the middle of a write, its log has a hole and
//! later writes go on behind it: a batch that nobody was promised comes back torn, and the store is refused at the next
//! start. So blocks behind the end of its file are taken first, and where there are none, sled is not asked to write.

use std::fs::File;
use std::io;

/// How much is taken beyond what is known to be coming. sled writes in segments of 512 KiB, and moves old pages about.
const ROOM: u64 = 8 << 20;
/// How many times its size a batch may come to on the disk.
const GROWTH: u64 = 4;

/// Sees to it that a file can grow by so many bytes and then some. Its length stays as it is.
///
/// # Errors
/// `StorageFull` where the disk is; file systems that cannot take room beforehand are no error.
#[cfg(target_os = "linux")]
pub(super) fn reserve(file: &File, bytes: u64) -> io::Result<()> {
    use rustix::fs::{FallocateFlags, fallocate};
    use rustix::io::Errno;
    let length = file.metadata()?.len();
    let room = bytes.saturating_mul(GROWTH).saturating_add(ROOM);
    match fallocate(file, FallocateFlags::KEEP_SIZE, length, room) {
        Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL | Errno::FBIG) => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// Other systems have no such call.
#[cfg(not(target_os = "linux"))]
pub(super) fn reserve(_: &File, _: u64) -> io::Result<()> {
    Ok(())
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
        reserve(&file, 1 << 20).unwrap();
        let after = file.metadata().unwrap();
        assert_eq!(after.len(), before.len());
        assert!(after.blocks() * 512 >= ROOM + GROWTH * (1 << 20), "{} blocks", after.blocks());
    }

    #[test]
    fn a_disk_that_has_no_such_room_is_told_to_be_full() {
        let file = tempfile::tempfile().unwrap();
        // More than any disk has, and less than a file may have.
        let error = reserve(&file, 1 << 41).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{error}");
    }
}
