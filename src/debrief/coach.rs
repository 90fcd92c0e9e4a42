//! One line on a message while the conversation goes on: what it did above all, good or bad, and how he took it.
//! Names moves and feelings only, so it gives away nothing that he has not told.

use crate::base::cause::{Cause, Circumstance};
use crate::base::level::{Emotion, POINT};
use crate::base::phrase::{InsightPhrase, Term, TermKind};
use crate::customer::trace::{Appraisal, Turn};

use super::timeline::state;

/// Relief, good or bad, from which a message counts as having moved him, in hundredths.
const MOVED: i32 = POINT;
/// Change of a level from which it counts as much, in hundredths.
const MUCH: i32 = 8 * POINT;
/// Good in a message, in hundredths, that is worth a word where the rest spoilt it.
const WASTED: i32 = 3 * POINT;

/// The line. `None` where the message ended the conversation: the review speaks then.
pub fn comment(turn: &Turn) -> Option<InsightPhrase> {
    if turn.ended.is_some() {
        return None;
    }
    let felt: Vec<&Appraisal> = turn.appraisals.iter().filter(|a| is_hers(a.cause)).collect();
    let total: i32 = felt.iter().map(|a| a.relief()).sum();
    let best = felt.iter().copied().max_by_key(|a| a.relief());
    let worst = felt.iter().copied().min_by_key(|a| a.relief());
    if total.abs() < MOVED && !turn.accepted {
        return Some(unmoved(turn, &felt));
    }
    let main = if total < 0 { worst } else { best }?;
    let mark = if total < 0 { "✗" } else { "✓" };
    let took = took(turn, main, total, best.map_or(0, |a| a.relief()));
    Some(line(turn, mark, Term::cause(main.cause), took))
}

/// Whether a cause is about what she wrote, not about time or what nobody wrote.
fn is_hers(cause: Cause) -> bool {
    !matches!(cause, Cause::Circumstance(Circumstance::OwnTime | Circumstance::Unheeded))
}

fn line(turn: &Turn, mark: &str, name: Term, took: &str) -> InsightPhrase {
    let (mark, took) = (mark.to_owned(), Term::new(TermKind::Took, took));
    let crossed = turn.shifts.iter().any(|shift| shift.to == turn.state);
    match crossed {
        true => InsightPhrase::CoachShift { mark, name, took, state: state(&turn.state) },
        false => InsightPhrase::Coach { mark, name, took },
    }
}

/// Which words say how he took it.
fn took(turn: &Turn, main: &Appraisal, total: i32, best: i32) -> &'static str {
    if turn.accepted {
        return "accepted";
    }
    if total < 0 && best >= WASTED {
        return "spoilt";
    }
    if main.cause == Cause::Circumstance(Circumstance::TooEarly) {
        return "early";
    }
    feeling(turn, total)
}

/// The feeling that moved most in the direction of the whole.
fn feeling(turn: &Turn, total: i32) -> &'static str {
    let better = |e: Emotion| {
        let change = turn.after.get(e).raw() - turn.before.get(e).raw();
        if e == Emotion::Trust { change } else { -change }
    };
    let way = total.signum();
    let Some(most) = Emotion::ALL.into_iter().rev().max_by_key(|e| better(*e) * way) else {
        return "unmoved";
    };
    match (most, better(most) * way, way > 0) {
        (_, ..=0, _) => "unmoved",
        (Emotion::Anger, MUCH.., true) => "anger_much_better",
        (Emotion::Anger, _, true) => "anger_better",
        (Emotion::Anger, MUCH.., false) => "anger_much_worse",
        (Emotion::Anger, _, false) => "anger_worse",
        (Emotion::Anxiety, MUCH.., true) => "anxiety_much_better",
        (Emotion::Anxiety, _, true) => "anxiety_better",
        (Emotion::Anxiety, MUCH.., false) => "anxiety_much_worse",
        (Emotion::Anxiety, _, false) => "anxiety_worse",
        (Emotion::Disappointment, MUCH.., true) => "disappointment_much_better",
        (Emotion::Disappointment, _, true) => "disappointment_better",
        (Emotion::Disappointment, MUCH.., false) => "disappointment_much_worse",
        (Emotion::Disappointment, _, false) => "disappointment_worse",
        (Emotion::Trust, MUCH.., true) => "trust_much_better",
        (Emotion::Trust, _, true) => "trust_better",
        (Emotion::Trust, MUCH.., false) => "trust_much_worse",
        (Emotion::Trust, _, false) => "trust_worse",
    }
}

/// Nothing in it moved him: because it was said before, came too early, or was not made out.
fn unmoved(turn: &Turn, felt: &[&Appraisal]) -> InsightPhrase {
    let strongest = felt.iter().max_by_key(|a| a.relief().abs());
    let read = || turn.reading.moves.first().map(|hit| Cause::Move(hit.mv));
    let Some(cause) = strongest.map(|a| a.cause).or_else(read) else {
        return InsightPhrase::CoachNone { took: Term::new(TermKind::Took, "lost") };
    };
    let less = |rule: &str| {
        felt.iter().any(|a| a.factors.iter().any(|f| f.rule == rule && f.percent < 100 && !a.cause.hurts()))
    };
    let took = match (less("canned") || less("repeat"), less("order")) {
        (true, _) => "again",
        (_, true) => "early",
        _ => "unmoved",
    };
    line(turn, "·", Term::cause(cause), took)
}
