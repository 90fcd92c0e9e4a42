//! The roles swapped: what the model agent does with what a customer writes, and what stays of it.

use std::collections::BTreeSet;

use xiaoqi::agent::hear::hear;
use xiaoqi::agent::talk::Talk;
use xiaoqi::agent::{self, Desk};
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::moves::Move;
use xiaoqi::base::phrase::{Arg, Phrase};
use xiaoqi::base::time::Moment;
use xiaoqi::desk::records::KeptProfile;
use xiaoqi::flow::Step;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::profile::Screen;
use xiaoqi::store::{Key, Record};

use super::fixture::{Trainee, actions, arg, phrase, said};
use super::journal::reflected;
use crate::stage;

const RAGE: &str = "你们物业到底有没有人管！！！暖气三天了，屋里就十四度！报修三次一个人影都没见着！";
const NEIGHBOURS: &str = "楼上楼下都是热的，就我家不热，对门也热";

fn heating() -> PersonaId {
    PersonaId::parse("heating").unwrap()
}

/// One who plays the customer of the cold flat.
fn customer() -> Trainee {
    let mut trainee = Trainee { content: stage::loaded().content.clone(), ..Trainee::new(0) };
    trainee.profile.lang = Some(Lang::ZH_HANS);
    trainee.orders(Command::Swap, "heating");
    trainee
}

fn talk(trainee: &Trainee) -> &Talk {
    trainee.profile.swap.as_ref().unwrap()
}

/// What the agent's last reply did.
fn moves(trainee: &Trainee) -> Vec<Move> {
    talk(trainee).turns.last().unwrap().reply.iter().map(|piece| piece.mv).collect()
}

pub fn texts(talk: &Talk) -> Vec<&str> {
    talk.turns.iter().flat_map(|turn| &turn.reply).map(|piece| piece.text.as_str()).collect()
}

pub fn desk<'a>(persona: &str, lang: Lang) -> Desk<'a> {
    let content = &stage::loaded().content;
    let persona = &content.personas[&PersonaId::parse(persona).unwrap()];
    let harsh = content.limits.harsh(lang);
    let (texts, wording) = (&persona.texts[&lang], &content.agents[&lang]);
    Desk { persona, texts, wording, harsh, hour: Some(10) }
}

fn items(phrase: &Phrase, name: &str) -> Vec<Phrase> {
    let Arg::Joined(items) = arg(phrase, name) else { panic!() };
    items
}

#[test]
fn she_gets_her_part_and_a_greeting_and_nothing_of_it_is_scored() {
    let mut trainee = Trainee { content: stage::loaded().content.clone(), ..Trainee::new(0) };
    trainee.profile.lang = Some(Lang::ZH_HANS);
    let choice = trainee.commands(Command::Swap);
    assert_eq!(said(&choice), ["swap-choose"]);
    let Some(Action::Swap(persona)) = actions(&choice).first().cloned() else { panic!() };
    let begun = trainee.presses(Action::Swap(persona));
    assert_eq!(said(&begun), ["swap-begun", "customer"]);
    let Arg::Bullets(facts) = arg(&phrase(&begun, "swap-begun"), "facts") else { panic!() };
    assert!(facts.len() > 2);
    let step = trainee.writes("你们怎么搞的，我很生气");
    assert_eq!(said(&step), ["customer"]);
    assert!(step.events.is_empty() && step.entries.is_empty() && trainee.log.is_empty());
    // From a briefing it is that customer's case.
    let mut other = Trainee { content: stage::loaded().content.clone(), ..Trainee::new(0) };
    other.orders(Command::Start, "heating");
    other.commands(Command::Language);
    other.presses(Action::Language(Lang::ZH_HANS));
    other.commands(Command::Swap);
    assert_eq!(talk(&other).persona, heating());
}

#[test]
fn feelings_come_before_questions_and_questions_before_offers() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    assert_eq!(moves(&trainee)[..2], [Move::NameEmotion, Move::Apologize]);
    for text in ["大前天晚上开始凉的", "报修的单子还在排队", "家里都穿着羽绒服", "我觉得没人管我们"]
    {
        trainee.writes(text);
    }
    let made: Vec<Move> = talk(&trainee).turns.iter().flat_map(|turn| &turn.reply).map(|p| p.mv).collect();
    let place = |mv: Move| made.iter().position(|made| *made == mv);
    assert!(place(Move::EmpathizeSpecific) < place(Move::OpenQuestion), "{made:?}");
    assert!(place(Move::OpenQuestion) < place(Move::TakeResponsibility), "{made:?}");
    let offer =
        made.iter().position(|mv| matches!(mv, Move::OfferSolution | Move::OfferAlternative | Move::Remedy));
    assert!(offer.is_some() && place(Move::TakeResponsibility) < offer, "{made:?}");
}

