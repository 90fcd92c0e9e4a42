//! Room on the disk that is taken before it is needed.
//!
//! Where sled meets a full disk in the middle of a write, its log has a hole and later writes go on behind it: a batch that nobody
//! was promised comes back torn, and the store is refused at the next start. So blocks behind the end of its file are taken first,
//! and where there are none, sled is not asked to write.
//!
//! A power cut makes the same hole where a new segment at the end of the file needs the file system's own books to be there, and an
//! old one that is used again does not: what was written first is lost and what was written after it stays. So the nearest segments
//! behind the end are written full of zeros, durably, before sled comes to them: whatever it writes is then written over what is
//! there, and stays in the order in which sled waited for it. sled takes a segment of zeros for a free one; those at the end are cut off
//! before it opens ([`trim`]), or the file would grow with every start.

use std::fs::File;
use std::io;

/// How much there has to be beyond what is known to be coming. sled writes in segments, and moves old pages about.
const ROOM: u64 = 8 << 20;
/// How much of it has to be written over already.
const NEAR: u64 = 2 << 20;
/// How much more is taken, so that it is not asked for with every commit.
const AHEAD: u64 = 1 << 20;
/// How many times its size a batch may come to on the disk.
const GROWTH: u64 = 4;
/// Bytes of one of sled's segments, which begins with a head that is never all zeros.
const SEGMENT: u64 = 512 << 10;
#[cfg(target_os = "linux")]
const HEAD: usize = 20;

/// What of a file's room is taken.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reserve {
    /// Up to here there were blocks when they were last asked for,
    until: u64,
    /// and so many in all. sled cuts unused segments off the end of its file, and what was taken behind it goes with them.
    blocks: u64,
    /// Where sled's own segments end, as far as is known: behind it there are zeros up to the file's end.
    front: u64,
    /// The file's length when it was last looked at.
    length: u64,
}

#[cfg(target_os = "linux")]
impl Reserve {
    /// Sees to it that a file can grow by so many bytes and then some. What is added to its length are zeros.
    ///
    /// # Errors
    /// `StorageFull` where the disk is; file systems that cannot take room beforehand are no error.
    pub(super) fn take(&mut self, file: &File, bytes: u64) -> io::Result<()> {
        use std::os::unix::fs::MetadataExt;
        let there = file.metadata()?;
        let coming = bytes.saturating_mul(GROWTH);
        if self.length == 0 || there.len() < self.length {
            // Just opened, or cut: what is there now are sled's own segments.
            self.front = there.len().next_multiple_of(SEGMENT);
        }
        self.length = there.len();
        self.follow(file)?;
        let needed = self.front.saturating_add(coming).saturating_add(ROOM);
        if needed > self.until || there.blocks() < self.blocks {
            self.until = needed.saturating_add(AHEAD);
            allocate(file, there.len(), self.until.saturating_sub(there.len()))?;
            self.blocks = file.metadata()?.blocks();
        }
        let near = self.front.saturating_add(coming).saturating_add(NEAR).next_multiple_of(SEGMENT);
        if near > self.length {
            self.zero(file, near.saturating_add(AHEAD))?;
        }
        Ok(())
    }

    /// Finds how far sled has come into the zeros.
    fn follow(&mut self, file: &File) -> io::Result<()> {
        use std::os::unix::fs::FileExt;
        let mut head = [0; HEAD];
        while self.front + SEGMENT <= self.length {
            file.read_exact_at(&mut head, self.front)?;
            if head == [0; HEAD] {
                break;
            }
            self.front += SEGMENT;
        }
        Ok(())
    }

    /// Writes zeros from the end of the file up to there, and waits until they are on the disk with all that says where they are.
    fn zero(&mut self, file: &File, until: u64) -> io::Result<()> {
        use std::os::unix::fs::FileExt;
        let zeros = vec![0; SEGMENT as usize];
        let mut at = self.length;
        while at < until {
            let size = (until - at).min(SEGMENT);
            file.write_all_at(zeros.get(..size as usize).unwrap_or_default(), at)?;
            at += size;
        }
        file.sync_all()?;
        self.length = until;
        self.blocks = std::os::unix::fs::MetadataExt::blocks(&file.metadata()?);
        Ok(())
    }
}

