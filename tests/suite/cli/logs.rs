//! `replay` and `export`: event logs written, read, damaged.

use std::fs;
use std::path::PathBuf;

use super::{assert_clear, run, xiaoqi};

/// A log of two turns, in a folder of its own.
fn log() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.jsonl");
    let args = ["rehearse", "--persona", "heating", "--seed", "3", "--json", "--log", path.to_str().unwrap()];
    let run = run(xiaoqi(&args).write_stdin("真的对不起\n我马上查\n"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    (folder, path)
}

fn replay(path: &std::path::Path) -> super::Run {
    run(&mut xiaoqi(&["replay", path.to_str().unwrap()]))
}

#[test]
fn a_log_replays_to_the_bit() {
    let (_folder, path) = log();
    let replayed = replay(&path);
    assert_eq!(replayed.code, Some(0), "{}", replayed.err);
    assert_eq!(replayed.out.lines().count(), 1);
    let twice = fs::read_to_string(&path).unwrap().repeat(2);
    assert_eq!(run(xiaoqi(&["replay", "-"]).write_stdin(twice)).out.lines().count(), 2);
}

#[test]
fn the_first_difference_is_named_with_its_line() {
    let (_folder, path) = log();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("真的对不起", "真的不怪我", 1)).unwrap();
    assert_clear(&replay(&path), 1, &["line 2", "differs"]);
}

#[test]
fn damaged_logs_are_named_by_the_line_that_is_damaged() {
    let (_folder, path) = log();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, &text[..text.trim_end().len() - 3]).unwrap();
    assert_clear(&replay(&path), 1, &[&format!("line {}", text.lines().count())]);
    fs::write(&path, text.lines().skip(1).collect::<Vec<_>>().join("\n")).unwrap();
    assert_clear(&replay(&path), 1, &["line 1", "started"]);
    fs::write(&path, "").unwrap();
    assert_clear(&replay(&path), 1, &["no events"]);
    assert_clear(&replay(&path.with_extension("nowhere")), 1, &["nowhere"]);
}

#[test]
fn what_the_terminal_kept_is_exported_and_replays() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let chat = ["chat", "--persona", "heating", "--lang", "zh-Hans", "--seed", "5", "--data", data];
    assert_eq!(run(xiaoqi(&chat).write_stdin("真的对不起\n")).code, Some(0));
    let exported = run(&mut xiaoqi(&["export", "--data", data]));
    assert_eq!(exported.code, Some(0), "{}", exported.err);
    assert!(
        exported.out.starts_with("{\"trainee\":0,\"session\":1,\"event\":\"started\""),
        "{}",
        exported.out
    );
    let replayed = run(xiaoqi(&["replay", "-"]).write_stdin(exported.out));
    assert_eq!(replayed.code, Some(0), "{}", replayed.err);
    let nobody = run(&mut xiaoqi(&["export", "--data", data, "--trainee", "-4"]));
    assert_eq!((nobody.code, nobody.out.as_str()), (Some(0), ""));
}

#[test]
fn a_folder_without_data_stays_empty() {
    let folder = tempfile::tempdir().unwrap();
    let exported = run(&mut xiaoqi(&["export", "--data", folder.path().to_str().unwrap()]));
    assert_clear(&exported, 1, &["holds no data"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