#[test]
fn nothing_is_asked_that_she_has_told_and_no_offer_claims_what_she_has_not() {
    let question = |id: &str| {
        let desk = desk("heating", Lang::ZH_HANS);
        let place = desk.persona.facts.iter().position(|fact| fact.id.as_str() == id).unwrap();
        desk.texts.facts[place].question.clone()
    };
    let neighbours = question("neighbours_warm");
    let write_on = |trainee: &mut Trainee| {
        for number in 0..8 {
            trainee.writes(&format!("第{number}件事，我还是不知道怎么说"));
        }
    };
    let mut silent = customer();
    write_on(&mut silent);
    assert!(texts(talk(&silent)).contains(&neighbours.as_str()), "the question is one it asks");
    assert!(!texts(talk(&silent)).iter().any(|text| text.contains("您说进户管烫手")));
    let mut told = customer();
    told.writes(NEIGHBOURS);
    write_on(&mut told);
    assert!(!texts(talk(&told)).contains(&neighbours.as_str()), "{:?}", texts(talk(&told)));
}

#[test]
fn her_own_words_are_said_back_but_never_an_insult() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    trainee.writes("孩子才几个月，天天咳嗽，屋里十四度");
    let reply = &talk(&trainee).turns.last().unwrap().reply;
    assert!(reply.iter().any(|piece| piece.text.contains("孩子才几个月")), "{reply:?}");
    let heard = hear(&desk("heating", Lang::ZH_HANS), "你们这群废物把暖气搞坏了，骗子");
    assert!(heard.insults && heard.quote.is_none(), "{heard:?}");
}

#[test]
fn a_mere_hello_is_only_asked_on_and_a_question_is_never_thanked_for() {
    let mut trainee = customer();
    trainee.writes("你好，在吗");
    assert_eq!(moves(&trainee), [Move::EncourageToContinue]);
    trainee.writes(RAGE);
    trainee.writes("到底什么时候能来人？");
    assert!(!moves(&trainee).contains(&Move::Thank), "{:?}", moves(&trainee));
    trainee.writes("你这个废物，叫你们经理来");
    assert_eq!(moves(&trainee), [Move::Validate, Move::EscalateToSupervisor]);
    trainee.writes("我请了假，孩子也咳嗽");
    assert_eq!(moves(&trainee)[0], Move::EmpathizeSpecific);
}

#[test]
fn an_insult_gives_no_offence_and_the_boundary_is_set_once() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    let mut bounds = 0;
    for text in ["你们都是废物", "骗子", "你这个饭桶", "废物", "骗子骗子"] {
        trainee.writes(text);
        let made = moves(&trainee);
        assert!(matches!(made[0], Move::Validate | Move::SetBoundary), "{made:?}");
        assert!(!trainee.profile.swap.as_ref().unwrap().over);
        bounds += made.iter().filter(|mv| **mv == Move::SetBoundary).count();
    }
    assert_eq!(bounds, 1);
}

#[test]
fn what_is_beyond_its_authority_is_refused_with_a_reason_and_another_way() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    trainee.writes("大前天晚上开始凉的");
    trainee.writes("我要你们免掉一整季的供暖费！");
    assert_eq!(moves(&trainee), [Move::RefuseWithReason]);
    let desk = desk("heating", Lang::ZH_HANS);
    let place = desk.persona.offers.iter().position(|offer| offer.id.as_str() == "season_fee").unwrap();
    assert_eq!(texts(talk(&trainee)).last(), Some(&desk.texts.offers[place].example.as_str()));
}

