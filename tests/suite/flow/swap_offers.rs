//! What the model agent promises at which hour, and what it offers after a no.

use std::collections::BTreeSet;

use xiaoqi::agent::talk::Talk;
use xiaoqi::agent::times::hold;
use xiaoqi::agent::{self, Desk};
use xiaoqi::base::id::{OfferId, PersonaId};
use xiaoqi::base::lang::Lang;
use xiaoqi::base::moves::Move;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::input::Command;
use xiaoqi::progress::zone::Zone;

use super::fixture::Trainee;
use super::swap::{desk, texts};
use crate::stage;

const HOUR_MS: i64 = 3_600_000;
const RAGE: &str = "暖气三天不热，报修三次没人来，太过分了！";

/// A conversation in which she writes these, at an hour.
fn talked(desk: &Desk<'_>, lang: Lang, said: &[&str]) -> Talk {
    let mut talk = Talk::new(desk.persona.id.clone(), lang, Moment(0));
    agent::open(desk, &mut talk);
    said.iter().for_each(|text| agent::answer(desk, &mut talk, text));
    talk
}

/// What the agent said that promises or offers something.
fn promised(talk: &Talk) -> Vec<&str> {
    let promises = |mv: Move| {
        matches!(
            mv,
            Move::CommitSpecific
                | Move::SetExpectation
                | Move::OfferSolution
                | Move::OfferAlternative
                | Move::Remedy
                | Move::RefuseWithReason
                | Move::EscalateToSupervisor
        )
    };
    let pieces = talk.turns.iter().flat_map(|turn| &turn.reply);
    pieces.filter(|piece| promises(piece.mv)).map(|piece| piece.text.as_str()).collect()
}

fn urging(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::EN => [
            "This is outrageous!!!",
            "By when?",
            "What are you going to do about it?",
            "When will it be done?",
            "No, not enough",
            "I want your manager",
            "No, that won't do, what else?",
        ],
        _ => [
            "太过分了！！！",
            "什么时候能好？",
            "你们打算怎么解决？",
            "到底什么时候？",
            "不行，这不够",
            "叫你们经理来",
            "还是不行，你们还能怎么办？",
        ],
    }
}

#[test]
fn nothing_is_promised_for_a_time_that_is_past_in_any_case_at_any_hour() {
    let content = &stage::loaded().content;
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        let speaking = content.personas.values().filter(|persona| persona.texts.contains_key(&lang));
        for (at, persona) in speaking.enumerate() {
            // Every other customer at the other hours: a talk takes long in a build without optimisation.
            let hours = [[None, Some(22)], [Some(2), Some(15)]];
            for hour in hours[at % 2] {
                let desk = Desk { hour, ..desk(persona.id.as_str(), lang) };
                let talk = talked(&desk, lang, &urging(lang));
                let said = promised(&talk);
                assert!(said.len() > 1, "{} {lang} {hour:?}: {:?}", persona.id, texts(&talk));
                for text in said {
                    assert!(hold(text, hour), "{} {lang} {hour:?}: {text}", persona.id);
                    assert!(!text.contains(['{', '}']), "{text}");
                }
            }
        }
    }
}

/// Independent of how times are read: the agent's own words, looked at one by one.
#[test]
fn at_night_its_own_lines_name_no_time_of_today_and_by_day_they_do() {
    let today = |lang: Lang| match lang {
        Lang::EN => ["today", "tonight", "this afternoon"],
        Lang::ZH_HANT => ["今天", "下班", "今晚"],
        _ => ["今天", "下班", "六点"],
    };
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        let promises = |hour: Option<u8>| {
            let mut all: BTreeSet<String> = BTreeSet::new();
            for number in 0..40 {
                let desk = Desk { hour, ..desk("heating", lang) };
                let number = number.to_string();
                let [rage, when, ..] = urging(lang);
                let talk = talked(&desk, lang, &[rage, when, &number, when, when]);
                let own: BTreeSet<String> = ["promise", "by_when"]
                    .iter()
                    .flat_map(|key| desk.wording.lines.get(key))
                    .map(|l| l.text())
                    .collect();
                let said = promised(&talk).into_iter().filter(|text| own.contains(*text));
                all.extend(said.map(str::to_owned));
            }
            all
        };
        let names = |all: &BTreeSet<String>| {
            all.iter().any(|text| today(lang).iter().any(|word| text.contains(word)))
        };
        let (day, night, unknown) = (promises(Some(9)), promises(Some(23)), promises(None));
        assert!(names(&day), "{lang}: {day:?}");
        assert!(!night.is_empty() && !names(&night), "{lang}: {night:?}");
        assert!(!unknown.is_empty() && !names(&unknown), "{lang}: {unknown:?}");
    }
}

#[test]
fn every_promise_has_wordings_enough_that_hold_at_any_hour() {
    let agents = &stage::loaded().content.agents;
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        for (key, most) in
            [("promise", 6), ("by_when", 4), ("manager", 5), ("offer_named", 6), ("nothing_left", 6)]
        {
            let lines = agents[&lang].lines.get(key);
            let holding = lines.iter().filter(|line| hold(&line.text(), None)).count();
            assert!(holding >= most, "{lang} {key}: {holding}");
        }
    }
}

#[test]
fn the_same_words_at_the_same_hour_get_the_same_answers() {
    let play = |hour| {
        let desk = Desk { hour: Some(hour), ..desk("heating", Lang::ZH_HANS) };
        talked(&desk, Lang::ZH_HANS, &urging(Lang::ZH_HANS))
    };
    assert_eq!(play(10), play(10));
    assert_ne!(play(10), play(23));
}

