//! The record as the debrief reads it: which move came when, in whose words.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cause::{Cause, Circumstance};
use crate::base::moves::Move;
use crate::base::phrase::debrief::Words;
use crate::base::span::Span;
use crate::customer::trace::Turn;
use crate::persona::model::{Persona, Texts};
use crate::session::fold::Session;

/// Longest quote kept, in characters; a screen of a phone shows about as much at a glance.
const QUOTE: usize = 120;

/// Words of the trainee, exactly as she wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The message, from 1.
    pub turn: u16,
    /// A piece of it, on one line; empty only where the message has no words.
    pub words: String,
    /// Whether the passage goes on.
    pub cut: bool,
}

impl Quote {
    /// The words at `span`, or the message's first line where there is no span.
    pub fn of(turn: &Turn, span: Option<Span>) -> Quote {
        let passage = span.map(|s| s.of(&turn.said).trim()).filter(|words| !words.is_empty());
        let passage = passage.unwrap_or(turn.said.trim());
        let line = passage.lines().next().unwrap_or("").trim_end();
        let words: String = line.chars().take(QUOTE).collect();
        let cut = words.len() < passage.len();
        Quote { turn: turn.number, words, cut }
    }

    /// At most `characters` of it, with an ellipsis where something is missing.
    pub fn short(&self, characters: usize) -> String {
        let words: String = self.words.chars().take(characters).collect();
        let cut = self.cut || words.len() < self.words.len();
        if cut { format!("{}…", words.trim_end()) } else { words }
    }

    /// The same as a phrase shows it, where a message without words says so.
    pub fn shown(&self, characters: usize) -> Words {
        match self.words.is_empty() {
            true => Words::Nothing,
            false => Words::Said(self.short(characters)),
        }
    }
}

/// One session with the customer it was about.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The customer.
    pub persona: &'a Persona,
    /// His texts in the session's language.
    pub texts: &'a Texts,
    /// What happened.
    pub session: &'a Session,
}

/// Everything that a message did, with the words that show it.
pub fn causes(turn: &Turn) -> BTreeMap<Cause, Option<Span>> {
    let read = turn.reading.moves.iter().map(|hit| (Cause::Move(hit.mv), Some(hit.span)));
    let felt = turn.appraisals.iter().map(|a| (a.cause, a.span));
    let mut all = BTreeMap::new();
    for (cause, span) in felt.chain(read) {
        let entry = all.entry(cause).or_insert(span);
        *entry = entry.or(span);
    }
    all
}

/// Whether a message did something.
pub fn did(turn: &Turn, cause: Cause) -> bool {
    turn.appraisals.iter().any(|a| a.cause == cause)
        || turn.reading.moves.iter().any(|hit| Cause::Move(hit.mv) == cause)
}

/// Whether a message made one of these moves.
pub fn made(turn: &Turn, moves: &[Move]) -> bool {
    moves.iter().any(|mv| did(turn, Cause::Move(*mv)))
}

/// Moves that propose a way out.
pub const SOLUTIONS: [Move; 4] =
    [Move::OfferSolution, Move::OfferChoices, Move::OfferAlternative, Move::Remedy];

/// Moves by which a customer feels heard.
pub const HEARING: [Move; 7] = [
    Move::EncourageToContinue,
    Move::Paraphrase,
    Move::NameEmotion,
    Move::EmpathizeSpecific,
    Move::Validate,
    Move::Apologize,
    Move::TakeResponsibility,
];

/// Moves that turn to the feeling itself.
pub const FEELING: [Move; 5] =
    [Move::NameEmotion, Move::EmpathizeSpecific, Move::EmpathizeGeneric, Move::Validate, Move::CommonGround];

impl<'a> Case<'a> {
    /// The turns.
    pub fn turns(&self) -> &'a [Turn] {
        &self.session.turns
    }

    /// The first time one of these moves was made.
    pub fn first(&self, moves: &[Move]) -> Option<Quote> {
        first_in(self.turns(), moves)
    }

    /// Whether one of these moves was ever made.
    pub fn ever(&self, moves: &[Move]) -> bool {
        self.turns().iter().any(|turn| made(turn, moves))
    }

    /// Turns up to and with the first that proposes a way out; all where none does.
    pub fn until_solution(&self) -> &'a [Turn] {
        let turns = self.turns();
        let place = self.solution_place().unwrap_or(turns.len());
        turns.get(..=place).unwrap_or(turns)
    }

    /// The place of the first turn that proposes a way out.
    pub fn solution_place(&self) -> Option<usize> {
        self.turns().iter().position(|t| !t.offers.is_empty() || made(t, &SOLUTIONS))
    }

    /// The words that first proposed a way out.
    pub fn solution(&self) -> Option<Quote> {
        let turn = self.turns().get(self.solution_place()?)?;
        let offered = turn.reading.offers.first().map(|offer| Quote::of(turn, Some(offer.span)));
        let moved = || first_in(std::slice::from_ref(turn), &SOLUTIONS);
        offered.or_else(moved).or_else(|| Some(Quote::of(turn, None)))
    }

    /// A sincere apology: without a condition and not taken back in the same breath.
    pub fn apology(&self) -> Option<Quote> {
        let spoilt = [Move::ApologizeConditional, Move::ButTurn];
        let turn = self.turns().iter().find(|t| made(t, &[Move::Apologize]) && !made(t, &spoilt))?;
        first_in(std::slice::from_ref(turn), &[Move::Apologize])
    }

    /// Whether this customer had an apology coming: he came angry or let down, and the persona has one written.
    pub fn owed_apology(&self) -> bool {
        let sore = self.persona.start.anger.whole().max(self.persona.start.disappointment.whole());
        sore >= 40 && self.texts.better.contains_key(&Move::Apologize)
    }

    /// Places of facts he has told.
    pub fn told(&self) -> BTreeSet<usize> {
        let now = self.turns().iter().flat_map(|t| t.told.iter().copied());
        now.chain(self.session.customer.memory.told.iter().copied()).collect()
    }

    /// Places of hidden facts.
    pub fn hidden(&self) -> Vec<usize> {
        let facts = self.persona.facts.iter().enumerate();
        facts.filter(|(_, fact)| fact.hidden).map(|(place, _)| place).collect()
    }

    /// Turns in which something was promised that the trainee had no right to promise.
    pub fn beyond(&self) -> BTreeSet<u16> {
        let promised = self.session.customer.memory.promises.iter().filter(|p| p.beyond).map(|p| p.turn);
        let said = self.turns().iter().filter(|t| !t.beyond.is_empty() || made(t, &[Move::FalsePromise]));
        promised.chain(said.map(|t| t.number)).collect()
    }

    /// Turns that moved or contradicted an earlier promise, and promises remembered as broken, whichever are more.
    pub fn broken(&self) -> usize {
        let remembered = self.session.customer.memory.promises.iter().filter(|p| p.broken).count();
        let cause = Cause::Circumstance(Circumstance::PromiseBroken);
        remembered.max(self.turns().iter().filter(|t| did(t, cause)).count())
    }

    /// The turn with this number.
    pub fn turn(&self, number: u16) -> Option<&'a Turn> {
        self.turns().iter().find(|t| t.number == number)
    }
}

/// The first time one of these moves was made in some turns.
pub fn first_in(turns: &[Turn], moves: &[Move]) -> Option<Quote> {
    turns.iter().find_map(|turn| {
        let all = causes(turn);
        let span = moves.iter().find_map(|mv| all.get(&Cause::Move(*mv)))?;
        Some(Quote::of(turn, *span))
    })
}
