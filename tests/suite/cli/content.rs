//! `check`, `personas` and what is said about content that is not right.

use super::{assert_clear, json_lines, run, xiaoqi};
use crate::library::Shelf;

fn checked(args: &[&str]) -> super::Run {
    run(&mut xiaoqi(&[&["check"], args].concat()))
}

#[test]
fn the_content_that_ships_has_no_error() {
    let run = checked(&[]);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn a_finding_names_file_line_and_column_and_the_others_still_play() {
    let shelf = Shelf::new();
    let folder = shelf.path().to_str().unwrap();
    assert_eq!(checked(&[folder]).code, Some(0));
    shelf.edit("personas/pump.en.toml", "name = \"Mr Reed\"", "nam = \"Mr Reed\"");
    let run = checked(&[folder]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("personas/pump.en.toml:5:1: error[file.unknown-key]"), "{}", run.out);
    assert!(run.out.contains("Did you mean “name”?"), "{}", run.out);
    let rows = super::run(&mut xiaoqi(&["personas", "--json", "--content", folder]));
    assert_eq!(json_lines(&rows.out)[0]["languages"], serde_json::json!(["zh-Hans"]));
    assert!(rows.err.contains("1 error"), "{}", rows.err);
}

#[test]
fn one_file_can_be_checked_alone() {
    let shelf = Shelf::new();
    shelf.edit("personas/pump.en.toml", "name = \"Mr Reed\"", "nam = \"Mr Reed\"");
    let code = |name: &str| checked(&[shelf.path().join(name).to_str().unwrap()]).code;
    assert_eq!(code("personas/pump.en.toml"), Some(1));
    assert_eq!(code("personas/pump.toml"), Some(0));
}

#[test]
fn folders_that_hold_no_content_are_named() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().to_str().unwrap();
    assert_clear(&checked(&[folder]), 1, &[folder, "persona new"]);
    let nowhere = format!("{folder}/nowhere");
    assert_clear(&run(&mut xiaoqi(&["personas", "--content", &nowhere])), 1, &["no folder", &nowhere]);
}

#[test]
fn without_content_in_the_folder_the_copy_inside_is_used() {
    let empty = tempfile::tempdir().unwrap();
    let here = run(&mut xiaoqi(&["personas", "--json"]));
    let there = run(xiaoqi(&["personas", "--json"]).current_dir(empty.path()));
    assert_eq!((there.code, there.out), (Some(0), here.out));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_xiaoqi"))
        .args(["check", "--content", env!("CARGO_MANIFEST_DIR")])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}

#[test]
fn a_new_customer_in_an_empty_folder_checks_clean_and_plays_at_once() {
    for (lang, title, id) in [
        ("en", "The late cake", "the_late_cake"),
        ("zh-Hans", "没送到的蛋糕", "customer_1"),
        ("zh-Hant", "沒送到的蛋糕", "customer_1"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().to_str().unwrap();
        let new = ["persona", "new", "--yes", "--content", at, "--lang", lang, "--title", title];
        let first = run(&mut xiaoqi(&new));
        assert_eq!(first.code, Some(0), "{}", first.err);
        let file = folder.path().join(format!("personas/{id}.toml"));
        assert!(first.out.contains(file.to_str().unwrap()), "{}", first.out);
        let check = checked(&[at, "--lang", "en"]);
        assert_eq!((check.code, check.out.trim()), (Some(0), "Nothing found."));
        let before = std::fs::read_to_string(&file).unwrap();
        let again = run(&mut xiaoqi(&[&new[..], &["--id", id]].concat()));
        assert_clear(&again, 1, &["--id"]);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), before, "what is there stays");
        let show = run(&mut xiaoqi(&["persona", "show", id, "--content", at, "--lang", "en"]));
        assert!(show.out.contains("patience = 20  # by grade"), "{}", show.out);
    }
}

#[test]
fn the_worked_example_of_the_guide_has_nothing_wrong_with_it() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/birthday_cake.toml");
    let check = checked(&[example, "--lang", "en", "--simulate", "200"]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    assert!(check.out.contains("Nothing found."), "{}", check.out);
}
