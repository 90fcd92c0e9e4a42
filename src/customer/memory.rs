//! What a message leaves in the customer's memory: promises, offers, help, repetitions.

use crate::base::cause::{Cause, Circumstance};
use crate::base::moves::{Family, Move};
use crate::base::span::Span;
use crate::nlu::reading::{MoveHit, Question, Reading, SlotHit, SlotKind};
use crate::persona::model::{Authority, Persona};

use super::causes::Found;
use super::state::{Customer, Promise};

/// Percent of the case that one piece of help counts for when it matches none of the persona's listed offers.
const UNLISTED_FIX: i32 = 16;
/// The same for a promise with a time or a person.
const UNLISTED_PROMISE: i32 = 10;
/// Most that unlisted help can come to. High enough to be accepted, never enough to be delighted.
const UNLISTED_MOST: i32 = 70;
/// Percent of an offer's worth while the customer does not feel heard, or while a supervisor would have to agree.
const HALF: i32 = 50;

/// Takes a message in. `hurt` tells whether it did harm.
pub fn remember(
    persona: &Persona,
    customer: &mut Customer,
    reading: &Reading,
    found: &[Found],
    beyond: &[usize],
) {
    let hurt = is_offence(found);
    let memory = &mut customer.memory;
    for one in found {
        if let Some(count) = memory.counts.get_mut(one.cause) {
            *count = count.saturating_add(1);
        }
    }
    memory.offences += u16::from(hurt);
    memory.prints.extend(reading.prints.iter().copied());
    if let Some(name) = &reading.trainee {
        memory.trainee = Some(name.clone());
    }
    if found.iter().any(|f| f.cause == Cause::Circumstance(Circumstance::PromiseBroken)) {
        memory.promises.iter_mut().for_each(|p| p.broken = true);
    }
    memory.offered.extend(reading.offers.iter().map(|o| o.offer));
    let promises_falsely = found.iter().any(|f| f.cause == Cause::Move(Move::FalsePromise));
    memory.false_promises += u16::from(!beyond.is_empty() || promises_falsely);
    if let Some(promise) = promise(customer.turn, reading, promises_falsely) {
        customer.memory.promises.push(promise);
    }
    if !hurt {
        help(persona, customer, reading);
    }
}

/// Whether a message does harm: any move that hurts by nature.
pub fn is_offence(found: &[Found]) -> bool {
    found.iter().any(|f| match f.cause {
        // A vague or an impossible promise is a weakness, not an offence.
        Cause::Move(Move::CommitVague | Move::FalsePromise | Move::Jargon) => false,
        Cause::Move(_) => f.cause.hurts(),
        Cause::Circumstance(one) => matches!(one, Circumstance::Canned | Circumstance::PromiseBroken),
    })
}

/// Moves whose words may hold a promise.
const PROMISES: [Move; 4] = [Move::CommitSpecific, Move::FollowUp, Move::OfferSolution, Move::FalsePromise];

/// Moves whose words tell or ask: a time in them is no promise.
const TELLS: [Move; 9] = [
    Move::Paraphrase,
    Move::EmpathizeSpecific,
    Move::Validate,
    Move::ExplainCause,
    Move::GiveEvidence,
    Move::BlameCustomer,
    Move::ArgueDefend,
    Move::OpenQuestion,
    Move::ClosedQuestion,
];

fn promise(turn: u16, reading: &Reading, beyond: bool) -> Option<Promise> {
    if !PROMISES.iter().any(|mv| reading.has(*mv)) && reading.offers.is_empty() {
        return None;
    }
    let due = reading.slots.iter().find(|s| s.kind.is_by_when());
    Some(Promise {
        turn,
        by_when: by_when(reading),
        due: due.map(|slot| (slot.kind, slot.number)),
        who: reading.who.clone(),
        beyond,
        broken: false,
    })
}

/// Most bytes between an offer's words and a time that belongs to them.
const NEAR: u32 = 45;

/// The time that was promised, in the trainee's words; a day and a clock time that stand together are one. What is told
/// of the past or asked promises nothing, nor does a time that merely stands in the same message.
pub fn by_when(reading: &Reading) -> Option<String> {
    joined(definite(&promised_times(reading)))
}

/// The same where it is the only time in the message, and says an hour or a stretch of time: what can be read back.
pub fn only_time(reading: &Reading) -> Option<String> {
    let times = promised_times(reading);
    let others = reading.slots.iter().filter(|s| s.kind.is_by_when() && s.kind != SlotKind::Day).count();
    let exact = times.iter().any(|s| s.kind != SlotKind::Day);
    (exact && others == 1).then(|| joined(definite(&times))).flatten()
}

