//! One conversation between a synthetic trainee and a customer.

use crate::base::dice::Dice;
use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::base::span::Span;
use crate::base::time::Moment;
use crate::customer::state::Customer;
use crate::nlu::reading::{MoveHit, OfferHit, Question, Reading, SlotHit, SlotKind, Tone, Topic, Wants};
use crate::persona::model::{Authority, Persona};
use crate::session::fold::{Cast, Session};

use super::trainee::{Ask, OfferChoice, Play, Trainee};

/// Messages after which a trainee stops by herself.
const MOST: usize = 24;
/// Thousandths of a margin that a tone of 100 comes to.
const TONE: i32 = 12;
/// Keeps the trainee's dice apart from the customer's, who has the same seed.
const OTHER_DICE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Plays until he goes or she stops.
pub fn play(cast: &Cast<'_>, trainee: &Trainee, lang: Lang, seed: u64) -> Session {
    let (mut session, _) = Session::open(cast, lang, seed, Moment(0));
    let mut dice = Dice::new(seed ^ OTHER_DICE);
    for number in 1..=MOST {
        if !session.is_open() {
            break;
        }
        let Some(play) = choose(trainee, &session.customer, &mut dice) else { break };
        let reading = reading(cast.persona, &session.customer, play, number as u64, &mut dice);
        session.hear(cast, reading);
    }
    if session.is_open() {
        session.stop(cast, Moment(0));
    }
    session
}

/// A play that fits the stretch, by weight.
fn choose<'a>(trainee: &'a Trainee, customer: &Customer, dice: &mut Dice) -> Option<&'a Play> {
    let fits = |play: &&Play| play.phases.is_empty() || play.phases.contains(&customer.phase);
    let sum: usize = trainee.plays.iter().filter(fits).map(|p| p.weight).sum();
    let mut roll = dice.roll(sum);
    trainee.plays.iter().filter(fits).find(|play| {
        let chosen = roll < play.weight;
        roll = roll.saturating_sub(play.weight);
        chosen
    })
}

fn reading(persona: &Persona, customer: &Customer, play: &Play, number: u64, dice: &mut Dice) -> Reading {
    let span = Span::default();
    let hit = |mv: &Move| MoveHit { mv: *mv, confidence: 900, span };
    let topic = play.ask.and_then(|ask| topic(persona, customer, ask, dice));
    let offer = play.offer.and_then(|choice| offer(persona, customer, choice, dice));
    let time = SlotHit { kind: SlotKind::Clock, number: 900, text: "3".to_owned(), span, echo: false };
    Reading {
        lang: Lang::ZH_HANS,
        moves: play.moves.iter().map(hit).collect(),
        tone: Tone { calms: play.tone * TONE, escalates: -play.tone * TONE, span: None },
        slots: play.timed.then_some(time).into_iter().collect(),
        questions: topic
            .map(|topic| Question {
                topic,
                span,
                why: false,
                named: false,
                check: false,
                wants: Wants::default(),
                either: false,
                again: false,
                pick: None,
                rivals: Vec::new(),
                weight: 0,
            })
            .into_iter()
            .collect(),
        offers: offer.map(|offer| OfferHit { offer, span, done: false, money: None }).into_iter().collect(),
        demands: Vec::new(),
        who: None,
        trainee: None,
        reports_done: false,
        setbacks: Vec::new(),
        postpones: false,
        specific: play.specific,
        characters: play.characters,
        empty: play.characters == 0,
        foreign: false,
        robot: false,
        small_talk: false,
        gibberish: false,
        prints: vec![if play.canned { 0 } else { number }],
    }
}

fn topic(persona: &Persona, customer: &Customer, ask: Ask, dice: &mut Dice) -> Option<Topic> {
    let facts = || persona.facts.iter().enumerate();
    let told = |place: usize| customer.memory.told.contains(&place);
    let untold: Vec<usize> = facts().filter(|(at, f)| !f.opening && !told(*at)).map(|(at, _)| at).collect();
    let hidden: Vec<usize> =
        untold.iter().copied().filter(|at| persona.facts.get(*at).is_some_and(|f| f.hidden)).collect();
    let known: Vec<usize> = facts().filter(|(at, f)| f.opening || told(*at)).map(|(at, _)| at).collect();
    let list = match ask {
        Ask::Unknown => return Some(Topic::Unknown),
        Ask::Told => known,
        Ask::Hidden if !hidden.is_empty() => hidden,
        Ask::Hidden | Ask::Untold => untold,
    };
    list.get(dice.roll(list.len())).map(|place| Topic::Fact(*place))
}

fn offer(persona: &Persona, customer: &Customer, choice: OfferChoice, dice: &mut Dice) -> Option<usize> {
    let fits = |authority: Authority| match choice {
        OfferChoice::Beyond => authority == Authority::Beyond,
        OfferChoice::Best | OfferChoice::Any => authority == Authority::Free,
    };
    let of_kind: Vec<usize> =
        persona.offers.iter().enumerate().filter(|(_, o)| fits(o.authority)).map(|(at, _)| at).collect();
    if choice != OfferChoice::Best {
        return of_kind.get(dice.roll(of_kind.len())).copied();
    }
    // What brings most, given what is met already.
    let gain = |place: &usize| -> i32 {
        let meets = persona.offers.get(*place).map(|o| o.meets.as_slice()).unwrap_or_default();
        let met = |demand: usize| customer.memory.met.get(demand).copied().unwrap_or(0);
        let weight = |demand: usize| persona.demands.get(demand).map_or(0, |d| d.weight);
        meets.iter().map(|(demand, percent)| (percent - met(*demand)).max(0) * weight(*demand)).sum()
    };
    of_kind.into_iter().filter(|place| gain(place) > 0).max_by_key(gain)
}
