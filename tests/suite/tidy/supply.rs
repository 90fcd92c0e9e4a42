//! What the program is built from: from one registry, byte for byte as locked, under licences that deny.toml allows, and no unsafe
//! code of ours. cargo-deny says the same and more where it is installed; this needs nothing and no network.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use super::tree;

/// The packages in Cargo.lock, each as its lines.
fn locked() -> Vec<String> {
    let lock = tree::read("Cargo.lock");
    lock.split("[[package]]").skip(1).map(str::to_owned).collect()
}

#[test]
fn every_dependency_comes_from_the_registry_with_its_checksum() {
    let mut count = 0;
    for package in locked().iter().filter(|package| !package.contains("name = \"xiaoqi\"\n")) {
        let registry = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
        assert!(package.contains(registry), "not from the registry: {package}");
        assert!(package.contains("\nchecksum = \""), "without a checksum: {package}");
        count += 1;
    }
    assert!(count > 100, "Cargo.lock was not understood");
}

#[test]
fn every_dependency_has_a_licence_that_is_allowed() {
    let rules: toml::Table = tree::read("deny.toml").parse().unwrap();
    let words = |value: &toml::Value| value.as_array().unwrap().iter().map(text).collect::<BTreeSet<_>>();
    let allowed = words(&rules["licenses"]["allow"]);
    let exceptions: Vec<(String, BTreeSet<String>)> = rules["licenses"]["exceptions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|exception| (text(&exception["crate"]), words(&exception["allow"])))
        .collect();
    let packages = packages();
    assert!(packages.len() > 100, "only {} packages", packages.len());
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or_else(|| panic!("{name} names no licence"));
        let own = exceptions.iter().filter(|(to, _)| to == name).flat_map(|(_, licences)| licences);
        let may: BTreeSet<String> = allowed.iter().chain(own).cloned().collect();
        assert!(is_allowed(licence, &may), "{name} is under {licence}");
    }
}

fn text(value: &toml::Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What is built on this machine, as cargo knows it without asking anybody.
fn packages() -> Vec<Value> {
    let host = Command::new("rustc").arg("-vV").output().unwrap();
    let host = String::from_utf8(host.stdout).unwrap();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned();
    let known = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(known.status.success(), "{}", String::from_utf8_lossy(&known.stderr));
    let known: Value = serde_json::from_slice(&known.stdout).unwrap();
    known["packages"].as_array().unwrap().clone()
}

/// Reads an SPDX expression: `AND` binds closer than `OR`, `/` is an old way to write `OR`.
fn is_allowed(expression: &str, may: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let allowed = either(&words, &mut at, may);
    assert_eq!(at, words.len(), "{expression} was not understood");
    allowed
}

fn either(words: &[&str], at: &mut usize, may: &BTreeSet<String>) -> bool {
    let mut allowed = both(words, at, may);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        allowed |= both(words, at, may);
    }
    allowed
}

fn both(words: &[&str], at: &mut usize, may: &BTreeSet<String>) -> bool {
    let mut allowed = one(words, at, may);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        allowed &= one(words, at, may);
    }
    allowed
}

fn one(words: &[&str], at: &mut usize, may: &BTreeSet<String>) -> bool {
    let mut licence = words[*at].to_owned();
    *at += 1;
    if licence == "(" {
        let allowed = either(words, at, may);
        *at += 1;
        return allowed;
    }
    if words.get(*at) == Some(&"WITH") {
        licence = format!("{licence} WITH {}", words[*at + 1]);
        *at += 2;
    }
    may.contains(&licence)
}

#[test]
fn licences_are_read_as_they_are_meant() {
    let may =
        BTreeSet::from(["MIT".to_owned(), "ISC".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()]);
    for (expression, allowed) in [
        ("MIT OR Apache-2.0", true),
        ("Apache-2.0/MIT", true),
        ("MIT AND Apache-2.0", false),
        ("(MIT OR Apache-2.0) AND ISC", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0", false),
        ("GPL-3.0 AND MIT OR ISC", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
    ] {
        assert_eq!(is_allowed(expression, &may), allowed, "{expression}");
    }
}

#[test]
fn no_code_of_ours_is_unsafe() {
    for root in ["src/lib.rs", "src/main.rs", "build.rs"] {
        assert!(tree::read(root).contains("\n#![forbid(unsafe_code)]\n"), "{root} does not forbid it");
    }
}
