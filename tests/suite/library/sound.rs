//! Content in order: what loads, how it is hashed, and the cache of trained models.

use std::fs;

use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::library::{LibraryError, Origin};

use super::{PUMP, Shelf, errors, ids};

fn pump() -> PersonaId {
    PersonaId::parse("pump").unwrap()
}

#[test]
fn a_sound_folder_loads_without_an_error() {
    let loaded = Shelf::new().load();
    assert_eq!(errors(&loaded.findings), [""; 0]);
    assert_eq!(ids(&loaded), ["pump"]);
    for lang in [Lang::ZH_HANS, Lang::EN] {
        assert!(loaded.content.cast(&pump(), lang).is_some(), "{lang}");
    }
    assert_eq!(loaded.content.fallbacks.get(&Lang::EN), Some(&Lang::ZH_HANS));
    let names: Vec<&str> = loaded.prose.languages().map(|(_, name)| name).collect();
    assert_eq!(names, ["English", "简体中文"]);
}

#[test]
fn the_copy_inside_the_program_has_what_the_repository_has() {
    let (embedded, _) = xiaoqi::library::Files::read(&Origin::Embedded).unwrap();
    let root = Origin::Folder(env!("CARGO_MANIFEST_DIR").into());
    let (on_disk, _) = xiaoqi::library::Files::read(&root).unwrap();
    assert!(embedded == on_disk);
}

#[test]
fn this_folder_is_used_only_where_it_holds_content() {
    let shelf = Shelf::new();
    assert_eq!(Origin::find(None, shelf.path()), Origin::Folder(shelf.path().to_path_buf()));
    assert_eq!(Origin::find(None, shelf.cache_path()), Origin::Embedded);
    let asked = Origin::find(Some(shelf.cache_path()), shelf.path());
    assert_eq!(asked, Origin::Folder(shelf.cache_path().to_path_buf()));
}

#[test]
fn a_language_that_does_not_speak_lends_only_its_interface() {
    let shelf = Shelf::new();
    let text = "tag = \"zh-Hant\"\nname = \"繁體中文\"\nspeaks = false\nfallback = \"zh-Hans\"\n";
    shelf.write("locales/zh-Hant/locale.toml", text);
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), [""; 0]);
    assert!(!loaded.content.tongues.contains_key(&Lang::ZH_HANT));
    assert_eq!(loaded.content.spoken(&pump(), Lang::ZH_HANT), Some(Lang::ZH_HANS));
}

#[test]
fn a_hash_follows_exactly_what_it_stands_for() {
    let shelf = Shelf::new();
    let hashes = || {
        let loaded = shelf.load();
        let persona = loaded.content.personas.get(&pump()).unwrap().hash.clone();
        (persona, loaded.content.tongues.get(&Lang::EN).unwrap().hash.clone())
    };
    let (persona, locale) = hashes();
    shelf.edit("locales/en/ui.ftl", "…", "Write something.");
    assert_eq!(hashes(), (persona.clone(), locale.clone()), "interface texts change no conversation");
    shelf.edit("locales/en/moves/apology.toml", "非常抱歉", "万分抱歉");
    let (same, other) = hashes();
    assert_eq!(same, persona);
    assert_ne!(other, locale);
    shelf.edit("personas/emotions.toml", "anger = 3", "anger = 4");
    let (under_other_laws, _) = hashes();
    assert_ne!(under_other_laws, persona);
    shelf.edit("personas/pump.en.toml", "Yesterday", "Today");
    assert_ne!(hashes().0, under_other_laws);
}

#[test]
fn a_reader_from_the_cache_is_the_one_that_was_trained() {
    let shelf = Shelf::new();
    let readers = || {
        let loaded = shelf.load();
        let said = "您好，真的对不起，让您久等了";
        loaded
            .content
            .tongues
            .values()
            .map(|tongue| format!("{:?}", tongue.reader.read(said, None, "")))
            .collect::<Vec<_>>()
    };
    let trained = readers();
    let models = || fs::read_dir(shelf.cache_path()).unwrap().count();
    assert_eq!(models(), 2);
    assert_eq!(readers(), trained);
    for entry in fs::read_dir(shelf.cache_path()).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
    }
    assert_eq!(readers(), trained, "a damaged model is trained anew");
    assert_eq!(models(), 2);
}

#[test]
fn a_cache_that_cannot_be_written_costs_only_time() {
    let shelf = Shelf::new();
    let in_the_way = shelf.path().join("file");
    fs::write(&in_the_way, "").unwrap();
    let origin = Origin::Folder(shelf.path().to_path_buf());
    let cache = xiaoqi::library::Cache::at(in_the_way.join("cache"));
    let loaded = xiaoqi::library::load(&origin, &cache).unwrap();
    assert_eq!(loaded.content.tongues.len(), 2);
}

#[test]
fn editors_leftovers_are_no_content() {
    let shelf = Shelf::new();
    for name in ["personas/pump.toml~", "personas/.pump.toml.swp", "personas/.#pump.toml", "notes.txt"] {
        shelf.write(name, "rubbish");
    }
    shelf.write("personas/pump.toml", format!("\u{feff}{}", PUMP.replace('\n', "\r\n")));
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), [""; 0], "Windows editors are welcome");
    assert_eq!(ids(&loaded), ["pump"]);
}

#[test]
fn folders_that_hold_no_content_are_told_apart() {
    let empty = tempfile::tempdir().unwrap();
    let read = |path: &std::path::Path| {
        xiaoqi::library::Files::read(&Origin::Folder(path.to_path_buf())).map(|_| ()).unwrap_err()
    };
    assert!(matches!(read(&empty.path().join("nowhere")), LibraryError::Missing { .. }));
    assert!(matches!(read(empty.path()), LibraryError::NotContent { .. }));
}
