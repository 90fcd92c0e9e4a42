//! The map in src/lib.rs names every public module, and none that is not there.

use super::tree::{self, Source};

#[test]
fn every_public_module_is_on_the_map() {
    let map = tree::read("src/lib.rs");
    for source in tree::rust().iter().filter(|source| source.is_in("src")) {
        for name in public_modules(source) {
            let own = source.heading();
            let listed = match source.path.strip_prefix("src/").and_then(|path| path.split_once('/')) {
                None => map.contains(&format!("//! - [`{name}`]: ")),
                Some((part, _)) => {
                    entry(&map, part).contains(&format!("`{name}`")) || own.contains(&format!("`{name}`"))
                }
            };
            assert!(listed, "`{name}` of {} is missing in src/lib.rs", source.path);
        }
    }
}

#[test]
fn the_map_names_no_part_that_is_not_there() {
    let map = tree::read("src/lib.rs");
    let parts = map.lines().filter_map(|line| line.strip_prefix("//! - [`")?.split('`').next());
    let mut count = 0;
    for part in parts {
        assert!(map.contains(&format!("\npub mod {part};")), "`{part}` is on the map only");
        count += 1;
    }
    assert!(count >= 13, "the map was not found");
}

fn public_modules(source: &Source) -> Vec<String> {
    let code = source.code();
    let named = code.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    named.map(str::to_owned).collect()
}

/// The map's entry for a part: from its name to the next entry or blank line.
fn entry(map: &str, part: &str) -> String {
    let start = format!("//! - [`{part}`]: ");
    let lines = map.lines().skip_while(|line| !line.starts_with(&start));
    let mut lines = lines.peekable();
    let first = lines.next().unwrap_or_default().to_owned();
    let rest: Vec<&str> = lines.take_while(|line| line.starts_with("//!   ")).collect();
    first + &rest.join(" ")
}
