//! `persona test`, `persona pack` and `persona unpack`, from outside.

use std::fs;

use super::{Run, assert_clear, json_lines, keys, run, xiaoqi};
use crate::library::Shelf;

/// Runs a tool on a content folder of its own.
fn tool(shelf: &Shelf, args: &[&str], input: &str) -> Run {
    let folder = shelf.path().to_str().unwrap();
    let args = [&["persona"], args, &["--content", folder]].concat();
    run(xiaoqi(&args).env("XIAOQI_CACHE", shelf.cache_path()).write_stdin(input.to_owned()))
}

const PLAN: &str = "lang = \"zh-Hans\"\nseeds = [1, 2]\n\n[[turn]]\nsaid = \"您好，是什么时候开始的？\"\n\
                    [turn.expect]\nfacts = [\"since_when\"]\nstate = [\"calm\"]\nanger = [0, 5]\nsays = [\"昨天\"]\n";

#[test]
fn the_plans_that_ship_hold() {
    let run = run(&mut xiaoqi(&["persona", "test", "--json"]));
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let told = json_lines(&run.out);
    let langs: Vec<&str> = told.iter().filter_map(|line| line["lang"].as_str()).collect();
    assert!(langs.contains(&"zh-Hans") && langs.contains(&"en"), "{langs:?}");
    assert!(told.last().unwrap()["plans"].as_u64() >= Some(2));
}

#[test]
fn what_is_not_as_expected_is_told_with_its_place_and_both_sides() {
    let shelf = Shelf::new();
    shelf.write("personas/tests/pump.calm.toml", PLAN);
    let run = tool(&shelf, &["test", "pump", "--lang", "zh-Hans"], "");
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    for words in [
        "personas/tests/pump.calm.toml:8:9: 第 1 句: 情绪状态",
        "personas/tests/pump.calm.toml:9:9: 第 1 句: 愤怒",
        "您写的：您好，是什么时候开始的？",
        "期望的：calm（平静）",
        "期望的：0 到 5",
        "2 场不符合期望",
    ] {
        assert!(run.out.contains(words), "{words} in {}", run.out);
    }
    assert!(!run.out.contains("应该说出的事实"), "he does tell it: {}", run.out);
    assert!(!run.out.contains("回答里的字词"), "in these words: {}", run.out);
    let told = json_lines(&tool(&shelf, &["test", "--json"], "").out);
    assert_eq!(told.len(), 3);
    let first = &told[0];
    assert_eq!(keys(first), ["ending", "failures", "lang", "passed", "persona", "plan", "score", "seed"]);
    assert_eq!((&first["passed"], first["failures"][0]["what"].as_str()), (&false.into(), Some("state")));
    assert_eq!(first["failures"][0]["line"], 8);
    assert_eq!(told[2], serde_json::json!({"plans": 1, "conversations": 2, "failed": 2, "broken": 0}));
    shelf.write("personas/tests/pump.calm.toml", PLAN.replace("state = [\"calm\"]\nanger = [0, 5]\n", ""));
    let mended = tool(&shelf, &["test"], "");
    assert_eq!(mended.code, Some(0), "{}", mended.out);
}

#[test]
fn a_plan_with_names_that_do_not_exist_is_answered_with_the_nearest_and_the_others_are_played() {
    let shelf = Shelf::new();
    let wrong =
        PLAN.replace("since_when", "since_then").replace("\"calm\"", "\"clam\"").replace("says", "say");
    shelf.write("personas/tests/pump.wrong.toml", &wrong);
    shelf.write("personas/tests/pmup.other.toml", PLAN);
    shelf.write("personas/tests/pump.good.toml", "lang = \"en\"\n[[turn]]\nsaid = \"Hello\"\n");
    let run = tool(&shelf, &["test", "--lang", "en"], "");
    assert_eq!(run.code, Some(1));
    for words in ["pump.wrong.toml:10:1", "Did you mean “says”", "customer “pmup”", "✓ pump.good"] {
        assert!(run.out.contains(words), "{words} in {}", run.out);
    }
    shelf.write("personas/tests/pump.wrong.toml", wrong.replace("say =", "says ="));
    let run = tool(&shelf, &["test", "--lang", "en"], "");
    for words in ["Did you mean “since_when”", "Did you mean “calm”"] {
        assert!(run.out.contains(words), "{words} in {}", run.out);
    }
    // A plan keeps nobody from practising.
    shelf.write("personas/tests/pump.good.toml", [0xff]);
    assert_eq!(run_personas(&shelf).code, Some(0));
    assert_clear(&tool(&shelf, &["test", "pmup"], ""), 1, &["pmup", "“pump”?"]);
}