#[test]
fn the_same_words_get_the_same_replies_and_no_line_comes_twice() {
    let play = || {
        let mut trainee = customer();
        for number in 0..agent::LONGEST + 4 {
            if trainee.profile.screen == Screen::Swapping {
                trainee.writes(&format!("我还是很生气，已经第{number}天了，你说怎么办！"));
            }
        }
        trainee.profile.swap.unwrap()
    };
    let (one, two) = (play(), play());
    assert_eq!(one, two);
    assert!(one.over && one.messages() <= agent::LONGEST, "it comes to an end by itself");
    let spoken = texts(&one);
    let different: BTreeSet<&str> = spoken.iter().copied().collect();
    assert_eq!(different.len(), spoken.len());
    let mut other = customer();
    other.writes("我还是很生气，已经第零天了，你说怎么办！");
    assert_ne!(talk(&other).turns[1].reply, one.turns[1].reply, "other words, other lines");
}

#[test]
fn it_ends_when_she_says_that_it_is_solved_and_tells_what_was_used_where() {
    let mut trainee = customer();
    for text in [RAGE, NEIGHBOURS, "我要你们马上派人来", "什么时候能到？"] {
        trainee.writes(text);
    }
    let step = trainee.writes("好，那就这样吧，谢谢");
    assert_eq!(said(&step), ["customer", "swap-review", "swap-ask"]);
    let methods = items(&phrase(&step, "swap-review"), "methods");
    let named: Vec<Arg> = methods.iter().map(|method| arg(method, "method")).collect();
    let term = |id: &str| Arg::Term("method", id.to_owned());
    for id in ["emotion_first", "questioning", "smart_promise", "structured_solving"] {
        assert!(named.contains(&term(id)), "{id} in {named:?}");
    }
    // Every quote stands in the message it is said to be from.
    for place in methods.iter().flat_map(|method| items(method, "places")) {
        let (Arg::Number(message), Arg::Text(quote)) = (arg(&place, "message"), arg(&place, "quote")) else {
            panic!()
        };
        let reply = &talk(&trainee).turns[usize::try_from(message).unwrap() - 1].reply;
        let start = quote.trim_end_matches('…');
        assert!(reply.iter().any(|piece| piece.text.starts_with(start)), "{message}: {quote}");
    }
    let done = trainee.writes("它先认了责任");
    assert_eq!(said(&done), ["swap-done"]);
    assert_eq!(actions(&done)[0], Action::Brief(heating()));
    assert!(trainee.profile.swap.is_none() && trainee.profile.screen == Screen::Lobby);
}

#[test]
fn what_calmed_her_is_in_the_journal_and_found_by_a_word() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    trainee.commands(Command::End);
    trainee.writes("它先认了责任");
    let list = trainee.commands(Command::Journal);
    assert_eq!(said(&list), ["swap-notes"]);
    let note = &items(&phrase(&list, "swap-notes"), "items")[0];
    assert_eq!(arg(note, "calmed"), Arg::Text("它先认了责任".to_owned()));
    assert_eq!(said(&trainee.orders(Command::Journal, "责任")), ["swap-notes"]);
    assert_eq!(said(&trainee.orders(Command::Journal, "火星")), ["journal-empty"]);
    // Beside other reflections it stands before them.
    let mut both = reflected();
    both.profile.swapped = trainee.profile.swapped.clone();
    assert_eq!(said(&both.commands(Command::Journal)), ["swap-notes", "journal-list"]);
    assert_eq!(said(&both.orders(Command::Journal, "火星")), ["journal-nothing-found"]);
}

#[test]
fn it_may_be_skipped_thrown_away_or_ended_before_a_word() {
    let mut trainee = customer();
    assert_eq!(said(&trainee.commands(Command::End))[0], "swap-cancelled");
    trainee.orders(Command::Swap, "heating");
    trainee.writes(RAGE);
    assert_eq!(said(&trainee.commands(Command::Cancel))[0], "swap-cancelled");
    assert!(trainee.profile.swap.is_none() && trainee.profile.swapped.is_empty());
    trainee.orders(Command::Swap, "heating");
    trainee.writes(RAGE);
    trainee.commands(Command::End);
    assert_eq!(said(&trainee.presses(Action::SwapSkip)), ["swap-done"]);
    assert_eq!(trainee.profile.swapped[0].calmed, None);
    assert_eq!(said(&trainee.presses(Action::SwapSkip)), ["review-already-past"]);
}

