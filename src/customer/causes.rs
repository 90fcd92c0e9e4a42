//! What there is in a message that can move him: its moves, how it sounds, and what the conversation so far makes of it.

use crate::base::cause::{Cause, Circumstance};
use crate::base::moves::{Family, Move};
use crate::base::span::Span;
use crate::nlu::questions::AGREE;
use crate::nlu::reading::{OfferHit, Question, Reading, Tone, Topic};
use crate::persona::model::{Authority, Persona, Style, Texts};
use crate::persona::rules::Phase;

use super::answers::AGAIN;
use super::state::{Customer, Pending};

/// A cause found in a message, with the words that show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub cause: Cause,
    /// Where; `None` for what only the conversation shows.
    pub span: Option<Span>,
    /// How clearly it shows, in percent of its full effect. Moves count fully.
    pub clarity: i32,
}

impl Found {
    /// A cause that counts fully.
    pub fn plain(cause: Cause, span: Option<Span>) -> Found {
        Found { cause, span, clarity: 100 }
    }
}

/// Characters of Han from which a message is too much at once.
const OVERWHELMING: u32 = 320;
/// So many Latin letters say as much as ten characters of Han.
const LATIN_FOR_TEN: u32 = 34;
/// Messages without progress after which it counts as stalling.
const STALLING: u16 = 3;

/// Every cause in a message: its moves, and what the conversation so far makes of it. `pause` is how many minutes he
/// waited for it.
pub fn causes(
    (persona, texts): (&Persona, &Texts),
    customer: &Customer,
    reading: &Reading,
    pause: u32,
) -> Vec<Found> {
    let mut found: Vec<Found> = reading
        .moves
        .iter()
        .filter(|hit| hit.mv != Move::CommitVague || !names_time(reading))
        .filter(|hit| hit.mv != Move::CommitSpecific || !lets_choose(reading, hit.span))
        .filter(|hit| hit.mv != Move::RepeatRequest || asks_again(customer, reading, hit.confidence))
        .map(|hit| Found::plain(Cause::Move(hit.mv), Some(hit.span)))
        .collect();
    let add_move = |mv: Move, span: Option<Span>, found: &mut Vec<Found>| {
        if !found.iter().any(|f| f.cause == Cause::Move(mv)) {
            found.push(Found::plain(Cause::Move(mv), span));
        }
    };
    if asks_what_was_told(customer, reading) == Some(true) {
        let span = reading.questions.iter().find(|q| is_told(customer, q)).map(|q| q.span);
        add_move(Move::RepeatRequest, span, &mut found);
    }
    for offer in beyond((persona, texts), customer, reading) {
        let span = reading.offers.iter().find(|o| o.offer == offer).map(|o| o.span);
        add_move(Move::FalsePromise, span, &mut found);
    }
    found.extend(
        circumstances(persona, customer, reading, pause)
            .into_iter()
            .map(|c| Found::plain(Cause::Circumstance(c), None)),
    );
    found.extend(tone(reading));
    found
}

/// Thousandths of a margin below which a message sounds like nothing in particular.
const TONELESS: i32 = 100;

/// Thousandths below the separator from which a message clearly does not sound so; and to which it counts at all.
const CLEARLY_NOT: i32 = -300;
const OUT_OF_SIGHT: i32 = -600;

/// How the whole sounds. It counts beside the moves, because people hear more than moves, and instead of them where
/// none was recognised. A message that is merely less warm than it is cold, such as a greeting, is neither.
fn tone(reading: &Reading) -> Option<Found> {
    let (calms, escalates) = (reading.tone.calms, reading.tone.escalates);
    let net = calms.max(OUT_OF_SIGHT) - escalates.max(OUT_OF_SIGHT);
    if calms.max(escalates) < CLEARLY_NOT {
        return None;
    }
    let one = if net > 0 { Circumstance::Warm } else { Circumstance::Cold };
    let clarity = (net.abs() / 10).min(100);
    let there = net.abs() >= TONELESS && !reading.empty && !reading.foreign && !reading.gibberish;
    there.then_some(Found { cause: Cause::Circumstance(one), span: reading.tone.span, clarity })
}

/// Whether it asks whether a time will do.
pub fn asks_of_time(reading: &Reading) -> bool {
    let nod = |q: &Question| matches!(&q.topic, Topic::General(kind) if kind == AGREE);
    let timed = |q: &Question| reading.slots.iter().any(|s| s.kind.is_by_when() && s.span.overlaps(q.span));
    reading.questions.iter().any(|q| nod(q) && timed(q))
}

/// Whether words put two things before him: "will he come to you, or you to us?" promises neither.
fn lets_choose(reading: &Reading, words: Span) -> bool {
    reading.questions.iter().any(|q| q.pick.is_some() && q.span.overlaps(words))
}

/// Per mille from which words that ask again are believed although no fact of the case is named, once he has told some.
const SURE: u16 = 850;

/// Whether a promise in it names its time: "as soon as I can, by five at the latest" is not vague.
fn names_time(reading: &Reading) -> bool {
    reading.has(Move::CommitSpecific) && reading.slots.iter().any(|slot| slot.kind.is_by_when())
}

