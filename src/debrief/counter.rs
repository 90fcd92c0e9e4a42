//! What to write instead: the counter-move to everything that hurts, and a sentence that makes it.

use std::collections::BTreeSet;

use crate::base::cause::{Cause, Circumstance};
use crate::base::moves::Move;
pub use crate::base::phrase::debrief::Better;
use crate::persona::model::{Authority, OfferKind};

use super::gap::{self, Gap};
use super::record::Case;

/// The counter-moves to a cause, best first.
pub fn counters(cause: Cause) -> &'static [Move] {
    match cause {
        Cause::Move(one) => to_move(one),
        Cause::Circumstance(one) => to_circumstance(one),
    }
}

fn to_move(one: Move) -> &'static [Move] {
    match one {
        Move::Dismiss => &[Move::NameEmotion, Move::Validate],
        Move::BlameCustomer => &[Move::TakeResponsibility, Move::ExplainCause],
        Move::ArgueDefend => &[Move::Validate, Move::ExplainCause],
        Move::Deflect => &[Move::TakeResponsibility, Move::FollowUp],
        Move::ButTurn => &[Move::Validate, Move::EmpathizeSpecific],
        Move::Insult | Move::Threaten | Move::Sarcasm => &[Move::SetBoundary, Move::EmpathizeSpecific],
        Move::EmpathizeGeneric | Move::Humor | Move::CommonGround => {
            &[Move::EmpathizeSpecific, Move::NameEmotion]
        }
        Move::ApologizeConditional => &[Move::Apologize, Move::TakeResponsibility],
        Move::CommitVague | Move::Reassure => &[Move::CommitSpecific, Move::FollowUp, Move::SetExpectation],
        Move::FalsePromise => &[Move::RefuseWithReason, Move::CommitSpecific],
        Move::PolicyWall | Move::RefuseFlat | Move::RefuseWithReason => {
            &[Move::RefuseWithReason, Move::OfferAlternative]
        }
        Move::RepeatRequest => &[Move::Paraphrase, Move::TakeResponsibility],
        Move::Minimal => &[Move::CommitSpecific, Move::EmpathizeSpecific],
        Move::Hurry => &[Move::EncourageToContinue, Move::OpenQuestion],
        Move::Command => &[Move::ClosedQuestion, Move::OpenQuestion],
        Move::Jargon => &[Move::ExplainCause, Move::SetExpectation],
        Move::Pitch => &[Move::OfferSolution, Move::OpenQuestion],
        Move::EscalateToSupervisor => &[Move::TakeResponsibility, Move::FollowUp],
        Move::Close => &[Move::CheckSatisfaction, Move::CommitSpecific],
        Move::SetBoundary => &[Move::Validate, Move::EmpathizeSpecific],
        Move::ClosedQuestion => &[Move::OpenQuestion, Move::Paraphrase],
        Move::OfferSolution => &[Move::Paraphrase, Move::EmpathizeSpecific],
        _ => &[Move::Paraphrase, Move::CommitSpecific],
    }
}

fn to_circumstance(one: Circumstance) -> &'static [Move] {
    match one {
        Circumstance::TooEarly => &[Move::Paraphrase, Move::EmpathizeSpecific],
        Circumstance::Canned => &[Move::EmpathizeSpecific, Move::Paraphrase],
        Circumstance::QuestionIgnored => &[Move::CommitSpecific, Move::SetExpectation],
        Circumstance::PromiseBroken => &[Move::Apologize, Move::CommitSpecific],
        Circumstance::PromiseLate | Circumstance::SlowReply => &[Move::Apologize, Move::CommitSpecific],
        Circumstance::PromiseForgotten => &[Move::ExplainCause, Move::GiveEvidence],
        Circumstance::StyleClash => &[Move::Paraphrase, Move::OfferSolution],
        Circumstance::Stalling => &[Move::OfferSolution, Move::CommitSpecific],
        Circumstance::OffTopic | Circumstance::Unrecognised => &[Move::Paraphrase, Move::OpenQuestion],
        Circumstance::Overwhelmed | Circumstance::Empty => &[Move::Paraphrase, Move::CommitSpecific],
        Circumstance::Foreign | Circumstance::Robot => &[Move::Paraphrase, Move::EmpathizeSpecific],
        Circumstance::Cold => &[Move::EmpathizeSpecific, Move::OfferSolution],
        Circumstance::Solved
        | Circumstance::FoundOut
        | Circumstance::OwnTime
        | Circumstance::Unheeded
        | Circumstance::Warm => &[],
    }
}