fn run_personas(shelf: &Shelf) -> Run {
    let run = run(&mut xiaoqi(&["personas", "--content", shelf.path().to_str().unwrap()]));
    assert!(!run.err.contains("xiaoqi check"), "{}", run.err);
    run
}

#[test]
fn a_conversation_becomes_a_plan_that_holds_and_is_never_overwritten() {
    let shelf = Shelf::new();
    assert_clear(&tool(&shelf, &["test", "--lang", "en"], ""), 1, &["--write ID", "personas/tests"]);
    let messages = "您好\n是什么时候开始不转的？\n对不起，给您换一台\n";
    let written = tool(&shelf, &["test", "--write", "pump", "--name", "first"], messages);
    assert_eq!(written.code, Some(0), "{}", written.err);
    let text = fs::read_to_string(shelf.path().join("personas/tests/pump.first.toml")).unwrap();
    assert!(text.contains("是什么时候开始不转的？") && text.contains("since_when"), "{text}");
    let held = tool(&shelf, &["test"], "");
    assert_eq!(held.code, Some(0), "{}", held.out);
    let again = tool(&shelf, &["test", "--write", "pump", "--name", "first"], "您好\n");
    assert_clear(&again, 1, &["pump.first.toml", "--name"]);
    assert_eq!(fs::read_to_string(shelf.path().join("personas/tests/pump.first.toml")).unwrap(), text);
    assert_clear(&tool(&shelf, &["test", "--write", "pump", "--name", "../x"], "您好\n"), 1, &["../x"]);
}

#[test]
fn a_customer_is_packed_and_unpacked_whole_and_nothing_is_overwritten_unasked() {
    let (from, to) = (Shelf::new(), Shelf::new());
    from.write("personas/tests/pump.calm.toml", PLAN);
    let zip = from.path().join("pump.zip");
    let zip = zip.to_str().unwrap();
    let packed = tool(&from, &["pack", "pump", "--out", zip], "");
    assert_eq!(packed.code, Some(0), "{}", packed.err);
    let bytes = fs::read(zip).unwrap();
    assert_clear(&tool(&from, &["pack", "pump", "--out", zip], ""), 1, &["pump.zip", "--replace"]);
    assert_eq!(tool(&from, &["pack", "pump", "--out", zip, "--replace"], "").code, Some(0));
    assert_eq!(fs::read(zip).unwrap(), bytes, "the same files give the same bytes");
    assert_clear(&tool(&from, &["pack", "pmup", "--lang", "en"], ""), 1, &["pmup", "“pump”"]);

    for name in ["personas/pump.toml", "personas/pump.en.toml"] {
        to.remove(name);
    }
    let unpacked = tool(&to, &["unpack", zip, "--lang", "en"], "");
    assert_eq!(unpacked.code, Some(0), "{}", unpacked.err);
    assert!(unpacked.out.contains("pump is unpacked: 3 files"), "{}", unpacked.out);
    // A colleague who has nothing yet gets her first.
    let empty = tempfile::tempdir().unwrap();
    let at = empty.path().to_str().unwrap();
    let first = run(&mut xiaoqi(&["persona", "unpack", zip, "--content", at, "--lang", "en"]));
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert!(empty.path().join("personas/pump.toml").is_file());
    for kind in ["persona", "translation", "plan"] {
        let schema = fs::read_to_string(to.path().join(format!("personas/{kind}.schema.json"))).unwrap();
        assert!(schema.contains("\"$schema\""), "{kind}");
    }
    assert_eq!(tool(&to, &["test"], "").code, Some(1), "the plan came along, and still does not hold");
}

