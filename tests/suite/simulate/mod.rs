//! Synthetic trainees against the repository's customers: skill decides how it ends, and every grade keeps its band.

use std::collections::BTreeSet;

use xiaoqi::base::ending::Ending;
use xiaoqi::base::id::PersonaId;
use xiaoqi::debrief;
use xiaoqi::persona::model::Grade;
use xiaoqi::simulate::play::play;
use xiaoqi::simulate::tally::Tally;
use xiaoqi::simulate::trainee::Trainee;

use crate::stage;

/// Conversations for each customer and trainee. Fewer than the thousand that calibration uses, so the bands below are wider
/// than the curriculum's by what chance does to so few.
const RUNS: u64 = 100;

fn trainee(id: &str) -> &'static Trainee {
    stage::loaded().trainees.iter().find(|trainee| trainee.id == id).unwrap()
}

fn many(persona: &PersonaId, who: &str) -> Tally {
    let cast = stage::loaded().content.cast(persona, stage::lang("zh-Hans")).unwrap();
    let mut tally = Tally::default();
    for seed in 1..=RUNS {
        tally.add(&play(&cast, trainee(who), stage::lang("zh-Hans"), seed), None);
    }
    tally
}

/// Per cent of conversations that an expert and an average trainee may win, and the most that a poor one may.
fn bands(grade: Grade) -> [(u64, u64); 3] {
    match grade {
        Grade::Basic => [(89, 100), (52, 88), (0, 30)],
        Grade::Intermediate => [(79, 100), (25, 65), (0, 10)],
        Grade::Advanced => [(62, 97), (3, 38), (0, 3)],
    }
}

#[test]
fn every_customer_is_as_hard_as_his_grade_says() {
    let mut off = Vec::new();
    for (id, persona) in &stage::loaded().content.personas {
        for (who, (least, most)) in ["expert", "average", "poor"].into_iter().zip(bands(persona.grade)) {
            let won = many(id, who).success() / 10;
            if !(least..=most).contains(&won) {
                off.push(format!("{id} ({}): {who} wins {won} %, not {least} to {most}", persona.grade.id()));
            }
        }
        let hostile = many(id, "hostile").success();
        if hostile > 0 {
            off.push(format!("{id}: a hostile trainee wins {hostile} per mille"));
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn kind_words_alone_excuses_alone_and_silence_never_win() {
    for id in stage::loaded().content.personas.keys() {
        for who in ["stuffer", "apologiser", "silent"] {
            assert_eq!(many(id, who).success(), 0, "{id}: {who}");
        }
    }
}

#[test]
fn who_promises_everything_is_found_out() {
    for id in stage::loaded().content.personas.keys() {
        let tally = many(id, "promiser");
        let found_out = tally.endings.get(&Ending::Overpromised).copied().unwrap_or(0);
        assert!(found_out * 2 > RUNS, "{id}: {:?}", tally.endings);
    }
}

#[test]
fn every_ending_is_reached_by_somebody_somewhere() {
    let mut seen = BTreeSet::new();
    for id in stage::loaded().content.personas.keys() {
        for who in ["expert", "average", "hostile", "promiser", "random"] {
            seen.extend(many(id, who).endings.into_keys());
        }
    }
    let never: Vec<Ending> = Ending::ALL.into_iter().filter(|ending| !seen.contains(ending)).collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn the_same_seed_gives_the_same_conversation() {
    let cast = stage::cast("heating", "zh-Hans");
    let again = || play(&cast, trainee("random"), stage::lang("zh-Hans"), 7);
    assert_eq!(again(), again());
    assert_ne!(again(), play(&cast, trainee("random"), stage::lang("zh-Hans"), 8));
}

#[test]
fn customers_speak_like_their_type_where_they_have_no_line_of_their_own() {
    for (id, persona) in &stage::loaded().content.personas {
        let spoken: BTreeSet<String> =
            many(id, "random").lines.into_keys().map(|line| line.as_str().to_owned()).collect();
        let (leading, _) = &persona.types[0];
        assert!(
            spoken.iter().any(|line| line.starts_with(&format!("zh-Hans/{leading}/"))),
            "{id} never speaks like the {leading} one he is"
        );
    }
}

/// What one conversation is worth, by the debrief's score.
fn worth(persona: &PersonaId, who: &str, seed: u64) -> u8 {
    let lang = stage::lang("zh-Hans");
    let cast = stage::loaded().content.cast(persona, lang).unwrap();
    debrief::report(&cast, &play(&cast, trainee(who), lang, seed)).score
}

#[test]
fn the_better_trainee_earns_more_on_average_with_everybody_and_in_nearly_every_pair() {
    const SEEDS: u64 = 25;
    let (mut pairs, mut upset) = (0u64, 0u64);
    for id in stage::loaded().content.personas.keys() {
        let scores = ["expert", "average", "poor", "hostile"]
            .map(|who| (1..=SEEDS).map(|seed| worth(id, who, seed)).collect::<Vec<u8>>());
        let sums = scores.each_ref().map(|all| all.iter().map(|score| u64::from(*score)).sum::<u64>());
        assert!(sums.is_sorted_by(|better, worse| better > worse), "{id}: {sums:?}");
        // Any two of unlike skill, each of the same seed.
        for (at, better) in scores.iter().enumerate() {
            for worse in &scores[at + 1..] {
                pairs += SEEDS;
                upset += better.iter().zip(worse).filter(|(better, worse)| better < worse).count() as u64;
            }
        }
    }
    assert!(upset * 20 <= pairs, "{upset} of {pairs} pairs are the wrong way round");
}
