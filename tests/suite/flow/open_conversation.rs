//! With a conversation or its review open: nothing else can start, and nothing is lost by pressing old buttons.

use xiaoqi::base::hash::ContentHash;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::level::Level;
use xiaoqi::base::phrase::{Arg, Term};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::flow::profile::Screen;
use xiaoqi::session::event::Event;

use super::fixture::{EMOTIONS, Trainee, parcel, phrase, said};

#[test]
fn nothing_can_be_started_while_a_conversation_is_open() {
    let deeds = [
        Deed::Command(Command::Start, String::new()),
        Deed::Command(Command::Start, "parcel".to_owned()),
        Deed::Command(Command::Menu, String::new()),
        Deed::Press(Action::Begin(parcel())),
        Deed::Press(Action::Again(parcel())),
        Deed::Press(Action::Brief(parcel())),
        Deed::Press(Action::Page(1)),
        Deed::Press(Action::Menu),
    ];
    for deed in deeds {
        let mut trainee = Trainee::playing();
        let before = trainee.session.clone();
        let step = trainee.does(deed.clone());
        assert_eq!(said(&step), ["practice-still-open"], "{deed:?}");
        assert_eq!((step.session, step.profile.screen), (before, Screen::Playing));
        assert!(step.events.is_empty());
    }
}

#[test]
fn nothing_can_be_started_while_a_question_is_open_and_the_question_comes_back() {
    for deed in [
        Deed::Command(Command::Start, String::new()),
        Deed::Command(Command::Cancel, String::new()),
        Deed::Command(Command::Hint, String::new()),
        Deed::Press(Action::Begin(parcel())),
    ] {
        let step = Trainee::reviewing(2).does(deed.clone());
        assert_eq!(said(&step), ["review-still-asking", "review-question-2"], "{deed:?}");
        assert_eq!(step.profile.screen, Screen::Reviewing { question: 2 });
        assert!(step.events.is_empty() && step.session.is_some());
    }
}

#[test]
fn an_old_skip_button_skips_nothing() {
    let step = Trainee::reviewing(2).presses(Action::Skip(1));
    assert_eq!(said(&step), ["review-already-past"]);
    assert!(step.events.is_empty());
    assert_eq!(step.profile.screen, Screen::Reviewing { question: 2 });
}

#[test]
fn changing_the_language_leaves_the_customer_his_own() {
    let mut trainee = Trainee::playing();
    let step = trainee.presses(Action::Language(Lang::EN));
    assert_eq!(said(&step), ["menu-language-set", "practice-customer-keeps"]);
    assert_eq!(step.profile.lang, Some(Lang::EN));
    assert_eq!(step.session.unwrap().start.lang, Lang::ZH_HANS);
}

#[test]
fn cancelling_throws_the_conversation_away() {
    let step = Trainee::playing().commands(Command::Cancel);
    assert_eq!(said(&step), ["practice-cancelled", "menu-list"]);
    assert!(matches!(step.events[..], [Event::Cancelled { .. }]));
    assert_eq!((step.session, step.profile.screen), (None, Screen::Lobby));
}

#[test]
fn ending_before_a_word_was_written_leaves_nothing_to_review() {
    let step = Trainee::playing().commands(Command::End);
    assert_eq!(said(&step), ["practice-nothing-written", "menu-list"]);
    assert!(matches!(step.events[..], [Event::Cancelled { .. }]));
    assert_eq!(step.session, None);
}

#[test]
fn the_mood_shows_four_levels_as_bars_and_words_with_the_state() {
    let mut trainee = Trainee::playing();
    let step = trainee.commands(Command::Mood);
    let args = phrase(&step, "practice-mood").args();
    assert_eq!(args[1].1, Arg::Term("state", "angry".to_owned()));
    let Arg::Joined(lines) = &args[2].1 else { panic!("{args:?}") };
    assert_eq!(lines.len(), EMOTIONS.len());
    let bars: Vec<(&str, Arg)> = lines[0].args();
    assert_eq!(bars[1].1, Arg::Text("██████░░░░".to_owned()));
    assert_eq!(bars[2].1, Arg::Term("level", Term::level(Level::points(60)).id));
    assert!(step.events.is_empty(), "looking costs nothing");
}

#[test]
fn a_conversation_whose_customer_was_changed_ends_with_an_explanation() {
    let mut trainee = Trainee::playing();
    let start = &mut trainee.session.as_mut().unwrap().start;
    start.persona_hash = ContentHash::of([b"before".as_slice()]);
    let step = trainee.writes("您好");
    assert_eq!(said(&step), ["notice-content-changed", "menu-pick-first", "menu-list"]);
    assert!(matches!(step.events[..], [Event::Cancelled { .. }]));
    assert_eq!((step.session, step.profile.screen), (None, Screen::Lobby));
}

#[test]
fn a_conversation_that_cannot_be_folded_any_more_lets_her_go_on_elsewhere() {
    let mut trainee = Trainee::playing();
    trainee.session = None;
    let step = trainee.does(Deed::Command(Command::Start, "parcel".to_owned()));
    assert_eq!(said(&step), ["notice-content-changed", "menu-briefing"]);
    assert!(step.events.is_empty(), "there is nothing here to record it for");
}

#[test]
fn help_fits_where_she_stands() {
    assert_eq!(said(&Trainee::new(0).commands(Command::Help)), ["menu-help"]);
    assert_eq!(said(&Trainee::playing().commands(Command::Help)), ["practice-help"]);
    assert_eq!(said(&Trainee::reviewing(1).commands(Command::Help)), ["review-help"]);
}
