//! What would have been otherwise, with the real customers: where the courses part, and honesty where they do not.

use xiaoqi::base::phrase::Phrase;
use xiaoqi::debrief::whatif::{Change, phrase, what_if};
use xiaoqi::session::fold::Session;

use crate::stage;

const SAID: [&str; 4] = [
    "林先生您好，您点的是清蒸鲈鱼，送到的却是油焖大虾，对吗？",
    "不好意思，不过这种事高峰期难免的，您冷静一点。",
    "真的对不起，是我们出餐拿错了。今晚这顿饭是和谁一起吃？",
    "我让后厨现在重做一条清蒸鲈鱼，八点半前专人送到，鱼钱原路退给您。",
];

fn played(said: &[&str]) -> Session {
    let cast = stage::cast("wrong_dish", "zh-Hans");
    stage::play(&cast, "zh-Hans", 1, said.iter().copied()).session
}

/// The other course in the words of the interface.
fn told(session: &Session, number: u16, change: Change, lang: &str) -> String {
    let cast = stage::cast("wrong_dish", "zh-Hans");
    let other = what_if(&cast, session, number, change).unwrap();
    let phrase: Phrase = phrase(session, &other, "林先生").into();
    stage::loaded().prose.render(&phrase, stage::lang(lang))
}

#[test]
fn without_the_sentence_that_hurt_he_is_better_off_from_there_on() {
    let (cast, session) = (stage::cast("wrong_dish", "zh-Hans"), played(&SAID));
    let before = session.clone();
    let other = what_if(&cast, &session, 2, Change::Without).unwrap();
    assert_eq!(session, before, "the session itself is left alone");
    assert_eq!(other.parted, Some(3));
    assert_eq!(other.other.turns[0], session.turns[0]);
    let trust = |session: &Session| session.turns.last().unwrap().after.trust;
    assert!(trust(&other.other) > trust(&session));
    let text = told(&session, 2, Change::Without, "zh-Hans");
    assert!(text.starts_with("假如没说第 2 句“不好意思"), "{text}");
    assert!(text.contains("从第 3 句起不一样了") && text.contains("（实际"), "{text}");
}

#[test]
fn his_reply_in_the_other_course_is_told_in_his_words() {
    let session = played(&SAID[..2]);
    let text = "真的很对不起，掀开盒子却不是那条鱼，换谁都会失望。".to_owned();
    let cast = stage::cast("wrong_dish", "zh-Hans");
    let other = what_if(&cast, &session, 2, Change::Instead(text.clone())).unwrap();
    let reply = &other.other.turns[1].reply;
    assert_ne!(reply, &session.turns[1].reply);
    let told = told(&session, 2, Change::Instead(text), "en");
    let start: String = reply[0].chars().take(8).collect();
    assert!(told.contains(&format!("林先生 would say: “{start}")), "{told}");
}

#[test]
fn where_nothing_changes_it_says_so() {
    let session = played(&SAID);
    let same = Change::Instead(SAID[1].to_owned());
    assert!(told(&session, 2, same, "zh-Hans").ends_with("结果完全一样：心情、回答和结局都不变。"));
}

#[test]
fn messages_after_he_has_gone_are_counted_as_unheard() {
    let insult = "你有病吧，你就是个傻子，滚！".to_owned();
    let rude = [insult.as_str(), insult.as_str(), insult.as_str()];
    let long: Vec<&str> = SAID.iter().copied().chain(["好的", "明白了", "请稍等"]).collect();
    let session = played(&long);
    let cast = stage::cast("wrong_dish", "zh-Hans");
    // The same insults in the first two places end it early.
    let ended = played(&rude).turns.len();
    let first = what_if(&cast, &session, 1, Change::Instead(insult.clone())).unwrap();
    let branch = what_if(&cast, &first.other, 2, Change::Instead(insult)).unwrap();
    assert_eq!(branch.other.turns.len(), ended);
    assert!(branch.unheard > 0, "{:?}", branch.other.ended);
    let phrase: Phrase = phrase(&first.other, &branch, "林先生").into();
    let text = stage::loaded().prose.render(&phrase, stage::lang("zh-Hans"));
    assert!(text.contains(&format!("后面 {} 句用不上了", branch.unheard)), "{text}");
}

#[test]
fn the_last_message_left_out_leaves_him_where_he_was_before_it() {
    let session = played(&SAID[..2]);
    let cast = stage::cast("wrong_dish", "zh-Hans");
    let other = what_if(&cast, &session, 2, Change::Without).unwrap();
    assert_eq!(other.other.turns[..], session.turns[..1]);
    assert_eq!(other.parted, Some(2));
    assert!(told(&session, 2, Change::Without, "zh-Hans").contains("走到最后（共 1 句）"));
}

#[test]
fn there_is_no_other_course_for_a_message_that_was_not_written() {
    let (cast, session) = (stage::cast("wrong_dish", "zh-Hans"), played(&SAID[..1]));
    assert_eq!(what_if(&cast, &session, 0, Change::Without), None);
    assert_eq!(what_if(&cast, &session, 2, Change::Without), None);
}
