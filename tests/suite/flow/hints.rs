//! Hints: the next fitting move. These take note of a hint, so they need the session's `note`.

use xiaoqi::base::cause::Cause;
use xiaoqi::base::moves::Move;
use xiaoqi::base::phrase::Arg;
use xiaoqi::flow::Step;
use xiaoqi::flow::input::Command;
use xiaoqi::session::event::Event;

use super::fixture::{Trainee, phrase, said};

fn technique(step: &Step) -> (String, String) {
    let args = phrase(step, "practice-hint").args();
    match (&args[0].1, &args[1].1) {
        (Arg::Term("move", id), Arg::Text(example)) => (id.clone(), example.clone()),
        other => panic!("{other:?}"),
    }
}

fn done(trainee: &mut Trainee, mv: Move) {
    trainee.session.as_mut().unwrap().customer.memory.counts.insert(Cause::Move(mv), 1);
}

#[test]
fn until_he_feels_heard_listening_is_hinted_and_nothing_twice_while_another_is_left() {
    let mut trainee = Trainee::playing();
    done(&mut trainee, Move::NameEmotion);
    let ids: Vec<String> = (0..4).map(|_| technique(&trainee.commands(Command::Hint)).0).collect();
    assert_eq!(ids, ["empathize_specific", "paraphrase", "apologize", "empathize_specific"]);
    assert!(matches!(trainee.log[..], [Event::Hinted { .. }, ..]) && trainee.log.len() == 4);
}

#[test]
fn once_heard_the_hidden_fact_he_would_tell_by_now_is_asked_for() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    let hint = technique(&trainee.commands(Command::Hint));
    assert_eq!(hint, ("open_question".to_owned(), "请问是准备送给谁的？".to_owned()));
}

#[test]
fn with_the_facts_known_the_offer_that_helps_most_within_her_authority_comes_first() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    trainee.session.as_mut().unwrap().customer.memory.told.insert(1);
    let both = [0, 1].map(|_| technique(&trainee.commands(Command::Hint)));
    assert_eq!(both[0], ("offer_solution".to_owned(), "师傅今天下午三点前送到。".to_owned()));
    assert_eq!(both[1].0, "remedy");
}

#[test]
fn at_last_come_a_promise_the_question_whether_it_will_do_and_goodbye() {
    let mut trainee = Trainee::playing();
    trainee.sets_heard(2000);
    let memory = &mut trainee.session.as_mut().unwrap().customer.memory;
    memory.told.insert(1);
    memory.met = vec![100, 100];
    let mut seen = Vec::new();
    for mv in [Move::CommitSpecific, Move::CheckSatisfaction, Move::Close] {
        seen.push(technique(&trainee.commands(Command::Hint)).0);
        done(&mut trainee, mv);
    }
    assert_eq!(seen, ["commit_specific", "check_satisfaction", "close"]);
}

#[test]
fn a_move_without_a_model_sentence_is_still_named() {
    let mut trainee = Trainee::playing();
    let mut persona = (*trainee.content.personas[&super::fixture::parcel()]).clone();
    persona.texts.values_mut().for_each(|texts| texts.better.clear());
    trainee.content.personas.insert(super::fixture::parcel(), persona.into());
    assert_eq!(said(&trainee.commands(Command::Hint)), ["practice-hint-plain"]);
}
