//! Backups named by their time, and the old ones among them.

use std::path::{Path, PathBuf};

use crate::base::time::Moment;

const START: &str = "xiaoqi-";
const END: &str = ".backup";

/// The name of a backup taken at a moment: `xiaoqi-20260131T235959Z.backup`, so that names sort as times do.
pub(super) fn name(at: Moment) -> String {
    format!("{START}{}{END}", written(at))
}

/// A moment as a part of a file's name.
pub(super) fn written(at: Moment) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0);
    at.map(|at| at.strftime("%Y%m%dT%H%M%SZ").to_string()).unwrap_or_default()
}

/// Whether a file is called as such a backup. Files with other names are nobody's business.
fn is_ours(name: &str) -> bool {
    let time = name.strip_prefix(START).and_then(|rest| rest.strip_suffix(END));
    time.is_some_and(|time| {
        time.len() == 16
            && time.bytes().enumerate().all(|(at, byte)| match at {
                8 => byte == b'T',
                15 => byte == b'Z',
                _ => byte.is_ascii_digit(),
            })
    })
}

/// Removes all but the newest `most` backups of a folder; never `fresh`, whatever the clock says. What was removed.
pub(super) fn thin(folder: &Path, fresh: &Path, most: usize) -> std::io::Result<Vec<PathBuf>> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut names: Vec<String> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_ours(name) && fresh.file_name().is_none_or(|fresh| fresh != name.as_str()))
        .collect();
    names.sort();
    let old = names.len().saturating_sub(most.saturating_sub(1));
    let removed: Vec<PathBuf> = names.into_iter().take(old).map(|name| folder.join(name)).collect();
    removed.iter().try_for_each(std::fs::remove_file)?;
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_go_the_fresh_one_stays_and_other_files_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |seconds: i64| name(Moment(seconds * 1_000));
        let names = [at(1_000), at(2_000), at(3_000), at(4_000)];
        for file in names
            .iter()
            .map(String::as_str)
            .chain(["xiaoqi-notes.backup", "xiaoqi-20260131T235959Z.backup.txt"])
        {
            std::fs::write(folder.path().join(file), "").unwrap();
        }
        // A clock that was set back: the fresh one is not the newest by its name.
        let removed = thin(folder.path(), &folder.path().join(&names[0]), 2).unwrap();
        assert_eq!(removed, [folder.path().join(&names[1]), folder.path().join(&names[2])]);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4);
        assert_eq!(thin(folder.path(), &folder.path().join(&names[0]), 2).unwrap(), Vec::<PathBuf>::new());
    }
}