/// Whether a request sounds repeated and really can be one.
fn asks_again(customer: &Customer, reading: &Reading, confidence: u16) -> bool {
    let general = reading.questions.iter().any(|q| matches!(q.topic, Topic::General(_) | Topic::Detail(_)));
    if customer.turn == 0 {
        return false;
    }
    let told = asks_what_was_told(customer, reading);
    let some = !customer.memory.told.is_empty();
    told.unwrap_or(some && confidence >= SURE && !general && !reading.has(Move::CheckSatisfaction))
}

/// Whether he has told it in an answer; what only the opening hinted at may be asked once.
fn is_told(customer: &Customer, question: &Question) -> bool {
    question.weighs(AGAIN)
        && matches!(question.topic, Topic::Fact(place) if customer.memory.told.contains(&place))
}

/// Whether the message asks for a fact he has already told: `None` where it asks for no fact at all.
fn asks_what_was_told(customer: &Customer, reading: &Reading) -> Option<bool> {
    let about_facts = reading.questions.iter().filter(|q| matches!(q.topic, Topic::Fact(_)));
    let told: Vec<bool> = about_facts.map(|q| is_told(customer, q)).collect();
    // Saying a fact back to check it is listening, not asking again.
    let restates = reading.has(Move::Paraphrase) || reading.has(Move::EmpathizeSpecific);
    // Nor is what comes with an offer or a promise: it asks whether that will do.
    (!told.is_empty()).then(|| told.iter().all(|t| *t) && !restates && !works(reading))
}

/// Whether the message offers, promises or checks something, beside whatever it asks.
pub fn works(reading: &Reading) -> bool {
    let working = |mv: Move| {
        matches!(mv.family(), Family::Solving | Family::Promising) || mv == Move::CheckSatisfaction
    };
    !reading.offers.is_empty() || reading.heard().into_iter().any(working)
}

/// Offers in a message that are beyond the trainee's authority, by place.
pub fn beyond((persona, texts): (&Persona, &Texts), customer: &Customer, reading: &Reading) -> Vec<usize> {
    let asked =
        reading.has(Move::EscalateToSupervisor) || customer.memory.has_met(Move::EscalateToSupervisor);
    let limit = |place: usize| {
        let here = texts.offers.get(place).and_then(|offer| offer.max_money);
        here.or_else(|| persona.offers.get(place).and_then(|offer| offer.max_money))
    };
    let is_beyond = |hit: &&OfferHit| {
        persona.offers.get(hit.offer).is_some_and(|offer| match offer.authority {
            Authority::Beyond => true,
            Authority::Ask if !asked => false,
            _ => matches!((limit(hit.offer), hit.money), (Some(limit), Some(sum)) if sum > limit),
        })
    };
    reading.offers.iter().filter(is_beyond).map(|hit| hit.offer).collect()
}

fn circumstances(persona: &Persona, customer: &Customer, reading: &Reading, pause: u32) -> Vec<Circumstance> {
    let memory = &customer.memory;
    let mut found = Vec::new();
    let repeated = reading.prints.iter().any(|print| memory.prints.contains(print));
    if repeated {
        found.push(Circumstance::Canned);
    }
    if reading.empty {
        found.push(Circumstance::Empty);
    } else if reading.foreign {
        found.push(Circumstance::Foreign);
    } else if reading.robot && !asks_whether_robot(reading) {
        found.push(Circumstance::Robot);
    } else if is_small_talk(reading) {
        found.push(Circumstance::OffTopic);
    } else if reading.gibberish {
        found.push(Circumstance::Unrecognised);
    }
    if characters(reading) > overwhelming(&persona.style) {
        found.push(Circumstance::Overwhelmed);
    }
    found.extend(waiting(customer, pause));
    if forgets(customer, reading) {
        found.push(Circumstance::PromiseForgotten);
    }
    if clashes(&persona.style, customer, reading) {
        found.push(Circumstance::StyleClash);
    }
    if reading.postpones && memory.promises.iter().any(|p| p.by_when.is_some() && !p.broken) {
        found.push(Circumstance::PromiseBroken);
    }
    if memory.pending == Some(Pending::Time) && !answers_time(reading) {
        found.push(Circumstance::QuestionIgnored);
    }
    let finds = |q: &Question| match q.topic {
        Topic::Fact(_) => !is_told(customer, q),
        Topic::Detail(_) => true,
        _ => false,
    };
    let stalls = memory.idle >= STALLING && !reading.questions.iter().any(finds);
    if stalls && !customer.accepted {
        found.push(Circumstance::Stalling);
    }
    found
}

/// Whether a message talks about something else: it names such a thing, and nothing of the matter.
pub fn is_small_talk(reading: &Reading) -> bool {
    let chatting = |mv: Move| matches!(mv.family(), Family::Rapport | Family::Asking);
    let matter = reading.specific || !reading.offers.is_empty() || !reading.demands.is_empty();
    let facts = reading.questions.iter().any(|q| matches!(q.topic, Topic::Fact(_)));
    reading.small_talk && !matter && !facts && reading.moves.iter().all(|hit| chatting(hit.mv))
}

