//! What fuzzing found worth keeping, played again, and random bytes in the same places. Fuzzing itself is done by hand: fuzz/README.md.

mod entries;

use std::path::PathBuf;

use proptest::prelude::*;

fn folder(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target)
}

/// A corpus, in the order of its names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn every_kept_input_of_every_target_is_survived() {
    for (target, entry) in entries::ALL {
        let inputs = corpus(target);
        assert!(inputs.len() >= 5, "the corpus of `{target}` is not there");
        inputs.iter().for_each(|input| entry(input));
    }
}

#[test]
fn every_target_is_built_and_has_its_words() {
    let manifest = include_str!("../../../fuzz/Cargo.toml");
    for (target, _) in entries::ALL {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target}");
        let words = folder(target).join("../../dictionaries").join(target);
        assert!(words.exists(), "{target} has no dictionary");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), entries::ALL.len());
}

/// Kept inputs with some bytes changed, and bytes that are nothing at all.
fn input() -> impl Strategy<Value = (usize, Vec<u8>)> {
    let target = 0..entries::ALL.len();
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..6);
    let changed =
        (target.clone(), any::<prop::sample::Index>(), changes).prop_map(|(target, which, changes)| {
            let inputs = corpus(entries::ALL[target].0);
            let mut bytes = which.get(&inputs).clone();
            for (at, byte, how) in changes {
                let place = if bytes.is_empty() { 0 } else { at.index(bytes.len()) };
                match how {
                    0 => bytes.insert(place, byte),
                    1 if !bytes.is_empty() => bytes[place] = byte,
                    _ => bytes.truncate(place),
                }
            }
            (target, bytes)
        });
    let nothing = (target, prop::collection::vec(any::<u8>(), 0..200));
    prop_oneof![4 => changed, 1 => nothing]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn changed_inputs_are_survived_by_every_target((target, bytes) in input()) {
        entries::ALL[target].1(&bytes);
    }
}
