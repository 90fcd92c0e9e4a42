//! `persona graph`: a customer's states and endings, with how often conversations go which way.

use std::fs;

use super::{Run, assert_clear, run, xiaoqi};
use crate::library::Shelf;

fn graph(args: &[&str]) -> Run {
    run(&mut xiaoqi(&[&["persona", "graph"], args].concat()))
}

/// The counts of arrows that touch a node, on the given side.
fn arrows(text: &str, from: &str, to: &str) -> u64 {
    let count = |line: &str| {
        let (left, right) = line.trim().split_once(" -->|\"")?;
        let (label, right) = right.split_once("\"| ")?;
        let fits = left.starts_with(from) && right.starts_with(to);
        // Several rules of one way, each with its own number at the end.
        let last = |part: &str| part.rsplit([':', '：', ' ']).next().unwrap().parse::<u64>().unwrap();
        fits.then(|| label.split("<br/>").map(last).sum::<u64>())
    };
    text.lines().filter_map(count).sum()
}

#[test]
fn what_comes_into_a_state_goes_out_again_and_every_conversation_ends() {
    let told = graph(&["heating", "--runs", "30", "--lang", "en"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let text = &told.out;
    let all = arrows(text, "begin", "s_");
    assert_eq!(all % 30, 0);
    assert!(all >= 30 * 9, "{all} of every kind of trainee: {text}");
    assert_eq!(arrows(text, "s_", "e_"), all, "{text}");
    for state in ["s_calm", "s_annoyed", "s_angry", "s_furious"] {
        let (came, went) =
            (arrows(text, "s_", state) + arrows(text, "begin", state), arrows(text, state, ""));
        assert_eq!(came, went, "{state}: {text}");
        assert!(text.contains(&format!("{state}[\"")), "{state}: {text}");
    }
    assert!(text.contains("e_satisfied([\"Satisfied") && text.contains("out of patience"), "{text}");
    assert_eq!(graph(&["heating", "--runs", "30", "--lang", "en"]).out, *text, "the same counts each time");
}

#[test]
fn ways_that_nobody_took_are_dashed() {
    let shelf = Shelf::new();
    let folder = shelf.path().to_str().unwrap();
    let nobody = graph(&["pump", "--lang", "en", "--content", folder]);
    assert_clear(&nobody, 1, &["no synthetic trainees", "personas/trainees/"]);
    let real = concat!(env!("CARGO_MANIFEST_DIR"), "/personas/trainees/average.toml");
    shelf.write("personas/trainees/average.toml", fs::read(real).unwrap());
    let rule = "\n[[transition]]\nrule = \"#1 \\\"gone\\\" <b>\"\nfrom = [\"furious\"]\nto = \"hung_up\"\nwhen = { turn = 60 }\n";
    let file = shelf.path().join("personas/pump.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (before, after) = text.split_at(text.find("\n[text").unwrap());
    fs::write(&file, format!("{before}{rule}{after}")).unwrap();
    let told = graph(&["pump", "--runs", "5", "--lang", "zh-Hans", "--content", folder]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let dashed = "s_furious -.->|\"#35;1 #quot;gone#quot; #lt;b#gt;";
    assert!(told.out.contains(dashed), "{}", told.out);
    assert!(told.out.contains("暴怒"), "{}", told.out);
}

#[test]
fn real_conversations_are_counted_without_a_word_of_them() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let none = graph(&["heating", "--sessions", "--data", folder, "--lang", "en"]);
    assert_clear(&none, 1, &["no data"]);
    let chat =
        ["chat", "--persona", "heating", "--data", folder, "--seed", "3", "--no-color", "--lang", "zh-Hans"];
    let talked =
        run(xiaoqi(&chat)
            .write_stdin("您好，周女士，暖气三天没来，太不容易了\n我姓陆，这件事我来负责\n/end\n"));
    assert_eq!(talked.code, Some(0), "{}", talked.err);
    let told = graph(&["heating", "--sessions", "--data", folder, "--lang", "en"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("1 kept conversation\n"), "{}", told.out);
    assert_eq!(arrows(&told.out, "begin", "s_"), 1);
    assert_eq!(arrows(&told.out, "s_", "e_unresolved"), 1, "{}", told.out);
    assert!(!told.out.contains("陆") && !told.out.contains("周女士"), "{}", told.out);
    let other = graph(&["wrong_dish", "--sessions", "--data", folder, "--lang", "en"]);
    assert_clear(&other, 1, &["wrong_dish", "--sessions"]);
}

#[test]
fn the_drawing_stands_alone_and_shows_the_same_counts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("heating.svg");
    let told = graph(&["heating", "--runs", "10", "--lang", "zh-Hans", "--svg", file.to_str().unwrap()]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""), "{text}");
    for words in [">暴怒<", ">满意离开<", "stroke-dasharray", "prefers-color-scheme:dark", "--heat-3:#"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    let printed = graph(&["heating", "--runs", "10", "--lang", "zh-Hans"]).out;
    let satisfied = printed.lines().find(|line| line.contains("e_satisfied([")).unwrap();
    let count = satisfied.split("<br/>").nth(1).unwrap().split('"').next().unwrap();
    assert!(text.contains(&format!(">{count}<")), "{count} in {text}");
}
