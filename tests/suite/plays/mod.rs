//! Scripted conversations (tests/plays/*.toml) with the real customers: how they must end, what they must be worth,
//! and how they read.

mod answers;
mod doubt;
mod fairness;
mod file;
mod several;
mod transcript;
mod waiting;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use file::{Play, Skill, plays};
use xiaoqi::debrief;

use super::stage::{self, LANGS, PERSONAS, Played};

fn perform(play: &Play) -> Played {
    let cast = stage::cast(&play.persona, &play.lang);
    stage::play(&cast, &play.lang, play.seed, play.turns.iter().map(|turn| turn.said.as_str()))
}

fn score(play: &Play, played: &Played) -> u8 {
    debrief::report(&stage::cast(&play.persona, &play.lang), &played.session).score
}

/// Everything in which the plays fall short, all at once: one broken play must not hide the others.
fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_customer_has_a_good_a_mediocre_and_a_hostile_play_in_every_language() {
    let all = plays();
    for (persona, lang) in PERSONAS.iter().flat_map(|p| LANGS.map(|l| (*p, l))) {
        for skill in Skill::ALL {
            let found =
                all.iter().any(|p| (p.persona.as_str(), p.lang.as_str(), p.skill) == (persona, lang, skill));
            assert!(found, "{persona} {lang} {skill:?}");
        }
    }
    let lengths = all.iter().filter(|p| !(6..=12).contains(&p.turns.len())).map(|p| p.name.clone());
    assert_none(lengths.collect());
}

#[test]
fn plays_end_as_they_should() {
    let fault = |play: &Play| {
        let ending = perform(play).ending();
        (!play.endings.contains(&ending)).then(|| format!("{}: {ending}, not {:?}", play.name, play.endings))
    };
    stage::only_known("plays_end_as_they_should", plays().iter().filter_map(fault).collect());
}

#[test]
fn plays_are_worth_what_they_should_be() {
    let fault = |play: &Play| {
        let score = score(play, &perform(play));
        let (least, most) = (play.score.least, play.score.most);
        (!(least..=most).contains(&score)).then(|| format!("{}: {score}, not {least} to {most}", play.name))
    };
    stage::only_known("plays_are_worth_what_they_should_be", plays().iter().filter_map(fault).collect());
}

#[test]
fn the_customer_is_in_the_state_that_the_play_expects() {
    let faults = plays().into_iter().flat_map(|play| {
        let played = perform(&play);
        file::states(&play, &played.session)
    });
    assert_none(faults.collect());
}

#[test]
fn questions_find_the_facts_they_are_about_and_only_questions_are_answered() {
    let faults = plays().into_iter().flat_map(|play| {
        let cast = stage::cast(&play.persona, &play.lang);
        file::facts(&play, &cast, &perform(&play).session)
    });
    stage::only_known(
        "questions_find_the_facts_they_are_about_and_only_questions_are_answered",
        faults.collect(),
    );
}

#[test]
fn offers_are_heard_as_what_they_are() {
    let faults = plays().into_iter().flat_map(|play| {
        let cast = stage::cast(&play.persona, &play.lang);
        file::offers(&play, &cast, &perform(&play).session)
    });
    stage::only_known("offers_are_heard_as_what_they_are", faults.collect());
}

#[test]
fn nothing_in_a_good_play_is_taken_as_an_offence() {
    let good = plays().into_iter().filter(|play| play.skill == Skill::Good);
    stage::only_known(
        "nothing_in_a_good_play_is_taken_as_an_offence",
        good.flat_map(|play| file::offences(&play, &perform(&play).session)).collect(),
    );
}

#[test]
fn nothing_in_a_hostile_play_is_taken_as_a_kindness() {
    let hostile = plays().into_iter().filter(|play| play.skill == Skill::Hostile);
    stage::only_known(
        "nothing_in_a_hostile_play_is_taken_as_a_kindness",
        hostile.flat_map(|play| file::kindnesses(&play, &perform(&play).session)).collect(),
    );
}

#[test]
fn most_of_a_hostile_play_is_heard_as_hostile() {
    let hostile = plays().into_iter().filter(|play| play.skill == Skill::Hostile);
    let fault = |play: Play| {
        let session = perform(&play).session;
        let missed = file::missed_offences(&session);
        (missed.len() * 4 > session.turns.len()).then(|| format!("{}: {}", play.name, missed.join(" | ")))
    };
    stage::only_known("most_of_a_hostile_play_is_heard_as_hostile", hostile.filter_map(fault).collect());
}

#[test]
fn better_work_earns_a_better_score_with_every_customer_in_every_language() {
    let mut scores: BTreeMap<(String, String), BTreeMap<Skill, u8>> = BTreeMap::new();
    for play in plays() {
        let score = score(&play, &perform(&play));
        scores.entry((play.persona, play.lang)).or_default().insert(play.skill, score);
    }
    let unfair = |by: &BTreeMap<Skill, u8>| !by.values().collect::<Vec<_>>().is_sorted_by(|a, b| a < b);
    let faults = scores.iter().filter(|(_, by)| unfair(by)).map(|(who, by)| format!("{who:?}: {by:?}"));
    stage::only_known(
        "better_work_earns_a_better_score_with_every_customer_in_every_language",
        faults.collect(),
    );
}

#[test]
fn plays_read_as_they_were_blessed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(stage::repository("tests/plays/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let changed = |play: &Play| {
        let played = perform(play);
        let cast = stage::cast(&play.persona, &play.lang);
        let text = transcript::transcript(&cast, &played, score(play, &played));
        let compare = || insta::assert_snapshot!(play.name.as_str(), text);
        catch_unwind(AssertUnwindSafe(|| settings.bind(compare))).err().map(|_| play.name.clone())
    };
    assert_none(plays().iter().filter_map(changed).collect());
}
