//! A limit on abuse: what it takes away, and that it takes away nothing else.

use xiaoqi::base::gentle::Gentle;
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::desk::records::KeptEvent;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::{Cast, ReplayError, Session, replay};
use xiaoqi::store::{Key, Record};

use super::fixture::{Trainee, actions, mr_lin, said};
use crate::stage;

const STRICT: [Gentle; 2] = [Gentle::NoInsults, Gentle::NoContempt];

/// Messages that make anybody's blood boil.
fn provoking(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::EN => [
            "Calm down.",
            "That's not our department.",
            "Are you stupid?",
            "You must have broken it yourself.",
            "Ha ha, poor you.",
            "ok",
        ],
        _ => ["你冷静点。", "这不归我们管。", "你有病吧？", "肯定是你自己弄坏的。", "哟，好可怜哦。", "哦"],
    }
}

fn played(cast: &Cast<'_>, lang: Lang, seed: u64) -> Session {
    let (mut session, _) = Session::open(cast, lang, seed, Moment(0));
    for (minute, text) in (1..).zip(provoking(lang)) {
        session.play(cast, text, Moment(minute * 60_000));
    }
    session
}

fn spoken(session: &Session) -> Vec<&str> {
    session
        .opening
        .iter()
        .chain(session.turns.iter().flat_map(|turn| &turn.reply))
        .map(String::as_str)
        .collect()
}

#[test]
fn no_harsh_line_is_spoken_and_nothing_he_feels_or_does_is_different() {
    let content = &stage::loaded().content;
    let mut harsh_before = 0;
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        let harsh = content.limits.harsh(lang).unwrap();
        for persona in content.personas.keys() {
            let Some(plain) = content.cast(persona, lang) else { continue };
            for seed in 0..3 {
                let before = played(&plain, lang, seed);
                for gentle in STRICT {
                    let cast = content.cast_within(persona, lang, gentle).unwrap();
                    let after = played(&cast, lang, seed);
                    let offended =
                        |s: &Session| spoken(s).iter().filter(|line| harsh.offends(line, gentle)).count();
                    harsh_before += offended(&before);
                    assert_eq!(offended(&after), 0, "{persona} {lang} {seed}: {:?}", spoken(&after));
                    let felt = |s: &Session| {
                        s.turns.iter().map(|t| (t.after, t.state.clone(), t.ended)).collect::<Vec<_>>()
                    };
                    assert_eq!(felt(&after), felt(&before), "{persona} {lang} {seed}");
                    assert!(after.turns.iter().all(|turn| !turn.reply.is_empty()), "{persona} {lang}");
                }
            }
        }
    }
    assert!(harsh_before > 20, "there is something to leave out: {harsh_before}");
}

#[test]
fn no_key_of_any_language_is_left_without_a_line() {
    let content = &stage::loaded().content;
    for (lang, tongue) in &content.tongues {
        for gentle in STRICT {
            let left = content.cast_within(&mr_lin(), *lang, gentle).unwrap().book;
            let lost: Vec<&str> = tongue
                .book
                .general
                .iter()
                .map(|(key, _)| key)
                .filter(|key| left.general.get(key).is_empty())
                .collect();
            assert!(lost.is_empty(), "{lang} {gentle:?}: {lost:?}");
        }
    }
}

#[test]
fn it_is_chosen_by_button_kept_with_the_start_and_replayed_to_the_letter() {
    let mut trainee = Trainee { content: stage::loaded().content.clone(), ..Trainee::new(0) };
    trainee.profile.lang = Some(Lang::ZH_HANS);
    let choice = trainee.commands(Command::Gentle);
    assert_eq!(said(&choice), ["care-gentle"]);
    assert_eq!(actions(&choice), Gentle::ALL.map(Action::Gentle));
    assert_eq!(said(&trainee.presses(Action::Gentle(Gentle::NoContempt))), ["care-gentle-set"]);
    let persona = PersonaId::parse("internet_down").unwrap();
    trainee.presses(Action::Begin(persona.clone()));
    for text in provoking(Lang::ZH_HANS) {
        trainee.writes(text);
    }
    let Event::Started { start, .. } = trainee.log[0].clone() else { panic!() };
    assert_eq!(start.limit.as_ref().map(|limit| limit.gentle), Some(Gentle::NoContempt));
    let content = stage::loaded().content.clone();
    let cast = content.cast_of(&start).unwrap();
    assert_eq!(replay(&cast, &trainee.log).as_ref().ok(), trainee.session.as_ref());
    // Other lines, another conversation: without the limit it is not taken for the same.
    let plain = content.cast(&persona, Lang::ZH_HANS).unwrap();
    assert_eq!(replay(&plain, &trainee.log), Err(ReplayError::OtherLimit { lang: Lang::ZH_HANS }));
    // A branch of it keeps the limit.
    if trainee.session.as_ref().unwrap().is_open() {
        trainee.commands(Command::End);
    }
    trainee.orders(Command::Rewind, "2");
    let branch = &trainee.session.as_ref().unwrap().start;
    assert!(branch.branch.is_some() && branch.limit == start.limit);
}

#[test]
fn a_conversation_that_is_open_goes_on_as_it_began() {
    let mut trainee = Trainee::with_mr_lin();
    assert_eq!(said(&trainee.presses(Action::Gentle(Gentle::NoInsults))), ["care-gentle-set-next"]);
    trainee.writes("您好");
    assert_eq!(trainee.session.as_ref().unwrap().start.limit, None);
    let cast = trainee.content.cast(&mr_lin(), Lang::ZH_HANS).unwrap();
    assert_eq!(replay(&cast, &trainee.log).as_ref().ok(), trainee.session.as_ref());
}

#[test]
fn a_start_from_before_there_were_limits_has_none() {
    let mut trainee = Trainee::with_mr_lin();
    trainee.writes("您好");
    let key = Key::counter("e");
    let written = Record::encode(&key, &KeptEvent(trainee.log[0].clone())).unwrap();
    let text = String::from_utf8(written).unwrap();
    assert!(!text.contains("limit"), "nothing is written where nothing is set: {text}");
    let old = text.replacen("{\"v\":4", "{\"v\":3", 1);
    assert_ne!(old, text);
    assert_eq!(Record::<KeptEvent>::decode(&key, old.as_bytes()), Ok(KeptEvent(trainee.log[0].clone())));
}
