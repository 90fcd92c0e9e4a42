//! The next fitting kind of move, from where the conversation stands. Deterministic: no dice are thrown for a hint.
//!
//! The situation decides the stage (be heard first, then find out, then solve, then promise, check and close); the
//! number of hints shown so far decides which of the stage's hints is next, so that all come up before one returns.

use crate::base::cause::Cause;
use crate::base::level::Emotion;
use crate::base::moves::Move;
use crate::base::phrase::{Phrase, PracticePhrase, Term};
use crate::persona::model::{Authority, Offer, OfferKind};
use crate::session::fold::{Cast, Session};

use super::practice::levels;

/// What makes a customer feel heard, in the order in which it is usually missing.
const LISTENING: [Move; 4] = [Move::EmpathizeSpecific, Move::NameEmotion, Move::Paraphrase, Move::Apologize];

/// A move with a sentence that makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hint {
    mv: Move,
    example: Option<String>,
}

/// The hint to show now.
pub fn next_hint(cast: &Cast<'_>, session: &Session) -> Phrase {
    let stages = [listening, finding_out, solving];
    let fitting = stages.into_iter().map(|stage| stage(cast, session)).find(|hints| !hints.is_empty());
    let hints = fitting.unwrap_or_default();
    let turn = usize::from(session.hints) % hints.len().max(1);
    phrase(hints.get(turn).cloned().unwrap_or_else(|| closing(cast, session)))
}

fn phrase(hint: Hint) -> Phrase {
    let technique = Term::mv(hint.mv);
    match hint.example {
        Some(example) => PracticePhrase::Hint { technique, example }.into(),
        None => PracticePhrase::HintPlain { technique }.into(),
    }
}

fn better(cast: &Cast<'_>, mv: Move) -> Hint {
    Hint { mv, example: cast.texts.better.get(&mv).filter(|text| !text.is_empty()).cloned() }
}

fn is_done(session: &Session, mv: Move) -> bool {
    session.customer.memory.counts.get(&Cause::Move(mv)).is_some_and(|count| *count > 0)
}

/// Until he feels heard: what has not been tried yet.
fn listening(cast: &Cast<'_>, session: &Session) -> Vec<Hint> {
    let customer = &session.customer;
    if customer.accepted || customer.heard >= cast.persona.heard_needed {
        return Vec::new();
    }
    let untried = LISTENING.into_iter().filter(|mv| !is_done(session, *mv));
    untried.map(|mv| better(cast, mv)).collect()
}

/// Hidden facts he would tell by now; one he does not trust her with yet is no use as a hint.
fn finding_out(cast: &Cast<'_>, session: &Session) -> Vec<Hint> {
    if session.customer.accepted {
        return Vec::new();
    }
    let trust = levels(session).get(Emotion::Trust);
    let told = &session.customer.memory.told;
    let facts = cast.persona.facts.iter().zip(&cast.texts.facts).enumerate();
    let ready =
        facts.filter(|(place, (fact, _))| fact.hidden && fact.trust <= trust && !told.contains(place));
    let questions = ready.map(|(_, (_, texts))| texts.question.clone()).filter(|text| !text.is_empty());
    questions.map(|text| Hint { mv: Move::OpenQuestion, example: Some(text) }).collect()
}

/// Offers within her authority that meet what is still open, the most helpful first.
fn solving(cast: &Cast<'_>, session: &Session) -> Vec<Hint> {
    if session.customer.accepted {
        return Vec::new();
    }
    let offered = &session.customer.memory.offered;
    let offers = cast.persona.offers.iter().zip(&cast.texts.offers).enumerate();
    let free =
        offers.filter(|(place, (offer, _))| offer.authority == Authority::Free && !offered.contains(place));
    let helpful = free.map(|(_, (offer, texts))| (gain(cast, session, offer), offer, texts));
    let mut useful: Vec<_> = helpful.filter(|(gain, ..)| *gain > 0).collect();
    // Stable, so that equals stay in the trainer's order.
    useful.sort_by_key(|(gain, ..)| -gain);
    let hint = |example: &String, kind| Hint { mv: kind_of_move(kind), example: Some(example.clone()) };
    useful.into_iter().map(|(_, offer, texts)| hint(&texts.example, offer.kind)).collect()
}

/// How much of what he wants, in percent times weight, an offer would add to what is met already.
fn gain(cast: &Cast<'_>, session: &Session, offer: &Offer) -> i32 {
    let met = |demand: usize| session.customer.memory.met.get(demand).copied().unwrap_or(0);
    let weight = |demand: usize| cast.persona.demands.get(demand).map_or(0, |d| d.weight);
    offer.meets.iter().map(|(demand, percent)| weight(*demand) * (percent - met(*demand)).max(0)).sum()
}

fn kind_of_move(kind: OfferKind) -> Move {
    match kind {
        OfferKind::Solution => Move::OfferSolution,
        OfferKind::Remedy => Move::Remedy,
        OfferKind::Alternative => Move::OfferAlternative,
    }
}

/// Nothing is missing but a promise he can check, the question whether it will do, and goodbye, in this order.
fn closing(cast: &Cast<'_>, session: &Session) -> Hint {
    let promised = session.customer.accepted || is_done(session, Move::CommitSpecific);
    match (promised, is_done(session, Move::CheckSatisfaction)) {
        (false, _) => better(cast, Move::CommitSpecific),
        (true, false) => better(cast, Move::CheckSatisfaction),
        (true, true) => better(cast, Move::Close),
    }
}
