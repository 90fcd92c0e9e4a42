//! Whose the files of a data folder are. A tool that root runs must leave none behind that the service cannot write.

use std::path::Path;

/// Gives everything in the store's folder to whoever the folder belongs to. Nothing where it is ours, or the system has no
/// owners.
#[cfg(unix)]
pub fn hand_back(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{MetadataExt, lchown};
    let owner = std::fs::metadata(folder)?;
    for entry in std::fs::read_dir(folder)? {
        let (path, found) = entry.and_then(|entry| Ok((entry.path(), entry.metadata()?)))?;
        if (found.uid(), found.gid()) != (owner.uid(), owner.gid()) {
            lchown(&path, Some(owner.uid()), Some(owner.gid()))?;
        }
        if found.is_dir() {
            hand_back(&path)?;
        }
    }
    Ok(())
}

/// Gives nothing to anybody.
#[cfg(not(unix))]
pub fn hand_back(_: &Path) -> std::io::Result<()> {
    Ok(())
}
