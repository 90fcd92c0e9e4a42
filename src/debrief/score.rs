//! From the record to points, one function a line of the rubric. Integers only.

use crate::base::cause::{Cause, Circumstance};
use crate::base::ending::Ending;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::moves::{Family, Move, Sign};
use crate::customer::trace::Turn;

use super::record::{Case, HEARING, Quote, causes, did, first_in, made};
use super::rubric::{self, Item, Part};

/// Quotes kept behind one line.
const QUOTES: usize = 3;

/// One line of the rubric as earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line.
    pub item: Item,
    /// Points, 0 to `item.points`.
    pub earned: i32,
    /// The words that earned them, or where points were lost, those that lost them.
    pub quotes: Vec<Quote>,
}

/// Why a score is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// By how it ended.
    Ending(Ending),
    /// By how little was said.
    FewTurns,
}

/// A score with everything it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// 0 to 100.
    pub total: u8,
    /// Every line, in the rubric's order.
    pub lines: Vec<Line>,
    /// Points taken off for hints.
    pub hints: i32,
    /// What really lowered the total, and the limit; `None` where nothing did.
    pub limit: Option<(Limit, i32)>,
}

impl Score {
    /// Points earned in a part.
    pub fn part(&self, part: Part) -> i32 {
        self.lines.iter().filter(|line| line.item.part == part).map(|line| line.earned).sum()
    }

    /// Sum of all lines, before hints and limits.
    pub fn sum(&self) -> i32 {
        self.lines.iter().map(|line| line.earned).sum()
    }
}

/// The score of a session.
pub fn score(case: &Case<'_>) -> Score {
    let lines = vec![
        outcome(case),
        heard_first(case),
        empathy(case),
        apology(case),
        relief(case),
        facts(case),
        demands(case),
        either(case, rubric::CAUSE, &[Move::ExplainCause, Move::GiveEvidence]),
        either(case, rubric::EXPECTATION, &[Move::SetExpectation, Move::PreventRecurrence]),
        specific(case),
        kept(case),
        either(case, rubric::CHECK, &[Move::CheckSatisfaction, Move::FollowUp]),
        deducted(case, rubric::FITTING_WORDS, unfitting),
        deducted(case, rubric::OWN_WORDS, canned),
        deducted(case, rubric::LENGTH, long),
        deducted(case, rubric::COMPOSURE, fighting),
    ];
    total(case, lines)
}

fn total(case: &Case<'_>, lines: Vec<Line>) -> Score {
    let hints = rubric::hints(case.session.hints);
    let sum = lines.iter().map(|line| line.earned).sum::<i32>() - hints;
    let (limit, most) = limit(case);
    let total = sum.min(most).clamp(0, 100) as u8;
    let limit = limit.filter(|_| sum > most).map(|why| (why, most));
    Score { total, lines, hints, limit }
}

fn limit(case: &Case<'_>) -> (Option<Limit>, i32) {
    match case.turns().len() {
        0 => (Some(Limit::FewTurns), 0),
        1 => {
            let ending = case.session.ended.and_then(rubric::cap).unwrap_or(rubric::FEW_TURNS_CAP);
            (Some(Limit::FewTurns), ending.min(rubric::FEW_TURNS_CAP))
        }
        _ => match case.session.ended.and_then(|e| Some((e, rubric::cap(e)?))) {
            Some((ending, most)) => (Some(Limit::Ending(ending)), most),
            None => (None, 100),
        },
    }
}

fn line(item: Item, earned: i32, quotes: Vec<Quote>) -> Line {
    Line { item, earned: earned.clamp(0, item.points), quotes: quotes.into_iter().take(QUOTES).collect() }
}

fn outcome(case: &Case<'_>) -> Line {
    let ending = case.session.ended.unwrap_or(Ending::Unresolved);
    let quotes = case.turns().last().map(|t| Quote::of(t, None)).into_iter().collect();
    line(rubric::OUTCOME, rubric::outcome(ending), quotes)
}

