//! Why he reacted to one message as he did: its causes in her words, what made them weigh more or less, and what came of
//! them. Reads only the trace.

use crate::base::cause::{Cause, Circumstance};
use crate::base::level::{Emotion, Level, POINT, PerEmotion};
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{InsightPhrase, Phrase, Term, TermKind};
use crate::customer::trace::{Appraisal, Factor, Turn};
use crate::persona::rules::Phase;

use super::record::Quote;
use super::timeline::{state, trend};

/// Causes named one by one; the others are counted.
const MOST: usize = 4;
/// Factors named with a cause, and by how many percent one must scale to be worth a word.
const FACTORS: usize = 2;
const TELLING: i32 = 10;
/// Characters of a quote.
const QUOTE: usize = 22;

/// The reasons for one reaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why<'a> {
    /// The message.
    pub turn: &'a Turn,
    /// The stretch of conversation in which it was weighed.
    pub phase: Phase,
    /// What moved him, the strongest first.
    pub causes: Vec<&'a Appraisal>,
    /// How many causes were too weak to be named.
    pub more: usize,
}

/// The reasons for the reaction to message `number` (from 1). `None` where there is no such message.
pub fn why(turns: &[Turn], number: u16) -> Option<Why<'_>> {
    let place = turns.iter().position(|turn| turn.number == number)?;
    let turn = turns.get(place)?;
    let before = place.checked_sub(1).and_then(|place| turns.get(place));
    let moved = |a: &&Appraisal| a.heard != 0 || Emotion::ALL.into_iter().any(|e| a.change.get(e) != 0);
    let mut causes: Vec<&Appraisal> = turn.appraisals.iter().filter(moved).collect();
    let all = causes.len();
    causes.retain(|a| !changes(a).is_empty());
    // Time passing is no doing of hers: it comes last.
    causes.sort_by_key(|a| (a.cause == OWN_TIME, std::cmp::Reverse(weight(a))));
    causes.truncate(MOST);
    let more = all - causes.len();
    Some(Why { turn, phase: before.map_or(Phase::Opening, |turn| turn.phase), causes, more })
}

const OWN_TIME: Cause = Cause::Circumstance(Circumstance::OwnTime);

fn weight(one: &Appraisal) -> i32 {
    one.relief().abs().max(one.heard.abs() / 2)
}

/// A change on one level or of feeling heard, in whole points.
fn changes(one: &Appraisal) -> Vec<Phrase> {
    let levels = Emotion::ALL.into_iter().map(|e| (Some(e), points(one.change.get(e))));
    let all = levels.chain([(None, points(one.heard))]).filter(|(_, points)| *points != 0);
    let phrase = |(emotion, points): (Option<Emotion>, i32)| match emotion {
        Some(e) => InsightPhrase::Change { emotion: Term::emotion(e), points: signed(points) },
        None => InsightPhrase::ChangeHeard { points: signed(points) },
    };
    all.map(phrase).map(Phrase::from).collect()
}

/// Hundredths as whole points, half away from zero.
fn points(hundredths: i32) -> i32 {
    (hundredths.abs() + POINT / 2) / POINT * hundredths.signum()
}

fn signed(points: i32) -> String {
    if points < 0 { format!("−{}", points.abs()) } else { format!("+{points}") }
}

/// The explanation in words, short enough for a phone.
pub fn phrase(why: &Why<'_>) -> InsightPhrase {
    let turn = why.turn;
    let mut causes: Vec<Phrase> = why.causes.iter().flat_map(|one| cause(why, one)).collect();
    if causes.is_empty() {
        causes.push(InsightPhrase::CauseNone.into());
    } else if why.more > 0 {
        causes.push(InsightPhrase::More { count: why.more as i64 }.into());
    }
    let quote = Quote::of(turn, None).shown(QUOTE);
    InsightPhrase::Why { turn: i64::from(turn.number), quote, causes, outcome: outcome(turn) }
}

fn cause(why: &Why<'_>, one: &Appraisal) -> Vec<Phrase> {
    let (mark, name) = (trend(one.relief()).to_owned(), Term::cause(one.cause));
    let changes = Listed(changes(one));
    let whole = why.turn.said.trim();
    let words = one.span.map(|span| span.of(&why.turn.said).trim()).filter(|words| !words.is_empty());
    // Words that are most of the message stand above already.
    let part = |words: &&str| words.chars().count() * 5 < whole.chars().count() * 4;
    let line = match words.filter(part) {
        Some(_) => {
            let quote = Quote::of(why.turn, one.span).shown(QUOTE);
            InsightPhrase::CauseQuoted { mark, quote, name, changes }
        }
        None => InsightPhrase::Cause { mark, name, changes },
    };
    let mut telling: Vec<&Factor> = one.factors.iter().filter(|f| distance(f) >= TELLING).collect();
    telling.sort_by_key(|f| std::cmp::Reverse(distance(f)));
    let factors: Vec<Phrase> = telling.into_iter().take(FACTORS).map(|f| factor(why, f)).collect();
    let factors = (!factors.is_empty()).then_some(InsightPhrase::Factors { factors: Listed(factors) });
    std::iter::once(line).chain(factors).map(Phrase::from).collect()
}

