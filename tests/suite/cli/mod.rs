//! The real binary, from outside, as docs/interfaces.md describes it. These tests play with the content of the
//! repository.

mod bench;
mod chat;
mod content;
mod diff;
mod doctor;
mod eval;
mod graph;
mod interfaces;
mod keys;
mod logs;
mod play;
mod read;
mod rehearse;
mod sameness;
mod schema;
mod settings;
mod tools;
mod verify;

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

/// The program, in the repository, with a cache that all tests share and data of its own.
fn xiaoqi(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    let cache: PathBuf = [env!("CARGO_TARGET_TMPDIR"), "models"].iter().collect();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("XIAOQI_CACHE", cache).args(args);
    for name in [
        "XIAOQI_DATA",
        "XIAOQI_KEY_FILE",
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "NO_COLOR",
        "TELOXIDE_API_URL",
        "TELOXIDE_TOKEN",
    ] {
        command.env_remove(name);
    }
    // Nor the settings of whoever runs the tests.
    command.env("XIAOQI_CONFIG", "");
    command
}

/// What came of a run.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Asserts that a failure is told in one line for people, without a panic.
fn assert_clear(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, Some(code), "{}", run.err);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "{word} in {}", run.err);
    }
}
