//! What the customer does next: the acts of his answer, before any words are chosen.

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::moves::{Family, Move};
use crate::base::span::Span;
use crate::nlu::questions::{CHOICE, EITHER};
use crate::nlu::reading::{OfferHit, Question, Reading, Topic, Wants, is_courtesy};
use crate::persona::lines::Lines;
use crate::persona::model::{Grade, OfferKind, Persona, Texts};
use crate::persona::rules::Rules;

use super::answers::answers;
use super::causes::Found;
use super::memory::only_time;
use super::reaction::{reaction, strongest};
use super::state::{Customer, Pending};
use super::trace::{Appraisal, Shift};

/// One thing the customer does with his words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Reacts to a move or circumstance; the span is what he may quote.
    React(Cause, Option<Span>),
    /// Shows that he has climbed (`true`) or come down to a state.
    Shift(bool, StateId),
    /// Tells a fact; `true` if he told it before.
    Tell(usize, bool),
    /// Tells something small.
    Detail(usize),
    /// Will not answer now.
    RefuseAnswer,
    /// Answers a question nobody prepared.
    AnswerUnknown(Unprepared),
    /// Names one of two things put before him, which nobody prepared.
    Pick(Span),
    /// Asks which of two things a question is about.
    AskWhich(Which),
    /// Answers one of the general questions.
    AnswerGeneral(String),
    /// Takes up an offer; `true` if it comes too early.
    Take(usize, bool),
    /// Takes note that what was offered is done, or under way.
    Done(usize),
    /// Takes note that something is done, or under way.
    Progress,
    /// Takes in that something did not work out, and asks what else there is.
    Setback,
    /// Nods: nothing was asked of him, and he presses for nothing.
    Listen,
    /// Brings his open demand back.
    Push(usize),
    /// Asks by when.
    ProbeTime,
    /// Does not trust a promise.
    Doubt,
    /// Patience thins.
    Nudge,
    /// Last warning.
    Warn,
    /// Feels heard for the first time.
    Soften,
    /// Repeats the plan before accepting.
    ConfirmPlan,
    /// Accepts, gladly (`true`) or still sore.
    Accept(bool),
    /// Leaves.
    Farewell(Ending),
}

/// Two things that a question may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// The topics, the likelier first.
    pub topics: [Topic; 2],
    /// What he calls them.
    pub called: [String; 2],
}

/// What kind of question nobody prepared. He puts it off and never says he does not know: whatever it is, he may have to
/// know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unprepared {
    /// Why something is so.
    Why,
    /// Whether something is so: he would have to look.
    Whether,
    /// When or how many: he does not have it in his head.
    Figure,
    /// Anything, beside an offer that he takes up.
    Beside,
    /// Anything, after he has put something off in the message before: he has nothing to say to it, and says so.
    Again,
    /// Anything else.
    Other,
}

/// What planning looks at: the message and what it did.
pub struct Situation<'a> {
    /// Who.
    pub persona: &'a Persona,
    /// The laws.
    pub rules: &'a Rules,
    /// What is written of him in the language spoken.
    pub texts: &'a Texts,
    /// What any customer says.
    pub general: &'a Lines,
    /// The customer after the message.
    pub customer: &'a Customer,
    /// The message as it was written.
    pub said: &'a str,
    /// What was understood of it.
    pub reading: &'a Reading,
    /// Its causes.
    pub found: &'a [Found],
    /// What they did.
    pub appraisals: &'a [Appraisal],
    /// Rungs that changed.
    pub shifts: &'a [Shift],
    /// Whether the message did harm.
    pub hurt: bool,
    /// Whether he accepted just now.
    pub accepted_now: bool,
    /// Offers beyond authority.
    pub beyond: &'a [usize],
    /// The demand he pushed last.
    pub asked_for: Option<usize>,
    /// Facts he had told before this message.
    pub told_before: &'a std::collections::BTreeSet<usize>,
    /// Whether he asked which of two things was meant just before it.
    pub asked_back: bool,
    /// Offers that had been made before it.
    pub offered_before: &'a std::collections::BTreeSet<usize>,
}

