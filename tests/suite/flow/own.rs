//! What is hers: said, handed out, deleted only after one confirmation.

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::phrase::{Arg, Phrase};
use xiaoqi::base::time::Moment;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::errand::{Errand, Estate, Outcome, Tally};
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::flow::profile::{Profile, Screen};
use xiaoqi::flow::say::Say;
use xiaoqi::progress::entry::Entry;
use xiaoqi::progress::plan::Goal;
use xiaoqi::progress::review::Review;
use xiaoqi::progress::zone::Zone;

use super::fixture::{Trainee, actions, arg, parcel, phrase, said};

#[test]
fn privacy_says_how_long_in_the_operators_days() {
    let mut trainee = Trainee::new(0);
    let term = |trainee: &mut Trainee| {
        let Arg::Phrase(term) = arg(&phrase(&trainee.commands(Command::Privacy), "own-privacy"), "term")
        else {
            panic!("a phrase")
        };
        *term
    };
    assert_eq!(term(&mut trainee).id(), "own-kept-until-forgotten");
    trainee.content.house.retention_days = Some(30);
    assert_eq!(arg(&term(&mut trainee), "days"), Arg::Number(30));
}

#[test]
fn forgetting_is_asked_once_and_a_no_deletes_nothing() {
    let mut trainee = Trainee::playing();
    let step = trainee.commands(Command::Forget);
    assert_eq!((said(&step), step.errand.clone()), (vec!["own-forget-ask"], None));
    assert_eq!(actions(&step), [Action::Forget(true), Action::Forget(false)]);
    let step = trainee.presses(Action::Forget(false));
    assert_eq!((said(&step), step.errand), (vec!["own-forget-not"], None));
    assert!(trainee.session.is_some());
    assert_eq!(trainee.presses(Action::Forget(true)).errand, Some(Errand::Forget));
    let tally = Tally { sessions: 1, messages: 2, entries: 5, cards: 4, waiting: 3 };
    let step = trainee.does(Deed::Back(Outcome::Forgotten(tally)));
    let told = phrase(&step, "own-forgotten");
    let counts = ["sessions", "messages", "waiting", "cards", "entries"].map(|name| arg(&told, name));
    assert_eq!(counts, [1, 2, 3, 4, 5].map(Arg::Number));
    let nobody = Profile { lang: step.profile.lang, ..Profile::default() };
    assert_eq!((step.profile, step.session), (nobody, None));
}

#[test]
fn what_is_handed_out_names_customers_as_the_trainee_knows_them_and_those_who_are_gone_by_id() {
    let mut trainee = Trainee::new(0);
    trainee.presses(Action::Begin(parcel()));
    let started = trainee.log.clone();
    let mut gone = started.clone();
    if let xiaoqi::session::event::Event::Started { start, .. } = &mut gone[0] {
        start.persona = xiaoqi::base::id::PersonaId::parse("long_gone").unwrap();
    }
    assert_eq!(trainee.commands(Command::Export).errand, Some(Errand::Gather));
    let entry = reflected();
    trainee.profile.plan.add(Goal::Own("先听他说完".to_owned()), Moment(4));
    trainee.profile.review =
        Review { minute: Some(1_230), zone: Some(Zone::Offset(480)), due: Some(Moment(0)) };
    let estate = Estate {
        trainee: TraineeId(7),
        at: Moment(5),
        unreadable: 0,
        profile: Some(trainee.profile.clone()),
        sessions: vec![(1, started), (2, gone)],
        journal: vec![entry],
        cards: Vec::new(),
        admitted: None,
        json: "{}".to_owned(),
    };
    let damaged = Estate { unreadable: 2, profile: None, ..estate.clone() };
    let step = trainee.does(Deed::Back(Outcome::Gathered(Box::new(damaged))));
    let [Say::Copy { copy, caption, .. }] = &step.says[..] else { panic!("{:?}", said(&step)) };
    assert_eq!((caption.id(), arg(caption, "count")), ("own-copy-without", Arg::Number(2)));
    assert!(copy.settings.is_empty() && copy.sessions.len() == 2 && copy.entries.len() == 1);
    let step = trainee.does(Deed::Back(Outcome::Gathered(Box::new(estate))));
    assert_eq!(said(&step), ["own-copy"]);
    let [Say::Copy { copy, .. }] = &step.says[..] else { panic!("{:?}", said(&step)) };
    assert_eq!(copy.sessions[1].title, "long_gone");
    assert_ne!(copy.sessions[0].title, "parcel");
    let ids = |phrases: &[Phrase]| phrases.iter().map(Phrase::id).collect::<Vec<_>>();
    assert_eq!(ids(&copy.entries), ["journal-entry"]);
    assert_eq!(ids(&copy.settings), ["own-page-setting-reminders-on", "care-gentle-kept", "plan-mine"]);
    assert_eq!(arg(&copy.settings[0], "time"), Arg::Text("20:30".to_owned()));
    assert_eq!(trainee.profile.screen, Screen::Playing, "an open conversation stays open");
}

/// An entry of a journal.
fn reflected() -> Entry {
    let mut trainee = Trainee::reviewing(3);
    trainee.writes("先听，再说。");
    trainee.journal.pop().unwrap()
}
