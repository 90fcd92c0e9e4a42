//! Whole conversations, from the first bubble to the debrief. These need the session's engine.

use proptest::prelude::*;
use xiaoqi::base::phrase::Phrase;
use xiaoqi::flow::Step;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Media};
use xiaoqi::flow::profile::Screen;
use xiaoqi::flow::say::{Paper, Say};
use xiaoqi::session::event::Event;

use super::fixture::{Trainee, actions, parcel, said};

/// A trainee who has begun with the parcel customer.
fn begun() -> Trainee {
    let mut trainee = Trainee::new(0);
    trainee.does(Deed::Command(Command::Start, "parcel".to_owned()));
    trainee.presses(Action::Begin(parcel()));
    trainee
}

#[test]
fn beginning_lets_the_customer_speak_first() {
    let mut trainee = Trainee::new(0);
    let step = trainee.presses(Action::Begin(parcel()));
    assert_eq!(said(&step), ["practice-begun", "customer", "customer"]);
    assert!(step.typing);
    assert!(matches!(&step.events[..], [Event::Started { start, .. }] if start.seed == 42));
    assert_eq!((step.profile.sessions, step.profile.screen), (1, Screen::Playing));
}

#[test]
fn every_message_is_answered_by_the_customer_and_recorded_with_the_answer() {
    let mut trainee = begun();
    let step = trainee.writes("对不起，包裹晚到了。");
    let shown: Vec<&str> = step
        .says
        .iter()
        .filter_map(|say| if let Say::Bubble(text) = say { Some(text.as_str()) } else { None })
        .collect();
    let [Event::Played { said, reply, .. }] = &step.events[..] else { panic!("{:?}", step.events) };
    assert_eq!(said, "对不起，包裹晚到了。");
    assert_eq!(reply, &shown);
}

#[test]
fn the_same_button_pressed_twice_begins_once() {
    let mut trainee = begun();
    let step = trainee.presses(Action::Begin(parcel()));
    assert_eq!(said(&step), ["practice-still-open"]);
    assert_eq!(step.profile.sessions, 1);
}

#[test]
fn a_review_asks_three_questions_and_only_then_shows_the_verdict() {
    let mut trainee = begun();
    trainee.writes("您好，我姓李。");
    let step = trainee.commands(Command::End);
    assert!(said(&step).ends_with(&["review-question-1"]), "{:?}", said(&step));
    assert!(said(&step).contains(&"review-ended"));
    assert!(said(&trainee.writes("我问了好")).ends_with(&["review-question-2"]));
    assert!(said(&trainee.presses(Action::Skip(2))).ends_with(&["review-question-3"]));
    let step = trainee.writes("  写一张小抄  ");
    assert!(said(&step).ends_with(&["review-done"]));
    let next = [Action::Report(1), Action::Again(parcel()), Action::Progress, Action::Menu, Action::Card(1)];
    assert_eq!(actions(&step), next);
    assert_eq!(step.profile.screen, Screen::Lobby);
    let session = step.session.unwrap();
    let answers = [Some(Some("我问了好".into())), Some(None), Some(Some("写一张小抄".into()))];
    assert_eq!(session.answers, answers);
    assert!(session.debriefed && matches!(trainee.log.last(), Some(Event::Debriefed { .. })));
}

/// The papers shown in a step, with how many messages they tell of.
fn papers(step: &Step) -> Vec<(Paper, usize)> {
    let paper = |say: &Say| match say {
        Say::Paper { paper, sheet, .. } => Some((*paper, sheet.talk.len())),
        _ => None,
    };
    step.says.iter().filter_map(paper).collect()
}

