//! Hints: what he needs now, never the same twice, and what they cost.

use xiaoqi::base::cause::Cause;
use xiaoqi::base::level::{Level, PerEmotion};
use xiaoqi::base::moves::Move;
use xiaoqi::base::phrase::{Arg, Phrase};
use xiaoqi::customer::state::Pending;
use xiaoqi::flow::Step;
use xiaoqi::flow::input::Command;
use xiaoqi::persona::rules::Effect;
use xiaoqi::session::event::{Event, Nudge};

use super::fixture::{Trainee, arg, phrase, said};

/// What a hint answers to, the move it names, and its example.
fn hint(step: &Step) -> (String, String, String) {
    let hint = phrase(step, "insight-hint");
    match (arg(&hint, "reason"), arg(&hint, "technique"), arg(&hint, "example")) {
        (Arg::Term("need", need), Arg::Term("move", id), Arg::Text(example)) => (need, id, example),
        (Arg::Term("need", need), Arg::Term("move", id), Arg::Term("better", _)) => (need, id, String::new()),
        other => panic!("{other:?}"),
    }
}

fn technique(trainee: &mut Trainee) -> String {
    hint(&trainee.commands(Command::Hint)).1
}

fn done(trainee: &mut Trainee, mv: Move) {
    trainee.session.as_mut().unwrap().customer.memory.counts.set(Cause::Move(mv), 1);
}

#[test]
fn until_he_feels_heard_listening_is_hinted_and_then_what_comes_after_but_nothing_twice() {
    let mut trainee = Trainee::playing();
    done(&mut trainee, Move::NameEmotion);
    let mut ids: Vec<String> = Vec::new();
    loop {
        let step = trainee.commands(Command::Hint);
        if said(&step) == ["insight-hint-none"] {
            assert!(step.events.is_empty(), "a hint that is none costs nothing");
            break;
        }
        ids.push(hint(&step).1);
    }
    assert_eq!(ids[..4], ["apologize", "empathize_specific", "paraphrase", "validate"]);
    assert!(!ids.contains(&"name_emotion".to_owned()), "that was done already");
    let nudges: Vec<&Nudge> = trainee
        .log
        .iter()
        .map(|event| match event {
            Event::Hinted { nudge: Some(nudge), .. } => nudge,
            other => panic!("{other:?}"),
        })
        .collect();
    let unique: std::collections::BTreeSet<&&Nudge> = nudges.iter().collect();
    assert_eq!((unique.len(), nudges.len()), (ids.len(), ids.len()));
    assert!(ids.contains(&"open_question".to_owned()) && ids.contains(&"offer_solution".to_owned()));
}

#[test]
fn among_moves_for_the_same_need_the_one_that_does_this_customer_most_good_comes_first() {
    let mut trainee = Trainee::playing();
    let rules = std::sync::Arc::make_mut(&mut trainee.content.rules);
    let calms = |anger| Effect { levels: PerEmotion { anger, ..PerEmotion::default() }, heard: 0 };
    rules.effects.set(Cause::Move(Move::Paraphrase), calms(-4000));
    rules.effects.set(Cause::Move(Move::EmpathizeSpecific), calms(-3000));
    assert_eq!(technique(&mut trainee), "paraphrase");
    // Another kind of customer, to whom facts mean less than feelings.
    let mut trainee = Trainee { content: trainee.content, ..Trainee::playing() };
    let mut persona = (*trainee.content.personas[&super::fixture::parcel()]).clone();
    persona.sensitivity.set(Cause::Move(Move::EmpathizeSpecific), 200);
    trainee.content.personas.insert(super::fixture::parcel(), persona.into());
    assert_eq!(technique(&mut trainee), "empathize_specific");
}

#[test]
fn once_heard_the_hidden_fact_he_would_tell_by_now_is_asked_for() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    let hint = hint(&trainee.commands(Command::Hint));
    let expected = ["found_out", "open_question", "请问是准备送给谁的？"].map(str::to_owned);
    assert_eq!([hint.0, hint.1, hint.2], expected);
}

#[test]
fn what_he_does_not_trust_her_with_yet_is_no_hint() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    trainee.session.as_mut().unwrap().customer.anchors.trust.level = Level::points(10);
    assert_eq!(technique(&mut trainee), "offer_solution");
}

#[test]
fn with_the_facts_known_the_offer_that_helps_most_within_her_authority_comes_first() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    trainee.session.as_mut().unwrap().customer.memory.told.insert(1);
    let both = [0, 1].map(|_| hint(&trainee.commands(Command::Hint)));
    assert_eq!((both[0].1.as_str(), both[0].2.as_str()), ("offer_solution", "师傅今天下午三点前送到。"));
    assert_eq!(both[1].1, "remedy");
}

#[test]
fn a_time_he_asked_for_goes_before_everything_else() {
    let mut trainee = Trainee::playing();
    trainee.session.as_mut().unwrap().customer.memory.pending = Some(Pending::Time);
    let hint = hint(&trainee.commands(Command::Hint));
    assert_eq!((hint.0.as_str(), hint.1.as_str()), ("time", "commit_specific"));
}

#[test]
fn at_last_come_a_promise_the_question_whether_it_will_do_and_goodbye() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    let memory = &mut trainee.session.as_mut().unwrap().customer.memory;
    memory.told.insert(1);
    memory.met = vec![100, 100];
    let mut seen = Vec::new();
    for mv in [Move::CommitSpecific, Move::CheckSatisfaction, Move::FollowUp, Move::Close] {
        seen.push(technique(&mut trainee));
        done(&mut trainee, mv);
    }
    assert_eq!(seen, ["commit_specific", "check_satisfaction", "follow_up", "close"]);
}

#[test]
fn a_hint_says_what_it_costs_until_hints_cost_no_more() {
    let mut trainee = Trainee::playing();
    let costs: Vec<(&str, Vec<i64>)> = (0..6)
        .map(|_| {
            let Arg::Phrase(cost) = arg(&phrase(&trainee.commands(Command::Hint), "insight-hint"), "cost")
            else {
                panic!("no cost")
            };
            let numbers = cost.args().into_iter().map(|(_, value)| match value {
                Arg::Number(number) => number,
                other => panic!("{other:?}"),
            });
            (Phrase::id(&cost), numbers.collect())
        })
        .collect();
    assert_eq!(costs[0], ("insight-hint-cost", vec![3, 3]));
    assert_eq!(costs[4], ("insight-hint-cost", vec![3, 15]));
    assert_eq!(costs[5], ("insight-hint-free", vec![15]));
}

#[test]
fn a_move_without_a_sentence_of_the_persona_gets_the_languages_own() {
    let mut trainee = Trainee::playing();
    let mut persona = (*trainee.content.personas[&super::fixture::parcel()]).clone();
    persona.texts.values_mut().for_each(|texts| texts.better.clear());
    trainee.content.personas.insert(super::fixture::parcel(), persona.into());
    let hint = phrase(&trainee.commands(Command::Hint), "insight-hint");
    assert_eq!(arg(&hint, "example"), Arg::Term("better", "empathize_specific".to_owned()));
}