#[test]
fn what_is_unpacked_is_checked_before_anything_is_written() {
    let (from, to) = (Shelf::new(), Shelf::new());
    from.write("personas/tests/pump.calm.toml", PLAN);
    let zip = from.path().join("pump.zip");
    let zip = zip.to_str().unwrap();
    assert_eq!(tool(&from, &["pack", "pump", "--out", zip], "").code, Some(0));
    let refused = tool(&to, &["unpack", zip, "--lang", "en"], "");
    assert_clear(&refused, 1, &["personas/pump.toml", "--replace"]);
    assert!(!to.path().join("personas/tests").exists());

    let names = ["personas/pump.toml", "personas/pump.en.toml", "personas/tests/pump.calm.toml"];
    to.edit("personas/pump.toml", "anger = 60", "anger = 61");
    assert_eq!(tool(&to, &["unpack", zip, "--replace"], "").code, Some(0));
    for name in names {
        assert_eq!(fs::read(to.path().join(name)).unwrap(), fs::read(from.path().join(name)).unwrap());
    }
    // A type that is not there: he could not be played.
    names.iter().for_each(|name| to.remove(name));
    to.remove("personas/types/supportive.toml");
    let refused = tool(&to, &["unpack", zip, "--lang", "en"], "");
    assert_clear(&refused, 1, &["supportive", "nothing was written"]);
    assert!(names.iter().all(|name| !to.path().join(name).exists()));

    fs::write(zip, b"no archive").unwrap();
    assert_clear(&tool(&to, &["unpack", zip, "--lang", "en"], ""), 1, &["damaged", "Nothing was written"]);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_content_folder_is_never_written_through() {
    let (from, to, elsewhere) = (Shelf::new(), Shelf::new(), tempfile::tempdir().unwrap());
    from.write("personas/tests/pump.calm.toml", PLAN);
    let zip = from.path().join("pump.zip");
    let zip = zip.to_str().unwrap();
    assert_eq!(tool(&from, &["pack", "pump", "--out", zip], "").code, Some(0));
    std::os::unix::fs::symlink(elsewhere.path(), to.path().join("personas/tests")).unwrap();
    assert_clear(&tool(&to, &["unpack", zip, "--replace"], ""), 1, &["link"]);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_customer_is_held_against_what_his_grade_promises() {
    let shelf = Shelf::new();
    // One who asks for next to nothing is no test for an advanced trainee; one whom nobody can win is none for anybody.
    let average = "personas/trainees/average.toml";
    shelf.write(average, fs::read(crate::stage::repository(average)).unwrap());
    shelf.edit(
        "personas/pump.toml",
        "grade = \"basic\"",
        "grade = \"advanced\"\nheard_needed = 0\naccept_trust = 0",
    );
    let told = tool(&shelf, &["simulate", "pump", "--runs", "60", "--lang", "en"], "");
    assert_eq!(told.code, Some(0), "{}", told.err);
    for words in ["too easy for “Advanced”: an average trainee", "expected 10 to 30", "raise heard_needed"]
    {
        assert!(told.out.contains(words), "{words} in {}", told.out);
    }
    shelf.edit(
        "personas/pump.toml",
        "grade = \"advanced\"\nheard_needed = 0\naccept_trust = 0",
        "grade = \"basic\"\nheard_needed = 100\naccept_trust = 100",
    );
    let told = tool(&shelf, &["simulate", "pump", "--runs", "60", "--lang", "en"], "");
    for words in ["too hard for “Basic”", "expected 60 to 80", "lower heard_needed"] {
        assert!(told.out.contains(words), "{words} in {}", told.out);
    }
    assert_eq!(tool(&shelf, &["simulate", "pump", "--runs", "60", "--lang", "en"], "").out, told.out);
}
