//! The coach: off until she wants it, one line a message, silent in exams.

use xiaoqi::base::mode::Mode;
use xiaoqi::base::phrase::{Phrase, TermKind};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::say::Say;

use super::fixture::{Trainee, actions, said};
use crate::stage;

const KIND: &str = "真的对不起，掀开盒子却不是那条鱼，换谁都会心凉。";

fn lines(step: &xiaoqi::flow::Step) -> Vec<Phrase> {
    let told =
        step.says.iter().filter_map(|say| if let Say::Tell(phrase, _) = say { Some(phrase) } else { None });
    told.filter(|phrase| phrase.id().starts_with("insight-coach")).cloned().collect()
}

#[test]
fn it_is_off_at_first_and_can_be_turned_on_and_off_by_word_or_button() {
    let mut trainee = Trainee::with_mr_lin();
    assert!(lines(&trainee.writes(KIND)).is_empty());
    let off = trainee.commands(Command::Coach);
    assert_eq!((said(&off), actions(&off)), (vec!["practice-coach-off"], vec![Action::Coach(true)]));
    assert_eq!(said(&trainee.orders(Command::Coach, " ON ")), ["practice-coach-on"]);
    assert!(trainee.profile.coach);
    let step = trainee.writes("我让后厨现在重做一条清蒸鲈鱼。");
    assert_eq!(lines(&step).len(), 1);
    assert!(said(&step).last().unwrap().starts_with("insight-coach"), "after his answer");
    assert_eq!(said(&trainee.presses(Action::Coach(false))), ["practice-coach-off"]);
    assert!(lines(&trainee.writes("好的")).is_empty());
}

#[test]
fn it_tells_good_from_bad_in_words_that_differ() {
    let mut trainee = Trainee::with_mr_lin();
    trainee.orders(Command::Coach, "on");
    let prose = &stage::loaded().prose;
    let mut say = |text: &str| {
        let line = lines(&trainee.writes(text)).remove(0);
        prose.render(&line, stage::lang("zh-Hans"))
    };
    let (good, bad) = (say(KIND), say("这种事难免的，您冷静一点，别小题大做。"));
    assert!(good.starts_with('✓') && bad.starts_with('✗'), "{good} / {bad}");
    assert_ne!(good.split('：').nth(1), bad.split('：').nth(1));
}

#[test]
fn it_gives_away_nothing_he_has_not_told() {
    // Its lines are made of vocabulary alone: no text of a persona can stand in them.
    let mut trainee = Trainee::with_mr_lin();
    trainee.orders(Command::Coach, "on");
    let texts = ["您家里有人过敏吗？", "今天是什么日子？", KIND, "？？？", "asdf"];
    for line in texts.iter().flat_map(|text| lines(&trainee.writes(text))) {
        for (name, value) in line.args() {
            match value {
                xiaoqi::base::phrase::Arg::Term(kind, _) => {
                    let kinds = [TermKind::Move, TermKind::Circumstance, TermKind::Took, TermKind::State];
                    assert!(kinds.iter().any(|known| known.prefix() == kind), "{kind}");
                }
                xiaoqi::base::phrase::Arg::Text(mark) => {
                    assert!(["✓", "✗", "·"].contains(&mark.as_str()), "{name}")
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn in_an_exam_it_is_silent_and_says_so() {
    let mut trainee = Trainee::with_mr_lin();
    trainee.session.as_mut().unwrap().start.mode = Mode::Exam;
    assert_eq!(said(&trainee.orders(Command::Coach, "on")), ["practice-coach-after-exam"]);
    assert!(lines(&trainee.writes(KIND)).is_empty());
}