/// The hour is hers: at noon in London it is evening in Beijing.
#[test]
fn the_hour_is_that_of_her_own_zone() {
    let evening = |zone: Option<Zone>, lang: Lang, clock: i64| {
        let mut trainee = Trainee { content: stage::loaded().content.clone(), clock, ..Trainee::new(0) };
        trainee.profile.lang = Some(lang);
        trainee.profile.review.zone = zone;
        trainee.orders(Command::Swap, "heating");
        urging(lang).iter().for_each(|text| drop(trainee.writes(text)));
        trainee.profile.swap.unwrap()
    };
    let at = |hour: u8, lang: Lang| {
        let desk = Desk { hour: Some(hour), ..desk("heating", lang) };
        talked(&desk, lang, &urging(lang)).turns
    };
    let noon = 12 * HOUR_MS;
    assert_eq!(evening(Some(Zone::Offset(480)), Lang::ZH_HANS, noon).turns, at(20, Lang::ZH_HANS));
    assert_eq!(evening(Some(Zone::Offset(0)), Lang::ZH_HANS, noon).turns, at(12, Lang::ZH_HANS));
    assert_eq!(evening(None, Lang::ZH_HANS, noon).turns, at(20, Lang::ZH_HANS));
    let unknown = Desk { hour: None, ..desk("heating", Lang::EN) };
    assert_eq!(evening(None, Lang::EN, noon).turns, talked(&unknown, Lang::EN, &urging(Lang::EN)).turns);
}

/// The offer that a reply makes, if any: whatever is offered after it and was not before.
fn next(desk: &Desk<'_>, talk: &mut Talk, said: &str) -> Vec<OfferId> {
    let before = talk.offered.clone();
    agent::answer(desk, talk, said);
    talk.offered.difference(&before).cloned().collect()
}

/// Percent of a demand that offers meet.
fn meets(desk: &Desk<'_>, offers: &[OfferId], demand: &str) -> i32 {
    let place = desk.persona.demands.iter().position(|known| known.id.as_str() == demand).unwrap();
    let named = desk.persona.offers.iter().filter(|offer| offers.contains(&offer.id));
    named.flat_map(|offer| &offer.meets).filter(|(at, _)| *at == place).map(|(_, percent)| *percent).sum()
}

fn offered_first(desk: &Desk<'_>) -> (Talk, Vec<OfferId>) {
    let mut talk = talked(desk, Lang::ZH_HANS, &[RAGE, "你们打算怎么解决？"]);
    for _ in 0..6 {
        if !talk.offered.is_empty() {
            break;
        }
        agent::answer(desk, &mut talk, "你们打算怎么解决？");
    }
    let first = talk.offered.iter().cloned().collect();
    (talk, first)
}

#[test]
fn after_a_no_comes_what_meets_most_of_what_her_words_touch() {
    let desk = desk("heating", Lang::ZH_HANS);
    for (no, demand) in [
        ("不行，冻了三天的损失谁来赔，供暖费凭什么照收", "made_good"),
        ("不行，我要的是今晚屋里能热起来", "warm_tonight"),
    ] {
        let (mut talk, first) = offered_first(&desk);
        assert_eq!(first.len(), 1, "{:?}", texts(&talk));
        let second = next(&desk, &mut talk, no);
        assert!(!second.is_empty() && !second.contains(&first[0]), "{no}: {:?}", texts(&talk));
        assert!(meets(&desk, &second, demand) > 0, "{no}: {second:?} after {first:?}");
        assert!(talk.rejected.contains(&first[0]));
    }
    // What she rejected meets nothing: less of the same thing comes before more of another.
    let (mut talk, _) = offered_first(&desk);
    let warm: Vec<OfferId> = next(&desk, &mut talk, "不行，我要的是今晚屋里能热起来");
    let again = next(&desk, &mut talk, "这也不行，今晚屋里还是热不起来，我要的是今晚能热起来");
    assert!(meets(&desk, &again, "warm_tonight") > 0 && again != warm, "{again:?} after {warm:?}");
}

#[test]
fn nothing_is_offered_twice_and_when_nothing_is_left_it_says_so_and_what_it_can_still_do() {
    let content = &stage::loaded().content;
    for lang in [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN] {
        let no = if lang == Lang::EN { "No, that won't do" } else { "不行，这个我不接受" };
        let spoken = content.personas.values().filter(|persona| persona.texts.contains_key(&lang));
        for persona in spoken.step_by(3) {
            let desk = desk(persona.id.as_str(), lang);
            let mut talk = talked(&desk, lang, &urging(lang));
            while !talk.over && talk.messages() + 1 < agent::LONGEST {
                let said = format!("{no} {}", talk.messages());
                agent::answer(&desk, &mut talk, &said);
            }
            let said = texts(&talk);
            let different: BTreeSet<&str> = said.iter().copied().collect();
            assert_eq!(different.len(), said.len(), "{} {lang}", persona.id);
            let left: Vec<String> =
                desk.wording.lines.get("nothing_left").iter().map(|line| line.text()).collect();
            let honest = said.iter().position(|text| left.iter().any(|line| line == text));
            assert!(honest.is_some(), "{} {lang}: {said:?}", persona.id);
        }
    }
}

#[test]
fn a_talk_of_the_time_before_rejections_were_noted_goes_on() {
    let talk = Talk::new(PersonaId::parse("heating").unwrap(), Lang::ZH_HANS, Moment(0));
    let old = serde_json::to_value(&talk).unwrap();
    assert!(old.get("rejected").is_none() && old.get("latest").is_none());
    assert_eq!(serde_json::from_value::<Talk>(old).unwrap(), talk);
}
