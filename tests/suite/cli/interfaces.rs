//! The examples of docs/interfaces.md have the keys and the kinds of values that the program writes.

use serde_json::Value;

use super::{json_lines, keys, run, xiaoqi};

const PAGE: &str = include_str!("../../../docs/interfaces.md");

/// The page's examples: what stands before the brace, and the JSON.
fn examples(mark: &str) -> Vec<Value> {
    let marked = PAGE.lines().filter_map(|line| line.strip_prefix("    ")?.strip_prefix(mark));
    marked.map(|json| serde_json::from_str(json.trim()).unwrap()).collect()
}

fn example(mark: &str, with: &str) -> Value {
    examples(mark).into_iter().find(|value| value.get(with).is_some()).unwrap()
}

/// The same kinds of values under the same keys, in the same order; of lists, the first items are compared.
fn assert_alike(documented: &Value, found: &Value, place: &str) {
    match (documented, found) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(keys(documented), keys(found), "{place}");
            a.iter().for_each(|(key, value)| assert_alike(value, &b[key], &format!("{place}.{key}")));
        }
        (Value::Array(a), Value::Array(b)) => {
            if let (Some(a), Some(b)) = (a.first(), b.first()) {
                assert_alike(a, b, &format!("{place}[]"));
            }
        }
        (Value::Null, _) | (_, Value::Null) => {}
        _ => assert_eq!(kind(documented), kind(found), "{place}: {documented} and {found}"),
    }
}

/// The example and the program's line have their keys in the same order.
fn assert_ordered(with: &str, found: &str) {
    let raw = PAGE.lines().filter_map(|line| line.strip_prefix("    out "));
    let raw = raw.into_iter().find(|line| line.contains(&format!("\"{with}\":"))).unwrap();
    let value: Value = serde_json::from_str(raw).unwrap();
    let order = |text: &str| {
        let mut keys = keys(&value);
        keys.sort_by_key(|key| text.find(&format!("\"{key}\":")).unwrap());
        keys.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(order(raw), order(found));
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "text",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "decimal",
        _ => "number",
    }
}

#[test]
fn read_answers_as_documented() {
    let question = example("in ", "agent");
    let lines = format!("{question}\n{}\n", examples("in ")[1]);
    let out = run(xiaoqi(&["read", "--json"]).write_stdin(lines)).out;
    let told = json_lines(&out);
    assert_ordered("direction", out.lines().next().unwrap());
    assert_alike(&example("out", "direction"), &told[0], "read");
    assert_eq!(told[1], example("out", "error"));
}

#[test]
fn rehearse_answers_as_documented() {
    let args = ["rehearse", "--persona", "heating", "--seed", "7", "--lang", "zh-Hans", "--json"];
    let out = run(xiaoqi(&args).write_stdin("真的对不起，让您冻了三天\n")).out;
    let told = json_lines(&out);
    assert_ordered("turn", out.lines().next().unwrap());
    assert_ordered("outcome", out.lines().last().unwrap());
    assert_alike(&example("out", "turn"), &told[0], "turn");
    assert_alike(&example("out", "outcome"), told.last().unwrap(), "end");
}

#[test]
fn personas_are_listed_as_documented() {
    let out = run(&mut xiaoqi(&["personas", "--json"])).out;
    let rows = json_lines(&out);
    assert_ordered("title", out.lines().next().unwrap());
    assert_alike(&example("out", "title"), &rows[0], "personas");
}

#[test]
fn every_documented_event_is_one() {
    let events = examples("log");
    assert_eq!(events.len(), 8);
    for event in events {
        let read: xiaoqi::session::event::Event = serde_json::from_value(event.clone()).unwrap();
        if event.get("trainee").is_none() {
            assert_eq!(serde_json::to_value(read).unwrap(), event);
        }
    }
}

#[test]
fn check_tells_findings_as_documented() {
    let folder = tempfile::tempdir().unwrap();
    let kettle = include_str!("../../../src/workshop/example/kettle.toml");
    let path = folder.path().join("kettle.toml");
    std::fs::write(&path, kettle.replace("emotion = \"anger\"", "emotion = \"angr\"")).unwrap();
    let run =
        run(&mut xiaoqi(&["--lang", "en", "check", path.to_str().unwrap(), "--simulate", "0", "--json"]));
    let line = run.out.lines().find(|line| line.contains("persona.unknown-emotion")).unwrap();
    assert_eq!(example("out ", "nearest"), serde_json::from_str::<Value>(line).unwrap());
    assert_ordered("end_column", line);
}

#[test]
fn a_result_file_is_written_and_verified_as_documented() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let chat = ["chat", "--persona", "heating", "--lang", "zh-Hans", "--seed", "5", "--data", data];
    assert_eq!(run(xiaoqi(&chat).write_stdin("真的对不起\n/end\n")).code, Some(0));
    let file = run(&mut xiaoqi(&["export", "--run", "1", "--data", data])).out;
    let section = PAGE.split(": a result file\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    let documented: Vec<&str> = rows.flat_map(|row| row.trim_end_matches('`').split("`, `")).collect();
    // The keys of the run itself are indented by four.
    let written = file.lines().filter_map(|line| line.strip_prefix("    \"")?.split_once("\":"));
    let mut all = vec!["form", "run"];
    all.extend(written.map(|(key, _)| key));
    all.push("token");
    assert_eq!(documented, all);
    let changed = file.replacen("\"score\": ", "\"score\": 1", 1);
    let out = run(xiaoqi(&["verify", "-", "--json"]).write_stdin(changed)).out;
    assert_ordered("verdict", out.trim_end());
    assert_alike(&example("out ", "verdict"), &json_lines(&out)[0], "verify");
}

#[test]
fn bench_tells_its_figures_as_documented() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let out = run(&mut xiaoqi(&["bench", "--seconds", "0.1", "--data", data, "--json"])).out;
    assert_alike(&example("out ", "durable"), &json_lines(&out)[0], "bench");
    assert_ordered("durable", out.trim_end());
}
