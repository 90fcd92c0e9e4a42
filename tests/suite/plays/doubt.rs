//! A question that may be about two things: he asks which is meant, by names that tell them apart, and takes the answer.

use std::collections::BTreeSet;

use serde::Deserialize;
use xiaoqi::base::time::Moment;
use xiaoqi::customer::trace::Turn;
use xiaoqi::nlu::reading::Topic;
use xiaoqi::session::fold::{Cast, Session};

use crate::stage;

#[derive(Deserialize)]
struct Labelled {
    persona: String,
    lang: String,
    text: String,
}

/// Messages to customers, of the development set.
fn messages() -> Vec<Labelled> {
    let file = stage::repository("tests/understanding/questions.dev.jsonl");
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn asks_which(turn: &Turn) -> bool {
    turn.lines.iter().any(|spoken| spoken.act == "ask-which")
}

/// What he calls a topic, if he does.
fn called(cast: &Cast<'_>, topic: &Topic) -> String {
    match topic {
        Topic::Fact(place) => cast.texts.facts[*place].called.clone(),
        Topic::Detail(place) => cast.texts.details[*place].called.clone(),
        Topic::General(kind) => cast.book.general.get(&format!("called-{kind}"))[0].text(),
        Topic::Unknown => String::new(),
    }
}

/// What the lines that answer a topic are called by.
fn answers(cast: &Cast<'_>, topic: &Topic) -> String {
    match topic {
        Topic::Fact(place) => format!("-{}.", cast.persona.facts[*place].id),
        Topic::Detail(place) => format!("/detail-{place}."),
        Topic::General(kind) => format!("answer-{kind}"),
        Topic::Unknown => String::new(),
    }
}

/// Plays a message and then a second; gives both turns where the first makes him ask which of two things is meant, with
/// those two.
fn doubted(one: &Labelled, then: &str) -> Option<(Cast<'static>, [Topic; 2], Turn, Turn)> {
    let cast = stage::cast(&one.persona, &one.lang);
    let (mut session, _) = Session::open(&cast, stage::lang(&one.lang), 5, Moment(0));
    session.play(&cast, &one.text, Moment(60_000));
    let pair = session.customer.memory.asked_back.clone()?;
    session.play(&cast, then, Moment(120_000));
    let [first, second] = session.turns.as_slice() else { return None };
    Some((cast, pair, first.clone(), second.clone()))
}

fn picks(lang: &str) -> [&'static str; 2] {
    if lang == "en" { ["the first one", "the second"] } else { ["第一個", "後面那個"] }
}

#[test]
fn he_asks_which_of_two_things_is_meant_and_answers_the_one_that_is_picked() {
    let mut langs: BTreeSet<String> = BTreeSet::new();
    let mut asked = 0;
    for one in messages() {
        for (at, pick) in picks(&one.lang).into_iter().enumerate() {
            let Some((cast, pair, first, second)) = doubted(&one, pick) else { continue };
            assert!(asks_which(&first), "{}", one.text);
            let said = first.reply.join("\n").to_lowercase();
            for topic in &pair {
                let name = called(&cast, topic).to_lowercase();
                assert!(!name.is_empty() && said.contains(&name), "{}: {said} lacks {name}", one.text);
            }
            let meant = answers(&cast, &pair[at]);
            let lines: Vec<&str> = second.lines.iter().map(|spoken| spoken.line.as_str()).collect();
            let kept = |line: &&str| line.contains(&meant) || line.contains("answer-refuse");
            let ended = second.ended.is_some() || pair[at] == Topic::General("what_happened".to_owned());
            assert!(ended || lines.iter().any(kept), "{} {pick}: {meant} not in {lines:?}", one.text);
            langs.insert(one.lang.clone());
            asked += 1;
        }
    }
    // Only real ties make him ask: there are few.
    assert!(asked >= 4 && langs.len() >= 2, "{asked} in {langs:?}");
}

#[test]
fn he_never_asks_which_is_meant_twice_running() {
    for one in messages() {
        let Some((_, _, _, second)) = doubted(&one, &one.text) else { continue };
        assert!(!asks_which(&second), "{}: {:?}", one.text, second.reply);
    }
}

#[test]
fn every_topic_of_every_customer_has_a_name_of_its_own_and_questions_to_learn_from() {
    for persona in stage::PERSONAS {
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            let cast = stage::cast(persona, lang);
            let facts = cast.texts.facts.iter().map(|fact| (&fact.called, &fact.examples));
            let details = cast.texts.details.iter().map(|detail| (&detail.called, &detail.examples));
            let mut names = BTreeSet::new();
            for (called, examples) in facts.chain(details) {
                assert!(names.insert(called), "{persona} {lang}: two topics are called `{called}`");
                assert!(!called.is_empty() && examples.len() >= 4, "{persona} {lang}: {called} {examples:?}");
            }
        }
    }
}

#[test]
fn who_is_asked_for_a_code_refuses_and_who_is_told_to_guard_it_does_not() {
    let told = |lang: &str, text: &str| {
        let cast = stage::cast("bank_card", lang);
        let (mut session, _) = Session::open(&cast, stage::lang(lang), 5, Moment(0));
        session.play(&cast, text, Moment(60_000));
        session.turns[0].lines.iter().any(|spoken| spoken.act == "answer-secret")
    };
    for (lang, text) in [
        ("en", "send me the code you just got by text"),
        ("zh-Hans", "你把密码和验证码发我"),
        ("zh-Hant", "先把簡訊驗證碼傳給我"),
    ] {
        assert!(told(lang, text), "{text}");
    }
    for (lang, text) in [
        ("en", "never give anybody your pin"),
        ("zh-Hans", "验证码千万不要告诉别人"),
        ("zh-Hant", "密碼不要給任何人"),
    ] {
        assert!(!told(lang, text), "{text}");
    }
}
