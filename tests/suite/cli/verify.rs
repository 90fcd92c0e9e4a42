//! `export --run` and `verify`, from outside.

use std::fs;
use std::path::Path;

use serde_json::Value;
use xiaoqi::base::hash::Digest;
use xiaoqi::contest::definition::{Definition, Names, Round, Sides};
use xiaoqi::contest::file::ResultFile;
use xiaoqi::contest::run::{Entry, Run as Played};
use xiaoqi::contest::seed::{Announcement, Secret};

use super::{Run, assert_clear, json_lines, run, xiaoqi};
use crate::stage;

/// A conversation in the terminal that was ended, in a data folder of its own.
fn practised() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let chat = ["chat", "--persona", "heating", "--lang", "zh-Hans", "--seed", "5", "--data", data];
    assert_eq!(run(xiaoqi(&chat).write_stdin("真的对不起，让您冻了三天\n我马上查\n/end\n")).code, Some(0));
    folder
}

fn export(folder: &Path, more: &[&str]) -> Run {
    let args = [&["export", "--lang", "en", "--data", folder.to_str().unwrap()], more].concat();
    run(&mut xiaoqi(&args))
}

fn verify(args: &[&str]) -> Run {
    run(&mut xiaoqi(&[&["verify", "--lang", "en"], args].concat()))
}

#[test]
fn what_was_practised_is_exported_to_the_same_bytes_every_time_and_confirmed() {
    let folder = practised();
    let exported = export(folder.path(), &["--run", "1"]);
    assert_eq!(exported.code, Some(0), "{}", exported.err);
    assert_eq!(export(folder.path(), &["--run", "1", "--trainee", "0"]).out, exported.out);
    let path = folder.path().join("mine.json");
    fs::write(&path, &exported.out).unwrap();
    let file = path.to_str().unwrap();
    let first = verify(&[file]);
    assert_eq!(first.code, Some(0), "{}{}", first.out, first.err);
    let token = serde_json::from_str::<Value>(&exported.out).unwrap()["token"].as_str().unwrap().to_owned();
    for words in ["mine.json: confirmed", "heating, zh-Hans, 2 messages: Unresolved", &token] {
        assert!(first.out.contains(words), "{words} in {}", first.out);
    }
    let piped = run(xiaoqi(&["verify", "-", "--json"]).write_stdin(exported.out.clone()));
    assert_eq!((piped.code, verify(&[file, "--token", &token]).code), (Some(0), Some(0)));
    assert_eq!(verify(&[file, "--token", &"0".repeat(40)]).code, Some(1));
}

#[test]
fn what_cannot_be_exported_says_what_to_do() {
    let folder = practised();
    assert_clear(&export(folder.path(), &["--run", "7"]), 1, &["no conversation number 7"]);
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let talk = |persona: &[&str], said: &str| {
        let args = [&["chat", "--lang", "zh-Hans", "--data", data], persona].concat();
        assert_eq!(run(xiaoqi(&args).write_stdin(said.to_owned())).code, Some(0));
    };
    talk(&["--persona", "heating"], "您好\n");
    assert_clear(&export(folder.path(), &["--run", "1"]), 1, &["still open"]);
    talk(&[], "/cancel\n");
    assert_clear(&export(folder.path(), &["--run", "1"]), 1, &["thrown away"]);
}

#[test]
fn each_file_has_its_verdict_and_the_exit_code_is_the_gravest() {
    let folder = practised();
    let text = export(folder.path(), &["--run", "1"]).out;
    let write = |name: &str, text: String| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = write("good.json", text.clone());
    let changed = write("changed.json", text.replace("我马上查", "我马上去"));
    let mut other = ResultFile::read(text.as_bytes()).unwrap().run;
    other.engine += 1;
    let elsewhere = write("elsewhere.json", ResultFile::of(other).text());
    let later = write("later.json", text.replace("xiaoqi/run/1", "xiaoqi/run/2"));
    let broken = write("broken.json", text[..text.len() / 2].to_owned());
    let refuted = verify(&[&good, &changed]);
    assert_eq!(refuted.code, Some(1));
    for words in ["good.json: confirmed", "changed.json: refuted", "message 2: the words", "Refuted: 1"] {
        assert!(refuted.out.contains(words), "{words} in {}", refuted.out);
    }
    let not_here = verify(&[&good, &elsewhere, &later, "nowhere.json"]);
    assert_eq!(not_here.code, Some(2));
    assert!(not_here.out.contains("cannot be verified here") && !not_here.out.contains("refuted"));
    assert_eq!(verify(&[&broken]).code, Some(1));
    let all = verify(&[&good, &changed, &elsewhere, &later, &broken, "--json"]);
    assert_eq!(all.code, Some(1));
    let lines = json_lines(&all.out);
    let of = |key: &str| lines.iter().map(|line| line[key].as_str().unwrap_or("-")).collect::<Vec<_>>();
    assert_eq!(of("verdict"), ["confirmed", "refuted", "not-here", "unreadable", "unreadable"]);
    assert_eq!(of("missing"), ["-", "-", "engine", "form", "-"]);
    assert_eq!(lines[1]["differences"][1]["message"], 2);
}

