//! A trainee may write Simplified or Traditional characters: the customer is moved the same way (tests/nlu/scripts.toml).

use std::fs;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::select;
use serde::Deserialize;
use xiaoqi::base::moves::Move;
use xiaoqi::customer::trace::Turn;
use xiaoqi::nlu::reading::{Reading, SlotKind};

use crate::stage::{self, PERSONAS};

#[derive(Deserialize)]
struct File {
    pairs: Vec<(String, String)>,
}

fn pairs() -> &'static [(String, String)] {
    static PAIRS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let text = fs::read_to_string(stage::repository("tests/nlu/scripts.toml")).unwrap();
        toml::from_str::<File>(&text).unwrap_or_else(|error| panic!("{error}")).pairs
    })
}

/// All of a reading that can move a customer.
type Gist = (Vec<(Move, u16)>, Vec<(SlotKind, i64)>, Vec<String>, Vec<usize>, Vec<usize>, [bool; 5]);

fn gist(reading: &Reading) -> Gist {
    (
        reading.moves.iter().map(|hit| (hit.mv, hit.confidence)).collect(),
        reading.slots.iter().map(|slot| (slot.kind, slot.number)).collect(),
        reading.questions.iter().map(|question| format!("{:?}", question.topic)).collect(),
        reading.offers.iter().map(|offer| offer.offer).collect(),
        reading.demands.clone(),
        [reading.postpones, reading.specific, reading.empty, reading.foreign, reading.robot],
    )
}

#[test]
fn every_pair_is_read_alike_by_every_customer() {
    assert!(pairs().iter().filter(|(simplified, traditional)| simplified != traditional).count() >= 40);
    let mut faults = Vec::new();
    for persona in PERSONAS {
        let cast = stage::cast(persona, "zh-Hans");
        for (simplified, traditional) in pairs() {
            let [one, other] =
                [simplified, traditional].map(|said| cast.reader.read(said, Some(cast.ear), ""));
            if gist(&one) != gist(&other) {
                faults.push(format!(
                    "{persona}: {simplified} {:?}\n  {traditional} {:?}",
                    gist(&one),
                    gist(&other)
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a message did, without the words of either side.
fn course(turn: &Turn) -> String {
    let causes: Vec<String> = turn.appraisals.iter().map(|a| a.cause.to_string()).collect();
    let lines: Vec<&str> = turn.lines.iter().map(|spoken| spoken.line.as_str()).collect();
    let state = (turn.state.as_str(), turn.phase, turn.heard, turn.solved, turn.ended, &turn.rule);
    format!("{:?} {state:?} {causes:?} {:?} {:?} {lines:?}", turn.after, turn.told, turn.offers)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn the_script_of_a_message_changes_nothing_that_follows(
        persona in select(&PERSONAS[..]),
        seed in any::<u64>(),
        said in proptest::collection::vec((select(pairs()), any::<bool>()), 1..16),
    ) {
        let cast = stage::cast(persona, "zh-Hans");
        let simplified = said.iter().map(|((simplified, _), _)| simplified.as_str());
        let mixed = said.iter().map(|((simplified, traditional), t)| if *t { traditional } else { simplified }.as_str());
        let one = stage::play(&cast, "zh-Hans", seed, simplified).session;
        let other = stage::play(&cast, "zh-Hans", seed, mixed).session;
        let courses = |turns: &[Turn]| turns.iter().map(course).collect::<Vec<_>>();
        prop_assert_eq!(courses(&one.turns), courses(&other.turns));
        prop_assert_eq!(one.ended, other.ended);
    }
}
