//! Whether his answer fits: small questions, steps that are done, two times to choose from, and lines that presume
//! nothing that is not so.

use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::time::Moment;
use xiaoqi::customer::trace::Turn;
use xiaoqi::persona::lines::{Line, Values};
use xiaoqi::persona::presume::Presumption;
use xiaoqi::session::fold::{Cast, Session};

use super::file::plays;
use crate::stage;

/// Plays messages, one a minute; gives every turn.
fn turns(persona: &str, lang: &str, said: &[&str]) -> Vec<Turn> {
    let cast = stage::cast(persona, lang);
    let (mut session, _) = Session::open(&cast, stage::lang(lang), 5, Moment(0));
    for (minute, message) in said.iter().enumerate() {
        session.play(&cast, message, Moment((minute as i64 + 1) * 60_000));
    }
    session.turns
}

fn spoke(turn: &Turn, part: &str) -> bool {
    turn.lines.iter().any(|spoken| spoken.line.as_str().contains(part))
}

fn lines(turn: &Turn) -> Vec<&str> {
    turn.lines.iter().map(|spoken| spoken.line.as_str()).collect()
}

fn felt(turns: &[Turn], circumstance: Circumstance) -> bool {
    let cause = Cause::Circumstance(circumstance);
    turns.iter().any(|turn| turn.appraisals.iter().any(|a| a.cause == cause))
}

#[test]
fn a_small_question_is_answered_and_earns_no_credit() {
    let turns = turns("leak_upstairs", "zh-Hans", &["邵先生您好，您家里有买家财险吗"]);
    assert!(spoke(&turns[0], "detail-"), "{:?}", lines(&turns[0]));
    assert!(turns[0].told.is_empty());
    assert!(!felt(&turns, Circumstance::FoundOut));
}

#[test]
fn what_is_so_only_since_an_offer_is_not_told_before_it() {
    let asked = "现在还在滴水吗";
    let before = turns("leak_upstairs", "zh-Hans", &[asked]);
    let after = turns("leak_upstairs", "zh-Hans", &["602的分阀水工已经关上了", asked]);
    assert!(!spoke(&before[0], "detail-"), "{:?}", lines(&before[0]));
    assert!(spoke(&after[1], "detail-"), "{:?}", lines(&after[1]));
}

#[test]
fn a_step_that_is_done_is_taken_note_of_and_not_taken_up_as_an_offer() {
    let done = turns("leak_upstairs", "zh-Hans", &["602的分阀水工已经关上了"]);
    assert!(spoke(&done[0], "done-shut_valve"), "{:?}", lines(&done[0]));
    let offered = turns("leak_upstairs", "zh-Hans", &["我现在叫水工去把602的分阀关上"]);
    assert!(!spoke(&offered[0], "done-"), "{:?}", lines(&offered[0]));
}

#[test]
fn which_of_two_times_suits_him_is_answered_with_one_of_them() {
    let chosen = turns("training_refund", "en", &["Would Saturday 2pm or Sunday 10am suit you better?"]);
    let reply = chosen[0].reply.join(" ").to_lowercase();
    assert!(reply.contains("saturday") || reply.contains("sunday"), "{reply}");
}

#[test]
fn help_is_taken_up_however_rudely_it_is_put_and_an_insult_beside_it_is_not_passed_over() {
    let rude =
        turns("leak_upstairs", "zh-Hans", &["嚷嚷什么，水工这就上去把602的分阀关了，你是不是脑子有问题"]);
    assert!(spoke(&rude[0], "react-insult"), "{:?}", lines(&rude[0]));
    assert!(!spoke(&rude[0], "taken-"), "{:?}", lines(&rude[0]));
}

#[test]
fn a_sum_is_measured_in_the_currency_of_the_language() {
    let within = turns("training_refund", "zh-Hant", &["沒上的八堂按堂退您8000元"]);
    assert_eq!(within[0].beyond, Vec::<usize>::new(), "{:?}", lines(&within[0]));
    let above = turns("training_refund", "zh-Hant", &["沒上的八堂按堂退您9500元"]);
    assert!(!above[0].beyond.is_empty(), "{:?}", lines(&above[0]));
}

#[test]
fn what_she_went_to_look_up_and_never_came_back_to_is_missed() {
    let said = ["请您稍等，我去查一下", "您家几楼", "家里几口人", "窗户朝哪边"];
    assert!(felt(&turns("heating", "zh-Hans", &said), Circumstance::PromiseForgotten));
    let told = ["请您稍等，我去查一下", "查到了，三张单子都被误关了", "家里几口人", "窗户朝哪边"];
    assert!(!felt(&turns("heating", "zh-Hans", &told), Circumstance::PromiseForgotten));
}

#[test]
fn a_direct_customer_is_irritated_by_words_without_substance() {
    let said = ["您好呀，很高兴为您服务", "祝您生活愉快", "感谢您一直以来的支持", "谢谢您的信任"];
    assert!(felt(&turns("training_refund", "zh-Hans", &said), Circumstance::StyleClash));
}

#[test]
fn who_is_wounded_often_enough_turns_into_another_type() {
    let turned = |name: &str| {
        let play = plays().into_iter().find(|play| play.name == name).unwrap();
        let cast = stage::cast(&play.persona, &play.lang);
        let said = play.turns.iter().map(|turn| turn.said.as_str());
        stage::play(&cast, &play.lang, play.seed, said).session.customer.memory.turned
    };
    assert!(turned("wrong_dish-zh-Hans-hostile"));
    assert!(!turned("wrong_dish-zh-Hans-good"));
}

/// The line behind an id, wherever it stands.
fn line<'a>(cast: &Cast<'a>, id: &str) -> Option<&'a Line> {
    let books =
        std::iter::once(&cast.texts.lines).chain(cast.book.types.values()).chain([&cast.book.general]);
    let keyed = books.flat_map(|book| book.iter().flat_map(|(_, lines)| lines));
    let offers = cast.texts.offers.iter().flat_map(|o| o.taken.iter().chain(&o.taken_early).chain(&o.done));
    let pushes = cast.texts.demands.iter().flat_map(|d| d.push.iter().chain(&d.push_high));
    keyed.chain(offers).chain(pushes).find(|line| line.id.as_str() == id)
}

#[test]
fn nobody_asks_when_in_answer_to_a_message_that_says_when() {
    let mut faults = Vec::new();
    for play in plays() {
        let cast = stage::cast(&play.persona, &play.lang);
        let said = play.turns.iter().map(|turn| turn.said.as_str());
        let session = stage::play(&cast, &play.lang, play.seed, said).session;
        for turn in session.turns.iter().filter(|t| t.reading.slots.iter().any(|s| s.kind.is_by_when())) {
            for spoken in &turn.lines {
                let Some(line) = line(&cast, spoken.line.as_str()) else { continue };
                let plain = line.fits(&Values::default());
                if plain && cast.book.presumptions.contradicts(&line.text(), &[Presumption::NoTime]) {
                    faults.push(format!("{}, message {}: {}", play.name, turn.number, line.text()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
