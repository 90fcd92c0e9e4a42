//! `persona diff`: what is other about a customer, and what that does.

use std::fs;

use super::{Run, assert_clear, json_lines, run, xiaoqi};
use crate::library::Shelf;

fn diff(args: &[&str]) -> Run {
    run(&mut xiaoqi(&[&["persona", "diff"], args].concat()))
}

/// The pump's folder and a changed copy of his file, called something else.
fn two() -> (Shelf, String, String) {
    let shelf = Shelf::new();
    let old = shelf.path().join("before.toml");
    fs::copy(shelf.path().join("personas/pump.toml"), &old).unwrap();
    let english = fs::read(shelf.path().join("personas/pump.en.toml")).unwrap();
    shelf.write("before.en.toml", english);
    let file = "personas/pump.toml";
    shelf.edit(file, "anger = 60", "anger = 95");
    shelf.edit(
        file,
        "trust = 30",
        "trust = 5\n[temperament]\nanger = 80\nanxiety = 60\ndisappointment = 60\ntrust = 5",
    );
    shelf.edit(file, "[[demand]]", "[[fact]]\nid = \"model\"\nhidden = true\n\n[[demand]]");
    shelf.edit(file, "meets = { water = 100 }", "meets = { water = 10 }");
    shelf.edit(file, "tell = [\"昨天。\"]", "tell = [\"昨天！\", \"就在昨天上午。\"]");
    let fact = "[text.fact.model]\nabout = \"型号\"\nask = [\"什么型号\"]\ntell = [\"蓝色的那种。\"]\n\n[text.demand.water]";
    shelf.edit(file, "[text.demand.water]", fact);
    let english =
        "\n[text.fact.model]\nabout = \"the model\"\nask = [\"which model\"]\ntell = [\"The blue one.\"]\n";
    let other = shelf.path().join("personas/pump.en.toml");
    let text = fs::read_to_string(&other).unwrap();
    fs::write(&other, format!("{text}{english}")).unwrap();
    let new = shelf.path().join(file).display().to_string();
    let old = old.display().to_string();
    (shelf, old, new)
}

#[test]
fn changes_are_told_by_meaning_with_what_was_and_is() {
    let (shelf, old, new) = two();
    let folder = shelf.path().to_str().unwrap();
    let told = diff(&[&old, &new, "--runs", "0", "--lang", "en", "--content", folder]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    for words in [
        "levels.anger: 60 → 95",
        "+ fact.model: { hidden = true",
        "offer.new_pump.meets.water: 100 → 10",
        "fact.since_when.tell (zh-Hans)\n    - 昨天。\n    + 昨天！",
        "+ fact.since_when.tell (zh-Hans): 就在昨天上午。",
        "+ fact.model.tell (zh-Hans): 蓝色的那种。",
    ] {
        assert!(told.out.contains(words), "{words} in {}", told.out);
    }
    assert!(!told.out.contains("patience") && !told.out.contains("since_when.about"), "{}", told.out);
    // The other way round, what was new is gone.
    let back = diff(&[&new, &old, "--runs", "0", "--lang", "zh-Hans", "--content", folder]);
    assert!(back.out.contains("levels.anger：95 → 60") && back.out.contains("- fact.model"), "{}", back.out);
}

#[test]
fn order_and_comments_are_no_change_and_the_same_customer_has_none() {
    let shelf = Shelf::new();
    let text = fs::read_to_string(shelf.path().join("personas/pump.toml")).unwrap();
    let (head, texts) = text.split_at(text.find("[text.fact").unwrap());
    let (fact, demand) = texts.split_at(texts.find("[text.demand").unwrap());
    let copy = shelf.path().join("copy.toml");
    fs::write(&copy, format!("# Mine.\n{head}{demand}\n{fact}")).unwrap();
    let folder = shelf.path().to_str().unwrap();
    let told = diff(&["pump", copy.to_str().unwrap(), "--runs", "3", "--content", folder, "--lang", "en"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    // His English lies beside the one and not beside the other.
    let own: Vec<&str> = told.out.lines().filter(|line| !line.contains("(en)")).collect();
    assert!(!own.iter().any(|line| line.contains("(zh-Hans)") || line.contains(" → 9")), "{}", told.out);
    let same = diff(&["pump", "pump", "--content", folder, "--lang", "en"]);
    assert!(same.out.contains("Nothing about the customer is other"), "{}", same.out);
    assert_eq!(diff(&["pump", "pump", "--content", folder, "--json"]).out, "");
}

#[test]
fn outcomes_are_compared_with_the_same_seeds() {
    let (shelf, _, _) = two();
    let before = Shelf::new();
    let (here, there) = (shelf.path().to_str().unwrap(), before.path().to_str().unwrap());
    for folder in [&shelf, &before] {
        for kind in ["expert", "poor"] {
            let real = concat!(env!("CARGO_MANIFEST_DIR"), "/personas/trainees");
            folder.write(
                &format!("personas/trainees/{kind}.toml"),
                fs::read(format!("{real}/{kind}.toml")).unwrap(),
            );
        }
    }
    let args = ["pump", "--against", there, "--content", here, "--runs", "60"];
    let told = diff(&[&args[..], &["--json"]].concat());
    assert_eq!(told.code, Some(0), "{}", told.err);
    let lines = json_lines(&told.out);
    let anger = lines.iter().find(|line| line["key"] == "levels.anger").unwrap();
    assert_eq!(
        (&anger["old"], &anger["new"]),
        (&60.into(), &95.into()),
        "what lies in the other folder is old"
    );
    let expert = lines.iter().find(|line| line["trainee"] == "expert").unwrap();
    let (old, new) = (expert["success"]["old"].as_f64().unwrap(), expert["success"]["new"].as_f64().unwrap());
    assert!(old > new + 0.1, "he is harder now: {expert}");
    assert_eq!(expert["by_chance"], false);
    let ended: u64 =
        expert["endings"].as_object().unwrap().values().map(|pair| pair["new"].as_u64().unwrap()).sum();
    assert_eq!(ended, 60);
    let words = diff(&[&args[..], &["--lang", "en"]].concat());
    assert!(words.out.lines().any(|line| line.contains("↓") && line.contains("harder")), "{}", words.out);
    assert_eq!(words.out, diff(&[&args[..], &["--lang", "en"]].concat()).out);
    // FOLDER/ID names the same.
    let named = diff(&[&format!("{there}/pump"), "pump", "--content", here, "--runs", "60", "--json"]);
    assert_eq!(named.out, told.out);
}

#[test]
fn who_is_not_there_is_told_with_where_it_was_looked_for() {
    let shelf = Shelf::new();
    let folder = shelf.path().to_str().unwrap();
    let none = diff(&["pump", "pmup", "--content", folder, "--lang", "en"]);
    assert_clear(&none, 1, &["“pmup”", "“pump”?"]);
    let missing = shelf.path().join("none.toml");
    assert_clear(&diff(&["pump", missing.to_str().unwrap(), "--content", folder]), 1, &["none.toml"]);
    shelf.write("broken.toml", "id = \"pump\"\ngrade = \"basc\"\ntypes = { direct = 100 }\ntitle = \"x\"\nsituation = \"x\"\nopening = \"x\"\n");
    let broken = shelf.path().join("broken.toml");
    let told = diff(&["pump", broken.to_str().unwrap(), "--content", folder, "--lang", "en"]);
    assert_clear(&told, 1, &["broken.toml", "basc"]);
    assert_eq!(diff(&["pump"]).code, Some(2), "one customer is not enough");
}