fn heard_first(case: &Case<'_>) -> Line {
    let before = case.until_solution();
    let quotes: Vec<Quote> = HEARING.into_iter().filter_map(|mv| first_in(before, &[mv])).collect();
    let early = case.turns().iter().any(|t| did(t, Cause::Circumstance(Circumstance::TooEarly)));
    let earned = match (quotes.len(), early) {
        (0, _) => 0,
        (_, true) => 2,
        (1, false) => 3,
        _ => rubric::HEARD_FIRST.points,
    };
    line(rubric::HEARD_FIRST, earned, quotes)
}

fn empathy(case: &Case<'_>) -> Line {
    let kinds = [Move::NameEmotion, Move::EmpathizeSpecific, Move::Validate, Move::Paraphrase];
    let quotes: Vec<Quote> = kinds.into_iter().filter_map(|mv| case.first(&[mv])).collect();
    match quotes.len() {
        0 => either_worth(case, rubric::EMPATHY, &[Move::EmpathizeGeneric], 1),
        kinds => line(rubric::EMPATHY, kinds as i32 * 2, quotes),
    }
}

fn apology(case: &Case<'_>) -> Line {
    if !case.owed_apology() {
        let warm = [Family::Rapport, Family::Empathy, Family::Apology];
        let kind = |mv: &Move| mv.sign() == Sign::Helps && warm.contains(&mv.family());
        let kinds: Vec<Move> = Move::ALL.into_iter().filter(kind).collect();
        return either(case, rubric::APOLOGY, &kinds);
    }
    let sorry = case.apology();
    let owned = case.first(&[Move::TakeResponsibility]);
    let earned = i32::from(sorry.is_some()) * 2 + i32::from(owned.is_some());
    line(rubric::APOLOGY, earned, sorry.into_iter().chain(owned).collect())
}

fn relief(case: &Case<'_>) -> Line {
    let (Some(first), Some(last)) = (case.turns().first(), case.turns().last()) else {
        return line(rubric::RELIEF, 0, Vec::new());
    };
    let (start, end) = (upset(first.before), upset(last.after));
    let whole = start * rubric::RELIEF_PERCENT / 100;
    let earned = if whole == 0 { 0 } else { (start - end) * rubric::RELIEF.points / whole };
    let best = case.turns().iter().max_by_key(|t| t.relief()).filter(|t| t.relief() > 0 && earned > 0);
    line(rubric::RELIEF, earned, best.map(|t| Quote::of(t, None)).into_iter().collect())
}

/// The three emotions together, in hundredths.
fn upset(levels: PerEmotion<Level>) -> i32 {
    let three = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment];
    three.into_iter().map(|e| levels.get(e).raw()).sum()
}

fn facts(case: &Case<'_>) -> Line {
    let (hidden, told) = (case.hidden(), case.told());
    if hidden.is_empty() {
        return either(case, rubric::FACTS, &[Move::OpenQuestion, Move::ClosedQuestion]);
    }
    let found = hidden.iter().filter(|place| told.contains(place)).count();
    let finders = case.turns().iter().filter(|t| t.told.iter().any(|place| hidden.contains(place)));
    let quotes = finders.map(|t| Quote::of(t, t.reading.questions.first().map(|q| q.span))).collect();
    line(rubric::FACTS, rubric::FACTS.points * found as i32 / hidden.len() as i32, quotes)
}

fn demands(case: &Case<'_>) -> Line {
    let solved = case.turns().last().map_or(0, |t| t.solved).clamp(0, 100);
    let helpers = case.turns().iter().filter(|t| !t.offers.is_empty() && t.beyond.is_empty());
    let quotes = helpers.map(|t| Quote::of(t, t.reading.offers.first().map(|o| o.span))).collect();
    line(rubric::DEMANDS, rubric::DEMANDS.points * solved / 100, quotes)
}

/// All points for one of some moves.
fn either(case: &Case<'_>, item: Item, moves: &[Move]) -> Line {
    either_worth(case, item, moves, item.points)
}

fn either_worth(case: &Case<'_>, item: Item, moves: &[Move], points: i32) -> Line {
    let quote = case.first(moves);
    line(item, if quote.is_some() { points } else { 0 }, quote.into_iter().collect())
}

