//! The trainee's own emotions: a warning once, how she feels, breaks in which no time passes, five steps, breathing.

use xiaoqi::base::ending::Ending;
use xiaoqi::base::phrase::Arg;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::Step;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::flow::profile::{Profile, Screen};
use xiaoqi::flow::say::Say;
use xiaoqi::session::event::{Event, Side};
use xiaoqi::session::fold::replay;

use super::fixture::{Trainee, actions, arg, mr_lin, parcel, phrase, said};

/// One who has never been here, and is warned and asked as everybody.
fn stranger() -> Trainee {
    let mut trainee = Trainee::new(0);
    trainee.profile = Profile::default();
    trainee
}

fn before(session: u32, feeling: u8) -> Action {
    Action::CheckIn(Side::Before, session, feeling)
}

fn after(session: u32, feeling: u8) -> Action {
    Action::CheckIn(Side::After, session, feeling)
}

#[test]
fn a_warning_comes_before_the_first_briefing_and_never_again() {
    let mut trainee = stranger();
    let step = trainee.presses(Action::Brief(parcel()));
    assert_eq!(said(&step), ["care-warning", "menu-briefing", "care-ask-before"]);
    assert_eq!(said(&trainee.presses(Action::Brief(parcel()))), ["menu-briefing", "care-ask-before"]);
}

#[test]
fn how_she_felt_before_goes_with_the_practice_that_follows_and_with_no_other() {
    let mut trainee = stranger();
    let step = trainee.presses(Action::Brief(parcel()));
    let faces: Vec<Action> = (1..=5).map(|feeling| before(1, feeling)).collect();
    assert!(actions(&step).ends_with(&faces));
    assert_eq!(said(&trainee.presses(before(1, 2))), ["care-noted-before"]);
    trainee.presses(before(1, 4));
    let step = trainee.presses(Action::Begin(parcel()));
    let told = |step: &Step, feeling, side| {
        step.events.iter().any(|event| matches!(event, Event::CheckedIn { feeling: f, side: s, .. } if *f == feeling && *s == side))
    };
    assert!(told(&step, 4, Side::Before) && step.profile.feeling.is_none());
    assert!(matches!(step.events[0], Event::Started { .. }), "it belongs to the new session");
    // A face pressed late belongs to nothing any more.
    trainee.writes("您好，我姓李。");
    let late = trainee.presses(before(1, 1));
    assert_eq!((said(&late), late.events.len()), (vec!["review-already-past"], 0));
    assert!(trainee.presses(before(2, 1)).events.is_empty(), "the next one has not been chosen yet");
}

#[test]
fn feeling_worse_afterwards_brings_the_five_steps_and_feeling_better_does_not() {
    for (now, expected) in [(2, "care-steps"), (3, "care-noted-after"), (5, "care-noted-after")] {
        let mut trainee = stranger();
        trainee.presses(before(1, 3));
        trainee.presses(Action::Begin(parcel()));
        trainee.writes("您好，我姓李。");
        trainee.commands(Command::End);
        assert!(trainee.presses(after(1, 1)).events.is_empty(), "the review comes first");
        let step = trainee.commands(Command::End);
        assert!(said(&step).ends_with(&["review-done", "care-ask-after"]), "{:?}", said(&step));
        let step = trainee.presses(after(1, now));
        assert_eq!(said(&step), [expected]);
        assert_eq!(trainee.session.as_ref().unwrap().care.after, Some(now));
    }
}

#[test]
fn who_turns_it_off_is_not_asked_any_more() {
    let mut trainee = stranger();
    assert_eq!(said(&trainee.orders(Command::Checkin, "off")), ["care-check-in-off"]);
    let step = trainee.presses(Action::Brief(parcel()));
    assert!(!said(&step).contains(&"care-ask-before"));
    trainee.presses(Action::Begin(parcel()));
    trainee.writes("您好");
    trainee.commands(Command::End);
    assert!(!said(&trainee.commands(Command::End)).contains(&"care-ask-after"));
    assert_eq!(said(&trainee.orders(Command::Checkin, "on")), ["care-check-in-on"]);
    assert!(said(&trainee.presses(Action::Brief(parcel()))).contains(&"care-ask-before"));
}

#[test]
fn a_lost_conversation_ends_with_the_steps_and_help_in_the_operators_words() {
    let hard = [Ending::HungUp, Ending::DemandedManager, Ending::ExposedPublicly, Ending::LostTemper];
    for ending in Ending::ALL {
        let mut trainee = Trainee::reviewing(3);
        trainee.content.house.help_line = Some("内线 8000".to_owned());
        trainee.session.as_mut().unwrap().ended = Some(ending);
        let step = trainee.writes("先听，再说。");
        assert_eq!(said(&step).contains(&"care-steps"), hard.contains(&ending), "{ending}");
    }
    let mut trainee = Trainee::new(0);
    let outside =
        |trainee: &mut Trainee| arg(&phrase(&trainee.commands(Command::Care), "care-steps"), "outside");
    let Arg::Phrase(none) = outside(&mut trainee) else { panic!("a phrase") };
    trainee.content.house.help_line = Some("内线 8000".to_owned());
    let Arg::Phrase(some) = outside(&mut trainee) else { panic!("a phrase") };
    assert_eq!((none.id(), arg(&some, "text")), ("care-no-help-line", Arg::Text("内线 8000".to_owned())));
}

