//! How findings come out of the program: for people in three languages, as JSON lines, as SARIF; and one file on its own.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

use super::{KETTLE, KETTLE_EN};
use crate::library::Shelf;

/// A folder with the example customer, one name of his misspelt.
fn kettle() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kettle.toml");
    fs::write(&path, KETTLE.replace("emotion = \"anger\"", "emotion = \"angr\"")).unwrap();
    fs::write(folder.path().join("kettle.en.toml"), KETTLE_EN).unwrap();
    (folder, path)
}

fn check(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    let cache: PathBuf = [env!("CARGO_TARGET_TMPDIR"), "models"].iter().collect();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("XIAOQI_CACHE", cache).arg("check").args(args);
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_file_on_its_own_is_checked_against_the_content_inside_the_program() {
    let (_folder, path) = kettle();
    let (code, out, err) = check(&[shown(&path), "--simulate", "0"]);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("kettle.toml:5:11: error[persona.unknown-emotion]"), "{out}");
    assert!(out.contains("“anger”") && out.contains("1 error"), "{out}");
    fs::write(&path, KETTLE).unwrap();
    let (code, out, _) = check(&[shown(&path), "--simulate", "0"]);
    assert_eq!(code, 0, "{out}");
    assert!(!out.contains("error["), "{out}");
}

#[test]
fn what_is_no_customer_is_not_checked_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "hello").unwrap();
    let (code, _, err) = check(&[shown(&path)]);
    assert!(code == 1 && err.contains("notes.txt") && err.contains("*.toml"), "{err}");
}

#[test]
fn findings_are_told_in_her_language() {
    let (_folder, path) = kettle();
    for (lang, words) in
        [("zh-Hans", "没有叫“angr”的情绪"), ("zh-Hant", "沒有叫「angr」的情緒"), ("en", "no emotion “angr”")]
    {
        let (_, out, _) = check(&[shown(&path), "--simulate", "0", "--lang", lang]);
        assert!(out.contains(words), "{out}");
    }
}

#[test]
fn every_finding_is_a_json_line() {
    let (_folder, path) = kettle();
    let (code, out, _) = check(&[shown(&path), "--simulate", "0", "--json", "--lang", "en"]);
    assert_eq!(code, 1);
    let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let row = rows.iter().find(|row| row["code"] == "persona.unknown-emotion").unwrap();
    assert_eq!(
        (&row["line"], &row["column"], &row["end_line"], &row["end_column"]),
        (&5.into(), &11.into(), &5.into(), &17.into())
    );
    assert_eq!(row["text"], "\"angr\"");
    assert_eq!(row["nearest"], "anger");
    assert_eq!(row["values"]["written"], "angr");
    assert_eq!(row["severity"], "error");
}

#[test]
fn the_sarif_log_has_what_its_schema_requires() {
    let shelf = Shelf::new();
    shelf.edit("personas/pump.toml", "grade = \"basic\"", "grade = \"basik\"");
    let folder = shown(shelf.path()).to_owned();
    let (code, out, _) = check(&[&folder, "--simulate", "0", "--sarif", "--lang", "en"]);
    assert_eq!(code, 1);
    let log: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(run["tool"]["driver"]["name"], "xiaoqi");
    for rule in rules {
        for text in [&rule["id"], &rule["shortDescription"]["text"], &rule["help"]["text"]] {
            assert!(text.as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
    }
    let results = run["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["ruleId"] == "persona.unknown-grade" && result["level"] == "error")
    );
    for result in results {
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.contains("/personas/") || uri.contains("/locales/"), "{place}");
        let number = |key: &str| place["region"][key].as_u64().unwrap();
        let (start, end) =
            ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
        assert!(start.0 >= 1 && start.1 >= 1 && start < end, "{place}");
    }
}

#[test]
fn a_code_is_explained_with_an_example() {
    let (code, out, _) = check(&["--explain", "file.curly-quotes", "--lang", "en"]);
    assert!(code == 0 && out.contains("✗") && out.contains("✓") && out.contains("curly"), "{out}");
    let (code, _, err) = check(&["--explain", "file.curly-quote", "--lang", "en"]);
    assert!(code == 1 && err.contains("file.curly-quotes"), "{err}");
    let (_, out, _) = check(&["--explain"]);
    assert!(out.lines().count() >= 30);
}
