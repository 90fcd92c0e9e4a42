//! The import table of src/lib.rs, and what the core may not name at all.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{self, Source};

/// The core's modules.
const CORE: [&str; 10] =
    ["base", "nlu", "persona", "customer", "session", "debrief", "progress", "contest", "flow", "workshop"];

/// What clippy.toml cannot forbid: whole crates and modules. Comments and inline tests may name them.
const FOREIGN: [&str; 14] = [
    "tokio",
    "futures",
    "tracing",
    "reqwest",
    "teloxide",
    "anyhow",
    "rand::",
    "std::fs",
    "std::env",
    "std::net",
    "std::thread",
    "std::process",
    "async fn",
    "println!",
];

#[test]
fn every_import_is_in_the_table_of_lib_rs() {
    let table = table();
    for source in tree::rust().iter().filter(|source| source.is_in("src")) {
        let Some(module) = module(&source.path) else { continue };
        let allowed = table.get(&module).unwrap_or_else(|| panic!("no row for `{module}` in src/lib.rs"));
        for named in named(&source.code()) {
            let whole = named.split("::").next().unwrap().to_owned();
            let fits =
                module == named || module == whole || allowed.contains(&whole) || allowed.contains(&named);
            assert!(fits, "{}: `{module}` may not import `{named}`", source.path);
        }
    }
}

#[test]
fn the_table_of_lib_rs_allows_nothing_that_nobody_uses_at_the_edge() {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in tree::rust().iter().filter(|source| source.is_in("src")) {
        if let Some(module) = module(&source.path) {
            let tops =
                named(&source.code()).into_iter().map(|name| name.split("::").next().unwrap().to_owned());
            used.entry(module).or_default().extend(tops);
        }
    }
    for (module, allowed) in table() {
        // The core may grow into its rows; the command line may use everything.
        if CORE.contains(&module.as_str()) || module == "cli" {
            continue;
        }
        for name in allowed {
            assert!(used[&module].contains(&name), "`{module}` does not import `{name}` any more");
        }
    }
}

#[test]
fn the_core_names_nothing_of_the_world_outside() {
    for source in tree::rust().iter().filter(|source| CORE.iter().any(|m| source.is_in(&format!("src/{m}"))))
    {
        let code = source.code();
        let lasting = code.split("#[cfg(test)]\nmod tests").next().unwrap();
        // `errand::` is not `rand::`.
        let whole = |at: usize| !lasting[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let named = FOREIGN.iter().find(|name| lasting.match_indices(**name).any(|(at, _)| whole(at)));
        assert!(named.is_none(), "{} names `{}`", source.path, named.unwrap());
    }
}

#[test]
fn every_core_module_denies_what_could_panic_or_differ() {
    let first = denied("base");
    assert!(first.len() >= 9, "{first:?}");
    for module in CORE {
        assert_eq!(denied(module), first, "src/{module}/mod.rs");
    }
}

/// The lints that a module's mod.rs denies at its top.
fn denied(module: &str) -> Vec<String> {
    let text = tree::read(&format!("src/{module}/mod.rs"));
    let lints = text.split("deny(").nth(1).unwrap_or_default().split(')').next().unwrap_or_default();
    lints.split(',').map(|lint| lint.trim().to_owned()).filter(|lint| !lint.is_empty()).collect()
}

/// The table: module to what it may import.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = tree::read("src/lib.rs");
    let rows =
        text.lines().filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix(" |")?.split_once(" | "));
    rows.filter(|(module, _)| *module != "module")
        .map(|(module, names)| {
            let names = names.split(", ").filter(|name| *name != "nothing").map(str::to_owned);
            (module.to_owned(), names.collect())
        })
        .collect()
}

/// The row a file belongs to; `None` for the map itself and for channel/mod.rs, which only lists.
fn module(path: &str) -> Option<String> {
    let mut parts = path.strip_prefix("src/")?.trim_end_matches(".rs").split('/');
    match (parts.next()?, parts.next()) {
        ("lib", _) | ("channel", Some("mod")) => None,
        ("channel", Some(one)) => Some(format!("channel::{one}")),
        (one, _) => Some(one.to_owned()),
    }
}

/// The modules that code names by `crate::` (or, in main.rs, by `xiaoqi::`), channels with their own name.
fn named(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for root in ["crate::", "xiaoqi::"] {
        for (at, _) in code.match_indices(root) {
            let rest = &code[at + root.len()..];
            assert!(
                !rest.starts_with('{'),
                "one `use crate::…` a module, please: {}",
                &rest[..rest.len().min(40)]
            );
            let mut parts = rest.split("::").map(|part| {
                part.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()
            });
            let top = parts.next().unwrap_or_default();
            match (top, parts.next()) {
                ("channel", Some(one)) => found.insert(format!("channel::{one}")),
                _ => found.insert(top.to_owned()),
            };
        }
    }
    found
}

#[test]
fn imports_are_found_wherever_they_stand() {
    let source = Source {
        path: "src/x.rs".to_owned(),
        text: "//! crate::cli\nuse crate::base::id;\nfn f(x: crate::channel::telegram::Token) {}\n"
            .to_owned(),
    };
    let found: Vec<String> = named(&source.code()).into_iter().collect();
    assert_eq!(found, ["base", "channel::telegram"]);
}
