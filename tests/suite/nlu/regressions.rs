//! Messages that a reader of single words would take wrongly (tests/nlu/gaming.toml): negations, quotations, polite
//! words for hostile things and blunt words for helpful ones, and what people try who want to win by words alone.

use std::fs;

use serde::Deserialize;
use xiaoqi::base::moves::Move;
use xiaoqi::session::measure::read;

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
    /// Directions that no fair judge would see in it: calms, neutral, escalates.
    #[serde(default)]
    not_direction: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Regression,
    Negation,
    Quotation,
    PoliteHostile,
    BluntHelpful,
    EmptyEmpathy,
    KeywordStuffing,
    Canned,
    Overpromise,
    Flattery,
    DeniedOffence,
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(stage::repository("tests/nlu/gaming.toml")).unwrap();
    toml::from_str::<Cases>(&text).unwrap_or_else(|error| panic!("{error}")).case
}

/// What is wrong with how a message is heard.
fn fault(case: &Case) -> Option<String> {
    let content = &stage::loaded().content;
    let lang = stage::lang(&case.lang);
    let spoken = if content.tongues.contains_key(&lang) { lang } else { content.fallbacks[&lang] };
    let measured = read(content, &case.before, &case.said, spoken).unwrap();
    let heard = measured.reading.heard();
    let wrongly: Vec<Move> = heard.iter().copied().filter(|mv| case.never.contains(mv)).collect();
    let deaf = !case.hears.is_empty() && !heard.iter().any(|mv| case.hears.contains(mv));
    let way = measured.direction.id();
    let astray = case.not_direction.iter().any(|wrong| wrong == way);
    let mut told = format!("“{}” is heard as {heard:?}", case.said);
    if !wrongly.is_empty() {
        told += &format!(": never {wrongly:?}");
    } else if deaf {
        told += &format!(": none of {:?}", case.hears);
    }
    if astray {
        told += &format!(", and {way}");
    }
    (!wrongly.is_empty() || deaf || astray).then_some(told)
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

#[test]
fn sympathy_without_the_matter_is_not_sympathy_with_it() {
    hold(Kind::EmptyEmpathy);
}

#[test]
fn a_heap_of_kind_words_is_no_kindness() {
    hold(Kind::KeywordStuffing);
}

#[test]
fn pasted_phrases_do_not_calm() {
    hold(Kind::Canned);
}

#[test]
fn promises_beyond_reason_do_not_calm() {
    hold(Kind::Overpromise);
}

#[test]
fn flattery_does_not_calm() {
    hold(Kind::Flattery);
}

#[test]
fn an_offence_in_its_own_denial_is_still_one() {
    hold(Kind::DeniedOffence);
}
