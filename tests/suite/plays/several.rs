//! Messages that ask more than one thing, or put two things before him.

use xiaoqi::base::time::Moment;
use xiaoqi::customer::trace::Turn;
use xiaoqi::session::fold::Session;

use crate::stage;

/// What a customer answers to one first message, and the lines behind it.
fn answered(persona: &str, lang: &str, text: &str) -> (String, Vec<String>) {
    let cast = stage::cast(persona, lang);
    let (mut session, _) = Session::open(&cast, stage::lang(lang), 5, Moment(0));
    session.play(&cast, text, Moment(60_000));
    let turn = &session.turns[0];
    (turn.reply.join("\n"), turn.lines.iter().map(|spoken| spoken.line.as_str().to_owned()).collect())
}

#[test]
fn two_plain_questions_in_one_message_are_both_answered() {
    for (persona, lang, text, both) in [
        (
            "lost_item",
            "en",
            "which seat were you in, and when did you notice it was gone",
            ["real_seat", "when_noticed"],
        ),
        (
            "saas_outage",
            "en",
            "by when does the file have to be at the bank? how many employees is it for",
            ["deadline", "scope"],
        ),
        ("leak_upstairs", "zh-Hans", "书房哪儿在滴水，底下有什么怕水的吗", ["where_drip", "below_drip"]),
        ("wrong_dish", "zh-Hant", "今天桌上幾位？有人不能吃蝦嗎", ["at_table", "allergy"]),
    ] {
        let (reply, lines) = answered(persona, lang, text);
        for fact in both {
            assert!(
                lines.iter().any(|line| line.contains(fact)),
                "{text}: {fact} is not in {lines:?}, {reply}"
            );
        }
    }
}

#[test]
fn of_two_ways_put_before_him_he_names_one() {
    for (persona, lang, text, ways) in [
        ("saas_outage", "en", "Shall I send you the report by email or by courier?", ["email", "courier"]),
        ("hotel_overbooked", "en", "does 9 or 11 suit you better for breakfast", ["9", "11"]),
        ("heating", "zh-Hans", "结果您要短信还是微信", ["短信", "微信"]),
        ("training_refund", "zh-Hant", "您要紙本還是電子檔", ["紙本", "電子檔"]),
    ] {
        let (reply, lines) = answered(persona, lang, text);
        assert!(ways.iter().any(|way| reply.contains(way)), "{text}: {reply} {lines:?}");
    }
}

#[test]
fn whoever_somebody_else_is_his_own_name_is_no_answer() {
    for (persona, lang, text) in [
        ("heating", "en", "who took that call?"),
        ("vip_downgrade", "en", "who was it that told you so?"),
        ("delivery_late", "zh-Hans", "当时是谁接的电话"),
        ("telecom_charges", "zh-Hant", "那天是誰跟您說的"),
    ] {
        let (reply, lines) = answered(persona, lang, text);
        assert!(!lines.iter().any(|line| line.contains("answer-name")), "{text}: {reply}");
    }
}

/// The lines behind each answer to some messages, one a minute.
fn lines(persona: &str, lang: &str, said: &[&str]) -> Vec<Vec<String>> {
    let cast = stage::cast(persona, lang);
    let (mut session, _) = Session::open(&cast, stage::lang(lang), 5, Moment(0));
    for (minute, message) in said.iter().enumerate() {
        session.play(&cast, message, Moment((minute as i64 + 1) * 60_000));
    }
    let lines = |turn: &Turn| turn.lines.iter().map(|spoken| spoken.line.as_str().to_owned()).collect();
    session.turns.iter().map(lines).collect()
}

#[test]
fn what_he_cannot_answer_beside_an_offer_he_puts_off_in_a_word() {
    for (persona, lang, text, taken) in [
        (
            "airline_cancellation",
            "en",
            "I'll book you on the 7:40 tomorrow morning. Who recommended us to your sister?",
            "taken-next_morning",
        ),
        ("heating", "zh-Hans", "师傅一小时内到您家。您那件毛衣是谁织的呢？", "taken-technician_today"),
    ] {
        let turn = &lines(persona, lang, &[text])[0];
        assert!(turn.iter().any(|line| line.contains(taken)), "{text}: {turn:?}");
        assert!(turn.iter().any(|line| line.contains("answer-unknown_beside")), "{text}: {turn:?}");
    }
}

#[test]
fn what_he_has_just_put_off_he_does_not_put_off_again() {
    for (lang, first, second) in [
        ("en", "Who chose the colour of your curtains?", "So who was it that picked the curtains?"),
        ("zh-Hans", "您家窗帘是谁挑的呢？", "那窗帘到底是谁选的呢？"),
        ("zh-Hant", "您家窗簾是誰挑的呢？", "那窗簾是誰選的呢？"),
    ] {
        let turns = lines("telecom_charges", lang, &[first, second]);
        assert!(turns[0].iter().any(|line| line.contains("answer-unknown-")), "{first}: {:?}", turns[0]);
        assert!(
            turns[1].iter().any(|line| line.contains("answer-unknown_again-")),
            "{second}: {:?}",
            turns[1]
        );
    }
}

#[test]
fn small_talk_beside_the_matter_is_heard_as_small_talk() {
    for (persona, lang, text) in [
        ("lost_item", "en", "I'm having the bus searched right now. By the way, what team do you support?"),
        ("heating", "zh-Hans", "师傅一小时内到您家。对了，您平时追什么剧？"),
        ("new_enquiry", "zh-Hant", "星期三晚上有課喔。順便問一下，您是什麼星座？"),
    ] {
        let turn = &lines(persona, lang, &[text])[0];
        assert!(turn.iter().any(|line| line.contains("answer-chat")), "{text}: {turn:?}");
    }
}

#[test]
fn what_is_said_to_be_no_good_is_no_offer() {
    let cast = stage::cast("airline_cancellation", "en");
    let offers = |text: &str| cast.reader.read(text, Some(cast.ear), "").offers.len();
    assert_eq!(offers("I can put you on the 7:40 tomorrow morning"), 1);
    assert_eq!(offers("the 7:40 tomorrow morning is too late for you"), 0);
    let cast = stage::cast("unreasonable_compensation", "zh-Hans");
    let offers = |text: &str| cast.reader.read(text, Some(cast.ear), "").offers.len();
    assert_eq!(offers("那就按十倍赔给您"), 1);
    assert_eq!(offers("十倍我们从来都没有在赔的"), 0);
}

#[test]
fn a_question_asked_again_in_passing_is_not_held_against_her() {
    let told = "When did you last see the bag?";
    let turns = lines("lost_item", "en", &[told, "And is the bag heavy to carry when it is full?"]);
    assert!(!turns[1].iter().any(|line| line.contains("repeat_request")), "{:?}", turns[1]);
}
