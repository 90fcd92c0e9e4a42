//! The team's library, as far as the flow decides it: what becomes a card, previews, names, searching, pages.

use xiaoqi::base::phrase::Arg;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::Step;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::errand::{Card, Errand, Outcome, Shown};
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::flow::profile::Screen;

use super::fixture::{Trainee, actions, arg, phrase, said};

const WHY: &str = "先听他说完，再给方案。";

/// One who has answered question 3 and seen the debrief.
fn reviewed(answer: Option<&str>) -> (Trainee, Step) {
    let mut trainee = Trainee::reviewing(3);
    let step = match answer {
        Some(text) => trainee.writes(text),
        None => trainee.presses(Action::Skip(3)),
    };
    (trainee, step)
}

#[test]
fn only_an_answer_to_question_three_can_become_a_card_and_not_before_a_preview() {
    let (_, step) = reviewed(None);
    assert!(!actions(&step).contains(&Action::Card(1)));
    let (mut trainee, step) = reviewed(Some(WHY));
    assert!(actions(&step).contains(&Action::Card(1)));
    let step = trainee.presses(Action::Card(1));
    assert_eq!((said(&step), step.errand.clone()), (vec!["team-preview"], None));
    assert_eq!(actions(&step), [Action::Publish(1, true), Action::Publish(1, false)]);
    let Arg::Phrase(card) = arg(&phrase(&step, "team-preview"), "card") else { panic!("a card") };
    assert_eq!(arg(&card, "why"), Arg::Text(WHY.to_owned()));
    // A button of an older conversation publishes nothing.
    for action in [Action::Card(2), Action::Publish(2, false), Action::Publish(0, true)] {
        let step = trainee.presses(action);
        assert_eq!((said(&step), step.errand), (vec!["team-gone"], None));
    }
}

#[test]
fn without_a_name_nothing_but_the_card_goes_out_and_twice_is_once() {
    let (mut trainee, _) = reviewed(Some(WHY));
    let Some(Errand::Publish(first, card)) = trainee.presses(Action::Publish(1, false)).errand else {
        panic!()
    };
    assert_eq!((&card.name, card.why.as_str()), (&None, WHY));
    let Some(Errand::Publish(second, _)) = trainee.presses(Action::Publish(1, false)).errand else {
        panic!()
    };
    assert_eq!(first, second, "one card a conversation");
    assert_ne!(first, 7, "the number is not hers");
    assert_eq!(said(&trainee.does(Deed::Back(Outcome::Published))), ["team-published"]);
}

#[test]
fn by_name_the_name_is_asked_for_and_remembered_as_a_suggestion() {
    let (mut trainee, _) = reviewed(Some(WHY));
    let step = trainee.presses(Action::Publish(1, true));
    assert_eq!((said(&step), step.errand.clone()), (vec!["team-ask-name"], None));
    assert_eq!(trainee.profile.screen, Screen::Signing);
    let Some(Errand::Publish(_, card)) = trainee.writes(" 小王\n二组 ").errand else { panic!() };
    assert_eq!((card.name.as_deref(), &trainee.profile.screen), (Some("小王 二组"), &Screen::Lobby));
    let step = trainee.presses(Action::Publish(1, true));
    assert_eq!(arg(&phrase(&step, "team-ask-name-again"), "last"), Arg::Text("小王 二组".to_owned()));
    // Doing something else instead publishes nothing.
    let step = trainee.commands(Command::Menu);
    assert_eq!((step.errand, step.profile.screen), (None, Screen::Lobby));
}

fn shown(id: u64, why: &str, mine: bool) -> Shown {
    let card = Card {
        name: (id == 2).then(|| "小王".to_owned()),
        customer: "包裹晚到".to_owned(),
        quote: String::new(),
        why: why.to_owned(),
        at: Moment(0),
    };
    Shown { id, card, thanks: 0, mine }
}

fn seek(trainee: &mut Trainee, payload: &str, cards: &[Shown]) -> Step {
    assert_eq!(trainee.orders(Command::Library, payload).errand, Some(Errand::Cards));
    trainee.does(Deed::Back(Outcome::Cards(cards.to_vec())))
}

#[test]
fn cards_are_found_by_all_of_the_words_and_ones_own_are_taken_back_not_thanked_for() {
    let cards =
        [shown(1, "Listen first", false), shown(2, "先听再说", true), shown(3, "先道歉，再 LISTEN", false)];
    let mut trainee = Trainee::new(0);
    let thank = |ids: &[u64]| ids.iter().map(|id| Action::Thank(*id)).collect::<Vec<_>>();
    assert_eq!(actions(&seek(&mut trainee, "listen", &cards)), thank(&[1, 3]));
    assert_eq!(actions(&seek(&mut trainee, "listen 道歉", &cards)), thank(&[3]));
    assert_eq!(actions(&seek(&mut trainee, "小王", &cards)), [Action::Withdraw(2)]);
    assert_eq!(actions(&seek(&mut trainee, "mine", &cards)), [Action::Withdraw(2)]);
    assert_eq!(said(&seek(&mut trainee, "没有的词", &cards)), ["team-nothing-found"]);
    assert_eq!(said(&seek(&mut trainee, "mine", &cards[..1])), ["team-none-of-yours"]);
    assert_eq!(said(&seek(&mut trainee, "", &[])), ["team-empty"]);
}

#[test]
fn pages_hold_three_and_turning_keeps_what_was_sought() {
    let cards: Vec<Shown> =
        (1..=8).map(|id| shown(id, if id == 8 { "别的" } else { "先听" }, false)).collect();
    let mut trainee = Trainee::new(0);
    let step = seek(&mut trainee, "先听", &cards);
    assert_eq!(said(&step), ["team-page", "team-card-plain", "team-card-plain", "team-card-plain"]);
    assert_eq!(actions(&step).last(), Some(&Action::Cards(1)));
    assert_eq!(trainee.presses(Action::Cards(9)).errand, Some(Errand::Cards));
    let step = trainee.does(Deed::Back(Outcome::Cards(cards)));
    assert_eq!(actions(&step), [Action::Thank(7), Action::Cards(1)], "the last page of the seven that fit");
}
