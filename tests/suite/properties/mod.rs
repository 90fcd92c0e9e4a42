//! What holds for every conversation, whatever is written: shown on messages drawn from the plays, from the labelled
//! examples and from random text.

mod courses;
mod lines;
mod messages;

use proptest::prelude::*;
use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::level::{Emotion, POINT};
use xiaoqi::customer::trace::Turn;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::replay;

use super::stage::{self, LANGS, PERSONAS, Played};
use messages::{conversation, long_conversation};

/// A conversation to be played.
#[derive(Clone, Debug)]
pub struct Script {
    persona: &'static str,
    lang: &'static str,
    seed: u64,
    said: Vec<String>,
}

impl Script {
    fn perform(&self) -> Played {
        let cast = stage::cast(self.persona, self.lang);
        stage::play(&cast, self.lang, self.seed, self.said.iter().map(String::as_str))
    }
}

fn bytes(events: &[Event]) -> Vec<u8> {
    serde_json::to_vec(events).unwrap()
}

/// How far a message itself moved an emotion: without what was solved by it and what drifted meanwhile.
fn push(turn: &Turn, emotion: Emotion) -> i32 {
    let outside = [Circumstance::Solved, Circumstance::OwnTime].map(Cause::Circumstance);
    let own = turn.appraisals.iter().filter(|a| !outside.contains(&a.cause));
    own.map(|a| a.change.get(emotion)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn levels_stay_in_range_and_every_change_is_accounted_for(script in conversation()) {
        let played = script.perform();
        let mut before = stage::cast(script.persona, script.lang).persona.start;
        for turn in &played.session.turns {
            prop_assert_eq!(turn.before, before);
            for emotion in Emotion::ALL {
                let sum: i32 = turn.appraisals.iter().map(|a| a.change.get(emotion)).sum();
                let after = turn.after.get(emotion);
                prop_assert!((0..=100 * POINT).contains(&after.raw()));
                prop_assert_eq!(turn.before.get(emotion).moved(sum), after);
            }
            prop_assert!((0..=100 * POINT).contains(&turn.heard));
            prop_assert!((0..=100).contains(&turn.solved));
            before = turn.after;
        }
    }

    #[test]
    fn a_recorded_conversation_replays_to_the_same_bytes(script in conversation()) {
        let played = script.perform();
        let recorded = bytes(&played.events);
        let events: Vec<Event> = serde_json::from_slice(&recorded).unwrap();
        prop_assert_eq!(&events, &played.events);
        let again = replay(&stage::cast(script.persona, script.lang), &events);
        prop_assert_eq!(again.as_ref(), Ok(&played.session));
        prop_assert_eq!(bytes(&script.perform().events), recorded);
    }

    #[test]
    fn no_message_moves_an_emotion_further_than_the_customers_step_without_an_outrage(script in conversation()) {
        let cast = stage::cast(script.persona, script.lang);
        for turn in &script.perform().session.turns {
            let outrage = turn.appraisals.iter().any(|a| cast.rules.outrages.contains(&a.cause));
            let step = if outrage { cast.rules.outrage_step.max(cast.persona.step) } else { cast.persona.step };
            // Each change is scaled down by itself and loses less than a hundredth to rounding.
            let rounding = turn.appraisals.len() as i32;
            for emotion in Emotion::ALL {
                prop_assert!(push(turn, emotion).abs() <= step + rounding, "{emotion:?} in {turn:?}");
            }
        }
    }

    #[test]
    fn a_conversation_ends_at_the_latest_with_the_customers_patience(script in long_conversation()) {
        let patience = usize::from(stage::cast(script.persona, script.lang).persona.patience);
        let played = script.perform();
        // Nobody walks out on help or a fair question, for two messages more.
        prop_assert!(played.session.turns.len() <= patience + 2);
        prop_assert_eq!(played.session.turns.len() + played.unsaid.len(), script.said.len());
        prop_assert!(played.session.ended.is_some());
    }

    #[test]
    fn no_line_is_spoken_twice_while_another_is_left(script in long_conversation()) {
        let cast = stage::cast(script.persona, script.lang);
        let repeats = lines::early_repeats(&cast, &script.perform().session);
        prop_assert!(repeats.is_empty(), "{}", repeats.join("\n"));
    }
}

#[test]
fn a_line_put_in_the_place_of_another_is_noticed_as_an_early_repeat() {
    for (persona, lang) in PERSONAS.iter().flat_map(|p| LANGS.map(|l| (*p, l))) {
        let cast = stage::cast(persona, lang);
        let mut session = stage::play(&cast, lang, 7, ["?!", "?!"]).session;
        assert!(lines::early_repeats(&cast, &session).is_empty());
        let first = session.turns[0].lines.first().cloned();
        session.turns[1].lines.extend(first);
        assert_eq!(lines::early_repeats(&cast, &session).len(), 1, "{persona} {lang}");
    }
}

/// Every customer in every language.
fn anyone() -> impl Strategy<Value = (&'static str, &'static str)> {
    (proptest::sample::select(&PERSONAS[..]), proptest::sample::select(&LANGS[..]))
}
