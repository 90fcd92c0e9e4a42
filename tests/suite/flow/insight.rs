//! Why and what if, during a conversation and after it.

use xiaoqi::base::phrase::Arg;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::profile::Screen;

use super::fixture::{Trainee, actions, arg, phrase, said};

const KIND: &str = "真的对不起，掀开盒子却不是那条鱼，换谁都会心凉。";
const HARSH: &str = "这种事难免的，您冷静一点。";

fn talking() -> Trainee {
    let mut trainee = Trainee::with_mr_lin();
    trainee.writes(KIND);
    trainee.writes(HARSH);
    trainee
}

fn turn(step: &xiaoqi::flow::Step) -> Arg {
    arg(&phrase(step, "insight-why"), "turn")
}

#[test]
fn why_is_about_the_last_message_or_the_one_named_and_costs_nothing() {
    let mut trainee = talking();
    let before = trainee.session.clone();
    assert_eq!(turn(&trainee.commands(Command::Why)), Arg::Number(2));
    let first = trainee.orders(Command::Why, "1");
    assert_eq!(turn(&first), Arg::Number(1));
    let Arg::Text(quote) = arg(&phrase(&first, "insight-why"), "quote") else { panic!() };
    assert!(KIND.starts_with(quote.trim_end_matches('…')), "{quote}");
    assert!(first.events.is_empty());
    assert_eq!(trainee.session, before);
}

#[test]
fn a_number_that_is_none_or_too_high_gets_her_messages_to_choose_from() {
    let mut trainee = talking();
    for (command, payload) in [
        (Command::Why, "3"),
        (Command::Why, "last"),
        (Command::Whatif, ""),
        (Command::Whatif, "0"),
        (Command::Rewind, "9"),
    ] {
        let step = trainee.orders(command, payload);
        assert_eq!(said(&step), ["insight-pick"], "{command:?} {payload}");
        let pick = phrase(&step, "insight-pick");
        assert_eq!(arg(&pick, "command"), Arg::Text(format!("/{}", command.id())));
        let Arg::Joined(items) = arg(&pick, "items") else { panic!() };
        assert_eq!(items.len(), 2);
        assert!(step.events.is_empty() && step.profile.screen == Screen::Playing);
    }
}

#[test]
fn what_if_leaves_a_message_out_or_puts_another_in_its_place_and_changes_nothing_for_real() {
    let mut trainee = talking();
    let before = trainee.session.clone();
    let without = trainee.orders(Command::Whatif, "2");
    assert_eq!(said(&without), ["insight-whatif"]);
    let instead = trainee.orders(Command::Whatif, "２ 今晚这顿饭是和谁一起吃？");
    let Arg::Phrase(change) = arg(&phrase(&instead, "insight-whatif"), "change") else { panic!() };
    assert_eq!(change.id(), "insight-instead");
    assert_eq!(arg(&change, "text"), Arg::Text("今晚这顿饭是和谁一起吃？".to_owned()));
    assert!(without.events.is_empty() && instead.events.is_empty());
    assert_eq!(trainee.session, before);
    assert_eq!(
        said(&trainee.orders(Command::Whatif, &format!("1 {}", "长".repeat(4097)))),
        ["notice-too-long"]
    );
}

#[test]
fn both_work_while_the_review_is_open_and_after_it_and_disturb_neither() {
    let mut trainee = talking();
    trainee.commands(Command::End);
    let question = trainee.profile.screen.clone();
    assert_eq!(said(&trainee.commands(Command::Why)), ["insight-why"]);
    assert_eq!(said(&trainee.orders(Command::Whatif, "1")), ["insight-whatif"]);
    assert_eq!(trainee.profile.screen, question);
    trainee.commands(Command::End);
    assert_eq!(turn(&trainee.commands(Command::Why)), Arg::Number(2));
    assert_eq!(trainee.profile.screen, Screen::Lobby);
}

#[test]
fn with_nothing_to_look_at_it_says_what_to_do() {
    for command in [Command::Why, Command::Whatif, Command::Rewind] {
        let step = Trainee::new(0).orders(command, "1");
        assert_eq!(said(&step), ["insight-nothing"], "{command:?}");
        assert_eq!(actions(&step).len(), 1, "the way to the list");
        assert_eq!(said(&Trainee::with_mr_lin().orders(command, "1")), ["insight-nothing"]);
    }
}
