//! What holds for every file.

use super::tree;

/// Most lines of a source file.
const LONGEST: usize = 450;

#[test]
fn every_rust_file_opens_with_what_it_is_for() {
    let silent: Vec<String> = tree::rust()
        .into_iter()
        .filter(|source| !source.is_in("examples") && !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert!(silent.is_empty(), "these open without `//! `: {silent:?}");
}

#[test]
fn no_source_file_is_longer_than_450_lines() {
    let long: Vec<(String, usize)> = tree::rust()
        .into_iter()
        .filter(|source| source.is_in("src"))
        .map(|source| (source.path, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .collect();
    assert!(long.is_empty(), "split these: {long:?}");
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    // Written in two halves, so that this file does not find itself.
    let homes =
        [("/ho", "me/"), ("/Us", "ers/"), ("/ro", "ot/"), ("/tm", "p/"), ("/wo", "rk/"), ("C:", "\\\\")];
    let homes = homes.map(|(left, right)| format!("{left}{right}"));
    for source in tree::all() {
        for (number, line) in (1..).zip(source.text.lines()) {
            let named = homes.iter().find(|home| names(line, home));
            assert!(named.is_none(), "{}:{number} names {}: {line}", source.path, named.unwrap());
        }
    }
}

/// Whether an absolute path begins here: not a part of a longer one such as an address on the web.
fn names(line: &str, home: &str) -> bool {
    line.match_indices(home).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '}' | ')' | '*'))
    })
}
