//! The data folder. Where the machine lets us mount one (as root on Linux), it lies on an ext4 of its own in a file: then the
//! disk can be full, fail, or lose what had not reached it. Elsewhere those faults are left out, loudly.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rand::Rng;
use rand_chacha::ChaCha8Rng;

/// EXT4_IOC_SHUTDOWN, without writing the journal: from then on every access fails with EIO, until the next mount. The
/// standard library cannot make such a call, and this is a test: perl can.
const SHUT_DOWN: &str =
    r#"open(F, "<", $ARGV[0]) or die; my $how = pack("L", 2); ioctl(F, 0x8004587d, $how) or die "$!""#;

/// The place where the service keeps its data.
pub struct Ground {
    folder: tempfile::TempDir,
    mounted: bool,
}

impl Ground {
    /// An empty folder; `megabytes` is the size of its file system, where there can be one.
    pub fn new(megabytes: u64) -> Ground {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("disk")).unwrap();
        let mut ground = Ground { folder, mounted: false };
        ground.mounted = ground.format(megabytes) && ground.mount();
        if !ground.mounted {
            println!(
                "chaos: SKIPPED: full and failing disks and power cuts. They need root on Linux, loop devices, ext4 and perl"
            );
        }
        ground
    }

    fn format(&self, megabytes: u64) -> bool {
        let image = fs::File::create(self.image()).unwrap();
        image.set_len(megabytes << 20).unwrap();
        cfg!(target_os = "linux")
            && runs(Command::new("perl").args(["-e", "1"]))
            && runs(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(self.image()))
    }

    /// Whether it has a file system of its own.
    pub fn is_mounted(&self) -> bool {
        self.mounted
    }

    /// What the service is told.
    pub fn data(&self) -> PathBuf {
        self.disk().join("data")
    }

    /// A folder beside the data, on another disk.
    pub fn beside(&self) -> &Path {
        self.folder.path()
    }

    fn disk(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    fn mount(&self) -> bool {
        runs(Command::new("mount").args(["-o", "loop,errors=remount-ro"]).arg(self.image()).arg(self.disk()))
    }

    fn unmount(&self) {
        // A process just killed may hold files open for a moment.
        for _ in 0..100 {
            if runs(Command::new("umount").arg(self.disk())) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("the disk cannot be unmounted");
    }

    /// Leaves no block free.
    pub fn fill(&self) {
        let path = self.disk().join("ballast");
        let mut size = 1_u64 << 40;
        while size >= 1 << 10 {
            let length = fs::metadata(&path).map_or(0, |file| file.len()) + size;
            let grown = runs(Command::new("fallocate").arg("-l").arg(length.to_string()).arg(&path));
            if !grown {
                size /= 2;
            }
        }
    }

    /// Frees what [`fill`](Self::fill) took, durably: a power cut soon after would bring it back.
    pub fn free(&self) {
        let _ = fs::remove_file(self.disk().join("ballast"));
        let _ = fs::File::open(self.disk()).and_then(|folder| folder.sync_all());
    }

    /// Lets every access fail from now on.
    pub fn shut_down(&self) {
        assert!(runs(Command::new("perl").args(["-e", SHUT_DOWN]).arg(self.disk())), "ext4 can be shut down");
    }

    /// The disk is back, as after changing a cable.
    pub fn bring_back(&self) {
        self.unmount();
        assert!(self.mount(), "the disk is mounted again");
    }

    /// What has reached the disk by now. The writer must be stopped.
    pub fn snapshot(&self) {
        let copied = runs(Command::new("cp").arg("--sparse=always").arg(self.image()).arg(self.snapped()));
        assert!(copied, "the disk is copied");
    }

    /// The machine starts again with what was on the disk at the snapshot. The writer must be dead.
    pub fn lose_power(&self) {
        self.unmount();
        fs::rename(self.snapped(), self.image()).unwrap();
        assert!(self.mount(), "the disk is mounted after the power cut");
    }

    fn snapped(&self) -> PathBuf {
        self.folder.path().join("snapped")
    }

    /// Makes a copy of the data. The writer must be dead.
    pub fn back_up(&self) {
        let _ = fs::remove_dir_all(self.backup());
        copy_folder(&self.data(), &self.backup());
    }

    /// Puts the copy in the place of the data.
    pub fn restore(&self) {
        fs::remove_dir_all(self.data()).unwrap();
        copy_folder(&self.backup(), &self.data());
        // A copy that has not reached the disk is none that survives the next power cut.
        assert!(runs(Command::new("sync").arg("-f").arg(self.data())), "the copy is on the disk");
    }

    /// Keeps what is there for whoever wants to look at it.
    pub fn keep(&self, folder: &Path) {
        runs(Command::new("cp").arg("-r").arg(self.data()).arg(folder));
    }

    fn backup(&self) -> PathBuf {
        self.folder.path().join("backup")
    }

    /// Damages the store's largest file; says how.
    pub fn damage(&self, dice: &mut ChaCha8Rng) -> String {
        let path = self.data().join("db");
        let mut bytes = fs::read(&path).unwrap();
        let length = bytes.len();
        let at = dice.random_range(0..length);
        let how = match dice.random_range(0..3) {
            0 => {
                bytes.truncate(at);
                format!("cut to {at} of {length} bytes")
            }
            1 => {
                bytes[at] ^= 1 << dice.random_range(0..8);
                format!("a bit at {at} of {length} bytes")
            }
            _ => {
                let end = (at + dice.random_range(1..5_000)).min(length);
                bytes[at..end].fill(0x5a);
                format!("{} bytes at {at} of {length}", end - at)
            }
        };
        fs::write(&path, bytes).unwrap();
        how
    }

    /// How large the store is, in bytes.
    pub fn size(&self) -> u64 {
        let files = fs::read_dir(self.data()).into_iter().flatten().flatten();
        let blobs = fs::read_dir(self.data().join("blobs")).into_iter().flatten().flatten();
        files.chain(blobs).filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum()
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        if self.mounted {
            runs(Command::new("umount").arg("-l").arg(self.disk()));
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            copy_folder(&entry.path(), &target);
        } else if kind.is_file() {
            // Of the control socket nothing can be copied.
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Whether a program is there and succeeds.
fn runs(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
