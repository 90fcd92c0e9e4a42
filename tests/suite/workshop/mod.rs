//! `check`: what is found in customers, how it is told, and that nothing it is given makes it fall over.

mod hostile;
mod mutated;
mod output;
mod rules;

use xiaoqi::library::{Cache, Closely, Files, Inspection, Origin, inspect};
use xiaoqi::persona::finding::Finding;
use xiaoqi::workshop::rule::{ENGLISH, MAIN, TRADITIONAL};

/// The example customer's own file.
const KETTLE: &str = include_str!("../../../src/workshop/example/kettle.toml");
/// His English texts.
const KETTLE_EN: &str = include_str!("../../../src/workshop/example/kettle.en.toml");
/// His texts in Traditional Chinese.
const KETTLE_HANT: &str = include_str!("../../../src/workshop/example/kettle.zh-Hant.toml");
/// Enough conversations for what is plain.
const RUNS: u64 = 60;

/// The content inside the program with the example customer alone in it.
fn files() -> Files {
    let (files, findings) = Files::read(&Origin::Embedded).unwrap();
    assert!(findings.is_empty());
    let customer = |name: &str| name.starts_with("personas/") && name.matches('/').count() == 1;
    let files = files
        .only(|name| !customer(name) || ["personas/emotions.toml", "personas/defaults.toml"].contains(&name));
    files.with(MAIN, KETTLE).with(ENGLISH, KETTLE_EN).with(TRADITIONAL, KETTLE_HANT)
}

fn inspected(files: Files) -> Inspection {
    let closely = Closely { only: None, runs: RUNS, examples: false };
    inspect(files, Vec::new(), &Cache::at(std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))), &closely)
}

/// A finding as its code and the words it points at.
fn shown(finding: &Finding, files: &Files) -> (&'static str, String) {
    let text = files.get(&finding.file).map_or("", |source| source.text);
    (finding.code, text.get(finding.span.clone()).unwrap_or_default().to_owned())
}