fn distance(one: &Factor) -> i32 {
    (one.percent - 100).abs()
}

fn factor(why: &Why<'_>, one: &Factor) -> Phrase {
    let percent = i64::from(one.percent);
    let way = if one.percent > 100 { "more" } else { "less" };
    let id = match one.rule.as_ref() {
        "phase" => {
            let phase = Term::new(TermKind::Phase, why.phase.id());
            return InsightPhrase::FactorPhase { phase, percent }.into();
        }
        both @ ("type" | "repeat") => format!("{both}_{way}"),
        one @ ("grade" | "tainted" | "canned" | "boiling" | "order" | "clarity" | "step" | "gain") => {
            one.to_owned()
        }
        _ => "other".to_owned(),
    };
    InsightPhrase::Factor { factor: Term::new(TermKind::Factor, id), percent }.into()
}

/// What came of it: levels, rungs, his acts, the end.
fn outcome(turn: &Turn) -> Vec<Phrase> {
    let levels = between(turn.before, turn.after);
    let sum = match levels.is_empty() {
        true => InsightPhrase::Steady,
        false => InsightPhrase::Sum { levels: Listed(levels) },
    };
    let mut lines = vec![sum];
    lines.extend(turn.shifts.iter().map(|shift| {
        let (emotion, from, to) = (Term::emotion(shift.emotion), state(&shift.from), state(&shift.to));
        match shift.up {
            true => InsightPhrase::Up { emotion, from, to },
            false => InsightPhrase::Down { emotion, from, to },
        }
    }));
    if turn.shifts.is_empty() {
        lines.push(InsightPhrase::Stayed { state: state(&turn.state) });
    }
    let acts = acts(turn);
    lines.extend((!acts.is_empty()).then_some(InsightPhrase::Did { acts: Listed(acts) }));
    lines.extend(turn.accepted.then_some(InsightPhrase::Accepted));
    lines.extend(turn.ended.map(|ending| {
        let rule = Term::rule(turn.rule.as_deref().unwrap_or_default());
        InsightPhrase::Ended { ending: Term::ending(ending), rule }
    }));
    lines.into_iter().map(Phrase::from).collect()
}

/// The levels that differ by whole points.
fn between(before: PerEmotion<Level>, after: PerEmotion<Level>) -> Vec<Phrase> {
    let level = |emotion: Emotion| {
        let (from, to) = (i64::from(before.get(emotion).whole()), i64::from(after.get(emotion).whole()));
        (from != to).then(|| InsightPhrase::Level { emotion: Term::emotion(emotion), from, to }.into())
    };
    Emotion::ALL.into_iter().filter_map(level).collect()
}

/// What he did, each kind once, in the order he did it.
fn acts(turn: &Turn) -> Vec<Phrase> {
    let mut kinds: Vec<&str> = Vec::new();
    for one in turn.lines.iter().map(|spoken| act(&spoken.act)) {
        if !kinds.contains(&one) {
            kinds.push(one);
        }
    }
    kinds.into_iter().map(|id| InsightPhrase::Act { act: Term::new(TermKind::Act, id) }.into()).collect()
}

/// The kind of an act, by the key its line was found under.
fn act(key: &str) -> &'static str {
    match key {
        "detail" | "tell" | "answer-again" => "tell",
        "done" | "react-done" => "done",
        "take" | "react-offer_solution" => "take",
        "answer-refuse" => "refuse",
        "listen" => "listen",
        "push" => "push",
        "probe-time" => "probe_time",
        "doubt" => "doubt",
        "nudge" => "nudge",
        "warn" => "warn",
        "soften" => "soften",
        "confirm-plan" => "confirm_plan",
        _ => match key.split_once('-') {
            Some(("shift", rest)) if rest.starts_with("up") => "shift_up",
            Some(("shift", _)) => "shift_down",
            Some(("answer", _)) => "answer",
            Some(("accept", _)) => "accept",
            Some(("farewell", _)) => "farewell",
            _ => "react",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_rounded_away_from_zero_and_carry_their_sign() {
        assert_eq!([149, 150, -49, -50, 0].map(points), [1, 2, 0, -1, 0]);
        assert_eq!([3, -3].map(signed), ["+3", "−3"]);
    }

    #[test]
    fn every_act_has_words() {
        let known = TermKind::Act.ids();
        for key in [
            "react-thank",
            "shift-up-angry",
            "shift-down-calm",
            "answer-unknown",
            "accept-warm",
            "farewell-hung_up",
        ] {
            assert!(known.contains(&act(key)), "{key}");
        }
        assert_eq!((act("shift-up-angry"), act("shift-down-calm")), ("shift_up", "shift_down"));
    }
}