#[test]
fn the_picture_comes_with_the_evidence_and_words_are_ready_in_its_place() {
    let mut trainee = begun();
    trainee.writes("您好，我姓李。");
    let step = trainee.commands(Command::End);
    assert_eq!(papers(&step), [(Paper::Timeline, 1)]);
    let told = said(&step);
    let place = |id| told.iter().position(|one| *one == id).unwrap_or_else(|| panic!("{id} in {told:?}"));
    assert!(place("review-ended") < place("review-picture"));
    assert!(place("review-picture") < place("review-question-1"));
    let instead = step.says.iter().find_map(|say| match say {
        Say::Paper { instead, .. } => Some(instead.iter().map(Phrase::id).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(instead, Some(vec!["debrief-timeline"]));
    assert!(!told.contains(&"debrief-timeline"), "not both");
}

#[test]
fn the_full_report_is_there_for_the_newest_conversation_only_and_disturbs_nothing() {
    let mut trainee = begun();
    trainee.writes("您好");
    assert_eq!(said(&trainee.presses(Action::Report(1))), ["review-report-gone"], "it is not over yet");
    trainee.commands(Command::End);
    assert_eq!(said(&trainee.presses(Action::Report(1))), ["review-report-gone"], "she answers first");
    trainee.writes("我问了好");
    trainee.commands(Command::End);
    let step = trainee.presses(Action::Report(1));
    assert_eq!((papers(&step), said(&step)), (vec![(Paper::Report, 1)], vec!["review-report"]));
    let answers = step.says.iter().find_map(|say| match say {
        Say::Paper { sheet, .. } => Some(sheet.report.reflections.clone()),
        _ => None,
    });
    assert_eq!(answers.unwrap()[0], Some(Some("我问了好".to_owned())));
    assert!(step.events.is_empty());
    trainee.presses(Action::Again(parcel()));
    let step = trainee.presses(Action::Report(1));
    assert_eq!((said(&step), step.profile.screen), (vec!["review-report-gone"], Screen::Playing));
}

#[test]
fn ending_a_review_skips_what_is_left_of_it() {
    let mut trainee = begun();
    trainee.writes("您好");
    trainee.commands(Command::End);
    let step = trainee.commands(Command::End);
    let skipped = step.events.iter().filter(|e| matches!(e, Event::Reflected { answer: None, .. })).count();
    assert_eq!(skipped, 3);
    assert!(said(&step).ends_with(&["review-done"]));
}

#[test]
fn a_voice_message_changes_nothing_for_the_customer() {
    let mut trainee = begun();
    let before = trainee.session.clone();
    let step = trainee.does(Deed::Media(Media::Voice));
    assert_eq!(step.session, before);
    assert!(step.events.is_empty() && step.says.len() == 1);
}

#[test]
fn the_same_customer_can_be_played_again_from_the_debrief() {
    let mut trainee = begun();
    trainee.writes("您好");
    trainee.commands(Command::End);
    trainee.commands(Command::End);
    let step = trainee.presses(Action::Again(parcel()));
    assert_eq!((step.profile.sessions, step.profile.screen), (2, Screen::Playing));
    assert_eq!(step.session.unwrap().turns.len(), 0);
}

/// Anything a phone may send.
fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => prop_oneof![Just("对不起"), Just("今天派送"), Just("闭嘴"), Just(""), Just("😀"), Just("几天了？")]
            .prop_map(|text| Deed::Text(text.to_owned())),
        2 => (0..Command::ALL.len(), prop_oneof![Just(""), Just("1"), Just("2 对不起"), Just("on")])
            .prop_map(|(n, payload)| Deed::Command(Command::ALL[n], payload.to_owned())),
        1 => super::buttons::action().prop_map(Deed::Press),
        2 => prop_oneof![
            Just(Action::Begin(parcel())),
            Just(Action::Again(parcel())),
            Just(Action::Skip(1)),
            Just(Action::Skip(2)),
            Just(Action::Skip(3)),
        ]
        .prop_map(Deed::Press),
        1 => Just(Deed::Media(Media::Sticker)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_she_does_she_is_answered_and_the_books_agree(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut trainee = Trainee::new(0);
        for deed in deeds {
            let step = trainee.does(deed.clone());
            // What an errand brings is the answer then.
            prop_assert!(!step.says.is_empty() || step.errand.is_some(), "no answer to {deed:?}");
            let open = trainee.session.as_ref().is_some_and(|session| session.is_open());
            prop_assert_eq!(open, trainee.profile.screen == Screen::Playing);
        }
        let started = trainee.log.iter().filter(|e| matches!(e, Event::Started { .. })).count();
        prop_assert_eq!(started, trainee.profile.sessions as usize);
    }
}
