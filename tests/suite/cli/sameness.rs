//! The same words get the same reaction from a fresh process, and a record that was tampered with is refused.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Run, run, xiaoqi};

/// The messages of a play, as `rehearse` takes them, and the arguments for it.
fn play(name: &str) -> (Vec<String>, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plays").join(name).with_extension("toml");
    let play: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let text = |key: &str| play[key].as_str().unwrap().to_owned();
    let (persona, lang, seed) = (text("persona"), text("lang"), play["seed"].to_string());
    let said = play["turn"].as_array().unwrap().iter().map(|turn| turn["said"].as_str().unwrap());
    let args = ["rehearse", "--persona", &persona, "--lang", &lang, "--seed", &seed, "--json"];
    (args.map(str::to_owned).to_vec(), said.collect::<Vec<_>>().join("\n"))
}

fn rehearse(name: &str, log: Option<&Path>) -> Run {
    let (args, said) = play(name);
    let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
    args.extend(log.map(|log| ["--log", log.to_str().unwrap()]).into_iter().flatten());
    let run = run(xiaoqi(&args).write_stdin(said));
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}

const PLAYS: [&str; 4] =
    ["heating-zh-Hans-good", "wrong_dish-en-good", "phone_repair-en-mediocre", "new_enquiry-zh-Hans-hostile"];

#[test]
fn a_fresh_process_reacts_in_the_same_bytes() {
    for name in PLAYS {
        assert_eq!(rehearse(name, None).out, rehearse(name, None).out, "{name}");
    }
}

/// The log of a play, as its lines, in a folder of its own.
fn log(name: &str) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.jsonl");
    rehearse(name, Some(&path));
    let lines = fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    (folder, lines)
}

fn replay(lines: &[String]) -> Run {
    run(xiaoqi(&["replay", "-"]).write_stdin(lines.join("\n")))
}

#[test]
fn the_log_of_a_rehearsal_is_confirmed_by_its_replay() {
    for name in PLAYS {
        let (_folder, lines) = log(name);
        let replayed = replay(&lines);
        assert_eq!(replayed.code, Some(0), "{name}: {}", replayed.err);
    }
}

/// Replays a log with one value of one event changed.
fn tampered(lines: &[String], event: usize, change: impl FnOnce(&mut Value)) -> Run {
    let mut lines = lines.to_vec();
    let mut value: Value = serde_json::from_str(&lines[event]).unwrap();
    let before = value.clone();
    change(&mut value);
    assert_ne!(value, before);
    lines[event] = value.to_string();
    replay(&lines)
}

/// Puts another letter in the place of the `at`th character.
fn altered(text: &str, at: usize) -> Value {
    let other = |(place, c)| if place == at { if c == '的' { '地' } else { '的' } } else { c };
    Value::String(text.chars().enumerate().map(other).collect())
}

fn assert_refused(run: &Run, what: &str) {
    assert_eq!(run.code, Some(1), "{what} was not noticed: {}", run.out);
    assert!(!run.err.contains("panicked"), "{}", run.err);
}

#[test]
fn a_changed_character_in_a_reply_is_refused() {
    let (_folder, lines) = log(PLAYS[0]);
    for event in 1..lines.len() {
        let run = tampered(&lines, event, |e| e["reply"][0] = altered(e["reply"][0].as_str().unwrap(), 1));
        assert_refused(&run, &format!("the reply of event {event}"));
    }
}

#[test]
fn a_changed_level_or_state_is_refused() {
    let (_folder, lines) = log(PLAYS[0]);
    for emotion in ["anger", "anxiety", "disappointment", "trust"] {
        let run = tampered(&lines, 2, |e| {
            e["levels"][emotion] = (e["levels"][emotion].as_i64().unwrap() + 1).into();
        });
        assert_refused(&run, emotion);
    }
    assert_refused(&tampered(&lines, 2, |e| e["state"] = "calm".into()), "the state");
    assert_refused(
        &tampered(&lines, 0, |e| e["seed"] = (e["seed"].as_u64().unwrap() + 1).into()),
        "the seed",
    );
}

#[test]
fn a_changed_character_in_a_message_is_refused() {
    let (_folder, lines) = log(PLAYS[0]);
    // Most of them move the customer no differently, and still she did not write that.
    let said = serde_json::from_str::<Value>(&lines[1]).unwrap()["said"].as_str().unwrap().to_owned();
    for (at, _) in said.chars().enumerate().step_by(3) {
        let run = tampered(&lines, 1, |e| e["said"] = altered(&said, at));
        assert_refused(&run, &format!("character {at} of “{said}”"));
    }
}

#[test]
fn a_message_left_out_or_added_is_refused() {
    let (_folder, lines) = log(PLAYS[0]);
    let mut fewer = lines.clone();
    fewer.remove(2);
    assert_refused(&replay(&fewer), "a message left out");
    let mut more = lines.clone();
    more.insert(2, lines[2].clone());
    assert_refused(&replay(&more), "a message played twice");
}
