//! Outside a conversation: greeting, languages, list, briefing, and everything that does not work there.

use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::phrase::{Arg, Phrase};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Media};
use xiaoqi::flow::profile::Screen;

use super::fixture::{Trainee, actions, arg, parcel, phrase, said};

fn start(trainee: &mut Trainee, payload: &str) -> xiaoqi::flow::Step {
    trainee.does(Deed::Command(Command::Start, payload.to_owned()))
}

#[test]
fn the_first_start_greets_in_the_devices_language_and_offers_the_others() {
    let mut trainee = Trainee::new(0);
    trainee.device = Some(Lang::ZH_HANT);
    let step = start(&mut trainee, "");
    assert_eq!(said(&step), ["menu-greeting", "menu-list"]);
    assert_eq!(step.profile.lang, Some(Lang::ZH_HANT));
    let languages = [Lang::EN, Lang::ZH_HANS, Lang::ZH_HANT].map(Action::Language);
    assert_eq!(actions(&step)[..3], languages);
    assert!(step.events.is_empty() && step.session.is_none() && !step.typing);
}

#[test]
fn a_device_of_another_language_is_asked_first_and_then_gets_the_briefing_it_came_for() {
    let mut trainee = Trainee::new(0);
    trainee.device = None;
    assert_eq!(said(&start(&mut trainee, "parcel")), ["menu-choose-language"]);
    assert_eq!(said(&trainee.presses(Action::Language(Lang::ZH_HANS))), ["menu-briefing"]);
    let mut other = Trainee::new(0);
    other.device = Lang::parse("fr");
    start(&mut other, "");
    assert_eq!(said(&other.presses(Action::Language(Lang::EN))), ["menu-greeting", "menu-list"]);
}

#[test]
fn a_payload_opens_that_customers_briefing_and_an_unknown_one_the_list() {
    let mut trainee = Trainee::new(0);
    let step = start(&mut trainee, "parcel");
    assert_eq!(said(&step), ["menu-briefing"]);
    assert_eq!(actions(&step), [Action::Begin(parcel()), Action::Exam(parcel()), Action::Menu]);
    assert_eq!(step.profile.screen, Screen::Briefing { persona: parcel() });
    let briefing = phrase(&step, "menu-briefing");
    assert_eq!(arg(&briefing, "may"), Arg::Bullets(vec!["今天派送".into(), "二十元优惠券".into()]));
    for payload in ["nobody", "../x", "生日"] {
        let step = start(&mut Trainee::new(0), payload);
        assert_eq!(said(&step), ["menu-greeting", "menu-list"], "{payload}");
    }
}

#[test]
fn the_list_goes_from_easy_to_hard_in_pages_of_six() {
    let mut trainee = Trainee::new(8);
    let step = trainee.commands(Command::Menu);
    let brief = |id: &str| Action::Brief(PersonaId::parse(id).unwrap());
    let first: Vec<Action> = (1..=6).map(|n| brief(&format!("copy_{n}"))).collect();
    assert_eq!(actions(&step)[..6], first);
    assert_eq!(actions(&step)[6..], [Action::Page(1)]);
    let step = trainee.presses(Action::Page(1));
    assert_eq!(actions(&step), [brief("copy_7"), brief("parcel"), brief("copy_0"), Action::Page(0)]);
    let Arg::Joined(entries) = arg(&phrase(&step, "menu-list"), "entries") else { panic!() };
    let ids: Vec<&str> = entries.iter().map(Phrase::id).collect();
    let (grade, entry) = ("menu-list-grade", "menu-list-entry");
    assert_eq!(ids, [grade, entry, grade, entry, grade, entry], "each grade has its heading");
}

#[test]
fn a_page_beyond_the_end_is_the_last_one() {
    let mut trainee = Trainee::new(8);
    let step = trainee.presses(Action::Page(u16::MAX));
    assert_eq!(arg(&phrase(&step, "menu-list"), "page"), Arg::Number(2));
}

#[test]
fn an_empty_library_says_so() {
    let mut trainee = Trainee::new(0);
    trainee.content.personas.clear();
    assert_eq!(said(&trainee.commands(Command::Menu)), ["menu-list-empty"]);
}

