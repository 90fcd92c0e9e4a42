//! What time and style do beside words: waiting, looking something up, feelings nobody answers.

use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::time::Moment;
use xiaoqi::session::fold::Session;

use crate::stage;

const MINUTE: i64 = 60_000;

/// Plays messages at given minutes in Chinese; tells which circumstances each message had.
fn circumstances(persona: &str, said: &[(i64, &str)]) -> Vec<Vec<Circumstance>> {
    let cast = stage::cast(persona, "zh-Hans");
    let (mut session, _) = Session::open(&cast, stage::lang("zh-Hans"), 3, Moment(0));
    for (minute, message) in said {
        session.play(&cast, message, Moment(minute * MINUTE));
    }
    let of_turn = |appraisals: &[xiaoqi::customer::trace::Appraisal]| {
        let circumstance = |cause: Cause| match cause {
            Cause::Circumstance(one) => Some(one),
            Cause::Move(_) => None,
        };
        appraisals.iter().filter_map(|a| circumstance(a.cause)).collect()
    };
    session.turns.iter().map(|turn| of_turn(&turn.appraisals)).collect()
}

#[test]
fn a_quarter_of_an_hour_without_a_word_is_felt_and_a_long_break_is_not() {
    let felt = circumstances("heating", &[(1, "周女士您好，我在看您的报修"), (16, "我看到三张单子了")]);
    assert!(felt[1].contains(&Circumstance::SlowReply), "{felt:?}");
    let break_ = circumstances("heating", &[(1, "周女士您好，我在看您的报修"), (200, "我看到三张单子了")]);
    assert!(!break_[1].contains(&Circumstance::SlowReply), "{break_:?}");
    let prompt = circumstances("heating", &[(1, "周女士您好，我在看您的报修"), (4, "我看到三张单子了")]);
    assert!(!prompt[1].contains(&Circumstance::SlowReply), "{prompt:?}");
}

#[test]
fn who_names_the_minutes_is_held_to_them() {
    let held =
        circumstances("heating", &[(1, "请您稍等五分钟，我去查一下"), (14, "查到了，第一张单子是误关的")]);
    assert!(held[1].contains(&Circumstance::PromiseLate), "{held:?}");
    let kept =
        circumstances("heating", &[(1, "请您稍等五分钟，我去查一下"), (6, "查到了，第一张单子是误关的")]);
    assert!(!kept[1].contains(&Circumstance::PromiseLate), "{kept:?}");
}

#[test]
fn worry_that_nobody_answers_turns_to_another_feeling() {
    let said: Vec<(i64, &str)> = (1..=6).map(|minute| (minute, "嗯")).collect();
    let ignored = circumstances("leak_upstairs", &said);
    assert!(ignored.iter().any(|turn| turn.contains(&Circumstance::Unheeded)), "{ignored:?}");
}

#[test]
fn talk_about_the_weather_is_off_topic_and_talk_about_the_case_is_not() {
    let felt = circumstances("heating", &[(1, "今天球赛您看了吗"), (2, "客厅现在多少度")]);
    assert!(felt[0].contains(&Circumstance::OffTopic), "{felt:?}");
    assert!(!felt[1].contains(&Circumstance::OffTopic), "{felt:?}");
}

#[test]
fn a_customer_of_every_language_speaks_it() {
    for (id, persona) in &stage::loaded().content.personas {
        for tag in ["zh-Hans", "zh-Hant", "en"] {
            let spoken = stage::loaded().content.spoken(id, stage::lang(tag));
            assert_eq!(spoken, Some(stage::lang(tag)), "{id} in {tag}");
            assert!(persona.texts.contains_key(&stage::lang(tag)), "{id} in {tag}");
        }
    }
}