/// The times that are promised, in order.
fn promised_times(reading: &Reading) -> Vec<&SlotHit> {
    let promises = |hit: &&MoveHit| PROMISES.contains(&hit.mv);
    let worded: Vec<Span> = reading.moves.iter().filter(promises).map(|hit| hit.span).collect();
    let around = |span: Span, by: u32| Span { start: span.start.saturating_sub(by), end: span.end + by };
    let mut promised = worded.clone();
    promised.extend(reading.offers.iter().map(|offer| around(offer.span, NEAR)));
    let told = reading.moves.iter().filter(|hit| TELLS.contains(&hit.mv)).map(|hit| hit.span);
    let told: Vec<Span> = told.collect();
    let within = |spans: &[Span], slot: &SlotHit| spans.iter().any(|span| span.overlaps(slot.span));
    let sure = |slot: &SlotHit| within(&worded, slot) || !within(&told, slot);
    // What is asked, or says that something did not work out, promises no time; nor does an hour of a day gone by.
    let asks = |q: &&Question| !q.topic.is_courtesy();
    let mut idle: Vec<Span> = reading.questions.iter().filter(asks).map(|q| q.span).collect();
    idle.retain(|span| !reading.offers.iter().any(|offer| offer.span.overlaps(*span)));
    idle.extend(&reading.setbacks);
    let gone = reading.slots.iter().filter(|s| is_past(s.kind, s.number));
    idle.extend(gone.map(|s| around(s.span, TOGETHER)));
    let meant = |s: &&SlotHit| {
        s.kind.is_by_when()
            && !within(&idle, s)
            && !is_term(s.kind, s.number)
            && !s.echo
            && !is_past(s.kind, s.number)
            && within(&promised, s)
            && sure(s)
    };
    reading.slots.iter().filter(meant).collect()
}

/// The first of the times that are put before him, in the trainee's words.
pub fn first_time(reading: &Reading) -> Option<String> {
    // A stretch of time, or a day gone by, is nothing to choose from.
    let ahead =
        |s: &&SlotHit| s.kind.is_by_when() && s.kind != SlotKind::Duration && !is_past(s.kind, s.number);
    let times: Vec<&SlotHit> = reading.slots.iter().filter(ahead).collect();
    joined(definite(&times))
}

/// The times from the first definite one on. A day alone is often only a setting: "if we find it today, would ten tonight or
/// noon tomorrow suit you?"
fn definite<'a, 'r>(times: &'a [&'r SlotHit]) -> &'a [&'r SlotHit] {
    let first = times.iter().position(|s| s.kind != SlotKind::Day).map(|at| {
        let day = at.checked_sub(1).filter(|before| {
            let pair = times.get(*before).zip(times.get(at));
            pair.is_some_and(|(day, hour)| hour.span.start.saturating_sub(day.span.end) <= TOGETHER)
        });
        day.unwrap_or(at)
    });
    times.get(first.unwrap_or(0)..).unwrap_or_default()
}

/// Most bytes between a day and its hour: "tomorrow at 12:15", 明天中午十二点.
const TOGETHER: u32 = 9;

/// The first time, with the second where the two belong together: a day and its hour.
fn joined(times: &[&SlotHit]) -> Option<String> {
    let first = times.first()?;
    let gap = |second: &SlotHit| second.span.start.saturating_sub(first.span.end);
    let second = times.get(1).filter(|second| {
        let hour = first.kind == SlotKind::Day && second.kind == SlotKind::Clock;
        gap(second) <= if hour { TOGETHER } else { 1 }
    });
    let Some(second) = second else { return Some(first.text.clone()) };
    let latin = first.text.ends_with(|c: char| c.is_ascii_alphanumeric());
    let between = match latin {
        true if gap(second) > 1 && second.text.starts_with(|c: char| c.is_ascii_digit()) => " at ",
        true => " ",
        false => "",
    };
    Some(format!("{}{between}{}", first.text, second.text))
}

/// Minutes from which a stretch of time is how long something lasts, and no time to wait: the card back for three months.
const TERM: i64 = 22 * 1440;

fn is_term(kind: SlotKind, minutes: i64) -> bool {
    kind == SlotKind::Duration && minutes >= TERM
}

fn is_past(kind: SlotKind, number: i64) -> bool {
    kind == SlotKind::Day && number < 0
}

/// Help in the trainee's own words counts too, if less than what the case calls for.
fn help(persona: &Persona, customer: &mut Customer, reading: &Reading) {
    if !reading.offers.is_empty() {
        // Counted by what they meet.
        return;
    }
    let fixes = reading.moves.iter().filter(|hit| hit.mv.family() == Family::Solving).count() as i32;
    let promises =
        i32::from(reading.has(Move::CommitSpecific)) + i32::from(reading.has(Move::EscalateToSupervisor));
    let weight = if customer.heard >= persona.heard_needed { 100 } else { HALF };
    let more = (fixes.min(2) * UNLISTED_FIX + promises * UNLISTED_PROMISE) * weight / 100;
    customer.memory.general_help = (customer.memory.general_help + more).min(UNLISTED_MOST);
}

/// Recomputes how much of each demand is met by all that was offered so far; answers the gain in percent of the case.
pub fn weigh_offers(persona: &Persona, customer: &mut Customer) -> i32 {
    let before = customer.solved(persona);
    let heard = customer.heard >= persona.heard_needed;
    let asked = customer.memory.has_met(Move::EscalateToSupervisor);
    let mut met = vec![0; persona.demands.len()];
    for offer in customer.memory.offered.iter().filter_map(|place| persona.offers.get(*place)) {
        let mut worth = if heard { 100 } else { HALF };
        if offer.authority == Authority::Ask && !asked {
            worth = worth * HALF / 100;
        }
        for (demand, percent) in &offer.meets {
            if let Some(sum) = met.get_mut(*demand) {
                *sum = (*sum).max(percent * worth / 100);
            }
        }
    }
    // What was once met stays met, unless a promise broke.
    let broken = customer.memory.promises.iter().any(|p| p.broken);
    for (now, before) in met.iter_mut().zip(&customer.memory.met) {
        *now = if broken { *now * HALF / 100 } else { (*now).max(*before) };
    }
    customer.memory.met = met;
    customer.solved(persona) - before
}