/// Thousandths by which a message sounds worse than kind from which nothing in it is a real question.
const HOSTILE: i32 = 700;

/// The same from which not even a question in it is taken for one.
const HARSH: i32 = 1400;

/// Whether a message as a whole clearly sounds hostile.
pub fn is_hostile(reading: &Reading) -> bool {
    sounds_worse(reading, HOSTILE)
}

/// Whether a message sounds so hostile that what it asks is only thrown at him.
pub fn is_harsh(reading: &Reading) -> bool {
    sounds_worse(reading, HARSH)
}

/// Whether a message sounds worse than kind, by so many thousandths at least.
fn sounds_worse(reading: &Reading, margin: i32) -> bool {
    let Tone { calms, escalates, .. } = reading.tone;
    escalates >= 0 && escalates - calms >= margin
}

/// Whether a message does nothing but ask: however curtly, a fair question is no offence.
pub fn only_asks(reading: &Reading) -> bool {
    let asking = |mv: Move| mv.family() == Family::Asking || mv == Move::AddressByName;
    !reading.questions.is_empty() && reading.heard().into_iter().all(asking)
}

/// Length in characters of Han, or what Latin letters would come to.
pub fn characters(reading: &Reading) -> u32 {
    if reading.lang.is_chinese() { reading.characters } else { reading.characters * 10 / LATIN_FOR_TEN }
}

/// Who thinks in outlines has enough sooner; who wants every detail can take twice as much.
fn overwhelming(style: &Style) -> u32 {
    match style.detailed {
        Some(true) => OVERWHELMING * 2,
        Some(false) => OVERWHELMING / 2,
        None => OVERWHELMING,
    }
}

/// Minutes without a word after which he complains, and after which it was a break and no waiting.
const SLOW: u32 = 10;
const BREAK: u32 = 60;
/// Minutes of grace for who says when she is back.
const GRACE: u32 = 3;

/// Whether she kept him waiting: longer than she said, or, where she said nothing, too long.
fn waiting(customer: &Customer, pause: u32) -> Option<Circumstance> {
    let open = pause < BREAK && !customer.accepted;
    match customer.memory.back_in {
        Some(minutes) if open && pause > minutes + GRACE => Some(Circumstance::PromiseLate),
        None if open && pause >= SLOW => Some(Circumstance::SlowReply),
        _ => None,
    }
}

/// Messages after which he misses what came of looking into it.
const MISSED_AFTER: u16 = 3;

/// Whether she went to look into something and this is one message too many without a word of it.
fn forgets(customer: &Customer, reading: &Reading) -> bool {
    let since = customer.memory.checking.map(|turn| customer.turn + 1 - turn.min(customer.turn));
    since == Some(MISSED_AFTER) && !reports(reading) && !customer.accepted
}

/// Whether a message says what came of something: facts, a fix, a promise.
pub fn reports(reading: &Reading) -> bool {
    let tells = |hit: &crate::nlu::reading::MoveHit| {
        matches!(hit.mv.family(), Family::Informing | Family::Solving | Family::Refusing)
            || matches!(hit.mv, Move::CommitSpecific | Move::EscalateToSupervisor | Move::TakeResponsibility)
    };
    !reading.offers.is_empty() || reading.moves.iter().any(tells)
}

/// Characters of Han under which an answer is thin for somebody who wants every detail.
const THIN: u32 = 14;

/// Whether the way it is told grates on him (curriculum section 1, communication style).
fn clashes(style: &Style, customer: &Customer, reading: &Reading) -> bool {
    let families = || reading.moves.iter().map(|hit| hit.mv.family());
    let has = |wanted: &[Family]| families().any(|family| wanted.contains(&family));
    let work = [Family::Asking, Family::Informing, Family::Solving, Family::Promising, Family::HandingOver];
    let care = [Family::Empathy, Family::Apology, Family::Listening];
    let words = !reading.moves.is_empty() && !has(&[Family::Fighting, Family::Careless, Family::Refusing]);
    let works = has(&work) || !reading.offers.is_empty();
    // At the third message without substance the direct one and the factual one lose patience.
    let circles = customer.turn >= 2 && words && !works;
    let thin = works && !has(&[Family::Asking]) && characters(reading) < THIN;
    let dry = works && !has(&care) && !has(&[Family::Asking]) && customer.phase <= Phase::Venting;
    style.direct == Some(true) && circles && !has(&care)
        || style.feeling == Some(false) && circles && customer.phase > Phase::Venting
        || style.feeling == Some(true) && dry
        || style.detailed == Some(true) && thin
}

/// "Are you a bot?" is a question with an answer of its own.
fn asks_whether_robot(reading: &Reading) -> bool {
    reading.questions.iter().any(|q| q.topic == Topic::General("robot".to_owned()))
}

fn answers_time(reading: &Reading) -> bool {
    let time = reading.slots.iter().any(|s| s.kind.is_by_when());
    time || reading.has(Move::CommitSpecific)
        || reading.has(Move::SetExpectation)
        || reading.has(Move::EscalateToSupervisor)
}
