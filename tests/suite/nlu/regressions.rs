//! Messages that a reader of single words would take wrongly (tests/nlu/gaming.toml): negations, quotations, polite
//! words for hostile things and blunt words for helpful ones.

use std::fs;

use serde::Deserialize;
use xiaoqi::base::moves::Move;

use crate::stage;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

/// One message, what must not be heard in it, and of what one thing must be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    kind: Kind,
    lang: String,
    said: String,
    /// What the customer said last.
    #[serde(default)]
    before: String,
    #[serde(default)]
    never: Vec<Move>,
    #[serde(default)]
    hears: Vec<Move>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Regression,
    Negation,
    Quotation,
    PoliteHostile,
    BluntHelpful,
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(stage::repository("tests/nlu/gaming.toml")).unwrap();
    toml::from_str::<Cases>(&text).unwrap_or_else(|error| panic!("{error}")).case
}

/// What is wrong with how a message is heard.
fn fault(case: &Case) -> Option<String> {
    let tongue = &stage::loaded().content.tongues[&stage::lang(&case.lang)];
    let reading = tongue.reader.read(&case.said, None, &case.before);
    let heard: Vec<Move> = reading.moves.iter().map(|hit| hit.mv).collect();
    let wrongly: Vec<Move> = heard.iter().copied().filter(|mv| case.never.contains(mv)).collect();
    let deaf = !case.hears.is_empty() && !heard.iter().any(|mv| case.hears.contains(mv));
    let told = format!("“{}” is heard as {heard:?}", case.said);
    match (wrongly.is_empty(), deaf) {
        (true, false) => None,
        (false, _) => Some(format!("{told}: never {wrongly:?}")),
        (true, true) => Some(format!("{told}: none of {:?}", case.hears)),
    }
}

fn hold(kind: Kind) {
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.kind == kind).collect();
    assert!(stage::LANGS.iter().all(|lang| cases.iter().filter(|case| case.lang == *lang).count() >= 4));
    let faults: Vec<String> = cases.iter().filter_map(fault).collect();
    match kind {
        Kind::Regression => {
            assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), cases.len(), faults.join("\n"))
        }
        other => stage::only_known(&format!("{other:?}").to_lowercase(), faults),
    }
}

#[test]
fn what_was_once_heard_wrongly_is_heard_rightly() {
    hold(Kind::Regression);
}

#[test]
fn what_is_denied_is_not_heard_as_said() {
    hold(Kind::Negation);
}

#[test]
fn words_quoted_from_others_are_not_the_trainees_own() {
    hold(Kind::Quotation);
}

#[test]
fn polite_words_do_not_hide_hostility() {
    hold(Kind::PoliteHostile);
}

#[test]
fn blunt_words_do_not_spoil_help() {
    hold(Kind::BluntHelpful);
}
