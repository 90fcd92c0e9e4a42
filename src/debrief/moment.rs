//! The sentences that mattered: turning points, strengths and improvements.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cause::{Cause, Circumstance};
use crate::base::id::StateId;
use crate::base::level::{Emotion, POINT};
use crate::base::moves::Move;
use crate::customer::trace::{Appraisal, Turn};

use super::FEW_TURNS;
use super::counter::{self, Better};
use super::gap::{self, Gap};
use super::record::{Case, Quote, SOLUTIONS, did};

/// A message that moved him by less than this is no turning point unless there would be too few, in hundredths.
const TURNING: i32 = 3 * POINT;
/// Fewest and most turning points.
const TURNING_COUNT: (usize, usize) = (2, 5);
/// Relief that counts as having done him good, in hundredths.
const GOOD: i32 = POINT;
/// Harm that is worth a word, in hundredths (negative).
const BAD: i32 = -POINT / 2;
/// Most strengths and most improvements.
const MOST: usize = 3;

/// A message that moved him much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurningPoint {
    /// The words behind the change.
    pub quote: Quote,
    /// What they did, where one cause stands out.
    pub cause: Option<Cause>,
    /// The feeling that changed most.
    pub emotion: Emotion,
    /// From this many points.
    pub from: i32,
    /// To this many.
    pub to: i32,
    /// The state before; `None` for the first message.
    pub before: Option<StateId>,
    /// The state after.
    pub after: StateId,
    /// How much better (positive) or worse it made him, in hundredths.
    pub relief: i32,
}

/// Something that did him good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strength {
    /// Her words.
    pub quote: Quote,
    /// What they did; `why-<id>` says why it helps.
    pub cause: Cause,
    /// How much good, in hundredths.
    pub relief: i32,
}

/// What an improvement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Issue {
    /// Something that was done.
    Done(Cause),
    /// Something that was not.
    Missing(Gap),
}

impl Issue {
    /// The id of the move, circumstance or gap.
    pub fn id(self) -> &'static str {
        match self {
            Issue::Done(cause) => cause.id(),
            Issue::Missing(gap) => gap.id(),
        }
    }

    /// Which `why-...` explains it. A move that usually helps but hurt here has a reason of its own.
    pub fn why(self) -> &'static str {
        match self {
            Issue::Done(Cause::Move(mv)) if mv.sign() == crate::base::moves::Sign::Helps => "misplaced",
            other => other.id(),
        }
    }
}

/// Something to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improvement {
    /// Her words; `None` for something that was never said.
    pub quote: Option<Quote>,
    /// What it is about.
    pub issue: Issue,
    /// How much harm it did, in hundredths (negative), or 0 for something missing.
    pub relief: i32,
    /// A sentence to put in its place.
    pub better: Option<Better>,
}

/// The messages that moved him most, in order of time.
pub fn turning(case: &Case<'_>) -> Vec<TurningPoint> {
    let mut places: Vec<usize> = (0..case.turns().len()).collect();
    let weight = |place: &usize| case.turns().get(*place).map_or(0, |t| t.relief().abs());
    places.sort_by_key(|place| std::cmp::Reverse(weight(place)));
    let (fewest, most) = TURNING_COUNT;
    let strong = places.iter().filter(|place| weight(place) >= TURNING).count();
    places.truncate(strong.clamp(fewest, most));
    places.retain(|place| weight(place) > 0);
    places.sort_unstable();
    places.into_iter().filter_map(|place| turning_point(case, place)).collect()
}

fn turning_point(case: &Case<'_>, place: usize) -> Option<TurningPoint> {
    let turn = case.turns().get(place)?;
    let before = place.checked_sub(1).and_then(|p| case.turns().get(p)).map(|t| t.state.clone());
    let change = |e: &Emotion| (turn.after.get(*e).raw() - turn.before.get(*e).raw()).abs();
    let emotion = Emotion::ALL.into_iter().max_by_key(change)?;
    let relief = turn.relief();
    let same_way = |a: &&Appraisal| a.relief().signum() == relief.signum() && spoken(a.cause);
    let cause = turn.appraisals.iter().filter(same_way).max_by_key(|a| a.relief().abs());
    Some(TurningPoint {
        quote: Quote::of(turn, cause.and_then(|a| a.span)),
        cause: cause.map(|a| a.cause),
        emotion,
        from: turn.before.get(emotion).whole(),
        to: turn.after.get(emotion).whole(),
        before,
        after: turn.state.clone(),
        relief,
    })
}

