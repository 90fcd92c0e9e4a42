//! What a message did to him, as far as he speaks of it: offers taken up, kindness honoured, offences answered.

use crate::base::cause::{Cause, Circumstance};
use crate::base::moves::{Family, Move, Sign};
use crate::nlu::reading::OfferHit;

use super::answers::is_choice;
use super::causes::{Found, characters, is_harsh, is_hostile};
use super::memory::by_when;
use super::plan::{Act, Situation, is_consent};
use super::trace::Appraisal;

/// The emotional reaction: to what hurt most, else to an offer, else to what helped most.
pub fn reaction(now: &Situation<'_>, answers: &[Act]) -> Vec<Act> {
    let climbed = now.shifts.iter().find(|s| s.up && s.emotion == now.customer.leading);
    let cooled = now.shifts.iter().find(|s| !s.up && s.emotion == now.customer.leading);
    let rises = climbed.map(|s| Act::Shift(true, s.to.clone()));
    let slight = now.found.iter().all(|f| !f.cause.hurts() || is_slight(f.cause));
    let mut acts = if slight { taken(now, answers) } else { Vec::new() };
    // What has come of an offer is told where it is asked for; saying "good" beside it would say it twice.
    let told = |offer: usize| {
        answers.iter().any(|act| matches!(act, Act::Detail(at) if now.texts.details.get(*at).is_some_and(|d| d.after == Some(offer))))
    };
    acts.retain(|act| !matches!(act, Act::Take(offer, _) | Act::Done(offer) if told(*offer)));
    // Which of two times suits him is answered by naming one.
    let chooses = answers.iter().any(is_choice);
    if acts.is_empty() && slight && !chooses {
        acts.extend(promise_taken(now));
    }
    let offends = now.hurt || sounds_cold(now) || now.found.iter().any(|f| is_remark(f.cause));
    if acts.is_empty() && offends {
        acts.extend(
            strongest(now, true).filter(|act| !is_repeated(act, answers) && !is_brusque(act, answers)),
        );
        // However rudely it is put, help is help.
        let grave = now.found.iter().any(|f| now.rules.outrages.contains(&f.cause));
        let helped = if grave { Vec::new() } else { taken(now, answers) };
        acts.extend(helped.into_iter().filter(|act| !matches!(act, Act::Take(_, true))).take(1));
        if acts.len() <= 1 {
            acts.extend(rises);
        }
        return acts;
    }
    // Bad news that goes on to what can be done instead is answered by that.
    if acts.is_empty() && answers.is_empty() && !now.reading.setbacks.is_empty() && !helps(now) {
        acts.push(Act::Setback);
    }
    if acts.is_empty() && answers.is_empty() && now.reading.reports_done && now.reading.moves.len() <= 1 {
        acts.push(Act::Progress);
    }
    if acts.is_empty() {
        acts.extend(kindness(now, answers));
    }
    if answers.is_empty() && acts.len() <= 1 {
        let falls = cooled.filter(|_| now.customer.heat() <= 1).map(|s| Act::Shift(false, s.to.clone()));
        let softened = acts.contains(&Act::Soften);
        let early = acts.iter().any(|act| matches!(act, Act::Take(_, true)));
        acts.extend(falls.filter(|_| !softened && !early).or(rises.filter(|_| acts.is_empty())));
    }
    acts
}

/// Whether a message offers, solves or promises anything.
fn helps(now: &Situation<'_>) -> bool {
    let working = |mv: Move| matches!(mv.family(), Family::Solving | Family::Promising);
    !now.reading.offers.is_empty() || now.reading.moves.iter().any(|hit| working(hit.mv))
}

/// "I told you" is said once: where he tells it again he says so there.
fn is_repeated(act: &Act, answers: &[Act]) -> bool {
    let again = answers.iter().any(|a| matches!(a, Act::Tell(_, true)));
    again && matches!(act, Act::React(Cause::Move(Move::RepeatRequest), _))
}

/// An answer is enough where all that was wrong with the question was its manners.
fn is_brusque(act: &Act, answers: &[Act]) -> bool {
    !answers.is_empty() && matches!(act, Act::React(Cause::Move(mv), _) if BRUSQUE.contains(mv))
}

/// Bad manners that leave a question a question.
pub const BRUSQUE: [Move; 4] = [Move::Hurry, Move::Command, Move::Minimal, Move::RepeatRequest];

