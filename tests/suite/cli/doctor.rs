//! `doctor`, from outside, against the fake Telegram: each thing that keeps the service from running is named, with what to do.

use std::path::Path;

use super::{Run, json_lines, run, xiaoqi};
use crate::botapi::FakeTelegram;

/// A look at a data folder, with a token or without.
fn doctor(fake: &FakeTelegram, data: &Path, token: Option<&str>, more: &[&str]) -> Run {
    let url = fake.url();
    let args = ["doctor", "--data", data.to_str().unwrap(), "--api-url", &url];
    let mut command = xiaoqi(&[&args, more].concat());
    if let Some(token) = token {
        command.env("TELOXIDE_TOKEN", token);
    }
    run(&mut command)
}

/// How each check came out.
fn health(run: &Run) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    json_lines(&run.out).iter().map(|line| (text(&line["check"]), text(&line["health"]))).collect()
}

fn found(run: &Run, check: &str) -> String {
    health(run).into_iter().find(|(name, _)| name == check).map(|(_, health)| health).unwrap()
}

#[test]
fn where_all_is_well_it_says_so_in_the_language_asked_for_and_never_tells_the_token() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    for (lang, words) in
        [("en", "All well"), ("zh-Hans", "一切正常"), ("zh-Hant", "一切正常，`xiaoqi serve` 可以在這裡執行")]
    {
        let looked = doctor(&fake, &folder.path().join("data"), Some(&fake.token()), &["--lang", lang]);
        assert_eq!(looked.code, Some(0), "{}{}", looked.out, looked.err);
        assert!(looked.out.contains(words), "{}", looked.out);
        assert!(!looked.out.contains(&fake.token()) && !looked.err.contains(&fake.token()));
        assert!(!looked.out.contains("doctor-"), "a text is missing: {}", looked.out);
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "it left something behind");
}

#[test]
fn a_token_that_is_missing_misspelt_or_nobodys_is_told_apart() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let look = |token: Option<&str>| doctor(&fake, folder.path(), token, &["--json"]);
    let stranger = "999:AAF-nobodys_token_for_tests_0123456789";
    for (token, check) in [(None, "token"), (Some("no token at all"), "token"), (Some(stranger), "api")] {
        let looked = look(token);
        assert_eq!((looked.code, found(&looked, check).as_str()), (Some(1), "ill"), "{}", looked.out);
        assert!(!looked.out.contains("nobodys") && !looked.out.contains("at all"), "{}", looked.out);
    }
}

#[test]
fn an_api_that_cannot_be_reached_is_named() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let args = ["doctor", "--lang", "en", "--data", data, "--api-url", "http://127.0.0.1:1"];
    let looked = run(xiaoqi(&args).env("TELOXIDE_TOKEN", fake.token()));
    assert_eq!(looked.code, Some(1), "{}", looked.out);
    assert!(looked.out.contains("http://127.0.0.1:1 cannot be reached"), "{}", looked.out);
}

#[test]
fn a_folder_in_use_is_no_fault_and_a_damaged_one_is() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let look = || doctor(&fake, folder.path(), Some(&fake.token()), &["--json"]);
    let open = xiaoqi::store::SledStore::open(folder.path()).unwrap();
    let looked = look();
    assert_eq!((looked.code, found(&looked, "data").as_str()), (Some(0), "note"), "{}", looked.out);
    drop(open);
    assert_eq!(found(&look(), "data"), "well");
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::write(path, b"no store").unwrap();
        }
    }
    let looked = look();
    assert_eq!((looked.code, found(&looked, "data").as_str()), (Some(1), "ill"), "{}", looked.out);
}

#[test]
fn broken_content_is_counted_and_check_is_pointed_to() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let personas = folder.path().join("personas");
    std::fs::create_dir(&personas).unwrap();
    std::fs::write(personas.join("tea.toml"), "title = \"Tea\"\ngrade = \"nowhere\"\n").unwrap();
    let content = folder.path().to_str().unwrap();
    let looked = doctor(
        &fake,
        &folder.path().join("data"),
        Some(&fake.token()),
        &["--lang", "en", "--content", content],
    );
    assert_eq!(looked.code, Some(1), "{}", looked.out);
    assert!(looked.out.contains("xiaoqi check"), "{}", looked.out);
}