/// Whether a cause is about what she wrote, not about time passing.
fn spoken(cause: Cause) -> bool {
    cause != Cause::Circumstance(Circumstance::OwnTime)
}

/// What did him good, best first, each cause once.
pub fn strengths(case: &Case<'_>) -> Vec<Strength> {
    if case.turns().len() < FEW_TURNS {
        return Vec::new();
    }
    let honest = |t: &&Turn| t.relief() > 0 && t.beyond.is_empty();
    let helped = |a: &&Appraisal| a.relief() >= GOOD && praised(a.cause);
    let turns = case.turns().iter().filter(honest);
    let found = turns.flat_map(|t| t.appraisals.iter().filter(helped).map(move |a| (t, a)));
    let mut best: BTreeMap<Cause, (&Turn, &Appraisal)> = BTreeMap::new();
    for (turn, one) in found {
        let entry = best.entry(one.cause).or_insert((turn, one));
        if one.relief() > entry.1.relief() {
            *entry = (turn, one);
        }
    }
    let strength = |(t, a): (&Turn, &Appraisal)| Strength {
        quote: Quote::of(t, a.span),
        cause: a.cause,
        relief: a.relief(),
    };
    let mut all: Vec<Strength> = best.into_values().map(strength).collect();
    all.retain(|s| !s.quote.words.is_empty());
    all.sort_by_key(|s| (std::cmp::Reverse(s.relief), s.quote.turn));
    all.truncate(MOST);
    all
}

/// Whether a cause deserves praise where it helped: the hollow "I understand" does not (curriculum section 3).
fn praised(cause: Cause) -> bool {
    spoken(cause) && !cause.hurts() && cause != Cause::Move(Move::EmpathizeGeneric)
}

/// What to change: the largest harm first, each cause once, then what was never done.
pub fn improvements(case: &Case<'_>) -> Vec<Improvement> {
    let mut used = BTreeSet::new();
    let mut all: Vec<Improvement> = harms(case)
        .into_iter()
        .take(MOST)
        .map(|(turn, one)| Improvement {
            quote: Some(Quote::of(turn, one.span)),
            issue: Issue::Done(one.cause),
            relief: one.relief(),
            better: counter::instead_of(case, one.cause, &mut used),
        })
        .collect();
    let causes: Vec<Cause> = harms(case).into_iter().map(|(_, one)| one.cause).collect();
    for gap in gap::gaps(case, &causes).into_iter().take(MOST.saturating_sub(all.len())) {
        let better = counter::to_fill(case, gap, &mut used);
        let quote = gap::quote(case, gap);
        all.push(Improvement { quote, issue: Issue::Missing(gap), relief: 0, better });
    }
    all
}

/// Whether an offer only hurt because it came too early, which is then said instead of it.
fn told_by_order(turn: &Turn, one: &Appraisal) -> bool {
    let early = Cause::Circumstance(Circumstance::TooEarly);
    matches!(one.cause, Cause::Move(mv) if SOLUTIONS.contains(&mv)) && did(turn, early)
}

/// The worst case of each cause that hurt, worst first.
fn harms<'a>(case: &Case<'a>) -> Vec<(&'a Turn, &'a Appraisal)> {
    let mut worst: BTreeMap<Cause, (&Turn, &Appraisal)> = BTreeMap::new();
    for turn in case.turns() {
        for one in
            turn.appraisals.iter().filter(|a| a.relief() <= BAD && spoken(a.cause) && !told_by_order(turn, a))
        {
            let entry = worst.entry(one.cause).or_insert((turn, one));
            if one.relief() < entry.1.relief() {
                *entry = (turn, one);
            }
        }
    }
    let mut all: Vec<_> = worst.into_values().collect();
    all.sort_by_key(|(turn, one)| (one.relief(), turn.number));
    all
}
