//! A few customers of the repository in one language: a start then takes a third of the time, and hundreds are needed.

use std::fs;
use std::path::{Path, PathBuf};

use xiaoqi::library::{Cache, Loaded, Origin, load};

const CUSTOMERS: [&str; 3] = ["heating", "phone_repair", "delivery_late"];
const LOCALES: [&str; 2] = ["zh-Hans", "zh-Hant"];

/// Makes the folder beside the data.
pub fn folder(beside: &Path) -> PathBuf {
    let (root, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), beside.join("content"));
    fs::create_dir_all(folder.join("personas")).unwrap();
    for customer in CUSTOMERS {
        for script in ["", ".zh-Hant"] {
            let name = format!("personas/{customer}{script}.toml");
            fs::copy(root.join(&name), folder.join(&name)).unwrap();
        }
    }
    for locale in LOCALES {
        let name = format!("locales/{locale}");
        copy(&root.join(&name), &folder.join(&name));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// The same, read as the program reads it.
pub fn loaded(folder: &Path) -> Loaded {
    let cache = Cache::at(Path::new(env!("CARGO_TARGET_TMPDIR")).join("models"));
    load(&Origin::Folder(folder.to_path_buf()), &cache).unwrap_or_else(|error| panic!("{error}"))
}