/// Most acts in one answer, and most where nothing was asked: people do not send three bubbles for a remark.
const MOST: usize = 3;
const MOST_UNASKED: usize = 2;

/// The acts of the answer, in the order they are spoken: what the message did to him, then what it asked. Only where it
/// asked and offered nothing does he bring up something of his own.
pub fn plan(now: &Situation<'_>) -> Vec<Act> {
    let answers = answers(now);
    if let Some(ending) = now.customer.ended {
        return ending_acts(now, ending, answers);
    }
    if now.accepted_now {
        return acceptance(now, answers);
    }
    let mut acts = reaction(now, &answers);
    let solves = |cause: &Cause| matches!(cause, Cause::Move(mv) if matches!(mv.family(), Family::Solving | Family::Promising));
    let taken = acts.iter().any(|act| match act {
        Act::Take(..) | Act::Done(_) | Act::Doubt => true,
        Act::React(cause, _) => solves(cause),
        _ => false,
    });
    // Whether an offer will do is answered by taking it up.
    // So is what cannot be answered: "I'll take it. May I come back to that?" is no answer at all.
    let puts_off = |act: &Act| is_consent(act) || matches!(act, Act::RefuseAnswer);
    // Who has just honoured what she said does not put her off in the same breath, unless she goes on to ask leave.
    let honours = acts.iter().any(|act| match act {
        Act::React(cause, said) => {
            !(cause.hurts() || now.reading.offers.is_empty() && asks_leave(now, *said))
        }
        _ => false,
    });
    // Who has taken one thing has chosen, unless there are two times to choose from.
    let times = now.reading.slots.iter().filter(|slot| slot.kind.is_by_when()).count();
    let chosen = |act: &Act| match act {
        Act::AnswerGeneral(kind) => taken && (kind == EITHER || kind == CHOICE && times < 2),
        _ => false,
    };
    // "Refund or the Saturday class?" is answered by taking one of them, "fancy something hot?" by taking it.
    let settled =
        |act: &Act| taken && is_unknown(act) && (lets_him_choose_of_offers(now) || only_wants_leave(now));
    let kept = |act: &Act| !((taken || honours) && puts_off(act)) && !chosen(act) && !settled(act);
    acts.extend(answers.into_iter().filter(kept));
    put_off(now, &mut acts, taken);
    // In a heat he says what matters instead of what he was asked.
    if now.customer.heat() >= 2 && matches!(acts.as_slice(), [Act::AnswerUnknown(_)]) {
        acts.extend(untouched_demand(now).map(Act::Push));
    }
    let answered = acts.iter().any(is_answer);
    acts.truncate(if answered { MOST } else { MOST_UNASKED });
    if !answered && acts.len() < MOST_UNASKED {
        acts.extend(what_next(now, &acts));
    }
    if acts.is_empty() {
        let content = now.customer.accepted || now.reading.has(Move::Thank);
        acts.push(untouched_demand(now).filter(|_| !content).map_or(Act::Listen, Act::Push));
    }
    acts
}

/// Answers that say no more than whether something will do.
pub fn is_consent(act: &Act) -> bool {
    matches!(act, Act::AnswerGeneral(kind) if is_courtesy(kind))
}

/// Whether a message asks his leave for something, apart from the words he honours.
fn asks_leave(now: &Situation<'_>, honoured: Option<Span>) -> bool {
    let apart = |span: Span| honoured.is_none_or(|honoured| !honoured.overlaps(span));
    now.reading.questions.iter().any(|q| q.topic.is_courtesy() && apart(q.span))
}

/// Whether all that nobody prepared an answer for asks for his leave, or that he does something.
fn only_wants_leave(now: &Situation<'_>) -> bool {
    let mut asked = now.reading.questions.iter().filter(|q| q.topic == Topic::Unknown).peekable();
    asked.peek().is_some() && asked.all(|q| q.wants == Wants::Leave)
}