/// What does not keep him from hearing an offer.
pub fn is_slight(cause: Cause) -> bool {
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
const REMARKABLE: i32 = 90;

/// Whether the whole clearly sounds cold, and nothing in it asks or is any help.
fn sounds_cold(now: &Situation<'_>) -> bool {
    let helps = |f: &Found| matches!(f.cause, Cause::Move(mv) if mv.sign() == Sign::Helps);
    let cold = Cause::Circumstance(Circumstance::Cold);
    // A question is one, however it sounds: if it is a blow, that was heard as an offence.
    let asks = !now.reading.questions.is_empty();
    let clear = |f: &Found| f.cause == cold && f.clarity >= REMARKABLE && is_hostile(now.reading);
    // Where no offence was recognised, the sound alone must leave no doubt.
    let told = now.hurt || is_harsh(now.reading);
    let idle = !asks && now.reading.offers.is_empty() && !now.found.iter().any(helps);
    told && idle && now.found.iter().any(clear)
}

/// Whether a move was heard clearly enough to be spoken of. A wrong "thank you" is worse than none.
fn is_clear(now: &Situation<'_>, cause: Cause) -> bool {
    let Cause::Move(mv) = cause else { return true };
    now.reading.moves.iter().all(|hit| hit.mv != mv || hit.confidence >= SURE)
}

/// Characters of Han up to which a message that greets or thanks is a courtesy, and not merely polite.
const COURTESY: u32 = 14;

/// Moves that only make a message polite where it says more.
const POLITE: [Move; 5] =
    [Move::Greet, Move::Thank, Move::AddressByName, Move::Humor, Move::EmpathizeGeneric];

/// Whether anything kind was recognised in a message; its sound alone deceives.
fn is_kind(now: &Situation<'_>) -> bool {
    use Family::{Apology, Empathy, Listening};
    now.reading.moves.iter().any(|hit| matches!(hit.mv.family(), Apology | Empathy | Listening))
}

/// Whether a message says more than how it sounds: it asks, offers, informs or refuses.
fn has_matter(now: &Situation<'_>) -> bool {
    let matter = |mv: Move| {
        use Family::{Asking, HandingOver, Informing, Promising, Refusing, Solving};
        matches!(mv.family(), Asking | HandingOver | Informing | Promising | Refusing | Solving)
    };
    !now.reading.questions.is_empty()
        || !now.reading.offers.is_empty()
        || now.reading.moves.iter().any(|hit| matter(hit.mv))
}

/// The cause with the largest harm (or help), of those he would speak about.
pub fn strongest(now: &Situation<'_>, harm: bool) -> Option<Act> {
    let silent = |cause: Cause| {
        matches!(
            cause,
            Cause::Circumstance(
                Circumstance::OwnTime
                    | Circumstance::Solved
                    | Circumstance::Stalling
                    | Circumstance::StyleClash
                    | Circumstance::Unheeded
            ) | Cause::Move(Move::OpenQuestion | Move::ClosedQuestion)
        )
    };
    let long = characters(now.reading) > COURTESY;
    let merely_polite = |cause: Cause| long && matches!(cause, Cause::Move(mv) if POLITE.contains(&mv));
    // "You sound kind" is no answer to a message that says something.
    let toneless = |cause: Cause| match cause {
        Cause::Circumstance(Circumstance::Cold) => !sounds_cold(now),
        Cause::Circumstance(Circumstance::Warm) => has_matter(now) || !is_kind(now),
        _ => false,
    };
    let speakable = |a: &&Appraisal| {
        !silent(a.cause) && !merely_polite(a.cause) && !toneless(a.cause) && is_clear(now, a.cause)
    };
    let fits = |a: &&Appraisal| if harm { a.cause.hurts() } else { !a.cause.hurts() };
    let weight = |a: &&Appraisal| {
        // How it sounds is only remarked on where there is nothing more definite to say.
        if matches!(a.cause, Cause::Circumstance(Circumstance::Warm | Circumstance::Cold)) {
            return (0, std::cmp::Reverse(a.span));
        }
        // What the rules say of the cause, not what was left of it: a clipped offence is still the one he heard.
        let base = now.rules.effects.get(a.cause);
        let sum = base.levels.anger + base.levels.anxiety + base.levels.disappointment - base.levels.trust;
        // A promise that cannot be kept soothes for the moment, and is remarked on all the same.
        let least = i32::from(a.cause == Cause::Move(Move::FalsePromise));
        (if harm { sum.max(least) } else { -sum }, std::cmp::Reverse(a.span))
    };
    let chosen = now.appraisals.iter().filter(speakable).filter(fits).max_by_key(weight)?;
    Some(Act::React(chosen.cause, chosen.span))
}

/// The offers of the persona's list that he takes up: new ones before those he knows, two if nothing was asked beside
/// them. What he knows already and is not done yet needs no word beside an answer.
fn taken(now: &Situation<'_>, answers: &[Act]) -> Vec<Act> {
    let worth = |place: usize| -> i32 {
        now.persona.offers.get(place).map_or(0, |o| {
            o.meets.iter().map(|(d, p)| p * now.persona.demands.get(*d).map_or(0, |d| d.weight)).sum()
        })
    };
    let mut offers: Vec<&OfferHit> =
        now.reading.offers.iter().filter(|o| !now.beyond.contains(&o.offer)).collect();
    let is_new = |o: &OfferHit| o.done || !now.offered_before.contains(&o.offer);
    offers.sort_by_key(|o| (!is_new(o), std::cmp::Reverse(worth(o.offer)), o.offer));
    let asked = answers.iter().any(|act| !is_consent(act));
    let known = offers.first().is_some_and(|o| !is_new(o));
    if known && (asked || by_when(now.reading).is_some()) {
        return Vec::new();
    }
    offers.retain(|o| known || is_new(o));
    let mut acts: Vec<Act> = offers.first().map(|o| take(now, o)).into_iter().collect();
    let early = acts.iter().any(|act| matches!(act, Act::Take(_, true)));
    // Of things to choose from nobody takes two.
    if !asked && !early && !now.reading.has(Move::OfferChoices) {
        acts.extend(offers.get(1).map(|o| take(now, o)));
    }
    acts
}

fn take(now: &Situation<'_>, hit: &OfferHit) -> Act {
    let best = hit.offer;
    if hit.done {
        return Act::Done(best);
    }
    let unheard = now.customer.heard < now.persona.heard_needed && now.customer.heat() >= 2;
    // Who has answered questions, or has just asked for this very thing, does not find it early.
    let told =
        now.persona.facts.iter().enumerate().any(|(at, f)| !f.opening && now.told_before.contains(&at));
    let asked_for = |demand: usize| now.asked_for == Some(demand);
    let wanted = now.persona.offers.get(best).is_some_and(|o| o.meets.iter().any(|(d, _)| asked_for(*d)));
    let asks = [Move::OpenQuestion, Move::ClosedQuestion, Move::Paraphrase];
    let asked = asks.iter().any(|mv| now.customer.memory.has_met(*mv));
    Act::Take(best, unheard && !told && !wanted && !asked)
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
fn kindness(now: &Situation<'_>, answers: &[Act]) -> Option<Act> {
    let heard_now = now.customer.heard >= now.persona.heard_needed && !now.customer.memory.softened;
    let warm = now.reading.moves.iter().any(|hit| HEARS.contains(&hit.mv) && hit.confidence >= SURE);
    let tells = answers.iter().all(|act| matches!(act, Act::Tell(..)));
    let answers = !answers.is_empty();
    if heard_now && warm && tells && (1..=2).contains(&now.customer.heat()) && !now.customer.accepted {
        return Some(Act::Soften);
    }
    if now.found.iter().any(|f| f.cause == Cause::Circumstance(Circumstance::TooEarly)) {
        return Some(Act::React(Cause::Circumstance(Circumstance::TooEarly), None)).filter(|_| !answers);
    }
    // Beside an answer only what was said to his feelings wants a word.
    strongest(now, false).filter(|act| !answers || is_felt(act) && now.customer.heat() >= 1)
}

/// What makes him feel heard, if it was clearly said; a stock phrase does not.
const HEARS: [Move; 7] = [
    Move::EmpathizeSpecific,
    Move::NameEmotion,
    Move::Validate,
    Move::Paraphrase,
    Move::EncourageToContinue,
    Move::TakeResponsibility,
    Move::CommonGround,
];
/// Per mille from which a move is clear enough to be spoken of.
const SURE: u16 = 700;

/// Whether an act honours what was said to his feelings.
fn is_felt(act: &Act) -> bool {
    let felt = [
        Move::EmpathizeSpecific,
        Move::NameEmotion,
        Move::Validate,
        Move::Apologize,
        Move::TakeResponsibility,
    ];
    matches!(act, Act::React(Cause::Move(mv), _) if felt.contains(mv))
}
