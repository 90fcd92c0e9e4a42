//! Trained models on disk. A cache that is damaged, unwritable or missing only costs time.

use std::fs;
use std::path::{Path, PathBuf};

use crate::base::hash::ContentHash;
use crate::base::lang::Lang;
use crate::session::fold::ENGINE;

/// How many models are kept: a few languages in a few versions. Trainers who edit examples make many.
const KEPT: usize = 12;

/// Where trained models are kept; may be nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cache(Option<PathBuf>);

impl Cache {
    /// Models in this folder, which is made when the first one is kept.
    pub fn at(folder: impl Into<PathBuf>) -> Cache {
        Cache(Some(folder.into()))
    }

    /// Keeps nothing.
    pub fn none() -> Cache {
        Cache(None)
    }

    /// Where the environment says (`XIAOQI_CACHE`), else the platform's cache folder.
    pub fn of_this_machine() -> Cache {
        let asked = std::env::var_os("XIAOQI_CACHE").filter(|path| !path.is_empty()).map(PathBuf::from);
        let usual =
            || directories::ProjectDirs::from("", "", "xiaoqi").map(|dirs| dirs.cache_dir().to_path_buf());
        Cache(asked.or_else(usual))
    }

    /// The model kept for this content and engine. `None` where there is none, or it is damaged.
    pub fn get(&self, lang: Lang, hash: &ContentHash) -> Option<Vec<u8>> {
        let kept = fs::read(self.file(hash)?).ok()?;
        let (seal, model) = kept.split_at_checked(32)?;
        (seal == sealed(lang, model).as_str().as_bytes()).then(|| model.to_vec())
    }

    /// Keeps a model, as well as the disk allows.
    pub fn put(&self, lang: Lang, hash: &ContentHash, model: &[u8]) {
        let Some(file) = self.file(hash) else { return };
        let Some(folder) = file.parent() else { return };
        let whole = [sealed(lang, model).as_str().as_bytes(), model].concat();
        // Another process may do the same at the same time: a name of our own, then an atomic rename.
        let draft = folder.join(format!("draft-{}-{lang}", std::process::id()));
        let kept = fs::create_dir_all(folder)
            .and_then(|()| fs::write(&draft, whole))
            .and_then(|()| fs::rename(&draft, &file));
        match kept {
            Ok(()) => prune(folder),
            Err(_) => drop(fs::remove_file(draft)),
        }
    }

    fn file(&self, hash: &ContentHash) -> Option<PathBuf> {
        Some(self.0.as_ref()?.join(format!("model-{hash}-{ENGINE}.bin")))
    }
}

/// The seal before a model: two languages with the same files must not share one, and a torn file must show.
fn sealed(lang: Lang, model: &[u8]) -> ContentHash {
    ContentHash::of([lang.tag().as_bytes(), model])
}

fn prune(folder: &Path) {
    let Ok(listed) = fs::read_dir(folder) else { return };
    let is_model = |path: &PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("model-"))
    };
    let age = |path: PathBuf| Some((fs::metadata(&path).ok()?.modified().ok()?, path));
    let mut models: Vec<_> =
        listed.flatten().map(|entry| entry.path()).filter(is_model).filter_map(age).collect();
    models.sort();
    let surplus = models.len().saturating_sub(KEPT);
    models.into_iter().take(surplus).for_each(|(_, path)| drop(fs::remove_file(path)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(n: u8) -> ContentHash {
        ContentHash::of([&[n][..]])
    }

    #[test]
    fn a_model_is_found_again_by_its_language_and_content() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path().join("new"));
        cache.put(Lang::EN, &hash(1), b"model");
        assert_eq!(cache.get(Lang::EN, &hash(1)).as_deref(), Some(&b"model"[..]));
        assert_eq!(cache.get(Lang::EN, &hash(2)), None);
        assert_eq!(cache.get(Lang::ZH_HANS, &hash(1)), None);
        assert_eq!(Cache::none().get(Lang::EN, &hash(1)), None);
    }

    #[test]
    fn a_damaged_model_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path());
        cache.put(Lang::EN, &hash(1), b"model");
        let file = cache.file(&hash(1)).unwrap();
        for damaged in [&b""[..], b"short", &[7; 40]] {
            fs::write(&file, damaged).unwrap();
            assert_eq!(cache.get(Lang::EN, &hash(1)), None);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_costs_only_time() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "in the way").unwrap();
        let cache = Cache::at(file.join("cache"));
        cache.put(Lang::EN, &hash(1), b"model");
        assert_eq!(cache.get(Lang::EN, &hash(1)), None);
    }

    #[test]
    fn old_models_make_room() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path());
        (0..40).for_each(|n| cache.put(Lang::EN, &hash(n), b"model"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), KEPT);
        assert!(cache.get(Lang::EN, &hash(39)).is_some());
    }
}
