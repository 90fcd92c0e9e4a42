//! Where the messages of made-up conversations come from.

use std::fs;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::select;
use toml::Value;

use super::{Script, anyone};
use crate::stage;

/// Lines of the plays and of the labelled examples, in both languages.
fn pool() -> &'static [String] {
    static POOL: OnceLock<Vec<String>> = OnceLock::new();
    POOL.get_or_init(|| {
        let mut pool = Vec::new();
        for table in tables("tests/plays") {
            let turns = table["turn"].as_array().unwrap();
            pool.extend(turns.iter().map(|turn| turn["said"].as_str().unwrap().to_owned()));
        }
        for lang in stage::LANGS {
            for table in tables(&format!("locales/{lang}/moves")) {
                let lines = table["examples"]["lines"].as_str().unwrap();
                let text = |line: &str| line.split_once('|').map(|(_, text)| text.trim().to_owned());
                pool.extend(lines.lines().filter_map(text));
            }
        }
        assert!(pool.len() > 1000, "only {} lines", pool.len());
        pool
    })
}

/// The TOML files of a folder, in the order of their names, so that a seed draws the same lines everywhere.
fn tables(folder: &str) -> Vec<toml::Table> {
    let mut paths: Vec<_> =
        fs::read_dir(stage::repository(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    paths.sort();
    let read = |path: &std::path::PathBuf| match fs::read_to_string(path).unwrap().parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => panic!("{}: {error}", path.display()),
    };
    let tables: Vec<toml::Table> = paths.iter().map(read).collect();
    debug_assert!(tables.iter().all(|table| table.values().all(|v| !matches!(v, Value::Datetime(_)))));
    tables
}

/// One message: mostly a real one, sometimes two of them, sometimes anything at all.
fn message() -> impl Strategy<Value = String> {
    let real = || select(pool());
    prop_oneof![
        8 => real(),
        2 => (real(), real()).prop_map(|(a, b)| format!("{a} {b}")),
        1 => "[\\p{Han}a-z0-9 ，。？！,.?!~😀👍\\n]{0,80}",
        1 => any::<String>(),
    ]
}

fn script(length: std::ops::Range<usize>) -> impl Strategy<Value = Script> {
    (anyone(), any::<u64>(), proptest::collection::vec(message(), length))
        .prop_map(|((persona, lang), seed, said)| Script { persona, lang, seed, said })
}

/// A conversation of any length up to a customer's patience.
pub fn conversation() -> impl Strategy<Value = Script> {
    script(1..16)
}

/// A conversation that outlasts every customer.
pub fn long_conversation() -> impl Strategy<Value = Script> {
    script(17..24)
}
