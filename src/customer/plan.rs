//! What the customer does next: the acts of his answer, before any words are chosen.

use crate::base::cause::{Cause, Circumstance};
use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::moves::{Family, Move, Sign};
use crate::base::span::Span;
use crate::nlu::reading::{MoveHit, Question, Reading, Topic};
use crate::persona::model::{Grade, Persona};
use crate::persona::rules::Rules;

use super::causes::{Found, is_small_talk};
use super::memory::by_when;
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
    /// Will not answer now.
    RefuseAnswer,
    /// Answers a question nobody prepared.
    AnswerUnknown,
    /// Answers one of the general questions.
    AnswerGeneral(String),
    /// Takes up an offer; `true` if it comes too early.
    Take(usize, bool),
    /// Brings his open demand back.
    Push(usize),
    /// Asks by when.
    ProbeTime,
    /// Asks who.
    ProbeWho,
    /// Does not trust a promise.
    Doubt,
    /// Patience thins.
    Nudge,
    /// Last warning.
    Warn,
    /// Feels heard for the first time.
    Soften,
    /// Waits while she checks.
    Wait,
    /// Repeats the plan before accepting.
    ConfirmPlan,
    /// Accepts, gladly (`true`) or still sore.
    Accept(bool),
    /// Leaves.
    Farewell(Ending),
}

/// What planning looks at: the message and what it did.
pub struct Situation<'a> {
    /// Who.
    pub persona: &'a Persona,
    /// The laws.
    pub rules: &'a Rules,
    /// The customer after the message.
    pub customer: &'a Customer,
    /// The message.
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
}

/// Most acts in one answer.
const MOST: usize = 3;

/// The acts of the answer, in the order they are spoken.
pub fn plan(now: &Situation<'_>) -> Vec<Act> {
    if let Some(ending) = now.customer.ended {
        return ending_acts(now, ending);
    }
    let mut acts = Vec::new();
    let answers = answers(now);
    acts.extend(reaction(now, !answers.is_empty()));
    // Whether an offer will do is answered by taking it up.
    let taken = acts.iter().any(|act| matches!(act, Act::Take(..) | Act::Accept(_)));
    acts.extend(answers.into_iter().filter(|act| !(taken && only_consents(act))));
    acts.truncate(MOST);
    if acts.len() < MOST
        && let Some(act) = what_next(now, &acts)
    {
        acts.push(act);
    }
    if acts.is_empty() {
        acts.push(Act::Push(open_demand(now.persona, now.customer)));
    }
    acts
}

/// Answers that say no more than whether something will do.
fn only_consents(act: &Act) -> bool {
    match act {
        Act::AnswerUnknown => true,
        Act::AnswerGeneral(kind) => {
            ["agree", "choice", "permission", "can_wait", "anything_else"].contains(&kind.as_str())
        }
        _ => false,
    }
}

fn ending_acts(now: &Situation<'_>, ending: Ending) -> Vec<Act> {
    let mut acts = Vec::new();
    if now.hurt {
        acts.extend(strongest(now, true));
    } else {
        acts.extend(
            answers(now).into_iter().filter(|a| matches!(a, Act::Tell(..) | Act::AnswerGeneral(_))).take(1),
        );
    }
    acts.push(Act::Farewell(ending));
    acts
}

/// The emotional reaction: to what hurt most, else to an offer, else to what helped most.
fn reaction(now: &Situation<'_>, answers: bool) -> Vec<Act> {
    let climbed = now.shifts.iter().find(|s| s.up && s.emotion == now.customer.leading);
    let cooled = now.shifts.iter().find(|s| !s.up && s.emotion == now.customer.leading);
    if now.accepted_now {
        return acceptance(now);
    }
    let offers = taken(now).filter(|_| now.found.iter().all(|f| !f.cause.hurts() || is_slight(f.cause)));
    if offers.is_none() && (now.hurt || sounds_cold(now) || now.found.iter().any(|f| is_remark(f.cause))) {
        let mut acts: Vec<Act> = strongest(now, true).into_iter().collect();
        acts.extend(climbed.map(|s| Act::Shift(true, s.to.clone())));
        return acts;
    }
    let mut acts: Vec<Act> =
        taken(now).or_else(|| promise_taken(now)).or_else(|| kindness(now, answers)).into_iter().collect();
    match (climbed, cooled) {
        (Some(up), _) => acts.push(Act::Shift(true, up.to.clone())),
        (None, Some(down)) if now.customer.heat() <= 1 => acts.push(Act::Shift(false, down.to.clone())),
        _ => {}
    }
    acts
}

