//! What each cause does to this customer, now: base effect, scaled by who he is and by what came before.

use crate::base::cause::{Cause, Circumstance};
use crate::base::level::PerEmotion;
use crate::base::moves::{Family, Move};
use crate::base::span::Span;
use crate::nlu::reading::{Reading, Topic};
use crate::persona::model::{Authority, Persona};
use crate::persona::rules::{Phase, Rules};

use super::state::Customer;
use super::trace::{Appraisal, Factor};

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

/// Characters from which a message is too much at once; a word of Latin letters has about six of them.
const OVERWHELMING: u32 = 320;
const OVERWHELMING_LATIN: u32 = 1100;
/// Messages without progress after which it counts as stalling.
const STALLING: u16 = 3;

/// Every cause in a message: its moves, and what the conversation so far makes of it.
pub fn causes(persona: &Persona, customer: &Customer, reading: &Reading) -> Vec<Found> {
    let mut found: Vec<Found> = reading
        .moves
        .iter()
        .filter(|hit| hit.mv != Move::RepeatRequest || asks_again(persona, customer, reading, hit.confidence))
        .map(|hit| Found::plain(Cause::Move(hit.mv), Some(hit.span)))
        .collect();
    let add_move = |mv: Move, span: Option<Span>, found: &mut Vec<Found>| {
        if !found.iter().any(|f| f.cause == Cause::Move(mv)) {
            found.push(Found::plain(Cause::Move(mv), span));
        }
    };
    if asks_what_was_told(persona, customer, reading) == Some(true) {
        let span = reading.questions.iter().find(|q| is_told(persona, customer, q)).map(|q| q.span);
        add_move(Move::RepeatRequest, span, &mut found);
    }
    for offer in beyond(persona, customer, reading) {
        let span = reading.offers.iter().find(|o| o.offer == offer).map(|o| o.span);
        add_move(Move::FalsePromise, span, &mut found);
    }
    found.extend(
        circumstances(customer, reading).into_iter().map(|c| Found::plain(Cause::Circumstance(c), None)),
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

/// Per mille from which words that ask again are believed although no fact of the case is named.
const SURE: u16 = 750;

/// Whether a request sounds repeated and really can be one.
fn asks_again(persona: &Persona, customer: &Customer, reading: &Reading, confidence: u16) -> bool {
    let general = reading.questions.iter().any(|q| matches!(q.topic, Topic::General(_)));
    let told = asks_what_was_told(persona, customer, reading);
    told.unwrap_or(confidence >= SURE && !general && !reading.has(Move::CheckSatisfaction))
}

fn is_told(persona: &Persona, customer: &Customer, question: &crate::nlu::reading::Question) -> bool {
    let Topic::Fact(place) = question.topic else { return false };
    let opening = persona.facts.get(place).is_some_and(|fact| fact.opening);
    opening || customer.memory.told.contains(&place)
}

/// Whether the message asks for a fact he has already told: `None` where it asks for no fact at all.
fn asks_what_was_told(persona: &Persona, customer: &Customer, reading: &Reading) -> Option<bool> {
    let about_facts = reading.questions.iter().filter(|q| matches!(q.topic, Topic::Fact(_)));
    let told: Vec<bool> = about_facts.map(|q| is_told(persona, customer, q)).collect();
    // Saying a fact back to check it is listening, not asking again.
    let restates = reading.has(Move::Paraphrase) || reading.has(Move::EmpathizeSpecific);
    (!told.is_empty()).then(|| told.iter().all(|t| *t) && !restates)
}

/// Offers in a message that are beyond the trainee's authority, by place.
pub fn beyond(persona: &Persona, customer: &Customer, reading: &Reading) -> Vec<usize> {
    let money = reading
        .slots
        .iter()
        .filter(|s| s.kind == crate::nlu::reading::SlotKind::Money)
        .map(|s| s.number)
        .max();
    let asked = reading.has(Move::EscalateToSupervisor)
        || customer.memory.counts.contains_key(&Cause::Move(Move::EscalateToSupervisor));
    let is_beyond = |place: &usize| {
        persona.offers.get(*place).is_some_and(|offer| match offer.authority {
            Authority::Beyond => true,
            Authority::Ask if !asked => false,
            _ => matches!((offer.max_money, money), (Some(limit), Some(sum)) if sum > limit),
        })
    };
    reading.offers.iter().map(|o| o.offer).filter(is_beyond).collect()
}

fn circumstances(customer: &Customer, reading: &Reading) -> Vec<Circumstance> {
    let memory = &customer.memory;
    let mut found = Vec::new();
    let repeated = reading.prints.iter().any(|print| memory.prints.contains(print));
    if repeated {
        found.push(Circumstance::Canned);
    }
    let nothing = reading.moves.is_empty() && reading.offers.is_empty() && reading.questions.is_empty();
    if reading.empty {
        found.push(Circumstance::Empty);
    } else if reading.foreign {
        found.push(Circumstance::Foreign);
    } else if reading.robot && !asks_whether_robot(reading) {
        found.push(Circumstance::Robot);
    } else if reading.gibberish
        || (nothing && !reading.specific && reading.demands.is_empty() && tone(reading).is_none())
    {
        found.push(Circumstance::Unrecognised);
    }
    let limit = if reading.lang == crate::base::lang::Lang::EN { OVERWHELMING_LATIN } else { OVERWHELMING };
    if reading.characters > limit {
        found.push(Circumstance::Overwhelmed);
    }
    if reading.postpones && memory.promises.iter().any(|p| p.by_when.is_some() && !p.broken) {
        found.push(Circumstance::PromiseBroken);
    }
    if memory.pending == Some(super::state::Pending::Time) && !answers_time(reading) {
        found.push(Circumstance::QuestionIgnored);
    }
    if memory.idle >= STALLING && !customer.accepted {
        found.push(Circumstance::Stalling);
    }
    found
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

/// Families whose content is new each time.
fn is_work(family: Family) -> bool {
    matches!(
        family,
        Family::Solving | Family::Promising | Family::Informing | Family::Asking | Family::Listening
    )
}

/// How a cause is scaled for this customer at this moment.
pub struct Appraiser<'a> {
    /// Who.
    pub persona: &'a Persona,
    /// The laws.
    pub rules: &'a Rules,
    /// Where he stands before the message.
    pub customer: &'a Customer,
    /// Whether the message also hurts, which takes most of the worth from what is kind in it.
    pub tainted: bool,
    /// Whether the message repeats earlier words.
    pub canned: bool,
    /// Whether the message has some listening in it, which lets a fix come early.
    pub attentive: bool,
}

/// Percent of a fix's worth before the customer feels heard.
const UNHEARD: i32 = 35;
/// Percent of a kindness's worth beside an offence.
const TAINTED: i32 = 35;
/// Percent of coldness's worth beside an offence, which is cold by itself.
const COLD_BESIDE_OFFENCE: i32 = 50;
/// Percent of what is left of a kindness in words that were used before.
const CANNED: i32 = 15;
/// Percent of a kindness's worth on a boiling customer.
const BOILING: i32 = 80;

impl Appraiser<'_> {
    /// The change a cause makes, before the persona's step is applied.
    pub fn appraise(&self, found: Found) -> Appraisal {
        let base = self.rules.effects.get(&found.cause).copied().unwrap_or_default();
        let mut factors = self.factors(found.cause);
        if found.clarity != 100 {
            factors.push(Factor { rule: "clarity".to_owned(), percent: found.clarity });
        }
        let scale = |value: i32| factors.iter().fold(value, |v, f| v * f.percent / 100);
        Appraisal {
            cause: found.cause,
            span: found.span,
            change: base.levels.map(|_, value| scale(value)),
            heard: scale(base.heard),
            factors,
        }
    }

    fn factors(&self, cause: Cause) -> Vec<Factor> {
        let mut factors = Vec::new();
        let mut add = |rule: &str, percent: i32| {
            if percent != 100 {
                factors.push(Factor { rule: rule.to_owned(), percent });
            }
        };
        add("type", self.persona.sensitivity.get(cause.id()).copied().unwrap_or(100));
        if let Cause::Move(mv) = cause {
            add("phase", self.rules.phase_percent(self.customer.phase, mv.family()));
        }
        add("repeat", self.repeat(cause));
        if cause == Cause::Circumstance(Circumstance::Cold) {
            add("tainted", if self.tainted { COLD_BESIDE_OFFENCE } else { 100 });
        }
        if !cause.hurts() {
            add("tainted", if self.tainted { TAINTED } else { 100 });
            add("canned", if self.canned { CANNED } else { 100 });
            add("boiling", if self.customer.heat() == 3 { BOILING } else { 100 });
            add("order", if self.is_premature(cause) { UNHEARD } else { 100 });
        }
        factors
    }

    fn repeat(&self, cause: Cause) -> i32 {
        let list = match cause {
            // How it sounds is new each time, and already part of what compounds.
            Cause::Circumstance(
                Circumstance::OwnTime
                | Circumstance::Solved
                | Circumstance::FoundOut
                | Circumstance::Warm
                | Circumstance::Cold,
            ) => return 100,
            _ if cause.hurts() => &self.rules.repeat_offence,
            Cause::Move(mv) if is_work(mv.family()) => &self.rules.repeat_work,
            _ => &self.rules.repeat_kindness,
        };
        let before = self.customer.memory.counts.get(&cause).copied().unwrap_or(0);
        list.get(usize::from(before)).or(list.last()).copied().unwrap_or(100)
    }

    /// A fix offered before he has been heard is worth little (curriculum section 4, `emotion_first`).
    pub fn is_premature(&self, cause: Cause) -> bool {
        let fixes =
            matches!(cause, Cause::Move(mv) if mv.family() == Family::Solving || mv == Move::CommitSpecific);
        let early = matches!(self.customer.phase, Phase::Opening | Phase::Venting);
        fixes && early && !self.attentive && self.customer.heard < self.persona.heard_needed
    }
}

/// Holds the sum of all changes within the persona's step, or an outrage's; answers the factor in percent by emotion.
pub fn limit(appraisals: &mut [Appraisal], step: i32) {
    let sum = appraisals
        .iter()
        .fold(PerEmotion::<i32>::default(), |sum, a| sum.map(|emotion, total| total + a.change.get(emotion)));
    let over = sum.map(|_, total| if total.abs() > step { step * 1000 / total.abs() } else { 1000 });
    for appraisal in appraisals.iter_mut() {
        let limited = appraisal.change.map(|emotion, change| change * over.get(emotion) / 1000);
        if limited != appraisal.change {
            let share =
                crate::base::level::Emotion::ALL.into_iter().map(|e| over.get(e)).min().unwrap_or(1000);
            appraisal.factors.push(Factor { rule: "step".to_owned(), percent: share / 10 });
            appraisal.change = limited;
        }
    }
}