#[cfg(target_os = "linux")]
fn allocate(file: &File, from: u64, bytes: u64) -> io::Result<()> {
    use rustix::fs::{FallocateFlags, fallocate};
    use rustix::io::Errno;
    match fallocate(file, FallocateFlags::KEEP_SIZE, from, bytes) {
        Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL | Errno::FBIG) => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// Cuts segments of zeros off the end of a log that nobody has open.
///
/// # Errors
/// What the file system says.
#[cfg(target_os = "linux")]
pub(super) fn trim(file: &File) -> io::Result<()> {
    use std::os::unix::fs::FileExt;
    let length = file.metadata()?.len();
    let (mut end, mut head) = (length, [0; HEAD]);
    while let Some(last) = end.checked_sub(1).map(|last| last / SEGMENT * SEGMENT) {
        // A piece too short for a head is none of ours.
        if last + HEAD as u64 > length {
            break;
        }
        file.read_exact_at(&mut head, last)?;
        if head != [0; HEAD] {
            break;
        }
        end = last;
    }
    if end < length { file.set_len(end) } else { Ok(()) }
}

/// Other systems have no such zeros.
#[cfg(not(target_os = "linux"))]
pub(super) fn trim(_: &File) -> io::Result<()> {
    Ok(())
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
    use std::os::unix::fs::{FileExt, MetadataExt};

    use super::*;

    #[test]
    fn behind_what_sled_has_written_there_is_room_and_the_nearest_of_it_is_zeros() {
        let file = tempfile::tempfile().unwrap();
        file.write_all_at(&[7; 1_000], 0).unwrap();
        let mut reserve = Reserve::default();
        for segment in 1..40 {
            reserve.take(&file, 4_096).unwrap();
            let there = file.metadata().unwrap();
            let end = segment * SEGMENT;
            assert!(there.blocks() * 512 >= end + ROOM, "{} blocks at {segment}", there.blocks());
            assert!(
                (end + NEAR..=end + 2 * NEAR + AHEAD).contains(&there.len()),
                "{} at {segment}",
                there.len()
            );
            let mut behind = vec![1; NEAR as usize];
            file.read_exact_at(&mut behind, end).unwrap();
            assert!(behind.iter().all(|byte| *byte == 0), "at {segment}");
            // sled goes on.
            file.write_all_at(&[7; SEGMENT as usize], end).unwrap();
        }
    }

    #[test]
    fn what_is_cut_off_with_the_end_is_taken_again() {
        let file = tempfile::tempfile().unwrap();
        file.write_all_at(&vec![7; 4 << 20], 0).unwrap();
        let mut reserve = Reserve::default();
        reserve.take(&file, 0).unwrap();
        file.set_len(1 << 20).unwrap();
        assert!(file.metadata().unwrap().blocks() * 512 < ROOM, "cutting leaves what was taken");
        reserve.take(&file, 0).unwrap();
        let there = file.metadata().unwrap();
        assert!(there.blocks() * 512 >= ROOM && there.len() >= (1 << 20) + NEAR);
    }

    #[test]
    fn zeros_at_the_end_are_cut_off_and_nothing_else() {
        let file = tempfile::tempfile().unwrap();
        file.write_all_at(&[7; 1_000], 0).unwrap();
        file.write_all_at(&[7; 1_000], 3 * SEGMENT).unwrap();
        let mut reserve = Reserve::default();
        reserve.take(&file, 0).unwrap();
        trim(&file).unwrap();
        assert_eq!(file.metadata().unwrap().len(), 4 * SEGMENT);
        trim(&file).unwrap();
        assert_eq!(file.metadata().unwrap().len(), 4 * SEGMENT);
    }

    #[test]
    fn a_large_batch_has_room_of_its_own_size() {
        let file = tempfile::tempfile().unwrap();
        let mut reserve = Reserve::default();
        reserve.take(&file, 3 << 20).unwrap();
        assert!(file.metadata().unwrap().len() >= GROWTH * (3 << 20) + NEAR);
    }

    #[test]
    fn a_disk_that_has_no_such_room_is_told_to_be_full() {
        let file = tempfile::tempfile().unwrap();
        // More than any disk has, and less than a file may have.
        let error = Reserve::default().take(&file, 1 << 41).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{error}");
    }
}