fn acceptance(now: &Situation<'_>) -> Vec<Act> {
    let glad = now.customer.heat() == 0 && now.customer.memory.general_help < 40;
    let plan = by_when(now.reading).map(|_| Act::ConfirmPlan);
    plan.into_iter().chain([Act::Accept(glad)]).collect()
}

/// What does not keep him from hearing an offer.
fn is_slight(cause: Cause) -> bool {
    match cause {
        Cause::Move(mv) => matches!(mv, Move::ButTurn | Move::CommitVague | Move::Jargon),
        Cause::Circumstance(one) => matches!(
            one,
            Circumstance::TooEarly
                | Circumstance::Stalling
                | Circumstance::StyleClash
                | Circumstance::QuestionIgnored
                | Circumstance::Cold
        ),
    }
}

/// Causes he remarks on although they are no offences.
fn is_remark(cause: Cause) -> bool {
    match cause {
        Cause::Move(mv) => matches!(mv, Move::CommitVague | Move::FalsePromise | Move::Jargon),
        Cause::Circumstance(one) => !matches!(
            one,
            Circumstance::OwnTime
                | Circumstance::FoundOut
                | Circumstance::Solved
                | Circumstance::Stalling
                | Circumstance::TooEarly
                | Circumstance::QuestionIgnored
                | Circumstance::Warm
                | Circumstance::Cold
                | Circumstance::StyleClash
                | Circumstance::Unheeded
        ),
    }
}

/// Percent of clarity from which he remarks on how a message sounds.
const REMARKABLE: i32 = 60;

/// Whether the whole clearly sounds cold, and nothing in it asks or is any help.
fn sounds_cold(now: &Situation<'_>) -> bool {
    let helps = |f: &Found| matches!(f.cause, Cause::Move(mv) if mv.sign() == Sign::Helps);
    let cold = Cause::Circumstance(Circumstance::Cold);
    now.found.iter().any(|f| f.cause == cold && f.clarity >= REMARKABLE)
        && !now.found.iter().any(helps)
        && now.reading.questions.is_empty()
        && now.reading.offers.is_empty()
}

/// The cause with the largest harm (or help), of those he would speak about.
fn strongest(now: &Situation<'_>, harm: bool) -> Option<Act> {
    let speakable = |a: &&Appraisal| {
        !matches!(
            a.cause,
            Cause::Circumstance(
                Circumstance::OwnTime
                    | Circumstance::Solved
                    | Circumstance::Stalling
                    | Circumstance::StyleClash
                    | Circumstance::Unheeded
            )
        )
    };
    let fits = |a: &&Appraisal| if harm { a.cause.hurts() } else { !a.cause.hurts() };
    let weight = |a: &&Appraisal| {
        // How it sounds is only remarked on where there is nothing more definite to say.
        if matches!(a.cause, Cause::Circumstance(Circumstance::Warm | Circumstance::Cold)) {
            return (0, std::cmp::Reverse(a.span));
        }
        // What the rules say of the cause, not what was left of it: a clipped offence is still the one he heard.
        let base = now.rules.effects.get(&a.cause).copied().unwrap_or_default();
        let sum = base.levels.anger + base.levels.anxiety + base.levels.disappointment - base.levels.trust;
        // A promise that cannot be kept soothes for the moment, and is remarked on all the same.
        let least = i32::from(a.cause == Cause::Move(Move::FalsePromise));
        (if harm { sum.max(least) } else { -sum }, std::cmp::Reverse(a.span))
    };
    let chosen = now.appraisals.iter().filter(speakable).filter(fits).max_by_key(weight)?;
    Some(Act::React(chosen.cause, chosen.span))
}

