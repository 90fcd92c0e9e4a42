//! The papers beside the code: links that lead somewhere, variables that exist, the test command that is run.

use std::collections::BTreeSet;
use std::path::Path;

use super::tree;

#[test]
fn every_relative_link_in_a_page_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in tree::all().iter().filter(|page| page.path.ends_with(".md")) {
        let folder = root.join(&page.path).parent().unwrap().to_path_buf();
        for link in page.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap();
            if target.is_empty() || target.contains("://") || target.contains(char::is_whitespace) {
                continue;
            }
            assert!(folder.join(target).exists(), "{}: {link} leads nowhere", page.path);
        }
    }
}

#[test]
fn readme_and_the_page_for_operators_list_exactly_the_variables_that_the_program_reads() {
    let read: BTreeSet<String> = tree::rust()
        .iter()
        .filter(|source| source.is_in("src"))
        .flat_map(|source| variables(&source.code(), '"'))
        .collect();
    let pages = ["README.md", "docs/operating.md"].map(tree::read);
    let listed: BTreeSet<String> = pages.iter().flat_map(|page| variables(page, '`')).collect();
    assert!(read.contains("TELOXIDE_TOKEN"), "{read:?}");
    assert_eq!(listed, read, "the pages on the left, the program on the right");
}

#[test]
fn ci_runs_the_test_command_of_the_readme() {
    let run = tree::read(".ci/run");
    let readme = tree::read("README.md");
    assert!(readme.lines().any(|line| line.trim() == "cargo test"), "README.md does not say how to test");
    let runs = |line: &str| line.trim_start_matches("step ") == "cargo test --locked";
    assert!(run.lines().any(runs), "{run}");
}

/// Names of our environment variables that stand in quotation marks.
fn variables(text: &str, quote: char) -> BTreeSet<String> {
    let is_ours = |word: &&str| {
        let plain = word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
        plain && (word.starts_with("XIAOQI_") || word.starts_with("TELOXIDE_"))
    };
    // README's own instruction for blessing its excerpt concerns the tests, not the program.
    let words = text.split(quote).filter(is_ours).filter(|word| *word != "XIAOQI_BLESS");
    words.map(str::to_owned).collect()
}
