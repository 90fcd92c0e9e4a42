//! `chat`: through a pipe, killed, taken up again, without a place to keep anything.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use super::{assert_clear, json_lines, run, xiaoqi};
use crate::library::Shelf;

const CHAT: [&str; 7] = ["chat", "--persona", "heating", "--lang", "zh-Hans", "--seed", "5"];

#[test]
fn a_conversation_in_a_pipe_has_no_colours_and_ends_with_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let data = ["--data", folder.path().to_str().unwrap()];
    let run = run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin("真的对不起，让您冻了三天\n心情\n"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.out.contains('\u{1b}'));
    assert!(run.out.contains('周') && run.out.contains('▅') | run.out.contains('▆'), "{}", run.out);
}

#[test]
fn json_gives_the_log_alone_on_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let data = ["--data", folder.path().to_str().unwrap(), "--json"];
    let run = run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin("真的对不起\n结束\n"));
    let events = json_lines(&run.out);
    let names: Vec<&str> = events.iter().map(|event| event["event"].as_str().unwrap()).collect();
    assert_eq!(names[..3], ["started", "played", "stopped"]);
    assert!(!run.err.is_empty(), "the conversation is told beside it");
    let replayed = super::run(xiaoqi(&["replay", "-"]).write_stdin(run.out));
    assert_eq!(replayed.code, Some(0), "{}", replayed.err);
}

#[test]
fn a_conversation_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let data = ["--data", folder.path().to_str().unwrap(), "--json"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_xiaoqi"))
        .args([&CHAT[..], &data].concat())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    writeln!(child.stdin.as_ref().unwrap(), "真的对不起").unwrap();
    // Two events on the way out are two events kept.
    let seen: Vec<String> =
        BufReader::new(child.stdout.take().unwrap()).lines().take(2).map(Result::unwrap).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    let again = run(xiaoqi(&[&["chat"], &data[..]].concat()).write_stdin("我马上去查\n"));
    assert_eq!(again.code, Some(0), "{}", again.err);
    let lines: Vec<&str> = again.out.lines().collect();
    assert_eq!(lines[..2], seen);
    assert_eq!(json_lines(&again.out)[2]["said"], "我马上去查");
}

#[test]
fn where_nothing_can_be_kept_it_says_so_once_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    std::fs::write(&in_the_way, "").unwrap();
    let data = ["--data", in_the_way.to_str().unwrap(), "--json"];
    let run = run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin("真的对不起\n我去查\n"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(run.err.matches(in_the_way.to_str().unwrap()).count(), 1, "{}", run.err);
    assert_eq!(json_lines(&run.out).len(), 3);
}

#[test]
fn a_customer_changed_by_trainers_ends_the_conversation_in_words() {
    let (shelf, folder) = (Shelf::new(), tempfile::tempdir().unwrap());
    let place = ["--data", folder.path().to_str().unwrap(), "--content", shelf.path().to_str().unwrap()];
    let args = [&["chat", "--persona", "pump", "--seed", "1"][..], &place].concat();
    assert_eq!(run(xiaoqi(&args).write_stdin("真的对不起\n")).code, Some(0));
    shelf.edit("personas/pump.toml", "anger = 60", "anger = 70");
    let again = run(xiaoqi(&[&["chat"], &place[..]].concat()).write_stdin("您好\n"));
    assert_eq!(again.code, Some(0), "{}", again.err);
}

#[test]
fn the_full_report_becomes_a_file_whose_place_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = ["--data", folder.path().to_str().unwrap()];
    // After the verdict the first button is the report.
    let lines = "真的对不起，让您冻了三天\n结束\n结束\n1\n";
    let told = run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin(lines));
    assert_eq!(told.code, Some(0), "{}", told.err);
    let file = folder.path().join("reports").join("xiaoqi-report-1.html");
    assert!(told.out.contains(file.to_str().unwrap()), "{}", told.out);
    assert!(std::fs::read_to_string(&file).unwrap().contains("真的对不起，让您冻了三天"));
    // The picture's words are told in its place.
    assert!(told.out.contains("↘") || told.out.contains("→"), "{}", told.out);
    std::fs::remove_dir_all(folder.path().join("reports")).unwrap();
    std::fs::write(folder.path().join("reports"), "in the way").unwrap();
    let told = run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin(lines));
    assert!(told.code == Some(0) && told.out.contains("xiaoqi-report-2.html"), "{}", told.out);
}

