//! `bench`, from outside and for a moment only: its form, its words, and that nothing is left behind. How fast it was is no part of that.

use std::path::Path;

use serde_json::Value;

use super::{Run, assert_clear, json_lines, run, xiaoqi};

fn bench(data: &Path, more: &[&str]) -> Run {
    let args = ["bench", "--seconds", "0.1", "--data", data.to_str().unwrap()];
    run(&mut xiaoqi(&[&args, more].concat()))
}

/// What stands in a folder.
fn listed(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_language_has_the_table_and_what_it_means_and_nothing_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("kept"), "as it was").unwrap();
    for (lang, words) in [
        ("en", ["a second", "32 at once", "Telegram takes about 30 messages a second"]),
        ("zh-Hans", ["每秒", "32 个同时", "Telegram 每秒大约接收一个机器人的 30 条消息"]),
        ("zh-Hant", ["每秒", "32 個同時", "Telegram 每秒大約接受一個機器人的 30 則訊息"]),
    ] {
        let told = bench(folder.path(), &["--lang", lang]);
        assert_eq!(told.code, Some(0), "{}{}", told.out, told.err);
        for word in words {
            assert!(told.out.contains(word), "{word} in {}", told.out);
        }
        assert!(!told.out.contains("bench-"), "a text is missing: {}", told.out);
    }
    assert_eq!(listed(folder.path()), ["kept"]);
    assert_eq!(std::fs::read(folder.path().join("kept")).unwrap(), b"as it was");
}

#[test]
fn a_data_folder_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let told = bench(&folder.path().join("not/yet"), &["--json"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let lines = json_lines(&told.out);
    let [report] = lines.as_slice() else { panic!("one object: {}", told.out) };
    let languages: Vec<&Value> =
        report["reading"].as_array().unwrap().iter().map(|row| &row["lang"]).collect();
    assert_eq!(languages, ["en", "zh-Hans", "zh-Hant"]);
    let clients: Vec<&Value> =
        report["durable"].as_array().unwrap().iter().map(|row| &row["clients"]).collect();
    assert_eq!(clients, [1, 32]);
    assert_eq!(listed(folder.path()), Vec::<String>::new());
}

#[test]
fn what_cannot_be_measured_is_said_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    for wrong in ["0", "-1", "soon", "4000"] {
        let seconds = format!("--seconds={wrong}");
        let told = run(&mut xiaoqi(&["bench", &seconds, "--data", data]));
        assert_clear(&told, 2, &["0.1 to 3600"]);
    }
}

#[cfg(unix)]
#[test]
fn whoever_interrupts_it_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let mut running = std::process::Command::new(env!("CARGO_BIN_EXE_xiaoqi"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["bench", "--seconds", "600", "--config", "", "--data", data])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..1_000 {
        if !listed(folder.path()).is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    // The folder is there a moment before anybody waits for signals.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let interrupted = std::process::Command::new("kill").args(["-INT", &running.id().to_string()]).status();
    assert!(interrupted.unwrap().success());
    assert_eq!(running.wait().unwrap().code(), Some(130));
    assert_eq!(listed(folder.path()), Vec::<String>::new());
}
