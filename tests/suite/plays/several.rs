//! Messages that ask more than one thing, or put two things before him.

use xiaoqi::base::time::Moment;
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
