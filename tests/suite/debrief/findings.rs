//! Strengths, improvements and everything else the report names, with the words behind it.

use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::ending::Ending;
use xiaoqi::base::level::Emotion;
use xiaoqi::base::moves::Move;
use xiaoqi::debrief::counter::Better;
use xiaoqi::debrief::gap::Gap;
use xiaoqi::debrief::method::METHODS;
use xiaoqi::debrief::moment::Issue;

use super::fixture::{BABY_QUESTION, NAME_IT, SPECIFIC, act, excellent, hostile, mediocre, report};

#[test]
fn strengths_are_the_words_that_relieved_most_each_cause_once() {
    let strengths = report(&excellent(), Some(Ending::Satisfied)).strengths;
    let found: Vec<_> = strengths.iter().map(|s| (s.cause, s.quote.words.as_str())).collect();
    let expected = [
        (Cause::Move(Move::CommitSpecific), "李师傅今天下午四点前上门"),
        (Cause::Move(Move::Apologize), "对不起"),
        (Cause::Move(Move::EmpathizeSpecific), "零下八度家里才十四度"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn improvements_quote_the_trainee_exactly_and_begin_with_the_largest_harm() {
    let acts = hostile();
    let report = report(&acts, Some(Ending::LostTemper));
    let quoted: Vec<_> = report.improvements.iter().filter_map(|i| i.quote.as_ref()).collect();
    assert_eq!(quoted[0].words, "你有病吧");
    assert_eq!(quoted[1].words, "这不归我们管");
    assert_eq!(report.improvements.len(), 3);
    assert!(report.improvements.is_sorted_by_key(|i| i.relief));
}

#[test]
fn nothing_good_gets_no_praise() {
    assert!(report(&hostile(), Some(Ending::LostTemper)).strengths.is_empty());
    let empty = ["嗯", "哦", "好"].map(|said| act(said).circumstance(Circumstance::Unrecognised, -2));
    assert!(report(&empty, Some(Ending::HungUp)).strengths.is_empty());
}

#[test]
fn a_kind_word_in_a_message_that_hurt_is_no_strength() {
    let acts = [
        act("对不起，但是你有病吧。").mv(Move::Apologize, "对不起", 8).mv(Move::Insult, "你有病吧", -25),
        act("好。").circumstance(Circumstance::Unrecognised, -1),
    ];
    assert!(report(&acts, None).strengths.is_empty());
}

#[test]
fn a_gift_beyond_authority_and_a_hollow_phrase_are_no_strengths() {
    let acts = [
        act("免您一年费用。").mv(Move::Remedy, "免您一年费用", 20).offer(1, 100).beyond(1),
        act("我理解您。").mv(Move::EmpathizeGeneric, "我理解您", 5),
    ];
    assert!(report(&acts, Some(Ending::Overpromised)).strengths.is_empty());
}

#[test]
fn a_better_sentence_is_the_personas_own_or_else_the_general_one() {
    let acts = [
        act("冷静一下。").mv(Move::Dismiss, "冷静一下", -10),
        act("这是规定。").mv(Move::PolicyWall, "这是规定", -8),
    ];
    let report = report(&acts, None);
    assert_eq!(report.improvements[0].better, Some(Better::Own(NAME_IT.to_owned())));
    assert_eq!(report.improvements[1].better, Some(Better::General(Move::RefuseWithReason)));
}

#[test]
fn what_the_trainee_wrote_herself_is_not_offered_as_better() {
    let acts = [
        act(&SPECIFIC.replace('，', ", ")).mv(Move::EmpathizeSpecific, "零下八度", 5),
        act("我理解。").mv(Move::EmpathizeGeneric, "我理解", -6),
    ];
    let better = report(&acts, None).improvements[0].better.clone();
    assert_eq!(better, Some(Better::General(Move::EmpathizeSpecific)));
}

#[test]
fn two_improvements_never_offer_the_same_sentence() {
    let acts = [
        act("放心。").mv(Move::Reassure, "放心", -4),
        act("尽快。").mv(Move::CommitVague, "尽快", -5),
        act("等。").mv(Move::Minimal, "等", -6),
    ];
    let better: Vec<_> = report(&acts, None).improvements.into_iter().filter_map(|i| i.better).collect();
    assert_eq!(better.len(), 3);
    assert!(better[0] != better[1] && better[1] != better[2] && better[0] != better[2]);
}

#[test]
fn what_was_never_done_follows_what_hurt() {
    let acts = [act("您好。").mv(Move::Greet, "您好", 2), act("请讲。").mv(Move::OpenQuestion, "请讲", 1)];
    let report = report(&acts, None);
    let issues: Vec<_> = report.improvements.iter().map(|i| i.issue).collect();
    assert_eq!(issues, [Gap::Apology, Gap::Feeling, Gap::Fact].map(Issue::Missing));
    assert_eq!(report.improvements[2].better, Some(Better::Own(BABY_QUESTION.to_owned())));
}

#[test]
fn a_kind_move_that_hurt_is_explained_as_misplaced() {
    let acts = [act("您好您好。").mv(Move::Greet, "您好您好", -4), act("嗯。").mv(Move::Minimal, "嗯", -1)];
    assert_eq!(report(&acts, None).improvements[0].issue.why(), "misplaced");
}

#[test]
fn hidden_facts_that_were_never_told_are_named_with_their_question() {
    let missed = report(&mediocre(), Some(Ending::Accepted)).missed;
    assert_eq!(missed.iter().map(|m| m.fact).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(missed[0].question, BABY_QUESTION);
    assert!(report(&excellent(), Some(Ending::Satisfied)).missed.is_empty());
}

#[test]
fn promises_are_listed_in_order_with_what_they_lack() {
    let promises = report(&mediocre(), Some(Ending::Accepted)).promises;
    let found: Vec<_> = promises.iter().map(|p| (p.quote.words.as_str(), p.by_when.as_deref())).collect();
    assert_eq!(found, [("我们会尽快处理", None), ("师傅明天上午到", Some("明天上午"))]);
}

#[test]
fn turning_points_are_two_to_five_in_order_of_time_and_name_the_feeling_that_moved() {
    let report = report(&excellent(), Some(Ending::Satisfied));
    assert!((2..=5).contains(&report.turning.len()));
    assert!(report.turning.is_sorted_by_key(|t| t.quote.turn));
    let first = &report.turning[0];
    assert_eq!((first.emotion, first.cause), (Emotion::Anger, Some(Cause::Move(Move::EmpathizeSpecific))));
    assert!(first.to < first.from);
    assert_eq!(report.timeline.len(), 6, "how he came, then every message");
}

#[test]
fn the_published_steps_are_the_ones_the_checklists_have() {
    let methods = report(&excellent(), Some(Ending::Satisfied)).methods;
    let found: Vec<(&str, Vec<&str>)> =
        methods.iter().map(|m| (m.method, m.steps.iter().map(|s| s.id).collect())).collect();
    let expected: Vec<(&str, Vec<&str>)> = METHODS.iter().map(|(m, s)| (*m, s.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn checklists_show_the_words_that_took_a_step_and_the_step_still_missing() {
    let methods = report(&excellent(), Some(Ending::Satisfied)).methods;
    let apology = methods.iter().find(|m| m.method == "apology_five").unwrap();
    assert!(apology.applied);
    assert_eq!(apology.steps[2].quote.as_ref().unwrap().words, "对不起");
    let sandwich = methods.iter().find(|m| m.method == "refusal_sandwich").unwrap();
    assert!(!sandwich.applied, "nothing was refused");
}

#[test]
fn an_offer_that_came_too_early_is_named_once() {
    let report = report(&mediocre(), Some(Ending::Accepted));
    let issues: Vec<_> = report.improvements.iter().map(|i| i.issue.id()).collect();
    assert_eq!(issues, ["commit_vague", "too_early", "missed_fact"]);
}