/// A contest of one round with the heating, and a run of it.
fn contest() -> (Announcement, Played) {
    let (cast, secret) = (stage::cast("heating", "zh-Hans"), Secret::new([9; 32]));
    let (persona, persona_hash) = (cast.persona.id.clone(), cast.persona.hash.clone());
    let definition = Definition {
        name: "Cup".to_owned(),
        rounds: vec![Round { persona, persona_hash, lang: None, seconds: None }],
        attempts: 1,
        opens: xiaoqi::base::time::Moment(0),
        closes: xiaoqi::base::time::Moment(3_600_000),
        hints: false,
        sides: Sides::Singles,
        names: Names::Shown,
    };
    let (hash, commitment) = (definition.hash(), secret.commitment(&definition.hash()));
    let played = stage::play(&cast, "zh-Hans", secret.seed(1), ["真的对不起"]);
    let entry = Entry { definition: hash, commitment, round: 1, attempt: 1 };
    let run = Played::of(&cast, &played.events, Some(entry)).unwrap();
    (Announcement { definition, commitment, secret: None }, run)
}

#[test]
fn a_run_of_a_contest_is_checked_against_its_announcement_and_the_revealed_secret() {
    let folder = tempfile::tempdir().unwrap();
    let (announced, played) = contest();
    let (file, cup) = (folder.path().join("run.json"), folder.path().join("cup.json"));
    fs::write(&file, ResultFile::of(played).text()).unwrap();
    fs::write(&cup, serde_json::to_string(&announced).unwrap()).unwrap();
    let (file, cup) = (file.to_str().unwrap(), cup.to_str().unwrap());
    let (right, wrong) = ("09".repeat(32), "0A".repeat(32));
    for (args, words) in [
        (vec![file], "was not checked"),
        (vec![file, "--secret", &right], "comes from the revealed secret"),
        (vec![file, "--contest", cup], "kept its rules. Whether its seed"),
        (vec![file, "--contest", cup, "--secret", &right], "kept its rules, and its seed"),
    ] {
        let run = verify(&args);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        assert!(run.out.contains(words), "{words} in {}", run.out);
    }
    let run = verify(&[file, "--secret", &wrong]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("the commitment and the secret do not belong together"), "{}", run.out);
    assert_clear(&verify(&[file, "--secret", "09"]), 2, &["64 hexadecimal digits"]);
    // Nothing is refuted by an announcement that cannot be read.
    assert_clear(&verify(&[file, "--contest", file]), 2, &["no announcement"]);
    let other = Announcement { commitment: Digest::of([]), ..announced };
    fs::write(cup, serde_json::to_string(&other).unwrap()).unwrap();
    assert_eq!(verify(&[file, "--contest", cup]).code, Some(1));
}

#[test]
fn verdicts_are_told_in_three_languages() {
    let folder = practised();
    let path = folder.path().join("mine.json");
    let text = export(folder.path(), &["--run", "1"]).out;
    fs::write(&path, text.replacen("\"score\": ", "\"score\": 1", 1)).unwrap();
    for (lang, words) in
        [("zh-Hans", "校验码对不上"), ("zh-Hant", "驗證碼對不上"), ("en", "the token is not")]
    {
        let run = run(&mut xiaoqi(&["verify", path.to_str().unwrap(), "--lang", lang]));
        assert_eq!(run.code, Some(1));
        assert!(run.out.contains(words), "{words} in {}", run.out);
    }
}
