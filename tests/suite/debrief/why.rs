//! Why he reacted as he did, and the coach's line, on hand-made turns: what is quoted, counted and named.

use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::ending::Ending;
use xiaoqi::base::id::{LineId, StateId};
use xiaoqi::base::level::Emotion;
use xiaoqi::base::moves::Move;
use xiaoqi::base::phrase::{Arg, InsightPhrase, Phrase};
use xiaoqi::customer::trace::{Factor, Shift, Spoken, Turn};
use xiaoqi::debrief::coach::comment;
use xiaoqi::debrief::why::{phrase, why};

use super::fixture::{Act, act, session};
use crate::stage;

fn turns(acts: &[Act]) -> Vec<Turn> {
    session(acts, None).turns
}

fn value(phrase: &Phrase, name: &str) -> Arg {
    phrase.args().into_iter().find(|(n, _)| *n == name).map(|(_, value)| value).unwrap()
}

/// The lines of one part of an explanation, as id and values.
fn lines(turns: &[Turn], number: u16, part: &str) -> Vec<(&'static str, String)> {
    let phrase: Phrase = phrase(&why(turns, number).unwrap()).into();
    let Arg::Joined(lines) = value(&phrase, part) else { panic!("{phrase:?}") };
    lines.iter().map(|line| (line.id(), flat(line))).collect()
}

/// The values of a phrase in one line, nested ones too.
fn flat(phrase: &Phrase) -> String {
    let one = |value: Arg| match value {
        Arg::Text(text) | Arg::Term(_, text) => text,
        Arg::Number(number) => number.to_string(),
        Arg::Phrase(phrase) => flat(&phrase),
        Arg::Joined(all) | Arg::Listed(all) => all.iter().map(flat).collect::<Vec<_>>().join(", "),
        Arg::Bullets(all) => all.join(", "),
    };
    phrase.args().into_iter().map(|(_, value)| one(value)).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_cause_has_its_words_its_name_and_its_points_the_strongest_first() {
    let turns = turns(&[act("对不起，不过这种事难免的。").mv(Move::Apologize, "对不起", 8).mv(
        Move::ButTurn,
        "不过这种事难免的",
        -20,
    )]);
    let expected = [
        (
            "insight-cause-quoted",
            "↗ 不过这种事难免的 but_turn anger +10, anxiety +4, disappointment +4, trust −2",
        ),
        ("insight-cause-quoted", "↘ 对不起 apologize anger −4, anxiety −2, disappointment −2, trust +1"),
    ];
    assert_eq!(lines(&turns, 1, "causes"), expected.map(|(id, text)| (id, text.to_owned())));
    assert_eq!(lines(&turns, 1, "outcome")[0].0, "insight-sum");
}

#[test]
fn what_made_it_weigh_most_more_or_less_stands_below_with_the_stage_it_was_weighed_in() {
    let mut turns = turns(&[act("您好"), act("我们马上给您换。").mv(Move::OfferSolution, "马上给您换", 10)]);
    let factor = |rule: &str, percent| Factor { rule: rule.to_owned().into(), percent };
    turns[1].appraisals[0].factors = vec![
        factor("type", 130),
        factor("grade", 103),
        factor("phase", 50),
        factor("repeat", 40),
        factor("boiling", 80),
    ];
    turns[0].phase = xiaoqi::persona::rules::Phase::Opening;
    let causes = lines(&turns, 2, "causes");
    assert_eq!(causes[1], ("insight-factors", "repeat_less 40, opening 50".to_owned()));
}

#[test]
fn rungs_acts_acceptance_and_the_end_are_told_in_order() {
    let mut turns = turns(&[act("对不起").mv(Move::Apologize, "对不起", 20)]);
    let state = |id: &str| StateId::parse(id).unwrap();
    let turn = &mut turns[0];
    turn.shifts =
        vec![Shift { emotion: Emotion::Anger, from: state("furious"), to: state("angry"), up: false }];
    let line = |key: &str| Spoken { act: key.to_owned(), line: LineId::from("x".to_owned()) };
    turn.lines = vec![line("react-apologize"), line("tell"), line("answer-again"), line("accept-warm")];
    turn.accepted = true;
    turn.ended = Some(Ending::Satisfied);
    turn.rule = Some("took it, still sore".to_owned());
    let outcome = lines(&turns, 1, "outcome");
    let ids: Vec<&str> = outcome.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, ["insight-sum", "insight-down", "insight-did", "insight-accepted", "insight-ended"]);
    assert_eq!(outcome[1].1, "anger furious angry");
    assert_eq!(outcome[2].1, "react, tell, accept");
    assert_eq!(outcome[4].1, "satisfied took_it_still_sore");
}

#[test]
fn a_message_that_moved_nothing_says_so_and_one_that_is_not_there_has_no_reasons() {
    let turns = turns(&[act("嗯")]);
    assert_eq!(lines(&turns, 1, "causes")[0].0, "insight-cause-none");
    let outcome: Vec<&str> = lines(&turns, 1, "outcome").into_iter().map(|(id, _)| id).collect();
    assert_eq!(outcome, ["insight-steady", "insight-stayed"]);
    assert!(why(&turns, 0).is_none() && why(&turns, 2).is_none() && why(&[], 1).is_none());
}