const MINUTE: i64 = 60_000;

/// Plays deeds at minutes with the real customer.
fn at(deeds: &[(i64, Deed)]) -> Trainee {
    let mut trainee = Trainee::with_mr_lin();
    let start = trainee.session.as_ref().unwrap().start.at;
    for (minute, deed) in deeds {
        let input = Input {
            trainee: xiaoqi::base::id::TraineeId(7),
            at: Moment(start.0 + minute * MINUTE),
            device_lang: None,
            seed: 42,
            deed: deed.clone(),
        };
        let (session, journal) = (trainee.session.as_ref(), &trainee.journal);
        let step = xiaoqi::flow::step(&trainee.content, &trainee.profile, session, journal, &input);
        (trainee.profile, trainee.session) = (step.profile, step.session);
        trainee.log.extend(step.events);
    }
    trainee
}

fn text(words: &str) -> Deed {
    Deed::Text(words.to_owned())
}

fn command(command: Command) -> Deed {
    Deed::Command(command, String::new())
}

#[test]
fn in_a_break_no_time_passes_for_the_customer() {
    let (hello, fix) = ("林先生您好，我是小王。", "我让后厨现在重做一条清蒸鲈鱼。");
    let quick = at(&[(1, text(hello)), (2, text(fix))]);
    // Long enough to be waiting, too short for the customer to take it for a break of its own: an hour.
    let slow = at(&[(1, text(hello)), (40, text(fix))]);
    let rested = at(&[
        (1, text(hello)),
        (1, command(Command::Pause)),
        (20, command(Command::Pause)),
        (39, command(Command::Resume)),
        (40, text(fix)),
    ]);
    // Writing ends a break too.
    let wrote = at(&[(1, text(hello)), (2, command(Command::Pause)), (40, text(fix))]);
    let levels = |trainee: &Trainee| trainee.session.as_ref().unwrap().turns[1].after;
    assert_ne!(levels(&quick), levels(&slow), "forty minutes without a word are felt");
    assert_eq!(levels(&quick), levels(&rested));
    assert_eq!(levels(&quick), levels(&wrote));
    assert!(wrote.session.as_ref().unwrap().care.paused.is_none());
    for trainee in [&rested, &wrote] {
        let cast = trainee.content.cast(&mr_lin(), trainee.session.as_ref().unwrap().start.lang).unwrap();
        assert_eq!(&replay(&cast, &trainee.log).unwrap(), trainee.session.as_ref().unwrap());
    }
}

#[test]
fn a_break_is_told_with_the_way_back_which_repeats_his_last_words() {
    let mut trainee = Trainee::with_mr_lin();
    let step = trainee.commands(Command::Pause);
    assert_eq!((said(&step), actions(&step)), (vec!["care-paused"], vec![Action::Resume]));
    let step = trainee.presses(Action::Resume);
    let last = trainee.session.as_ref().unwrap().last_bubbles().join("\n");
    assert_eq!(arg(&phrase(&step, "care-resumed"), "last"), Arg::Text(last));
    assert_eq!(said(&trainee.commands(Command::Resume)), ["care-not-paused"]);
    assert_eq!(said(&Trainee::new(0).commands(Command::Pause)), ["care-nothing-runs"]);
    let mut reviewing = Trainee::reviewing(2);
    assert!(reviewing.commands(Command::Pause).events.is_empty());
    assert_eq!(reviewing.profile.screen, Screen::Reviewing { question: 2 });
}

#[test]
fn breathing_is_four_seven_eight_and_never_more_than_four_rounds() {
    let mut trainee = Trainee::new(0);
    for (payload, rounds) in [("", 4), ("1", 1), ("9", 4), ("0", 1), ("x", 4)] {
        let step = trainee.orders(Command::Breathe, payload);
        let [Say::Guide { frames, rows, .. }] = &step.says[..] else { panic!("{:?}", said(&step)) };
        let seconds: Vec<u32> = frames.iter().skip(1).map(|frame| frame.seconds).collect();
        assert_eq!(seconds, [4, 7, 8].repeat(rounds), "{payload}");
        assert_eq!(rows[0][0].action, Action::Breathed);
    }
    assert_eq!(said(&trainee.presses(Action::Breathed)), ["care-breathed"]);
}