fn specific(case: &Case<'_>) -> Line {
    let promises = &case.session.customer.memory.promises;
    let good = |t: &&Turn| {
        let remembered = |p: &&crate::customer::state::Promise| p.turn == t.number;
        match promises.iter().find(remembered) {
            Some(promise) => promise.by_when.is_some() && !promise.broken && !promise.beyond,
            None => made(t, &[Move::CommitSpecific]) && !made(t, &[Move::FalsePromise]),
        }
    };
    let checkable: Vec<&Turn> = case.turns().iter().filter(good).collect();
    let vague = case.turns().iter().filter(|t| made(t, &[Move::CommitVague])).count();
    let earned = match checkable.len() {
        0 => 0,
        n if vague >= n => rubric::SPECIFIC.points / 2,
        _ => rubric::SPECIFIC.points,
    };
    let span = |t: &Turn| causes(t).get(&Cause::Move(Move::CommitSpecific)).copied().flatten();
    line(rubric::SPECIFIC, earned, checkable.into_iter().map(|t| Quote::of(t, span(t))).collect())
}

fn kept(case: &Case<'_>) -> Line {
    let promising = [Move::CommitSpecific, Move::CommitVague, Move::FollowUp, Move::FalsePromise];
    let beyond = case.beyond();
    let any = !case.session.customer.memory.promises.is_empty()
        || case.turns().iter().any(|t| made(t, &promising) || !t.offers.is_empty());
    let lost = rubric::PROMISE_COST * (beyond.len() + case.broken()) as i32;
    let quotes = beyond.iter().filter_map(|n| case.turn(*n)).map(|t| Quote::of(t, None)).collect();
    line(rubric::KEPT, if any { rubric::KEPT.points - lost } else { 0 }, quotes)
}

/// What a message costs of a line, and by what.
type Fault = fn(&Turn) -> Option<(i32, Option<Cause>)>;

/// All points less what each message costs.
fn deducted(case: &Case<'_>, item: Item, fault: Fault) -> Line {
    let faults = || case.turns().iter().filter_map(|t| fault(t).map(|(cost, cause)| (t, cost, cause)));
    let lost = faults().map(|(_, cost, _)| cost).sum::<i32>();
    let span = |t: &Turn, cause: Option<Cause>| cause.and_then(|c| causes(t).get(&c).copied().flatten());
    let quotes = faults().map(|(t, _, cause)| Quote::of(t, span(t, cause))).collect();
    line(item, item.points - lost, quotes)
}

fn unfitting(turn: &Turn) -> Option<(i32, Option<Cause>)> {
    let unfit = |cause: &Cause| match cause {
        Cause::Move(mv) => mv.sign() == Sign::Hurts,
        Cause::Circumstance(one) => matches!(
            one,
            Circumstance::Unrecognised
                | Circumstance::Foreign
                | Circumstance::Robot
                | Circumstance::OffTopic
                | Circumstance::Empty
        ),
    };
    causes(turn).into_keys().find(unfit).map(|cause| (rubric::UNFITTING_COST, Some(cause)))
}

fn canned(turn: &Turn) -> Option<(i32, Option<Cause>)> {
    let cause = Cause::Circumstance(Circumstance::Canned);
    did(turn, cause).then_some((rubric::CANNED_COST, Some(cause)))
}

fn long(turn: &Turn) -> Option<(i32, Option<Cause>)> {
    let flood = did(turn, Cause::Circumstance(Circumstance::Overwhelmed));
    (flood || turn.reading.characters > rubric::LONG_CHARACTERS).then_some((rubric::LONG_COST, None))
}

fn fighting(turn: &Turn) -> Option<(i32, Option<Cause>)> {
    let outrage = [Move::Insult, Move::Threaten, Move::Sarcasm];
    if let Some(mv) = outrage.into_iter().find(|mv| made(turn, &[*mv])) {
        return Some((rubric::OUTRAGE_COST, Some(Cause::Move(mv))));
    }
    let fights = |mv: &Move| mv.family() == Family::Fighting && made(turn, &[*mv]);
    Move::ALL.into_iter().find(fights).map(|mv| (rubric::FIGHT_COST, Some(Cause::Move(mv))))
}