#[test]
fn only_the_strongest_causes_are_named_and_the_others_counted() {
    let mut message = act("甲乙丙丁戊己庚");
    let moves = [
        Move::Greet,
        Move::Thank,
        Move::Validate,
        Move::Apologize,
        Move::Paraphrase,
        Move::Close,
        Move::Remedy,
    ];
    for (place, (mv, words)) in moves.into_iter().zip(["甲", "乙", "丙", "丁", "戊", "己", "庚"]).enumerate()
    {
        message = message.mv(mv, words, 4 + place as i32);
    }
    let causes = lines(&turns(&[message]), 1, "causes");
    assert_eq!(causes.len(), 5);
    assert!(causes[0].1.starts_with("↘ 庚 remedy"), "{causes:?}");
    assert_eq!(causes[4], ("insight-more", "3".to_owned()));
}

/// The coach's line: mark, name and how he took it.
fn line(turn: &Turn) -> (&'static str, String) {
    let phrase: Phrase = comment(turn).unwrap().into();
    (phrase.id(), flat(&phrase))
}

#[test]
fn the_coach_names_what_mattered_most_and_tells_different_things_apart() {
    let one = |message: Act| line(&turns(&[message])[0]);
    let kind = act("对不起").mv(Move::Apologize, "对不起", 9);
    assert_eq!(one(kind), ("insight-coach", "✓ apologize anger_better".to_owned()));
    let much = act("对不起").mv(Move::Apologize, "对不起", 20);
    assert_eq!(one(much).1, "✓ apologize anger_much_better");
    let rude = act("你冷静点").mv(Move::Dismiss, "冷静点", -9);
    assert_eq!(one(rude).1, "✗ dismiss anger_worse");
    let spoilt = act("对不起，但是你也有责任").mv(Move::Apologize, "对不起", 5).mv(
        Move::BlameCustomer,
        "你也有责任",
        -14,
    );
    assert_eq!(one(spoilt).1, "✗ blame_customer spoilt");
    let early = act("给您换").mv(Move::OfferSolution, "给您换", 1).circumstance(Circumstance::TooEarly, -4);
    assert_eq!(one(early).1, "✗ too_early early");
    assert_eq!(one(act("嗯嗯嗯")), ("insight-coach-none", "lost".to_owned()));
}

#[test]
fn the_coach_says_when_it_was_said_before_when_he_changed_and_nothing_once_it_is_over() {
    let mut turns = turns(&[act("对不起").mv(Move::Apologize, "对不起", 0)]);
    turns[0].appraisals[0].factors = vec![Factor { rule: "repeat".into(), percent: 20 }];
    assert_eq!(line(&turns[0]).1, "· apologize again");
    let mut turn = self::turns(&[act("对不起").mv(Move::Apologize, "对不起", 9)]).remove(0);
    let from = StateId::parse("furious").unwrap();
    turn.shifts = vec![Shift { emotion: Emotion::Anger, from, to: turn.state.clone(), up: false }];
    assert_eq!(line(&turn), ("insight-coach-shift", format!("✓ apologize anger_better {}", turn.state)));
    turn.ended = Some(Ending::HungUp);
    assert_eq!(comment(&turn), None);
}

#[test]
fn what_time_did_is_no_doing_of_hers() {
    let drift = Cause::Circumstance(Circumstance::OwnTime);
    let message = act("对不起").span(drift, None, 12).mv(Move::Apologize, "对不起", 4);
    let turns = turns(&[message]);
    assert!(matches!(comment(&turns[0]), Some(InsightPhrase::Coach { name, .. }) if name.id == "apologize"));
    assert!(lines(&turns, 1, "causes").last().unwrap().1.contains("own_time"), "it comes last");
}

#[test]
fn an_explanation_fits_on_a_phone_however_long_the_message_and_names_nothing_by_its_id() {
    let long = "您说的这个情况我们已经反复核实过很多遍了请您理解并配合".repeat(20);
    let mut message = act(&long);
    for mv in
        [Move::BlameCustomer, Move::PolicyWall, Move::Dismiss, Move::ButTurn, Move::Hurry, Move::Command]
    {
        message = message.mv(mv, &long[..300], -9);
    }
    let mut turns = turns(&[message]);
    let rules = [
        "type", "grade", "phase", "repeat", "tainted", "canned", "boiling", "order", "clarity", "step",
        "gain",
    ];
    for appraisal in &mut turns[0].appraisals {
        appraisal.factors = rules.map(|rule| Factor { rule: rule.into(), percent: 31 }).to_vec();
    }
    turns[0].ended = Some(Ending::HungUp);
    turns[0].rule = Some("one offence too many".to_owned());
    let phrase: Phrase = phrase(&why(&turns, 1).unwrap()).into();
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        let text = stage::loaded().prose.render(&phrase, stage::lang(lang));
        assert!(text.chars().count() <= 900, "{lang}: {}\n{text}", text.chars().count());
        assert!(!text.contains('_') && !text.contains("insight"), "{lang}: {text}");
    }
}