/// An offer of the persona's list.
fn taken(now: &Situation<'_>) -> Option<Act> {
    let new = |place: &usize| !now.beyond.contains(place);
    let offers: Vec<usize> = now.reading.offers.iter().map(|o| o.offer).filter(new).collect();
    // The one that meets most of what he wants.
    let worth = |place: &usize| -> i32 {
        now.persona.offers.get(*place).map_or(0, |o| {
            o.meets.iter().map(|(d, p)| p * now.persona.demands.get(*d).map_or(0, |d| d.weight)).sum()
        })
    };
    let best = offers.into_iter().max_by_key(|place| (worth(place), std::cmp::Reverse(*place)))?;
    let unheard = now.customer.heard < now.persona.heard_needed && now.customer.heat() >= 2;
    // Who has answered questions, or has just asked for this very thing, does not find it early.
    let told =
        now.persona.facts.iter().enumerate().any(|(at, f)| !f.opening && now.told_before.contains(&at));
    let asked_for = |demand: usize| now.asked_for == Some(demand);
    let wanted = now.persona.offers.get(best).is_some_and(|o| o.meets.iter().any(|(d, _)| asked_for(*d)));
    let asks = [Move::OpenQuestion, Move::ClosedQuestion, Move::Paraphrase];
    let asked = asks.iter().any(|mv| now.customer.memory.counts.contains_key(&Cause::Move(*mv)));
    Some(Act::Take(best, unheard && !told && !wanted && !asked))
}

/// A promise in general words: taken up by its slots, or doubted.
fn promise_taken(now: &Situation<'_>) -> Option<Act> {
    let promise = now.found.iter().find(|f| matches!(f.cause, Cause::Move(Move::CommitSpecific)))?;
    let trust = now.customer.anchors.trust.level;
    if trust < now.persona.accept_trust && now.customer.heat() >= 2 && now.customer.turn.is_multiple_of(2) {
        return Some(Act::Doubt);
    }
    Some(Act::React(promise.cause, promise.span))
}

/// Reaction to what was kind or useful; a mere question needs none beside its answer.
fn kindness(now: &Situation<'_>, answers: bool) -> Option<Act> {
    let heard_now = now.customer.heard >= now.persona.heard_needed && !now.customer.memory.softened;
    let warm = now.found.iter().any(|f| matches!(f.cause, Cause::Move(mv) if matches!(mv.family(), Family::Empathy | Family::Listening | Family::Apology)));
    if heard_now && warm && now.customer.heat() <= 2 {
        return Some(Act::Soften);
    }
    if now.found.iter().any(|f| f.cause == Cause::Circumstance(Circumstance::TooEarly)) {
        return Some(Act::React(Cause::Circumstance(Circumstance::TooEarly), None));
    }
    let act = strongest(now, false)?;
    let asks = |a: &Act| matches!(a, Act::React(Cause::Move(mv), _) if mv.family() == Family::Asking || *mv == Move::Greet);
    (!(answers && (asks(&act) || now.customer.heat() <= 1 && is_small(&act)))).then_some(act)
}

/// Courtesies that a civil answer already honours.
fn is_small(act: &Act) -> bool {
    matches!(
        act,
        Act::React(
            Cause::Move(
                Move::Greet | Move::Thank | Move::AddressByName | Move::EmpathizeGeneric | Move::Reassure
            ) | Cause::Circumstance(Circumstance::Warm),
            _
        )
    )
}

/// Answers to questions, at most two.
fn answers(now: &Situation<'_>) -> Vec<Act> {
    // A question inside an attack is no question.
    if now.hurt
        && now.customer.heat() >= 2
        && !now.found.iter().any(|f| f.cause == Cause::Move(Move::RepeatRequest))
    {
        return Vec::new();
    }
    if is_small_talk(now.reading) {
        return Vec::new();
    }
    let mut acts = Vec::new();
    for topic in worth_answering(now) {
        match topic {
            Topic::Fact(place) => acts.push(tell(now, *place)),
            Topic::General(kind) => acts.push(Act::AnswerGeneral(kind.clone())),
            Topic::Unknown if now.reading.has(Move::EncourageToContinue) => acts.push(tell_more(now)),
            Topic::Unknown => acts.push(Act::AnswerUnknown),
        }
    }
    if acts.is_empty() && now.reading.has(Move::EncourageToContinue) {
        acts.push(tell_more(now));
    }
    acts.dedup();
    acts.truncate(2);
    acts
}

