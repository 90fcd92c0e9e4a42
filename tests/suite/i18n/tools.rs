//! What the trainers' tools say (`tools.ftl`), which no phrase of the core stands for.

use std::collections::{BTreeMap, BTreeSet};

fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    keys_of(lang, "tools.ftl")
}

/// Keys of a file of a language with the values that each uses.
pub fn keys_of(lang: &str, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = crate::stage::repository(&format!("locales/{lang}/{file}"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with([' ', '}'])
            && let Some((key, _)) = line.split_once(" =")
        {
            assert!(!keys.contains_key(key), "{lang} has {key} twice");
            last = key.to_owned();
        }
        let used = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>());
        keys.entry(last.clone()).or_default().extend(used);
    }
    keys.remove("");
    keys
}

#[test]
fn every_language_has_the_same_messages_with_the_same_values() {
    let hans = keys("zh-Hans");
    assert!(hans.len() > 50);
    for lang in ["zh-Hant", "en"] {
        assert_eq!(keys(lang), hans, "{lang}");
    }
}

/// All of the tools' code.
fn code(folder: &std::path::Path) -> String {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .map(|path| if path.is_dir() { code(&path) } else { std::fs::read_to_string(path).unwrap() })
        .collect()
}

#[test]
fn every_message_is_said_and_everything_said_has_a_message() {
    let folders = ["src/cli", "src/cli/persona", "src/studio"].map(crate::stage::repository);
    let code: String = folders.iter().map(|folder| code(folder)).collect();
    let known = keys("en");
    for key in known.keys() {
        // These are put together from what an expectation or a group of changes is called.
        let what =
            ["test-what-", "diff-group-"].iter().find_map(|start| key.strip_prefix(start)).unwrap_or(key);
        assert!(code.contains(&format!("\"{what}\"")), "nobody says {key}");
    }
    let said = code.split('"').filter(|text| {
        let tools = [
            "tool-",
            "test-",
            "pack-",
            "unpack-",
            "simulate-",
            "schema-",
            "graph-",
            "play-",
            "diff-",
            "settings-",
            "backup-",
            "restore-",
            "migrate-",
            "stats-",
            "health-",
            "bench-",
        ];
        let starts = tools.iter().any(|start| text.starts_with(start));
        starts && text.len() > 5 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    });
    for key in said.filter(|key| *key != "test-what-") {
        assert!(known.contains_key(key), "no language has {key}");
    }
}
