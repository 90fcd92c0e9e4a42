//! Every rule finds its example, where it is, and lets the other pass; and every code has words in every language.

use std::collections::BTreeSet;
use std::path::Path;

use xiaoqi::base::lang::Lang;
use xiaoqi::library::{Files, words};
use xiaoqi::persona::finding::{Finding, Severity, codes};
use xiaoqi::workshop::all;
use xiaoqi::workshop::rule::{Example, Rule};

use super::{files, inspected, shown};

const LANGS: [Lang; 3] = [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN];

/// Codes whose findings come from files as such, from languages, examples and trainees: tests of their own make them.
const ELSEWHERE: [&str; 20] = [
    "file.wrong-ending",
    "file.unreadable",
    "file.not-utf8",
    "file.not-compiled",
    "file.not-a-file",
    "file.link-outside",
    "file.too-large",
    "file.other",
    "rules.unknown-family",
    "rules.unknown-emotion",
    "trainee.unknown-move",
    "locale.bad-tag",
    "locale.wrong-folder",
    "locale.missing-file",
    "locale.unknown-fallback",
    "ui.syntax",
    "ui.missing-key",
    "ui.unknown-key",
    "ui.duplicate-key",
    "ui.unknown-value",
];

/// What is found with an example's edits made, beyond what is found without them.
fn found(
    base: &Files,
    known: &BTreeSet<(&'static str, String)>,
    example: &Example,
) -> Vec<(Finding, String)> {
    let text = base.get(example.file).map_or("", |source| source.text);
    for (from, _) in example.edits {
        assert!(text.contains(from), "{from:?} does not stand in {}", example.file);
    }
    let edited = example.made_of(text);
    let inspection = inspected(files().with(example.file, &edited));
    let (findings, files) = (inspection.findings, inspection.files);
    let new = findings.into_iter().map(|finding| {
        let marked = shown(&finding, &files);
        (finding, marked)
    });
    new.filter(|(_, marked)| !known.contains(marked)).map(|(finding, (_, text))| (finding, text)).collect()
}

/// What is wrong with a rule's examples; empty where nothing is.
fn judged(base: &Files, known: &BTreeSet<(&'static str, String)>, rule: &Rule) -> Vec<String> {
    let mut wrong = Vec::new();
    let fails = found(base, known, &rule.fails);
    let told = |list: &[(Finding, String)]| {
        list.iter().map(|(f, text)| format!("{} at {text:?}", f.code)).collect::<Vec<_>>().join("; ")
    };
    let own =
        fails.iter().find(|(f, text)| f.code == rule.code && (*text == rule.fails.marked || text.is_empty()));
    match own {
        None => {
            wrong.push(format!("{} is not found at {:?}, but {}", rule.code, rule.fails.marked, told(&fails)))
        }
        Some((finding, _)) if finding.severity != rule.severity => {
            wrong.push(format!("{} is {:?}", rule.code, finding.severity));
        }
        Some((finding, text)) => {
            if *text != rule.fails.marked {
                wrong.push(format!("{} is found without a stretch: {:?}", rule.code, finding.span));
            }
            wrong.extend(untold(finding));
        }
    }
    // What keeps a file from being read may bring other findings with it; a rule over a whole customer may not.
    let others: Vec<_> =
        fails.iter().filter(|(f, _)| f.code != rule.code && f.severity == Severity::Error).collect();
    if !others.is_empty() && !ALONG.contains(&rule.code) {
        wrong.push(format!("{} comes with {}", rule.code, told(&fails)));
    }
    let passes = found(base, known, &rule.passes);
    if passes.iter().any(|(f, _)| f.code == rule.code || f.severity == Severity::Error) {
        wrong.push(format!("{} does not let pass: {}", rule.code, told(&passes)));
    }
    wrong
}

/// Mistakes that are two at once by nature: a name that is not there is missing somewhere else.
const ALONG: [&str; 9] = [
    "persona.odd-ending",
    "persona.wrong-file",
    "simulation.ending-never",
    "text.unknown-id",
    "persona.duplicate-id",
    "simulation.never-won",
    "rules.unknown-grade",
    "text.missing",
    "persona.bad-id",
];

/// What is not told of a finding in some language.
fn untold(finding: &Finding) -> Vec<String> {
    let words = words();
    let mut wrong = Vec::new();
    for lang in LANGS {
        let told = words.told(finding, lang);
        let all = [Some(told.message), told.expected, told.near, Some(told.mend)];
        for text in all.into_iter().flatten() {
            if text.is_empty() || text.contains("{$") || text.contains("check-") || text.contains("thing-") {
                wrong.push(format!("{lang}: {} is told as {text:?}", finding.code));
            }
        }
    }
    wrong
}

#[test]
fn every_rule_finds_its_example_where_it_is_and_lets_the_other_pass() {
    let base = files();
    let plain = inspected(files());
    let known: BTreeSet<_> = plain.findings.iter().map(|finding| shown(finding, &plain.files)).collect();
    assert!(plain.findings.iter().all(|f| f.severity == Severity::Warning), "{known:?}");
    let rules: Vec<&Rule> = all().collect();
    // Two threads: each inspection reads the languages anew.
    let halves = rules.split_at(rules.len() / 2);
    let judge = |half: &[&Rule]| half.iter().flat_map(|rule| judged(&base, &known, rule)).collect::<Vec<_>>();
    let wrong = std::thread::scope(|scope| {
        let first = scope.spawn(|| judge(halves.0));
        let mut second = judge(halves.1);
        second.extend(first.join().unwrap());
        second
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_an_example_or_a_test_of_its_own() {
    let shown: BTreeSet<&str> = all().map(|rule| rule.code).collect();
    assert_eq!(shown.len(), all().count(), "a rule stands twice");
    let missing: Vec<&str> =
        codes::CODES.into_iter().filter(|code| !shown.contains(code) && !ELSEWHERE.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(shown.iter().all(|code| codes::is_known(code)));
    assert!(shown.len() >= 30);
}

#[test]
fn every_code_says_what_it_is_and_how_to_mend_it_in_every_language() {
    let words = words();
    for lang in LANGS {
        for code in codes::all() {
            let (about, mend) = words.about(code, lang);
            assert!(!about.is_empty() && !mend.is_empty(), "{lang}: {code}");
            assert!(!mend.contains("{$") && !about.contains("{$"), "{lang}: {code} needs a value: {mend}");
        }
    }
    let (hans, english) = (words.about("file.too-large", LANGS[0]), words.about("file.too-large", LANGS[2]));
    assert_ne!(hans, english);
}

#[test]
fn the_page_about_codes_is_what_the_program_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/check.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mark = "<!-- made by `XIAOQI_BLESS=1 cargo test workshop` -->\n\n";
    let (before, made) = page.split_once(mark).expect("docs/check.md has its mark");
    let fresh = xiaoqi::cli::check::page(&words());
    if std::env::var_os("XIAOQI_BLESS").is_some() {
        std::fs::write(&path, [before, mark, &fresh].concat()).unwrap();
        return;
    }
    assert!(made == fresh, "docs/check.md is out of date: XIAOQI_BLESS=1 cargo test workshop");
}
