//! The smallest customer's file: what it leaves out is filled in, and he can be played as his grade promises.

use xiaoqi::base::lang::Lang;
use xiaoqi::library::{Cache, Files, Loaded, Origin, Survey};
use xiaoqi::persona::finding::Severity;
use xiaoqi::persona::model::Persona;
use xiaoqi::simulate::play::play;

const EN: &str = r#"id = "mini"
title = "The late cake"
grade = "GRADE"
types = { emotional = 60, direct = 40 }
opening = "I ordered a cake for ten this morning. Where is it?"
situation = "The van broke down, and nobody told her."
[[fact]]
id = "who_for"
about = "whose birthday it is"
ask = ["whose birthday"]
tell = "My daughter's."
[[fact]]
id = "order_number"
about = "the order number"
ask = ["order number"]
tell = ["4471.", "It says 4471."]
[[fact]]
id = "called"
about = "whether she called before"
ask = ["call*before"]
tell = "Twice!"
"#;

fn chinese(simplified: bool) -> String {
    let opening = if simplified {
        "我十点要的蛋糕呢？三个小时了，没人说话！"
    } else {
        "我十點要的蛋糕呢？三個小時了，沒人說話！"
    };
    EN.replace("I ordered a cake for ten this morning. Where is it?", opening)
}

fn survey(text: &str) -> Survey {
    let (files, _) = Files::read(&Origin::Embedded).unwrap();
    let customer = |name: &str| name.starts_with("personas/") && name.matches('/').count() == 1;
    let law = |name: &str| name.ends_with("/emotions.toml") || name.ends_with("/defaults.toml");
    let files = files.only(|name| !customer(name) || law(name)).with("personas/mini.toml", text);
    Survey::of(files, Vec::new()).unwrap()
}

fn persona(text: &str) -> Persona {
    let survey = survey(text);
    let errors: Vec<_> = survey.findings.iter().filter(|f| f.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    (**survey.personas.values().next().unwrap()).clone()
}

fn load(text: &str) -> Loaded {
    survey(text).load(&Cache::at(std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))))
}

fn codes(text: &str) -> Vec<&'static str> {
    survey(text).findings.iter().filter(|f| f.file == "personas/mini.toml").map(|f| f.code).collect()
}

#[test]
fn the_language_is_told_by_the_script_and_words_come_from_it() {
    let english = EN.replace("GRADE", "basic");
    for (text, lang, name) in [
        (english.clone(), Lang::EN, "the customer"),
        (chinese(true).replace("GRADE", "basic"), Lang::ZH_HANS, "这位顾客"),
        (chinese(false).replace("GRADE", "basic"), Lang::ZH_HANT, "這位顧客"),
    ] {
        let persona = persona(&text);
        assert_eq!(persona.home, lang);
        let texts = persona.texts(lang).unwrap();
        assert_eq!((texts.name.as_str(), texts.issue.as_str()), (name, "The late cake"));
        assert_eq!(texts.demands[0].name, "The late cake");
        assert!(!texts.briefing.you.is_empty());
        assert_eq!(texts.facts[1].tell.len(), 2);
    }
}

#[test]
fn numbers_come_from_grade_and_types_and_what_is_written_stays() {
    let of = |grade: &str| persona(&EN.replace("GRADE", grade));
    let (basic, advanced) = (of("basic"), of("advanced"));
    assert!(basic.start.anger < advanced.start.anger && basic.accept_trust <= advanced.accept_trust);
    assert_eq!(basic.emotion.id(), "anger");
    assert!(basic.start.anger >= basic.start.anxiety && basic.start.anger >= basic.start.disappointment);
    assert_eq!(basic.endings.len(), 3, "his leading type says how he leaves");
    let anxious = persona(&EN.replace("GRADE", "basic").replace("types", "emotion = \"anxiety\"\ntypes"));
    assert!(anxious.start.anxiety >= anxious.start.anger, "he leads with what the file says");
    assert_eq!(basic.demands.iter().map(|demand| demand.weight).sum::<i32>(), 100);
}

#[test]
fn both_forms_of_a_text_at_once_are_found_and_so_is_what_cannot_be_made_up() {
    let whole = EN.replace("GRADE", "basic");
    assert_eq!(codes(&(whole.clone() + "[text]\ntitle = \"T\"\n")), ["text.twice"]);
    let fact = "[text.fact.called]\nabout = \"a\"\nask = [\"b\"]\ntell = [\"c\"]\n";
    assert_eq!(codes(&(whole.clone() + fact)), ["text.twice"]);
    assert_eq!(codes(&whole.replace("title = \"The late cake\"\n", "")), ["file.missing-key"]);
    assert_eq!(codes(&whole.replace("tell = \"Twice!\"\n", "")), ["file.missing-key"]);
}

#[test]
fn the_hash_hangs_on_what_was_filled_in_and_not_on_a_line_for_editors() {
    let whole = EN.replace("GRADE", "basic");
    let plain = persona(&whole).hash;
    assert_eq!(persona(&format!("#:schema ./persona.schema.json\n{whole}")).hash, plain);
    assert_ne!(persona(&whole.replace("Twice!", "Once.")).hash, plain);
}

#[test]
fn experts_calm_the_smallest_customer_and_hostile_trainees_never_do() {
    const RUNS: u64 = 200;
    for (grade, range) in [("basic", 90..=100), ("intermediate", 80..=98), ("advanced", 65..=93)] {
        for text in [EN.to_owned(), chinese(true), chinese(false)] {
            let loaded = load(&text.replace("GRADE", grade));
            let persona = loaded.content.personas.values().next().unwrap();
            let cast = loaded.content.cast(&persona.id, persona.home).unwrap();
            let won = |trainee: &str| {
                let trainee = loaded.trainees.iter().find(|one| one.id == trainee).unwrap();
                let ends = (1..=RUNS).filter_map(|seed| play(&cast, trainee, persona.home, seed).ended);
                100 * ends.filter(|end| matches!(end.id(), "satisfied" | "accepted")).count() / RUNS as usize
            };
            let expert = won("expert");
            assert!(range.contains(&expert), "{grade} {}: experts calm him in {expert} of 100", persona.home);
            assert_eq!(won("hostile"), 0, "{grade} {}", persona.home);
        }
    }
}