/// A sentence to put in the place of something that hurt. `used` keeps two improvements from giving the same.
pub fn instead_of(case: &Case<'_>, cause: Cause, used: &mut BTreeSet<Move>) -> Option<Better> {
    choose(case, counters(cause), used)
}

/// A sentence that does what was never done.
pub fn to_fill(case: &Case<'_>, gap: Gap, used: &mut BTreeSet<Move>) -> Option<Better> {
    let moves: &[Move] = match gap {
        Gap::Hearing => &[Move::Paraphrase, Move::EmpathizeSpecific],
        Gap::Apology => &[Move::Apologize],
        Gap::Feeling => &[Move::NameEmotion, Move::EmpathizeSpecific],
        Gap::Time => &[Move::CommitSpecific],
        Gap::Check => &[Move::CheckSatisfaction],
        Gap::Fact => {
            let texts = gap::first_missed(case).and_then(|place| case.texts.facts.get(place));
            return texts.map(|fact| Better::Own(fact.question.clone()));
        }
    };
    choose(case, moves, used)
}

fn choose(case: &Case<'_>, moves: &[Move], used: &mut BTreeSet<Move>) -> Option<Better> {
    let mv = moves.iter().copied().find(|mv| !used.contains(mv))?;
    used.insert(mv);
    let own = own_sentence(case, mv).filter(|sentence| !wrote(case, sentence));
    Some(own.map_or(Better::General(mv), Better::Own))
}

/// The persona's model sentence for a move; for solving moves the wording of an offer that is free to make.
fn own_sentence(case: &Case<'_>, mv: Move) -> Option<String> {
    let written = case.texts.better.get(&mv).cloned();
    written.or_else(|| offer_sentence(case, mv)).filter(|sentence| !sentence.trim().is_empty())
}

fn offer_sentence(case: &Case<'_>, mv: Move) -> Option<String> {
    let kind = match mv {
        Move::OfferSolution => OfferKind::Solution,
        Move::OfferAlternative => OfferKind::Alternative,
        Move::Remedy => OfferKind::Remedy,
        _ => return None,
    };
    let offers = case.persona.offers.iter().enumerate();
    let free = offers.filter(|(_, o)| o.kind == kind && o.authority == Authority::Free);
    let made = &case.session.customer.memory.offered;
    let best = free.max_by_key(|(place, offer)| {
        let met: i32 = offer.meets.iter().map(|(_, percent)| percent).sum();
        (!made.contains(place), met, std::cmp::Reverse(*place))
    });
    best.and_then(|(place, _)| case.texts.offers.get(place)).map(|texts| texts.example.clone())
}

/// Whether the trainee wrote this sentence herself, whatever its punctuation.
fn wrote(case: &Case<'_>, sentence: &str) -> bool {
    let sentence = letters(sentence);
    case.turns().iter().any(|turn| letters(&turn.said).contains(&sentence))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_counter_move_has_a_general_sentence_and_is_never_the_fault_itself() {
        let moves = Move::ALL.into_iter().map(Cause::Move);
        let circumstances = Circumstance::ALL.into_iter().map(Cause::Circumstance);
        for cause in moves.chain(circumstances) {
            for mv in counters(cause) {
                assert!(mv.is_model(), "{mv} is recommended against {cause} but has no sentence");
                let refusing_better = cause == Cause::Move(Move::RefuseWithReason);
                let twice = [Move::Paraphrase, Move::CommitSpecific];
                let same = Cause::Move(*mv) == cause && !refusing_better && !twice.contains(mv);
                assert!(!same, "{cause} is answered with itself");
            }
        }
    }
}