/// The topics he answers: new facts before told ones, and no courtesy question beside a real one. A question nobody
/// prepared, in words that offer or promise something, is answered by taking that up.
fn worth_answering<'a>(now: &Situation<'a>) -> Vec<&'a Topic> {
    let topics = || now.reading.questions.iter().map(|q| &q.topic);
    let is_new = |topic: &&Topic| {
        matches!(topic, Topic::Fact(place) if !now.told_before.contains(place)
            && now.persona.facts.get(*place).is_some_and(|f| !f.opening))
    };
    let fresh: Vec<&Topic> = topics().filter(is_new).collect();
    if !fresh.is_empty() {
        return fresh;
    }
    let facts = topics().any(|t| matches!(t, Topic::Fact(_)));
    let working = |hit: &MoveHit| matches!(hit.mv.family(), Family::Solving | Family::Promising);
    let part_of_it = |span: Span| now.reading.moves.iter().any(|hit| working(hit) && hit.span.overlaps(span));
    let put_off = |q: &Question| q.topic == Topic::Unknown && part_of_it(q.span);
    let courtesy = |t: &Topic| matches!(t, Topic::General(kind) if ["permission", "can_wait", "agree"].contains(&kind.as_str()));
    let kept = now.reading.questions.iter().filter(|q| !(facts && courtesy(&q.topic) || put_off(q)));
    kept.map(|q| &q.topic).collect()
}

fn tell(now: &Situation<'_>, place: usize) -> Act {
    let fact = now.persona.facts.get(place);
    let again = now.told_before.contains(&place);
    let guarded = fact.is_some_and(|f| f.hidden && now.customer.anchors.trust.level < f.trust);
    if guarded && now.customer.heat() >= 2 { Act::RefuseAnswer } else { Act::Tell(place, again) }
}

/// Asked to go on, he tells the next thing he has not told; the hidden ones only when he is ready to.
fn tell_more(now: &Situation<'_>) -> Act {
    let untold = |place: &usize| {
        now.persona.facts.get(*place).is_some_and(|f| {
            let ready = !f.hidden
                || now.customer.anchors.trust.level >= f.trust
                    && now.customer.heard >= now.persona.heard_needed;
            !f.opening && !now.told_before.contains(place) && ready
        })
    };
    // A good open question is what hidden things are told to.
    let hidden = |place: &usize| now.persona.facts.get(*place).is_some_and(|f| f.hidden);
    let open = now.reading.has(Move::OpenQuestion);
    let all = || (0..now.persona.facts.len()).filter(untold);
    let next = all().find(|place| open && hidden(place)).or_else(|| all().next());
    next.map_or_else(|| Act::Push(open_demand(now.persona, now.customer)), |place| Act::Tell(place, false))
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
    if now.reading.has(Move::Thank) && acts.is_empty() {
        return None;
    }
    let checks = now.reading.questions.iter().any(|q| q.topic == Topic::General("can_wait".to_owned()));
    if checks && heat <= 1 {
        return Some(Act::Wait).filter(|_| acts.is_empty());
    }
    if promised_without_time(now) && customer.memory.pending != Some(Pending::Time) {
        return Some(Act::ProbeTime);
    }
    let answered =
        acts.iter().any(|a| matches!(a, Act::Tell(..) | Act::AnswerGeneral(_) | Act::AnswerUnknown));
    if customer.memory.idle >= 3 && !answered {
        return Some(Act::Nudge);
    }
    let solved = customer.solved(now.persona);
    let pushes = solved < now.rules.accept.solved
        && !answered
        && (heat >= 2 || customer.turn.is_multiple_of(2) || acts.is_empty());
    let push = (pushes && now.persona.grade != Grade::Basic || acts.is_empty())
        .then(|| untouched_demand(now))
        .flatten()
        .map(Act::Push);
    push.filter(|act| !acts.contains(act))
}

fn promised_without_time(now: &Situation<'_>) -> bool {
    let fixes = now.reading.moves.iter().any(|hit| {
        hit.mv.family() == Family::Solving && hit.mv != Move::PreventRecurrence
            || matches!(hit.mv, Move::FollowUp | Move::CommitVague | Move::EscalateToSupervisor)
    });
    let timed = now.customer.memory.promises.iter().any(|p| p.by_when.is_some());
    fixes && !timed && !now.hurt && now.persona.grade != Grade::Basic
}

/// Percent of a demand from which an offer answers it, however little he believes in it yet.
const ANSWERED: i32 = 50;

/// The demand that is open most and that nothing in this message answers.
fn untouched_demand(now: &Situation<'_>) -> Option<usize> {
    let offered = now.reading.offers.iter().filter_map(|o| now.persona.offers.get(o.offer));
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