/// Whether all that nobody prepared an answer for is which of two things he wants, one of which is an offer.
fn lets_him_choose_of_offers(now: &Situation<'_>) -> bool {
    let offered = |span: Span| now.reading.offers.iter().any(|offer| offer.span.overlaps(span));
    let chooses = |q: &&Question| q.either && offered(q.span);
    let mut asked = now.reading.questions.iter().filter(|q| !q.topic.is_courtesy()).peekable();
    asked.peek().is_some() && asked.all(|q| chooses(&q))
}

/// How he puts off what he cannot answer: beside an offer that he takes up in a word, the second time running in earnest.
fn put_off(now: &Situation<'_>, acts: &mut [Act], taken: bool) {
    let again = now.customer.memory.put_off.is_some_and(|turn| turn + 1 == now.customer.turn);
    for act in acts {
        match act {
            Act::AnswerUnknown(how) if taken => *how = Unprepared::Beside,
            // What can be looked up can be looked up twice.
            Act::AnswerUnknown(Unprepared::Whether | Unprepared::Figure) => {}
            Act::AnswerUnknown(how) if again => *how = Unprepared::Again,
            _ => {}
        }
    }
}

fn is_unknown(act: &Act) -> bool {
    matches!(act, Act::AnswerUnknown(_))
}

fn is_answer(act: &Act) -> bool {
    matches!(
        act,
        Act::Tell(..)
            | Act::Detail(_)
            | Act::RefuseAnswer
            | Act::AnswerGeneral(_)
            | Act::AnswerUnknown(_)
            | Act::Pick(_)
            | Act::AskWhich(_)
    )
}

fn ending_acts(now: &Situation<'_>, ending: Ending, answers: Vec<Act>) -> Vec<Act> {
    let mut acts = Vec::new();
    if now.hurt {
        acts.extend(strongest(now, true));
    } else {
        let told = |a: &Act| {
            is_answer(a)
                && !is_consent(a)
                && !matches!(a, Act::RefuseAnswer | Act::AskWhich(_) | Act::AnswerUnknown(_))
        };
        let told: Vec<Act> = answers.into_iter().filter(told).take(1).collect();
        acts.extend(told);
    }
    acts.push(Act::Farewell(ending));
    acts
}

/// He accepts; what was asked beside it is answered first.
fn acceptance(now: &Situation<'_>, answers: Vec<Act>) -> Vec<Act> {
    // Help in words nobody prepared leaves something to be desired, unless nothing was prepared.
    let prepared = now.customer.memory.general_help < 40 || now.persona.offers.is_empty();
    let glad = now.customer.heat() == 0 && prepared;
    let mut acts: Vec<Act> = answers
        .into_iter()
        .filter(|act| {
            !is_consent(act) && !matches!(act, Act::Tell(_, true) | Act::AskWhich(_) | Act::AnswerUnknown(_))
        })
        .take(1)
        .collect();
    if acts.is_empty() {
        acts.extend(only_time(now.reading).map(|_| Act::ConfirmPlan));
    }
    acts.push(Act::Accept(glad));
    acts
}