#[test]
fn nothing_else_starts_meanwhile_and_it_starts_beside_nothing_else() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    let before = trainee.profile.clone();
    let others: [fn(&mut Trainee) -> Step; 5] = [
        |t| t.commands(Command::Menu),
        |t| t.orders(Command::Swap, "wrong_dish"),
        |t| t.orders(Command::Rewind, "1"),
        |t| t.commands(Command::Hint),
        |t| t.presses(Action::Begin(heating())),
    ];
    for other in others {
        assert_eq!(said(&other(&mut trainee)), ["swap-still-open"]);
        assert_eq!(trainee.profile, before);
    }
    let mut examined = Trainee::with_mr_lin();
    assert_eq!(said(&examined.orders(Command::Swap, "heating")), ["practice-still-open"]);
    assert!(examined.profile.swap.is_none());
}

#[test]
fn an_open_one_is_kept_as_it_is_and_goes_on_after_a_restart() {
    let mut trainee = customer();
    trainee.writes(RAGE);
    trainee.writes("你们都是废物");
    let key = Key::counter("p");
    let kept = KeptProfile { revision: 1, at: None, profile: trainee.profile.clone() };
    let again: KeptProfile = Record::decode(&key, &Record::encode(&key, &kept).unwrap()).unwrap();
    assert_eq!(again, kept);
    let mut back = Trainee { profile: again.profile, ..customer() };
    back.writes(NEIGHBOURS);
    trainee.writes(NEIGHBOURS);
    assert_eq!(talk(&back), talk(&trainee));
    // A profile of the time before knows neither a swap nor a limit.
    let old = br#"{"v":4,"d":{"revision":4,"lang":"en","sessions":7,"branches":1,"coach":true,"screen":{"at":"lobby"}}}"#;
    let kept: KeptProfile = Record::decode(&key, old).unwrap();
    assert!(kept.profile.swap.is_none() && kept.profile.swapped.is_empty());
}

#[test]
fn where_the_case_is_gone_it_says_so_and_lets_her_go() {
    let mut trainee = customer();
    trainee.content.personas.remove(&heating());
    assert_eq!(said(&trainee.writes(RAGE)), ["notice-content-changed"]);
    assert_eq!(trainee.profile.screen, Screen::Lobby);
    let mut wordless = Trainee::new(0);
    wordless.profile.lang = Some(Lang::ZH_HANS);
    assert_eq!(said(&wordless.orders(Command::Swap, "parcel")), ["swap-no-agent"]);
}

#[test]
fn an_agent_has_six_wordings_at_least_for_everything_in_every_language() {
    let agents = &stage::loaded().content.agents;
    let keys = |lang: Lang| agents[&lang].lines.iter().map(|(key, _)| key).collect::<Vec<_>>();
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        assert_eq!(keys(lang), keys(Lang::EN), "{lang}");
        for (key, lines) in agents[&lang].lines.iter() {
            assert!(lines.len() >= 6, "{lang} {key}: {}", lines.len());
        }
    }
}

/// Anger, facts in the customer's own words, insults, a question, wishes, a yes: every case gets a whole conversation.
#[test]
fn every_case_can_be_talked_through_in_every_language() {
    let content = &stage::loaded().content;
    let said = |lang: Lang| match lang {
        Lang::EN => [
            "This is outrageous!!!",
            "You idiots",
            "What are you going to do about it?",
            "When?",
            "No, not enough",
            "Okay, thanks, that works for me",
        ],
        _ => [
            "太过分了！！！",
            "你们这群废物",
            "你们打算怎么解决？",
            "什么时候？",
            "不行，这不够",
            "好吧，那就这样，谢谢",
        ],
    };
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        for persona in content.personas.values().filter(|persona| persona.texts.contains_key(&lang)) {
            let desk = desk(persona.id.as_str(), lang);
            let mut talk = Talk::new(persona.id.clone(), lang, Moment(0));
            agent::open(&desk, &mut talk);
            let [rage, insult, wish, when, no, yes] = said(lang);
            let fact = desk.texts.facts.iter().find_map(|fact| fact.tell.first()).unwrap().text();
            for text in [rage, fact.as_str(), insult, wish, when, no, yes] {
                assert!(!talk.over, "{} {lang}: over before {text}", persona.id);
                agent::answer(&desk, &mut talk, text);
            }
            assert!(talk.over, "{} {lang}", persona.id);
            let made: BTreeSet<Move> = talk.made.keys().copied().collect();
            for mv in [Move::NameEmotion, Move::TakeResponsibility, Move::CommitSpecific, Move::Close] {
                assert!(made.contains(&mv), "{} {lang}: never {mv}; {made:?}", persona.id);
            }
            assert!(texts(&talk).iter().all(|text| !text.contains(['{', '}'])));
        }
    }
}