#[test]
fn a_customer_of_another_language_is_announced_as_such_but_the_script_does_not_matter() {
    let mut trainee = Trainee::new(0);
    trainee.profile.lang = Some(Lang::EN);
    assert_eq!(said(&start(&mut trainee, "parcel")), ["menu-briefing", "menu-speaks-other"]);
    trainee.profile.lang = Some(Lang::ZH_HANT);
    assert_eq!(said(&start(&mut trainee, "parcel")), ["menu-briefing"]);
}

#[test]
fn changing_the_language_shows_again_where_she_stands() {
    let mut trainee = Trainee::new(0);
    start(&mut trainee, "");
    let choose = trainee.commands(Command::Language);
    assert_eq!(said(&choose), ["menu-choose-language"]);
    let step = trainee.presses(Action::Language(Lang::EN));
    assert_eq!(said(&step), ["menu-language-set", "menu-list"]);
    assert_eq!(step.profile.lang, Some(Lang::EN));
    start(&mut trainee, "parcel");
    let step = trainee.presses(Action::Language(Lang::ZH_HANT));
    assert_eq!(said(&step), ["menu-briefing"]);
    let unknown = trainee.presses(Action::Language(Lang::parse("fr").unwrap()));
    assert_eq!(said(&unknown), ["notice-dead-button"]);
    assert_eq!(unknown.profile.lang, Some(Lang::ZH_HANT));
}

#[test]
fn words_outside_a_conversation_get_help_and_the_list() {
    let mut trainee = Trainee::new(0);
    assert_eq!(said(&trainee.writes("在吗")), ["menu-greeting", "menu-list"], "her very first word");
    assert_eq!(said(&trainee.writes("在吗")), ["menu-pick-first", "menu-list"]);
    start(&mut trainee, "parcel");
    let step = trainee.writes("您好");
    assert_eq!(said(&step), ["menu-begin-first"]);
    assert_eq!(actions(&step)[0], Action::Begin(parcel()));
}

#[test]
fn empty_and_oversized_messages_are_sent_back() {
    let mut trainee = Trainee::new(0);
    assert_eq!(said(&trainee.writes(" \n　")), ["notice-empty"]);
    assert_eq!(said(&trainee.writes(&"长".repeat(4097))), ["notice-too-long"]);
    assert_ne!(said(&trainee.writes(&"长".repeat(4096))), ["notice-too-long"]);
}

#[test]
fn commands_of_a_conversation_say_that_there_is_none() {
    for command in [Command::Hint, Command::Mood, Command::End, Command::Cancel] {
        let step = Trainee::new(0).commands(command);
        assert_eq!(said(&step), ["practice-not-open"], "{command:?}");
        assert!(step.events.is_empty());
    }
}

#[test]
fn what_cannot_be_read_or_understood_is_answered_and_bots_are_not() {
    let mut trainee = Trainee::new(0);
    assert_eq!(said(&trainee.does(Deed::Media(Media::Voice))), ["notice-text-only"]);
    assert_eq!(said(&trainee.does(Deed::Media(Media::Edited))), Vec::<&str>::new());
    assert_eq!(said(&trainee.does(Deed::Media(Media::FromBot))), Vec::<&str>::new());
    assert_eq!(said(&trainee.does(Deed::DeadButton)), ["notice-dead-button"]);
    let unknown = trainee.does(Deed::UnknownCommand("x".repeat(5000)));
    let word = arg(&phrase(&unknown, "notice-unknown-command"), "word");
    assert_eq!(word, Arg::Text("x".repeat(32)));
}

#[test]
fn buttons_of_a_withdrawn_customer_lead_to_the_list() {
    let gone = PersonaId::parse("gone").unwrap();
    for action in [Action::Brief(gone.clone()), Action::Begin(gone.clone()), Action::Again(gone)] {
        let step = Trainee::new(0).presses(action);
        assert_eq!(said(&step), ["notice-no-such-persona", "menu-list"]);
        assert_eq!((step.profile.sessions, step.events.len()), (0, 0));
    }
}

#[test]
fn who_comes_back_is_reminded_of_last_time() {
    let mut trainee = Trainee::reviewing(1);
    trainee.profile.screen = Screen::Lobby;
    assert_eq!(said(&start(&mut trainee, "")), ["menu-welcome-back", "menu-list"]);
}

#[test]
fn a_skip_button_left_over_in_the_lobby_does_nothing() {
    let step = Trainee::new(0).presses(Action::Skip(1));
    assert_eq!(said(&step), ["review-already-past"]);
    assert!(step.events.is_empty());
}
