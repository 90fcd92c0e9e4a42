//! Exams: how they begin, what they refuse, and that help comes back when they are over.

use xiaoqi::base::mode::Mode;
use xiaoqi::base::phrase::Arg;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::profile::Screen;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::replay;

use super::fixture::{Trainee, actions, arg, parcel, phrase, said};

const HELP: [Command; 4] = [Command::Hint, Command::Why, Command::Whatif, Command::Rewind];

fn examined() -> Trainee {
    let mut trainee = Trainee::new(0);
    trainee.orders(Command::Start, "parcel");
    trainee.presses(Action::Exam(parcel()));
    trainee
}

#[test]
fn the_button_of_a_briefing_begins_one_and_it_is_recorded_as_such() {
    let mut trainee = Trainee::new(0);
    trainee.orders(Command::Start, "parcel");
    let step = trainee.presses(Action::Exam(parcel()));
    assert_eq!(said(&step), ["practice-begun-exam", "customer", "customer"]);
    assert!(matches!(&step.events[..], [Event::Started { start, .. }] if start.mode == Mode::Exam));
    trainee.writes("您好");
    let session = trainee.session.as_ref().unwrap();
    let cast = trainee.content.cast(&parcel(), session.start.lang).unwrap();
    assert_eq!(replay(&cast, &trainee.log).as_ref(), Ok(session));
    // The mode is part of what every later word is chained to.
    let mut forged = trainee.log.clone();
    let Event::Started { start, .. } = &mut forged[0] else { panic!() };
    start.mode = Mode::Practice;
    assert!(replay(&cast, &forged).is_err());
}

#[test]
fn the_command_begins_one_in_a_briefing_and_shows_the_way_elsewhere() {
    let mut trainee = Trainee::new(0);
    assert_eq!(said(&trainee.commands(Command::Exam)), ["menu-exam", "menu-list"]);
    let brief = trainee.orders(Command::Exam, "parcel");
    assert_eq!(said(&brief), ["menu-briefing"]);
    assert!(actions(&brief).contains(&Action::Exam(parcel())));
    assert_eq!(said(&trainee.commands(Command::Exam))[0], "practice-begun-exam");
    assert_eq!(said(&trainee.commands(Command::Exam)), ["practice-still-open"]);
}

#[test]
fn no_help_until_it_is_over_and_no_trace_of_having_asked() {
    let mut trainee = examined();
    trainee.writes("您好，我是小王");
    let before = trainee.session.clone();
    for command in HELP {
        let step = trainee.orders(command, "1");
        assert_eq!(said(&step), ["practice-not-in-exam"], "{command:?}");
        assert!(step.events.is_empty());
    }
    assert_eq!(trainee.session, before);
    assert_eq!(said(&trainee.commands(Command::Help)), ["practice-help-exam"]);
    assert_eq!(said(&trainee.commands(Command::Mood)), ["practice-mood"], "his mood may be seen");
}

#[test]
fn when_it_is_over_reasons_and_other_courses_may_be_seen_and_the_score_says_what_it_was() {
    let mut trainee = examined();
    trainee.writes("您好，我是小王");
    trainee.writes("今天派送");
    let ended = trainee.commands(Command::End);
    assert!(said(&ended).contains(&"review-exam"), "{:?}", said(&ended));
    assert_eq!(said(&trainee.commands(Command::Why)), ["insight-why"]);
    assert_eq!(said(&trainee.orders(Command::Whatif, "1")), ["insight-whatif"]);
    let verdict = trainee.commands(Command::End);
    let Arg::Joined(lines) = arg(&phrase(&verdict, "debrief-score"), "lines") else { panic!() };
    assert_eq!(lines[0].id(), "debrief-score-exam");
    assert_eq!(trainee.profile.screen, Screen::Lobby);
    trainee.presses(Action::Again(parcel()));
    assert_eq!(trainee.session.as_ref().unwrap().start.mode, Mode::Practice, "again is practice");
}
