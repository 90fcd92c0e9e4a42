//! Going back to an earlier message: a branch of its own, counted apart, marked in the debrief.

use xiaoqi::base::mode::Mode;
use xiaoqi::base::phrase::Arg;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::profile::Screen;
use xiaoqi::flow::say::Say;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::replay;

use super::fixture::{Trainee, arg, mr_lin, phrase, said};

const SAID: [&str; 3] = [
    "林先生您好，您点的是清蒸鲈鱼，送到的却是油焖大虾，对吗？",
    "这种事难免的，您冷静一点。",
    "真的对不起，是我们出餐拿错了。",
];

fn talking() -> Trainee {
    let mut trainee = Trainee::with_mr_lin();
    for text in SAID {
        trainee.writes(text);
    }
    trainee
}

fn bubbles(step: &xiaoqi::flow::Step) -> Vec<String> {
    let bubble = |say: &Say| if let Say::Bubble(text) = say { Some(text.clone()) } else { None };
    step.says.iter().filter_map(bubble).collect()
}

#[test]
fn an_open_conversation_stands_again_where_it_stood_with_his_last_words_to_answer() {
    let mut trainee = talking();
    let parent = trainee.session.clone().unwrap();
    trainee.log.clear();
    let step = trainee.orders(Command::Rewind, "2");
    assert_eq!(said(&step)[0], "practice-rewound");
    assert_eq!(arg(&phrase(&step, "practice-rewound"), "message"), Arg::Number(2));
    assert_eq!(bubbles(&step), parent.turns[0].reply);
    let branch = step.session.clone().unwrap();
    assert_eq!(branch.turns, parent.turns[..1]);
    assert!(branch.is_open() && step.profile.screen == Screen::Playing);
    assert_eq!((step.profile.sessions, step.profile.branches), (2, 1));
    let from = branch.start.branch.as_ref().unwrap();
    assert_eq!((from.parent, from.message, &from.chain), (1, 2, &parent.chain));
    // What is recorded makes the branch without the parent's log.
    trainee.writes("对不起，刚才打扰了。");
    trainee.commands(Command::Hint);
    let start = &branch.start;
    let cast = trainee.content.cast(&start.persona, start.lang).unwrap();
    assert_eq!(replay(&cast, &trainee.log).as_ref(), Ok(trainee.session.as_ref().unwrap()));
}

#[test]
fn back_to_the_first_message_he_opens_again_with_the_same_words() {
    let mut trainee = talking();
    let opening = trainee.session.as_ref().unwrap().opening.clone();
    assert_eq!(bubbles(&trainee.orders(Command::Rewind, "1")), opening);
    assert!(trainee.session.as_ref().unwrap().turns.is_empty());
}

#[test]
fn a_branch_of_a_branch_refers_to_the_branch() {
    let mut trainee = talking();
    trainee.orders(Command::Rewind, "3");
    trainee.writes("我让后厨重做一条鱼。");
    trainee.orders(Command::Rewind, "2");
    let session = trainee.session.as_ref().unwrap();
    assert_eq!(session.start.branch.as_ref().unwrap().parent, 2);
    assert_eq!(session.turns.len(), 1);
    assert_eq!((trainee.profile.sessions, trainee.profile.branches), (3, 2));
}

#[test]
fn hints_shown_before_the_message_stay_shown_and_later_ones_do_not() {
    let mut trainee = Trainee::with_mr_lin();
    trainee.commands(Command::Hint);
    trainee.writes(SAID[0]);
    trainee.writes(SAID[1]);
    trainee.commands(Command::Hint);
    let shown = trainee.session.as_ref().unwrap().hinted[0].nudge.clone();
    trainee.orders(Command::Rewind, "2");
    let session = trainee.session.as_ref().unwrap();
    assert_eq!((session.hints, &session.hinted[0].nudge), (1, &shown));
    let again = trainee.commands(Command::Hint);
    assert!(matches!(&again.events[..], [Event::Hinted { nudge, .. }] if *nudge != shown));
}

#[test]
fn from_the_review_the_debrief_comes_first_and_is_kept_with_the_session_it_is_about() {
    let mut trainee = talking();
    trainee.commands(Command::End);
    let step = trainee.orders(Command::Rewind, "2");
    let place = |id: &str| said(&step).iter().position(|one| *one == id).unwrap_or_else(|| panic!("no {id}"));
    assert!(place("review-done") < place("practice-rewound"));
    let started = step.events.iter().position(|e| matches!(e, Event::Started { .. })).unwrap();
    let left = &step.events[..started];
    assert_eq!(left.iter().filter(|e| matches!(e, Event::Reflected { answer: None, .. })).count(), 3);
    assert!(matches!(left.last(), Some(Event::Debriefed { .. })));
    assert!(step.events[started..].iter().all(|e| !matches!(e, Event::Debriefed { .. })));
}

#[test]
fn from_a_finished_session_it_works_and_the_branch_says_in_its_debrief_what_it_is() {
    let mut trainee = talking();
    trainee.commands(Command::End);
    trainee.commands(Command::End);
    assert_eq!(trainee.profile.screen, Screen::Lobby);
    trainee.orders(Command::Rewind, "2");
    trainee.writes("真的对不起，是我们出餐拿错了。");
    let ended = trainee.commands(Command::End);
    assert_eq!(arg(&phrase(&ended, "review-branch"), "message"), Arg::Number(2));
    let verdict = trainee.commands(Command::End);
    let Arg::Joined(lines) = arg(&phrase(&verdict, "debrief-score"), "lines") else { panic!() };
    assert_eq!((lines[0].id(), arg(&lines[0], "message")), ("debrief-score-branch", Arg::Number(2)));
    // The next fresh run is one again.
    trainee.presses(Action::Again(mr_lin()));
    assert_eq!((trainee.profile.sessions, trainee.profile.branches), (3, 1));
    assert_eq!(trainee.session.as_ref().unwrap().start.branch, None);
}

#[test]
fn a_branch_of_an_exam_is_practice() {
    let mut trainee = talking();
    trainee.session.as_mut().unwrap().start.mode = Mode::Exam;
    assert_eq!(said(&trainee.orders(Command::Rewind, "2")), ["practice-not-in-exam"]);
    assert_eq!(trainee.profile.sessions, 1);
    trainee.commands(Command::End);
    trainee.orders(Command::Rewind, "2");
    assert_eq!(trainee.session.as_ref().unwrap().start.mode, Mode::Practice);
}