/// What he adds of his own: a demand, a probe, a warning.
fn what_next(now: &Situation<'_>, acts: &[Act]) -> Option<Act> {
    let customer = now.customer;
    if customer.accepted {
        return None;
    }
    let heat = customer.heat();
    if customer.memory.offences >= 3 && heat >= 2 && now.hurt && !customer.memory.warned {
        return Some(Act::Warn);
    }
    let open =
        acts.first().is_none_or(|act| matches!(act, Act::React(..) | Act::Take(_, false) | Act::Doubt));
    if acts.len() > 1 || !open {
        return None;
    }
    let takes = acts.iter().any(|act| matches!(act, Act::Take(..)));
    // What he has just said to an offer is enough; "when?" beside it would ask for more than she has put before him.
    if takes {
        return None;
    }
    if promised_without_time(now) && customer.memory.pending != Some(Pending::Time) {
        return Some(Act::ProbeTime);
    }
    let doubts = acts.contains(&Act::Doubt);
    if customer.memory.idle >= 3 && !doubts && !now.reading.has(Move::CommitSpecific) {
        return Some(Act::Nudge);
    }
    if doubts {
        return None;
    }
    let solved = customer.solved(now.persona);
    // Who has calmed down lets her finish what she has to say; in a heat he does so at every other sentence that tells
    // something, because nobody says "when, then?" to each.
    let tells = now.reading.questions.is_empty() && !now.reading.foreign && !now.reading.gibberish;
    let waits =
        if heat <= 1 { !customer.turn.is_multiple_of(3) } else { tells && customer.turn.is_multiple_of(2) };
    if acts.is_empty() && !now.hurt && now.reading.tone.escalates < 0 && waits {
        return Some(Act::Listen);
    }
    let pushes = solved < now.rules.accept.solved && (heat >= 2 || customer.turn.is_multiple_of(2));
    let push =
        (pushes && now.persona.grade != Grade::Basic || acts.is_empty()).then(|| untouched_demand(now));
    push.flatten().map(Act::Push)
}

/// Whether something that takes time was promised or offered without one. Money takes none that he would ask for, and
/// what is done needs none.
fn promised_without_time(now: &Situation<'_>) -> bool {
    let pays = |o: &OfferHit| now.persona.offers.get(o.offer).is_some_and(|o| o.kind == OfferKind::Remedy);
    let settled = !now.reading.offers.is_empty() && now.reading.offers.iter().all(|o| o.done || pays(o));
    if settled || now.reading.reports_done {
        return false;
    }
    let fixes = now.reading.moves.iter().any(|hit| {
        hit.confidence >= PROMISED
            && (hit.mv.family() == Family::Solving
                && !matches!(hit.mv, Move::PreventRecurrence | Move::Remedy)
                || matches!(hit.mv, Move::FollowUp | Move::CommitVague | Move::EscalateToSupervisor))
    });
    let timed = now.customer.memory.promises.iter().any(|p| p.by_when.is_some());
    fixes && !timed && !now.hurt && now.persona.grade != Grade::Basic
}

/// Per mille from which what sounds like a promise is asked for its time.
const PROMISED: u16 = 600;

/// Percent of a demand from which an offer answers it, however little he believes in it yet.
const ANSWERED: i32 = 50;

/// The demand that is open most and that nothing offered so far answers; after a broken promise none counts as answered.
fn untouched_demand(now: &Situation<'_>) -> Option<usize> {
    let memory = &now.customer.memory;
    let broken = memory.promises.iter().any(|p| p.broken);
    let offered =
        memory.offered.iter().filter(|_| !broken).filter_map(|place| now.persona.offers.get(*place));
    let answered: Vec<usize> =
        offered.flat_map(|o| &o.meets).filter(|(_, percent)| *percent >= ANSWERED).map(|(d, _)| *d).collect();
    most_open(now.persona, now.customer, |place| !answered.contains(&place))
}

/// The demand that weighs most and is met least.
pub fn open_demand(persona: &Persona, customer: &Customer) -> usize {
    most_open(persona, customer, |_| true).unwrap_or(0)
}

fn most_open(persona: &Persona, customer: &Customer, counts: impl Fn(usize) -> bool) -> Option<usize> {
    let open = |place: &usize| {
        let weight = persona.demands.get(*place).map_or(0, |d| d.weight);
        weight * (100 - customer.memory.met.get(*place).copied().unwrap_or(0))
    };
    let places = (0..persona.demands.len()).filter(|place| counts(*place));
    places.max_by_key(|place| (open(place), std::cmp::Reverse(*place)))
}