#[test]
fn names_that_do_not_exist_are_answered_with_the_nearest() {
    let unknown = run(xiaoqi(&["chat", "--persona", "heatin"]).write_stdin(""));
    assert_clear(&unknown, 1, &["“heatin”", "“heating”?"]);
    assert_clear(&run(xiaoqi(&["--lang", "klingon"]).write_stdin("")), 1, &["klingon", "en"]);
}

#[test]
fn everything_kept_is_handed_out_as_files_and_deleted_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let data = ["--data", folder.path().to_str().unwrap()];
    let told = run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin("真的对不起，让您冻了三天\n/export\n"));
    assert_eq!(told.code, Some(0), "{}", told.err);
    let files = ["xiaoqi-copy.html", "xiaoqi-copy.json"].map(|name| folder.path().join("reports").join(name));
    for file in &files {
        assert!(told.out.contains(file.to_str().unwrap()), "{}", told.out);
        assert!(std::fs::read_to_string(file).unwrap().contains("真的对不起，让您冻了三天"));
    }
    let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&files[1]).unwrap()).unwrap();
    assert_eq!(json["sessions"][0]["events"].as_array().unwrap().len(), 2);
    let told = run(xiaoqi(&[&["chat", "--lang", "zh-Hans"], &data[..]].concat()).write_stdin("/forget\n1\n"));
    assert!(told.out.contains("1 场对话") && told.out.contains("1 句话"), "{}", told.out);
    assert!(files.iter().all(|file| !file.exists()));
    let left = run(&mut xiaoqi(&["export", "--data", folder.path().to_str().unwrap()]));
    assert_eq!((left.code, left.out.as_str()), (Some(0), ""));
}

#[test]
fn breaks_breathing_help_outside_and_the_library_are_there_as_on_a_phone() {
    let folder = tempfile::tempdir().unwrap();
    let more = ["--data", folder.path().to_str().unwrap(), "--help-line", "内线 8000"];
    let lines = "/pause\n/resume\n/breathe 1\n/care\n/library\n";
    let told = run(xiaoqi(&[&CHAT[..], &more].concat()).write_stdin(lines));
    assert_eq!(told.code, Some(0), "{}", told.err);
    for words in ["已暂停", "接着来", "1/1 · 用嘴慢慢呼气", "让呼吸自己来去", "内线 8000", "经验库还是空的"]
    {
        assert!(told.out.contains(words), "{words} is missing in {}", told.out);
    }
}

#[test]
fn roles_are_swapped_and_pictures_of_progress_become_files_as_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = ["--data", folder.path().to_str().unwrap()];
    let swap = "/swap heating\n暖气三天不热，我很生气\n/end\n先道了歉\n/journal\n";
    let told = run(xiaoqi(&[&["chat", "--lang", "zh-Hans"], &data[..]].concat()).write_stdin(swap));
    assert_eq!(told.code, Some(0), "{}", told.err);
    for words in ["你现在是周女士", "小林：", "示范客服这样做的", "演顾客时记下的"] {
        assert!(told.out.contains(words), "{words} is missing in {}", told.out);
    }
    // Three conversations of two messages, reviews skipped.
    let once = "真的对不起，让您冻了三天\n我现在就给您安排师傅\n结束\n结束\n";
    for _ in 0..3 {
        run(xiaoqi(&[&CHAT[..], &data].concat()).write_stdin(once));
    }
    let told = run(xiaoqi(&[&["chat", "--lang", "zh-Hans"], &data[..]].concat()).write_stdin("/progress\n"));
    let file = folder.path().join("reports").join("xiaoqi-skills.png");
    assert!(told.out.contains(file.to_str().unwrap()), "{}", told.out);
    assert!(std::fs::read(&file).unwrap().starts_with(b"\x89PNG"));
    assert!(told.out.contains("再换一个星期练一场"), "{}", told.out);
    run(xiaoqi(&[&["chat", "--lang", "zh-Hans"], &data[..]].concat()).write_stdin("/forget\n1\n"));
    assert!(!file.exists());
}
