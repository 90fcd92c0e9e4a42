//! Skill decides, whatever the script: what a conversation would have been worth with an insult more, an apology less, or
//! one good sentence said five times.

use xiaoqi::base::cause::Cause;
use xiaoqi::base::ending::Ending;
use xiaoqi::base::moves::Move;
use xiaoqi::debrief;

use super::file::{Play, Skill, plays};
use crate::stage::{self, Played};

/// How it ended, worst first, and what it was worth.
type Outcome = (usize, u8);

fn outcome(play: &Play, played: &Played) -> Outcome {
    let won = match played.ending() {
        Ending::Satisfied => 3,
        Ending::Accepted => 2,
        Ending::Unresolved => 1,
        _ => 0,
    };
    (won, debrief::report(&stage::cast(&play.persona, &play.lang), &played.session).score)
}

fn perform(play: &Play, said: &[&str]) -> Played {
    let cast = stage::cast(&play.persona, &play.lang);
    stage::play(&cast, &play.lang, play.seed, said.iter().copied())
}

fn script(play: &Play) -> Vec<&str> {
    play.turns.iter().map(|turn| turn.said.as_str()).collect()
}

fn insult(lang: &str) -> &'static str {
    if lang == "en" { "are you stupid or what" } else { "你是不是脑子有问题" }
}

#[test]
fn an_insult_more_never_ends_better() {
    let mut faults = Vec::new();
    for play in plays() {
        let said = script(&play);
        let before = outcome(&play, &perform(&play, &said));
        for place in 0..said.len() {
            let mut worse = said.clone();
            worse.insert(place, insult(&play.lang));
            let after = outcome(&play, &perform(&play, &worse));
            // A lost conversation that an insult ends sooner has fewer faults to count.
            let spare = if before.0 == 0 { 3 } else { 0 };
            if after.0 > before.0 || after.1 > before.1 + spare {
                faults.push(format!(
                    "{} with an insult as message {}: {before:?} to {after:?}",
                    play.name,
                    place + 1
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The places of the messages in which an apology was heard, with the words of it.
fn apologies(play: &Play, said: &[&str]) -> Vec<(usize, String)> {
    let played = perform(play, said);
    let mut found = Vec::new();
    for (place, turn) in played.session.turns.iter().enumerate() {
        let heard = turn.appraisals.iter().find(|a| a.cause == Cause::Move(Move::Apologize));
        found.extend(heard.and_then(|a| a.span).map(|span| (place, span.of(&turn.said).to_owned())));
    }
    found
}

#[test]
fn an_experts_script_without_its_apologies_never_ends_better() {
    let mut faults = Vec::new();
    for play in plays().into_iter().filter(|play| play.skill == Skill::Good) {
        let said = script(&play);
        let before = outcome(&play, &perform(&play, &said));
        let mut without: Vec<String> = said.iter().map(|message| (*message).to_owned()).collect();
        for (place, words) in apologies(&play, &said) {
            without[place] = without[place].replacen(&words, "", 1);
        }
        without.retain(|message| !message.trim().is_empty());
        let rest: Vec<&str> = without.iter().map(String::as_str).collect();
        let after = outcome(&play, &perform(&play, &rest));
        if after.0 > before.0 || after.1 > before.1 {
            faults.push(format!("{}: {before:?} to {after:?}", play.name));
        }
    }
    stage::only_known("an_experts_script_without_its_apologies_never_ends_better", faults);
}

#[test]
fn one_sentence_five_times_never_beats_it_and_four_other_fitting_ones() {
    let mut faults = Vec::new();
    for play in plays().into_iter().filter(|play| play.skill == Skill::Good) {
        let five: Vec<&str> = script(&play).into_iter().take(5).collect();
        let varied = outcome(&play, &perform(&play, &five));
        for message in &five {
            let repeated = outcome(&play, &perform(&play, &[*message; 5]));
            if repeated.0 > varied.0 || repeated.1 > varied.1 {
                faults.push(format!("{}: {message:?} five times: {varied:?} to {repeated:?}", play.name));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
